"""The first step of closing a shift: what is in hand is ticked by scan, by its bag, by what is typed, by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit
from tests.support.desk_fakes import item_row, open_shift
from tests.support.keys import focus_name
from tests.support.shift_fakes import BAG, ITEMS, THINGS, FakeShift
from tests.support.work_page import DOWN, ENTER, F9, SPACE, AtWorks, Opener

Clerk = Callable[[FakeShift], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> Clerk:
    """A clerk at the page of the shift."""
    return lambda needs: at_works(lambda jobs: ShiftPage(needs, jobs), Place.SHIFT)


def exact(**more: object) -> FakeShift:
    """An open shift with these things in hand."""
    return replace(FakeShift(open_shift(112_000)), **more)  # type: ignore[arg-type]  # fields of the fake


def test_things_in_hand_are_ticked_by_label_by_bag_and_by_hand(at: Clerk) -> None:
    needs = exact(things=THINGS)
    clerk = at(needs)
    clerk.press(F9)

    said = clerk.scan(ITEMS[0], BAG, ITEMS[2], "EA123456811VN")
    seen = clerk.text("figure")
    clerk.press(Qt.Key.Key_Home)
    clerk.press(SPACE)

    assert said == ["", "", "holding.counted", "holding.not_here"]
    assert seen == "3 / 3"
    assert clerk.text("figure") == "2 / 3"


def test_a_number_that_is_typed_where_everything_is_searched_ticks_as_a_scan_does(at: Clerk) -> None:
    clerk = at(exact(things=THINGS))
    clerk.press(F9)

    clerk.found.hits = (SearchHit("item", ITEMS[0], ITEMS[0], ""),)

    clerk.ctrl("K")
    clerk.type(ITEMS[0].lower())
    clerk.press(ENTER)
    seen = clerk.text("figure")
    clerk.ctrl("K")
    clerk.type(ITEMS[0].lower())
    clerk.press(ENTER)

    assert seen == "1 / 3"
    assert clerk.heard == [say(DeskError("holding.counted", number=ITEMS[0]))]


def test_a_whole_bag_is_ticked_by_hand(at: Clerk) -> None:
    clerk = at(exact(things=THINGS))
    clerk.press(F9, DOWN)

    clerk.ctrl("B")

    assert clerk.text("figure") == "2 / 3"


def test_space_ticks_and_goes_down(at: Clerk) -> None:
    clerk = at(exact(things=THINGS))
    clerk.press(F9)

    clerk.press(SPACE, SPACE)

    assert clerk.text("figure") == "2 / 3"
    assert clerk.table("things").currentIndex().row() == 2


def test_a_scan_is_looked_up_while_no_shift_is_closed(at: Clerk) -> None:
    clerk = at(exact(things=THINGS, items=(item_row(0),)))

    assert not clerk.page.works_with_scans()
    clerk.press(F9, DOWN)
    assert clerk.page.works_with_scans()
    clerk.press(ENTER)
    assert focus_name() == "go"
