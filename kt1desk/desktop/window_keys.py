"""The keys of the window: its own, those of its places, and those of the page in front; and all of them as the help lists them (F1).

It must not know what a key does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.navigation import PageKey, Place
from kt1desk.desktop.screens import Curtain


class WindowKeys:
    """Shortcuts of a window; they act whenever nothing covers it. Those of the page do not while the help lies over it."""

    def __init__(
        self, window: QWidget, own: tuple[PageKey, ...], curtain: Curtain, refuse: Callable[[str], None]
    ) -> None:
        """``refuse`` is told why a key that was pressed does nothing."""
        self._window, self._refuse = window, refuse
        self._own = own
        self._shortcuts = [self._bind(key.key, key.act) for key in own if key.act]
        self._of_page: list[QShortcut] = []
        self._page_keys: tuple[PageKey, ...] = ()
        self._curtain = curtain
        self._is_page_covered = self._is_page_held = False
        for over in (curtain.covered, curtain.opened):
            over.connect(self._settle)

    def add_places(self, places: Mapping[str, Callable[[], None]]) -> None:
        """Keys of the rail."""
        self._shortcuts += [self._bind(key, act) for key, act in places.items()]

    def show_page(self, keys: Sequence[PageKey]) -> None:
        """Keys of the page in front; those of the one before act no more."""
        for shortcut in self._of_page:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._page_keys = tuple(key for key in keys if not key.why_not)
        self._of_page = [self._bind(key.key, self._act_of(key)) for key in keys if key.act]
        self._settle()  # a page may come to the front below a covered screen

    def cover_page(self, covered: bool) -> None:
        """Something lies over the page: its keys do not act, those of the window and of its places do."""
        self._is_page_covered = covered
        self._settle()

    def hold_page(self, held: bool) -> None:
        """What was scanned for the page is on its way to it: until it is there the page's keys do not act."""
        self._is_page_held = held
        self._settle()

    def press(self, keys: QKeySequence) -> None:
        """Do what a shortcut does, for keys that were pressed before there were any."""
        for shortcut in (*self._shortcuts, *self._of_page):
            if shortcut.key() == keys and shortcut.isEnabled():
                shortcut.activated.emit()

    def groups(self, places: Sequence[Place], here: str) -> Sequence[tuple[str, Sequence[PageKey]]]:
        """The keys that act now: those of the page in front under its title, then those that act everywhere."""
        everywhere = (*self._own, *(PageKey(place.key, place.title) for place in places))
        groups = ((here, self._page_keys), ("Ở đâu cũng dùng được", everywhere))
        return [(title, keys) for title, keys in groups if keys]

    def _settle(self) -> None:
        enabled = not self._curtain.is_covering()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(enabled)
        for shortcut in self._of_page:
            shortcut.setEnabled(enabled and not (self._is_page_covered or self._is_page_held))

    def _act_of(self, key: PageKey) -> Callable[[], None]:
        if key.why_not or key.act is None:
            return partial(self._refuse, key.why_not)
        return key.act

    def _bind(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut
