"""Mail with KT1 events waits at the centre for a point whose desks have no open line, and comes once, in its order, when one opens."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.centre import lines
from kt1desk.domain.facts import LineAllowed, LineClosed
from kt1desk.exchange.mail_frames import RecordKind
from tests.centre.oracle import mailed_events, violations
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT, KEYS, OFFICE, OFFICE_POINT, OFFICE_SECOND
from tests.support.integrating import AnyCentre, DeskChain, records_of

POINTS = (OFFICE_POINT, COMMUNE_POINT)
ONE_DESK_EACH = replace(KEYS, desks=tuple(row for row in KEYS.desks if row.device != OFFICE_SECOND.device))
APPROVED = LineAllowed("12/BĐT", "2026-11-20", OFFICE_POINT)
CLOSED = LineClosed("", OFFICE_POINT)


def _arrivals(chain: DeskChain, first: int, count: int) -> None:
    for number in range(first, first + count):
        chain.seal(*(arrived(item_number(number * 3 + at)) for at in range(3)))


def test_the_register_waits_for_a_point_without_an_open_line_and_what_the_centre_posts_does_not(
    centre: AnyCentre,
) -> None:
    commune = DeskChain()
    _arrivals(commune, 0, 2)
    centre.list_keys(ONE_DESK_EACH, approved=False)
    centre.lay(*commune.frames)
    centre.post(RecordKind.KEYS, b"posted")

    centre.integrator().round()

    assert [record.kind for record in records_of(centre.mail(OFFICE_POINT))] == [RecordKind.KEYS]
    assert violations(centre, commune.writer.events, POINTS) == []


def test_what_waited_comes_once_and_in_its_order_before_what_came_with_the_approval(
    centre: AnyCentre,
) -> None:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    _arrivals(commune, 0, 4)
    centre.list_keys(ONE_DESK_EACH, approved=False)
    centre.lay(*commune.frames[:2])
    first = centre.integrator()
    first.round()
    office.seal(APPROVED)

    centre.lay(*office.frames, commune.frames[2])
    first.round()
    first.release()
    centre.lay(commune.frames[3])
    other = centre.integrator("two")
    other.round()
    other.round()

    assert mailed_events(centre.mail(OFFICE_POINT)) == [event.id for event in commune.writer.events]
    assert violations(centre, [*commune.writer.events, *office.writer.events], POINTS) == []


def test_pieces_of_what_waited_keep_their_order_though_more_comes_meanwhile(centre: AnyCentre) -> None:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    _arrivals(commune, 0, 6)
    centre.list_keys(ONE_DESK_EACH, approved=False)
    centre.lay(*commune.frames[:4])
    integrator = centre.integrator()
    integrator.round()
    office.seal(APPROVED)
    centre.lay(*office.frames)
    pieces, lines.AT_ONCE = lines.AT_ONCE, 5
    try:
        for frame in commune.frames[4:]:
            integrator.round()
            centre.lay(frame)
        for _ in range(4):
            integrator.round()
    finally:
        lines.AT_ONCE = pieces

    assert mailed_events(centre.mail(OFFICE_POINT)) == [event.id for event in commune.writer.events]
    assert violations(centre, [*commune.writer.events, *office.writer.events], POINTS) == []


def test_a_line_that_is_closed_again_stops_the_mail_also_for_an_integrator_that_begins_anew(
    centre: AnyCentre,
) -> None:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    _arrivals(commune, 0, 3)
    office.seal(APPROVED)
    office.seal(CLOSED)
    centre.list_keys(ONE_DESK_EACH, approved=False)
    centre.lay(office.frames[0], commune.frames[0])
    first = centre.integrator()
    first.round()
    centre.lay(office.frames[1], commune.frames[1])
    first.round()
    first.release()
    centre.lay(commune.frames[2])

    centre.integrator("two").round()

    assert mailed_events(centre.mail(OFFICE_POINT)) == [event.id for event in commune.writer.events[:3]]


def test_one_open_line_of_a_point_with_two_desks_is_enough_and_a_desk_that_is_listed_no_more_counts_for_nothing(
    centre: AnyCentre,
) -> None:
    commune, second = DeskChain(), DeskChain.of(OFFICE_SECOND)
    _arrivals(commune, 0, 2)
    second.seal(APPROVED)
    centre.list_keys(KEYS, approved=False)
    centre.lay(*second.frames, commune.frames[0])
    integrator = centre.integrator()
    integrator.round()
    told = mailed_events(centre.mail(OFFICE_POINT))
    centre.list_keys(replace(ONE_DESK_EACH, issue=KEYS.issue + 1), approved=False)
    centre.lay(commune.frames[1])

    integrator.round()

    assert told == [event.id for event in commune.writer.events[:3]]
    assert mailed_events(centre.mail(OFFICE_POINT)) == told
