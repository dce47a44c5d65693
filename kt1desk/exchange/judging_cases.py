"""Whether what another point says of a case can be read and is its own to say: numbers, days, codes and sums are what they must be.

A part is held against what a part of its name may be, whichever fact it stands in: where a code or a number must stand, nothing else does.
A point gives only numbers of its own, and speaks of cases that it accepted under the numbers it gave. Whether it may speak of one that this
point accepted is known only here (`kt1desk.exchange.told`). This module must not know keys, nor what is in the store.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.dossier import Direction, DossierPayment, Form, LocalNumber, Mode
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    DossierAccepted,
    DossierListed,
    DossierReversed,
    read_dossier_accepted,
    read_lines,
)
from kt1desk.domain.facts.authority import ApplicantTold, DossierSupplemented
from kt1desk.domain.facts.dispatches import ItemLine
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF
from kt1desk.domain.facts.dossier_money import FeeCorrected
from kt1desk.domain.facts.dossiers import MAX_PAPER_NAME, PAPERS_PER_EVENT
from kt1desk.domain.identifiers import LocalKind, point_of_local
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.mail import MAIL_TYPES
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.text import as_name, required
from kt1desk.exchange.shapes import (
    CODE,
    COUNT,
    DONG,
    MOMENT,
    MOST_G,
    POINT,
    SIGN,
    SIGN_SHAPE,
    Check,
    are,
    is_day,
    is_dossier,
    is_event,
    is_item,
    is_local,
    is_official,
    is_text,
    matches,
    up_to,
)
from kt1desk.services.case_rows import Way

OF_ITS_ORIGIN = frozenset(
    {
        DossierAccepted.TYPE,
        DossierListed.TYPE,
        DossierReversed.TYPE,
        DossierSupplemented.TYPE,
        ApplicantTold.TYPE,
        FeeCorrected.TYPE,
    }
)
"""What only the point tells that accepted the case."""

_MARKED = frozenset({"taker", "applicant", "proxy", "officer"})


def check_case(event: Event) -> None:
    """Every part of an event about a case.

    Raises:
        DeskError: of any code.
        KeyError, TypeError, ValueError: likewise.
    """
    kind = event.envelope.type
    if kind not in MAIL_TYPES or service_of(kind) is not Service.TTHC:
        return
    if kind in KT1_TYPE_OF:
        check_parts(event.body(), _OF_CUSTODY)
    elif kind == DossierAccepted.TYPE:
        _check_accepted(event)
    else:
        check_parts(event.body(), _OF_CASES)
    for row in event.particulars:
        if row.slot in _MARKED:
            as_name(required(row.fields()["name"], "name", 160), "name")
    if kind == DossierListed.TYPE:
        _check_list(event.body())


def check_cover_line(line: ItemLine) -> None:
    """A line of a dispatch of dossiers: no letter, no class, and nobody named in it.

    Raises:
        ValueError: for anything else.
    """
    Way(line.product)
    plain = (Secrecy(line.secrecy), Urgency(line.urgency)) == (Secrecy.NONE, Urgency.NONE)
    if not plain or line.named_person or line.sender is not None or line.receiver is not None:
        raise ValueError


def points_of_case(event: Event) -> frozenset[str]:
    """The points that gave the numbers which only the writer of an event gives."""
    body, kind = event.body(), event.envelope.type
    made = {point_of_local(str(body[part])) for part in ("handover", "takeover", "visit") if body.get(part)}
    if kind in OF_ITS_ORIGIN:
        made.add(LocalNumber.parse(str(body["dossier"])).point)
    return frozenset(made)


def check_parts(body: Mapping[str, Json], checks: Mapping[str, Check]) -> None:
    """Hold each part against what a part of its name may be.

    Raises:
        DeskError: of any code.
        KeyError, TypeError, ValueError: likewise.
    """
    for name, value in body.items():
        check = checks.get(name)
        if check is not None and not check(value):
            raise ValueError(name)


def _check_accepted(event: Event) -> None:
    """Beside its own parts those inside them: procedure, authority, legs, sums."""
    fact, body = read_dossier_accepted(event), event.body()
    check_parts(body, _OF_ACCEPTANCE)
    check_parts(cast(Mapping[str, Json], body["procedure"]), _OF_PROCEDURE)
    check_parts(cast(Mapping[str, Json], body["authority"]), _OF_AUTHORITY)
    check_parts(cast(Mapping[str, Json], body["sums"]), _OF_SUMS)
    form = Form(fact.form)
    if tuple(Direction(leg.direction) for leg in fact.legs) != form.directions:
        raise ValueError
    for leg in cast(Sequence[Mapping[str, Json]], body["legs"]):
        check_parts(leg, _OF_LEG)
    if len({leg.item for leg in fact.legs}) < len(fact.legs):
        raise ValueError
    Mode(fact.mode)
    DossierPayment(fact.payment)


def _check_list(body: Mapping[str, Json]) -> None:
    lines = read_lines(body)
    if not 0 < len(lines) <= PAPERS_PER_EVENT:
        raise ValueError
    for line in lines:
        if SIGN_SHAPE.fullmatch(line.key) is None or not COUNT(line.pieces):
            raise ValueError
        required(line.name, "name", MAX_PAPER_NAME)


_PLACES: Mapping[str, Check] = {"point": POINT, "to": POINT, "origin": POINT, "shift": SIGN}

_OF_CASES: Mapping[str, Check] = MappingProxyType(
    {
        **_PLACES,
        "dossier": is_dossier,
        "replaced_by": is_dossier,
        "item": is_item,
        "handover": is_local(LocalKind.HANDOVER),
        "takeover": is_local(LocalKind.TAKEOVER),
        "authority": SIGN,
        "official": is_official,
        "received_day": is_day,
        "official_day": is_day,
        "paper_day": is_day,
        "day": is_day,
        "due": is_day,
        "paper": SIGN,
        "receipt": SIGN,
        "seal": SIGN,
        "zone": SIGN,
        "tariff": SIGN,
        **dict.fromkeys(("outcome", "reason", "way", "kind", "payment"), CODE),
        **dict.fromkeys(("documents", "papers", "pieces", "first", "n"), COUNT),
        **dict.fromkeys(("fees_dong", "price_dong", "back_dong", "more_dong"), DONG),
        "weight_g": up_to(MOST_G),
        "event": is_event,
        "told_ms": MOMENT,
        "asked": are(SIGN),
        "differences": are(matches(re.compile(r"[0-9A-Za-z?_-]{1,40}")), CODE),
        "kinds": are(CODE, COUNT),
    }
)
_OF_ACCEPTANCE: Mapping[str, Check] = MappingProxyType(
    {
        **_PLACES,
        "dossier": is_dossier,
        "replaces": is_dossier,
        "official": is_official,
        "official_day": is_day,
        "promised": is_day,
        "visit": is_local(LocalKind.VISIT),
        **dict.fromkeys(("documents", "papers", "sets"), COUNT),
        **dict.fromkeys(("tariff", "seal", "receipt", "exemption", "line"), SIGN),
        **dict.fromkeys(("form", "pay", "place", "insisted", "mode"), CODE),
    }
)
_OF_PROCEDURE: Mapping[str, Check] = MappingProxyType({"code": SIGN, "version": SIGN, "name": is_text})
_OF_AUTHORITY: Mapping[str, Check] = MappingProxyType({"id": SIGN, "district": SIGN, "name": is_text})
_OF_SUMS: Mapping[str, Check] = MappingProxyType(dict.fromkeys(("collected", "pass_on", "postage"), DONG))
_OF_LEG: Mapping[str, Check] = MappingProxyType(
    {
        "item": is_item,
        "price": DONG,
        "reduced": DONG,
        "weight": up_to(MOST_G),
        "zone": SIGN,
        "way": CODE,
        "due": is_day,
    }
)
_OF_CUSTODY: Mapping[str, Check] = MappingProxyType(
    {
        **_PLACES,
        "from_point": POINT,
        "other_point": POINT,
        **dict.fromkeys(
            ("condition", "reason", "party", "identity_paper", "proxy", "excuse", "manner"), CODE
        ),
        **dict.fromkeys(("reference", "route", "vehicle"), SIGN),
        **dict.fromkeys(("withdrawn", "attempt", "expected", "arrived"), COUNT),
    }
)
