"""`kt1desk accept` and `kt1desk import`, with files made by LibreOffice; real processes for fifty covers and for a kill in the middle."""

from __future__ import annotations

import csv
import shutil
import signal
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.dossier_columns import DOSSIER_COLUMNS
from kt1desk.services.rows import ItemRow
from tests.support.sheets import by_libreoffice, written
from tests.support.tree import ROOT
from tests.support.typed_commands import Ran, called, started

CLERK, HEAD = "ha.hoang", "son.ly"
TITLES = ("Số TT", "Người gửi", "Người nhận", "Khối lượng (g)", "Độ khẩn", "Chữ")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial desk with an open shift; never written again."""
    data = tmp_path_factory.mktemp("sample") / "data"
    place = take_place(Options(data, data.parent / "papers", trial=True))
    works = works_in(place)
    works.make_sample()
    opened = works.opener.open(CLERK, TRIAL_PASSWORD)
    opened.shifts.open(opened.session, opened.shifts.proposed_date(), 500_000)
    opened.close()
    place.leave()
    return data


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Path:
    """A copy of its own."""
    return Path(shutil.copytree(sample, tmp_path / "data"))


def command(data: Path, *words: str, user: str = CLERK) -> list[str]:
    return [sys.executable, "-m", "kt1desk", *words, "--data-dir", str(data), "--user", user]


def run(data: Path, *words: str, user: str = CLERK) -> Ran:
    return called(*words, "--data-dir", str(data), "--user", user)


def items(data: Path) -> list[ItemRow]:
    place = take_place(Options(data, data.parent / "papers"))
    try:
        opened = works_in(place).opener.open(CLERK, TRIAL_PASSWORD)
        with opened.store.read() as reader:
            found = list(reader.items_here(1_000))
        opened.close()
    finally:
        place.leave()
    return found


def exports(data: Path) -> list[tuple[str, dict[str, Json]]]:
    """Who took which file along, newest first."""
    place = take_place(Options(data, data.parent / "papers"))
    try:
        opened = works_in(place).opener.open(HEAD, TRIAL_PASSWORD)
        with opened.store.read() as reader:
            events = list(reader.newest(Stream.COUNTER, frozenset({"export.made"})))
        opened.close()
    finally:
        place.leave()
    return [(event.envelope.actor, dict(event.body())) for event in events]


def fifty(folder: Path) -> Path:
    """Fifty covers in a workbook that LibreOffice saved; the weights are formulas."""
    lines = [
        (
            number,
            "SNV",
            "UBVL",
            f"={number}*10",
            "Hỏa tốc" if number % 10 == 0 else "",
            "C" if number == 7 else "",
        )
        for number in range(1, 51)
    ]
    return by_libreoffice(written(folder / "danh-sach.xlsx", [TITLES, *lines]), folder)


def test_fifty_covers_of_a_workbook_by_libreoffice_are_accepted_once(desk: Path, tmp_path: Path) -> None:
    file, report = fifty(tmp_path), tmp_path / "ket-qua.csv"

    looked = run(desk, "accept", str(file))
    words = ("accept", str(file), "--checked", "--report", str(report))
    done = started(*words, "--data-dir", str(desk), "--user", CLERK)
    again = run(desk, "accept", str(file), "--checked")

    assert (looked.returncode, looked.stdout.splitlines()[0]) == (0, "Nhận được: 50 dòng")
    assert "--checked" in looked.stderr
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Đã nhận: 50 dòng")
    assert "Có 50 ô là công thức" in done.stderr
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "Đã nhận từ trước: 50 dòng")
    found = items(desk)
    assert Counter(row.weight_g for row in found) == Counter(range(10, 501, 10))
    with report.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["Dòng"] for row in rows] == [str(number) for number in range(2, 52)]
    assert sorted(row["Số hiệu"] for row in rows) == sorted(row.item for row in found)


def test_a_run_that_is_killed_is_begun_again_and_every_line_is_accepted_once(
    desk: Path, tmp_path: Path
) -> None:
    file = tmp_path / "danh-sach.csv"
    lines = "".join(f"SNV,UBVL,{weight}\n" for weight in range(1, 251))
    file.write_text(f"Người gửi,Người nhận,Khối lượng\n{lines}", encoding="utf-8")

    with subprocess.Popen(
        command(desk, "accept", str(file), "--checked"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(f"{TRIAL_PASSWORD}\n")
        process.stdin.flush()
        reached = process.stderr.readline()
        process.send_signal(signal.SIGKILL)
    killed = items(desk)
    rest = run(desk, "accept", str(file), "--checked")

    assert reached == "100/250 dòng\n"
    assert 100 <= len(killed) < 250
    assert f"Đã nhận: {250 - len(killed)} dòng" in rest.stdout
    assert f"Đã nhận từ trước: {len(killed)} dòng" in rest.stdout
    assert sorted(row.weight_g for row in items(desk)) == list(range(1, 251))


def test_an_interrupted_run_ends_between_lines_and_reports_the_rest(desk: Path, tmp_path: Path) -> None:
    file, report = tmp_path / "danh-sach.csv", tmp_path / "ket-qua.csv"
    lines = "".join(f"SNV,UBVL,{weight}\n" for weight in range(1, 251))
    file.write_text(f"Người gửi,Người nhận,Khối lượng\n{lines}", encoding="utf-8")

    with subprocess.Popen(
        command(desk, "accept", str(file), "--checked", "--report", str(report)),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(f"{TRIAL_PASSWORD}\n")
        process.stdin.flush()
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.stderr.read()

    assert process.returncode == 1
    with report.open(encoding="utf-8-sig", newline="") as rows:
        states = Counter(row["Kết quả"] for row in csv.DictReader(rows))
    assert states["Đã nhận"] == len(items(desk))
    assert states["Chưa nhận"] == 250 - states["Đã nhận"] > 0


def test_a_refused_line_is_told_and_makes_the_run_end_with_one(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "danh-sach.csv"
    file.write_text("Người gửi;Người nhận;Khối lượng\nSNV;UBVL;1.250\n", encoding="utf-8")

    done = run(desk, "accept", str(file), "--checked")

    assert done.returncode == 1
    assert done.stdout.startswith(
        "Dòng 2: Không nhận, cột «Khối lượng (g)». Khối lượng phải là số gam nguyên"
    )
    assert items(desk) == []


def test_a_report_is_never_written_over_and_that_is_said_before_anything_is_done(
    desk: Path, tmp_path: Path
) -> None:
    file, report = tmp_path / "danh-sach.csv", tmp_path / "ket-qua.csv"
    file.write_text("Người gửi;Người nhận;Khối lượng\nSNV;UBVL;10\n", encoding="utf-8")
    report.write_text("của người khác", encoding="utf-8")

    done = run(desk, "accept", str(file), "--checked", "--report", str(report))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Tệp báo cáo đã có sẵn.")
    assert report.read_text(encoding="utf-8") == "của người khác"
    assert items(desk) == []


def test_each_report_of_the_commands_is_in_the_security_log(desk: Path, tmp_path: Path) -> None:
    letters, agencies = tmp_path / "danh-sach.csv", tmp_path / "co-quan.csv"
    letters.write_text("Người gửi;Người nhận;Khối lượng\nSNV;UBVL;10\nSNV;UBVL;nặng\n", encoding="utf-8")
    agencies.write_text("Mã gọi;Tên cơ quan;Địa chỉ\nHTX1;Trung tâm Thử;Số 1, Trần Phú\n", encoding="utf-8")

    run(desk, "accept", str(letters), "--report", str(tmp_path / "a.csv"))
    run(desk, "import", "agencies", str(agencies), "--report", str(tmp_path / "b.csv"), user=HEAD)

    assert exports(desk) == [
        (who, {"what": "list_report", "rows": rows, "sha256": sha256(file.read_bytes()).hexdigest()})
        for who, rows, file in ((HEAD, 1, tmp_path / "b.csv"), (CLERK, 2, tmp_path / "a.csv"))
    ]


def test_a_list_of_dossiers_is_accepted_from_the_command_line(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "ho-so.csv"
    titles = "Hình thức;Mã thủ tục;Người nộp;Số định danh;Điện thoại;Địa chỉ;Xã;Cơ quan;Giấy tờ;Khối lượng"
    papers = "1: 1 bản chính, 2: không cần, 3: không cần, 4: không cần, 5: không cần".replace(", ", "; ")
    who = "Lương Thị Mẫu;020190000123;0912345678;Số 1 đường Thử;05983;LS-05983-TTHCC"
    file.write_text(f'{titles}\nGửi;1.004873;{who};"{papers}";320\n', encoding="utf-8")

    done = run(desk, "accept", str(file), "--kind", "dossier", "--checked")
    again = run(desk, "accept", str(file), "--checked")

    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Đã nhận: 1 dòng")
    assert again.stdout.splitlines()[-1] == "Đã nhận từ trước: 1 dòng"


def test_catalogues_are_brought_in_and_known_at_the_next_log_in(desk: Path, tmp_path: Path) -> None:
    agencies = written(
        tmp_path / "co-quan.xlsx",
        [
            ("Mã gọi", "Tên cơ quan", "Địa chỉ"),
            ("HTX1", "Trung tâm Thử nghiệm", "Số 1, đường Trần Phú, Lạng Sơn"),
        ],
    )
    letters = tmp_path / "danh-sach.csv"
    letters.write_text("Người gửi;Người nhận;Khối lượng\nSNV;htx1;10\n", encoding="utf-8")

    not_allowed = run(desk, "import", "agencies", str(agencies))
    done = run(desk, "import", "agencies", str(agencies), user=HEAD)
    again = run(desk, "import", "agencies", str(agencies), user=HEAD)
    letter = run(desk, "accept", str(letters), "--checked")

    assert (not_allowed.returncode, not_allowed.stdout) == (1, "")
    assert "Trưởng điểm, Quản trị" in not_allowed.stderr
    assert (done.returncode, done.stdout) == (0, "Đã thêm: 1 dòng\n")
    assert (again.returncode, again.stdout) == (0, "Đã có: 1 dòng\n")
    assert letter.stdout.startswith("Đã nhận: 1 dòng")
    receiver = items(desk)[0].receiver
    assert receiver is not None
    assert receiver.name == "Trung tâm Thử nghiệm"


def test_help_names_every_column_of_both_kinds_what_may_stand_in_them_and_what_must_be_done_before(
    tmp_path: Path,
) -> None:
    words = " ".join(run(tmp_path, "accept", "--help").stdout.split())

    for column in (*KT1_COLUMNS.columns, *DOSSIER_COLUMNS.columns):
        assert f"«{column.title}»" in words
    assert "«Ký hiệu bì» (A, B, C hoặc để trống)" in words
    assert "đóng cửa sổ" in words
    assert "mở ca" in words


def test_what_each_line_of_dossiers_needs_are_ten_columns() -> None:
    assert len(DOSSIER_COLUMNS.needed()) == 10
    assert set(DOSSIER_COLUMNS.missing(())) <= {
        title.split(" (", 1)[0].strip("«»") for title in DOSSIER_COLUMNS.needed()
    }
