"""The board of the day: what is accepted, waiting, on a way, to be delivered, late; and to whom it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.case import Outcome
from kt1desk.domain.dossier import Form
from kt1desk.domain.due import Level
from kt1desk.domain.facts import ItemArrived
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.services.case_tasks import TaskKind
from kt1desk.services.day_board import DayBoard, DayView
from kt1desk.services.day_items import ItemsToday
from kt1desk.services.day_rows import Coming, DueCounts
from kt1desk.services.ports import Appending
from kt1desk.services.records import ItemRecord, Records
from kt1desk.services.sessions import Session
from tests.support.case_desks import CaseDesk, one_stop
from tests.support.clocks import NOON_MS
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.desks import Counter, later, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.points import CENTRE, DISTRICT
from tests.support.reversals import WITHDRAWN

_HOUR_MS, _DAY_MS = 3_600_000, 86_400_000
_NOTHING = ItemsToday(0, 0, Coming(), 0, 0, 0, 0)


def look(desk: Counter, session: Session | None = None, shown: int = 60) -> DayView:
    return DayBoard(desk.store, desk.reference, desk.clock).look(session or desk.session(), shown)


def items_of(desk: Counter) -> ItemsToday:
    """The figures of KT1, without their deadlines."""
    found = look(desk).items
    assert found is not None
    return replace(found, due=DueCounts())


def due_of(desk: Counter) -> DueCounts:
    found = look(desk).items
    assert found is not None
    return found.due


def serving(desk: Counter, *services: str) -> Session:
    """A session at a desk that serves these alone."""
    session = desk.session()
    return replace(session, desk=replace(session.desk, services=frozenset(services)))


@pytest.fixture
def delivers(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


@pytest.fixture
def at_authority(tmp_path: Path) -> Iterator[CaseDesk]:
    with one_stop(tmp_path) as made:
        yield made


def test_whoever_is_not_cleared_sees_no_figure_and_no_line_of_kt1(desk: Counter) -> None:
    desk.accept(replace(ordinary(), urgency=Urgency.EXPRESS))
    desk.accept_dossier()
    desk.clock.pass_ms(_HOUR_MS)  # no printer took their papers: each asks what became of it

    hidden, whole = look(desk, desk.session("uncleared")), look(desk)

    assert hidden.items is None
    assert hidden.shift is not None
    assert hidden.shift.items == 0
    assert all(each.row is None and each.item is None for each in hidden.todo)
    assert sum(each.items for each in hidden.hours) == 0
    assert sum(each.dossiers for each in hidden.hours) == 1
    assert hidden.cases == whole.cases
    assert 0 < hidden.questions == whole.questions - 2, "label and receipt of the item"
    assert hidden.numbers != whole.numbers, "numbers of KT1 are none of his either"
    assert items_of(desk) == replace(_NOTHING, waiting=1)
    assert [(each.items, each.dossiers) for each in whole.hours] == [(1, 1)]


def test_a_desk_counts_nothing_of_a_service_that_it_does_not_serve(desk: Counter) -> None:
    desk.accept()
    desk.accept_dossier()

    items = look(desk, serving(desk, "kt1"))
    cases = look(desk, serving(desk, "tthc"))

    assert (items.items is not None, items.cases) == (True, None)
    assert {each.dossiers for each in items.hours} == {0}
    assert (cases.items, cases.cases is not None) == (None, True)
    assert {each.items for each in cases.hours} == {0}


def test_parties_under_a_letter_are_withheld_from_whoever_may_not_see_them(desk: Counter) -> None:
    marked = desk.accept_secret().item

    (shown,) = [each for each in look(desk).todo if each.ref == marked]

    assert shown.item is not None
    assert shown.item.receiver is not None


def test_each_item_stands_in_one_figure_wherever_it_goes(delivers: DeliveryDesk) -> None:
    desk = delivers.at
    desk.place("K1")
    stored, packed, sent, out, tried, lies = (delivers.item() for _ in range(6))

    desk.holding.store(desk.session(), stored, "K1")
    desk.pack(packed, to=CENTRE)
    bag = desk.pack(sent, to=CENTRE, seal="NP0000002").receptacle
    desk.send(bag, to=CENTRE)
    delivers.start(out, tried)
    delivers.attempt(tried)

    board = look(desk)
    assert board.items is not None
    found = board.items
    assert (found.waiting, found.under_way, found.held, found.out) == (3, 1, 1, 1)
    assert {each.ref for each in board.todo if each.row} == {stored, packed, out, tried, lies}


def test_what_came_from_elsewhere_is_to_be_delivered_and_not_to_leave(delivers: DeliveryDesk) -> None:
    stray = number_at("ME", 50_000_001).text
    with delivers.at.store.work() as work:
        shift = work.open_shift()
        assert shift is not None
        work.append(ItemArrived(stray, "intact", DISTRICT, shift.shift, scan=True), Appending("clerk"))
        work.commit()

    desk = delivers.at
    found = Records(desk.store, desk.reference, desk.clock).find(desk.session(), stray)

    assert items_of(desk) == replace(_NOTHING, held=1)
    assert [each.ref for each in look(desk).todo] == [stray]
    assert isinstance(found, ItemRecord), "its line leads to it"


def test_an_item_is_late_from_its_deadline_until_its_first_attempt(desk: Counter) -> None:
    item = desk.accept(replace(ordinary(), urgency=Urgency.EXPRESS)).item
    with desk.store.read() as reader:
        row = reader.item(item)
    assert row is not None

    desk.clock.pass_ms(row.deadline_ms - desk.clock.now().utc_ms)
    in_time = items_of(desk).late
    desk.clock.pass_ms(1)
    after, first = items_of(desk).late, look(desk).todo[0]

    assert (in_time, after) == (0, 1)
    assert (first.ref, first.level) == (item, Level.LATE)


def test_items_stand_by_their_deadline_in_parts_that_move_with_the_clock(desk: Counter) -> None:
    for hours in (1, 20, 44, 24 * 5, 24 * 12):
        desk.accept(replace(ordinary(), urgency=Urgency.TIMED, agreed_ms=later(NOON_MS, hours)))

    now = due_of(desk)
    desk.clock.pass_ms(2 * _HOUR_MS)
    soon = due_of(desk)
    desk.clock.pass_ms(_DAY_MS)
    next_day = due_of(desk)

    assert now == DueCounts(today=1, tomorrow=1, week=2, later=1), "a Monday at noon"
    assert soon == DueCounts(overdue=1, tomorrow=1, week=2, later=1)
    assert next_day == DueCounts(overdue=2, tomorrow=1, week=1, later=1)


def test_one_that_was_tried_is_late_no_more_but_still_to_be_done(delivers: DeliveryDesk) -> None:
    item = delivers.item(urgency=Urgency.EXPRESS)
    delivers.at.approve(item)
    delivers.start(item)
    delivers.attempt(item)
    delivers.at.clock.pass_ms(30 * _DAY_MS)

    board = look(delivers.at)

    (todo,) = [each for each in board.todo if each.row]
    assert items_of(delivers.at) == replace(_NOTHING, held=1)
    assert due_of(delivers.at) == DueCounts(undated=1), "its clock stands"
    assert (todo.ref, todo.due_ms, todo.level) == (item, 0, Level.OK)


def test_what_must_be_done_next_stands_first_items_and_cases_in_one_list(at_authority: CaseDesk) -> None:
    desk = at_authority.desk
    usual = desk.accept().item
    soon = desk.accept(replace(ordinary(), urgency=Urgency.TIMED, agreed_ms=later(NOON_MS, 1))).item
    told = at_authority.handed().dossier
    at_authority.decide(told, Outcome.SUPPLEMENT, "2026-12-04")

    board = look(desk)
    tell = [each for each in board.todo if each.task and each.task.kind is TaskKind.TELL]

    assert board.todo[0].ref == soon
    assert usual in {each.ref for each in board.todo}
    assert [each.task.dossier for each in tell if each.task] == [told]
    assert [each.due_ms or 2**63 for each in board.todo] == sorted(
        each.due_ms or 2**63 for each in board.todo
    )
    assert board.items is not None
    assert board.items.appointed == 1


def test_of_what_has_the_same_time_items_under_a_letter_stand_first(desk: Counter) -> None:
    desk.accept()
    marked = desk.accept(replace(ordinary(), secrecy=Secrecy.C)).item

    first = look(desk).todo[0]

    assert first.ref == marked


def test_of_many_only_the_first_are_shown_and_the_others_counted(desk: Counter) -> None:
    desk.accept()
    express = desk.accept(replace(ordinary(), urgency=Urgency.EXPRESS)).item

    board = look(desk, shown=1)

    assert ([each.ref for each in board.todo], board.more) == ([express], 1)
    assert board.todo[0].item is not None


def test_what_one_shift_left_is_the_next_one_s_work(desk: Counter) -> None:
    item = desk.accept().item
    desk.shifts.close(desk.session(), 500_000)

    board = look(desk)

    assert board.shift is None
    assert [each.ref for each in board.todo] == [item]
    assert items_of(desk) == replace(_NOTHING, waiting=1)
    assert [(each.items, each.dossiers) for each in board.hours] == [(1, 0)], "of the day, not of the shift"


def test_what_was_taken_back_does_not_count_as_accepted(desk: Counter) -> None:
    desk.accept()
    gone = desk.accept().item
    desk.accept_dossier()
    gone_too = desk.accept_dossier().dossier
    before = look(desk).hours

    desk.reversals.withdraw_item(desk.session(), gone, WITHDRAWN)
    desk.reversals.withdraw_dossier(desk.session(), gone_too, WITHDRAWN)

    assert [(each.items, each.dossiers) for each in before] == [(2, 2)]
    assert [(each.items, each.dossiers) for each in look(desk).hours] == [(1, 1)]
    assert items_of(desk) == replace(_NOTHING, waiting=1)


def test_what_was_accepted_stands_at_its_hour_of_the_wall_clock(desk: Counter) -> None:
    desk.accept()
    desk.clock.pass_ms(2 * _HOUR_MS)
    desk.accept_dossier()

    first, second = look(desk).hours

    assert second.hour - first.hour == 2
    assert first.hour % 24 == (NOON_MS // _HOUR_MS + 7) % 24
    assert ((first.items, first.dossiers), (second.items, second.dossiers)) == ((1, 0), (0, 1))


def test_a_case_is_counted_where_it_is_and_by_the_day_of_its_result(at_authority: CaseDesk) -> None:
    lies = at_authority.desk.accept_dossier()
    sent = at_authority.desk.accept_dossier(replace(ordinary_dossier(), form=Form.SEND))
    at_authority.hand(sent.legs[0].item)
    handed = at_authority.handed().dossier
    refused = at_authority.handed().dossier
    asked = at_authority.handed().dossier
    at_authority.register(handed)
    at_authority.decide(asked, Outcome.SUPPLEMENT, "2026-12-04")

    cases = look(at_authority.desk).cases
    assert cases is not None
    assert lies.dossier
    assert (cases.to_hand, cases.at_authority, cases.to_fetch, cases.untold) == (1, 4, 0, 1)
    assert cases.due == DueCounts(later=3)

    at_authority.decide(refused, Outcome.REFUSED, paper_day="2026-11-23")
    at_authority.desk.clock.pass_ms(8 * _DAY_MS)
    cases = look(at_authority.desk).cases
    assert cases is not None
    assert (cases.at_authority, cases.to_fetch, cases.untold) == (2, 2, 2)
    assert cases.due == DueCounts(overdue=2, to_fetch=1)
