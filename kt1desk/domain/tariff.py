"""What a KT1 item costs: parts of a price, the legal caps above it, and when there is no price at all.

Urgency and secrecy are added to a base that depends on scope and weight (TT 23/2017/TT-BTTTT); VAT comes on top at a
dated rate, rounded once per item by a dated rule. No figure of a tariff stands here: tables, caps and rates are rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.dated import Dated, Status, in_force
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import RouteScope, Scope, Secrecy, Urgency
from kt1desk.domain.money import Rounding, basis_points_of


class ComponentKind(StrEnum):
    """The parts of a price, in the order they are shown."""

    BASE = "base"
    FURTHER = "further"
    URGENCY = "urgency"
    SECRECY = "secrecy"


class PriceFlag(StrEnum):
    """Why a price must be shown with a reservation."""

    SAMPLE_TABLE = "sample_table"
    DERIVED_REGION = "derived_region"
    SUMMED_SURCHARGE = "summed_surcharge"
    SAMPLE_VAT = "sample_vat"


@dataclass(frozen=True, slots=True)
class WeightStep:
    """The base for everything up to this weight (grams, inclusive)."""

    up_to_g: int
    amount_dong: int


def check_steps(steps: tuple[WeightStep, ...], further_g: int, name: str) -> None:
    """Refuse steps that do not rise, or that leave a weight without a price.

    Raises:
        DeskError: ``tariff.bad_rates`` with ``scope``, the name of the column.
    """
    limits = [step.up_to_g for step in steps]
    if not limits or limits != sorted(set(limits)) or further_g <= 0:
        raise DeskError("tariff.bad_rates", "scope", scope=name)


def step_dong(steps: tuple[WeightStep, ...], weight_g: int) -> int:
    """The amount of the first step that holds the weight, or of the last one."""
    fitting = (step.amount_dong for step in steps if weight_g <= step.up_to_g)
    return next(fitting, steps[-1].amount_dong)


def further_parts(steps: tuple[WeightStep, ...], further_g: int, weight_g: int) -> int:
    """How many parts of ``further_g`` are begun above the last step."""
    return -(-max(0, weight_g - steps[-1].up_to_g) // further_g)


@dataclass(frozen=True, slots=True)
class ScopeRates:
    """Base rates of one scope: rising steps, then an amount for each further ``further_g`` begun."""

    scope: Scope
    steps: tuple[WeightStep, ...]
    further_g: int
    further_dong: int

    def __post_init__(self) -> None:
        """Refuse rates that cannot price every weight.

        Raises:
            DeskError: ``tariff.bad_rates``.
        """
        check_steps(self.steps, self.further_g, self.scope.value)

    def base_dong(self, weight_g: int) -> int:
        """The base of the first step that holds the weight, or of the last one."""
        return step_dong(self.steps, weight_g)

    def further_count(self, weight_g: int) -> int:
        """How many further parts are begun above the last step."""
        return further_parts(self.steps, self.further_g, weight_g)


@dataclass(frozen=True, slots=True)
class UrgencyRate:
    """Surcharge of an urgency; ``summed`` where no source gives it and others were added up."""

    urgency: Urgency
    amount_dong: int
    summed: bool


@dataclass(frozen=True, slots=True)
class SecrecyRate:
    """Surcharge of a secrecy letter."""

    secrecy: Secrecy
    amount_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffTable(Dated):
    """One table of rates without VAT; the caps have the same shape.

    Attributes:
        table_id: frozen name that prices and papers carry.
        title: Vietnamese, as shown.
        scopes: base rates.
        urgencies: surcharges; none for an urgency means it cannot be priced.
        secrecies: surcharges by letter.
    """

    table_id: str
    title: str
    scopes: tuple[ScopeRates, ...]
    urgencies: tuple[UrgencyRate, ...]
    secrecies: tuple[SecrecyRate, ...]

    def rates(self, scope: Scope) -> ScopeRates:
        """Base rates of a scope.

        Raises:
            DeskError: ``tariff.no_rate``.
        """
        for rates in self.scopes:
            if rates.scope is scope:
                return rates
        raise DeskError("tariff.no_rate", "scope", part=scope.value)

    def urgency_rate(self, urgency: Urgency) -> UrgencyRate:
        """Surcharge of an urgency, zero for none.

        Raises:
            DeskError: ``tariff.no_rate``.
        """
        if urgency is Urgency.NONE:
            return UrgencyRate(urgency, 0, summed=False)
        for rate in self.urgencies:
            if rate.urgency is urgency:
                return rate
        raise DeskError("tariff.no_rate", "urgency", part=urgency.value)

    def secrecy_dong(self, secrecy: Secrecy) -> int:
        """Surcharge of a letter, zero for none.

        Raises:
            DeskError: ``tariff.no_rate``.
        """
        if secrecy is Secrecy.NONE:
            return 0
        for rate in self.secrecies:
            if rate.secrecy is secrecy:
                return rate.amount_dong
        raise DeskError("tariff.no_rate", "secrecy", part=secrecy.value)


@dataclass(frozen=True, slots=True)
class VatRule:
    """VAT of the day: rate in basis points (10 % is 1,000), rounding, and how far the rate may be trusted."""

    rate_bp: int
    rounding: Rounding
    status: Status


@dataclass(frozen=True, slots=True)
class PriceRequest:
    """What a price depends on."""

    route: RouteScope
    weight_g: int
    urgency: Urgency
    secrecy: Secrecy


@dataclass(frozen=True, slots=True)
class PriceComponent:
    """One part of a price, without VAT; ``count`` is the number of further weight parts, else 1."""

    kind: ComponentKind
    amount_dong: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Price:
    """A price with all its parts. ``total_dong`` is what the sender owes, VAT included."""

    components: tuple[PriceComponent, ...]
    vat_bp: int
    vat_dong: int
    table_id: str
    status: Status
    flags: tuple[PriceFlag, ...]

    @property
    def net_dong(self) -> int:
        """Sum of the parts, without VAT."""
        return sum(part.amount_dong for part in self.components)

    @property
    def total_dong(self) -> int:
        """With VAT."""
        return self.net_dong + self.vat_dong


@dataclass(frozen=True, slots=True)
class Unpriced:
    """«Chưa có giá»: taken over on account and priced later, because no confirmed table is in force."""

    reason: str = "tariff.no_confirmed_table"


def components(table: TariffTable, request: PriceRequest) -> tuple[PriceComponent, ...]:
    """The parts by one table; parts that are zero are left out, the base never is.

    Raises:
        DeskError: ``tariff.no_rate``; ``item.weight_zero``.
    """
    if request.weight_g <= 0:
        raise DeskError("item.weight_zero", "weight", weight_g=request.weight_g)
    rates = table.rates(request.route.scope)
    further = rates.further_count(request.weight_g)
    parts = (
        PriceComponent(ComponentKind.BASE, rates.base_dong(request.weight_g)),
        PriceComponent(ComponentKind.FURTHER, further * rates.further_dong, further),
        PriceComponent(ComponentKind.URGENCY, table.urgency_rate(request.urgency).amount_dong),
        PriceComponent(ComponentKind.SECRECY, table.secrecy_dong(request.secrecy)),
    )
    return tuple(part for part in parts if part.amount_dong or part.kind is ComponentKind.BASE)


def check_caps(parts: Iterable[PriceComponent], caps: TariffTable, request: PriceRequest) -> None:
    """Refuse a price of which any part is above the legal maximum of that part.

    Raises:
        DeskError: ``tariff.above_cap`` with ``part``, ``amount_dong`` and ``cap_dong``.
    """
    allowed = {part.kind: part.amount_dong for part in components(caps, request)}
    for part in parts:
        cap_dong = allowed.get(part.kind, 0)
        if part.amount_dong > cap_dong:
            raise DeskError(
                "tariff.above_cap",
                "price",
                part=part.kind.value,
                amount_dong=part.amount_dong,
                cap_dong=cap_dong,
            )


def price(table: TariffTable, caps: TariffTable, vat: VatRule, request: PriceRequest) -> Price:
    """The price of an item by this table.

    Raises:
        DeskError: ``tariff.no_rate``, ``tariff.above_cap``, ``item.weight_zero``.
    """
    parts = components(table, request)
    check_caps(parts, caps, request)
    net_dong = sum(part.amount_dong for part in parts)
    reservations = {
        PriceFlag.SAMPLE_TABLE: table.is_sample,
        PriceFlag.DERIVED_REGION: request.route.derived,
        PriceFlag.SUMMED_SURCHARGE: table.urgency_rate(request.urgency).summed,
        PriceFlag.SAMPLE_VAT: vat.status is Status.SAMPLE,
    }
    return Price(
        components=parts,
        vat_bp=vat.rate_bp,
        vat_dong=basis_points_of(net_dong, vat.rate_bp, vat.rounding),
        table_id=table.table_id,
        status=table.status,
        flags=tuple(flag for flag, applies in reservations.items() if applies),
    )


def choose_table(tables: Iterable[TariffTable], on: date, *, trial: bool) -> TariffTable | None:
    """The table that prices on this day: the confirmed one; in trial mode a sample one where none is confirmed."""
    candidates = in_force(tables, on)
    confirmed = next((table for table in candidates if not table.is_sample), None)
    if confirmed is not None or not trial:
        return confirmed
    return next(iter(candidates), None)
