<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Amending</name>
    <message numerus="yes">
        <source>%Ln change(s) of the text are not saved.</source>
        <translation>
            <numerusform>%Ln change of the text is not saved.</numerusform>
            <numerusform>%Ln changes of the text are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalystDialog</name>
    <message numerus="yes">
        <source>%Ln highlight(s) without a name are mine, too</source>
        <translation>
            <numerusform>%Ln highlight without a name is mine, too</numerusform>
            <numerusform>%Ln highlights without a name are mine, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) of {name} are mine, too</source>
        <translation>
            <numerusform>%Ln highlight of {name} is mine, too</numerusform>
            <numerusform>%Ln highlights of {name} are mine, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message numerus="yes">
        <source>%Ln article(s) have this tag already.</source>
        <translation>
            <numerusform>The article has this tag already.</numerusform>
            <numerusform>%Ln articles have this tag already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lifted out</source>
        <translation>
            <numerusform>%Ln lifted out</numerusform>
            <numerusform>%Ln lifted out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionPicker</name>
    <message numerus="yes">
        <source>Add %Ln article(s) to a collection</source>
        <translation>
            <numerusform>Add %Ln article to a collection</numerusform>
            <numerusform>Add %Ln articles to a collection</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message numerus="yes">
        <source>&amp;Skip %Ln table(s)</source>
        <translation>
            <numerusform>&amp;Skip this table</numerusform>
            <numerusform>&amp;Skip these %Ln tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%Ln paragraph(s) differ.</source>
        <translation>
            <numerusform>%Ln paragraph differs.</numerusform>
            <numerusform>%Ln paragraphs differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcordanceWindow</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were not in the search index yet.</source>
        <translation>
            <numerusform>%Ln article was not in the search index yet.</numerusform>
            <numerusform>%Ln articles were not in the search index yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message numerus="yes">
        <source>Delete %Ln article(s) in the trash for good?</source>
        <translation>
            <numerusform>Delete %Ln article in the trash for good?</numerusform>
            <numerusform>Delete %Ln articles in the trash for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%Ln file(s) are in the watched folder {folder} already. Import them too?</source>
        <translation>
            <numerusform>%Ln file is in the watched folder {folder} already. Import it too?</numerusform>
            <numerusform>%Ln files are in the watched folder {folder} already. Import them too?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message numerus="yes">
        <source>What is wrong with %Ln article(s)? The note may be empty.</source>
        <translation>
            <numerusform>What is wrong with this article? The note may be empty.</numerusform>
            <numerusform>What is wrong with these %Ln articles? The note may be empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>All highlights (%Ln)</source>
        <translation>
            <numerusform>All highlights (%Ln)</numerusform>
            <numerusform>All highlights (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the articles in the list (%Ln)</source>
        <translation>
            <numerusform>Those of the articles in the list (%Ln)</numerusform>
            <numerusform>Those of the articles in the list (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the selected articles (%Ln)</source>
        <translation>
            <numerusform>Those of the selected articles (%Ln)</numerusform>
            <numerusform>Those of the selected articles (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the table shows (%Ln)</source>
        <translation>
            <numerusform>What the table shows (%Ln)</numerusform>
            <numerusform>What the table shows (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those selected in the table (%Ln)</source>
        <translation>
            <numerusform>Those selected in the table (%Ln)</numerusform>
            <numerusform>Those selected in the table (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln row(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln row written to {file}.</numerusform>
            <numerusform>%Ln rows written to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>Page parts left out (%Ln)</source>
        <translation>
            <numerusform>Page parts left out (%Ln)</numerusform>
            <numerusform>Page parts left out (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also printed by: {names} (%Ln)</source>
        <translation>
            <numerusform>Also printed by: {names} (%Ln)</numerusform>
            <numerusform>Also printed by: {names} (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightAllDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) are not in the search index yet.</source>
        <translation>
            <numerusform>%Ln article is not in the search index yet.</numerusform>
            <numerusform>%Ln articles are not in the search index yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>&amp;Undo down to here (%Ln step(s) of the whole library)</source>
        <translation>
            <numerusform>&amp;Undo down to here (%Ln step of the whole library)</numerusform>
            <numerusform>&amp;Undo down to here (%Ln steps of the whole library)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo down to here (%Ln step(s))</source>
        <translation>
            <numerusform>&amp;Undo down to here (%Ln step)</numerusform>
            <numerusform>&amp;Undo down to here (%Ln steps)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%Ln of these articles are in the trash now.</source>
        <translation>
            <numerusform>%Ln of these articles is in the trash now.</numerusform>
            <numerusform>%Ln of these articles are in the trash now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>%Ln article added</numerusform>
            <numerusform>%Ln articles added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain</source>
        <translation>
            <numerusform>%Ln uncertain</numerusform>
            <numerusform>%Ln uncertain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln already there</numerusform>
            <numerusform>%Ln already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation>
            <numerusform>%Ln file skipped</numerusform>
            <numerusform>%Ln files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) failed</source>
        <translation>
            <numerusform>%Ln file failed</numerusform>
            <numerusform>%Ln files failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of files failed</source>
        <translation>
            <numerusform>%Ln part of a file failed</numerusform>
            <numerusform>%Ln parts of files failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>columns of %Ln table(s) guessed</source>
        <translation>
            <numerusform>columns of %Ln table guessed</numerusform>
            <numerusform>columns of %Ln tables guessed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out as you stopped</source>
        <translation>
            <numerusform>%Ln file left out as you stopped</numerusform>
            <numerusform>%Ln files left out as you stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHeader</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not in the search index yet.</source>
        <translation>
            <numerusform>%Ln article is not in the search index yet.</numerusform>
            <numerusform>%Ln articles are not in the search index yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedActs</name>
    <message numerus="yes">
        <source>%Ln highlight(s) have these tags already.</source>
        <translation>
            <numerusform>%Ln highlight has these tags already.</numerusform>
            <numerusform>%Ln highlights have these tags already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln highlight(s)</source>
        <translation>
            <numerusform>Remove %Ln highlight</numerusform>
            <numerusform>Remove %Ln highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedCopying</name>
    <message numerus="yes">
        <source>%Ln quote(s) copied, with citations</source>
        <translation>
            <numerusform>%Ln quote copied, with its citation</numerusform>
            <numerusform>%Ln quotes copied, with citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) copied.</source>
        <translation>
            <numerusform>%Ln highlight copied.</numerusform>
            <numerusform>%Ln highlights copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedPane</name>
    <message numerus="yes">
        <source>%Ln article(s) have such tags as a whole.</source>
        <translation>
            <numerusform>%Ln article has such tags as a whole.</numerusform>
            <numerusform>%Ln articles have such tags as a whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) have this tag as a whole.</source>
        <translation>
            <numerusform>%Ln article has this tag as a whole.</numerusform>
            <numerusform>%Ln articles have this tag as a whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln highlight(s) there</source>
        <translation>
            <numerusform>Show %Ln highlight there</numerusform>
            <numerusform>Show %Ln highlights there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>Note on %Ln highlight(s)</source>
        <translation>
            <numerusform>Note on %Ln highlight</numerusform>
            <numerusform>Note on %Ln highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadAgainDialog</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) keep their words.</source>
        <translation>
            <numerusform>%Ln highlight keeps its words.</numerusform>
            <numerusform>%Ln highlights keep their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) are adjusted to what became of their words.</source>
        <translation>
            <numerusform>%Ln highlight is adjusted to what became of its words.</numerusform>
            <numerusform>%Ln highlights are adjusted to what became of their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) are put where their words may be, for you to review.</source>
        <translation>
            <numerusform>%Ln highlight is put where its words may be, for you to review.</numerusform>
            <numerusform>%Ln highlights are put where their words may be, for you to review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have no place in it and stay as orphans.</source>
        <translation>
            <numerusform>%Ln highlight has no place in it and stays as an orphan.</numerusform>
            <numerusform>%Ln highlights have no place in it and stay as orphans.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%Ln highlight(s) to review</source>
        <translation>
            <numerusform>%Ln highlight to review</numerusform>
            <numerusform>%Ln highlights to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message numerus="yes">
        <source>%Ln highlight(s) adjusted</source>
        <translation>
            <numerusform>%Ln highlight adjusted</numerusform>
            <numerusform>%Ln highlights adjusted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) review</source>
        <translation>
            <numerusform>%Ln needs review</numerusform>
            <numerusform>%Ln need review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s)</source>
        <translation>
            <numerusform>%Ln orphan</numerusform>
            <numerusform>%Ln orphans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message numerus="yes">
        <source>%Ln article(s) are in the collection {name} already.</source>
        <translation>
            <numerusform>%Ln article is in the collection {name} already.</numerusform>
            <numerusform>%Ln articles are in the collection {name} already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>{shown} of %Ln highlight(s)</source>
        <translation>
            <numerusform>{shown} of %Ln highlight</numerusform>
            <numerusform>{shown} of %Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done ({part} %)</source>
        <translation>
            <numerusform>%Ln done ({part} %)</numerusform>
            <numerusform>%Ln done ({part} %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%Ln article(s) imported</source>
        <translation>
            <numerusform>Article imported</numerusform>
            <numerusform>%Ln articles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) highlighted</source>
        <translation>
            <numerusform>%Ln passage highlighted</numerusform>
            <numerusform>%Ln passages highlighted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) joined</source>
        <translation>
            <numerusform>%Ln highlight joined</numerusform>
            <numerusform>%Ln highlights joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) taken as they are</source>
        <translation>
            <numerusform>%Ln highlight taken as it is</numerusform>
            <numerusform>%Ln highlights taken as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) removed</source>
        <translation>
            <numerusform>Highlight removed</numerusform>
            <numerusform>%Ln highlights removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) starred</source>
        <translation>
            <numerusform>Article starred</numerusform>
            <numerusform>%Ln articles starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken from %Ln article(s)</source>
        <translation>
            <numerusform>Star taken away</numerusform>
            <numerusform>Stars taken from %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>Article marked as read</numerusform>
            <numerusform>%Ln articles marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>Article marked as unread</numerusform>
            <numerusform>%Ln articles marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Analyst of %Ln highlight(s) named</source>
        <translation>
            <numerusform>Analyst of %Ln highlight named</numerusform>
            <numerusform>Analyst of %Ln highlights named</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as done</source>
        <translation>
            <numerusform>%Ln article marked as done</numerusform>
            <numerusform>%Ln articles marked as done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as not done</source>
        <translation>
            <numerusform>%Ln article marked as not done</numerusform>
            <numerusform>%Ln articles marked as not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) moved to the trash</source>
        <translation>
            <numerusform>Article moved to the trash</numerusform>
            <numerusform>%Ln articles moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) put back from the trash</source>
        <translation>
            <numerusform>Article put back from the trash</numerusform>
            <numerusform>%Ln articles put back from the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the page pulled in</source>
        <translation>
            <numerusform>%Ln line of the page pulled in</numerusform>
            <numerusform>%Ln lines of the page pulled in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Error reported of %Ln article(s)</source>
        <translation>
            <numerusform>Error reported of %Ln article</numerusform>
            <numerusform>Error reported of %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of an error taken back for %Ln article(s)</source>
        <translation>
            <numerusform>Report of an error taken back for %Ln article</numerusform>
            <numerusform>Report of an error taken back for %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added to a collection</source>
        <translation>
            <numerusform>%Ln article added to a collection</numerusform>
            <numerusform>%Ln articles added to a collection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) taken out of a collection</source>
        <translation>
            <numerusform>%Ln article taken out of a collection</numerusform>
            <numerusform>%Ln articles taken out of a collection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes on %Ln highlight(s) changed</source>
        <translation>
            <numerusform>Note on %Ln highlight changed</numerusform>
            <numerusform>Notes on %Ln highlights changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour of %Ln highlight(s) changed</source>
        <translation>
            <numerusform>Colour of %Ln highlight changed</numerusform>
            <numerusform>Colour of %Ln highlights changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag of %Ln highlight(s) replaced by another</source>
        <translation>
            <numerusform>Tag of %Ln highlight replaced by another</numerusform>
            <numerusform>Tag of %Ln highlights replaced by another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag deleted with %Ln tag(s) below it</source>
        <translation>
            <numerusform>Tag deleted with %Ln tag below it</numerusform>
            <numerusform>Tag deleted with %Ln tags below it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) deleted</source>
        <translation>
            <numerusform>%Ln tag deleted</numerusform>
            <numerusform>%Ln tags deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) merged into one</source>
        <translation>
            <numerusform>%Ln tag merged into one</numerusform>
            <numerusform>%Ln tags merged into one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) moved</source>
        <translation>
            <numerusform>%Ln tag moved</numerusform>
            <numerusform>%Ln tags moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour of %Ln tag(s) changed</source>
        <translation>
            <numerusform>Colour of %Ln tag changed</numerusform>
            <numerusform>Colour of %Ln tags changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln article(s) changed</source>
        <translation>
            <numerusform>Tags of an article changed</numerusform>
            <numerusform>Tags of %Ln articles changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln highlight(s) changed</source>
        <translation>
            <numerusform>Tags of %Ln highlight changed</numerusform>
            <numerusform>Tags of %Ln highlights changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message numerus="yes">
        <source>%Ln more tag(s)</source>
        <translation>
            <numerusform>one more tag</numerusform>
            <numerusform>%Ln more tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDeletion</name>
    <message numerus="yes">
        <source>Delete %Ln &amp;highlight(s) too</source>
        <translation>
            <numerusform>Delete %Ln &amp;highlight too</numerusform>
            <numerusform>Delete %Ln &amp;highlights too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln highlight(s) then have no tag</source>
        <translation>
            <numerusform>; %Ln highlight then has no tag</numerusform>
            <numerusform>; %Ln highlights then have no tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagEditing</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) below are deleted too.</source>
        <translation>
            <numerusform>%Ln tag below is deleted too.</numerusform>
            <numerusform>%Ln tags below are deleted too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have the tag.</source>
        <translation>
            <numerusform>%Ln highlight has the tag.</numerusform>
            <numerusform>%Ln highlights have the tag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have one of these tags.</source>
        <translation>
            <numerusform>%Ln highlight has one of these tags.</numerusform>
            <numerusform>%Ln highlights have one of these tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) have the tag.</source>
        <translation>
            <numerusform>%Ln whole article has the tag.</numerusform>
            <numerusform>%Ln whole articles have the tag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) have one of these tags.</source>
        <translation>
            <numerusform>%Ln whole article has one of these tags.</numerusform>
            <numerusform>%Ln whole articles have one of these tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) are merged into {into} and deleted.</source>
        <translation>
            <numerusform>%Ln tag is merged into {into} and deleted.</numerusform>
            <numerusform>%Ln tags are merged into {into} and deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) get {into}.</source>
        <translation>
            <numerusform>%Ln highlight gets {into}.</numerusform>
            <numerusform>%Ln highlights get {into}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have {into} already.</source>
        <translation>
            <numerusform>%Ln highlight has {into} already.</numerusform>
            <numerusform>%Ln highlights have {into} already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) get {into}.</source>
        <translation>
            <numerusform>%Ln whole article gets {into}.</numerusform>
            <numerusform>%Ln whole articles get {into}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) lose a tag that may not stand beside the new one.</source>
        <translation>
            <numerusform>%Ln highlight loses a tag that may not stand beside the new one.</numerusform>
            <numerusform>%Ln highlights lose a tag that may not stand beside the new one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) lose a tag that may not stand beside the new one.</source>
        <translation>
            <numerusform>%Ln whole article loses a tag that may not stand beside the new one.</numerusform>
            <numerusform>%Ln whole articles lose a tag that may not stand beside the new one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) below move to {into}.</source>
        <translation>
            <numerusform>%Ln tag below moves to {into}.</numerusform>
            <numerusform>%Ln tags below move to {into}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of those is merged with one of its name.</source>
        <translation>
            <numerusform>%Ln of those is merged with one of its name.</numerusform>
            <numerusform>%Ln of those are merged with ones of their names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagMenu</name>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>Delete %Ln tag</numerusform>
            <numerusform>Delete %Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete with %Ln tag(s) below it</source>
        <translation>
            <numerusform>Delete with %Ln tag below it</numerusform>
            <numerusform>Delete with %Ln tags below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>%Ln place changed</numerusform>
            <numerusform>%Ln places changed</numerusform>
        </translation>
    </message>
</context>
</TS>
