"""Above the table of highlights: a menu of what to narrow it down by, and a chip for each condition that holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from reader.actions import Act
from reader.domain.highlight_filters import Filters
from reader.domain.highlight_query import TagTerm
from reader.domain.tag import COLORS
from reader.icons import icon
from reader.session import Session
from reader.storage import analysts
from reader.theme import Theme
from reader.widgets.analysts import only_words
from reader.widgets.chip import ROOM, Chip
from reader.widgets.dates_dialog import DatesDialog
from reader.widgets.flow import Flow
from reader.widgets.step_words import shortened
from reader.widgets.swatches import color_words
from reader.widgets.tag_picker import TagPicker, dot
from reader.widgets.tips import plain


class MarkedFilters(QWidget):
    """Holds what the table is narrowed down by."""

    changed = Signal()
    tag_left = Signal()  # the tag that was chosen in the sidebar is not wanted any more
    narrowing_wanted = Signal()  # by what the listed highlights have in common
    focus_wanted = Signal()  # nothing is left here that could have it
    everybody_wanted = Signal()  # the highlights of all analysts

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("markedFilters")
        self._session, self._theme = session, theme
        self.filters = Filters()
        self._asked: list[tuple[TagTerm, str]] = []  # the tags asked for, with their uids
        self._sidebar_tag = ""  # the path of the tag that is chosen there, or several in words
        self._chips: list[Chip] = []
        self.add = QToolButton(self)
        self.add.setObjectName("addFilter")
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.add.setMenu(self._menu)
        self.any = QToolButton(self)
        self.any.setObjectName("anyTag")
        self.any.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.any.clicked.connect(lambda: self.take(replace(self.filters, any_tag=not self.filters.any_tag)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(self)
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.any)
        session.people_changed.connect(self._show)
        self.retranslate()

    def take(self, filters: Filters) -> None:
        """Narrow down by this from now on."""
        known = self._session.tree().by_id
        self._asked = [(each, known[each.tag].uid) for each in filters.tags if each.tag in known]
        self._take(filters)

    def _take(self, filters: Filters) -> None:
        if filters != self.filters:
            self.filters = filters
            self._show()
            self.changed.emit()

    def show_tag(self, path: str) -> None:
        """Show which tag is chosen in the sidebar, "" for none."""
        if path != self._sidebar_tag:
            self._sidebar_tag = path
            self._show()

    def follow_tags(self) -> None:
        """Tags may have other names, be merged into others or gone; or be there again."""
        now = self._session.tags_of(uid for _, uid in self._asked)
        there = [replace(term, tag=tag) for (term, _), tag in zip(self._asked, now, strict=True) if tag is not None]
        left = tuple(dict.fromkeys(there))
        if left != self.filters.tags:
            self._take(replace(self.filters, tags=left))
        else:
            self._show()

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from left to right."""
        return [self.add, self.any, *self._chips]

    # ---- chips

    def _show(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._show_tags()
        self._show_others()
        self.any.setVisible(sum(not each.without for each in self.filters.tags) > 1)
        self.any.setText(self.tr("any of these tags") if self.filters.any_tag else self.tr("all of these tags"))
        before: QWidget = self.add
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        self.updateGeometry()
        if had_focus:
            (self._chips[-1] if self._chips else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tags(self) -> None:
        tree = self._session.tree()
        if self._sidebar_tag:
            picture, said = icon("mdi6.dock-left", self._theme.secondary), self._sidebar_tag
            self._chip("sidebarTag", said, self.tag_left.emit, picture, said if tree.find(said) is not None else "")
        for term in self.filters.tags:
            tag = tree.by_id.get(term.tag)
            if tag is None:
                continue
            words = path = tree.path(term.tag)
            if term.below and tree.children(term.tag):
                words = self.tr("{tag} and below").format(tag=words)
            if term.without:
                words = self.tr("not {tag}").format(tag=words)
            if term.of_article:
                words = self.tr("article: {tag}").format(tag=words)
            remove, name = partial(self._take_term_away, term), "articleTag" if term.of_article else "tag"
            chip = self._chip(f"{name}-{tag.id}", words, None, QIcon(dot(tag.color, room=ROOM)), path)
            chip.removed.connect(remove)
            chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            chip.setMenu(self._menu_of(term, chip))

    def _take_term_away(self, term: TagTerm) -> None:
        self.take(self.filters.without_term(term))

    def _show_others(self) -> None:
        now, off = self.filters, partial(replace, self.filters)
        if only := only_words(self._session.people):
            self._chip("whose", only, self.everybody_wanted.emit)
        if now.noted is not None:
            words = self.tr("with a note") if now.noted else self.tr("without a note")
            self._chip("noted", words, lambda: self.take(off(noted=None)))
        if now.untagged:
            self._chip("untagged", self.tr("untagged"), lambda: self.take(off(untagged=False)))
        if now.review:
            self._chip("review", self.tr("needs review"), lambda: self.take(off(review=False)))
        for name in sorted(now.analysts):
            words = shortened(name) or self.tr("no analyst")
            self._chip(f"analyst-{name}", words, partial(self._drop, "analysts", name))
        for color in sorted(now.colors):
            self._chip(
                f"color-{color}",
                color_words()[color],
                partial(self._drop, "colors", color),
                QIcon(dot(color, room=ROOM)),
            )
        if now.since or now.until:
            words = now.since if now.since == now.until else f"{now.since} – {now.until}"
            self._chip("dates", words.strip(), lambda: self.take(off(since="", until="")))

    def _drop(self, name: str, value: str) -> None:
        left = getattr(self.filters, name) - {value}
        self.take(replace(self.filters, analysts=left) if name == "analysts" else replace(self.filters, colors=left))

    def _chip(
        self, name: str, words: str, remove: Callable[[], None] | None, picture: QIcon | None = None, path: str = ""
    ) -> Chip:
        chip = Chip(f"chip-{name}", words, picture or icon("mdi6.close", self._theme.secondary), self, path)
        if remove is not None:
            chip.setToolTip(plain(self.tr("{condition} (click to take it away)").format(condition=words)))
            chip.clicked.connect(remove)
            chip.removed.connect(remove)
        self._chips.append(chip)
        return chip

    def _menu_of(self, term: TagTerm, chip: Chip) -> QMenu:
        menu = QMenu(chip)
        menu.setAccessibleName(chip.accessibleName())
        for words, changed in (
            (self.tr("Also tags below it"), replace(term, below=not term.below)),
            (self.tr("Not with this tag"), replace(term, without=not term.without)),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(term.below if changed.below != term.below else term.without)
            action.triggered.connect(lambda _on=False, changed=changed: self.take(self.filters.with_term(changed)))
        menu.addSeparator()
        menu.addAction(self.tr("Take away")).triggered.connect(lambda: self._take_term_away(term))
        return menu

    # ---- the menu

    def _fill(self) -> None:
        """What can be asked for now."""
        menu, now = self._menu, self.filters
        menu.clear()
        self._act("filterTag", self.tr("Tag..."), self._pick)
        self._act("filterNotTag", self.tr("Not with tag..."), lambda: self._pick(without=True))
        self._tick("filterUntagged", self.tr("Untagged"), now.untagged, now.with_untagged(not now.untagged))
        self._act("filterArticleTag", self.tr("Article has tag..."), lambda: self._pick(of_article=True))
        menu.addSeparator()
        for name, words, noted in (
            ("filterNoted", self.tr("With a note"), True),
            ("filterNotNoted", self.tr("Without a note"), False),
        ):
            on = now.noted is noted
            self._tick(name, words, on, replace(now, noted=None if on else noted))
        self._tick("filterReview", self.tr("Needs review"), now.review, replace(now, review=not now.review))
        menu.addSeparator()
        self._fill_people(menu.addMenu(self.tr("Analyst")))
        self._fill_colors(menu.addMenu(self.tr("Colour")))
        self._act("filterNarrow", f"{Act.NARROW.text}...", self.narrowing_wanted.emit)
        self._act("filterDates", self.tr("Date of the articles..."), self._ask_for_dates)
        menu.addSeparator()
        self._act("filterNothing", self.tr("Take all away"), self.take_all_away).setEnabled(
            bool(now or self._sidebar_tag)
        )

    def take_all_away(self) -> None:
        """Narrow down by nothing."""
        if self._sidebar_tag:
            self.tag_left.emit()
        self.take(Filters())

    def _act(self, name: str, words: str, do: Callable[[], None]) -> QAction:
        action = self._menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(do)
        return action

    def _tick(self, name: str, words: str, on: bool, filters: Filters) -> None:
        action = self._act(name, words, lambda: self.take(filters))
        action.setCheckable(True)
        action.setChecked(on)

    def _fill_people(self, menu: QMenu) -> None:
        menu.setObjectName("filterAnalyst")
        names = list(self._session.read(analysts.colors, dict[str, str]()))
        mine = self._session.analyst
        choices = [(self.tr("Mine"), mine)] if mine in names else []
        choices += [(shortened(name).replace("&", "&&"), name) for name in names if name != mine]
        choices += [(self.tr("Nobody"), "")]
        for words, name in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name in self.filters.analysts)
            changed = replace(self.filters, analysts=self.filters.analysts ^ {name})
            action.triggered.connect(lambda _on=False, changed=changed: self.take(changed))

    def _fill_colors(self, menu: QMenu) -> None:
        menu.setObjectName("filterColor")
        for color in COLORS:
            action = menu.addAction(QIcon(dot(color)), color_words()[color])
            action.setCheckable(True)
            action.setChecked(color in self.filters.colors)
            changed = replace(self.filters, colors=self.filters.colors ^ {color})
            action.triggered.connect(lambda _on=False, changed=changed: self.take(changed))

    def _pick(self, *, without: bool = False, of_article: bool = False) -> None:
        """Let tags be chosen, each of which then is asked for."""
        picker = TagPicker(self._session, self)
        picker.search.matches.may_make = False

        def toggle(tag: int, on: bool) -> None:
            term = TagTerm(tag, without=without, of_article=of_article)
            self.take(self.filters.with_term(term) if on else self.filters.without_term(term))

        picker.tag_toggled.connect(toggle)
        picker.closed.connect(picker.deleteLater)
        picker.closed.connect(self.focus_wanted)
        on = {each.tag for each in self.filters.tags if (each.without, each.of_article) == (without, of_article)}
        picker.open_beside(QRect(self.add.mapToGlobal(QPoint(0, 0)), self.add.size()), on)

    def _ask_for_dates(self) -> None:
        dialog = DatesDialog(self.filters.since, self.filters.until, self)

        def take() -> None:
            since, until = dialog.dates
            self.take(replace(self.filters, since=since, until=until))

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- words and looks

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        self._theme = theme
        self.add.setIcon(icon("mdi6.filter-plus-outline", theme.text))
        self._show()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.add.setText(self.tr("Filter"))
        self.add.setToolTip(self.tr("Narrow the highlights down"))
        for named in (self.add, self._menu):
            named.setAccessibleName(self.add.toolTip())
        self.any.setToolTip(self.tr("All of these tags, or any of them"))
        self._show()
