"""What goes to an authority beside dossiers: results that could not be delivered, and old papers taken back, against the same record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State, Step, ThingKind, after
from kt1desk.domain.facts.authority import DossierHanded
from kt1desk.domain.permissions import Act
from kt1desk.services.case_rows import Way
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.handover_drafts import CountedCover, HandedOver, HandoverDraft
from kt1desk.services.handovers import Handovers
from tests.support.dossier_points import AUTHORITY, DossierDesk, dossier_desk
from tests.support.points import DISTRICT, PASSWORD
from tests.support.reversals import refusal


@dataclass(frozen=True)
class AtAuthority:
    """A point's desk that goes to the authority."""

    covers: DossierDesk

    @property
    def handovers(self) -> Handovers:
        at = self.covers.at
        return Handovers(at.store, at.reference, at.clock, PaperFit())

    def ready(self) -> list[tuple[str, str, str]]:
        groups = self.handovers.ready(self.covers.at.session("clerk"), AUTHORITY)
        return [(each.item, each.way, each.hindered) for group in groups for each in group.covers]

    def hand(self, item: str, documents: int) -> HandedOver:
        counted = (CountedCover(item, documents=documents),)
        draft = HandoverDraft(AUTHORITY, "Vi Thị Tiếp Nhận", "Công chức", counted)
        return self.handovers.hand_over(self.covers.at.session("clerk"), draft)

    def case(self, dossier: str) -> CaseState:
        with self.covers.at.store.read() as reader:
            found = reader.case(dossier)
        assert found is not None
        return found.state

    def going_back(self) -> tuple[str, str]:
        """A result that nobody fetched, sent back: its case and its cover."""
        taken = self.covers.awaited()
        item = self.covers.result(taken)
        at = self.covers.at
        confirmed = at.second.confirm(at.session("clerk"), Act.APPROVE_RESULT_RETURN, "controller", PASSWORD)
        self.covers.redirecting.give_back(at.session("clerk"), item, "not_collected", confirmed)
        return taken.dossier, item


@pytest.fixture
def district(tmp_path: Path) -> Iterator[AtAuthority]:
    """Here is the authority of the tests."""
    with dossier_desk(tmp_path, DISTRICT, 2) as made:
        yield AtAuthority(made)


def test_a_result_that_goes_back_is_handed_to_its_authority_by_a_record_without_a_round(
    district: AtAuthority,
) -> None:
    dossier, item = district.going_back()

    ready = district.ready()
    made = district.hand(item, 1)

    (paper,) = district.covers.at.papers_of(made.handover)
    with district.covers.at.store.read() as reader:
        event = reader.event(made.event.envelope.parents[0])
    assert event is not None
    assert ready == [(item, "return", "")]
    assert (event.envelope.type, event.body()["returned"]) == (DossierHanded.TYPE, 1)
    assert district.covers.state(item)[0] == "returned"
    assert district.case(dossier) is CaseState.GIVEN_BACK
    assert item in paper.values.values()


def test_a_result_that_waits_for_its_applicant_is_handed_to_no_authority(district: AtAuthority) -> None:
    item = district.covers.result(district.covers.awaited())

    refused = refusal(lambda: district.hand(item, 1))

    assert district.ready() == []
    assert refused.code == "handover.not_for_authority"


def test_old_papers_taken_back_lie_ready_and_end_with_the_authority_while_the_case_stays(
    district: AtAuthority,
) -> None:
    covers, taken = district.covers, district.covers.awaited()
    result = covers.result(taken)
    covers.start(result)
    covers.give(result, withdrawn=2)
    with covers.at.store.read() as reader:
        (item,) = [cover.item for cover in reader.covers_of(taken.dossier) if cover.way == Way.WITHDRAWN]

    ready = district.ready()
    district.hand(item, 2)

    assert ready == [(item, "withdrawn", "")]
    assert district.covers.state(item)[0] == "delivered"
    assert district.case(taken.dossier) is CaseState.DELIVERED


def test_what_goes_back_is_given_to_nobody_at_the_counter_as_before(district: AtAuthority) -> None:
    _, item = district.going_back()

    refused = refusal(
        lambda: district.covers.rounds.deliver(
            district.covers.at.session("clerk"), DeliveryDraft(item, "Ai Đó", "", "BB-1", party="sender")
        )
    )

    assert refused.code == "custody.step"


def test_an_item_of_kt1_that_goes_back_still_cannot_be_delivered_without_a_round() -> None:
    assert after(ThingKind.ITEM, State.RETURNING, Step.DELIVER) is None
