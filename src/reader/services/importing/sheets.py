"""From the lines of printed pages to paragraphs: what was broken for paper is put together again.

All rules look at the whole document, since its margins, its leading and its sizes are what single lines are judged by.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from reader.services.importing.blocks import Content, Paragraph

EDGE = 3  # lines at the top and at the foot of a page among which running heads and page numbers are
SAME = 3.0  # points that two things at the same height may differ
OFTEN = 3  # pages on which a line stands to be a running head; of short documents two
SMALLER = 0.92  # times that size, and lines at the foot of a page are notes
LARGER = 1.15  # times the size of most of the text, and a line is a heading
ALIKE = 0.15  # part that the size of a line in another font may differ within a paragraph
HEADING = 80  # characters of one
TITLE_LINES = 40  # lines among which the title is
FEW = 0.2  # part of the text that headings are at the most
LINES = 0.15  # part of the distances between lines that are those within a paragraph, at least
APART = 1.3  # times the usual distance of lines that parts paragraphs
INDENT = 0.9  # em
NEAR = 3  # em by which lines of one column may begin apart
REACH = 2.0  # em before the edge of a column where a line is full: punctuation does not begin one
COLUMN = 10  # em of a column of text at least; others are columns of tables
GUTTER = 0.5  # part of the lines of a page with a gap at one place
NUMBER = re.compile(
    r"[\W_]*(?:第|page|p\.)?[\W_]*(?:\d{1,4}|[ivxlcIVXLC]{1,6})[\W_]*(?:页|頁)?(?:[\W_]*(?:/|of|共)[\W_]*\d{1,4}[\W_]*(?:页|頁)?)?[\W_]*"
)
DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
ADDRESS = re.compile(r"https?://[^\s\u2e80-\uffff]+")
PRINTED = re.compile(r"(?:\d{1,2}/\d{1,2}/\d{2,4}.*\s)?https?://\S+\s+\d+/\d+")  # what browsers print at the foot
SENTENCE = re.compile(r"[。！？!?…:：；;.][”’」』）)\"']*$")
WIDE = re.compile("[\u2e80-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
PARTED, SMALL = re.compile("[a-zà-ÿ][-\u2010]"), re.compile("[a-zà-ÿ]")
LIST = re.compile(r"(?:\[?\d{1,3}[\]).、．]|[•●○◦▪■◆·*–—-]|[（(][\d一二三四五六七八九十]{1,3}[）)])\s*\S")


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line: its text, and where it begins and ends, in points."""

    text: str
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """A line of a page; `height` is that of its foot above the page's, `size` that of its letters, in points.

    `is_known`: its font says which characters they are.
    """

    page: int
    height: float
    size: float
    cells: list[Cell]
    is_known: bool = True

    @property
    def text(self) -> str:
        """Its words; what stands wide apart is parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right


@dataclass(frozen=True, slots=True)
class Read:
    """What a document says. `address`: of the web page that it is a print of; `left_out`: lines that come again."""

    content: Content
    title: str
    address: str
    left_out: tuple[str, ...]


@dataclass(slots=True)
class Sheets:
    """The pages of a document; `incomplete`: some hold text that cannot be read."""

    heights: list[float] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    incomplete: bool = False

    def add_page(self, height: float, lines: list[Line], *, incomplete: bool = False) -> None:
        """Another page, so many points high."""
        self.heights.append(height)
        self.lines += _in_columns(lines)
        self.incomplete |= incomplete

    def read(self) -> Read:
        """The paragraphs without what belongs to the paper."""
        furniture = self._furniture()
        kept = [line for line in self.lines if id(line) not in furniture]
        again = {DIGITS.sub("#", line.text): line.text for line in self.lines if id(line) in furniture}.values()
        address = next((found[0] for text in again if (found := ADDRESS.search(text))), "")
        layout = _Layout(kept)
        return Read(
            Content(layout.paragraphs()),
            layout.title(),
            address,
            tuple(text.replace("\t", " ") for text in again if not NUMBER.fullmatch(text)),
        )

    def _furniture(self) -> set[int]:
        """The lines that are running heads, feet or page numbers, by identity: the same again at the same height."""
        edges: list[Line] = []
        by_page: dict[int, list[Line]] = defaultdict(list)
        for line in self.lines:
            by_page[line.page].append(line)
        for lines in by_page.values():
            lines.sort(key=lambda line: line.height)
            edges += lines if len(lines) <= 2 * EDGE else [*lines[:EDGE], *lines[-EDGE:]]
        seen: dict[str, list[Line]] = defaultdict(list)
        for line in edges:
            seen[DIGITS.sub("#", line.text)].append(line)
        found: set[int] = set()
        pages = len(by_page)
        for lines in seen.values():
            counts = len({line.text for line in lines}) > 1  # their number is that of the page
            depths = Counter(round(self._depth(line) / SAME) for line in lines)
            for line in lines:
                depth = round(self._depth(line) / SAME)
                times = sum(depths[depth + by] for by in (-1, 0, 1))
                if times >= (2 if counts or pages <= OFTEN else OFTEN) or self._is_printed(line, by_page):
                    found.add(id(line))
        return found

    def _depth(self, line: Line) -> float:
        """How far a line is from the top, or from the foot if that is nearer: pages may differ in height."""
        height = self.heights[line.page]
        return line.height if line.height < height / 2 else line.height - height

    def _is_printed(self, line: Line, by_page: dict[int, list[Line]]) -> bool:
        """The address at the foot of a page that a browser printed, or the number of a lone page."""
        lowest = by_page[line.page][0] is line
        number = len(by_page) == 1 and len(by_page[line.page]) > 2 and line.text.strip(" -—–·") == "1"
        return lowest and (number or PRINTED.fullmatch(line.text.replace("\t", " ")) is not None)


def _in_columns(lines: list[Line]) -> list[Line]:
    """The lines of a page; where each goes through two columns of text, first the left halves of all."""
    parted = [line for line in lines if len(line.cells) == 2]
    wide = [line for line in parted if min(cell.right - cell.left for cell in line.cells) >= COLUMN * line.size]
    if len(wide) < max(4, GUTTER * len(lines)):
        return lines
    gutter = median((line.cells[0].right + line.cells[1].left) / 2 for line in wide)
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        halves = [
            [cell for cell in line.cells if cell.right <= gutter],
            [cell for cell in line.cells if cell.left >= gutter],
        ]
        if sum(map(len, halves)) < len(line.cells):  # through both, such as a title
            found += [*left, *right, line]
            left, right = [], []
            continue
        for cells, side in zip(halves, (left, right), strict=True):
            if cells:
                side.append(Line(line.page, line.height, line.size, cells))
    return [*found, *left, *right]


class _Layout:
    """The measures of a document, and what they say of its lines."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self._body = sizes.most_common(1)[0][0] if sizes else 1.0
        steps = sorted(above.height - line.height for above, line in pairwise(lines) if self._is_next(above, line))
        self._leading = steps[int(LINES * len(steps))] if steps else 1.5 * self._body
        self._lefts, self._rights = self._margins()
        self._notes = self._note_starts()
        larger = sum(count for size, count in sizes.items() if size > LARGER * self._body)
        self._has_headings = larger <= FEW * sizes.total()
        starts = [line.left - self._edge(line)[0] for line in lines if abs(line.size - self._body) < 0.5]
        self._indents = sum(INDENT < start / self._body < 4 for start in starts) > 0.05 * len(starts)

    def _is_next(self, above: Line, line: Line) -> bool:
        """Whether a line stands just below another one of its size."""
        step = above.height - line.height
        return (
            above.page == line.page and 0.8 < step / above.size < 3 and abs(above.size - line.size) < 0.1 * above.size
        )

    def _margins(self) -> tuple[dict[int, float], dict[int, float]]:
        """For lines that begin at so many em: where the column that they are in begins, and where it ends."""
        starts: dict[int, list[Line]] = defaultdict(list)
        for line in self._lines:
            starts[round(line.left / self._body)].append(line)
        lefts: dict[int, float] = {}
        rights: dict[int, float] = {}
        for start in starts:
            fellows = [line for at in range(start - NEAR, start + NEAR + 1) for line in starts.get(at, ())]
            lefts[start] = sorted(line.left for line in fellows)[len(fellows) // 10]
            rights[start] = sorted(line.right for line in fellows)[len(fellows) * 4 // 5]
        return lefts, rights

    def _edge(self, line: Line) -> tuple[float, float]:
        start = round(line.left / self._body)
        return self._lefts[start], self._rights[start]

    def _is_heading(self, line: Line) -> bool:
        return self._has_headings and line.size > LARGER * self._body and len(line.text) <= HEADING

    def title(self) -> str:
        """The largest words at the head of the first page, if they are larger than the text; else nothing."""
        head = [line for line in self._lines[:TITLE_LINES] if line.page == self._lines[0].page]
        size = max((line.size for line in head if sum(map(str.isalnum, line.text)) > 1), default=0.0)
        if size < LARGER * self._body:
            return ""
        first = next(index for index, line in enumerate(head) if line.size == size)
        words = [head[first].text]
        for above, line in pairwise(head[first:]):
            if not self._is_next(above, line) or line.size < 0.95 * size:
                break
            words.append(line.text)
        title = joined(words).replace("\t", " ")
        return title if len(title) <= 2 * HEADING and "。" not in title else ""

    def paragraphs(self) -> list[Paragraph]:
        """The lines put together, with headings and rows of tables marked."""
        found: list[Paragraph] = []
        levels = {size: str(min(3, rank)) for rank, size in enumerate(self._heading_sizes(), 1)}
        parts: list[list[str]] = []  # the lines of each
        last = None
        lines = self._with_notes_behind()
        tabs = [len(line.cells) > 1 for line in lines]
        for index, line in enumerate(lines):
            beside = tabs[max(0, index - 1) : index] + tabs[index + 1 : index + 2]
            row = tabs[index] and any(beside)
            words = line.text if row else line.text.replace("\t", " ")
            if last is not None and not row and found[-1].whole != [("row", "")] and self._goes_on(last, line):
                parts[-1].append(words)
            else:
                parts.append([words])
                level = levels.get(round(line.size)) if self._is_heading(line) else None
                found.append(Paragraph(whole=[("row", "")] if row else [("heading", level)] if level else []))
            last = line
        for paragraph, its_lines in zip(found, parts, strict=True):
            paragraph.text = joined(its_lines)
        return found

    def _with_notes_behind(self) -> list[Line]:
        """The lines, those of notes at the foot of a page behind the paragraph that goes on with the next page."""
        found: list[Line] = []
        notes: list[Line] = []
        for index, line in enumerate(self._lines):
            if line.page in self._notes and index >= self._notes[line.page]:
                notes.append(line)
                continue
            if notes and not (found and self._goes_on(found[-1], line)):
                found += notes
                notes = []
            found.append(line)
        return found + notes

    def _note_starts(self) -> dict[int, int]:
        """For each page that ends with lines in smaller letters than the text above them the number of the first."""
        found: dict[int, int] = {}
        for page, group in groupby(enumerate(self._lines), key=lambda each: each[1].page):
            lines = list(group)
            at = len(lines)
            while at and lines[at - 1][1].size < SMALLER * self._body:
                at -= 1
            if 0 < at < len(lines):
                found[page] = lines[at][0]
        return found

    def _heading_sizes(self) -> list[int]:
        return sorted({round(line.size) for line in self._lines if self._is_heading(line)}, reverse=True)

    def _goes_on(self, above: Line, line: Line) -> bool:
        """Whether a line goes on with the paragraph of the one before it."""
        if abs(above.size - line.size) > ALIKE * above.size or self._is_heading(above) != self._is_heading(line):
            return False
        step = above.height - line.height
        is_below = above.page == line.page and step > 0
        if is_below and step > APART * max(self._leading, 1.2 * line.size if self._is_heading(line) else 0):
            return False
        if self._is_heading(line):
            return is_below
        indent = line.left - self._edge(line)[0]
        hangs = LIST.match(above.text) is not None and not LIST.match(line.text)
        if indent > INDENT * self._body and line.left > above.left + 1 and not hangs:
            return False
        if not self._is_full(above, line):
            return False
        if LIST.match(line.text) and SENTENCE.search(above.text):
            return False
        # Where nothing tells paragraphs apart but their last lines, a sentence that ends with a page ends one.
        return is_below or self._indents or not SENTENCE.search(above.text)

    def _is_full(self, above: Line, line: Line) -> bool:
        """Whether a line ends where its column does, or the first word of the next one had no room in it."""
        room = self._edge(above)[1] - above.right
        if WIDE.search(above.text[-3:]) or WIDE.match(line.text):
            return room < REACH * above.size
        word = len(line.text.split(" ", 1)[0]) + 1
        return room < word * (above.right - above.left) / max(1, len(above.text)) + 0.5 * above.size


def joined(parts: Sequence[str]) -> str:
    """Lines as one: with a space between Latin words, none between characters, a word parted by a hyphen whole."""
    pieces = list(parts)
    for index, (above, line) in enumerate(pairwise(parts)):
        if above.endswith("\xad") or (PARTED.search(above[-2:]) and SMALL.match(line)):
            pieces[index] = above[:-1]
        elif not (above and line and (WIDE.match(above[-1]) or WIDE.match(line[0]))):
            pieces[index] = f"{above} "
    return "".join(pieces)
