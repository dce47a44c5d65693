"""A poison event in the middle: three tries, then it alone is parked and a person is told; its followers and other chains pass."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kt1desk.centre import routing
from kt1desk.centre.ledger_values import ParkedState, ParkedWhat
from kt1desk.centre.taking_in import PARKED
from kt1desk.centre.turns import DEATHS, TRIES
from kt1desk.domain.canonical import Json
from tests.centre.oracle import mailed_events, violations
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT, KEYS, OFFICE, OFFICE_POINT
from tests.support.integrating import AnyCentre, DeskChain, Killed

POINTS = (OFFICE_POINT, COMMUNE_POINT)
POISON = item_number(4)


def _desks(centre: AnyCentre) -> tuple[DeskChain, DeskChain]:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    for number in range(3):
        commune.seal(*(arrived(item_number(number * 3 + at)) for at in range(3)))
        office.seal(arrived(item_number(90 + number), point=OFFICE_POINT, to=COMMUNE_POINT))
    centre.list_keys(KEYS)
    centre.lay(*commune.frames, *office.frames)
    return commune, office


def _poisoned(monkeypatch: pytest.MonkeyPatch, raised: type[BaseException]) -> None:
    """Reading the body of one event ends in ``raised``."""
    read = routing.read_body

    def read_poisoned(data: bytes) -> Mapping[str, Json]:
        if POISON.encode() in data:
            raise raised
        return read(data)

    monkeypatch.setattr(routing, "read_body", read_poisoned)


def test_an_event_that_crashes_the_program_is_parked_after_three_tries_and_its_followers_pass(
    centre: AnyCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, office = _desks(centre)
    _poisoned(monkeypatch, ZeroDivisionError)
    integrator = centre.integrator()
    tries = []

    for _ in range(TRIES + 1):
        integrator.round()
        tries.append(len(centre.reader.marks()))

    poison = commune.writer.events[4]
    (parked,) = centre.reader.parked()
    assert (parked.what, parked.at, parked.state) == (ParkedWhat.EVENT, poison.id.seq, ParkedState.PARKED)
    assert parked.reason == "crash.ZeroDivisionError"
    assert centre.alarms()[PARKED, poison.id.text].detail == "crash.ZeroDivisionError"
    assert violations(centre, [*commune.writer.events, *office.writer.events], POINTS) == []
    others = [event.id for event in commune.writer.events if event is not poison]
    assert set(others) <= set(mailed_events(centre.mail(OFFICE_POINT)))
    assert poison.id not in mailed_events(centre.mail(OFFICE_POINT))


def test_what_was_parked_goes_out_once_the_program_can_read_it(
    centre: AnyCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, office = _desks(centre)
    with monkeypatch.context() as poisoned:
        _poisoned(poisoned, ZeroDivisionError)
        integrator = centre.integrator()
        for _ in range(TRIES + 1):
            integrator.round()

    replayed = integrator.replay_parked()

    assert replayed == 1
    assert centre.reader.parked() == []
    assert centre.alarms() == {}
    assert commune.writer.events[4].id in mailed_events(centre.mail(OFFICE_POINT))
    assert violations(centre, [*commune.writer.events, *office.writer.events], POINTS) == []


def test_a_frame_that_ends_the_process_again_and_again_is_parked_unread_and_the_others_pass(
    centre: AnyCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, office = _desks(centre)
    _poisoned(monkeypatch, Killed)
    deaths = 0

    for _ in range(DEATHS + 2):
        try:
            centre.integrator().round()
        except Killed:
            deaths += 1
        centre.gone()

    (parked,) = centre.reader.parked()
    assert (parked.what, parked.at, parked.reason) == (ParkedWhat.FRAME, 2, "crash.process")
    assert deaths == DEATHS
    here = {event.id for event in office.writer.events}
    assert here <= set(mailed_events(centre.mail(COMMUNE_POINT)))


def test_a_frame_parked_unread_is_put_into_its_hole_once_it_can_be_read(
    centre: AnyCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, office = _desks(centre)
    with monkeypatch.context() as poisoned:
        _poisoned(poisoned, Killed)
        for _ in range(DEATHS + 2):
            try:
                centre.integrator().round()
            except Killed:
                centre.gone()
        centre.gone()

    centre.integrator().replay_parked()

    assert centre.reader.parked() == []
    assert violations(centre, [*commune.writer.events, *office.writer.events], POINTS) == []
