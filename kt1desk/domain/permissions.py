"""Who may do what: one table, read by every service before anything else.

The table is the specification; services hand in the actor and the act. Acts on A, B and C items also need a KT1
clearance that has not run out (vetting, commitment and training of the person). No clock here: the day is handed in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.errors import DeskError


class Role(StrEnum):
    """What a user is at this desk; a user may be several."""

    CLERK = "clerk"
    CONTROLLER = "controller"
    HEAD = "head"
    BUREAU = "bureau"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"
    TECHNICIAN = "technician"


class Act(StrEnum):
    """What a service does for someone."""

    OPEN_SHIFT = "open_shift"
    CLOSE_SHIFT = "close_shift"
    ACCEPT_ITEM = "accept_item"
    ACCEPT_SECRET_ITEM = "accept_secret_item"  # noqa: S105 - an act, no password
    ACCEPT_DOSSIER = "accept_dossier"
    REVERSE_ACCEPTANCE = "reverse_acceptance"
    IMPORT_REFERENCE = "import_reference"
    SEE_ITEMS = "see_items"
    SEE_DOSSIERS = "see_dossiers"
    SEE_SECRET_PARTIES = "see_secret_parties"  # noqa: S105 - an act, no password
    REPRINT_PAPER = "reprint_paper"
    VOID_NUMBER = "void_number"
    MANAGE_USERS = "manage_users"
    CONFIGURE_DEVICES = "configure_devices"
    READ_JOURNAL = "read_journal"
    VERIFY = "verify"


_C, _K, _H, _B = Role.CLERK, Role.CONTROLLER, Role.HEAD, Role.BUREAU
_I, _A, _T = Role.INSPECTOR, Role.ADMINISTRATOR, Role.TECHNICIAN

ALLOWED: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.OPEN_SHIFT: frozenset({_C, _H}),
        Act.CLOSE_SHIFT: frozenset({_C, _H}),
        Act.ACCEPT_ITEM: frozenset({_C, _H}),
        Act.ACCEPT_SECRET_ITEM: frozenset({_C, _H}),
        Act.ACCEPT_DOSSIER: frozenset({_C, _H}),
        Act.REVERSE_ACCEPTANCE: frozenset({_C, _K, _H}),
        Act.IMPORT_REFERENCE: frozenset({_H, _A}),
        Act.SEE_DOSSIERS: frozenset({_C, _K, _H, _B, _I}),
        Act.SEE_ITEMS: frozenset({_C, _K, _H, _B, _I}),
        Act.SEE_SECRET_PARTIES: frozenset({_C, _K, _H, _B, _I}),
        Act.REPRINT_PAPER: frozenset({_C, _K, _H}),
        Act.VOID_NUMBER: frozenset({_C, _K, _H}),
        Act.MANAGE_USERS: frozenset({_H, _A}),
        Act.CONFIGURE_DEVICES: frozenset({_C, _H, _A, _T}),
        Act.READ_JOURNAL: frozenset({_K, _H, _B, _I}),
        Act.VERIFY: frozenset(Role),
    }
)
"""Which roles may do an act. A clerk may set up printers: most points have one person and no technician near."""

NEEDS_CLEARANCE: frozenset[Act] = frozenset({Act.ACCEPT_SECRET_ITEM, Act.SEE_SECRET_PARTIES})
"""Acts that need a KT1 clearance beside the role."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks for something.

    Attributes:
        user_id: id of the user, never a name.
        roles: what the user is at this desk.
        clearance_until: last day of the KT1 clearance, or None without one.
    """

    user_id: str
    roles: frozenset[Role]
    clearance_until: date | None = None

    def is_cleared(self, on: date) -> bool:
        """Whether the KT1 clearance holds on this day."""
        return self.clearance_until is not None and on <= self.clearance_until


def may(roles: Iterable[Role], act: Act) -> bool:
    """Whether one of the roles allows the act; clearance is not looked at."""
    return not ALLOWED[act].isdisjoint(roles)


def permits(actor: Actor, act: Act, on: date) -> bool:
    """Whether the actor may do the act on this day, clearance included; for showing or masking, not for refusing."""
    return may(actor.roles, act) and (act not in NEEDS_CLEARANCE or actor.is_cleared(on))


def require(actor: Actor, act: Act, on: date) -> None:
    """Refuse what the actor may not do.

    Args:
        actor: who asks.
        act: for what.
        on: business date.

    Raises:
        DeskError: ``user.not_allowed`` with ``act``; ``user.clearance_missing``; ``user.clearance_expired`` with
            ``until`` as day/month/year.
    """
    if not may(actor.roles, act):
        raise DeskError("user.not_allowed", "user", act=act.value)
    if act not in NEEDS_CLEARANCE or actor.is_cleared(on):
        return
    if actor.clearance_until is None:
        raise DeskError("user.clearance_missing", "user")
    raise DeskError("user.clearance_expired", "user", until=f"{actor.clearance_until:%d/%m/%Y}")
