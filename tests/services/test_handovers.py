"""At the authority: what is ready, the re-count, the record that both sign, and the money that goes along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.custody import State
from kt1desk.domain.facts import CashPaid, ResultTaken
from kt1desk.domain.facts.authority import OFFICER, DossierHanded, HandoverMade
from kt1desk.domain.facts.dossier_money import FeesRemitted
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.service import Service
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from kt1desk.services.ports import Appending
from tests.support.case_desks import (
    AUTHORITY,
    BUREAU,
    HERE,
    OTHER_AUTHORITY,
    CaseDesk,
    one_stop,
    refused,
    served_by,
)
from tests.support.desks import counter, sample_reference
from tests.support.dossiers import ordinary_dossier


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and hands over."""
    with one_stop(tmp_path) as made:
        yield made


def test_what_was_accepted_for_an_authority_lies_ready_with_what_its_list_says(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier()

    (group,) = at_desk.handovers.ready(at_desk.desk.session())

    (cover,) = group.covers
    assert (group.authority_id, cover.item, cover.dossier) == (AUTHORITY, taken.legs[0].item, taken.dossier)
    assert (cover.way, cover.documents, cover.hindered) == ("send", 2, "")


def test_covers_for_authorities_of_another_point_are_counted_by_that_point(tmp_path: Path) -> None:
    with counter(tmp_path, reference=served_by(sample_reference(), BUREAU)) as desk:
        desk.open_shift()
        there = CaseDesk(desk)
        desk.accept_dossier()
        desk.accept_dossier()

        here, elsewhere = there.handovers.ready(desk.session()), there.handovers.elsewhere(desk.session())

    assert here == ()
    assert elsewhere == ((BUREAU, 2),)


def test_what_is_handed_over_from_here_waits_for_no_other_point(at_desk: CaseDesk) -> None:
    at_desk.desk.accept_dossier()

    assert at_desk.handovers.elsewhere(at_desk.desk.session()) == ()


def test_a_cover_that_a_colleague_holds_is_shown_and_says_why_it_cannot_go(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier(user="chief")

    (group,) = at_desk.handovers.ready(at_desk.desk.session())

    assert group.covers[0].hindered
    draft = HandoverDraft(AUTHORITY, "Vi Văn Tiếp", covers=(CountedCover(taken.legs[0].item, documents=2),))
    error = refused(lambda: at_desk.handovers.hand_over(at_desk.desk.session(), draft))
    assert error.code == "custody.held_by_other"


def test_the_sheet_lists_what_was_brought_and_nothing_of_what_was_not_needed(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))

    sheet = at_desk.handovers.sheet(at_desk.desk.session(), taken.legs[0].item)

    assert [line.key for line in sheet.papers] == ["1", "2"]
    assert sheet.documents == 2
    assert [(fee.dossier, fee.amount_dong) for fee in sheet.fees] == [(taken.dossier, 8_000)]


def test_covers_handed_over_end_with_their_authority_and_one_record_names_them_in_order(
    at_desk: CaseDesk,
) -> None:
    first, second = at_desk.desk.accept_dossier(), at_desk.desk.accept_dossier()
    items = (second.legs[0].item, first.legs[0].item)

    made = at_desk.hand(*items)

    record = HandoverMade.of(made.event.body())
    handed = at_desk.events(DossierHanded.TYPE)
    assert made.handover == "GN240000-261123-0-1"
    assert record.items == items
    assert made.event.envelope.parents == tuple(event.id for event in handed)
    assert {at_desk.state(each.dossier) for each in (first, second)} == {CaseState.HANDED}
    with at_desk.desk.store.read() as reader:
        standing = reader.standing(items[0], service=Service.TTHC)
    assert standing is not None
    assert (standing.state, standing.holder) == (State.DELIVERED, "party:receiver")


def test_the_officer_stands_beside_every_event_and_in_none(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))
    draft = replace(at_desk.draft(taken.legs[0].item), fees=(taken.dossier,))

    at_desk.handovers.hand_over(at_desk.desk.session(), draft)

    kinds = (DossierHanded.TYPE, HandoverMade.TYPE, FeesRemitted.TYPE)
    for event in (event for kind in kinds for event in at_desk.events(kind)):
        assert event.particular(OFFICER) == {"name": "Vi Văn Tiếp", "position": "Chuyên viên"}
        assert "Tiếp" not in (event.body_bytes + event.envelope_bytes).decode()


def test_the_record_is_queued_with_the_event_it_proves(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier()

    made = at_desk.hand(taken.legs[0].item)

    (paper,) = at_desk.desk.papers_of(made.handover)
    assert (paper.job, paper.template) == (made.jobs[0], "handover_record")
    assert paper.values["event_ref"] == made.event.id.text
    assert paper.values["number"] == made.handover
    assert (paper.values["listed_count"], paper.values["document_count"]) == ("2", "2")


def test_a_paper_that_is_missing_is_a_difference_and_the_authority_may_take_the_cover(
    at_desk: CaseDesk,
) -> None:
    taken = at_desk.desk.accept_dossier()
    counted = CountedCover(taken.legs[0].item, documents=1, differences=(("2", "missing"),))
    draft = replace(at_desk.draft(taken.legs[0].item), covers=(counted,))

    made = at_desk.handovers.hand_over(at_desk.desk.session(), draft)

    assert at_desk.state(taken.dossier) is CaseState.HANDED
    assert HandoverMade.of(made.event.body()).differences == 1
    (paper,) = at_desk.desk.papers_of(made.handover)
    assert "Bản sao giấy tờ chứng minh nơi cư trú: Thiếu giấy tờ" in paper.values.values()


def test_what_the_authority_does_not_take_stays_with_the_post(at_desk: CaseDesk) -> None:
    first, second = at_desk.desk.accept_dossier(), at_desk.desk.accept_dossier()

    at_desk.hand(first.legs[0].item)

    assert at_desk.state(second.dossier) is CaseState.ACCEPTED
    (group,) = at_desk.handovers.ready(at_desk.desk.session())
    assert [cover.item for cover in group.covers] == [second.legs[0].item]


def test_a_count_that_differs_from_the_list_must_say_which_paper(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier()
    draft = replace(
        at_desk.draft(taken.legs[0].item), covers=(CountedCover(taken.legs[0].item, documents=1),)
    )

    error = refused(lambda: at_desk.handovers.hand_over(at_desk.desk.session(), draft))

    assert (error.code, error.details["listed"], error.details["counted"]) == ("handover.count_differs", 2, 1)
    assert at_desk.events(DossierHanded.TYPE) == []


@pytest.mark.parametrize(
    ("differences", "code"),
    [
        ((("1", "missing"), ("1", "damaged")), "handover.difference_twice"),
        ((("9", "missing"),), "handover.paper_unknown"),
        ((("1", "unheard_of"),), "code.unknown"),
    ],
)
def test_differences_are_coded_and_about_papers_of_the_list(
    at_desk: CaseDesk, differences: tuple[tuple[str, str], ...], code: str
) -> None:
    item = at_desk.desk.accept_dossier().legs[0].item
    draft = replace(at_desk.draft(item), covers=(CountedCover(item, documents=1, differences=differences),))

    error = refused(lambda: at_desk.handovers.hand_over(at_desk.desk.session(), draft))

    assert error.code == code


def test_a_cover_goes_to_no_other_authority_than_its_own(at_desk: CaseDesk) -> None:
    item = at_desk.desk.accept_dossier().legs[0].item

    draft = at_desk.draft(item, authority=OTHER_AUTHORITY)

    error = refused(lambda: at_desk.handovers.hand_over(at_desk.desk.session(), draft))
    assert error.code == "handover.other_authority"


def test_a_cover_stands_in_a_record_once_and_is_handed_over_once(at_desk: CaseDesk) -> None:
    item = at_desk.desk.accept_dossier().legs[0].item
    draft = at_desk.draft(item)

    twice = refused(
        lambda: at_desk.handovers.hand_over(at_desk.desk.session(), replace(draft, covers=draft.covers * 2))
    )
    at_desk.handovers.hand_over(at_desk.desk.session(), draft)
    again = refused(lambda: at_desk.handovers.hand_over(at_desk.desk.session(), draft))

    assert (twice.code, again.code) == ("custody.twice", "custody.step")


def test_one_cover_that_cannot_go_keeps_all_of_them_here(at_desk: CaseDesk) -> None:
    good = at_desk.desk.accept_dossier()
    draft = at_desk.draft(good.legs[0].item)
    wrong = replace(draft, covers=(*draft.covers, CountedCover("RX999999995VN")))

    error = refused(lambda: at_desk.handovers.hand_over(at_desk.desk.session(), wrong))

    assert error.code == "custody.unknown"
    assert at_desk.state(good.dossier) is CaseState.ACCEPTED
    assert at_desk.desk.papers_of("GN240000-261123-0-1") == []


def test_collected_fees_go_along_and_leave_the_drawer(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))
    draft = replace(at_desk.draft(taken.legs[0].item), fees=(taken.dossier,), fee_reference="BL-77")

    made = at_desk.handovers.hand_over(at_desk.desk.session(), draft)

    (remitted,) = at_desk.events(FeesRemitted.TYPE)
    fact = FeesRemitted.of(remitted.body())
    assert (fact.cases, fact.total_dong, fact.handover) == (((taken.dossier, 8_000),), 8_000, made.handover)
    assert fact.remittance == "NP240000-261123-0-1"
    (paid,) = at_desk.events(CashPaid.TYPE)
    assert remitted.envelope.parents == (made.event.id, paid.id)
    (handed,) = at_desk.events(DossierHanded.TYPE)
    assert DossierHanded.of(handed.body()).fees_dong == 8_000
    assert at_desk.case(taken.dossier).remitted_dong == 8_000
    again = refused(
        lambda: at_desk.handovers.hand_over(
            at_desk.desk.session(), replace(draft, covers=(CountedCover("RX999999995VN"),))
        )
    )
    assert again.code == "fees.not_due"


def test_a_supplement_is_counted_against_its_own_list_alone(at_desk: CaseDesk) -> None:
    taken = at_desk.handed()
    at_desk.decide(taken.dossier, Outcome.SUPPLEMENT)
    item = at_desk.supplement(taken.dossier).item

    sheet = at_desk.handovers.sheet(at_desk.desk.session(), item)
    at_desk.hand(item)

    assert ([line.key for line in sheet.papers], sheet.documents, sheet.way) == (["3"], 1, "supplement")
    assert at_desk.state(taken.dossier) is CaseState.HANDED


def test_whoever_may_not_hand_over_sees_and_does_nothing(at_desk: CaseDesk) -> None:
    item = at_desk.desk.accept_dossier().legs[0].item
    draft = at_desk.draft(item)
    inspector = at_desk.desk.session("inspector")

    codes = {
        refused(act).code
        for act in (
            lambda: at_desk.handovers.ready(inspector),
            lambda: at_desk.handovers.sheet(inspector, item),
            lambda: at_desk.handovers.hand_over(inspector, draft),
            lambda: at_desk.aside.park(inspector, draft),
        )
    }

    assert codes == {"user.not_allowed"}


def test_results_that_wait_hide_no_dossier_that_is_to_be_handed_over(at_desk: CaseDesk) -> None:
    item = at_desk.desk.accept_dossier().legs[0].item
    covers = (number_at("RX", 77_000_000 + place).text for place in range(3))
    with at_desk.desk.store.work() as work:
        for cover in covers:
            fact = ResultTaken("", cover, "", AUTHORITY, (("result", 1),), HERE, "s", origin=HERE)
            work.append(fact, Appending("clerk"))
        work.commit()

    with at_desk.desk.store.read() as reader:
        found = reader.held_for_authority(1)

    assert [held.item for held in found] == [item]
