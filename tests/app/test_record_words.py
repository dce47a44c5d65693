"""What stands over all pages after the check of all records found something: what, since when, what to do."""

from __future__ import annotations

import pytest

from kt1desk.app.record_words import finding_words
from kt1desk.domain.events import Moment
from kt1desk.services.record_check import CheckState, Finding
from tests.support.clocks import NOON_MS

NOW = Moment(NOON_MS + 3_600_000)
PAGE = Finding("record.page_damaged", "page 3", NOON_MS)
MENDED = Finding("record.projection_differs", "shift", NOON_MS, mended=True)


def test_nothing_found_nothing_said() -> None:
    assert finding_words(CheckState(), NOW) == ""


def test_what_only_a_copy_can_put_right_names_backup_recorder_and_centre_in_this_order() -> None:
    said = finding_words(CheckState(known=(PAGE,)), NOW)

    assert "12:00 23/11" in said
    assert "page 3" in said
    assert 0 < said.index("bản sao lưu") < said.index("hộp đen") < said.index("trung tâm")


def test_what_was_made_again_is_said_so_and_asks_for_no_copy() -> None:
    said = finding_words(CheckState(known=(MENDED,)), NOW)

    assert "shift" in said
    assert "dựng lại đúng" in said
    assert "sao lưu" not in said


@pytest.mark.parametrize("order", [(PAGE, MENDED), (MENDED, PAGE)])
def test_what_is_not_right_yet_is_said_before_what_is(order: tuple[Finding, ...]) -> None:
    assert "page 3" in finding_words(CheckState(known=order), NOW)


def test_a_marker_that_was_written_again_troubles_nobody() -> None:
    known = (Finding("record.marker_damaged", "marker", NOON_MS, mended=True),)

    assert finding_words(CheckState(known=known), NOW) == ""
