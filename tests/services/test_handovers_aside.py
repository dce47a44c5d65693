"""A half-done hand-over is laid aside, taken up again and gone with its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from tests.support.case_desks import (
    AUTHORITY,
    CaseDesk,
    one_stop,
    refused,
)


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and hands over."""
    with one_stop(tmp_path) as made:
        yield made


def test_a_half_done_count_is_taken_up_again_and_gone_with_its_record(at_desk: CaseDesk) -> None:
    session = at_desk.desk.session()
    items = [at_desk.desk.accept_dossier().legs[0].item for _ in range(5)]
    half = at_desk.draft(*items[:3])
    parked = at_desk.aside.park(session, half)
    whole = replace(half, covers=(*half.covers, *at_desk.draft(*items[3:]).covers))

    assert at_desk.aside.park(session, whole, parked) == parked
    resumed = at_desk.aside.resume(session, parked)
    at_desk.handovers.hand_over(session, resumed, parked)

    assert resumed == whole
    assert at_desk.aside.parked(session) == []
    assert refused(lambda: at_desk.aside.resume(session, parked)).code == "parked.unknown"


def test_forty_half_counted_covers_with_differences_fit_where_they_are_laid_aside(at_desk: CaseDesk) -> None:
    differences = tuple((str(line), "copy_instead_of_original") for line in range(1, 21))
    covers = tuple(CountedCover(f"RX{at:09d}VN", documents=99, differences=differences) for at in range(40))
    draft = HandoverDraft(AUTHORITY, covers=covers)

    parked = at_desk.aside.park(at_desk.desk.session(), draft)

    assert at_desk.aside.resume(at_desk.desk.session(), parked) == draft
