"""The window of the simulated printer on a real screen: paper appears, and every trouble is one key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language
from kt1desk.simprinter.paper_view import PaperView, image_of
from kt1desk.simprinter.picture import Picture
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Wiring
from kt1desk.simprinter.window import Corner, PrinterWindow
from kt1desk.simprinter.zpl import Zpl
from tests.simprinter.papers import job

Z64 = job(GraphicCoding.ZPL_Z64)


@pytest.fixture
def line() -> Iterator[Line]:
    with TcpLine(Zpl(), wiring=Wiring()) as printer:
        yield printer


@pytest.fixture
def window(line: Line, qtbot: QtBot) -> PrinterWindow:
    made = PrinterWindow(line, Language.ZPL)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def give(line: Line, data: bytes) -> None:
    """As if it had come over the line."""
    line.ask(lambda printer: printer.machine.feed(data))


def words(window: PrinterWindow) -> set[str]:
    labels, buttons = window.findChildren(QLabel), window.findChildren(QPushButton)
    return {part.text() for part in labels if part.isVisible()} | {
        part.text() for part in buttons if part.isVisible()
    }


def test_it_says_what_it_is_and_where_the_host_finds_it(window: PrinterWindow, line: Line) -> None:
    said = words(window)

    assert {"Máy in mô phỏng", f"ZPL · cổng {line.address}", "Sẵn sàng"} <= said


def test_a_printed_label_appears_the_newest_on_top(window: PrinterWindow, line: Line, qtbot: QtBot) -> None:
    give(line, Z64)
    window.look()
    give(line, b"^XA^PW80^LL80^FO0,0^GFA,1,1,1,FF^FS^XZ")
    window.look()
    qtbot.waitUntil(lambda: {"Tờ 1 · 100 × 60 mm", "Tờ 2 · 10 × 10 mm"} <= words(window))

    papers = sorted(window.findChildren(PaperView), key=lambda paper: paper.y())
    assert [paper.sizeHint().width() - 2 for paper in papers] == [41, 409]


@pytest.mark.parametrize(
    ("key", "state", "again", "button"),
    [
        (Qt.Key.Key_N, "Nắp mở", Qt.Key.Key_N, "Đóng nắp (N)"),
        (Qt.Key.Key_R, "Đã rút dây", Qt.Key.Key_R, "Cắm dây (R)"),
        (Qt.Key.Key_H, "Hết giấy", Qt.Key.Key_G, "Nạp giấy (G)"),
    ],
)
def test_a_trouble_is_one_key_and_its_end_another(
    window: PrinterWindow, qtbot: QtBot, key: Qt.Key, state: str, again: Qt.Key, button: str
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window, key)
    during = words(window)
    QTest.keyClick(window, again)
    after = words(window)

    assert {state, button} <= during
    assert "Sẵn sàng" in after


def test_the_port_is_the_same_after_the_cable_was_out(
    window: PrinterWindow, line: Line, qtbot: QtBot
) -> None:
    before = line.address
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window, Qt.Key.Key_R)
    unplugged = line.address
    QTest.keyClick(window, Qt.Key.Key_R)

    assert (unplugged, line.address) == ("", before)


def test_torn_paper_and_strange_signs_are_told_with_the_paper(window: PrinterWindow) -> None:
    window.paper.add(Picture(80, 80, bytes(800), is_whole=False, garbage=7))

    (paper,) = window.findChildren(PaperView)
    assert paper.accessibleName() == "Tờ 1 · 10 × 10 mm · tờ rách, in chưa hết · 7 ký tự lạ"


def test_the_dots_on_the_screen_are_the_dots_on_the_paper() -> None:
    image = image_of(Picture(10, 2, b"\x80\x40\x00\x00"))

    dark = [(x, y) for y in range(2) for x in range(10) if image.pixelColor(x, y).lightness() < 128]

    assert dark == [(0, 0), (9, 0)]


def test_beside_a_desk_it_is_small_and_opens_when_something_is_printed(line: Line, qtbot: QtBot) -> None:
    window = PrinterWindow(line, Language.ZPL)
    qtbot.addWidget(window)
    corner = Corner(window)
    window.show()
    qtbot.waitExposed(window)
    shut = window.size()

    give(line, Z64)
    window.look()
    opened, papers = window.size(), window.findChildren(PaperView)
    QTest.mouseClick(corner.turn, Qt.MouseButton.LeftButton)

    assert (shut.width(), shut.height()) == (183, 40)
    assert (opened.width(), papers[0].isVisibleTo(window)) == (480, False)
    assert window.size() == shut
