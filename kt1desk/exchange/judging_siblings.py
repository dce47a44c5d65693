"""Whether what another desk of this point says can be read, for the types that only desks of one point show each other.

A part is held against what a part of its name may be. What goes to other points too is held against their rules (`judging_cases`), also
where it comes from the desk beside. This module must not know keys, nor what is in the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    HandoverMade,
    ItemAccepted,
    ItemHanded,
    read_item_accepted,
)
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF
from kt1desk.domain.identifiers import LocalKind, point_of_local
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.mail import MAIL_TYPES, siblings
from kt1desk.exchange.judging_cases import check_parts
from kt1desk.exchange.shapes import (
    CODE,
    COUNT,
    DONG,
    MOMENT,
    MOST_G,
    POINT,
    SIGN,
    Check,
    are,
    is_day,
    is_dossier,
    is_item,
    is_local,
    is_text,
    up_to,
)
from kt1desk.services.confirming import is_user_id

_LOCAL: Mapping[str, LocalKind] = MappingProxyType(
    {
        "round": LocalKind.ROUND,
        "incident": LocalKind.INCIDENT,
        "handover": LocalKind.HANDOVER,
        "takeover": LocalKind.TAKEOVER,
        "remittance": LocalKind.REMITTANCE,
        "complaint": LocalKind.COMPLAINT,
        "visit": LocalKind.VISIT,
    }
)


def _is_user(value: Json) -> bool:
    return isinstance(value, str) and is_user_id(value)


def _is_party(value: Json) -> bool:
    return isinstance(value, dict) and all(is_text(each) for each in value.values())


_PARTS: Mapping[str, Check] = MappingProxyType(
    {
        **{name: is_local(kind) for name, kind in _LOCAL.items()},
        **dict.fromkeys(("point", "to"), POINT),
        **dict.fromkeys(("item", "replaced_by", "replaces"), is_item),
        **dict.fromkeys(("manner", "reason", "remedy", "way", "code", "outcome", "rule", "who", "pay"), CODE),
        **dict.fromkeys(("question", "seal", "authority", "reference", "receipt", "register", "entry"), SIGN),
        **dict.fromkeys(("shift", "place", "product", "scope", "line", "commune", "procedure"), SIGN),
        **dict.fromkeys(("n", "documents", "differences", "expected", "taken", "pieces"), COUNT),
        **dict.fromkeys(("fees_dong", "total_dong", "compensation_dong"), DONG),
        **dict.fromkeys(("told_ms", "answered_ms", "from_ms", "until_ms", "agreed", "deadline"), MOMENT),
        **dict.fromkeys(("weight_g", "weight"), up_to(MOST_G)),
        **dict.fromkeys(("received_day", "due_day"), is_day),
        **dict.fromkeys(("missing", "surplus"), are(SIGN)),
        "dossier": is_dossier,
        "postman": _is_user,
        "items": are(is_item, COUNT),
        "cases": are(is_dossier, DONG),
        "checks": are(CODE),
        "values": are(SIGN, is_text),
    }
)
_BY_TYPE: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {
        ItemAccepted.TYPE: {"from": _is_party, "to": _is_party},
        ItemHanded.TYPE: {"to": _is_user},
        HandoverMade.TYPE: {"items": are(is_item)},
    }
)
"""Where a part of a type is something else than what its name says with the others."""


def check_sibling(event: Event) -> None:
    """Every part of an event that only desks of one point show each other; nothing for the others.

    Raises:
        DeskError: of any code.
        KeyError, TypeError, ValueError: likewise.
    """
    kind, body = event.envelope.type, event.body()
    if kind in MAIL_TYPES or not siblings(kind):
        return
    check_parts(body, {**_PARTS, **_BY_TYPE.get(KT1_TYPE_OF.get(kind, kind), {})})
    if kind == ItemAccepted.TYPE:
        _check_acceptance(event)


def points_of_sibling(event: Event) -> frozenset[str]:
    """The points that gave the numbers which only the writer's point gives."""
    kind, body = event.envelope.type, event.body()
    if kind in MAIL_TYPES or not siblings(kind):
        return frozenset()
    # a thing may be brought back, or its record closed, by the number of another desk, never by that of another point
    return frozenset(point_of_local(str(body[name])) for name in _LOCAL if body.get(name))


def _check_acceptance(event: Event) -> None:
    """A letter is a letter, and nobody stands in the body of an item that has one (its parties stand beside it)."""
    body, fact = event.body(), read_item_accepted(event)
    Urgency(fact.urgency)
    if Secrecy(fact.secrecy).is_marked and ("from" in body or "to" in body):
        raise ValueError
    if fact.weight_g < 0 or body["named"] not in {0, 1}:
        raise ValueError
    charge = cast(Mapping[str, Json], body.get("charge", {}))
    if charge and not (DONG(charge["total"]) and DONG(charge["vat"]) and are(CODE, DONG)(charge["parts"])):
        raise DeskError("event.body", type=event.envelope.type)
