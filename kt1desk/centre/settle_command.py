"""``kt1desk centre alarms | settle``: what a person must look at, and what he says when he has looked.

    kt1desk centre alarms --folder F
    kt1desk centre alarms --folder F --close 12 --reason "đã gọi bàn 7"
    kt1desk centre settle --folder F --chain 7.2.1 --reason "…"
    kt1desk centre settle --folder F --mailbox 243120 --reason "…"

Both write into the audit before they do anything. What is settled is done by the integrator in its next round: it alone writes into the
ledger. This module must not know how.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg import errors

from kt1desk.centre.cluster_sql import CORE, Connection
from kt1desk.centre.place import CentrePlace, place_at
from kt1desk.centre.settling import CHAIN, MAILBOX, SETTLING
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_HERE = timezone(timedelta(hours=7))
_OPEN = """SELECT id, what, subject, detail, times, first_ms, last_ms FROM ledger.alarm WHERE ended_ms IS NULL
  ORDER BY first_ms, id LIMIT 200"""
_ONE = "SELECT what, subject FROM ledger.alarm WHERE id = %s AND ended_ms IS NULL"
_CLOSE = "UPDATE ledger.alarm SET ended_ms = %s WHERE id = %s AND ended_ms IS NULL"
_ASK = """INSERT INTO ledger.setting AS s (name, value) VALUES (%s, %s)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE s.value IN (''::bytea, excluded.value)"""
_NOTE = "SELECT gate.operator_note(NULL::int4, %s::text, %s::text)"
_WORDS = {
    "fork": "chuỗi rẽ nhánh, đang dừng; xem rồi chạy centre settle --chain, hoặc cho bàn khôi phục",
    "gap": "chuỗi thiếu gói này ở cổng",
    "parked": "để riêng vì không đọc được",
    "dead_letter": "gửi cho điểm không có trong danh sách khóa",
    "mail_fork": "hộp thư ở cổng khác với sổ, đang dừng; xem rồi chạy centre settle --mailbox",
    "lag": "vào sổ chậm, tính bằng giây",
    SETTLING: "lệnh centre settle không làm được",
}


def add_settle_parsers(words: Subparsers) -> None:
    """Add the words to those of ``centre``; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    alarms = words.add_parser("alarms", help="những việc cần người xem; --close: đã xem xong")
    alarms.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    alarms.add_argument("--close", type=int, metavar="SỐ", help="số của việc đã xem xong")
    alarms.add_argument("--reason", default="", help="đã làm gì; ghi vào nhật ký")
    alarms.set_defaults(act=_alarms)
    settle = words.add_parser(
        "settle", help="cho chuỗi rẽ nhánh hoặc hộp thư đang dừng đi tiếp, sau khi đã xem"
    )
    settle.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    what = settle.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--chain", default="", metavar="7.2.1", help="thiết bị.luồng.đời, như trong centre alarms"
    )
    what.add_argument("--mailbox", default="", metavar="ĐIỂM", help="mã điểm của hộp thư")
    settle.add_argument("--reason", required=True, help="vì sao; ghi vào nhật ký")
    settle.set_defaults(act=_settle)


def _alarms(asked: argparse.Namespace) -> int:
    """1 where something is open, or was not."""
    place = place_at(asked.folder)
    with place.connect(CORE) as core:
        if asked.close is not None:
            print(
                f"Đã đóng việc {asked.close}: {close_alarm(place, core, asked.close, asked.reason, _now_ms())}."
            )
            return 0
        lines = open_alarms(core)
    print("\n".join(lines) if lines else "Không có việc nào cần xem.")
    return 1 if lines else 0


def _settle(asked: argparse.Namespace) -> int:
    what = f"{CHAIN} {asked.chain}" if asked.chain else f"{MAILBOX} {asked.mailbox}"
    place = place_at(asked.folder)
    with place.connect(CORE) as core:
        ask_to_settle(place, core, what, asked.reason)
    print("Đã ghi. Bộ nhập dữ liệu làm trong vòng tới; xem lại bằng kt1desk centre alarms.")
    return 0


def open_alarms(core: Connection) -> list[str]:
    """One line for each open matter, the oldest first.

    Raises:
        DeskError: ``centre.not_operator``.
    """
    try:
        rows = core.execute(_OPEN).fetchall()
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error
    return [
        f"{number}  {what} {subject}  {_WORDS.get(what, '')} ({_why(what, detail)})  {times} lần, {_day(first)} – {_day(last)}"
        for number, what, subject, detail, times, first, last in rows
    ]


def close_alarm(place: CentrePlace, core: Connection, number: int, reason: str, now_ms: int) -> str:
    """Somebody has looked; returns what it was. Where the matter is seen once more, it is a new alarm.

    Raises:
        DeskError: ``centre.no_alarm``, ``centre.not_operator``.
    """
    try:
        row = core.execute(_ONE, (number,)).fetchone()
        if row is None:
            raise DeskError("centre.no_alarm")
        text = f"{row[0]} {row[1]}".strip()
        _note(place, "alarm_closed", f"{number} {text}: {reason}")
        core.execute(_CLOSE, (now_ms, number))
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error
    return text


def ask_to_settle(place: CentrePlace, core: Connection, what: str, reason: str) -> None:
    """Ask the integrator to settle something.

    Args:
        place: the centre.
        core: to the ledger, as the operator.
        what: ``chain 7.2.1`` or ``mailbox 243120``.
        reason: for the audit.

    Raises:
        DeskError: ``centre.settling`` where something else is not done yet; ``centre.not_operator``.
    """
    try:
        _note(place, "settle", f"{what}: {reason}")
        if core.execute(_ASK, (SETTLING, what.encode("ascii", "replace"))).rowcount != 1:
            raise DeskError("centre.settling")
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error


def _why(what: str, detail: str) -> str:
    return sentence(DeskError(detail)) if what == SETTLING else str(detail)


def _note(place: CentrePlace, what: str, detail: str) -> None:
    with place.connect() as gate:
        gate.execute(_NOTE, (what, detail))


def _now_ms() -> int:
    return int(datetime.now(UTC).timestamp() * 1000)


def _day(ms: int) -> str:
    return f"{datetime.fromtimestamp(ms / 1000, UTC).astimezone(_HERE):%d/%m/%Y %H:%M}"
