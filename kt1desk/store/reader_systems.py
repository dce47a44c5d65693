"""Questions about files for other systems: what is not taken over yet, what a file held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, case, func, literal_column, or_, select, text

from kt1desk.domain.custody import State
from kt1desk.domain.service import Service
from kt1desk.services.system_ports import NotTaken
from kt1desk.store.case_tables import CASES_HERE, dossier
from kt1desk.store.reader_day import DayRows
from kt1desk.store.report_tables import elsewhere
from kt1desk.store.statements import Prepared
from kt1desk.store.tables import ACCEPTED_HERE, item

_NOTHING: Any = literal_column("''")
_ZERO: Any = literal_column("0")
_GONE = (State.REVERSED.value, State.REJECTED.value)


def _open(rows: Any, name: str, kept: Any) -> Any:
    """Things of this desk that stand, with what the system knows of them, where it has not answered."""
    there = and_(elsewhere.c.system == bindparam("of_system"), elsewhere.c.number == rows.c[name])
    return (
        rows.outerjoin(elsewhere, there),
        and_(
            kept,
            rows.c.accepted_ms >= bindparam("since_ms"),
            or_(elsewhere.c.number.is_(None), elsewhere.c.taken_ms == _ZERO),
        ),
    )


_items = _open(
    item,
    "item",
    and_(
        text(ACCEPTED_HERE),
        item.c.service == literal_column(f"'{Service.KT1}'"),
        *(item.c.state != literal_column(f"'{gone}'") for gone in _GONE),
    ),
)
_cases = _open(dossier, "dossier", and_(text(CASES_HERE), dossier.c.stage != literal_column("'reversed'")))
_OF = {Service.KT1: (item, "item", _items), Service.TTHC: (dossier, "dossier", _cases)}


_never: Any = func.coalesce(elsewhere.c.exported_ms, _ZERO) == _ZERO


def _unwritten(service: Service) -> Prepared:
    rows, name, (joined, kept) = _OF[service]
    asked = select(rows.c[name]).select_from(joined).where(kept, _never)
    return Prepared(asked.order_by(rows.c.id).limit(bindparam("most")))


def _listed(service: Service) -> Prepared:
    rows, name, (joined, kept) = _OF[service]
    return Prepared(
        select(
            rows.c.id,
            rows.c[name],
            rows.c.accepted_ms,
            func.coalesce(elsewhere.c.batch, _NOTHING),
            func.coalesce(elsewhere.c.exported_ms, _ZERO),
        )
        .select_from(joined)
        .where(kept, rows.c.id > bindparam("after"))
        .order_by(rows.c.id)
        .limit(bindparam("most"))
    )


def _counted(service: Service) -> Prepared:
    _, _, (joined, kept) = _OF[service]
    never = func.sum(case((_never, literal_column("1")), else_=_ZERO))
    return Prepared(select(func.coalesce(never, _ZERO), func.count()).select_from(joined).where(kept))


_NOT_TAKEN = {service: _listed(service) for service in Service}
_NEVER = {service: _unwritten(service) for service in Service}
_COUNT = {service: _counted(service) for service in Service}
_of_system = elsewhere.c.system == bindparam("of_system")
_FIRST = Prepared(
    select(func.coalesce(func.min(elsewhere.c.exported_ms), _ZERO)).where(
        _of_system, elsewhere.c.exported_ms > _ZERO
    )
)
_BATCHES = Prepared(
    select(func.count(elsewhere.c.batch.distinct())).where(_of_system, elsewhere.c.batch != _NOTHING)
)
_BATCH = Prepared(
    select(elsewhere.c.number)
    .where(_of_system, elsewhere.c.batch == bindparam("of_batch"))
    .order_by(elsewhere.c.number)
)
_CODE = Prepared(
    select(elsewhere.c.code, elsewhere.c.taken_ms).where(
        _of_system, elsewhere.c.number == bindparam("of_number")
    )
)


class SystemRows(DayRows):
    """Implements `kt1desk.services.system_ports.SystemReader`."""

    def not_taken(
        self, service: Service, system: str, since_ms: int, after: int, limit: int
    ) -> Sequence[NotTaken]:
        """See the port."""
        asked = {"of_system": system, "since_ms": since_ms, "after": after, "most": limit}
        return [NotTaken(*row) for row in _NOT_TAKEN[service].all(self._connection, asked)]

    def never_exported(self, service: Service, system: str, since_ms: int, limit: int) -> Sequence[str]:
        """See the port."""
        asked = {"of_system": system, "since_ms": since_ms, "most": limit}
        return [number for (number,) in _NEVER[service].all(self._connection, asked)]

    def count_not_taken(self, service: Service, system: str, since_ms: int) -> tuple[int, int]:
        """See the port."""
        row = _COUNT[service].one(self._connection, {"of_system": system, "since_ms": since_ms})
        never, every = row or (0, 0)
        return int(never), int(every) - int(never)

    def first_exported_ms(self, system: str) -> int:
        """See the port."""
        row = _FIRST.one(self._connection, {"of_system": system})
        return int(row[0]) if row is not None else 0

    def batches(self, system: str) -> int:
        """See the port."""
        row = _BATCHES.one(self._connection, {"of_system": system})
        return int(row[0]) if row is not None else 0

    def batch(self, system: str, batch: str) -> Sequence[str]:
        """See the port."""
        rows = _BATCH.all(self._connection, {"of_system": system, "of_batch": batch})
        return [number for (number,) in rows]

    def taken_code(self, system: str, number: str) -> str | None:
        """See the port."""
        row = _CODE.one(self._connection, {"of_system": system, "of_number": number})
        return str(row[0]) if row is not None and row[1] else None
