"""Each step of the self-test seen failing: a step that cannot fail proves nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from kt1desk import config
from kt1desk.app import installed, self_test_desk, self_test_machine
from kt1desk.app.installed import SYSTEM, told_version
from kt1desk.app.self_test_desk import TrialDesk, check_encrypted
from kt1desk.app.self_test_files import files_are_sound, libraries_load, typefaces_are_there
from kt1desk.app.self_test_machine import (
    Centre,
    ClockWatch,
    centre_from,
    data_can_be_written,
    line_answers,
    screen_is_there,
)
from kt1desk.app.self_test_pdf import read_pdf
from kt1desk.app.self_test_steps import StepError, Verdict
from kt1desk.printing.layout import Page
from kt1desk.printing.pdf import page_pdf
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import preview_of
from tests.support.display import ScreenSize, private_display
from tests.support.tree import ROOT

SHOWN = """
from kt1desk.app.self_test import _Parts
print(_Parts("").screen().shows_window().words)
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The app folder of an installation with two files and a base with one."""
    version, base = (
        tmp_path / "KT1 Desk" / "versions" / "0.2.0",
        tmp_path / "KT1 Desk" / "bases" / "0123456789ab",
    )
    (version / "app" / "kt1desk").mkdir(parents=True)
    base.mkdir(parents=True)
    (version / "app" / "kt1desk" / "a.pyc").write_bytes(b"a")
    (version / "app" / "kt1desk" / "b.pyc").write_bytes(b"b")
    (base / "start.py").write_bytes(b"start")
    sums = {f"app/kt1desk/{name}.pyc": hashlib.sha256(name.encode()).hexdigest() for name in "ab"}
    _note(version / "version.json", {"version": "0.2.0", "base": {SYSTEM: base.name}, "files": sums})
    _note(
        base / "base.json", {"base": base.name, "files": {"start.py": hashlib.sha256(b"start").hexdigest()}}
    )
    monkeypatch.setattr(config, "_ROOT", version / "app")
    return version / "app"


def _note(path: Path, told: dict[str, object]) -> None:
    path.write_text(json.dumps(told), encoding="utf-8")


def test_sound_files_are_counted_and_the_version_says_where_it_lies(app: Path) -> None:
    found = files_are_sound()

    assert (found.verdict, found.words) == (Verdict.OK, "3 tệp đúng với danh sách")
    assert "nền 0123456789ab" in told_version()
    assert str(app.parents[2]) in told_version()


def test_a_flipped_byte_a_missing_file_and_a_broken_base_are_named(app: Path) -> None:
    (app / "kt1desk" / "a.pyc").write_bytes(b"A")
    (app / "kt1desk" / "b.pyc").unlink()
    base = installed.base_folder()
    assert base is not None
    (base / "start.py").write_bytes(b"stop")

    with pytest.raises(StepError) as failed:
        files_are_sound()

    assert str(failed.value) == (
        "thiếu 0.2.0/app/kt1desk/b.pyc, sai nội dung 0.2.0/app/kt1desk/a.pyc, sai nội dung 0123456789ab/start.py"
    )


def test_a_file_too_many_is_worth_a_note(app: Path) -> None:
    (app / "kt1desk" / "c.pyc").write_bytes(b"c")

    found = files_are_sound()

    assert found.verdict is Verdict.NOTE
    assert "0.2.0/app/kt1desk/c.pyc" in found.words


def test_a_library_that_does_not_load_is_named_and_those_that_do_too() -> None:
    with pytest.raises(StepError, match=r"none-such \(ModuleNotFoundError"):
        libraries_load([("json", "json"), ("kt1desk_none_such", "none-such")])

    assert "cbor2 " in libraries_load([("cbor2", "cbor2")]).words


def test_a_typeface_that_was_removed_or_has_no_vietnamese_letters_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "resources" / "fonts", tmp_path / "resources" / "fonts")
    monkeypatch.setattr(config, "_ROOT", tmp_path)
    assert typefaces_are_there().verdict is Verdict.OK

    lost = tmp_path / "resources" / "fonts" / "KT1Sans-Bold.ttf"
    lost.unlink()

    with pytest.raises(StepError, match=r"thiếu KT1Sans-Bold\.ttf"):
        typefaces_are_there()
    lost.write_bytes(b"no font")
    with pytest.raises(OSError, match="file format"):
        typefaces_are_there()


def test_a_store_that_is_not_encrypted_is_seen(tmp_path: Path) -> None:
    plain = tmp_path / "desk.db"
    with sqlite3.connect(plain) as database:
        database.execute("CREATE TABLE item (number TEXT)")
    database.close()

    with pytest.raises(StepError, match="KHÔNG mã hóa"):
        check_encrypted(plain)


def test_steps_after_one_that_failed_say_why_and_the_folder_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = TrialDesk()

    for step in (desk.accept, desk.read_label, desk.make_pdf):
        with pytest.raises(StepError, match="không thử được"):
            step()

    desk.end()
    assert not desk.root.exists()


def test_a_folder_that_cannot_be_taken_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = TrialDesk()
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)

        with pytest.raises(StepError, match="không xóa được"):
            desk.end()
    desk.end()


LABEL = {"number": "MA000000005VN", "sender_name": "A", "receiver_name": "B", "weight": "1 g"} | {
    "accepted_at": "00:00 01/01/2026",
    "point": "P",
    "trial": "1",
    "route": "H",
}


def test_a_label_that_reads_otherwise_and_a_receipt_of_another_item_are_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = TrialDesk()
    other = preview_of("kt1_label", 1, LABEL)
    try:
        desk.make_store()
        desk.accept()
        assert "đọc lại đúng" in desk.read_label().words
        assert "trang" in desk.make_pdf().words

        def another(_page: Page, dpi: int) -> Raster:
            return rasterise(other, dpi)

        monkeypatch.setattr(self_test_desk, "rasterise", another)
        monkeypatch.setattr(self_test_desk, "pages_pdf", lambda _pages: page_pdf(other))
        with pytest.raises(StepError, match=r"đọc lại được .*MA000000005VN"):
            desk.read_label()
        with pytest.raises(StepError, match="không có chữ"):
            desk.make_pdf()
    finally:
        desk.end()
    assert not desk.root.exists()


def test_what_is_no_pdf_has_no_page_or_no_letters_is_refused() -> None:
    sound = page_pdf(preview_of("kt1_label", 1, LABEL))
    assert "MA000000005VN" in read_pdf(sound).text

    with pytest.raises(StepError, match="không phải PDF"):
        read_pdf(sound[: len(sound) // 2])
    with pytest.raises(StepError, match="không có trang"):
        read_pdf(b"%PDF-1.7\n%%EOF\n")
    with pytest.raises(StepError, match="bảng chữ"):
        read_pdf(b"%PDF-1.7\n<< /Type /Page >>\n%%EOF\n")


def test_room_and_the_right_to_write_are_looked_at_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "ghi được vào" in data_can_be_written(tmp_path).words
    assert list(tmp_path.iterdir()) == []
    assert "chưa có" in data_can_be_written(tmp_path / "KT1 Desk").words
    assert list(tmp_path.iterdir()) == []

    monkeypatch.setattr(self_test_machine, "_LEAST_BYTES", 1 << 60)
    with pytest.raises(StepError, match="đĩa gần đầy"):
        data_can_be_written(tmp_path)


def test_a_folder_that_takes_no_file_fails_the_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refused)

    with pytest.raises(PermissionError):
        data_can_be_written(tmp_path)


@pytest.mark.parametrize("year", [2010, 2099])
def test_a_clock_in_another_year_fails_the_step(year: int) -> None:
    with pytest.raises(StepError, match="sai ngày"):
        ClockWatch().is_sane(datetime(year, 1, 1, tzinfo=UTC))


def test_a_clock_that_jumped_fails_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = ClockWatch()
    monkeypatch.setattr(watch, "_wall", watch._wall - 3_600)

    with pytest.raises(StepError, match="vừa nhảy"):
        watch.is_sane(datetime(2026, 11, 23, tzinfo=UTC))


@contextmanager
def _answering(answer: bytes) -> Iterator[int]:
    """Somebody who answers PostgreSQL's question for TLS with these bytes; its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            talk, _ = server.accept()
            with talk:
                talk.recv(8)
                talk.sendall(answer)

        serving = Thread(target=serve)
        serving.start()
        yield server.getsockname()[1]
        serving.join()


def test_a_centre_without_tls_and_one_that_is_not_there_fail_the_step() -> None:
    with _answering(b"N") as port, pytest.raises(StepError, match="không dùng TLS"):
        line_answers(Centre("127.0.0.1", port, None))
    with pytest.raises(OSError, match="refused"):
        line_answers(Centre("127.0.0.1", port, None))

    assert line_answers(None).verdict is Verdict.NOTE


def test_the_centre_is_named_with_its_port_and_the_desks_own_authority(tmp_path: Path) -> None:
    own = tmp_path / "line" / "authority.crt"
    assert centre_from("gate.vn", None, tmp_path) == Centre("gate.vn", 5432, None)
    own.parent.mkdir()
    own.write_text("", encoding="ascii")

    assert centre_from("gate.vn:6000", None, tmp_path) == Centre("gate.vn", 6000, own)
    assert centre_from("[::1]:6000", tmp_path, tmp_path) == Centre("::1", 6000, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="asks the X server")
def test_an_address_of_a_screen_that_does_not_answer_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not screen_is_there()
    monkeypatch.delenv("DISPLAY")
    assert not screen_is_there()


@pytest.mark.skipif(sys.platform == "win32", reason="asks the X server")
def test_a_window_is_shown_on_a_screen_that_lets_us_in(tmp_path: Path) -> None:
    with private_display(tmp_path, ScreenSize(800, 600)) as display:
        shown = subprocess.run(
            [sys.executable, "-c", SHOWN],
            env={"DISPLAY": display, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert shown.returncode == 0, shown.stderr
    assert "«xcb»" in shown.stdout
