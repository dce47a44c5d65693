"""The proof: whatever is changed, taken out, put in or exchanged, the first bad event is named; so is a row unlike its replay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import event_hash
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import HeadMarker
from kt1desk.store.search import ReferenceDoc, replace_reference
from kt1desk.store.verify import Report, verify, verify_file
from tests.support.journals import DEK, accept, begin, make, past_all_guards, reopen

Tampering = Callable[[Any], None]
KT1 = "stream = 1 AND seq = "
BODY = "CAST(replace(CAST(body AS TEXT), '340', '341') AS BLOB)"
ENVELOPE = "CAST(replace(CAST(envelope AS TEXT), 'lan', 'son') AS BLOB)"
HANDED_BY = 'CAST(\'{"name":"Khác"}\' AS BLOB)'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A closed store of 12 acceptances, every third secret."""
    store = make(tmp_path)
    begin(store)
    for at in range(12):
        accept(store, secret=at % 3 == 0)
    store.close()
    return tmp_path


def report_after(root: Path, tamper: Tampering) -> Report:
    with past_all_guards(root) as raw:
        tamper(raw)
    return verify_file(DataFolder(root), DEK)


def run(*statements: str) -> Tampering:
    def tamper(raw: Any) -> None:
        for statement in statements:
            raw.execute(statement)

    return tamper


def rechain(raw: Any, start: int) -> None:
    """What an owner of the key does who knows how hashes are made: every later event gets a new hash."""
    rows = raw.execute(
        "SELECT seq, envelope, body FROM event WHERE stream = 1 AND seq >= ? ORDER BY seq", (start,)
    ).fetchall()
    prev = raw.execute(f"SELECT hash FROM event WHERE {KT1}?", (start - 1,)).fetchone()[0]
    for seq, envelope, body in rows:
        hashed = event_hash(prev, envelope, body)
        raw.execute(f"UPDATE event SET prev = ?, hash = ? WHERE {KT1}?", (prev, hashed, seq))
        prev = hashed


def test_an_untouched_store_is_proved(root: Path) -> None:
    report = verify_file(DataFolder(root), DEK)

    assert report == Report(events=30)
    assert report.ok


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (f"UPDATE event SET body = {BODY} WHERE {KT1} 7", "0.1.1.7 event.changed"),
        (f"UPDATE event SET envelope = {ENVELOPE} WHERE {KT1} 5", "0.1.1.5 event.changed"),
        (f"UPDATE event SET hash = zeroblob(32) WHERE {KT1} 9", "0.1.1.9 event.changed"),
        (f"UPDATE event SET prev = zeroblob(32) WHERE {KT1} 9", "0.1.1.9 event.changed"),
        (f"UPDATE event SET type = 'number.voided' WHERE {KT1} 6", "0.1.1.6 event.mislabelled"),
        (f"UPDATE event SET device = 9 WHERE {KT1} 6", "9.1.1.6 event.foreign"),
        (f"DELETE FROM event WHERE {KT1} 8", "0.1.1.8 event.missing"),
        (f"DELETE FROM event WHERE {KT1} 1", "0.1.1.1 event.missing"),
        ("DELETE FROM event WHERE stream = 2 AND seq = 4", "0.2.1.4 event.missing"),
        ("UPDATE event SET body = CAST('{}' AS BLOB) WHERE stream = 2 AND seq = 3", "0.2.1.3 event.changed"),
        (f'UPDATE particulars SET "row" = {HANDED_BY} WHERE stream = 1 AND seq = 5', "0.1.1.5 particulars.changed"),
        ("UPDATE particulars SET salt = zeroblob(8) WHERE stream = 1 AND seq = 5", "0.1.1.5 particulars.changed"),
        ("DELETE FROM particulars WHERE stream = 1 AND seq = 6 AND slot = 'sender'", "0.1.1.6 particulars.missing"),
        ("INSERT INTO particulars VALUES (0, 1, 1, 6, 'other', zeroblob(8), zeroblob(2))", "0.1.1.6 particulars.added"),
        ("INSERT INTO particulars VALUES (0, 1, 1, 99, 'person', zeroblob(8), zeroblob(2))", "0.1.1.99 particulars.added"),
        ("INSERT INTO particulars VALUES (7, 2, 1, 99, 'person', zeroblob(8), zeroblob(2))", "7.2.1.99 particulars.added"),
    ],
)  # fmt: skip
def test_the_first_bad_event_is_named(root: Path, statement: str, fault: str) -> None:
    report = report_after(root, run(statement))

    assert not report.ok
    assert report.first_fault == fault


@pytest.mark.parametrize("body", [b'\xff"beside"', b'{"beside":[]}', b'["sig","beside"]', b'"sig"'])
def test_a_body_that_cannot_be_read_is_named_whatever_stands_in_it(root: Path, body: bytes) -> None:
    def tamper(raw: Any) -> None:
        raw.execute(f"UPDATE event SET body = ? WHERE {KT1} 14", (body,))
        rechain(raw, 14)

    assert report_after(root, tamper).faults == ("0.1.1.14 event.unreadable",)


def test_of_several_bad_events_the_first_of_each_chain_is_named(root: Path) -> None:
    report = report_after(
        root,
        run(
            "UPDATE event SET hash = zeroblob(32) WHERE stream = 1 AND seq IN (5, 9, 11)",
            "UPDATE event SET hash = zeroblob(32) WHERE stream = 2 AND seq IN (7, 4)",
        ),
    )

    assert report.faults == ("0.1.1.5 event.changed", "0.2.1.4 event.changed")


def test_two_events_exchanged_are_named_at_the_first_of_them(root: Path) -> None:
    def exchange(raw: Any) -> None:
        columns = "type, envelope, body, prev, hash"
        rows = {
            seq: raw.execute(f"SELECT {columns} FROM event WHERE {KT1}?", (seq,)).fetchone() for seq in (5, 8)
        }
        for seq, other in ((5, 8), (8, 5)):
            raw.execute(
                f"UPDATE event SET type = ?, envelope = ?, body = ?, prev = ?, hash = ? WHERE {KT1}?",
                (*rows[other], seq),
            )

    report = report_after(root, exchange)

    assert report.first_fault == "0.1.1.5 event.moved"


def test_an_event_put_in_between_is_named_even_with_a_hash_of_its_own(root: Path) -> None:
    def insert(raw: Any) -> None:
        for seq in range(14, 6, -1):
            raw.execute(f"UPDATE event SET id = id + 1, seq = seq + 1 WHERE {KT1}?", (seq,))
        row = raw.execute(f"SELECT * FROM event WHERE {KT1}6").fetchone()
        row_id, device, stream, incarnation, seq, kind, envelope, body, _, hashed = row
        made = event_hash(hashed, envelope, body)
        values = (row_id + 1, device, stream, incarnation, seq + 1, kind, envelope, body, hashed, made)
        raw.execute(f"INSERT INTO event VALUES ({','.join('?' * 10)})", values)

    report = report_after(root, insert)

    assert report.first_fault == "0.1.1.7 event.mislabelled"


def test_a_cut_tail_leaves_good_chains_and_the_marker_says_so(root: Path) -> None:
    report = report_after(
        root,
        run(
            "DELETE FROM event WHERE stream = 1 AND seq > 10",
            "DELETE FROM particulars WHERE stream = 1 AND seq > 10",
        ),
    )

    assert report.faults == ()
    assert report.differences[0] == "marker"
    with pytest.raises(DeskError, match=r"store\.records_missing") as caught:
        reopen(root)
    assert dict(caught.value.details) == {"stream": "kt1", "missing": 4}


def test_a_chain_computed_anew_is_whole_and_the_marker_says_so(root: Path) -> None:
    def forge(raw: Any) -> None:
        raw.execute(
            f"UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '340', '999') AS BLOB) WHERE {KT1}7"
        )
        rechain(raw, 7)

    report = report_after(root, forge)

    assert report.faults == ()
    assert report.differences[0] == "marker"
    with pytest.raises(DeskError, match=r"store\.head_differs"):
        reopen(root)


@pytest.mark.parametrize(
    ("statement", "difference"),
    [
        ("UPDATE shift SET cash_dong = cash_dong - 1", "shift 1 "),
        ("UPDATE item SET weight_g = 1 WHERE seq = 7", "item 5"),
        ("DELETE FROM item WHERE seq = 7", "item 5"),
        ("INSERT INTO voided_number VALUES ('ME473125007VN', 'x')", "voided_number ME473125007VN"),
        ("UPDATE block SET next = next + 1", "block 1 2"),
        ("UPDATE pair SET count = count + 1", "pair SNV UBVL"),
        ("UPDATE user SET roles = 'administrator'", "user lan"),
        ("UPDATE key_slot SET version = 0", "key_slot lan"),
        ("UPDATE desk SET mode = 'production'", "desk 0 1"),
    ],
)
def test_a_projection_that_differs_from_its_replay_is_named_by_table_and_key(
    root: Path, statement: str, difference: str
) -> None:
    report = report_after(root, run(statement))

    assert report.faults == ()
    assert len(report.differences) == 1
    assert report.differences[0].startswith(difference)


def test_words_that_lead_to_another_item_are_found(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    for _ in range(40):
        accept(store)
    with store.local() as connection:
        replace_reference(connection, [ReferenceDoc("agency", "SNV", "Sở Nội vụ")])
    assert verify(store).ok
    store.close()

    report = report_after(tmp_path, run("INSERT INTO search_fts (rowid, words) VALUES (7, 'bia dat')"))

    assert report.differences == ("search_fts 7",)


@pytest.mark.parametrize("broken", ["missing", "torn"])
def test_a_marker_that_is_gone_or_unreadable_is_a_difference(root: Path, broken: str) -> None:
    marker = DataFolder(root).marker
    if broken == "missing":
        marker.unlink()
    else:
        marker.write_bytes(b"\0" * 1024)

    report = verify_file(DataFolder(root), DEK)

    assert report.differences == (
        {"missing": "marker missing", "torn": "marker store.marker_damaged"}[broken],
    )


def test_an_older_copy_of_the_whole_file_is_seen_at_the_start(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    accept(store)
    old = tmp_path / "old.db"
    store.backup(old)
    for _ in range(3):
        accept(store)
    store.close()

    folder = DataFolder(tmp_path)
    for name in ("desk.db-wal", "desk.db-shm"):
        (folder.database.parent / name).unlink(missing_ok=True)
    old.replace(folder.database)

    with pytest.raises(DeskError, match=r"store\.records_missing") as caught:
        reopen(tmp_path)
    assert dict(caught.value.details) == {"stream": "kt1", "missing": 3}


def test_a_marker_one_commit_behind_is_brought_up_at_the_start(root: Path) -> None:
    folder = DataFolder(root)
    store = reopen(root)
    before = folder.marker.read_bytes()
    accept(store)
    store.close()
    folder.marker.write_bytes(before)

    again = reopen(root)

    assert HeadMarker(folder.marker).read() == again.heads()
    assert verify(again).ok


def test_a_changed_event_in_the_tail_stops_the_start_and_is_named(root: Path) -> None:
    with past_all_guards(root) as raw:
        raw.execute("UPDATE event SET body = CAST('{}' AS BLOB) WHERE stream = 2 AND seq = 6")

    with pytest.raises(DeskError, match=r"store\.chain_broken") as caught:
        reopen(root)

    assert dict(caught.value.details) == {"event": "0.2.1.6"}


def test_a_store_whose_marker_was_deleted_is_not_opened(root: Path) -> None:
    DataFolder(root).marker.unlink()

    with pytest.raises(DeskError, match=r"store\.marker_missing"):
        reopen(root)


def test_an_open_store_is_proved_without_writing(root: Path) -> None:
    store: DeskStore = reopen(root)
    heads = store.heads()

    report = verify(store)

    assert report.ok
    assert store.heads() == heads
    assert accept(store).id.seq == heads.kt1.seq + 1
