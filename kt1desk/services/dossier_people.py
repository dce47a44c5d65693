"""Who applies, who hands the dossier in for him, and where the result goes: checked, in the one spelling that is stored.

This module must not know prices, papers or the journal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.dossier import ApplicantKind, DeliverTo
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.dossiers import APPLICANT, DELIVERY, PROOF, PROXY
from kt1desk.domain.identity import passport, personal_number, phone, tax_code
from kt1desk.domain.reference import Authority, Point, ReferenceData
from kt1desk.domain.text import as_name, clean, fold, required
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Proxy, Residence
from kt1desk.services.dossier_papers import DossierAddresses
from kt1desk.services.problems import Problems, at_field

MAX_NAME = 80
MAX_ORGANISATION = 160
MAX_ADDRESS = 200
MAX_AUTHORISATION = 80


def identity(text: str, field_name: str) -> str:
    """A personal number of twelve digits, or the number of a passport: whatever has a letter in it.

    Raises:
        DeskError: ``identity.missing``, ``identity.shape``, ``identity.century``, ``identity.passport``.
    """
    typed = text.strip()
    if not typed:
        raise DeskError("identity.missing", field_name)
    if any(sign.isalpha() for sign in typed):
        return at_field(lambda: passport(typed), field_name).text
    return personal_number(typed, field_name)


def checked_applicant(applicant: Applicant, problems: Problems) -> Applicant:
    """The applicant as stored; what is wrong is added to the problems, and stays as typed."""
    organisation = applicant.kind is ApplicantKind.ORGANISATION
    name = problems.tried(
        lambda: _name(applicant.name, "applicant_name", MAX_ORGANISATION if organisation else MAX_NAME)
    )
    made = replace(applicant, name=name or applicant.name)
    if organisation:
        code = problems.tried(lambda: _tax_code(applicant.tax_code))
        made = replace(made, tax_code=code or applicant.tax_code, identity="")
    else:
        number = problems.tried(lambda: identity(applicant.identity, "applicant_identity"))
        made = replace(made, identity=number or applicant.identity, tax_code="")
    called = problems.tried(lambda: _phone(applicant.phone, "applicant_phone", needed=True))
    residence = problems.tried(lambda: checked_residence(applicant.residence, "applicant"))
    return replace(made, phone=called or applicant.phone, residence=residence or applicant.residence)


def checked_proxy(proxy: Proxy | None, problems: Problems) -> Proxy | None:
    """Whoever hands it in for another: name, identity and what allows it; the phone may be missing."""
    if proxy is None:
        return None
    name = problems.tried(lambda: _name(proxy.name, "proxy_name", MAX_NAME))
    number = problems.tried(lambda: identity(proxy.identity, "proxy_identity"))
    called = problems.tried(lambda: _phone(proxy.phone, "proxy_phone", needed=False))
    allowed = problems.tried(lambda: _authorisation(proxy.authorisation))
    return Proxy(
        name or proxy.name, number or proxy.identity, called or proxy.phone, allowed or proxy.authorisation
    )


def checked_delivery(draft: DossierDraft, problems: Problems) -> Residence:
    """Where the result goes when it is not the applicant's own address."""
    if draft.form is None or not draft.form.returns or draft.deliver_to is not DeliverTo.OTHER:
        return Residence()
    return problems.tried(lambda: checked_residence(draft.delivery, "delivery")) or draft.delivery


def checked_residence(residence: Residence, whose: str) -> Residence:
    """An address with its text.

    Raises:
        DeskError: ``text.*`` at ``<whose>_address``.
    """
    return replace(residence, address=required(residence.address, f"{whose}_address", MAX_ADDRESS))


def _name(text: str, field_name: str, most: int) -> str:
    return as_name(required(text, field_name, most), field_name)


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses in words, by the reference data of the day."""

    reference: ReferenceData
    point: Point
    on: date

    def addresses(self, draft: DossierDraft, authority: Authority) -> DossierAddresses:
        """Everything the papers of a case say about where.

        Raises:
            DeskError: ``reference.commune_unknown``, ``reference.province_unknown``.
        """
        applicant = draft.applicant.residence
        route, delivery = self._route(applicant), self.residence(applicant)
        if draft.deliver_to is DeliverTo.OTHER:
            route, delivery = self._route(draft.delivery), self.residence(draft.delivery)
        elif draft.deliver_to is DeliverTo.POINT:
            here = Residence(self.point.address, self.point.commune)
            route, delivery = self._route(here), f"{self.point.name}, {self.point.address}"
        seat = Residence(commune=authority.commune)
        return DossierAddresses(
            self.residence(seat),
            self.residence(applicant),
            delivery,
            self._names(applicant),
            self._route(seat),
            route,
        )

    def residence(self, residence: Residence) -> str:
        """``Số 1 đường A, Phường Đông Kinh, tỉnh Lạng Sơn``; what the typed text says already is not said twice."""
        parts = [residence.address] if residence.address else []
        for name in self._names(residence):
            if fold(name) not in fold(", ".join(parts)):
                parts.append(name)
        return ", ".join(parts)

    def _names(self, residence: Residence) -> tuple[str, ...]:
        if residence.commune:
            commune = self.reference.commune(residence.commune, self.on)
            return commune.full_name, self.reference.province(commune.province, self.on).full_name
        return (self.reference.province(residence.province or self.point.province, self.on).full_name,)

    def _route(self, residence: Residence) -> tuple[str, str]:
        """The big line of the label and the smaller one: the commune within the province, else the province."""
        province = self.reference.province(residence.province or self.point.province, self.on)
        if not residence.commune:
            return province.name.upper(), ""
        commune = self.reference.commune(residence.commune, self.on)
        return commune.full_name.upper(), self.reference.province(commune.province, self.on).name


def particulars(draft: DossierDraft) -> dict[str, dict[str, str]]:
    """What stands beside the acceptance, by slot; empty fields are left out by the store."""
    applicant, proxy = draft.applicant, draft.proxy
    made = {
        APPLICANT: {
            "kind": applicant.kind.value,
            "name": applicant.name,
            "identity": applicant.identity,
            "tax_code": applicant.tax_code,
            "phone": applicant.phone,
            **_residence_fields(applicant.residence),
        }
    }
    if proxy is not None:
        made[PROXY] = {
            "name": proxy.name,
            "identity": proxy.identity,
            "phone": proxy.phone,
            "authorisation": proxy.authorisation,
        }
    if draft.form is not None and draft.form.returns and draft.deliver_to is not DeliverTo.APPLICANT:
        made[DELIVERY] = {"to": draft.deliver_to.value, **_residence_fields(draft.delivery)}
    if draft.exemption_proof:
        made[PROOF] = {"number": draft.exemption_proof}
    return made


def residence_of(fields: dict[str, str]) -> Residence:
    """Read an address back from the particulars it stands in."""
    return Residence(
        fields.get("address", ""),
        fields.get("commune", ""),
        fields.get("district", ""),
        fields.get("province", ""),
    )


def _residence_fields(residence: Residence) -> dict[str, str]:
    return {
        "address": residence.address,
        "commune": residence.commune,
        "district": residence.district,
        "province": residence.province,
    }


def _tax_code(text: str) -> str:
    if not text.strip():
        raise DeskError("identity.tax_missing", "applicant_tax_code")
    return at_field(lambda: tax_code(text), "applicant_tax_code")


def _phone(text: str, field_name: str, *, needed: bool) -> str:
    if not text.strip():
        if needed:
            raise DeskError("identity.phone_missing", field_name)
        return ""
    return at_field(lambda: phone(text), field_name)


def _authorisation(text: str) -> str:
    """Number and day of the paper that allows it; QĐ 45/2016 lets an authorised person act and asks to see by what."""
    cleaned = clean(text, "proxy_authorisation", MAX_AUTHORISATION)
    if not cleaned:
        raise DeskError("dossier.authorisation_missing", "proxy_authorisation")
    return cleaned
