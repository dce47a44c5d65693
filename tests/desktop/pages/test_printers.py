"""Papers and printers by keyboard alone: doubts are answered by keys of their own, reprints have a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.widgets import Card, KeyCap, WholeRowsTable
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import part, press
from tests.support.printer_fakes import FakePrinters
from tests.support.setup_fakes import FakePapers, paper_row

ENTER = Qt.Key.Key_Return


class Counter:
    """The window at the printers' page."""

    def __init__(self, window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
        self.window, self._jobs, self._qtbot = window, jobs, qtbot

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(key, modifiers)
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def asks(self) -> str:
        card = part(self.window, Card, "question_card")
        return part(card, QLabel, "question_title").text() if card.isVisible() else ""

    def states(self) -> list[str]:
        model = part(self.window, WholeRowsTable, "papers").model()
        return [model.index(row, 3).data() for row in range(model.rowCount())]


Opener = Callable[[FakePapers, FakePrinters], Counter]


@pytest.fixture
def at_printers(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Opener:
    def make(papers: FakePapers, printers: FakePrinters) -> Counter:
        window = MainWindow(jobs)
        page = PrintersPage(papers, printers, jobs)
        window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.PRINTERS: page})
        activate(window)
        window.go(Place.PRINTERS)
        qtbot.waitUntil(lambda: jobs.running == 0)
        return Counter(window, jobs, qtbot)

    return make


def _in_doubt() -> FakePapers:
    return FakePapers({2: paper_row(2, "unknown", reason="print.interrupted"), 4: paper_row(4)})


def test_a_paper_in_doubt_asks_and_enter_or_esc_or_space_never_answers(at_printers: Opener) -> None:
    papers = _in_doubt()
    counter = at_printers(papers, FakePrinters())

    for key in (ENTER, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        counter.press(key)

    assert "có thể đã in" in counter.asks()
    assert papers.answers == []


def test_ctrl_p_says_that_the_paper_is_there(at_printers: Opener) -> None:
    papers = _in_doubt()
    counter = at_printers(papers, FakePrinters())

    counter.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert papers.answers == [("printed", 2)]
    assert counter.asks() == ""
    assert counter.states() == ["Đã in, có người thấy", "Đã in, đã quét"]


def test_f8_prints_a_paper_in_doubt_again_without_another_question(at_printers: Opener) -> None:
    papers = _in_doubt()
    counter = at_printers(papers, FakePrinters())

    counter.press(Qt.Key.Key_F8)

    assert papers.answers == [("in_doubt", 2)]
    assert counter.states() == ["Chờ in", "Đã hủy", "Đã in, đã quét"]


def test_a_printed_paper_is_printed_again_only_for_a_reason(at_printers: Opener) -> None:
    papers = FakePapers({4: paper_row(4)})
    counter = at_printers(papers, FakePrinters())

    counter.press(Qt.Key.Key_F8)
    counter.press(ENTER)
    asked_first = list(papers.answers)
    counter.press(Qt.Key.Key_2)

    assert asked_first == []
    assert papers.answers == [("lost", 4)]


def test_esc_at_the_reason_prints_nothing(at_printers: Opener) -> None:
    papers = FakePapers({4: paper_row(4)})
    counter = at_printers(papers, FakePrinters())

    counter.press(Qt.Key.Key_F8)
    counter.press(Qt.Key.Key_Escape)

    assert papers.answers == []
    assert not part(counter.window, Card, "reason_card").isVisible()


def test_a_paper_that_waits_is_let_go_by_f9(at_printers: Opener) -> None:
    papers = FakePapers({6: paper_row(6, "queued", reason="printer.missing")})
    counter = at_printers(papers, FakePrinters())
    why = part(counter.window, QLabel, "why").text()

    counter.press(Qt.Key.Key_F9)

    assert why == say(DeskError("printer.missing"))
    assert papers.answers == [("release", 6)]


@pytest.mark.parametrize(
    ("state", "evidence", "words"),
    [
        ("sent", "", "Đã gửi máy in"),
        ("queued", "", "Chờ in"),
        ("done", "transport_only", "Đã gửi máy in"),
        ("done", "acked", "Đã in (máy báo)"),
        ("done", "scanned", "Đã in, đã quét"),
    ],
)
def test_what_was_only_sent_is_never_called_printed(
    at_printers: Opener, state: str, evidence: str, words: str
) -> None:
    counter = at_printers(FakePapers({4: paper_row(4, state, evidence=evidence)}), FakePrinters())

    assert counter.states() == [words]


def test_a_paper_that_was_written_as_a_file_is_not_told_as_sent_to_a_printer(at_printers: Opener) -> None:
    written = paper_row(4, evidence="transport_only", printer="pdf.receipt")
    waiting = replace(written, job=5, state="queued", evidence="")
    counter = at_printers(FakePapers({4: written, 5: waiting}), FakePrinters())

    assert sorted(counter.states()) == ["Chờ in", "Đã ghi PDF"]


def test_a_paper_that_its_printer_did_not_confirm_is_a_question_that_enter_does_not_answer(
    at_printers: Opener,
) -> None:
    papers = FakePapers({2: paper_row(2, "unknown", reason="print.unconfirmed")})
    counter = at_printers(papers, FakePrinters())

    counter.press(ENTER)

    assert "có thể đã in" in counter.asks()
    assert part(counter.window, QLabel, "why").text() == say(DeskError("print.unconfirmed"))
    assert papers.answers == []


def test_what_changes_in_the_print_room_is_shown_before_anybody_asks(
    at_printers: Opener, qtbot: QtBot
) -> None:
    papers = _in_doubt()
    counter = at_printers(papers, FakePrinters())
    page = counter.window.page()
    assert isinstance(page, PrintersPage)

    papers.rows[2] = paper_row(2, "done", evidence="scanned")
    papers.states = {**papers.states, "label": PrinterState("Máy in nhãn: hết giấy", Tone.BAD)}
    page.papers_changed()
    counter.wait()

    assert counter.asks() == ""
    assert counter.states()[0] == "Đã in, đã quét"
    assert part(counter.window, QLabel, "label_state").text() == "Hết giấy"


def test_a_scanned_number_shows_the_papers_of_its_item_and_esc_shows_all(at_printers: Opener) -> None:
    counter = at_printers(FakePapers({at: paper_row(at) for at in range(2, 8)}), FakePrinters())
    number = paper_row(4).item

    counter.window.take_scan(number)
    counter.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    of_item = len(counter.states())
    counter.press(Qt.Key.Key_Escape)

    assert of_item == 2
    assert len(counter.states()) == 6


@pytest.mark.parametrize(
    ("state", "acting"),
    [
        ("unknown", ["key_printed", "key_again"]),
        ("done", ["key_again"]),
        ("queued", ["key_release"]),
        ("sent", []),
    ],
)
def test_the_keys_that_act_on_the_chosen_paper_stand_below_the_list(
    at_printers: Opener, state: str, acting: list[str]
) -> None:
    counter = at_printers(FakePapers({4: paper_row(4, state)}), FakePrinters())

    caps = [part(counter.window, KeyCap, name) for name in ("key_printed", "key_again", "key_release")]

    assert [cap.objectName() for cap in caps if cap.isVisible()] == acting


def test_the_question_of_the_reason_names_the_paper_and_prints_that_one(at_printers: Opener) -> None:
    papers = FakePapers({2: paper_row(2), 4: paper_row(4)})
    counter = at_printers(papers, FakePrinters())
    table = part(counter.window, WholeRowsTable, "papers")
    table.selectRow(1)

    counter.press(Qt.Key.Key_F8)
    asked = part(counter.window, QLabel, "reason_title").text()
    table.selectRow(0)
    counter.press(Qt.Key.Key_2)

    assert asked == "Vì sao in lại nhãn ME 473 124 801 VN?"
    assert papers.answers == [("lost", 4)]
