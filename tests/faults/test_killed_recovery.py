"""Getting in by the printed code, killed at its steps on a real desk: somebody always has a password or a code that opens it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kt1desk.app import later
from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.recovery_gate import RecoveryDoor
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.store.keys import new_recovery_code
from tests.support.killing import STRACE, Death, kill_everywhere

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

NEW = "nước chảy đá mòn"
WHOLE = """
import sys
from pathlib import Path
from kt1desk.app import later
from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.recovery_gate import RecoveryDoor
root, code, keeper, new, noted = sys.argv[1:]
login = LoginDoor(take_place(Options(Path(root), Path(root) / "papers", trial=True)), later)
if code:
    door = RecoveryDoor(login)
    door.prove_code(code)
    Path(noted).write_text(door.set_password(keeper, new))
    door.finish()
else:
    from kt1desk.app.password_counter import PasswordCounter
    login.log_in(keeper, TRIAL_PASSWORD)
    PasswordCounter(login.opened, login.works().keys).change_password(TRIAL_PASSWORD, new)
"""
STEPS = ("rename",)
"""What makes a step count; a round of the long tests takes the writes and syncs between them, too."""
ALL_STEPS = ("write", "fsync", "rename")
Kill = tuple[Death, LoginDoor]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A trial desk with its invented staff, a keeper of it, and its code."""
    root = tmp_path_factory.mktemp("whole") / "data"
    taken = take_place(Options(root, root.parent / "papers", trial=True))
    works = works_in(taken)
    works.make_sample()
    roles = works.sample_roles()
    keeper = next(user for user in works.keys.users() if "Trưởng" in roles[user] or "Quản trị" in roles[user])
    code = new_recovery_code()
    works.keys.write_recovery(works.keys.unlock(keeper, TRIAL_PASSWORD), code)
    taken.leave()
    return root, keeper, code


def _killed(whole: Path, tmp_path: Path, words: Sequence[str], calls: Sequence[str]) -> Iterator[Kill]:
    """The desk after each kill at the slot file, begun anew from the whole one."""
    root = tmp_path / "data"
    shutil.copytree(whole, root)
    keys = root / "store" / "keys.json"
    watched = [keys.parent, keys, keys.with_name("keys.json.new")]
    for death in kill_everywhere(WHOLE, [str(root), *words], watched, calls):
        taken = take_place(Options(root, tmp_path / "papers", trial=True))
        door = LoginDoor(taken, later)
        yield death, door
        if door.opened is not None:
            door.opened.close()
        taken.leave()
        shutil.rmtree(root)
        shutil.copytree(whole, root)


def _gets_in(door: LoginDoor, user: str, password: str) -> bool:
    try:
        return door.log_in(user, password).actor.user_id == user
    except DeskError as error:
        if error.code != "login.wrong_password":
            raise
        return False


def _opens(door: LoginDoor, code: str) -> bool:
    recovery = RecoveryDoor(door)
    try:
        return bool(recovery.prove_code(code))
    except DeskError as error:
        if error.code != "key.recovery_code_wrong":
            raise
        return False
    finally:
        recovery.close()


@pytest.mark.parametrize(
    "calls",
    [STEPS, pytest.param(ALL_STEPS, marks=pytest.mark.soak)],
    ids=["renames", "all that changes the disk"],
)
def test_a_recovery_killed_at_any_step_leaves_one_of_both_passwords_and_one_of_both_codes(
    whole: tuple[Path, str, str], calls: Sequence[str], tmp_path: Path
) -> None:
    root, keeper, old_code = whole
    noted = tmp_path / "noted"
    states = set()

    for death, door in _killed(root, tmp_path, (old_code, keeper, NEW, str(noted)), calls):
        new_code = noted.read_text() if noted.exists() else ""
        codes = (_opens(door, old_code), bool(new_code) and _opens(door, new_code))
        passwords = (_gets_in(door, keeper, TRIAL_PASSWORD), _gets_in(door, keeper, NEW))
        assert sorted(codes) == [False, True], death
        assert sorted(passwords) == [False, True], death
        states.add((codes.index(True), passwords.index(True)))
        noted.unlink(missing_ok=True)

    assert states == {(0, 0), (0, 1), (1, 1)}


@pytest.mark.parametrize(
    "calls",
    [STEPS, pytest.param(ALL_STEPS, marks=pytest.mark.soak)],
    ids=["renames", "all that changes the disk"],
)
def test_a_password_changed_at_work_and_killed_at_any_step_leaves_one_of_both(
    whole: tuple[Path, str, str], calls: Sequence[str], tmp_path: Path
) -> None:
    root, keeper, _ = whole
    states = set()

    for death, door in _killed(root, tmp_path, ("", keeper, NEW, ""), calls):
        passwords = (_gets_in(door, keeper, TRIAL_PASSWORD), _gets_in(door, keeper, NEW))
        assert sorted(passwords) == [False, True], death
        states.add(passwords.index(True))

    assert states == {0, 1}
