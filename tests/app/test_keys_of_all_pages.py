"""One key does one thing: the keys of the window, of the places and of each page, as the whole program binds them."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from tests.support.story import options_at, running


def test_at_every_place_each_key_is_bound_once_and_every_key_of_its_page_acts(
    qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, options_at(tmp_path, trial=True), sample=True) as desk:
        desk.log_in("ha.hoang", TRIAL_PASSWORD)
        window = desk.window.findChild(MainWindow)
        assert isinstance(window, MainWindow)

        found, bound = {}, Tally[str]()
        for place in Place:
            window.go(place)
            desk.idle()
            bound = _bound(window)
            page = window.page()
            keys = page.keys() if page is not None else ()
            listed = Tally(_written(key.key for key in keys if key.act))
            found[place] = (
                [key for key, times in bound.items() if times > 1],
                sorted(listed - bound),
                [key for key, times in listed.items() if times > 1],
            )

    assert found == {place: ([], [], []) for place in Place}
    assert {key for place in Place for key in _written([place.key])} <= bound.keys()


def _bound(window: MainWindow) -> Tally[str]:
    """What acts now: shortcuts, and letters marked in the text of a button."""
    shortcuts = [each for each in window.findChildren(QShortcut) if each.isEnabled()]
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisibleTo(window)]
    return Tally(
        _written(
            [
                *(each.key().toString() for each in shortcuts),
                *(each.shortcut().toString() for each in buttons if not each.shortcut().isEmpty()),
            ]
        )
    )


def _written(keys: Iterable[str]) -> list[str]:
    """Keys as Qt writes them, so that two ways of writing one are the same."""
    return [QKeySequence(key).toString() for key in keys]
