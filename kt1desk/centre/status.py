"""The state of every desk as the centre sees it, for whoever watches: when it last spoke, what waits, what is wrong.

What the gate knows is there always; what the ledger knows only where it can be read from here. This module must not know how it is shown
on a screen; a table of text and JSON are made here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta, timezone

from psycopg import errors

from kt1desk.centre.cluster_sql import CORE, Connection
from kt1desk.centre.place import CentrePlace
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.round_report import clock_is_wrong

_HERE = timezone(timedelta(hours=7))
_SILENT_MS = 3 * 24 * 3_600_000
_LAG_MS = 5 * 60_000
_MILLION, _THOUSAND = 1_000_000, 1_000

_DEVICES = """
SELECT d.device, d.point, d.enrolled_ms, d.revoked_ms, d.seen_ms, d.said_ms, d.program, d.hardware IS NOT NULL,
       coalesce((SELECT sum(c.number) FROM gate.chain c WHERE c.device = d.device), 0),
       coalesce((SELECT m.number FROM gate.mailbox m WHERE m.point = d.point), 0) - d.mail_taken
  FROM gate.device d ORDER BY d.device
"""
_REFUSALS = """
SELECT device, what, sum(times) FROM gate.audit
 WHERE device IS NOT NULL AND last_ms > %s
   AND what IN ('token', 'hardware', 'serial', 'revoked', 'fork_frame', 'fork_foreign', 'fork_incarnation')
 GROUP BY device, what ORDER BY device, what
"""
_INTEGRATED = "SELECT device, sum(number) FROM ledger.chain GROUP BY device"
_NUMBERS = "SELECT device, numbers_left FROM ledger.desk_seen"
_LEASE = "SELECT lag_ms, seen_ms FROM ledger.lease"
_ALARMS = (
    "SELECT what, subject, times FROM ledger.alarm WHERE ended_ms IS NULL ORDER BY last_ms DESC LIMIT 100"
)


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """One desk. Times are UTC milliseconds, 0 for never.

    Attributes:
        offset_ms: its clock minus the centre's when it last spoke.
        bound: whether a machine is bound to it.
        frames: how many frames of it the gate has.
        waiting_frames: of them, those that are not in the ledger yet; -1 where the ledger cannot be read.
        numbers_left: numbers of its blocks that it had not used when it last told; -1 where the ledger cannot be read.
        waiting_mail: mail for its point that it has not said it has.
        notes: what wants a look, as codes: ``silent``, ``clock``, ``never``, ``audit:…``.
    """

    device: int
    point: str
    enrolled_ms: int
    revoked_ms: int
    seen_ms: int
    offset_ms: int
    program: str
    bound: bool
    frames: int
    waiting_frames: int
    numbers_left: int
    waiting_mail: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CentreStatus:
    """All desks, and what is wrong with the centre itself.

    Attributes:
        at_ms: when it was read.
        lag_ms: how far the integrator lags behind; -1 where that is not known.
        alarms: what a person must look at, one line each.
    """

    at_ms: int
    lag_ms: int
    desks: tuple[DeskStatus, ...]
    alarms: tuple[str, ...]


def read_status(place: CentrePlace, now: datetime) -> CentreStatus:
    """Ask gate and ledger.

    Raises:
        DeskError: ``centre.unreachable``, ``centre.not_operator``.
    """
    now_ms = int(now.timestamp() * 1000)
    known = _ledger(place, now_ms)
    with place.connect() as gate:
        try:
            rows = gate.execute(_DEVICES).fetchall()
            refusals = gate.execute(_REFUSALS, (now_ms - _SILENT_MS,)).fetchall()
        except errors.InsufficientPrivilege as error:
            raise DeskError("centre.not_operator") from error
    refused: dict[int, list[str]] = {}
    for device, what, times in refusals:
        refused.setdefault(int(device), []).append(f"audit:{what}×{times}")
    desks = tuple(_desk(row, known, refused.get(int(row[0]), []), now_ms) for row in rows)
    return CentreStatus(now_ms, known.lag_ms, desks, known.alarms)


def as_json(status: CentreStatus) -> str:
    """For machines."""
    return json.dumps(asdict(status), ensure_ascii=False, indent=2, sort_keys=True)


def as_table(status: CentreStatus) -> str:
    """For people: one line a desk, then what is wrong."""
    head = ("bàn", "điểm", "gọi lần cuối", "chờ vào sổ", "thư chờ", "còn số", "bản", "lệch giờ", "tình trạng")
    rows = [head, *(_line(desk) for desk in status.desks)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    lines = [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    lag = "không rõ" if status.lag_ms < 0 else f"{status.lag_ms / _THOUSAND:.0f} giây"
    return "\n".join([*lines, f"{len(status.desks)} bàn. Vào sổ chậm: {lag}.", *status.alarms])


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What the ledger knows: frames and numbers of each device (None where it cannot be read), lag, and open alarms."""

    frames: Mapping[int, int] | None
    numbers: Mapping[int, int] | None
    lag_ms: int
    alarms: tuple[str, ...]


def _ledger(place: CentrePlace, now_ms: int) -> _Ledger:
    try:
        with place.connect(CORE) as core:
            return _read_ledger(core, now_ms)
    except DeskError:
        why = "Không đọc được sổ cái của trung tâm (cơ sở dữ liệu core)."
    except (
        errors.UndefinedTable,
        errors.UndefinedColumn,
        errors.InvalidSchemaName,
        errors.InsufficientPrivilege,
    ):
        why = "Người vận hành chưa được đọc sổ cái, hoặc sổ cái chưa có."
    return _Ledger(None, None, -1, (why,))


def _read_ledger(core: Connection, now_ms: int) -> _Ledger:
    integrated = {int(device): int(number) for device, number in core.execute(_INTEGRATED).fetchall()}
    numbers = {int(device): int(left) for device, left in core.execute(_NUMBERS).fetchall()}
    lease = core.execute(_LEASE).fetchone()
    alarms = [f"{what} {subject} (×{times})" for what, subject, times in core.execute(_ALARMS).fetchall()]
    lag_ms = int(lease[0]) if lease else -1
    if lease is None or now_ms - int(lease[1]) > _LAG_MS:
        alarms.append("Không thấy tiến trình vào sổ (kt1desk centre integrate) trong 5 phút qua.")
    elif lag_ms > _LAG_MS:
        alarms.append(f"Vào sổ chậm {lag_ms // 60_000} phút.")
    return _Ledger(integrated, numbers, lag_ms, tuple(alarms))


def _desk(row: Sequence[object], known: _Ledger, refused: Sequence[str], now_ms: int) -> DeskStatus:
    device, point, enrolled, revoked, seen, said, program, bound, frames, mail = row
    seen_ms, offset = _whole(seen), _whole(said) - _whole(seen)
    number = _whole(device)
    waiting = -1 if known.frames is None else max(0, _whole(frames) - known.frames.get(number, 0))
    notes = list(refused)
    if not revoked:
        if not seen_ms:
            notes.insert(0, "never")
        elif now_ms - seen_ms > _SILENT_MS:
            notes.insert(0, "silent")
        if seen_ms and clock_is_wrong(offset):
            notes.insert(0, "clock")
    return DeskStatus(
        device=number,
        point=str(point),
        enrolled_ms=_whole(enrolled),
        revoked_ms=_whole(revoked),
        seen_ms=seen_ms,
        offset_ms=offset if seen_ms else 0,
        program=_version(_whole(program)),
        bound=bool(bound),
        frames=_whole(frames),
        waiting_frames=waiting,
        numbers_left=-1 if known.numbers is None else known.numbers.get(number, 0),
        waiting_mail=max(0, _whole(mail)),
        notes=tuple(notes),
    )


_AUDIT = "audit:"
_REFUSED = {
    "token": "sai mã nối",
    "hardware": "máy khác gọi bằng chứng thư của bàn",
    "serial": "chứng thư khác",
    "revoked": "đã thu hồi vẫn gọi",
    "fork_frame": "sổ khác với sổ đã gửi",
    "fork_foreign": "gửi khung của bàn khác",
    "fork_incarnation": "gọi bằng đời sổ cũ",
}
_NOTES = {"never": "chưa gọi lần nào", "silent": "quá 3 ngày không gọi", "clock": "đồng hồ sai"}


def _line(desk: DeskStatus) -> tuple[str, ...]:
    return (
        str(desk.device),
        desk.point,
        _day(desk.seen_ms) if desk.seen_ms else "-",
        "?" if desk.waiting_frames < 0 else str(desk.waiting_frames),
        str(desk.waiting_mail),
        "?" if desk.numbers_left < 0 else str(desk.numbers_left),
        desk.program,
        f"{desk.offset_ms / _THOUSAND:+.0f} s" if desk.seen_ms else "-",
        state_words(desk),
    )


def _note_words(note: str) -> str:
    """A refusal of the gate with how often it was; another note in its words."""
    what, _, times = note.removeprefix(_AUDIT).partition("×")
    if note.startswith(_AUDIT) and what in _REFUSED:
        return f"{_REFUSED[what]} ({times} lần)"
    return _NOTES.get(note, note)


def state_words(desk: DeskStatus) -> str:
    """What wants a look, in words; ``tốt`` for nothing."""
    said = [_note_words(note) for note in desk.notes]
    if desk.revoked_ms:
        said.insert(0, f"thu hồi {_day(desk.revoked_ms)}")
    return "; ".join(said) or "tốt"


def _day(ms: int) -> str:
    return f"{datetime.fromtimestamp(ms / 1000, UTC).astimezone(_HERE):%d/%m/%Y %H:%M}"


def _version(number: int) -> str:
    if not number:
        return "-"
    return f"{number // _MILLION}.{number // _THOUSAND % _THOUSAND}.{number % _THOUSAND}"


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int) else int(str(value or 0))
