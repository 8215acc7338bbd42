<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Reader</source>
        <translation>关于 Reader</translation>
    </message>
    <message>
        <source>For analysts who read articles: collect, highlight, tag, find, export.</source>
        <translation>为阅读文章的分析员而作：收集、标注、加标签、查找、导出。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可(&amp;L)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>文库：{path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日志：{path}</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>New library...</source>
        <translation>新建文库...</translation>
    </message>
    <message>
        <source>Open library...</source>
        <translation>打开文库...</translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation>导入文件...</translation>
    </message>
    <message>
        <source>Import folder...</source>
        <translation>导入文件夹...</translation>
    </message>
    <message>
        <source>Import from web address...</source>
        <translation>从网址导入...</translation>
    </message>
    <message>
        <source>Paste as article</source>
        <translation>粘贴为文章</translation>
    </message>
    <message>
        <source>Last import report</source>
        <translation>上次导入报告</translation>
    </message>
    <message>
        <source>Export highlights...</source>
        <translation>导出标注...</translation>
    </message>
    <message>
        <source>Export reported errors...</source>
        <translation>导出已报告的错误...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Save search...</source>
        <translation>保存搜索...</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>找到的文章</translation>
    </message>
    <message>
        <source>Highlights found</source>
        <translation>找到的标注</translation>
    </message>
    <message>
        <source>Notes found</source>
        <translation>找到的笔记</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>所有笔记</translation>
    </message>
    <message>
        <source>Keyword in context</source>
        <translation>上下文索引</translation>
    </message>
    <message>
        <source>Narrow down by source, year or tag</source>
        <translation>按来源、年份或标签缩小范围</translation>
    </message>
    <message>
        <source>Highlight all found...</source>
        <translation>标注全部搜索结果...</translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation>设置...</translation>
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
        <translation>文章信息...</translation>
    </message>
    <message>
        <source>Correct title and source</source>
        <translation>更正标题和来源</translation>
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
        <translation>用文件替换正文...</translation>
    </message>
    <message>
        <source>Read again as...</source>
        <translation>重新读取...</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Page parts left out</source>
        <translation>未收入正文的网页内容</translation>
    </message>
    <message>
        <source>Put readings back or lift them out</source>
        <translation>放回或取出读音</translation>
    </message>
    <message>
        <source>Tag the article...</source>
        <translation>给文章加标签...</translation>
    </message>
    <message>
        <source>Note on the article...</source>
        <translation>文章的笔记...</translation>
    </message>
    <message>
        <source>Copy link for notes</source>
        <translation>复制供笔记使用的链接</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Done with this article</source>
        <translation>读完这篇文章</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未读文章</translation>
    </message>
    <message>
        <source>Jump to a title...</source>
        <translation>跳转到标题...</translation>
    </message>
    <message>
        <source>Add to collection...</source>
        <translation>加入文集...</translation>
    </message>
    <message>
        <source>New collection...</source>
        <translation>新建文集...</translation>
    </message>
    <message>
        <source>Take out of the collection</source>
        <translation>移出文集</translation>
    </message>
    <message>
        <source>Report an error...</source>
        <translation>报告错误...</translation>
    </message>
    <message>
        <source>Take the error mark away</source>
        <translation>去掉错误标记</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到废纸篓</translation>
    </message>
    <message>
        <source>Put back from trash</source>
        <translation>从废纸篓放回</translation>
    </message>
    <message>
        <source>Empty trash...</source>
        <translation>清空废纸篓...</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>加标签...</translation>
    </message>
    <message>
        <source>Repeat the last tags</source>
        <translation>重复上次的标签</translation>
    </message>
    <message>
        <source>Next highlight with its tag</source>
        <translation>同标签的下一条标注</translation>
    </message>
    <message>
        <source>Previous highlight with its tag</source>
        <translation>同标签的上一条标注</translation>
    </message>
    <message>
        <source>Extend end by a character</source>
        <translation>终点后移一字</translation>
    </message>
    <message>
        <source>Shrink end by a character</source>
        <translation>终点前移一字</translation>
    </message>
    <message>
        <source>Extend end by a word</source>
        <translation>终点后移一词</translation>
    </message>
    <message>
        <source>Shrink end by a word</source>
        <translation>终点前移一词</translation>
    </message>
    <message>
        <source>Extend start by a character</source>
        <translation>起点前移一字</translation>
    </message>
    <message>
        <source>Shrink start by a character</source>
        <translation>起点后移一字</translation>
    </message>
    <message>
        <source>Extend start by a word</source>
        <translation>起点前移一词</translation>
    </message>
    <message>
        <source>Shrink start by a word</source>
        <translation>起点后移一词</translation>
    </message>
    <message>
        <source>Extend to the sentence</source>
        <translation>扩展到整句</translation>
    </message>
    <message>
        <source>Extend to the paragraph</source>
        <translation>扩展到整段</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>从光标处拆分</translation>
    </message>
    <message>
        <source>Join with the next highlight</source>
        <translation>与下一条标注合并</translation>
    </message>
    <message>
        <source>Review changed highlights</source>
        <translation>核对变动的标注</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Edit tag...</source>
        <translation>编辑标签...</translation>
    </message>
    <message>
        <source>Move tags...</source>
        <translation>移动标签...</translation>
    </message>
    <message>
        <source>Merge tags...</source>
        <translation>合并标签...</translation>
    </message>
    <message>
        <source>Delete tags</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Filter the highlights by...</source>
        <translation>筛选标注...</translation>
    </message>
    <message>
        <source>Sort the highlights by...</source>
        <translation>标注排序...</translation>
    </message>
    <message>
        <source>Group the highlights by...</source>
        <translation>标注分组...</translation>
    </message>
    <message>
        <source>Columns of the table...</source>
        <translation>表格的列...</translation>
    </message>
    <message>
        <source>Reset text size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>写笔记...</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>下一条标注</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>上一条标注</translation>
    </message>
    <message>
        <source>New tag...</source>
        <translation>新建标签...</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
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
        <translation>切换简繁显示</translation>
    </message>
    <message>
        <source>Next place for readings</source>
        <translation>切换读音显示</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Highlights panel</source>
        <translation>标注栏</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>只看正文</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一栏</translation>
    </message>
    <message>
        <source>Go to the notice</source>
        <translation>转到提示</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Reader</source>
        <translation>关于 Reader</translation>
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
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>The correction of this text is still being saved.</source>
        <translation>对这篇正文的修改还在保存。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the text are not saved.</source>
        <translation>
            <numerusform>正文有 %Ln 处改动尚未保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep correcting</source>
        <translation>继续修改</translation>
    </message>
    <message>
        <source>The article that was being corrected is in the trash. What was typed is kept with it.</source>
        <translation>正在修改正文的文章已在废纸篓中，输入的内容与它一起保留。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续修改</translation>
    </message>
</context>
<context>
    <name>AnalystDialog</name>
    <message>
        <source>Who highlights</source>
        <translation>谁在标注</translation>
    </message>
    <message>
        <source>Stands beside the highlights that you make, here and in what you export.</source>
        <translation>显示在你所做的标注旁，也随导出的内容一起给出。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) without a name are mine, too</source>
        <translation>
            <numerusform>没有名字的 %Ln 条标注也是我的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) of {name} are mine, too</source>
        <translation>
            <numerusform>{name}的 %Ln 条标注也是我的</numerusform>
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
        <translation>分析员(&amp;A)</translation>
    </message>
    <message>
        <source>Highlights of everybody</source>
        <translation>所有人的标注</translation>
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
        <translation>按分析员着色</translation>
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
        <translation>标注可以带上你的名字，让别人看出是谁做的。</translation>
    </message>
    <message>
        <source>Enter a name...</source>
        <translation>填写名字...</translation>
    </message>
    <message>
        <source>Highlighted, and not shown: {whose}.</source>
        <translation>已标注，但目前不显示：{whose}。</translation>
    </message>
    <message>
        <source>Show everybody&apos;s</source>
        <translation>显示所有人的</translation>
    </message>
    <message>
        <source>only those without a name</source>
        <translation>只看没有署名的标注</translation>
    </message>
    <message>
        <source>only those of {name}</source>
        <translation>只看 {name} 的标注</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message numerus="yes">
        <source>%Ln article(s) have this tag already.</source>
        <translation>
            <numerusform>这 %Ln 篇文章已有这个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Link copied; paste it into a note: {words}</source>
        <translation>链接已复制，可粘贴到笔记中：{words}</translation>
    </message>
    <message>
        <source>What this link leads to is not in this library, or not any more.</source>
        <translation>这个链接指向的内容不在这个文库中，或已不在其中。</translation>
    </message>
</context>
<context>
    <name>ArticleBar</name>
    <message>
        <source>Error reported</source>
        <translation>已报告错误</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>打开的文章</translation>
    </message>
    <message>
        <source>More about this article</source>
        <translation>这篇文章的更多操作</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>Article details</source>
        <translation>文章信息</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>读音</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lifted out</source>
        <translation>
            <numerusform>取出 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Read again as...</source>
        <translation>重新读取(&amp;R)...</translation>
    </message>
    <message>
        <source>In another encoding, or by another method</source>
        <translation>换一种编码或读取方式</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>发布时间(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>网址(&amp;D)</translation>
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
        <translation>没有打开的文章。</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Something is still being stored. The window closes once it is.</source>
        <translation>仍有内容正在保存，保存完成后窗口会自动关闭。</translation>
    </message>
    <message>
        <source>What you wanted before is still being done. Wait until it is, or cancel it below.</source>
        <translation>之前的操作还在进行。等它完成，或在下方取消。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Save a copy...</source>
        <translation>另存副本...</translation>
    </message>
    <message>
        <source>Changing {done} of {total}</source>
        <translation>正在更改 {done}/{total}</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，没有更改任何内容。</translation>
    </message>
</context>
<context>
    <name>Byline</name>
    <message>
        <source>edited by {name}</source>
        <translation>编辑 {name}</translation>
    </message>
</context>
<context>
    <name>ChineseMenu</name>
    <message>
        <source>As published</source>
        <translation>按原文</translation>
    </message>
    <message>
        <source>All simplified</source>
        <translation>一律简体</translation>
    </message>
    <message>
        <source>All traditional</source>
        <translation>一律繁体</translation>
    </message>
    <message>
        <source>Readings hidden</source>
        <translation>隐藏读音</translation>
    </message>
    <message>
        <source>Readings above the characters</source>
        <translation>读音在汉字上方</translation>
    </message>
    <message>
        <source>Readings in brackets, as printed</source>
        <translation>读音在括号中，如原文</translation>
    </message>
    <message>
        <source>Chinese text: {view}</source>
        <translation>中文显示：{view}</translation>
    </message>
    <message>
        <source>C&amp;hinese text</source>
        <translation>中文显示(&amp;H)</translation>
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
        <translation>出处格式(&amp;C)</translation>
    </message>
    <message>
        <source>Patt&amp;ern</source>
        <translation>样式(&amp;E)</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
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
        <translation>按文章的语言</translation>
    </message>
    <message>
        <source>A pattern of your own</source>
        <translation>自定义样式</translation>
    </message>
    <message>
        <source>the words</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>the author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>the editor</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Select a passage or a highlight first.</source>
        <translation>先选中一段文字或一条标注。</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>已复制：{words}</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Articles ({endings});;All files (*)</source>
        <translation>文章 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Importing {done} of {total}</source>
        <translation>正在导入 {done}/{total}</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>剪贴板里没有文字。</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>This is a web address, and import from those is switched off in the settings.</source>
        <translation>这是一个网址，而从网址导入已在设置中关闭。</translation>
    </message>
    <message>
        <source>Fetching a page from {host}</source>
        <translation>正在从 {host} 获取网页</translation>
    </message>
    <message>
        <source>Change address...</source>
        <translation>更改网址...</translation>
    </message>
</context>
<context>
    <name>CollectionPicker</name>
    <message numerus="yes">
        <source>Add %Ln article(s) to a collection</source>
        <translation>
            <numerusform>将 %Ln 篇文章加入文集</numerusform>
        </translation>
    </message>
    <message>
        <source>Find or make a collection</source>
        <translation>查找或新建文集</translation>
    </message>
    <message>
        <source>Matching collections</source>
        <translation>匹配的文集</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Make the collection “{name}”</source>
        <translation>新建文集“{name}”</translation>
    </message>
</context>
<context>
    <name>Colors</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
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
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>黄绿色</translation>
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
        <translation>列，按此顺序</translation>
    </message>
    <message>
        <source>Move column up</source>
        <translation>上移此列</translation>
    </message>
    <message>
        <source>Move column down</source>
        <translation>下移此列</translation>
    </message>
    <message>
        <source>Drag a column, or move it with {up} and {down}.</source>
        <translation>拖动列来移动，或按 {up}、{down}。</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of a table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>{file}: what do its columns hold?</source>
        <translation>{file}：各列是什么内容？</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Keep as a further field</source>
        <translation>保留为其他字段</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Leave &amp;out all others</source>
        <translation>不要其余各列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep all others</source>
        <translation>保留其余各列(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Skip %Ln table(s)</source>
        <translation>
            <numerusform>跳过 %Ln 个表格(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>Import everything else</source>
        <translation>其余照常导入</translation>
    </message>
    <message>
        <source>Choose the column that holds the text of the articles.</source>
        <translation>选择包含文章正文的列。</translation>
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
        <translation>在列表中选择两篇文章，或打开一篇有转载的文章。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>正在比较...</translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>两份正文</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) differ.</source>
        <translation>
            <numerusform>%Ln 个段落有差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference {number} of {count}</source>
        <translation>第 {number}/{count} 处差异</translation>
    </message>
</context>
<context>
    <name>Completions</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>words of the title</source>
        <translation>标题里的词语</translation>
    </message>
    <message>
        <source>who published it</source>
        <translation>由谁发布</translation>
    </message>
    <message>
        <source>who wrote it</source>
        <translation>由谁撰写</translation>
    </message>
    <message>
        <source>who edited it</source>
        <translation>由谁编辑</translation>
    </message>
    <message>
        <source>part of its web address</source>
        <translation>网址的一部分</translation>
    </message>
    <message>
        <source>such as zh or en</source>
        <translation>例如 zh 或 en</translation>
    </message>
    <message>
        <source>a tag of it or of its highlights</source>
        <translation>文章本身或其中标注的标签</translation>
    </message>
    <message>
        <source>a tag of it as a whole</source>
        <translation>整篇文章的标签</translation>
    </message>
    <message>
        <source>a collection that it is in</source>
        <translation>它所在的文集</translation>
    </message>
    <message>
        <source>who highlighted something</source>
        <translation>标注它的人</translation>
    </message>
    <message>
        <source>published on or between</source>
        <translation>发布日期或期间</translation>
    </message>
    <message>
        <source>imported on or between</source>
        <translation>导入日期或期间</translation>
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
        <translation>命中处</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sort by this column ({keys})</source>
        <translation>按此列排序（{keys}）</translation>
    </message>
    <message>
        <source>&amp;Open article</source>
        <translation>打开文章(&amp;O)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>标注(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tag...</source>
        <translation>加标签(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV...</source>
        <translation>另存为 CSV(&amp;S)...</translation>
    </message>
    <message>
        <source>Write all lines to a table for spreadsheets</source>
        <translation>把所有行写入电子表格可打开的表格</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln 处命中</numerusform>
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
        <translation>“{searched}”：{articles}中有 {hits}</translation>
    </message>
    <message>
        <source>No more than {most} are listed, those of the newest articles.</source>
        <translation>最多列出 {most} 处，取自最新的文章。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were not in the search index yet.</source>
        <translation>
            <numerusform>当时还有 %Ln 篇文章不在搜索索引中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>No part of the page was left out of this article.</source>
        <translation>这篇文章没有未收入正文的网页内容。</translation>
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
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>尚无改动</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>正在保存...</translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message numerus="yes">
        <source>Delete %Ln article(s) in the trash for good?</source>
        <translation>
            <numerusform>永久删除废纸篓中的 %Ln 篇文章？</numerusform>
        </translation>
    </message>
    <message>
        <source>Their highlights go with them. This cannot be undone.</source>
        <translation>其中的标注将一并消失。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>清空废纸篓</translation>
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
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>A year, a month or a day, such as 2020-03; nothing for an open end.</source>
        <translation>写年、月或日，例如 2020-03；留空表示不限。</translation>
    </message>
    <message>
        <source>{value} is no date. Write a year, a month or a day, such as 2020-03.</source>
        <translation>{value} 不是日期。写年、月或日，例如 2020-03。</translation>
    </message>
    <message>
        <source>The first date is later than the last one.</source>
        <translation>起始日期晚于结束日期。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>What was typed could not be stored. {why}</source>
        <translation>输入的内容无法保存。{why}</translation>
    </message>
    <message>
        <source>If you close Reader now, it is lost.</source>
        <translation>如果现在关闭 Reader，这些内容会丢失。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>放弃笔记并关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the watched folder {folder} already. Import them too?</source>
        <translation>
            <numerusform>监视的文件夹 {folder} 中已有 %Ln 个文件。也导入它们吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>New ones are imported as they come, whatever you choose.</source>
        <translation>无论如何选择，新来的文件都会自动导入。</translation>
    </message>
    <message>
        <source>Import them</source>
        <translation>导入它们</translation>
    </message>
    <message>
        <source>Only new ones</source>
        <translation>只导入新文件</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Report an error</source>
        <translation>报告错误</translation>
    </message>
    <message numerus="yes">
        <source>What is wrong with %Ln article(s)? The note may be empty.</source>
        <translation>
            <numerusform>%Ln 篇文章有什么错误？笔记可以留空。</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes that are there already stay unless another one is typed.</source>
        <translation>已有的笔记保持不变，除非在此另行输入。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Change note</source>
        <translation>修改笔记(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Take the mark away</source>
        <translation>去掉标记(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>a Reader library</source>
        <translation>Reader 文库</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ZIP 压缩包或办公文档</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>压缩文件</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a part of a web page</source>
        <translation>网页的附属文件</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>演示文稿</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation>声音或视频文件</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>文字处理文档</translation>
    </message>
    <message>
        <source>a text in it is not UTF-8</source>
        <translation>其中有文本不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>a value in it is not what was stored</source>
        <translation>其中有数值与存入时不符</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>a web archive</source>
        <translation>网页存档</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>an electronic book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>旧版办公文档</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>数据库内容已损坏</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>encoding guessed</source>
        <translation>编码为推测</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>文件不是数据库</translation>
    </message>
    <message>
        <source>its version is none that Reader gives</source>
        <translation>其版本号不是 Reader 使用的</translation>
    </message>
    <message>
        <source>looks like no article</source>
        <translation>不像文章</translation>
    </message>
    <message>
        <source>parts may be wrong</source>
        <translation>部分内容可能有误</translation>
    </message>
    <message>
        <source>text incomplete</source>
        <translation>文字不完整</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>无法打开数据库文件</translation>
    </message>
    <message>
        <source>A bracket at {place} closes what was not opened. Take it away.</source>
        <translation>第 {place} 个字符处的括号没有对应的开括号。去掉它。</translation>
    </message>
    <message>
        <source>A bracket at {place} is not closed. Type ) where it ends.</source>
        <translation>第 {place} 个字符处的括号没有闭合。在它结束处输入 )。</translation>
    </message>
    <message>
        <source>A highlight is split at a place within it, with words on both sides.</source>
        <translation>标注只能在两边都有文字的位置拆分。</translation>
    </message>
    <message>
        <source>A highlight of &quot;{title}&quot; in {file} is damaged, so the article is not shown. Restore the library from a copy.</source>
        <translation>{file} 中《{title}》的一条标注已损坏，因此文章不显示。可用副本恢复文库。</translation>
    </message>
    <message>
        <source>A name may not contain invisible marks of the direction of writing. Type it instead of pasting it.</source>
        <translation>名称中不能有改变书写方向的不可见符号。直接输入，不要粘贴。</translation>
    </message>
    <message>
        <source>A saved search or a collection needs a name.</source>
        <translation>保存的搜索和文集需要名称。</translation>
    </message>
    <message>
        <source>A search can have {limit} characters at the most. Shorten it.</source>
        <translation>搜索最多 {limit} 个字符。缩短后再搜索。</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>标签需要名称。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may have {limit} characters; this one has {length}.</source>
        <translation>标签名称最多 {limit} 个字符，这个有 {length} 个。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may not contain &quot;/&quot;, which separates parent and child.</source>
        <translation>标签名称不能含有“/”，它用来分隔上级与下级。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may not contain &quot;;&quot;, which stands between tags in exported files.</source>
        <translation>标签名称不能含有“;”，它在导出的文件里用来分隔标签。</translation>
    </message>
    <message>
        <source>A tag&apos;s name may not contain invisible marks of the direction of writing. Type it instead of pasting it.</source>
        <translation>标签名称不能含有不可见的书写方向符号。直接输入而不要粘贴。</translation>
    </message>
    <message>
        <source>A tag&apos;s shortcut is a digit from 1 to 9.</source>
        <translation>标签的按键是 1 到 9 的数字。</translation>
    </message>
    <message>
        <source>A text was changed since it was searched, so nothing was highlighted. Search again.</source>
        <translation>有文章的正文在搜索之后有改动，没有标注任何内容。重新搜索。</translation>
    </message>
    <message>
        <source>A title cannot be empty. Give the words that the article is to be called by.</source>
        <translation>标题不能为空。写下文章的名称即可。</translation>
    </message>
    <message>
        <source>An article cannot be empty. Leave some words, or move it to the trash.</source>
        <translation>文章不能没有内容。留下一些文字，或把它移到废纸篓。</translation>
    </message>
    <message>
        <source>In the table {file} no column is known to hold the text of articles. Choose the columns when you import it, or name that column 正文 or text. Its columns are: {columns}.</source>
        <translation>无法确定表格 {file} 的哪一列是文章正文。在导入时选择各列，或将该列命名为“正文”。现有的列：{columns}。</translation>
    </message>
    <message>
        <source>In the web archive {file} there is no page.</source>
        <translation>网页存档 {file} 中没有网页。</translation>
    </message>
    <message>
        <source>In {file} there is nothing that Reader can import.</source>
        <translation>{file} 中没有 Reader 可以导入的内容。</translation>
    </message>
    <message>
        <source>Item {item} of {file} holds no text, so it was left out.</source>
        <translation>{file} 的第 {item} 个条目没有正文，因此未导入。</translation>
    </message>
    <message>
        <source>Line {row} of {file} is broken, so it was left out. Get the file anew from where it came.</source>
        <translation>{file} 的第 {row} 行已损坏，因此未导入。从原处重新获取该文件。</translation>
    </message>
    <message>
        <source>More was done since, which would be taken back too. Look at the history again.</source>
        <translation>之后又有别的操作，也会一起撤销。再看一下历史。</translation>
    </message>
    <message>
        <source>No column was chosen. The columns are: {columns}.</source>
        <translation>没有选择任何列。可用的列：{columns}。</translation>
    </message>
    <message>
        <source>No highlight here says who made it.</source>
        <translation>这里没有标注写明是谁做的。</translation>
    </message>
    <message>
        <source>No readings in brackets were found in this article.</source>
        <translation>这篇文章的括号中没有读音。</translation>
    </message>
    <message>
        <source>Only highlights of one article and of one analyst can be joined.</source>
        <translation>只有同一篇文章、同一位分析员的标注才能合并。</translation>
    </message>
    <message>
        <source>Positions {start} to {end} do not lie within the article, which has {length} characters.</source>
        <translation>位置 {start} 到 {end} 不在文章之内，文章共 {length} 个字符。</translation>
    </message>
    <message>
        <source>Record {record} of {file} is damaged, so it was left out. Get the file anew from where it came.</source>
        <translation>{file} 的第 {record} 条记录已损坏，因此未导入。从原处重新获取该文件。</translation>
    </message>
    <message>
        <source>Row {row} of {file} has more than the {columns} cells of the others. Put quotation marks around its text.</source>
        <translation>{file} 的第 {row} 行超过了其他行的 {columns} 个单元格。给其正文加上引号。</translation>
    </message>
    <message>
        <source>Row {row} of {file} holds no text, so it was left out.</source>
        <translation>{file} 的第 {row} 行没有正文，因此未导入。</translation>
    </message>
    <message>
        <source>Row {row} of {file} is a word or a number where there should be an object, so it was left out.</source>
        <translation>{file} 的第 {row} 行应是对象，却是单个词或数字，因此未导入。</translation>
    </message>
    <message>
        <source>Select a passage or a highlight first.</source>
        <translation>先选中一段文字或一条标注。</translation>
    </message>
    <message>
        <source>Something went wrong inside Reader. Nothing stored was harmed; the details are in the log.</source>
        <translation>Reader 内部出错。已存的内容没有受损，详情见日志。</translation>
    </message>
    <message>
        <source>Something went wrong inside Reader. Nothing stored was harmed; the details are in {log}.</source>
        <translation>Reader 内部出错。已存的内容没有受损，详情见 {log}。</translation>
    </message>
    <message>
        <source>Tags may stand {levels} levels deep; {path} would stand deeper.</source>
        <translation>标签最多可有 {levels} 层；“{path}”会超过。</translation>
    </message>
    <message>
        <source>The answer of {file} broke off or makes no sense. Try again later, or save the page in a browser.</source>
        <translation>{file} 的响应中断或无法识别。稍后再试，或在浏览器中保存该网页。</translation>
    </message>
    <message>
        <source>The article is not there any more, so what was corrected cannot be stored. Copy it.</source>
        <translation>文章已不存在，这些修改无法保存。复制下来。</translation>
    </message>
    <message>
        <source>The article was changed meanwhile, and other words stand where this passage was. Select it again.</source>
        <translation>文章在此期间已被更改，这段所在的位置已是别的文字。重新选择。</translation>
    </message>
    <message>
        <source>The article was changed meanwhile, so what was corrected does not fit it any more. Copy it and begin anew.</source>
        <translation>文章在此期间已被更改，这些修改不再适用。复制下来，重新开始。</translation>
    </message>
    <message>
        <source>The article was changed meanwhile. Read it again once more.</source>
        <translation>文章在此期间有改动。再读取一次。</translation>
    </message>
    <message>
        <source>The column {name} was chosen twice. Leave one of them out.</source>
        <translation>列 {name} 选了两次。去掉其中一个。</translation>
    </message>
    <message>
        <source>The columns of {file} were not chosen, so it was left out. Import it again to choose them.</source>
        <translation>没有为 {file} 选择各列的内容，因此未导入。重新导入即可选择。</translation>
    </message>
    <message>
        <source>The feed {file} has no items, so there is nothing to import.</source>
        <translation>订阅源 {file} 中没有条目，因此没有可导入的内容。</translation>
    </message>
    <message>
        <source>The folder of {file} does not exist. Choose another one.</source>
        <translation>{file} 所在的文件夹不存在。另选一个。</translation>
    </message>
    <message>
        <source>The folder of {file} does not exist. See whether its name is right, or make the folder first.</source>
        <translation>{file} 所在的文件夹不存在。看看名称是否正确，或先新建文件夹。</translation>
    </message>
    <message>
        <source>The name of a search or a collection may have {limit} characters; this one has {length}.</source>
        <translation>保存的搜索和文集的名称最多 {limit} 个字符，这个有 {length} 个。</translation>
    </message>
    <message>
        <source>The table {file} has headers but no rows, so there is nothing to import.</source>
        <translation>表格 {file} 只有表头，没有内容，因此没有可导入的内容。</translation>
    </message>
    <message>
        <source>The text of &quot;{title}&quot; (article {article}) is missing. Restore the library from a copy.</source>
        <translation>“{title}”（文章 {article}）的正文缺失。从副本恢复文库。</translation>
    </message>
    <message>
        <source>The text of &quot;{title}&quot; in {file} is damaged, so it is not shown. Restore the library from a copy.</source>
        <translation>{file} 中《{title}》的正文已损坏，因此不显示。可用副本恢复文库。</translation>
    </message>
    <message>
        <source>The words of this highlight are no longer in the text. Select where it is to be, and put it there.</source>
        <translation>这条标注的文字已不在正文中。选中它该在的位置，再放到那里。</translation>
    </message>
    <message>
        <source>There are more than {limit} brackets within each other. Take some away.</source>
        <translation>括号嵌套超过 {limit} 层。去掉一些。</translation>
    </message>
    <message>
        <source>There are several articles in {file}. Choose a file that has just the one.</source>
        <translation>{file} 中有多篇文章。选择只含一篇文章的文件。</translation>
    </message>
    <message>
        <source>There is a collection {name} already. Choose another name.</source>
        <translation>已经有文集“{name}”。换一个名称。</translation>
    </message>
    <message>
        <source>There is a saved search {name} already. Choose another name.</source>
        <translation>已经有名为“{name}”的搜索。换一个名称。</translation>
    </message>
    <message>
        <source>There is a tag {path} already.</source>
        <translation>已有标签 {path}。</translation>
    </message>
    <message>
        <source>There is no analyst {value} here. Those that there are: {names}.</source>
        <translation>这里没有分析员 {value}。已有的是：{names}。</translation>
    </message>
    <message>
        <source>There is no article {article} in this library.</source>
        <translation>文库中没有文章 {article}。</translation>
    </message>
    <message>
        <source>There is no article {article} in this library. All articles: reader list.</source>
        <translation>文库中没有文章 {article}。全部文章：reader list。</translation>
    </message>
    <message>
        <source>There is no collection {name}. All collections: reader collection list.</source>
        <translation>没有文集“{name}”。所有文集：reader collection list。</translation>
    </message>
    <message>
        <source>There is no collection {value}. Choose one of those that there are.</source>
        <translation>没有文集“{value}”。选择已有的文集。</translation>
    </message>
    <message>
        <source>There is no column {name}. The columns are: {columns}.</source>
        <translation>没有列 {name}。可用的列：{columns}。</translation>
    </message>
    <message>
        <source>There is no highlight {highlight} in this library. It may have been removed meanwhile.</source>
        <translation>文库中没有标注 {highlight}，可能已被删除。</translation>
    </message>
    <message>
        <source>There is no home folder {folder} on this computer. Give another folder.</source>
        <translation>此电脑上没有主文件夹 {folder}。指定其他文件夹。</translation>
    </message>
    <message>
        <source>There is no host {host}, or this computer is not connected to the network. Check the address.</source>
        <translation>找不到主机 {host}，或本机没有联网。检查网址。</translation>
    </message>
    <message>
        <source>There is no saved search {name}. All saved searches: reader searches.</source>
        <translation>没有保存的搜索“{name}”。列出所有保存的搜索：reader searches。</translation>
    </message>
    <message>
        <source>There is no space left for {file}. Free some space and try again; an older file of that name is unchanged.</source>
        <translation>{file} 没有剩余空间。腾出空间后重试；同名的旧文件没有改动。</translation>
    </message>
    <message>
        <source>There is no space left for {file}. Free some space and try again; nothing was lost.</source>
        <translation>{file} 没有剩余空间。腾出空间后重试；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>There is no tag {value}. Choose one of those that there are.</source>
        <translation>没有标签“{value}”。选择已有的标签。</translation>
    </message>
    <message>
        <source>There is nothing to save: type what is to be searched for.</source>
        <translation>没有可以保存的内容：先输入要搜索什么。</translation>
    </message>
    <message>
        <source>This collection was deleted meanwhile. Choose another one.</source>
        <translation>这个文集刚刚被删除了。选择别的文集。</translation>
    </message>
    <message>
        <source>This name holds characters that no file may have. Give another one.</source>
        <translation>文件名含有不允许的字符。换一个名称。</translation>
    </message>
    <message>
        <source>This name is too long for a file. Give a shorter one.</source>
        <translation>文件名过长。换一个短些的名称。</translation>
    </message>
    <message>
        <source>This saved search was deleted meanwhile.</source>
        <translation>这个保存的搜索刚刚被删除了。</translation>
    </message>
    <message>
        <source>This step cannot be taken back: what it belongs to is gone.</source>
        <translation>这一步无法撤销：它所属的内容已不存在。</translation>
    </message>
    <message>
        <source>This tag was deleted meanwhile. Choose another one.</source>
        <translation>这个标签已被删除。另选一个。</translation>
    </message>
    <message>
        <source>Something about these tags changed meanwhile, so nothing was done. Look at the numbers again.</source>
        <translation>这些标签的情况在此期间有变，因此什么都没有做。再看一下数目。</translation>
    </message>
    <message>
        <source>What this note was about is gone by now, so the note was not stored.</source>
        <translation>这条笔记所属的内容已不存在，因此笔记没有保存。</translation>
    </message>
    <message>
        <source>near at {place} needs two words in brackets and nothing else, such as near(a b, 10).</source>
        <translation>第 {place} 个字符处的 near 需要括号里有两个词，没有别的，例如 near(a b, 10)。</translation>
    </message>
    <message>
        <source>{file} was made by an older Reader and has to be brought up to date, but nothing can be written where it is. Copy it to a folder you may write to.</source>
        <translation>{file} 由较早版本的 Reader 生成，需要更新，但所在位置不可写。把它复制到可写的文件夹。</translation>
    </message>
    <message>
        <source>{value} is no date. Write a year, a month or a day, such as 2020-03, or two with .. between.</source>
        <translation>{value} 不是日期。写年、月或日，例如 2020-03；或写两个日期，中间加 ..。</translation>
    </message>
    <message>
        <source>{words} has no letter, digit or character to search for. Type a word.</source>
        <translation>{words} 里没有可以搜索的文字、字母或数字。输入词语。</translation>
    </message>
    <message>
        <source>{word} at {place} has nothing behind it. Type what it is to be.</source>
        <translation>第 {place} 个字符处的 {word} 后面没有内容。输入要找什么。</translation>
    </message>
    <message>
        <source>{word} at {place} has nothing to go with. Type a word on both sides of it, or take it away.</source>
        <translation>第 {place} 个字符处的 {word} 缺少一边。在两边都输入词语，或去掉它。</translation>
    </message>
    <message>
        <source>The text of &quot;{title}&quot; was changed since it was searched, so nothing was highlighted. Look for the words again.</source>
        <translation>《{title}》的正文在搜索之后有改动，因此未作任何标注。重新搜索即可。</translation>
    </message>
    <message>
        <source>The search index of {file} is damaged; the articles are not. Searching makes it anew.</source>
        <translation>{file} 的搜索索引已损坏，文章完好。搜索会重建索引。</translation>
    </message>
    <message>
        <source>{color} is not a colour of tags. Choose one of: {colors}.</source>
        <translation>{color} 不是标签的颜色。可选：{colors}。</translation>
    </message>
    <message>
        <source>{count} more {ending} files were skipped for the same reason.</source>
        <translation>另有 {count} 个 {ending} 文件因同样原因被跳过。</translation>
    </message>
    <message>
        <source>{date} is not a time such as 2020-03-04 or 2020-03-04T17:24:00.</source>
        <translation>{date} 不是时间，应如 2020-03-04 或 2020-03-04T17:24:00。</translation>
    </message>
    <message>
        <source>{encoding} is not an encoding that Reader knows. Leave it out, or use a name such as gb18030 or big5.</source>
        <translation>Reader 不认识编码 {encoding}。可以不指定，或使用 gb18030、big5 这样的名称。</translation>
    </message>
    <message>
        <source>{file} cannot be had now: the server says {code}. Try again later, or save the page in a browser.</source>
        <translation>暂时无法获取 {file}：服务器返回 {code}。稍后再试，或在浏览器中保存该网页。</translation>
    </message>
    <message>
        <source>{file} cannot be read any more: {why}. See whether its disk is still there.</source>
        <translation>无法再读取 {file}：{why}。可检查它所在的磁盘是否还在。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. Check its permissions.</source>
        <translation>无法读取 {file}：{why}。可检查它的权限。</translation>
    </message>
    <message>
        <source>{file} could not be read: it needs too much memory or is damaged.</source>
        <translation>无法读取 {file}：它需要太多内存或已损坏。</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}.</source>
        <translation>无法写入 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} declares entities of its own, as attacks on programs do, so it was left out. Save it anew.</source>
        <translation>{file} 里自行声明了实体，攻击程序时常用这种手法，因此没有导入。重新保存该文件。</translation>
    </message>
    <message>
        <source>{file} did not answer completely within {seconds} seconds. Try again later, or save the page in a browser.</source>
        <translation>{file} 未能在 {seconds} 秒内完整响应。稍后再试，或在浏览器中保存该网页。</translation>
    </message>
    <message>
        <source>{file} did not answer in time. Try again later, or save the page in a browser.</source>
        <translation>{file} 没有及时响应。稍后再试，或在浏览器中保存该网页。</translation>
    </message>
    <message>
        <source>{file} does not exist. Choose another library or make a new one.</source>
        <translation>{file} 不存在。选择另一个文库或新建一个。</translation>
    </message>
    <message>
        <source>{file} ends in the middle of item {item}, so that one was left out. Get it anew from where it came.</source>
        <translation>{file} 在第 {item} 个条目中间中断，因此该条目未导入。从原处重新获取该文件。</translation>
    </message>
    <message>
        <source>{file} exists already. Open it, or choose another name.</source>
        <translation>{file} 已存在。打开它，或换一个名称。</translation>
    </message>
    <message>
        <source>{file} has a line of more than {limit} characters in it. Split it first.</source>
        <translation>{file} 中有一行超过 {limit} 个字符。先将其拆分。</translation>
    </message>
    <message>
        <source>{file} has a name that leads out of its archive, so it was left out.</source>
        <translation>{file} 的名称指向压缩包之外，因此未导入。</translation>
    </message>
    <message>
        <source>{file} has more than {limit} pages. Split it and import the parts.</source>
        <translation>{file} 超过 {limit} 页。拆分后分别导入。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} files. Unpack it and import the folder.</source>
        <translation>{file} 里的文件超过 {limit} 个。解压后导入文件夹。</translation>
    </message>
    <message>
        <source>{file} holds no article, so there is nothing to import.</source>
        <translation>{file} 中没有文章，无可导入。</translation>
    </message>
    <message>
        <source>{file} holds no list of objects, so there is no table in it. Save its articles as a list of objects.</source>
        <translation>{file} 中没有对象列表，因此没有表格。将其中的文章另存为对象列表。</translation>
    </message>
    <message>
        <source>{file} holds no text, so there is nothing to import.</source>
        <translation>{file} 里没有文字，没有可导入的内容。</translation>
    </message>
    <message>
        <source>{file} holds parts that Reader did not make ({why}). It was left as it is; restore it from a copy.</source>
        <translation>{file} 含有不是 Reader 生成的部分（{why}）。文件保持原样；可用副本恢复。</translation>
    </message>
    <message>
        <source>{file} holds the name of a user, which Reader sends nowhere. Give the address without it.</source>
        <translation>{file} 中含有用户名，Reader 不会发送用户名。去掉用户名后再试。</translation>
    </message>
    <message>
        <source>{file} is a database of another program, not a Reader library. It was left as it is.</source>
        <translation>{file} 是其他程序的数据库，不是 Reader 文库。文件保持原样。</translation>
    </message>
    <message>
        <source>{file} is a folder, not a Reader library. Choose a file ending in .reader.</source>
        <translation>{file} 是文件夹，不是 Reader 文库。选择以 .reader 结尾的文件。</translation>
    </message>
    <message>
        <source>{file} is a folder. Give a file name.</source>
        <translation>{file} 是文件夹。指定一个文件名。</translation>
    </message>
    <message>
        <source>{file} is a library, which an export would destroy. Give another file name.</source>
        <translation>{file} 是文库，导出会毁掉它。换一个文件名。</translation>
    </message>
    <message>
        <source>{file} is a link or a device and no file, so it was left out.</source>
        <translation>{file} 是链接或设备，不是文件，因此未导入。</translation>
    </message>
    <message>
        <source>{file} is a link that leads out of the folder. Choose the file itself.</source>
        <translation>{file} 是指向文件夹之外的链接。可直接选择该文件。</translation>
    </message>
    <message>
        <source>{file} is a table of highlights that Reader exported, not of articles. Import the articles themselves.</source>
        <translation>{file} 是 Reader 导出的标注表格，不是文章表格。导入文章本身。</translation>
    </message>
    <message>
        <source>{file} is being written by another program. Try again in a moment.</source>
        <translation>另一个程序正在写入 {file}。稍后再试。</translation>
    </message>
    <message>
        <source>{file} is broken JSON, from line {line} on. Get it anew from where it came.</source>
        <translation>{file} 的 JSON 从第 {line} 行起已损坏。从原处重新获取该文件。</translation>
    </message>
    <message>
        <source>{file} is broken in or behind row {row}; the rows before it were read. Get it anew from where it came.</source>
        <translation>{file} 从第 {row} 行起已损坏，此前各行均已读取。从原处重新获取该文件。</translation>
    </message>
    <message>
        <source>{file} is damaged or incomplete. Get it anew from where it came and try again.</source>
        <translation>{file} 已损坏或不完整。从原处重新获取后再试。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}. It was left as it is; restore it from a copy.</source>
        <translation>{file} 已损坏：{why}。文件保持原样；可用副本恢复。</translation>
    </message>
    <message>
        <source>{file} is empty, so there is nothing to import.</source>
        <translation>{file} 是空的，没有可导入的内容。</translation>
    </message>
    <message>
        <source>{file} is empty. Restore it from a copy, or choose another library.</source>
        <translation>{file} 是空的。可用副本恢复，或选择另一个文库。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, so it was not fetched. Save it in a browser and import the file.</source>
        <translation>{file} 超过 {limit} MB，因此没有获取。在浏览器中保存后导入该文件。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB. Split it into articles first.</source>
        <translation>{file} 超过 {limit} MB。先拆分成文章。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be a page ({depth} levels). Save the page again from the browser.</source>
        <translation>{file} 嵌套太深（{depth} 层），不像网页。从浏览器重新保存。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be a table. Save its articles as a list of objects.</source>
        <translation>{file} 嵌套过深，不可能是表格。将其中的文章另存为对象列表。</translation>
    </message>
    <message>
        <source>{file} is no file but a device or a pipe. Choose a file.</source>
        <translation>{file} 不是文件，而是设备或管道。选择一个文件。</translation>
    </message>
    <message>
        <source>{file} is no file that could be replaced, but a device or the like. Give another name.</source>
        <translation>{file} 是设备一类的特殊文件，不能替换。换一个名称。</translation>
    </message>
    <message>
        <source>{file} is no page but {what}, which Reader cannot import.</source>
        <translation>{file} 不是网页而是 {what}，Reader 无法导入。</translation>
    </message>
    <message>
        <source>{file} is no web address. Give one that begins with https:// or http://.</source>
        <translation>{file} 不是网址。网址以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>{file} is not a Reader library. Choose a file ending in .reader.</source>
        <translation>{file} 不是 Reader 文库。选择以 .reader 结尾的文件。</translation>
    </message>
    <message>
        <source>{file} is not a text file. Save it as text or as a web page first.</source>
        <translation>{file} 不是文本文件。先另存为文本或网页。</translation>
    </message>
    <message>
        <source>{file} is not shown to programs or without signing in (the server says {code}). Save it in a browser.</source>
        <translation>{file} 需要登录，或不允许程序读取（服务器返回 {code}）。在浏览器中保存该网页。</translation>
    </message>
    <message>
        <source>{file} is not there (the server says {code}). Check the address.</source>
        <translation>{file} 不存在（服务器返回 {code}）。检查网址。</translation>
    </message>
    <message>
        <source>{file} is not there any more. Save a copy of what is open, or open it where it is now.</source>
        <translation>{file} 已不在原处。可为打开的内容另存副本，或到新位置打开。</translation>
    </message>
    <message>
        <source>{file} is not there. Choose it again.</source>
        <translation>{file} 不存在。重新选择。</translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one and try again.</source>
        <translation>{file} 受密码保护。另存为没有密码的文件后再试。</translation>
    </message>
    <message>
        <source>{file} is too large for the memory of this computer. Split it first.</source>
        <translation>{file} 太大，超出本机内存。先将其拆分。</translation>
    </message>
    <message>
        <source>{file} is too long to be read. Split it into articles first.</source>
        <translation>{file} 太长，无法读取。先拆分成多篇文章。</translation>
    </message>
    <message>
        <source>{file} is {what}, which Reader does not import.</source>
        <translation>{file} 是{what}，Reader 不导入此类文件。</translation>
    </message>
    <message>
        <source>{file} leads on more than {limit} times. Open it in a browser and give the address where it ends.</source>
        <translation>{file} 跳转超过 {limit} 次。在浏览器中打开它，并使用最终的网址。</translation>
    </message>
    <message>
        <source>{file} leads to {to}, which is not followed for safety. Give that address itself if it is meant.</source>
        <translation>{file} 跳转到 {to}，为安全起见没有跟随。如确需该网址，可直接输入。</translation>
    </message>
    <message>
        <source>{file} lies in more than {limit} archives, one in the other. Unpack it first.</source>
        <translation>{file} 外面套了超过 {limit} 层压缩包。先解压。</translation>
    </message>
    <message>
        <source>{file} takes too long to read, so what is behind its first {parts} articles was left out. Split it into smaller files and try again.</source>
        <translation>读取 {file} 用时过长，前 {parts} 篇文章之后的内容已跳过。拆成较小的文件后重试。</translation>
    </message>
    <message>
        <source>{file} was overwritten by another program. Open it again to go on.</source>
        <translation>{file} 已被其他程序覆盖。重新打开后可继续。</translation>
    </message>
    <message>
        <source>{host} cannot be reached with encryption. Check the address; a site without encryption needs http:// before it.</source>
        <translation>无法以加密方式连接 {host}。检查网址；如果该网站不加密，在网址前写上 http://。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入输出出错</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这样的文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>This article has no version {number} of its text.</source>
        <translation>这篇文章没有第 {number} 版正文。</translation>
    </message>
    <message>
        <source>Another file took the place of {file}. Save a copy of what is open, or open the file anew.</source>
        <translation>{file} 已被另一个文件取代。可为打开的内容另存副本，或重新打开。</translation>
    </message>
    <message>
        <source>Row {row} of {file} opens a quotation in line {line} that is not closed, so it was left out. Close it, or get the file anew if it was cut.</source>
        <translation>{file} 的第 {row} 行从文件第 {line} 行起的引号没有闭合，因此未导入。补上引号；如果文件被截断，则重新获取。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} MB when it is unpacked, so it was left out. Split it and import the parts.</source>
        <translation>{file} 解压后超过 {limit} MB，因此没有导入。拆分后分别导入。</translation>
    </message>
    <message>
        <source>{file} is a {ending} file, which Reader does not import.</source>
        <translation>{file} 是 {ending} 文件，Reader 不导入此类文件。</translation>
    </message>
    <message>
        <source>{file} is open for reading only, so nothing in it can be changed. Copy it to a folder you may write to.</source>
        <translation>{file} 只能读取，无法改动其中的内容。把它复制到可写的文件夹。</translation>
    </message>
    <message>
        <source>{file} is the library itself. Choose the files of articles.</source>
        <translation>{file} 就是文库本身。选择文章的文件。</translation>
    </message>
    <message>
        <source>{file} is too long for one article, which has up to {characters} characters and {paragraphs} paragraphs. Split it into articles first.</source>
        <translation>{file} 太长，不能作为一篇文章：一篇文章最多 {characters} 字、{paragraphs} 段。先拆分成文章。</translation>
    </message>
    <message>
        <source>{file} is {what}, which Reader cannot import. Save it as text or as a web page first.</source>
        <translation>{file} 是{what}，Reader 无法导入。先另存为文本或网页。</translation>
    </message>
    <message>
        <source>{file} may not be written, or another program has it open. Close it there or choose another folder.</source>
        <translation>{file} 不可写，或被另一个程序打开。在那里关闭它，或另选文件夹。</translation>
    </message>
    <message>
        <source>{file} took too long to read, so it was left out. Save it in another form and try again.</source>
        <translation>读取 {file} 用时过长，已跳过。换一种格式保存后重试。</translation>
    </message>
    <message>
        <source>{file} was made by a newer Reader, so it is open for reading only. Update Reader to change it.</source>
        <translation>{file} 由更新版本的 Reader 生成，只能读取。更新 Reader 后再改动。</translation>
    </message>
    <message>
        <source>{file} was made by a newer Reader. Update Reader to open it.</source>
        <translation>{file} 由更新版本的 Reader 生成。更新 Reader 后再打开。</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {why}. Check the address and the connection to the network.</source>
        <translation>无法连接 {host}：{why}。检查网址和网络连接。</translation>
    </message>
    <message>
        <source>{host} cannot prove that it is this host ({why}), so nothing was sent to it.</source>
        <translation>{host} 无法证明自己的身份（{why}），因此没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>{name}: cannot be {value}. It can be: {choices}.</source>
        <translation>{name}: 不能是 {value}。可以是：{choices}。</translation>
    </message>
    <message>
        <source>{path} cannot be merged into itself or into a tag below itself.</source>
        <translation>{path} 不能合并到自身或其下的标签。</translation>
    </message>
    <message>
        <source>{path} cannot be moved into itself or below itself.</source>
        <translation>{path} 不能移到自身之内或自身之下。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export highlights</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message numerus="yes">
        <source>All highlights (%Ln)</source>
        <translation>
            <numerusform>所有标注（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the articles in the list (%Ln)</source>
        <translation>
            <numerusform>列表中文章的标注（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the selected articles (%Ln)</source>
        <translation>
            <numerusform>选中文章的标注（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>One row for each highlight</source>
        <translation>每条标注一行</translation>
    </message>
    <message>
        <source>One row for each tag of a highlight</source>
        <translation>标注的每个标签一行</translation>
    </message>
    <message>
        <source>One row for each highlight, a 0/1 column for each tag</source>
        <translation>每条标注一行，每个标签一个 0/1 列</translation>
    </message>
    <message>
        <source>As in the table</source>
        <translation>与表格相同</translation>
    </message>
    <message numerus="yes">
        <source>What the table shows (%Ln)</source>
        <translation>
            <numerusform>表格中显示的标注（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those selected in the table (%Ln)</source>
        <translation>
            <numerusform>表格中选中的标注（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation>电子表格安全</translation>
    </message>
    <message>
        <source>Puts &apos; before cells that a spreadsheet would run as a formula.</source>
        <translation>在电子表格会当作公式运行的单元格前加 &apos;。</translation>
    </message>
    <message>
        <source>Also tags and notes of whole articles</source>
        <translation>也包括整篇文章的标签和笔记</translation>
    </message>
    <message>
        <source>Rows without a quote, below those of the highlights.</source>
        <translation>没有引文的行，排在标注的行之后。</translation>
    </message>
    <message>
        <source>Columns, in this order</source>
        <translation>列，按此顺序</translation>
    </message>
    <message>
        <source>Tick at least one column.</source>
        <translation>至少勾选一列。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>There is a file of this name.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>文件“{file}”已存在。</translation>
    </message>
    <message>
        <source>If it is replaced, what is in it now is lost.</source>
        <translation>替换后，其中现有的内容将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>另取名称</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>保存各行</translation>
    </message>
    <message>
        <source>Keyword in context</source>
        <translation>上下文索引</translation>
    </message>
    <message>
        <source>Export reported errors</source>
        <translation>导出已报告的错误</translation>
    </message>
    <message>
        <source>Reported errors</source>
        <translation>错误报告</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to {file}.</source>
        <translation>
            <numerusform>已写入 {file}，共 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Exporting {done} of {total}</source>
        <translation>正在导出 {done}/{total}</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>导出已停止，没有写入文件。</translation>
    </message>
</context>
<context>
    <name>FacetsPopup</name>
    <message>
        <source>Narrow down</source>
        <translation>缩小范围</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Counting...</source>
        <translation>正在统计...</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>FieldsPopup</name>
    <message>
        <source>Article details</source>
        <translation>文章信息</translation>
    </message>
    <message>
        <source>Return stores, Esc drops what is not stored.</source>
        <translation>按 Enter 保存，按 Esc 放弃未保存的内容。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>所在位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Highlight all hits (Alt+Enter)</source>
        <translation>标注全部命中 (Alt+Enter)</translation>
    </message>
    <message>
        <source>Highlight all hits and tag them (Alt+Shift+Enter)</source>
        <translation>标注全部命中并加标签 (Alt+Shift+Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Searching...</source>
        <translation>正在查找...</translation>
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
            <numerusform>未收入正文的网页内容（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what of the page is not in the text (P)</source>
        <translation>显示网页中未收入正文的内容 (P)</translation>
    </message>
    <message>
        <source>Page parts left out</source>
        <translation>未收入正文的网页内容</translation>
    </message>
    <message>
        <source>Return takes the chosen lines into the text, at the place where they were.</source>
        <translation>按 Enter 把选中的行收入正文，放在原来的位置。</translation>
    </message>
    <message>
        <source>The page has more lines than these; the others are only in its original.</source>
        <translation>网页中还有更多未收入正文的行，仅保存在原文中。</translation>
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
            <numerusform>另见于：{names}（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>Open: {article}</source>
        <translation>打开：{article}</translation>
    </message>
    <message>
        <source>Compare: {article}</source>
        <translation>比较：{article}</translation>
    </message>
</context>
<context>
    <name>FoundPane</name>
    <message>
        <source>No note matches.</source>
        <translation>没有符合的笔记。</translation>
    </message>
    <message>
        <source>No highlight matches.</source>
        <translation>没有符合的标注。</translation>
    </message>
    <message>
        <source>There are no notes yet. {note} writes one on a highlight, {article} on the article.</source>
        <translation>还没有笔记。按 {note} 给标注写笔记，按 {article} 给文章写笔记。</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>A correction of this text was not saved.</source>
        <translation>对这篇正文的修改尚未保存。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续修改</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>Handles</name>
    <message>
        <source>Start of the highlight</source>
        <translation>标注的起点</translation>
    </message>
    <message>
        <source>End of the highlight</source>
        <translation>标注的终点</translation>
    </message>
</context>
<context>
    <name>HighlightAllDialog</name>
    <message>
        <source>Highlight all that is searched for</source>
        <translation>标注全部搜索结果</translation>
    </message>
    <message>
        <source>“{searched}”</source>
        <translation>“{searched}”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not in the search index yet.</source>
        <translation>
            <numerusform>还有 %Ln 篇文章不在搜索索引中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The &amp;words alone</source>
        <translation>只是这些词(&amp;W)</translation>
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
        <translation>打开的文章(&amp;A)</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>要标注的文字</translation>
    </message>
    <message>
        <source>In the articles that are &amp;listed</source>
        <translation>列表中的文章(&amp;L)</translation>
    </message>
    <message>
        <source>In the whole l&amp;ibrary</source>
        <translation>整个文库(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>标注(&amp;H)</translation>
    </message>
    <message>
        <source>Highlight and &amp;tag...</source>
        <translation>标注并加标签(&amp;T)...</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Looking for passages...</source>
        <translation>正在查找...</translation>
    </message>
    <message>
        <source>Looking for passages: {done} of {total} articles...</source>
        <translation>正在查找：{done}/{total} 篇文章...</translation>
    </message>
    <message>
        <source>More than {most} passages, which are too many at once. Narrow the search down.</source>
        <translation>超过 {most} 处，一次太多。缩小搜索范围。</translation>
    </message>
    <message>
        <source>Nothing there to highlight.</source>
        <translation>没有可以标注的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
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
        <translation>{articles}，共 {passages}（前 {number} 处）：</translation>
    </message>
</context>
<context>
    <name>HighlightCard</name>
    <message>
        <source>Chosen highlight</source>
        <translation>选中的标注</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>加标签...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Colour of the highlight</source>
        <translation>标注的颜色</translation>
    </message>
    <message>
        <source>Colour of its first tag</source>
        <translation>第一个标签的颜色</translation>
    </message>
    <message>
        <source>Take this tag off</source>
        <translation>去掉这个标签</translation>
    </message>
    <message>
        <source>Take off the tag {path}</source>
        <translation>去掉标签 {path}</translation>
    </message>
</context>
<context>
    <name>HighlightingAll</name>
    <message>
        <source>Search for words first. Then all of them can be highlighted at once.</source>
        <translation>先搜索词语，然后可以一次标注全部。</translation>
    </message>
</context>
<context>
    <name>HighlightsPanel</name>
    <message>
        <source>Highlights</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>No highlight matches.</source>
        <translation>没有符合的标注。</translation>
    </message>
    <message>
        <source>Select a passage and press H to highlight it, or T to tag it.</source>
        <translation>选中一段文字，按 H 标注，或按 T 加标签。</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Everything that changed the library, newest first.</source>
        <translation>文库的所有更改，最新的在前。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>Takes back the chosen step and all that came after it.</source>
        <translation>撤销选中的一步和之后的所有操作。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Steps of</source>
        <translation>步骤范围</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个文库</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>这篇文章</translation>
    </message>
    <message>
        <source>This highlight</source>
        <translation>这条标注</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>No step matches.</source>
        <translation>没有符合的步骤。</translation>
    </message>
    <message>
        <source>Nothing was done yet. What changes the library stands here, and can be taken back.</source>
        <translation>还没有任何操作。对文库的更改会列在这里，并可撤销。</translation>
    </message>
    <message>
        <source>{step} (undone)</source>
        <translation>{step}（已撤销）</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo down to here (%Ln step(s) of the whole library)</source>
        <translation>
            <numerusform>撤销到这里为止（整个文库的 %Ln 步）(&amp;U)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo down to here (%Ln step(s))</source>
        <translation>
            <numerusform>撤销到这里为止（%Ln 步）(&amp;U)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>HitsInContext</name>
    <message>
        <source>Search for words first. Then each place where they stand is a line here.</source>
        <translation>先搜索字词，这里会逐行列出每一处命中。</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Open article</source>
        <translation>打开文章(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Import the files that failed once more</source>
        <translation>重新导入失败的文件</translation>
    </message>
    <message>
        <source>Choose col&amp;umns...</source>
        <translation>选择列(&amp;U)...</translation>
    </message>
    <message>
        <source>Choose anew what the columns of this table hold, and import it so instead</source>
        <translation>重新选择此表格各列的内容，并改按新的选择导入</translation>
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
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the rows as text</source>
        <translation>以文本复制各行</translation>
    </message>
    <message>
        <source>&amp;Save as CSV...</source>
        <translation>另存为 CSV(&amp;S)...</translation>
    </message>
    <message>
        <source>Write the rows to a table for spreadsheets</source>
        <translation>把各行写入电子表格可打开的表格</translation>
    </message>
</context>
<context>
    <name>ImportSettings</name>
    <message>
        <source>Allow import from &amp;web addresses</source>
        <translation>允许从网址导入(&amp;W)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Ch&amp;oose...</source>
        <translation>选择(&amp;O)...</translation>
    </message>
    <message>
        <source>Watched fol&amp;der</source>
        <translation>监视的文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>With folders &amp;below it</source>
        <translation>包括其中的文件夹(&amp;B)</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>This folder is not there now; Reader looks for it again and again.</source>
        <translation>这个文件夹现在不存在，Reader 会继续查找。</translation>
    </message>
    <message>
        <source>New files in it are imported while Reader runs. None is moved or deleted.</source>
        <translation>Reader 运行时会导入其中的新文件，不移动也不删除文件。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Title or reason</source>
        <translation>标题或原因</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
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
        <translation>在废纸篓中</translation>
    </message>
    <message>
        <source>deleted for good</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>文件相同</translation>
    </message>
    <message>
        <source>same text</source>
        <translation>正文相同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>网址相同</translation>
    </message>
    <message>
        <source>from {host}</source>
        <translation>来自 {host}</translation>
    </message>
    <message>
        <source>columns guessed</source>
        <translation>列的内容为推测</translation>
    </message>
    <message>
        <source>a reprint</source>
        <translation>转载</translation>
    </message>
    <message>
        <source>a reprint of {title}</source>
        <translation>《{title}》的转载</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>There is nothing in this folder that Reader imports.</source>
        <translation>这个文件夹里没有 Reader 能导入的文件。</translation>
    </message>
    <message>
        <source>This article is in the library already.</source>
        <translation>这篇文章已在文库中。</translation>
    </message>
    <message>
        <source>Added: {title} ({doubts})</source>
        <translation>已添加：{title}（{doubts}）</translation>
    </message>
    <message>
        <source>Added: {title}</source>
        <translation>已添加：{title}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these articles are in the trash now.</source>
        <translation>
            <numerusform>其中 %Ln 篇现在在废纸篓中。</numerusform>
        </translation>
    </message>
    <message>
        <source>{came} {away}</source>
        <translation>{came}{away}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>已添加 %Ln 篇文章</numerusform>
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
            <numerusform>%Ln 个文件已跳过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) failed</source>
        <translation>
            <numerusform>%Ln 个文件失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of files failed</source>
        <translation>
            <numerusform>文件中有 %Ln 部分失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>columns of %Ln table(s) guessed</source>
        <translation>
            <numerusform>%Ln 个表格的列内容为推测</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out as you stopped</source>
        <translation>
            <numerusform>停止后有 %Ln 个文件未处理</numerusform>
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
        <translation>文库 (*{suffix})</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>打开文库</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建文库</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>文件保持原样。</translation>
    </message>
    <message>
        <source>Open another library...</source>
        <translation>打开另一个文库...</translation>
    </message>
    <message>
        <source>New library...</source>
        <translation>新建文库...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
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
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
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
            <numerusform>暂留 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>What no longer fits the search stays here until you choose another article or search anew.</source>
        <translation>不再符合搜索条件的文章留在这里，直到选择另一篇文章或重新搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not in the search index yet.</source>
        <translation>
            <numerusform>还有 %Ln 篇文章不在搜索索引中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag: {path}</source>
        <translation>标签：{path}</translation>
    </message>
    <message>
        <source>Show articles with any tag again</source>
        <translation>重新显示带任何标签的文章</translation>
    </message>
</context>
<context>
    <name>ListKeeping</name>
    <message>
        <source>Save search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新建文集</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>保存的搜索</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>文集</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>显示其中的文章</translation>
    </message>
    <message>
        <source>Export highlights...</source>
        <translation>导出标注...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
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
        <translation>没有标签使用按键 {digit}。在标签的菜单中设置。</translation>
    </message>
    <message>
        <source>Select highlights first.</source>
        <translation>先选中标注。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have these tags already.</source>
        <translation>
            <numerusform>%Ln 条标注已有这些标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>加标签...</translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>写笔记...</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As its tags have</source>
        <translation>使用标签的颜色</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy quotes</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Copy quotes with citations</source>
        <translation>连同出处复制引文</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>导出...</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln highlight(s)</source>
        <translation>
            <numerusform>删除 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Take tag off</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>Replace tag</source>
        <translation>替换标签</translation>
    </message>
</context>
<context>
    <name>MarkedCopying</name>
    <message numerus="yes">
        <source>%Ln quote(s) copied, with citations</source>
        <translation>
            <numerusform>已连同出处复制 %Ln 段引文</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying {done} of {total}</source>
        <translation>正在复制 {done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) copied.</source>
        <translation>
            <numerusform>已复制 %Ln 条标注。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; nothing was copied.</source>
        <translation>已停止，没有复制任何内容。</translation>
    </message>
</context>
<context>
    <name>MarkedFilters</name>
    <message>
        <source>any of these tags</source>
        <translation>任意一个标签</translation>
    </message>
    <message>
        <source>all of these tags</source>
        <translation>所有这些标签</translation>
    </message>
    <message>
        <source>{tag} and below</source>
        <translation>{tag}及下级</translation>
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
        <translation>有笔记</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation>没有笔记</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>needs review</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>no analyst</source>
        <translation>无分析员</translation>
    </message>
    <message>
        <source>{condition} (click to take it away)</source>
        <translation>{condition}（单击移除）</translation>
    </message>
    <message>
        <source>Also tags below it</source>
        <translation>包括下级标签</translation>
    </message>
    <message>
        <source>Not with this tag</source>
        <translation>不含此标签</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Tag...</source>
        <translation>标签...</translation>
    </message>
    <message>
        <source>Not with tag...</source>
        <translation>不含标签...</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Article has tag...</source>
        <translation>文章有标签...</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>没有笔记</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Date of the articles...</source>
        <translation>文章的日期...</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>清除全部条件</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无分析员</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Narrow the highlights down</source>
        <translation>缩小标注的范围</translation>
    </message>
    <message>
        <source>All of these tags, or any of them</source>
        <translation>须有所有这些标签，或其中任意一个</translation>
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
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>按文章</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月份</translation>
    </message>
    <message>
        <source>Order of the columns...</source>
        <translation>列的顺序...</translation>
    </message>
    <message>
        <source>No highlight matches.</source>
        <translation>没有符合的标注。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) have such tags as a whole.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇有这些标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) have this tag as a whole.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇有这个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln highlight(s) there</source>
        <translation>
            <numerusform>显示其中的 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is highlighted yet. Select a passage in an article and press H.</source>
        <translation>还没有标注。在文章中选中一段文字，按 H 标注。</translation>
    </message>
    <message>
        <source>Go to the articles</source>
        <translation>转到文章</translation>
    </message>
    <message>
        <source>Show such articles</source>
        <translation>显示这些文章</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Sort the highlights</source>
        <translation>将标注排序</translation>
    </message>
    <message>
        <source>Put the highlights together</source>
        <translation>将标注分组</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>MarkedTable</name>
    <message>
        <source>No tag</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>没有来源</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>没有日期</translation>
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
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>These words are highlighted like that already.</source>
        <translation>这些文字已有这样的标注。</translation>
    </message>
    <message>
        <source>No tag has the key {digit}. Give it one in the tag&apos;s menu.</source>
        <translation>没有标签使用按键 {digit}。在标签的菜单中设置。</translation>
    </message>
    <message>
        <source>No tag was put on a highlight yet.</source>
        <translation>还没有给任何标注加过标签。</translation>
    </message>
    <message>
        <source>The highlight has that tag already.</source>
        <translation>这条标注已有该标签。</translation>
    </message>
    <message>
        <source>The highlight was removed meanwhile, and the note that was typed with it.</source>
        <translation>这条标注已在别处删除，输入的笔记也随之丢失。</translation>
    </message>
    <message>
        <source>Copy the note</source>
        <translation>复制这条笔记</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>标注(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Ends of the highlight</source>
        <translation>标注的范围(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation>帮助(&amp;P)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>Note on %Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 条标注的笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>&amp;Below the notes that are there</source>
        <translation>写在原有笔记下面(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;In their place</source>
        <translation>替换原有笔记(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl+Enter and Esc keep it.</source>
        <translation>Ctrl+Enter 和 Esc 都会保存。</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Note on {about}</source>
        <translation>“{about}”的笔记</translation>
    </message>
    <message>
        <source>Esc keeps it. Links are copied with Shift+L, pasted here and followed with Ctrl+Enter.</source>
        <translation>按 Esc 即保存。用 Shift+L 复制链接，粘贴到这里，用 Ctrl+Enter 打开。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Filter notes</source>
        <translation>筛选笔记</translation>
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
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>NothingListed</name>
    <message>
        <source>Nothing is in this collection. Select articles and press C to put them into one.</source>
        <translation>这个文集里还没有文章。选中文章后按 C 加入文集。</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>没有符合的文章。</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>全部已读。</translation>
    </message>
    <message>
        <source>No article is begun and not done.</source>
        <translation>没有正在读的文章。</translation>
    </message>
    <message>
        <source>No article is done. Press D to mark one.</source>
        <translation>还没有读完的文章。按 D 标记读完。</translation>
    </message>
    <message>
        <source>No article has a star. Press S to give one.</source>
        <translation>没有加星标的文章。按 S 加星标。</translation>
    </message>
    <message>
        <source>No error is reported any more.</source>
        <translation>已没有报告的错误。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>废纸篓是空的。</translation>
    </message>
    <message>
        <source>Drop articles here, or press Ctrl+O.</source>
        <translation>把文章拖到这里，或按 Ctrl+O。</translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation>导入文件...</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Order of the list: {column}, {way}</source>
        <translation>列表顺序：{column}，{way}</translation>
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
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Number of highlights</source>
        <translation>标注数</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>已读或未读</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Time of import</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>How well it fits</source>
        <translation>相关程度</translation>
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
        <translation>标注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>What was typed could not be stored, so this library stays open. {why}</source>
        <translation>输入的内容无法保存，因此当前文库保持打开。{why}</translation>
    </message>
    <message>
        <source>Something went wrong inside Reader. What is stored is safe; see the log.</source>
        <translation>Reader 内部出错。已存的内容是安全的；详情见日志。</translation>
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
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Use this text</source>
        <translation>使用此正文(&amp;U)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>按文件自身的说明</translation>
    </message>
    <message>
        <source>By whatever fits best</source>
        <translation>自动选择最合适的方式</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>方式(&amp;M)</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>正在读取...</translation>
    </message>
    <message>
        <source>This gives the text that is there.</source>
        <translation>读出的正文与现有的相同。</translation>
    </message>
    <message>
        <source>This gives another text:</source>
        <translation>读出的正文与现有的不同：</translation>
    </message>
    <message>
        <source>{said} ({doubts})</source>
        <translation>{said}（{doubts}）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) keep their words.</source>
        <translation>
            <numerusform>%Ln 条标注的文字不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) are adjusted to what became of their words.</source>
        <translation>
            <numerusform>%Ln 条标注随文字的改动作了调整。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) are put where their words may be, for you to review.</source>
        <translation>
            <numerusform>%Ln 条标注放在文字可能所在之处，有待核对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have no place in it and stay as orphans.</source>
        <translation>
            <numerusform>%Ln 条标注在其中没有位置，将作为失位标注保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Copied in the characters in which it was published.</source>
        <translation>已按原文的字形复制。</translation>
    </message>
    <message>
        <source>Highlight copied: {quote}</source>
        <translation>已复制标注：{quote}</translation>
    </message>
    <message>
        <source>No other highlight here has a tag of this one.</source>
        <translation>这篇文章中没有其他带相同标签的标注。</translation>
    </message>
    <message>
        <source>Nothing is highlighted in this article.</source>
        <translation>这篇文章中还没有标注。</translation>
    </message>
    <message>
        <source>Address copied: {address}</source>
        <translation>已复制地址：{address}</translation>
    </message>
    <message>
        <source>Select a passage or a highlight first.</source>
        <translation>先选中一段文字或一条标注。</translation>
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
        <translation>列出的文章都读过了。</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>&amp;Font</source>
        <translation>字体(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>Line &amp;height</source>
        <translation>行高(&amp;H)</translation>
    </message>
    <message>
        <source>Characters a &amp;line</source>
        <translation>每行字数(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Readings in brackets</source>
        <translation>括号中的读音(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View of Chinese</source>
        <translation>中文字形(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Indent the first line of Chinese paragraphs</source>
        <translation>中文段落首行缩进(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Justify lines</source>
        <translation>两端对齐(&amp;J)</translation>
    </message>
    <message>
        <source>Tag names in the &amp;margin, where there is room</source>
        <translation>空白足够时，在页边显示标签名(&amp;M)</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>衬线体</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>无衬线体</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points} 磅</translation>
    </message>
    <message>
        <source>As the script needs it</source>
        <translation>按文字种类</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Above the characters</source>
        <translation>在汉字上方</translation>
    </message>
    <message>
        <source>In brackets, as printed</source>
        <translation>在括号中，如原文</translation>
    </message>
</context>
<context>
    <name>RelatedRows</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>转载</translation>
    </message>
</context>
<context>
    <name>RelatedSection</name>
    <message>
        <source>Related articles</source>
        <translation>相关文章</translation>
    </message>
    <message>
        <source>Show articles about the same</source>
        <translation>显示内容相近的文章</translation>
    </message>
    <message>
        <source>No other article here is like it.</source>
        <translation>这里没有与它内容相近的文章。</translation>
    </message>
    <message>
        <source>Open an article to see others that are like it.</source>
        <translation>打开一篇文章，即可看到内容与它相近的文章。</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关文章</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <translation>此后又有其他操作：{step}。再次撤销即可撤销该操作。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Something else was taken back since: {step}. Redo once more does that.</source>
        <translation>此后又撤销了其他操作：{step}。再次重做即可重做该操作。</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Something else was done since. Undo that first.</source>
        <translation>之后又做了别的操作。先撤销那一步。</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>{done}. Your name stays {name}.</source>
        <translation>{done}。你的名字仍是{name}。</translation>
    </message>
    <message>
        <source>Another name...</source>
        <translation>更改名字...</translation>
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
        <translation>选择列...</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Reshaping</name>
    <message>
        <source>No highlight follows that this one could be joined with.</source>
        <translation>后面没有可以合并的标注。</translation>
    </message>
    <message>
        <source>The highlight covers all of that already.</source>
        <translation>标注已涵盖全部内容。</translation>
    </message>
    <message>
        <source>Choose a highlight first: click on it, or press E.</source>
        <translation>先选中一条标注：单击它，或按 E。</translation>
    </message>
    <message>
        <source>Joined with the highlight of the same words.</source>
        <translation>已与相同文字的标注合并。</translation>
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
        <translation>待核对的标注</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>原来的文字</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>现在的文字</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Place at selection</source>
        <translation>放到选中处</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) to review</source>
        <translation>
            <numerusform>%Ln 条标注待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlight needs review</source>
        <translation>没有待核对的标注</translation>
    </message>
    <message>
        <source>When a text is changed, those of its highlights are listed here whose words changed too.</source>
        <translation>正文修改后，文字随之改变的标注会列在这里。</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>失位</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>已调整</translation>
    </message>
    <message>
        <source>Was:</source>
        <translation>原为：</translation>
    </message>
    <message>
        <source>These words are no longer in the text.</source>
        <translation>这些文字已不在正文中。</translation>
    </message>
    <message>
        <source>Is:</source>
        <translation>现为：</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) adjusted</source>
        <translation>
            <numerusform>%Ln 条标注已调整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) review</source>
        <translation>
            <numerusform>%Ln 条待核对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s)</source>
        <translation>
            <numerusform>%Ln 条失位</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}.</source>
        <translation>{counts}。</translation>
    </message>
    <message>
        <source>Select in the text where this highlight is to be.</source>
        <translation>在正文中选中这条标注该在的位置。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search articles, highlights, notes (Ctrl+K)</source>
        <translation>搜索文章、标注、笔记 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>Selected</name>
    <message>
        <source>{listed}, {number} selected</source>
        <translation>{listed}，选中 {number}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected passage</source>
        <translation>选中的文字</translation>
    </message>
    <message>
        <source>Highlight (H)</source>
        <translation>标注 (H)</translation>
    </message>
    <message>
        <source>Tag (T)</source>
        <translation>加标签 (T)</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>写笔记 (N)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>复制 (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Safe for s&amp;preadsheets</source>
        <translation>电子表格安全(&amp;P)</translation>
    </message>
    <message>
        <source>Stands beside the highlights that you make.</source>
        <translation>记在你所做的标注旁。</translation>
    </message>
    <message>
        <source>Puts &apos; before cells that a spreadsheet would run as a formula.</source>
        <translation>在电子表格会当作公式运行的单元格前加 &apos;。</translation>
    </message>
    <message>
        <source>Restore reading defaults</source>
        <translation>恢复默认阅读设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
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
            <numerusform>%Ln 篇文章已在文集“{name}”中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Several collections are listed. List the one that is meant.</source>
        <translation>列出的是几个文集。先列出要用的那一个。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>In the sidebar</source>
        <translation>在侧栏中</translation>
    </message>
    <message>
        <source>Next or previous of the highlights at the caret</source>
        <translation>光标处的下一条或上一条标注</translation>
    </message>
    <message>
        <source>Drag an end of the highlight from word to word</source>
        <translation>逐词拖动标注的起点或终点</translation>
    </message>
    <message>
        <source>Show the articles with the tag</source>
        <translation>显示带此标签的文章</translation>
    </message>
    <message>
        <source>Fold or unfold what is below the tag</source>
        <translation>折叠或展开标签之下的内容</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>←、→</translation>
    </message>
    <message>
        <source>Put the tag with this key on the passage</source>
        <translation>给这段文字加上该按键的标签</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>In Find and keyword in context</source>
        <translation>在查找和上下文索引中</translation>
    </message>
    <message>
        <source>Page down, page up</source>
        <translation>向下翻页、向上翻页</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation>空格、Shift+空格</translation>
    </message>
    <message>
        <source>Open the note on the highlight</source>
        <translation>打开标注的笔记</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Alt or Ctrl while dragging</source>
        <translation>拖动时按住 Alt 或 Ctrl</translation>
    </message>
    <message>
        <source>Let go of selection and highlight</source>
        <translation>取消选择和标注</translation>
    </message>
    <message>
        <source>Select without the mouse</source>
        <translation>不用鼠标选择</translation>
    </message>
    <message>
        <source>Shift+arrows, Ctrl+Shift+arrows</source>
        <translation>Shift+方向键、Ctrl+Shift+方向键</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>放大或缩小文字</translation>
    </message>
    <message>
        <source>Ctrl+mouse wheel</source>
        <translation>Ctrl+鼠标滚轮</translation>
    </message>
    <message>
        <source>Select a word or clause, a sentence</source>
        <translation>选择词或分句、整句</translation>
    </message>
    <message>
        <source>Double click, triple click</source>
        <translation>双击、三击</translation>
    </message>
    <message>
        <source>Let this key put the tag on, or no longer</source>
        <translation>设为或取消加上该标签的按键</translation>
    </message>
    <message>
        <source>Put the tag before or behind its neighbour</source>
        <translation>将标签移到相邻标签之前或之后</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+↑、Alt+↓</translation>
    </message>
    <message>
        <source>Put the tag below the one above it, or out again</source>
        <translation>将标签移到上方标签之下，或移出</translation>
    </message>
    <message>
        <source>Alt+Right, Alt+Left</source>
        <translation>Alt+→、Alt+←</translation>
    </message>
    <message>
        <source>From the filter to the list</source>
        <translation>从筛选框到列表</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>From the article to its text, from the highlight to its note</source>
        <translation>从文章到正文，从标注到笔记</translation>
    </message>
    <message>
        <source>Move the article to the trash, remove the highlight</source>
        <translation>将文章移到废纸篓，删除标注</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>选择多项</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Open the menu of what has the focus</source>
        <translation>打开焦点处的菜单</translation>
    </message>
    <message>
        <source>Menu key, Shift+F10</source>
        <translation>菜单键、Shift+F10</translation>
    </message>
    <message>
        <source>Highlight all hits of Find</source>
        <translation>标注查找的全部命中</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>Tag all hits of Find</source>
        <translation>给查找的全部命中加标签</translation>
    </message>
    <message>
        <source>Alt+Shift+Enter</source>
        <translation>Alt+Shift+Enter</translation>
    </message>
    <message>
        <source>Open the article of a line at its hit</source>
        <translation>打开该行的文章并转到命中处</translation>
    </message>
    <message>
        <source>Highlight the chosen lines, tag them</source>
        <translation>标注选中的行、加标签</translation>
    </message>
    <message>
        <source>Sort the lines by a column, the other way round</source>
        <translation>按某一列排序，再按则反序</translation>
    </message>
</context>
<context>
    <name>ShownColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>SideRows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>侧栏</translation>
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
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>读完</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>废纸篓</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Save what is searched for (Ctrl+S)</source>
        <translation>保存当前搜索 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>文集</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新建文集</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>{shown} of %Ln highlight(s)</source>
        <translation>
            <numerusform>{shown} / %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 条标注</numerusform>
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
            <numerusform>%Ln 篇未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done ({part} %)</source>
        <translation>
            <numerusform>读完 %Ln 篇（{part}%）</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} %</source>
        <translation>{part}%</translation>
    </message>
    <message>
        <source>Hit {number} of {total}</source>
        <translation>第 {number} 处，共 {total} 处</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln 处命中</numerusform>
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
            <numerusform>已导入 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) highlighted</source>
        <translation>
            <numerusform>已标注 %Ln 处文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) joined</source>
        <translation>
            <numerusform>已合并 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) taken as they are</source>
        <translation>
            <numerusform>已接受 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) removed</source>
        <translation>
            <numerusform>已删除 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) starred</source>
        <translation>
            <numerusform>已给 %Ln 篇文章加星标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken from %Ln article(s)</source>
        <translation>
            <numerusform>已去掉 %Ln 篇文章的星标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为已读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Analyst of %Ln highlight(s) named</source>
        <translation>
            <numerusform>已注明 %Ln 条标注的分析员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as done</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为读完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as not done</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为未读完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) moved to the trash</source>
        <translation>
            <numerusform>已将 %Ln 篇文章移到废纸篓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) put back from the trash</source>
        <translation>
            <numerusform>已从废纸篓放回 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the page pulled in</source>
        <translation>
            <numerusform>已收入 %Ln 行网页内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Error reported of %Ln article(s)</source>
        <translation>
            <numerusform>已报告 %Ln 篇文章有误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of an error taken back for %Ln article(s)</source>
        <translation>
            <numerusform>已撤回 %Ln 篇文章的错误报告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added to a collection</source>
        <translation>
            <numerusform>已将 %Ln 篇文章加入文集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) taken out of a collection</source>
        <translation>
            <numerusform>已将 %Ln 篇文章移出文集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag deleted with %Ln tag(s) below it</source>
        <translation>
            <numerusform>已删除标签及其下的 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) deleted</source>
        <translation>
            <numerusform>已删除 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) merged into one</source>
        <translation>
            <numerusform>已将 %Ln 个标签合并为一个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) moved</source>
        <translation>
            <numerusform>已移动 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour of %Ln tag(s) changed</source>
        <translation>
            <numerusform>已更改 %Ln 个标签的颜色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln highlight(s) changed</source>
        <translation>
            <numerusform>已更改 %Ln 条标注的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes on %Ln highlight(s) changed</source>
        <translation>
            <numerusform>已修改 %Ln 条标注的笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colour of %Ln highlight(s) changed</source>
        <translation>
            <numerusform>已更改 %Ln 条标注的颜色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag of %Ln highlight(s) replaced by another</source>
        <translation>
            <numerusform>已替换 %Ln 条标注的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln article(s) changed</source>
        <translation>
            <numerusform>已更改 %Ln 篇文章的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Passage highlighted</source>
        <translation>已标注文字</translation>
    </message>
    <message>
        <source>Tag put on</source>
        <translation>已加上标签</translation>
    </message>
    <message>
        <source>Tag taken off</source>
        <translation>已去掉标签</translation>
    </message>
    <message>
        <source>New tag put on</source>
        <translation>已加上新标签</translation>
    </message>
    <message>
        <source>Article details changed</source>
        <translation>已修改文章信息</translation>
    </message>
    <message>
        <source>Article read again</source>
        <translation>已重新读取文章</translation>
    </message>
    <message>
        <source>Text corrected</source>
        <translation>已修改正文</translation>
    </message>
    <message>
        <source>Text replaced by that of a file</source>
        <translation>已用文件替换正文</translation>
    </message>
    <message>
        <source>Older text restored</source>
        <translation>已恢复旧版正文</translation>
    </message>
    <message>
        <source>Readings in brackets switched</source>
        <translation>已切换括号中的读音</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>已修改笔记</translation>
    </message>
    <message>
        <source>Note on an article changed</source>
        <translation>已修改文章的笔记</translation>
    </message>
    <message>
        <source>Colour of a highlight changed</source>
        <translation>已更改标注的颜色</translation>
    </message>
    <message>
        <source>Ends of a highlight moved</source>
        <translation>已调整标注的范围</translation>
    </message>
    <message>
        <source>Highlight split in two</source>
        <translation>已将标注拆分为两条</translation>
    </message>
    <message>
        <source>Tag made</source>
        <translation>已新建标签</translation>
    </message>
    <message>
        <source>Tag changed</source>
        <translation>已修改标签</translation>
    </message>
    <message>
        <source>Tag renamed</source>
        <translation>已重命名标签</translation>
    </message>
    <message>
        <source>Tag moved</source>
        <translation>已移动标签</translation>
    </message>
    <message>
        <source>Colour of a tag changed</source>
        <translation>已更改标签的颜色</translation>
    </message>
    <message>
        <source>Key of a tag changed</source>
        <translation>已更改标签的按键</translation>
    </message>
    <message>
        <source>Description of a tag changed</source>
        <translation>已修改标签的说明</translation>
    </message>
    <message>
        <source>Tags put into another order</source>
        <translation>已调整标签的顺序</translation>
    </message>
    <message>
        <source>Exclusion of a tag changed</source>
        <translation>已更改标签的互斥设置</translation>
    </message>
    <message>
        <source>Tags merged</source>
        <translation>已合并标签</translation>
    </message>
    <message>
        <source>Tag deleted</source>
        <translation>已删除标签</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>已保存搜索</translation>
    </message>
    <message>
        <source>Saved search changed</source>
        <translation>已修改保存的搜索</translation>
    </message>
    <message>
        <source>Saved search deleted</source>
        <translation>已删除保存的搜索</translation>
    </message>
    <message>
        <source>Collection made</source>
        <translation>已新建文集</translation>
    </message>
    <message>
        <source>Collection changed</source>
        <translation>已修改文集</translation>
    </message>
    <message>
        <source>Collection deleted</source>
        <translation>已删除文集</translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message>
        <source>Tag {path}</source>
        <translation>标签 {path}</translation>
    </message>
    <message>
        <source>Tags of the article</source>
        <translation>文章的标签</translation>
    </message>
    <message>
        <source>Del takes it off the article.</source>
        <translation>按 Del 从文章上去掉。</translation>
    </message>
    <message>
        <source>All tags of the article</source>
        <translation>文章的所有标签</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more tag(s)</source>
        <translation>
            <numerusform>另有 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>List articles with this tag</source>
        <translation>列出有这个标签的文章</translation>
    </message>
    <message>
        <source>Tag the article...</source>
        <translation>给文章加标签...</translation>
    </message>
</context>
<context>
    <name>TagChooser</name>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Matching tags</source>
        <translation>符合的标签</translation>
    </message>
</context>
<context>
    <name>TagDeletion</name>
    <message>
        <source>Delete tags</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>&amp;Give them to another tag...</source>
        <translation>改用另一个标签(&amp;G)...</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln &amp;highlight(s) too</source>
        <translation>
            <numerusform>同时删除这 %Ln 条标注(&amp;H)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep them without it</source>
        <translation>保留，只去掉标签(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln highlight(s) then have no tag</source>
        <translation>
            <numerusform>；其中 %Ln 条标注将没有标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Never &amp;beside its siblings</source>
        <translation>不与同级标签并存(&amp;B)</translation>
    </message>
    <message>
        <source>Where it or a tag of the same parent is put on, the other one comes off.</source>
        <translation>加上该标签或其同级标签时，另一个会被去掉。</translation>
    </message>
    <message>
        <source>None, at the top</source>
        <translation>无，位于顶层</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Parent: {path}</source>
        <translation>上级：{path}</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Parent</source>
        <translation>上级(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>Merge into {path}...</source>
        <translation>合并到 {path}...</translation>
    </message>
</context>
<context>
    <name>TagEditing</name>
    <message>
        <source>Move {tag}</source>
        <translation>移动{tag}</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>移到顶层</translation>
    </message>
    <message>
        <source>Merge {tag}</source>
        <translation>合并{tag}</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) below are deleted too.</source>
        <translation>
            <numerusform>其下的 %Ln 个标签一并删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have the tag.</source>
        <translation>
            <numerusform>%Ln 条标注带有此标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have one of these tags.</source>
        <translation>
            <numerusform>%Ln 条标注带有其中的标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) have the tag.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇带有此标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) have one of these tags.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇带有其中的标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>{tag} is merged into {into} and deleted.</source>
        <translation>“{tag}”将并入“{into}”，随后删除。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) are merged into {into} and deleted.</source>
        <translation>
            <numerusform>%Ln 个标签将并入“{into}”，随后删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) get {into}.</source>
        <translation>
            <numerusform>%Ln 条标注将加上“{into}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) have {into} already.</source>
        <translation>
            <numerusform>%Ln 条标注已有“{into}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) get {into}.</source>
        <translation>
            <numerusform>%Ln 篇文章将整篇加上“{into}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) lose a tag that may not stand beside the new one.</source>
        <translation>
            <numerusform>%Ln 条标注将失去不能与新标签并存的标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln whole article(s) lose a tag that may not stand beside the new one.</source>
        <translation>
            <numerusform>%Ln 篇文章整篇将失去不能与新标签并存的标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) below move to {into}.</source>
        <translation>
            <numerusform>其下的 %Ln 个标签将移到“{into}”之下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of those is merged with one of its name.</source>
        <translation>
            <numerusform>其中 %Ln 个与同名标签合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge them...</source>
        <translation>合并它们...</translation>
    </message>
</context>
<context>
    <name>TagMatches</name>
    <message>
        <source>Make the tag “{path}”</source>
        <translation>新建标签“{path}”</translation>
    </message>
    <message>
        <source>{tag}, put on</source>
        <translation>{tag}，已加上</translation>
    </message>
    <message>
        <source>{tag}, chosen</source>
        <translation>{tag}，已选中</translation>
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
        <translation>显示带其中任一标签的文章</translation>
    </message>
    <message>
        <source>Show articles with all of them</source>
        <translation>显示带全部这些标签的文章</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Move to...</source>
        <translation>移动到...</translation>
    </message>
    <message>
        <source>Merge into...</source>
        <translation>合并到...</translation>
    </message>
    <message>
        <source>Merge them into...</source>
        <translation>合并到...</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>显示它的文章</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>New tag below...</source>
        <translation>在其下新建标签...</translation>
    </message>
    <message>
        <source>Never beside its siblings</source>
        <translation>不与同级标签并存</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>删除 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete with %Ln tag(s) below it</source>
        <translation>
            <numerusform>删除，连同其下的 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Find or make a tag</source>
        <translation>查找或新建标签</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Matching tags</source>
        <translation>符合的标签</translation>
    </message>
    <message>
        <source>Enter: put on or take off · Ctrl+Enter: and go on · Tab: below the chosen tag</source>
        <translation>Enter：加上或去掉 · Ctrl+Enter：继续选 · Tab：进入下级</translation>
    </message>
    <message>
        <source>Enter: put on · Ctrl+Enter: put on or take off, and go on · Tab: below the chosen tag</source>
        <translation>Enter：加上 · Ctrl+Enter：加上或去掉并继续选 · Tab：进入下级</translation>
    </message>
    <message>
        <source>Enter: choose, or no longer · Ctrl+Enter: and go on</source>
        <translation>Enter：选择或取消 · Ctrl+Enter：继续选</translation>
    </message>
</context>
<context>
    <name>TagSearch</name>
    <message>
        <source>No tag fits.</source>
        <translation>没有符合的标签。</translation>
    </message>
    <message>
        <source>No tags yet. Type a name to make one.</source>
        <translation>还没有标签。输入名称即可新建。</translation>
    </message>
    <message>
        <source>No tags yet.</source>
        <translation>还没有标签。</translation>
    </message>
</context>
<context>
    <name>TagSection</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New tag (Ctrl+Shift+T)</source>
        <translation>新建标签 (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Order of the tags, folding</source>
        <translation>标签的顺序与折叠</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动排列</translation>
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
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Select a passage and press T to make the first tag.</source>
        <translation>选中一段文字，按 T 新建第一个标签。</translation>
    </message>
    <message>
        <source>No tag fits.</source>
        <translation>没有符合的标签。</translation>
    </message>
</context>
<context>
    <name>TagWords</name>
    <message>
        <source>{own} of its own, {total} with those below it</source>
        <translation>自身 {own}，连同下级 {total}</translation>
    </message>
    <message>
        <source>highlights and articles: {own}</source>
        <translation>标注与文章共 {own}</translation>
    </message>
    <message>
        <source>key {digit}</source>
        <translation>按键 {digit}</translation>
    </message>
    <message>
        <source>never beside its siblings</source>
        <translation>不与同级标签并存</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
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
        <translation>标题或拼音</translation>
    </message>
    <message>
        <source>Jump to a title</source>
        <translation>跳转到标题</translation>
    </message>
    <message>
        <source>Next: Down or F3; stay there: Enter; back: Esc</source>
        <translation>下一个：↓ 或 F3；留在此处：Enter；返回：Esc</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>无此标题</translation>
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
        <translation>现在的正文</translation>
    </message>
    <message>
        <source>Articles ({endings});;All files (*)</source>
        <translation>文章 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Replace text with file</source>
        <translation>用文件替换正文</translation>
    </message>
    <message>
        <source>The file has the text that is there.</source>
        <translation>文件中的正文与现有的相同。</translation>
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
        <translation>这一版的正文</translation>
    </message>
    <message>
        <source>&amp;Restore this text</source>
        <translation>恢复这一版(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare with the text as it is</source>
        <translation>与现在的正文比较(&amp;C)</translation>
    </message>
    <message>
        <source>Compare with the version &amp;before</source>
        <translation>与前一版本比较(&amp;B)</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{number}. {kind}</source>
        <translation>{number}. {kind}</translation>
    </message>
    <message>
        <source>{version} (as it is)</source>
        <translation>{version}（现在的正文）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Same words as before</source>
        <translation>文字与前一版本相同</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>改动 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{places}: +{added} −{removed} characters</source>
        <translation>{places}：+{added} −{removed} 字符</translation>
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
        <translation>GB18030（简体中文，含 GBK、GB2312）</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
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
        <translation>EUC-KR（韩文）</translation>
    </message>
    <message>
        <source>Windows-1252 (Western European)</source>
        <translation>Windows-1252（西欧文字）</translation>
    </message>
    <message>
        <source>Windows-1250 (Central European)</source>
        <translation>Windows-1250（中欧文字）</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251（西里尔文字）</translation>
    </message>
    <message>
        <source>web page: Reader&apos;s own rules</source>
        <translation>网页：Reader 自己的规则</translation>
    </message>
    <message>
        <source>web page: readability</source>
        <translation>网页：readability</translation>
    </message>
    <message>
        <source>web page: trafilatura</source>
        <translation>网页：trafilatura</translation>
    </message>
    <message>
        <source>web page: all of its text</source>
        <translation>网页：全部文字</translation>
    </message>
    <message>
        <source>web page: only its description</source>
        <translation>网页：只有其描述</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>the article in the text</source>
        <translation>文本中的文章</translation>
    </message>
    <message>
        <source>all of the text</source>
        <translation>全部文本</translation>
    </message>
    <message>
        <source>document: all of it</source>
        <translation>文档：全部内容</translation>
    </message>
    <message>
        <source>row of a table</source>
        <translation>表格的一行</translation>
    </message>
    <message>
        <source>item of a feed</source>
        <translation>订阅源的一条</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>WebDialog</name>
    <message>
        <source>Import from web address</source>
        <translation>从网址导入</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>网址(&amp;A)</translation>
    </message>
    <message>
        <source>No other command uses the network. It can be switched off in the settings.</source>
        <translation>其他命令都不使用网络。可以在设置中关闭此命令。</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>获取(&amp;F)</translation>
    </message>
    <message>
        <source>Reader will ask {host} for this page, and for nothing else but where {host} says it has moved: {address}</source>
        <translation>Reader 将只向 {host} 索取这个网页；如果 {host} 说网页已移到别处，则到那里索取：{address}</translation>
    </message>
    <message>
        <source>Type or paste the address of a page.</source>
        <translation>输入或粘贴网页的网址。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name}（只读）</translation>
    </message>
</context>
<context>
    <name>_Switch</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
</TS>
