<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleDialog</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lifted out</source>
        <translation>
            <numerusform>%n lifted out</numerusform>
            <numerusform>%n lifted out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>%n row(s) written to {file}.</source>
        <translation>
            <numerusform>%n row written to {file}.</numerusform>
            <numerusform>%n rows written to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message numerus="yes">
        <source>Delete %n article(s) in the trash for good?</source>
        <translation>
            <numerusform>Delete %n article in the trash for good?</numerusform>
            <numerusform>Delete %n articles in the trash for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>All highlights (%n)</source>
        <translation>
            <numerusform>All highlights (%n)</numerusform>
            <numerusform>All highlights (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the articles in the list (%n)</source>
        <translation>
            <numerusform>Those of the articles in the list (%n)</numerusform>
            <numerusform>Those of the articles in the list (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n article added</numerusform>
            <numerusform>%n articles added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked at</source>
        <translation>
            <numerusform>%n to be looked at</numerusform>
            <numerusform>%n to be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>%n file skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n file failed</numerusform>
            <numerusform>%n files failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out as you stopped</source>
        <translation>
            <numerusform>%n file left out as you stopped</numerusform>
            <numerusform>%n files left out as you stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>Article imported</numerusform>
            <numerusform>%n articles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) removed</source>
        <translation>
            <numerusform>Highlight removed</numerusform>
            <numerusform>%n highlights removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) starred</source>
        <translation>
            <numerusform>Article starred</numerusform>
            <numerusform>%n articles starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken from %n article(s)</source>
        <translation>
            <numerusform>Star taken away</numerusform>
            <numerusform>Stars taken from %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read</source>
        <translation>
            <numerusform>Article marked as read</numerusform>
            <numerusform>%n articles marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread</source>
        <translation>
            <numerusform>Article marked as unread</numerusform>
            <numerusform>%n articles marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) moved to the trash</source>
        <translation>
            <numerusform>Article moved to the trash</numerusform>
            <numerusform>%n articles moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put back from the trash</source>
        <translation>
            <numerusform>Article put back from the trash</numerusform>
            <numerusform>%n articles put back from the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag deleted with %n tag(s) below it</source>
        <translation>
            <numerusform>Tag deleted with %n tag below it</numerusform>
            <numerusform>Tag deleted with %n tags below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagEditing</name>
    <message numerus="yes">
        <source>Delete with %n tag(s) below it</source>
        <translation>
            <numerusform>Delete with %n tag below it</numerusform>
            <numerusform>Delete with %n tags below it</numerusform>
        </translation>
    </message>
</context>
</TS>
