"""A backup taken at any moment while a desk sells, laid out on an empty machine, is the journal as it was at that moment."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kt1desk.domain.events import EventId, Stream
from kt1desk.store.backup_file import DATABASE, backups_in, prove
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore, open_unchecked
from kt1desk.store.verify import verify
from tests.support.backups import desk_with_slots
from tests.support.clocks import HandClock
from tests.support.journals import DEK
from tests.support.tree import ROOT

SELL = """
import random, sys, threading
from pathlib import Path
from tests.support.backups import backed_up
from tests.support.journals import accept, reopen
root, place, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
chance, store = random.Random(seed), reopen(root)
over = threading.Event()
def back_up():
    try:
        for _ in range(3):
            over.wait(chance.random() / 20)
            backed_up(store, root, place)
    finally:
        over.set()
thread = threading.Thread(target=back_up)
thread.start()
sold = 0
while not over.is_set() or sold < 30:
    accept(store, secret=chance.random() < 0.3)
    sold += 1
thread.join()
store.close()
print(sold)
"""


def _hashes(store: DeskStore, stream: Stream, upto: int) -> list[str]:
    with store.read() as reader:
        events = [reader.event(EventId(0, stream, 1, seq)) for seq in range(1, upto + 1)]
    return [event.hash.hex() for event in events if event is not None]


def _laid_out(backup: Path, root: Path) -> DeskStore:
    folder = DataFolder(root)
    folder.prepare()
    shutil.copyfile(backup / DATABASE, folder.database)
    return open_unchecked(folder, DEK, HandClock(), random.Random(3).randbytes)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.soak)])
def test_a_backup_under_load_is_the_journal_of_its_moment(tmp_path: Path, seed: int) -> None:
    root, place = tmp_path / "data", tmp_path / "disk"
    place.mkdir()
    store, _ = desk_with_slots(root)
    store.close()

    words = [sys.executable, "-c", SELL, str(root), str(place), str(seed)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)

    live = DeskStore.open(DataFolder(root), DEK, HandClock(), random.Random(4).randbytes)
    found = [each.backup for each in backups_in(place)]
    lengths = set[int]()
    for at, backup in enumerate(found):
        assert backup is not None
        prove(backup, DEK)
        restored = _laid_out(backup.folder, tmp_path / f"machine{at}")
        for stream in Stream:
            seq = backup.manifest.heads.of(stream).seq
            assert restored.heads().of(stream).seq == seq
            assert _hashes(restored, stream, seq) == _hashes(live, stream, seq)
        differences = [each for each in verify(restored).differences if not each.startswith("marker")]
        assert differences == []
        lengths.add(backup.manifest.events)
        restored.close()
    assert len(found) == 3
    assert len(lengths) > 1, json.dumps([*lengths, done.stdout])
    live.close()
