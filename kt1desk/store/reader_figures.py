"""Figures of what this desk wrote, the registers in words, and how far the journal reaches that both come from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from sqlalchemy import bindparam, select

from kt1desk.domain.events import Envelope, EventId, Stream
from kt1desk.domain.reporting.figures import Figure, merged
from kt1desk.services.report_ports import Entry, JournalHead, KeptEntry
from kt1desk.store import entries
from kt1desk.store.custody_tables import register_entry
from kt1desk.store.figure_place import OWN_DEVICE, asked, local_day
from kt1desk.store.figure_question import Question
from kt1desk.store.figure_sql import AT_A_DESK, questions
from kt1desk.store.reader_drawer import DrawerRows
from kt1desk.store.received import read_any
from kt1desk.store.report_tables import IDENTITY, register_value
from kt1desk.store.statements import Prepared
from kt1desk.store.tables import desk

_HERE = 0
"""At which desk a row stands, where there is but one."""

_CHAINS = Prepared(select(desk.c.device, desk.c.incarnation).order_by(desk.c.incarnation))
_WORDS = Prepared(
    select(register_value.c.entry, register_value.c.name, register_value.c.value)
    .where(register_value.c.register == bindparam("of_register"))
    .order_by(register_value.c.entry, register_value.c.name)
)

_WRITTEN = Prepared(
    select(register_entry.c.entry, *(register_entry.c[name] for name in IDENTITY))
    .where(register_entry.c.register == bindparam("of_register"))
    .order_by(register_entry.c.entry)
)


@cache  # nobody counts before he asks for a report, and the statements take as long to render as a page takes to paint
def _asked() -> tuple[tuple[Question, Prepared], ...]:
    return tuple((question, Prepared(question.statement)) for question in questions(AT_A_DESK))


class FigureRows(DrawerRows):
    """Implements `kt1desk.services.report_ports.FigureReader`."""

    def figures(self, first: date, last: date) -> Sequence[Figure]:
        """See `FigureReader.figures`."""
        here = self.desk()
        if here is None or not here.point or last < first:
            return ()
        return merged(self._counted(here.device, here.point, first, last))

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """See `FigureReader.register_entries`."""
        return {register: self._entries(register) for register in registers}

    def kept_entries(self, registers: Collection[str]) -> Mapping[str, tuple[KeptEntry, ...]]:
        """The same entries with their keys and since when they are worded so."""
        return {register: tuple(self._kept(register)) for register in registers}

    def journal_heads(self) -> tuple[JournalHead, ...]:
        """See `FigureReader.journal_heads`."""
        heads = (entries.head(self._connection, chain) for chain in self._chains())
        return tuple(
            sorted(
                JournalHead(int(head.stream), head.incarnation, head.seq, head.hash.hex())
                for head in heads
                if head.seq
            )
        )

    def first_day(self) -> str:
        """See `FigureReader.first_day`; by the clock of whichever chain began first."""
        first = (entries.at(self._connection, chain, 1) for chain in self._chains())
        begun = [Envelope.decode(entry.envelope).happened.utc_ms for entry in first if entry is not None]
        return local_day(min(begun)) if begun else ""

    def _counted(self, device: int, point: str, first: date, last: date) -> Iterator[Figure]:
        values = {**asked(first, last), OWN_DEVICE: device}
        for question, statement in _asked():
            rows = statement.run(self._connection, values)
            yield from question.figures(AT_A_DESK, rows, {_HERE: point}, first.isoformat())

    def _entries(self, register: str) -> tuple[Entry, ...]:
        return tuple(self._worded(register).values())

    def _worded(self, register: str) -> Mapping[str, Entry]:
        made: dict[str, dict[str, str]] = {}
        for entry, name, value in _WORDS.all(self._connection, {"of_register": register}):
            made.setdefault(entry, {})[name] = value
        return made

    def _kept(self, register: str) -> Iterator[KeptEntry]:
        worded = self._worded(register)
        for entry, *place in _WRITTEN.all(self._connection, {"of_register": register}):
            device, stream, incarnation, seq = place
            event = read_any(self._connection, EventId(device, Stream(stream), incarnation, seq))
            if event is not None and entry in worded:
                yield KeptEntry(entry, event.envelope.hlc.ms, event.envelope.hlc.count, worded[entry])

    def _chains(self) -> Iterator[entries.Chain]:
        for device, incarnation in _CHAINS.all(self._connection):
            for stream in Stream:
                yield entries.Chain(device, stream, incarnation)
