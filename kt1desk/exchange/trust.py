"""Whose signature counts: the desks of the province with their keys and the days on which these hold.

A key is looked up for the day on which something happened, never for today: a dispatch of the last valid day arrives after it, and a
custody chain is still proved years later. What a thief dates back into the time before his key was withdrawn cannot be told by a key
list; the heads that the centre, the peers and the paper hold can tell it.

Device 0 is for trying out. It is in no list, and nothing of it is ever believed (`docs/decisions/trust.md`).

This module must not know where lists come from, nor how anything travels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

from kt1desk.domain.desk_file import LAST_DEVICE
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope, Event, Moment, event_hash
from kt1desk.domain.signing import signature_of
from kt1desk.exchange.signed_file import is_signed

TRIAL_DEVICE = 0
MAX_DESKS = 1_024
"""Rows of a key list: 53 points with several desks each, and every key they ever had for years."""
MAX_ISSUE = 2**31 - 1

_POINT = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")
_KEY = re.compile(r"[0-9a-f]{64}")


class OwnKeys(Protocol):
    """What this desk can do with its own secret, which never leaves its file."""

    @property
    def device(self) -> int:
        """Number of the device; 0 for trying out."""

    @property
    def point(self) -> str:
        """The point the desk stands at."""

    @property
    def public_key_hex(self) -> str:
        """The Ed25519 key others check its signatures with, 64 hex digits."""

    @property
    def seal_key_hex(self) -> str:
        """The X25519 key others seal to, 64 hex digits."""

    def sign(self, data: bytes) -> bytes:
        """An Ed25519 signature (64 bytes)."""

    def agree(self, peer_public_hex: str) -> bytes:
        """The 32 bytes that only this desk and the owner of an X25519 key can compute. Never a key by itself: put it through HKDF.

        Raises:
            DeskError: ``trust.bad_key`` where the key is none, or one of the few that give everybody the same bytes (RFC 7748 §6.1).
        """


@dataclass(frozen=True, slots=True, order=True)
class DeskKeys:
    """The keys of one desk, from ``valid_from`` to ``valid_to``, both included. A withdrawn key is one whose ``valid_to`` was drawn in.

    Attributes:
        sign_key: Ed25519, 64 hex digits.
        seal_key: X25519, 64 hex digits.
    """

    device: int
    valid_from: date
    valid_to: date
    point: str
    sign_key: str
    seal_key: str

    def __post_init__(self) -> None:
        """Refuse what no desk can be.

        Raises:
            DeskError: ``trust.trial_desk``, ``key_list.row`` with ``device``.
        """
        refuse_trial(self.device)
        if not (
            0 < self.device <= LAST_DEVICE
            and _POINT.fullmatch(self.point)
            and _KEY.fullmatch(self.sign_key)
            and _KEY.fullmatch(self.seal_key)
            and self.valid_from <= self.valid_to
        ):
            raise DeskError("key_list.row", device=self.device)

    def holds_on(self, day: date) -> bool:
        """Whether the keys count on a day."""
        return self.valid_from <= day <= self.valid_to

    def has_signed(self, signature: bytes, data: bytes) -> bool:
        """Whether a signature is of this desk."""
        return is_signed(bytes.fromhex(self.sign_key), signature, data)


@dataclass(frozen=True, slots=True)
class KeyList:
    """The desks that may be believed, as the province put them together.

    Attributes:
        desks: one row for each desk and time; a desk has at most one row on any day.
        issue: number of the list, from 1; a higher one replaces a lower one.
        day: the day it was signed.
    """

    desks: tuple[DeskKeys, ...]
    issue: int
    day: date

    def __post_init__(self) -> None:
        """Refuse a list that could answer in two ways.

        Raises:
            DeskError: ``key_list.content``, ``key_list.overlap`` with ``device``.
        """
        if not 0 < self.issue <= MAX_ISSUE or len(self.desks) > MAX_DESKS:
            raise DeskError("key_list.content")
        until: dict[int, date] = {}
        for row in sorted(self.desks):
            if row.valid_from <= until.get(row.device, date.min):
                raise DeskError("key_list.overlap", device=row.device)
            until[row.device] = row.valid_to

    def of_any_day(self, device: int) -> tuple[DeskKeys, ...]:
        """Every row a device ever had, at least one.

        Raises:
            DeskError: ``trust.trial_desk``, ``trust.unknown_device`` with ``device``.
        """
        refuse_trial(device)
        rows = tuple(row for row in self.desks if row.device == device)
        if not rows:
            raise DeskError("trust.unknown_device", device=device)
        return rows

    def of_device(self, device: int, on: date) -> DeskKeys:
        """The keys of a device on a day.

        Raises:
            DeskError: ``trust.trial_desk``, ``trust.unknown_device`` with ``device``, ``trust.not_yet`` and ``trust.expired`` with
                ``device`` and ``day``.
        """
        rows = self.of_any_day(device)
        for row in rows:
            if row.holds_on(on):
                return row
        code = "trust.not_yet" if on < min(row.valid_from for row in rows) else "trust.expired"
        raise DeskError(code, device=device, day=on.isoformat())

    def witnessed(self, device: int, on: date, seen: date) -> KeyList:
        """The list for something of a device that says it is of the day ``on`` and came under a trusted eye on the day ``seen``.

        A desk whose clock stands years off says a day on which its key does not hold. The key that holds on the day it was seen is its own
        all the same, and in the list that is returned it holds on both. A withdrawn key holds on neither.

        Raises:
            DeskError: as `of_device`.
        """
        if any(row.holds_on(on) for row in self.of_any_day(device)):
            return self
        row = self.of_device(device, seen)
        held = replace(row, valid_from=min(row.valid_from, on), valid_to=max(row.valid_to, on))
        return replace(self, desks=(held,))

    def of_point(self, point: str, on: date) -> tuple[DeskKeys, ...]:
        """Every desk of a point on a day, by number: what is sealed to a point, any of its desks can open.

        Raises:
            DeskError: ``trust.unknown_point`` with ``point`` where there is none.
        """
        rows = tuple(sorted(row for row in self.desks if row.point == point and row.holds_on(on)))
        if not rows:
            raise DeskError("trust.unknown_point", point=point)
        return rows


def refuse_trial(device: int) -> None:
    """Nothing of a desk for trying out travels, in either direction.

    Raises:
        DeskError: ``trust.trial_desk``.
    """
    if device == TRIAL_DEVICE:
        raise DeskError("trust.trial_desk")


def local_day(moment: Moment) -> date:
    """The day that the desk's own wall clock showed."""
    # timedelta on a fixed epoch: fromtimestamp fails on Windows before 1970, and a forger writes any number
    try:
        zone = timezone(timedelta(minutes=moment.offset_min))
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment.utc_ms)
        return at.astimezone(zone).date()
    except (OverflowError, ValueError) as error:
        raise DeskError("trust.forged") from error


def verify_event(event: Event, keys: KeyList) -> DeskKeys:
    """Hold the signature inside an event against its device's key on the day it happened.

    The event may come from anywhere: that its envelope, its hash and its bytes belong together is checked here, too. Its particulars are
    not: whoever took them in computed their hashes, and the body holds them.

    Returns:
        The row of the desk that signed it.

    Raises:
        DeskError: as `KeyList.of_device`; ``trust.unsigned``, ``trust.forged``, ``trust.wrong_point`` with ``device`` and ``point`` where
            the body speaks for another point than the desk's.
    """
    row = keys.of_device(event.id.device, local_day(event.envelope.happened))
    if not _is_of_one_piece(event):
        raise DeskError("trust.forged")
    signature = signature_of(event.prev, event.envelope_bytes, event.body_bytes)
    if signature is None:
        raise DeskError("trust.unsigned")
    if not row.has_signed(signature.signature, signature.signed):
        raise DeskError("trust.forged")
    if event.body().get("point", row.point) != row.point:
        raise DeskError("trust.wrong_point", device=row.device, point=row.point)
    return row


def _is_of_one_piece(event: Event) -> bool:
    return (
        event.envelope == Envelope.decode(event.envelope_bytes)
        and event_hash(event.prev, event.envelope_bytes, event.body_bytes) == event.hash
    )
