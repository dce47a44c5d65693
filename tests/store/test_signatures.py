"""What the device key signs is proved with the whole journal, and the key stays the same."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.events import Envelope, EventId, HybridTime, Moment, Stream, event_hash, seal
from kt1desk.domain.facts import ShiftClosed
from kt1desk.domain.signing import signed
from kt1desk.services.ports import Appending
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.folder import DataFolder
from kt1desk.store.marker import Head, HeadMarker, Heads
from kt1desk.store.verify import verify_file
from tests.support.journals import DEK, SHIFT, begin, make, past_all_guards, reopen

GOLDEN = "4a03a6f4708b29be4861fef380a7220693a45dbaf754e7cf5dac82d08c96a91f181ed258c35e333b93acf260ed1c9f32001af7e383576dfdf35cc7992768740f"
"""Made with `openssl pkeyutl -sign -rawin` over the bytes of the layout, not with this program."""


def closed_shift(root: Path) -> str:
    """A store whose last event is a closed shift; its number."""
    store = make(root)
    begin(store)
    with store.work() as work:
        event = work.append(ShiftClosed(SHIFT, 1, 2, 3), Appending("lan"))
        work.commit()
    store.close()
    return event.id.text


def test_the_device_key_is_the_same_after_a_start(tmp_path: Path) -> None:
    store = make(tmp_path)
    before = store.public_key_hex
    store.close()

    assert reopen(tmp_path).public_key_hex == before


def test_a_signature_is_the_same_64_bytes_for_the_same_event_for_ever(tmp_path: Path) -> None:
    key = DeviceKey(0, 1, Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
    identity = EventId(0, Stream.COUNTER, 1, 7)
    envelope = Envelope(
        identity, "shift.closed", 1, Moment(1_795_440_000_000), HybridTime(1_795_440_000_000), "b-1", "lan"
    )
    plain = seal(bytes(32), envelope, ShiftClosed(SHIFT, 499_000, 500_000, 12).body())

    event = signed(plain, key.sign)

    assert event.body() == {**plain.body(), "sig": GOLDEN}
    assert event.hash != plain.hash


def test_a_signed_event_is_proved_with_its_chain(tmp_path: Path) -> None:
    closed_shift(tmp_path)

    assert verify_file(DataFolder(tmp_path), DEK).ok


def test_a_signed_figure_changed_with_a_new_hash_and_a_new_marker_is_still_named(tmp_path: Path) -> None:
    event = closed_shift(tmp_path)

    with past_all_guards(tmp_path) as raw:
        row = "stream = 2 AND type = 'shift.closed'"
        seq, prev, envelope, body = raw.execute(
            f"SELECT seq, prev, envelope, body FROM event WHERE {row}"
        ).fetchone()
        changed = body.replace(b'"counted":1', b'"counted":9')
        hashed = event_hash(prev, envelope, changed)
        raw.execute(f"UPDATE event SET body = ?, hash = ? WHERE {row}", (changed, hashed))
    marker = HeadMarker(DataFolder(tmp_path).marker)
    heads = marker.read()
    assert heads is not None
    marker.write(Heads(heads.kt1, Head(heads.counter.stream, heads.counter.incarnation, seq, hashed)))
    marker.close()

    assert verify_file(DataFolder(tmp_path), DEK).faults == (f"{event} event.signature",)
