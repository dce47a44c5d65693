"""The network line of the KT1 register: an administrator opens it on a written approval, and each word of it stays in the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import LineAllowed, LineClosed
from kt1desk.services.line_approval import MAX_NUMBER, Closing, LineApproval
from kt1desk.store.verify import verify
from tests.support.exchange_keys import COMMUNE_POINT, code_of, refusal
from tests.support.mail_desks import MailDesk, mail_desk

DAY = date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, 9, COMMUNE_POINT, approved=False) as made:
        yield made


def _line(desk: MailDesk) -> LineApproval:
    return LineApproval(desk.store, desk.clock)


def _said(desk: MailDesk) -> list[tuple[str, str, object]]:
    """What the KT1 register says of the line: type, who, body."""
    with desk.store.read() as reader:
        events = reader.events_after(Stream.KT1, 0, 1_000)
    return [
        (event.envelope.type, event.envelope.actor, event.body())
        for event in events
        if event.envelope.type in {LineAllowed.TYPE, LineClosed.TYPE}
    ]


def test_opening_and_closing_leave_events_with_who_number_and_day_and_projections_equal_a_rebuild(
    desk: MailDesk,
) -> None:
    line = _line(desk)

    opened = line.open(desk.session(), " 12/bđt ", DAY)
    closed = line.close(desk.session(), Closing.ENDED)

    assert (opened.allowed, opened.approval, opened.day) == (True, "12/BĐT", "2026-11-20")
    assert (closed.allowed, closed.approval, closed.reason) == (False, "", "ended")
    assert _said(desk) == [
        (
            "line.allowed",
            "ha.hoang",
            {"approval": "12/BĐT", "day": "2026-11-20", "point": COMMUNE_POINT},
        ),
        ("line.closed", "ha.hoang", {"point": COMMUNE_POINT, "reason": "ended"}),
    ]
    assert verify(desk.store).ok


def test_the_same_approval_entered_again_is_no_second_event_and_another_takes_its_place(
    desk: MailDesk,
) -> None:
    line = _line(desk)

    for number in ("12/BĐT", "12/BĐT", "345/QĐ-BĐT"):
        line.open(desk.session(), number, DAY)

    assert len(_said(desk)) == 2
    state = line.state(desk.session())
    assert state is not None
    assert state.approval == "345/QĐ-BĐT"


@pytest.mark.parametrize("number", ["", "BĐT", "12 BĐT", "Gửi giấy mời họp", "12/BĐT/", "12//BĐT", "12/BĐT;"])
def test_what_is_no_number_of_an_official_paper_opens_nothing(desk: MailDesk, number: str) -> None:
    refused = refusal(lambda: _line(desk).open(desk.session(), number, DAY))

    assert refused.code in {"line.approval_number", "text.empty"}
    assert refused.field == "approval"
    assert _said(desk) == []


def test_a_number_longer_than_any_is_refused(desk: MailDesk) -> None:
    long = "1" * (MAX_NUMBER + 1)

    assert code_of(lambda: _line(desk).open(desk.session(), long, DAY)) == "text.too_long"


def test_an_approval_of_tomorrow_opens_nothing(desk: MailDesk) -> None:
    line = _line(desk)

    assert code_of(lambda: line.open(desk.session(), "12/BĐT", date(2026, 11, 24))) == "line.approval_day"
    assert line.open(desk.session(), "12/BĐT", date(2026, 11, 23)).allowed


def test_whoever_is_no_administrator_neither_opens_nor_closes_but_sees_it(desk: MailDesk) -> None:
    line, clerk = _line(desk), desk.session("uncleared")
    line.open(desk.session(), "12/BĐT", DAY)

    assert code_of(lambda: line.open(clerk, "13/BĐT", DAY)) == "user.not_allowed"
    assert code_of(lambda: line.close(clerk, Closing.ENDED)) == "user.not_allowed"
    seen = line.state(clerk)
    assert seen is not None
    assert seen.allowed


def test_what_is_not_open_cannot_be_closed(desk: MailDesk) -> None:
    assert code_of(lambda: _line(desk).close(desk.session(), Closing.ENDED)) == "line.not_allowed"


@pytest.mark.parametrize(
    ("device", "ways", "code"),
    [(9, frozenset({Transport.PAPER}), "line.file_forbids"), (0, frozenset(Transport), "trust.trial_desk")],
)
def test_an_approval_is_not_taken_where_it_would_open_nothing(
    tmp_path: Path, device: int, ways: frozenset[Transport], code: str
) -> None:
    with mail_desk(tmp_path, device, COMMUNE_POINT, ways) as desk:
        assert code_of(lambda: _line(desk).open(desk.session(), "12/BĐT", DAY)) == code
