"""Fault 16, as far as the centre can mend it: a torn or missing write-ahead log, a rotten page; the books come back from our own frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.store.verify import verify, verify_file
from tests.recovery.faults.test_f13_restored_desk import assert_whole
from tests.support.journals import DEK
from tests.support.restoring import accepted, checkpointed, gate_of, ours, seller

PAGE = 4_096


def _is_seen_as_rotten(folder: DataFolder) -> bool:
    try:
        return not verify_file(folder, DEK).ok
    except DeskError as error:
        return error.code in {"store.damaged", "store.key_or_damaged", "disk.failed"}


@pytest.mark.parametrize("kept", [0, 40_000])
def test_a_missing_or_torn_write_ahead_log_is_seen_and_comes_back_from_the_centre(
    tmp_path: Path, kept: int
) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    checkpointed(desk)  # what is older than this stands in the file, as after the close of any session
    main = desk.folder.database.read_bytes()
    desk.sell(5)
    desk.push(gate)
    log = desk.folder.database.with_name("desk.db-wal").read_bytes()
    desk.store.close()
    desk.folder.database.write_bytes(main)
    desk.folder.database.with_name("desk.db-wal").write_bytes(log[:kept])

    with pytest.raises(DeskError) as refused:
        desk.start()
    assert refused.value.code == "store.records_missing"
    desk.start_unchecked()
    done = desk.bring_together(gate)
    desk.sell(1)

    assert done.begun is not None
    assert_whole(desk, gate)
    assert len(accepted(ours(desk))) == 9


def test_a_rotten_page_is_seen_and_the_last_backup_goes_on_with_what_the_centre_has(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    backup = desk.copy(tmp_path / "backup.db")
    desk.sell(20)
    desk.push(gate)
    desk.store.close()
    data = bytearray(desk.folder.database.read_bytes())
    for page in range(4, len(data) // PAGE, 3):
        data[page * PAGE + 100] ^= 1
    desk.folder.database.write_bytes(bytes(data))

    assert _is_seen_as_rotten(desk.folder)
    desk.put_back(backup)
    desk.start_unchecked()
    done = desk.bring_together(gate)

    assert done.came_back == 40
    assert verify(desk.store).ok
    assert_whole(desk, gate)
