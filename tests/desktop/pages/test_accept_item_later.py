"""Nhập bù at the acceptance page: the card of Ctrl+B, by keys alone; both times are in the journal afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.domain.facts import Kt1EnteredLater
from tests.support.accepting import CTRL, ENTER, ESC, F9, SPACE, AtCounter

HOUR_MS = 3_600_000
B = Qt.Key.Key_B


@pytest.fixture
def clerk(clerk: AtCounter) -> AtCounter:
    """The desk stands since noon, and it is two o'clock."""
    clerk.desk.clock.pass_ms(2 * HOUR_MS)
    return clerk


def _says_when(clerk: AtCounter, time: str = "12:40", reason: str = "mat", sheet: str = "pt-0012") -> None:
    clerk.key(B, CTRL)
    for typed in (time, reason, sheet):
        clerk.type(typed)
        clerk.key(ENTER)


def test_the_key_of_later_entry_stands_among_those_of_the_page(clerk: AtCounter) -> None:
    assert (clerk.label("cap_later"), clerk.label("says_later")) == ("Ctrl+B", "nhập bù")


def test_what_was_on_paper_is_accepted_with_its_real_time_reason_and_sheet(clerk: AtCounter) -> None:
    clerk.ordinary()
    _says_when(clerk)
    above, card = clerk.label("correcting"), clerk.card()
    clerk.key(SPACE)
    clerk.key(F9)

    (accepted,) = clerk.events("item.accepted")
    (said,) = clerk.events(Kt1EnteredLater.TYPE)
    fact = Kt1EnteredLater.of(said.body())
    assert above == "Nhập bù: 12:40 23/11/2026 · Mất điện · tờ pt-0012"
    assert card == "check_card"
    assert accepted.envelope.entered is not None
    assert accepted.envelope.entered.utc_ms - accepted.envelope.happened.utc_ms == 80 * 60_000
    assert (fact.reason, fact.sheet) == ("no_power", "PT-0012")
    assert clerk.text("later_time") == ""


def test_a_real_time_that_may_not_be_is_said_at_its_input_and_nothing_is_accepted(clerk: AtCounter) -> None:
    clerk.ordinary()
    _says_when(clerk, time="23:00")
    clerk.key(SPACE)
    clerk.key(F9)

    assert clerk.events("item.accepted") == []
    assert clerk.focus() == "later_time"
    assert clerk.note("later_time") == "Giờ thật phải trước bây giờ. Việc vừa làm thì để trống ô nhập bù."


def test_without_a_reason_saving_goes_to_the_reason(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.key(SPACE)
    clerk.key(B, CTRL)
    clerk.type("12:40")
    clerk.key(ENTER)
    clerk.key(ESC)
    clerk.key(F9)

    assert clerk.events("item.accepted") == []
    assert clerk.focus() == "later_reason"
    assert clerk.note("later_reason") == "Chưa chọn lý do nhập bù. Enter rồi chọn trong danh sách."


def test_escape_keeps_what_was_typed_and_the_key_once_more_takes_it_back(clerk: AtCounter) -> None:
    clerk.ordinary()
    clerk.key(B, CTRL)
    clerk.type("12:40")
    clerk.key(ENTER)
    clerk.key(ESC)
    kept = clerk.text("later_time")
    clerk.key(B, CTRL)
    clerk.key(B, CTRL)
    clerk.key(SPACE)
    clerk.key(F9)

    (accepted,) = clerk.events("item.accepted")
    assert kept == "12:40"
    assert accepted.envelope.entered is None
    assert clerk.events(Kt1EnteredLater.TYPE) == []


def test_a_correction_keeps_the_real_time(clerk: AtCounter) -> None:
    clerk.ordinary()
    _says_when(clerk)
    clerk.key(SPACE)
    clerk.key(F9)
    (old,) = clerk.items()
    clerk.page.entered(f"correct:{old.item}")
    clerk.settle()

    assert clerk.text("later_time") == "12:40 23/11/2026"
    assert clerk.text("later_reason") == "Mất điện"
    assert clerk.text("later_sheet") == "PT-0012"


def test_what_was_half_typed_comes_back_without_a_time_that_nobody_understood_yet(
    clerk: AtCounter,
) -> None:
    clerk.ordinary()
    clerk.key(B, CTRL)
    clerk.type("12")
    later = clerk.page.half_done()
    assert later is not None
    later()
    left = clerk.needs.left_over()

    assert left is not None
    assert left.draft.later is not None
    assert (left.draft.later.at_ms, left.real_time) == (0, "")
