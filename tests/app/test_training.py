"""The training desk beside the real one: where it lies, how it is made anew, and that nothing but a training desk is ever thrown away."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.training import drop_training_desk, make_training_desk, training_folder
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.sampling.people import CLERK
from kt1desk.store.folder import DataFolder
from tests.support.display import ScreenSize, private_display
from tests.support.tree import ROOT

PATIENCE_S = 300


def test_it_lies_beside_the_real_desk_and_beside_itself_there_is_no_other(tmp_path: Path) -> None:
    beside = training_folder(tmp_path / "kt1desk")

    assert beside == tmp_path / "kt1desk-tap-dung"
    assert training_folder(beside) == beside


def test_a_real_desk_is_never_thrown_away(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "kt1desk-tap-dung")
    folder.prepare()
    folder.keys.touch()

    with pytest.raises(DeskError, match=r"training\.not_one"):
        drop_training_desk(folder.root)

    assert folder.keys.exists()


def test_a_training_desk_at_which_somebody_works_is_not_thrown_away(tmp_path: Path) -> None:
    place = take_place(Options(tmp_path / "kt1desk-tap-dung", tmp_path))
    place.sample_note.touch()

    with pytest.raises(DeskError, match=r"desk\.already_running"):
        drop_training_desk(place.folder.root)
    place.lock.release()
    drop_training_desk(place.folder.root)

    assert not place.folder.root.exists()


def test_a_training_desk_that_is_just_being_made_is_not_made_twice(tmp_path: Path) -> None:
    making = take_place(Options(tmp_path / "kt1desk-tap-dung.part", tmp_path))
    made = making.folder.root / "half"
    made.touch()

    with pytest.raises(DeskError, match=r"desk\.already_running"):
        make_training_desk(tmp_path / "kt1desk-tap-dung", date(2026, 11, 22))

    assert made.exists()
    making.lock.release()


@pytest.mark.soak
def test_whoever_learns_finds_work_of_the_days_before_and_is_told_that_it_is_a_trial(tmp_path: Path) -> None:
    folder = tmp_path / "kt1desk-tap-dung"
    (folder.with_name(folder.name + ".part")).mkdir()  # what was cut off is begun anew

    make_training_desk(folder, date(2026, 11, 22))

    place = take_place(Options(folder, tmp_path / "papers"))
    try:
        desk = works_in(place).opener.open(CLERK, TRIAL_PASSWORD)
        with desk.store.read() as reader:
            items = reader.items_here(1_000)
        trial = desk.session.desk.trial
        desk.close()
    finally:
        place.leave()
    assert trial
    assert items


@pytest.mark.soak
def test_the_command_opens_its_window_with_the_simulated_printer_and_leaves_the_real_folder_alone(
    tmp_path: Path,
) -> None:
    real = tmp_path / "kt1desk"
    real.mkdir()
    with private_display(tmp_path, ScreenSize(1366, 768)) as display:
        program = subprocess.Popen(
            [sys.executable, "-m", "kt1desk", "training", "--data-dir", str(real)],
            cwd=ROOT,
            env={"DISPLAY": display, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        )
        try:
            seen = subprocess.run(
                ["xdotool", "search", "--sync", "--name", "Bàn KT1"],
                env={"DISPLAY": display, "PATH": "/usr/bin:/bin"},
                timeout=PATIENCE_S,
                check=False,
                capture_output=True,
                text=True,
            )
        finally:
            subprocess.run(["pkill", "-f", "--", f"--data-dir {training_folder(real)}"], check=False)
            code = program.wait(PATIENCE_S)

    assert seen.stdout.strip()
    assert code != 0  # it was ended, and so was its printer
    assert list(real.iterdir()) == []
    assert DataFolder(training_folder(real)).keys.exists()
