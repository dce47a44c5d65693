"""What can be found by typing is what the keys of the window do: all of it, by its own words, for whoever may do it, and it leads there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app import screen_rights
from kt1desk.desktop.action_words import BEGINS, MORE_WORDS, PLACE_WORDS
from kt1desk.desktop.actions import Action, matching
from kt1desk.desktop.bars import path_of
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.navigation import Place
from kt1desk.domain.permissions import Role
from tests.access.house import house
from tests.access.screen import screen_of
from tests.access.seat import Seat

WIDEST = (Role.HEAD, Role.ADMINISTRATOR)
"""Together they see every place and every key."""
FILES = "LISTS/brought/:Ctrl+O"
"""It opens the choice of files of the system, which waits for somebody."""

WAITING = {"LINE", "ADMIN/Người dùng"}
"""Their keys wait for what is read there, which this desk has not."""


@pytest.fixture(scope="module")
def seat(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """One desk, one window; who sits there changes."""
    wear(qapp, LIGHT)
    with house(tmp_path_factory.mktemp("actions")) as home, screen_of(qapp, home.counter) as screen:
        yield Seat(home, screen)


def actions(seat: Seat, role: Role) -> tuple[Action, ...]:
    seat.sit(role)
    return tuple(seat.screen.window._errands.actions())


def of_anybody(seat: Seat) -> Mapping[str, Action]:
    return {each.path: each for role in WIDEST for each in actions(seat, role)}


def bare(path: str) -> str:
    """A path without the side."""
    return path.replace("/kt1/", "/").replace("/tthc/", "/")


@pytest.mark.parametrize("role", WIDEST, ids=lambda role: role.value)
def test_every_key_of_every_page_is_found_by_its_own_words(seat: Seat, role: Role) -> None:
    known, lost = actions(seat, role), []
    window = seat.screen.window

    for spot in seat.screen.spots():
        steps = spot.path.split("/")
        barred = any(window._bars.why(path_of(*steps[:at])) for at in range(1, len(steps) + 1))
        if window._offered.why_not(spot.place) or barred or window._bars.why(f"{spot.path}/*"):
            continue
        for key in (each for each in spot.page.offered() if each.does and not each.why_not):
            found = matching(known, f"{key.does} {spot.place.title}", None)
            keys = {(each.action.place, each.action.way.key.key) for each in found}
            lost += [] if (spot.place, key.key) in keys else [f"{spot.path}/:{key.key}"]

    assert lost == []
    assert {None, *window._offered.of(Place)} == {each.place for each in known}


def test_every_path_of_the_tables_of_words_is_one_of_a_key_or_a_place(seat: Seat) -> None:
    known = of_anybody(seat).keys()

    assert sorted({*MORE_WORDS, *BEGINS} - known) == []
    assert PLACE_WORDS.keys() <= {place.name for place in Place}


@pytest.mark.parametrize("role", [Role.CLERK, Role.INSPECTOR, Role.POSTMAN, Role.TECHNICIAN])
def test_what_a_role_may_not_do_is_not_found(seat: Seat, role: Role) -> None:
    found = {each.path for each in actions(seat, role)}
    barred = seat.screen.window._bars.by_path
    loose = {bare(path) for path in screen_rights.rights() if path not in barred}

    assert sorted(found & {bare(path) for path in barred} - loose) == []
    assert {path.partition("/")[0] for path in found}.isdisjoint(barred)


def test_an_action_leads_to_where_its_key_acts(seat: Seat) -> None:
    window, lost = seat.screen.window, []
    ways: dict[tuple[Place, str], set[str]] = {}
    for action in actions(seat, Role.HEAD):
        if action.place is not None and bare(action.path).rpartition("/:")[0] not in WAITING:
            ways.setdefault((action.place, action.way.ref), set()).add(action.way.key.key)

    for (place, ref), keys in ways.items():
        window.go(place, ref)
        seat.screen.idle()
        page = window.page()
        there = {each.key for each in page.offered() if not each.why_not} if page is not None else set()
        lost += [f"{place.name} {ref} {key}" for key in keys - there]

    assert lost == []
    assert len(ways) > len(Place)


@pytest.mark.parametrize("role", WIDEST, ids=lambda role: role.value)
def test_what_is_begun_from_the_list_writes_nothing(seat: Seat, role: Role) -> None:
    window, known = seat.screen.window, actions(seat, role)
    begun = [each for each in known if each.path in BEGINS and each.path != FILES]
    with seat.home.counter.store.read() as reader:
        before = reader.event_count()

    for action in begun:
        window._errands.run(action)
        seat.screen.idle()
        page = window.page()
        assert page is not None
        while page.step_back():
            pass

    with seat.home.counter.store.read() as reader:
        assert (reader.event_count(), bool(begun)) == (before, True)
