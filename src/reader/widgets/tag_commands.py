"""The commands about the tags that are selected in the tree."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.actions import Act
from reader.models.tag_items import TAG
from reader.widgets.commands import Commands
from reader.widgets.tag_editing import TagEditing
from reader.widgets.tag_tree import TagTreeView

OF_ONE = (Act.RENAME_TAG, Act.EDIT_TAG)
OF_SEVERAL = (Act.MOVE_TAGS, Act.MERGE_TAGS, Act.DELETE_TAGS)
IN_TREE = (*OF_ONE, Act.DELETE_TAGS)


class TagCommands(QObject):
    """Some keys work in the tree alone, since they mean something else in other places."""

    def __init__(self, commands: Commands, tree: TagTreeView, editing: TagEditing, parent: QObject) -> None:
        super().__init__(parent)
        self._commands, self._tree, self._editing = commands, tree, editing
        commands.keep_to(IN_TREE, (tree,))
        commands.connect_all(
            {
                Act.RENAME_TAG: self._rename,
                Act.EDIT_TAG: lambda: editing.edit(tree.currentIndex().data(TAG)),
                Act.MOVE_TAGS: lambda: editing.ask_where_to_move(tree.tags),
                Act.MERGE_TAGS: lambda: editing.ask_into_what_to_merge(tree.tags),
                Act.DELETE_TAGS: lambda: editing.delete(tree.tags),
            }
        )
        chosen, items = tree.selectionModel(), tree.model()
        for changed in (chosen.selectionChanged, chosen.currentChanged, items.layoutChanged, items.modelReset):
            changed.connect(self._enable)
        self._enable()

    def _rename(self) -> None:
        self._commands[Act.SIDEBAR].setChecked(True)  # where the name is typed
        self._editing.rename_in_place(self._tree.currentIndex().data(TAG))

    def _enable(self) -> None:
        current, selected = self._tree.currentIndex().isValid(), self._tree.selectionModel().hasSelection()
        for act in OF_ONE:
            self._commands[act].setEnabled(current)
        for act in OF_SEVERAL:
            self._commands[act].setEnabled(current or selected)
