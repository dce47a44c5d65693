"""What a thing says in the columns of another system's file: every cell a text, a sum in digits, a day as day/month/year.

The parties of an item with a letter are not written: whoever types it there copies them from the cover. This module must not know any
system.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.dossier import DossierPayment, Form
from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Payment, Scope, Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.domain.system_file import Fact, SystemFile
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.paper_values import when_words
from kt1desk.services.rows import DossierRow, ItemRow
from kt1desk.services.wording import payment_name, scope_name, urgency_name
from kt1desk.services.wording_tthc import dossier_payment_name, form_name

ON_COVER = "(xem trên bì)"
"""Stands for a party of an item with a letter."""


@dataclass(frozen=True, slots=True)
class Where:
    """At which point a thing was accepted, and by which offset its times are written."""

    point: str
    offset_min: int


def item_cells(kind: SystemFile, row: ItemRow, where: Where) -> tuple[str, ...]:
    """An item in the columns of a system."""
    return tuple(_ITEM[Fact(column.holds)](row, where) for column in kind.columns)


def case_cells(kind: SystemFile, rows: tuple[DossierRow, CaseRow], where: Where) -> tuple[str, ...]:
    """A case in the columns of a system."""
    return tuple(_CASE[Fact(column.holds)](rows, where) for column in kind.columns)


def fits(kind: SystemFile) -> bool:
    """Whether every column of it can be filled from what its service knows."""
    known = _ITEM.keys() if kind.service is Service.KT1 else _CASE.keys()
    return all(Fact(column.holds) in known for column in kind.columns)


def _party(row: ItemRow, party: Party | None, part: Callable[[Party], str]) -> str:
    if Secrecy(row.secrecy) is not Secrecy.NONE:
        return ON_COVER
    return part(party) if party is not None else ""


def _letter(secrecy: Secrecy) -> str:
    return "" if secrecy is Secrecy.NONE else secrecy.value


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else ""


_ITEM: Mapping[Fact, Callable[[ItemRow, Where], str]] = {
    Fact.NUMBER: lambda row, _: row.item,
    Fact.ACCEPTED_AT: lambda row, where: when_words(row.accepted_ms, where.offset_min),
    Fact.ACCEPTED_DAY: lambda row, where: when_words(row.accepted_ms, where.offset_min)[-10:],
    Fact.POINT: lambda _, where: where.point,
    Fact.CLERK: lambda row, _: row.user,
    Fact.SHIFT: lambda row, _: row.shift,
    Fact.WEIGHT_G: lambda row, _: str(row.weight_g),
    Fact.PAYMENT: lambda row, _: payment_name(Payment(row.payment)),
    Fact.TOTAL_DONG: lambda row, _: str(row.charge.total_dong) if row.charge else "",
    Fact.PRODUCT: lambda row, _: row.product,
    Fact.SCOPE: lambda row, _: scope_name(Scope(row.scope)),
    Fact.URGENCY: lambda row, _: urgency_name(Urgency(row.urgency)),
    Fact.LETTER: lambda row, _: _letter(Secrecy(row.secrecy)),
    Fact.SENDER: lambda row, _: _party(row, row.sender, lambda party: party.name),
    Fact.SENDER_ADDRESS: lambda row, _: _party(row, row.sender, lambda party: party.address),
    Fact.RECEIVER: lambda row, _: _party(row, row.receiver, lambda party: party.name),
    Fact.RECEIVER_ADDRESS: lambda row, _: _party(row, row.receiver, lambda party: party.address),
}
_Case = tuple[DossierRow, CaseRow]
_CASE: Mapping[Fact, Callable[[_Case, Where], str]] = {
    Fact.NUMBER: lambda rows, _: rows[0].dossier,
    Fact.ACCEPTED_AT: lambda rows, where: when_words(rows[0].accepted_ms, where.offset_min),
    Fact.ACCEPTED_DAY: lambda rows, where: when_words(rows[0].accepted_ms, where.offset_min)[-10:],
    Fact.POINT: lambda _, where: where.point,
    Fact.CLERK: lambda rows, _: rows[0].user,
    Fact.SHIFT: lambda rows, _: rows[0].shift,
    Fact.WEIGHT_G: lambda rows, _: str(sum(leg.weight_g for leg in rows[0].legs)),
    Fact.PAYMENT: lambda rows, _: dossier_payment_name(DossierPayment(rows[0].payment)),
    Fact.TOTAL_DONG: lambda rows, _: str(rows[0].sums.total_dong),
    Fact.SEND_NUMBER: lambda rows, _: rows[1].send_item,
    Fact.RETURN_NUMBER: lambda rows, _: rows[1].return_item,
    Fact.OFFICIAL: lambda rows, _: rows[1].official,
    Fact.FORM: lambda rows, _: form_name(Form(rows[0].form)),
    Fact.PROCEDURE: lambda rows, _: rows[0].procedure,
    Fact.PROCEDURE_NAME: lambda rows, _: rows[0].procedure_name,
    Fact.AUTHORITY: lambda rows, _: rows[0].authority,
    Fact.AUTHORITY_NAME: lambda rows, _: rows[0].authority_name,
    Fact.APPLICANT: lambda rows, _: rows[1].applicant,
    Fact.PHONE: lambda rows, _: rows[1].phone,
    Fact.POSTAGE_DONG: lambda rows, _: str(rows[0].sums.postage_dong),
    Fact.COLLECTED_DONG: lambda rows, _: str(rows[0].sums.collected_dong),
    Fact.DOCUMENTS: lambda rows, _: str(rows[0].documents),
    Fact.PROMISED_DAY: lambda rows, _: _day(rows[0].promised),
}
