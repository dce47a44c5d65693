"""The ways that are measured: what each is asked to do, ours, and rows through one function of the same PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import psycopg

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES
from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.round_report import Ending
from tests.bench.figures import clocked
from tests.support.line_bench import LineBench
from tests.support.line_proxy import LineProxy
from tests.support.postgres import ADDRESS, Cluster
from tests.support.postgres import Desk as EnrolledDesk

Record = Mapping[str, Any]


class Way(Protocol):
    """One way from a desk to a centre.

    Attributes:
        name: for the table.
        proxy: the line it goes over, its own.
    """

    name: str
    proxy: LineProxy

    def write(self, events: Sequence[Event]) -> None:
        """The desk has written these."""

    def exchange(self) -> float:
        """Everything written so far goes to the centre; seconds from the beginning to the last answer."""

    def hang_up(self) -> None:
        """Let go of the connection, where that is the client's to do."""

    def arrived(self) -> int:
        """How many of the events are at the centre."""


def record(event: Event) -> Record:
    """What an event says, as JSON: envelope, body, and what stands beside it.

    Without what only a chain of hashes needs: neither its hashes nor the salts of the rows beside, which nothing packs. Ours carries them.
    """
    envelope = canonical.decode(event.envelope_bytes, LARGEST_BODY_BYTES)
    body = {name: value for name, value in event.body().items() if name != "beside"}
    beside = {row.slot: row.fields() for row in event.particulars}
    return {**envelope, "body": body} | ({"beside": beside} if beside else {})


def key(event: Event) -> str:
    """Its identity as one text, in the order of its journal."""
    return f"{event.id.device}.{event.id.stream.value}.{event.id.incarnation}.{event.id.seq:08}"


class Ours:
    """The courier over the line to the gate; the bench's desk is the one whose events all the others are told."""

    name = "ours"

    def __init__(self, bench: LineBench) -> None:
        self.proxy = bench.proxy
        self._bench = bench
        self._line: GateLine | None = None

    def write(self, events: Sequence[Event]) -> None:
        """They are in its journal."""

    def exchange(self) -> float:
        if self._line is None:
            self._line = self._bench.line(answer_s=20.0)
        line = self._line
        reports = []
        seconds = clocked(lambda: reports.append(self._bench.courier(line).round()))
        assert reports[0].ended is Ending.DONE
        assert not reports[0].unsent
        return seconds

    def hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None

    def arrived(self) -> int:
        assert self._bench.all_arrived()
        return sum(len(self._bench.events(stream)) for stream in Stream)


_TABLE = """
CREATE SCHEMA plain;
CREATE TABLE plain.event (
    role name, stream int2, incarnation int4, seq int8, at_ms int8, at_offset int2, hlc_ms int8, hlc_count int4,
    boot text, actor text, second text, type text, version int2, parents text, body json, beside json,
    PRIMARY KEY (role, stream, incarnation, seq));
CREATE TABLE plain.mail (role name, number int8, body json, PRIMARY KEY (role, number));
"""
_FUNCTION = """
CREATE FUNCTION plain.exchange(
    streams int2[], incarnations int4[], seqs int8[], at int8[], at_offsets int2[], hlc int8[], hlc_counts int4[], boots text[],
    actors text[], seconds text[], types text[], versions int2[], parents text[], bodies text[], beside text[], mail_after int8)
RETURNS TABLE (taken int8, mail json[]) LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH taken AS (
        INSERT INTO plain.event
        SELECT session_user, r.stream, r.incarnation, r.seq, r.at, r.at_offset, r.hlc, r.hlc_count, r.boot, r.actor, r.second,
               r.type, r.version, r.parents, r.body::json, r.beside::json
          FROM unnest(streams, incarnations, seqs, at, at_offsets, hlc, hlc_counts, boots, actors, seconds, types, versions, parents,
                      bodies, beside)
            AS r(stream, incarnation, seq, at, at_offset, hlc, hlc_count, boot, actor, second, type, version, parents, body, beside)
        ON CONFLICT DO NOTHING RETURNING 1)
    SELECT (SELECT count(*) FROM taken),
           (SELECT array_agg(m.body ORDER BY m.number) FROM plain.mail m WHERE m.role = session_user AND m.number > mail_after)
$$;
"""
_GRANTS = "GRANT USAGE ON SCHEMA plain TO desk; GRANT EXECUTE ON FUNCTION plain.exchange TO desk"
_TYPES = ("int2", "int4", "int8", "int8", "int2", "int8", "int4", *["text"] * 4, "int2", *["text"] * 3)
_CALL = f"SELECT taken, mail FROM plain.exchange({', '.join(f'%b::{each}[]' for each in _TYPES)}, %b::int8)"


class Rows:
    """A row an event through one function: typed columns as binary arrays, one call for all there is, up and down in one turn.

    The very server, login, certificate and TLS of ours. What it does not do: number, prove, refuse a copy of itself, stop at a gap.
    """

    name = "rows"

    def __init__(self, cluster: Cluster, desk: EnrolledDesk, proxy: LineProxy) -> None:
        self.proxy = proxy
        self._cluster = cluster
        self._desk = desk
        self._rows: list[tuple[Any, ...]] = []
        self._line: psycopg.Connection[Any] | None = None
        with cluster.admin("gate") as admin:
            for statement in (_TABLE, _FUNCTION, _GRANTS):
                admin.execute(statement.encode())

    def write(self, events: Sequence[Event]) -> None:
        self._rows.extend(_row(event) for event in events)

    def exchange(self) -> float:
        return clocked(self._exchange)

    def hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None

    def arrived(self) -> int:
        with self._cluster.admin("gate") as admin:
            row = admin.execute("SELECT count(*) FROM plain.event").fetchone()
        return int(row[0]) if row else 0

    def _exchange(self) -> None:
        if self._line is None:
            told: dict[str, Any] = dict(self._cluster.parameters(self._desk.certificate))
            told |= {"hostaddr": ADDRESS, "port": self.proxy.port, "gssencmode": "disable"}
            self._line = psycopg.connect(**told, autocommit=True)
        columns: Iterable[Sequence[Any]] = zip(*self._rows, strict=True) if self._rows else [()] * len(_TYPES)
        with self._line.pipeline():  # the statement is prepared in the same turn, as ours is
            asked = self._line.execute(_CALL, (*map(list, columns), 0), prepare=True)
        row = asked.fetchone()
        assert row is not None
        assert row[0] == len(self._rows)
        self._rows.clear()


def _row(event: Event) -> tuple[Any, ...]:
    envelope, told = event.envelope, record(event)
    return (
        envelope.id.stream.value,
        envelope.id.incarnation,
        envelope.id.seq,
        envelope.happened.utc_ms,
        envelope.happened.offset_min,
        envelope.hlc.ms,
        envelope.hlc.count,
        envelope.boot,
        envelope.actor,
        envelope.second,
        envelope.type,
        envelope.version,
        _json(told["par"]) if "par" in told else None,
        _json(told["body"]),
        _json(told["beside"]) if "beside" in told else None,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
