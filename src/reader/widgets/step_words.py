"""The steps of the history and the errors from below, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from reader.domain.article import doubts
from reader.domain.change import Step
from reader.domain.completing import field_choices
from reader.domain.errors import ReaderError
from reader.domain.field_names import FIELDS, name_in
from reader.domain.tag import INTO
from reader.languages import chinese, listed
from reader.widgets.tag_paths import shortened_path

FACTS = ("what", "why")  # of an error, which have words of their own
# Kinds whose detail tells more than their number.
NAMED = ("tag-delete", "tag-merge", "pull-in", "collect", "uncollect", "join")
QUOTED = 36  # characters of a detail that are shown
FORMERLY = " -> "  # in place of INTO, in the details of older steps


class StepWords(QObject):
    """Says what a step did."""

    def of(self, step: Step) -> str:
        """One line without a full stop."""
        said = self._counted(step.kind, step.count) or self._plain(step.kind) or step.kind
        detail = _detail(step)
        return self.tr("{said}: {detail}").format(said=said, detail=detail) if detail else said

    def sentence(self, step: Step) -> str:
        """The same with a full stop, unless it ends with a title or a name."""
        return self.of(step) if _detail(step) else self.tr("{said}.").format(said=self.of(step))

    def _counted(self, kind: str, n: int) -> str:
        match kind:
            case "import":
                return self.tr("%Ln article(s) imported", "", n)
            case "star":
                return self.tr("%Ln article(s) starred", "", n)
            case "unstar":
                return self.tr("Star taken from %Ln article(s)", "", n)
            case "read":
                return self.tr("%Ln article(s) marked as read", "", n)
            case "unread":
                return self.tr("%Ln article(s) marked as unread", "", n)
            case "done":
                return self.tr("%Ln article(s) marked as done", "", n)
            case "not-done":
                return self.tr("%Ln article(s) marked as not done", "", n)
            case "trash":
                return self.tr("%Ln article(s) moved to the trash", "", n)
            case "restore":
                return self.tr("%Ln article(s) put back from the trash", "", n)
            case "pull-in":
                return self.tr("%Ln line(s) of the page pulled in", "", n)
            case "report":
                return self.tr("Error reported of %Ln article(s)", "", n)
            case "unreport":
                return self.tr("Report of an error taken back for %Ln article(s)", "", n)
            case "collect":
                return self.tr("%Ln article(s) added to a collection", "", n)
            case "uncollect":
                return self.tr("%Ln article(s) taken out of a collection", "", n)
        return self._counted_highlights(kind, n) or self._counted_tags(kind, n)

    def _counted_highlights(self, kind: str, n: int) -> str:
        match kind:
            case "highlight" if n > 1:
                return self.tr("%Ln passage(s) highlighted", "", n)
            case "note" if n > 1:
                return self.tr("Notes on %Ln highlight(s) changed", "", n)
            case "color" if n > 1:
                return self.tr("Colour of %Ln highlight(s) changed", "", n)
            case "join":
                return self.tr("%Ln highlight(s) joined", "", n)
            case "accept":
                return self.tr("%Ln highlight(s) taken as they are", "", n)
            case "remove-highlight":
                return self.tr("%Ln highlight(s) removed", "", n)
            case "claim":
                return self.tr("Analyst of %Ln highlight(s) named", "", n)
            case "tag-replace":
                return self.tr("Tag of %Ln highlight(s) replaced by another", "", n)
            case "retag":
                return self.tr("Tags of %Ln highlight(s) changed", "", n)
        return ""

    def _counted_tags(self, kind: str, n: int) -> str:
        match kind:
            case "tag-delete" if n > 1:
                return self.tr("Tag deleted with %Ln tag(s) below it", "", n - 1)
            case "tags-delete":
                return self.tr("%Ln tag(s) deleted", "", n)
            case "tag-merge" if n > 1:
                return self.tr("%Ln tag(s) merged into one", "", n)
            case "tag-move" if n > 1:
                return self.tr("%Ln tag(s) moved", "", n)
            case "tag-color" if n > 1:
                return self.tr("Colour of %Ln tag(s) changed", "", n)
            case "tag-articles":
                return self.tr("Tags of %Ln article(s) changed", "", n)
        return ""

    def _plain(self, kind: str) -> str:
        return {
            "highlight": self.tr("Passage highlighted"),
            "tag": self.tr("Tag put on"),
            "untag": self.tr("Tag taken off"),
            "tag-apply": self.tr("New tag put on"),
            "fields": self.tr("Article details changed"),
            "read-again": self.tr("Article read again"),
            "correct": self.tr("Text corrected"),
            "replace-text": self.tr("Text replaced by that of a file"),
            "restore-text": self.tr("Older text restored"),
            "glosses": self.tr("Readings in brackets switched"),
            "note": self.tr("Note changed"),
            "article-note": self.tr("Note on an article changed"),
            "color": self.tr("Colour of a highlight changed"),
            "resize": self.tr("Ends of a highlight moved"),
            "split": self.tr("Highlight split in two"),
            "tag-add": self.tr("Tag made"),
            "tag-edit": self.tr("Tag changed"),
            "tag-rename": self.tr("Tag renamed"),
            "tag-move": self.tr("Tag moved"),
            "tag-color": self.tr("Colour of a tag changed"),
            "tag-shortcut": self.tr("Key of a tag changed"),
            "tag-describe": self.tr("Description of a tag changed"),
            "tag-order": self.tr("Tags put into another order"),
            "tag-exclusive": self.tr("Exclusion of a tag changed"),
            "tag-merge": self.tr("Tags merged"),
            "tag-delete": self.tr("Tag deleted"),
            "search-save": self.tr("Search saved"),
            "search-edit": self.tr("Saved search changed"),
            "search-delete": self.tr("Saved search deleted"),
            "collection-add": self.tr("Collection made"),
            "collection-edit": self.tr("Collection changed"),
            "collection-delete": self.tr("Collection deleted"),
        }.get(kind, "")


def _detail(step: Step) -> str:
    """What to name in the words about a step."""
    if step.count != 1 and step.kind not in NAMED:
        return ""
    if step.kind.startswith("tag-") and step.kind != "tag-articles":
        return INTO.join(map(shortened_path, step.detail.replace(FORMERLY, INTO).split(INTO)))
    return shortened(step.detail)


def words(step: Step) -> str:
    """What a step did, in a line."""
    return StepWords().of(step)


def sentence(step: Step) -> str:
    """What a step did, as a sentence."""
    return StepWords().sentence(step)


def error_words(error: ReaderError, **shown: str) -> str:
    """The sentence of an error; `shown` are facts to be said otherwise."""
    if error.kind == "no-such":
        field, script = str(error.facts["name"]), chinese()
        shown |= {"name": name_in(FIELDS, field, script), "choices": listed(field_choices(field, "", script))}
    facts = {
        name: QCoreApplication.translate("Errors", fact) if isinstance(fact, str) and name in FACTS else fact
        for name, fact in (error.facts | shown).items()
    }
    return QCoreApplication.translate("Errors", error.sentence).format(**facts)


def doubt_words(warnings: Iterable[str]) -> str:
    """What is doubtful about an imported article; empty if nothing is."""
    return listed(QCoreApplication.translate("Errors", words) for words in doubts(warnings))


def shortened(detail: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(detail.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"
