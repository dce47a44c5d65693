"""Reference data: the facts the desk works with, as rows that hold from one day to another.

The container is built once from files by the store and handed to services and pages; it is immutable and answers every
question for a given day. This module must not know where the files lie, nor any fact itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.calendar import CalendarDay
from kt1desk.domain.checklist import ChecklistLine
from kt1desk.domain.dated import Dated, Row, Status
from kt1desk.domain.deadline import TransitHours
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import NumberRule
from kt1desk.domain.kt1 import Locality, Product, RouteScope, Secrecy, Urgency, resolve_product, route_scope
from kt1desk.domain.money import Rounding, ZeroTens
from kt1desk.domain.permissions import Role
from kt1desk.domain.shift import Denomination
from kt1desk.domain.tariff import Price, PriceRequest, TariffTable, Unpriced, VatRule, choose_table, price


class Ground(StrEnum):
    """Why an agency is served (QĐ 37/2021/QĐ-TTg): central body, local body, holder of an item that must go by KT1."""

    CENTRAL = "a"
    LOCAL = "b"
    ITEM = "c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Dated):
    """A transaction point of the post.

    Attributes:
        code: six digits, text.
        kt1_accept: takes KT1 items from senders.
        kt1_relay: passes KT1 receptacles on.
        kt1_deliver: delivers KT1 items.
        takes_dossiers: accepts administrative dossiers.
        one_person: has nobody else to confirm on the spot.
    """

    code: str
    name: str
    kind: str
    province: str
    commune: str
    address: str
    kt1_accept: bool
    kt1_relay: bool
    kt1_deliver: bool
    takes_dossiers: bool
    one_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Dated):
    """An agency served by KT1, with the address it is registered with.

    Attributes:
        agency_id: frozen key that events carry.
        call_code: short unique code a clerk types instead of the name, for example ``SNV``.
        uses_kt1: sends KT1 items under a contract, settled on account.
        point: code of the point that delivers to it, or "".
    """

    agency_id: str
    call_code: str
    name: str
    short_name: str
    kind: str
    ground: Ground
    province: str
    commune: str
    address: str
    postal_code: str
    uses_kt1: bool
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Dated):
    """A public body of the province, as listed; not an approved list of KT1 users."""

    authority_id: str
    name: str
    short_name: str
    level: str
    kind: str
    parent: str
    commune: str
    postal_code: str
    receives_dossiers: bool
    kt1_candidate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune(Dated):
    """A commune or ward.

    Attributes:
        old_names: names of the communes merged into it, for search.
        former_districts: names of the districts it lay in until 30/06/2025; the main one first.
    """

    code: str
    name: str
    kind: str
    province: str
    postal_code: str
    old_names: tuple[str, ...]
    former_districts: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """``Xã Đoàn Kết``, ``Phường Đông Kinh``."""
        return f"{self.kind.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Province(Dated):
    """A province; ``region`` is the tariff region or "", ``region_status`` how far that may be trusted."""

    code: str
    name: str
    full_name: str
    old_names: tuple[str, ...]
    postal_prefixes: tuple[str, ...]
    region: str
    region_status: Status

    @property
    def locality(self) -> Locality:
        """What the scope of a way depends on."""
        return Locality(self.code, self.region, self.region_status is Status.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCode(Dated):
    """A paper: its plain title and the form code printed with it, or ""."""

    form: str
    title: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Dated):
    """A dated figure or word of policy, for example ``vat.rate_bp``."""

    key: str
    value: str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleUser(Dated):
    """An invented member of staff for trying out."""

    user_id: str
    name: str
    roles: frozenset[Role]
    cleared_days: int
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleBlock(Dated):
    """The block of numbers of the device for trying out."""

    prefix: str
    first: int
    last: int


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
    calendar: tuple[CalendarDay, ...] = ()
    forms: tuple[FormCode, ...] = ()
    number_rules: tuple[NumberRule, ...] = ()
    settings: tuple[Setting, ...] = ()
    denominations: tuple[Denomination, ...] = ()
    sample_users: tuple[SampleUser, ...] = ()
    sample_blocks: tuple[SampleBlock, ...] = ()

    def point(self, code: str, on: date) -> Point:
        """A point by its code. Raises ``reference.point_unknown``."""
        return _find(self.points, on, lambda row: row.code == code, "reference.point_unknown", code)

    def agency(self, agency_id: str, on: date) -> Agency:
        """An agency by its id or call code. Raises ``reference.agency_unknown``."""
        wanted = agency_id.strip()
        return _find(
            self.agencies,
            on,
            lambda row: row.agency_id == wanted or row.call_code == wanted.upper(),
            "reference.agency_unknown",
            wanted,
        )

    def commune(self, code: str, on: date) -> Commune:
        """A commune by its five digits. Raises ``reference.commune_unknown``."""
        return _find(self.communes, on, lambda row: row.code == code, "reference.commune_unknown", code)

    def province(self, code: str, on: date) -> Province:
        """A province by its two digits. Raises ``reference.province_unknown``."""
        return _find(self.provinces, on, lambda row: row.code == code, "reference.province_unknown", code)

    def form(self, form: str, on: date) -> FormCode:
        """A paper's title and code. Raises ``reference.form_unknown``."""
        return _find(self.forms, on, lambda row: row.form == form, "reference.form_unknown", form)

    def number_rule(self, on: date, service: str = "kt1") -> NumberRule:
        """The rule for a service's numbers of the day. Raises ``reference.number_rule_missing``."""
        return _find(
            self.number_rules,
            on,
            lambda row: row.service == service,
            "reference.number_rule_missing",
            service,
        )

    def setting(self, key: str, on: date) -> Setting:
        """A setting with its status. Raises ``reference.setting_missing``."""
        return _find(self.settings, on, lambda row: row.key == key, "reference.setting_missing", key)

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
        caps = _find(self.caps, on, lambda _: True, "reference.caps_missing", "")
        return price(table, caps, self.vat(on), request)


def check_point_accepts(point: Point) -> None:
    """Refuse to take over KT1 items where the point is not allowed to.

    Raises:
        DeskError: ``item.point_not_enabled`` with ``point``.
    """
    if not point.kt1_accept:
        raise DeskError("item.point_not_enabled", "point", point=point.name)


def _find(rows: Iterable[Row], on: date, wanted: Callable[[Row], bool], code: str, key: str) -> Row:
    for row in rows:
        if wanted(row) and row.holds(on):
            return row
    raise DeskError(code, "reference", key=key)
