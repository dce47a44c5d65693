"""What tests of taking back and correcting share: the refusal of an act, the slip, the drawer, a paper that came out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobTrigger
from kt1desk.services.reversal import ReversalReason
from tests.support.desks import Counter

WITHDRAWN, MISTAKE = ReversalReason.WITHDRAWN, ReversalReason.MISTAKE


def refusal(act: Callable[[], object]) -> DeskError:
    """What the act is refused with."""
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def slip(desk: Counter) -> dict[str, str]:
    """The values on the slip of the one reversal."""
    return next(paper.values for paper in desk.papers_of() if paper.template == "reversal_slip")


def came_out(desk: Counter, job: int) -> None:
    """The printer took it."""
    with desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.ALL_SENT, JobTrigger.FINISH):
            work.change_paper(job, trigger)
        work.commit()


def cash(desk: Counter) -> tuple[int, int]:
    """What the open shift took in and paid out, in đồng."""
    shift = desk.shifts.current()
    assert shift is not None
    return shift.cash_dong, shift.paid_dong
