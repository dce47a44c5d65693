"""Rows of reference data: points, agencies, authorities, places, papers, settings, and the invented ones for trying out.

A row knows what holds of one thing from one day to another. This module must not know how rows are found (see
`kt1desk.domain.reference`) nor where they lie.
"""

from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.dated import Dated, Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Locality
from kt1desk.domain.permissions import Role


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
        cluster: the cluster of points (cụm) it belongs to, "" where no list says.
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
    cluster: str = ""


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
    """A public body of the province, as listed; not an approved list of KT1 users.

    Attributes:
        point: code of the point that hands dossiers to it and takes its results, where a list names one, else "".
    """

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
    point: str


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
class SampleEntry(Dated):
    """An entry that the registers of a desk for trying out begin with, so that storing and driving can be tried at once.

    Attributes:
        register: code of the register.
        entry: its key.
        values: code and text of each column that is not empty.
    """

    register: str
    entry: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleBlock(Dated):
    """The block of numbers of the device for trying out."""

    prefix: str
    first: int
    last: int


def check_point_accepts(point: Point) -> None:
    """Refuse to take over KT1 items where the point is not allowed to.

    Raises:
        DeskError: ``item.point_not_enabled`` with ``point``.
    """
    if not point.kt1_accept:
        raise DeskError("item.point_not_enabled", "point", point=point.name)
