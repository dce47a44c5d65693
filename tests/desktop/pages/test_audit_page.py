"""«Nhật ký an ninh» by keys alone: newest first, what is wanted of it, and a file of it that is never written over another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kt1desk.desktop.admin.audit_page import AuditPage
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.audit import AuditAsked
from tests.support.audit_scenes import LINES, FakeAudit
from tests.support.work_page import ENTER, F9, AtWorks, Opener

At = Callable[[FakeAudit], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    def make(needs: FakeAudit) -> AtWorks:
        return at_works(lambda jobs: AuditPage(needs, jobs), Place.ADMIN)

    return make


def test_the_newest_stands_first_and_whole_at_the_right_with_its_place_in_the_journal(at: At) -> None:
    head = at(FakeAudit())

    assert [row[1:] for row in head.rows("rows")] == [line[:3] for line in LINES]
    assert head.rows("rows")[0][0] == "12:00 23/11"
    assert head.text("one_what") == "Bị từ chối"
    assert head.text("one_who") == "Hoàng Thị Hà · 12:00:00 23/11/2026"
    assert head.text("one_place") == "Sổ 0.2.1.90 · 1a2b 3c4d 5e6f"


def test_two_days_a_person_and_a_kind_are_asked_for_with_enter(at: At) -> None:
    needs = FakeAudit()
    head = at(needs)

    for text in ("20/11/2026", "23.11.26"):
        head.type(text)
        head.press(ENTER)
    head.settle()

    assert needs.asked[-1] == AuditAsked(date(2026, 11, 20), date(2026, 11, 23))


def test_a_day_that_is_none_is_said_there_and_nothing_is_read_or_given_out(at: At) -> None:
    needs = FakeAudit()
    head = at(needs)
    read = len(needs.asked)

    head.type("31/2/2026")
    head.press(F9)

    assert "Gõ ngày như 23/11/2026" in head.text("since_note")
    assert (len(needs.asked), needs.exported) == (read, [])


def test_f9_takes_what_is_wanted_and_never_writes_over_a_file(at: At) -> None:
    needs = FakeAudit()
    head = at(needs)

    head.press(F9)
    head.press(F9)

    assert needs.exported == [needs.proposed_file()]
    assert "Đã có tệp tên này" in head.text("file_note")


def test_whoever_may_not_see_the_log_is_told_so(at: At) -> None:
    head = at(FakeAudit("user.not_allowed"))

    assert head.rows("rows") == []
    assert "không được xem nhật ký an ninh" in head.text("problem")
