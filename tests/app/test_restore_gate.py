"""The gate of a backup on real files: equal to `kt1desk restore --backup`, and a damaged desk that is kept beside."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.restore_from_backup import Beside, Proof, backup_at, restore_from
from kt1desk.app.restore_gate import RestoreDoor, restore_over
from kt1desk.app.works import Works, works_in
from kt1desk.desktop.needs.restoring import RestoreBeside, RestoreProof
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.identifiers import number_at
from kt1desk.store.backup_file import DATABASE, KEYS, Original, write_backup
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing, new_recovery_code
from kt1desk.store.marker import HeadMarker
from tests.support.clocks import HandClock
from tests.support.desks import sample_reference
from tests.support.staff_lists import staff_desk

CHIEF, CLERK = "son.ly", "ha.hoang"
NEW_PASSWORD = "suong-mu-dinh-mau-son"
AT_HAND = HandClock
LAST_LABELS = tuple(number_at(block.prefix, 17).text for block in sample_reference().sample_blocks)


class Burnt:
    """A desk whose machine is gone: two backups on a stick, and its code in an envelope."""

    def __init__(self, root: Path) -> None:
        self.root, self.stick = root, root / "stick"
        self.stick.mkdir()
        place = take_place(Options(root / "burnt", root / "papers", trial=True))
        works = works_in(place)
        works.make_sample()
        self.code = new_recovery_code()
        works.keys.write_recovery(works.keys.unlock(CHIEF, TRIAL_PASSWORD), self.code)
        for _ in range(2):
            desk = works.opener.open(CHIEF, TRIAL_PASSWORD)
            of = Original(desk.store, place.folder, desk.session.desk.point, "0.1.0")
            self.newest = write_backup(of, self.stick, works.clock.now())
            desk.close()
        place.leave()

    @property
    def folder(self) -> DataFolder:
        return DataFolder(self.root / "burnt")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Burnt:
    return Burnt(tmp_path_factory.mktemp("burnt"))


@pytest.fixture
def burnt(whole: Burnt, tmp_path: Path) -> Burnt:
    """A copy that a test may break."""
    root = tmp_path / "copy"
    shutil.copytree(whole.root, root)
    made = Burnt.__new__(Burnt)
    made.root, made.stick, made.code = root, root / "stick", whole.code
    made.newest = backup_at(root / "stick")
    return made


class Loaded:
    """What works at the new machine, with a clock that stands still."""

    def __init__(self, works: Works) -> None:
        self._works = works

    def works_in(self, _place: DeskPlace) -> Works:
        return self._works

    def users_in(self, _place: DeskPlace) -> list[str]:
        return []


@pytest.fixture
def door_at(tmp_path: Path) -> Iterator[Callable[[Path], tuple[RestoreDoor, LoginDoor]]]:
    taken: list[DeskPlace] = []
    doors: list[LoginDoor] = []

    def made(data: Path) -> tuple[RestoreDoor, LoginDoor]:
        place = take_place(Options(data, tmp_path / "papers"))
        taken.append(place)
        login = LoginDoor(place, Loaded(works_in(place)))
        doors.append(login)
        return RestoreDoor(login), login

    yield made
    for each in doors:
        if each.opened is not None:
            each.opened.close()
    for place in taken:
        place.leave()


def _chains(folder: DataFolder, password: str) -> list[Event]:
    dek = KeyRing(folder, AT_HAND()).unlock(CHIEF, password)
    store = DeskStore.open(folder, dek, AT_HAND(), bytes)
    found: list[Event] = []
    with store.read() as reader:
        desk = reader.desk()
        assert desk is not None
        for stream in Stream:
            for incarnation in range(1, desk.incarnation + 1):
                seq = 1
                while (event := reader.event(EventId(desk.device, stream, incarnation, seq))) is not None:
                    found.append(event)
                    seq += 1
    store.close()
    return found


def _said(event: Event) -> tuple[str, str, str, object]:
    return event.id.text, event.envelope.type, event.envelope.actor, dict(event.body())


def _files(folder: DataFolder) -> set[str]:
    found = (each.relative_to(folder.root) for each in folder.root.rglob("*") if each.is_file())
    return {str(each) for each in found if each.parts[0] not in {"log", "lock"}} - {
        "store/desk.db-wal",
        "store/desk.db-shm",
    }


def test_what_the_gate_lays_out_is_what_the_command_lays_out(
    burnt: Burnt, door_at: Callable[[Path], tuple[RestoreDoor, LoginDoor]], tmp_path: Path
) -> None:
    door, login = door_at(tmp_path / "new")
    found = door.look(str(burnt.stick))
    lasts = door.read_numbers(", ".join(LAST_LABELS))
    proof = RestoreProof(CHIEF, code=burnt.code, new_password=NEW_PASSWORD)
    report = door.restore(proof, RestoreBeside("", lasts))
    by_gate = login.works().place.folder
    by_command = DataFolder(tmp_path / "command")
    done = restore_from(
        by_command,
        login.works().clock,
        backup_at(burnt.stick),
        Proof(CHIEF, code=burnt.code, new_password=NEW_PASSWORD),
        Beside(None, LAST_LABELS),
    )

    assert found.folder == str(burnt.newest.folder)
    assert (found.point, found.device, found.events) == (
        burnt.newest.manifest.point,
        burnt.newest.manifest.device,
        burnt.newest.manifest.events,
    )
    assert [_said(each) for each in _chains(by_gate, NEW_PASSWORD)] == [
        _said(each) for each in _chains(by_command, NEW_PASSWORD)
    ]
    assert _files(by_gate) == _files(by_command)
    assert KeyRing(by_gate, AT_HAND()).versions() == KeyRing(by_command, AT_HAND()).versions()
    assert HeadMarker(by_gate.marker).read() is not None
    assert done.done is not None
    assert done.done.begun is not None
    assert f"đời sổ thứ {done.done.begun.incarnation}" in report.lines[0]
    assert len(report.lines) == 1 + len(done.done.begun.skipped)
    assert KeyRing(by_gate, AT_HAND()).unlock_recovery(report.recovery_code)
    with pytest.raises(DeskError, match=r"key\.code_no_printer"):  # its printers are PDF folders
        door.print_code(report.recovery_code)
    assert door.enter().actor.user_id == CHIEF


def test_numbers_typed_in_any_manner_are_the_same_numbers(
    door_at: Callable[[Path], tuple[RestoreDoor, LoginDoor]], tmp_path: Path
) -> None:
    door, _ = door_at(tmp_path / "new")

    assert door.read_numbers(" ") == ()
    assert door.read_numbers("me 473 124 829 vn,ME473124829VN; ME473124829VN ") == ("ME473124829VN",) * 3
    with pytest.raises(DeskError, match=r"number\.shape"):
        door.read_numbers("ME473124829VN, 17")


def test_a_damaged_backup_is_seen_before_any_code_is_asked_for_and_the_older_one_named(
    burnt: Burnt, door_at: Callable[[Path], tuple[RestoreDoor, LoginDoor]], tmp_path: Path
) -> None:
    data = bytearray((burnt.newest.folder / DATABASE).read_bytes())
    data[9_000] ^= 4
    (burnt.newest.folder / DATABASE).write_bytes(data)
    door, _ = door_at(tmp_path / "new")

    with pytest.raises(DeskError, match=r"backup\.damaged"):
        door.look(str(burnt.stick))
    older = door.older(str(burnt.stick))
    by_file = door.look(str(Path(older) / KEYS))

    assert by_file.folder == older
    assert Path(older).name < burnt.newest.folder.name


def _rotten(burnt: Burnt) -> DataFolder:
    folder = burnt.folder
    data = bytearray(folder.database.read_bytes())
    data[: len(data) // 2] = bytes(len(data) // 2)
    folder.database.write_bytes(data)
    return folder


def test_a_damaged_desk_is_kept_beside_and_its_marker_counts_what_is_lost(burnt: Burnt) -> None:
    folder = _rotten(burnt)
    damaged = folder.database.read_bytes()

    restore_over(folder, AT_HAND(), burnt.newest, Proof(CHIEF, TRIAL_PASSWORD), Beside())

    (aside,) = folder.root.glob("store.damaged-*")
    assert (aside / DATABASE).read_bytes() == damaged
    assert _chains(folder, TRIAL_PASSWORD)


@pytest.mark.parametrize(
    ("proof", "code"),
    [
        (Proof(CHIEF, "khong phai mat khau"), "login.wrong_password"),
        (Proof(CLERK, TRIAL_PASSWORD), "backup.not_user"),
    ],
)
def test_a_refused_restore_leaves_the_damaged_desk_where_it_was(
    burnt: Burnt, proof: Proof, code: str
) -> None:
    folder = _rotten(burnt)
    before = {
        each: (folder.root / each).read_bytes() for each in sorted(_files(folder)) if "attempts" not in each
    }

    with pytest.raises(DeskError, match=code.replace(".", r"\.")):
        restore_over(folder, AT_HAND(), burnt.newest, proof, Beside())

    assert before == {
        each: (folder.root / each).read_bytes() for each in sorted(_files(folder)) if "attempts" not in each
    }


@pytest.mark.parametrize("name", ["gone", "empty"])
def test_a_folder_without_a_recorder_of_the_desk_is_refused_before_anything_is_written(
    burnt: Burnt, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").mkdir()
    new = DataFolder(tmp_path / "new")
    proof = Proof(CHIEF, code=burnt.code, new_password=NEW_PASSWORD)

    with pytest.raises(DeskError, match=r"backup\.no_flight"):
        restore_from(new, AT_HAND(), burnt.newest, proof, Beside(tmp_path / name, LAST_LABELS))

    assert not new.keys.exists()
    assert not new.database.exists()


def test_the_backup_of_another_desk_is_refused_before_anything_is_asked_or_touched(
    burnt: Burnt, door_at: Callable[[Path], tuple[RestoreDoor, LoginDoor]], tmp_path: Path
) -> None:
    seven = staff_desk(tmp_path / "seven").folder
    before = {name: (seven.root / name).read_bytes() for name in _files(seven)}
    proof = Proof(CHIEF, code=burnt.code, new_password=NEW_PASSWORD)

    with pytest.raises(DeskError, match=r"backup\.not_this_desk"):
        restore_over(seven, AT_HAND(), burnt.newest, proof, Beside(None, LAST_LABELS))
    door, _ = door_at(seven.root)
    with pytest.raises(DeskError, match=r"backup\.not_this_desk"):
        door.look(str(burnt.stick))

    assert before == {name: (seven.root / name).read_bytes() for name in _files(seven)}


def test_where_no_slot_file_can_be_read_the_backup_is_taken(burnt: Burnt) -> None:
    folder = _rotten(burnt)
    folder.keys.write_bytes(b"{")

    restore_over(folder, AT_HAND(), burnt.newest, Proof(CHIEF, TRIAL_PASSWORD), Beside())

    assert _chains(folder, TRIAL_PASSWORD)
