"""Fields of a query and what some of them can be, by their English names, with what people who write Chinese type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Chinese = Literal["simplified", "traditional"]
Names = Mapping[str, tuple[str, ...]]  # of the Chinese ones the first is simplified, the last traditional

FIELDS = {
    "title": ("标题", "標題"),
    "source": ("来源", "來源"),
    "author": ("作者",),
    "editor": ("编辑", "編輯"),
    "address": ("url", "网址", "網址"),
    "language": ("语言", "語言"),
    "tag": ("标签", "標籤"),
    "article-tag": ("文章标签", "文章標籤"),
    "in": ("文集",),
    "analyst": ("分析者", "分析員"),
    "date": ("日期",),
    "imported": ("导入", "匯入"),
    "has": ("有",),
    "is": ("是",),
}
CHOICES: dict[str, Names] = {
    "has": {
        "highlight": ("标注", "標註"),
        "note": ("笔记", "筆記"),
        "tag": ("标签", "標籤"),
        "picture": ("图片", "圖片"),
        "reprint": ("转载", "轉載"),
    },
    "is": {
        "unread": ("未读", "未讀"),
        "read": ("已读", "已讀"),
        "started": ("在读", "在讀"),
        "done": ("读完", "讀完"),
        "starred": ("星标", "已加星", "星標"),
        "reported": ("错误报告", "已报错", "已報錯", "錯誤回報"),
    },
}


def by_alias(names: Names) -> dict[str, str]:
    """The English name for each that may be typed, that one too."""
    return {alias: name for name, others in names.items() for alias in (name, *others)}


def name_in(names: Names, name: str, chinese: Chinese | None) -> str:
    """A name as a window in this script says it; None: one in another language, which says it in English."""
    own = [each for each in names[name] if not each.isascii()] if chinese is not None else [name]
    return own[0 if chinese == "simplified" else -1]
