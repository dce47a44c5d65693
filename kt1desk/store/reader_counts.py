"""How many numbers of a kind this desk has given on a day: the next one follows from it. Both services draw from one row of numbers."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from kt1desk.store.case_tables import complaint, handover, remittance, takeover, visit
from kt1desk.store.custody_tables import dispatch, incident, round_
from kt1desk.store.reader_books import CounterBooks
from kt1desk.store.statements import Prepared

_NUMBERED = {
    "dispatch": ("CT", dispatch),
    "round": ("PH", round_),
    "incident": ("BB", incident),
    "handover": ("GN", handover),
    "takeover": ("KQ", takeover),
    "remittance": ("NP", remittance),
    "complaint": ("KN", complaint),
    "visit": ("HN", visit),
}
"""By kind, the letters its numbers begin with, and where they stand."""


def _counting(kind: str) -> Prepared:
    table = _NUMBERED[kind][1]
    column = table.c[kind]
    return Prepared(
        select(func.count()).select_from(table).where(column > bindparam("low"), column < bindparam("high"))
    )


_COUNT = {kind: _counting(kind) for kind in _NUMBERED}


class CountedNumbers(CounterBooks):
    """The part of `kt1desk.services.custody_ports.BookReader` that counts."""

    def count_on(self, kind: str, day: str) -> int:
        """See `CustodyReader.count_on`: numbers of this desk for a day have one beginning, and "." is the character after the stroke."""
        desk = self.desk()
        if desk is None:
            return 0
        letters, _ = _NUMBERED[kind]
        start = f"{letters}{desk.point}-{day[2:].replace('-', '')}-{desk.device}"
        row = _COUNT[kind].one(self._connection, {"low": f"{start}-", "high": f"{start}."})
        return int(row[0]) if row is not None else 0
