"""Buttons with their key printed on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Property, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kt1desk.desktop.bars import Bar
from kt1desk.desktop.widgets.painting import draw_focus
from kt1desk.desktop.widgets.roles import set_style_property


class ActionButton(QPushButton):
    """A button that shows its key: `Lưu, in nhãn  ·  F9`. The key itself is the page's business.

    Properties for .ui files: `key_text`; `kind` is `primary` (one on a page), `danger` or empty.

    A page shows and enables it as its work goes on, and need not know who works: what is barred stays hidden or locked (`bar`).
    """

    _barred: Mapping[str, Bar] = MappingProxyType({})
    _shown = _enabled = True
    _tip = ""

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

    def bar(self, barred: Mapping[str, Bar]) -> None:
        """What whoever works here may not do, by keys. For good: the button is not seen; for now: it is locked and its tip says why."""
        before, self._barred = self._own_bar(), barred
        if self._own_bar() != before:
            self._settle()

    def setVisible(self, visible: bool) -> None:
        """As the page wants it, but for what is barred."""
        self._shown = visible
        bar = self._own_bar()
        super().setVisible(visible and not (bar is not None and bar.for_good))

    def setEnabled(self, enabled: bool) -> None:
        """As the page wants it, but for what is barred."""
        self._enabled = enabled
        super().setEnabled(enabled and self._own_bar() is None)

    def setToolTip(self, tip: str) -> None:
        """As the page wants it, but for what is barred."""
        self._tip = tip
        bar = self._own_bar()
        super().setToolTip(bar.why if bar is not None else tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button; with the focus the filled one has a ring inside: a border beside its fill is too little to be seen."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == "primary":
            painter = QPainter(self)
            draw_focus(painter, self.rect().adjusted(3, 3, -3, -3), "on_accent", 2)
            painter.end()

    def _own_bar(self) -> Bar | None:
        return self._barred.get(self._key)

    def _settle(self) -> None:
        self.setVisible(self._shown)
        self.setEnabled(self._enabled)
        self.setToolTip(self._tip)

    def _compose(self) -> None:
        plain = self._label.replace("&&", "&")
        super().setText(f"{self._label}  ·  {self._key}" if self._key else self._label)
        self.setAccessibleName(f"{plain}, phím {self._key}" if self._key else plain)

    def _get_key(self) -> str:
        return self._key

    def _set_key(self, key: str) -> None:
        before, self._key = self._own_bar(), key
        self._compose()
        if self._own_bar() != before:
            self._settle()

    key_text = Property(str, _get_key, _set_key)
