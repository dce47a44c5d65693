"""The province's commands of a rollout: a plan to be filled in, and the kits of all desks from it.

    kt1desk province plan --out ke-hoach.xlsx
    kt1desk province kit --folder F --plan ke-hoach.xlsx --from 2026-12-01 --to 2026-12-31 --out bo-cai \
        [--only 7 --only 8] [--again 7] [--agencies cq.xlsx] [--procedures tt.xlsx] [--staff NHAN-VIEN] \
        [--lines DUONG-MANG --line-codes ma.csv] [--key gate:HEX]

Every mistake of the plan and of the lists is told with line and column before the passphrase is asked for. This module must not know how
kits and papers are made.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import reference_for
from kt1desk.app.kit_lists import LineOfDesk, ListsOfKits, line_for, lines_of_desks
from kt1desk.app.kit_making import FILES, MadeKit, Wanted, due, finish_cut_off, make_kits, write_secret
from kt1desk.app.kit_papers import checklist_pdf, overview_pdf, slips_pdf
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import PlannedDesk
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.given_blocks import GivenBlocks
from kt1desk.exchange.kept_desk_file import GATE
from kt1desk.exchange.kit_file import KitList
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.province_cli import asked_passphrase, public_key
from kt1desk.exchange.province_key import load_province_key, public_key_of
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
from kt1desk.services.kit_columns import EXAMPLES, PLAN_COLUMNS, WIDTHS
from kt1desk.services.kit_plan import PlanFault, read_plan
from kt1desk.services.list_report import warnings_of
from kt1desk.services.shifts import local_date
from kt1desk.services.wording import sentence

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

SLIPS, CHECKLISTS, OVERVIEW = "ma/ma-mot-lan.pdf", "kiem-tra", "tong-quan.pdf"


def add_kit_parsers(province: Subparsers) -> None:
    """Add the words; each sets ``run``: a function of the parsed arguments that returns what to print."""
    plan = province.add_parser("plan", help="ghi bảng kế hoạch trống cho các bàn")
    plan.add_argument("--out", type=Path, required=True, help="tệp .xlsx sẽ ghi")
    plan.set_defaults(run=_plan)
    kit = province.add_parser("kit", help="làm bộ cài cho từng bàn theo bảng kế hoạch")
    for name, help_text in (
        ("--folder", "thư mục giữ khóa của tỉnh"),
        ("--plan", "bảng kế hoạch .xlsx hoặc .csv"),
        ("--out", "thư mục mới sẽ ghi bộ cài, phiếu mã, phiếu kiểm tra"),
    ):
        kit.add_argument(name, type=Path, required=True, help=help_text)
    for name, help_text in (("--from", "ngày đầu lập bàn được"), ("--to", "ngày cuối lập bàn được")):
        kit.add_argument(
            name,
            type=date.fromisoformat,
            required=True,
            help=f"{help_text}, YYYY-MM-DD",
            dest=f"{name[2:]}_",
            metavar="NGÀY",
        )
    for name, help_text in (
        ("--only", "chỉ làm cho bàn này; ghi được nhiều lần"),
        ("--again", "làm lại cho bàn này khi bộ cài trước chưa dùng và đã hủy; dải số phải mới"),
    ):
        kit.add_argument(name, type=int, action="append", default=[], help=help_text, metavar="BÀN")
    for name, help_text in (
        ("--agencies", "danh sách cơ quan, kèm vào mọi bộ cài"),
        ("--procedures", "danh sách thủ tục, kèm vào mọi bộ cài"),
        ("--staff", "thư mục có danh sách người dùng của từng điểm: 240000.kt1staff, .xlsx hoặc .csv"),
        ("--lines", "thư mục có tệp đường mạng .kt1line của các bàn"),
        ("--line-codes", "bảng mã một lần của các tệp đường mạng: cột Bàn số, Mã một lần"),
    ):
        kit.add_argument(name, type=Path, help=help_text)
    kit.add_argument("--key", type=public_key, action="append", default=[], help="khóa công khai: tên:HEX")
    kit.set_defaults(run=_kit)


def _plan(asked: argparse.Namespace) -> str:
    titles = [column.title for column in PLAN_COLUMNS.columns]
    write_new(asked.out, xlsx_bytes(titles, WIDTHS, EXAMPLES), taken="province.out_exists")
    columns = "\n".join(f"  {column.described()}" for column in PLAN_COLUMNS.columns)
    return f"Đã ghi {asked.out}. Mỗi bàn một dòng; xóa dòng ví dụ. Các cột:\n{columns}"


def _kit(asked: argparse.Namespace) -> str:
    given = GivenBlocks(asked.folder)
    if finish_cut_off(asked.out, given):
        return f"Lần chạy trước bị ngắt khi đã làm xong; bộ cài nằm trong {asked.out}. Xem rồi chạy lại nếu còn bàn chưa có."
    run = _Run(asked, given)
    wanted = run.wanted()
    private = load_province_key(asked.folder, asked_passphrase())
    made = make_kits(wanted, private, given, asked.out, run.write_papers)
    _tell(
        (
            f"Đã làm {len(made)} bộ cài trong {asked.out / FILES}, phiếu kiểm tra trong {asked.out / CHECKLISTS}.",
            f"In {asked.out / SLIPS} rồi xóa tệp ấy: mã không lưu ở đâu khác. Tệp và mã đi hai đường khác nhau.",
        )
    )
    return run.print


class _Run:
    """One run of ``province kit``: what was asked for, and everything that is told of it."""

    def __init__(self, asked: argparse.Namespace, given: GivenBlocks) -> None:
        self._asked = asked
        self._given = given
        self._today = local_date(SystemClock().now())
        self._all: tuple[PlannedDesk, ...] = ()
        self._names: Mapping[str, str] = {}
        self.print = fingerprint(public_key_of(asked.folder))

    def wanted(self) -> Wanted:
        """What is to be made, once nothing is wrong with it.

        Raises:
            DeskError: ``kit.plan_wrong`` with ``count``, after each mistake was told; ``kit.not_in_plan``, ``kit.nothing``; as reading the
                files raises.
        """
        asked = self._asked
        reference = reference_for(trial=False)
        points = {row.code: row for row in reference.points if row.holds(self._today)}
        self._names = {code: row.name for code, row in points.items()}
        sheet = read_sheet(asked.plan, PLAN_COLUMNS)
        _tell(warnings_of(sheet))
        plan = read_plan(sheet, points.__contains__, self._given.rows)
        faults, self._all = list(plan.faults), plan.desks
        desks = () if faults else self._chosen(faults)
        lists = ListsOfKits(asked.agencies, asked.procedures, asked.staff, self._today)
        brought = self._lists(lists, desks, points[desks[0].point].province) if desks else {}
        lines = dict(self._lines(desks, faults))
        told = [*map(_fault_words, faults)]
        told += [
            f"Tệp {row.file}, dòng {row.line}, cột «{row.title}»: {_reason(row.reason, row.title)}"
            for row in lists.faults
        ]
        _tell(told)
        if told:
            raise DeskError("kit.plan_wrong", count=len(told))
        if not desks:
            raise DeskError("kit.nothing")
        return Wanted(desks, (asked.from_, asked.to_), tuple(asked.key), brought, lines, self._today)

    def write_papers(self, part: Path, kits: Sequence[MadeKit]) -> None:
        """Slips, checklists and the sheet over all desks, into the folder of the run."""
        (part / SLIPS).parent.mkdir(mode=0o700)
        (part / CHECKLISTS).mkdir(mode=0o700)
        write_secret(part / SLIPS, slips_pdf(kits, self._names, self.print))
        for kit in kits:
            paper = checklist_pdf(kit, self._names[kit.desk.point], self.print, self._today)
            write_secret(part / CHECKLISTS / f"ban-{kit.desk.device:05d}.pdf", paper)
        now = {kit.desk.device: kit for kit in kits}
        rows = []
        for desk in sorted(self._all, key=lambda desk: desk.device):
            issues = [row.issue for row in self._given.of_device(desk.device)]
            made = now.get(desk.device)
            rows.append((desk, made.issue if made is not None else max(issues, default=0)))
        write_secret(part / OVERVIEW, overview_pdf(rows, self._names, self.print, self._today))

    def _chosen(self, faults: list[PlanFault]) -> tuple[PlannedDesk, ...]:
        only, again = set(self._asked.only), set(self._asked.again)
        known = {desk.device for desk in self._all}
        for device in sorted((only | again) - known):
            raise DeskError("kit.not_in_plan", device=device)
        asked_for: Collection[int] = only | again if only else known
        chosen = []
        for desk, refusal in due(
            [desk for desk in self._all if desk.device in asked_for], self._given, again
        ):
            if refusal is None:
                chosen.append(desk)
            else:
                faults.append(PlanFault(desk.line, PLAN_COLUMNS.title_of(refusal.field), refusal))
        left = len(asked_for) - len(chosen) - len(faults)
        if left:
            _tell((f"{left} bàn đã có bộ cài, giữ như cũ.",))
        return tuple(chosen)

    def _lists(
        self, lists: ListsOfKits, desks: Sequence[PlannedDesk], home: str
    ) -> Mapping[str, tuple[KitList, ...]]:
        everywhere = lists.everywhere(home)
        province = public_key_of(self._asked.folder)
        points = sorted({desk.point for desk in desks})
        return {point: (*everywhere, *lists.of_point(point, province)) for point in points}

    def _lines(
        self, desks: Sequence[PlannedDesk], faults: list[PlanFault]
    ) -> Iterable[tuple[int, LineOfDesk]]:
        asked = self._asked
        if asked.lines is None or asked.line_codes is None:
            return
        found = lines_of_desks(asked.lines, asked.line_codes)
        gate = next((row.key for row in asked.key if row.name == GATE), "")
        for desk in desks:
            if Transport.NETWORK in desk.transports:
                try:
                    yield desk.device, line_for(desk, found.get(desk.device), gate)
                except DeskError as error:
                    faults.append(PlanFault(desk.line, PLAN_COLUMNS.title_of("centre"), error))


def _fault_words(fault: PlanFault) -> str:
    return f"Dòng {fault.line}, cột «{fault.title}»: {_reason(fault.reason, fault.title)}"


def _reason(reason: DeskError, title: str) -> str:
    return sentence(DeskError(reason.code, title, **reason.details))


def _tell(sentences: Iterable[str]) -> None:
    """Beside the result, so that standard output holds the fingerprint alone."""
    for said in sentences:
        print(said, file=sys.stderr)
