"""The test page of a printer: its codes, what a scan of one means, and what follows from what a clerk saw.

Each page has codes of its own, and what it proves holds for the settings it was printed with. This module sends nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kt1desk.app.printer_options import STOCK_OPTIONS, stock_key
from kt1desk.desktop.needs import TestAnswers, TestScan, Tone
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import LAST_SERIAL, normalise_number, number_at
from kt1desk.domain.print_job import JobState, PrintJob, job_key
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.printing.templates import test_page, test_sheet

_RESERVED: Final = "TT"
"""Numbers that begin with T are given to nobody (UPU S10, service indicators): no item can have that of a test page."""
_LAST_DIGITS: Final = 1000
_NUMBER: Final = re.compile(r"TT[0-9]{9}[A-Z]{2}")
NUMBER: Final = "number"


@dataclass(frozen=True, slots=True)
class Trial:
    """One test page that went out.

    Attributes:
        number: its S10 number.
        settings: digest of what it was printed with.
        shows_bars: whether it has bars of several widths; sheets have the number only.
    """

    number: str
    settings: str
    shows_bars: bool

    @classmethod
    def made(cls, profile: PrinterProfile, slot: PrinterSlot, now_ms: int) -> Trial:
        """A page with codes no other page of this printer has for three years."""
        number = number_at(_RESERVED, now_ms // 1000 % (LAST_SERIAL + 1)).text
        return cls(number, settings_digest(profile), slot is not PrinterSlot.PAGE)

    @classmethod
    def from_json(cls, stored: Mapping[str, Json] | None) -> Trial | None:
        """Read what `to_json` wrote; None where there is nothing, or nothing that was ever printed."""
        number = str((stored or {}).get("number", ""))
        if not stored or _NUMBER.fullmatch(number) is None:
            return None
        return cls(number, str(stored.get("settings", "")), stored.get("bars") == 1)

    def to_json(self) -> dict[str, Json]:
        """Flat."""
        return {"number": self.number, "settings": self.settings, "bars": int(self.shows_bars)}

    def bars(self) -> dict[int, str]:
        """The codes of the bars by their width in dots."""
        if not self.shows_bars:
            return {}
        ending = int(self.number[2:10]) % _LAST_DIGITS
        return {dots: f"{dots}{ending:03d}" for dots in test_page.DOTS}

    def mark(self, code: str) -> str:
        """What a scanned code is of this page: ``number``, ``bars_2`` and so on, "" for another code."""
        scanned = normalise_number(code)
        if scanned == self.number:
            return NUMBER
        return next((f"bars_{dots}" for dots, each in self.bars().items() if each == scanned), "")


def settings_digest(profile: PrinterProfile) -> str:
    """What a test page proves something about: the printer and its settings, not what is known of it already."""
    known = set(profile.can.to_json())
    stated = {key: value for key, value in profile.to_json().items() if key not in known}
    return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()


def trial_job(trial: Trial, profile: PrinterProfile, slot: PrinterSlot, when: str, now_ms: int) -> PrintJob:
    """The page as a job that stands in no queue."""
    values = {"printer_name": profile.name, "printed_at": when, "scan_code": trial.number}
    if slot is PrinterSlot.PAGE:
        template, version = test_sheet.NAME, test_sheet.VERSION
        values["paper"] = paper_words(profile)
    else:
        template, version = test_page.NAME, test_page.VERSION
        values["dpi"] = str(profile.head.dpi)
        values |= {f"bars_{dots}": code for dots, code in trial.bars().items()}
    key = job_key("test", slot.role, template, 1)
    return PrintJob("test", key, template, version, values, 1, slot.role, JobState.QUEUED, now_ms)


def paper_words(profile: PrinterProfile) -> str:
    """The paper in a printer, in words; one that nobody can choose is told by its size."""
    stock = profile.stock
    words = {option.key: option.text for options in STOCK_OPTIONS.values() for option in options}
    return words.get(stock_key(stock), f"{stock.width_mm} × {stock.height_mm} mm")


def scan_words(mark: str) -> TestScan:
    """What to say of a scan."""
    if mark == NUMBER:
        return TestScan(mark, "Đã đọc mã lớn của trang thử.", Tone.GOOD)
    if mark:
        return TestScan(mark, f"Đã đọc vạch {mark[-1]} chấm.", Tone.GOOD)
    return TestScan("", "Mã này không phải của trang thử vừa in. Quét mã trên tờ mới nhất.", Tone.WARN)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the answers come to."""

    is_trusted: bool
    text: str


def judge(trial: Trial | None, profile: PrinterProfile, slot: PrinterSlot, answers: TestAnswers) -> Judged:
    """Whether a printer can be trusted with labels and receipts after what was seen of its test page.

    The number has bars as wide as those of all items. Bars of 2 dots need not be scanned: no paper has them.

    Raises:
        DeskError: ``printer.no_test_page``.
    """
    if trial is None or trial.settings != settings_digest(profile):
        raise DeskError("printer.no_test_page", "port")
    marks = {trial.mark(code) for code in answers.scanned}
    wrong = []
    if NUMBER not in marks:
        thick = "bars_4" in marks and "bars_3" not in marks
        wrong.append(
            "chỉ đọc được vạch dày: tăng độ đậm, giảm tốc độ hoặc lau đầu in"
            if thick
            else "chưa đọc được mã lớn: quét lại, tăng độ đậm hoặc chọn cách gửi hình khác"
        )
    if not answers.is_frame_whole:
        wrong.append("khung thiếu cạnh: chọn lại khổ giấy, căn lại giấy trong máy")
    if not answers.is_vietnamese_whole:
        wrong.append("chữ mất dấu: tăng độ đậm, giảm tốc độ")
    if wrong:
        return Judged(
            is_trusted=False, text=f"Máy in chưa dùng chắc được: {'; '.join(wrong)}. Sửa rồi in thử lại."
        )
    thin = trial.shows_bars and "bars_2" not in marks
    # A scanner says nothing of what it cannot read: that a code was not scanned is all there is to know.
    paper = "nhãn" if slot is PrinterSlot.LABEL else "phiếu"
    note = f" Chưa quét vạch 2 chấm; {paper} không dùng vạch ấy." if thin else ""
    return Judged(is_trusted=True, text=f"Máy in đã được xác nhận.{note}")
