"""Documents become articles as they are: all of their text, their structure, and the fields that are sure."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given, Part
from reader.services.importing.kinds import kind_of
from reader.services.importing.parts import parts
from services.importing.test_gate import packed

PICTURE = base64.b64decode("R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==")
PROSE = "我市召開會議，研究部署下步工作，堅持高標定位、爭創一流，切實盤活土地資源。"


def all_parts(name: str, data: bytes | str, **wishes: object) -> list[Part]:
    """What is in a file."""
    return list(parts(Given(name, data.encode() if isinstance(data, str) else data, **wishes)))  # type: ignore[arg-type]


def article(name: str, data: bytes | str, **wishes: object) -> Draft:
    """The one article of a file."""
    [part] = all_parts(name, data, **wishes)
    assert isinstance(part.found, Draft)
    return part.found


def marked(draft: Draft, kind: str) -> list[tuple[str, str]]:
    """The words with a mark of this kind, and its values."""
    return [(draft.text[mark.start : mark.end], mark.value) for mark in draft.marks if mark.kind == kind]


# ---- Word

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types xmlns="{KINDS}"><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
STYLES = (
    f"<w:styles {NAMES}>"
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    "</w:styles>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    "<dcterms:created>2020-03-04T09:00:00Z</dcterms:created></cp:coreProperties>"
)


def paragraph(words: str, style: str = "", run: str = "") -> str:
    """A paragraph of Word's."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{words}</w:t></w:r></w:p>'


def docx(body: str, title: str = "", author: str = "") -> bytes:
    """A document of Word's."""
    return packed(
        ("[Content_Types].xml", TYPES.encode()),
        ("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()),
        ("word/styles.xml", STYLES.encode()),
        ("docProps/core.xml", CORE.format(title=title, author=author).encode()),
    )


def test_a_word_document_keeps_its_structure() -> None:
    cells = "".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in ("指標", "數值"))
    body = paragraph("會議", "a") + paragraph("部署", "1") + paragraph(PROSE, run="<w:b/>")
    draft = article("a.docx", docx(f"{body}<w:tbl><w:tr>{cells}</w:tr></w:tbl>", author="林小文"))
    assert draft.text.split("\n") == ["會議", "部署", PROSE, "指標\t數值"]
    assert (draft.title, draft.author, draft.published) == ("會議", "林小文", "")
    assert marked(draft, "heading") == [("部署", "1")]
    assert marked(draft, "bold") == [(PROSE, "")]
    assert marked(draft, "row") == [("指標\t數值", "")]
    assert dict(draft.attributes)["Created"] == "2020-03-04T09:00:00Z"


def test_readings_formulas_and_fields_of_word_are_read() -> None:
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>shù</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>術</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    power = "<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    math = f'<m:oMath xmlns:m="math"><m:r><m:t>E=m</m:t></m:r>{power}</m:oMath>'
    field = '<w:fldSimple w:instr="DATE"><w:r><w:t>三月</w:t></w:r></w:fldSimple>'
    runs = ("醫", ruby, "之理，", math, "。", field, "記。")
    body = "".join(each if each.startswith("<") else f"<w:r><w:t>{each}</w:t></w:r>" for each in runs)
    draft = article("a.docx", docx(f"<w:p>{body}</w:p>"))
    assert draft.text == "醫術之理，E=mc^2。三月記。"
    assert [(gloss.position, gloss.text) for gloss in draft.glosses] == [(2, "(shù)")]


def test_a_declared_title_counts_where_the_text_has_it() -> None:
    body = paragraph("內部資料") + paragraph("市委召開會議") + paragraph(PROSE)
    assert article("a.docx", docx(body, title="市委召開會議")).text.split("\n") == ["市委召開會議", "內部資料", PROSE]
    assert article("a.docx", docx(body, title="Normal template")).title == "內部資料"


@pytest.mark.parametrize("author", ["Administrator", "微软用户", "python-docx", "User 1", "", "-", "a@b.cn"])
def test_a_declared_author_that_is_nobody_is_left_out(author: str) -> None:
    assert article("a.docx", docx(paragraph(PROSE), author=author)).author == ""


def test_fields_in_the_text_are_found_and_stay_there() -> None:
    line = "2020年03月04日 17:24 來源：臨海在線 責任編輯：吳小雨"
    draft = article("a.docx", docx(paragraph("市委召開會議", "a") + paragraph(line) + paragraph(PROSE)))
    assert (draft.source, draft.published, draft.editor) == ("臨海在線", "2020-03-04T17:24", "吳小雨")
    assert draft.text.split("\n") == ["市委召開會議", line, PROSE]


def test_a_page_pasted_into_a_document_is_told_from_its_surroundings() -> None:
    page = [
        "首頁",
        "市委召開會議部署工作",
        "2020-03-04 17:24 來源：臨海在線",
        "A+A- |舉報糾錯",
        PROSE,
        PROSE,
        "相關新聞",
        "別的標題",
    ]
    body = "".join(map(paragraph, page))
    draft = article("a.docx", docx(body))
    assert draft.text.split("\n") == ["市委召開會議部署工作", PROSE, PROSE]
    assert "別的標題" in [line.text for line in draft.left_out]
    whole = article("a.docx", docx(body), method="document")
    assert set(whole.text.split("\n")) == set(page)
    assert whole.left_out == ()


def test_a_document_with_a_password_says_so() -> None:
    wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ImportFailed) as refused:
        article("a.docx", wrapped)
    assert refused.value.kind == "encrypted"


# ---- OpenDocument

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name}="{OFFICE}{rest}:1.0"'
    for name, rest in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)


def odt(body: str, *members: tuple[str, bytes]) -> bytes:
    """A document of LibreOffice's."""
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    content = (
        f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
        f"{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed(("content.xml", content.encode()), *members)


def test_an_open_document_keeps_its_structure() -> None:
    draft = article(
        "a.odt",
        odt(
            "<text:tracked-changes><text:p>刪去的</text:p></text:tracked-changes>"
            '<text:p text:style-name="P1">會議</text:p>'
            '<text:p>甲<text:span text:style-name="T1">乙</text:span><office:annotation><text:p>批註</text:p>'
            "</office:annotation>丙<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>註文</text:p>"
            "</text:note-body></text:note></text:p><text:list><text:list-item><text:p>項目</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>指標</text:p></table:table-cell><table:table-cell>"
            "<text:p>數值</text:p></table:table-cell></table:table-row></table:table>"
            '<text:p><draw:frame><draw:image xlink:href="Pictures/a.gif"/><svg:title>圖說</svg:title>'
            "</draw:frame></text:p>",
            ("Pictures/a.gif", PICTURE),
        ),
    )
    assert draft.text.split("\n") == ["會議", "甲乙丙[1]", "項目", "指標\t數值", "\ufffc", "[1] 註文"]
    assert draft.title == "會議"
    assert marked(draft, "bold") == [("乙", "")]
    assert marked(draft, "item") == [("項目", "1")]
    assert [(image.data, image.alt) for image in draft.images] == [(PICTURE, "圖說")]


def test_spaces_of_an_open_document_are_as_many_as_it_says() -> None:
    body = '<text:p>姓名：<text:s text:c="3"/>日期：<text:s/>五月</text:p><text:p><text:s text:c="2"/></text:p>'
    assert article("a.odt", odt(body)).text == "姓名：   日期： 五月"


def test_a_protected_open_document_says_so() -> None:
    with pytest.raises(ImportFailed) as refused:
        article("a.odt", odt("<text:p>甲</text:p>", ("META-INF/manifest.xml", b"<m><encryption-data/></m>")))
    assert refused.value.kind == "encrypted"


# ---- books

ROOT = '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
CHAPTER = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>{}</body></html>"


def epub(files: dict[str, str], entries: list[tuple[str, str]], *members: tuple[str, bytes]) -> bytes:
    """A book with these files, in order, and this table of contents."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in files)
    pictures = "".join(f'<item id="{name}" href="{name[2:]}" media-type="image/gif"/>' for name, _ in members)
    spine = "".join(f'<itemref idref="{name}"/>' for name in files)
    points = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{target}"/></navPoint>'
        for label, target in entries
    )
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>書名</dc:title><dc:creator>林小文</dc:creator>'
        "<dc:publisher>臨海出版社</dc:publisher><dc:date>2019-05-01</dc:date></metadata><manifest>"
        f'{items}{pictures}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f'<spine toc="ncx">{spine}</spine></package>'
    )
    return packed(
        ("META-INF/container.xml", ROOT.encode()),
        ("O/b.opf", package.encode()),
        ("O/toc.ncx", f"<ncx><navMap>{points}</navMap></ncx>".encode()),
        *((f"O/{name}", CHAPTER.format(body).encode()) for name, body in files.items()),
        *members,
    )


def test_the_chapters_of_a_book_are_articles() -> None:
    book = epub(
        {
            "cover.xhtml": "<p>書名</p>",
            "rights.xhtml": f"<p>{PROSE}</p>",
            "one.xhtml": f"<h1>第一章 會議</h1><p>{PROSE}</p>",
            "more.xhtml": f"<p>續：{PROSE}</p>",
            "two.xhtml": f"<h2>部署</h2><p>{PROSE}<img src='../O/a.gif' alt='圖說'/></p>",
        },
        [("版權", "rights.xhtml"), ("第一章", "one.xhtml"), ("第二章 部署", "two.xhtml")],
        ("O/a.gif", PICTURE),
    )
    first, second = all_parts("a.epub", book)
    assert isinstance(first.found, Draft) and isinstance(second.found, Draft)
    assert first.found.text.split("\n") == ["第一章 會議", PROSE, f"續：{PROSE}"]
    assert (first.label, first.found.title) == ("第一章 會議", "第一章 會議")
    assert (first.found.source, first.found.author, first.found.published) == ("書名", "林小文", "2019-05-01")
    assert first.found.attributes == (("Publisher", "臨海出版社"),)
    assert second.found.title == "第二章 部署"
    assert [image.data for image in second.found.images] == [PICTURE]


def test_a_chapter_is_read_again_from_what_is_kept_of_it() -> None:
    book = epub({"one.xhtml": f"<h1>會議</h1><p>{PROSE}<img src='a.gif'/></p>"}, [], ("O/a.gif", PICTURE))
    first = article("a.epub", book)
    again = article("a.epub", first.original.data, method=first.original.method)
    assert (again.text, again.images, again.marks) == (first.text, first.images, first.marks)
    assert (again.source, again.author, again.published) == ("書名", "林小文", "2019-05-01")


def test_chapters_within_one_file_are_parted() -> None:
    body = f"<a id='x'/><h1 id='c1'>甲章</h1><p>{PROSE}</p><div><h1 id='c2'>乙章</h1><p id='s'>{PROSE}</p></div>"
    book = epub({"all.xhtml": body}, [("甲章", "all.xhtml#c1"), ("乙章", "all.xhtml#c2")])
    assert [part.found.text for part in all_parts("a.epub", book) if isinstance(part.found, Draft)] == [
        f"甲章\n{PROSE}",
        f"乙章\n{PROSE}",
    ]


def test_a_book_without_text_is_refused() -> None:
    with pytest.raises(ImportFailed) as refused:
        all_parts("a.epub", epub({"one.xhtml": "<p/>"}, []))
    assert refused.value.kind == "blank-file"


# ---- RTF and Markdown


def test_rtf_in_a_double_byte_encoding_is_read() -> None:
    words = "".join(f"\\'{byte:02x}" for byte in "會議在臨海召開".encode("gbk"))
    head = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}{\info{\author Lin Xiaowen}}\f0 "
    draft = article("a.rtf", head + words + r"\par \u-10179?\u-8704?\cell\row}")
    assert draft.text.split("\n") == ["會議在臨海召開", "😀"]
    assert (draft.author, draft.warnings) == ("Lin Xiaowen", ())


def test_rows_of_a_table_in_rtf_have_tabs() -> None:
    draft = article("a.rtf", r"{\rtf1 text\par a\cell b\cell\row}")
    assert marked(draft, "row") == [("a\tb", "")]


def test_links_in_rtf_are_their_words() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt{the words}}}'
    assert article("a.rtf", rf"{{\rtf1 {field} go on}}").text == "the words go on"


def test_rtf_with_a_table_of_fonts_without_end_is_refused() -> None:
    with pytest.raises(ImportFailed) as refused:
        article("a.rtf", r"{\rtf1{\fonttbl" + r"{\f1\fcharset134 " * 5_000 + "text}")
    assert refused.value.kind == "damaged"


def test_rtf_that_was_cut_says_so() -> None:
    assert article("a.rtf", r"{\rtf1 some text {\b more").warnings == ("text-incomplete",)


def test_markdown_gives_structure_and_the_fields_above_it() -> None:
    fields = 'title: "市委：開會"\ndate: 2020-03-04 17:24\nauthor: [甲, 乙]\n来源: 臨海在線'
    front = f"---\n{fields}\ntags:\n  - 民生\n  - 土地\n---\n"
    draft = article("a.md", f"{front}\n## 部署\n\n**甲**說。\n\n- 項目\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert (draft.title, draft.source, draft.author) == ("市委：開會", "臨海在線", "甲, 乙")
    assert draft.published == "2020-03-04T17:24"
    assert draft.attributes == (("tags", "民生, 土地"),)
    assert draft.text.split("\n") == ["市委：開會", "部署", "甲說。", "項目", "a\tb", "1\t2"]
    assert marked(draft, "heading") == [("部署", "2")]
    assert marked(draft, "bold") == [("甲", "")]


def test_the_first_heading_of_markdown_is_its_title() -> None:
    draft = article("a.md", f"# 會議\n\n{PROSE}")
    assert (draft.title, draft.text) == ("會議", f"會議\n{PROSE}")


def test_values_above_markdown_may_go_on_below() -> None:
    front = (
        "title: >-\n  市委\n  開會\nsummary: |\n  第一行：要點\n\n  第二行\nnote: 一句話\n  接著說\nsource: 臨海在線"
    )
    draft = article("a.md", f"---\n{front}\n---\n{PROSE}\n")
    assert (draft.title, draft.source) == ("市委 開會", "臨海在線")
    assert draft.attributes == (("summary", "第一行：要點\n\n第二行"), ("note", "一句話 接著說"))


def test_notes_of_markdown_are_at_the_end_of_the_text() -> None:
    notes = "[^b]: 見[^1]報告。\n\n    第二段。\n[^1]: 甲的話，\n續。\n\n[^c]: 無人提及。\n\n完。"
    draft = article("a.md", f"# 會議\n\n部署[^1]下步**工作**[^b]，`[^1]`與[^無]。\n\n{notes}")
    shown = [
        "會議",
        "部署[1]下步工作[2]，[^1]與[^無]。",
        "完。",
        "[1] 甲的話， 續。",
        "[2] 見[1]報告。",
        "第二段。",
        "[3] 無人提及。",
    ]
    assert draft.text.split("\n") == shown


def test_notes_of_rtf_are_at_the_end_of_the_text() -> None:
    words = "".join(f"\\'{byte:02x}" for byte in "會議".encode("gbk"))
    note = rf"{{\super\chftn}}{{\*\footnote\pard\plain {{\super\chftn}} {words}}}"
    by_hand = r"{\super *{\footnote * by hand}}"
    head = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 "
    draft = article("a.rtf", rf"{head}one{note} two{by_hand}{note}\par three}}")
    assert draft.text.split("\n") == ["one[1] two*[2]", "three", "[1]  會議", " * by hand", "[2]  會議"]


def test_what_an_author_hid_or_deleted_is_not_in_the_text() -> None:
    rtf = r"{\rtf1 one{\v hidden\u24066? \bullet} two \deleted gone\deleted0 three\v no\plain  four{\v{\footnote x}}}"
    assert article("a.rtf", rtf).text == "one two three four"
    words = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>"
    hidden = words.format("<w:vanish/>", "hidden") + words.format('<w:vanish w:val="0"/>', "b")
    deleted = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    assert article("a.docx", docx(f"<w:p><w:r><w:t>a</w:t></w:r>{hidden}{deleted}</w:p>")).text == "ab"


# ---- messages

LETTER = (
    "From: =?utf-8?b?5p6X5bCP5paH?= <lin@example.org>\r\nTo: wu@example.org\r\nSubject: =?utf-8?b?5pyD6K2w?=\r\n"
    "Date: Wed, 04 Mar 2020 17:24:00 +0800\r\nMIME-Version: 1.0\r\n"
)


def multipart(kind: str, *inner: str) -> str:
    """Several parts of a message."""
    body = "".join(f"--x\r\n{each}\r\n" for each in inner)
    return f"Content-Type: multipart/{kind}; boundary=x\r\n\r\n{body}--x--\r\n"


def test_a_letter_has_its_fields_and_its_attachments() -> None:
    picture = base64.b64encode(PICTURE).decode()
    draft, attached = all_parts(
        "a.eml",
        LETTER
        + multipart(
            "mixed",
            f"Content-Type: text/plain; charset=utf-8\r\n\r\n{PROSE}",
            f'Content-Type: image/gif; name="p.gif"\r\nContent-Transfer-Encoding: base64\r\n\r\n{picture}',
            'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="b.txt"\r\n\r\nattached text',
        ),
    )
    assert isinstance(draft.found, Draft) and isinstance(attached.found, Draft)
    assert (draft.found.title, draft.found.author, draft.found.published) == ("會議", "林小文", "2020-03-04T17:24:00")
    assert draft.found.text == f"會議\n{PROSE}"
    assert [line.text for line in draft.found.left_out] == ["p.gif (1 kB)"]
    assert dict(draft.found.attributes)["To"] == "wu@example.org"
    assert (attached.label, attached.found.text) == ("b.txt", "attached text")


def test_all_texts_of_a_letter_are_its_text() -> None:
    picture = base64.b64encode(PICTURE).decode()
    shown = f"Content-Type: image/gif\r\nContent-ID: <1@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n{picture}"
    formatted = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>{}<img src='cid:1@x'></p>"
    plain = "Content-Type: text/plain; charset=utf-8\r\n\r\n{}"
    draft = article("a.eml", LETTER + multipart("mixed", plain.format("前。"), shown, plain.format("後。")))
    assert draft.text == "會議\n前。\n後。"
    pieces = (formatted.format("前。"), shown, formatted.format("後。"), plain.format("頁尾。"))
    draft = article("a.eml", LETTER + multipart("mixed", *pieces))
    assert draft.text == "會議\n前。\ufffc\n後。\ufffc\n頁尾。"
    assert len(draft.images) == 2
    alike = multipart("alternative", plain.format("甲。"), formatted.format("甲。"))
    alike = alike.replace("boundary=x", "boundary=y").replace("--x", "--y")
    draft = article("a.eml", LETTER + multipart("mixed", plain.format("前。"), alike))
    assert draft.text == "會議\n前。\n甲。"


def test_what_is_attached_to_a_letter_without_a_text_is_read() -> None:
    attached = 'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="b.txt"\r\n\r\nattached text'
    draft = article("a.eml", LETTER + multipart("mixed", attached))
    assert draft.text == "attached text"
    draft = article("a.eml", LETTER + multipart("mixed", "Content-Type: text/plain\r\n\r\n \r\n", attached))
    assert draft.text == "attached text"


def test_short_fields_of_a_letter_are_in_the_encoding_of_its_text() -> None:
    head = (
        "From: 林小雨 <lin@example.org>\r\nSubject: 通知\r\nContent-Type: text/plain; charset=gb2312\r\nDate: x\r\n\r\n"
    )
    draft = article("a.eml", (head + "六日上午，圖書館新館開始試開放。").encode("gb18030"))
    assert (draft.title, draft.author) == ("通知", "林小雨")
    coded = base64.b64encode("朱镕基".encode("gb18030")).decode()  # a name that gb2312 has not
    draft = article("a.eml", LETTER.replace("=?utf-8?b?5pyD6K2w?=", f"Re: =?gb2312?B?{coded}?=") + f"\r\n{PROSE}")
    assert draft.title == "Re: 朱镕基"


def test_a_letter_within_a_letter_is_an_article() -> None:
    inner = f"From: wu@example.org\r\nSubject: inner\r\nDate: Tue, 03 Mar 2020 09:00:00 +0800\r\n\r\n{PROSE}"
    outer = multipart(
        "mixed", "Content-Type: text/plain\r\n\r\nsee below", f"Content-Type: message/rfc822\r\n\r\n{inner}"
    )
    first, second = all_parts("a.eml", LETTER + outer)
    assert isinstance(first.found, Draft) and isinstance(second.found, Draft)
    assert (first.found.text, second.label) == ("會議\nsee below", "inner.eml")
    assert (second.found.title, second.found.published) == ("inner", "2020-03-03T09:00:00")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (
            LETTER + "".join(f"Content-Type: multipart/mixed; boundary=x{n}\r\n\r\n--x{n}\r\n" for n in range(3_000)),
            "damaged",
        ),
        (LETTER + multipart("mixed", *["Content-Type: text/plain\r\n\r\na"] * 10_000), "too-many"),
        (LETTER + multipart("mixed", "Content-Type: image/gif\r\n\r\n"), "blank-file"),
    ],
    ids=["deep", "many parts", "no text"],
)
def test_letters_that_cannot_be_read_are_refused(data: str, kind: str) -> None:
    with pytest.raises(ImportFailed) as refused:
        all_parts("a.eml", data)
    assert refused.value.kind == kind


def test_fields_of_a_letter_may_be_bytes_of_an_encoding_or_without_end() -> None:
    plain = "From: 林小文 <lin@example.org>\r\nSubject: 臨海市召開會議部署工作\r\n".encode("gb18030")
    long = b"To: " + b"=?utf-8?b?5pyA?= " * 20_000
    [part] = all_parts("a.eml", plain + long + f"\r\n\r\n{PROSE}".encode())
    assert isinstance(part.found, Draft)
    assert (part.found.title, part.found.author) == ("臨海市召開會議部署工作", "林小文")
    assert len(dict(part.found.attributes)["To"]) < 20_000


def test_lines_of_a_letter_that_were_broken_to_flow_are_joined() -> None:
    head = "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
    draft = article("a.eml", f"{LETTER}{head}one line \r\ngoes on\r\nanother\r\n-- \r\nsigned\r\n")
    assert draft.text.split("\n")[1:] == ["one line goes on", "another", "--", "signed"]


def test_large_pictures_of_documents_are_made_smaller() -> None:
    large = QImage(1700, 850, QImage.Format.Format_RGB32)
    large.fill(0x336699)
    buffer = QBuffer()
    large.save(buffer, "BMP")  # type: ignore[call-overload]
    picture = base64.b64encode(buffer.data().data()).decode()
    for name in ("a.md", "a.eml"):
        body = f'<p>{PROSE}</p><img src="data:image/bmp;base64,{picture}">'
        head = f"{LETTER}Content-Type: text/html; charset=utf-8\r\n\r\n" if name == "a.eml" else ""
        [image] = article(name, head + body).images
        assert QImage.fromData(image.data).width() == 1600


def test_the_formatted_text_of_a_letter_is_preferred_with_its_pictures() -> None:
    picture = base64.b64encode(PICTURE).decode()
    draft = article(
        "a.eml",
        LETTER
        + multipart(
            "related",
            f'Content-Type: text/html; charset=utf-8\r\n\r\n<p><b>甲</b>{PROSE}<img src="cid:1@x"></p>',
            f"Content-Type: image/gif\r\nContent-ID: <1@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n{picture}",
        ),
    )
    assert marked(draft, "bold") == [("甲", "")]
    assert [image.data for image in draft.images] == [PICTURE]


def test_a_saved_page_keeps_its_address_and_its_pictures() -> None:
    picture = base64.b64encode(PICTURE).decode()
    draft = article(
        "a.mhtml",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news/1.html\r\nSubject: x\r\n"
        + multipart(
            "related",
            "Content-Type: text/html\r\nContent-Location: https://example.org/news/1.html\r\n\r\n"
            f"<html><head><title>會議</title></head><body><h1>會議</h1><p>{PROSE * 3}</p><p>{PROSE}"
            f'<img src="a.gif"></p><p>{PROSE}</p></body></html>',
            "Content-Type: image/gif\r\nContent-Location: https://example.org/news/a.gif\r\n"
            f"Content-Transfer-Encoding: base64\r\n\r\n{picture}",
        ),
    )
    assert (draft.title, draft.url) == ("會議", "https://example.org/news/1.html")
    assert [image.data for image in draft.images] == [PICTURE]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.eml", LETTER, "mail"),
        ("a.txt", LETTER, "mail"),
        ("a.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "mhtml"),
        ("a.txt", "Title: some words\nAuthor: somebody\n\ntext", "text"),
        ("a.txt", "Subject: some words\nTo: somebody\n\ntext", "text"),
        ("a.docx", docx(""), "docx"),
        ("a.zip", docx(""), "docx"),
        ("a.odt", odt(""), "odt"),
        ("a.docx", docx("")[:300], "docx"),
        ("a.txt", r"{\rtf1 text}", "rtf"),
        ("a.md", "# text", "markdown"),
        ("a.txt", "# text", "text"),
    ],
)
def test_files_are_known_by_what_they_hold(name: str, data: bytes | str, kind: str) -> None:
    assert kind_of(Given(name, data.encode() if isinstance(data, str) else data)) == kind
