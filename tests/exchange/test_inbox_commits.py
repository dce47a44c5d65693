"""What the inbox takes in is taken in by one commit; what cannot be is told, and holds up nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.exchange.bundle import BundleHead, Letter, seal_bundle
from kt1desk.exchange.inbox import Outcome, Taken
from kt1desk.store.work import StoreWork
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    NOON_MS,
    OFFICE_POINT,
    code_of,
    row_of,
    seeded,
)
from tests.support.mail_desks import MailDesk, listed, mail_desk


@pytest.fixture
def office(tmp_path: Path) -> Iterator[MailDesk]:
    """The office's desk; the commune's is a writer whose key is in the list."""
    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        yield desk.believing(listed(desk, more=[row_of(COMMUNE)]))


def _bundle(desk: MailDesk, events: Sequence[Event], number: int = 1) -> bytes:
    head = BundleHead(COMMUNE.device, 1, number, Moment(NOON_MS), desk.own.point)
    return seal_bundle(events, head, Letter(COMMUNE_POINT), [row_of(desk.own)], COMMUNE, seeded(number))


def _take(desk: MailDesk, events: Sequence[Event], number: int = 1) -> tuple[Taken, ...]:
    return desk.inbox.take_bundle(desk.session(), _bundle(desk, events, number))


def _outcomes(rows: Sequence[Taken]) -> list[str]:
    return [row.reason.code if row.reason else row.outcome.value for row in rows]


def test_an_event_the_store_cannot_take_is_left_out_and_all_others_are_in_one_commit(
    office: MailDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(COMMUNE)
    events = [writer.append(arrived(item_number(at))) for at in range(4)]
    take_mail = StoreWork.take_mail

    def poisoned(work: StoreWork, event: Event, way: str, actor: str) -> bool:
        if event == events[2]:
            raise DeskError("event.body", type=event.envelope.type)
        return take_mail(work, event, way, actor)

    monkeypatch.setattr(StoreWork, "take_mail", poisoned)
    rows = _take(office, events)

    assert _outcomes(rows) == ["new", "new", "event.body", "new"]
    assert [office.received(event.id) is not None for event in events] == [True, True, False, True]


def test_a_full_disk_is_no_fault_of_the_mail_and_nothing_is_taken_in_by_half(
    office: MailDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(COMMUNE)
    events = [writer.append(arrived(item_number(at))) for at in range(3)]
    take_mail = StoreWork.take_mail

    def full(work: StoreWork, event: Event, way: str, actor: str) -> bool:
        if event == events[2]:
            raise DeskError("disk.full")
        return take_mail(work, event, way, actor)

    with monkeypatch.context() as patched:
        patched.setattr(StoreWork, "take_mail", full)
        assert code_of(lambda: _take(office, events)) == "disk.full"

    assert [office.received(event.id) for event in events] == [None] * 3
    assert [row.outcome for row in _take(office, events)] == [Outcome.NEW] * 3


def test_one_event_that_the_tables_refuse_holds_up_nothing_and_comes_again(
    office: MailDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(COMMUNE)
    events = [writer.append(arrived(item_number(at))) for at in range(3)]
    whole = StoreWork.take_mail

    def refusing(work: StoreWork, event: Event, way: str, actor: str) -> bool:
        if event.id == events[1].id:
            raise DeskError("store.refused")
        return whole(work, event, way, actor)

    monkeypatch.setattr(StoreWork, "take_mail", refusing)
    first = _take(office, events)
    monkeypatch.undo()
    again = _take(office, events, 2)

    assert _outcomes(first) == ["new", "store.refused", "new"]
    assert [row.outcome for row in first][1] is Outcome.LATER
    assert _outcomes(again) == ["already", "new", "already"]
