"""A year of a province in the centre's tables, as rows that following the ledger would have left; made by the server itself in minutes.

53 desks, one a point. Each thing is accepted at one desk and delivered by another, which was told of it; desk 0, the province, knows all.
Of 4,000,000 events some 210,000 are items, 160,000 cases with two covers each: four of ten events touch a thing. Numbers, money and days
follow from the row's own number, so that every run measures the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Integer

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.desks_schema import PROVINCE, tables
from kt1desk.store.projections.incidents import CLOSED

DESKS = 53
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
YEAR_MS, DAY_MS = 1_767_200_400_000, 86_400_000
"""2026-01-01 00:00 in Việt Nam."""
EVENTS_OF_ITEM, EVENTS_OF_CASE = 6, 14
"""Acceptance, cash, packing, sending, arrival, round, delivery; of a case both ways, what the authority says, and its money."""

_LARGE = ("item", "touch", "custody_event", "standing", "cover", "dossier", "case_event")
_KEYS = """SELECT t.relname, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
  WHERE t.relnamespace = 'desks'::regnamespace AND c.contype = 'p' AND t.relname = ANY (%s)"""
_INDEXES = """SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'desks' AND tablename = ANY (%s)"""
_COLUMNS = {table.name: {column.name: column.type for column in table.columns} for table in tables()}
_DAY = "((t::bigint - 1) * 365 / {count})"
_AT = f"({YEAR_MS} + {_DAY} * {DAY_MS} + 28800000 + (t::bigint * 7919) % 28000000)"
_ISO = "to_char(date '2026-01-01' + ({day})::integer, 'YYYY-MM-DD')"
_HERE, _THERE = "(1 + t % 53)", "(1 + (t + 1 + (t / 53) % 52) % 53)"
_FORM = "(ARRAY['both', 'send', 'return'])[1 + (t % 10) / 7 + (t % 10) / 9]"
_PROCEDURE = "('1.' || lpad((300 * power(((t::bigint * 7919) % 1000) / 1000.0, 8))::integer::text, 6, '0'))"
"""Few are asked for every day and most seldom."""
_CASE = "((t + 1) / 2)"
"""Of a cover, by its own number; both lie where their case does."""


def fill(core: Connection, events: int) -> int:
    """Make the rows of about so many events; returns how many events they stand for."""
    items, cases = events // 19, events // 25
    lines = events // 22
    for device in range(1, DESKS + 1):
        core.execute("INSERT INTO access.desk VALUES (%s, %s)", (device, f"24{device:04d}"))
    with _bare(core):
        _things(core, "kt1", items, 0)
        _things(core, "tthc", 2 * cases, items)
        _cases(core, cases, items)
        _drawers(core, lines, items)
        _records(core, events)
    core.execute("VACUUM (ANALYZE)")
    return items * EVENTS_OF_ITEM + cases * EVENTS_OF_CASE + 2 * lines + events // 25


@contextmanager
def _bare(core: Connection) -> Iterator[None]:
    """The large tables without keys and indexes, which are made at the end: ten times as fast as row by row."""
    core.execute("SET maintenance_work_mem = '512MB'")
    keys = core.execute(_KEYS, (list(_LARGE),)).fetchall()
    for table, name, _ in keys:
        core.execute(f'ALTER TABLE desks."{table}" DROP CONSTRAINT "{name}"'.encode())
    indexes = core.execute(_INDEXES, (list(_LARGE),)).fetchall()
    for _, name, _ in indexes:
        core.execute(f'DROP INDEX desks."{name}"'.encode())
    for table in _LARGE:
        core.execute(f'ALTER TABLE desks."{table}" SET UNLOGGED'.encode())
    yield
    for table, name, said in keys:
        core.execute(f'ALTER TABLE desks."{table}" ADD CONSTRAINT "{name}" {said}'.encode())
    for _, _, said in indexes:
        core.execute(str(said).encode())


def _put(core: Connection, table: str, said: Mapping[str, str], rows: str) -> None:
    """Rows of a table; what is not said is nothing."""
    values = {
        name: said.get(name, "0" if isinstance(kind, Integer) else "''")
        for name, kind in _COLUMNS[table].items()
    }
    names = ", ".join(f'"{name}"' for name in values)
    core.execute(
        f'INSERT INTO desks."{table}" ({names}) SELECT {", ".join(values.values())} FROM {rows}'.encode()
    )


def _things(core: Connection, service: str, count: int, before: int) -> None:
    """Items or covers, where each is known, what was done to it, and where it stands."""
    kt1, at = service == "kt1", _AT.format(count=count)
    here, there = (_HERE, _THERE) if kt1 else (_HERE.replace("t", _CASE), _THERE.replace("t", _CASE))
    number = f"('{'ME' if kt1 else 'RX'}' || lpad((t + {before})::text, 9, '0') || 'VN')"
    known = _known(count, here, there)
    said = {
        "at_desk": "k.at", "id": f"t + {before}", "item": number, "device": here, "stream": "1" if kt1 else "2",
        "incarnation": "1", "seq": "t", "accepted_ms": at, "deadline_ms": f"{at} + 2 * {DAY_MS}",
        "product": "'KT10' || lpad((1 + t % 16)::text, 2, '0')" if kt1 else "CASE t % 2 WHEN 1 THEN 'send' ELSE 'return' END",
        "scope": "(ARRAY['intra', 'regional', 'inter'])[1 + t % 3]", "payment": "(ARRAY['account', 'cash'])[1 + t % 2]",
        "shift": "CASE k.source WHEN 1 THEN " + _shift(here, _DAY.format(count=count)) + " ELSE '' END" if kt1 else "''",
        "total_dong": "27000 + t % 90000" if kt1 else "0", "state": "'delivered'", "keeper": "'party:receiver'",
        "source": "k.source", "service": f"'{service}'", "origin": f"'24' || lpad({here}::text, 4, '0')", "weight_g": "80",
    }  # fmt: skip
    _put(core, "item", said, known)
    _touched(core, number, at, count, (here, there), 1 if kt1 else 2)


def _known(count: int, here: str, there: str) -> str:
    """So many things, each at the desk that accepted it, at the one that delivers it, and in the picture of the province."""
    return f"generate_series(1, {count}) t CROSS JOIN LATERAL (VALUES ({here}, 1), ({there}, 2), ({PROVINCE}, 0)) k (at, source)"


def _touched(core: Connection, number: str, at: str, count: int, desks: tuple[str, str], stream: int) -> None:
    """Packed and sent at one desk; told, taken over, offered and delivered at the other one."""
    here, there = desks
    rows = f"""{_known(count, here, there)} CROSS JOIN
      (VALUES ('pack', 1, 1), ('send', 2, 1), ('arrive', 3, 2), ('hand', 4, 2), ('attempt', 5, 2), ('deliver', 6, 2)) s (step, turn, whose)
      WHERE (s.step <> 'attempt' OR t % 20 = 0) AND (k.source IN (0, s.whose) OR s.step = 'send')"""
    event = {
        "at_desk": "k.at", "device": f"CASE s.whose WHEN 1 THEN {here} ELSE {there} END", "stream": str(stream),
        "incarnation": "1", "seq": "t * 8 + s.turn",
    }  # fmt: skip
    happened = f"{at} + s.turn * 9000000"
    touched = {
        "number": number,
        "kind": "'item'",
        "step": "s.step",
        "holder": "'party:receiver'",
        "n": "s.turn",
    }
    _put(core, "touch", event | touched, rows)
    _put(core, "custody_event", event | {"hlc_ms": happened, "happened_ms": happened}, rows)
    stands = f"""generate_series(1, {count}) t CROSS JOIN LATERAL
      (VALUES ({here}, 'sent', 2), ({there}, 'delivered', 6), ({PROVINCE}, 'delivered', 6)) k (at, state, turn)"""
    head = {"device": f"CASE k.turn WHEN 2 THEN {here} ELSE {there} END", "seq": "t * 8 + k.turn"}
    stood = {
        "number": number,
        "kind": "'item'",
        "state": "k.state",
        "holder": "'party:receiver'",
        "n": "k.turn",
        "since_ms": f"{at} + k.turn * 9000000",
    }
    _put(core, "standing", event | head | stood, stands)


def _cases(core: Connection, count: int, before: int) -> None:
    """Cases with their covers, of which every second one comes back, and what happened to them."""
    at, day = _AT.format(count=count), _DAY.format(count=count)
    number = "'HS' || lpad(t::text, 9, '0')"
    known = _known(count, _HERE, _THERE)
    said = {
        "at_desk": "k.at", "id": "t", "dossier": number, "device": _HERE, "stream": "2", "incarnation": "1", "seq": "t",
        "form": _FORM, "procedure": _PROCEDURE, "accepted_ms": at, "shift": _shift(_HERE, day), "postage_dong": "30000",
        "authority": f"'CQ' || (substr({_PROCEDURE}, 3)::integer % 60)::text",
        "promised": _ISO.format(day=f"{day} + 12"), "collected_dong": "(t % 4) * 50000", "state": "'accepted'", "source": "k.source",
        "stage": "'delivered'", "payment": "'cash'",
    }  # fmt: skip
    _put(core, "dossier", said, known)
    cover = f"'RX' || lpad((t + {before})::text, 9, '0') || 'VN'"
    said = {
        "at_desk": "k.at",
        "item": cover,
        "dossier": number.replace("t:", f"{_CASE}:"),
        "way": "CASE t % 2 WHEN 1 THEN 'send' ELSE 'return' END",
    }
    _put(core, "cover", said, _known(2 * count, _HERE.replace("t", _CASE), _THERE.replace("t", _CASE)))
    passed = {
        "at_desk": "k.at",
        "dossier": number,
        "device": _HERE,
        "stream": "2",
        "incarnation": "1",
        "happened_ms": at,
        "hlc_ms": at,
    }
    types = "(1, 'dossier.accepted'), (2, 'dossier.handed'), (3, 'dossier.registered'), (4, 'dossier.fees_remitted')"
    turns = f"{known} CROSS JOIN (VALUES {types}) e (turn, type)"
    rows = passed | {"seq": "t * 8 + e.turn", "type": "e.type", "amount_dong": "(t % 4) * 50000"}
    _put(core, "case_event", rows, f"{turns} WHERE e.turn < 4 OR t % 4 > 0")


def _drawers(core: Connection, lines: int, items: int) -> None:
    """A shift each day at each desk, its cash by kind, and lines of other services."""
    shifts = f"generate_series(1, {DESKS}) d CROSS JOIN generate_series(0, 364) b"
    day = _ISO.format(day="b")
    said = {
        "at_desk": "d", "incarnation": "1", "seq": "b + 1", "shift": _shift("d", "b"), "business_date": day,
        "opened_ms": f"{YEAR_MS} + b::bigint * {DAY_MS}", "closed_ms": f"{YEAR_MS} + b::bigint * {DAY_MS} + 36000000",
        "counted_dong": "500000 + b % 3",
        "expected_dong": "500001",
    }  # fmt: skip
    _put(core, "shift", said, shifts)
    for table, first, last in (
        ("item", "first_item", "last_item"),
        ("dossier", "first_dossier", "last_dossier"),
    ):
        core.execute(
            f"""UPDATE desks.shift s SET {first} = r.low, {last} = r.high FROM
            (SELECT at_desk, shift, min(id) AS low, max(id) AS high FROM desks.{table} WHERE source = 1 AND shift <> '' GROUP BY 1, 2) r
            WHERE r.at_desk = s.at_desk AND r.shift = s.shift""".encode()
        )
    _cash(core, shifts)
    _lines(core, lines)
    agencies = {
        "at_desk": "d",
        "day": day,
        "agency": "'CQ' || (a + d)::text",
        "items": "1",
        "total_dong": "54000",
    }
    _put(
        core,
        "agency_day",
        agencies,
        f"{shifts} CROSS JOIN generate_series(1, {max(1, items // (DESKS * 365))}) a",
    )


def _cash(core: Connection, shifts: str) -> None:
    kinds = "(VALUES ('kt1'), ('dossier'), ('collected'), ('served'), ('advance'), ('remitted')) k (kind)"
    cash = {
        "at_desk": "d",
        "shift": _shift("d", "b"),
        "kind": "k.kind",
        "received_dong": "90000",
        "paid_dong": "d * 1000",
        "moves": "4",
    }
    _put(core, "shift_cash", cash, f"{shifts} CROSS JOIN {kinds}")


def _lines(core: Connection, lines: int) -> None:
    line = {
        "at_desk": "(1 + t % 53)", "id": "t", "line": "'DV' || t", "device": "(1 + t % 53)", "stream": "2", "incarnation": "1",
        "seq": "t", "shift": _shift("(1 + t % 53)", _DAY.format(count=lines)), "kind": "'served'",
        "what": "(ARRAY['pension', 'allowance', 'postmart'])[1 + t % 3]", "customers": "1", "paid_dong": "(t % 2) * 900000",
        "received_dong": "((t + 1) % 2) * 40000",
    }  # fmt: skip
    _put(core, "drawer_line", line, f"generate_series(1, {lines}) t")


def _records(core: Connection, events: int) -> None:
    """Incident records of both services, and complaints."""
    count = max(10, events // 2_000)
    at = _AT.format(count=count)
    said = {
        "at_desk": _HERE, "id": "t", "incident": "'SV' || t", "device": _HERE, "stream": "1", "incarnation": "1", "seq": "t",
        "code": "'T0' || (t % 9)::text", "severity": "'light'", "opened_ms": at, "closed_ms": f"{at} + 600000",
        "service": "(ARRAY['kt1', 'tthc'])[1 + t % 2]", "number": "t::text",
    }  # fmt: skip
    _put(core, "incident", said, f"generate_series(1, {count}) t")
    word = {
        "at_desk": _HERE,
        "what": f"'{CLOSED}'",
        "key": "'SV' || t",
        "device": _HERE,
        "stream": "1",
        "incarnation": "1",
        "seq": "t",
    }
    _put(core, "last_word", word, f"generate_series(1, {count}) t")


def _shift(desk: str, day: str) -> str:
    return f"({_ISO.format(day=day)} || '/' || {desk}::text)"
