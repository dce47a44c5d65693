"""A list with its heading, its count and the keys that act in it. It must not know what is listed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.delivery_list import Ui_ListCard
from kt1desk.desktop.widgets import Hint, WholeRowsTable


class ListCard(QWidget):
    """Fills what it is put into. Three keys at most stand below the list."""

    def __init__(self, name: str, nothing: str, hints: Sequence[Hint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_ListCard()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.list_title.setText(name)
        ui.items.setAccessibleName(name)
        ui.items.set_empty_text(nothing)
        caps = (
            (ui.list_key_1, ui.list_says_1),
            (ui.list_key_2, ui.list_says_2),
            (ui.list_key_3, ui.list_says_3),
        )
        for at, (cap, says) in enumerate(caps):
            for part in (cap, says):
                part.setVisible(at < len(hints))
            if at < len(hints):
                cap.setText(hints[at].key)
                says.setText(hints[at].text)

    @property
    def table(self) -> WholeRowsTable:
        """The list itself."""
        return self._ui.items

    def say(self, count: str, title: str = "") -> None:
        """How much is in it, and another heading where one is given."""
        self._ui.list_count.setText(count)
        if title:
            self._ui.list_title.setText(title)
