"""How text is set, as fields: in the settings, and behind Aa in the toolbar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from reader.models.typography import SIZES, choices
from reader.settings import Settings
from reader.widgets.chinese_menu import GLOSSES, SCRIPTS, script_words

LABEL_WIDTH, TARGET = 130, 28  # px
LINE_HEIGHTS = (0.0, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 2.0, 2.2, 2.5)  # times the size; 0: by the script
MEASURES = (20, 24, 28, 32, 34, 36, 38, 40, 42, 46, 50, 60)  # Han characters a line
READING = ("family", "size", "line_height", "measure", "indent", "justified", "glosses", "script", "tag_names")
FREE = ("family", "size", "line_height", "measure")  # may hold what the lists here do not offer


class ReadingSettings(QWidget):
    """Each holds as soon as it is changed, and shows what is set, also when it changes elsewhere."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.family, self.size_box, self.line_height, self.measure = (QComboBox() for _ in range(4))
        self.glosses, self.script = QComboBox(), QComboBox()
        self.indent, self.justified, self.tag_names = QCheckBox(), QCheckBox(), QCheckBox()
        self._labels: list[QLabel] = []
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        set_by = (self.family, self.size_box, self.line_height, self.measure, self.indent, self.justified)
        fields = (*set_by, self.script, self.glosses, self.tag_names)
        names = ("family", "size", "lineHeight", "measure", "indent", "justified", "script", "glosses", "tagNames")
        for widget, name in zip(fields, names, strict=True):
            widget.setObjectName(f"setting-{name}")
            label = add_row(form, widget)
            if isinstance(widget, QComboBox):
                self._labels.append(label)
        self.retranslate()
        self._connect()
        settings.changed.connect(self._show)

    def _boxes(self) -> tuple[tuple[QComboBox, str], ...]:
        """The lists, each with the name of its setting."""
        return (
            (self.family, "family"),
            (self.size_box, "size"),
            (self.line_height, "line_height"),
            (self.measure, "measure"),
            (self.script, "script"),
            (self.glosses, "glosses"),
        )

    def _checks(self) -> tuple[tuple[QCheckBox, str], ...]:
        """The boxes to tick, each with the name of its setting."""
        return ((self.indent, "indent"), (self.justified, "justified"), (self.tag_names, "tag_names"))

    def _connect(self) -> None:
        for box, name in self._boxes():
            keep_choice(box, self._settings, name)
        for check, name in self._checks():
            check.toggled.connect(lambda on, name=name: setattr(self._settings, name, on))
        view = self.family.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)  # else each of some hundred fonts is measured

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        words = (
            *(self.tr("&Font"), self.tr("&Size"), self.tr("Line &height"), self.tr("Characters a &line")),
            *(self.tr("&View of Chinese"), self.tr("&Readings in brackets")),
        )
        for label, each in zip(self._labels, words, strict=True):
            label.setText(each)
        self.indent.setText(self.tr("&Indent the first line of Chinese paragraphs"))
        self.justified.setText(self.tr("&Justify lines"))
        self.tag_names.setText(self.tr("Tag names in the &margin, where there is room"))
        self._fill()
        self._show()

    def restore(self) -> None:
        """Set everything as it was at first."""
        for name in READING:
            setattr(self._settings, name, getattr(Settings, name).default)

    def _fill(self) -> None:
        fill(self.family, [(self.tr("Serif"), "serif"), (self.tr("Sans serif"), "sans"), *choices()])
        for row in range(2, self.family.count()):
            self.family.setItemData(row, QFont(self.family.itemData(row)), Qt.ItemDataRole.FontRole)
        fill(self.size_box, [(self.tr("{points} pt").format(points=size), float(size)) for size in SIZES])
        by_script = self.tr("As the script needs it")
        fill(self.line_height, [(f"{height:g}" if height else by_script, height) for height in LINE_HEIGHTS])
        fill(self.measure, [(str(measure), measure) for measure in MEASURES])
        fill(self.script, list(zip(script_words(), SCRIPTS, strict=True)))
        places = (self.tr("Hidden"), self.tr("Above the characters"), self.tr("In brackets, as printed"))
        fill(self.glosses, list(zip(places, GLOSSES, strict=True)))

    def _show(self) -> None:
        for box, name in self._boxes():
            value = getattr(self._settings, name)
            if box.findData(value) < 0 and name in FREE:
                box.addItem(value if isinstance(value, str) else f"{value:g}", value)
            show_choice(box, value)
        for check, name in self._checks():
            check.setChecked(getattr(self._settings, name))


class ReadingPopup(QFrame):
    """The same fields beside the text: what is changed is seen at once."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("readingPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._fields = ReadingSettings(settings)
        self.setFocusProxy(self._fields.family)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._fields)
        self.setAccessibleName(self.tr("How text is set"))

    def show_below(self, button: QWidget) -> None:
        """Show under a button, within the screen."""
        self.adjustSize()
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        space = (QGuiApplication.screenAt(at) or self.screen()).availableGeometry()
        self.move(max(space.left(), min(at.x(), space.right() - self.width())), at.y())
        self.show()
        self._fields.family.setFocus(Qt.FocusReason.PopupFocusReason)


def add_row(form: QFormLayout, field: QWidget) -> QLabel:
    """Add a field with a label beside it, in the middle of its height; a check box names itself."""
    label = QLabel()
    label.setMinimumWidth(LABEL_WIDTH)
    if isinstance(field, QCheckBox):
        field.setMinimumHeight(TARGET)
    elif not isinstance(field, QLabel):
        label.setMinimumHeight(field.sizeHint().height())
        label.setBuddy(field)
    form.addRow(label, field)
    return label


def fill(box: QComboBox, items: list[tuple[str, object]]) -> None:
    """Offer these words, each with what it means."""
    with QSignalBlocker(box):
        box.clear()
        for words, value in items:
            box.addItem(words, value)


def show_choice(box: QComboBox, value: object) -> None:
    """Show which one is set."""
    box.setCurrentIndex(max(0, box.findData(value)))


def keep_choice(box: QComboBox, settings: Settings, name: str) -> None:
    """Set what somebody chooses."""
    box.setMaxVisibleItems(len(SIZES))
    box.activated.connect(lambda _index: setattr(settings, name, box.currentData()))
