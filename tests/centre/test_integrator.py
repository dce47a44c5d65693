"""The integrator: each event once and byte for byte, mail dense and to whom it belongs, what cannot be read set aside, one at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.centre.integrator import LAG, LAG_ALARM_MS, PROVINCE_KEY, Round
from kt1desk.centre.ledger_values import DEAD_LETTERS, ChainKey, ChainState, ParkedState
from kt1desk.centre.mailing import DEAD_LETTER
from kt1desk.centre.taking_in import FORK, PARKED
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.facts import KNOWN
from kt1desk.exchange import wire
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from tests.centre.oracle import mailed_events, violations
from tests.support.chains import arrived, dispatch, item_number, send
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    DAY,
    FIRST_DAY,
    KEYS,
    OFFICE,
    OFFICE_POINT,
    OFFICE_SECOND,
    code_of,
    ended,
    own_keys,
    refusal,
    row_of,
)
from tests.support.integrating import NOON, AnyCentre, DeskChain, MemoryCentre, all_events, forged, records_of

POINTS = (OFFICE_POINT, COMMUNE_POINT)
ONE_DESK_EACH = replace(KEYS, desks=tuple(row for row in KEYS.desks if row.device != OFFICE_SECOND.device))


def _chain_of(chain: DeskChain) -> ChainKey:
    return ChainKey(chain.own.device, int(Stream.KT1), 1)


def _arrivals(chain: DeskChain, frames: int, of_each: int = 3) -> None:
    for number in range(frames):
        chain.seal(*(arrived(item_number(number * of_each + at)) for at in range(of_each)))


def test_every_event_is_in_the_ledger_once_and_its_mail_with_the_point_it_names(centre: AnyCentre) -> None:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    _arrivals(commune, 4)
    send(office.writer, dispatch(3, secret=2))
    office.seal()
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(*commune.frames, *office.frames)

    done = centre.integrator().round()

    assert done == Round(frames=5, mail=2)
    assert violations(centre, [*commune.writer.events, *office.writer.events], POINTS) == []
    assert mailed_events(centre.mail(OFFICE_POINT)) == [event.id for event in commune.writer.events]
    assert wire.decode(records_of(centre.mail(COMMUNE_POINT))[0].body) == office.writer.events[0]


def test_a_second_round_and_another_integrator_change_nothing(centre: AnyCentre) -> None:
    chain = DeskChain()
    _arrivals(chain, 3)
    centre.list_keys(KEYS)
    centre.lay(*chain.frames)
    first = centre.integrator()
    first.round()
    before = centre.mail(OFFICE_POINT)

    again = first.round()
    first.release()
    other = centre.integrator("two").round()

    assert again == other == Round()
    assert centre.mail(OFFICE_POINT) == before
    assert violations(centre, chain.writer.events, POINTS) == []


def test_only_one_of_two_integrators_works_and_the_other_goes_on_when_it_is_gone(centre: AnyCentre) -> None:
    chain = DeskChain()
    _arrivals(chain, 2)
    centre.list_keys(KEYS)
    first, second = centre.integrator("one"), centre.integrator("two")
    first.round()
    centre.lay(*chain.frames)

    waiting = second.round()
    first.release()
    working = second.round()

    assert not waiting.works
    assert working.frames == 2


def test_a_frame_that_does_not_follow_stops_its_chain_and_no_other(centre: AnyCentre) -> None:
    chain, other = DeskChain(), DeskChain.of(OFFICE)
    _arrivals(chain, 2)
    _arrivals(other, 1)
    rewritten = DeskChain()
    rewritten.seal(arrived(item_number(77)))
    centre.list_keys(KEYS)
    false_second = DeskChain(mark=chain.frames[0].mark, writer=rewritten.writer).seal_events(
        rewritten.writer.events
    )
    centre.lay(chain.frames[0], false_second, other.frames[0])

    done = centre.integrator().round()

    assert done.works
    assert (FORK, _chain_of(chain).text) in centre.alarms()
    assert centre.reader.marks()[_chain_of(chain)].state is ChainState.FORKED
    assert len(all_events(centre.reader)) == 6


def test_a_frame_that_is_forged_is_parked_and_the_next_ones_pass(centre: AnyCentre) -> None:
    chain = DeskChain()
    _arrivals(chain, 3)
    stranger = own_keys(66)
    chain.frames[1] = forged(chain.frames[1], stranger, lambda unsigned: unsigned)
    centre.list_keys(KEYS)
    centre.lay(*chain.frames)

    centre.integrator().round()

    (parked,) = centre.reader.parked()
    assert (parked.reason, parked.at, parked.state) == ("frame.forged", 2, ParkedState.PARKED)
    assert parked.data == chain.frames[1].data
    assert sorted(key.seq for key in all_events(centre.reader)) == [1, 2, 3, 7, 8, 9]
    assert centre.reader.marks()[_chain_of(chain)].state is ChainState.GAP
    assert (PARKED, f"{_chain_of(chain).text} #2") in centre.alarms()


def test_a_desk_that_is_listed_later_has_its_parked_frames_taken_in_then(centre: AnyCentre) -> None:
    late = own_keys(21, COMMUNE_POINT)
    chain = DeskChain.of(late)
    _arrivals(chain, 3)
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(*chain.frames)
    integrator = centre.integrator()
    integrator.round()
    parked = centre.reader.parked()

    centre.list_keys(replace(KEYS, desks=(*KEYS.desks, row_of(late)), issue=KEYS.issue + 1))
    integrator.round()

    assert [row.reason for row in parked] == ["trust.unknown_device"] * 3
    assert centre.reader.parked() == []
    assert centre.alarms() == {}
    assert centre.reader.marks()[_chain_of(chain)].state is ChainState.WHOLE
    assert violations(centre, chain.writer.events, POINTS) == []


def test_an_unknown_type_stays_in_the_ledger_and_is_routed_after_the_upgrade(
    centre: AnyCentre,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chain = DeskChain()
    _arrivals(chain, 1)
    centre.list_keys(KEYS)
    centre.lay(*chain.frames)
    with monkeypatch.context() as older:
        older.delitem(KNOWN, "item.arrived")
        centre.integrator().round()
    parked = centre.reader.parked()
    before = centre.mail(OFFICE_POINT)
    centre.gone()

    centre.integrator().replay_parked()

    assert [row.state for row in parked] == [ParkedState.NEEDS_UPGRADE] * 3
    assert before == []
    assert centre.reader.parked() == []
    assert mailed_events(centre.mail(OFFICE_POINT)) == [event.id for event in chain.writer.events]
    assert violations(centre, chain.writer.events, POINTS) == []


def test_what_is_addressed_to_nobody_lies_with_the_dead_letters_and_a_person_is_told(
    centre: AnyCentre,
) -> None:
    chain = DeskChain()
    frame = chain.seal(replace(arrived(), from_point="99999"))
    centre.list_keys(KEYS)
    centre.lay(frame)

    centre.integrator().round()

    (event,) = chain.writer.events
    assert mailed_events(centre.core_mail(DEAD_LETTERS)) == [event.id]
    alarm = centre.alarms()[DEAD_LETTER, event.id.text]
    assert (alarm.detail, alarm.owner) == ("99999", "operator")


def test_what_is_posted_comes_to_every_point_once_or_to_the_one_it_is_for(centre: AnyCentre) -> None:
    centre.list_keys(KEYS)
    centre.post(RecordKind.KEYS, b"for all")
    centre.post(RecordKind.GRANT, b"for one", OFFICE_POINT)
    integrator = centre.integrator()

    integrator.round()
    integrator.round()

    for_all, for_one = MailRecord(RecordKind.KEYS, b"for all"), MailRecord(RecordKind.GRANT, b"for one")
    assert records_of(centre.mail(OFFICE_POINT)) == [for_all, for_one]
    assert records_of(centre.mail(COMMUNE_POINT)) == [for_all]


def test_a_second_desk_of_a_point_is_told_what_the_first_one_did_before_it_came(centre: AnyCentre) -> None:
    office = DeskChain.of(OFFICE)
    send(office.writer, dispatch(2))
    office.seal()
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(*office.frames)
    integrator = centre.integrator()
    integrator.round()
    alone = centre.mail(OFFICE_POINT)

    centre.list_keys(replace(KEYS, issue=KEYS.issue + 1))
    integrator.round()
    centre.lay(office.seal(arrived(point=OFFICE_POINT, to=COMMUNE_POINT)))
    integrator.round()
    integrator.round()

    assert alone == []
    assert mailed_events(centre.mail(OFFICE_POINT)) == [event.id for event in office.writer.events]
    assert violations(centre, office.writer.events, POINTS) == []


def test_without_a_key_list_nothing_is_taken_in_and_nothing_is_lost(centre: AnyCentre) -> None:
    chain = DeskChain()
    _arrivals(chain, 1)
    centre.lay(*chain.frames)
    integrator = centre.integrator()

    error = refusal(integrator.round)
    centre.list_keys(KEYS)
    done = integrator.round()

    assert error.code == "centre.no_key_list"
    assert done.frames == 1


def test_a_frame_that_waits_too_long_raises_an_alarm_that_ends_when_it_is_done(centre: AnyCentre) -> None:
    chain = DeskChain()
    _arrivals(chain, 2)
    centre.list_keys(KEYS)
    integrator = centre.integrator(frames=1)
    integrator.round()
    centre.lay(chain.frames[0])
    if hasattr(centre, "model"):
        integrator._works.gate.chains()
    centre.clock.pass_ms(LAG_ALARM_MS)

    late = integrator.round()
    alarms = dict(centre.alarms())
    integrator.round()

    assert late.lag_ms == LAG_ALARM_MS
    assert (LAG, "") in alarms
    assert (LAG, "") not in centre.alarms()


def test_a_key_that_ended_before_the_day_of_sealing_proves_nothing(centre: AnyCentre) -> None:
    chain = DeskChain()
    chain.writer.append(arrived())
    frame = chain.seal_events(chain.writer.events, Moment(NOON.utc_ms))
    centre.list_keys(ended(KEYS, COMMUNE.device, FIRST_DAY))
    centre.lay(frame)

    centre.integrator().round()

    assert [row.reason for row in centre.reader.parked()] == ["trust.expired"]
    assert all_events(centre.reader) == {}
    assert DAY > FIRST_DAY


def test_a_key_list_is_not_believed_by_the_key_that_it_brings_itself() -> None:
    centre = MemoryCentre()
    centre.list_keys(KEYS)
    del centre.core.rows.settings[PROVINCE_KEY]

    refused = code_of(centre.integrator().round)

    assert refused == "centre.no_province"
