"""A desk's figures as a file, for a bureau that the desk reaches over no network: counted, signed, naming nobody.

    file    = a signed file (`kt1desk.exchange.signed_file`), signed by the desk itself; tag "kt1desk/figures/1" NUL
    content = base64 of raw DEFLATE of canonical JSON {"device", "entries", "figures", "first", "format": 1, "heads", "kt1", "known_from",
              "last", "made", "point"}
    figures = [[day, measure, what, about, whose, count, dong], …], one for each thing said and half month, in order
    heads   = [[stream, incarnation, seq, hash], …]: how far the journal reached that they were counted from
    entries = {register: [[[column, value], …], …]}, without what names a person; beside the columns two that tell entries of two desks
              apart: "_key" (`kt1desk.exchange.figure_marks`), and "_order", the hybrid time of the wording, which sorts as text

Figures travel by half months (`kt1desk.domain.reporting.half_months`), so a file begins on the 1st or the 15th; it ends on the 14th, on the
last of a month, or on the day it was made. No figure in it has a point: the point is the signer's.

Size, outer form, whose key, signature, and only then the content. This module must not know how figures are counted.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Moment, Stream
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.figures import Figure, Measure, is_of_kt1
from kt1desk.domain.reporting.half_months import by_halves, half_begin, half_end
from kt1desk.exchange.figure_entries import impersonal, is_sound
from kt1desk.exchange.reading import deflated, inflated
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial
from kt1desk.services.report_ports import Entry, JournalHead

MAX_INFLATED_BYTES = 16 * 1024 * 1024
"""A year of the busiest point has a tenth of it."""
MAX_BYTES = 4 * 1024 * 1024
MAX_FIGURES = 200_000
MAX_ENTRIES = 20_000
MAX_HEADS = 64
_MAX_WORD = 64

KIND = SignedKind("figure_file", b"kt1desk/figures/1\0", MAX_BYTES, "file")

_FORMAT = 1
_PARTS = frozenset(
    {
        *("device", "entries", "figures", "first", "format", "heads"),
        *("kt1", "known_from", "last", "made", "point"),
    }
)
_SLACK = timedelta(days=1)
"""How far a desk's clock may be ahead of the reader's."""


@dataclass(frozen=True, slots=True)
class FigureFile:
    """What a desk counted, as it told it.

    Attributes:
        device, point: the desk, and where it stands.
        made: when it was counted, by the desk's clock.
        first, last: the days it speaks of.
        known_from: the day of the desk's first event (ISO), "" where it has none.
        kt1: whether figures of KT1 are in it; a point without KT1, or a user who may not read of it, leaves them out.
        heads: how far the journal reached.
        figures: by half months, in order.
        entries: of registers.
    """

    device: int
    point: str
    made: Moment
    first: date
    last: date
    known_from: str
    kt1: bool
    heads: tuple[JournalHead, ...]
    figures: tuple[Figure, ...] = field(repr=False)
    entries: Mapping[str, tuple[Entry, ...]] = field(repr=False)


def coarse(figures: Iterable[Figure], *, kt1: bool) -> tuple[Figure, ...]:
    """Figures as they may travel: by half months, those of KT1 left out where they are not asked for."""
    return by_halves(figure for figure in figures if kt1 or not is_of_kt1(figure))


def write_figures(said: FigureFile, own: OwnKeys) -> bytes:
    """The bytes of a file.

    Raises:
        DeskError: ``trust.trial_desk``; ``figure_file.period`` where it does not begin and end with a half month, or ends after it was
            made; ``canonical.size`` where it is too large.
    """
    refuse_trial(own.device)
    _check_days(said)
    return KIND.write(_packed(_json(said)), bytes.fromhex(own.public_key_hex), own.sign)


def read_figures(data: bytes, keys: KeyList, today: date) -> FigureFile:
    """Prove a file and read it.

    Raises:
        DeskError: ``figure_file.damaged`` (also too large), ``figure_file.newer``; ``figure_file.stranger`` where the key list has no such
            key; ``figure_file.forged``; as `KeyList.of_device`; ``figure_file.other_desk`` with ``device`` where it speaks for another
            desk or point than the key's; ``figure_file.future`` where it was made after ``today``; ``figure_file.period``.
    """
    file = KIND.take_apart(data)
    if all(row.sign_key != file.key.hex() for row in keys.desks):
        raise KIND.refusal("stranger")
    said = _content(file.proved())
    row = keys.of_device(said.device, local_day(said.made))
    if row.sign_key != file.key.hex() or row.point != said.point:
        raise DeskError("figure_file.other_desk", KIND.field, device=row.device)
    if local_day(said.made) > today + _SLACK:
        raise KIND.refusal("future")
    _check_days(said)
    return said


def read_file(path: Path, keys: KeyList, today: date) -> FigureFile:
    """The file at ``path``.

    Raises:
        DeskError: as `read_figures` and `read_brought`.
    """
    return read_figures(KIND.read(path), keys, today)


def desks_of(keys: KeyList, first: date, last: date) -> tuple[DeskKeys, ...]:
    """The desks that may have figures of these days, by number, the newest row of each."""
    rows = (row for row in sorted(keys.desks) if row.valid_from <= last and row.valid_to >= first)
    return tuple({row.device: row for row in rows}.values())


def _check_days(said: FigureFile) -> None:
    made = local_day(said.made)
    ends = said.last == half_end(said.last) or said.last == made
    if said.first != half_begin(said.first) or not ends or not said.first <= said.last <= made:
        raise KIND.refusal("period")


def _json(said: FigureFile) -> dict[str, Json]:
    return {
        "device": said.device,
        "entries": {
            code: [[[name, row[name]] for name in sorted(row)] for row in rows]
            for code, rows in said.entries.items()
        },
        "figures": [
            [each.day, each.measure.value, each.what, each.about, each.whose, each.count, each.dong]
            for each in said.figures
        ],
        "first": said.first.isoformat(),
        "format": _FORMAT,
        "heads": [[each.stream, each.incarnation, each.seq, each.digest] for each in said.heads],
        "known_from": said.known_from,
        "kt1": int(said.kt1),
        "last": said.last.isoformat(),
        "made": [said.made.utc_ms, said.made.offset_min],
        "point": said.point,
    }


def _packed(told: Mapping[str, Json]) -> bytes:
    return base64.b64encode(deflated(canonical.encode(told, MAX_INFLATED_BYTES), b""))


def _content(packed: bytes) -> FigureFile:
    try:
        told = inflated(base64.b64decode(packed, validate=True), b"", MAX_INFLATED_BYTES)
        if told is None:
            raise KIND.refusal("damaged")
        made = canonical.decode(told, MAX_INFLATED_BYTES)
        if made["format"] != _FORMAT:
            raise KIND.refusal("newer")
        if made.keys() != _PARTS:
            raise TypeError
        return _file(made)
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise KIND.refusal("damaged") from error
    except DeskError as error:
        own = error.code.startswith(f"{KIND.code}.")
        raise (error if own else KIND.refusal("damaged")) from error


def _file(made: Mapping[str, Json]) -> FigureFile:
    utc_ms, offset_min = map(_number, _list(made["made"], 2))
    first, last = _day(made["first"]), _day(made["last"])
    point, known_from, kt1 = text_of(made["point"]), text_of(made["known_from"]), _number(made["kt1"])
    if known_from:
        _day(known_from)
    if kt1 not in {0, 1}:
        raise ValueError
    figures = tuple(_figure(row, point) for row in _list(made["figures"], most=MAX_FIGURES))
    if any(not first <= _day(day) <= last for day in {each.day for each in figures}):
        raise ValueError
    if figures != coarse(figures, kt1=bool(kt1)):
        raise ValueError
    return FigureFile(
        _number(made["device"]),
        point,
        Moment(utc_ms, offset_min),
        first,
        last,
        known_from,
        bool(kt1),
        tuple(map(_head, _list(made["heads"], most=MAX_HEADS))),
        figures,
        _entries(made["entries"], kt1=bool(kt1)),
    )


def _figure(row: Json, point: str) -> Figure:
    day, measure, what, about, whose, count, dong = _list(row, 7)
    said = (text_of(what), text_of(about), text_of(whose))
    if max(map(len, said)) > _MAX_WORD or min(_number(count), _number(dong)) < 0:
        raise ValueError
    return Figure(point, text_of(day), Measure(text_of(measure)), *said, _number(count), _number(dong))


def _head(row: Json) -> JournalHead:
    stream, incarnation, seq, digest = _list(row, 4)
    said = text_of(digest)
    if bytes.fromhex(said).hex() != said or len(said) != 2 * HASH_BYTES:
        raise ValueError
    return JournalHead(Stream(_number(stream)).value, _number(incarnation), _number(seq), said)


def _entries(value: Json, *, kt1: bool) -> Mapping[str, tuple[Entry, ...]]:
    """Registers that this program does not know are passed over; a person in one that it knows is refused."""
    if not isinstance(value, Mapping):
        raise TypeError
    made: dict[str, tuple[Entry, ...]] = {}
    for code, rows in value.items():
        if code in REGISTERS:
            made[code] = tuple(_entry(row, code) for row in _list(rows, most=MAX_ENTRIES))
    if impersonal(made, kt1=kt1) != made:
        raise ValueError
    return made


def _entry(row: Json, code: str) -> Entry:
    pairs = [(text_of(name), text_of(value)) for name, value in (_list(pair, 2) for pair in _list(row))]
    made = dict(pairs)
    if len(made) != len(pairs) or not is_sound(code, made):
        raise ValueError
    return made


def _day(value: Json) -> date:
    text = text_of(value)
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError
    return day


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _list(value: Json, count: int | None = None, *, most: int = MAX_FIGURES) -> Sequence[Json]:
    if not isinstance(value, list) or len(value) > most or (count is not None and len(value) != count):
        raise ValueError
    return cast("Sequence[Json]", value)
