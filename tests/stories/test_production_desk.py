"""A real desk: the province makes its key and signs a desk file in its own process; a clerk sets the desk up from the file on a stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.story import RunningDesk, options_at, running, until
from tests.support.typed_commands import Ran, called, started

PASSPHRASE, PASSWORD = "con song ky cung chay nguoc", "chim-se-nau-15"
POINT, DEVICE = "240000", "7"


def _province(*words: str, by: Callable[..., Ran] = called) -> Ran:
    done = by("province", *words, lines=(PASSPHRASE,))
    assert done.returncode == 0, done.stderr
    return done


def _desk_file(folder: Path, stick: Path, by: Callable[..., Ran] = called) -> str:
    """Make a province and a file for device 7; returns the fingerprint as the province's machine printed it."""
    _province("init", "--folder", str(folder), by=by)
    signed = _province(
        *("desk-file", "--folder", str(folder), "--point", POINT, "--device", DEVICE),
        *("--clear", "lan.hoang:2099-12-31", "--block", "MA:1000:1999"),
        *(
            "--from",
            "2025-07-01",
            "--to",
            "2099-12-31",
            "--out",
            str(stick),
        ),
        by=by,
    )
    shown = _province("fingerprint", "--folder", str(folder), by=by).stdout.strip()
    assert shown in signed.stdout
    return shown


def _choose(desk: RunningDesk, stick: Path, fingerprint: str) -> None:
    keys = desk.keyboard
    keys.press("1")
    keys.enter()
    desk.until_focus("path")
    keys.enter(str(stick))
    desk.until_focus("fingerprint")
    keys.enter(fingerprint.lower())


def test_a_desk_from_the_provinces_file_gives_out_the_provinces_numbers(
    qapp: QApplication, tmp_path: Path
) -> None:
    stick = tmp_path / "ban-7.kt1desk"
    fingerprint = _desk_file(tmp_path / "province", stick, by=started)

    with running(qapp, options_at(tmp_path)) as desk:
        _choose(desk, stick, fingerprint)
        desk.until_text("summary", "mã 240000 · máy số 7 · 1.000 số hiệu")
        _finish_the_first_run(desk)
        desk.until_focus("password")
        says_trial_at_the_gate = desk.text("trial")
        desk.log_in("", PASSWORD)
        desk.keyboard.press("F6")
        desk.until_focus("pieces_500000")
        desk.keyboard.press("F9")
        desk.until_text("search_note", "Đã mở Ca 1")
        desk.keyboard.press("F2")
        desk.until_text("number_note", "MA 000 010 00")
        says_trial_inside = desk.text("trial")
    with running(qapp, options_at(tmp_path)) as desk:  # as after a log-off: the program begins anew
        desk.until_focus("password")
        desk.idle()
        says_trial_at_the_next_gate = desk.text("trial")

    assert says_trial_at_the_next_gate == ""
    assert says_trial_at_the_gate == ""
    assert says_trial_inside == ""


def test_a_forged_desk_file_makes_no_desk(qapp: QApplication, tmp_path: Path) -> None:
    stick = tmp_path / "ban-7.kt1desk"
    fingerprint = _desk_file(tmp_path / "province", stick)
    whole = stick.read_bytes()
    assert whole.count(b"1999") == 1
    stick.write_bytes(whole.replace(b"1999", b"9999"))

    with running(qapp, options_at(tmp_path)) as desk:
        _choose(desk, stick, fingerprint)
        until(lambda: "không có chữ ký đúng của tỉnh" in desk.note("path"), "the refusal")
        desk.keyboard.enter()
        desk.idle()
        kept = (desk.focus(), desk.text("path"))

    assert kept == ("path", str(stick))
    assert not (tmp_path / "data" / "store" / "desk.db").exists()


def test_a_file_of_another_province_is_refused_by_the_typed_fingerprint(
    qapp: QApplication, tmp_path: Path
) -> None:
    fingerprint = _desk_file(tmp_path / "province", tmp_path / "ours.kt1desk")
    stranger = tmp_path / "theirs.kt1desk"
    _desk_file(tmp_path / "strangers", stranger)

    with running(qapp, options_at(tmp_path)) as desk:
        _choose(desk, stranger, fingerprint)
        until(lambda: "không do tỉnh ghi trên phiếu ký" in desk.note("path"), "the refusal")

    assert not (tmp_path / "data" / "store" / "desk.db").exists()


def _finish_the_first_run(desk: RunningDesk) -> None:
    keys = desk.keyboard
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
    desk.idle()
    keys.press("F8", "F8")
    desk.until_focus("enter")
    keys.enter()
