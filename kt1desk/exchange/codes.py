"""A dispatch as 2D codes: the very event with its signature, and what stands beside it sealed to the desks of the point it goes to.

    payload = version 1 | rows 1: 0 none, 1 sealed | dictionary 1 | hash of the event before 32 | core of the event | sealed rows
    sealed rows = `kt1desk.exchange.sealing` of raw DEFLATE (begun with that dictionary) of the rows beside the event

Parties of A, B and C items and names of escort and driver stand beside the event. On the paper they are masked, so they must not be read
from its code either. The core of the event is what the rows are sealed together with: they open beside no other event. Who wrote it is
proved by the signature in the event, which covers the hashes of the rows, so only rows that are the right ones make it hold.

This module must not know how codes are drawn, nor whether an event is news.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Event, Particulars
from kt1desk.exchange import wire
from kt1desk.exchange.dictionary import CURRENT, shipped
from kt1desk.exchange.paper_code import A4_PART_BYTES, Collector, PaperMessage, parts_of
from kt1desk.exchange.reading import ByteReader, deflated, inflated
from kt1desk.exchange.sealing import Entropy, open_sealed, seal_to
from kt1desk.exchange.trust import KeyList, OwnKeys, local_day, refuse_trial

MAX_ROWS_BYTES = wire.MAX_EVENT_BYTES

_VERSION = 1
_NO_ROWS, _SEALED_ROWS = 0, 1
_DAMAGED = "paper_code.altered"
_UNOPENED = "sealing.unopened"
_POINT = re.compile(r"[0-9A-Za-z.-]{1,16}")
_TAG = b"kt1desk/paper-rows/1\0"


class PaperCodes:
    """Implements `kt1desk.services.dispatching.Codes`.

    Args:
        own: this desk.
        keys: the desks of the province.
        entropy: random bytes for the sealing.
    """

    def __init__(self, own: OwnKeys, keys: KeyList, entropy: Entropy = os.urandom) -> None:
        self._own = own
        self._keys = keys
        self._entropy = entropy

    def parts(self, event: Event, to: str) -> tuple[bytes, ...]:
        """The codes that carry a signed event to a point, at most 16 for A4; none where it must travel as a bundle.

        Raises:
            DeskError: ``trust.trial_desk``; ``trust.unknown_point`` with ``point``, ``trust.bad_key``, ``sealing.too_many`` where nothing
                can be sealed to that point.
        """
        refuse_trial(self._own.device)
        try:
            return parts_of(self._payload(event, to), event.id, A4_PART_BYTES, shipped(), CURRENT)
        except DeskError as error:
            if error.code != "paper_code.too_large":
                raise
            return ()

    def _payload(self, event: Event, to: str) -> bytes:
        told = event.prev + wire.encode_core(event)
        if not event.particulars:
            return bytes([_VERSION, _NO_ROWS, CURRENT]) + told
        desks = self._keys.of_point(to, local_day(event.envelope.happened))
        rows = deflated(wire.encode_rows(event.particulars), shipped()[CURRENT])
        sealed = seal_to(rows, desks, _TAG + told, self._entropy)
        return bytes([_VERSION, _SEALED_ROWS, CURRENT]) + told + sealed


def collected(parts: Iterable[bytes]) -> PaperMessage:
    """The message of a paper from its parts, in any order, some of them twice.

    Raises:
        DeskError: as `Collector.add` and `Collector.result`.
    """
    collector = Collector(shipped())
    for part in parts:
        collector.add(part)
    return collector.result()


def read_paper(message: PaperMessage, own: OwnKeys) -> Event:
    """The event on a paper. Its hash is computed; whose it is remains to be proved.

    Raises:
        DeskError: ``paper_code.newer``, ``paper_code.dictionary``; ``paper_code.altered`` where it is none, or not the one its parts name;
            ``sealing.unopened`` where the rows are sealed to other desks, ``inbox.other_point`` with ``point`` where the event says to
            which; ``trust.trial_desk``.
    """
    reader = ByteReader(message.payload, _DAMAGED)
    version = reader.number(1)
    if version != _VERSION:
        raise DeskError("paper_code.newer" if version > _VERSION else _DAMAGED)
    kind, dictionary = reader.number(1), reader.number(1)
    if dictionary not in shipped():
        raise DeskError("paper_code.dictionary", number=dictionary)
    before = len(reader.read)
    prev = reader.take(HASH_BYTES)
    try:
        core = wire.take_core(reader)
        told = reader.read[before:]
        sealed = reader.rest() if kind == _SEALED_ROWS else None
        rows = () if sealed is None else _sealed_rows(sealed, _TAG + told, own, dictionary, _named(core))
        reader.end()
        event = wire.assembled(prev, core, rows)
    except DeskError as error:
        raise (DeskError(_DAMAGED) if error.code == wire.DAMAGED else error) from error
    if kind not in {_NO_ROWS, _SEALED_ROWS} or event.id != message.ident:
        raise DeskError(_DAMAGED)
    return event


def _sealed_rows(
    sealed: bytes, context: bytes, own: OwnKeys, dictionary: int, named: str
) -> tuple[Particulars, ...]:
    try:
        opened = open_sealed(sealed, own, context)
    except DeskError as error:
        if error.code == _UNOPENED and named not in {"", own.point}:
            raise DeskError("inbox.other_point", point=named) from error
        raise
    rows = inflated(opened, shipped()[dictionary], MAX_ROWS_BYTES)
    if rows is None:
        raise DeskError(_DAMAGED)
    return wire.decode_rows(rows)


def _named(core: tuple[bytes, bytes]) -> str:
    """The point that the event says it goes to, "" for none. Nothing proves it: it only says why what cannot be opened cannot."""
    try:
        to = canonical.decode(core[1], LARGEST_BODY_BYTES).get("to", "")
    except DeskError:
        return ""
    return to if isinstance(to, str) and _POINT.fullmatch(to) else ""
