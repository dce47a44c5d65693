"""Whether one event of another desk may be taken in: for us, of a kind that is mail, and proved to be of the desk it names.

What happened is not judged: an event that contradicts another is taken in, and the conflict is shown. This module must not know how the
event came, nor what becomes of it.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import KNOWN, SIGNED
from kt1desk.domain.mail import MAIL_TYPES, audience
from kt1desk.domain.touching import touches
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial, verify_event

LATER = frozenset({"inbox.newer", "trust.not_yet"})
"""Refusals that a newer program or a newer key list lifts: such mail is not said to be taken, so that it comes again."""


def judge(event: Event, own: OwnKeys, keys: KeyList, carrier: DeskKeys | None) -> None:
    """Refuse what is not mail to this point, or not proved.

    Args:
        event: with its hash computed from what came.
        own: this desk.
        keys: the desks of the province.
        carrier: the desk that signed the bundle or frame it came in; None for paper, where the event must bear its own signature.

    Raises:
        DeskError: ``trust.*``; ``inbox.own``, ``inbox.other_device`` with ``device``, ``inbox.newer`` with ``type``, ``inbox.not_mail``
            with ``type``, ``inbox.other_point`` with ``point``, ``inbox.unreadable`` with ``type``, ``inbox.needs_bundle`` with ``type``.
    """
    refuse_trial(event.id.device)
    if event.id.device == own.device:
        raise DeskError("inbox.own")
    if carrier is not None and event.id.device != carrier.device:
        raise DeskError("inbox.other_device", device=event.id.device)
    _check_kind(event)
    _check_body(event)
    _check_proof(event, keys, carrier)
    to = audience(event.envelope.type, event.body())
    if own.point not in to:
        raise DeskError("inbox.other_point", point=", ".join(to))


def _check_kind(event: Event) -> None:
    kind = event.envelope.type
    fact = KNOWN.get(kind)
    if fact is None or event.envelope.version > fact.VERSION:
        raise DeskError("inbox.newer", type=kind)
    if kind not in MAIL_TYPES:
        raise DeskError("inbox.not_mail", type=kind)
    if event.id.stream is not fact.STREAM or event.envelope.version < 1:
        raise DeskError("inbox.unreadable", type=kind)


def _check_proof(event: Event, keys: KeyList, carrier: DeskKeys | None) -> None:
    """Its own signature where its kind bears one; else that of the desk it came from, which is the desk it names."""
    kind = event.envelope.type
    if kind in SIGNED:
        verify_event(event, keys)
        return
    if carrier is None:
        raise DeskError("inbox.needs_bundle", type=kind)
    row = keys.of_device(event.id.device, local_day(event.envelope.happened))
    if event.body().get("point") != row.point:
        raise DeskError("trust.wrong_point", device=row.device, point=row.point)


def _check_body(event: Event) -> None:
    """Everything that the projections will read can be read."""
    kind = event.envelope.type
    try:
        body = event.body()
        touches(body, event.envelope)
        for row in event.particulars:
            row.fields()
        read = getattr(KNOWN[kind], "of", None)
        if read is not None:
            read(body)
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError("inbox.unreadable", type=kind) from error
