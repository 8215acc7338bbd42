<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Reader</source>
        <translation>關於 Reader</translation>
    </message>
    <message>
        <source>For analysts who read articles: collect, highlight, tag, find, export.</source>
        <translation>為閱讀文章的分析員而作：收集、標註、加標籤、尋找、匯出。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>授權(&amp;L)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>文庫：{path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日誌：{path}</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權</translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>New library...</source>
        <translation>新增文庫...</translation>
    </message>
    <message>
        <source>Open library...</source>
        <translation>開啟文庫...</translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation>匯入檔案...</translation>
    </message>
    <message>
        <source>Import folder...</source>
        <translation>匯入資料夾...</translation>
    </message>
    <message>
        <source>Import from web address...</source>
        <translation>從網址匯入...</translation>
    </message>
    <message>
        <source>Paste as article</source>
        <translation>貼上為文章</translation>
    </message>
    <message>
        <source>Last import report</source>
        <translation>上次匯入報告</translation>
    </message>
    <message>
        <source>Export highlights...</source>
        <translation>匯出標註...</translation>
    </message>
    <message>
        <source>Export reported errors...</source>
        <translation>匯出已回報的錯誤...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>連同出處複製</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>尋找下一處</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>尋找上一處</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Save search...</source>
        <translation>儲存搜尋...</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>找到的文章</translation>
    </message>
    <message>
        <source>Highlights found</source>
        <translation>找到的標註</translation>
    </message>
    <message>
        <source>Notes found</source>
        <translation>找到的筆記</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>所有筆記</translation>
    </message>
    <message>
        <source>Keyword in context</source>
        <translation>上下文索引</translation>
    </message>
    <message>
        <source>Narrow down by source, year or tag</source>
        <translation>依來源、年份或標籤縮小範圍</translation>
    </message>
    <message>
        <source>Highlight all found...</source>
        <translation>標註全部搜尋結果...</translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation>設定...</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇文章</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇文章</translation>
    </message>
    <message>
        <source>Article details...</source>
        <translation>文章資訊...</translation>
    </message>
    <message>
        <source>Correct title and source</source>
        <translation>更正標題和來源</translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation>修改正文</translation>
    </message>
    <message>
        <source>Versions of the text...</source>
        <translation>正文的版本...</translation>
    </message>
    <message>
        <source>Replace text with file...</source>
        <translation>用檔案取代正文...</translation>
    </message>
    <message>
        <source>Read again as...</source>
        <translation>重新讀取...</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>並排比較</translation>
    </message>
    <message>
        <source>Page parts left out</source>
        <translation>未收入正文的網頁內容</translation>
    </message>
    <message>
        <source>Put readings back or lift them out</source>
        <translation>放回或取出讀音</translation>
    </message>
    <message>
        <source>Tag the article...</source>
        <translation>為文章加標籤...</translation>
    </message>
    <message>
        <source>Note on the article...</source>
        <translation>文章的筆記...</translation>
    </message>
    <message>
        <source>Copy link for notes</source>
        <translation>複製供筆記使用的連結</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星標</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>標為已讀或未讀</translation>
    </message>
    <message>
        <source>Done with this article</source>
        <translation>讀完這篇文章</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未讀文章</translation>
    </message>
    <message>
        <source>Jump to a title...</source>
        <translation>跳至標題...</translation>
    </message>
    <message>
        <source>Add to collection...</source>
        <translation>加入文集...</translation>
    </message>
    <message>
        <source>New collection...</source>
        <translation>新增文集...</translation>
    </message>
    <message>
        <source>Take out of the collection</source>
        <translation>移出文集</translation>
    </message>
    <message>
        <source>Report an error...</source>
        <translation>回報錯誤...</translation>
    </message>
    <message>
        <source>Take the error mark away</source>
        <translation>移除錯誤標記</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到垃圾桶</translation>
    </message>
    <message>
        <source>Put back from trash</source>
        <translation>從垃圾桶放回</translation>
    </message>
    <message>
        <source>Empty trash...</source>
        <translation>清空垃圾桶...</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>加標籤...</translation>
    </message>
    <message>
        <source>Repeat the last tags</source>
        <translation>重複上次的標籤</translation>
    </message>
    <message>
        <source>Next highlight with its tag</source>
        <translation>同標籤的下一條標註</translation>
    </message>
    <message>
        <source>Previous highlight with its tag</source>
        <translation>同標籤的上一條標註</translation>
    </message>
    <message>
        <source>Extend end by a character</source>
        <translation>終點後移一字</translation>
    </message>
    <message>
        <source>Shrink end by a character</source>
        <translation>終點前移一字</translation>
    </message>
    <message>
        <source>Extend end by a word</source>
        <translation>終點後移一詞</translation>
    </message>
    <message>
        <source>Shrink end by a word</source>
        <translation>終點前移一詞</translation>
    </message>
    <message>
        <source>Extend start by a character</source>
        <translation>起點前移一字</translation>
    </message>
    <message>
        <source>Shrink start by a character</source>
        <translation>起點後移一字</translation>
    </message>
    <message>
        <source>Extend start by a word</source>
        <translation>起點前移一詞</translation>
    </message>
    <message>
        <source>Shrink start by a word</source>
        <translation>起點後移一詞</translation>
    </message>
    <message>
        <source>Extend to the sentence</source>
        <translation>擴展到整句</translation>
    </message>
    <message>
        <source>Extend to the paragraph</source>
        <translation>擴展到整段</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>從游標處拆分</translation>
    </message>
    <message>
        <source>Join with the next highlight</source>
        <translation>與下一條標註合併</translation>
    </message>
    <message>
        <source>Review changed highlights</source>
        <translation>核對變動的標註</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>重新命名標籤</translation>
    </message>
    <message>
        <source>Edit tag...</source>
        <translation>編輯標籤...</translation>
    </message>
    <message>
        <source>Move tags...</source>
        <translation>移動標籤...</translation>
    </message>
    <message>
        <source>Merge tags...</source>
        <translation>合併標籤...</translation>
    </message>
    <message>
        <source>Delete tags</source>
        <translation>刪除標籤</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Filter the highlights by...</source>
        <translation>篩選標註...</translation>
    </message>
    <message>
        <source>Sort the highlights by...</source>
        <translation>標註排序...</translation>
    </message>
    <message>
        <source>Group the highlights by...</source>
        <translation>標註分組...</translation>
    </message>
    <message>
        <source>Columns of the table...</source>
        <translation>表格的欄...</translation>
    </message>
    <message>
        <source>Reset text size</source>
        <translation>還原文字大小</translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>寫筆記...</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>刪除標註</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>下一條標註</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>上一條標註</translation>
    </message>
    <message>
        <source>New tag...</source>
        <translation>新增標籤...</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>How text is set...</source>
        <translation>文字排版...</translation>
    </message>
    <message>
        <source>Next form of Chinese characters</source>
        <translation>切換簡繁顯示</translation>
    </message>
    <message>
        <source>Next place for readings</source>
        <translation>切換讀音顯示</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>側邊欄</translation>
    </message>
    <message>
        <source>Highlights panel</source>
        <translation>標註欄</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>只看正文</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一欄</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一欄</translation>
    </message>
    <message>
        <source>Go to the notice</source>
        <translation>移到提示</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>About Reader</source>
        <translation>關於 Reader</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>The correction of this text is still being saved.</source>
        <translation>對這篇正文的修改還在儲存。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the text are not saved.</source>
        <translation>
            <numerusform>正文有 %Ln 處改動尚未儲存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Keep correcting</source>
        <translation>繼續修改</translation>
    </message>
    <message>
        <source>The article that was being corrected is in the trash. What was typed is kept with it.</source>
        <translation>正在修改正文的文章已在垃圾桶中，輸入的內容與它一起保留。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>繼續修改</translation>
    </message>
</context>
<context>
    <name>AnalystDialog</name>
    <message>
        <source>Who highlights</source>
        <translation>誰在標註</translation>
    </message>
    <message>
        <source>Stands beside the highlights that you make, here and in what you export.</source>
        <translation>顯示在你所做的標註旁，也隨匯出的內容一起給出。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) without a name are mine, too</source>
        <translation>
            <numerusform>沒有名字的 %Ln 條標註也是我的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) of {name} are mine, too</source>
        <translation>
            <numerusform>{name}的 %Ln 條標註也是我的</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名字(&amp;N)</translation>
    </message>
</context>
<context>
    <name>AnalystMenu</name>
    <message>
        <source>&amp;Analysts</source>
        <translation>分析員(&amp;A)</translation>
    </message>
    <message>
        <source>Highlights of everybody</source>
        <translation>所有人的標註</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Only those of {name}</source>
        <translation>只看{name}的</translation>
    </message>
    <message>
        <source>Colours by analyst</source>
        <translation>依分析員著色</translation>
    </message>
    <message>
        <source>My name...</source>
        <translation>我的名字...</translation>
    </message>
</context>
<context>
    <name>Analysts</name>
    <message>
        <source>Highlights can carry your name, so that others see whose they are.</source>
        <translation>標註可以帶上你的名字，讓別人看出是誰做的。</translation>
    </message>
    <message>
        <source>Enter a name...</source>
        <translation>填寫名字...</translation>
    </message>
    <message>
        <source>Highlighted, and not shown: {whose}.</source>
        <translation>已標註，但目前不顯示：{whose}。</translation>
    </message>
    <message>
        <source>Show everybody&apos;s</source>
        <translation>顯示所有人的</translation>
    </message>
    <message>
        <source>only those without a name</source>
        <translation>只看沒有署名的標註</translation>
    </message>
    <message>
        <source>only those of {name}</source>
        <translation>只看 {name} 的標註</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message numerus="yes">
        <source>%Ln article(s) have this tag already.</source>
        <translation>
            <numerusform>這 %Ln 篇文章已有這個標籤。</numerusform>
        </translation>
    </message>
    <message>
        <source>Link copied; paste it into a note: {words}</source>
        <translation>連結已複製，可貼到筆記中：{words}</translation>
    </message>
    <message>
        <source>What this link leads to is not in this library, or not any more.</source>
        <translation>這個連結指向的內容不在這個文庫中，或已不在其中。</translation>
    </message>
</context>
<context>
    <name>ArticleBar</name>
    <message>
        <source>Error reported</source>
        <translation>已回報錯誤</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>開啟的文章</translation>
    </message>
    <message>
        <source>More about this article</source>
        <translation>這篇文章的更多操作</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>Article details</source>
        <translation>文章資訊</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>其他欄位</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 位元組</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>讀取方式</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>匯入時間</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>讀音</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lifted out</source>
        <translation>
            <numerusform>取出 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Read again as...</source>
        <translation>重新讀取(&amp;R)...</translation>
    </message>
    <message>
        <source>In another encoding, or by another method</source>
        <translation>換一種編碼或讀取方式</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>&amp;Title</source>
        <translation>標題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>來源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>發佈時間(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>網址(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ArticleListPane</name>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>沒有開啟的文章。</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Something is still being stored. The window closes once it is.</source>
        <translation>仍有內容正在儲存，儲存完成後視窗會自動關閉。</translation>
    </message>
    <message>
        <source>What you wanted before is still being done. Wait until it is, or cancel it below.</source>
        <translation>先前的操作還在進行。等它完成，或在下方取消。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Save a copy...</source>
        <translation>另存副本...</translation>
    </message>
    <message>
        <source>Changing {done} of {total}</source>
        <translation>正在變更 {done}/{total}</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，沒有變更任何內容。</translation>
    </message>
</context>
<context>
    <name>Byline</name>
    <message>
        <source>edited by {name}</source>
        <translation>編輯 {name}</translation>
    </message>
</context>
<context>
    <name>ChineseMenu</name>
    <message>
        <source>As published</source>
        <translation>依原文</translation>
    </message>
    <message>
        <source>All simplified</source>
        <translation>一律簡體</translation>
    </message>
    <message>
        <source>All traditional</source>
        <translation>一律繁體</translation>
    </message>
    <message>
        <source>Readings hidden</source>
        <translation>隱藏讀音</translation>
    </message>
    <message>
        <source>Readings above the characters</source>
        <translation>讀音在漢字上方</translation>
    </message>
    <message>
        <source>Readings in brackets, as printed</source>
        <translation>讀音在括號中，如原文</translation>
    </message>
    <message>
        <source>Chinese text: {view}</source>
        <translation>中文顯示：{view}</translation>
    </message>
    <message>
        <source>C&amp;hinese text</source>
        <translation>中文顯示(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}和{other}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one}或{other}</translation>
    </message>
</context>
<context>
    <name>CitationSettings</name>
    <message>
        <source>&amp;Citation</source>
        <translation>出處格式(&amp;C)</translation>
    </message>
    <message>
        <source>Patt&amp;ern</source>
        <translation>樣式(&amp;E)</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Western</source>
        <translation>西文</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>By the language of the article</source>
        <translation>依文章的語言</translation>
    </message>
    <message>
        <source>A pattern of your own</source>
        <translation>自訂樣式</translation>
    </message>
    <message>
        <source>the words</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>the author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>the editor</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>標籤</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Select a passage or a highlight first.</source>
        <translation>先選取一段文字或一條標註。</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>已複製：{words}</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Articles ({endings});;All files (*)</source>
        <translation>文章 ({endings});;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>Importing {done} of {total}</source>
        <translation>正在匯入 {done}/{total}</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>剪貼簿裡沒有文字。</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>貼上的文字</translation>
    </message>
    <message>
        <source>This is a web address, and import from those is switched off in the settings.</source>
        <translation>這是一個網址，而從網址匯入已在設定中關閉。</translation>
    </message>
    <message>
        <source>Fetching a page from {host}</source>
        <translation>正在從 {host} 擷取網頁</translation>
    </message>
    <message>
        <source>Change address...</source>
        <translation>變更網址...</translation>
    </message>
</context>
<context>
    <name>CollectionPicker</name>
    <message numerus="yes">
        <source>Add %Ln article(s) to a collection</source>
        <translation>
            <numerusform>將 %Ln 篇文章加入文集</numerusform>
        </translation>
    </message>
    <message>
        <source>Find or make a collection</source>
        <translation>尋找或新增文集</translation>
    </message>
    <message>
        <source>Matching collections</source>
        <translation>符合的文集</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Make the collection “{name}”</source>
        <translation>新增文集「{name}」</translation>
    </message>
</context>
<context>
    <name>Colors</name>
    <message>
        <source>Yellow</source>
        <translation>黃色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>靛色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>黃綠色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns, in this order</source>
        <translation>欄，依此順序</translation>
    </message>
    <message>
        <source>Move column up</source>
        <translation>上移此欄</translation>
    </message>
    <message>
        <source>Move column down</source>
        <translation>下移此欄</translation>
    </message>
    <message>
        <source>Drag a column, or move it with {up} and {down}.</source>
        <translation>拖曳欄來移動，或按 {up}、{down}。</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of a table</source>
        <translation>表格的欄</translation>
    </message>
    <message>
        <source>{file}: what do its columns hold?</source>
        <translation>{file}：各欄是什麼內容？</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>匯入(&amp;I)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>發佈時間</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Keep as a further field</source>
        <translation>保留為其他欄位</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前幾列</translation>
    </message>
    <message>
        <source>Leave &amp;out all others</source>
        <translation>不要其餘各欄(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep all others</source>
        <translation>保留其餘各欄(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Skip %Ln table(s)</source>
        <translation>
            <numerusform>略過 %Ln 個表格(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>Import everything else</source>
        <translation>其餘照常匯入</translation>
    </message>
    <message>
        <source>Choose the column that holds the text of the articles.</source>
        <translation>選擇包含文章正文的欄。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{command}: {what}</source>
        <translation>{command}：{what}</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Select two articles in the list, or open one that has a reprint.</source>
        <translation>在清單中選擇兩篇文章，或開啟一篇有轉載的文章。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Side by side</source>
        <translation>並排比較</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>正在比較...</translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>兩份正文</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一處差異(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一處差異(&amp;P)</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>沒有差異。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) differ.</source>
        <translation>
            <numerusform>%Ln 個段落有差異。</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference {number} of {count}</source>
        <translation>第 {number}/{count} 處差異</translation>
    </message>
</context>
<context>
    <name>Completions</name>
    <message>
        <source>Completions</source>
        <translation>補全</translation>
    </message>
    <message>
        <source>words of the title</source>
        <translation>標題裡的詞語</translation>
    </message>
    <message>
        <source>who published it</source>
        <translation>由誰發布</translation>
    </message>
    <message>
        <source>who wrote it</source>
        <translation>由誰撰寫</translation>
    </message>
    <message>
        <source>who edited it</source>
        <translation>由誰編輯</translation>
    </message>
    <message>
        <source>part of its web address</source>
        <translation>網址的一部分</translation>
    </message>
    <message>
        <source>such as zh or en</source>
        <translation>例如 zh 或 en</translation>
    </message>
    <message>
        <source>a tag of it or of its highlights</source>
        <translation>文章本身或其中標註的標籤</translation>
    </message>
    <message>
        <source>a tag of it as a whole</source>
        <translation>整篇文章的標籤</translation>
    </message>
    <message>
        <source>a collection that it is in</source>
        <translation>它所在的文集</translation>
    </message>
    <message>
        <source>who highlighted something</source>
        <translation>標註它的人</translation>
    </message>
    <message>
        <source>published on or between</source>
        <translation>發布日期或期間</translation>
    </message>
    <message>
        <source>imported on or between</source>
        <translation>匯入日期或期間</translation>
    </message>
</context>
<context>
    <name>ConcordanceWindow</name>
    <message>
        <source>Keyword in context</source>
        <translation>上下文索引</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中處</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左側</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右側</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sort by this column ({keys})</source>
        <translation>依此欄排序（{keys}）</translation>
    </message>
    <message>
        <source>&amp;Open article</source>
        <translation>開啟文章(&amp;O)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>標註(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tag...</source>
        <translation>加標籤(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV...</source>
        <translation>另存為 CSV(&amp;S)...</translation>
    </message>
    <message>
        <source>Write all lines to a table for spreadsheets</source>
        <translation>把所有列寫入試算表可開啟的表格</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln 處命中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>“{searched}”: {hits} in {articles}</source>
        <translation>「{searched}」：{articles}中有 {hits}</translation>
    </message>
    <message>
        <source>No more than {most} are listed, those of the newest articles.</source>
        <translation>最多列出 {most} 處，取自最新的文章。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were not in the search index yet.</source>
        <translation>
            <numerusform>當時還有 %Ln 篇文章不在搜尋索引中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>No part of the page was left out of this article.</source>
        <translation>這篇文章沒有未收入正文的網頁內容。</translation>
    </message>
</context>
<context>
    <name>CorrectionFind</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Correcting the text</source>
        <translation>正在修改正文</translation>
    </message>
    <message>
        <source>Text that is corrected</source>
        <translation>正在修改的正文</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在正文中尋找</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln 處改動</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>尚無改動</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>正在儲存...</translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message numerus="yes">
        <source>Delete %Ln article(s) in the trash for good?</source>
        <translation>
            <numerusform>永久刪除垃圾桶中的 %Ln 篇文章？</numerusform>
        </translation>
    </message>
    <message>
        <source>Their highlights go with them. This cannot be undone.</source>
        <translation>其中的標註將一併消失。此操作無法復原。</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>清空垃圾桶</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Date of the articles</source>
        <translation>文章的日期</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>從(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>A year, a month or a day, such as 2020-03; nothing for an open end.</source>
        <translation>寫年、月或日，例如 2020-03；留空表示不限。</translation>
    </message>
    <message>
        <source>{value} is no date. Write a year, a month or a day, such as 2020-03.</source>
        <translation>{value} 不是日期。寫年、月或日，例如 2020-03。</translation>
    </message>
    <message>
        <source>The first date is later than the last one.</source>
        <translation>起始日期晚於結束日期。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>What was typed could not be stored. {why}</source>
        <translation>輸入的內容無法儲存。{why}</translation>
    </message>
    <message>
        <source>If you close Reader now, it is lost.</source>
        <translation>如果現在關閉 Reader，這些內容會遺失。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>放棄筆記並關閉</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the watched folder {folder} already. Import them too?</source>
        <translation>
            <numerusform>監看的資料夾 {folder} 中已有 %Ln 個檔案。也匯入它們嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>New ones are imported as they come, whatever you choose.</source>
        <translation>無論如何選擇，新來的檔案都會自動匯入。</translation>
    </message>
    <message>
        <source>Import them</source>
        <translation>匯入它們</translation>
    </message>
    <message>
        <source>Only new ones</source>
        <translation>只匯入新檔案</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Report an error</source>
        <translation>回報錯誤</translation>
    </message>
    <message numerus="yes">
        <source>What is wrong with %Ln article(s)? The note may be empty.</source>
        <translation>
            <numerusform>%Ln 篇文章有什麼錯誤？筆記可以留空。</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes that are there already stay unless another one is typed.</source>
        <translation>已有的筆記保持不變，除非在此另行輸入。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>回報(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Change note</source>
        <translation>修改筆記(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Take the mark away</source>
        <translation>移除標記(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 圖片</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 圖片</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>a Reader library</source>
        <translation>Reader 文庫</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ZIP 壓縮包或辦公文件</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>壓縮檔案</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>a part of a web page</source>
        <translation>網頁的附屬檔案</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>簡報</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>a sound file</source>
        <translation>音訊檔案</translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation>音訊或影片檔案</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>文書處理文件</translation>
    </message>
    <message>
        <source>a text in it is not UTF-8</source>
        <translation>其中有文字不是 UTF-8 編碼</translation>
    </message>
    <message>
        <source>a value in it is not what was stored</source>
        <translation>其中有數值與存入時不符</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>a web archive</source>
        <translation>網頁封存檔</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文件</translation>
    </message>
    <message>
        <source>an electronic book</source>
        <translation>電子書</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>舊版辦公文件</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>資料庫內容已損毀</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>磁碟讀寫發生錯誤</translation>
    </message>
    <message>
        <source>encoding guessed</source>
        <translation>編碼為推測</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>檔案不是資料庫</translation>
    </message>
    <message>
        <source>its version is none that Reader gives</source>
        <translation>其版本號不是 Reader 使用的</translation>
    </message>
    <message>
        <source>looks like no article</source>
        <translation>不像文章</translation>
    </message>
    <message>
        <source>parts may be wrong</source>
        <translation>部分內容可能有誤</translation>
    </message>
    <message>
        <source>text incomplete</source>
        <translation>文字不完整</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>無法開啟資料庫檔案</translation>
    </message>
    <message>
        <source>A bracket at {place} closes what was not opened. Take it away.</source>
        <translation>第 {place} 個字元處的括號沒有對應的開括號。去掉它。</translation>
    </message>
    <message>
        <source>A bracket at {place} is not closed. Type ) where it ends.</source>
        <translation>第 {place} 個字元處的括號沒有閉合。在它結束處輸入 )。</translation>
    </message>
    <message>
        <source>A highlight is split at a place within it, with words on both sides.</source>
        <translation>標註只能在兩邊都有文字的位置拆分。</translation>
    </message>
    <message>
        <source>A highlight of &quot;{title}&quot; in {file} is damaged, so the article is not shown. Restore the library from a copy.</source>
        <translation>{file} 中《{title}》的一條標註已損毀，因此文章不顯示。可用副本還原文庫。</translation>
    </message>
    <message>
        <source>A name may not contain invisible marks of the direction of writing. Type it instead of pasting it.</source>
        <translation>名稱中不能有改變書寫方向的不可見符號。直接輸入，不要貼上。</translation>
    </message>
    <message>
        <source>A saved search or a collection needs a name.</source>
        <translation>儲存的搜尋和文集需要名稱。</translation>
    </message>
    <message>
        <source>A search can have {limit} characters at the most. Shorten it.</source>
        <translation>搜尋最多 {limit} 個字元。縮短後再搜尋。</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>標籤需要名稱。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may have {limit} characters; this one has {length}.</source>
        <translation>標籤名稱最多 {limit} 個字元，這個有 {length} 個。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may not contain &quot;/&quot;, which separates parent and child.</source>
        <translation>標籤名稱不能含有「/」，它用來分隔上層與下層。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may not contain &quot;;&quot;, which stands between tags in exported files.</source>
        <translation>標籤名稱不能含有「;」，它在匯出的檔案裡用來分隔標籤。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may not contain invisible marks of the direction of writing. Type it instead of pasting it.</source>
        <translation>標籤名稱不能含有不可見的書寫方向符號。直接輸入而不要貼上。</translation>
    </message>
    <message>
        <source>A tag&apos;s shortcut is a digit from 1 to 9.</source>
        <translation>標籤的按鍵是 1 到 9 的數字。</translation>
    </message>
    <message>
        <source>A text was changed since it was searched, so nothing was highlighted. Search again.</source>
        <translation>有文章的正文在搜尋之後有更動，沒有標註任何內容。重新搜尋。</translation>
    </message>
    <message>
        <source>A title cannot be empty. Give the words that the article is to be called by.</source>
        <translation>標題不能為空。寫下文章的名稱即可。</translation>
    </message>
    <message>
        <source>An article cannot be empty. Leave some words, or move it to the trash.</source>
        <translation>文章不能沒有內容。留下一些文字，或把它移到垃圾桶。</translation>
    </message>
    <message>
        <source>In the table {file} no column is known to hold the text of articles. Choose the columns when you import it, or name that column 正文 or text. Its columns are: {columns}.</source>
        <translation>無法確定表格 {file} 的哪一欄是文章正文。在匯入時選擇各欄，或將該欄命名為「正文」。現有的欄：{columns}。</translation>
    </message>
    <message>
        <source>In the web archive {file} there is no page.</source>
        <translation>網頁封存 {file} 中沒有網頁。</translation>
    </message>
    <message>
        <source>In {file} there is nothing that Reader can import.</source>
        <translation>{file} 中沒有 Reader 可以匯入的內容。</translation>
    </message>
    <message>
        <source>Item {item} of {file} holds no text, so it was left out.</source>
        <translation>{file} 的第 {item} 個項目沒有正文，因此未匯入。</translation>
    </message>
    <message>
        <source>Line {row} of {file} is broken, so it was left out. Get the file anew from where it came.</source>
        <translation>{file} 的第 {row} 行已損毀，因此未匯入。從原處重新取得該檔案。</translation>
    </message>
    <message>
        <source>More was done since, which would be taken back too. Look at the history again.</source>
        <translation>之後又有別的操作，也會一併復原。再看一下歷史。</translation>
    </message>
    <message>
        <source>No column was chosen. The columns are: {columns}.</source>
        <translation>沒有選擇任何欄。可用的欄：{columns}。</translation>
    </message>
    <message>
        <source>No highlight here says who made it.</source>
        <translation>這裡沒有標註寫明是誰做的。</translation>
    </message>
    <message>
        <source>No readings in brackets were found in this article.</source>
        <translation>這篇文章的括號中沒有讀音。</translation>
    </message>
    <message>
        <source>Only highlights of one article and of one analyst can be joined.</source>
        <translation>只有同一篇文章、同一位分析員的標註才能合併。</translation>
    </message>
    <message>
        <source>Positions {start} to {end} do not lie within the article, which has {length} characters.</source>
        <translation>位置 {start} 到 {end} 不在文章之內，文章共 {length} 個字元。</translation>
    </message>
    <message>
        <source>Record {record} of {file} is damaged, so it was left out. Get the file anew from where it came.</source>
        <translation>{file} 的第 {record} 筆記錄已損毀，因此未匯入。從原處重新取得該檔案。</translation>
    </message>
    <message>
        <source>Row {row} of {file} has more than the {columns} cells of the others. Put quotation marks around its text.</source>
        <translation>{file} 的第 {row} 列超過了其他列的 {columns} 個儲存格。為其正文加上引號。</translation>
    </message>
    <message>
        <source>Row {row} of {file} holds no text, so it was left out.</source>
        <translation>{file} 的第 {row} 列沒有正文，因此未匯入。</translation>
    </message>
    <message>
        <source>Row {row} of {file} is a word or a number where there should be an object, so it was left out.</source>
        <translation>{file} 的第 {row} 列應是物件，卻是單個詞或數字，因此未匯入。</translation>
    </message>
    <message>
        <source>Select a passage or a highlight first.</source>
        <translation>先選取一段文字或一條標註。</translation>
    </message>
    <message>
        <source>Something went wrong inside Reader. Nothing stored was harmed; the details are in the log.</source>
        <translation>Reader 內部出錯。已存的內容沒有受損，詳情見日誌。</translation>
    </message>
    <message>
        <source>Something went wrong inside Reader. Nothing stored was harmed; the details are in {log}.</source>
        <translation>Reader 內部出錯。已存的內容沒有受損，詳情見 {log}。</translation>
    </message>
    <message>
        <source>Tags may stand {levels} levels deep; {path} would stand deeper.</source>
        <translation>標籤最多可有 {levels} 層；「{path}」會超過。</translation>
    </message>
    <message>
        <source>The answer of {file} broke off or makes no sense. Try again later, or save the page in a browser.</source>
        <translation>{file} 的回應中斷或無法辨識。稍後再試，或在瀏覽器中儲存該網頁。</translation>
    </message>
    <message>
        <source>The article is not there any more, so what was corrected cannot be stored. Copy it.</source>
        <translation>文章已不存在，這些修改無法儲存。複製下來。</translation>
    </message>
    <message>
        <source>The article was changed meanwhile, and other words stand where this passage was. Select it again.</source>
        <translation>文章在此期間已被變更，這段所在的位置已是別的文字。重新選取。</translation>
    </message>
    <message>
        <source>The article was changed meanwhile, so what was corrected does not fit it any more. Copy it and begin anew.</source>
        <translation>文章在此期間已被變更，這些修改不再適用。複製下來，重新開始。</translation>
    </message>
    <message>
        <source>The article was changed meanwhile. Read it again once more.</source>
        <translation>文章在此期間有更動。再讀取一次。</translation>
    </message>
    <message>
        <source>The column {name} was chosen twice. Leave one of them out.</source>
        <translation>欄 {name} 選了兩次。去掉其中一個。</translation>
    </message>
    <message>
        <source>The columns of {file} were not chosen, so it was left out. Import it again to choose them.</source>
        <translation>沒有為 {file} 選擇各欄的內容，因此未匯入。重新匯入即可選擇。</translation>
    </message>
    <message>
        <source>The feed {file} has no items, so there is nothing to import.</source>
        <translation>訂閱源 {file} 中沒有項目，因此沒有可匯入的內容。</translation>
    </message>
    <message>
        <source>The folder of {file} does not exist. Choose another one.</source>
        <translation>{file} 所在的資料夾不存在。另選一個。</translation>
    </message>
    <message>
        <source>The folder of {file} does not exist. See whether its name is right, or make the folder first.</source>
        <translation>{file} 所在的資料夾不存在。看看名稱是否正確，或先新增資料夾。</translation>
    </message>
    <message>
        <source>The name of a search or a collection may have {limit} characters; this one has {length}.</source>
        <translation>儲存的搜尋和文集的名稱最多 {limit} 個字元，這個有 {length} 個。</translation>
    </message>
    <message>
        <source>The table {file} has headers but no rows, so there is nothing to import.</source>
        <translation>表格 {file} 只有標題列，沒有內容，因此沒有可匯入的內容。</translation>
    </message>
    <message>
        <source>The text of &quot;{title}&quot; (article {article}) is missing. Restore the library from a copy.</source>
        <translation>「{title}」（文章 {article}）的正文缺失。從副本還原文庫。</translation>
    </message>
    <message>
        <source>The text of &quot;{title}&quot; in {file} is damaged, so it is not shown. Restore the library from a copy.</source>
        <translation>{file} 中《{title}》的正文已損毀，因此不顯示。可用副本還原文庫。</translation>
    </message>
    <message>
        <source>The words of this highlight are no longer in the text. Select where it is to be, and put it there.</source>
        <translation>這條標註的文字已不在正文中。選取它該在的位置，再放到那裡。</translation>
    </message>
    <message>
        <source>There are more than {limit} brackets within each other. Take some away.</source>
        <translation>括號巢狀超過 {limit} 層。去掉一些。</translation>
    </message>
    <message>
        <source>There are several articles in {file}. Choose a file that has just the one.</source>
        <translation>{file} 中有多篇文章。選擇只含一篇文章的檔案。</translation>
    </message>
    <message>
        <source>There is a collection {name} already. Choose another name.</source>
        <translation>已經有文集「{name}」。換一個名稱。</translation>
    </message>
    <message>
        <source>There is a saved search {name} already. Choose another name.</source>
        <translation>已經有名為「{name}」的搜尋。換一個名稱。</translation>
    </message>
    <message>
        <source>There is a tag {path} already.</source>
        <translation>已有標籤 {path}。</translation>
    </message>
    <message>
        <source>There is no analyst {value} here. Those that there are: {names}.</source>
        <translation>這裡沒有分析員 {value}。已有的是：{names}。</translation>
    </message>
    <message>
        <source>There is no article {article} in this library.</source>
        <translation>文庫中沒有文章 {article}。</translation>
    </message>
    <message>
        <source>There is no article {article} in this library. All articles: reader list.</source>
        <translation>文庫中沒有文章 {article}。全部文章：reader list。</translation>
    </message>
    <message>
        <source>There is no collection {name}. All collections: reader collection list.</source>
        <translation>沒有文集「{name}」。所有文集：reader collection list。</translation>
    </message>
    <message>
        <source>There is no collection {value}. Choose one of those that there are.</source>
        <translation>沒有文集「{value}」。選擇已有的文集。</translation>
    </message>
    <message>
        <source>There is no column {name}. The columns are: {columns}.</source>
        <translation>沒有欄 {name}。可用的欄：{columns}。</translation>
    </message>
    <message>
        <source>There is no highlight {highlight} in this library. It may have been removed meanwhile.</source>
        <translation>文庫中沒有標註 {highlight}，可能已被刪除。</translation>
    </message>
    <message>
        <source>There is no home folder {folder} on this computer. Give another folder.</source>
        <translation>這部電腦上沒有家目錄 {folder}。指定其他資料夾。</translation>
    </message>
    <message>
        <source>There is no host {host}, or this computer is not connected to the network. Check the address.</source>
        <translation>找不到主機 {host}，或本機沒有連上網路。檢查網址。</translation>
    </message>
    <message>
        <source>There is no saved search {name}. All saved searches: reader searches.</source>
        <translation>沒有儲存的搜尋「{name}」。列出所有儲存的搜尋：reader searches。</translation>
    </message>
    <message>
        <source>There is no space left for {file}. Free some space and try again; an older file of that name is unchanged.</source>
        <translation>{file} 沒有剩餘空間。騰出空間後重試；同名的舊檔案沒有改動。</translation>
    </message>
    <message>
        <source>There is no space left for {file}. Free some space and try again; nothing was lost.</source>
        <translation>{file} 沒有剩餘空間。騰出空間後重試；沒有遺失任何內容。</translation>
    </message>
    <message>
        <source>There is no tag {value}. Choose one of those that there are.</source>
        <translation>沒有標籤「{value}」。選擇已有的標籤。</translation>
    </message>
    <message>
        <source>There is nothing to save: type what is to be searched for.</source>
        <translation>沒有可以儲存的內容：先輸入要搜尋什麼。</translation>
    </message>
    <message>
        <source>This collection was deleted meanwhile. Choose another one.</source>
        <translation>這個文集剛剛被刪除了。選擇別的文集。</translation>
    </message>
    <message>
        <source>This name holds characters that no file may have. Give another one.</source>
        <translation>檔名含有不允許的字元。換一個名稱。</translation>
    </message>
    <message>
        <source>This name is too long for a file. Give a shorter one.</source>
        <translation>檔名過長。換一個較短的名稱。</translation>
    </message>
    <message>
        <source>This saved search was deleted meanwhile.</source>
        <translation>這個儲存的搜尋剛剛被刪除了。</translation>
    </message>
    <message>
        <source>This step cannot be taken back: what it belongs to is gone.</source>
        <translation>這一步無法復原：它所屬的內容已不存在。</translation>
    </message>
    <message>
        <source>This tag was deleted meanwhile. Choose another one.</source>
        <translation>這個標籤已被刪除。另選一個。</translation>
    </message>
    <message>
        <source>Something about these tags changed meanwhile, so nothing was done. Look at the numbers again.</source>
        <translation>這些標籤的情況在此期間有變，因此什麼都沒有做。再看一下數目。</translation>
    </message>
    <message>
        <source>What this note was about is gone by now, so the note was not stored.</source>
        <translation>這則筆記所屬的內容已不存在，因此筆記沒有儲存。</translation>
    </message>
    <message>
        <source>near at {place} needs two words in brackets and nothing else, such as near(a b, 10).</source>
        <translation>第 {place} 個字元處的 near 需要括號裡有兩個詞，沒有別的，例如 near(a b, 10)。</translation>
    </message>
    <message>
        <source>{file} was made by an older Reader and has to be brought up to date, but nothing can be written where it is. Copy it to a folder you may write to.</source>
        <translation>{file} 由較早版本的 Reader 產生，需要更新，但所在位置不可寫。把它複製到可寫的資料夾。</translation>
    </message>
    <message>
        <source>{value} is no date. Write a year, a month or a day, such as 2020-03, or two with .. between.</source>
        <translation>{value} 不是日期。寫年、月或日，例如 2020-03；或寫兩個日期，中間加 ..。</translation>
    </message>
    <message>
        <source>{words} has no letter, digit or character to search for. Type a word.</source>
        <translation>{words} 裡沒有可以搜尋的文字、字母或數字。輸入詞語。</translation>
    </message>
    <message>
        <source>{word} at {place} has nothing behind it. Type what it is to be.</source>
        <translation>第 {place} 個字元處的 {word} 後面沒有內容。輸入要找什麼。</translation>
    </message>
    <message>
        <source>{word} at {place} has nothing to go with. Type a word on both sides of it, or take it away.</source>
        <translation>第 {place} 個字元處的 {word} 缺少一邊。在兩邊都輸入詞語，或去掉它。</translation>
    </message>
    <message>
        <source>The text of &quot;{title}&quot; was changed since it was searched, so nothing was highlighted. Look for the words again.</source>
        <translation>《{title}》的正文在搜尋之後有更動，因此未作任何標註。重新搜尋即可。</translation>
    </message>
    <message>
        <source>The search index of {file} is damaged; the articles are not. Searching makes it anew.</source>
        <translation>{file} 的搜尋索引已損毀，文章完好。搜尋會重建索引。</translation>
    </message>
    <message>
        <source>{color} is not a colour of tags. Choose one of: {colors}.</source>
        <translation>{color} 不是標籤的顏色。可選：{colors}。</translation>
    </message>
    <message>
        <source>{count} more {ending} files were skipped for the same reason.</source>
        <translation>另有 {count} 個 {ending} 檔案因同樣原因略過。</translation>
    </message>
    <message>
        <source>{date} is not a time such as 2020-03-04 or 2020-03-04T17:24:00.</source>
        <translation>{date} 不是時間，應如 2020-03-04 或 2020-03-04T17:24:00。</translation>
    </message>
    <message>
        <source>{encoding} is not an encoding that Reader knows. Leave it out, or use a name such as gb18030 or big5.</source>
        <translation>Reader 不認識編碼 {encoding}。可以不指定，或使用 gb18030、big5 這樣的名稱。</translation>
    </message>
    <message>
        <source>{file} cannot be had now: the server says {code}. Try again later, or save the page in a browser.</source>
        <translation>暫時無法取得 {file}：伺服器傳回 {code}。稍後再試，或在瀏覽器中儲存該網頁。</translation>
    </message>
    <message>
        <source>{file} cannot be read any more: {why}. See whether its disk is still there.</source>
        <translation>無法再讀取 {file}：{why}。可檢查它所在的磁碟是否還在。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. Check its permissions.</source>
        <translation>無法讀取 {file}：{why}。可檢查它的權限。</translation>
    </message>
    <message>
        <source>{file} could not be read: it needs too much memory or is damaged.</source>
        <translation>無法讀取 {file}：它需要太多記憶體或已損毀。</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}.</source>
        <translation>無法寫入 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} declares entities of its own, as attacks on programs do, so it was left out. Save it anew.</source>
        <translation>{file} 裡自行宣告了實體，攻擊程式時常用這種手法，因此沒有匯入。重新儲存該檔案。</translation>
    </message>
    <message>
        <source>{file} did not answer completely within {seconds} seconds. Try again later, or save the page in a browser.</source>
        <translation>{file} 未能在 {seconds} 秒內完整回應。稍後再試，或在瀏覽器中儲存該網頁。</translation>
    </message>
    <message>
        <source>{file} did not answer in time. Try again later, or save the page in a browser.</source>
        <translation>{file} 沒有及時回應。稍後再試，或在瀏覽器中儲存該網頁。</translation>
    </message>
    <message>
        <source>{file} does not exist. Choose another library or make a new one.</source>
        <translation>{file} 不存在。選擇另一個文庫或新增一個。</translation>
    </message>
    <message>
        <source>{file} ends in the middle of item {item}, so that one was left out. Get it anew from where it came.</source>
        <translation>{file} 在第 {item} 個項目中間中斷，因此該項目未匯入。從原處重新取得該檔案。</translation>
    </message>
    <message>
        <source>{file} exists already. Open it, or choose another name.</source>
        <translation>{file} 已存在。開啟它，或換一個名稱。</translation>
    </message>
    <message>
        <source>{file} has a line of more than {limit} characters in it. Split it first.</source>
        <translation>{file} 中有一行超過 {limit} 個字元。先將其拆分。</translation>
    </message>
    <message>
        <source>{file} has a name that leads out of its archive, so it was left out.</source>
        <translation>{file} 的名稱指向壓縮檔之外，因此未匯入。</translation>
    </message>
    <message>
        <source>{file} has more than {limit} pages. Split it and import the parts.</source>
        <translation>{file} 超過 {limit} 頁。拆分後分別匯入。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} files. Unpack it and import the folder.</source>
        <translation>{file} 裡的檔案超過 {limit} 個。解壓縮後匯入資料夾。</translation>
    </message>
    <message>
        <source>{file} holds no article, so there is nothing to import.</source>
        <translation>{file} 中沒有文章，無可匯入。</translation>
    </message>
    <message>
        <source>{file} holds no list of objects, so there is no table in it. Save its articles as a list of objects.</source>
        <translation>{file} 中沒有物件清單，因此沒有表格。將其中的文章另存為物件清單。</translation>
    </message>
    <message>
        <source>{file} holds no text, so there is nothing to import.</source>
        <translation>{file} 裡沒有文字，沒有可匯入的內容。</translation>
    </message>
    <message>
        <source>{file} holds parts that Reader did not make ({why}). It was left as it is; restore it from a copy.</source>
        <translation>{file} 含有不是 Reader 產生的部分（{why}）。檔案保持原樣；可用副本還原。</translation>
    </message>
    <message>
        <source>{file} holds the name of a user, which Reader sends nowhere. Give the address without it.</source>
        <translation>{file} 中含有使用者名稱，Reader 不會傳送使用者名稱。去掉後再試。</translation>
    </message>
    <message>
        <source>{file} is a database of another program, not a Reader library. It was left as it is.</source>
        <translation>{file} 是其他程式的資料庫，不是 Reader 文庫。檔案保持原樣。</translation>
    </message>
    <message>
        <source>{file} is a folder, not a Reader library. Choose a file ending in .reader.</source>
        <translation>{file} 是資料夾，不是 Reader 文庫。選擇以 .reader 結尾的檔案。</translation>
    </message>
    <message>
        <source>{file} is a folder. Give a file name.</source>
        <translation>{file} 是資料夾。指定一個檔名。</translation>
    </message>
    <message>
        <source>{file} is a library, which an export would destroy. Give another file name.</source>
        <translation>{file} 是文庫，匯出會毀掉它。換一個檔名。</translation>
    </message>
    <message>
        <source>{file} is a link or a device and no file, so it was left out.</source>
        <translation>{file} 是連結或裝置，不是檔案，因此未匯入。</translation>
    </message>
    <message>
        <source>{file} is a link that leads out of the folder. Choose the file itself.</source>
        <translation>{file} 是指向資料夾之外的連結。可直接選擇該檔案。</translation>
    </message>
    <message>
        <source>{file} is a table of highlights that Reader exported, not of articles. Import the articles themselves.</source>
        <translation>{file} 是 Reader 匯出的標註表格，不是文章表格。匯入文章本身。</translation>
    </message>
    <message>
        <source>{file} is being written by another program. Try again in a moment.</source>
        <translation>另一個程式正在寫入 {file}。稍後再試。</translation>
    </message>
    <message>
        <source>{file} is broken JSON, from line {line} on. Get it anew from where it came.</source>
        <translation>{file} 的 JSON 從第 {line} 行起已損毀。從原處重新取得該檔案。</translation>
    </message>
    <message>
        <source>{file} is broken in or behind row {row}; the rows before it were read. Get it anew from where it came.</source>
        <translation>{file} 從第 {row} 列起已損毀，此前各列均已讀取。從原處重新取得該檔案。</translation>
    </message>
    <message>
        <source>{file} is damaged or incomplete. Get it anew from where it came and try again.</source>
        <translation>{file} 已損毀或不完整。從原處重新取得後再試。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}. It was left as it is; restore it from a copy.</source>
        <translation>{file} 已損毀：{why}。檔案保持原樣；可用副本還原。</translation>
    </message>
    <message>
        <source>{file} is empty, so there is nothing to import.</source>
        <translation>{file} 是空的，沒有可匯入的內容。</translation>
    </message>
    <message>
        <source>{file} is empty. Restore it from a copy, or choose another library.</source>
        <translation>{file} 是空的。可用副本還原，或選擇另一個文庫。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, so it was not fetched. Save it in a browser and import the file.</source>
        <translation>{file} 超過 {limit} MB，因此沒有取得。在瀏覽器中儲存後匯入該檔案。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB. Split it into articles first.</source>
        <translation>{file} 超過 {limit} MB。先拆分成文章。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be a page ({depth} levels). Save the page again from the browser.</source>
        <translation>{file} 巢狀太深（{depth} 層），不像網頁。從瀏覽器重新儲存。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be a table. Save its articles as a list of objects.</source>
        <translation>{file} 巢狀過深，不可能是表格。將其中的文章另存為物件清單。</translation>
    </message>
    <message>
        <source>{file} is no file but a device or a pipe. Choose a file.</source>
        <translation>{file} 不是檔案，而是裝置或管線。選擇一個檔案。</translation>
    </message>
    <message>
        <source>{file} is no file that could be replaced, but a device or the like. Give another name.</source>
        <translation>{file} 是裝置一類的特殊檔案，無法取代。換一個名稱。</translation>
    </message>
    <message>
        <source>{file} is no page but {what}, which Reader cannot import.</source>
        <translation>{file} 不是網頁而是 {what}，Reader 無法匯入。</translation>
    </message>
    <message>
        <source>{file} is no web address. Give one that begins with https:// or http://.</source>
        <translation>{file} 不是網址。網址以 https:// 或 http:// 開頭。</translation>
    </message>
    <message>
        <source>{file} is not a Reader library. Choose a file ending in .reader.</source>
        <translation>{file} 不是 Reader 文庫。選擇以 .reader 結尾的檔案。</translation>
    </message>
    <message>
        <source>{file} is not a text file. Save it as text or as a web page first.</source>
        <translation>{file} 不是文字檔案。先另存為文字或網頁。</translation>
    </message>
    <message>
        <source>{file} is not shown to programs or without signing in (the server says {code}). Save it in a browser.</source>
        <translation>{file} 需要登入，或不允許程式讀取（伺服器傳回 {code}）。在瀏覽器中儲存該網頁。</translation>
    </message>
    <message>
        <source>{file} is not there (the server says {code}). Check the address.</source>
        <translation>{file} 不存在（伺服器傳回 {code}）。檢查網址。</translation>
    </message>
    <message>
        <source>{file} is not there any more. Save a copy of what is open, or open it where it is now.</source>
        <translation>{file} 已不在原處。可為開啟的內容另存副本，或到新位置開啟。</translation>
    </message>
    <message>
        <source>{file} is not there. Choose it again.</source>
        <translation>{file} 已不存在。重新選擇。</translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one and try again.</source>
        <translation>{file} 受密碼保護。另存為沒有密碼的檔案後再試。</translation>
    </message>
    <message>
        <source>{file} is too large for the memory of this computer. Split it first.</source>
        <translation>{file} 太大，超出本機記憶體。先將其拆分。</translation>
    </message>
    <message>
        <source>{file} is too long to be read. Split it into articles first.</source>
        <translation>{file} 太長，無法讀取。先拆分成多篇文章。</translation>
    </message>
    <message>
        <source>{file} is {what}, which Reader does not import.</source>
        <translation>{file} 是{what}，Reader 不匯入此類檔案。</translation>
    </message>
    <message>
        <source>{file} leads on more than {limit} times. Open it in a browser and give the address where it ends.</source>
        <translation>{file} 轉址超過 {limit} 次。在瀏覽器中開啟它，並使用最終的網址。</translation>
    </message>
    <message>
        <source>{file} leads to {to}, which is not followed for safety. Give that address itself if it is meant.</source>
        <translation>{file} 轉址到 {to}，為安全起見沒有跟隨。如確需該網址，可直接輸入。</translation>
    </message>
    <message>
        <source>{file} lies in more than {limit} archives, one in the other. Unpack it first.</source>
        <translation>{file} 外面套了超過 {limit} 層壓縮檔。先解壓縮。</translation>
    </message>
    <message>
        <source>{file} takes too long to read, so what is behind its first {parts} articles was left out. Split it into smaller files and try again.</source>
        <translation>讀取 {file} 用時過長，前 {parts} 篇文章之後的內容已跳過。拆成較小的檔案後重試。</translation>
    </message>
    <message>
        <source>{file} was overwritten by another program. Open it again to go on.</source>
        <translation>{file} 已被其他程式覆寫。重新開啟後可繼續。</translation>
    </message>
    <message>
        <source>{host} cannot be reached with encryption. Check the address; a site without encryption needs http:// before it.</source>
        <translation>無法以加密方式連線到 {host}。檢查網址；如果該網站不加密，在網址前寫上 http://。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>輸入輸出發生錯誤</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>沒有這樣的檔案或資料夾</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>檔案系統為唯讀</translation>
    </message>
    <message>
        <source>This article has no version {number} of its text.</source>
        <translation>這篇文章沒有第 {number} 版正文。</translation>
    </message>
    <message>
        <source>Another file took the place of {file}. Save a copy of what is open, or open the file anew.</source>
        <translation>{file} 已被另一個檔案取代。可為開啟的內容另存副本，或重新開啟。</translation>
    </message>
    <message>
        <source>Row {row} of {file} opens a quotation in line {line} that is not closed, so it was left out. Close it, or get the file anew if it was cut.</source>
        <translation>{file} 的第 {row} 列從檔案第 {line} 行起的引號沒有閉合，因此未匯入。補上引號；如果檔案被截斷，則重新取得。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} MB when it is unpacked, so it was left out. Split it and import the parts.</source>
        <translation>{file} 解壓縮後超過 {limit} MB，因此沒有匯入。拆分後分別匯入。</translation>
    </message>
    <message>
        <source>{file} is a {ending} file, which Reader does not import.</source>
        <translation>{file} 是 {ending} 檔案，Reader 不匯入此類檔案。</translation>
    </message>
    <message>
        <source>{file} is open for reading only, so nothing in it can be changed. Copy it to a folder you may write to.</source>
        <translation>{file} 只能讀取，無法改動其中的內容。把它複製到可寫的資料夾。</translation>
    </message>
    <message>
        <source>{file} is the library itself. Choose the files of articles.</source>
        <translation>{file} 就是文庫本身。選擇文章的檔案。</translation>
    </message>
    <message>
        <source>{file} is too long for one article, which has up to {characters} characters and {paragraphs} paragraphs. Split it into articles first.</source>
        <translation>{file} 太長，不能作為一篇文章：一篇文章最多 {characters} 字、{paragraphs} 段。先拆分成文章。</translation>
    </message>
    <message>
        <source>{file} is {what}, which Reader cannot import. Save it as text or as a web page first.</source>
        <translation>{file} 是{what}，Reader 無法匯入。先另存為文字或網頁。</translation>
    </message>
    <message>
        <source>{file} may not be written, or another program has it open. Close it there or choose another folder.</source>
        <translation>{file} 不可寫，或被另一個程式開啟。在那裡關閉它，或另選資料夾。</translation>
    </message>
    <message>
        <source>{file} took too long to read, so it was left out. Save it in another form and try again.</source>
        <translation>讀取 {file} 用時過長，已跳過。換一種格式儲存後重試。</translation>
    </message>
    <message>
        <source>{file} was made by a newer Reader, so it is open for reading only. Update Reader to change it.</source>
        <translation>{file} 由更新版本的 Reader 產生，只能讀取。更新 Reader 後再改動。</translation>
    </message>
    <message>
        <source>{file} was made by a newer Reader. Update Reader to open it.</source>
        <translation>{file} 由更新版本的 Reader 產生。更新 Reader 後再開啟。</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {why}. Check the address and the connection to the network.</source>
        <translation>無法連線到 {host}：{why}。檢查網址和網路連線。</translation>
    </message>
    <message>
        <source>{host} cannot prove that it is this host ({why}), so nothing was sent to it.</source>
        <translation>{host} 無法證明自己的身分（{why}），因此沒有向它傳送任何內容。</translation>
    </message>
    <message>
        <source>{name}: cannot be {value}. It can be: {choices}.</source>
        <translation>{name}: 不能是 {value}。可以是：{choices}。</translation>
    </message>
    <message>
        <source>{path} cannot be merged into itself or into a tag below itself.</source>
        <translation>{path} 不能合併到自身或其下的標籤。</translation>
    </message>
    <message>
        <source>{path} cannot be moved into itself or below itself.</source>
        <translation>{path} 不能移到自身之內或自身之下。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export highlights</source>
        <translation>匯出標註</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>選擇...</translation>
    </message>
    <message numerus="yes">
        <source>All highlights (%Ln)</source>
        <translation>
            <numerusform>所有標註（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the articles in the list (%Ln)</source>
        <translation>
            <numerusform>清單中文章的標註（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the selected articles (%Ln)</source>
        <translation>
            <numerusform>選取文章的標註（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>One row for each highlight</source>
        <translation>每條標註一列</translation>
    </message>
    <message>
        <source>One row for each tag of a highlight</source>
        <translation>標註的每個標籤一列</translation>
    </message>
    <message>
        <source>One row for each highlight, a 0/1 column for each tag</source>
        <translation>每條標註一列，每個標籤一個 0/1 欄</translation>
    </message>
    <message>
        <source>As in the table</source>
        <translation>與表格相同</translation>
    </message>
    <message numerus="yes">
        <source>What the table shows (%Ln)</source>
        <translation>
            <numerusform>表格中顯示的標註（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those selected in the table (%Ln)</source>
        <translation>
            <numerusform>表格中選取的標註（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation>試算表安全</translation>
    </message>
    <message>
        <source>Puts &apos; before cells that a spreadsheet would run as a formula.</source>
        <translation>在試算表會當作公式執行的儲存格前加 &apos;。</translation>
    </message>
    <message>
        <source>Also tags and notes of whole articles</source>
        <translation>也包括整篇文章的標籤和筆記</translation>
    </message>
    <message>
        <source>Rows without a quote, below those of the highlights.</source>
        <translation>沒有引文的列，排在標註的列之後。</translation>
    </message>
    <message>
        <source>Columns, in this order</source>
        <translation>欄，依此順序</translation>
    </message>
    <message>
        <source>Tick at least one column.</source>
        <translation>至少勾選一欄。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>There is a file of this name.</source>
        <translation>已有同名檔案。</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>檔案「{file}」已存在。</translation>
    </message>
    <message>
        <source>If it is replaced, what is in it now is lost.</source>
        <translation>取代後，其中現有的內容將遺失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>另取名稱</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>匯出到</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Save report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>匯入報告</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>儲存各列</translation>
    </message>
    <message>
        <source>Keyword in context</source>
        <translation>上下文索引</translation>
    </message>
    <message>
        <source>Export reported errors</source>
        <translation>匯出已回報的錯誤</translation>
    </message>
    <message>
        <source>Reported errors</source>
        <translation>錯誤回報</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to {file}.</source>
        <translation>
            <numerusform>已寫入 {file}，共 %Ln 列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Exporting {done} of {total}</source>
        <translation>正在匯出 {done}/{total}</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>匯出已停止，沒有寫入檔案。</translation>
    </message>
</context>
<context>
    <name>FacetsPopup</name>
    <message>
        <source>Narrow down</source>
        <translation>縮小範圍</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Counting...</source>
        <translation>正在統計...</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>FieldsPopup</name>
    <message>
        <source>Article details</source>
        <translation>文章資訊</translation>
    </message>
    <message>
        <source>Return stores, Esc drops what is not stored.</source>
        <translation>按 Enter 儲存，按 Esc 放棄未儲存的內容。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>所在位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一處 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一處 (F3)</translation>
    </message>
    <message>
        <source>Highlight all hits (Alt+Enter)</source>
        <translation>標註全部命中 (Alt+Enter)</translation>
    </message>
    <message>
        <source>Highlight all hits and tag them (Alt+Shift+Enter)</source>
        <translation>標註全部命中並加標籤 (Alt+Shift+Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
    <message>
        <source>Searching...</source>
        <translation>正在尋找...</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Below the text</source>
        <translation>正文下方</translation>
    </message>
    <message numerus="yes">
        <source>Page parts left out (%Ln)</source>
        <translation>
            <numerusform>未收入正文的網頁內容（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what of the page is not in the text (P)</source>
        <translation>顯示網頁中未收入正文的內容 (P)</translation>
    </message>
    <message>
        <source>Page parts left out</source>
        <translation>未收入正文的網頁內容</translation>
    </message>
    <message>
        <source>Return takes the chosen lines into the text, at the place where they were.</source>
        <translation>按 Enter 把選取的行收入正文，放在原來的位置。</translation>
    </message>
    <message>
        <source>The page has more lines than these; the others are only in its original.</source>
        <translation>網頁中還有更多未收入正文的行，僅保存在原文中。</translation>
    </message>
    <message>
        <source>Pull in</source>
        <translation>收入正文</translation>
    </message>
    <message>
        <source>Pull all in</source>
        <translation>全部收入正文</translation>
    </message>
    <message>
        <source>{names} and others</source>
        <translation>{names}等</translation>
    </message>
    <message numerus="yes">
        <source>Also printed by: {names} (%Ln)</source>
        <translation>
            <numerusform>另見於：{names}（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>Open: {article}</source>
        <translation>開啟：{article}</translation>
    </message>
    <message>
        <source>Compare: {article}</source>
        <translation>比較：{article}</translation>
    </message>
</context>
<context>
    <name>FoundPane</name>
    <message>
        <source>No note matches.</source>
        <translation>沒有符合的筆記。</translation>
    </message>
    <message>
        <source>No highlight matches.</source>
        <translation>沒有符合的標註。</translation>
    </message>
    <message>
        <source>There are no notes yet. {note} writes one on a highlight, {article} on the article.</source>
        <translation>還沒有筆記。按 {note} 為標註寫筆記，按 {article} 為文章寫筆記。</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>A correction of this text was not saved.</source>
        <translation>對這篇正文的修改尚未儲存。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>繼續修改</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄</translation>
    </message>
</context>
<context>
    <name>Handles</name>
    <message>
        <source>Start of the highlight</source>
        <translation>標註的起點</translation>
    </message>
    <message>
        <source>End of the highlight</source>
        <translation>標註的終點</translation>
    </message>
</context>
<context>
    <name>HighlightAllDialog</name>
    <message>
        <source>Highlight all that is searched for</source>
        <translation>標註全部搜尋結果</translation>
    </message>
    <message>
        <source>“{searched}”</source>
        <translation>「{searched}」</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not in the search index yet.</source>
        <translation>
            <numerusform>還有 %Ln 篇文章不在搜尋索引中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The &amp;words alone</source>
        <translation>只是這些詞(&amp;W)</translation>
    </message>
    <message>
        <source>Their &amp;sentences</source>
        <translation>所在的句子(&amp;S)</translation>
    </message>
    <message>
        <source>Their &amp;paragraphs</source>
        <translation>所在的段落(&amp;P)</translation>
    </message>
    <message>
        <source>In the open &amp;article</source>
        <translation>開啟的文章(&amp;A)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>要標註的文字</translation>
    </message>
    <message>
        <source>In the articles that are &amp;listed</source>
        <translation>清單中的文章(&amp;L)</translation>
    </message>
    <message>
        <source>In the whole l&amp;ibrary</source>
        <translation>整個文庫(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>標註(&amp;H)</translation>
    </message>
    <message>
        <source>Highlight and &amp;tag...</source>
        <translation>標註並加標籤(&amp;T)...</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Looking for passages...</source>
        <translation>正在尋找...</translation>
    </message>
    <message>
        <source>Looking for passages: {done} of {total} articles...</source>
        <translation>正在尋找：{done}/{total} 篇文章...</translation>
    </message>
    <message>
        <source>More than {most} passages, which are too many at once. Narrow the search down.</source>
        <translation>超過 {most} 處，一次太多。縮小搜尋範圍。</translation>
    </message>
    <message>
        <source>Nothing there to highlight.</source>
        <translation>沒有可以標註的內容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>{passages} in {articles}:</source>
        <translation>{articles}，共 {passages}：</translation>
    </message>
    <message>
        <source>{passages} in {articles} (the first {number}):</source>
        <translation>{articles}，共 {passages}（前 {number} 處）：</translation>
    </message>
</context>
<context>
    <name>HighlightCard</name>
    <message>
        <source>Chosen highlight</source>
        <translation>選取的標註</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>加標籤...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Colour of the highlight</source>
        <translation>標註的顏色</translation>
    </message>
    <message>
        <source>Colour of its first tag</source>
        <translation>第一個標籤的顏色</translation>
    </message>
    <message>
        <source>Take this tag off</source>
        <translation>移除這個標籤</translation>
    </message>
    <message>
        <source>Take off the tag {path}</source>
        <translation>移除標籤 {path}</translation>
    </message>
</context>
<context>
    <name>HighlightingAll</name>
    <message>
        <source>Search for words first. Then all of them can be highlighted at once.</source>
        <translation>先搜尋詞語，然後可以一次標註全部。</translation>
    </message>
</context>
<context>
    <name>HighlightsPanel</name>
    <message>
        <source>Highlights</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation>篩選標註</translation>
    </message>
    <message>
        <source>No highlight matches.</source>
        <translation>沒有符合的標註。</translation>
    </message>
    <message>
        <source>Select a passage and press H to highlight it, or T to tag it.</source>
        <translation>選取一段文字，按 H 標註，或按 T 加標籤。</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Everything that changed the library, newest first.</source>
        <translation>文庫的所有變更，最新的在前。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析員</translation>
    </message>
    <message>
        <source>Takes back the chosen step and all that came after it.</source>
        <translation>復原選取的一步和之後的所有操作。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Steps of</source>
        <translation>步驟範圍</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整個文庫</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>這篇文章</translation>
    </message>
    <message>
        <source>This highlight</source>
        <translation>這條標註</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>No step matches.</source>
        <translation>沒有符合的步驟。</translation>
    </message>
    <message>
        <source>Nothing was done yet. What changes the library stands here, and can be taken back.</source>
        <translation>還沒有任何操作。對文庫的變更會列在這裡，並可復原。</translation>
    </message>
    <message>
        <source>{step} (undone)</source>
        <translation>{step}（已復原）</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo down to here (%Ln step(s) of the whole library)</source>
        <translation>
            <numerusform>復原到這裡為止（整個文庫的 %Ln 步）(&amp;U)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo down to here (%Ln step(s))</source>
        <translation>
            <numerusform>復原到這裡為止（%Ln 步）(&amp;U)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
</context>
<context>
    <name>HitsInContext</name>
    <message>
        <source>Search for words first. Then each place where they stand is a line here.</source>
        <translation>先搜尋字詞，這裡會逐列顯示每一處命中。</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import report</source>
        <translation>匯入報告</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>&amp;Open article</source>
        <translation>開啟文章(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重試(&amp;T)</translation>
    </message>
    <message>
        <source>Import the files that failed once more</source>
        <translation>重新匯入失敗的檔案</translation>
    </message>
    <message>
        <source>Choose col&amp;umns...</source>
        <translation>選擇欄(&amp;U)...</translation>
    </message>
    <message>
        <source>Choose anew what the columns of this table hold, and import it so instead</source>
        <translation>重新選擇此表格各欄的內容，並改依新的選擇匯入</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the rows as text</source>
        <translation>以文字複製各列</translation>
    </message>
    <message>
        <source>&amp;Save as CSV...</source>
        <translation>另存為 CSV(&amp;S)...</translation>
    </message>
    <message>
        <source>Write the rows to a table for spreadsheets</source>
        <translation>把各列寫入試算表可開啟的表格</translation>
    </message>
</context>
<context>
    <name>ImportSettings</name>
    <message>
        <source>Allow import from &amp;web addresses</source>
        <translation>允許從網址匯入(&amp;W)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Ch&amp;oose...</source>
        <translation>選擇(&amp;O)...</translation>
    </message>
    <message>
        <source>Watched fol&amp;der</source>
        <translation>監看的資料夾(&amp;D)</translation>
    </message>
    <message>
        <source>With folders &amp;below it</source>
        <translation>包括其中的資料夾(&amp;B)</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>監看的資料夾</translation>
    </message>
    <message>
        <source>This folder is not there now; Reader looks for it again and again.</source>
        <translation>這個資料夾現在不存在，Reader 會繼續尋找。</translation>
    </message>
    <message>
        <source>New files in it are imported while Reader runs. None is moved or deleted.</source>
        <translation>Reader 執行時會匯入其中的新檔案，不移動也不刪除檔案。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Title or reason</source>
        <translation>標題或原因</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已新增</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>{title} ({doubts})</source>
        <translation>{title}（{doubts}）</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>在垃圾桶中</translation>
    </message>
    <message>
        <source>deleted for good</source>
        <translation>已永久刪除</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>檔案相同</translation>
    </message>
    <message>
        <source>same text</source>
        <translation>正文相同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>網址相同</translation>
    </message>
    <message>
        <source>from {host}</source>
        <translation>來自 {host}</translation>
    </message>
    <message>
        <source>columns guessed</source>
        <translation>欄的內容為推測</translation>
    </message>
    <message>
        <source>a reprint</source>
        <translation>轉載</translation>
    </message>
    <message>
        <source>a reprint of {title}</source>
        <translation>《{title}》的轉載</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>There is nothing in this folder that Reader imports.</source>
        <translation>這個資料夾裡沒有 Reader 能匯入的檔案。</translation>
    </message>
    <message>
        <source>This article is in the library already.</source>
        <translation>這篇文章已在文庫中。</translation>
    </message>
    <message>
        <source>Added: {title} ({doubts})</source>
        <translation>已新增：{title}（{doubts}）</translation>
    </message>
    <message>
        <source>Added: {title}</source>
        <translation>已新增：{title}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these articles are in the trash now.</source>
        <translation>
            <numerusform>其中 %Ln 篇現在在垃圾桶中。</numerusform>
        </translation>
    </message>
    <message>
        <source>{came} {away}</source>
        <translation>{came}{away}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>已新增 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain</source>
        <translation>
            <numerusform>%Ln 篇存疑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln 篇已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation>
            <numerusform>%Ln 個檔案已略過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) failed</source>
        <translation>
            <numerusform>%Ln 個檔案失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of files failed</source>
        <translation>
            <numerusform>檔案中有 %Ln 部分失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>columns of %Ln table(s) guessed</source>
        <translation>
            <numerusform>%Ln 個表格的欄內容為推測</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out as you stopped</source>
        <translation>
            <numerusform>停止後有 %Ln 個檔案未處理</numerusform>
        </translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>LeftOutList</name>
    <message>
        <source>Pull in</source>
        <translation>收入正文</translation>
    </message>
</context>
<context>
    <name>LibraryChoice</name>
    <message>
        <source>Libraries (*{suffix})</source>
        <translation>文庫 (*{suffix})</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>開啟文庫</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新增文庫</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>檔案保持原樣。</translation>
    </message>
    <message>
        <source>Open another library...</source>
        <translation>開啟另一個文庫...</translation>
    </message>
    <message>
        <source>New library...</source>
        <translation>新增文庫...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>&amp;Search for</source>
        <translation>搜尋(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>說明(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
</context>
<context>
    <name>ListHeader</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>暫留 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>What no longer fits the search stays here until you choose another article or search anew.</source>
        <translation>不再符合搜尋條件的文章留在這裡，直到選擇另一篇文章或重新搜尋。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not in the search index yet.</source>
        <translation>
            <numerusform>還有 %Ln 篇文章不在搜尋索引中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag: {path}</source>
        <translation>標籤：{path}</translation>
    </message>
    <message>
        <source>Show articles with any tag again</source>
        <translation>重新顯示帶任何標籤的文章</translation>
    </message>
</context>
<context>
    <name>ListKeeping</name>
    <message>
        <source>Save search</source>
        <translation>儲存搜尋</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新增文集</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>儲存的搜尋</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>文集</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>顯示其中的文章</translation>
    </message>
    <message>
        <source>Export highlights...</source>
        <translation>匯出標註...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>編輯...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MarkedActs</name>
    <message>
        <source>No tag has the key {digit}. Give it one in the tag&apos;s menu.</source>
        <translation>沒有標籤使用按鍵 {digit}。在標籤的選單中設定。</translation>
    </message>
    <message>
        <source>Select highlights first.</source>
        <translation>先選取標註。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have these tags already.</source>
        <translation>
            <numerusform>%Ln 條標註已有這些標籤。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>加標籤...</translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>寫筆記...</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>As its tags have</source>
        <translation>使用標籤的顏色</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製列</translation>
    </message>
    <message>
        <source>Copy quotes</source>
        <translation>複製引文</translation>
    </message>
    <message>
        <source>Copy quotes with citations</source>
        <translation>連同出處複製引文</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>匯出...</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln highlight(s)</source>
        <translation>
            <numerusform>刪除 %Ln 條標註</numerusform>
        </translation>
    </message>
    <message>
        <source>Take tag off</source>
        <translation>移除標籤</translation>
    </message>
    <message>
        <source>Replace tag</source>
        <translation>取代標籤</translation>
    </message>
</context>
<context>
    <name>MarkedCopying</name>
    <message numerus="yes">
        <source>%Ln quote(s) copied, with citations</source>
        <translation>
            <numerusform>已連同出處複製 %Ln 段引文</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying {done} of {total}</source>
        <translation>正在複製 {done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) copied.</source>
        <translation>
            <numerusform>已複製 %Ln 條標註。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; nothing was copied.</source>
        <translation>已停止，沒有複製任何內容。</translation>
    </message>
</context>
<context>
    <name>MarkedFilters</name>
    <message>
        <source>any of these tags</source>
        <translation>任意一個標籤</translation>
    </message>
    <message>
        <source>all of these tags</source>
        <translation>所有這些標籤</translation>
    </message>
    <message>
        <source>{tag} and below</source>
        <translation>{tag}及下層</translation>
    </message>
    <message>
        <source>not {tag}</source>
        <translation>不含{tag}</translation>
    </message>
    <message>
        <source>article: {tag}</source>
        <translation>文章：{tag}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有筆記</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation>沒有筆記</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>needs review</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>no analyst</source>
        <translation>無分析員</translation>
    </message>
    <message>
        <source>{condition} (click to take it away)</source>
        <translation>{condition}（按一下移除）</translation>
    </message>
    <message>
        <source>Also tags below it</source>
        <translation>包括下層標籤</translation>
    </message>
    <message>
        <source>Not with this tag</source>
        <translation>不含此標籤</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>標籤...</translation>
    </message>
    <message>
        <source>Not with tag...</source>
        <translation>不含標籤...</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>Article has tag...</source>
        <translation>文章有標籤...</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有筆記</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>沒有筆記</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析員</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Date of the articles...</source>
        <translation>文章的日期...</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>清除全部條件</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>無分析員</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Narrow the highlights down</source>
        <translation>縮小標註的範圍</translation>
    </message>
    <message>
        <source>All of these tags, or any of them</source>
        <translation>須有所有這些標籤，或其中任意一個</translation>
    </message>
</context>
<context>
    <name>MarkedPane</name>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部收合</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展開</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分組</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>依標籤</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>依文章</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>依來源</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>依月份</translation>
    </message>
    <message>
        <source>Order of the columns...</source>
        <translation>欄的順序...</translation>
    </message>
    <message>
        <source>No highlight matches.</source>
        <translation>沒有符合的標註。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) have such tags as a whole.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇有這些標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) have this tag as a whole.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇有這個標籤。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln highlight(s) there</source>
        <translation>
            <numerusform>顯示其中的 %Ln 條標註</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is highlighted yet. Select a passage in an article and press H.</source>
        <translation>還沒有標註。在文章中選取一段文字，按 H 標註。</translation>
    </message>
    <message>
        <source>Go to the articles</source>
        <translation>前往文章</translation>
    </message>
    <message>
        <source>Show such articles</source>
        <translation>顯示這些文章</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Sort the highlights</source>
        <translation>將標註排序</translation>
    </message>
    <message>
        <source>Put the highlights together</source>
        <translation>將標註分組</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
</context>
<context>
    <name>MarkedTable</name>
    <message>
        <source>No tag</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>沒有標題</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>沒有來源</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>沒有日期</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析員</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>變更時間</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>These words are highlighted like that already.</source>
        <translation>這些文字已有這樣的標註。</translation>
    </message>
    <message>
        <source>No tag has the key {digit}. Give it one in the tag&apos;s menu.</source>
        <translation>沒有標籤使用按鍵 {digit}。在標籤的選單中設定。</translation>
    </message>
    <message>
        <source>No tag was put on a highlight yet.</source>
        <translation>還沒有給任何標註加過標籤。</translation>
    </message>
    <message>
        <source>The highlight has that tag already.</source>
        <translation>這條標註已有該標籤。</translation>
    </message>
    <message>
        <source>The highlight was removed meanwhile, and the note that was typed with it.</source>
        <translation>這條標註已在別處刪除，輸入的筆記也隨之遺失。</translation>
    </message>
    <message>
        <source>Copy the note</source>
        <translation>複製這則筆記</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>標註(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Ends of the highlight</source>
        <translation>標註的範圍(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>標籤(&amp;T)</translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation>說明(&amp;P)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具列</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>Note on %Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 條標註的筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>&amp;Below the notes that are there</source>
        <translation>寫在原有筆記下面(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;In their place</source>
        <translation>取代原有筆記(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl+Enter and Esc keep it.</source>
        <translation>Ctrl+Enter 和 Esc 都會儲存。</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Note on {about}</source>
        <translation>「{about}」的筆記</translation>
    </message>
    <message>
        <source>Esc keeps it. Links are copied with Shift+L, pasted here and followed with Ctrl+Enter.</source>
        <translation>按 Esc 即儲存。用 Shift+L 複製連結，貼到這裡，用 Ctrl+Enter 開啟。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Filter notes</source>
        <translation>篩選筆記</translation>
    </message>
    <message>
        <source>Back to the articles (Esc)</source>
        <translation>返回文章（Esc）</translation>
    </message>
    <message>
        <source>Back to the articles</source>
        <translation>返回文章</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
</context>
<context>
    <name>NothingListed</name>
    <message>
        <source>Nothing is in this collection. Select articles and press C to put them into one.</source>
        <translation>這個文集裡還沒有文章。選取文章後按 C 加入文集。</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>沒有符合的文章。</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>全部已讀。</translation>
    </message>
    <message>
        <source>No article is begun and not done.</source>
        <translation>沒有正在讀的文章。</translation>
    </message>
    <message>
        <source>No article is done. Press D to mark one.</source>
        <translation>還沒有讀完的文章。按 D 標記讀完。</translation>
    </message>
    <message>
        <source>No article has a star. Press S to give one.</source>
        <translation>沒有加星標的文章。按 S 加星標。</translation>
    </message>
    <message>
        <source>No error is reported any more.</source>
        <translation>已沒有回報的錯誤。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>垃圾桶是空的。</translation>
    </message>
    <message>
        <source>Drop articles here, or press Ctrl+O.</source>
        <translation>把文章拖到這裡，或按 Ctrl+O。</translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation>匯入檔案...</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Order of the list: {column}, {way}</source>
        <translation>清單順序：{column}，{way}</translation>
    </message>
    <message>
        <source>S&amp;ort articles by</source>
        <translation>文章排序(&amp;O)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Number of highlights</source>
        <translation>標註數</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>已讀或未讀</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星標</translation>
    </message>
    <message>
        <source>Time of import</source>
        <translation>匯入時間</translation>
    </message>
    <message>
        <source>How well it fits</source>
        <translation>相關程度</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>What was typed could not be stored, so this library stays open. {why}</source>
        <translation>輸入的內容無法儲存，因此目前的文庫保持開啟。{why}</translation>
    </message>
    <message>
        <source>Something went wrong inside Reader. What is stored is safe; see the log.</source>
        <translation>Reader 內部出錯。已存的內容是安全的；詳情見日誌。</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
</context>
<context>
    <name>ReadAgainDialog</name>
    <message>
        <source>Read again as</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>&amp;Use this text</source>
        <translation>使用此正文(&amp;U)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>依檔案自身的說明</translation>
    </message>
    <message>
        <source>By whatever fits best</source>
        <translation>自動選擇最合適的方式</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>編碼(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>方式(&amp;M)</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>正在讀取...</translation>
    </message>
    <message>
        <source>This gives the text that is there.</source>
        <translation>讀出的正文與現有的相同。</translation>
    </message>
    <message>
        <source>This gives another text:</source>
        <translation>讀出的正文與現有的不同：</translation>
    </message>
    <message>
        <source>{said} ({doubts})</source>
        <translation>{said}（{doubts}）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 個字元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) keep their words.</source>
        <translation>
            <numerusform>%Ln 條標註的文字不變。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) are adjusted to what became of their words.</source>
        <translation>
            <numerusform>%Ln 條標註隨文字的改動作了調整。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) are put where their words may be, for you to review.</source>
        <translation>
            <numerusform>%Ln 條標註放在文字可能所在之處，有待核對。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have no place in it and stay as orphans.</source>
        <translation>
            <numerusform>%Ln 條標註在其中沒有位置，將作為失位標註保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Copied in the characters in which it was published.</source>
        <translation>已依原文的字形複製。</translation>
    </message>
    <message>
        <source>Highlight copied: {quote}</source>
        <translation>已複製標註：{quote}</translation>
    </message>
    <message>
        <source>No other highlight here has a tag of this one.</source>
        <translation>這篇文章中沒有其他帶相同標籤的標註。</translation>
    </message>
    <message>
        <source>Nothing is highlighted in this article.</source>
        <translation>這篇文章中還沒有標註。</translation>
    </message>
    <message>
        <source>Address copied: {address}</source>
        <translation>已複製地址：{address}</translation>
    </message>
    <message>
        <source>Select a passage or a highlight first.</source>
        <translation>先選取一段文字或一條標註。</translation>
    </message>
</context>
<context>
    <name>ReadingPopup</name>
    <message>
        <source>How text is set</source>
        <translation>文字排版</translation>
    </message>
</context>
<context>
    <name>ReadingQueue</name>
    <message>
        <source>Everything that is listed is read.</source>
        <translation>列出的文章都讀過了。</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>&amp;Font</source>
        <translation>字型(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>字級(&amp;S)</translation>
    </message>
    <message>
        <source>Line &amp;height</source>
        <translation>行高(&amp;H)</translation>
    </message>
    <message>
        <source>Characters a &amp;line</source>
        <translation>每行字數(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Readings in brackets</source>
        <translation>括號中的讀音(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View of Chinese</source>
        <translation>中文字形(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Indent the first line of Chinese paragraphs</source>
        <translation>中文段落首行縮排(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Justify lines</source>
        <translation>兩端對齊(&amp;J)</translation>
    </message>
    <message>
        <source>Tag names in the &amp;margin, where there is room</source>
        <translation>空白足夠時，在頁邊顯示標籤名(&amp;M)</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>襯線體</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>無襯線體</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points} 磅</translation>
    </message>
    <message>
        <source>As the script needs it</source>
        <translation>依文字種類</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Above the characters</source>
        <translation>在漢字上方</translation>
    </message>
    <message>
        <source>In brackets, as printed</source>
        <translation>在括號中，如原文</translation>
    </message>
</context>
<context>
    <name>RelatedRows</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>轉載</translation>
    </message>
</context>
<context>
    <name>RelatedSection</name>
    <message>
        <source>Related articles</source>
        <translation>相關文章</translation>
    </message>
    <message>
        <source>Show articles about the same</source>
        <translation>顯示內容相近的文章</translation>
    </message>
    <message>
        <source>No other article here is like it.</source>
        <translation>這裡沒有與它內容相近的文章。</translation>
    </message>
    <message>
        <source>Open an article to see others that are like it.</source>
        <translation>開啟一篇文章，即可看到內容與它相近的文章。</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相關文章</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>Replaced</name>
    <message>
        <source>{new} replaced {old}.</source>
        <translation>{new}取代了{old}。</translation>
    </message>
</context>
<context>
    <name>Replaying</name>
    <message>
        <source>Something else was done since: {step}. Undo once more takes that back.</source>
        <translation>此後又有其他操作：{step}。再次復原即可復原該操作。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可復原的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>沒有可重做的操作。</translation>
    </message>
    <message>
        <source>Something else was taken back since: {step}. Redo once more does that.</source>
        <translation>此後又復原了其他操作：{step}。再次重做即可重做該操作。</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Something else was done since. Undo that first.</source>
        <translation>之後又做了別的操作。先復原那一步。</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已復原：{step}</translation>
    </message>
    <message>
        <source>{done}. Your name stays {name}.</source>
        <translation>{done}。你的名字仍是{name}。</translation>
    </message>
    <message>
        <source>Another name...</source>
        <translation>變更名字...</translation>
    </message>
    <message>
        <source>{step} ({analyst})</source>
        <translation>{step}（{analyst}）</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Choose columns...</source>
        <translation>選擇欄...</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>檢視報告</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>Reshaping</name>
    <message>
        <source>No highlight follows that this one could be joined with.</source>
        <translation>後面沒有可以合併的標註。</translation>
    </message>
    <message>
        <source>The highlight covers all of that already.</source>
        <translation>標註已涵蓋全部內容。</translation>
    </message>
    <message>
        <source>Choose a highlight first: click on it, or press E.</source>
        <translation>先選取一條標註：按一下它，或按 E。</translation>
    </message>
    <message>
        <source>Joined with the highlight of the same words.</source>
        <translation>已與相同文字的標註合併。</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>All articles</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Highlights to review</source>
        <translation>待核對的標註</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>原來的文字</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>現在的文字</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Place at selection</source>
        <translation>放到選取處</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) to review</source>
        <translation>
            <numerusform>%Ln 條標註待核對</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlight needs review</source>
        <translation>沒有待核對的標註</translation>
    </message>
    <message>
        <source>When a text is changed, those of its highlights are listed here whose words changed too.</source>
        <translation>正文修改後，文字隨之改變的標註會列在這裡。</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>失位</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>已調整</translation>
    </message>
    <message>
        <source>Was:</source>
        <translation>原為：</translation>
    </message>
    <message>
        <source>These words are no longer in the text.</source>
        <translation>這些文字已不在正文中。</translation>
    </message>
    <message>
        <source>Is:</source>
        <translation>現為：</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Review</source>
        <translation>核對</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) adjusted</source>
        <translation>
            <numerusform>%Ln 條標註已調整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) review</source>
        <translation>
            <numerusform>%Ln 條待核對</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s)</source>
        <translation>
            <numerusform>%Ln 條失位</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}.</source>
        <translation>{counts}。</translation>
    </message>
    <message>
        <source>Select in the text where this highlight is to be.</source>
        <translation>在正文中選取這條標註該在的位置。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search articles, highlights, notes (Ctrl+K)</source>
        <translation>搜尋文章、標註、筆記 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
</context>
<context>
    <name>Selected</name>
    <message>
        <source>{listed}, {number} selected</source>
        <translation>{listed}，選取 {number}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected passage</source>
        <translation>選取的文字</translation>
    </message>
    <message>
        <source>Highlight (H)</source>
        <translation>標註 (H)</translation>
    </message>
    <message>
        <source>Tag (T)</source>
        <translation>加標籤 (T)</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>寫筆記 (N)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>複製 (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>語言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析員</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Safe for s&amp;preadsheets</source>
        <translation>試算表安全(&amp;P)</translation>
    </message>
    <message>
        <source>Stands beside the highlights that you make.</source>
        <translation>記在你所做的標註旁。</translation>
    </message>
    <message>
        <source>Puts &apos; before cells that a spreadsheet would run as a formula.</source>
        <translation>在試算表會當作公式執行的儲存格前加 &apos;。</translation>
    </message>
    <message>
        <source>Restore reading defaults</source>
        <translation>還原預設閱讀設定</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message numerus="yes">
        <source>%Ln article(s) are in the collection {name} already.</source>
        <translation>
            <numerusform>%Ln 篇文章已在文集「{name}」中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Several collections are listed. List the one that is meant.</source>
        <translation>列出的是幾個文集。先列出要用的那一個。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>In the sidebar</source>
        <translation>在側邊欄中</translation>
    </message>
    <message>
        <source>Next or previous of the highlights at the caret</source>
        <translation>游標處的下一條或上一條標註</translation>
    </message>
    <message>
        <source>Drag an end of the highlight from word to word</source>
        <translation>逐詞拖動標註的起點或終點</translation>
    </message>
    <message>
        <source>Show the articles with the tag</source>
        <translation>顯示帶此標籤的文章</translation>
    </message>
    <message>
        <source>Fold or unfold what is below the tag</source>
        <translation>收合或展開標籤之下的內容</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>←、→</translation>
    </message>
    <message>
        <source>Put the tag with this key on the passage</source>
        <translation>給這段文字加上該按鍵的標籤</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>在清單中</translation>
    </message>
    <message>
        <source>In Find and keyword in context</source>
        <translation>在尋找和上下文索引中</translation>
    </message>
    <message>
        <source>Page down, page up</source>
        <translation>向下翻頁、向上翻頁</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation>空白鍵、Shift+空白鍵</translation>
    </message>
    <message>
        <source>Open the note on the highlight</source>
        <translation>開啟標註的筆記</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Alt or Ctrl while dragging</source>
        <translation>拖動時按住 Alt 或 Ctrl</translation>
    </message>
    <message>
        <source>Let go of selection and highlight</source>
        <translation>取消選擇和標註</translation>
    </message>
    <message>
        <source>Select without the mouse</source>
        <translation>不用滑鼠選擇</translation>
    </message>
    <message>
        <source>Shift+arrows, Ctrl+Shift+arrows</source>
        <translation>Shift+方向鍵、Ctrl+Shift+方向鍵</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>放大或縮小文字</translation>
    </message>
    <message>
        <source>Ctrl+mouse wheel</source>
        <translation>Ctrl+滑鼠滾輪</translation>
    </message>
    <message>
        <source>Select a word or clause, a sentence</source>
        <translation>選擇詞或分句、整句</translation>
    </message>
    <message>
        <source>Double click, triple click</source>
        <translation>按兩下、按三下</translation>
    </message>
    <message>
        <source>Let this key put the tag on, or no longer</source>
        <translation>設為或取消加上該標籤的按鍵</translation>
    </message>
    <message>
        <source>Put the tag before or behind its neighbour</source>
        <translation>將標籤移到相鄰標籤之前或之後</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+↑、Alt+↓</translation>
    </message>
    <message>
        <source>Put the tag below the one above it, or out again</source>
        <translation>將標籤移到上方標籤之下，或移出</translation>
    </message>
    <message>
        <source>Alt+Right, Alt+Left</source>
        <translation>Alt+→、Alt+←</translation>
    </message>
    <message>
        <source>From the filter to the list</source>
        <translation>從篩選框到清單</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>From the article to its text, from the highlight to its note</source>
        <translation>從文章到正文，從標註到筆記</translation>
    </message>
    <message>
        <source>Move the article to the trash, remove the highlight</source>
        <translation>將文章移到垃圾桶，刪除標註</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>選擇多項</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向鍵</translation>
    </message>
    <message>
        <source>Open the menu of what has the focus</source>
        <translation>開啟焦點處的選單</translation>
    </message>
    <message>
        <source>Menu key, Shift+F10</source>
        <translation>選單鍵、Shift+F10</translation>
    </message>
    <message>
        <source>Highlight all hits of Find</source>
        <translation>標註尋找的全部命中</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>Tag all hits of Find</source>
        <translation>為尋找的全部命中加標籤</translation>
    </message>
    <message>
        <source>Alt+Shift+Enter</source>
        <translation>Alt+Shift+Enter</translation>
    </message>
    <message>
        <source>Open the article of a line at its hit</source>
        <translation>開啟該列的文章並移至命中處</translation>
    </message>
    <message>
        <source>Highlight the chosen lines, tag them</source>
        <translation>標註選取的列、加標籤</translation>
    </message>
    <message>
        <source>Sort the lines by a column, the other way round</source>
        <translation>依某一欄排序，再按則反序</translation>
    </message>
</context>
<context>
    <name>ShownColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
</context>
<context>
    <name>SideRows</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>側邊欄</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>哪些文章</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星標</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>在讀</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>讀完</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>垃圾桶</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤回報</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Save what is searched for (Ctrl+S)</source>
        <translation>儲存目前的搜尋 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>文集</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新增文集</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>{shown} of %Ln highlight(s)</source>
        <translation>
            <numerusform>{shown} / %Ln 條標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 條標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln 篇未讀</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done ({part} %)</source>
        <translation>
            <numerusform>讀完 %Ln 篇（{part}%）</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} %</source>
        <translation>{part}%</translation>
    </message>
    <message>
        <source>Hit {number} of {total}</source>
        <translation>第 {number} 處，共 {total} 處</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln 處命中</numerusform>
        </translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>正在建立索引：{done} / {total}</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>{said}: {detail}</source>
        <translation>{said}：{detail}</translation>
    </message>
    <message>
        <source>{said}.</source>
        <translation>{said}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) imported</source>
        <translation>
            <numerusform>已匯入 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) highlighted</source>
        <translation>
            <numerusform>已標註 %Ln 處文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) joined</source>
        <translation>
            <numerusform>已合併 %Ln 條標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) taken as they are</source>
        <translation>
            <numerusform>已接受 %Ln 條標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) removed</source>
        <translation>
            <numerusform>已刪除 %Ln 條標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) starred</source>
        <translation>
            <numerusform>已為 %Ln 篇文章加星標</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken from %Ln article(s)</source>
        <translation>
            <numerusform>已移除 %Ln 篇文章的星標</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>已將 %Ln 篇文章標為已讀</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>已將 %Ln 篇文章標為未讀</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Analyst of %Ln highlight(s) named</source>
        <translation>
            <numerusform>已註明 %Ln 條標註的分析員</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as done</source>
        <translation>
            <numerusform>已將 %Ln 篇文章標為讀完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as not done</source>
        <translation>
            <numerusform>已將 %Ln 篇文章標為未讀完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) moved to the trash</source>
        <translation>
            <numerusform>已將 %Ln 篇文章移到垃圾桶</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) put back from the trash</source>
        <translation>
            <numerusform>已從垃圾桶放回 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the page pulled in</source>
        <translation>
            <numerusform>已收入 %Ln 行網頁內容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Error reported of %Ln article(s)</source>
        <translation>
            <numerusform>已回報 %Ln 篇文章有誤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of an error taken back for %Ln article(s)</source>
        <translation>
            <numerusform>已撤回 %Ln 篇文章的錯誤回報</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added to a collection</source>
        <translation>
            <numerusform>已將 %Ln 篇文章加入文集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) taken out of a collection</source>
        <translation>
            <numerusform>已將 %Ln 篇文章移出文集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag deleted with %Ln tag(s) below it</source>
        <translation>
            <numerusform>已刪除標籤及其下的 %Ln 個標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) deleted</source>
        <translation>
            <numerusform>已刪除 %Ln 個標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) merged into one</source>
        <translation>
            <numerusform>已將 %Ln 個標籤合併為一個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) moved</source>
        <translation>
            <numerusform>已移動 %Ln 個標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour of %Ln tag(s) changed</source>
        <translation>
            <numerusform>已變更 %Ln 個標籤的顏色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln highlight(s) changed</source>
        <translation>
            <numerusform>已變更 %Ln 條標註的標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes on %Ln highlight(s) changed</source>
        <translation>
            <numerusform>已修改 %Ln 條標註的筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour of %Ln highlight(s) changed</source>
        <translation>
            <numerusform>已變更 %Ln 條標註的顏色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag of %Ln highlight(s) replaced by another</source>
        <translation>
            <numerusform>已取代 %Ln 條標註的標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln article(s) changed</source>
        <translation>
            <numerusform>已變更 %Ln 篇文章的標籤</numerusform>
        </translation>
    </message>
    <message>
        <source>Passage highlighted</source>
        <translation>已標註文字</translation>
    </message>
    <message>
        <source>Tag put on</source>
        <translation>已加上標籤</translation>
    </message>
    <message>
        <source>Tag taken off</source>
        <translation>已移除標籤</translation>
    </message>
    <message>
        <source>New tag put on</source>
        <translation>已加上新標籤</translation>
    </message>
    <message>
        <source>Article details changed</source>
        <translation>已修改文章資訊</translation>
    </message>
    <message>
        <source>Article read again</source>
        <translation>已重新讀取文章</translation>
    </message>
    <message>
        <source>Text corrected</source>
        <translation>已修改正文</translation>
    </message>
    <message>
        <source>Text replaced by that of a file</source>
        <translation>已用檔案取代正文</translation>
    </message>
    <message>
        <source>Older text restored</source>
        <translation>已還原舊版正文</translation>
    </message>
    <message>
        <source>Readings in brackets switched</source>
        <translation>已切換括號中的讀音</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>已修改筆記</translation>
    </message>
    <message>
        <source>Note on an article changed</source>
        <translation>已修改文章的筆記</translation>
    </message>
    <message>
        <source>Colour of a highlight changed</source>
        <translation>已變更標註的顏色</translation>
    </message>
    <message>
        <source>Ends of a highlight moved</source>
        <translation>已調整標註的範圍</translation>
    </message>
    <message>
        <source>Highlight split in two</source>
        <translation>已將標註拆分為兩條</translation>
    </message>
    <message>
        <source>Tag made</source>
        <translation>已新增標籤</translation>
    </message>
    <message>
        <source>Tag changed</source>
        <translation>已修改標籤</translation>
    </message>
    <message>
        <source>Tag renamed</source>
        <translation>已重新命名標籤</translation>
    </message>
    <message>
        <source>Tag moved</source>
        <translation>已移動標籤</translation>
    </message>
    <message>
        <source>Colour of a tag changed</source>
        <translation>已變更標籤的顏色</translation>
    </message>
    <message>
        <source>Key of a tag changed</source>
        <translation>已變更標籤的按鍵</translation>
    </message>
    <message>
        <source>Description of a tag changed</source>
        <translation>已修改標籤的說明</translation>
    </message>
    <message>
        <source>Tags put into another order</source>
        <translation>已調整標籤的順序</translation>
    </message>
    <message>
        <source>Exclusion of a tag changed</source>
        <translation>已變更標籤的互斥設定</translation>
    </message>
    <message>
        <source>Tags merged</source>
        <translation>已合併標籤</translation>
    </message>
    <message>
        <source>Tag deleted</source>
        <translation>已刪除標籤</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>已儲存搜尋</translation>
    </message>
    <message>
        <source>Saved search changed</source>
        <translation>已修改儲存的搜尋</translation>
    </message>
    <message>
        <source>Saved search deleted</source>
        <translation>已刪除儲存的搜尋</translation>
    </message>
    <message>
        <source>Collection made</source>
        <translation>已新增文集</translation>
    </message>
    <message>
        <source>Collection changed</source>
        <translation>已修改文集</translation>
    </message>
    <message>
        <source>Collection deleted</source>
        <translation>已刪除文集</translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message>
        <source>Tag {path}</source>
        <translation>標籤 {path}</translation>
    </message>
    <message>
        <source>Tags of the article</source>
        <translation>文章的標籤</translation>
    </message>
    <message>
        <source>Del takes it off the article.</source>
        <translation>按 Del 從文章移除。</translation>
    </message>
    <message>
        <source>All tags of the article</source>
        <translation>文章的所有標籤</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more tag(s)</source>
        <translation>
            <numerusform>另有 %Ln 個標籤</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>List articles with this tag</source>
        <translation>列出有這個標籤的文章</translation>
    </message>
    <message>
        <source>Tag the article...</source>
        <translation>為文章加標籤...</translation>
    </message>
</context>
<context>
    <name>TagChooser</name>
    <message>
        <source>Find a tag</source>
        <translation>尋找標籤</translation>
    </message>
    <message>
        <source>Matching tags</source>
        <translation>符合的標籤</translation>
    </message>
</context>
<context>
    <name>TagDeletion</name>
    <message>
        <source>Delete tags</source>
        <translation>刪除標籤</translation>
    </message>
    <message>
        <source>&amp;Give them to another tag...</source>
        <translation>改用另一個標籤(&amp;G)...</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln &amp;highlight(s) too</source>
        <translation>
            <numerusform>同時刪除這 %Ln 條標註(&amp;H)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep them without it</source>
        <translation>保留，只移除標籤(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln highlight(s) then have no tag</source>
        <translation>
            <numerusform>；其中 %Ln 條標註將沒有標籤</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>New tag</source>
        <translation>新增標籤</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Never &amp;beside its siblings</source>
        <translation>不與同層標籤並存(&amp;B)</translation>
    </message>
    <message>
        <source>Where it or a tag of the same parent is put on, the other one comes off.</source>
        <translation>加上該標籤或其同層標籤時，另一個會被移除。</translation>
    </message>
    <message>
        <source>None, at the top</source>
        <translation>無，位於頂層</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Parent: {path}</source>
        <translation>上層：{path}</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>上層</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>選擇(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Parent</source>
        <translation>上層(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>按鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>說明(&amp;D)</translation>
    </message>
    <message>
        <source>Merge into {path}...</source>
        <translation>合併到 {path}...</translation>
    </message>
</context>
<context>
    <name>TagEditing</name>
    <message>
        <source>Move {tag}</source>
        <translation>移動{tag}</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移動(&amp;M)</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>移到頂層</translation>
    </message>
    <message>
        <source>Merge {tag}</source>
        <translation>合併{tag}</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合併(&amp;M)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln 個標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) below are deleted too.</source>
        <translation>
            <numerusform>其下的 %Ln 個標籤一併刪除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have the tag.</source>
        <translation>
            <numerusform>%Ln 條標註帶有此標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have one of these tags.</source>
        <translation>
            <numerusform>%Ln 條標註帶有其中的標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) have the tag.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇帶有此標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) have one of these tags.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇帶有其中的標籤。</numerusform>
        </translation>
    </message>
    <message>
        <source>{tag} is merged into {into} and deleted.</source>
        <translation>「{tag}」將併入「{into}」，隨後刪除。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) are merged into {into} and deleted.</source>
        <translation>
            <numerusform>%Ln 個標籤將併入「{into}」，隨後刪除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) get {into}.</source>
        <translation>
            <numerusform>%Ln 條標註將加上「{into}」。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have {into} already.</source>
        <translation>
            <numerusform>%Ln 條標註已有「{into}」。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) get {into}.</source>
        <translation>
            <numerusform>%Ln 篇文章將整篇加上「{into}」。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) lose a tag that may not stand beside the new one.</source>
        <translation>
            <numerusform>%Ln 條標註將失去不能與新標籤並存的標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) lose a tag that may not stand beside the new one.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇將失去不能與新標籤並存的標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) below move to {into}.</source>
        <translation>
            <numerusform>其下的 %Ln 個標籤將移到「{into}」之下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of those is merged with one of its name.</source>
        <translation>
            <numerusform>其中 %Ln 個與同名標籤合併。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge them...</source>
        <translation>合併它們...</translation>
    </message>
</context>
<context>
    <name>TagMatches</name>
    <message>
        <source>Make the tag “{path}”</source>
        <translation>新增標籤「{path}」</translation>
    </message>
    <message>
        <source>{tag}, put on</source>
        <translation>{tag}，已加上</translation>
    </message>
    <message>
        <source>{tag}, chosen</source>
        <translation>{tag}，已選取</translation>
    </message>
    <message>
        <source>{tag}, put on some</source>
        <translation>{tag}，部分已加上</translation>
    </message>
</context>
<context>
    <name>TagMenu</name>
    <message>
        <source>Show articles with any of them</source>
        <translation>顯示帶其中任一標籤的文章</translation>
    </message>
    <message>
        <source>Show articles with all of them</source>
        <translation>顯示帶全部這些標籤的文章</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Move to...</source>
        <translation>移動到...</translation>
    </message>
    <message>
        <source>Merge into...</source>
        <translation>合併到...</translation>
    </message>
    <message>
        <source>Merge them into...</source>
        <translation>合併到...</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>顯示它的文章</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>編輯...</translation>
    </message>
    <message>
        <source>New tag below...</source>
        <translation>在其下新增標籤...</translation>
    </message>
    <message>
        <source>Never beside its siblings</source>
        <translation>不與同層標籤並存</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>刪除 %Ln 個標籤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete with %Ln tag(s) below it</source>
        <translation>
            <numerusform>刪除，連同其下的 %Ln 個標籤</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Find or make a tag</source>
        <translation>尋找或新增標籤</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>尋找標籤</translation>
    </message>
    <message>
        <source>Matching tags</source>
        <translation>符合的標籤</translation>
    </message>
    <message>
        <source>Enter: put on or take off · Ctrl+Enter: and go on · Tab: below the chosen tag</source>
        <translation>Enter：加上或移除 · Ctrl+Enter：繼續選 · Tab：進入下層</translation>
    </message>
    <message>
        <source>Enter: put on · Ctrl+Enter: put on or take off, and go on · Tab: below the chosen tag</source>
        <translation>Enter：加上 · Ctrl+Enter：加上或移除並繼續選 · Tab：進入下層</translation>
    </message>
    <message>
        <source>Enter: choose, or no longer · Ctrl+Enter: and go on</source>
        <translation>Enter：選取或取消 · Ctrl+Enter：繼續選</translation>
    </message>
</context>
<context>
    <name>TagSearch</name>
    <message>
        <source>No tag fits.</source>
        <translation>沒有符合的標籤。</translation>
    </message>
    <message>
        <source>No tags yet. Type a name to make one.</source>
        <translation>還沒有標籤。輸入名稱即可新增。</translation>
    </message>
    <message>
        <source>No tags yet.</source>
        <translation>還沒有標籤。</translation>
    </message>
</context>
<context>
    <name>TagSection</name>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>New tag (Ctrl+Shift+T)</source>
        <translation>新增標籤 (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新增標籤</translation>
    </message>
    <message>
        <source>Order of the tags, folding</source>
        <translation>標籤的順序與收合</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部收合</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展開</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依名稱</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動排列</translation>
    </message>
    <message>
        <source>The most used first</source>
        <translation>最常用的在前</translation>
    </message>
    <message>
        <source>Recently used first</source>
        <translation>最近使用的在前</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>篩選標籤</translation>
    </message>
    <message>
        <source>Select a passage and press T to make the first tag.</source>
        <translation>選取一段文字，按 T 新增第一個標籤。</translation>
    </message>
    <message>
        <source>No tag fits.</source>
        <translation>沒有符合的標籤。</translation>
    </message>
</context>
<context>
    <name>TagWords</name>
    <message>
        <source>{own} of its own, {total} with those below it</source>
        <translation>自身 {own}，連同下層 {total}</translation>
    </message>
    <message>
        <source>highlights and articles: {own}</source>
        <translation>標註與文章共 {own}</translation>
    </message>
    <message>
        <source>key {digit}</source>
        <translation>按鍵 {digit}</translation>
    </message>
    <message>
        <source>never beside its siblings</source>
        <translation>不與同層標籤並存</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>TitleJump</name>
    <message>
        <source>Title, or pinyin</source>
        <translation>標題或拼音</translation>
    </message>
    <message>
        <source>Jump to a title</source>
        <translation>跳至標題</translation>
    </message>
    <message>
        <source>Next: Down or F3; stay there: Enter; back: Esc</source>
        <translation>下一個：↓ 或 F3；留在此處：Enter；返回：Esc</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 個，共 {count} 個</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>無此標題</translation>
    </message>
</context>
<context>
    <name>Versioning</name>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>The text as it is</source>
        <translation>現在的正文</translation>
    </message>
    <message>
        <source>Articles ({endings});;All files (*)</source>
        <translation>文章 ({endings});;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Replace text with file</source>
        <translation>用檔案取代正文</translation>
    </message>
    <message>
        <source>The file has the text that is there.</source>
        <translation>檔案中的正文與現有的相同。</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the text</source>
        <translation>正文的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>這一版的正文</translation>
    </message>
    <message>
        <source>&amp;Restore this text</source>
        <translation>還原這一版(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare with the text as it is</source>
        <translation>與現在的正文比較(&amp;C)</translation>
    </message>
    <message>
        <source>Compare with the version &amp;before</source>
        <translation>與前一版本比較(&amp;B)</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>{number}. {kind}</source>
        <translation>{number}. {kind}</translation>
    </message>
    <message>
        <source>{version} (as it is)</source>
        <translation>{version}（現在的正文）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 個字元</numerusform>
        </translation>
    </message>
    <message>
        <source>Same words as before</source>
        <translation>文字與前一版本相同</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>改動 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{places}: +{added} −{removed} characters</source>
        <translation>{places}：+{added} −{removed} 字元</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>UTF-8 (all scripts)</source>
        <translation>UTF-8（所有文字）</translation>
    </message>
    <message>
        <source>GB18030 (simplified Chinese; also GBK, GB2312)</source>
        <translation>GB18030（簡體中文，含 GBK、GB2312）</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁體中文）</translation>
    </message>
    <message>
        <source>UTF-16 (all scripts)</source>
        <translation>UTF-16（所有文字）</translation>
    </message>
    <message>
        <source>Shift_JIS (Japanese)</source>
        <translation>Shift_JIS（日文）</translation>
    </message>
    <message>
        <source>EUC-JP (Japanese)</source>
        <translation>EUC-JP（日文）</translation>
    </message>
    <message>
        <source>EUC-KR (Korean)</source>
        <translation>EUC-KR（韓文）</translation>
    </message>
    <message>
        <source>Windows-1252 (Western European)</source>
        <translation>Windows-1252（西歐文字）</translation>
    </message>
    <message>
        <source>Windows-1250 (Central European)</source>
        <translation>Windows-1250（中歐文字）</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251（西里爾文字）</translation>
    </message>
    <message>
        <source>web page: Reader&apos;s own rules</source>
        <translation>網頁：Reader 自己的規則</translation>
    </message>
    <message>
        <source>web page: readability</source>
        <translation>網頁：readability</translation>
    </message>
    <message>
        <source>web page: trafilatura</source>
        <translation>網頁：trafilatura</translation>
    </message>
    <message>
        <source>web page: all of its text</source>
        <translation>網頁：全部文字</translation>
    </message>
    <message>
        <source>web page: only its description</source>
        <translation>網頁：只有其描述</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>the article in the text</source>
        <translation>文字中的文章</translation>
    </message>
    <message>
        <source>all of the text</source>
        <translation>全部文字</translation>
    </message>
    <message>
        <source>document: all of it</source>
        <translation>文件：全部內容</translation>
    </message>
    <message>
        <source>row of a table</source>
        <translation>表格的一列</translation>
    </message>
    <message>
        <source>item of a feed</source>
        <translation>訂閱源的一條</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>貼上</translation>
    </message>
</context>
<context>
    <name>WebDialog</name>
    <message>
        <source>Import from web address</source>
        <translation>從網址匯入</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>網址(&amp;A)</translation>
    </message>
    <message>
        <source>No other command uses the network. It can be switched off in the settings.</source>
        <translation>其他命令都不使用網路。可以在設定中關閉此命令。</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>擷取(&amp;F)</translation>
    </message>
    <message>
        <source>Reader will ask {host} for this page, and for nothing else but where {host} says it has moved: {address}</source>
        <translation>Reader 將只向 {host} 要求這個網頁；如果 {host} 說網頁已移到別處，則到那裡要求：{address}</translation>
    </message>
    <message>
        <source>Type or paste the address of a page.</source>
        <translation>輸入或貼上網頁的網址。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name}（唯讀）</translation>
    </message>
</context>
<context>
    <name>_Switch</name>
    <message>
        <source>Workspaces</source>
        <translation>工作區</translation>
    </message>
</context>
</TS>
