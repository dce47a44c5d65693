"""`kt1desk province kit`: kits for many desks from one plan, and no number twice."""

from __future__ import annotations

import io
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kt1desk.app import kit_making
from kt1desk.app.commands import run_command
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import KnownPrinter, Slot, Way
from kt1desk.exchange import province_key
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.given_blocks import GivenBlocks
from kt1desk.exchange.kit_file import prove_kit, seal_kit
from kt1desk.exchange.province_key import province_init, public_key_of
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.services.kit_columns import PLAN_COLUMNS
from tests.support.sheets import written

PASSPHRASE = "mưa xứ Lạng đêm nay"
TITLES = ("Mã điểm", "Bàn số", "Dải số", "Máy in nhãn")
SEVEN = ("240000", 7, "MA 1000-1999", "TSPL; USB; 100x60")
EIGHT = ("241000", 8, "MA 2000-2999", "")
Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Make kits of a plan, into a folder of this name."""
    monkeypatch.setattr(province_key, "_COST", (1, 1_024, 1))
    province_init(tmp_path / "tinh", PASSPHRASE)

    def command(rows: Iterable[tuple[object, ...]], out: str, *more: str) -> int:
        plan = written(tmp_path / f"{out}.xlsx", [TITLES, *rows])
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        words = f"province kit --folder {tmp_path}/tinh --from 2026-11-01 --to 2099-12-31 --plan {plan}"
        return run_command([*words.split(), "--out", str(tmp_path / out), *more])

    return command


def _issued(tmp_path: Path) -> list[tuple[int, int, int]]:
    return [(row.device, row.block.first, row.issue) for row in GivenBlocks(tmp_path / "tinh").rows]


def test_each_desk_has_its_file_and_the_codes_stand_on_the_slips_alone(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    seal = seal_kit

    def noted(*arguments: object) -> tuple[bytes, str]:
        data, code = seal(*arguments)  # type: ignore[arg-type]
        told.append(code)
        return data, code

    monkeypatch.setattr(kit_making, "seal_kit", noted)

    run((SEVEN, EIGHT), "bo-cai")

    out = tmp_path / "bo-cai"
    kits = sorted((out / "tep").iterdir())
    shut = prove_kit(kits[0].read_bytes(), fingerprint(public_key_of(tmp_path / "tinh")))
    kit = shut.open(told[0])
    assert (kit.device, kit.point, kit.issue) == (7, "240000", 1)
    assert kit.printers == (KnownPrinter(Slot.LABEL, Way.USB, "tspl", "100x60"),)
    with pytest.raises(DeskError, match=r"kit\.wrong_code"):
        shut.open(told[1])
    group = told[0].split("-")[0]
    assert group in _text(out / "ma" / "ma-mot-lan.pdf")
    others = [out / "tong-quan.pdf", *(out / "kiem-tra").iterdir()]
    assert len(others) == 3
    assert not any(each.split("-")[0] in _text(path) for path in others for each in told)
    if sys.platform != "win32":
        secret = [*kits, out / "ma" / "ma-mot-lan.pdf"]
        assert {stat.S_IMODE(path.stat().st_mode) for path in secret} == {0o600}


def test_mistakes_are_told_by_line_and_column_and_nothing_is_made(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DeskError, match=r"kit\.plan_wrong"):
        run((SEVEN, ("999999", 8, "MA 1500-2500", "")), "bo-cai")

    told = capsys.readouterr().err
    assert "Dòng 3, cột «Mã điểm»:" in told
    assert not (tmp_path / "bo-cai").exists()
    assert _issued(tmp_path) == []


def test_a_wrong_line_of_a_list_stops_all_kits(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("Mã gọi", "Tên cơ quan", "Tỉnh", "Địa chỉ"), ("MOI", "", "20", "Số 1")]
    agencies = written(tmp_path / "co-quan.xlsx", rows)

    with pytest.raises(DeskError, match=r"kit\.plan_wrong"):
        run((SEVEN,), "bo-cai", "--agencies", str(agencies))

    assert "Tệp co-quan.xlsx, dòng 2, cột «Tên cơ quan»:" in capsys.readouterr().err
    assert _issued(tmp_path) == []


def test_the_next_run_makes_what_is_new_and_nothing_twice(tmp_path: Path, run: Run) -> None:
    run((SEVEN,), "mot")

    run((SEVEN, EIGHT), "hai")
    with pytest.raises(DeskError, match=r"kit\.nothing"):
        run((SEVEN, EIGHT), "ba")

    assert [path.name for path in (tmp_path / "hai" / "tep").iterdir()] == ["ban-00008-bo-1.kt1kit"]
    assert _issued(tmp_path) == [(7, 1000, 1), (8, 2000, 1)]


def test_a_changed_line_is_refused_and_made_again_only_with_new_numbers(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run((SEVEN,), "mot")
    changed = (*SEVEN[:3], "ZPL; USB; 100x60")

    for more in ((), ("--again", "7")):
        with pytest.raises(DeskError, match=r"kit\.plan_wrong"):
            run((changed,), "hai", *more)
    run((("240000", 7, "MA 3000-3999", ""),), "hai", "--again", "7")
    told = capsys.readouterr().err

    assert "--again 7" in told
    assert "đã nằm trong bộ cài trước của bàn 7" in told
    assert _issued(tmp_path) == [(7, 1000, 1), (7, 3000, 2)]


def test_numbers_of_a_plain_desk_file_go_into_no_kit_and_those_of_a_kit_into_no_other_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def desk_file(device: int, first: int, point: str = "241000") -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        words = f"province desk-file --folder {tmp_path}/tinh --point {point} --from 2026-11-01 --to 2026-12-31 --device {device}"
        out = f"{tmp_path}/{device}-{point}.kt1desk"
        run_command([*words.split(), "--block", f"MA:{first}:{first + 9}", "--out", out])

    desk_file(9, 1990)
    with pytest.raises(DeskError, match=r"kit\.block_given"):
        desk_file(9, 1990, "240000")
    with pytest.raises(DeskError, match=r"kit\.plan_wrong"):
        run((SEVEN,), "bo-cai")
    run((EIGHT,), "bo-cai")
    with pytest.raises(DeskError, match=r"kit\.block_given"):
        desk_file(10, 2000)

    assert sorted(path.name for path in tmp_path.glob("*.kt1desk")) == ["9-241000.kt1desk"]


@pytest.mark.parametrize("cut", ["before", "behind"])
def test_a_run_that_was_killed_is_thrown_away_or_finished(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    class Cut(BaseException):
        """The power goes."""

    def die(*_: object) -> None:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        if cut == "before":
            patch.setattr(GivenBlocks, "add", die)
        else:
            patch.setattr(Path, "rename", die)
        with pytest.raises(Cut):
            run((SEVEN,), "bo-cai")
    assert not (tmp_path / "bo-cai").exists()

    run((SEVEN,), "bo-cai")

    assert [path.name for path in (tmp_path / "bo-cai" / "tep").iterdir()] == ["ban-00007-bo-1.kt1kit"]
    assert _issued(tmp_path) == [(7, 1000, 1)]
    assert list(tmp_path.glob(".bo-cai*")) == []


def test_two_runs_at_once_do_not_both_give_numbers_out(tmp_path: Path, run: Run) -> None:
    seen = GivenBlocks(tmp_path / "tinh")
    run((SEVEN,), "mot")

    with pytest.raises(DeskError, match=r"province\.register_busy"):
        seen.add((), "another")


def test_a_register_that_lost_a_file_gives_nothing_out(tmp_path: Path, run: Run) -> None:
    run((SEVEN,), "mot")
    run((EIGHT,), "hai")
    (tmp_path / "tinh" / "given" / "000001.kt1given").unlink()

    with pytest.raises(DeskError, match=r"province\.register_damaged"):
        run((SEVEN,), "ba")


def test_the_plan_that_is_written_to_be_filled_in_can_be_read(tmp_path: Path, run: Run) -> None:
    run_command(["province", "plan", "--out", str(tmp_path / "mau.xlsx")])

    sheet = read_sheet(tmp_path / "mau.xlsx", PLAN_COLUMNS)

    assert sheet.lines[0].text("point") == "240000"
    assert sheet.warnings == ()


def _text(path: Path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout
