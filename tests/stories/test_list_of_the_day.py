"""A list of fifty letters through the real window: a workbook that LibreOffice wrote is looked at, accepted once and never again.

Then one item of it is taken back, one corrected, and the drawer tallies.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.desktop.widgets import MoneyTable
from kt1desk.services.ports import Reader
from kt1desk.services.rows import ItemRow
from tests.support.sheets import by_libreoffice
from tests.support.story import RunningDesk, options_at, running, until
from tests.support.story_dossiers import (
    TAKER,
    USER,
    books,
    files,
    grouped,
    open_the_shift,
    verified,
)
from tests.support.story_papers import codes_in, pdf_texts
from tests.support.story_shift import close_the_shift

LINES = 50
LIST = "27/DS-SNV"
TITLES = ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)", "Độ khẩn", "Chữ", "Thanh toán", "Số danh sách")
RECEIVERS = ("UBVL", "UBDD", "VPTU", "HDND", "STC")
FLOAT_DONG = 1_000_000
STATE_COLUMN = 5
MOST_TABS = 6
WEIGHTS_G = tuple(range(40, 40 + 10 * LINES, 10))
RIGHT_WEIGHT_G = 75


def test_a_list_of_fifty_is_accepted_once_and_one_item_of_it_taken_back_and_one_corrected(
    qapp: QApplication, tmp_path: Path
) -> None:
    options = options_at(tmp_path, trial=True)
    book = _workbook(tmp_path)
    with running(qapp, options, sample=True) as desk:
        desk.log_in(USER, TRIAL_PASSWORD)
        open_the_shift(desk)
        _look_at(desk, book)
        _accept(desk)
        cash_dong = _dong(desk.text("cash_value"))
        numbers = [_number_in(desk, row) for row in range(LINES)]
        _wait_for_papers(desk, labels=LINES, receipts=LINES)
        _look_again(desk)
        back, wrong = numbers[:2]
        given_back_dong = _take_back(desk, back)
        right = _correct(desk, wrong)
        _wait_for_papers(desk, labels=LINES + 1, receipts=LINES + 3)
        close_the_shift(desk, FLOAT_DONG + cash_dong - given_back_dong, TAKER, TRIAL_PASSWORD)

    rows = books(options, lambda reader: _kept(reader, (*numbers, right)))
    assert [row.weight_g for row in rows] == [*WEIGHTS_G, RIGHT_WEIGHT_G]
    assert {row.item for row in rows if row.state == "reversed"} == {back, wrong}
    assert rows[0].charge is not None
    assert rows[0].charge.total_dong == given_back_dong
    receipts = pdf_texts(options.papers, "phieu")
    for label, row in zip(files(options.papers, "nhan"), rows, strict=True):
        assert codes_in(label) == [row.item, f"{row.item} {row.event.text}"]
        assert _receipt_of(row, receipts)
    for number in (back, wrong):
        assert any("PHIẾU RÚT" in text and grouped(number) in text for text in receipts)
    assert "Sổ nguyên vẹn" in verified(options)


# --- the hour ----------------------------------------------------------------------------------------------------------


def _workbook(folder: Path) -> Path:
    """Fifty lines as an office types them, saved by LibreOffice."""
    source = folder / "danh-sach-27.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(TITLES)
        for at, (weight_g, receiver) in enumerate(zip(WEIGHTS_G, cycle(RECEIVERS), strict=False)):
            urgency = "Hỏa tốc" if at % 10 == 9 else "Thường"
            payment = "Tiền mặt" if at % 5 == 0 else "Ghi nợ"
            out.writerow(("SNV", receiver, weight_g, urgency, "", payment, LIST))
    return by_libreoffice(source, folder)


def _look_at(desk: RunningDesk, book: Path) -> None:
    keys = desk.keyboard
    keys.press("ctrl+d")
    desk.until_focus("file")
    keys.enter(str(book))
    desk.until_focus("lines")
    desk.until_text("good_value", f"{LINES} dòng")


def _accept(desk: RunningDesk) -> None:
    """Each cover was looked at; only then the key that accepts does so."""
    keys = desk.keyboard
    keys.press("F9")
    until(lambda: desk.text("problem") != "", "the question whether the covers were looked at")
    keys.press("ctrl+b", "F9")
    until(lambda: f"Đã nhận {LINES} dòng" in desk.text("outcome"), "the whole list", 90)


def _look_again(desk: RunningDesk) -> None:
    """The same file: nothing of it can be accepted."""
    desk.keyboard.press("ctrl+r")
    desk.until_text("same_value", f"{LINES} dòng")
    assert desk.text("good_value") == "0 dòng"


def _take_back(desk: RunningDesk, number: str) -> int:
    """The sender wants it back: asked once, done by the same key pressed again; returns what he gets."""
    keys = desk.keyboard
    _show(desk, number)
    paid = desk.part(MoneyTable, "sums").accessibleDescription()
    assert "Tiền mặt" in paid
    keys.press("F8")
    desk.until_focus("reason")
    keys.press("1")
    keys.press("F8")
    desk.until_text("search_note", f"Đã rút {grouped(number)}")
    desk.idle()
    return _dong(paid.rsplit("Tiền mặt ", 1)[1])


def _correct(desk: RunningDesk, number: str) -> str:
    """Its weight was wrong: it is accepted anew, and looked at anew; returns its new number."""
    keys = desk.keyboard
    _show(desk, number)
    keys.press("ctrl+e")
    desk.until_focus("confirm")
    for _ in range(MOST_TABS):
        if desk.focus() != "weight":
            keys.press("shift+Tab")
    desk.until_focus("weight")
    keys.press("ctrl+a")
    keys.type(str(RIGHT_WEIGHT_G))
    keys.press("space")
    desk.until_text("missing", "Đủ rồi")
    keys.press("F9")
    desk.until_text("search_note", "Đã nhận")
    said = desk.text("search_note")
    assert grouped(number) in said
    return "".join(said.removeprefix("Đã nhận ")[: len(grouped(number))].split())


def _show(desk: RunningDesk, number: str) -> None:
    desk.keyboard.press("ctrl+t")
    desk.until_focus("number")
    desk.keyboard.scan(number)
    desk.until_focus("papers")
    desk.idle()


def _number_in(desk: RunningDesk, row: int) -> str:
    """The number that a line of the list was accepted as."""
    return "".join(desk.cell("lines", row, STATE_COLUMN).removeprefix("Đã nhận ").split())


def _wait_for_papers(desk: RunningDesk, *, labels: int, receipts: int) -> None:
    folder = desk.place.options.papers
    until(lambda: len(files(folder, "nhan")) == labels, f"{labels} labels", 90)
    until(lambda: len(files(folder, "phieu")) == receipts, f"{receipts} receipts", 90)
    desk.idle()


def _dong(text: str) -> int:
    return int(text.removesuffix(" đ").replace(".", ""))


# --- what is left of it --------------------------------------------------------------------------------------------------


def _kept(reader: Reader, numbers: Sequence[str]) -> list[ItemRow]:
    rows = [reader.item(number) for number in numbers]
    return [row for row in rows if row is not None]


def _receipt_of(row: ItemRow, receipts: Sequence[str]) -> bool:
    """Whether one receipt says number, receiver and proof of an item."""
    assert row.receiver is not None
    said = grouped(row.item), row.receiver.name, row.event.text
    return any(all(text in receipt for text in said) for receipt in receipts)
