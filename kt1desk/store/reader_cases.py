"""Questions about cases, the procedures they follow, and the lines of lists they were accepted from.

Who applies is read from beside the event at the moment of asking; only the words of the search index know it too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import and_, bindparam, func, literal_column, select, text

from kt1desk.domain.custody import Custody
from kt1desk.domain.events import EventId, Stream, proof_of
from kt1desk.domain.facts import Leg, Sums
from kt1desk.domain.facts.dossiers import APPLICANT
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Agency
from kt1desk.services.rows import DossierRow
from kt1desk.store import imported_rows, procedures
from kt1desk.store.case_tables import CASES_HERE, HAS_OFFICIAL, IDENTITY, cover, dossier
from kt1desk.store.failures import stored
from kt1desk.store.mail_tables import received, received_beside
from kt1desk.store.reader_desk import DeskReader, beside
from kt1desk.store.statements import Prepared, Row
from kt1desk.store.tables import batch_line, event, particulars, place_in, shift

_applicant, _told_applicant = particulars.alias("applicant"), received_beside.alias("told_applicant")
_acceptance = and_(event.c.id == literal_column(place_in("dossier")), event.c.device == dossier.c.device)
_told = and_(*(received.c[name] == dossier.c[name] for name in IDENTITY))
WITH_ACCEPTANCE = (
    dossier.outerjoin(event, _acceptance)
    .outerjoin(received, _told)
    .outerjoin(_applicant, beside(dossier, _applicant, APPLICANT))
    .outerjoin(_told_applicant, beside(dossier, _told_applicant, APPLICANT))
)
"""Cases with their acceptances, ours or another point's, and who applied."""
HASH = func.coalesce(event.c.hash, received.c.hash)
BODY = func.coalesce(event.c.body, received.c.body)
APPLIED = func.coalesce(_applicant.c.row, _told_applicant.c.row)

_dossiers = select(
    dossier.c.dossier,
    dossier.c.device,
    dossier.c.stream,
    dossier.c.incarnation,
    dossier.c.seq,
    dossier.c.accepted_ms,
    dossier.c.shift,
    dossier.c.user,
    dossier.c.state,
    HASH,
    BODY,
    APPLIED,
    dossier.c.official,
).select_from(WITH_ACCEPTANCE)
_BY_NUMBER = Prepared(_dossiers.where(dossier.c.dossier == bindparam("number")))
_LATELY = 300
"""So many of the newest cases say what is usual at this counter."""
_newest = (
    select(dossier.c.id, dossier.c.procedure, dossier.c.authority)
    .order_by(dossier.c.id.desc())
    .limit(_LATELY)
    .subquery()
)
_most_often = (func.count().desc(), func.max(_newest.c.id).desc())
_USUAL = Prepared(
    select(_newest.c.procedure).group_by(_newest.c.procedure).order_by(*_most_often).limit(bindparam("most"))
)
_USUAL_TO = Prepared(
    select(_newest.c.authority)
    .where(_newest.c.procedure == bindparam("of_procedure"))
    .group_by(_newest.c.authority)
    .order_by(*_most_often)
    .limit(bindparam("most"))
)
_BY_LEG = Prepared(
    _dossiers.where(
        dossier.c.dossier
        == select(cover.c.dossier).where(cover.c.item == bindparam("number")).scalar_subquery()
    )
)
_BY_OFFICIAL = Prepared(
    _dossiers.where(dossier.c.official == bindparam("number"), text(f"dossier.{HAS_OFFICIAL}")).order_by(
        dossier.c.state, dossier.c.id.desc()
    )
)
_HERE = Prepared(
    _dossiers.where(text(f"dossier.{CASES_HERE}"), dossier.c.state == bindparam("state"))
    .order_by(dossier.c.id.desc())
    .limit(bindparam("most"))
)
_OF_SHIFT = Prepared(
    _dossiers.join(shift, shift.c.shift == dossier.c.shift)
    .where(
        shift.c.shift == bindparam("of_shift"),
        dossier.c.id >= shift.c.first_dossier,
        dossier.c.id <= shift.c.last_dossier,
    )
    .order_by(dossier.c.id.desc())
    .limit(bindparam("most"))
)
_ON = Prepared(
    select(func.coalesce(func.sum(shift.c.dossiers), literal_column("0"))).where(
        shift.c.shift > bindparam("low"), shift.c.shift < bindparam("high")
    )
)
_LINE = Prepared(
    select(batch_line.c.number).where(batch_line.c.line == bindparam("of_line")).order_by(batch_line.c.number)
)


class CaseReader(DeskReader):
    """Implements `kt1desk.services.ports.DossierReader`."""

    def dossier(self, number: str) -> DossierRow | None:
        """See `Reader.dossier`. Of several cases with one mã hồ sơ it is the newest that is here."""
        asked = {"number": normalise_number(number)}
        for way in (_BY_NUMBER, _BY_LEG, _BY_OFFICIAL):
            row = way.one(self._connection, asked)
            if row is not None:
                return _case(row)
        return None

    def dossiers_here(self, limit: int) -> Sequence[DossierRow]:
        """See `Reader.dossiers_here`."""
        return [_case(row) for row in _HERE.all(self._connection, {"state": Custody.HERE, "most": limit})]

    def dossiers_of_shift(self, shift: str, limit: int) -> Sequence[DossierRow]:
        """See `Reader.dossiers_of_shift`."""
        rows = _OF_SHIFT.all(self._connection, {"of_shift": shift, "most": limit})
        return [_case(row) for row in rows]

    def usual_procedures(self, limit: int) -> Sequence[str]:
        """See `DossierReader.usual_procedures`."""
        return [procedure for (procedure,) in _USUAL.all(self._connection, {"most": limit})]

    def usual_authorities(self, procedure: str, limit: int) -> Sequence[str]:
        """See `DossierReader.usual_authorities`."""
        rows = _USUAL_TO.all(self._connection, {"of_procedure": procedure, "most": limit})
        return [authority for (authority,) in rows]

    def dossiers_on(self, day: str) -> int:
        """See `Reader.dossiers_on`: those of the day's few shifts, named as in `DeskReader.shifts_on`, not case by case."""
        row = _ON.one(self._connection, {"low": f"{day}/", "high": f"{day}0"})
        return int(row[0]) if row is not None else 0

    def procedure(self, code: str, on: date) -> Procedure | None:
        """See `Reader.procedure`."""
        return procedures.in_force(self._connection, code, on)

    def line_taken(self, line: str) -> str:
        """See `Reader.line_taken`."""
        row = _LINE.one(self._connection, {"of_line": line})
        return "" if row is None else str(row[0])

    def imported_agencies(self) -> Sequence[Agency]:
        """See `Reader.imported_agencies`."""
        return imported_rows.agencies(self._connection)


def _case(row: Row) -> DossierRow:
    number, device, stream, incarnation, seq, accepted_ms, shift_name, user, state = row[:9]
    hashed, body_bytes, applicant, official = row[9:]
    body = json.loads(stored(body_bytes))
    followed, receives, sums = body["procedure"], body["authority"], body["sums"]
    return DossierRow(
        dossier=number,
        event=EventId(device, Stream(stream), incarnation, seq),
        proof=proof_of(hashed),
        form=body["form"],
        procedure=followed["code"],
        procedure_name=followed["name"],
        procedure_version=followed["version"],
        authority=receives["id"],
        authority_name=receives["name"],
        legs=tuple(Leg.of(fields) for fields in body["legs"]),
        sums=Sums(sums["postage"], sums["collected"], sums["pass_on"]),
        accepted_ms=accepted_ms,
        promised=body.get("promised", ""),
        official=official,
        shift=shift_name,
        user=user,
        payment=body["pay"],
        documents=body["documents"],
        applicant=_name(json.loads(applicant) if applicant else {}),
        state=state,
    )


def _name(applicant: Mapping[str, str]) -> str:
    return applicant.get("name", "")
