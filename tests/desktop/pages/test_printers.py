"""Papers and printers by keyboard alone: doubts are answered by keys of their own, reprints have a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import PrinterProfile
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.widgets import Card, FieldEdit, FieldState, KeyCap, SegmentedChoice, WholeRowsTable
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import part, press, type_text
from tests.support.setup_fakes import FakePapers, FakePrinters, paper_row

ENTER = Qt.Key.Key_Return


class Counter:
    """The window at the printers' page."""

    def __init__(self, window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
        self.window, self._jobs, self._qtbot = window, jobs, qtbot

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(key, modifiers)
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


@pytest.mark.parametrize(("state", "words"), [("sent", "Đã gửi máy in"), ("queued", "Chờ in")])
def test_what_was_only_sent_is_never_called_printed(at_printers: Opener, state: str, words: str) -> None:
    counter = at_printers(FakePapers({4: paper_row(4, state)}), FakePrinters())

    assert counter.states() == [words]


def test_a_printer_is_set_up_and_tested_from_here(at_printers: Opener) -> None:
    printers = FakePrinters()
    counter = at_printers(FakePapers(), printers)

    counter.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        counter.press(Qt.Key.Key_Down)
    counter.press(ENTER)
    type_text("192.168.1.40:9100")
    counter.press(ENTER)
    counter.press(Qt.Key.Key_1)
    counter.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert printers.profiles["label"].target == "192.168.1.40:9100"
    assert printers.tests == ["label"]


def test_a_printer_that_is_refused_keeps_what_was_typed(at_printers: Opener) -> None:
    printers = FakePrinters()
    counter = at_printers(FakePapers(), printers)

    counter.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        counter.press(Qt.Key.Key_Down)
    counter.press(ENTER)
    type_text("may-in")
    counter.press(ENTER)
    counter.press(Qt.Key.Key_1)
    counter.press(Qt.Key.Key_F9)

    target = part(counter.window, FieldEdit, "target")
    assert target.state() is FieldState.ERROR
    assert target.text() == "may-in"
    assert printers.profiles == {}


def _describe_receipt_printer(counter: Counter, language: Qt.Key) -> None:
    counter.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        counter.press(Qt.Key.Key_Down)
    counter.press(ENTER)
    type_text("192.168.1.40:9100")
    counter.press(ENTER)
    counter.press(language)


@pytest.mark.parametrize(("language", "usual"), [(Qt.Key.Key_1, "a4"), (Qt.Key.Key_2, "a5")])
def test_enter_stops_once_at_the_paper_that_a_new_receipt_printer_usually_has(
    at_printers: Opener, language: Qt.Key, usual: str
) -> None:
    printers = FakePrinters()
    counter = at_printers(FakePapers(), printers)
    _describe_receipt_printer(counter, language)

    counter.press(ENTER)
    at_paper, saved_before = (
        part(counter.window, SegmentedChoice, "paper").hasFocus(),
        dict(printers.profiles),
    )
    counter.press(ENTER)

    assert (at_paper, saved_before) == (True, {})
    assert printers.profiles["receipt"].paper == usual


def test_another_paper_is_one_key_and_stays_when_ports_are_looked_for_again(at_printers: Opener) -> None:
    printers = FakePrinters()
    counter = at_printers(FakePapers(), printers)
    _describe_receipt_printer(counter, Qt.Key.Key_1)

    counter.press(ENTER)
    counter.press(Qt.Key.Key_2)
    counter.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    counter.press(Qt.Key.Key_F9)

    assert printers.profiles["receipt"].paper == "a5"


def test_a_kept_receipt_printer_shows_its_own_paper_and_another_port_the_usual_one(
    at_printers: Opener,
) -> None:
    set_up = PrinterProfile("receipt", "pdf", "pdf", "/home/kt1/giay", "a4")
    printers = FakePrinters(profiles={"receipt": set_up})
    counter = at_printers(FakePapers(), printers)
    counter.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    paper = part(counter.window, SegmentedChoice, "paper")
    kept = paper.value()

    part(counter.window, WholeRowsTable, "ports").setFocus()
    counter.press(Qt.Key.Key_Up)
    part(counter.window, SegmentedChoice, "language").setFocus()
    counter.press(Qt.Key.Key_2)

    assert (kept, paper.value()) == ("a4", "a5")


def test_the_label_printer_asks_for_no_paper(at_printers: Opener) -> None:
    counter = at_printers(FakePapers(), FakePrinters())

    counter.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    with_receipts = part(counter.window, SegmentedChoice, "paper").isVisible()
    counter.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert (with_receipts, part(counter.window, SegmentedChoice, "paper").isVisible()) == (True, False)


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
