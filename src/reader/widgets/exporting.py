"""Taking findings and reports out of the library: dialogs, the jobs behind them, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from reader.domain.errors import ReaderError
from reader.domain.highlight_query import GroupBy, HighlightQuery
from reader.domain.query import ArticleQuery
from reader.jobs import Job
from reader.services import concordance, exporting, reports
from reader.services.concordance import Line
from reader.services.importing.outcome import Outcome
from reader.services.writing import free_target
from reader.session import Session
from reader.settings import Settings
from reader.storage import highlights
from reader.widgets import file_dialogs
from reader.widgets.activity import Activity
from reader.widgets.attempts import Attempts
from reader.widgets.export_dialog import ExportDialog, ExportWish, Which
from reader.widgets.notice import Notice, Offer
from reader.widgets.reveal import reveal


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written; `rows` None: it was not, as the export was stopped."""

    target: Path
    rows: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows: which highlights, how put together, how many, which of them are chosen, by id; names of its
    columns in an exported file.
    """

    query: HighlightQuery
    by: GroupBy | None
    count: int
    chosen: tuple[int, ...]
    columns: tuple[str, ...]

    @property
    def queries(self) -> dict[Which, HighlightQuery]:
        """What can be written of it."""
        return {"shown": self.query, "chosen": replace(self.query, only=frozenset(self.chosen))}

    @property
    def counts(self) -> dict[Which, int]:
        """How many highlights those are; as long as none is chosen, there is no such choice."""
        found: dict[Which, int] = {"shown": self.count}
        return found | ({"chosen": len(self.chosen)} if self.chosen else {})

    @property
    def first(self) -> Which:
        """What is meant unless somebody chooses: some row is chosen always, so that one alone tells nothing."""
        return "chosen" if len(self.chosen) > 1 else "shown"


class Exporting(QObject):
    """Writes files in the background, one after the other."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        attempts: Attempts,
        notice: Notice,
        activity: Activity,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._attempts = attempts
        self._notice = notice
        self._activity = activity
        self._window = window

    def ask_for_export(self, listed: ArticleQuery, selected: Sequence[int], shown: Shown | None = None) -> None:
        """Ask how highlights are to be written, then write them: of all articles, those listed, or those selected.

        With `shown`, what a table shows, or what is chosen in it: it stands in the place of that list.
        """
        meant: dict[Which, ArticleQuery] = {"all": ArticleQuery(sort=listed.sort, descending=listed.descending)}
        if shown is None:
            meant["listed"] = listed
            if selected:
                meant["selected"] = replace(listed, only=frozenset(selected))
        counts = self._session.read(
            lambda db: {which: highlights.count(db, query) for which, query in meant.items()}, None
        )
        if counts is None:
            return
        queries = {which: HighlightQuery(query, tagged=query.tags) for which, query in meant.items()}
        if shown is not None:
            queries, counts = queries | shown.queries, counts | shown.counts
        filtered = bool(listed.wanted or listed.tags or listed.scope != "all") and listed.scope != "trash"
        first: Which = "selected" if len(selected) > 1 else "listed" if filtered else "all"
        dialog = ExportDialog(
            self._session.path,
            Path(self._settings.export_folder or documents()),
            counts,
            shown.first if shown is not None else first,
            safe=self._settings.spreadsheet_safe,
            parent=self._window,
        )

        def export() -> None:
            wish = dialog.wish()
            by = shown.by if shown is not None and wish.which in shown.queries else None
            self.export(wish, queries[wish.which], by)

        if shown is not None:
            dialog.offer_columns(shown.columns)
        dialog.accepted.connect(export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, wish: ExportWish, query: HighlightQuery, by: GroupBy | None = None) -> None:
        """Write highlights in the background."""
        self._settings.export_folder = str(wish.target.parent)
        self._settings.spreadsheet_safe = wish.spreadsheet_safe
        library = self._session.library

        def work(job: Job) -> Exported:
            with library.another() as db:
                rows = exporting.export_csv(
                    db,
                    wish.target,
                    query,
                    by=by,
                    columns=wish.columns,
                    spreadsheet_safe=wish.spreadsheet_safe,
                    row_per_tag=wish.row_per_tag,
                    column_per_tag=wish.column_per_tag,
                    with_articles=wish.with_articles,
                    advance=job.advance,
                    cancelled=lambda: job.cancelled,
                )
            return Exported(wish.target, rows)

        self._start(work)

    def save_report(self, outcomes: Sequence[Outcome]) -> None:
        """Ask for a file, and write rows of an import's report to it."""
        target = self._ask_for_table(self.tr("Save report"), self.tr("Import report"))
        if target is not None:
            library = self._session.path
            self._start(lambda _: Exported(target, reports.export_outcomes(library, target, outcomes)))

    def save_lines(self, lines: Sequence[Line]) -> None:
        """Ask for a file, and write hits with their contexts to it."""
        target = self._ask_for_table(self.tr("Save lines"), self.tr("Keyword in context"))
        if target is None:
            return
        library = self._session.path

        def work(job: Job) -> Exported:
            rows = concordance.export_csv(
                *(library, target, lines), advance=job.advance, cancelled=lambda: job.cancelled
            )
            return Exported(target, rows)

        self._start(work)

    def export_reported(self) -> None:
        """Ask for a file, and write the articles to it of which an error was reported."""
        target = self._ask_for_table(self.tr("Export reported errors"), self.tr("Reported errors"))
        if target is None:
            return
        library = self._session.library

        def work(_: Job) -> Exported:
            with library.another() as db:
                return Exported(target, reports.export_reported(db, target))

        self._start(work)

    def _ask_for_table(self, title: str, name: str) -> Path | None:
        folder = Path(self._settings.export_folder or documents())
        found = file_dialogs.table_to_write(self._window, title, free_target(folder / f"{name}.csv"))
        if found is not None:
            self._settings.export_folder = str(found.parent)
        return found

    def _on_exported(self, exported: Exported) -> None:
        target, rows = exported.target, exported.rows
        if rows is None:
            self._on_stopped()
            return
        words = self.tr("%Ln row(s) written to {file}.", "", rows).format(file=target.name)
        self._notice.say(words, Offer(self.tr("Show in folder"), lambda: reveal(target, self)))

    def _start(self, work: Callable[[Job], Any]) -> None:
        job = Job(work)
        job.finished.connect(self._on_exported)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._activity.start(job, self.tr("Exporting {done} of {total}"))

    def _on_failed(self, error: ReaderError) -> None:
        self._attempts.fail(error)

    def _on_stopped(self) -> None:
        self._notice.say(self.tr("The export was stopped; no file was written."))


def documents() -> str:
    """The folder of the person's documents, or their home."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if Path(found).is_dir() else str(Path.home())
