"""Who made the highlights: whose are shown, in whose colours, and the name of who sits here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain.change import Change
from reader.domain.people import People
from reader.services import edits
from reader.session import Session
from reader.settings import Settings
from reader.storage import analysts
from reader.storage.analysts import Analyst
from reader.widgets.analyst_dialog import AnalystDialog
from reader.widgets.attempts import Attempts
from reader.widgets.key_words import without_key
from reader.widgets.notice import Notice, Offer
from reader.widgets.step_words import shortened

MINE = "\n"  # in place of a name, which never has one: whoever sits here


class Analysts(QObject):
    """Lets the view follow what is set, and asks once who sits here."""

    def __init__(
        self, session: Session, settings: Settings, attempts: Attempts, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._attempts = session, settings, attempts
        self._notice, self._window = notice, window
        self.menu = AnalystMenu(session, settings, window)
        self.menu.name_wanted.triggered.connect(self.ask)
        attempts.replaying.name_wanted.connect(self.ask)
        session.changed.connect(self._on_changed)
        session.opened.connect(self._follow)
        settings.changed.connect(self._on_setting)
        self._follow()

    def ask(self) -> None:
        """Ask for the name of who sits here, and whether highlights without one or of the former one are theirs."""
        former = self._settings.analyst
        counts = self._session.read(lambda db: {each: analysts.count(db, each) for each in ("", former)}, {})
        dialog = AnalystDialog(former, counts, self._window)
        dialog.accepted.connect(lambda: self._take(dialog.name, dialog.claimed))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, name: str, claimed: list[str]) -> None:
        self._settings.analyst = name
        if name and claimed:
            count = self._session.read(lambda db: sum(analysts.count(db, each) for each in claimed), 0)
            self._attempts.do_to_many(partial(edits.claim_highlights, analyst=name, of=claimed), count, say=True)

    def _on_changed(self, change: Change) -> None:
        if (change.highlights or change.all) and self._settings.color_by == "analyst":
            self._follow()
        if change.highlights and not (self._session.analyst or self._settings.analyst_asked):
            self._settings.analyst_asked = True
            words = self.tr("Highlights can carry your name, so that others see whose they are.")
            self._notice.say(words, Offer(self.tr("Enter a name..."), self.ask))

    def _on_setting(self, name: str) -> None:
        if name in ("analyst", "whose", "color_by"):
            self._follow()

    def _follow(self) -> None:
        whose = self._settings.whose
        only = self._settings.analyst if whose == MINE else whose or None
        by_analyst = self._settings.color_by == "analyst"
        hues = self._session.read(analysts.colors, dict[str, str]()) if by_analyst else {}
        self._session.show_people(People(only, hues))

    def show_everybody(self) -> None:
        """Show the highlights of all analysts."""
        self._settings.whose = ""

    def say_unseen(self) -> None:
        """Say that what was highlighted is not shown, since it is not of the analyst whose highlights are."""
        words = self.tr("Highlighted, and not shown: {whose}.").format(whose=only_words(self._session.people))
        self._notice.say(words, Offer(self.tr("Show everybody's"), self.show_everybody))


def only_words(people: People) -> str:
    """Whose highlights are shown, in words; "" for everybody's."""
    if people.only is None:
        return ""
    if not people.only:
        return QCoreApplication.translate("Analysts", "only those without a name")
    return QCoreApplication.translate("Analysts", "only those of {name}").format(name=shortened(people.only))


class AnalystMenu(QMenu):
    """Everybody, whoever sits here, and each by name; then whose colours highlights have."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("analystMenu")
        self._session, self._settings = session, settings
        # Of the window: a menu that is cleared deletes its own.
        self.name_wanted, self._by_analyst = QAction(parent), QAction(parent, checkable=True)
        self._by_analyst.setObjectName("colorByAnalyst")
        self._by_analyst.toggled.connect(lambda on: setattr(settings, "color_by", "analyst" if on else "tag"))
        self.aboutToShow.connect(lambda: self._fill(self._session.read(analysts.every, [])))
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setTitle(self.tr("&Analysts"))
        self.setAccessibleName(without_key(self.title()))
        self._fill([])

    def _fill(self, known: Sequence[Analyst]) -> None:
        self.clear()
        group = QActionGroup(self)
        choices = [(self.tr("Highlights of everybody"), ""), (self.tr("Only mine"), MINE)]
        choices += [(self.tr("Only those of {name}").format(name=_plain(each.name)), each.name) for each in known]
        for words, whose in choices:
            action = QAction(words, group, checkable=True)
            action.setObjectName(f"whose-{whose.strip() or ('mine' if whose else 'all')}")
            action.setChecked(self._settings.whose == whose)
            action.triggered.connect(lambda _on=False, whose=whose: setattr(self._settings, "whose", whose))
            self.addAction(action)
        self.addSeparator()
        self._by_analyst.setText(self.tr("Colours by analyst"))
        self._by_analyst.setChecked(self._settings.color_by == "analyst")
        self.name_wanted.setText(self.tr("My name..."))
        self.addActions([self._by_analyst, self.name_wanted])


def _plain(name: str) -> str:
    """A name as the words of a menu, in which & means a key, cut where it is long."""
    return shortened(name).replace("&", "&&")
