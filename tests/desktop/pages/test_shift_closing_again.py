"""A closing that is come back to: what was answered counts for what was asked, and nothing is shown that must not be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.shift import ClosedShift, ClosingDraft, ClosingView
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import PASSWORD, open_shift
from tests.support.shift_fakes import THINGS, FakeShift
from tests.support.work_page import F9, AtWorks, Opener

_1 = Qt.Key.Key_1
EXACT = ("2", "1", "1", "0", "0", "1", "0", "1", "0")
SHORT = ("2", "1", "1", "0", "0", "0", "0", "1", "0")

Clerk = Callable[[FakeShift], AtWorks]


@dataclass
class Late(FakeShift):
    """Something that must be asked turns up between the questions and the signature; ``no`` refuses the reading of the books."""

    no: DeskError | None = None

    def closing(self) -> ClosingView:
        if self.no is not None:
            raise self.no
        return super().closing()

    def settle(self, draft: ClosingDraft) -> ClosedShift:
        if any(each.key not in draft.answers for each in self.compare(draft).asked):
            raise DeskError("settle.unanswered", "answers", question="unsent")
        return super().settle(draft)


@pytest.fixture
def at(at_works: Opener) -> Clerk:
    """A clerk at the page of the shift."""
    return lambda needs: at_works(lambda jobs: ShiftPage(needs, jobs), Place.SHIFT)


def _count(clerk: AtWorks, *pieces: str) -> None:
    clerk.press(F9)
    clerk.enter(*pieces)
    clerk.press(F9)


def test_the_reason_of_one_difference_is_not_that_of_another(at: Clerk) -> None:
    needs = FakeShift(open_shift(112_000))
    clerk = at(needs)
    _count(clerk, *SHORT)
    clerk.press(F9, _1)
    signing = clerk.text("figure_title")

    clerk.go(Place.TODAY)
    needs.open = open_shift(5_112_000)
    clerk.go(Place.SHIFT)
    clerk.press(F9)

    assert "bước 5" in signing
    assert "bước 4" in clerk.text("figure_title")
    assert "5.010.000 đ" in clerk.text("reason_text")


def test_what_turns_up_before_the_signature_is_asked_at_once(at: Clerk) -> None:
    needs = Late(open_shift(112_000))
    clerk = at(needs)
    _count(clerk, *EXACT)
    clerk.press(F9)

    needs.unsent = True
    clerk.enter("minh", PASSWORD)
    asked = clerk.text("figure_title")
    clerk.press(_1)
    clerk.enter("minh", PASSWORD)

    assert "bước 4" in asked
    assert len(needs.settled) == 1


def test_books_that_cannot_be_read_again_show_nothing_of_before_and_the_count_stays(at: Clerk) -> None:
    needs = Late(open_shift(112_000), things=THINGS)
    clerk = at(needs)
    clerk.press(F9)
    shown = len(clerk.rows("things"))
    clerk.scan(THINGS[0].number)
    needs.no = DeskError("record.doubted")

    clerk.page.forget()
    clerk.settle()
    sees = clerk.sees("things")
    needs.no = None
    clerk.press(F9)

    assert shown == len(THINGS)
    assert not sees
    assert clerk.text("figure") == f"1 / {len(THINGS)}"
