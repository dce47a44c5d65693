"""Reference data: the facts the desk works with, as rows that hold from one day to another.

The container is built once from files by the store and handed to services and pages; it is immutable and answers every
question for a given day. This module must not know where the files lie, nor any fact itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.appointment import TransitDays
from kt1desk.domain.bcci import BcciTable, Exemption
from kt1desk.domain.calendar import CalendarDay, Feast
from kt1desk.domain.checklist import ChecklistLine
from kt1desk.domain.coded import CodedWord
from kt1desk.domain.dated import Row
from kt1desk.domain.deadline import TransitArea, TransitHours
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import NumberRule
from kt1desk.domain.incidents import EscalationContact, IncidentCode
from kt1desk.domain.kt1 import Product, RouteScope, Secrecy, Urgency, resolve_product, route_scope
from kt1desk.domain.money import Rounding, ZeroTens
from kt1desk.domain.reference_rows import (
    Agency,
    Authority,
    Commune,
    FormCode,
    Ground,
    Point,
    Province,
    SampleBlock,
    SampleEntry,
    SampleUser,
    Setting,
    check_point_accepts,
)
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.shift import Denomination
from kt1desk.domain.system_file import SystemFile
from kt1desk.domain.tariff import Price, PriceRequest, TariffTable, Unpriced, VatRule, choose_table, price

__all__ = [
    "Agency",
    "Authority",
    "Commune",
    "FormCode",
    "Ground",
    "Point",
    "Province",
    "ReferenceData",
    "SampleBlock",
    "SampleEntry",
    "SampleUser",
    "Setting",
    "check_point_accepts",
    "find_row",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceData:
    """All rows; every lookup takes the day it is asked for."""

    points: tuple[Point, ...] = ()
    agencies: tuple[Agency, ...] = ()
    authorities: tuple[Authority, ...] = ()
    communes: tuple[Commune, ...] = ()
    provinces: tuple[Province, ...] = ()
    products: tuple[Product, ...] = ()
    checklist: tuple[ChecklistLine, ...] = ()
    tariffs: tuple[TariffTable, ...] = ()
    caps: tuple[TariffTable, ...] = ()
    transit_hours: tuple[TransitHours, ...] = ()
    transit_areas: tuple[TransitArea, ...] = ()
    coded: tuple[CodedWord, ...] = ()
    incident_codes: tuple[IncidentCode, ...] = ()
    escalation: tuple[EscalationContact, ...] = ()
    calendar: tuple[CalendarDay, ...] = ()
    feasts: tuple[Feast, ...] = ()
    forms: tuple[FormCode, ...] = ()
    number_rules: tuple[NumberRule, ...] = ()
    settings: tuple[Setting, ...] = ()
    denominations: tuple[Denomination, ...] = ()
    bcci: tuple[BcciTable, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    transit_days: tuple[TransitDays, ...] = ()
    system_files: tuple[SystemFile, ...] = ()
    report_templates: tuple[ReportTemplate, ...] = ()
    sample_users: tuple[SampleUser, ...] = ()
    sample_blocks: tuple[SampleBlock, ...] = ()
    sample_entries: tuple[SampleEntry, ...] = ()

    def point(self, code: str, on: date) -> Point:
        """A point by its code. Raises ``reference.point_unknown``."""
        return find_row(self.points, on, lambda row: row.code == code, "reference.point_unknown", code)

    def agency(self, agency_id: str, on: date) -> Agency:
        """An agency by its id or call code. Raises ``reference.agency_unknown``."""
        wanted = agency_id.strip()
        return find_row(
            self.agencies,
            on,
            lambda row: row.agency_id == wanted or row.call_code == wanted.upper(),
            "reference.agency_unknown",
            wanted,
        )

    def commune(self, code: str, on: date) -> Commune:
        """A commune by its five digits. Raises ``reference.commune_unknown``."""
        return find_row(self.communes, on, lambda row: row.code == code, "reference.commune_unknown", code)

    def province(self, code: str, on: date) -> Province:
        """A province by its two digits. Raises ``reference.province_unknown``."""
        return find_row(self.provinces, on, lambda row: row.code == code, "reference.province_unknown", code)

    def form(self, form: str, on: date) -> FormCode:
        """A paper's title and code. Raises ``reference.form_unknown``."""
        return find_row(self.forms, on, lambda row: row.form == form, "reference.form_unknown", form)

    def number_rule(self, on: date, service: str = "kt1") -> NumberRule:
        """The rule for a service's numbers of the day. Raises ``reference.number_rule_missing``."""
        return find_row(
            self.number_rules,
            on,
            lambda row: row.service == service,
            "reference.number_rule_missing",
            service,
        )

    def setting(self, key: str, on: date) -> Setting:
        """A setting with its status. Raises ``reference.setting_missing``."""
        return find_row(self.settings, on, lambda row: row.key == key, "reference.setting_missing", key)

    def setting_int(self, key: str, on: date) -> int:
        """A setting that is a figure. Raises ``reference.setting_missing``, also when it is a word."""
        value = self.setting(key, on).value
        if not isinstance(value, int):
            raise DeskError("reference.setting_missing", "reference", key=key)
        return value

    def product(self, urgency: Urgency, secrecy: Secrecy, on: date) -> Product:
        """The product of the day. Raises ``item.product_unknown``."""
        return resolve_product((row for row in self.products if row.holds(on)), urgency, secrecy)

    def route(self, from_province: str, to_province: str, on: date) -> RouteScope:
        """Scope of a way between provinces. Raises ``reference.province_unknown``."""
        return route_scope(self.province(from_province, on).locality, self.province(to_province, on).locality)

    def vat(self, on: date) -> VatRule:
        """VAT of the day. Raises ``reference.setting_missing``."""
        word = self.setting("vat.rounding", on).value
        for rounding in Rounding:
            if rounding.value == word:
                status = self.setting("vat.rate_bp", on).status
                return VatRule(self.setting_int("vat.rate_bp", on), rounding, status)
        raise DeskError("reference.setting_missing", "reference", key="vat.rounding")

    def zero_tens(self, on: date) -> ZeroTens:
        """How amounts are read aloud on the day. Raises ``reference.setting_missing``."""
        word = self.setting("money.zero_tens", on).value
        for spoken in ZeroTens:
            if spoken.value == word:
                return spoken
        raise DeskError("reference.setting_missing", "reference", key="money.zero_tens")

    def quote(self, request: PriceRequest, on: date, *, trial: bool) -> Price | Unpriced:
        """The price of the day, or that there is none.

        Args:
            request: way, weight, urgency, secrecy.
            on: business date.
            trial: whether this desk only tries things out; only then a sample table may price.

        Raises:
            DeskError: ``tariff.above_cap``, ``tariff.no_rate``, ``reference.caps_missing``, ``item.weight_zero``.
        """
        table = choose_table(self.tariffs, on, trial=trial)
        if table is None:
            return Unpriced()
        caps = find_row(self.caps, on, lambda _: True, "reference.caps_missing", "")
        return price(table, caps, self.vat(on), request)


def find_row(rows: Iterable[Row], on: date, wanted: Callable[[Row], bool], code: str, key: str) -> Row:
    """The first row in force on the day that is the wanted one. Raises ``code`` with ``key``."""
    for row in rows:
        if wanted(row) and row.holds(on):
            return row
    raise DeskError(code, "reference", key=key)
