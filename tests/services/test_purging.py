"""Half-done work that names persons: what was laid aside too long ago is dropped when a purge runs, by whoever may run one."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import DraftKind
from tests.support.desks import Counter
from tests.support.dossiers import person
from tests.support.results import ResultDesk

DAY_MS = 24 * 3_600_000


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def days_pass(results: ResultDesk, days: int) -> None:
    results.at.clock.pass_ms(days * DAY_MS)


def purge_refused(results: ResultDesk, user: str) -> str:
    with pytest.raises(DeskError) as caught:
        results.privacy.erase(results.at.session(user))
    return caught.value.code


def test_dossiers_and_hand_overs_laid_aside_too_long_ago_are_dropped_with_the_purge(
    results: ResultDesk,
) -> None:
    half = {"applicant": {"name": person().name}}
    for kind in (DraftKind.DOSSIER, DraftKind.HANDOVER, DraftKind.ITEM):
        results.parking.park(kind, "cũ", half)
    days_pass(results, 30)
    on_the_last_day = results.privacy.due(results.at.session("chief")).drafts
    days_pass(results, 1)
    results.parking.park(DraftKind.DOSSIER, "mới", half)

    due = results.privacy.due(results.at.session("chief"))
    purged = results.privacy.erase(results.at.session("chief"))

    left = {kind: [row.title for row in results.parking.parked(kind)] for kind in DraftKind}
    assert (on_the_last_day, due.drafts, due.draft_days) == (0, 2, 30)
    assert (purged.drafts, purged.events, purged.records) == (2, 0, ())
    assert left == {DraftKind.ITEM: ["cũ"], DraftKind.DOSSIER: ["mới"], DraftKind.HANDOVER: []}
    assert purge_refused(results, "chief") == "privacy.nothing"


def test_a_clerk_drops_no_draft_by_a_purge(results: ResultDesk) -> None:
    results.parking.park(DraftKind.DOSSIER, "cũ", {})
    days_pass(results, 31)

    code = purge_refused(results, "clerk")

    assert code == "user.not_allowed"
    assert len(results.parking.parked(DraftKind.DOSSIER)) == 1
