"""What a KT1 item is: its urgency, its secrecy letter, its way, and the rules an acceptance must keep.

Classes follow TT 15/2022/TT-BTTTT, Điều 3, and the sixteen products of the post (KT1001 to KT1016). Secrecy is known
here and shown anywhere only as a letter. This module must not know what is inside a cover, nor who stands behind a
party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError


class Urgency(StrEnum):
    """The KT1 service bought. "Hỏa tốc Hẹn giờ" is a product of the post, not a class of the law."""

    NONE = "none"
    EXPRESS = "express"
    TIMED = "timed"
    TIMED_EXPRESS = "timed_express"

    @property
    def is_timed(self) -> bool:
        """Whether a time of delivery is agreed with the sender."""
        return self in {Urgency.TIMED, Urgency.TIMED_EXPRESS}

    @property
    def is_express(self) -> bool:
        """Whether the item goes before all others."""
        return self in {Urgency.EXPRESS, Urgency.TIMED_EXPRESS}


class Secrecy(StrEnum):
    """The letter stamped outside (NĐ 26/2020/NĐ-CP, Điều 4); the words behind it appear nowhere."""

    NONE = "none"
    A = "A"
    B = "B"
    C = "C"

    @property
    def letter(self) -> str:
        """``A``, ``B``, ``C`` or an empty text."""
        return "" if self is Secrecy.NONE else self.value

    @property
    def is_marked(self) -> bool:
        """Whether the cover bears a letter, so that its parties are masked and clearance is needed."""
        return self is not Secrecy.NONE


class Scope(StrEnum):
    """How far the item goes, as the tariff sees it: nội tỉnh, nội vùng, liên tỉnh."""

    INTRA = "intra"
    REGIONAL = "regional"
    INTER = "inter"


class Payment(StrEnum):
    """How the charge is settled."""

    ACCOUNT = "account"
    CASH = "cash"


class Place(StrEnum):
    """Where the item is taken over."""

    COUNTER = "counter"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Dated):
    """One of the KT1 products of the post.

    Attributes:
        code: for example ``KT1010``.
        name: as printed, letters only: ``KT1 Hỏa tốc – C``.
    """

    code: str
    name: str
    urgency: Urgency
    secrecy: Secrecy


@dataclass(frozen=True, slots=True)
class RouteScope:
    """The scope of a way and whether it rests on a region nobody has confirmed."""

    scope: Scope
    derived: bool


@dataclass(frozen=True, slots=True)
class Locality:
    """What the scope of a way depends on.

    Attributes:
        province: code of the province, text with leading zero.
        region: tariff region, or "" when no source gives one.
        region_confirmed: False while the region is only derived from geography.
    """

    province: str
    region: str
    region_confirmed: bool


def usual_payment(before: Payment | None, *, has_contract: bool) -> Payment:
    """How a sender is taken to pay until somebody says otherwise: as ``before``, else on account with a contract, in cash without one."""
    return before or (Payment.ACCOUNT if has_contract else Payment.CASH)


def resolve_product(products: Iterable[Product], urgency: Urgency, secrecy: Secrecy) -> Product:
    """The product that urgency and secrecy make together.

    Args:
        products: the rows in force on the day of acceptance.
        urgency: service bought.
        secrecy: letter on the cover.

    Raises:
        DeskError: ``item.product_unknown`` when no row in force offers the combination.
    """
    for product in products:
        if product.urgency is urgency and product.secrecy is secrecy:
            return product
    raise DeskError("item.product_unknown", "urgency", urgency=urgency.value, secrecy=secrecy.value)


def check_weight(weight_g: int, maximum_g: int) -> None:
    """Refuse what cannot be a weight or is more than the service takes.

    Raises:
        DeskError: ``item.weight_zero``; ``item.weight_above_maximum`` with ``weight_g`` and ``maximum_g``.
    """
    if weight_g <= 0:
        raise DeskError("item.weight_zero", "weight", weight_g=weight_g)
    if weight_g > maximum_g:
        raise DeskError("item.weight_above_maximum", "weight", weight_g=weight_g, maximum_g=maximum_g)


def check_pieces(pieces: int, maximum: int) -> None:
    """Refuse fewer than one piece or more than one number may cover.

    Raises:
        DeskError: ``item.pieces_range`` with ``pieces`` and ``maximum``.
    """
    if not 1 <= pieces <= maximum:
        raise DeskError("item.pieces_range", "pieces", pieces=pieces, maximum=maximum)


def check_agreed_time(urgency: Urgency, agreed_ms: int | None, now_ms: int) -> None:
    """Hẹn giờ needs a time that is still to come; no other service has one.

    Args:
        urgency: service bought.
        agreed_ms: agreed time of delivery, UTC milliseconds, or None.
        now_ms: moment of acceptance, UTC milliseconds.

    Raises:
        DeskError: ``item.agreed_time_missing``, ``item.agreed_time_past``, ``item.agreed_time_unexpected``.
    """
    if not urgency.is_timed:
        if agreed_ms is not None:
            raise DeskError("item.agreed_time_unexpected", "agreed_time")
        return
    if agreed_ms is None:
        raise DeskError("item.agreed_time_missing", "agreed_time")
    if agreed_ms <= now_ms:
        raise DeskError("item.agreed_time_past", "agreed_time")


def route_scope(sender: Locality, receiver: Locality) -> RouteScope:
    """The scope of the way between two places.

    Within one province it is certain. Between provinces it is nội vùng where both lie in the same known region, else
    liên tỉnh; it is marked derived as long as one of the regions is not confirmed.
    """
    if sender.province == receiver.province:
        return RouteScope(Scope.INTRA, derived=False)
    known = sender.region != "" and receiver.region != ""
    scope = Scope.REGIONAL if known and sender.region == receiver.region else Scope.INTER
    certain = known and sender.region_confirmed and receiver.region_confirmed
    return RouteScope(scope, derived=not certain)
