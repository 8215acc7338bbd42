"""Colours: three themes, kept as files, and what is made of them for Qt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reader import resources
from reader.domain.tag import COLORS

NAMES = ("light", "sepia", "dark")
HIT, HOVER = 0.3, 0.2  # under high contrast: how much of the colour for what is chosen, and of the text's
LIT = 0.5  # how much text colour goes into other words on a chosen row


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme's colours, as "#RRGGBB". `tint` and `line` are parts from 0 to 1.

    `tint`: how strongly a highlight colours the page; `line`: how much text colour is mixed into underlines
    and margin bars, so that yellow shows on a light page.
    """

    name: str
    page: str
    panel: str
    border: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    hit: str
    tint: float
    line: float
    on_selection: str = ""  # of words on a chosen row; empty: such as `words_color` mixes


@cache
def load(name: str) -> Theme:
    """The theme with this name: "light", "sepia" or "dark"."""
    return Theme(name, **json.loads(resources.text(f"themes/{name}.json")))


def chosen(setting: str) -> Theme:
    """The theme for a setting; anything but a theme's name means as the system has it."""
    return load(setting if setting in NAMES else system_theme())


def system_theme() -> str:
    """ "dark" if the desktop says so, else "light"."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def wants_contrast() -> bool:
    """Whether the desktop asks for high contrast; known from Qt 6.10 on."""
    ask = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return ask is not None and ask().contrastPreference() == Qt.ContrastPreference.HighContrast


def system_palette() -> QPalette:
    """The desktop's own colours, also when the application has others by now."""
    QGuiApplication.setPalette(QPalette())
    return QGuiApplication.palette()


def contrast(system: QPalette) -> Theme:
    """A theme of a high-contrast desktop's colours and mixtures of them: highlights are underlines only."""
    role = QPalette.ColorRole
    page, text = system.color(role.Base).name(), system.color(role.Text).name()
    panel, chosen = system.color(role.Window).name(), system.color(role.Highlight).name()
    on_chosen = system.color(role.HighlightedText).name()
    dark = system.color(role.Base).lightness() < system.color(role.Text).lightness()
    return Theme(
        name="dark" if dark else "light",
        page=page,
        panel=panel,
        border=text,
        text=text,
        secondary=text,
        accent=chosen,
        on_accent=on_chosen,
        selection=chosen,
        hover=mixed(QColor(panel), QColor(text), HOVER).name(),
        hit=mixed(QColor(page), QColor(chosen), HIT).name(),
        tint=0,
        line=1,
        on_selection=on_chosen,
    )


def mixed(first: QColor, second: QColor, part: float) -> QColor:
    """The first colour with `part` (0 to 1) of the second mixed in."""
    keep = 1 - part
    return QColor(
        round(first.red() * keep + second.red() * part),
        round(first.green() * keep + second.green() * part),
        round(first.blue() * keep + second.blue() * part),
    )


def tint(theme: Theme, hues: Sequence[str]) -> QColor:
    """The page under highlights of these colours: their average at the strength of a single one."""
    colors = [QColor(hue) for hue in hues]
    count = len(colors)
    average = QColor(
        sum(color.red() for color in colors) // count,
        sum(color.green() for color in colors) // count,
        sum(color.blue() for color in colors) // count,
    )
    return mixed(QColor(theme.page), average, theme.tint)


def words_color(theme: Theme, color: str, ground: str = "") -> QColor:
    """A colour of words in a row; nearer to that of the text on the `ground` of one that is chosen or hovered over."""
    if theme.on_selection and ground == theme.selection:
        return QColor(theme.on_selection)
    return mixed(QColor(color), QColor(theme.text), LIT if ground else 0)


def line_color(theme: Theme, hue: str) -> QColor:
    """The colour of a highlight's underline and bar."""
    return mixed(QColor(hue), QColor(theme.text), theme.line)


def palette(theme: Theme) -> QPalette:
    """The palette for the whole application."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    colors = {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.text,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.secondary,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.on_selection or theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
        role.Light: theme.page,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }
    for each, color in colors.items():
        made.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, each, QColor(theme.secondary))
    return made


def style_sheet(theme: Theme) -> str:
    """The style of controls: quiet, thin borders, a visible focus."""
    facts = {name: getattr(theme, name) for name in Theme.__dataclass_fields__}
    facts["on_selection"] = theme.on_selection or theme.text
    facts["wrong"] = COLORS["red"]
    for sign in ("down", "check", "tick", "clear"):
        facts[sign] = resources.path(f"themes/{sign}-{theme.name}.svg").as_posix()
    return _SHEET.format_map(facts)


_SHEET = """
QMainWindow, QDialog {{ background: {panel}; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {border}; padding: 4px 8px; spacing: 2px; }}
QToolBar::separator {{ background: {border}; width: 1px; margin: 6px 6px; }}
QToolButton {{ border: 2px solid transparent; border-radius: 6px; padding: 3px 7px; min-height: 1.43em; }}
QToolButton:hover, QToolButton:checked {{ background: {hover}; }}
QToolButton:pressed {{ background: {selection}; color: {on_selection}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[chip="true"] {{ background: {page}; border: 1px solid {border}; padding: 4px 3px 4px 8px; }}
QToolButton[chip="true"]:hover {{ background: {hover}; }}
QToolButton[chip="true"]:focus {{ border: 2px solid {accent}; padding: 3px 2px 3px 7px; }}
QPushButton {{ background: {page}; border: 1px solid {border}; border-radius: 6px; padding: 5px 14px;
    min-height: 1.3em; }}
QAbstractScrollArea::corner {{ border: none; background: transparent; }}
QTreeView#tagTree {{ show-decoration-selected: 0; }}
QPushButton#tagParent {{ text-align: left; padding-left: 8px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:default:focus {{ border-color: {text}; }}
QPushButton:disabled {{ color: {secondary}; background: {panel}; }}
QPushButton:flat {{ background: transparent; border-color: transparent; }}
QPushButton:flat:focus {{ border-color: {accent}; }}
QLineEdit > QToolButton {{ border: none; padding: 0; min-height: 0; }}
QLineEdit {{ lineedit-clear-button-icon: url("{clear}"); }}
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ background: {page}; color: {text};
    border: 1px solid {border}; border-radius: 6px; padding: 4px 8px; selection-background-color: {selection};
    selection-color: {on_selection}; placeholder-text-color: {secondary}; }}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ min-height: 1.3em; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
    border: 2px solid {accent}; padding: 3px 7px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {wrong}; padding: 3px 7px; }}
QListView, QTreeView, QTableView {{ background: {panel}; border: none; outline: none;
    selection-background-color: {selection}; selection-color: {on_selection}; }}
QListView:focus, QTreeView:focus, QTableView:focus {{ outline: none; }}
QHeaderView::section {{ background: {panel}; border: none; border-bottom: 1px solid {border}; padding: 5px 8px;
    color: {secondary}; }}
QMenuBar {{ background: {panel}; border: none; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {page}; border: 1px solid {border}; padding: 5px; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {on_selection}; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 6px; }}
QMenu::indicator:checked {{ image: url("{tick}"); }}
QMenu::item:disabled {{ color: {secondary}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 6px; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {border}; color: {secondary}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {secondary}; padding: 0 6px; }}
QFrame#notice, QFrame#selectionBar, QFrame#tagPicker, QFrame#readingPopup, QFrame#fieldsPopup, QFrame#notePopup,
QFrame#facetsPopup {{ background: {page};
    border: 1px solid {border}; }}
QFrame#notice, QFrame#selectionBar {{ border-radius: 8px; }}
QFrame#selectionBar QToolButton {{ padding: 2px 4px; }}
QWidget#placeBar QToolButton {{ padding: 3px 5px; }}
QWidget#placeBar[narrow="true"] QToolButton {{ padding: 3px 1px; }}
QFrame#notice QPushButton {{ color: {accent}; font-weight: 600; padding: 4px 10px; }}
QFrame#facetsPopup QTreeView {{ background: {page}; }}
QTreeView#completions {{ background: {page}; border: 1px solid {border}; }}
QFrame#articleBar {{ background: {page}; }}
QToolButton#tagChip {{ border: 1px solid {border}; padding: 1px 5px 1px 3px; min-height: 1.5em; }}
QToolButton#tagChip:focus {{ border: 2px solid {accent}; padding: 0 4px 0 2px; }}
QToolButton#moreTags {{ padding: 1px 4px; }}
QFrame#relatedSection {{ border-top: 1px solid {border}; }}
QFrame#relatedSection QToolButton {{ font-weight: 600; }}
QFrame#relatedSection QToolButton:checked {{ background: transparent; }}
QFrame#relatedSection QToolButton:hover {{ background: {hover}; }}
QFrame#articleFoot QToolButton {{ color: {secondary}; padding-left: 0; }}
QFrame#articleFoot QToolButton:checked {{ background: transparent; }}
QFrame#articleFoot QToolButton:hover {{ color: {text}; background: transparent; }}
QFrame#articleFoot QTableView {{ background: {page}; }}
QFrame#findBar, QFrame#correctionBar {{ background: {panel}; border-bottom: 1px solid {border}; }}
QFrame#reviewPanel {{ background: {panel}; border-top: 1px solid {border}; }}
QScrollArea#cardTags, QScrollArea#cardTags > QWidget > QWidget {{ background: transparent; }}
QFrame#highlightCard {{ border-top: 1px solid {border}; }}
QLabel#tagsTitle, QLabel#searchesTitle, QLabel#collectionsTitle, QLabel#highlightsTitle,
QLabel#facetTitle {{ font-weight: 600; }}
QLabel#problem, QLabel#columnsProblem, QLabel#noteProblem, QLabel#tagProblem {{ color: {accent}; }}
QListView::item, QTableView::item {{ padding: 3px 4px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px;
    border: 1px solid {secondary}; background: {page}; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{check}"); }}
QRadioButton::indicator:checked {{ border-color: {accent}; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0 {accent}, stop: 0.5 {accent}, stop: 0.6 {page}, stop: 1 {page}); }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ width: 12px; height: 12px; border: 2px solid {accent}; }}
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {{ border-color: {text}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QLabel#exportState {{ color: {accent}; }}
QDialog QTableView {{ border: 2px solid {panel}; border-radius: 6px; }}
QListView#exportColumns, QDialog QTableWidget, QDialog QTreeWidget {{ background: {page};
    border: 1px solid {border}; padding: 1px; border-radius: 6px; }}
QDialog QTableView:focus, QDialog QTreeView:focus, QListView#exportColumns:focus {{ border: 2px solid {accent};
    padding: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QToolTip {{ background: {panel}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {secondary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {border}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QGroupBox {{ border: none; margin-top: 26px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; top: 6px; }}
QTreeWidget::item {{ padding: 3px 0; }}
QHeaderView {{ qproperty-defaultAlignment: "AlignLeft"; }}
QTabBar::tab {{ padding: 6px 12px; border: none; color: {secondary}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
"""
