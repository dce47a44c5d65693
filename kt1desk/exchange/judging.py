"""Whether one event of another desk may be taken in: for us, of a kind that is mail, and proved to be of the desk it names.

What happened is not judged: an event that contradicts another is taken in, and the conflict is shown. But nobody gives out the numbers of
another point, nor speaks of its dispatches and incident records as if they were his; and where a number or a name of a user must stand,
nothing else does, for it would be shown and searched here. This module must not know how the event came, nor what becomes of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain import custody
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    KNOWN,
    SIGNED,
    DispatchRecalled,
    DispatchSent,
    IncidentClosed,
    IncidentOpened,
)
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF
from kt1desk.domain.identifiers import (
    LocalKind,
    is_item_number,
    point_of_local,
    read_local_number,
    receptacle_number,
)
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.mail import MAIL_TYPES, audience, siblings
from kt1desk.domain.merging import Touch
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.touching import touches
from kt1desk.exchange.judging_cases import check_case, check_cover_line, points_of_case
from kt1desk.exchange.judging_siblings import check_sibling, points_of_sibling
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial, verify_event
from kt1desk.services.confirming import is_user_id

REFUSED_BY_STORE = "store.refused"
"""One event does not fit into the tables here; the others do."""
LATER = frozenset({"inbox.newer", "trust.not_yet", REFUSED_BY_STORE})
"""Refusals that a newer program or a newer key list lifts: such mail is not said to be taken, so that it comes again."""

_OWN_NUMBERS: Mapping[str, tuple[str, LocalKind]] = MappingProxyType(
    {
        DispatchSent.TYPE: ("dispatch", LocalKind.DISPATCH),
        DispatchRecalled.TYPE: ("dispatch", LocalKind.DISPATCH),
        IncidentOpened.TYPE: ("incident", LocalKind.INCIDENT),
        IncidentClosed.TYPE: ("incident", LocalKind.INCIDENT),
    }
)
"""Types that only the point may write which gave the number: its part of the body and its kind."""
_MAX_N = 65_535
"""A custody number that no item reaches; one near the largest integer would leave no room to count on."""
_HOLDER = re.compile(r"(?:person|place|receptacle|trip):[0-9A-Za-zĐ./-]{1,48}|")
_PARTIES = frozenset({custody.party(custody.RECEIVER), custody.party(custody.SENDER)})


def judge(
    event: Event,
    own: OwnKeys,
    keys: KeyList,
    carrier: DeskKeys | None,
    service: Service = Service.KT1,
) -> None:
    """Refuse what is not mail to this point, or not proved.

    Another desk of this point (by the key list, on the day the event happened) is called for in the same way: its row of that day is the
    ``carrier`` whether its event came in the shared folder or in the point's mailbox, and every type that desks of one point show each
    other is let in, whoever it is addressed to. What this desk wrote itself is ``inbox.own``: a mailbox of a point with several desks
    holds the events of all of them, so there it is no fault.

    Args:
        event: with its hash computed from what came.
        own: this desk.
        keys: the desks of the province.
        carrier: the desk that signed the bundle or frame it came in; None for paper, where the event must bear its own signature.
        service: whose mail it must be: what needs a clearance does not come in with what needs none.

    Raises:
        DeskError: ``trust.*``; ``inbox.own``, ``inbox.other_device`` with ``device``, ``inbox.newer`` with ``type``, ``inbox.not_mail``
            with ``type``, ``inbox.other_service`` with ``type``, ``inbox.other_point`` with ``point``, ``inbox.unreadable`` with
            ``type``, ``inbox.needs_bundle`` with ``type``.
    """
    refuse_trial(event.id.device)
    if event.id.device == own.device:
        raise DeskError("inbox.own")
    if carrier is not None and event.id.device != carrier.device:
        raise DeskError("inbox.other_device", device=event.id.device)
    _check_kind(event, service)
    _check_body(event)
    row = _check_proof(event, keys, carrier)
    kind = event.envelope.type
    if row.point == own.point and siblings(kind):
        return
    if kind not in MAIL_TYPES:
        raise DeskError("inbox.not_mail", type=kind)
    to = audience(kind, event.body())
    if own.point not in to:
        raise DeskError("inbox.other_point", point=", ".join(to))


def _check_kind(event: Event, service: Service) -> None:
    kind = event.envelope.type
    fact = KNOWN.get(kind)
    if fact is None or event.envelope.version > fact.VERSION:
        raise DeskError("inbox.newer", type=kind)
    if kind not in MAIL_TYPES and not siblings(kind):
        raise DeskError("inbox.not_mail", type=kind)
    if service_of(kind) is not service:
        raise DeskError("inbox.other_service", type=kind)
    if event.id.stream is not fact.STREAM or event.envelope.version < 1:
        raise DeskError("inbox.unreadable", type=kind)


def _check_proof(event: Event, keys: KeyList, carrier: DeskKeys | None) -> DeskKeys:
    """Its own signature where its kind bears one; else that of the desk it came from, which is the desk it names. Its row of that day."""
    kind = event.envelope.type
    if kind in SIGNED:
        row = verify_event(event, keys)
        _check_point(event, row)
        return row
    if carrier is None:
        raise DeskError("inbox.needs_bundle", type=kind)
    row = keys.of_device(event.id.device, local_day(event.envelope.happened))
    _check_point(event, row)
    return row


def _check_point(event: Event, row: DeskKeys) -> None:
    """It speaks for the point of its desk, and so does the number that it gives."""
    body, kind = event.body(), _kt1_type(event)
    named = {body.get("point"), *points_of_case(event), *points_of_sibling(event)}
    if kind in _OWN_NUMBERS:
        named.add(point_of_local(str(body[_OWN_NUMBERS[kind][0]])))
    if named != {row.point}:
        raise DeskError("trust.wrong_point", device=row.device, point=row.point)


def _check_body(event: Event) -> None:
    """Everything that the projections will read can be read."""
    kind = event.envelope.type
    try:
        body = event.body()
        for touch in touches(body, event.envelope):
            _check_touch(touch)
        _check_names(event)
        check_case(event)
        check_sibling(event)
        for row in event.particulars:
            row.fields()
        read = getattr(KNOWN[kind], "of", None)
        if read is not None:
            read(body)
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError("inbox.unreadable", type=kind) from error


def _check_touch(touch: Touch) -> None:
    """Numbers and holders are what they must be.

    Raises:
        DeskError: of any code.
        ValueError: likewise.
    """
    if touch.kind is ThingKind.RECEPTACLE:
        fits = receptacle_number(touch.number) == touch.number
    elif touch.kind is ThingKind.DISPATCH:
        fits = read_local_number(LocalKind.DISPATCH, touch.number) == touch.number
    else:
        fits = is_item_number(touch.number)
    held = touch.holder in _PARTIES or _HOLDER.fullmatch(touch.holder) is not None
    if not (fits and held and 0 <= touch.n <= _MAX_N):
        raise ValueError


def _check_names(event: Event) -> None:
    """Users are named by their ids, a number that the writer gave is one, and a letter is a letter, never the words behind it.

    Raises:
        DeskError: of any code.
        ValueError: likewise.
    """
    envelope, body = event.envelope, event.body()
    if not is_user_id(envelope.actor) or not (envelope.second == "" or is_user_id(envelope.second)):
        raise ValueError
    if _kt1_type(event) in _OWN_NUMBERS:
        part, kind = _OWN_NUMBERS[_kt1_type(event)]
        read_local_number(kind, str(body[part]))
    if _kt1_type(event) == DispatchSent.TYPE:
        for line in DispatchSent.of(body).items:
            Urgency(line.urgency)
            Secrecy(line.secrecy)
            if service_of(envelope.type) is Service.TTHC:
                check_cover_line(line)


def _kt1_type(event: Event) -> str:
    """The type of KT1 whose body and rules it has."""
    return KT1_TYPE_OF.get(event.envelope.type, event.envelope.type)
