"""The desk's log: faults by code and place, never a word that somebody typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.log import begin_log, end_log
from kt1desk.desktop.messages import note_fault
from kt1desk.store.folder import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    made = DataFolder(tmp_path / "desk")
    made.prepare()
    yield made
    end_log()


def fail_with(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_a_fault_is_found_in_the_log_by_the_code_that_the_screen_shows(folder: DataFolder) -> None:
    begin_log(folder)

    fault = note_fault(fail_with("Hoàng Thị Hà"))

    written = (folder.log / "desk.log").read_text(encoding="utf-8")
    assert fault.code in written
    assert "ValueError" in written
    assert "Hà" not in written


def test_beginning_twice_writes_each_line_once(folder: DataFolder) -> None:
    begin_log(folder)
    begin_log(folder)

    fault = note_fault(fail_with("x"))

    assert (folder.log / "desk.log").read_text(encoding="utf-8").count(fault.code) == 1


def test_a_log_that_cannot_be_written_stops_nothing(
    folder: DataFolder, capfd: pytest.CaptureFixture[str]
) -> None:
    folder.log.rmdir()
    folder.log.write_text("in the way")
    begin_log(folder)

    assert note_fault(fail_with("Hoàng Thị Hà")).code
    assert "Hà" not in "".join(capfd.readouterr())
