"""Every scan gets one answer: from the page in front, by sound and sentence, and never as an answer to a question."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kt1desk.desktop.messages import say
from kt1desk.desktop.scanning.dispatcher import Answering, ScanAnswer, ScanDispatcher, ScanReport, in_words
from kt1desk.devices.scan_shapes import Scan, Shape, classify
from kt1desk.domain.errors import DeskError

TAKEN = ScanAnswer(accepted=True, sentence="Đã nhận.")


class Loudspeaker:
    """What was heard, in order."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def good(self) -> None:
        self.heard.append("good")

    def bad(self) -> None:
        self.heard.append("bad")


class ItemPage:
    """A page that takes item numbers."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.proofs: list[bool] = []
        self.parts: list[bytes] = []
        self.threads: list[threading.Thread] = []

    def on_scan(self, scan: Scan, answer: Answering) -> None:
        self.threads.append(threading.current_thread())
        if scan.kind is Shape.DOSSIER:
            raise ZeroDivisionError
        if scan.kind is not Shape.ITEM:
            raise DeskError("number.shape", "number")
        self.taken.append(scan.value)
        self.proofs.append(scan.proves)
        answer(lambda: TAKEN)

    def on_part(self, data: bytes) -> ScanAnswer:
        self.parts.append(data)
        return TAKEN


class Desk:
    """A dispatcher, a page and a loudspeaker."""

    def __init__(self) -> None:
        self.speaker = Loudspeaker()
        self.page = ItemPage()
        self.dispatcher = ScanDispatcher(self.speaker)
        self.dispatcher.set_page(self.page)
        self.reports: list[ScanReport] = []
        self.dispatcher.answered.connect(self.reports.append)


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    return Desk()


def test_a_scan_the_page_takes_sounds_good(desk: Desk) -> None:
    desk.dispatcher.take("me473124829vn 0.2.1.42")

    assert desk.page.taken == ["ME473124829VN"]
    assert desk.speaker.heard == ["good"]
    assert desk.reports == [ScanReport("bưu gửi ME 473 124 829 VN", TAKEN)] == [desk.dispatcher.last]


def test_a_page_is_told_whether_a_hand_could_have_typed_it(desk: Desk) -> None:
    desk.dispatcher.take("ME473124829VN")
    desk.dispatcher.take("ME473124829VN", proves=False)

    assert desk.page.proofs == [True, False]


@pytest.mark.parametrize("text", ["NP0041772", "no code at all", ""])
def test_a_scan_the_page_refuses_sounds_bad_and_says_why(desk: Desk, text: str) -> None:
    desk.dispatcher.take(text)

    assert desk.speaker.heard == ["bad"]
    assert [report.answer for report in desk.reports] == [
        ScanAnswer(accepted=False, sentence=say(DeskError("number.shape")))
    ]


def test_a_part_of_a_code_goes_to_the_page_as_bytes(desk: Desk) -> None:
    desk.dispatcher.take_part(b"K1\x01\r\n")

    assert desk.page.parts == [b"K1\x01\r\n"]
    assert desk.speaker.heard == ["good"]
    assert [report.scanned for report in desk.reports] == ["mã trên giấy"]


def test_a_scan_that_turned_out_wrong_later_is_heard_and_said(desk: Desk) -> None:
    desk.dispatcher.take("ME473124829VN")

    desk.dispatcher.refuse_late("Chưa ghi được.")

    assert desk.speaker.heard == ["good", "bad"]
    assert desk.reports[-1] == ScanReport("", ScanAnswer(accepted=False, sentence="Chưa ghi được."))


def test_a_page_that_fails_still_answers(desk: Desk) -> None:
    desk.dispatcher.take("H37.12-251120-0012")
    desk.dispatcher.take("ME473124829VN")

    assert desk.speaker.heard == ["bad", "good"]
    assert not desk.reports[0].answer.accepted


def test_without_a_page_a_scan_is_refused(desk: Desk) -> None:
    desk.dispatcher.set_page(None)

    desk.dispatcher.take("ME473124829VN")

    assert desk.page.taken == []
    assert desk.speaker.heard == ["bad"]


def test_a_scan_never_answers_an_open_question(desk: Desk, qtbot: QtBot) -> None:
    question = QMessageBox(QMessageBox.Icon.Question, "Nhãn", "Nhãn đã in chưa?")
    question.addButton(QMessageBox.StandardButton.Yes)
    question.setDefaultButton(QMessageBox.StandardButton.Yes)
    qtbot.addWidget(question)
    open_at_scan: list[bool] = []

    def scan_and_leave() -> None:
        desk.dispatcher.take("ME473124829VN")
        open_at_scan.append(question.isVisible())
        question.reject()

    QTimer.singleShot(50, scan_and_leave)
    question.exec()

    assert open_at_scan == [True]
    assert desk.page.taken == []
    assert desk.speaker.heard == ["bad"]
    assert desk.reports[0].answer.sentence == say(DeskError("scan.dialog_open"))


def test_a_scan_of_another_thread_reaches_the_page_in_the_windows_thread(desk: Desk, qtbot: QtBot) -> None:
    reader = threading.Thread(target=desk.dispatcher.take, args=("ME473124829VN",))

    with qtbot.waitSignal(desk.dispatcher.answered, timeout=5000):
        reader.start()
    reader.join()

    assert desk.page.taken == ["ME473124829VN"]
    assert desk.page.threads == [threading.main_thread()]


def test_a_garbled_scan_tells_to_switch_the_input_method_off(desk: Desk) -> None:
    desk.dispatcher.refuse_garbled()

    assert desk.speaker.heard == ["bad"]
    assert desk.reports[0].answer.sentence == say(DeskError("scan.input_method"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ME473124829VN", "bưu gửi ME 473 124 829 VN"),
        ("ME473124828VN", "bưu gửi ME473124828VN"),
        ("020099001234||Hoàng Thị Mẫu|01021999|Nữ|Khối 1", "thẻ căn cước …1234"),
        ("0912345678", "mã lạ"),
    ],
)
def test_the_status_line_keeps_nothing_of_a_person(text: str, words: str) -> None:
    assert in_words(classify(text)) == words
