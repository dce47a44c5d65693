"""Which file of reference rows holds what, and how a row becomes a value of the domain.

This module must not know where files lie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kt1desk.domain.calendar import CalendarDay, DayKind, Feast
from kt1desk.domain.checklist import ChecklistLine, LineKind
from kt1desk.domain.dated import Dated, Status
from kt1desk.domain.identifiers import NumberRule, Strictness
from kt1desk.domain.kt1 import Product, Scope, Secrecy, Urgency
from kt1desk.domain.permissions import Role
from kt1desk.domain.reference import (
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
)
from kt1desk.domain.shift import Denomination, MoneyKind
from kt1desk.domain.tariff import ScopeRates, SecrecyRate, TariffTable, UrgencyRate
from kt1desk.store.reference_custody import (
    coded_word,
    escalation_contact,
    incident_code,
    transit_area,
    transit_hours,
)
from kt1desk.store.reference_reports import report_template
from kt1desk.store.reference_rows import RowReader
from kt1desk.store.reference_systems import system_file
from kt1desk.store.reference_tthc import bcci_table, exemption, transit_days, weight_steps

Make = Callable[[RowReader], Dated]


def _point(row: RowReader) -> Point:
    return Point(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        kind=row.text("kind"),
        province=row.text("province"),
        commune=row.text("commune"),
        address=row.text("address"),
        kt1_accept=row.flag("kt1_accept"),
        kt1_relay=row.flag("kt1_relay"),
        kt1_deliver=row.flag("kt1_deliver"),
        takes_dossiers=row.flag("takes_dossiers"),
        one_person=row.flag("one_person"),
        cluster=row.text("cluster") if row.known("cluster") else "",
    )


def _agency(row: RowReader) -> Agency:
    return Agency(
        **row.dated(),
        agency_id=row.text("agency_id"),
        call_code=row.text("call_code"),
        name=row.text("name"),
        short_name=row.text("short_name"),
        kind=row.text("kind"),
        ground=row.choice("ground", Ground),
        province=row.text("province"),
        commune=row.text("commune"),
        address=row.text("address"),
        postal_code=row.text("postal_code"),
        uses_kt1=row.flag("uses_kt1"),
        point=row.text("point"),
    )


def _authority(row: RowReader) -> Authority:
    return Authority(
        **row.dated(),
        authority_id=row.text("authority_id"),
        name=row.text("name"),
        short_name=row.text("short_name"),
        level=row.text("level"),
        kind=row.text("kind"),
        parent=row.text("parent"),
        commune=row.text("commune"),
        postal_code=row.text("postal_code"),
        receives_dossiers=row.flag("receives_dossiers"),
        kt1_candidate=row.flag("kt1_candidate"),
        point=row.text("point"),
    )


def _commune(row: RowReader) -> Commune:
    return Commune(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        kind=row.text("kind"),
        province=row.text("province"),
        postal_code=row.text("postal_code"),
        old_names=row.texts("old_names"),
        former_districts=row.texts("former_districts"),
    )


def _province(row: RowReader) -> Province:
    return Province(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        full_name=row.text("full_name"),
        old_names=row.texts("old_names"),
        postal_prefixes=row.texts("postal_prefixes"),
        region=row.text("region"),
        region_status=row.choice("region_status", Status),
    )


def _product(row: RowReader) -> Product:
    return Product(
        **row.dated(),
        code=row.text("code"),
        name=row.text("name"),
        urgency=row.choice("urgency", Urgency),
        secrecy=row.choice("secrecy", Secrecy),
    )


def _checklist_line(row: RowReader) -> ChecklistLine:
    return ChecklistLine(
        **row.dated(),
        code=row.text("code"),
        order=row.whole("order"),
        kind=row.choice("kind", LineKind),
        secrecies=row.choices("secrecies", Secrecy),
        question=row.text("question"),
        refusal=row.text("refusal"),
    )


def _tariff(row: RowReader) -> TariffTable:
    return TariffTable(
        **row.dated(),
        table_id=row.text("table_id"),
        title=row.text("title"),
        scopes=tuple(map(_scope_rates, row.inner("scopes"))),
        urgencies=tuple(map(_urgency_rate, row.inner("urgencies"))),
        secrecies=tuple(map(_secrecy_rate, row.inner("secrecies"))),
    )


def _scope_rates(row: RowReader) -> ScopeRates:
    made = ScopeRates(
        scope=row.choice("scope", Scope),
        steps=weight_steps(row),
        further_g=row.whole("further_g"),
        further_dong=row.whole("further_dong"),
    )
    row.done()
    return made


def _urgency_rate(row: RowReader) -> UrgencyRate:
    made = UrgencyRate(row.choice("urgency", Urgency), row.whole("amount_dong"), row.flag("summed"))
    row.done()
    return made


def _secrecy_rate(row: RowReader) -> SecrecyRate:
    made = SecrecyRate(row.choice("secrecy", Secrecy), row.whole("amount_dong"))
    row.done()
    return made


def _calendar_day(row: RowReader) -> CalendarDay:
    return CalendarDay(
        **row.dated(),
        day=row.day("day"),
        kind=row.choice("kind", DayKind),
        name=row.text("name"),
        announced=row.flag("announced"),
    )


def _feast(row: RowReader) -> Feast:
    return Feast(
        **row.dated(),
        feast=row.text("feast"),
        name=row.text("name"),
        first=row.day("first"),
        every_year=row.flag("every_year"),
        arranged=row.flag("arranged"),
    )


def _form(row: RowReader) -> FormCode:
    return FormCode(**row.dated(), form=row.text("form"), title=row.text("title"), code=row.text("code"))


def _number_rule(row: RowReader) -> NumberRule:
    return NumberRule(
        **row.dated(),
        service=row.text("service"),
        pattern=row.pattern("pattern"),
        strictness=row.choice("strictness", Strictness),
    )


def _setting(row: RowReader) -> Setting:
    return Setting(**row.dated(), key=row.text("key"), value=row.text_or_whole("value"))


def _denomination(row: RowReader) -> Denomination:
    return Denomination(**row.dated(), value_dong=row.whole("value_dong"), kind=row.choice("kind", MoneyKind))


def _sample_user(row: RowReader) -> SampleUser:
    return SampleUser(
        **row.dated(),
        user_id=row.text("user_id"),
        name=row.text("name"),
        roles=row.choices("roles", Role),
        cleared_days=row.whole("cleared_days"),
        point=row.text("point"),
    )


def _sample_block(row: RowReader) -> SampleBlock:
    return SampleBlock(
        **row.dated(), prefix=row.text("prefix"), first=row.whole("first"), last=row.whole("last")
    )


def _sample_entry(row: RowReader) -> SampleEntry:
    pairs = (text.partition("=") for text in row.texts("values"))
    return SampleEntry(
        **row.dated(),
        register=row.text("register"),
        entry=row.text("entry"),
        values=tuple(sorted((column, text) for column, _, text in pairs)),
    )


SHIPPED: Mapping[str, tuple[str, Make]] = MappingProxyType(
    {
        "authorities": ("authorities", _authority),
        "communes": ("communes", _commune),
        "provinces": ("provinces", _province),
        "products": ("products", _product),
        "checklist": ("checklist", _checklist_line),
        "kt1_caps": ("caps", _tariff),
        "transit_hours": ("transit_hours", transit_hours),
        "transit_areas": ("transit_areas", transit_area),
        "codes": ("coded", coded_word),
        "incident_codes": ("incident_codes", incident_code),
        "escalation": ("escalation", escalation_contact),
        "calendar": ("calendar", _calendar_day),
        "feasts": ("feasts", _feast),
        "forms": ("forms", _form),
        "number_rules": ("number_rules", _number_rule),
        "settings": ("settings", _setting),
        "denominations": ("denominations", _denomination),
        "bcci_tariff": ("bcci", bcci_table),
        "exemptions": ("exemptions", exemption),
        "transit_days": ("transit_days", transit_days),
        "system_files": ("system_files", system_file),
        "report_templates": ("report_templates", report_template),
    }
)
"""By the name of a file that ships with the program: the part of the reference data it fills, and how a row is made."""

OF_DESK: Mapping[str, tuple[str, Make]] = MappingProxyType(
    {
        "points": ("points", _point),
        "agencies": ("agencies", _agency),
        "tariff": ("tariffs", _tariff),
    }
)
"""The same for what is each province's own: a sample of it ships for trying out."""

SAMPLE: Mapping[str, tuple[str, Make]] = MappingProxyType(
    {
        "staff": ("sample_users", _sample_user),
        "number_blocks": ("sample_blocks", _sample_block),
        "registers": ("sample_entries", _sample_entry),
    }
)
"""What exists for trying out only."""
