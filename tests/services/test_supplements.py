"""What an authority asked for, brought to the point: a cover of its own, by its own list and at the price of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import Direction, DossierPayment, PaperLine, Presence
from kt1desk.domain.facts import CashReceived, DossierListed
from kt1desk.domain.facts.authority import DossierSupplemented
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import Way
from kt1desk.services.enclosures import EnclosureDraft
from kt1desk.services.supplement_rules import SupplementDraft
from tests.support.case_desks import (
    MORE,
    CaseDesk,
    commune_and_bureau,
    one_stop,
    refused,
    tell,
    with_setting,
)
from tests.support.dossiers import ordinary_dossier


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and stands at the authority."""
    with one_stop(tmp_path) as made:
        yield made


def asked(at_desk: CaseDesk) -> str:
    """A case of which the authority asks for more."""
    dossier = at_desk.handed().dossier
    at_desk.decide(dossier, Outcome.SUPPLEMENT, "2026-12-04")
    return dossier


def test_a_supplement_is_a_cover_with_its_own_number_in_the_hands_of_the_clerk(at_desk: CaseDesk) -> None:
    dossier = asked(at_desk)

    made = at_desk.supplement(dossier)

    assert made.item == "RX000000031VN"
    assert at_desk.state(dossier) is CaseState.SUPPLEMENTED
    with at_desk.desk.store.read() as reader:
        standing = reader.standing(made.item, service=Service.TTHC)
        ways = [cover.way for cover in reader.covers_of(dossier)]
    assert standing is not None
    assert standing.holder == "person:240000/clerk"
    assert ways == ["send", "supplement"]


def test_it_is_paid_as_a_sending_leg_into_the_open_shift(at_desk: CaseDesk) -> None:
    dossier = asked(at_desk)
    before = at_desk.desk.shifts.current()

    made = at_desk.supplement(dossier, weight_g=320)

    fact = DossierSupplemented.of(made.event.body())
    after = at_desk.desk.shifts.current()
    assert before is not None
    assert after is not None
    assert (fact.price_dong, after.cash_dong - before.cash_dong) == (26_500, 26_500)
    cash = [event for event in at_desk.events(CashReceived.TYPE) if event.id in made.event.envelope.parents]
    assert [event.body()["kind"] for event in cash] == ["postage"]


@pytest.mark.parametrize("payment", [DossierPayment.TRANSFER, DossierPayment.CASH])
def test_only_cash_lies_in_the_drawer_and_nothing_where_supplements_are_free(
    at_desk: CaseDesk, payment: DossierPayment
) -> None:
    dossier = asked(at_desk)
    free = payment is DossierPayment.CASH
    desk = (
        at_desk.under(with_setting(at_desk.desk.reference, "dossier.supplement_price", "free"))
        if free
        else at_desk
    )
    received = len(at_desk.events(CashReceived.TYPE))

    made = desk.supplements.accept(desk.desk.session(), SupplementDraft(dossier, MORE, 80, payment=payment))

    assert len(at_desk.events(CashReceived.TYPE)) == received
    fact = DossierSupplemented.of(made.event.body())
    assert (fact.price_dong == 0) is free
    assert fact.due == "2026-11-24"


def test_its_lines_stand_after_those_that_were_accepted_and_change_none_of_them(at_desk: CaseDesk) -> None:
    dossier = asked(at_desk)
    with at_desk.desk.store.read() as reader:
        before = tuple(reader.case_papers(dossier))

    made = at_desk.supplement(dossier)

    with at_desk.desk.store.read() as reader:
        after = tuple(reader.case_papers(dossier))
    assert after[: len(before)] == before
    assert [(line.key, line.name) for line in after[len(before) :]] == [("3", "Văn bản ủy quyền")]
    part = at_desk.events(DossierListed.TYPE)[-1]
    assert (part.envelope.parents, part.body()["first"]) == ((made.event.id,), 4)


def test_slip_and_label_say_what_the_cover_is_and_prove_its_event(at_desk: CaseDesk) -> None:
    dossier = asked(at_desk)

    made = at_desk.supplement(dossier)

    papers = {paper.template: paper.values for paper in at_desk.desk.papers_of(made.item)}
    assert {values["event_ref"] for values in papers.values()} == {made.event.id.text}
    assert papers["dossier_slip"]["form"] == "Bổ sung hồ sơ"
    assert papers["dossier_slip"]["paper_1_name"] == "Văn bản ủy quyền"
    assert papers["dossier_label"]["heading"] == "BỔ SUNG HỒ SƠ"
    assert papers["dossier_label"]["item"] == made.item


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (SupplementDraft("", (), 80), "supplement.no_papers"),
        (
            SupplementDraft("", (PaperLine("3", "", presence=Presence.MISSING),), 80),
            "supplement.paper_absent",
        ),
        (SupplementDraft("", (PaperLine("9", "", originals=1),), 80), "dossier.paper_unknown"),
        (SupplementDraft("", MORE, 0), "dossier.weight_zero"),
        (SupplementDraft("", MORE, 80, "?"), "dossier.seal_shape"),
        (SupplementDraft("", MORE, 80, number="ME000000015VN"), "number.check_digit"),
    ],
)
def test_what_is_wrong_is_said_by_the_quote_and_refused_by_the_acceptance(
    at_desk: CaseDesk, draft: SupplementDraft, code: str
) -> None:
    draft = replace(draft, dossier=asked(at_desk))

    quoted = at_desk.supplements.quote(at_desk.desk.session(), draft)

    assert [problem.code for problem in quoted.problems] == [code]
    assert refused(lambda: at_desk.supplements.accept(at_desk.desk.session(), draft)).code == code
    assert at_desk.events(DossierSupplemented.TYPE) == []


def test_nothing_is_taken_that_nobody_asked_for(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier

    error = refused(lambda: at_desk.supplement(dossier))

    assert error.code == "case.step"


def test_the_bureau_is_told_of_a_supplement_and_may_hand_it_over(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau)
        bureau.found(taken.legs[0].item)
        bureau.hand(taken.legs[0].item)
        bureau.decide(taken.dossier, Outcome.SUPPLEMENT)
        tell(bureau, commune)

        made = commune.supplement(taken.dossier)
        tell(commune, bureau)
        bureau.found(made.item)
        sheet = bureau.handovers.sheet(bureau.desk.session(), made.item)
        bureau.hand(made.item)
        tell(bureau, commune)

        assert [line.key for line in sheet.papers] == ["3"]
        assert (bureau.state(taken.dossier), commune.state(taken.dossier)) == (CaseState.HANDED,) * 2


def test_the_slip_travels_to_the_applicant_under_a_number_of_its_own_and_without_a_price(
    tmp_path: Path,
) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau)
        bureau.found(taken.legs[0].item)
        bureau.hand(taken.legs[0].item)
        bureau.register(taken.dossier, slip=True)

        made = bureau.enclosures.make(bureau.desk.session(), EnclosureDraft(taken.dossier, Way.SLIP))
        tell(bureau, commune)

        (label,) = bureau.desk.papers_of(made.item)
        assert label.values["heading"] == "GIẤY HẸN"
        assert label.values["to_name"] == "Lương Thị Mẫu"
        with commune.desk.store.read() as reader:
            cover = reader.cover(made.item)
        assert cover is not None
        assert (cover.dossier, cover.way) == (taken.dossier, "slip")
        again = refused(
            lambda: bureau.enclosures.make(bureau.desk.session(), EnclosureDraft(taken.dossier, Way.SLIP))
        )
        assert again.code == "enclosure.twice"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (EnclosureDraft("", Way.SEND), "enclosure.way"),
        (EnclosureDraft("", Way.SLIP), "enclosure.no_slip"),
        (EnclosureDraft("", Way.WITHDRAWN), "enclosure.too_early"),
        (EnclosureDraft("", Way.SLIP, 0), "enclosure.pieces"),
    ],
)
def test_only_what_there_is_can_travel_beside_a_case(
    at_desk: CaseDesk, draft: EnclosureDraft, code: str
) -> None:
    draft = replace(draft, dossier=at_desk.handed().dossier)

    error = refused(lambda: at_desk.enclosures.make(at_desk.desk.session(), draft))

    assert error.code == code


@pytest.fixture(scope="module")
def asked_case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CaseDesk, str]]:
    """A case that waits for its supplement, for many quotes that write nothing."""
    with one_stop(tmp_path_factory.mktemp("asked")) as made:
        yield made, asked(made)


@settings(max_examples=40, deadline=None)
@given(weight_g=st.integers(1, 20_000))
def test_a_supplement_costs_what_the_same_cover_would_cost_to_send_today(
    asked_case: tuple[CaseDesk, str], weight_g: int
) -> None:
    at_desk, dossier = asked_case
    session = at_desk.desk.session()

    quoted = at_desk.supplements.quote(session, SupplementDraft(dossier, MORE, weight_g))
    sent = at_desk.desk.dossiers.quote(session, replace(ordinary_dossier(), weight_g=weight_g))

    (leg,) = (leg for leg in sent.legs if leg.direction == Direction.SEND)
    assert quoted.price_dong == leg.price_dong
    assert quoted.leg is not None
    assert (quoted.leg.zone, quoted.leg.due) == (leg.zone, leg.due)
