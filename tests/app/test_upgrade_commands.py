"""`kt1desk upgrade` as a technician, the service and the program itself type it, on an installation of a few hundred bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.__main__ import main
from kt1desk.app import upgrade_commands, upgrade_ground, upgrade_screen
from kt1desk.app.commands import command_parser
from kt1desk.app.handing_over import HandingOver
from kt1desk.app.upgrade_hints import UpgradeHints
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.needs.upgrades import UpgradeBegun
from kt1desk.store import migrate
from kt1desk.store.folder import DataFolder
from kt1desk.store.shift_mark import ShiftMark
from kt1desk.upgrade.bringing import bring
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.request import Request, What, ask, new_request_id, read_answer
from kt1desk.upgrade.source import FolderSource
from tests.support.accepting import open_desk_of
from tests.support.desks import counter
from tests.support.releases import Workshop

HEAD = migrate.head()


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "shop")


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def root(shop: Workshop, data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> ProgramRoot:
    """Where the program is installed, as far as it knows; the only desk of the machine is at rest."""
    made = shop.installed()
    (made.path / "drop").mkdir()
    monkeypatch.setattr(upgrade_ground, "program_root", lambda: made.path)
    monkeypatch.setattr(upgrade_ground, "default_drop_folder", lambda: made.path / "drop")
    monkeypatch.setattr(upgrade_commands, "desk_folders", lambda _: [data])
    monkeypatch.setattr("kt1desk.app.upgrade_waiting.desk_folders", lambda _: [data])
    return made


def stick(shop: Workshop, version: str, schema: str = HEAD) -> Path:
    shop.release(version, schema=schema)
    return shop.stick().parent


def test_a_technician_looks_installs_and_goes_back(
    shop: Workshop, root: ProgramRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    plugged = stick(shop, "1.1", root.version_note("1.0").schema)

    looked = main(["upgrade", "look", "--from", str(plugged)])
    applied = main(["upgrade", "apply", "--from", str(plugged)])
    version = root.current()
    back = main(["upgrade", "back"])

    said = capsys.readouterr().out
    assert (looked, applied, version, back, root.current()) == (0, 0, "1.1", 0, "1.0")
    assert "Bản mới 1.1, ở " in said
    assert "Bản mới tự kiểm tra" in said
    assert "đã cập nhật từ bản 1.0 lên bản 1.1" in said
    assert "đã trở về bản 1.0" in said


def test_an_open_shift_keeps_a_technician_off_and_the_desk_will_tell(
    shop: Workshop, root: ProgramRoot, data: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data.prepare()
    ShiftMark(data.open_shift).put()

    code = main(["upgrade", "apply", "--from", str(stick(shop, "1.1"))])

    answer = read_answer(root)
    assert (code, root.current()) == (1, "1.0")
    assert "Kết ca rồi mới cập nhật" in capsys.readouterr().out
    assert answer is not None
    assert answer.code == "upgrade.shift_open"


def test_a_version_whose_data_were_converted_is_gone_back_from_by_a_backup_alone(
    shop: Workshop, root: ProgramRoot, data: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["upgrade", "apply", "--from", str(stick(shop, "2.0", "9001"))])
    data.prepare()
    copy = data.database.with_name("before-9001.db")
    copy.touch()

    refused = [main(["upgrade", "back"]), main(["upgrade", "back", "--unopened"])]
    copy.unlink()
    unopened = main(["upgrade", "back", "--unopened"])

    assert (refused, unopened, root.current()) == ([1, 1], 0, "1.0")
    assert "Đường về là bản sao lưu" in capsys.readouterr().out


def test_the_service_does_what_was_asked_for_and_nothing_twice(
    shop: Workshop, root: ProgramRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    source, request = FolderSource(stick(shop, "1.1") / "kt1desk-capnhat"), new_request_id()
    bring(source, root, root.path / "drop", request, lambda _done, _of: None)
    ask(root.path / "drop", Request(request, What.APPLY))

    codes = [main(["upgrade", "apply", "--requested"]) for _ in range(2)]

    assert (codes, root.current()) == ([0, 0], "1.1")
    assert "Không có yêu cầu nào." in capsys.readouterr().out
    assert not (root.path / "upgrade-step.txt").exists()


@pytest.mark.parametrize("words", [["look"], ["apply", "--requested"], ["back"]])
def test_a_checkout_is_upgraded_otherwise(words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", *words]) == 1
    assert "chưa được cài theo bộ cài" in capsys.readouterr().err


def test_apply_is_told_what_to_apply(root: ProgramRoot) -> None:
    with pytest.raises(SystemExit):
        main(["upgrade", "apply"])


def test_the_desk_that_is_left_comes_again_through_the_small_window(
    shop: Workshop, root: ProgramRoot, data: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words that the desk begins anew with, as the command line understands them, and what they lead to."""
    source, request = FolderSource(stick(shop, "1.1") / "kt1desk-capnhat"), new_request_id()
    bring(source, root, root.path / "drop", request, lambda _done, _of: None)
    window = MainWindow(jobs := Jobs())
    qtbot.addWidget(window)
    handing = HandingOver(window, jobs, lambda _why: None)
    handing.leave_for(UpgradeBegun(request, What.APPLY.value))
    words = handing.words_again(["--data-dir", str(data.root), "--trial"])
    begun: list[Sequence[str]] = []

    def begin(again: Sequence[str]) -> int:
        begun.append(again)
        return 0

    monkeypatch.setattr(upgrade_screen, "begin_again", begin)
    monkeypatch.setattr(upgrade_screen, "application", lambda _: _Loop(qtbot))
    monkeypatch.setattr(upgrade_screen, "wear", lambda _app, _theme: None)

    code = main(words)
    jobs.close()

    assert (code, begun) == (0, [["--data-dir", str(data.root), "--trial"]])
    assert root.current() == "1.1"


class _Loop:
    """Runs until the small window is closed."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def exec(self) -> int:
        (window,) = (each for each in _windows() if each.windowTitle() == "Bàn KT1: cập nhật chương trình")
        self._qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
        return 0


def _windows() -> list[QWidget]:
    return QApplication.topLevelWidgets()


def test_the_help_of_each_word_is_vietnamese() -> None:
    helps = command_parser().format_help()

    assert "cập nhật chương trình đã cài, hoặc trở về bản trước" in helps


def test_whoever_logs_in_is_told_once_how_it_ended_and_each_time_of_a_newer_version(
    shop: Workshop,
    root: ProgramRoot,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    main(["upgrade", "apply", "--from", str(stick(shop, "1.1"))])
    newer = FolderSource(stick(shop, "1.2") / "kt1desk-capnhat")
    monkeypatch.setattr("kt1desk.app.upgrade_sources.find_sources", lambda: (newer,))
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "tell", lambda _self, said, *, is_good: told.append(said))
    jobs = Jobs()
    with counter(tmp_path / "desk") as desk:
        opened = open_desk_of(desk, "clerk")
        for _ in range(2):
            window = MainWindow(jobs)
            qtbot.addWidget(window)
            UpgradeHints(window, jobs, opened, lambda _begun: None)
            qtbot.waitUntil(lambda: jobs.running == 0)
        jobs.close()

    ended = [said for said in told if "từ bản 1.0 lên bản 1.1" in said]
    assert len(ended) == 1
    assert len([said for said in told if said.startswith("Có bản mới 1.2 ở ")]) == 2
