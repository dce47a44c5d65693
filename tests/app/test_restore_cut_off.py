"""A restore over a damaged desk that the power cut off: the next start finds the damaged desk, and no new one is made beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app import restore_gate
from kt1desk.app.entropy import system_entropy
from kt1desk.app.first_run import DeskMaker, Person, first_user, trial_plan
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.restore_from_backup import Beside, Proof
from kt1desk.app.restore_gate import restore_over
from kt1desk.domain.errors import DeskError
from kt1desk.recovery import from_backup
from kt1desk.store.folder import DataFolder
from kt1desk.store.keys import KeyRing
from tests.app.test_restore_gate import CHIEF, NEW_PASSWORD, Burnt
from tests.support.clocks import HandClock
from tests.support.desks import sample_reference

PROOF = Proof(CHIEF, TRIAL_PASSWORD)


@pytest.fixture
def burnt(tmp_path: Path) -> Burnt:
    """A desk with a damaged file, and a good backup of it."""
    made = Burnt(tmp_path)
    data = made.folder.database.read_bytes()
    made.folder.database.write_bytes(bytes(len(data) // 2) + data[len(data) // 2 :])
    return made


def _cut_off(burnt: Burnt, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes when everything is there but the slot file's name: nobody puts anything back then."""

    def dies(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as power:
        power.setattr(restore_gate, "put_back", lambda _: None)
        power.setattr(from_backup, "catch_up", dies)
        with pytest.raises(SystemExit):
            restore_over(burnt.folder, HandClock(), burnt.newest, PROOF, Beside())


def _files(folder: DataFolder) -> list[bytes]:
    return [path.read_bytes() for path in (folder.database, folder.keys, folder.marker)]


def test_the_next_start_finds_the_damaged_desk_and_it_can_be_restored(
    burnt: Burnt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(burnt.folder)
    _cut_off(burnt, monkeypatch)
    had_keys = burnt.folder.keys.exists()
    place = take_place(Options(burnt.folder.root, tmp_path / "papers"))
    has_desk, after = place.has_desk, _files(burnt.folder)
    restore_over(burnt.folder, HandClock(), burnt.newest, PROOF, Beside())
    place.leave()

    assert (had_keys, has_desk) == (False, True)
    assert after == before
    assert KeyRing(burnt.folder, HandClock()).unlock(CHIEF, TRIAL_PASSWORD)
    assert len(list(burnt.folder.root.glob("store.damaged-*"))) == 1


def test_no_new_desk_is_made_beside_one_that_was_set_aside(
    burnt: Burnt, monkeypatch: pytest.MonkeyPatch
) -> None:
    _cut_off(burnt, monkeypatch)
    folder = burnt.folder
    marker = folder.marker.read_bytes()
    maker = DeskMaker(folder, KeyRing(folder, HandClock()), HandClock(), system_entropy)
    lan = Person(first_user("lan", "Hoàng Thị Lan", None), NEW_PASSWORD)

    folder.database.unlink()  # as it lies there when the power goes a moment earlier
    with pytest.raises(DeskError, match=r"key\.missing"):
        maker.make(trial_plan(sample_reference()), (lan,))

    assert folder.marker.read_bytes() == marker
