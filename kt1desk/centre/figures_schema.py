"""What people may count: functions in the schema ``figures`` of ``core``, one for each statement of `kt1desk.store.figure_sql`.

Figures are counted from tables that say where every item is. Whoever reads reports is not let read those: he calls functions that run with
the rights of their owner and give sums of his own desks, and nothing else. Who may not read of KT1 is given none of its sums. A function is
no view, so nothing that a reader writes into his question reaches the rows under it.

All of it follows from this program and is made anew wherever it is otherwise (`kt1desk.centre.migrate`): no row is touched by that. This
module must not know how rows come about, nor who asks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, Text, any_, cast, literal_column, or_, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import array

from kt1desk.centre.cluster_sql import READERS
from kt1desk.centre.desks_schema import AT_DESK, PROVINCE, tables
from kt1desk.centre.desks_schema import SCHEMA as DESKS
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.service import Service
from kt1desk.store.figure_place import FIRST, FROM_MS, LAST, UNTIL_MS, Grain, Place
from kt1desk.store.figure_question import AT, DAY, Question
from kt1desk.store.figure_sql import TABLES, questions

SCHEMA: Final = "figures"
KEPT_AS: Final = "kt1desk figures"
"""What the schema's comment begins with; the fingerprint stands behind it."""

_OTHERS = frozenset(
    {
        *("cash", "complaints", "complaints_answered", "counter_services"),
        *("dossiers", "remitted", "results", "shifts"),
    }
)
"""Statements that tell nothing of KT1."""
_EITHER: Mapping[str, str] = {"incidents": "figure_2", "incidents_closed": "figure_2"}
"""Statements that tell of both services, and the column that says of which; all others tell of KT1."""
_PARAMETERS = {FIRST: "$1", LAST: "$2", FROM_MS: "$3", UNTIL_MS: "$4"}
_MINE, _MINE_OF_KT1 = "$5", "$6"
_NAMED = re.compile(rf":({'|'.join(_PARAMETERS)})\b")
_DIALECT: Any = postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]

_HEAD = """LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' SET jit = off AS $body$"""
"""What a year of a province is summed in stays in memory; compiling it takes longer than it saves."""
_OF_MINE = ",\n    ".join(
    f"""CASE WHEN NOT EXISTS (SELECT FROM access.{view} p WHERE p.device = {PROVINCE})
      THEN ARRAY(SELECT m.device FROM access.{view} m) END"""  # noqa: S608 - names of our own
    for view in ("mine", "mine_kt1")
)
"""The desks whose figures are asked for; NULL, which is no condition at all, for who reads of the whole province. The list of who may read
of none is empty."""


@cache
def place_of(grain: Grain) -> Place:
    """The tables of all desks, asked by days or by months."""
    return Place({table.name: table for table in tables() if table.name in TABLES}, AT_DESK, grain)


@cache
def statements() -> tuple[str, ...]:
    """All that makes the schema anew, as the owner of ``core`` runs it."""
    made = [
        f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE",
        f"CREATE SCHEMA {SCHEMA}",
        f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC",
        *(_counting(name, by_grain) for name, by_grain in _asked().items()),
        _ENTRIES,
        _REACH,
        _BEGUN,
        _MAY_READ,
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {READERS}",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} TO {READERS}",
    ]
    return tuple(made)


@cache
def fingerprint() -> str:
    """Sixteen digits that change when anything of it does."""
    return hashlib.sha256("\0".join(statements()).encode()).hexdigest()[:16]


def make_again(connection: Connection) -> None:
    """Make it as this program has it, as the owner of ``core``."""
    for statement in statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"COMMENT ON SCHEMA {SCHEMA} IS '{KEPT_AS} {fingerprint()}'")


def _asked() -> Mapping[str, Mapping[Grain, Question]]:
    made: dict[str, dict[Grain, Question]] = {}
    for grain in Grain:
        for question in questions(place_of(grain)):
            made.setdefault(question.name, {})[grain] = question
    return made


def _counting(name: str, by_grain: Mapping[Grain, Question]) -> str:
    by_month, by_day = (_narrowed(by_grain[grain]) for grain in (Grain.MONTH, Grain.DAY))
    return f"""CREATE FUNCTION {SCHEMA}.{name}(p_grain text, p_first text, p_last text, p_from_ms bigint, p_until_ms bigint)
RETURNS TABLE (at_desk integer, day text, says text[], sums bigint[]) {_HEAD}
BEGIN
  RETURN QUERY EXECUTE CASE p_grain WHEN '{Grain.MONTH}' THEN $asked${by_month}$asked$ ELSE $asked${by_day}$asked$ END
  USING p_first, p_last, p_from_ms, p_until_ms,
    {_OF_MINE};
END
$body$"""


def _narrowed(question: Question) -> str:
    """The statement for the desks that whoever asks may read of, its words and its sums in one column each."""
    rows = question.statement.subquery("figure")
    columns = list(rows.c)
    says, sums = columns[2 : 2 + question.width], columns[2 + question.width :]
    asked = select(
        rows.c[AT],
        cast(rows.c[DAY], Text),
        array([cast(each, Text) for each in says]),
        array([cast(each, BigInteger) for each in sums]),
    ).where(*_readable(question, rows))
    text = str(asked.compile(dialect=_DIALECT))
    return _NAMED.sub(lambda found: _PARAMETERS[found[1]], text)


def _readable(question: Question, rows: Any) -> Iterator[Any]:
    mine, mine_of_kt1 = (
        or_(
            literal_column(f"{name}::integer[]").is_(None),
            rows.c[AT] == any_(literal_column(f"({name}::integer[])")),
        )
        for name in (_MINE, _MINE_OF_KT1)
    )
    if question.name in _OTHERS:
        yield mine
    elif question.name in _EITHER:
        yield mine
        yield or_(rows.c[_EITHER[question.name]] != literal_column(f"'{Service.KT1}'"), mine_of_kt1)
    else:
        yield mine_of_kt1


_OPEN = ", ".join(f"'{code}'" for code, register in REGISTERS.items() if register.open_to_all)
_ENTRIES = f"""CREATE FUNCTION {SCHEMA}.entries(p_registers text[])
RETURNS TABLE (at_desk integer, register text, entry text, name text, value text) {_HEAD}
BEGIN
  RETURN QUERY SELECT v.at_desk, v.register, v.entry, v.name, v.value
    FROM {DESKS}.register_entry e JOIN {DESKS}.register_value v
      ON v.at_desk = e.at_desk AND v.register = e.register AND v.entry = e.entry
    WHERE e.device = e.at_desk AND e.register = ANY (p_registers)
      AND (e.at_desk IN (SELECT m.device FROM access.mine_kt1 m)
        OR e.register IN ({_OPEN}) AND e.at_desk IN (SELECT m.device FROM access.mine m))
    ORDER BY 1, 2, 3, 4;
END
$body$"""  # noqa: S608 - names of our own
"""Entries of the desk that wrote their newest wording, so that what two desks of a point both have is there once."""

_REACH = f"""CREATE FUNCTION {SCHEMA}.reach()
RETURNS TABLE (at_desk integer, at_point text, of_stream integer, whole_ms bigint, revoked_ms bigint) {_HEAD}
BEGIN
  RETURN QUERY WITH known AS (
    SELECT m.device, m.point FROM access.mine m WHERE m.device > 0
    UNION SELECT g.device, g.point FROM ledger.desk_seen g
      WHERE NOT EXISTS (SELECT FROM access.desk d WHERE d.device = g.device) AND EXISTS (
        SELECT FROM access.reader r WHERE r.person = SESSION_USER AND (
          r.scope = 'province' OR r.scope = 'point' AND r.name = g.point
          OR r.scope = 'cluster' AND EXISTS (SELECT FROM access.cluster c WHERE c.cluster = r.name AND c.point = g.point)))
  ), reached AS (
    SELECT k.device, s.stream, least(
      coalesce((SELECT max(p.hlc_ms) FROM projecting.place p WHERE p.device = k.device AND p.stream = s.stream), 0),
      (SELECT min(e.hlc_ms) FROM projecting.stuck t JOIN ledger.event e USING (device, stream, incarnation, seq)
        WHERE t.at_desk = k.device AND t.device = k.device AND t.stream = s.stream),
      (SELECT min(coalesce(p.hlc_ms, 0)) FROM ledger.chain c
        LEFT JOIN projecting.place p USING (device, stream, incarnation)
        WHERE c.device = k.device AND c.stream = s.stream AND c.seq > coalesce(p.seq, 0) AND EXISTS (
          SELECT FROM ledger.chain n WHERE n.device = c.device AND n.stream = c.stream AND n.incarnation > c.incarnation)),
      (SELECT min(coalesce((SELECT e.hlc_ms FROM ledger.event e WHERE e.device = f.device AND e.stream = f.stream
            AND e.incarnation = f.incarnation AND e.frame < f.at ORDER BY e.seq DESC LIMIT 1), 0))
        FROM ledger.parked f WHERE f.what = 'frame' AND f.device = k.device AND f.stream = s.stream)
    )::bigint AS ms
    FROM known k CROSS JOIN (VALUES (1), (2)) s (stream)
  )
  SELECT k.device, k.point, r.stream,
    CASE WHEN r.stream = 1 AND EXISTS (
      SELECT FROM ledger.chain kt1 JOIN projecting.place p USING (device, stream, incarnation)
        JOIN ledger.chain counter ON counter.device = kt1.device AND counter.incarnation = kt1.incarnation AND counter.stream = 2
      WHERE kt1.device = k.device AND kt1.stream = 1 AND kt1.state = 'whole' AND p.seq = kt1.seq AND p.hlc_ms = r.ms
        AND counter.integrated_ms > kt1.integrated_ms
        AND NOT EXISTS (SELECT FROM ledger.chain n WHERE n.device = kt1.device AND n.incarnation > kt1.incarnation)
    ) AND coalesce((SELECT e.type = 'line.allowed' FROM ledger.event e
      WHERE e.device = k.device AND e.stream = 1 AND e.type IN ('line.allowed', 'line.closed')
      ORDER BY e.incarnation DESC, e.seq DESC LIMIT 1), false)
    THEN greatest(r.ms, (SELECT b.ms FROM reached b WHERE b.device = k.device AND b.stream = 2)) ELSE r.ms END,
    coalesce((SELECT g.revoked_ms FROM ledger.desk_seen g WHERE g.device = k.device), 0)::bigint
  FROM known k JOIN reached r ON r.device = k.device
  WHERE r.stream = 2 OR k.device IN (SELECT m.device FROM access.mine_kt1 m) AND EXISTS (
    SELECT FROM {DESKS}.desk t WHERE t.at_desk = k.device AND t.device = k.device AND position('kt1' in t.services) > 0)
  ORDER BY 1, 3;
END
$body$"""  # noqa: S608 - names of our own
"""How far each desk is here: the last event of each stream before which none is missing. A call proves nothing, for a desk says nowhere how
much it has written, and one whose upload breaks off was seen, too. Before what is stuck, parked or not yet followed a stream ends; where a
fork stands still, at what was taken in. A desk sends what it has of KT1 first: where its counter's events came later than the last of KT1,
nothing of KT1 was left. A desk that was let in and never sent anything is there, too."""

_BEGUN = f"""CREATE FUNCTION {SCHEMA}.begun() RETURNS TABLE (at_desk integer, opened_ms bigint) {_HEAD}
BEGIN
  RETURN QUERY SELECT s.at_desk, min(s.opened_ms) FROM {DESKS}.shift s
    WHERE s.at_desk IN (SELECT m.device FROM access.mine m WHERE m.device > 0) GROUP BY 1;
END
$body$"""  # noqa: S608 - names of our own
"""Since when each desk has worked: of the days before nothing is known."""

_MAY_READ = f"""CREATE FUNCTION {SCHEMA}.may_read(p_points text[], p_kt1 boolean) RETURNS boolean {_HEAD}
BEGIN
  RETURN EXISTS (SELECT FROM access.reader r WHERE r.person = SESSION_USER AND r.scope = 'province' AND (r.kt1 OR NOT p_kt1))
    OR cardinality(p_points) > 0 AND NOT EXISTS (SELECT FROM unnest(p_points) p (point) WHERE NOT EXISTS (
      SELECT FROM access.reader r WHERE r.person = SESSION_USER AND (r.kt1 OR NOT p_kt1) AND (
        r.scope = 'point' AND r.name = p.point
        OR r.scope = 'cluster' AND EXISTS (SELECT FROM access.cluster c WHERE c.cluster = r.name AND c.point = p.point))));
END
$body$"""  # noqa: S608 - names of our own
"""Whether whoever asks was let read of all these points, whether or not they have a desk yet; none stands for the whole province."""
