"""A desk from a kit, with the keyboard alone: the province's commands make it, the slip's code opens it, it has what was in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.sheets import written
from tests.support.story import RunningDesk, options_at, running, until
from tests.support.typed_commands import called

PASSPHRASE, PASSWORD = "con song ky cung chay nguoc", "chim-se-nau-15"
PLAN = ("Mã điểm", "Bàn số", "Dải số", "Máy in nhãn", "Được làm KT1")
AGENCIES = [("Mã gọi", "Tên cơ quan", "Tỉnh", "Địa chỉ"), ("MOI", "Cơ quan mới lập", "20", "Số 1")]

pytestmark = pytest.mark.soak


def _made(root: Path) -> tuple[Path, str, str]:
    """The kit of desk 7, the province's fingerprint, the code as it stands on the slip."""
    (root / "nhan").mkdir()
    line = ("240000", 7, "MA 1000-1999", f"thư mục {root / 'nhan'}; 100x60", "lan.hoang:31/12/2099")
    plan, agencies = written(root / "plan.xlsx", [PLAN, line]), written(root / "co-quan.xlsx", AGENCIES)
    folder, out = root / "province", root / "bo-cai"
    _province("init", "--folder", str(folder))
    shown = _province(
        *("kit", "--folder", str(folder), "--plan", str(plan), "--agencies", str(agencies)),
        *("--from", "2025-07-01", "--to", "2099-12-31", "--out", str(out)),
    )
    slip = out / "ma" / "ma-mot-lan.pdf"
    text = subprocess.run(["pdftotext", str(slip), "-"], capture_output=True, text=True, check=True).stdout
    code = "-".join(re.findall(r"[^\s–]+", text.split(".kt1kit")[1].split("Dấu")[0]))
    return next((out / "tep").iterdir()), shown, code


def _province(*words: str) -> str:
    done = called("province", *words, lines=(PASSPHRASE,))
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _type(desk: RunningDesk, *texts: str) -> None:
    for text in texts:
        desk.keyboard.enter(text)
        desk.idle()


def test_a_technician_sets_a_desk_up_from_a_kit(qapp: QApplication, tmp_path: Path) -> None:
    kit, fingerprint, code = _made(tmp_path)

    with running(qapp, options_at(tmp_path)) as desk:
        keys = desk.keyboard
        keys.press("1")
        _type(desk, "", str(kit), fingerprint, code)
        desk.until_text("summary", "Danh sách sẽ nhập: cơ quan.")
        keys.enter()
        desk.until_focus("user")
        keys.enter("lan.hoang")
        keys.say("Hoàng Thị Lan")
        keys.enter()
        keys.enter(PASSWORD)
        keys.enter(PASSWORD)
        until(lambda: desk.text("code") != "", "the recovery code")
        groups = desk.text("code").split()
        keys.enter()
        keys.enter(groups[int(desk.text("group_label")[-1]) - 1])
        desk.until_focus("ports")
        desk.until_text("told", "Bộ cài ghi Máy in nhãn")
        proposed = desk.text("target")
        keys.press("F8", "F8")
        desk.until_text("ready_text", "Danh sách cơ quan: đã thêm: 1 dòng.")
        desk.until_focus("enter")
        keys.enter()
        desk.until_focus("password")
        desk.log_in("", PASSWORD)
        keys.press("F6")
        desk.until_focus("pieces_500000")
        keys.press("F9")
        desk.until_text("search_note", "Đã mở Ca 1")
        keys.press("F2")
        desk.until_text("number_note", "MA 000 010 00")

    assert proposed == str(tmp_path / "nhan")
