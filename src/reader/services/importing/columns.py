"""Which column of a table is which field of an article: by its header, else by what its cells hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from statistics import mean

from reader.domain import characters
from reader.services.importing.cells import address_of, time_of, words

TEXT = "text"  # what Columns call the body of an article; the other fields are those of domain.article.FIELDS
# Headers, folded, in Chinese and English; of several columns that would do, the one named first here counts.
_NAMES = {
    TEXT: (
        "正文 全文 正文内容 文章正文 新闻正文 新闻内容 文章内容 内容 内文 文本 微博内容 博文 原文 fulltext maintext"
        " articlebody contenthtml body text content contenttext articletext article story contents bodytext"
    ),
    "title": "标题 题目 题名 篇名 新闻标题 文章标题 主题 title headline subject articletitle",
    "source": (
        "来源 媒体 媒体名称 信息来源 新闻来源 文章来源 出处 发布媒体 刊物 刊名 报纸 来源网站 网站 站点 公众号"
        " source sourcename media medianame publisher publication outlet newspaper journal sitename site"
    ),
    "author": (
        "作者 记者 撰稿 撰文 作者名 作者姓名 发帖人 发布者 博主 用户昵称 昵称 用户名"
        " author authors byline writer creator journalist username screenname"
    ),
    "editor": "编辑 责任编辑 责编 editor",
    "published": (
        "发布时间 发布日期 发表时间 发表日期 刊发日期 刊发时间 出版日期 出版时间 发文时间 发文日期 日期 时间"
        " published publishedat publishdate publishtime publicationdate pubdate pubtime datepublished publishedtime"
        " publisheddate releasedate date datetime time posttime timestamp createdat created createtime"
    ),
    "url": (
        "链接 网址 原文链接 文章链接 新闻链接 原文网址 链接地址 网页地址 地址"
        " url link articleurl permalink href uri weburl address"
    ),
    "language": "语言 语种 language lang",
}
NAMES = {field: names.split() for field, names in _NAMES.items()}
SUMMARIES = ("摘要", "概要", "简介", "导语", "summary", "abstract", "description", "excerpt", "snippet", "lead")
# What such a word makes of another one: the day of a crawl is none of publication, a subtitle is no title.
OTHERS = re.compile(
    "抓取|采集|爬取|入库|更新|修改|导入|图片|头像|封面|视频|评论|栏目|频道|副"
    "|crawl|fetch|scrap|update|modif|import|insert|image|img|avatar|cover|video|comment|sub|id$"
)
WORDS = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u3400-\u9fff]+")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LONG_TEXT = 60  # characters of the cells of a column, on the mean, that is the text
TITLE = range(4, 101)  # characters of a title, on the mean
SOME = 0.8  # part of the cells that must be what a column is taken for


def guess(headers: Sequence[str], rows: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """The columns that are fields, in the order of the headers; `rows` are the first ones, as a table has them."""
    cells = {header: [row[header] for row in rows if words(row.get(header)).strip()] for header in headers}
    linking = [each for each in headers if cells[each] and _nearly_all(cells[each], _is_address)]
    fields = _by_name(headers, linking)
    left = [header for header in headers if header not in fields.values()]
    cells = {header: cells[header] for header in left}
    for field, header in (
        (TEXT, _longest(cells) if TEXT not in fields else None),
        (TEXT, next((each for each in left if folded(each) in SUMMARIES or _last_word(each) in SUMMARIES), None)),
        ("url", _first_of(cells, _is_address)),
        ("published", _first_of(cells, _is_full_date)),
    ):
        if header is not None and field not in fields and header not in fields.values():
            fields[field] = header
    if TEXT in fields and "title" not in fields:
        titled = next((each for each in left if each not in fields.values() and _may_be_titles(cells[each])), None)
        fields |= {"title": titled} if titled else {}
    by_header = {header: field for field, header in fields.items()}
    return {header: by_header[header] for header in headers if header in by_header}


def fields_called(header: str) -> list[str]:
    """The fields that a header is just the name of."""
    called = folded(header)
    return [field for field, names in NAMES.items() if called in names]


def folded(header: str) -> str:
    """A header for comparing: its letters, simplified, half width, small."""
    simple = characters.known().simple
    plain = unicodedata.normalize("NFKC", header).lower()
    return "".join(simple(char) for char in plain if char.isalnum())


def _by_name(headers: Sequence[str], linking: Sequence[str]) -> dict[str, str]:
    """The column of each field that a header names; also one that ends with such a name, if none is just that.

    `linking`: those that hold addresses, whatever they are called.
    """
    found: dict[str, str] = {}
    whole = {header: folded(header) for header in headers}
    for field, names in NAMES.items():
        same = [each for each in headers if whole[each] in names and (field == "url" or each not in linking)]
        if same:
            found[field] = min(same, key=lambda header: names.index(whole[header]))
    ends = {header: _last_word(header) for header in headers if not OTHERS.search(whole[header])}
    for field, names in NAMES.items():
        for header, last in ends.items():
            free = field not in found and header not in found.values() and (field == "url" or header not in linking)
            if free and _ends_with(last, names):
                found[field] = header
    return found


def _last_word(header: str) -> str:
    header = BRACKETS.sub("", unicodedata.normalize("NFKC", header))
    if header.endswith((".name", ".title", ".text")):  # of an object that stands for a word
        header = header.rpartition(".")[0]
    return next((folded(word) for word in reversed(WORDS.findall(header))), "")


def _ends_with(last: str, names: Sequence[str]) -> bool:
    return last in names or any(last.endswith(name) for name in names if not name.isascii())


def _longest(cells: Mapping[str, Sequence[object]]) -> str | None:
    """The column with the longest cells, if they are long."""
    lengths = {header: mean(len(words(cell)) for cell in those) for header, those in cells.items() if those}
    best = max(lengths, key=lambda header: lengths[header], default=None)
    return best if best is not None and lengths[best] >= LONG_TEXT else None


def _first_of(cells: Mapping[str, Sequence[object]], is_such: Callable[[object], bool]) -> str | None:
    """The first column nearly all of whose cells are of a kind."""
    fitting = (header for header, those in cells.items() if those and _nearly_all(those, is_such))
    return next((header for header in fitting if not OTHERS.search(folded(header))), None)


def _nearly_all(cells: Sequence[object], is_such: Callable[[object], bool]) -> bool:
    return sum(map(is_such, cells)) >= SOME * len(cells)


def _is_address(cell: object) -> bool:
    return bool(address_of(cell))


def _is_full_date(cell: object) -> bool:
    said = words(cell)
    return len(said) <= 40 and len(time_of(cell)) >= len("2020-01-01") and not said.isdecimal()


def _may_be_titles(cells: Sequence[object]) -> bool:
    said = [words(cell).strip() for cell in cells]
    if not said or round(mean(map(len, said))) not in TITLE or len(set(said)) < SOME * len(said):
        return False
    return _nearly_all(said, lambda each: bool(re.search(r"[^\W\d]", words(each))) and not _is_full_date(each))
