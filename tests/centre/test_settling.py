"""What contradicts itself goes on when a person has looked: what was taken in stays, nobody misses mail, and the audit says who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.centre.ledger_values import UNKNOWN_HEAD, Alarm, ChainState
from kt1desk.centre.mending import MAIL_FORK
from kt1desk.centre.settling import SETTLING
from kt1desk.centre.taking_in import FORK
from kt1desk.domain.events import Moment
from kt1desk.exchange.bundle import NOTHING
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import Frame
from kt1desk.exchange.mail_frames import MailFrame, MailRecord, RecordKind, seal_mail
from tests.centre.faults.test_f26_integrator_killed import DiesAt
from tests.centre.oracle import mailed_events
from tests.centre.settling_parts import COMMUNE_CHAIN, ONE_DESK_EACH, altered, arrivals, rounds
from tests.support.exchange_keys import (
    NOON_MS,
    OFFICE_POINT,
)
from tests.support.integrating import KEY, AnyCentre, DeskChain, Killed, MemoryCentre, PgCentre, records_of


def _ask(centre: AnyCentre, what: str) -> None:
    """As the operator's command leaves it."""
    if isinstance(centre, MemoryCentre):
        centre.core.rows.settings[SETTLING] = what.encode()
        return
    assert isinstance(centre, PgCentre)
    with centre.cluster.admin("core") as admin:
        admin.execute(
            "INSERT INTO ledger.setting VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (SETTLING, what.encode()),
        )


def _asked(centre: AnyCentre) -> bytes | None:
    if isinstance(centre, MemoryCentre):
        return centre.core.rows.settings.get(SETTLING)
    assert isinstance(centre, PgCentre)
    return centre.reader.setting(SETTLING)


def test_a_forked_chain_goes_on_with_a_gap_for_good_and_the_alarm_is_over(centre: AnyCentre) -> None:
    chain = DeskChain()
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(arrivals(chain, 0, 2))
    rounds(centre)
    centre.lay(altered(chain, 10))
    rounds(centre)
    forked = centre.alarms()
    before = centre.reader.events_after(COMMUNE_CHAIN, 0, 100)

    _ask(centre, "chain 9.1.1")
    rounds(centre)

    mark = centre.reader.marks()[COMMUNE_CHAIN]
    assert (FORK, "9.1.1") in forked
    assert centre.alarms() == {}
    assert (mark.number, mark.seq, mark.state) == (2, 4, ChainState.GAP)
    assert mark.head != UNKNOWN_HEAD
    assert centre.reader.events_after(COMMUNE_CHAIN, 0, 2) == before
    assert len(mailed_events(centre.mail(OFFICE_POINT))) == 4
    assert _asked(centre) == b""


def test_a_chain_of_which_the_gate_has_another_frame_than_the_ledger_stays_and_why_is_told(
    centre: AnyCentre,
) -> None:
    chain, other = DeskChain(), DeskChain()
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(arrivals(chain, 0, 2))
    rounds(centre)
    _replace_at_gate(centre, arrivals(other, 50, 3))
    rounds(centre)

    _ask(centre, "chain 9.1.1")
    rounds(centre)

    assert centre.reader.marks()[COMMUNE_CHAIN].state is ChainState.FORKED
    assert centre.alarms()[SETTLING, "chain 9.1.1"] == Alarm(SETTLING, "chain 9.1.1", "centre.chain_overlaps")
    assert (FORK, "9.1.1") in centre.alarms()
    assert _asked(centre) == b""


@pytest.mark.parametrize(
    "what", ["chain 9.1.1", "chain x", "chain", "mailbox 240000", "mailbox ", "all", "\u2603"]
)
def test_what_is_not_held_is_not_settled(centre: AnyCentre, what: str) -> None:
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(arrivals(DeskChain(), 0, 2))
    rounds(centre)

    _ask(centre, what)
    rounds(centre)

    assert [(alarm.what, alarm.detail) for alarm in centre.alarms().values()] == [
        (SETTLING, "centre.nothing_to_settle")
    ]
    assert centre.reader.marks()[COMMUNE_CHAIN].state is ChainState.WHOLE
    assert _asked(centre) == b""


def _replace_at_gate(centre: AnyCentre, frame: Frame) -> None:
    """The gate has this frame as the first of its chain, and no other."""
    if isinstance(centre, MemoryCentre):
        del centre.model.devices[frame.head.first.device]
    else:
        assert isinstance(centre, PgCentre)
        with centre.cluster.admin("gate") as admin:
            admin.execute("TRUNCATE gate.frame_in, gate.chain")
    centre.lay(frame)


def _letters(*records: MailRecord) -> list[MailFrame]:
    """A mailbox of the office that the centre sealed in another history, a frame for each record."""
    frames: list[MailFrame] = []
    for record in records:
        mark = frames[-1].mark if frames else NOTHING
        frames.append(seal_mail([record], mark, Moment(NOON_MS - 5), OFFICE_POINT, shipped(), KEY.sign))
    return frames


def _put_at_gate(centre: AnyCentre, frames: list[MailFrame]) -> None:
    """The office's mailbox at the gate is this one."""
    if isinstance(centre, MemoryCentre):
        centre.model.mail[OFFICE_POINT] = []
        for frame in frames:
            centre.model.post(OFFICE_POINT, frame.hash, frame.data)
        return
    assert isinstance(centre, PgCentre)
    with centre.cluster.admin("gate") as admin:
        admin.execute("TRUNCATE gate.mail_out, gate.mailbox")
        for frame in frames:
            values = (OFFICE_POINT, frame.head.number, frame.hash, frame.data)
            admin.execute("INSERT INTO gate.mail_out VALUES (%s, %s, %s, %s, 0)", values)
        last = (OFFICE_POINT, frames[-1].head.number, frames[-1].hash)
        admin.execute("INSERT INTO gate.mailbox VALUES (%s, %s, %s)", last)


@pytest.mark.parametrize("lettered", [1, 3])
def test_a_mailbox_in_two_histories_goes_on_as_desks_read_it_and_what_they_did_not_get_is_told_again(
    centre: AnyCentre, lettered: int
) -> None:
    chain = DeskChain()
    centre.list_keys(ONE_DESK_EACH)
    centre.post(RecordKind.KEYS, b"posted")
    for number in range(2):
        centre.lay(arrivals(chain, number * 2, 2))
        rounds(centre)
    told = [record for record in records_of(centre.mail(OFFICE_POINT)) if record.kind == RecordKind.EVENT]
    _put_at_gate(centre, _letters(*(told[at] for at in range(lettered))))
    rounds(centre)
    held = centre.alarms()

    _ask(centre, f"mailbox {OFFICE_POINT}")
    rounds(centre)
    centre.lay(arrivals(chain, 4, 2))
    rounds(centre)

    records = records_of(centre.mail(OFFICE_POINT))
    assert (MAIL_FORK, OFFICE_POINT) in held
    assert centre.alarms() == {}
    assert centre.mail(OFFICE_POINT) == centre.core_mail(OFFICE_POINT)
    assert records[:lettered] == told[:lettered]
    assert sorted(mailed_events(centre.mail(OFFICE_POINT))) == [event.id for event in chain.writer.events]
    assert [record.body for record in records if record.kind != RecordKind.EVENT] == [b"posted"]


@pytest.mark.parametrize(
    "centre", ["memory", pytest.param("postgres", marks=pytest.mark.soak)], indirect=True
)
def test_killed_before_any_statement_of_it_the_mailbox_ends_the_same(
    centre: AnyCentre, fresh: Callable[[], AnyCentre]
) -> None:
    wrong: list[int] = []
    at, killed = 0, True
    while killed:
        at += 1
        another, chain = fresh(), DeskChain()
        another.list_keys(ONE_DESK_EACH)
        another.lay(arrivals(chain, 0, 4))
        rounds(another)
        told = records_of(another.mail(OFFICE_POINT))
        _put_at_gate(another, _letters(told[2], told[0], told[2]))
        rounds(another)
        _ask(another, f"mailbox {OFFICE_POINT}")
        try:
            another.integrator("killed", DiesAt(at)).round()
        except Killed:
            pass
        else:
            killed = False
        another.gone()
        rounds(another)
        sent = mailed_events(another.mail(OFFICE_POINT))
        whole = another.mail(OFFICE_POINT) == another.core_mail(OFFICE_POINT) and set(sent) == {
            event.id for event in chain.writer.events
        }
        if not whole or len(sent) != 5 or another.alarms() or _asked(another):
            wrong.append(at)

    assert wrong == []
    assert at > 8


def test_a_mailbox_that_the_centre_did_not_sign_is_not_taken(centre: AnyCentre) -> None:
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(arrivals(DeskChain(), 0, 2))
    rounds(centre)
    before = centre.core_mail(OFFICE_POINT)
    forged = _letters(MailRecord(RecordKind.KEYS, b"x"))[0]
    _put_at_gate(centre, [replace(forged, data=forged.data[:-64] + bytes(64))])
    rounds(centre)

    _ask(centre, f"mailbox {OFFICE_POINT}")
    rounds(centre)

    assert centre.alarms()[SETTLING, f"mailbox {OFFICE_POINT}"].detail == "centre.mail_unproved"
    assert (MAIL_FORK, OFFICE_POINT) in centre.alarms()
    assert centre.core_mail(OFFICE_POINT) == before
