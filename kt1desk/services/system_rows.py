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
from kt1desk.domain.system_file import CaseFact, ItemFact, SystemFile
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
    return tuple(_ITEM[ItemFact(column.holds)](row, where) for column in kind.columns)


def case_cells(kind: SystemFile, rows: tuple[DossierRow, CaseRow], where: Where) -> tuple[str, ...]:
    """A case in the columns of a system."""
    return tuple(_CASE[CaseFact(column.holds)](rows, where) for column in kind.columns)


def _party(row: ItemRow, party: Party | None, part: Callable[[Party], str]) -> str:
    if Secrecy(row.secrecy) is not Secrecy.NONE:
        return ON_COVER
    return part(party) if party is not None else ""


def _letter(secrecy: Secrecy) -> str:
    return "" if secrecy is Secrecy.NONE else secrecy.value


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else ""


_ITEM: Mapping[ItemFact, Callable[[ItemRow, Where], str]] = {
    ItemFact.NUMBER: lambda row, _: row.item,
    ItemFact.ACCEPTED_AT: lambda row, where: when_words(row.accepted_ms, where.offset_min),
    ItemFact.ACCEPTED_DAY: lambda row, where: when_words(row.accepted_ms, where.offset_min)[-10:],
    ItemFact.POINT: lambda _, where: where.point,
    ItemFact.CLERK: lambda row, _: row.user,
    ItemFact.SHIFT: lambda row, _: row.shift,
    ItemFact.WEIGHT_G: lambda row, _: str(row.weight_g),
    ItemFact.PAYMENT: lambda row, _: payment_name(Payment(row.payment)),
    ItemFact.TOTAL_DONG: lambda row, _: str(row.charge.total_dong) if row.charge else "",
    ItemFact.PRODUCT: lambda row, _: row.product,
    ItemFact.SCOPE: lambda row, _: scope_name(Scope(row.scope)),
    ItemFact.URGENCY: lambda row, _: urgency_name(Urgency(row.urgency)),
    ItemFact.LETTER: lambda row, _: _letter(Secrecy(row.secrecy)),
    ItemFact.SENDER: lambda row, _: _party(row, row.sender, lambda party: party.name),
    ItemFact.SENDER_ADDRESS: lambda row, _: _party(row, row.sender, lambda party: party.address),
    ItemFact.RECEIVER: lambda row, _: _party(row, row.receiver, lambda party: party.name),
    ItemFact.RECEIVER_ADDRESS: lambda row, _: _party(row, row.receiver, lambda party: party.address),
}
_Case = tuple[DossierRow, CaseRow]
_CASE: Mapping[CaseFact, Callable[[_Case, Where], str]] = {
    CaseFact.NUMBER: lambda rows, _: rows[0].dossier,
    CaseFact.ACCEPTED_AT: lambda rows, where: when_words(rows[0].accepted_ms, where.offset_min),
    CaseFact.ACCEPTED_DAY: lambda rows, where: when_words(rows[0].accepted_ms, where.offset_min)[-10:],
    CaseFact.POINT: lambda _, where: where.point,
    CaseFact.CLERK: lambda rows, _: rows[0].user,
    CaseFact.SHIFT: lambda rows, _: rows[0].shift,
    CaseFact.WEIGHT_G: lambda rows, _: str(sum(leg.weight_g for leg in rows[0].legs)),
    CaseFact.PAYMENT: lambda rows, _: dossier_payment_name(DossierPayment(rows[0].payment)),
    CaseFact.TOTAL_DONG: lambda rows, _: str(rows[0].sums.total_dong),
    CaseFact.SEND_NUMBER: lambda rows, _: rows[1].send_item,
    CaseFact.RETURN_NUMBER: lambda rows, _: rows[1].return_item,
    CaseFact.OFFICIAL: lambda rows, _: rows[1].official,
    CaseFact.FORM: lambda rows, _: form_name(Form(rows[0].form)),
    CaseFact.PROCEDURE: lambda rows, _: rows[0].procedure,
    CaseFact.PROCEDURE_NAME: lambda rows, _: rows[0].procedure_name,
    CaseFact.AUTHORITY: lambda rows, _: rows[0].authority,
    CaseFact.AUTHORITY_NAME: lambda rows, _: rows[0].authority_name,
    CaseFact.APPLICANT: lambda rows, _: rows[1].applicant,
    CaseFact.PHONE: lambda rows, _: rows[1].phone,
    CaseFact.POSTAGE_DONG: lambda rows, _: str(rows[0].sums.postage_dong),
    CaseFact.COLLECTED_DONG: lambda rows, _: str(rows[0].sums.collected_dong),
    CaseFact.DOCUMENTS: lambda rows, _: str(rows[0].documents),
    CaseFact.PROMISED_DAY: lambda rows, _: _day(rows[0].promised),
}
