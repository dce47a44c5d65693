"""Rows of cases as they are read: the row of a case with its acceptance and who applied, and a cover with where it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State
from kt1desk.domain.dossier import DeliverTo, Form
from kt1desk.domain.events import EventId, Stream, proof_of
from kt1desk.domain.facts.dossiers import DELIVERY
from kt1desk.services.case_rows import CaseRow, CoverRow, Way
from kt1desk.store.case_tables import IDENTITY, cover, dossier
from kt1desk.store.failures import stored
from kt1desk.store.mail_tables import received_beside
from kt1desk.store.reader_cases import APPLIED, BODY, HASH, WITH_ACCEPTANCE
from kt1desk.store.reader_desk import beside
from kt1desk.store.statements import Row
from kt1desk.store.tables import item, particulars

_goes, _told_goes = particulars.alias("goes"), received_beside.alias("told_goes")
_AS_THEY_ARE = (
    "origin",
    "source",
    "form",
    "procedure",
    "authority",
    "since_ms",
    "accepted_ms",
    "official",
    "received_day",
    "official_day",
    "promised",
    "decided",
    "told_ms",
    "asked_until",
    "results",
    "delivered",
    "slip_told_ms",
    "documents",
    "collected_dong",
    "remitted_dong",
    "unfit",
)
CASES: Select[Any] = select(
    dossier.c.dossier,
    *(dossier.c[name] for name in IDENTITY),
    HASH,
    BODY,
    APPLIED,
    _goes.c.row,
    _told_goes.c.row,
    dossier.c.stage,
    dossier.c.head,
    dossier.c.slip,
    *(dossier.c[name] for name in _AS_THEY_ARE),
).select_from(
    WITH_ACCEPTANCE.outerjoin(_goes, beside(dossier, _goes, DELIVERY)).outerjoin(
        _told_goes, beside(dossier, _told_goes, DELIVERY)
    )
)
COVERS: Select[Any] = select(
    item.c.item, cover.c.dossier, item.c.product, item.c.state, item.c.keeper, item.c.inside, item.c.origin
).select_from(item.outerjoin(cover, cover.c.item == item.c.item))


def case(row: Row) -> CaseRow:
    """A row of `CASES` as a value."""
    number, device, stream, incarnation, seq, hashed, body_bytes, applicant_row, goes, told_goes = row[:10]
    stage, head, slip = row[10:13]
    named: dict[str, Any] = dict(zip(_AS_THEY_ARE, row[13:], strict=True))
    body = json.loads(stored(body_bytes))
    applicant: Mapping[str, str] = json.loads(applicant_row) if applicant_row else {}
    return CaseRow(
        dossier=number,
        event=EventId(device, Stream(stream), incarnation, seq),
        proof=proof_of(hashed),
        procedure_name=body["procedure"]["name"],
        procedure_version=body["procedure"]["version"],
        authority_name=body["authority"]["name"],
        state=CaseState(stage),
        head=EventId.parse(head),
        send_item=_leg(body["legs"], Way.SEND),
        return_item=_leg(body["legs"], Way.RETURN),
        deliver_to=_deliver_to(body["form"], goes or told_goes),
        slip=bool(slip),
        mode=body.get("mode", ""),
        applicant=applicant.get("name", ""),
        phone=applicant.get("phone", ""),
        **named,
    )


def cover_row(row: Row, point: str) -> CoverRow:
    """A row of `COVERS` as a value; ``point`` is where its standing says it is."""
    number, of_case, way, state, keeper, inside, _ = row
    holder = f"receptacle:{inside}" if inside else keeper
    return CoverRow(number, of_case or "", way, State(state), holder, point)


def _leg(legs: Sequence[Mapping[str, str]], way: Way) -> str:
    return next((leg["item"] for leg in legs if leg["way"] == way), "")


def _deliver_to(form: str, goes: bytes | None) -> str:
    """Where the result goes; nothing stands beside where it is the applicant's own address."""
    if not Form(form).returns:
        return ""
    said: Mapping[str, str] = json.loads(goes) if goes else {}
    return said.get("to", DeliverTo.APPLICANT.value)
