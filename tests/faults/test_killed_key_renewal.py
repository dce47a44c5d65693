"""A new database key killed at any of its steps: exactly one key opens the file, everybody who stays has it, and no event is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kt1desk.store.connection import is_keyed
from kt1desk.store.key_format import RECOVERY, SlotFile, read_slots
from kt1desk.store.key_renewal import settle
from kt1desk.store.verify import verify
from tests.support.journals import DEK
from tests.support.killing import STRACE, Death, kill_everywhere
from tests.support.renewing import DI, LAN, STAYS, Leaving, leaving

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

RENEW = f"""
import sys
from pathlib import Path
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_renewal import renew
renew(DataFolder(Path(sys.argv[1])), bytes.fromhex("{DEK.hex()}"), {STAYS!r})
"""
STEPS = ("fsync", "rename", "unlink")
"""What puts a step behind another; a round of the long tests takes the writes of both slot files, too."""
ALL_STEPS = ("openat", "write", "ftruncate", "close", *STEPS)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Leaving:
    return leaving(tmp_path_factory.mktemp("whole") / "data")


def _watched(desk: Leaving) -> list[Path]:
    store = desk.folder.database.parent
    names = ("keys.json", "keys.json.new", "desk.db", "desk.db-journal", "desk.db-wal")
    halves = ("desk.next", "desk.next.new", "desk.next.new-journal")
    return [store, *(store / name for name in (*names, *halves))]


def _is_whole(desk: Leaving, key: bytes) -> bool:
    store = desk.opened(key)
    try:
        return verify(store).ok and store.heads().kt1.seq > 0
    finally:
        store.close()


@pytest.mark.parametrize(
    "calls",
    [STEPS, pytest.param(ALL_STEPS, marks=pytest.mark.soak)],
    ids=["steps", "all that changes the disk"],
)
def test_a_new_key_killed_at_any_step_leaves_exactly_one_key_that_opens_and_all_who_stay_have_it(
    whole: Leaving, calls: Sequence[str], tmp_path: Path
) -> None:
    desk = whole.copied(tmp_path / "data")
    states: dict[Death, tuple[int, bool]] = {}

    for death in kill_everywhere(RENEW, [str(desk.folder.root)], _watched(desk), calls):
        sealed, fitting = desk.by_code(), desk.fitting()
        assert len(fitting) == 1, death
        (key,) = fitting
        assert desk.ring.unlock("lan", LAN) == desk.ring.unlock_recovery(desk.code) == key, death
        settle(desk.folder, key)
        assert desk.by_code() == (key,), death
        assert _is_whole(desk, key), death
        left = {each.name for each in desk.folder.database.parent.glob("desk.next*")}
        assert not left or len(sealed) == 1, death
        if key != DEK:
            assert not is_keyed(desk.folder.database, DEK), death
        states[death] = (len(sealed), key != DEK)
        whole.copied(desk.folder.root)

    # the old key alone, both with the old file, both with the new one, the new key alone
    assert set(states.values()) == {(1, False), (2, False), (2, True), (1, True)}
    assert all(state == (1, True) for death, state in states.items() if not death.number)


def test_who_left_opens_nothing_at_any_step_with_the_slots_he_kept(whole: Leaving, tmp_path: Path) -> None:
    """Until the file is the new one his old slots give the key it has, as before; from that step on they do not, killed or not."""
    desk = whole.copied(tmp_path / "data")
    opened: dict[Death, bool] = {}

    for death in kill_everywhere(RENEW, [str(desk.folder.root)], _watched(desk), ("rename",)):
        (key,) = desk.fitting()
        assert "di" not in read_slots(desk.folder).users, death
        desk.folder.keys.write_bytes(desk.kept)
        had = desk.ring.unlock("di", DI)
        assert had == DEK
        opened[death] = is_keyed(desk.folder.database, had)
        assert opened[death] is (key == DEK), death
        whole.copied(desk.folder.root)

    assert set(opened.values()) == {True, False}
    assert not any(is_open for death, is_open in opened.items() if not death.number)
    assert set(SlotFile.decode(desk.kept).slots) == {"lan", "binh", "di", RECOVERY}
