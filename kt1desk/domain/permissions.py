"""Who may do what: one table, read by every service before anything else.

The table is the specification; services hand in the actor and the act. Every act that touches a KT1 item or shows anything of one, plain
items as well, also needs a KT1 clearance that has not run out (vetting, commitment and training of the person: TT 15/2022). Work on
dossiers of administrative procedures needs none. No clock here: the day is handed in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kt1desk.domain.acts import Act, Role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service

__all__ = [
    "ALLOWED",
    "DOSSIER_ACT",
    "NEEDS_CLEARANCE",
    "Act",
    "Actor",
    "Role",
    "act_for",
    "may",
    "permits",
    "require",
    "service_of_act",
]

_C, _K, _H, _B, _P = Role.CLERK, Role.CONTROLLER, Role.HEAD, Role.BUREAU, Role.POSTMAN
_I, _A, _T = Role.INSPECTOR, Role.ADMINISTRATOR, Role.TECHNICIAN

_OPEN: Mapping[Act, frozenset[Role]] = {
    Act.OPEN_SHIFT: frozenset({_C, _H}),
    Act.CLOSE_SHIFT: frozenset({_C, _H}),
    Act.ACCEPT_DOSSIER: frozenset({_C, _H}),
    Act.REVERSE_DOSSIER: frozenset({_C, _K, _H}),
    Act.SEE_DOSSIERS: frozenset({_C, _K, _H, _B, _I}),
    Act.REPRINT_DOSSIER_PAPER: frozenset({_C, _K, _H}),
    Act.VOID_DOSSIER_NUMBER: frozenset({_C, _K, _H}),
    Act.SEE_DOSSIER_CUSTODY: frozenset({_C, _K, _H, _B, _I}),
    Act.STORE_DOSSIER: frozenset({_C, _K, _H}),
    Act.HAND_ON_DOSSIER: frozenset({_C, _K, _H, _P}),
    Act.PACK_DOSSIERS: frozenset({_C, _K, _H}),
    Act.SEND_DOSSIERS: frozenset({_C, _K, _H}),
    Act.RECEIVE_DOSSIERS: frozenset({_C, _K, _H}),
    Act.RELAY_DOSSIERS: frozenset({_C, _K, _H}),
    Act.START_DOSSIER_ROUND: frozenset({_C, _K, _H}),
    Act.DELIVER_RESULT: frozenset({_C, _K, _H, _P}),
    Act.FORWARD_RESULT: frozenset({_C, _K, _H}),
    Act.RETURN_RESULT: frozenset({_C, _K, _H}),
    Act.APPROVE_RESULT_RETURN: frozenset({_K, _H, _B}),
    Act.OPEN_DOSSIER_INCIDENT: frozenset({_C, _K, _H, _B}),
    Act.CLOSE_DOSSIER_INCIDENT: frozenset({_K, _H, _B}),
    Act.SEE_DOSSIER_INCIDENTS: frozenset({_C, _K, _H, _B, _I}),
    Act.EXCHANGE_DOSSIER_MAIL: frozenset({_C, _K, _H}),
    Act.HAND_TO_AUTHORITY: frozenset({_C, _K, _H}),
    Act.RECORD_DECISION: frozenset({_C, _K, _H}),
    Act.TELL_APPLICANT: frozenset({_C, _K, _H}),
    Act.SUPPLEMENT_DOSSIER: frozenset({_C, _H}),
    Act.TAKE_RESULTS: frozenset({_C, _K, _H}),
    Act.REMIT_FEES: frozenset({_C, _K, _H}),
    Act.CORRECT_FEE: frozenset({_C, _K, _H}),
    Act.KEEP_COMPLAINTS: frozenset({_C, _K, _H, _B}),
    Act.PLAN_VISITS: frozenset({_C, _K, _H}),
    Act.SEE_IDENTITY: frozenset({_C, _K, _H}),
    Act.ERASE_PERSONS: frozenset({_H, _A}),
    Act.IMPORT_REFERENCE: frozenset({_H, _A}),
    Act.MANAGE_USERS: frozenset({_H, _A}),
    Act.RESTORE_DESK: frozenset({_H, _A}),
    Act.CONFIGURE_DEVICES: frozenset({_C, _H, _A, _T}),
    Act.ALLOW_LINE: frozenset({_A}),
    Act.KEEP_LINE: frozenset({_A}),
    Act.SEE_LINE: frozenset({_C, _K, _H, _B, _I, _A}),
    Act.CHANGE_OWN_PASSWORD: frozenset(Role),
    Act.SEE_AUDIT: frozenset({_K, _H, _I, _A}),
    Act.EXPORT_AUDIT: frozenset({_H, _I, _A}),
    Act.KEEP_BACKUPS: frozenset({_C, _K, _H, _A, _T}),
    Act.SERVE_COUNTER: frozenset({_C, _H}),
    Act.ADJUST_CASH: frozenset({_K, _H}),
    Act.TAKE_OVER_SHIFT: frozenset({_C, _K, _H}),
    Act.SEE_REPORTS: frozenset({_C, _K, _H, _B, _I}),
    Act.ISSUE_REPORT: frozenset({_H, _B}),
    Act.KEEP_BOOKS: frozenset({_H, _B}),
    Act.SEE_BOOKS: frozenset({_C, _K, _H, _B, _I}),
    Act.FEED_OTHER_SYSTEMS: frozenset({_C, _K, _H}),
    Act.READ_JOURNAL: frozenset({_K, _H, _B, _I}),
    Act.VERIFY: frozenset(Role),
}
"""Acts that show nothing of a KT1 item. A clerk may set up printers and keep backups, which he cannot read: most points have one person and
no technician near."""

_CLEARED: Mapping[Act, frozenset[Role]] = {
    Act.ACCEPT_ITEM: frozenset({_C, _H}),
    Act.ACCEPT_SECRET_ITEM: frozenset({_C, _H}),
    Act.REVERSE_ITEM: frozenset({_C, _K, _H}),
    Act.SEE_ITEMS: frozenset({_C, _K, _H, _B, _I}),
    Act.SEE_SECRET_PARTIES: frozenset({_C, _K, _H, _B, _I}),
    Act.REPRINT_ITEM_PAPER: frozenset({_C, _K, _H}),
    Act.VOID_ITEM_NUMBER: frozenset({_C, _K, _H}),
    Act.APPROVE_ITEM: frozenset({_K, _H, _B}),
    Act.APPROVE_DISPATCH: frozenset({_K, _H, _B}),
    Act.GRANT_REMOTE_APPROVAL: frozenset({_K, _H, _B}),
    Act.STORE_ITEM: frozenset({_C, _K, _H}),
    Act.HAND_OVER_ITEM: frozenset({_C, _K, _H, _P}),
    Act.PACK_RECEPTACLE: frozenset({_C, _K, _H}),
    Act.SEND_DISPATCH: frozenset({_C, _K, _H}),
    Act.RECEIVE_DISPATCH: frozenset({_C, _K, _H}),
    Act.RELAY_RECEPTACLE: frozenset({_C, _K, _H}),
    Act.START_ROUND: frozenset({_C, _K, _H}),
    Act.DELIVER_ITEM: frozenset({_C, _K, _H, _P}),
    Act.FORWARD_ITEM: frozenset({_C, _K, _H}),
    Act.RETURN_ITEM: frozenset({_C, _K, _H}),
    Act.OPEN_INCIDENT: frozenset({_C, _K, _H, _B}),
    Act.CLOSE_INCIDENT: frozenset({_K, _H, _B}),
    Act.SEE_CUSTODY: frozenset({_C, _K, _H, _B, _I}),
    Act.SEE_INCIDENTS: frozenset({_C, _K, _H, _B, _I}),
    Act.KEEP_REGISTERS: frozenset({_H, _B}),
    Act.SEE_REGISTERS: frozenset({_C, _K, _H, _B, _I}),
    Act.CERTIFY_CUSTODY: frozenset({_K, _H, _B}),
    Act.MAKE_STATEMENT: frozenset({_K, _H, _B}),
    Act.EXCHANGE_MAIL: frozenset({_C, _K, _H}),
    Act.SEE_KT1_REPORTS: frozenset({_C, _K, _H, _B, _I}),
    Act.ISSUE_KT1_REPORT: frozenset({_H, _B}),
    Act.FEED_KT1_SYSTEMS: frozenset({_C, _K, _H}),
}
"""Acts on KT1 items and on what is known of them: beside the role they need a clearance."""

ALLOWED: Mapping[Act, frozenset[Role]] = MappingProxyType({**_OPEN, **_CLEARED})
"""Which roles may do an act."""

NEEDS_CLEARANCE: frozenset[Act] = frozenset(_CLEARED)
"""Acts that need a KT1 clearance beside the role."""

DOSSIER_ACT: Mapping[Act, Act] = MappingProxyType(
    {
        Act.SEE_CUSTODY: Act.SEE_DOSSIER_CUSTODY,
        Act.STORE_ITEM: Act.STORE_DOSSIER,
        Act.HAND_OVER_ITEM: Act.HAND_ON_DOSSIER,
        Act.PACK_RECEPTACLE: Act.PACK_DOSSIERS,
        Act.SEND_DISPATCH: Act.SEND_DOSSIERS,
        Act.RECEIVE_DISPATCH: Act.RECEIVE_DOSSIERS,
        Act.RELAY_RECEPTACLE: Act.RELAY_DOSSIERS,
        Act.START_ROUND: Act.START_DOSSIER_ROUND,
        Act.DELIVER_ITEM: Act.DELIVER_RESULT,
        Act.FORWARD_ITEM: Act.FORWARD_RESULT,
        Act.RETURN_ITEM: Act.RETURN_RESULT,
        Act.APPROVE_ITEM: Act.APPROVE_RESULT_RETURN,
        Act.OPEN_INCIDENT: Act.OPEN_DOSSIER_INCIDENT,
        Act.CLOSE_INCIDENT: Act.CLOSE_DOSSIER_INCIDENT,
        Act.SEE_INCIDENTS: Act.SEE_DOSSIER_INCIDENTS,
        Act.EXCHANGE_MAIL: Act.EXCHANGE_DOSSIER_MAIL,
    }
)
"""The same acts on dossiers: other rights, no clearance."""
_OF_DOSSIERS = frozenset(DOSSIER_ACT.values())


def act_for(service: Service, act: Act) -> Act:
    """The act as it is asked for a service. Raises `KeyError` for one that a service does not have."""
    return act if service is Service.KT1 else DOSSIER_ACT[act]


def service_of_act(act: Act) -> Service:
    """Whose act it is: an act on dossiers, or one on KT1 items."""
    return Service.TTHC if act in _OF_DOSSIERS else Service.KT1


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
        DeskError: ``user.not_allowed``; ``user.clearance_missing``; ``user.clearance_expired`` with ``until`` as day/month/year. Each
            with ``user`` and ``act``: the audit tells of both.
    """
    if not may(actor.roles, act):
        raise DeskError("user.not_allowed", "user", user=actor.user_id, act=act.value)
    if act not in NEEDS_CLEARANCE or actor.is_cleared(on):
        return
    asked: dict[str, str] = {"user": actor.user_id, "act": act.value}
    if actor.clearance_until is None:
        raise DeskError("user.clearance_missing", "user", **asked)
    raise DeskError("user.clearance_expired", "user", until=f"{actor.clearance_until:%d/%m/%Y}", **asked)
