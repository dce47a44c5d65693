"""Walks over what a window shows as somebody does who sees nothing or has no mouse: the accessibility tree, then Tab and Shift+Tab.

Use: show the window, then `assert walk(window) == []`. Each finding is a sentence that names the widget. Afterwards the focus is elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from kt1desk.desktop.navigation import Page
from kt1desk.desktop.widgets import FieldEdit, FieldState, SegmentedChoice

MOST_STOPS = 150
"""No page has so many stops: Tab that is still at a new one goes in circles."""
_ROLE = QAccessible.Role
_ACTED_ON = {
    *(_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ButtonMenu, _ROLE.ComboBox, _ROLE.SpinBox),
    *(_ROLE.EditableText, _ROLE.Table, _ROLE.List, _ROLE.Tree, _ROLE.PageTab, _ROLE.Link),
}
_ROLES: tuple[tuple[type[QWidget], frozenset[QAccessible.Role]], ...] = (
    (QLineEdit, frozenset({_ROLE.EditableText})),
    (QTableView, frozenset({_ROLE.Table, _ROLE.Tree})),
    (QHeaderView, frozenset({_ROLE.Client})),
    (QAbstractItemView, frozenset({_ROLE.Table, _ROLE.Tree, _ROLE.List})),
    (QAbstractButton, frozenset({_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ButtonMenu})),
)


def walk(window: QWidget) -> list[str]:
    """Everything that is wrong for somebody without eyes or without a mouse."""
    return [
        *unspoken(window),
        *silent_states(window),
        *silent_tables(window),
        *keys_twice(window),
        *lost(window),
    ]


def unspoken(window: QWidget) -> list[str]:
    """Whatever can be acted on in the tree and has no name, or not the role of what it is."""
    found = []
    for interface in _tree(QAccessible.queryAccessibleInterface(window)):
        if interface.role() in _ACTED_ON and not interface.text(QAccessible.Text.Name).strip():
            owner = interface.object()
            found.append(f"unspoken: {_called(owner)} as {interface.role().name}")
    for widget in _seen(window):
        roles = next((roles for kind, roles in _ROLES if isinstance(widget, kind)), None)
        told = QAccessible.queryAccessibleInterface(widget).role() if roles is not None else None
        if roles is not None and told is not None and told not in roles:
            found.append(f"role: {_called(widget)} is told as {told.name}")
    return found


def silent_states(window: QWidget) -> list[str]:
    """Inputs that are wrong by colour and icon alone: the sentence below them must be their description, too."""
    found = []
    for field in _seen(window):
        if isinstance(field, FieldEdit) and field.state() is FieldState.ERROR:
            told = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Description)
            if field.note_text().strip() and field.note_text() not in told:
                found.append(f"silent error: {_called(field)} says {told!r}, shows {field.note_text()!r}")
    return found


def silent_tables(window: QWidget) -> list[str]:
    """Tables with a column that has no title for the ear."""
    found = []
    for table in _seen(window):
        model = table.model() if isinstance(table, QTableView) else None
        if model is None or not isinstance(table, QTableView):
            continue
        for column in range(model.columnCount() if model.rowCount() else 0):
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            titles = (model.headerData(column, Qt.Orientation.Horizontal, role) for role in roles)
            if not table.isColumnHidden(column) and not any(str(title or "").strip() for title in titles):
                found.append(f"no title: column {column} of {_called(table)}")
    return found


def keys_twice(window: QWidget) -> list[str]:
    """Keys of the page in front that mean two things, or say nothing."""
    pages = [page for page in window.findChildren(Page) if page.isVisibleTo(window)]
    found = []
    for page in pages:
        offered = page.keys()
        keys = [key.key for key in offered if key.act is not None]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        found += [f"key twice: {key} on {type(page).__name__}" for key in twice]
        found += [f"key says nothing: {key.key} on {type(page).__name__}" for key in offered if not key.does]
    return found


def lost(window: QWidget) -> list[str]:
    """Where the focus is lost on the way of Tab or Shift+Tab, what neither reaches, and what has no key at all."""
    found: list[str] = []
    front = _in_front(window)
    forth = _stops(window, Qt.Key.Key_Tab, found)
    back = _stops(window, Qt.Key.Key_Backtab, found)
    for widget in front:
        if _wants_tab(widget):
            if widget not in forth and widget not in back:
                found.append(f"neither Tab nor Shift+Tab comes to {_called(widget)}")
        elif isinstance(widget, QAbstractButton) and not _has_key(widget):
            found.append(f"no key: {_called(widget)} {widget.text()!r}")
    return [*found, *_against_reading(forth)]


def _in_front(window: QWidget) -> list[QWidget]:
    """What Tab must come to: within what lies over the page and has the keyboard, where something does."""
    cover = QApplication.focusWidget()
    while cover is not None and not cover.property("overlay"):
        cover = cover.parentWidget()
    return [each for each in _seen(window) if cover is None or cover is each or cover.isAncestorOf(each)]


def _stops(window: QWidget, key: Qt.Key, found: list[str]) -> list[QWidget]:
    """What has the focus one after the other, until it is where it was; a loss ends the way."""
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        if here is None or not here.isVisibleTo(window) or not here.isEnabled():
            where = _called(stops[-1]) if stops else "the scene as it opens"
            found.append(f"focus lost by {key.name} after {where}")
            return stops
        if here in stops:
            return stops
        stops.append(here)
        QTest.keyClick(here, key)
    found.append(f"{key.name} goes on for ever: {_called(stops[-1])}")
    return stops


def _against_reading(stops: Sequence[QWidget]) -> list[str]:
    """Steps of Tab between two widgets of one parent that go up in the same column; once around there is one of them, from the end."""
    up: dict[QWidget, list[str]] = {}
    for one, following in pairwise([*stops, *stops[:1]]):
        parent = one.parentWidget()
        if parent is None or parent is not following.parentWidget():
            continue
        here, there = one.geometry(), following.geometry()
        same_column = here.left() < there.right() and there.left() < here.right()
        if same_column and there.bottom() <= here.top():
            up.setdefault(parent, []).append(f"Tab goes up from {_called(one)} to {_called(following)}")
    return [each for steps in up.values() if len(steps) > 1 for each in steps]


def _wants_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    own = widget.focusProxy() is None and not isinstance(widget.parentWidget(), QAbstractItemView)
    return tab and own and not widget.property("overlay") and not widget.isWindow()


def _has_key(button: QAbstractButton) -> bool:
    """A key of its own in its name, one of a choice that digits and arrows move in, or a sign inside an input that only says something."""
    inside = button.parentWidget()
    if isinstance(inside, SegmentedChoice | QLineEdit | QAbstractItemView):
        return True
    return "phím" in button.accessibleName() or button.focusProxy() is not None


def _tree(root: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """What can be seen of the tree, lines of tables left out: their names are their texts."""
    if root is None or not root.isValid():
        return
    state = root.state()
    if state.invisible or state.disabled:
        return
    yield root
    if root.role() in {_ROLE.Table, _ROLE.List, _ROLE.Tree}:
        return
    for at in range(root.childCount()):
        yield from _tree(root.child(at))


def _seen(window: QWidget) -> list[QWidget]:
    """What can be seen and used in the window: no part of it that lies outside, as a page that is not in front does."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisibleTo(window) and each.isEnabled() and not each.visibleRegion().isEmpty()
    ]


def _called(thing: object) -> str:
    if not isinstance(thing, QWidget):
        return type(thing).__name__
    at = thing.mapTo(thing.window(), QPoint(0, 0))
    name = thing.objectName() or thing.accessibleName()
    return f"{type(thing).__name__} {name!r} of {type(thing.parentWidget()).__name__} at {at.x()},{at.y()}"
