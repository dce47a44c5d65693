"""Which right each place of the window, each work of a place and each key of a work needs. Pages decide nothing.

Where several rights stand, one of them is enough: what the key does then depends on what is in front, and the service refuses by itself.
What is not named asks for nothing beyond its place: it reads, moves or leaves. `tests/access/test_screen.py` holds every entry against
what the services behind it ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.desktop.bars import key_path
from kt1desk.domain.permissions import DOSSIER_ACT, Act, act_for
from kt1desk.domain.service import Service

Acts = tuple[Act, ...]

PLACES: Mapping[str, Acts] = MappingProxyType(
    {
        "TODAY": (Act.SEE_DOSSIERS,),
        "ACCEPT": (Act.ACCEPT_ITEM,),
        "DOSSIER": (Act.ACCEPT_DOSSIER,),
        "RECORD": (Act.SEE_DOSSIERS,),
        "INCIDENTS": (Act.SEE_DOSSIER_INCIDENTS,),
        "REGISTERS": (Act.SEE_BOOKS, Act.SEE_REGISTERS),
        "REPORTS": (Act.SEE_REPORTS,),
        "LINE": (Act.SEE_LINE,),
        "LISTS": (Act.ACCEPT_DOSSIER, Act.ACCEPT_ITEM, Act.IMPORT_REFERENCE, Act.FEED_OTHER_SYSTEMS),
        "DISPATCH": (Act.SEE_DOSSIER_CUSTODY,),
        "DELIVERY": (Act.SEE_DOSSIER_CUSTODY,),
        "ONE_STOP": (Act.SEE_DOSSIERS,),
        "HOLDING": (Act.SEE_DOSSIER_CUSTODY,),
        "SHIFT": (Act.SEE_DOSSIERS,),
        "PRINTERS": (Act.SEE_DOSSIERS, Act.CONFIGURE_DEVICES),
        "DEVICES": (Act.CONFIGURE_DEVICES,),
        "ADMIN": (Act.CHANGE_OWN_PASSWORD,),
    }
)
"""By the name of the place. A place for items and dossiers alike stands with the right to dossiers: its services leave KT1 out, or it has
a side for each (`SIDES`)."""

_CUSTODY: Mapping[Service, Act] = MappingProxyType(
    {service: act_for(service, Act.SEE_CUSTODY) for service in Service}
)
SIDES: Mapping[str, Mapping[Service, Act]] = MappingProxyType(
    {
        "DISPATCH": _CUSTODY,
        "DELIVERY": _CUSTODY,
        "HOLDING": _CUSTODY,
        "INCIDENTS": MappingProxyType({service: act_for(service, Act.SEE_INCIDENTS) for service in Service}),
    }
)
"""Places with a side for each service, and the right that each side needs."""

HOMES: tuple[tuple[str, Act], ...] = (
    ("TODAY", Act.SEE_DOSSIERS),
    ("ADMIN", Act.MANAGE_USERS),
    ("PRINTERS", Act.CONFIGURE_DEVICES),
    ("ADMIN", Act.CHANGE_OWN_PASSWORD),
)
"""Where work begins after the log-in: the first that the user has the right to."""

WORKS: Mapping[str, Mapping[str, Acts]] = MappingProxyType(
    {
        "DELIVERY": {"start": (Act.START_ROUND,)},
        "HOLDING": {"put": (Act.STORE_ITEM,), "hand": (Act.HAND_OVER_ITEM,)},
        "ONE_STOP": {
            "hand": (Act.HAND_TO_AUTHORITY, Act.RECORD_DECISION),
            "take": (Act.TAKE_RESULTS,),
            "fees": (Act.REMIT_FEES, Act.CORRECT_FEE),
            "complaints": (Act.KEEP_COMPLAINTS,),
            "visits": (Act.PLAN_VISITS,),
        },
        "REGISTERS": {"statement": (Act.MAKE_STATEMENT,)},
        "LISTS": {
            "brought": (Act.ACCEPT_DOSSIER, Act.ACCEPT_ITEM, Act.IMPORT_REFERENCE),
            "systems": (Act.FEED_OTHER_SYSTEMS,),
        },
        "LISTS/brought": {
            "accept": (Act.ACCEPT_DOSSIER, Act.ACCEPT_ITEM),
            "procedures": (Act.IMPORT_REFERENCE,),
            "agencies": (Act.KEEP_REGISTERS,),
            "staff": (Act.MANAGE_USERS,),
        },
        "PRINTERS": {"papers": (Act.SEE_DOSSIERS,)},
        "ADMIN": {
            "Người dùng": (Act.MANAGE_USERS,),
            "Nhật ký an ninh": (Act.SEE_AUDIT,),
            "Sao lưu": (Act.KEEP_BACKUPS,),
            "Cập nhật chương trình": (Act.CONFIGURE_DEVICES,),
        },
    }
)
"""Works that ask for more than their place before they show anything. At a place with two sides the acts are those on items."""

KEYS: Mapping[str, Mapping[str, Acts]] = MappingProxyType(
    {
        "DISPATCH/approval": {
            "F9": (Act.PACK_RECEPTACLE,),
            "F8": (Act.PACK_RECEPTACLE,),
            "Ctrl+G": (Act.GRANT_REMOTE_APPROVAL,),
            "Enter": (Act.APPROVE_ITEM,),
        },
        "DISPATCH/pack": {"F9": (Act.PACK_RECEPTACLE,), "Ctrl+U": (Act.PACK_RECEPTACLE,)},
        "DISPATCH/send": {"F9": (Act.SEND_DISPATCH,), "Ctrl+U": (Act.SEND_DISPATCH,)},
        "DISPATCH/arrival": {"F9": (Act.RECEIVE_DISPATCH,), "Ctrl+B": (Act.OPEN_INCIDENT,)},
        "DISPATCH/exceptions": {"Enter": (Act.APPROVE_ITEM,)},
        "DELIVERY/start": {"F9": (Act.START_ROUND,)},
        "DELIVERY/result": {
            "F9": (Act.DELIVER_ITEM,),
            "F8": (Act.DELIVER_ITEM,),
            "Ctrl+B": (Act.DELIVER_ITEM,),
        },
        "DELIVERY/back": {"F9": (Act.START_ROUND,)},
        "DELIVERY/turn": {"F9": (Act.FORWARD_ITEM, Act.RETURN_ITEM)},
        "INCIDENTS": {
            "Ctrl+N": (Act.OPEN_INCIDENT,),
            "Ctrl+B": (Act.OPEN_INCIDENT,),
            "Ctrl+E": (Act.OPEN_INCIDENT,),
            "Ctrl+P": (Act.OPEN_INCIDENT,),
            "F8": (Act.CLOSE_INCIDENT, Act.OPEN_INCIDENT),
            "F9": (Act.OPEN_INCIDENT, Act.CLOSE_INCIDENT),
        },
        "RECORD": {
            "F8": (Act.REVERSE_DOSSIER, Act.REVERSE_ITEM),
            "Ctrl+E": (Act.ACCEPT_DOSSIER, Act.ACCEPT_ITEM),
            "Ctrl+P": (Act.REPRINT_DOSSIER_PAPER, Act.REPRINT_ITEM_PAPER),
            "Ctrl+G": (Act.CERTIFY_CUSTODY,),
            "Ctrl+N": (Act.OPEN_DOSSIER_INCIDENT, Act.OPEN_INCIDENT),
            "Ctrl+H": (Act.VOID_DOSSIER_NUMBER, Act.VOID_ITEM_NUMBER),
            "Ctrl+O": (Act.SEE_IDENTITY,),
            "Ctrl+Y": (Act.TELL_APPLICANT,),
            "Ctrl+U": (Act.SUPPLEMENT_DOSSIER, Act.RECORD_DECISION),
            "Ctrl+L": (Act.TELL_APPLICANT,),
        },
        "ONE_STOP/hand/first": {
            "F9": (Act.HAND_TO_AUTHORITY,),
            "F8": (Act.HAND_TO_AUTHORITY,),
            "Ctrl+E": (Act.HAND_TO_AUTHORITY,),
            "Ctrl+Delete": (Act.HAND_TO_AUTHORITY,),
        },
        "ONE_STOP/hand/second": {"F9": (Act.RECORD_DECISION,)},
        "ONE_STOP/take": {
            "F9": (Act.TAKE_RESULTS,),
            "F8": (Act.TAKE_RESULTS,),
            "Ctrl+Delete": (Act.TAKE_RESULTS,),
        },
        "ONE_STOP/pickup": {"F9": (Act.DELIVER_RESULT,), "F8": (Act.DELIVER_RESULT,)},
        "ONE_STOP/tasks": {
            "F9": (Act.TELL_APPLICANT, Act.RECORD_DECISION, Act.SUPPLEMENT_DOSSIER),
            "F8": (Act.SUPPLEMENT_DOSSIER,),
        },
        "ONE_STOP/fees": {
            "F9": (Act.REMIT_FEES, Act.CORRECT_FEE),
            "F8": (Act.CORRECT_FEE,),
            "Ctrl+B": (Act.CORRECT_FEE,),
        },
        "ONE_STOP/complaints": {"F9": (Act.KEEP_COMPLAINTS,), "F8": (Act.KEEP_COMPLAINTS,)},
        "ONE_STOP/visits": {"F9": (Act.PLAN_VISITS,), "F8": (Act.PLAN_VISITS,)},
        "REGISTERS/book": dict.fromkeys(("Ctrl+N", "F9"), (Act.KEEP_REGISTERS, Act.KEEP_BOOKS)),
        "REPORTS/make": {"F9": (Act.ISSUE_REPORT,)},
        "REGISTERS/statement": {"Ctrl+P": (Act.MAKE_STATEMENT,)},
        "LINE": {
            "Ctrl+O": (Act.ALLOW_LINE,),
            "Ctrl+N": (Act.KEEP_LINE,),
            "Ctrl+G": (Act.CONFIGURE_DEVICES,),
            "Ctrl+Delete": (Act.KEEP_LINE,),
        },
        "SHIFT/till": dict.fromkeys(("F9", "F8"), (Act.OPEN_SHIFT, Act.CLOSE_SHIFT)),
        "SHIFT/book": {
            "F9": (Act.SERVE_COUNTER, Act.ADJUST_CASH),
            "F8": (Act.SERVE_COUNTER,),
            "Ctrl+U": (Act.SERVE_COUNTER,),
            "Ctrl+E": (Act.ADJUST_CASH,),
        },
        "PRINTERS": {
            "Ctrl+1": (Act.CONFIGURE_DEVICES,),
            "Ctrl+2": (Act.CONFIGURE_DEVICES,),
            "Ctrl+3": (Act.CONFIGURE_DEVICES,),
            "Ctrl+H": (Act.CONFIGURE_DEVICES,),
            "Ctrl+M": (Act.CONFIGURE_DEVICES,),
            "Ctrl+Delete": (Act.CONFIGURE_DEVICES,),
            "Ctrl+P": (Act.CONFIGURE_DEVICES, Act.REPRINT_DOSSIER_PAPER, Act.REPRINT_ITEM_PAPER),
            "F8": (Act.REPRINT_DOSSIER_PAPER, Act.REPRINT_ITEM_PAPER),
            "F9": (Act.CONFIGURE_DEVICES, Act.REPRINT_DOSSIER_PAPER, Act.REPRINT_ITEM_PAPER),
        },
        "ADMIN/Người dùng": {
            "Ctrl+N": (Act.MANAGE_USERS,),
            "Ctrl+E": (Act.MANAGE_USERS,),
            "Ctrl+M": (Act.MANAGE_USERS,),
            "Ctrl+Delete": (Act.MANAGE_USERS,),
        },
        "ADMIN/Nhật ký an ninh": {"F9": (Act.EXPORT_AUDIT,)},
        "ADMIN/Sao lưu": {
            "F9": (Act.KEEP_BACKUPS,),
            "F8": (Act.KEEP_BACKUPS,),
            "Ctrl+E": (Act.CONFIGURE_DEVICES,),
        },
    }
)
"""By the path of the work. At a place with two sides the acts are those on items."""

_ONE_SIDED: Mapping[str, Service] = MappingProxyType(
    {"DISPATCH/approval": Service.KT1, "DISPATCH/exceptions": Service.TTHC}
)


def rights() -> Mapping[str, Acts]:
    """Every path with its rights, once for each side of a place that has two."""
    found: dict[str, Acts] = dict(PLACES)
    works = {f"{place}/{work}": acts for place, works in WORKS.items() for work, acts in works.items()}
    keys = {key_path(work, key): acts for work, rows in KEYS.items() for key, acts in rows.items()}
    for path, acts in {**works, **keys}.items():
        place, _, rest = path.partition("/")
        if place not in SIDES:
            found[path] = acts
            continue
        for service in _services(path):
            found[f"{place}/{service.value}/{rest}"] = tuple(_on(service, act) for act in acts)
    return found


def _services(path: str) -> tuple[Service, ...]:
    one = next((side for work, side in _ONE_SIDED.items() if path.startswith(f"{work}/")), None)
    return tuple(Service) if one is None else (one,)


def _on(service: Service, act: Act) -> Act:
    """An act on items as it is asked for at a side; a right that only items have stays what it is."""
    return act_for(service, act) if service is Service.KT1 or act in DOSSIER_ACT else act
