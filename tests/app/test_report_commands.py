"""`kt1desk report` at a desk with a day's work: what it counted, issued under a number, and the same numbers in PDF, XLSX and CSV."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kt1desk.app.desk import OpenDesk
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.report_services import report_papers_of, reports_of
from kt1desk.app.works import works_in
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import ExportMade
from kt1desk.domain.kt1 import Payment
from kt1desk.domain.reporting.report import Chart, Kind, Prose, Report, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.services.report_values import shown
from tests.support.desks import ordinary
from tests.support.sheets import by_libreoffice
from tests.support.story_custody_desks import Said, say_to_desk

HEAD, CLERK = "son.ly", "ha.hoang"
TEMPLATE = "kt1_results"


@dataclass(frozen=True)
class Done:
    """A desk whose report of the month was issued, what was said, and the files."""

    data: Path
    said: Said
    number: str
    report: Report
    folder: Path

    def tell(self, *words: str, user: str = HEAD) -> Said:
        return say_to_desk(
            "report", *words, "--data-dir", str(self.data), "--user", user, typed=f"{TRIAL_PASSWORD}\n"
        )


def accept_some(desk: OpenDesk) -> None:
    """Three items, one of them paid in cash."""
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), 500_000)
    for payment in (Payment.CASH, Payment.ACCOUNT, Payment.ACCOUNT):
        draft = replace(ordinary(), payment=payment)
        answers = all_confirmed(desk.acceptance.quote(desk.session, draft).checklist)
        desk.acceptance.accept(desk.session, replace(draft, answers=answers))


@contextmanager
def opened(data: Path, user: str) -> Iterator[OpenDesk]:
    place = take_place(Options(data, data.parent / "papers", trial=True))
    desk = works_in(place).opener.open(user, TRIAL_PASSWORD)
    try:
        yield desk
    finally:
        desk.close()
        place.leave()


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    folder = tmp_path_factory.mktemp("report")
    data = folder / "data"
    place = take_place(Options(data, folder / "papers", trial=True))
    works_in(place).make_sample()
    place.leave()
    with opened(data, CLERK) as desk:
        accept_some(desk)
        today = desk.today
    days = ("--template", TEMPLATE, "--from", f"{today:%Y-%m}-01", "--to", f"{today}")
    files = [word for kind in ("pdf", "xlsx", "csv") for word in (f"--{kind}", str(folder / f"bc.{kind}"))]
    at = ("--data-dir", str(data), "--user", HEAD)
    said = say_to_desk("report", "issue", *days, "--yes", *files, *at, typed=f"{TRIAL_PASSWORD}\n")
    assert said.code == 0, said
    with opened(data, HEAD) as desk:
        (entry,) = reports_of(desk).issued(desk.session)
        report = reports_of(desk).read(desk.session, entry.issued.number).report
    return Done(data, said, entry.issued.number, report, folder)


def numbers(report: Report) -> list[str]:
    """Every number of its tables, as it is written."""
    return [
        cell_text(cell, column.kind)
        for table in report.sections
        if isinstance(table, Table)
        for row in (*table.rows, table.total)
        for column, cell in zip(table.columns, row, strict=False)
        if isinstance(cell, int) and column.kind is not Kind.TEXT
    ]


def test_the_report_tells_what_was_accepted(done: Done) -> None:
    said = " ".join(
        text for each in done.report.sections if isinstance(each, Prose) for text in each.sentences
    )

    assert "chấp nhận 3 bưu gửi KT1" in said
    assert said in done.said.out.replace("\n", " ")
    assert f"Số {done.number}, phiên bản 1, Lý Ngọc Sơn phát hành" in done.said.out
    assert any(note.startswith("Số liệu do bàn 0 ghi; bàn khác") for note in done.report.notes)
    assert any(note.startswith("Kỳ báo cáo chưa hết") for note in done.report.notes)


def test_poppler_reads_the_same_numbers(done: Done) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", str(done.folder / "bc.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    words = set(text.split())

    assert done.number in text
    assert {word for number in numbers(done.report) for word in number.split()} - words == set()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_reads_the_same_numbers(done: Done, tmp_path: Path) -> None:
    book = load_workbook(by_libreoffice(done.folder / "bc.xlsx", tmp_path))

    shown_as_table = [each for each in done.report.sections if isinstance(each, Table | Chart)]
    for sheet, section in zip(book.worksheets[1:], shown_as_table, strict=True):
        if isinstance(section, Table):
            rows = [*section.rows, *((section.total,) if section.total else ())]
            expected = [cell for row in rows for cell in row if isinstance(cell, int)]
            share = {Kind.SHARE, Kind.CHANGE_SHARE}
            parts = [
                10_000 if column.kind in share else 1
                for row in rows
                for column, cell in zip(section.columns, row, strict=True)
                if isinstance(cell, int)
            ]
            read = [
                cell.value
                for row in sheet.iter_rows(min_row=2)
                for cell in row
                if isinstance(cell.value, int | float)
            ]
            assert read == [cell / part for cell, part in zip(expected, parts, strict=True)]


def test_the_csv_file_opens_in_excel_as_it_is(done: Done) -> None:
    data = (done.folder / "bc.csv").read_bytes()

    assert data.startswith(b"\xef\xbb\xbf")
    assert done.number in data.decode("utf-8-sig")


def test_it_is_listed_read_again_and_held_against_what_came_late(done: Done) -> None:
    listed = done.tell("issued")
    again = done.tell("issued", "--number", done.number)
    same = done.tell("difference", "--number", done.number)

    assert done.number in listed.out
    assert "Lý Ngọc Sơn" in listed.out
    assert again.out == done.said.out.partition("Đã ghi")[0]
    assert (same.code, same.out) == (0, "Số liệu không đổi từ khi phát hành.\n")


def exports(done: Done) -> int:
    """How many files left the desk, as its journal says."""
    with opened(done.data, HEAD) as desk, desk.store.read() as reader:
        return sum(1 for _ in reader.newest(Stream.COUNTER, frozenset({ExportMade.TYPE})))


def test_a_file_that_is_there_stays_and_a_clerk_issues_nothing(done: Done) -> None:
    before = (done.folder / "bc.pdf").read_bytes()

    exported = exports(done)
    refused = done.tell("issued", "--number", done.number, "--pdf", str(done.folder / "bc.pdf"))
    by_clerk = done.tell(
        *("issue", "--template", TEMPLATE, "--from", "2026-01-01", "--to", "2026-03-31", "--yes"), user=CLERK
    )

    assert refused.code == 1
    assert "Đã có tệp cùng tên" in refused.err
    assert (done.folder / "bc.pdf").read_bytes() == before
    assert exports(done) == exported >= 3
    assert by_clerk.code == 1
    assert "không được phát hành báo cáo" in by_clerk.err


def test_of_days_before_the_desk_nothing_is_known_and_that_is_no_zero(done: Done) -> None:
    said = done.tell("make", "--template", TEMPLATE, "--from", "2025-01-01", "--to", "2025-12-31").out

    assert "Thiếu số liệu: Bưu điện trung tâm tỉnh Lạng Sơn (240000), tất cả." in said
    assert "Bàn này ghi sổ từ ngày" in said


def test_what_can_be_made_is_listed_with_its_periods(done: Done) -> None:
    said = done.tell("list").out

    assert "kt1_results  Báo cáo kết quả dịch vụ KT1" in said
    assert "Quý III/2026" in said


def test_a_draft_and_an_issued_report_wait_for_the_printer_each_as_an_original(done: Done) -> None:
    with opened(done.data, HEAD) as desk:
        of = reports_of(desk).read(desk.session, done.number)
        papers = report_papers_of(desk)
        draft = replace(shown(of), issued=None)
        for each in (shown(of), shown(of), draft, draft):
            papers.print(desk.session, each)
        with desk.store.read() as reader:
            queued = [row for row in reader.papers(limit=50) if row.template == "report"]

    assert [bool(row.values.get("reprinted_at")) for row in queued] == [False, False, True, False]
    assert len({(row.item, row.copy) for row in queued}) == 4
