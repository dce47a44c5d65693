"""What came from other desks stays as it came: no program with the key changes it, and whoever gets past the guards is found out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope, Event, event_hash
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import Report, verify_file
from tests.support.custody import HERE, THERE, close, desk_at, receive, send, set_up, take
from tests.support.journals import DEK, accept, make, past_all_guards

BAG, TRIP = "TUI00000001", f"CT{HERE}-261123-7-1"


@pytest.fixture(scope="module")
def giver() -> DeskStore:
    """A desk that has sent two items, one with a letter."""
    return desk_at(HERE, 7)


@pytest.fixture(scope="module")
def sent(giver: DeskStore) -> Event:
    numbers = [str(accept(giver, secret=secret).body()["item"]) for secret in (True, False)]
    return send(giver, TRIP, [close(giver, BAG, numbers)])


@pytest.fixture
def root(tmp_path: Path, sent: Event) -> Path:
    """A closed store of the taker, who has taken the dispatch in and the receptacle over."""
    store = make(tmp_path)
    set_up(store, THERE, 50_000_000, 50_000_999)
    take(store, sent)
    receive(store, BAG, TRIP)
    store.close()
    return tmp_path


@pytest.fixture
def raw(root: Path) -> Iterator[Any]:
    """The file for another program that has the key: triggers, but none of our settings."""
    connection = open_raw(DataFolder(root).database, DEK)
    yield connection
    connection.close()


COPY = "SELECT {id}, device, stream, incarnation, {seq}, type, envelope, body, prev, hash FROM received"
BESIDE = 'SELECT device, stream, incarnation, seq, {slot}, salt, "row" FROM received_beside'


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE received SET body = zeroblob(2)",
        "DELETE FROM received",
        f"INSERT OR REPLACE INTO received {COPY.format(id='id', seq='seq')}",
        f"INSERT OR REPLACE INTO received {COPY.format(id='id + 1', seq='seq')}",
        f"INSERT INTO received {COPY.format(id='id + 5', seq='seq + 1')}",
        "UPDATE received_beside SET salt = zeroblob(8)",
        "DELETE FROM received_beside",
        f"INSERT OR REPLACE INTO received_beside {BESIDE.format(slot='slot')}",
        f"INSERT INTO received_beside {BESIDE.format(slot=chr(39) + 'new' + chr(39)).replace('seq', 'seq + 1', 1)} LIMIT 1",
    ],
)  # fmt: skip
def test_what_was_received_stays_whatever_a_program_with_the_key_says(
    raw: Any, statement: str, recursive: str
) -> None:
    raw.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = [raw.execute(f"SELECT * FROM {table}").fetchall() for table in ("received", "received_beside")]

    with pytest.raises(dbapi2.IntegrityError):
        raw.execute(statement)

    assert [
        raw.execute(f"SELECT * FROM {table}").fetchall() for table in ("received", "received_beside")
    ] == before


def test_an_event_of_our_own_device_is_never_received(raw: Any) -> None:
    own = COPY.format(id="id + 1", seq="seq").replace("device", "0")

    with pytest.raises(dbapi2.IntegrityError, match="another desk"):
        raw.execute(f"INSERT INTO received {own}")


@pytest.mark.parametrize("table", ["received", "received_beside"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET seq = 1", "DROP TABLE {}"])
def test_the_stores_own_connection_is_refused_before_it_runs(
    tmp_path: Path, table: str, statement: str
) -> None:
    store = make(tmp_path)

    with pytest.raises(DeskError, match=r"store\.forbidden"), store.transaction() as connection:
        connection.execute(statement.format(table))


def report_after(root: Path, tamper: Callable[[Any], object], key: str = "") -> Report:
    with past_all_guards(root) as raw:
        tamper(raw)

    def key_of(_envelope: Envelope) -> str:
        return key

    return verify_file(DataFolder(root), DEK, key_of)


def run(statement: str) -> Callable[[Any], object]:
    return lambda raw: raw.execute(statement)


def test_events_of_others_are_proved_with_their_signature(root: Path, giver: DeskStore) -> None:
    report = report_after(root, lambda _: None, giver.public_key_hex)

    assert report.ok


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE received SET body = zeroblob(40)", "received.changed"),
        ("UPDATE received SET hash = zeroblob(32)", "received.changed"),
        ("UPDATE received SET type = 'item.arrived'", "received.mislabelled"),
        ("DELETE FROM received", "received.missing"),
        ("UPDATE received_beside SET salt = zeroblob(8) WHERE slot = 'escort'", "received.particulars"),
        ("UPDATE received_beside SET slot = 'driver' WHERE slot = 'escort'", "received.particulars"),
    ],
)
def test_the_first_changed_event_of_another_desk_is_named(
    root: Path, sent: Event, statement: str, fault: str
) -> None:
    report = report_after(root, run(statement))

    assert report.faults == (f"{sent.id.text} {fault}",)


def test_another_event_in_its_place_is_found_although_its_hash_is_true(root: Path, sent: Event) -> None:
    def exchange(raw: Any) -> None:
        body = sent.body_bytes.replace(b"12C-34567", b"12C-34568")
        hashed = event_hash(sent.prev, sent.envelope_bytes, body)
        raw.execute("UPDATE received SET body = ?, hash = ?", (body, hashed))

    report = report_after(root, exchange)

    assert report.faults == (f"{sent.id.text} received.changed",)


def test_a_signature_by_another_key_is_named(root: Path, sent: Event) -> None:
    stranger = desk_at(THERE, 11).public_key_hex

    report = report_after(root, lambda _: None, stranger)

    assert report.faults == (f"{sent.id.text} received.signature",)


def test_names_erased_beside_an_event_of_another_desk_are_no_fault(root: Path) -> None:
    report = report_after(root, run("DELETE FROM received_beside"))

    assert report.ok


def test_an_event_that_lies_here_and_was_never_taken_in_is_named(root: Path, giver: DeskStore) -> None:
    other = send(giver, f"{TRIP}2", [close(giver, "TUI00000002", [str(accept(giver).body()["item"])])])

    def lay(raw: Any) -> None:
        identity = (2, *other.id.as_json(), other.envelope.type)
        bytes_ = (other.envelope_bytes, other.body_bytes, other.prev, other.hash)
        raw.execute(f"INSERT INTO received VALUES ({','.join('?' * 10)})", (*identity, *bytes_))

    report = report_after(root, lay)

    assert report.differences == (f"received {' '.join(map(str, other.id.as_json()))}",)


@pytest.mark.parametrize(
    ("statement", "difference"),
    [
        ("UPDATE standing SET losers = 1 WHERE kind = 'receptacle'", f"standing {BAG} receptacle"),
        ("UPDATE touch SET scan = 0 WHERE kind = 'dispatch'", f"touch {TRIP} dispatch 7 1 1 "),
        ("UPDATE holding SET items = 9", f"holding kt1 receptacle:{BAG} dispatched"),
        ("UPDATE item SET ours = 0 WHERE id = 1", "item 1"),
        ("UPDATE receptacle SET seal = ''", "receptacle 1"),
        ("UPDATE dispatch SET items = 1", "dispatch 1"),
        ("DELETE FROM packed WHERE place = 2", f"packed {BAG} 2"),
        ("UPDATE mail_out SET seq = 1", f"mail_out {HERE} kt1 1"),
        ("UPDATE mailbox SET last = 7", f"mailbox {HERE}"),
        ("UPDATE mail_in SET way = 'paper'", "mail_in 7 1 1 "),
    ],
)
def test_a_row_of_custody_unlike_its_replay_is_named(root: Path, statement: str, difference: str) -> None:
    report = report_after(root, run(statement))

    assert report.faults == ()
    assert len(report.differences) == 1
    assert report.differences[0].startswith(difference)
