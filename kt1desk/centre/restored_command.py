"""``kt1desk centre restored``: what an operator says after gate, ledger or both were put back from a backup, before desks call again.

A backup knows older tokens than the desks have by now, and each desk would be refused as a copy of itself: every token is forgotten, so the
next call of each desk begins a new row of them; the machine stays bound. Until then the gate answers nobody, for it lives elsewhere than it
remembers (another cluster, database or timeline), and from then on it lives here. The epoch counts up, by which desks see that the centre
went back.
What was done to desks after the backup is not in it. Roles may be newer than the rows (the dump of one database holds none): where the two
disagree, the device is named, and the operator does again what he did.

This module must not know how anything is put back.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString

from psycopg import errors

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.place import place_at
from kt1desk.domain.errors import DeskError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_HERE = timezone(timedelta(hours=7))

_UNTIL = """
SELECT greatest((SELECT max(greatest(d.seen_ms, d.enrolled_ms, d.revoked_ms)) FROM gate.device d),
                (SELECT max(a.last_ms) FROM gate.audit a))
"""
_COUNT_UP = "UPDATE gate.centre SET epoch = epoch + 1, home = gate.here() RETURNING epoch"
_FORGET = "UPDATE gate.device SET token = NULL, token_before = NULL"
_NOTE = "SELECT gate.operator_note(NULL::int4, 'restored'::text, %s::text)"
_UNLIKE = """
SELECT coalesce(d.device, pg_catalog.substr(r.name, 2)::int4)
  FROM gate.device d
  FULL JOIN (SELECT rolname::text AS name, rolcanlogin AS may FROM pg_catalog.pg_roles WHERE rolname ~ '^d[0-9]{5}$') r
    ON r.name = d.role
 WHERE d.device IS NULL OR (d.revoked_ms IS NULL) IS DISTINCT FROM coalesce(r.may, false)
 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class AfterRestore:
    """How the centre goes on.

    Attributes:
        epoch: the new one.
        desks: how many had their tokens forgotten.
        until_ms: the last thing that the gate remembers, UTC; 0 where it remembers nothing.
        unlike: devices whose role says otherwise than their row: let in, or put out, after the backup.
    """

    epoch: int
    desks: int
    until_ms: int
    unlike: tuple[int, ...]


def go_on_after_restore(gate: Connection) -> AfterRestore:
    """Count the epoch up, forget every token and write it into the audit, all or nothing. Done twice, it only counts twice.

    Args:
        gate: to the database ``gate``, of the operator or a superuser.

    Raises:
        DeskError: ``centre.not_operator``.
    """
    try:
        with gate.transaction():
            until_ms = _one(gate, _UNTIL)
            epoch = _one(gate, _COUNT_UP)
            desks = gate.execute(_FORGET).rowcount
            gate.execute(_NOTE, (f"epoch {epoch}, {desks} desks",))
            unlike = tuple(int(device) for (device,) in gate.execute(_UNLIKE).fetchall())
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error
    return AfterRestore(epoch, desks, until_ms, unlike)


def add_restored_parser(words: Subparsers) -> None:
    """Add ``restored`` to the words of ``centre``; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    parser = words.add_parser(
        "restored", help="báo đã phục hồi cổng hoặc sổ cái từ bản sao lưu, trước khi các bàn gọi lại"
    )
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    parser.set_defaults(act=_restored)


def _restored(asked: argparse.Namespace) -> int:
    """1 where something is left for the operator to do again."""
    with place_at(asked.folder).connect() as gate:
        done = go_on_after_restore(gate)
    print(
        f"Đã ghi lần phục hồi thứ {done.epoch - 1}. {done.desks} bàn được nhận lại ở lần gọi tới; máy của bàn giữ nguyên."
    )
    if done.until_ms:
        until = datetime.fromtimestamp(done.until_ms / 1000, UTC).astimezone(_HERE)
        print(
            f"Cổng chỉ nhớ đến {until:%H:%M:%S %d/%m/%Y}. Bàn thu hồi, ghi danh, đổi chứng thư hoặc thả máy sau lúc đó: làm lại."
        )
    if done.unlike:
        named = ", ".join(map(str, done.unlike))
        print(f"Vai trò khác với cổng, phải thu hồi hoặc ghi danh lại: bàn {named}.")
    return 1 if done.unlike else 0


def _one(gate: Connection, statement: LiteralString) -> int:
    row = gate.execute(statement).fetchone()
    return int(row[0] or 0) if row else 0
