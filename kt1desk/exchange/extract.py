"""An extract of the security log as a file that proves itself: without the desk, without a network, years later.

    file    = lines of UTF-8, each ended by LF:
              link  canonical JSON        the head: whose extract, by whom, when, what was asked
              link  canonical JSON        one event each, oldest first: {"body", "envelope", "prev"}, exactly as the journal has them
              link  canonical JSON        the foot: how many, the first and the last place, how far both streams had come
              signature                   Ed25519 of the desk over tag ‖ last link, in hex
    link    = SHA-256(link of the line before ‖ JSON), in hex; before the head stands SHA-256(tag)

Each link holds all before it, so that the first line that was dropped, put in, moved or altered is named; the signature holds the last,
so that nobody but the desk can make the links anew. Then each event is held against its own hash and its neighbours in the journal. The
events between the rows, which are no security events, are not in the file: that none of the log was left out is what the desk signs.

This module must not know which events are of the log, nor whose key is to be believed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope, Event, Moment, Stream, event_hash
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.signed_file import is_signed
from kt1desk.exchange.trust import OwnKeys
from kt1desk.services.audit_log import AuditExtract, AuditKind

MAX_BYTES = 64_000_000
"""Size of a whole extract: 20,000 rows and some room; a larger file is refused unread."""
_MAX_LINE = 64_000
"""The largest body of the log is 16 kB, and each quotation mark of it is two signs here."""
_TAG = b"kt1desk/audit-extract/1\0"
_FORMAT = 1
_LINK, _SIGNATURE, _KEY = 32, 64, 32
_FIELD = "extract"


@dataclass(frozen=True, slots=True)
class Extract:
    """An extract that was proved.

    Attributes:
        device: the desk that made it.
        point: the point it stands at.
        key: its public key, in hex: whoever reads it holds it against the province's list.
        by: id of the user who took it.
        made: when.
        asked: since when, until when (UTC ms, 0 for no end), of whom and of what; as `AuditQuery`.
        events: oldest first.
        heads: place and hash of the last event of the KT1 and of the counter stream at that moment; empty texts where there was none.
    """

    device: int
    point: str
    key: str
    by: str
    made: Moment
    asked: tuple[int, int, str, str]
    events: tuple[Event, ...]
    heads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExtractWriter:
    """Makes the files of one desk, with its own keys."""

    own: OwnKeys

    def __call__(self, made: AuditExtract) -> bytes:
        """The bytes of a file."""
        link, lines = hashlib.sha256(_TAG).digest(), []
        for value in (self._head(made), *map(_row, made.events), _foot(made)):
            said = canonical.encode(value, _MAX_LINE)
            link = _next(link, said)
            lines.append(link.hex().encode() + b" " + said)
        lines.append(self.own.sign(_TAG + link).hex().encode())
        return b"\n".join(lines) + b"\n"

    def _head(self, made: AuditExtract) -> dict[str, Json]:
        query = made.query
        return {
            "asked": [query.since_ms, query.until_ms, query.user, query.kind.value if query.kind else ""],
            "by": made.by,
            "device": self.own.device,
            "format": _FORMAT,
            "key": self.own.public_key_hex,
            "made": [made.made.utc_ms, made.made.offset_min],
            "point": made.desk.point,
        }


def read_extract(data: bytes) -> Extract:
    """Prove an extract with the key it names; whose key that is remains to be asked.

    Raises:
        DeskError: ``extract.damaged`` with ``line`` for what is no extract from there on, ``extract.newer``; ``extract.altered`` with
            ``line``: there something was dropped, put in, moved or altered; ``extract.forged`` where the desk did not sign it;
            ``extract.contradicts`` with ``line`` where an event is not as the journal has it.
    """
    if len(data) > MAX_BYTES or not data.endswith(b"\n"):
        raise _refused("damaged", data.count(b"\n") + 1)
    *lines, last = data[:-1].split(b"\n")
    said, link = _linked(lines)
    if len(said) < 2:
        raise _refused("damaged", len(said) + 1)
    head = _decoded(said[0], 1)
    if head.get("format") != _FORMAT:
        raise DeskError("extract.newer", _FIELD)
    try:
        key, signature = _bytes(head["key"], _KEY), _bytes(last.decode("ascii"), _SIGNATURE)
    except (KeyError, TypeError, ValueError) as error:
        raise _refused("damaged", len(lines) + 1) from error
    if not is_signed(key, signature, _TAG + link):
        raise DeskError("extract.forged", _FIELD)
    events = tuple(_events(said[1:-1]))
    _check_foot(_decoded(said[-1], len(said)), events, len(said))
    return _extract(head, events, _decoded(said[-1], len(said)))


def read_file(path: Path) -> bytes:
    """The bytes at ``path``.

    Raises:
        DeskError: as `read_brought`.
    """
    return read_brought(path, MAX_BYTES, _FIELD)


def _row(event: Event) -> dict[str, Json]:
    return {
        "body": event.body_bytes.decode(),
        "envelope": event.envelope_bytes.decode(),
        "prev": event.prev.hex(),
    }


def _foot(made: AuditExtract) -> dict[str, Json]:
    return _ends(made.events) | {"heads": [list(head) for head in made.heads]}


def _ends(events: Sequence[Event]) -> dict[str, Json]:
    """How many there are, the place of the first and of the last."""
    ends = (events[0].id.text, events[-1].id.text) if events else ("", "")
    return {"count": len(events), "first": ends[0], "last": ends[1]}


def _next(link: bytes, said: bytes) -> bytes:
    return hashlib.sha256(link + said).digest()


def _linked(lines: Sequence[bytes]) -> tuple[list[bytes], bytes]:
    """What the lines say, and the last link; nothing of a line is read before its link is proved."""
    link, found = hashlib.sha256(_TAG).digest(), []
    for at, line in enumerate(lines, 1):
        written, _, said = line.partition(b" ")
        if len(written) != 2 * _LINK or not said or len(said) > _MAX_LINE:
            raise _refused("damaged", at)
        link = _next(link, said)
        if written != link.hex().encode():
            raise _refused("altered", at)
        found.append(said)
    return found, link


def _events(rows: Sequence[bytes]) -> Iterator[Event]:
    """The events, each as the journal has it and later than the one before."""
    before: Event | None = None
    for at, said in enumerate(rows, 2):
        event = _event(_decoded(said, at), at)
        if before is not None and not _follows(before, event):
            raise _refused("contradicts", at)
        yield event
        before = event


def _event(row: Mapping[str, Json], at: int) -> Event:
    try:
        body, envelope, prev = (
            str(row["body"]).encode(),
            str(row["envelope"]).encode(),
            _bytes(row["prev"], _LINK),
        )
        made = Envelope.decode(envelope)
    except (KeyError, TypeError, ValueError, DeskError) as error:
        raise _refused("damaged", at) from error
    return Event(made, prev, event_hash(prev, envelope, body), envelope, body)


def _follows(before: Event, event: Event) -> bool:
    """Later in the same journal; and where it is the very next one, it carries the hash of the one before."""
    one, other = before.id, event.id
    if (one.device, one.stream) != (other.device, other.stream) or one.incarnation > other.incarnation:
        return False
    if one.incarnation < other.incarnation:
        return True
    return one.seq + 1 < other.seq or (one.seq + 1 == other.seq and event.prev == before.hash)


def _check_foot(foot: Mapping[str, Json], events: Sequence[Event], at: int) -> None:
    if _ends(events) != {name: value for name, value in foot.items() if name != "heads"}:
        raise _refused("contradicts", at)


def _extract(head: Mapping[str, Json], events: tuple[Event, ...], foot: Mapping[str, Json]) -> Extract:
    try:
        since, until, user, kind = _list(head["asked"])
        utc_ms, offset_min = _list(head["made"])
        heads = tuple((str(place), str(hashed)) for place, hashed in map(_list, _list(foot["heads"])))
        asked = (_number(since), _number(until), str(user), AuditKind(str(kind)).value if kind else "")
        made = Moment(_number(utc_ms), _number(offset_min))
        whose = (_number(head["device"]), str(head["point"]), str(head["key"]), str(head["by"]))
    except (KeyError, TypeError, ValueError, DeskError) as error:
        raise _refused("damaged", 1) from error
    if len(heads) != len(Stream):
        raise _refused("damaged", 1)
    return Extract(*whose, made, asked, events, heads)


def _decoded(said: bytes, at: int) -> Mapping[str, Json]:
    try:
        return canonical.decode(said, _MAX_LINE)
    except DeskError as error:
        raise _refused("damaged", at) from error


def _refused(reason: str, line: int) -> DeskError:
    return DeskError(f"extract.{reason}", _FIELD, line=line)


def _bytes(value: Json, count: int) -> bytes:
    if not isinstance(value, str):
        raise TypeError
    data = bytes.fromhex(value)
    if data.hex() != value or len(data) != count:
        raise ValueError
    return data


def _list(value: Json) -> Sequence[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value
