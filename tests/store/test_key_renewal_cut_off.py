"""A new database key that was cut off between its steps: both keys are known, one fits the file, and the next log-in finishes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import key_renewal
from kt1desk.store.connection import is_keyed, is_opened_by, open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import read_slots
from kt1desk.store.key_renewal import is_due, renew, settle
from kt1desk.store.verify import verify
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


def _torn(database: Path) -> None:
    """A sector of the first page that did not reach the disk."""
    data = bytearray(database.read_bytes())
    data[1024:1536] = bytes(512)
    database.write_bytes(data)


def _cut_off_writing(desk: Leaving, aside: Path, mode: str) -> None:
    """As the power leaves it in the middle of a write: the first page half written, the whole one in the journal or the log."""
    database = desk.folder.database
    side = {"delete": "desk.db-journal", "wal": "desk.db-wal"}[mode]
    writing = open_raw(database, DEK)
    writing.execute(f"PRAGMA journal_mode={mode}").fetchone()
    writing.execute("PRAGMA cache_size=1").close()
    writing.execute("BEGIN IMMEDIATE").close()
    writing.execute("CREATE TABLE later (content)").close()
    for _ in range(200):
        writing.execute("INSERT INTO later VALUES (randomblob(4000))").close()
    if mode == "wal":
        writing.execute("COMMIT").close()
    aside.mkdir()
    shutil.copy(database, aside)
    shutil.copy(database.with_name(side), aside)
    writing.close()
    for each in database.parent.glob("desk.db*"):
        each.unlink()
    _torn(aside / database.name)
    for each in aside.iterdir():
        shutil.copy(each, database.parent)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_first_page_that_was_being_written_when_the_power_went_opens_by_the_key_it_is_under(
    mode: str, desk: Leaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new key is tried first and rolls the file back without harm."""
    _between(desk, monkeypatch, after_rename=False)
    new, old = desk.by_code()
    _cut_off_writing(desk, tmp_path / "aside", mode)
    as_it_lies = [is_keyed(desk.folder.database, key) for key in (new, old)]

    key = desk.ring.unlock("lan", LAN)
    settle(desk.folder, key)

    assert as_it_lies == [False, False]
    assert key == old == DEK
    assert desk.by_code() == (DEK,)
    store = desk.opened(key)
    assert verify(store).ok
    store.close()


def test_where_no_key_opens_the_file_when_a_renewal_breaks_off_neither_is_thrown_away(
    desk: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite = key_renewal._rewrite

    def unreadable(folder: DataFolder, old: bytes, new: bytes) -> None:
        rewrite(folder, old, new)
        kept.append(folder.database.read_bytes())
        _torn(folder.database)
        raise InterruptedError

    kept: list[bytes] = []
    monkeypatch.setattr(key_renewal, "_rewrite", unreadable)
    with pytest.raises(InterruptedError):
        renew(desk.folder, DEK, STAYS)

    new, old = desk.by_code()
    desk.folder.database.write_bytes(kept[0])

    assert old == DEK
    assert desk.ring.unlock("lan", LAN) == new


def test_a_thing_that_is_no_file_in_place_of_the_database_is_told_as_such_by_both_questions(
    tmp_path: Path,
) -> None:
    assert _refusal(lambda: is_keyed(tmp_path, DEK)) == _refusal(lambda: is_opened_by(tmp_path, DEK))
    assert not is_opened_by(tmp_path / "nothing", DEK)
    assert not (tmp_path / "nothing").exists()
