"""The program ``kt1desk-simprinter`` as a process of its own."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.simprinter import cli
from kt1desk.simprinter.cli import main
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.picture import Picture
from kt1desk.simprinter.shelf import Shelf
from kt1desk.simprinter.troubles import Troubles
from kt1desk.simprinter.zpl import Zpl
from tests.simprinter.papers import job

SECONDS = 20.0


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kt1desk.simprinter", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_it_tells_its_address_first_puts_pages_away_and_ends_when_told(tmp_path: Path) -> None:
    with running("--language", "zpl", "--out", str(tmp_path / "giay")) as process:
        name, _, port = line_of(process).rpartition(":")
        with socket.create_connection((name, int(port)), SECONDS) as connection:
            connection.sendall(job(GraphicCoding.ZPL_Z64))
        written = Path(line_of(process))
        process.send_signal(signal.SIGTERM)
        code = process.wait(SECONDS)

    assert written == tmp_path / "giay" / "0001.png"
    assert written.read_bytes().startswith(b"\x89PNG")
    assert code == 0


def test_a_serial_port_has_the_name_that_was_asked_for_and_is_gone_afterwards(tmp_path: Path) -> None:
    link = tmp_path / "may-in"

    with running("--language", "escpos", "--pty", str(link), "--paper-mm", "0") as process:
        address, was_there = line_of(process), link.is_symlink()
        process.send_signal(signal.SIGINT)
        code = process.wait(SECONDS)

    assert (address, was_there, code) == (str(link), True, 0)
    assert not link.is_symlink()


def test_a_name_that_cannot_be_had_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--pty", str(tmp_path / "nowhere" / "port")])

    assert code == 1
    assert "Không mở được máy in mô phỏng" in capsys.readouterr().err


def test_what_is_asked_for_is_what_the_printer_is(tmp_path: Path) -> None:
    words = [
        "--language",
        "zpl",
        "--size",
        "80x50",
        "--paper-mm",
        "20",
        "--cover-open",
        "--says-stopped",
        "--stray",
        "ff",
        "--baud",
        "9600",
    ]

    with cli.line_of(cli.read([*words, "--pty", str(tmp_path / "port")])) as line:
        machine = line.ask(lambda printer: printer.machine)
        troubles = line.troubles

    assert isinstance(machine, Zpl)
    assert (machine.sheet, machine.feeder.left_mm) == (Sheet(80, 50), 20.0)
    assert (machine.answers_when_stopped, troubles) == (True, Troubles(cover_open=True, stray=b"\xff"))


def test_help_is_in_the_language_of_the_counter(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    assert "Máy in mô phỏng" in capsys.readouterr().out


def test_a_folder_keeps_what_lies_in_it(tmp_path: Path) -> None:
    page = Picture(8, 1, b"\xff")

    first, second = Shelf(tmp_path), Shelf(tmp_path)
    first.put([page])
    second = Shelf(tmp_path)
    second.put([page])
    second.put([page, page])

    assert sorted(path.name for path in tmp_path.iterdir()) == ["0001.png", "0002.png", "0003.png"]
    assert not second.misses([page, page])
