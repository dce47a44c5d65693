"""The end of a shift: what is asked, once each, and what is written when it is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import CoversCounted, HeldCounted, ShiftSettled
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.kt1 import Payment
from kt1desk.domain.print_job import JobTrigger
from kt1desk.domain.settling import Question
from kt1desk.services.confirming import Confirmed
from kt1desk.services.drawer_book import DrawerBook, Served
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.settling import (
    CHIEF,
    FLOAT,
    Around,
    events,
    expected_dong,
    first_answers,
    newest,
    notes,
    settled_of,
    settling,
    written,
)

DAY_MS = 24 * 3_600_000


def test_a_shift_in_order_is_closed_without_a_question_and_both_sign(desk: Counter) -> None:
    item = desk.accept().item
    counted = Counted(FLOAT, frozenset({item}))
    assert settling(desk).questions(desk.session(), counted) == ()

    made = settling(desk).close(desk.session(), SettleDraft(counted, taker=CHIEF))

    with desk.store.read() as reader:
        last, row = reader.last_shift(), reader.settled(made.closing.shift)
    ends = newest(desk)[:2]
    assert last is not None
    assert row is not None
    assert (last.counted_dong, last.closed_ms > 0) == (500_000, True)
    assert [event.envelope.type for event in ends] == ["shift.closed", "shift.settled"]
    assert [(event.envelope.actor, event.envelope.second) for event in ends] == [("clerk", "chief")] * 2
    assert ends[0].envelope.parents == (ends[1].id,)
    assert (row.handed_to, row.manner, row.reason) == ("chief", "spot", "")
    assert (made.asked, made.taker, made.manner) == ((), "chief", "spot")
    (held,) = written(desk, Stream.KT1, HeldCounted.TYPE)
    assert HeldCounted.of(held.body()) == HeldCounted(last.shift, "240000", 1, (item,), ())
    with pytest.raises(DeskError, match=r"shift\.not_open"):
        settling(desk).close(desk.session(), SettleDraft(counted, taker=CHIEF))


def test_what_must_be_seen_and_counted_is_shown_without_what_the_books_expect(desk: Counter) -> None:
    item = desk.accept(replace(ordinary(), payment=Payment.CASH)).item

    view = settling(desk).view(desk.session())

    assert [(thing.number, thing.mine) for thing in view.things] == [(item, True)]
    assert view.denominations[0] == 500_000
    assert view.denominations == tuple(sorted(view.denominations, reverse=True))
    assert [(each.prefix, each.used, each.unknown) for each in view.serials] == [("MX", 1, ())]
    assert view.kinds == ("kt1",)
    assert "rounding" in {word.code for word in view.reasons}


@pytest.mark.parametrize("seen", [True, False])
def test_a_missing_item_is_asked_about_once_and_recorded_by_its_place_alone(
    desk: Counter, seen: bool
) -> None:
    items = [desk.accept().item for _ in range(3)]
    counted = Counted(FLOAT, frozenset(items if seen else items[1:]))

    asked = settling(desk).questions(desk.session(), counted)
    settling(desk).close(desk.session(), SettleDraft(counted, first_answers(asked), taker=CHIEF))

    gone = () if seen else (items[0],)
    assert [(each.question, each.about) for each in asked] == [(Question.ITEM_MISSING, one) for one in gone]
    assert settled_of(desk).asked == (() if seen else (("item_missing/1", "found"),))
    (held,) = written(desk, Stream.KT1, HeldCounted.TYPE)
    assert HeldCounted.of(held.body()).missing == gone
    told = [event.body_bytes.decode() for event in newest(desk)]
    assert not any(item in body for item in items for body in told)


def test_many_things_that_nobody_scanned_are_asked_about_in_one_question(desk: Counter) -> None:
    for _ in range(11):
        desk.accept()

    (asked,) = settling(desk).questions(desk.session(), Counted(FLOAT))
    settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT), {asked.key: "on_round"}, taker=CHIEF))

    assert (asked.about, asked.at, asked.count) == ("", 1, 11)
    assert settled_of(desk).asked == (("item_missing/1-11", "on_round"),)


def test_a_cover_is_seen_with_its_number_and_asked_about_where_it_is_not(desk: Counter) -> None:
    (leg,) = (leg for leg in desk.accept_dossier(ordinary_dossier()).legs[:1])
    cash_dong = expected_dong(desk) - 500_000

    asked = settling(desk).questions(desk.session(), Counted(notes(500_000 + cash_dong)))
    seen = settling(desk).questions(
        desk.session(), Counted(notes(500_000 + cash_dong), frozenset({leg.item}))
    )

    assert [(each.question, each.about) for each in asked] == [(Question.COVER_MISSING, leg.item)]
    assert seen == ()


def in_doubt(desk: Counter, job: int) -> None:
    """The label went to the printer and nobody knows whether it came out."""
    with desk.store.work() as work:
        work.change_paper(job, JobTrigger.START)
        work.change_paper(job, JobTrigger.DOUBT, "print.interrupted")
        work.commit()


def test_a_paper_in_doubt_is_asked_about_once_and_recorded(desk: Counter) -> None:
    accepted = desk.accept()
    in_doubt(desk, accepted.label_job)
    counted = Counted(FLOAT, frozenset({accepted.item}))

    asked = settling(desk).questions(desk.session(), counted)
    answers = {asked[0].key: "not_out"}
    settling(desk).close(desk.session(), SettleDraft(counted, answers, taker=CHIEF))

    assert [(each.question, each.about) for each in asked] == [(Question.PAPER, str(accepted.label_job))]
    assert settled_of(desk).asked == (("paper/1", "not_out"),)


def test_an_unsent_journal_and_forms_laid_aside_are_asked_about_once_and_recorded(desk: Counter) -> None:
    around = Around(waiting=57, drafts=2)
    counted = Counted(FLOAT)

    asked = settling(desk, around).questions(desk.session(), counted)
    answers = {each.key: {"aside": "next_shift", "unsent": "by_file"}[each.question] for each in asked}
    settling(desk, around).close(desk.session(), SettleDraft(counted, answers, taker=CHIEF))

    assert [(each.question, each.count) for each in asked] == [(Question.ASIDE, 2), (Question.UNSENT, 57)]
    assert settled_of(desk).asked == (("aside/1-2", "next_shift"), ("unsent/1-57", "by_file"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "settle.unanswered"),
        ({"answers": {"unsent/1": "found"}}, "settle.answer_unknown"),
        ({"answers": {"unsent/1": "by_file"}, "taker": None}, "settle.taker_missing"),
        ({"answers": {"unsent/1": "by_file"}, "taker": None, "alone": True}, "settle.alone_not_here"),
        ({"answers": {"unsent/1": "by_file"}, "taker": Confirmed(Manner.SPOT, "clerk")}, "approval.same_person"),
        ({"answers": {"unsent/1": "by_file"}, "taker": Confirmed(Manner.SPOT, "inspector")}, "user.not_allowed"),
        ({"counted": Counted(((500_000, 1), (3_000, 1)))}, "shift.denomination_unknown"),
        ({"counted": Counted(((500_000, -1),))}, "shift.count_negative"),
    ],
)  # fmt: skip
def test_a_refusal_changes_nothing(desk: Counter, change: dict[str, object], code: str) -> None:
    before = events(desk)
    draft = replace(SettleDraft(Counted(FLOAT), taker=CHIEF), **change)  # type: ignore[arg-type]

    with pytest.raises(DeskError) as refused:
        settling(desk, Around(waiting=1)).close(desk.session(), draft)

    assert refused.value.code == code
    assert desk.shifts.current() is not None
    # A refused right is itself written down; nothing of the shift is.
    assert written(desk, Stream.COUNTER, ShiftSettled.TYPE) == []
    assert events(desk) <= before + 1


def test_a_point_with_one_person_closes_alone_and_says_so(desk: Counter) -> None:
    one = [replace(row, one_person=True) for row in desk.reference.points if row.code == "240000"]
    others = [row for row in desk.reference.points if row.code != "240000"]
    alone = replace(desk, reference=replace(desk.reference, points=(*others, *one)))
    assert settling(alone).view(alone.session()).one_person

    made = settling(alone).close(alone.session(), SettleDraft(Counted(FLOAT), alone=True))

    fact = settled_of(alone)
    assert (fact.manner, fact.handed_to, made.taker) == ("alone", "", "")
    assert made.event.envelope.second == ""


def test_who_is_not_cleared_counts_his_drawer_and_hears_of_no_item(desk: Counter) -> None:
    item = desk.accept().item
    doubtful = desk.accept().label_job
    in_doubt(desk, doubtful)

    view = settling(desk).view(desk.session("uncleared"))
    asked = settling(desk).questions(desk.session("uncleared"), Counted(FLOAT))
    settling(desk).close(desk.session("uncleared"), SettleDraft(Counted(FLOAT), taker=CHIEF))

    assert (view.things, view.serials, view.shift.items, asked) == ((), (), 0, ())
    assert item not in repr(view)
    assert written(desk, Stream.KT1, HeldCounted.TYPE) == []
    assert written(desk, Stream.COUNTER, CoversCounted.TYPE) == []


def test_a_shift_over_midnight_keeps_its_date_and_its_drawer(desk: Counter) -> None:
    book = DrawerBook(desk.store, desk.reference, desk.clock)
    book.serve(desk.session(), Served("pension", 1, paid_dong=100_000))
    desk.clock.pass_ms(DAY_MS)
    book.serve(desk.session(), Served("postmart", 1, received_dong=20_000))

    made = settling(desk).close(desk.session(), SettleDraft(Counted(notes(420_000)), taker=CHIEF))

    with desk.store.read() as reader:
        last = reader.last_shift()
    assert last is not None
    assert (made.closing.shift, last.business_date) == ("2026-11-23/1", date(2026, 11, 23).isoformat())
    assert settled_of(desk).kinds == (("served", -80_000),)


def test_a_serial_that_was_passed_over_is_asked_about(desk: Counter) -> None:
    number = desk.accept().item
    label = f"{number[:2]}{int(number[2:10]) + 2:08d}"
    with desk.store.read() as reader:
        block = next(block for block in reader.blocks() if block.prefix == number[:2])
    scanned = number_at(block.prefix, int(label[2:])).text
    second = desk.accept(replace(ordinary(), number=scanned)).item

    (asked,) = settling(desk).questions(desk.session(), Counted(FLOAT, frozenset({number, second})))
    counted = Counted(FLOAT, frozenset({number, second}))
    settling(desk).close(desk.session(), SettleDraft(counted, {asked.key: "labels_kept"}, taker=CHIEF))

    assert (asked.question, asked.about, asked.count) == (Question.NUMBERS, "MX", 1)
    assert dict(settled_of(desk).numbers) | {"MX/left": 0} == {
        "MX/used": 2,
        "MX/voided": 0,
        "MX/left": 0,
        "MX/unknown": 1,
        "seals": 0,
    }
