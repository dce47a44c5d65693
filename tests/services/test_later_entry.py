"""Later entry (nhập bù): what was on paper is entered with the time at which it really happened, and both times stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import EnteredLater, ItemAccepted, Kt1EnteredLater, read_item_accepted
from kt1desk.domain.kt1 import Payment, Place, Urgency
from kt1desk.domain.later import Bounds, Later, check_later
from kt1desk.services.draft_json import read, written
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.records import DossierRecord, EnteredAt, ItemRecord, Records
from kt1desk.services.refilling import draft_of_dossier, draft_of_item
from kt1desk.services.wording import sentence
from tests.support.clocks import NOON_MS
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import ordinary_dossier

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
BEGAN_MS = NOON_MS
"""When the desk was set up."""


@pytest.fixture
def desk(desk: Counter) -> Counter:
    """The power was off for three hours; now it is back."""
    desk.clock.pass_ms(3 * HOUR_MS)
    return desk


def on_paper(at_ms: int = BEGAN_MS + HOUR_MS, **said: str) -> Later:
    return Later(at_ms, **({"reason": "no_power", "sheet": "pt-0012"} | said))


def newest(desk: Counter, stream: Stream, kind: str) -> Event:
    with desk.store.read() as reader:
        return next(reader.newest(stream, frozenset({kind})))


def refusal(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def test_an_item_entered_later_keeps_both_times_and_says_why_in_the_same_commit(desk: Counter) -> None:
    accepted = desk.accept(replace(ordinary(), later=on_paper()))

    envelope = accepted.event.envelope
    said = newest(desk, Stream.KT1, Kt1EnteredLater.TYPE)
    assert envelope.happened.utc_ms == BEGAN_MS + HOUR_MS
    assert envelope.entered is not None
    assert envelope.entered.utc_ms == BEGAN_MS + 3 * HOUR_MS
    assert said.envelope.parents == (accepted.event.id,)
    assert said.envelope.happened.utc_ms == BEGAN_MS + 3 * HOUR_MS
    fact = Kt1EnteredLater.of(said.body())
    assert (fact.number, fact.reason, fact.sheet) == (accepted.item, "no_power", "PT-0012")


def test_the_deadline_runs_from_the_real_time_and_the_cash_lies_in_the_drawer_now(desk: Counter) -> None:
    at_once = read_item_accepted(desk.accept().event)

    accepted = desk.accept(replace(ordinary(), later=on_paper(), payment=Payment.CASH))

    fact = read_item_accepted(accepted.event)
    (cash,) = accepted.event.envelope.parents
    with desk.store.read() as reader:
        paid, shift = reader.event(cash), reader.open_shift()
    assert at_once.deadline_ms - fact.deadline_ms == 2 * HOUR_MS
    assert paid is not None
    assert paid.envelope.entered is None
    assert shift is not None
    assert fact.shift == shift.shift


def test_an_agreed_time_that_is_over_by_now_was_to_come_then(desk: Counter) -> None:
    draft = replace(ordinary(), urgency=Urgency.TIMED, agreed_ms=BEGAN_MS + 2 * HOUR_MS)

    at_once = refusal(lambda: desk.accept(draft))
    accepted = desk.accept(replace(draft, later=on_paper()))

    assert at_once.code == "item.agreed_time_past"
    assert read_item_accepted(accepted.event).agreed_ms == BEGAN_MS + 2 * HOUR_MS


def test_both_times_stand_on_receipt_and_label(desk: Counter) -> None:
    accepted = desk.accept(replace(ordinary(), later=on_paper()))

    for paper in desk.papers_of(accepted.item):
        assert paper.values["accepted_at"] == "13:00 23/11/2026"
        assert paper.values["entered_at"] == "15:00 23/11/2026"


@pytest.mark.parametrize(
    ("later", "code", "field"),
    [
        (on_paper(BEGAN_MS + 3 * HOUR_MS), "later.not_past", "later_time"),
        (on_paper(BEGAN_MS + 3 * HOUR_MS - MINUTE_MS + 1), "later.not_past", "later_time"),
        (on_paper(BEGAN_MS - HOUR_MS), "later.before_desk", "later_time"),
        (on_paper(reason=""), "later.reason_missing", "later_reason"),
        (on_paper(0), "later.time_missing", "later_time"),
        (on_paper(reason="tired"), "code.unknown", "later_reason"),
        (on_paper(sheet="tờ số 3"), "later.sheet", "later_sheet"),
    ],
    ids=["now", "within the minute", "before the desk", "no reason", "no time", "not of the list", "words"],
)
def test_what_may_not_be_is_said_while_typing_and_refused(
    desk: Counter, later: Later, code: str, field: str
) -> None:
    draft = replace(ordinary(), later=later)

    shown = desk.acceptance.quote(desk.session(), draft).problems
    found = refusal(lambda: desk.accept(draft))

    assert (found.code, found.field) == (code, field)
    assert code in [each.code for each in shown]
    with desk.store.read() as reader:
        assert not list(reader.newest(Stream.KT1, frozenset({ItemAccepted.TYPE})))


def test_a_time_before_the_desk_is_refused_with_the_first_minute_that_is_taken() -> None:
    bounds = Bounds(BEGAN_MS + HOUR_MS, 7 * 60, 3, desk_ms=BEGAN_MS + 30_000)

    found = refusal(lambda: check_later(on_paper(BEGAN_MS), bounds))
    check_later(on_paper(BEGAN_MS + MINUTE_MS), bounds)

    assert (found.code, found.details) == ("later.before_desk", {"since": "12:01 23/11/2026"})
    assert "từ 12:01 23/11/2026" in sentence(found)


def test_what_is_days_ago_is_not_entered_any_more(desk: Counter) -> None:
    desk.clock.pass_ms(4 * 24 * HOUR_MS)

    found = refusal(lambda: desk.accept(replace(ordinary(), later=on_paper())))

    assert (found.code, found.details["days"]) == ("later.too_old", 3)


def test_a_draft_entered_later_survives_being_laid_aside() -> None:
    draft = replace(ordinary(), later=on_paper())

    assert read(AcceptanceDraft, written(draft)) == draft


def test_a_dossier_entered_later_keeps_both_times_in_the_stream_of_the_counter(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), later=on_paper()))

    said = newest(desk, Stream.COUNTER, EnteredLater.TYPE)
    fact = EnteredLater.of(said.body())
    assert taken.event.envelope.happened.utc_ms == BEGAN_MS + HOUR_MS
    assert taken.event.envelope.entered is not None
    assert said.envelope.parents == (taken.event.id,)
    assert (fact.number, fact.reason, fact.sheet) == (taken.dossier, "no_power", "PT-0012")


def test_a_dossier_received_at_an_address_says_itself_that_it_came_later(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), place=Place.ADDRESS, received_ms=BEGAN_MS + HOUR_MS)

    taken = desk.accept_dossier(draft)

    said = newest(desk, Stream.COUNTER, EnteredLater.TYPE)
    assert said.envelope.parents == (taken.event.id,)
    assert EnteredLater.of(said.body()).reason == "on_road"


def test_what_is_accepted_at_once_says_nothing_of_it(desk: Counter) -> None:
    desk.accept()
    desk.accept_dossier(replace(ordinary_dossier(), place=Place.ADDRESS))

    with desk.store.read() as reader:
        assert not list(reader.newest(Stream.KT1, frozenset({Kt1EnteredLater.TYPE})))
        assert not list(reader.newest(Stream.COUNTER, frozenset({EnteredLater.TYPE})))


def test_the_record_says_both_times_the_reason_in_words_and_the_sheet(desk: Counter) -> None:
    item = desk.accept(replace(ordinary(), later=on_paper())).item
    dossier = desk.accept_dossier(replace(ordinary_dossier(), later=on_paper(sheet=""))).dossier
    at_once = desk.accept().item
    records = Records(desk.store, desk.reference, desk.clock)

    def said(number: str) -> EnteredAt | None:
        found = records.find(desk.session(), number)
        assert isinstance(found, ItemRecord | DossierRecord)
        return found.told.later

    assert said(item) == EnteredAt(BEGAN_MS + 3 * HOUR_MS, "Mất điện", "PT-0012")
    assert said(dossier) == EnteredAt(BEGAN_MS + 3 * HOUR_MS, "Mất điện", "")
    assert said(at_once) is None


@pytest.mark.parametrize("of_case", [False, True])
def test_what_was_entered_later_is_corrected_however_long_ago_it_was(desk: Counter, of_case: bool) -> None:
    said = on_paper()
    if of_case:
        number = desk.accept_dossier(replace(ordinary_dossier(), later=said)).dossier
    else:
        number = desk.accept(replace(ordinary(), later=said)).item
    desk.clock.pass_ms(4 * 24 * HOUR_MS)

    if of_case:
        case = draft_of_dossier(desk.store, desk.session(), number, desk.clock)
        assert "later.too_old" not in {
            each.code for each in desk.dossiers.quote(desk.session(), case).problems
        }
        desk.dossiers.accept(desk.session(), case)
        new = replace(case, later=replace(said, at_ms=said.at_ms + HOUR_MS), replaces="")
        assert refusal(lambda: desk.dossiers.accept(desk.session(), new)).code == "later.too_old"
        return
    item = replace(draft_of_item(desk.store, desk.session(), number, desk.clock), replaces=number)
    assert desk.acceptance.quote(desk.session(), item).problems == ()
    other = replace(item, later=replace(said, at_ms=said.at_ms + HOUR_MS))
    for draft, replaces in ((item, ""), (other, number)):
        refused = refusal(partial(desk.acceptance.accept, desk.session(), draft, replaces))
        assert refused.code == "later.too_old"
    desk.acceptance.accept(desk.session(), item, replaces=number)


def test_a_case_received_at_an_address_is_corrected_however_long_ago_it_was(desk: Counter) -> None:
    at_address = replace(ordinary_dossier(), place=Place.ADDRESS, received_ms=BEGAN_MS + HOUR_MS)
    number = desk.accept_dossier(at_address).dossier
    desk.clock.pass_ms(40 * 24 * HOUR_MS)

    case = draft_of_dossier(desk.store, desk.session(), number, desk.clock)
    again = replace(case, received_ms=BEGAN_MS + HOUR_MS + MINUTE_MS)
    refused = refusal(lambda: desk.dossiers.accept(desk.session(), again))

    assert case.received_ms == BEGAN_MS + HOUR_MS
    assert refused.code == "visit.received_when"
    assert desk.dossiers.accept(desk.session(), case).dossier != number
