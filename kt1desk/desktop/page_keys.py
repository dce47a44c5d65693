"""The keys of a page, and what becomes of those that whoever works here may not use, with the buttons that say them.

It must not know any page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLabel, QLayout, QWidget

from kt1desk.desktop.bars import Bar
from kt1desk.desktop.widgets.buttons import ActionButton
from kt1desk.desktop.widgets.labels import KeyCap

WORKING = frozenset({"Dấu cách", "Ctrl+A", "Enter"})
"""Hints of keys that choose and begin: of no use where nothing can be done."""
_ANY_WIDTH = 16_777_215
"""Qt's own word for no limit."""
_ENTER = frozenset({"Enter", "Return"})
"""Goes on in every list and form: it cannot be taken from them to say something."""


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key that acts on a page while it is in front, as the list of keys (F1) shows it.

    ``key`` as Qt writes it (``F9``, ``Ctrl+Return``). Without ``act`` it is only listed: the widget that has the focus takes it. One with
    ``why_not`` is not listed, and only says so. One that ``reads`` reads anew what the page shows.
    """

    key: str
    does: str
    act: Callable[[], None] | None = None
    why_not: str = ""
    reads: bool = False


def reading(act: Callable[[], None], does: str = "đọc lại") -> PageKey:
    """The key that reads a page anew, the same on each; the program presses it too, where what stands on the screen has grown old."""
    return PageKey("Ctrl+R", does, act, reads=True)


@dataclass(frozen=True, slots=True)
class Way:
    """A key somewhere on a page or in one inside it, and how to come to where it acts.

    Attributes:
        key: the key and what it does.
        ref: what the page is entered for, so that the key acts there.
        path: the parts on the way, as `kt1desk.desktop.bars` names them, sides left out.
        titles: the parts on the way, in the words of the screen.
        leads: that all the key does is to go where ``ref`` leads.
    """

    key: PageKey
    ref: str = ""
    path: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    leads: bool = False

    def inside(self, name: str, title: str, ref: str) -> Way:
        """The same as it is seen from the page around: ``name`` and ``title`` of the part, "" for none, and what leads through it."""
        path = (name, *self.path) if name else self.path
        titles = (title, *self.titles) if title else self.titles
        return replace(self, path=path, titles=titles, ref=ref)


def ways_of(keys: Iterable[PageKey]) -> Sequence[Way]:
    """The keys that may be used, each where it stands."""
    return [Way(key) for key in keys if key.does and not key.why_not]


def bar_buttons(parts: Iterable[QWidget | None], barred: Mapping[str, Bar]) -> None:
    """Tell every button inside which keys are barred."""
    for part in parts:
        for button in part.findChildren(ActionButton) if part is not None else ():
            button.bar(barred)


def bar_hints(page: QWidget, barred: Collection[str]) -> None:
    """Leave out the hints of keys that are barred: the key and the words behind it. A page may show and hide them as it likes."""
    for cap in page.findChildren(KeyCap):
        parent = cap.parentWidget()
        words = _behind(cap, parent.layout()) if parent is not None else None
        for part in (cap, words) if isinstance(words, QLabel) else (cap,):
            part.setMaximumWidth(0 if cap.text() in barred else _ANY_WIDTH)


def _behind(widget: QWidget, layout: QLayout | None) -> QWidget | None:
    """What stands behind a widget in the innermost layout that it is in."""
    if layout is None:
        return None
    items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    at = layout.indexOf(widget)
    if at >= 0:
        return items[at + 1].widget() if at + 1 < len(items) else None
    return next((found for each in items if (found := _behind(widget, each.layout())) is not None), None)


def offered(keys: Sequence[PageKey], barred: Mapping[str, Bar]) -> Sequence[PageKey]:
    """The keys, those that are barred with the reason; one that the page does not name now says it too."""
    told = [replace(each, why_not=barred[each.key].why) if each.key in barred else each for each in keys]
    named = {each.key for each in keys} | _ENTER
    idle = [PageKey(key, "", _nothing, bar.why) for key, bar in barred.items() if key not in named]
    return (*told, *idle)


def _nothing() -> None:
    """What is barred does nothing."""
