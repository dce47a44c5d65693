"""Walks through every page of the running program and notes what the guide says of it: its path, its title, its keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.help.where import path_to
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.models.side_words import WORDS
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.sides import SidesPage
from kt1desk.desktop.widgets import ActionButton, SegmentedChoice
from kt1desk.desktop.widgets.labels import KeyCap
from kt1desk.desktop.works import WorksPage
from kt1desk.domain.service import Service
from tests.support.story import RunningDesk, until

BETWEEN = " · "


@dataclass(frozen=True)
class Seen:
    """A page as it stands in front."""

    path: str
    title: str
    keys: frozenset[str]


def main_window(desk: RunningDesk) -> MainWindow:
    """The main window inside the frame."""
    window = desk.program._main
    assert window is not None
    return window


def pages(desk: RunningDesk) -> Iterator[Seen]:
    """Every place, every side, every work, brought to the front one after the other."""
    window = main_window(desk)
    for place, page in window._area.pages.items():
        window.go(place)
        yield from _within(desk, place, page, (place.title,), page)


def _within(
    desk: RunningDesk, place: Place, page: Page, titles: tuple[str, ...], inner: Page
) -> Iterator[Seen]:
    if isinstance(inner, SidesPage):
        for name, part in inner.parts.items():
            side = Service(name)
            inner._enter(side)
            yield from _within(desk, place, page, (*titles, WORDS[side].title), part)
    elif isinstance(inner, WorksPage):
        for name, part in inner.parts.items():
            inner.entered(name)
            yield from _within(desk, place, page, (*titles, inner._titles[name]), part)
    else:
        until(lambda: desk.program.jobs.running == 0, "the page to be read")
        keys = frozenset(key.key for key in page.offered()) | keys_on(page) | keys_on(page.side())
        yield Seen(path_to(place, page), BETWEEN.join(titles), keys)


def keys_on(root: QWidget | None) -> frozenset[str]:
    """Every key that is printed anywhere on a page, on what is hidden now, too."""
    if root is None:
        return frozenset()
    caps = {cap.text() for cap in root.findChildren(KeyCap)}
    buttons = {button._key for button in root.findChildren(ActionButton)}
    choices = {choice.key for row in root.findChildren(SegmentedChoice) for choice in row.choices()}
    return frozenset(
        key.replace("Ctrl ", "Ctrl+").replace("Alt ", "Alt+") for key in caps | buttons | choices
    )
