"""A clerk's first hour, through the real window and with the keyboard only: from an empty folder to a closed shift and whole books.

Keys are those of the X server; scanner, scale and label printer stand on serial lines of their own.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import works_in
from kt1desk.domain.money import dong_in_words
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.services.rows import ItemRow, PaperRow
from tests.support.story import RunningDesk, options_at, pass_ms, running, until
from tests.support.story_machines import Counter, machines
from tests.support.story_papers import codes_on, pdf_texts, printed_labels
from tests.support.story_shift import count_to_close, sign_and_close
from tests.support.tree import ROOT

USER, NAME, PASSWORD = "ha.hoang", "Hoàng Thị Hà", "chim-se-nau-15"
URGENT, ORDINARY = "MX000000513VN", "MX000000527VN"
"""Two labels of the roll that the sample's block belongs to; their ninth digits are right."""
ON_THE_SCALE = b"ST,GS,+  0.340kg\r\n"
TWO_READINGS_MS = 1_200
LABEL_COLUMN = 4
PAPERS = 5
"""A test page, two receipts, and what both sign at the end of the shift."""


@dataclass(frozen=True)
class Kept:
    """What the books hold of an item."""

    row: ItemRow
    papers: dict[str, PaperRow]


def test_a_clerk_alone_sets_the_desk_up_accepts_two_items_and_closes_the_shift_by_keyboard(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = options_at(tmp_path)
    with machines(tmp_path, monkeypatch) as counter:
        with running(qapp, options) as desk:
            _set_up(desk, counter)
            desk.log_in("", PASSWORD)
            _open_the_shift(desk)
            _set_scanner_and_scale(desk)
            _accept_an_urgent_c(desk, counter)
            _accept_an_ordinary_one(desk, counter)
            _prove_the_fresh_label(desk)
            _close_the_shift(desk)
            desk.keyboard.press("shift+F12")
            until(lambda: not desk.window.isVisible(), "the log-off")
        burnt = bytes(counter.printer.taken)

    test_page, *labels = printed_labels(burnt[burnt.index(b"\r\nSIZE") :])
    urgent, ordinary = _kept(options, URGENT), _kept(options, ORDINARY)
    test_receipt, *receipts, report, cash = pdf_texts(options.papers)
    assert [code[:2] for code in codes_on(test_page) if len(code) == 13] == ["TT"]
    assert "Trang in thử" in test_receipt
    for label, item in zip(labels, (urgent, ordinary), strict=True):
        assert codes_on(label) == [item.row.item, f"{item.row.item} {item.row.event.text}"]
    for receipt, item in zip(receipts, (urgent, ordinary), strict=True):
        _says_what_the_books_say(receipt, item)
    assert "BÁO CÁO KẾT CA" in report
    assert "BIÊN BẢN KIỂM QUỸ" in cash
    assert (urgent.row.secrecy, urgent.row.urgency, urgent.row.weight_g) == ("C", "express", 340)
    assert (ordinary.row.secrecy, ordinary.row.urgency, ordinary.row.weight_g) == ("none", "none", 1250)
    assert urgent.papers["label"].evidence == Evidence.SCANNED.value
    assert ordinary.papers["label"].evidence == Evidence.TRANSPORT_ONLY.value
    verified = _verify(options, PASSWORD)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert "Sổ nguyên vẹn" in verified.stdout


# --- the hour ----------------------------------------------------------------------------------------------------------


def _set_up(desk: RunningDesk, counter: Counter) -> None:
    keys = desk.keyboard
    keys.press("2")
    keys.enter()
    desk.until_focus("user")
    keys.enter(USER)
    keys.say(NAME)
    keys.enter()
    keys.enter(PASSWORD)
    keys.enter(PASSWORD)
    until(lambda: desk.text("code") != "", "the recovery code")
    groups = desk.text("code").split()
    keys.enter()
    assert groups[0] not in desk.text("code")
    asked = int(desk.text("group_label")[-1])
    keys.enter(groups[asked - 1].lower())
    _set_label_printer(desk, counter)
    desk.until_text("title", "phiếu")
    desk.idle()
    keys.press("ctrl+p")
    _answer_the_test_page(desk)
    desk.until_focus("enter")
    keys.enter()


def _set_label_printer(desk: RunningDesk, counter: Counter) -> None:
    keys = desk.keyboard
    desk.until_focus("ports")
    keys.press("ctrl+Home")
    keys.enter()
    desk.until_focus("language")  # it was asked, and says nothing
    keys.press("2")
    keys.enter()
    desk.until_focus("stock")
    keys.enter()
    desk.until_focus("test")
    keys.press("ctrl+p")
    until(lambda: counter.printer.taken.endswith(b"PRINT 1,1\r\n"), "the test page at the printer")
    _answer_the_test_page(desk)


def _answer_the_test_page(desk: RunningDesk) -> None:
    """No scanner is set up yet: the page is looked at, and proved by its codes another day."""
    keys = desk.keyboard
    desk.until_focus("code")
    keys.enter()
    desk.until_focus("letters")
    keys.press("1")
    keys.enter()
    desk.until_focus("border")
    keys.press("1")
    keys.enter()
    desk.until_focus("done")
    assert "chưa đọc được mã lớn" in desk.text("verdict")
    keys.enter()


def _open_the_shift(desk: RunningDesk) -> None:
    desk.keyboard.press("F6")
    desk.until_focus("pieces_500000")
    desk.keyboard.enter("1")
    desk.keyboard.enter("2")
    assert desk.text("total_value") == "900.000 đ"
    desk.keyboard.press("F9")
    desk.until_text("search_note", "Đã mở Ca 1, quỹ đầu ca 900.000 đ.")


def _set_scanner_and_scale(desk: RunningDesk) -> None:
    keys = desk.keyboard
    keys.press("F11")
    desk.until_focus("wedge")
    desk.idle()
    keys.enter()
    keys.press("3")
    keys.enter()
    keys.press("2")
    assert (desk.chosen("scanner_port") or "").endswith("ttyQUET")
    assert (desk.chosen("scale_port") or "").endswith("ttyCAN")
    keys.press("F9")
    desk.until_text("saved", "Đã lưu")
    desk.idle()


def _accept_an_urgent_c(desk: RunningDesk, counter: Counter) -> None:
    keys = desk.keyboard
    keys.press("F2")
    desk.until_focus("sender")
    keys.enter("snv")
    keys.enter("van lang")
    keys.press("c", "2")
    desk.until_focus("weight")
    keys.scan(URGENT)
    desk.until_text("number", "MX 000 000 513 VN")
    counter.scale.shows = ON_THE_SCALE
    desk.until_text("weight", "340")
    _confirm_and_accept(desk, counter, labels=1)


def _accept_an_ordinary_one(desk: RunningDesk, counter: Counter) -> None:
    keys = desk.keyboard
    keys.enter("vptu")
    keys.enter("dong dang")
    keys.press("0", "1")
    counter.scanner.send(f"{ORDINARY}\r".encode())
    desk.until_text("number", "MX 000 000 527 VN")
    desk.until_focus("weight")
    pass_ms(TWO_READINGS_MS)
    assert desk.text("weight") == "", "the item before still lies on the scale"
    keys.type("1250")
    _confirm_and_accept(desk, counter, labels=2)


def _confirm_and_accept(desk: RunningDesk, counter: Counter, labels: int) -> None:
    desk.keyboard.press("space")
    desk.until_text("missing", "Đủ rồi")
    desk.keyboard.press("F9")
    desk.until_text("search_note", "Đã nhận MX")
    until(lambda: counter.printer.taken.count(b"PRINT 1,1\r\n") == 1 + labels, "the label at the printer")
    until(lambda: len(list(desk.place.options.papers.glob("*.pdf"))) == 1 + labels, "the receipt")
    desk.until_focus("sender")
    until(lambda: desk.cell("recent", 0, LABEL_COLUMN) == "Đã gửi máy in", "the list to say so")


def _prove_the_fresh_label(desk: RunningDesk) -> None:
    desk.keyboard.scan(URGENT)
    desk.until_text("search_note", "Nhãn đã in đúng")


def _close_the_shift(desk: RunningDesk) -> None:
    """Both items are still in hand; nobody else works at this desk, so that she closes alone."""
    count_to_close(desk, 900_000, (URGENT, ORDINARY))
    sign_and_close(desk)
    until(
        lambda: len(list(desk.place.options.papers.glob("*.pdf"))) == PAPERS, "the papers of the shift's end"
    )


# --- what is left of it --------------------------------------------------------------------------------------------------


def _kept(options: Options, number: str) -> Kept:
    """The item in the books, opened anew."""
    place = take_place(options)
    try:
        opened = works_in(place).opener.open(USER, PASSWORD)
        try:
            with opened.store.read() as reader:
                row = reader.item(number)
                papers = {paper.role: paper for paper in reader.papers(number)}
        finally:
            opened.close()
    finally:
        place.leave()
    assert row is not None
    assert {paper.state for paper in papers.values()} == {JobState.DONE.value}
    return Kept(row, papers)


def _says_what_the_books_say(receipt: str, item: Kept) -> None:
    row = item.row
    assert row.sender is not None
    assert row.receiver is not None
    assert row.charge is not None
    number = f"{row.item[:2]} {row.item[2:5]} {row.item[5:8]} {row.item[8:11]} VN"
    proof = " ".join(row.proof.split())
    assert len(row.proof.replace(" ", "")) == 12
    for text in (
        number,
        row.sender.name,
        row.receiver.name,
        dong_in_words(row.charge.total_dong),
        row.event.text,
        proof,
        NAME,
    ):
        assert text in receipt, receipt


def _verify(options: Options, password: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kt1desk", "verify", "--data-dir", str(options.data), "--user", USER],
        input=f"{password}\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
