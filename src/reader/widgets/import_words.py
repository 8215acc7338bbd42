"""What an import came to, in the language of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject

from reader.languages import listed
from reader.models.import_rows import Kind, Place, kind_of
from reader.services.importing.outcome import Outcome
from reader.widgets.step_words import doubt_words, error_words

LONG = 40  # characters of a title that a notice shows
SHORT = 24  # of one with something after it in a row of the report, so that both are seen


class ImportWords(QObject):
    """Says what an import came to."""

    def heads(self) -> tuple[str, str, str, str]:
        """What is in the cells of a row."""
        return self.tr("File"), self.tr("Part"), self.tr("Result"), self.tr("Title or reason")

    def row(self, outcome: Outcome, place: Place, whole: bool = True) -> tuple[str, str, str, str]:
        """The file's name and its part, what became of it, and the title, or the reason why there is none.

        `place`: where the article is by now. `whole`: also titles that leave no room for what is said after them.
        """
        name = outcome.path.replace("\\", "/").rpartition("/")[2]
        last = outcome.called
        where = {"trash": self.tr("in the trash"), "gone": self.tr("deleted for good")}.get(place, "")
        longest = None if whole else SHORT
        if remark := listed(filter(None, [self._remark(outcome, longest), where])):
            last = self.tr("{title} ({doubts})").format(title=_short(last, longest), doubts=remark)
        if (problem := outcome.problem) is not None:  # the path is too long for a cell
            shown = str(problem.facts.get("file", "")).replace(outcome.path, name)
            last = error_words(problem, **({"file": shown} if "file" in problem.facts else {}))
        return name, outcome.part, self.result(outcome.status), last

    def _remark(self, outcome: Outcome, longest: int | None) -> str:
        """What is doubtful about an article, or to which one that was there before it is the same or alike.

        `longest`: characters of the title of that one; None for all.
        """
        if outcome.status == "duplicate":
            return {"file": self.tr("same file"), "text": self.tr("same text"), "address": self.tr("same address")}.get(
                outcome.same, ""
            )
        said = [
            doubt_words(outcome.warnings),
            self.tr("from {host}").format(host=outcome.led_to) if outcome.led_to else "",
            self.tr("columns guessed") if outcome.guessed else "",
            self._reprint(outcome, longest) if outcome.reprint_of else "",
        ]
        return listed(filter(None, said))

    def _reprint(self, outcome: Outcome, longest: int | None) -> str:
        if not outcome.reprint_title:
            return self.tr("a reprint")
        return self.tr("a reprint of {title}").format(title=_short(outcome.reprint_title, longest))

    def result(self, kind: Kind) -> str:
        """What became of a file, in a word."""
        return {
            "added": self.tr("Added"),
            "doubtful": self.tr("Uncertain"),
            "duplicate": self.tr("Already there"),
            "skipped": self.tr("Skipped"),
            "failed": self.tr("Failed"),
        }[kind]

    def notice(self, outcomes: Sequence[Outcome], left: int) -> str:
        """What is said when an import is over: one article is named, more are counted."""
        if len(outcomes) == 1 and (problem := outcomes[0].problem) is not None and problem.kind == "columns-not-chosen":
            return error_words(problem)
        if not left and all(each.status == "skipped" for each in outcomes):
            return self.tr("There is nothing in this folder that Reader imports.")
        if len(outcomes) != 1 or outcomes[0].article is None:
            return self.summary(outcomes, left)
        if outcomes[0].status == "duplicate":
            return self.tr("This article is in the library already.")
        doubtful = self._remark(outcomes[0], SHORT)
        words = self.tr("Added: {title} ({doubts})") if doubtful else self.tr("Added: {title}")
        return words.format(title=_short(outcomes[0].called, LONG), doubts=doubtful)

    def since(self, came: str, trashed: int) -> str:
        """What an import came to, and how many of the articles that it added are in the trash by now."""
        if not trashed:
            return came
        away = self.tr("%Ln of these articles are in the trash now.", "", trashed)
        return self.tr("{came} {away}").format(came=came, away=away)

    def summary(self, outcomes: Sequence[Outcome], left: int) -> str:
        """How many articles and files there are of each kind; `left` files were not looked at."""
        counts: Counter[str] = Counter()
        for outcome in outcomes:
            counts["parts" if outcome.status == "failed" and outcome.part else outcome.status] += outcome.files
        parts = [self.tr("%Ln article(s) added", "", counts["added"])]
        if doubtful := sum(kind_of(outcome) == "doubtful" for outcome in outcomes):
            parts.append(self.tr("%Ln uncertain", "", doubtful))
        if counts["duplicate"]:
            parts.append(self.tr("%Ln already there", "", counts["duplicate"]))
        if counts["skipped"]:
            parts.append(self.tr("%Ln file(s) skipped", "", counts["skipped"]))
        if counts["failed"]:
            parts.append(self.tr("%Ln file(s) failed", "", counts["failed"]))
        if counts["parts"]:
            parts.append(self.tr("%Ln part(s) of files failed", "", counts["parts"]))
        if guessed := {outcome.path for outcome in outcomes if outcome.guessed}:
            parts.append(self.tr("columns of %Ln table(s) guessed", "", len(guessed)))
        if left:
            parts.append(self.tr("%Ln file(s) left out as you stopped", "", left))
        return self.tr("{parts}.").format(parts=self.tr(", ").join(parts))


def _short(title: str, longest: int | None) -> str:
    return title if longest is None or len(title) <= longest else title[: longest - 1] + "…"
