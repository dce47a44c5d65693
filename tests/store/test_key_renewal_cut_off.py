"""A new database key that was cut off between its steps: both keys are known, one fits the file, and the next log-in finishes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import key_renewal
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import read_slots
from kt1desk.store.key_renewal import is_due, renew, settle
from tests.support.journals import DEK
from tests.support.renewing import BINH, LAN, STAYS, Leaving, leaving


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Leaving:
    return leaving(tmp_path_factory.mktemp("whole") / "data")


@pytest.fixture
def desk(whole: Leaving, tmp_path: Path) -> Leaving:
    return whole.copied(tmp_path / "data")


def _refusal(use: Callable[[], object]) -> str:
    with pytest.raises(DeskError) as refused:
        use()
    return refused.value.code


def _between(desk: Leaving, monkeypatch: pytest.MonkeyPatch, *, after_rename: bool) -> None:
    """The state after the first step, or after the second."""

    real, calls = settle, []

    def cut(folder: DataFolder, key: bytes) -> None:
        calls.append(key)
        if len(calls) > 1:
            raise InterruptedError
        real(folder, key)

    with monkeypatch.context() as patch:
        if not after_rename:
            patch.setattr(key_renewal, "_rewrite", lambda *_: None)
        patch.setattr(key_renewal, "settle", cut)
        with pytest.raises(InterruptedError):
            renew(desk.folder, DEK, STAYS)


@pytest.mark.parametrize("after_rename", [False, True], ids=["before the rename", "after it"])
def test_cut_off_between_the_steps_both_keys_are_known_one_fits_and_the_other_goes(
    after_rename: bool, desk: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    _between(desk, monkeypatch, after_rename=after_rename)
    new, old = desk.by_code()
    half = desk.folder.database.with_name("desk.next")
    half.write_bytes(b"half of a file")

    key = desk.ring.unlock("lan", LAN)
    of_code = desk.ring.unlock_recovery(desk.code)
    before = read_slots(desk.folder)
    settle(desk.folder, key)

    file = read_slots(desk.folder)
    assert (before.is_between, file.is_between, half.exists()) == (True, False, False)
    assert old == DEK
    assert key == of_code == (new if after_rename else old)
    assert desk.by_code() == (key,)
    assert is_due(file) is not after_rename
    desk.opened(key).close()


def test_a_password_changed_before_the_rest_is_finished_opens_afterwards(
    desk: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    _between(desk, monkeypatch, after_rename=True)
    fresh = "mot-cau-khac-han"

    key, _ = desk.ring.change("lan", LAN, fresh)
    settle(desk.folder, key)

    assert desk.ring.unlock("lan", fresh) == desk.ring.unlock("binh", BINH) == key
    assert not read_slots(desk.folder).is_between


def test_where_neither_key_fits_the_file_the_opening_says_so_and_both_stay(
    desk: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    _between(desk, monkeypatch, after_rename=True)
    data = desk.folder.database.read_bytes()
    desk.folder.database.write_bytes(bytes(100) + data[100:])

    key = desk.ring.unlock("lan", LAN)

    assert _refusal(lambda: desk.opened(key)) == "store.key_or_damaged"
    assert len(desk.by_code()) == 2
