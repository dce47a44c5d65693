"""From a line of a list to the draft of a dossier's acceptance. This module must not know prices, dates or the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from kt1desk.domain.dossier import ApplicantKind, DeliverTo, DossierPayment, Form
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.text import fold
from kt1desk.services import cells
from kt1desk.services.authorities import proposed
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Proxy, Residence
from kt1desk.services.dossier_paper_cell import papers_of
from kt1desk.services.sheets import SheetLine

_FORMS: Mapping[str, Form | None] = MappingProxyType(
    {
        "": None,
        "gui": Form.SEND,
        "gui ho so": Form.SEND,
        "nhan": Form.RETURN,
        "nhan ket qua": Form.RETURN,
        "ca hai": Form.BOTH,
        "hai chieu": Form.BOTH,
        "gui va nhan": Form.BOTH,
        "gui ho so va nhan ket qua": Form.BOTH,
    }
)
_DELIVERIES = MappingProxyType(
    {
        "": DeliverTo.APPLICANT,
        "dia chi nguoi nop": DeliverTo.APPLICANT,
        "tai nha": DeliverTo.APPLICANT,
        "diem": DeliverTo.POINT,
        "tai diem": DeliverTo.POINT,
        "buu dien": DeliverTo.POINT,
        "tai quay": DeliverTo.POINT,
    }
)
_PAYMENTS = MappingProxyType(
    {
        "": DossierPayment.CASH,
        "tien mat": DossierPayment.CASH,
        "chuyen khoan": DossierPayment.TRANSFER,
    }
)
_PROXY = ("proxy_name", "proxy_identity", "proxy_phone", "proxy_authorisation")


@dataclass(frozen=True)
class DossierLines:
    """Reads lines by the reference data of one business date. ``home`` is the province of the desk."""

    reference: ReferenceData
    on: date
    home: str

    def draft(self, line: SheetLine, procedure: Procedure | None) -> DossierDraft:
        """What a line asks for.

        Args:
            line: of the list.
            procedure: the version in force of what the line names, None where there is none.

        Raises:
            DeskError: ``batch.*``, ``import.commune_unknown`` with the column as field.
        """
        form = cells.choice(line.text("form"), _FORMS, "form", "batch.form_unknown")
        handed_by_proxy = any(line.text(key) for key in _PROXY)
        official_day = cells.day(line.text("official_day"), "official_day")
        applicant = self._applicant(line)
        return DossierDraft(
            form=form,
            procedure=line.text("procedure"),
            papers=papers_of(line.text("papers"), procedure) if form is not Form.RETURN else (),
            sets=cells.whole(line.text("sets") or "1", "sets", "batch.pieces_shape"),
            authority=self._authority(line.text("authority"), procedure, applicant.residence.commune),
            authority_district=line.text("authority_district"),
            applicant=applicant,
            proxy=Proxy(*(line.text(key) for key in _PROXY)) if handed_by_proxy else None,
            weight_g=cells.whole(line.text("weight"), "weight", "batch.weight_shape"),
            deliver_to=cells.choice(line.text("delivery"), _DELIVERIES, "delivery", "batch.delivery_unknown"),
            exemption=self._exemption(line.text("exemption")),
            exemption_proof=line.text("exemption_proof"),
            collected_dong=cells.dong(line.text("collected"), "collected") or 0,
            passes_on=cells.choice(
                line.text("pass_on"), {**cells.YES_NO, "": True}, "pass_on", "batch.yes_no"
            ),
            receipt_number=line.text("receipt_number"),
            payment=cells.choice(line.text("payment"), _PAYMENTS, "payment", "batch.transfer_or_cash"),
            seal=line.text("seal"),
            send_number=line.text("send_number"),
            return_number=line.text("return_number"),
            official=line.text("official"),
            official_day=official_day.isoformat() if official_day else "",
        )

    def _applicant(self, line: SheetLine) -> Applicant:
        """An organisation where a tax code stands and no personal number does."""
        organisation = bool(line.text("applicant_tax_code")) and not line.text("applicant_identity")
        return Applicant(
            kind=ApplicantKind.ORGANISATION if organisation else ApplicantKind.PERSON,
            name=line.text("applicant_name"),
            identity=line.text("applicant_identity"),
            tax_code=line.text("applicant_tax_code"),
            phone=line.text("applicant_phone"),
            residence=Residence(
                line.text("applicant_address"),
                self._commune(line.text("applicant_commune")),
                line.text("applicant_district"),
            ),
        )

    def _authority(self, text: str, procedure: Procedure | None, commune: str) -> str:
        """Id of an authority by id or name; for an empty cell the one that procedure and commune name, "" where they name several."""
        if not text:
            return self._only_one(procedure, commune) if procedure is not None else ""
        found = self._authorities.get(fold(text), [])
        if len(found) != 1:
            raise DeskError("batch.authority_unknown", "authority")
        return found[0]

    def _only_one(self, procedure: Procedure, commune: str) -> str:
        """Of a body that every commune has, the one of the applicant's commune is meant."""
        found = proposed(self.reference, procedure, commune, self.on)
        near = [
            row.authority_id
            for row in found
            if row.authority_id in procedure.authorities or (commune and row.commune == commune)
        ]
        return near[0] if len(near) == 1 else ""

    def _commune(self, text: str) -> str:
        """Code of a commune of the province by code or name; "" for an empty cell."""
        if not text:
            return ""
        found = self._communes.get(fold(text), [])
        if len(found) != 1:
            raise DeskError("import.commune_unknown", "applicant_commune")
        return found[0]

    def _exemption(self, text: str) -> str:
        """Id of a reduction by id or by the words of the law."""
        if not text:
            return ""
        for row in self.reference.exemptions:
            if row.holds(self.on) and fold(text) in {fold(row.exemption_id), fold(row.who)}:
                return row.exemption_id
        raise DeskError("batch.exemption_unknown", "exemption")

    @cached_property
    def _authorities(self) -> Mapping[str, list[str]]:
        rows = (row for row in self.reference.authorities if row.holds(self.on) and row.receives_dossiers)
        return _by_names((row.authority_id, (row.authority_id, row.name, row.short_name)) for row in rows)

    @cached_property
    def _communes(self) -> Mapping[str, list[str]]:
        rows = (row for row in self.reference.communes if row.holds(self.on) and row.province == self.home)
        return _by_names((row.code, (row.code, row.name, row.full_name)) for row in rows)


def _by_names(rows: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, names in rows:
        for name in {fold(name) for name in names} - {""}:
            found.setdefault(name, []).append(key)
    return found
