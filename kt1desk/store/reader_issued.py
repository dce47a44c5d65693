"""Questions about reports that were issued: which ones, their versions, the number of the next."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from kt1desk.domain.events import EventId, Stream
from kt1desk.services.issued_ports import IssuedRow
from kt1desk.store.reader_systems import SystemRows
from kt1desk.store.report_tables import issued_report
from kt1desk.store.statements import Prepared, Row

_ROWS = select(
    issued_report.c.report,
    issued_report.c.version,
    issued_report.c.device,
    issued_report.c.stream,
    issued_report.c.incarnation,
    issued_report.c.seq,
    issued_report.c.template,
    issued_report.c.revision,
    issued_report.c.first,
    issued_report.c.last,
    issued_report.c.scope,
    issued_report.c.issued_ms,
    issued_report.c.user,
)
_NEWEST = Prepared(
    _ROWS.order_by(
        issued_report.c.issued_ms.desc(), issued_report.c.report.desc(), issued_report.c.version.desc()
    ).limit(bindparam("most"))
)
_VERSIONS = Prepared(
    _ROWS.where(issued_report.c.report == bindparam("of_report")).order_by(issued_report.c.version.desc())
)
_SAME = Prepared(
    select(issued_report.c.report)
    .where(
        issued_report.c.template == bindparam("of_template"),
        issued_report.c.first == bindparam("of_first"),
        issued_report.c.last == bindparam("of_last"),
        issued_report.c.scope == bindparam("of_scope"),
    )
    .order_by(issued_report.c.issued_ms.desc(), issued_report.c.report.desc())
    .limit(bindparam("most"))
)
_NUMBERED = Prepared(
    select(func.count(issued_report.c.report.distinct())).where(
        issued_report.c.report >= bindparam("begins"), issued_report.c.report < bindparam("ends")
    )
)


class IssuedRows(SystemRows):
    """Implements `kt1desk.services.issued_ports.IssuedReader`."""

    def issued_reports(self, limit: int) -> Sequence[IssuedRow]:
        """See the port."""
        return [_issued(row) for row in _NEWEST.all(self._connection, {"most": limit})]

    def issued_versions(self, report: str) -> Sequence[IssuedRow]:
        """See the port."""
        return [_issued(row) for row in _VERSIONS.all(self._connection, {"of_report": report})]

    def same_report(self, template: str, first: str, last: str, scope: str) -> str:
        """See the port."""
        said = {"of_template": template, "of_first": first, "of_last": last, "of_scope": scope}
        row = _SAME.one(self._connection, said | {"most": 1})
        return str(row[0]) if row is not None else ""

    def reports_numbered(self, begins: str) -> int:
        """See the port."""
        row = _NUMBERED.one(self._connection, {"begins": begins, "ends": f"{begins}~"})
        return int(row[0]) if row is not None else 0


def _issued(row: Row) -> IssuedRow:
    report, version, device, stream, incarnation, seq, *rest = row
    event = EventId(device, Stream(stream), incarnation, seq)
    template, revision, first, last, scope, issued_ms, user = rest
    return IssuedRow(report, version, event, template, revision, first, last, scope, issued_ms, user)
