"""Rows for the tests of the rules: small invented tables whose figures can be added up in the head."""

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.bcci import BcciTable, Exemption, LegRates, Zone
from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction
from kt1desk.domain.kt1 import RouteScope, Scope, Secrecy, Urgency
from kt1desk.domain.money import Rounding
from kt1desk.domain.tariff import (
    PriceRequest,
    ScopeRates,
    SecrecyRate,
    TariffTable,
    UrgencyRate,
    VatRule,
    WeightStep,
)

DAY = date(2026, 11, 22)
SINCE = date(2026, 1, 1)
BCCI_STEPS = (WeightStep(100, 10_000), WeightStep(250, 10_000), WeightStep(500, 12_000))


@dataclass(frozen=True)
class Life:
    """When a row holds and how far it may be trusted."""

    valid_from: date = SINCE
    valid_to: date | None = None
    status: Status = Status.CONFIRMED


def table(table_id: str = "T", extra_dong: int = 0, life: Life = Life()) -> TariffTable:
    """A table with round figures; ``extra_dong`` lifts every figure."""
    return TariffTable(
        valid_from=life.valid_from,
        valid_to=life.valid_to,
        source="test",
        status=life.status,
        table_id=table_id,
        title="Bảng thử",
        scopes=(
            ScopeRates(
                Scope.INTRA,
                (WeightStep(50, 10_000 + extra_dong), WeightStep(250, 20_000 + extra_dong)),
                250,
                1_000 + extra_dong,
            ),
            ScopeRates(Scope.INTER, (WeightStep(250, 30_000 + extra_dong),), 250, 5_000 + extra_dong),
        ),
        urgencies=(
            UrgencyRate(Urgency.EXPRESS, 40_000 + extra_dong, summed=False),
            UrgencyRate(Urgency.TIMED_EXPRESS, 60_000 + extra_dong, summed=True),
        ),
        secrecies=(SecrecyRate(Secrecy.A, 50_000 + extra_dong), SecrecyRate(Secrecy.C, 30_000 + extra_dong)),
    )


def vat(rate_bp: int = 1_000, status: Status = Status.CONFIRMED) -> VatRule:
    """VAT of the tests."""
    return VatRule(rate_bp, Rounding.HALF_UP, status)


def request(
    weight_g: int = 50,
    urgency: Urgency = Urgency.NONE,
    secrecy: Secrecy = Secrecy.NONE,
    scope: Scope = Scope.INTRA,
    *,
    derived: bool = False,
) -> PriceRequest:
    """What a price depends on."""
    return PriceRequest(RouteScope(scope, derived), weight_g, urgency, secrecy)


def bcci_table(table_id: str = "T", life: Life = Life(), *, maximum: bool = False) -> BcciTable:
    """Sending within one former district and nothing else."""
    return BcciTable(
        valid_from=life.valid_from,
        valid_to=life.valid_to,
        source="test",
        status=life.status,
        table_id=table_id,
        title="Bảng thử",
        maximum=maximum,
        rates=(LegRates(Direction.SEND, Zone.NOI_HUYEN, BCCI_STEPS, 500, 3_000),),
    )


def exemption(percent: int) -> Exemption:
    """A reduction of so many percent."""
    return Exemption(
        valid_from=SINCE,
        valid_to=None,
        source="test",
        status=Status.CONFIRMED,
        exemption_id="E",
        percent=percent,
        who="Đối tượng thử",
        uncertain=False,
        joint_with="",
        needs_proof=True,
        note="",
    )
