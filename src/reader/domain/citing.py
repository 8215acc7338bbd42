"""A quote with its citation, in the words of a pattern.

In a pattern each `{...}` names one fact, with what stands before and behind it: `{, source}` is nothing at all where
the source is not known. All other characters stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.domain.article import Article

FACTS = ("quote", "title", "source", "author", "editor", "date", "time", "url", "note", "tags")
PATTERNS = {  # by the names that settings have for them
    "simplified": "“{quote}”（{author，}《{title}》{，source}{，date}{，url}）",
    "traditional": "「{quote}」（{author，}〈{title}〉{，source}{，date}{，url}）",
    "western": "“{quote}” ({author, }“{title}”{, source}{, date}{, url})",
    "markdown": "> {quote}\n>\n> — {title}{, source}{, date}{, <url>}",
}
_PLACE = re.compile(r"\{([^{}]*?)\b(" + "|".join(FACTS) + r")\b([^{}]*)\}", re.ASCII)
_IMAGE = "\ufffc"
FIRST_WORDS = 40  # code points


def cite(pattern: str, facts: Mapping[str, str]) -> str:
    """The pattern with its facts. Where a line of it begins with `>`, so do the other lines of what is put there."""
    return "\n".join(_filled(line, facts) for line in pattern.split("\n"))


def _filled(line: str, facts: Mapping[str, str]) -> str:
    between = "\n> " if line.startswith(">") else "\n"

    def fact(place: re.Match[str]) -> str:
        before, name, behind = place.groups()
        value = facts.get(name, "").replace(_IMAGE, "").strip()
        return before + value.replace("\n", between) + behind if value else ""

    return _PLACE.sub(fact, line)


def facts_of(article: Article, quote: str, note: str = "", tags: str = "") -> dict[str, str]:
    """What a pattern can say of a passage of an article, which is called by its first words if it has no title."""
    title = article.title or article.text.strip().partition("\n")[0][:FIRST_WORDS]
    date, _, time = article.published.partition("T")
    return {
        "quote": quote,
        "note": note,
        "tags": tags,
        "date": date,
        "time": f"{date} {time}".strip(),
        **{"title": title} | {name: getattr(article, name) for name in ("source", "author", "editor", "url")},
    }


def pattern_for(language: str) -> str:
    """The name of the pattern that is usual for the language of an article, "" if that is not known."""
    if language.startswith("zh-Hant"):
        return "traditional"
    return "simplified" if language.startswith("zh") else "western"
