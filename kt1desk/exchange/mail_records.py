"""What stands in the records of a mail frame besides events: parts of documents, blocks of numbers, what lies in a backup.

    document = header (canonical JSON {"from", "name", "part", "parts", "sha256", "version"}, length u32 in front) | bytes of the part
    grant    = canonical JSON {"device", "first", "last", "prefix"}
    safe     = canonical JSON {"safe": [[device, stream, incarnation, seq], …]}

Events are written by `kt1desk.exchange.wire`, key lists by `kt1desk.exchange.key_list`. Whatever is not as it must be is
``mail.record``: the frame was the centre's, so only its program can be wrong, and the records beside it still count.

This module must not know who takes a record in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.desk_file import LAST_DEVICE, NumberBlock
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Stream
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from kt1desk.exchange.reading import ByteReader, counted
from kt1desk.services.centre_rows import DocumentPiece, DocumentRow

MAX_PART_BYTES = 32_768
MAX_PARTS = 128
"""4 MB: forty times the largest file of reference rows."""
MAX_SAFE = 4_096

_WRONG = "mail.record"
_MAX_JSON = 262_144
_MAX_HEADER = 1_024
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Grant:
    """A block of numbers for one device, and no other for ever."""

    device: int
    block: NumberBlock


@dataclass(frozen=True, slots=True, order=True)
class SafeMark:
    """The events of a chain up to ``seq`` lie in a backup of the centre."""

    device: int
    stream: int
    incarnation: int
    seq: int


def document_row(name: str, version: int, valid_from: date, data: bytes) -> DocumentRow:
    """What a document is called.

    Raises:
        DeskError: ``mail.record`` for a name or version that none can have, or a document larger than any may be.
    """
    row = DocumentRow(name, version, valid_from, hashlib.sha256(data).digest())
    _check_row(row)
    if not 0 < len(data) <= MAX_PARTS * MAX_PART_BYTES:
        raise DeskError(_WRONG)
    return row


def document_records(row: DocumentRow, data: bytes) -> list[MailRecord]:
    """A whole document as records, part by part."""
    starts = range(0, len(data), MAX_PART_BYTES)
    return [
        MailRecord(
            RecordKind.DOCUMENT,
            counted(_header(row, at, len(starts)), 4) + data[start : start + MAX_PART_BYTES],
        )
        for at, start in enumerate(starts, start=1)
    ]


def read_piece(body: bytes) -> DocumentPiece:
    """One part of a document.

    Raises:
        DeskError: ``mail.record``.
    """
    reader = ByteReader(body, _WRONG)
    header = reader.counted(4, _MAX_HEADER)
    data = reader.rest()
    try:
        made = canonical.decode(header, _MAX_HEADER)
        name, day, sha256 = (text_of(made[part]) for part in ("name", "from", "sha256"))
        row = DocumentRow(name, _whole(made["version"]), date.fromisoformat(day), bytes.fromhex(sha256))
        piece = DocumentPiece(row, _whole(made["part"]), _whole(made["parts"]), data)
        if _header(row, piece.part, piece.parts) != header:  # a date or a hash that is spelt otherwise
            raise ValueError
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError(_WRONG) from error
    _check_row(row)
    if not (1 <= piece.part <= piece.parts <= MAX_PARTS and 0 < len(data) <= MAX_PART_BYTES):
        raise DeskError(_WRONG)
    return piece


def grant_record(grant: Grant) -> MailRecord:
    """A block as a record."""
    block = grant.block
    made: dict[str, Json] = {
        "device": grant.device,
        "first": block.first,
        "last": block.last,
        "prefix": block.prefix,
    }
    return MailRecord(RecordKind.GRANT, canonical.encode(made, _MAX_HEADER))


def read_grant(body: bytes) -> Grant:
    """A block of numbers.

    Raises:
        DeskError: ``mail.record``.
    """
    try:
        made = canonical.decode(body, _MAX_HEADER)
        block = NumberBlock(text_of(made["prefix"]), _whole(made["first"]), _whole(made["last"]))
        grant = Grant(_whole(made["device"]), block)
        if not 0 < grant.device <= LAST_DEVICE or grant_record(grant).body != body:
            raise ValueError
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError(_WRONG) from error
    return grant


def safe_record(marks: Sequence[SafeMark]) -> MailRecord:
    """What lies in a backup, as a record."""
    rows: list[Json] = [[mark.device, mark.stream, mark.incarnation, mark.seq] for mark in sorted(marks)]
    return MailRecord(RecordKind.SAFE, canonical.encode({"safe": rows}, _MAX_JSON))


def read_safe(body: bytes) -> tuple[SafeMark, ...]:
    """What lies in a backup.

    Raises:
        DeskError: ``mail.record``.
    """
    try:
        made = canonical.decode(body, _MAX_JSON)
        rows = made["safe"]
        if not isinstance(rows, list) or len(rows) > MAX_SAFE or made.keys() != {"safe"}:
            raise TypeError
        marks = tuple(SafeMark(*map(_whole, row)) for row in rows if isinstance(row, list))
        if len(marks) != len(rows) or any(mark.stream not in tuple(Stream) for mark in marks):
            raise ValueError
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError(_WRONG) from error
    return marks


def _header(row: DocumentRow, part: int, parts: int) -> bytes:
    made: dict[str, Json] = {
        "from": row.valid_from.isoformat(),
        "name": row.name,
        "part": part,
        "parts": parts,
        "sha256": row.sha256.hex(),
        "version": row.version,
    }
    return canonical.encode(made, _MAX_HEADER)


def _check_row(row: DocumentRow) -> None:
    if not (_NAME.fullmatch(row.name) and 1 <= row.version <= _MOST and len(row.sha256) == HASH_BYTES):
        raise DeskError(_WRONG)


def _whole(value: Json) -> int:
    if not isinstance(value, int) or not 0 <= value <= _MOST:
        raise TypeError
    return value
