"""The two ends of a shift at a real desk, as the page asks for them: what is looked at, seen, compared, asked and written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.desk import OpenDesk
from kt1desk.app.shift_counter import KnownScanners, ShiftCounter, ShiftMachines
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.shift import ClosingDraft
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import ShiftChecked, ShiftSettled
from kt1desk.domain.kt1 import Payment
from kt1desk.services.drawer_book import Served
from kt1desk.store.shift_mark import ShiftMark
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter, counter, ordinary
from tests.support.settling import written

CHIEF = AtDesk("chief", "chim-se-nau-15")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    """A desk whose shift is to be opened."""
    with counter(tmp_path) as made:
        yield made


def _passwords(user: str, password: str) -> None:
    if (user, password) != (CHIEF.user, CHIEF.password):
        raise DeskError("login.wrong_password", "password")


def _page(desk: Counter) -> tuple[OpenDesk, ShiftCounter]:
    opened = open_desk_of(desk, "clerk")
    return opened, ShiftCounter(opened, ShiftMachines(_passwords, scanners=KnownScanners(has_scanner=True)))


def test_what_is_looked_at_stands_there_and_is_written_when_the_shift_opens(desk: Counter) -> None:
    opened, page = _page(desk)
    scanned = (
        ShiftCounter(opened, ShiftMachines(_passwords, scanners=KnownScanners(has_scanned=True)))
        .shift_view()
        .checks
    )

    view = page.shift_view()
    page.start_shift(view.proposed_date, 500_000)

    looked = {check.what: (check.words, check.tone) for check in view.checks}
    assert looked["Máy quét"] == ("quét thử một mã", Tone.CALM)
    assert looked["Bưu gửi ở điểm"] == ("không có gì chờ", Tone.GOOD)
    assert ("Máy quét", "đã đọc được mã") in {(check.what, check.words) for check in scanned}
    (event,) = written(desk, Stream.COUNTER, ShiftChecked.TYPE)
    assert ("scanner", "ready") in ShiftChecked.of(event.body()).checks
    assert page.shift_view().checks == ()
    assert opened.shifts.current() is not None


def test_a_missing_item_and_missing_cash_are_asked_about_answered_and_signed_for(desk: Counter) -> None:
    _, page = _page(desk)
    page.start_shift(page.shift_view().proposed_date, 500_000)
    number = desk.accept(replace(ordinary(), payment=Payment.CASH)).item
    page.serve(Served("postmart", 3, 412_000))

    view = page.closing()
    draft = ClosingDraft({500_000: 1}, frozenset())
    compared = page.compare(draft)
    answers = {line.key: line.answers[0].key for line in compared.asked}
    answers = {**answers, "difference/1": "unknown"}
    with pytest.raises(DeskError, match=r"login\.wrong_password"):
        page.settle(replace(draft, answers=answers, taker=AtDesk("chief", "sai")))
    closed = page.settle(replace(draft, answers=answers, taker=CHIEF))

    assert [(thing.number, thing.where) for thing in view.things] == [(number, "tôi giữ")]
    assert {line.says for line in compared.kinds} == {"Cước KT1", "Dịch vụ khác tại quầy"}
    assert [line.is_reason for line in compared.asked] == [False, True]
    assert "rounding" not in {answer.key for answer in compared.asked[1].answers}
    assert closed.counted_dong - closed.expected_dong == 500_000 - compared.expected_dong < -412_000
    assert ("Người nhận ca", "chief") in closed.lines
    (event,) = written(desk, Stream.COUNTER, ShiftSettled.TYPE)
    settled = ShiftSettled.of(event.body())
    assert (settled.reason, settled.handed_to) == ("unknown", "chief")
    assert settled.asked == (("item_missing/1", "found"), ("difference/1", "explained"))


def test_nobody_closes_alone_where_others_are(desk: Counter) -> None:
    _, page = _page(desk)
    page.start_shift(page.shift_view().proposed_date, 500_000)

    assert not page.closing().may_close_alone
    with pytest.raises(DeskError, match=r"settle\.alone_not_here"):
        page.settle(ClosingDraft({500_000: 1}, frozenset()))


def test_a_line_of_the_drawer_is_written_read_and_taken_back(desk: Counter) -> None:
    _, page = _page(desk)
    page.start_shift(page.shift_view().proposed_date, 500_000)

    line = page.serve(Served("pension", 2, 0, 400_000))
    page.undo_line(line.line, "amount")

    view = page.drawer().drawer
    assert view.holds_dong == 500_000
    assert view.lines[0].undone_by == view.lines[1].line


def test_from_outside_an_open_shift_is_seen_by_its_mark_alone(desk: Counter, tmp_path: Path) -> None:
    mark = ShiftMark(tmp_path / "open-shift")
    page = ShiftCounter(open_desk_of(desk, "clerk"), ShiftMachines(_passwords, mark=mark))

    with pytest.raises(DeskError, match=r"shift\.float_range"):
        page.start_shift(page.shift_view().proposed_date, -1)
    refused = mark.is_there()
    page.start_shift(page.shift_view().proposed_date, 500_000)
    opened = mark.is_there()
    with pytest.raises(DeskError, match=r"settle\.alone_not_here"):
        page.settle(ClosingDraft({500_000: 1}, frozenset()))
    still = mark.is_there()
    page.settle(ClosingDraft({500_000: 1}, frozenset(), taker=CHIEF))

    assert (refused, opened, still, mark.is_there()) == (False, True, True, False)
