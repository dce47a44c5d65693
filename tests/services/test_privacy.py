"""Persons: a whole number is shown with a reason and a trace, and what has outlived its rule is erased while the chain still holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from kt1desk.domain.dossier import Form
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DossierHanded, IdentityViewed, ResultTaken
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.services import privacy as privacy_module
from kt1desk.services.complaints import ComplaintDraft
from kt1desk.services.dossiers import DossierTaken
from kt1desk.services.ports import Appending
from kt1desk.services.privacy import Privacy
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.visits import DoneDraft, VisitDraft, VisitEnd
from kt1desk.store.drafts import ParkedDrafts
from tests.support.clocks import NOON_MS
from tests.support.desks import Counter
from tests.support.dossier_points import DossierDesk, dossier_desk
from tests.support.dossiers import CENTRE, ORGANISATION, ordinary_dossier, person
from tests.support.points import COMMUNE, DISTRICT
from tests.support.results import AUTHORITY, ResultDesk

DAY_MS = 24 * 3_600_000
TWO_YEARS = 732
"""Days until the day after the same day two years on: the first on which 24 months have passed whole."""


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def told(results: ResultDesk) -> str:
    """Everything that stands beside the events of the desk, as one text."""
    with results.at.store.read() as reader:
        found = [reader.event(EventId(0, Stream.COUNTER, 1, seq)) for seq in range(1, 200)]
    rows = [row for event in found if event is not None for row in event.particulars]
    return "\n".join(str(row.fields()) for row in rows)


def given_out(results: ResultDesk, name: str = "", official: str = "H37.10-261120-0005") -> DossierTaken:
    case = results.fetched(name, official)
    results.give(results.taken(case))
    return case


def days_pass(results: ResultDesk, days: int) -> None:
    results.at.clock.pass_ms(days * DAY_MS)


def test_the_whole_number_is_shown_once_its_view_is_written_down(results: ResultDesk) -> None:
    case = results.at.accept_dossier()

    number = results.privacy.identity(results.at.session(), case.legs[0].item, "deliver")

    with results.at.store.read() as reader:
        views = [
            event for event in reader.case_events(case.dossier) if event.envelope.type == IdentityViewed.TYPE
        ]
    assert number == person().identity
    assert [(view.envelope.actor, view.body()["reason"]) for view in views] == [("clerk", "deliver")]
    assert number.encode() not in views[0].body_bytes


def test_an_organisation_is_known_by_its_tax_code(results: ResultDesk) -> None:
    case = results.at.accept_dossier(replace(ordinary_dossier(), applicant=ORGANISATION))

    assert results.privacy.identity(results.at.session(), case.dossier, "complaint") == ORGANISATION.tax_code


def test_without_a_reason_a_case_or_the_right_no_number_is_shown(results: ResultDesk) -> None:
    case = results.at.accept_dossier()
    with results.at.store.read() as reader:
        before = reader.event_count()

    reason = refused(lambda: results.privacy.identity(results.at.session(), case.dossier, "curious"))
    unknown = refused(lambda: results.privacy.identity(results.at.session(), "x", "deliver"))
    stranger = refused(
        lambda: results.privacy.identity(results.at.session("inspector"), case.dossier, "deliver")
    )

    with results.at.store.read() as reader:
        assert reader.event_count() == before
    assert [each.code for each in (reason, unknown, stranger)] == [
        "code.unknown",
        "identity.case_unknown",
        "user.not_allowed",
    ]


def test_nothing_is_due_before_its_time(results: ResultDesk) -> None:
    given_out(results)
    days_pass(results, TWO_YEARS - 1)

    due = results.privacy.due(results.at.session("chief"))

    assert (due.cases, due.visits, due.keep_months) == (0, 0, 24)
    assert refused(lambda: results.privacy.erase(results.at.session("chief"))).code == "privacy.nothing"
    assert person().identity in told(results)


def test_what_has_outlived_the_rule_loses_everybody_it_named(results: ResultDesk) -> None:
    case = given_out(results)
    days_pass(results, TWO_YEARS)

    due = results.privacy.due(results.at.session("chief"))
    purged = results.privacy.erase(results.at.session("chief"))

    assert due.cases == 1
    assert purged.records[0].body()["rule"] == "privacy.keep_months/2018-01-01"
    assert person().name not in told(results)
    assert person().identity not in told(results)
    row = results.case(case.dossier)
    assert (row.applicant, row.phone) == ("", "")
    assert results.privacy.due(results.at.session("chief")).cases == 0
    gone = refused(lambda: results.privacy.identity(results.at.session(), case.dossier, "deliver"))
    assert gone.code == "identity.erased"


def test_a_case_that_is_not_over_keeps_its_applicant(results: ResultDesk) -> None:
    waiting = results.fetched()
    days_pass(results, 2 * TWO_YEARS)

    due = results.privacy.due(results.at.session("chief"))

    assert due.cases == 0
    assert results.case(waiting.dossier).applicant == person().name


def test_a_case_that_is_complained_about_is_kept_until_it_is_answered(results: ResultDesk) -> None:
    case = given_out(results)
    draft = ComplaintDraft(case.dossier, "late", name="Lương Thị Mẫu")
    results.complaints.open(results.at.session(), draft)
    days_pass(results, TWO_YEARS)

    assert results.privacy.due(results.at.session("chief")).cases == 0


def test_visits_of_long_ago_are_forgotten_too(results: ResultDesk) -> None:
    start = NOON_MS + DAY_MS
    planned = VisitDraft("Nông Thị Xa", "0912345678", "Thôn Thử Nghiệm", CENTRE, start, start + 1)
    visit = results.visits.plan(results.at.session(), planned).visit
    ended = DoneDraft(visit, VisitEnd.CANCELLED, reason="applicant_cancelled")
    results.visits.done(results.at.session(), ended)
    days_pass(results, TWO_YEARS + 2)

    due = results.privacy.due(results.at.session("chief"))
    results.privacy.erase(results.at.session("chief"))

    assert due.visits == 1
    (row,) = results.visits.listed(results.at.session(), only_open=False)
    assert (row.name, row.phone, row.outcome) == ("", "", "cancelled")


def test_officers_beside_records_of_long_ago_are_forgotten_and_those_of_a_day_ago_are_not(
    results: ResultDesk,
) -> None:
    case = results.at.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))
    draft = RemitDraft(AUTHORITY, (case.dossier,), reference="BL-1", officer_name="Vi Thị Kho Bạc")
    results.fees.remit(results.at.session(), draft)
    results.taken(results.fetched())
    days_pass(results, TWO_YEARS + 1)
    results.taken(results.fetched("Hoàng Văn Sau", "H37.10-261120-0007"))

    due = results.privacy.due(results.at.session("chief"))
    results.privacy.erase(results.at.session("chief"))

    with results.at.store.read() as reader:
        known = [reader.event(event.id) for event in reader.events_after(Stream.COUNTER, 0, 1_000)]
        signed = [event for event in known if event is not None and event.particular("officer")]
    assert due.records == 2
    assert [event.envelope.type for event in signed] == ["result.takeover_closed"]
    assert results.privacy.due(results.at.session("chief")).records == 0


def test_a_large_purge_is_written_part_by_part(results: ResultDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy_module, "EVENTS_PER_CHUNK", 3)
    for at in range(4):
        given_out(results, f"Nông Thị {'ABCD'[at]}", f"H37.10-261120-000{at}")
    days_pass(results, TWO_YEARS)

    purged = results.privacy.erase(results.at.session("chief"))

    assert len(purged.records) > 1
    named = [cast(list[str], record.body()["events"]) for record in purged.records]
    assert sum(map(len, named)) == purged.events
    assert results.privacy.due(results.at.session("chief")).cases == 0


def test_what_was_sent_only_is_over_once_its_authority_has_it(results: ResultDesk) -> None:
    case = results.at.accept_dossier(replace(ordinary_dossier(), form=Form.SEND))
    days_pass(results, TWO_YEARS)

    not_handed = results.privacy.due(results.at.session("chief")).cases

    assert not_handed == 0
    assert results.case(case.dossier).applicant == person().name


def test_a_clerk_erases_nobody(results: ResultDesk) -> None:
    assert refused(lambda: results.privacy.erase(results.at.session())).code == "user.not_allowed"


def test_a_dispatch_keeps_its_parties_until_the_last_case_in_it_is_over(tmp_path: Path) -> None:
    with dossier_desk(tmp_path, COMMUNE, 3) as commune:
        first, last = commune.accept(), commune.accept()
        for case in (first, last):
            commune.put(case.legs[0].item)
        bag = commune.pack(*(case.legs[0].item for case in (first, last)), to=DISTRICT).receptacle
        sent = commune.send(bag, to=DISTRICT).event
        parking = ParkedDrafts(commune.at.store, commune.at.clock)
        privacy = Privacy(commune.at.store, commune.at.reference, commune.at.clock, parking)
        chief = commune.at.session("chief")

        ends_there(commune, first)
        commune.at.clock.pass_ms(TWO_YEARS * DAY_MS)
        privacy.erase(chief)
        with commune.at.store.read() as reader:
            half = reader.event(sent.id)
        ends_there(commune, last)
        commune.at.clock.pass_ms(TWO_YEARS * DAY_MS)
        privacy.erase(chief)
        with commune.at.store.read() as reader:
            whole = reader.event(sent.id)

    assert half is not None
    assert len(half.particulars) == len(sent.particulars)
    assert whole is not None
    assert whole.particulars == ()


def ends_there(desk: DossierDesk, case: DossierTaken) -> None:
    """What the other points tell of a case: handed over, its result taken and given out."""
    cover, back = (leg.item for leg in case.legs)
    where = (COMMUNE, "2026-11-23/1")
    facts = (
        DossierHanded(case.dossier, cover, 9, "GN240000-261123-0-1", AUTHORITY, 2, *where),
        ResultTaken(case.dossier, back, "KQ240000-261123-0-1", AUTHORITY, (("result", 1),), *where),
        DossierDelivered(back, 2, *where, "receiver", "X1"),
    )
    with desk.at.store.work() as work:
        for fact in facts:
            work.append(fact, Appending("clerk"))
        work.commit()


def test_no_paper_of_an_erased_case_says_any_more_who_applied(results: ResultDesk) -> None:
    given_out(results)
    days_pass(results, TWO_YEARS)
    with results.at.store.read() as reader:
        assert person().name in str([paper.values for paper in reader.papers()])

    results.privacy.erase(results.at.session("chief"))

    with results.at.store.read() as reader:
        said = str([paper.values for paper in reader.papers()])
    assert person().name not in said
    assert person().phone not in said
