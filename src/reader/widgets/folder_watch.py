"""Looks into the watched folder now and then, and says which of its files are new and complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.jobs import Job
from reader.services.importing import watched
from reader.services.importing.watched import Seen, State
from reader.session import Session
from reader.settings import Settings

SETTLE_MS = 2_000  # in which a file must not change to be complete
AGAIN_MS = 30_000  # network drives do not tell of changes
LATER_MS = 600_000  # after an import that failed or was stopped
FOLDERS = 200  # that the system is asked to watch
FILE = "watched.json"  # beside the settings


class FolderWatch(QObject):
    """Never writes into the folder. Its own looks are quiet; what is imported shows as any import does.

    Of files that are in a folder when it begins to be watched somebody has to say whether they are meant.
    """

    import_wanted = Signal(list)  # Paths
    answer_wanted = Signal(int)  # how many files are in the folder already; `answer` goes on

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._seen: Seen | None = None
        self._before: Mapping[Path, State] = {}  # at the last look
        self._coming: dict[Path, State] = {}  # files that are being imported
        self._looking = False
        self._asks = False  # the next look is the first one at what is set
        self._asked: dict[Path, State] | None = None  # what an answer is waited for
        self._system = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        for timer in (self._soon, self._again):
            timer.timeout.connect(self._look)
        self._system.directoryChanged.connect(self._soon.start)
        settings.changed.connect(self._on_setting)
        session.left.connect(self._stop)
        session.opened.connect(self.start_over)

    def start_over(self) -> None:
        """Begin to watch what is set, for the library that is open."""
        self._begin(anew=False)

    def _stop(self) -> None:
        self._soon.stop()
        self._again.stop()
        self._seen, self._asked, self._before, self._coming = None, None, {}, {}

    def _begin(self, *, anew: bool) -> None:
        """`anew`: the folder was just chosen, so that it is asked about whatever of it was seen once."""
        self._stop()
        if watched_now := [*self._system.directories(), *self._system.files()]:
            self._system.removePaths(watched_now)
        if self._settings.watched and not self._session.library.read_only:
            file = Path(self._settings.store.fileName()).with_name(FILE)
            self._seen = Seen(file, self._session.path, Path(self._settings.watched))
            self._asks = anew or self._seen.is_first
            self._look()

    def _on_setting(self, name: str) -> None:
        if name in ("watched", "watched_deep"):
            self._begin(anew=True)

    def _look(self) -> None:
        if self._seen is None or self._looking or self._coming or self._asked is not None:
            return
        self._looking = True
        folder, deep, seen = Path(self._settings.watched), self._settings.watched_deep, self._seen
        job = Job(lambda _: (seen, watched.look(folder, deep)))
        job.finished.connect(self._on_look)
        job.ended.connect(self._on_looked)
        job.start()

    def _on_looked(self) -> None:
        self._looking = False
        if not (self._coming or self._asked is not None or self._soon.isActive() or self._again.isActive()):
            self._again.start()  # the look failed

    def _on_look(self, answer: tuple[Seen, dict[Path, State] | None]) -> None:
        seen, found = answer
        if seen is not self._seen:
            self._soon.start()  # something else is watched by now
            return
        if found is None:
            self._again.start()
            return
        new = seen.new(found)
        if self._asks and new:
            self._asked = {path: found[path] for path in new}
            self.answer_wanted.emit(len(new))
            return
        if self._asks:
            self._asks = False
            seen.add(found, [])
        complete = [path for path in new if self._before.get(path) == found[path]]
        self._before = found
        self._watch({Path(self._settings.watched), *(path.parent for path in found)})
        if complete:
            self._coming = {path: found[path] for path in complete}
            self.import_wanted.emit(complete)
        elif new:
            self._soon.start()
        else:
            self._again.start()

    def answer(self, wanted: bool) -> None:
        """Import the files that were in the folder already, too, or only those that come."""
        if self._seen is None or self._asked is None:
            return  # something else is watched by now
        there, self._asked, self._asks = self._asked, None, False
        self._seen.add(there, [] if wanted else list(there))
        self._look()

    def _watch(self, folders: set[Path]) -> None:
        there = set(self._system.directories())
        more = [str(folder) for folder in sorted(folders) if str(folder) not in there and folder.is_dir()]
        if more and len(there) < FOLDERS:
            self._system.addPaths(more[: FOLDERS - len(there)])

    def imported(self, paths: Sequence[str], whole: bool) -> None:
        """These of the files are done; `whole`: the import went through, and was not stopped on the way."""
        if self._seen is None or not self._coming:
            return
        done = set(paths)
        coming, self._coming = self._coming, {}
        self._seen.add(coming, [path for path in coming if str(path) in done])
        self._again.start(AGAIN_MS if whole else LATER_MS)
        if whole:
            self._soon.start()
