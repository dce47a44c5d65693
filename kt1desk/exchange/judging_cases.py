"""Whether what another point says of a case can be read and is its own to say: numbers, days, codes and sums are what they must be.

A part is held against what a part of its name may be, whichever fact it stands in: where a code or a number must stand, nothing else does.
A point gives only numbers of its own, and speaks of cases that it accepted under the numbers it gave. Whether it may speak of one that this
point accepted is known only here (`kt1desk.exchange.told`). This module must not know keys, nor what is in the store.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.dossier import Direction, DossierPayment, Form, LocalNumber, Mode
from kt1desk.domain.events import Event, EventId
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
from kt1desk.domain.identifiers import LocalKind, is_item_number, point_of_local, read_local_number
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.mail import MAIL_TYPES
from kt1desk.domain.official_code import official_code
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.text import as_name, clean, required
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

_MOST_DONG = 1_000_000_000
_MOST_G = 100_000
_LATEST_MS = 4_102_444_800_000
"""2100-01-01: what is later is no time, and could not be shown as one everywhere."""
_MOST = 9_999
_MAX_NAME = 2_000
_CODE = re.compile(r"[a-z0-9_]{1,40}")
_SIGN = re.compile(r"[0-9A-Za-zĐđ./_-]{1,40}")
"""An id, a key, the number of a paper: no blank, so never a sentence."""
_POINT = re.compile(r"[0-9]{6}")
_MARKED = frozenset({"taker", "applicant", "proxy", "officer"})
_Check = Callable[[Json], bool]


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
        _check_parts(event.body(), _OF_CUSTODY)
    elif kind == DossierAccepted.TYPE:
        _check_accepted(event)
    else:
        _check_parts(event.body(), _OF_CASES)
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


def _check_parts(body: Mapping[str, Json], checks: Mapping[str, _Check]) -> None:
    for name, value in body.items():
        check = checks.get(name)
        if check is not None and not check(value):
            raise ValueError(name)


def _check_accepted(event: Event) -> None:
    """Beside its own parts those inside them: procedure, authority, legs, sums."""
    fact, body = read_dossier_accepted(event), event.body()
    _check_parts(body, _OF_ACCEPTANCE)
    _check_parts(cast(Mapping[str, Json], body["procedure"]), _OF_PROCEDURE)
    _check_parts(cast(Mapping[str, Json], body["authority"]), _OF_AUTHORITY)
    _check_parts(cast(Mapping[str, Json], body["sums"]), _OF_SUMS)
    form = Form(fact.form)
    if tuple(Direction(leg.direction) for leg in fact.legs) != form.directions:
        raise ValueError
    for leg in cast(Sequence[Mapping[str, Json]], body["legs"]):
        _check_parts(leg, _OF_LEG)
    if len({leg.item for leg in fact.legs}) < len(fact.legs):
        raise ValueError
    Mode(fact.mode)
    DossierPayment(fact.payment)


def _check_list(body: Mapping[str, Json]) -> None:
    lines = read_lines(body)
    if not 0 < len(lines) <= PAPERS_PER_EVENT:
        raise ValueError
    for line in lines:
        if _SIGN.fullmatch(line.key) is None or not 0 <= line.pieces <= _MOST:
            raise ValueError
        required(line.name, "name", MAX_PAPER_NAME)


def _matches(shape: re.Pattern[str], *, empty: bool = False) -> _Check:
    return lambda value: (
        isinstance(value, str) and (shape.fullmatch(value) is not None or (empty and not value))
    )


def _up_to(most: int) -> _Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _is_text(value: Json) -> bool:
    return isinstance(value, str) and clean(value, "text", _MAX_NAME) == value


def _is_day(value: Json) -> bool:
    return value == "" or date.fromisoformat(str(value)).isoformat() == value


def _is_dossier(value: Json) -> bool:
    return value == "" or LocalNumber.parse(str(value)).text == value


def _is_item(value: Json) -> bool:
    return value == "" or (isinstance(value, str) and is_item_number(value))


def _is_event(value: Json) -> bool:
    return EventId.parse(str(value)).text == value


def _is_official(value: Json) -> bool:
    return value == "" or official_code(str(value)).text == value


def _is_local(kind: LocalKind) -> _Check:
    return lambda value: value == "" or read_local_number(kind, str(value)) == value


def _are(first: _Check, second: _Check | None = None) -> _Check:
    """A list of values, or of pairs where ``second`` is said."""

    def check(value: Json) -> bool:
        if not isinstance(value, list) or len(value) > _MOST:
            return False
        if second is None:
            return all(first(each) for each in value)
        return all(isinstance(each, list) and first(each[0]) and second(each[1]) for each in value)

    return check


_code, _sign = _matches(_CODE, empty=True), _matches(_SIGN, empty=True)
_point, _dong, _count = _matches(_POINT, empty=True), _up_to(_MOST_DONG), _up_to(_MOST)
_PLACES: Mapping[str, _Check] = {"point": _point, "to": _point, "origin": _point, "shift": _sign}

_OF_CASES: Mapping[str, _Check] = MappingProxyType(
    {
        **_PLACES,
        "dossier": _is_dossier,
        "replaced_by": _is_dossier,
        "item": _is_item,
        "handover": _is_local(LocalKind.HANDOVER),
        "takeover": _is_local(LocalKind.TAKEOVER),
        "authority": _sign,
        "official": _is_official,
        "received_day": _is_day,
        "official_day": _is_day,
        "paper_day": _is_day,
        "day": _is_day,
        "due": _is_day,
        "paper": _sign,
        "receipt": _sign,
        "seal": _sign,
        "zone": _sign,
        "tariff": _sign,
        **dict.fromkeys(("outcome", "reason", "way", "kind", "payment"), _code),
        **dict.fromkeys(("documents", "papers", "pieces", "first", "n"), _count),
        **dict.fromkeys(("fees_dong", "price_dong", "back_dong", "more_dong"), _dong),
        "weight_g": _up_to(_MOST_G),
        "event": _is_event,
        "told_ms": _up_to(_LATEST_MS),
        "asked": _are(_sign),
        "differences": _are(_matches(re.compile(r"[0-9A-Za-z?_-]{1,40}")), _code),
        "kinds": _are(_code, _count),
    }
)
_OF_ACCEPTANCE: Mapping[str, _Check] = MappingProxyType(
    {
        **_PLACES,
        "dossier": _is_dossier,
        "replaces": _is_dossier,
        "official": _is_official,
        "official_day": _is_day,
        "promised": _is_day,
        "visit": _is_local(LocalKind.VISIT),
        **dict.fromkeys(("documents", "papers", "sets"), _count),
        **dict.fromkeys(("tariff", "seal", "receipt", "exemption", "line"), _sign),
        **dict.fromkeys(("form", "pay", "place", "insisted", "mode"), _code),
    }
)
_OF_PROCEDURE: Mapping[str, _Check] = MappingProxyType({"code": _sign, "version": _sign, "name": _is_text})
_OF_AUTHORITY: Mapping[str, _Check] = MappingProxyType({"id": _sign, "district": _sign, "name": _is_text})
_OF_SUMS: Mapping[str, _Check] = MappingProxyType(dict.fromkeys(("collected", "pass_on", "postage"), _dong))
_OF_LEG: Mapping[str, _Check] = MappingProxyType(
    {
        "item": _is_item,
        "price": _dong,
        "reduced": _dong,
        "weight": _up_to(_MOST_G),
        "zone": _sign,
        "way": _code,
        "due": _is_day,
    }
)
_OF_CUSTODY: Mapping[str, _Check] = MappingProxyType(
    {
        **_PLACES,
        "from_point": _point,
        "other_point": _point,
        **dict.fromkeys(
            ("condition", "reason", "party", "identity_paper", "proxy", "excuse", "manner"), _code
        ),
        **dict.fromkeys(("reference", "route", "vehicle"), _sign),
        **dict.fromkeys(("withdrawn", "attempt", "expected", "arrived"), _count),
    }
)
