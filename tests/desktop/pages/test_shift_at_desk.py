"""A whole shift at a real desk, by keys and scans alone: opened, worked in, closed with something missing, and what the books say then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kt1desk.app.shift_counter import ShiftCounter, ShiftMachines
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment
from tests.support.accepting import open_desk_of
from tests.support.desk_fakes import PASSWORD
from tests.support.desks import Counter, counter, ordinary
from tests.support.settling import settled_of
from tests.support.work_page import F9, AtWorks, Opener

_1, _2 = Qt.Key.Key_1, Qt.Key.Key_2


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    """No shift is open."""
    with counter(tmp_path) as made:
        yield made


@pytest.fixture
def clerk(desk: Counter, at_works: Opener) -> AtWorks:
    """A clerk at the page of the shift."""

    def passwords(user: str, password: str) -> None:
        if (user, password) != ("chief", PASSWORD):
            raise DeskError("login.wrong_password", "password")

    page = ShiftCounter(open_desk_of(desk, "clerk"), ShiftMachines(passwords))
    return at_works(lambda jobs: ShiftPage(page, jobs), Place.SHIFT)


def test_a_shift_is_opened_worked_in_and_closed_with_an_item_missing(clerk: AtWorks, desk: Counter) -> None:
    clerk.enter("2")
    clerk.press(F9)
    opened = desk.shifts.current()
    here, gone = (desk.accept(replace(ordinary(), payment=Payment.CASH)).item for _ in range(2))
    clerk.ctrl("2")
    clerk.press(F9, _1)
    clerk.enter("3", "400000")
    clerk.ctrl("1")

    clerk.press(F9)
    clerk.scan(here)
    clerk.press(F9)
    clerk.enter("1", "1")
    clerk.press(F9)
    kinds = {row[0] for row in clerk.rows("lines")}
    clerk.press(F9)
    first = clerk.text("reason_text")
    clerk.press(_2, _1)
    clerk.enter("chief", PASSWORD)

    settled = settled_of(desk)
    assert opened is not None
    assert desk.shifts.current() is None
    assert first == f"{gone[:2]} {gone[2:5]} {gone[5:8]} {gone[8:11]} {gone[11:]}"
    assert {"Cước KT1", "Dịch vụ khác tại quầy"} <= kinds
    assert settled.notes == (("500000", 1), ("200000", 1))
    assert settled.asked == (("item_missing/1", "incident"), ("difference/1", "explained"))
    assert settled.handed_to == "chief"
    assert {row[1] for row in clerk.rows("steps")} >= {"Báo cáo kết ca", "Biên bản kiểm quỹ"}
