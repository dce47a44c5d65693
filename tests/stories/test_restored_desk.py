"""A PC burnt down: a new one, a stick and the envelope with the code; whoever sits there is at work again by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.identifiers import number_at
from kt1desk.store.backup_file import DATABASE, Backup, Original, write_backup
from kt1desk.store.folder import DataFolder
from kt1desk.store.keys import new_recovery_code
from tests.support.desks import sample_reference
from tests.support.story import RunningDesk, options_at, running, until

LAID_OUT_S = 240.0
LAST_LABELS = tuple(number_at(block.prefix, 17).text for block in sample_reference().sample_blocks)
LAID_OUT_S = 240.0
CHIEF, NEW_PASSWORD = "son.ly", "suong-mu-dinh-mau-son"


def _burnt(root: Path) -> tuple[list[Backup], str]:
    """Backups of a desk whose machine is gone, oldest first, and its printed code."""
    return _backed_up(root, root / "burnt")


def _backed_up(root: Path, data: Path) -> tuple[list[Backup], str]:
    stick = root / "stick"
    stick.mkdir()
    place = take_place(Options(data, root / "papers", trial=True))
    works = works_in(place)
    works.make_sample()
    code = new_recovery_code()
    works.keys.write_recovery(works.keys.unlock(CHIEF, TRIAL_PASSWORD), code)
    made = []
    for _ in range(2):
        desk = works.opener.open(CHIEF, TRIAL_PASSWORD)
        of = Original(desk.store, place.folder, desk.session.desk.point, "0.1.0")
        made.append(write_backup(of, stick, works.clock.now()))
        desk.close()
    place.leave()
    return made, code


def _break(backup: Backup) -> None:
    data = bytearray((backup.folder / DATABASE).read_bytes())
    data[9_000] ^= 4
    (backup.folder / DATABASE).write_bytes(data)


def _prove_the_new_code(desk: RunningDesk) -> None:
    until(lambda: desk.text("code") != "", "the new code", LAID_OUT_S)
    groups = desk.text("code").split()
    desk.keyboard.enter()
    desk.until_focus("group")
    desk.keyboard.enter(groups[int(desk.text("group_label")[-1]) - 1])


def test_a_new_machine_a_stick_and_the_code_lead_into_the_desk(qapp: QApplication, tmp_path: Path) -> None:
    (older, newest), code = _burnt(tmp_path)
    _break(newest)

    with running(qapp, options_at(tmp_path)) as desk:
        keys = desk.keyboard
        keys.press("3")
        keys.enter()
        desk.until_focus("path")
        keys.enter(str(tmp_path / "stick"))
        desk.until_text("problem", "bị hỏng hoặc thiếu dữ liệu")
        offered = desk.text("older")
        keys.press("F8")
        desk.until_text("found", f"bàn số {older.manifest.device}")
        keys.enter()
        desk.until_focus("flight")
        keys.enter()
        desk.until_focus("last")
        keys.enter(", ".join(LAST_LABELS))
        desk.until_focus("user")
        keys.enter(CHIEF)
        desk.until_focus("code")
        keys.enter(code)
        desk.until_focus("password")
        keys.enter(NEW_PASSWORD)
        keys.enter(NEW_PASSWORD)
        _prove_the_new_code(desk)
        desk.until_text("report", "đời sổ thứ 2")
        told = desk.text("report")
        keys.enter()
        until(lambda: desk.program.office is not None, "the desk to open", LAID_OUT_S)
        desk.idle()
        office = desk.program.office

    assert str(older.folder) in offered
    assert all(f"{number[:2]} từ 00000001 đến 00000017" in told for number in LAST_LABELS)
    assert office is not None
    assert (older.folder / DATABASE).read_bytes()
    assert not DataFolder(tmp_path / "data").restoring.exists()
    with running(qapp, options_at(tmp_path)) as again:
        again.log_in(CHIEF, NEW_PASSWORD)


def test_a_desk_whose_file_is_damaged_comes_back_at_its_log_in_by_f8_and_a_password(
    qapp: QApplication, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    _backed_up(tmp_path, data)
    database = DataFolder(data).database
    rotten = bytearray(database.read_bytes())
    rotten[len(rotten) // 4 :] = bytes(len(rotten) - len(rotten) // 4)
    database.write_bytes(rotten)

    with running(qapp, options_at(tmp_path, trial=True)) as desk:
        keys = desk.keyboard
        desk.until_focus("user")
        keys.enter(CHIEF)
        desk.until_focus("password")
        keys.enter(TRIAL_PASSWORD)
        desk.until_text("problem", "F8")
        keys.press("F8")
        desk.until_focus("path")
        keys.enter(str(tmp_path / "stick"))
        desk.until_text("found", "bàn số 0")
        keys.enter()
        desk.until_focus("flight")
        keys.enter()
        desk.until_focus("last")
        keys.enter()
        desk.until_focus("user")
        keys.press("shift+Tab", "2")
        keys.enter()
        desk.until_focus("user")
        keys.enter(CHIEF)
        desk.until_focus("secret")
        keys.enter(TRIAL_PASSWORD)
        until(lambda: desk.text("report") != "", "the report", LAID_OUT_S)
        keys.enter()
        until(lambda: desk.program.office is not None, "the desk to open", LAID_OUT_S)
        desk.idle()

    (aside,) = data.glob("store.damaged-*")
    assert (aside / DATABASE).read_bytes() == bytes(rotten)
