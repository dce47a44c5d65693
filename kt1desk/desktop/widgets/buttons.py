"""Buttons with their key printed on them."""

from __future__ import annotations

from PySide6.QtCore import Property, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kt1desk.desktop.widgets.roles import set_style_property


class ActionButton(QPushButton):
    """A button that shows its key: `Lưu, in nhãn  ·  F9`. The key itself is the page's business.

    Properties for .ui files: `key_text`; `kind` is `primary` (one on a page), `danger` or empty.
    """

    def __init__(
        self, parent: QWidget | None = None, *, text: str = "", key: str = "", kind: str = ""
    ) -> None:
        super().__init__(parent)
        self._label, self._key = text, key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(36)
        set_style_property(self, "kind", kind)
        self._compose()

    def setText(self, text: str) -> None:
        """The text without the key."""
        self._label = text
        self._compose()

    def label(self) -> str:
        """The text without the key."""
        return self._label

    def _compose(self) -> None:
        plain = self._label.replace("&&", "&")
        super().setText(f"{self._label}  ·  {self._key}" if self._key else self._label)
        self.setAccessibleName(f"{plain}, phím {self._key}" if self._key else plain)

    def _get_key(self) -> str:
        return self._key

    def _set_key(self, key: str) -> None:
        self._key = key
        self._compose()

    key_text = Property(str, _get_key, _set_key)
