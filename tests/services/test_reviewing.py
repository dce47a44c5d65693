"""What was done without a second person waits for another one's look, KT1 and dossiers each for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.permissions import Act
from tests.support.dossier_points import ALONE, DossierDesk, dossier_desk
from tests.support.points import COMMUNE, DISTRICT, reviews
from tests.support.reversals import refusal


@pytest.fixture
def district(tmp_path: Path) -> Iterator[DossierDesk]:
    """A point with several persons."""
    with dossier_desk(tmp_path, DISTRICT, 2) as made:
        yield made


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[DossierDesk]:
    """A point with one person."""
    with dossier_desk(tmp_path, COMMUNE, 3) as made:
        yield made


def test_where_a_point_has_one_person_he_says_why_nobody_confirmed(
    commune: DossierDesk, district: DossierDesk
) -> None:
    here, there = district.result(district.awaited()), commune.result(commune.awaited())

    refused = refusal(
        lambda: district.redirecting.give_back(district.at.session("clerk"), here, "undeliverable", ALONE)
    )
    event = commune.redirecting.give_back(commune.at.session("clerk"), there, "not_collected", ALONE)

    assert refused.code == "approval.exception_not_here"
    assert (event.body()["manner"], event.body()["excuse"]) == ("exception", "nobody_reached")


def test_what_was_sent_back_alone_waits_for_a_review_with_its_excuse(commune: DossierDesk) -> None:
    item = commune.result(commune.awaited())
    event = commune.redirecting.give_back(commune.at.session("clerk"), item, "not_collected", ALONE)

    (waiting,) = commune.reviews.exceptions(commune.at.session("uncleared"))
    commune.reviews.review(commune.at.session("controller"), event.id, "in_order")

    assert (waiting.event, waiting.number, waiting.reason) == (event.id, item, "nobody_reached")
    assert commune.reviews.exceptions(commune.at.session("uncleared")) == ()


def test_what_one_service_did_alone_neither_counts_nor_is_looked_at_with_the_other(
    commune: DossierDesk,
) -> None:
    most = commune.at.reference.setting_int("approval.exceptions_max", date(2026, 11, 23))
    made = [
        commune.redirecting.give_back(
            commune.at.session("clerk"), commune.result(commune.awaited()), "not_collected", ALONE
        )
        for _ in range(most + 1)
    ]
    over = commune.result(commune.awaited())

    no_more = refusal(
        lambda: commune.redirecting.give_back(commune.at.session("clerk"), over, "not_collected", ALONE)
    )
    still = commune.at.second.exception(commune.at.session("clerk"), Act.APPROVE_ITEM, "nobody_reached")
    not_theirs = refusal(
        lambda: reviews(commune.at).review(commune.at.session("controller"), made[0].id, "in_order")
    )

    assert no_more.code == "approval.exceptions_open"
    assert still.manner is Manner.EXCEPTION
    assert reviews(commune.at).exceptions(commune.at.session("controller")) == ()
    assert not_theirs.code == "approval.review_unknown"
    assert [row.event for row in commune.reviews.exceptions(commune.at.session("uncleared"))] == [
        event.id for event in made
    ]
