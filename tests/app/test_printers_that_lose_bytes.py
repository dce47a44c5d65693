"""A printer without flow control, whose 2 kB buffer overflows: it tells nobody, and no paper is called printed that may be spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.words import paper_words
from kt1desk.domain.print_job import JobState
from kt1desk.printing import queue
from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.profile import Language
from kt1desk.simprinter.troubles import Flow, Wiring
from tests.printing.simulated import line_to, printer_at
from tests.support.desks import Counter, counter
from tests.support.print_rooms import LABEL, at_work, be_hasty

LOSSY = Wiring(baud=115200, buffer_bytes=2048, flow=Flow.NONE, reads_bytes_s=4000)
"""It reads a third of what the line brings."""
IN_DOUBT = (JobState.UNKNOWN.value, "print.unconfirmed", "Chưa rõ đã in")
HANDED_OVER = (JobState.DONE.value, "", "Đã gửi máy in")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as opened:
        opened.open_shift()
        yield opened


@pytest.mark.parametrize(
    ("language", "fence", "way", "known"),
    [
        (Language.ZPL, Fence.HV, StatusWay.HS, IN_DOUBT),
        (Language.ESCPOS, Fence.GS_H, StatusWay.ASB, IN_DOUBT),
        (Language.TSPL, Fence.NONE, StatusWay.ESC_Q, HANDED_OVER),
    ],
)
def test_a_label_of_which_bytes_were_lost_is_in_doubt_or_handed_over_and_never_printed(
    language: Language,
    fence: Fence,
    way: StatusWay,
    known: tuple[str, str, str],
    desk: Counter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    be_hasty(monkeypatch)
    monkeypatch.setattr(queue, "CONFIRM_S", 0.5)
    with line_to(tmp_path, language, LOSSY) as line:
        room = at_work(desk, printer_at(line.address, language, fence, way))

        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states()[0] in {JobState.DONE.value, JobState.UNKNOWN.value})
        room.room.close()
        lost = line.wait_until(lambda printer: printer.lost_bytes > 0)
        pages = line.pages

    [label] = [paper for paper in desk.papers_of() if paper.role == LABEL.role.value]
    assert lost
    assert [page for page in pages if page.is_whole and not page.is_blank] == []
    assert (label.state, label.reason, paper_words(label)[0]) == known
