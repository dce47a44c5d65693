"""What the window leaves in the folders of the machine: nothing of its own, whatever was typed, and nothing readable in the desk's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.planted import files_below, files_held_by, patterns, search_files
from tests.support.program import GATE, log_in, started, tool, until_titled

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="folders and open files of Linux")

FOLDERS = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
PLACES = (
    "alt+Home",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F10",
    "F11",
    "ctrl+i",
    "ctrl+t",
    "ctrl+s",
    "ctrl+j",
    "ctrl+d",
    "ctrl+w",
)
TYPED = ("Dam Thi Xuan Quyeo", "0946318275", "020190717293", "Ngo Bay Muoi Chin")
"""Name, telephone, identity number and address, as fingers type them; nowhere in what ships with the program."""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Home, temporary files, settings and caches, all empty."""
    for name in FOLDERS:
        (tmp_path / name.lower()).mkdir()
    return tmp_path


def _environment(machine: Path) -> dict[str, str]:
    return {name: str(machine / name.lower()) for name in FOLDERS}


def _written_beside_the_desk(machine: Path) -> list[str]:
    """Files in the machine's folders. Fontconfig's cache is made by the library from the machine's fonts where the system has none."""
    found = files_below(*(machine / name.lower() for name in FOLDERS))
    return [str(path.relative_to(machine)) for path in found if "fontconfig" not in path.parts]


def _typed_everywhere(display: str, places: Sequence[str]) -> None:
    """Each place is opened, a name typed into the field that has the keyboard there, and everything into the search."""
    for place in places:
        tool(display, "key", place)
        tool(display, "type", "--delay", "2", TYPED[0])
    for text in TYPED:
        tool(display, "key", "ctrl+k")
        tool(display, "type", "--delay", "2", text)
        tool(display, "key", "Return")


def test_a_window_that_is_killed_has_written_no_settings_and_nothing_that_was_typed(
    display: str, machine: Path
) -> None:
    wanted = patterns([*TYPED, TRIAL_PASSWORD])

    with started(
        display, "--trial", "--data-dir", str(machine / "desk"), beside=_environment(machine)
    ) as process:
        log_in(display, process)
        _typed_everywhere(display, PLACES[:3])
        at_work = search_files(files_held_by(process.pid, machine), wanted)
        process.kill()
        said = "".join(process.communicate())
    left = search_files(files_below(machine), wanted)

    assert (at_work.hits, left.hits) == ((), ())
    assert at_work.files >= 3
    assert _written_beside_the_desk(machine) == []
    assert not any(text in said for text in (*TYPED, TRIAL_PASSWORD))


@pytest.mark.soak
def test_a_day_in_every_place_until_the_log_off_leaves_nothing_either(display: str, machine: Path) -> None:
    wanted = patterns([*TYPED, TRIAL_PASSWORD])

    with started(
        display, "--trial", "--data-dir", str(machine / "desk"), beside=_environment(machine)
    ) as process:
        log_in(display, process)
        _typed_everywhere(display, PLACES)
        tool(display, "key", "shift+F12")
        until_titled(display, process, GATE)
        at_the_gate = search_files(files_held_by(process.pid, machine), wanted)
    left = search_files(files_below(machine), wanted)

    assert (at_the_gate.hits, left.hits) == ((), ())
    assert _written_beside_the_desk(machine) == []
