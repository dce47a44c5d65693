"""What retention erased is gone from every page of the decrypted file and of its log, free ones included, and the proof still holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kt1desk.domain.events import Event
from kt1desk.domain.facts import PersonsErased
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.cases import grant_legs, take_case
from tests.support.custody import HERE, write
from tests.support.journals import DEK, begin, make

PAGE, RESERVED, SALT = 4096, 80, 16
"""SQLCipher 4: at the end of each page 16 bytes of IV and 64 of HMAC-SHA-512; the file's salt stands where its header would."""
FRAME, LOG_HEAD = 24, 32
"""SQLite, "WAL File Format": heads of a frame and of the log."""
WORD = "Qzhwjxvk"
"""A name like no other: the index of the search leaves out only what a word shares with the one before it."""


def _decrypted(page: bytes, *, first: bool) -> bytes:
    body, iv = page[SALT if first else 0 : -RESERVED], page[-RESERVED : -RESERVED + 16]
    reading = Cipher(AES256(DEK), CBC(iv)).decryptor()
    return reading.update(body) + reading.finalize()


def _pages(folder: DataFolder) -> list[bytes]:
    """All pages of the file and of its log, as whoever has the key can read them."""
    data = folder.database.read_bytes()
    made = [_decrypted(data[at : at + PAGE], first=at == 0) for at in range(0, len(data), PAGE)]
    log = folder.database.with_name("desk.db-wal")
    frames = log.read_bytes() if log.exists() else b""
    for at in range(LOG_HEAD, len(frames), FRAME + PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        made.append(_decrypted(frames[at + FRAME : at + FRAME + PAGE], first=number == 1))
    return made


def _readable(folder: DataFolder) -> set[str]:
    """Which of the forms of the word stand in any page: as it was typed, and as the search folds it."""
    forms = (WORD, WORD.lower()[2:])
    return {form for form in forms for page in _pages(folder) if form.encode() in page}


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path)
    begin(made)
    grant_legs(made)
    return made


def _checkpoint(folder: DataFolder) -> None:
    raw = open_raw(folder.database, DEK)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()


def _cases(store: DeskStore, how_many: int) -> Event:
    """As many cases, the first of somebody with that name; enough for the words to be in the index."""
    first = take_case(store, name=f"Lương {WORD}")
    for at in range(how_many):
        take_case(store, name=f"Người Thứ {at}")
    return first


@pytest.mark.parametrize("others", [3, 40, 200])
def test_of_an_erased_person_no_page_says_anything_once_the_log_is_written_back(
    store: DeskStore, tmp_path: Path, others: int
) -> None:
    folder = DataFolder(tmp_path)
    first = _cases(store, others)
    _checkpoint(folder)
    before = _readable(folder)

    write(store, PersonsErased("persons.keep", (first.id.text,), "2026-11-01", HERE))
    _checkpoint(folder)

    assert WORD in before
    assert _readable(folder) == set()
    report = verify(store)
    assert (report.faults, report.differences) == ((), ())
