"""A flipped bit in any page of the database is noticed by the start or by the whole proof, also where no event stands on it."""

from __future__ import annotations

import random
import shutil
from collections import Counter as Tally
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify_file
from tests.support.clocks import HandClock
from tests.support.desks import counter
from tests.support.furnished import DEK

PAGE = 4_096


def _noticed_by(folder: DataFolder) -> str:
    try:
        DeskStore.open(folder, DEK, HandClock(), random.Random(2).randbytes).close()
    except DeskError:
        return "start"
    try:
        return "nobody" if verify_file(folder, DEK).ok else "proof"
    except DeskError:
        return "proof"


def test_a_flipped_bit_in_any_page_is_noticed_by_the_start_or_by_the_whole_proof(tmp_path: Path) -> None:
    """Indexes, settings, drafts and the print queue are no projections: nothing replays them."""
    with counter(tmp_path) as desk:
        desk.open_shift()
        for _ in range(3):
            desk.accept()
    pages = desk.folder.database.stat().st_size // PAGE
    rng = random.Random(14)
    noticed: Tally[str] = Tally()

    for page in range(pages):
        copy = DataFolder(shutil.copytree(desk.folder.root, tmp_path / "flipped"))
        with copy.database.open("r+b") as file:
            file.seek(page * PAGE + rng.randrange(PAGE))
            byte = file.read(1)[0]
            file.seek(-1, 1)
            file.write(bytes([byte ^ 1 << rng.randrange(8)]))
        noticed[_noticed_by(copy)] += 1
        shutil.rmtree(copy.root)

    assert noticed["nobody"] == 0
    assert noticed["start"] > 0
    assert noticed["proof"] > pages // 2
