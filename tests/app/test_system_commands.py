"""`kt1desk systems` and what is behind it: a file for another system, what it answers, and what is not taken over yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kt1desk.app import system_commands
from kt1desk.app.commands import run_command
from kt1desk.app.desk import OpenDesk
from kt1desk.app.system_counter import SystemCounter
from kt1desk.app.system_files import export_to, systems_of, take_answer
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.course import STOPPED, Course, watched
from kt1desk.services.sentences import SENTENCES
from kt1desk.services.system_answers import Heard
from kt1desk.services.system_rows import ON_COVER
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter, counter, ordinary
from tests.support.reversals import WITHDRAWN, refusal
from tests.support.sheets import written

KT1, ONE_STOP = "bccp_kt1", "one_stop"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    """With an open shift."""
    with counter(tmp_path / "desk") as made:
        made.open_shift()
        yield made


@pytest.fixture
def desk(at: Counter) -> OpenDesk:
    return open_desk_of(at, "clerk")


@pytest.fixture
def asked(at: Counter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Asked:
    return Asked(at, monkeypatch, capsys)


class Asked:
    """The command line over a desk that is open already: the log-in is tried elsewhere."""

    def __init__(
        self, at: Counter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self._capsys = capsys

        class Opened:
            def __init__(self, _asked: object) -> None:
                self.desk = open_desk_of(at, "clerk")

            def __enter__(self) -> Opened:
                return self

            def __exit__(self, *_error: object) -> None:
                return None

        monkeypatch.setattr(system_commands, "at_desk", Opened)

    def tell(self, *words: str) -> tuple[int, str]:
        code = run_command(["systems", *words, "--user", "clerk"])
        return code, self._capsys.readouterr().out


def test_a_file_says_what_was_accepted_and_the_journal_that_it_left(
    desk: OpenDesk, at: Counter, tmp_path: Path
) -> None:
    plain, marked = at.accept().item, at.accept(replace(ordinary(), secrecy=Secrecy.B)).item

    made, file = export_to(desk, KT1, str(tmp_path / "bccp.xlsx"))

    rows = list(load_workbook(file).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    said = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [each["Số hiệu bưu gửi"] for each in said] == [plain, marked]
    assert (said[0]["Người gửi"], said[1]["Người gửi"]) == ("Sở Nội vụ tỉnh Lạng Sơn", ON_COVER)
    with at.store.read() as reader:
        (left,) = reader.newest(Stream.COUNTER, frozenset({"export.made"}))
    assert left.body() == {"what": "system_file", "rows": 2, "sha256": sha256(file.read_bytes()).hexdigest()}
    assert made.batch == f"{KT1}-{desk.session.desk.device}-1"


def test_the_same_file_is_made_again_by_its_number_and_is_the_same(
    desk: OpenDesk, at: Counter, tmp_path: Path
) -> None:
    at.accept()
    first, lost = export_to(desk, KT1, str(tmp_path / "bccp.csv"))
    at.accept()

    again, file = export_to(desk, KT1, str(tmp_path / "again.csv"), first.batch)

    assert again == first
    assert file.read_bytes() == lost.read_bytes()
    assert systems_of(desk).feeds(desk.session)[0].never == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bccp.pdf", "system.file_ending"),
        ("there.csv", "system.file_exists"),
        ("nowhere/bccp.csv", "system.no_folder"),
    ],
)
def test_where_no_file_can_be_nothing_is_written_down(
    desk: OpenDesk, at: Counter, tmp_path: Path, name: str, code: str
) -> None:
    at.accept()
    (tmp_path / "there.csv").write_text("old", encoding="utf-8")

    refused = refusal(lambda: export_to(desk, KT1, str(tmp_path / name)))

    assert (refused.code, refused.field) == (code, "file")
    assert systems_of(desk).feeds(desk.session)[0].never == 1
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "old"


def test_a_disk_that_refuses_the_file_is_told_with_the_number_to_make_it_again(
    desk: OpenDesk, at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.accept()

    def full(*_given: object, **_named: object) -> None:
        raise DeskError("province.folder")

    with monkeypatch.context() as broken:
        broken.setattr("kt1desk.app.system_files.write_new", full)
        refused = refusal(lambda: export_to(desk, KT1, str(tmp_path / "bccp.csv")))

    assert (refused.code, refused.field) == ("system.not_written", "file")
    made, _ = export_to(desk, KT1, str(tmp_path / "bccp.csv"), str(refused.details["batch"]))
    assert len(made.numbers) == 1


def test_a_file_made_again_and_ended_by_esc_is_told_as_ended_and_not_as_refused_by_the_disk(
    desk: OpenDesk, at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.accept()
    first, _ = export_to(desk, KT1, str(tmp_path / "bccp.csv"))
    course, file = Course("Đang ghi tệp"), tmp_path / "again.csv"

    def ended(_made: object) -> bytes:
        course.stop()
        return b"rows"

    monkeypatch.setattr("kt1desk.app.system_files._MAKERS", {".csv": ended})
    with watched(course):
        refused = refusal(lambda: export_to(desk, KT1, str(file), first.batch))

    assert (refused.code, file.exists()) == (STOPPED, False)


def test_an_answer_is_taken_line_by_line_from_the_file_itself(
    desk: OpenDesk, at: Counter, tmp_path: Path
) -> None:
    number = at.accept().item
    lines = [("Số hiệu", "Mã BCCP"), (number, "BC-01"), ("MX999999996VN", "BC-02")]

    found = take_answer(desk, KT1, str(written(tmp_path / "tra-loi.xlsx", lines)))

    assert [(line.line, line.heard) for line in found] == [(2, Heard.TAKEN), (3, Heard.REFUSED)]


def test_the_commands_tell_what_waits_write_the_file_and_take_the_answer(
    asked: Asked, at: Counter, tmp_path: Path
) -> None:
    number, other = at.accept().item, at.accept().item
    answer = written(tmp_path / "tra-loi.xlsx", [("Số hiệu", "Mã BCCP"), (number, "BC-01"), ("ME1", "x")])
    file = tmp_path / "bccp.csv"

    before = asked.tell("waiting")
    wrote = asked.tell("export", "--system", KT1, str(file))
    listed = asked.tell("waiting", "--system", KT1)
    took = asked.tell("import", "--system", KT1, str(answer))
    after = asked.tell("waiting", "--system", KT1)

    assert "BCCP: bưu gửi KT1: 2 chưa ghi vào tệp, 0 chờ trả lời." in before[1]
    assert wrote == (0, f"Tệp {KT1}-0-1: 2 dòng, ghi vào {file}.\n")
    assert [line.split("  ")[0] for line in listed[1].splitlines()] == [number, other]
    assert listed[1].count(f"trong tệp {KT1}-0-1, chờ trả lời") == 2
    assert took[0] == 1
    assert f"Dòng 3: Không nhận. {SENTENCES['system.number_unknown']}" in took[1]
    assert "Đã ghi nhận: 1 dòng" in took[1]
    assert [line.split("  ")[0] for line in after[1].splitlines()] == [other]


def test_the_work_on_the_screen_does_the_same(desk: OpenDesk, at: Counter, tmp_path: Path) -> None:
    number, work = at.accept().item, SystemCounter(desk)
    proposed = Path(work.proposed_export(KT1))

    written_file = work.export_file(KT1, str(tmp_path / proposed.name), "")
    answer = written(tmp_path / "tra-loi.xlsx", [("Số hiệu", "Mã BCCP"), (number, "BC-01")])
    before = work.not_taken(KT1)
    lines = work.take_answer(KT1, str(answer))

    assert proposed.parent == Path.home()
    assert proposed.name.startswith("bccp-kt1-261123-")
    assert (written_file.batch, written_file.lines) == (f"{KT1}-0-1", 1)
    assert Path(written_file.path).is_file()
    assert [(row.number, row.batch) for row in before.rows] == [(number, f"{KT1}-0-1")]
    assert [line.heard for line in lines] == [Heard.TAKEN]
    assert work.not_taken(KT1).rows == ()
    assert (work.feeds()[0].never, work.feeds()[0].unanswered) == (0, 0)


def test_a_thing_that_went_back_to_its_sender_waits_for_no_system(desk: OpenDesk, at: Counter) -> None:
    gone = at.accept().item
    at.reversals.withdraw_item(at.session(), gone, WITHDRAWN)

    assert SystemCounter(desk).not_taken(KT1).rows == ()
