"""Loading the reference data: which file holds which rows, and how a row becomes a value of the domain.

The facts come from ``resources/reference``; in trial mode the sample (points, agencies, staff, numbers, a tariff that
is no real price) is added. On a real desk points and agencies come with the desk's own files of the same form.
"""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.calendar import CalendarDay, DayKind, Feast
from kt1desk.domain.checklist import ChecklistLine, LineKind
from kt1desk.domain.dated import Status
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
    ReferenceData,
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
from kt1desk.store.reference_rows import RowReader, load_rows
from kt1desk.store.reference_tthc import bcci_table, exemption, transit_days, weight_steps


def load_reference(folder: Path, sample: Path | None = None) -> ReferenceData:
    """Read all reference data.

    Args:
        folder: the shipped facts (``resources/reference``).
        sample: points, agencies, staff, numbers and tariff (``resources/sample`` in trial mode); None leaves them out.

    Raises:
        DeskError: ``reference.unreadable`` with ``file``; ``reference.bad_row`` with ``row`` and ``part``.
    """
    return ReferenceData(
        authorities=load_rows(folder / "authorities.json", _authority),
        communes=load_rows(folder / "communes.json", _commune),
        provinces=load_rows(folder / "provinces.json", _province),
        products=load_rows(folder / "products.json", _product),
        checklist=load_rows(folder / "checklist.json", _checklist_line),
        caps=load_rows(folder / "kt1_caps.json", _tariff),
        transit_hours=load_rows(folder / "transit_hours.json", transit_hours),
        transit_areas=load_rows(folder / "transit_areas.json", transit_area),
        coded=load_rows(folder / "codes.json", coded_word),
        incident_codes=load_rows(folder / "incident_codes.json", incident_code),
        escalation=load_rows(folder / "escalation.json", escalation_contact),
        calendar=load_rows(folder / "calendar.json", _calendar_day),
        feasts=load_rows(folder / "feasts.json", _feast),
        forms=load_rows(folder / "forms.json", _form),
        number_rules=load_rows(folder / "number_rules.json", _number_rule),
        settings=load_rows(folder / "settings.json", _setting),
        denominations=load_rows(folder / "denominations.json", _denomination),
        bcci=load_rows(folder / "bcci_tariff.json", bcci_table),
        exemptions=load_rows(folder / "exemptions.json", exemption),
        transit_days=load_rows(folder / "transit_days.json", transit_days),
        points=load_rows(sample / "points.json", _point) if sample else (),
        agencies=load_rows(sample / "agencies.json", _agency) if sample else (),
        tariffs=load_rows(sample / "tariff.json", _tariff) if sample else (),
        sample_users=load_rows(sample / "staff.json", _sample_user) if sample else (),
        sample_blocks=load_rows(sample / "number_blocks.json", _sample_block) if sample else (),
        sample_entries=load_rows(sample / "registers.json", _sample_entry) if sample else (),
    )


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
