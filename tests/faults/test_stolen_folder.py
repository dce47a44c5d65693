"""A copied data folder: nothing opens without the machine's secret or the recovery code, and what is wrong in it has its own sentence."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, RECOVERY, read_slots

USER = "ha.hoang"


def _made(root: Path) -> DataFolder:
    """The desk to try out, as the program makes it."""
    place = take_place(Options(root / "data", root / "papers", trial=True))
    works_in(place).make_sample()
    place.leave()
    return place.folder


@pytest.fixture(scope="module")
def two_desks(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataFolder, DataFolder]:
    return _made(tmp_path_factory.mktemp("one")), _made(tmp_path_factory.mktemp("other"))


@pytest.fixture
def stolen(two_desks: tuple[DataFolder, DataFolder], tmp_path: Path) -> DataFolder:
    """Everything that lies in the folder of a desk, its marker and its machine's secret included."""
    shutil.copytree(two_desks[0].root, tmp_path / "stolen")
    return DataFolder(tmp_path / "stolen")


def _refused(folder: DataFolder, user: str = USER, password: str = TRIAL_PASSWORD) -> DeskError:
    place = take_place(Options(folder.root, folder.root / "papers", trial=True))
    try:
        with pytest.raises(DeskError) as refusal:
            works_in(place).opener.open(user, password)
    finally:
        place.leave()
    return refusal.value


def test_every_slot_of_a_password_costs_what_rfc_9106_asks_for(
    two_desks: tuple[DataFolder, DataFolder],
) -> None:
    slots = read_slots(two_desks[0]).slots

    costs = {holder: slot.cost for holder, slot in slots.items() if holder != RECOVERY}

    assert len(costs) >= 2
    assert all(cost is not None and cost.passes >= 3 for cost in costs.values())
    assert all(
        cost is not None and cost.memory_kib >= LEAST_MEMORY_KIB == 64 * 1024 for cost in costs.values()
    )
    assert slots[RECOVERY].cost is None  # 125 random bits need no stretching


def _other_database(stolen: DataFolder, other: DataFolder) -> None:
    for path in stolen.database.parent.glob("desk.db*"):
        path.unlink()
    shutil.copy(other.database, stolen.database)


def _plain_database(stolen: DataFolder, other: DataFolder) -> None:
    _other_database(stolen, other)
    stolen.database.unlink()
    plain = sqlite3.connect(stolen.database)
    plain.execute("CREATE TABLE event (id INTEGER)")
    plain.close()


def _other_keys(stolen: DataFolder, other: DataFolder) -> None:
    shutil.copy(other.keys, stolen.keys)


def _other_secret(stolen: DataFolder, other: DataFolder) -> None:
    shutil.copy(other.device_secret, stolen.device_secret)


def _no_secret(stolen: DataFolder, _other: DataFolder) -> None:
    stolen.device_secret.unlink()


def _no_slots(stolen: DataFolder, _other: DataFolder) -> None:
    stolen.keys.write_bytes(b"")


WRONG: dict[str, tuple[Callable[[DataFolder, DataFolder], None], str]] = {
    "a database without encryption": (_plain_database, "store.not_encrypted"),
    "the database of another desk": (_other_database, "store.key_or_damaged"),
    "the slots of another desk": (_other_keys, "login.wrong_password"),
    "the secret of another machine": (_other_secret, "login.wrong_password"),
    "no secret of the machine": (_no_secret, "key.device_secret_missing"),
    "an empty file of slots": (_no_slots, "key.file_damaged"),
}


@pytest.mark.parametrize("what", WRONG)
def test_with_the_right_password_a_desk_with_something_wrong_in_it_is_refused_by_name(
    what: str, stolen: DataFolder, two_desks: tuple[DataFolder, DataFolder]
) -> None:
    spoil, code = WRONG[what]
    spoil(stolen, two_desks[1])

    refusal = _refused(stolen)

    assert refusal.code == code
    assert sentence(refusal).endswith(".")


def test_whoever_has_no_slot_is_told_what_somebody_with_a_wrong_password_is(stolen: DataFolder) -> None:
    unknown, wrong = _refused(stolen, "khong.co"), _refused(stolen, USER, f"{TRIAL_PASSWORD}!")

    assert unknown.code == wrong.code == "login.wrong_password"
    assert sentence(unknown) == sentence(wrong)


def test_the_untouched_copy_opens_with_the_password_so_the_refusals_are_about_what_was_wrong(
    stolen: DataFolder,
) -> None:
    place = take_place(Options(stolen.root, stolen.root / "papers", trial=True))

    opened = works_in(place).opener.open(USER, TRIAL_PASSWORD)

    assert opened.session.actor.user_id == USER
    opened.close()
    place.leave()
