"""What the print room knows of its printers, at simulated ones: what they say, what they do not, and what becomes of the papers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app import printer_watch
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.condition import Condition
from kt1desk.printing.profile import Language
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.troubles import Troubles
from kt1desk.simprinter.zpl import Zpl
from tests.printing.simulated import line_to, printer_at
from tests.support.desks import Counter, counter
from tests.support.print_rooms import LABEL, WITHIN_S, at_work, be_hasty

WAYS = [
    (Language.ESCPOS, StatusWay.ASB),
    (Language.ESCPOS, StatusWay.DLE_EOT),
    (Language.TSPL, StatusWay.ESC_Q),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as opened:
        opened.open_shift()
        yield opened


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    be_hasty(monkeypatch)


def test_what_a_printer_says_when_asked_is_shown_within_four_seconds() -> None:
    assert printer_watch.ASK_EVERY_S + printer_watch.ANSWER_S < 4


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("language", "way"), WAYS)
def test_a_paper_waits_while_the_cover_is_open_and_comes_out_when_it_is_closed(
    language: Language, way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        room = at_work(desk, printer_at(line.address, language, status=way))
        room.until(Condition.READY)

        line.change(Troubles(cover_open=True))
        room.until(Condition.COVER_OPEN)
        desk.accept()
        room.room.wake()
        room.wait(lambda: room.room.condition(LABEL).trouble == "printer.cover_open")
        waiting, begun = room.states(), len(line.pages)
        line.change(Troubles())
        room.wait(lambda: room.states() == [JobState.DONE])
        line.wait_until(lambda printer: bool(printer.machine.pages))
        after = room.room.condition(LABEL)
        room.room.close()
        pages = line.pages

    assert (waiting, begun) == ([JobState.QUEUED], 0)
    assert [page.is_whole for page in pages] == [True]
    assert (after.trouble, room.faults) == ("", [])


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("language", "way"), WAYS)
def test_paper_out_is_said_and_forgotten_with_new_paper(
    language: Language, way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        room = at_work(desk, printer_at(line.address, language, status=way))
        room.until(Condition.READY)

        line.load_paper(0)
        room.until(Condition.PAPER_OUT)
        line.load_paper(1000)
        room.until(Condition.READY)
        room.room.close()


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("language", "way"), [*WAYS, (Language.ZPL, StatusWay.HS)], ids=str)
def test_a_printer_that_does_not_answer_is_deaf_not_unplugged_and_gets_its_papers(
    language: Language, way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        line.change(Troubles(deaf=True))
        room = at_work(desk, printer_at(line.address, language, status=way))
        room.until(Condition.DEAF)

        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states() == [JobState.DONE])
        printed = line.wait_until(lambda printer: bool(printer.machine.pages))
        evidence = {paper.evidence for paper in desk.papers_of() if paper.role == LABEL.value}
        room.room.close()

    assert printed
    assert evidence == {Evidence.TRANSPORT_ONLY.value}


@pytest.mark.usefixtures("hasty")
def test_a_zebra_that_falls_silent_with_its_paper_out_is_not_called_unplugged(
    desk: Counter, tmp_path: Path
) -> None:
    with PtyLine(Zpl(), tmp_path / "ttyPrinter") as line:
        room = at_work(desk, printer_at(line.address, Language.ZPL, status=StatusWay.HS))
        room.until(Condition.READY)

        line.load_paper(0)
        room.until(Condition.DEAF)
        room.room.close()


def test_a_deaf_printer_is_asked_ever_more_seldom(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_watch, "ANSWER_S", 0.05)
    monkeypatch.setattr(printer_watch, "SILENCE_S", (0.1, 0.2, 3600.0))
    asked: list[float] = []
    often_enough = threading.Event()
    look = printer_watch.PrinterWatch._ask

    def noted(watch: printer_watch.PrinterWatch) -> None:
        asked.append(time.monotonic())
        if len(asked) == 3:
            often_enough.set()
        look(watch)

    monkeypatch.setattr(printer_watch.PrinterWatch, "_ask", noted)
    with line_to(tmp_path, Language.TSPL) as line:
        line.change(Troubles(deaf=True))
        room = at_work(desk, printer_at(line.address, Language.TSPL, status=StatusWay.ESC_Q))
        room.until(Condition.DEAF)
        assert often_enough.wait(WITHIN_S)
        room.room.close()

    assert asked[2] - asked[1] > asked[1] - asked[0] > 0.1
    assert len(asked) == 3


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("stray", [b"\x12", b"\xff\x13", b"\x00"])
def test_stray_bytes_are_taken_for_no_condition(stray: bytes, desk: Counter, tmp_path: Path) -> None:
    with line_to(tmp_path, Language.ESCPOS) as line:
        line.change(Troubles(stray=stray))
        profile = printer_at(line.address, Language.ESCPOS, Fence.GS_H, StatusWay.ASB)
        room = at_work(desk, profile)
        room.until(Condition.READY)

        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states() == [JobState.DONE])
        line.change(Troubles(stray=stray, cover_open=True))
        room.until(Condition.COVER_OPEN)
        room.room.close()
        evidence = {paper.evidence for paper in desk.papers_of() if paper.role == LABEL.value}

    assert evidence == {Evidence.ACKED.value}


def test_a_deaf_printer_is_asked_at_once_when_the_machine_slept(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_watch, "ANSWER_S", 0.05)
    monkeypatch.setattr(printer_watch, "SILENCE_S", (3600.0,))
    with line_to(tmp_path, Language.TSPL) as line:
        line.change(Troubles(deaf=True))
        room = at_work(desk, printer_at(line.address, Language.TSPL, status=StatusWay.ESC_Q))
        room.until(Condition.DEAF)

        line.change(Troubles())
        room.room.wake(anew=True)

        room.until(Condition.READY)
        room.room.close()
