"""From what was found in a file to a draft: glosses lifted out, the parts of the text put together, the language."""

from __future__ import annotations

import re
from itertools import accumulate

from reader.domain.article import Draft, Gloss, LeftOut, Mark, Original
from reader.domain.errors import ImportFailed
from reader.domain.text import unturned
from reader.services.importing import glosses
from reader.services.importing.html import Page
from reader.services.importing.splitter import Split, split

PLAIN_TEXT, WHOLE_TEXT = "plain text", "whole text"  # taken apart; no line left out
# Characters and paragraphs of one article: opening it takes a second then. "À la recherche du temps perdu" has 9.6
# million characters.
TEXT_LIMIT, PARAGRAPH_LIMIT = 10_000_000, 250_000
SAYING = re.compile(r"[^\s!-/:-@\[-`{-~\ufffc\ufffd]")  # all but signs of a keyboard and characters that were lost
BLANK = "{file} holds no text, so there is nothing to import."
TOO_LONG = (
    "{file} is too long for one article, which has up to {characters} characters and {paragraphs} paragraphs."
    " Split it into articles first."
)


def language_of(text: str) -> str:
    """ "zh-Hant", "zh-Hans", "ja", "ko", "en" or "" by the characters of a sample."""
    sample = text[:3000]
    han, letters, kana, hangul = (sum(map(len, runs.findall(sample))) for runs in (HAN, LETTERS, KANA, HANGUL))
    if kana > 0.1 * (han + 1) and han + letters < len(sample):
        return "ja"
    if hangul > han:
        return "ko"
    if han * 3 > letters and han:
        return "zh-Hant" if len(TRADITIONAL.findall(sample)) > len(SIMPLIFIED.findall(sample)) else "zh-Hans"
    return "en" if letters > 0.5 * len(sample) and ENGLISH.search(sample) else ""


HAN, LETTERS = re.compile("[\u4e00-\u9fff]+"), re.compile("[A-Za-z]+")
KANA, HANGUL = re.compile("[\u3041-\u30ff]+"), re.compile("[\uac00-\ud7a3]+")
# Frequent characters that exist in one of the two scripts only.
TRADITIONAL = re.compile(
    "[國這個們來時會對學說過發業經動現進種後當開樣從點長問機關實應還與體間書務題義區報產見東質調專線條氣軍電]"
)
SIMPLIFIED = re.compile(
    "[国这个们来时会对学说过发业经动现进种后当开样从点长问机关实应还与体间书务题义区报产见东质调专线条气军电]"
)
ENGLISH = re.compile(r"\b(?:the|and|of|to|is|in)\b", re.IGNORECASE)


def check_length(text: str, name: str) -> None:
    """Raises ImportFailed if a text is too long for one article."""
    if len(text) > TEXT_LIMIT or sum(map(bool, map(str.strip, text.split("\n")))) > PARAGRAPH_LIMIT:
        limits = {"characters": f"{TEXT_LIMIT:,}", "paragraphs": f"{PARAGRAPH_LIMIT:,}"}
        raise ImportFailed("too-long", TOO_LONG, file=name, **limits)


def check_words(text: str, name: str) -> None:
    """Raises ImportFailed if a file says nothing."""
    if not SAYING.search(text):
        raise ImportFailed("blank-file", BLANK, file=name)


def from_text(text: str, original: Original, warnings: list[str], *, lift: bool | None = None) -> Draft:
    """The article in a clean text without markup; `original.method` WHOLE_TEXT leaves no line out.

    `lift` forces what becomes of glosses. Raises ImportFailed if there is no text, or too much of it.
    """
    check_length(text, original.name)
    check_words(text, original.name)
    lifted = glosses.lift(text, always=lift)
    if lifted.glosses:
        warnings.append("glosses-lifted")
    parts = split(lifted.text, whole=original.method == WHOLE_TEXT)
    if not parts.sure:
        warnings.append("low-confidence")
    title = lifted.text[slice(*parts.title)] if parts.title else ""
    canonical, moved, left_out = _assembled(lifted, parts)
    return Draft(
        canonical,
        original,
        title=unturned(title),
        language=language_of(canonical),
        marks=(Mark(0, len(title), "title"),) if title else (),
        glosses=moved,
        left_out=left_out,
        warnings=tuple(warnings),
        **parts.fields._asdict(),
    )


def _assembled(lifted: glosses.Lifted, parts: Split) -> tuple[str, tuple[Gloss, ...], tuple[LeftOut, ...]]:
    """The canonical text from its ranges, the glosses at their places in it, and what is not in it."""
    ranges = ([parts.title] if parts.title else []) + list(parts.body)
    pieces = [lifted.text[start:end] for start, end in ranges]
    begins = [0, *accumulate(len(piece) + 1 for piece in pieces)]
    begins[-1] = max(0, begins[-1] - 1)
    moved: list[Gloss] = []
    for begin, (start, end) in zip(begins, ranges, strict=False):
        moved += [Gloss(begin + g.position - start, g.text) for g in lifted.glosses if start < g.position <= end]
    left_out = tuple(
        LeftOut(
            lifted.text[start:end],
            tuple(Gloss(g.position - start, g.text) for g in lifted.glosses if start < g.position <= end),
            begins[next((number for number, (kept, _) in enumerate(ranges) if kept > start), len(ranges))],
        )
        for start, end in parts.left_out
    )
    return "\n".join(pieces), tuple(sorted(moved)), left_out


def from_page(page: Page, original: Original, warnings: list[str], *, lift: bool | None = None) -> Draft:
    """The article of a page that was taken apart. Raises ImportFailed if there is no text, or too much of it."""
    check_length(page.text, original.name)
    if not page.text.strip():
        raise ImportFailed("blank-file", BLANK, file=original.name)
    lifted = glosses.lift(page.text, always=lift, above=page.glosses)
    damaged = lifted.text != page.text
    if damaged:
        warnings.append("glosses-lifted")
    end = lifted.position(len(page.title))

    def cleared(words: str) -> glosses.Lifted:  # of what is too short to be judged by itself
        return glosses.lift(words, always=True) if damaged else glosses.Lifted(words)

    left_out = (
        (cleared(part.text), None if part.before is None else lifted.position(part.before)) for part in page.left_out
    )
    return Draft(
        lifted.text,
        original,
        title=unturned(lifted.text[:end]) if page.title else "",
        source=cleared(page.source).text,
        author=cleared(page.author).text,
        editor=cleared(page.editor).text,
        published=page.published,
        url=page.url,
        language=language_of(lifted.text),
        marks=lifted.marks(page.marks),
        glosses=lifted.glosses,
        images=page.images,
        left_out=tuple(LeftOut(each.text, each.glosses, before) for each, before in left_out),
        warnings=(*warnings, *page.warnings),
    )
