"""``kt1desk centre figures``: the figures of all points from the ledger's tables, and which points are missing and since when.

    kt1desk centre figures --dsn "host=gate.example.vn user=lan.be sslcert=… sslkey=… sslrootcert=…" --from 2026-01-01 --to 2026-12-31

Whoever asks logs in to ``core`` as himself and has what `kt1desk centre reader` let him have. His password is asked for, or read from
standard input; never an argument. This module must not know how anything is counted.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import psycopg
from psycopg import conninfo, errors

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.pg_figures import Connection, PgFigures
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import asked_period, whole_until
from kt1desk.exchange.figure_lines import by_month, csv_text
from kt1desk.services.typed_day import add_period
from kt1desk.store.figure_place import Grain

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_HERE = timezone(timedelta(hours=7))


def add_figures_parser(words: Subparsers) -> None:
    """Add ``figures`` to the words of ``centre``; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    parser = words.add_parser("figures", help="số liệu của mọi điểm, và còn thiếu điểm nào từ ngày nào")
    add_reading_options(parser)
    grain = parser.add_mutually_exclusive_group()
    grain.add_argument("--by-day", action="store_true", help="từng ngày, mọi chi tiết")
    grain.add_argument("--in-full", action="store_true", help="từng tháng, mọi chi tiết")
    parser.set_defaults(act=_figures)


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """How a reader of reports logs in, and for which days he asks."""
    parser.add_argument(
        "--dsn", required=True, help="cách nối của người đọc báo cáo, theo libpq, không có mật khẩu"
    )
    add_period(parser)


@contextmanager
def reading(dsn: str) -> Iterator[Connection]:
    """A connection of a reader to ``core`` in one transaction, so that all he is told is of one moment.

    Raises:
        DeskError: ``centre.unreachable``.
    """
    password = _asked_password()
    try:
        told = conninfo.make_conninfo(dsn, **({"password": password} if password else {}))
        core = psycopg.connect(told, dbname=CORE, connect_timeout=10)
    except (psycopg.OperationalError, psycopg.ProgrammingError) as error:
        raise DeskError("centre.unreachable", database=CORE) from error
    with core:
        core.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        core.read_only = True
        try:
            yield core
        except errors.OperationalError as error:
            raise DeskError("centre.unreachable", database=CORE) from error


def _figures(asked: argparse.Namespace) -> int:
    """1 where a point is missing."""
    asked_period(asked.first, asked.last)
    with reading(asked.dsn) as core:
        told = PgFigures(core)
        found = told.figures(asked.first, asked.last, Grain.DAY if asked.by_day else Grain.MONTH)
        missing = told.missing(asked.first, whole_until(asked.first, asked.last, _today()), {})
    print(csv_text(found if asked.by_day or asked.in_full else by_month(found)), end="")
    for each in missing:
        since = f"sau ngày {date.fromisoformat(each.since):%d/%m/%Y}" if each.since else "chưa có gì"
        print(f"Thiếu điểm {each.name}: {since}.", file=sys.stderr)
    return 1 if missing else 0


def _today() -> date:
    return datetime.now(UTC).astimezone(_HERE).date()


def _asked_password() -> str:
    """What was typed; "" where libpq has it from a file of its own, or the server asks for none."""
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu của người đọc báo cáo: ")
    return sys.stdin.readline().rstrip("\r\n")
