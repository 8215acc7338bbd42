"""The versions of an article's text: when, by what and by whom each was made, and what it says."""

from __future__ import annotations

from itertools import pairwise
from time import monotonic

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.change import Change, Step
from reader.domain.comparing import Amount, amount
from reader.jobs import Job
from reader.languages import moment
from reader.session import Session
from reader.storage import texts
from reader.storage.texts import Made
from reader.widgets.fitting import resize_within
from reader.widgets.key_words import native
from reader.widgets.step_words import words
from reader.widgets.tips import escaped

LIST = 330  # px
SOON = 0.2  # s, after which what was counted is shown, and the rest counted
SPARE = QMargins(0, 3, 0, 3)  # px above and below the words of a version
ROLE = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Leaves the window free; says which version is to be restored, or compared with another one.

    How much each changed is counted in the background, and stands in the list once it is known.
    """

    restore_wanted = Signal(int)  # its number
    comparison_wanted = Signal(int, int)  # the older one first

    def __init__(self, session: Session, article: int, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("versionsDialog")
        self.setWindowTitle(self.tr("Versions of the text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._article = session, article
        self._current: int | None = None
        self._made: list[Made] = []
        self._amounts: dict[Made, Amount] = {}  # how much versions changed, as far as that is known
        self._job: Job | None = None
        head = QLabel(title, self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("versionList")
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setFixedWidth(LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a long line is cut
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("versionText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of this version"))
        self._restore = QPushButton(self.tr("&Restore this text"), self)
        self._restore.setObjectName("restoreVersion")
        self._compare = QPushButton(self.tr("&Compare with the text as it is"), self)
        self._compare.setObjectName("compareVersion")
        self._before = QPushButton(self.tr("Compare with the version &before"), self)
        self._before.setObjectName("compareBefore")
        self._lay_out(head)
        self._connect()
        session.changed.connect(self._on_changed)
        session.left.connect(self.close)
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, head: QLabel) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        for button in (self._before, self._compare, self._restore):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.list)
        line.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(head)
        column.addLayout(line, 1)
        column.addWidget(buttons)
        resize_within(self, QSize(920, 580))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show)
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._number()))
        self._compare.clicked.connect(lambda: self.comparison_wanted.emit(self._number(), self._current or 0))
        self._before.clicked.connect(lambda: self.comparison_wanted.emit(self._earlier(), self._number()))
        named = (("Return", self._compare), ("Shift+Return", self._before), ("Ctrl+Return", self._restore))
        for keys, button in named:
            button.setToolTip(native(keys))
            QShortcut(QKeySequence(keys), self.list, button.click).setContext(Qt.ShortcutContext.WidgetShortcut)

    def refresh(self) -> None:
        """List the versions, the latest first; the chosen one stays chosen."""
        chosen = self._number()
        found = self._made = self._session.read(lambda db: texts.made(db, self._article), [])
        self._current = self._session.read(lambda db: texts.number(db, self._article), None)
        self.list.blockSignals(True)
        self.list.clear()
        for each in reversed(found):
            item = QListWidgetItem(self.list)
            item.setData(ROLE, each.number)
            self._word(item, each)
        numbers = [each.number for each in reversed(found)]
        wanted = chosen if chosen in numbers else self._current
        self.list.setCurrentRow(numbers.index(wanted) if wanted in numbers else 0)
        self.list.blockSignals(False)
        self._show()
        self._count()

    def _word(self, item: QListWidgetItem, made: Made) -> None:
        item.setText(self._said(made))
        item.setToolTip(escaped(item.text()))
        item.setSizeHint(QSize())
        size = self.list.sizeHintForIndex(self.list.indexFromItem(item))
        item.setSizeHint(size.grownBy(SPARE))  # else Qt leaves the last line out where fonts are mixed in one before

    def _said(self, made: Made) -> str:
        """Number, what it came from, when and by whom, and how long it is."""
        kind = self.tr("Imported") if made.kind in ("import", "") else words(Step(0, "", made.kind, 1, "", "", False))
        name = self.tr("{number}. {kind}").format(number=f"{made.number:,}", kind=kind)
        if made.number == self._current:
            name = self.tr("{version} (as it is)").format(version=name)
        when = moment(made.created) if made.created else ""
        about = [when, made.analyst, self.tr("%Ln character(s)", "", made.characters)]
        lines = [name, " · ".join(filter(None, about))]
        if made in self._amounts:
            lines.append(self._changed(self._amounts[made]))
        return "\n".join(lines)

    def _changed(self, by: Amount) -> str:
        """How much a version is another one than that before it."""
        if not by.places:
            return self.tr("Same words as before")
        places = self.tr("%Ln place(s) changed", "", by.places)
        words = self.tr("{places}: +{added} −{removed} characters")
        return words.format(places=places, added=f"{by.added:,}", removed=f"{by.removed:,}")

    def _number(self) -> int:
        item = self.list.currentItem()
        return int(item.data(ROLE)) if item is not None else 0

    def _earlier(self) -> int:
        """The number of the version before the chosen one; 0 if there is none."""
        return max((each.number for each in self._made if each.number < self._number()), default=0)

    def _show(self) -> None:
        number = self._number()
        found = self._session.read(lambda db: texts.version(db, self._article, number), None)
        self.text.setPlainText("" if found is None else found.text)
        for button in (self._restore, self._compare):
            button.setEnabled(found is not None and number != self._current)
        self._before.setEnabled(found is not None and self._earlier() > 0)

    # ---- how much each changed

    def _count(self) -> None:
        """Count those that are not known yet, the latest first, some at a time; versions stay as they are."""
        wanted = [both for both in pairwise(self._made) if both[1] not in self._amounts][::-1]
        if self._job is not None or not wanted:
            return
        library, article = self._session.library, self._article

        def work(job: Job) -> dict[Made, Amount]:
            found: dict[Made, Amount] = {}
            until = monotonic() + SOON
            with library.another() as db:
                for older, newer in wanted:
                    then, now = (texts.version(db, article, each.number) for each in (older, newer))
                    if then is None or now is None or (found and monotonic() > until):
                        break
                    counted = amount(then.text, now.text, lambda: job.cancelled)
                    if job.cancelled:
                        break
                    found[newer] = counted
            return found

        self._job = Job(work)
        self._job.finished.connect(self._on_counted)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_counted(self, found: dict[Made, Amount]) -> None:
        self._job = None
        self._amounts |= found
        for row, made in enumerate(reversed(self._made)):
            if made in found:
                self._word(self.list.item(row), made)
        if found:
            self._count()

    def _on_failed(self) -> None:
        """Nothing is said of what nobody asked for; the next time that versions are listed it is tried again."""
        self._job = None

    def done(self, result: int) -> None:
        """Nothing is counted any more."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _on_changed(self, change: Change) -> None:
        if change.all or self._article in change.articles:
            self.refresh()
