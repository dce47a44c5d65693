"""A printer that is gone: the item is accepted all the same, its papers wait and say so, and go out by themselves when it is back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.story import options_at, running, until
from tests.support.story_printer_desk import LABEL_COLUMN, accept

NUMBER = "MX000000014VN"


def test_papers_wait_for_a_printer_that_is_gone_and_go_out_when_it_is_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    options = options_at(tmp_path, trial=True)
    with running(qapp, options, sample=True) as desk:
        desk.log_in("ha.hoang", TRIAL_PASSWORD)
        desk.keyboard.press("F6")
        desk.until_focus("pieces_500000")
        desk.keyboard.press("F9")
        desk.until_text("search_note", "Đã mở Ca 1")
        options.papers.rmdir()

        assert accept(desk) == NUMBER
        until(lambda: "Máy in nhãn: thư mục không ghi được" in desk.status(), "the status line to say so")
        until(lambda: "Máy in phiếu: thư mục không ghi được" in desk.status(), "the status line to say so")
        waiting = desk.cell("recent", 0, LABEL_COLUMN)
        options.papers.mkdir()
        until(lambda: len(list(options.papers.glob("*.pdf"))) == 2, "label and receipt")
        until(lambda: desk.cell("recent", 0, LABEL_COLUMN) == "Đã ghi PDF", "the list to say so")
        until(lambda: "không ghi được" not in desk.status(), "the status line to be calm again")

    assert waiting == "Chờ in"
    assert len(list(options.papers.glob("*.pdf"))) == 2


def test_other_printers_take_what_waited_for_the_one_that_is_gone(qapp: QApplication, tmp_path: Path) -> None:
    options = options_at(tmp_path, trial=True)
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    with running(qapp, options, sample=True) as desk:
        desk.log_in("ha.hoang", TRIAL_PASSWORD)
        desk.keyboard.press("F6")
        desk.until_focus("pieces_500000")
        desk.keyboard.press("F9")
        desk.until_text("search_note", "Đã mở Ca 1")
        options.papers.rmdir()
        assert accept(desk) == NUMBER
        until(lambda: "Máy in nhãn: thư mục không ghi được" in desk.status(), "the status line to say so")

        desk.keyboard.press("F10", "ctrl+1")
        desk.until_focus("ports")
        desk.keyboard.press("Tab", "ctrl+a")
        desk.until_focus("target")
        desk.keyboard.type(str(elsewhere))
        desk.keyboard.press("F9")
        desk.until_focus("stock")
        desk.keyboard.press("F9")
        until(lambda: len(list(elsewhere.glob("*.pdf"))) == 1, "the label at the other printer")
        until(lambda: "Máy in phiếu: thư mục không ghi được" in desk.status(), "the receipt to wait on")

    assert len(list(elsewhere.glob("*.pdf"))) == 1
