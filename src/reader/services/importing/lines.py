"""What single lines of a scraped page are: controls, field lines, ends of the article, prose.

Words are matched on a folded form (full width to half width, simplified), so that 來源 and 来源 are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.domain.folding import forms

ASKED_OFTEN = 200  # characters of a line of which many rules are asked
# Traditional to simplified for the words that the patterns below use, full width to half width; all one to one.
WIDE = range(0xFF01, 0xFF5F)
_FOLDED = forms(
    "來責編輯發時間記聞關鏈連報糾錯廣權歸聲號專題閱讀評論數據員網導鄭獨觀點條線電話檢舉復製載體擊薦瀏覽請掃碼訂註"
    "冊閃簡縮識資訊見圖總續頁貼鏡審標籤轉環華視為與無傳預劃實習業樂於們會內寫別臺國處娛對錄戶攝雜歡溫熱監禮約紀終"
    "經綜聯詞財贊讚選採鍵門閉際頻興價佈週繫祕後複參還級絲準務當現議蹤過這閲絡詳"
    "\u3000\xa0" + "".join(map(chr, WIDE)),
    "来责编辑发时间记闻关链连报纠错广权归声号专题阅读评论数据员网导郑独观点条线电话检举复制载体击荐浏览请扫码订注"
    "册闪简缩识资讯见图总续页贴镜审标签转环华视为与无传预划实习业乐于们会内写别台国处娱对录户摄杂欢温热监礼约纪终"
    "经综联词财赞赞选采键门闭际频兴价布周系秘后复参还级丝准务当现议踪过这阅络详"
    "  " + "".join(chr(wide - 0xFEE0) for wide in WIDE),
)

CONTROL = re.compile(
    r"(?:a\s*\+\s*a?\s*-?|a\s*-|[大中小]?字[号体]|大中小|(?<!\S)[大中小](?!\S)|[【\[(]?(?:大|中|小)[】\])]|举报|纠错|分享[到至]?|收藏|打印(?:本页)?|点赞|评论|阅读|浏览|点击"
    r"|我要|关注|下载|微信|微博|朋友圈|qq空间|扫一扫|扫码|首页|返回|上一篇|下一篇|关闭(?:窗口|本页)?|复制链接|订阅|登录|注册|参与"
    r"|登入|列印|留言|转寄|字级|按赞|朗读|超大|放大|缩小|^(?:大|中|小|标准|正常|原创)$"
    r"|share|tweet|print|email|comments?|subscribe|log ?in|sign ?(?:in|up)|facebook|twitter|whatsapp|linkedin|copy link"
    r"|follow us|advertisement|skip to content|menu|search|home)",
    re.IGNORECASE,
)
OPENING = r"^[\s\[【(（<《■●▲◆*_—-]*"  # what may stand before the first word of such a line
END = re.compile(
    OPENING + r"(?:"
    r"(?:本文|稿件)?(?:来源|责任编辑|责编|编辑|校对|审核|监制|值班主任|实习编辑|主编|编审|终审|审读)\s*[:：|]"
    r"|相关(?:新闻|阅读|报道|文章|链接|推荐|标签)|延伸阅读|延伸\s*·\s*推荐|推荐阅读|更多(?:新闻|精彩|内容|资讯)|看更多|猜你喜欢"
    r"|[您你]可能(?:也|会|还)?(?:喜欢|感兴趣)|热门(?:新闻|推荐|文章)|最[热新]文章|精彩推荐"
    r"|新闻(?:爆料|热线|报料)|爆料|报料|热线|联系(?:我们|电话)|投稿|版权|免责|(?:特别|郑重)?声明\s*(?:[:：]|$)|扫码|扫一扫|关注我们"
    r"|(?:网友|最新|发表)评论|我要(?:评论|跟帖|留言)|(?:评论|留言)\s*\(|标签\s*[:：]|(?:文章)?关键[词字]\s*[:：]|上一篇|下一篇"
    r"|分享[到至]|转载请注明|本文来自|本(?:网站?|报|文)[^。]{0,20}(?:授权|转载|版权)|相关字\s*[:：]|[関关]连(?:记事|ニュース)|前の记事|次の记事"
    r"|the end\b|copyright|©|all rights reserved|related (?:news|articles|stories|links|coverage)|read (?:more|next)"
    r"|more (?:on|from|stories)|share this|tags?\s*:|editor\s*:|filed under|comments?\s*$|leave a (?:reply|comment)"
    r"|mehr zum thema|lire aussi|newsletter|contact us|hotline|about us|privacy policy|terms of)",
    re.IGNORECASE,
)
# A heading above other articles
OTHERS = re.compile(
    OPENING
    + r"(?:相关|延伸|推荐|更多|猜你喜欢|热门|最[热新]文章|related|recommended|more (?:from|on|stories|news)|latest"
    r"|popular|read (?:more|next)|you (?:may|might)|most (?:read|popular)|trending|lesen sie|das könnte|weitere"
    r"|mehr (?:zum|aus)|ähnliche|à lire|vous aimerez|articles? (?:similaires|liés)|você pode|leia (?:também|mais)"
    r"|te puede|relacionad|leggi anche)",
    re.IGNORECASE,
)
# Those that say so in a sentence; other sentences may begin with the words above.
END_SENTENCE = re.compile(
    OPENING
    + r"(?:[^\s:：,，。]{1,8}\s*[:：|]|版权(?:声明|所有|归)|本(?:网站?|报|文)[^。]{0,20}(?:授权|转载|版权)|免责声明"
    r"|转载请注明|本文来自|扫码|扫一扫|关注我们|copyright|©|all rights reserved)",
    re.IGNORECASE,
)
# After one of these nothing more of the article comes; the others stand in the middle of some.
# What also begins subheadings, and stands in advertisements between paragraphs
MAY_GO_ON = re.compile(
    OPENING
    + r"(?:版权(?!声明|所有|归)|(?:新闻)?(?:爆料|热线|报料)|联系(?:我们|电话)|投稿|扫码|扫一扫|关注我们|分享[到至]"
    r"|newsletter|hotline|contact us|about us)(?![^\s:：]{0,8}[:：|])",
    re.IGNORECASE,
)
LAST = re.compile(
    r"(?:责任编辑|责编|编辑|校对|审核|监制|编审|终审|审读)\s*[:：|]|相关(?:新闻|阅读|报道|文章|推荐)|延伸阅读|推荐阅读"
    r"|延伸\s*·\s*推荐|猜你喜欢|可能.{0,2}(?:喜欢|感兴趣)|热门|最[热新]文章|精彩推荐|看更多|版权|免责|评论|跟帖|留言|上一篇|下一篇"
    r"|分享[到至]|转载请注明|授权|ICP[备证]|公网安备|网站标识码"
    r"|[関关]连|の记事|the end\b|related (?:news|articles|stories|links|coverage)"
    r"|read (?:more|next)|all rights reserved|leave a (?:reply|comment)|mehr zum thema|lire aussi",
    re.IGNORECASE,
)
# At the foot of a site: the numbers it is registered under, and beside them who runs it and where
FOOT = re.compile(r"ICP[备证]\D{0,12}\d|公网安备\D{0,6}\d|网站标识码\s*[:：]?\s*[a-z]{0,4}\d", re.IGNORECASE)
CLOSING = re.compile("打印(?:本页|本文)|关闭(?:窗口|本页)")
BESIDE_FOOT = re.compile(
    OPENING + r"(?:(?:主办|承办|协办|主管|运维|维护|建设|技术支持|版权所有)[^:：\s]{0,4}\s*[:：]"
    r"|(?:联系)?地址\s*[:：]|(?:邮政编码|邮编|传真|联系电话|电话|电子邮箱|邮箱)\s*[:：]"
    r"|(?:网站地图|关于我们|联系我们|隐私|版权|copyright|©))",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:(?:文章来源|稿源|来源[于於]?|出处|source|转载自|选自)\s*[:：]|[|]\s*来源)\s*"
    r"(?P<value>https?://[^\s|,，;；)）\]】]+|[^\s|,，;；:：)）\]】]+(?:\s(?=[A-Za-z])(?!a\s?[+-])[^\s|·]+)*)",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"(?:(?:作者|(?<![\u4e00-\u9fff])文|(?<![\u4e00-\u9fff])记者|本报记者|通讯员|撰文|撰稿|author|by)\s*[:：/|]|[|]\s*作者|^\s*作者\s*,)\s*"
    r"(?P<value>[^|·;；\[\]【】()（）\d]{2,40})",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^\s*(?:by|By|BY|von|Von|par|Par|por|Por)\s+(?P<value>[A-ZÀ-Þ][^|·;\d]{2,60})$")
# A line that only says so, in European languages
LABELLED = re.compile(
    r"^\W{0,3}(?:автор(?:ы|и)?|autor(?:in|es|a)?|auteurs?|autor[ei]|author)\s*:\s*(?P<value>[^\W\d_][^|·;:\d]{2,60})$",
    re.IGNORECASE,
)
EDITOR = re.compile(
    r"(?:责任编辑|责编|编辑|editor|edited by)\s*[:：]?\s*(?P<value>[^|·;；\[\]【】()（）]{2,30})", re.IGNORECASE
)
NAMES = r"[\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4}){0,3}"
KIND_OF_REPORTER = r"(?:首席|见习|实习|特派|特约|全媒体)?记者"
# A line that only says who reports: 某某报记者 王一 李二
REPORTER = re.compile(
    rf"^\s*[\u4e00-\u9fff·]{{0,10}}{KIND_OF_REPORTER}[\s:：/]+(?P<value>{NAMES})(?:\s*(?:报道|文|摄))?\s*$"
)
# A reporter's line as in Taiwan, alone or in brackets before the report: 记者王一／台北报导
REPORTING = re.compile(
    rf"(?:^|[\s(（〔【\[/]){KIND_OF_REPORTER}\s*(?P<value>{NAMES})\s*[/／]\s*[^/／。，]{{0,12}}(?:报道|报导|摄影)"
)
# 某社记者王一北京6日电: a name of three characters, or of two before a place of two
AGENCY = re.compile(
    rf"^\s*[(（〔【\[]?[\u4e00-\u9fff]{{2,6}}?{KIND_OF_REPORTER}"
    r"(?P<value>[\u4e00-\u9fff]{3}(?=[\u4e00-\u9fff]{2,6}\d{1,2}日)|[\u4e00-\u9fff]{2}(?=[\u4e00-\u9fff]{2}\d{1,2}日))"
    r"[\u4e00-\u9fff]{2,6}\d{1,2}日(?:专)?[电讯]"
)
# The opening of a report: 某某报讯（记者 王一）
REPORTED = re.compile(
    rf"(?:讯|电|消息|报道)\s*[(（【\[]\s*[\u4e00-\u9fff·]{{0,8}}?{KIND_OF_REPORTER}[\s:：]*"
    rf"(?P<value>{NAMES})\s*[)）】\],，;；]"
)
# Its last line: 采写：某某报记者 王一
WRITTEN = re.compile(
    rf"(?:^|[(（【\[])\s*(?:采写|撰文|文/图|图/文|文)\s*[:：/\s]\s*"
    rf"(?:[\u4e00-\u9fff·]{{0,8}}?{KIND_OF_REPORTER}\s*)?(?P<value>{NAMES})\s*[)）】\]]?\s*$"
)
# A person and a medium in one line: 王一/某某日报
SIGNED = re.compile(
    r"(?P<author>[\u4e00-\u9fff·]{2,4})\s*[/／]\s*(?P<source>[\u4e00-\u9fff]{2,10}[报報社网網刊台线線])"
)
# A publisher's name in a line of its own; the names of a site's sections are none.
MEDIUM = re.compile(
    r"(?!时政|娱乐|体育|财经|国内|国际|社会|科技|本地|地方|热点|最新|图片|视频|行业|公司|相关|推荐|今日|更多)"
    r"[\u4e00-\u9fff\w]{1,10}(?:社|报|网|新闻|在线|电视台|广播|传媒|周刊|杂志|客户端|发布)",
    re.IGNORECASE,
)
# Who writes and is nobody: a publisher, an office, a company; also several of them
OFFICE = (
    r"(?:[^\s、,，/]{1,20}(?:社|报|网|在线|频道|发布|总台|电视台|电台|客户端|传媒|融媒体?(?:中心)?|新闻|周刊|杂志)"
    r"|(?:[^\s、,，/]{2,20})?(?:编辑部|宣传部|办公室|委员会|政府|研究院|大学|公司|集团|协会)|央视|央广)"
)
ORGANISATION = re.compile(rf"{OFFICE}(?:[\s、,，/]+{OFFICE})*")
# What stands where a name would, and is none
_NOBODY = (
    "(?:佚名|无名氏|未知|不详|匿名|无|暂无|本站|本网|网络|互联网|网上|网友|微信公众平台"
    "|anonymous|unknown|n/a|none|null|undefined)"
)
NOBODY, NAMELESS = re.compile(_NOBODY, re.IGNORECASE), re.compile(rf"[:：]\s*{_NOBODY}(?:\s|$)", re.IGNORECASE)
PERSON = re.compile(r"[\u4e00-\u9fff·]{2,4}")
# Several names of people, none of them a publisher's
PERSONS = re.compile(r"(?:(?![\u4e00-\u9fff]*[社报网台])[\u4e00-\u9fff]{2,4}(?:[\s、]+|$)){2,5}")
# Of a law, by whom and when: 2000年9月22日某某市人民代表大会常务委员会第二十二次会议通过
RESOLVED = re.compile(r"(?:通过|修[订正]|公布|施行|批准|审议)\s*[)）》]?$")
# From where somebody posts, which stands beside the date
PLACE = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国(?:香港|澳门|台湾)"
)
NO_SOURCE = (
    "发布",
    "发表",
    "时间",
    "日期",
    "更新",
    "作者",
    "记者",
    "by ",
    "published",
    "updated",
    "posted",
    "last ",
    "on ",
    "at ",
    "date",
    "sent",
)
# A name of a person in Latin letters, which no publisher has
LATIN_PERSON = re.compile(
    r"(?!.*\b(?:times|news|post|daily|journal|press|herald|tribune|review|magazine|week|today|radio|tv|agency)\b)"
    r"(?i:by\s+)?[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:\s[A-Z]\.)?(?:\s[A-ZÀ-Þ][a-zà-ÿ'’-]+){1,2}"
)
DATED = re.compile(r"(?:发布|发表|刊发|更新|日期|时间)")
# The way to a page from the first one of its site, or the menu of the site
BREADCRUMB = re.compile(
    r"^\s*(?:[现当所您你]\w位置\s*[:：]|(?:首页|主页|ホーム|home|startseite|accueil|inicio|início)(?:\s|[>»›/|]|$))|[>»›]\s*正文\s*$"
    r"|^[^<>»›。，《》〈〉]{1,20}(?:\s*[>»›]+\s*[^<>»›。，《》〈〉]{1,20})+$",
    re.IGNORECASE,
)
PROMOTION = re.compile(
    r"点[我此这].{0,6}(?:订阅|下载|看|加入|追踪)|下载\s*app|订阅.{0,12}(?:频道|电子报|通知)|(?:加入|追踪).{0,8}(?:粉丝|好友|line\b)|按赞",
    re.IGNORECASE,
)
EDITOR_FIELD = re.compile(r"(?:责任编辑|责编)\s*[:：]\s*(?P<value>[^|·;；\[\]【】()（）]{2,30})")
# Behind the last sentence: （編輯：周南）
EDITED = re.compile(
    r"[(（\[【]\s*(?:责任编辑|责编|编辑)\s*[:：/]\s*(?P<value>[^()（）\[\]【】:：]{2,20})[)）\]】]\s*\d*\s*$"
)
EDITOR_LINE = re.compile(r"(?:责任编辑|责编|编辑|editor)\s*[:：]", re.IGNORECASE)
# A line that only says who wrote
SIGNATURE = re.compile(r"^(?:作者|记者|编辑|by|von|par|por)\s*[:,：，\s]|,\s*\S{0,12}(?:记者|编辑)$", re.IGNORECASE)
# Where one field ends and the next begins on the same line: 编辑：温岚　校对：纪青, 記者：溫以安／報導
NEXT_FIELD = re.compile(r"\s+(?=[^\s:：]{2,6}\s*[:：])|\s*[／/]\s*(?:綜合|综合)?(?:報導|报导|報道|报道|攝影|摄影)")
# What may stand beside the values in a line of fields
LABELS = re.compile(
    r"(?:文章来源|稿源|来源[于於]?|出处|转载自|选自|作者|文|记者|责任编辑|责编|编辑|发[布表]|刊发|更新|时间|日期|于|by|source|author|editor"
    r"|published|posted|updated|date|on|[\W_])+",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}", re.IGNORECASE)
SCHEME = re.compile(r"https?://(?:www\.)?(?P<host>[^/?#]*).*", re.IGNORECASE)
AROUND = ' \u3000\t-—|/:：,，、;；"“”[]【】()（）'
ADDRESS = re.compile(r"https?://[^\s<>\"'，。；、）)】]+")
LONGEST_END = 20  # characters from the stop of a sentence to the end of its line
SENTENCE_END = re.compile(r"[。!?…][\"”’」』)）\]】]*$")
HAN = re.compile("[\u4e00-\u9fff]")
STOPS = "。！？!?；;…"


def value(raw: str) -> str:
    """The words of a field without what stands around them or belongs to the next one; none if they name nobody."""
    words = NEXT_FIELD.split(raw.lstrip(AROUND), maxsplit=1)[0].strip(AROUND)
    if NOBODY.fullmatch(fold(words)):
        return ""
    return SCHEME.sub(r"\g<host>", " ".join(words.split()))  # of an address, whose it is


def fold(line: str) -> str:
    """The line for matching: one character for each, simplified, half width."""
    return _fold(line) if len(line) <= ASKED_OFTEN else line.translate(_FOLDED)


@lru_cache(maxsize=500)
def _fold(line: str) -> str:
    """The same of a short one, of which one rule after another is asked."""
    return line.translate(_FOLDED)


def is_control(line: str) -> bool:
    """Whether a folded line is nothing but buttons and counts of a page."""
    stripped = line.strip()
    if not stripped or len(stripped) > 40 or any(stop in stripped for stop in "。；;"):
        return False
    if BREADCRUMB.search(stripped):
        return True
    if PROMOTION.search(stripped) and not is_prose(line):
        return True
    left = CONTROL.sub("", stripped)
    left = re.sub(r"[\s|·/\\<>\[\]()（）【】:：,，+\-—_\d]", "", left)
    return not left or (len(left) <= len(stripped) * 0.25 and CONTROL.search(stripped) is not None)


def is_end(line: str) -> bool:
    """Whether a folded line stands behind articles: who edited it, what is related, whose the rights are."""
    if is_foot(line):
        return True
    if not END.search(line):
        return len(line) < 60 and EDITOR_LINE.search(line) is not None and not is_prose(line)
    return not is_prose(line) or (len(line) <= 80 and END_SENTENCE.search(line) is not None)


def is_foot(line: str) -> bool:
    """Whether a folded line stands at the foot of a site."""
    return FOOT.search(line) is not None and not any(stop in line for stop in STOPS)


def without_foot(folded: Sequence[str]) -> int:
    """How many of these folded lines come before the foot of a site, if there is one and no sentence in it."""
    at = next((number for number, line in enumerate(folded) if is_foot(line)), len(folded))
    if any(map(is_prose, folded[at:])):
        return len(folded)
    above = at
    while above and (BESIDE_FOOT.search(folded[above - 1]) or is_control(folded[above - 1])):
        above -= 1
    # Buttons that close the page are as sure as the numbers it is registered under.
    return above if at < len(folded) or any(map(CLOSING.search, folded[above:])) else at


def is_sentence(line: str) -> bool:
    """Whether a folded line ends like a sentence and names no field, however short it is."""
    stripped = line.strip()
    end = SENTENCE_END.search(stripped, max(0, len(stripped) - LONGEST_END))
    said = end is not None and HAN.search(stripped, 0, end.start()) is not None
    return said and not (SOURCE.match(stripped) or SIGNATURE.match(stripped))


def may_go_on(line: str, following: Sequence[bool]) -> bool:
    """Whether an article may go on behind a folded line that looks like the end of one.

    `following`: of the next paragraphs, whether they are prose.
    """
    return len(line) < 40 and len(following) > 1 and all(following[:2]) and MAY_GO_ON.search(line) is not None


def is_prose(line: str) -> bool:
    """Whether a folded line reads like sentences."""
    stripped = line.strip()
    if any(stop in stripped for stop in STOPS) or re.search(r"[a-z\"”’)]\.(\s|$)", stripped):
        return len(stripped) >= 18
    return len(stripped) >= 40 and ("," in stripped or "，" in stripped)


def bare_source(raw: str, dated: tuple[str, int, int]) -> str:
    """The publisher of a line that only puts it beside the date: 臨海在線 2024-05-06 09:12."""
    for part in (raw[: dated[1]], raw[dated[2] :]):
        words = [word.strip(" \u3000\xa0|·/／-—:：,") for word in re.split(r"[\u3000|／]|\s{2,}", part)]
        names = [word for word in words if 2 <= len(word) <= 24 and not is_control(fold(word))]
        if len(media := [name for name in names if MEDIUM.fullmatch(fold(name))]) == 1:
            return value(media[0])
        if REPORTING.search(fold(part)):
            names = names[:1]
        if len(names) == 1 and _may_publish(names[0]):
            return value(names[0])
        if part and (first := part.split()) and MEDIUM.fullmatch(fold(first[0].rstrip("/／|"))):
            return first[0].rstrip("/／|")
    return ""


def _may_publish(name: str) -> bool:
    plain = fold(name)
    if (
        any(map(str.isdecimal, name))
        or ":" in plain
        or WEEKDAY.fullmatch(name)
        or END.search(name)
        or plain.lower().startswith(NO_SOURCE)
    ):
        return False
    others = (RESOLVED.search(plain), PERSONS.fullmatch(plain), LATIN_PERSON.fullmatch(name), PLACE.fullmatch(plain))
    return not any(others)


def bare_authors(raw: str, dated: tuple[str, int, int]) -> str:
    """The people of a line that only puts them behind the date: 2024-05-06 09:12　林曉 周南.

    One name alone may be a publisher's, unless it is in Latin letters or beside that of a medium, before the date.
    """
    before = [
        name for name in re.split(r"[\u3000|]|\s{2,}", raw[: dated[1]].strip(AROUND)) if not is_control(fold(name))
    ]
    if len(before) == 2 and MEDIUM.fullmatch(fold(before[1])) and PERSON.fullmatch(before[0]):
        return before[0]
    words = raw[dated[2] :].strip(AROUND)
    return " ".join(words.split()) if PERSONS.fullmatch(fold(words)) or LATIN_PERSON.fullmatch(words) else ""
