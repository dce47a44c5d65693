"""Lists at a real desk without a screen: which kind a file is, what may be seen, stopping in the middle, catalogues, reports."""

from __future__ import annotations

import csv
import hashlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kt1desk.app.list_counter import ListCounter
from kt1desk.desktop.needs import LineShape, ListLine, ListTask, ListWatch
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter, counter
from tests.support.dossiers import CENTRE, POSTABLE
from tests.support.sheets import written

LETTERS = ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)", "Chữ")
CASES = (
    "Hình thức",
    "Mã thủ tục",
    "Người nộp",
    "CCCD",
    "Điện thoại",
    "Địa chỉ",
    "Xã",
    "Cơ quan",
    "Giấy tờ",
    "Khối lượng (g)",
)
CASE = (
    "Cả hai",
    POSTABLE.code,
    "Lương Thị Mẫu",
    "020190000123",
    "0912345678",
    "Số 1 đường Thử Nghiệm",
    CENTRE,
    "LS-05983-TTHCC",
    "1: 1 bản chính; 2: 1 bản sao chứng thực; 3: không cần",
    320,
)


class StopsAfter(ListWatch):
    """Stops a run when so many lines have been told of."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._left = lines

    def tell(self, line: ListLine) -> None:
        super().tell(line)
        self._left -= 1
        if self._left == 0:
            self.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    """A desk with an open shift."""
    with counter(tmp_path) as made:
        made.open_shift()
        yield made


def lists_of(desk: Counter, user: str = "clerk") -> ListCounter:
    return ListCounter(open_desk_of(desk, user), lambda: None)


def shapes(lines: Sequence[ListLine]) -> list[LineShape]:
    return [line.shape for line in lines]


def exports(desk: Counter) -> list[dict[str, Json]]:
    """What the security log says of files that left, newest first."""
    with desk.store.read() as reader:
        return [dict(event.body()) for event in reader.newest(Stream.COUNTER, frozenset({"export.made"}))]


def covers(path: Path, count: int) -> Path:
    return written(path, [LETTERS, *(("SNV", "UBVL", 100 + at, "") for at in range(count))])


def test_a_list_of_dossiers_is_known_by_its_titles_and_shows_applicant_and_procedure(
    desk: Counter, tmp_path: Path
) -> None:
    path = written(tmp_path / "ho-so.xlsx", [CASES, CASE])

    brought = lists_of(desk).look(ListTask.ACCEPT, str(path), "", ListWatch())

    (line,) = brought.view.lines
    assert brought.view.kind == "hồ sơ TTHC"
    assert (line.shape, line.first, line.reason) == (LineShape.READY, "Lương Thị Mẫu", "")
    assert line.second == f"{POSTABLE.code} {POSTABLE.name}"
    taken = brought.take(ListWatch(), checked=True)
    with desk.store.read() as reader:
        row = reader.dossier(taken.view.lines[0].number)
    assert row is not None
    assert row.sums.total_dong == line.total_dong


def test_a_run_that_is_stopped_keeps_what_it_took_and_the_next_run_takes_the_rest(
    desk: Counter, tmp_path: Path
) -> None:
    path, lists = covers(tmp_path / "a.xlsx", 9), lists_of(desk)

    first = lists.look(ListTask.ACCEPT, str(path), "", ListWatch()).take(StopsAfter(4), checked=True)
    again = lists.look(ListTask.ACCEPT, str(path), "", ListWatch())
    rest = again.take(ListWatch(), checked=True)

    assert shapes(first.view.lines) == [LineShape.ACCEPTED] * 4 + [LineShape.LEFT] * 5
    assert [line.number for line in again.view.lines[:4]] == [line.number for line in first.view.lines[:4]]
    assert shapes(rest.view.lines) == [LineShape.REPEAT] * 4 + [LineShape.ACCEPTED] * 5


def test_each_line_is_told_when_it_is_on_the_disk(desk: Counter, tmp_path: Path) -> None:
    watch = ListWatch()
    brought = lists_of(desk).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 3)), "", ListWatch())

    taken = brought.take(watch, checked=True)

    assert list(watch.news()) == list(taken.view.lines)
    assert watch.through == (3, 3)


def test_a_list_under_another_number_is_another_list(desk: Counter, tmp_path: Path) -> None:
    path, lists = covers(tmp_path / "a.xlsx", 2), lists_of(desk)
    lists.look(ListTask.ACCEPT, str(path), "27/DS", ListWatch()).take(ListWatch(), checked=True)

    same = lists.look(ListTask.ACCEPT, str(path), "27/DS", ListWatch())
    other = lists.look(ListTask.ACCEPT, str(path), "28/DS", ListWatch())

    assert shapes(same.view.lines) == [LineShape.REPEAT] * 2
    assert shapes(other.view.lines) == [LineShape.READY] * 2


def test_a_list_of_items_is_looked_at_by_cleared_people_alone(desk: Counter, tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [LETTERS, ("SNV", "UBVL", 100, "C"), ("SNV", "UBVL", 100, "")])

    cleared = lists_of(desk).look(ListTask.ACCEPT, str(path), "", ListWatch()).view.lines

    assert [(line.first, line.second) for line in cleared] == [("Sở Nội vụ", "UBND xã Văn Lãng")] * 2
    with pytest.raises(DeskError, match=r"user\.clearance_missing"):
        lists_of(desk, "uncleared").look(ListTask.ACCEPT, str(path), "", ListWatch())


def test_a_clearance_that_ends_in_the_middle_of_a_list_leaves_the_rest(desk: Counter, tmp_path: Path) -> None:
    looked = lists_of(desk).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 3)), "", ListWatch())
    desk.clock.wall_ms += 2 * 365 * 24 * 3_600_000

    lines = looked.take(ListWatch(), checked=True).view.lines

    assert shapes(lines) == [LineShape.REFUSED, LineShape.LEFT, LineShape.LEFT]
    assert "hết hạn" in lines[0].reason


def test_others_get_the_store_while_a_list_is_taken(desk: Counter, tmp_path: Path) -> None:
    brought = lists_of(desk).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 40)), "", ListWatch())
    seen: list[int] = []
    run = threading.Thread(target=lambda: brought.take(ListWatch(), checked=True))

    run.start()
    while run.is_alive():
        with desk.store.read() as reader:
            seen.append(reader.event_count())
    run.join()

    assert len({count for count in seen if seen[0] < count}) > 10


def test_a_path_in_quotation_marks_is_the_path_between_them(desk: Counter, tmp_path: Path) -> None:
    path = covers(tmp_path / "a.xlsx", 1)

    brought = lists_of(desk).look(ListTask.ACCEPT, f'"{path}"', "", ListWatch())

    assert brought.view.file == "a.xlsx"


def test_without_a_shift_the_whole_list_is_refused(tmp_path: Path) -> None:
    with counter(tmp_path) as closed, pytest.raises(DeskError) as caught:
        lists_of(closed).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 1)), "", ListWatch())

    assert caught.value.code == "shift.not_open"


def test_a_catalogue_is_shown_as_read_then_taken_by_whoever_may(desk: Counter, tmp_path: Path) -> None:
    titles = ("Mã thủ tục", "Tên thủ tục", "Thời hạn trực tiếp")
    rows = (("9.900001", "Thủ tục thứ nhất", "5 ngày"), ("9.900002", "Thủ tục thứ hai", "năm hôm"))
    path = written(tmp_path / "tt.xlsx", [titles, *rows])

    brought = lists_of(desk, "chief").look(ListTask.PROCEDURES, str(path), "", ListWatch())
    taken = brought.take(ListWatch(), checked=False)

    assert shapes(brought.view.lines) == [LineShape.WAITING] * 2
    assert [(line.first, line.second) for line in brought.view.lines] == [row[:2] for row in rows]
    assert shapes(taken.view.lines) == [LineShape.TAKEN, LineShape.REFUSED]
    assert taken.view.lines[1].place == "Thời hạn trực tiếp"
    with desk.store.read() as reader:
        assert reader.procedure("9.900001", desk.shifts.proposed_date()) is not None


def test_the_page_is_told_which_columns_each_kind_needs_and_which_it_may_have(desk: Counter) -> None:
    items, dossiers = lists_of(desk).wanted(ListTask.ACCEPT)

    assert items.titles[-1] == "«Khối lượng (g)» (số gam nguyên như 340)"
    assert "«Ký hiệu bì» (A, B, C hoặc để trống)" in items.optional
    assert len(dossiers.titles) == 10
    assert "«Mã số thuế»" in dossiers.optional


@pytest.mark.parametrize("task", [ListTask.PROCEDURES, ListTask.AGENCIES, ListTask.STAFF])
def test_a_clerk_may_import_nothing(task: ListTask, desk: Counter, tmp_path: Path) -> None:
    lists = lists_of(desk)

    for ask in (
        lambda: lists.wanted(task),
        lambda: lists.look(task, str(tmp_path / "a.xlsx"), "", ListWatch()),
    ):
        with pytest.raises(DeskError) as caught:
            ask()
        assert caught.value.code == "user.not_allowed"


def test_both_reports_say_the_same_and_a_text_that_begins_like_a_formula_stays_a_text(
    desk: Counter, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.xlsx", [LETTERS, ("SNV", "UBVL", 100, ""), ("SNV", "UBVL", "nặng", "")])
    brought = lists_of(desk).look(ListTask.ACCEPT, str(path), "", ListWatch())
    taken = brought.take(ListWatch(), checked=True)

    taken.save_report(str(tmp_path / "r.xlsx"))
    taken.save_report(str(tmp_path / "r.csv"))

    sheet = load_workbook(tmp_path / "r.xlsx").worksheets[0]
    by_excel = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        by_csv = list(csv.reader(file))
    assert by_excel == by_csv
    assert by_csv[1][2] == taken.view.lines[0].number
    assert by_csv[2][4] == "Khối lượng (g)"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


@pytest.mark.parametrize(
    ("name", "code"), [("r.pdf", "batch.report_ending"), ("a.xlsx", "batch.report_exists")]
)
def test_a_report_overwrites_nothing_and_has_one_of_two_endings(
    name: str, code: str, desk: Counter, tmp_path: Path
) -> None:
    brought = lists_of(desk).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 1)), "", ListWatch())

    with pytest.raises(DeskError) as caught:
        brought.save_report(str(tmp_path / name))

    assert caught.value.code == code
    assert exports(desk) == []


def test_the_log_says_of_each_report_how_many_lines_it_has_and_which_bytes(
    desk: Counter, tmp_path: Path
) -> None:
    brought = lists_of(desk).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 3)), "", ListWatch())
    catalogue = written(tmp_path / "tt.xlsx", [("Mã thủ tục", "Tên thủ tục"), ("9.900001", "Thứ nhất")])
    procedures = lists_of(desk, "chief").look(ListTask.PROCEDURES, str(catalogue), "", ListWatch())

    brought.save_report(str(tmp_path / "r.xlsx"))
    procedures.save_report(str(tmp_path / "r.csv"))

    assert exports(desk) == [
        {"what": "list_report", "rows": rows, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
        for rows, file in ((1, tmp_path / "r.csv"), (3, tmp_path / "r.xlsx"))
    ]


def test_that_a_report_leaves_is_in_the_journal_before_its_file_is_written(
    desk: Counter, tmp_path: Path
) -> None:
    brought = lists_of(desk).look(ListTask.ACCEPT, str(covers(tmp_path / "a.xlsx", 1)), "", ListWatch())

    with pytest.raises(DeskError, match=r"province\.folder"):
        brought.save_report(str(tmp_path / "no such folder" / "r.csv"))

    assert [each["what"] for each in exports(desk)] == ["list_report"]
