"""What lies on the disk of the desk where anybody with a boot stick can change it, and what was once written by an older program."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

from kt1desk.app.printer_trial import Trial
from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.exchange import line_access, line_state, near_marks, near_setting, peers, safe_marks
from kt1desk.printing.capabilities import Capabilities
from kt1desk.printing.profile import PrinterProfile
from kt1desk.store import attempts, marker
from kt1desk.store.attempts import Attempts
from kt1desk.store.key_format import (
    DEAD_BOX,
    RECOVERY,
    SEALED_BYTES,
    SLOT_BYTES,
    Cost,
    Half,
    Sealing,
    Slot,
    SlotFile,
)
from kt1desk.store.marker import HeadMarker, Heads
from tests.fuzz.target import Layer, Target
from tests.support.clocks import HandClock

WORDS = (
    b'"format":1',
    b'"format":2',
    b'":"',
    b'":[',
    b"]]",
    b"}",
    b'"slots"',
    b'"counters"',
    b"null",
    b"true",
    b"1.0",
)


def _keys() -> list[bytes]:
    slots = (Slot("lan.be", 3, Cost(), bytes(SLOT_BYTES)), Slot(RECOVERY, 1, None, bytes(range(SLOT_BYTES))))
    half = Half(bytes(range(32)), (Sealing(bytes(SEALED_BYTES), bytes(32)),) * 2)
    pairs = (
        Slot("lan.be", 3, Cost(), bytes(range(SLOT_BYTES)), half=half),
        Slot("di", 2, Cost(), DEAD_BOX, out=True),
    )
    return [SlotFile(7, {slot.holder: slot for slot in each}).encode() for each in (slots, pairs)]


def _key_file(data: bytes) -> None:
    assert SlotFile.decode(data).users is not None


class _File:
    """A file that is there, without a disk."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def exists(self) -> bool:
        return True


@contextmanager
def _without_a_disk() -> Iterator[None]:
    """Such a file is read as a short one is."""
    with ExitStack() as stack:
        for module in (marker, attempts):
            stack.enter_context(patch.object(module, "read_small", lambda file, _most: file.data))
        # what is taken for true where nothing can be read are 256 counters; making them is no reading
        stack.enter_context(patch.object(Attempts, "_unknown", lambda _self: None))
        yield


def _marker(data: bytes) -> None:
    HeadMarker(cast(Path, _File(data))).read()


def _marker_summed(data: bytes) -> None:
    """Each slot with its check sum right."""
    for at in range(0, len(data), marker.SLOT_BYTES):
        body = data[at : at + marker.SLOT_BYTES - 4]
        marker._decode(body + zlib.crc32(body).to_bytes(4, "big"))


def _markers() -> list[bytes]:
    return [marker._encode(2, Heads()) + marker._encode(1, Heads())]


def _attempts(data: bytes) -> None:
    canonical.decode(
        data, 65_536
    )  # what is not canonical is the same to the reader: nothing that can be read
    Attempts(cast(Path, _File(data)), b"key", HandClock())._read()


def _attempt_files() -> list[bytes]:
    rows: dict[str, Json] = {"a7": [6, 30_000, "boot", 12, 1_795_410_000_000], "00": [1, 0, "", 0, 0]}
    return [canonical.encode({"counters": rows, "format": 1}, 65_536)]


class _Notes:
    """One object under every name, as JSON brought it."""

    def __init__(self, value: Mapping[str, Json]) -> None:
        self._value = value

    def get(self, _name: str) -> Mapping[str, Json] | None:
        return self._value

    def put(self, _name: str, value: Mapping[str, Json]) -> None:
        self._value = value


def _setting(data: bytes) -> None:
    """Every reader of a setting is given the same object: each must find its own in it, or nothing."""
    value = object_of(data)
    if value is None:
        return
    notes = _Notes(value)
    for read in (
        line_state.read_state,
        line_access.access_of,
        line_access.own_key_of,
        near_setting.near_path,
    ):
        read(notes)
    peers.peer(notes, 7)
    peers.last_bundle(notes, "240000")
    near_marks.near_peer(notes, 7)
    safe_marks.safe_upto(notes)
    trial = Trial.from_json(value)
    if trial is not None:
        trial.mark("ME473124829VN")
    Capabilities.from_json(value)
    PrinterProfile.from_json(value)


def object_of(data: bytes) -> dict[str, Any] | None:
    """The JSON object in an input, None where there is none."""
    try:
        made = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return made if isinstance(made, dict) else None


_PRINTER: Mapping[str, Any] = {
    "printer_id": "label",
    "name": "Xprinter XP-420B",
    "role": "label",
    "language": "tspl",
    "port": "tcp",
    "address": "10.0.0.9",
    "baud": 9600,
    "flow": "none",
    "usb": "",
    "width_mm": 75,
    "height_mm": 100,
    "gap_mm": 2,
    "dpi": 203,
    "density": 8,
    "speed_ips": 4,
    "coding": "whole",
    "fence": "none",
    "status": "none",
    "number": "TT473124829VN",
    "settings": "ab",
    "bars": 1,
}
_LINE: Mapping[str, Any] = {
    **_PRINTER,
    "token": "00" * 16,
    "frames_kt1": [1, 4, "ab" * 32],
    "frames_counter": [1, 0, ""],
    "mail": [[3, "cd" * 32]],
    "ended_well": 1,
    "epoch": 0,
    "offset_ms": -20,
    "good_ms": 5,
    "wanted": 0,
    "path": "/mnt/chung",
    "host": "gate",
    "port": 5432,
    "database": "kt1",
    "role": "desk_7",
    "password": "ab",
    "authority": ["-----A"],
    "certificate": ["-----B"],
    "key": ["-----C"],
    "incarnation": 1,
    "number": 4,
    "taken": [],
    "acked": [[1, 1, 4, "ab" * 32]],
    "made_ms": 3,
    "written": 2,
    "sha256": "ab" * 32,
    "taken_hash": "",
    "acked_hash": "",
}


def written(value: Mapping[str, Any]) -> bytes:
    """An object as JSON."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _event_json(data: bytes) -> None:
    canonical.decode(data, 8_192)


TARGETS = (
    Target("key_files", (Layer("file", _keys, _key_file, WORDS, tree=True),)),
    Target(
        "markers",
        (
            Layer("file", _markers, _marker, (b"KT1HEAD1",)),
            Layer("summed", _markers, _marker_summed, (b"KT1HEAD1",), share=3),
        ),
        _without_a_disk,
    ),
    Target("attempt_files", (Layer("file", _attempt_files, _attempts, WORDS, tree=True),), _without_a_disk),
    Target(
        "settings",
        (Layer("object", lambda: [written(_PRINTER), written(_LINE)], _setting, WORDS, tree=True),),
    ),
    Target(
        "canonical_json",
        (Layer("bytes", lambda: [*_keys(), *_attempt_files()], _event_json, WORDS, tree=True),),
    ),
)
