"""The key list as a file: the province signs it, a desk proves it before it believes a row of it.

    file    = a signed file (`kt1desk.exchange.signed_file`) of at most 256 kB; tag "kt1desk/key-list/1" NUL
    content = canonical JSON {"day", "desks": [[device, point, signing key, sealing key, from, to], …], "format": 1, "issue"}

Lists reach a desk in any order: on a medium, with a bundle, over the network, last month's after today's. The issue number alone says
which one counts, and a desk never goes back. A row is never left out of a later list: what a desk signed while its key held is proved by
it for ever; a withdrawn key is a row whose last day was drawn in.

This module must not know who carries the file, nor which one a desk keeps.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import print_of, typed_print
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.exchange.trust import DeskKeys, KeyList

MAX_BYTES = 262_144
"""Size of a whole key list; larger ones are refused unread."""

KIND = SignedKind("key_list", b"kt1desk/key-list/1\0", MAX_BYTES)

_FORMAT = 1
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ProvedKeyList:
    """A key list whose signature was proved. ``digest`` is the SHA-256 of the whole file in hex."""

    content: KeyList
    digest: str


def sign_key_list(content: KeyList, province: Ed25519PrivateKey) -> bytes:
    """The bytes of a key list.

    Raises:
        DeskError: ``canonical.size`` where it would be too large to be read.
    """
    return KIND.write(_encode(content), province.public_key().public_bytes_raw(), province.sign)


def prove_key_list(data: bytes, province_key: bytes) -> ProvedKeyList:
    """Check a key list against the province's key (32 bytes) that the desk's own desk file was signed with.

    Raises:
        DeskError: ``key_list.damaged`` (also too large), ``key_list.newer``, ``key_list.wrong_province``, ``key_list.forged``, and for
            what even a province cannot say ``key_list.row``, ``key_list.overlap``, ``key_list.content``, ``trust.trial_desk``.
    """
    file = KIND.take_apart(data)
    if file.key != province_key:
        raise DeskError("key_list.wrong_province")
    return ProvedKeyList(_decode(file.proved()), hashlib.sha256(data).hexdigest())


def prove_by_fingerprint(data: bytes, typed: str) -> ProvedKeyList:
    """The same for whoever has no desk, only the province's fingerprint on paper: a checker of certificates.

    Raises:
        DeskError: as `prove_key_list`, and ``desk_file.fingerprint_*`` for a slip in the fingerprint.
    """
    expected = typed_print(typed)
    key = KIND.take_apart(data).key
    if print_of(key) != expected:
        raise DeskError("key_list.wrong_province")
    return prove_key_list(data, key)


def later_of(kept: ProvedKeyList | None, offered: ProvedKeyList) -> ProvedKeyList:
    """Which of two lists a desk goes on with: the one it has, where the same one comes once more.

    Raises:
        DeskError: ``key_list.older`` with ``issue`` and ``kept``; ``key_list.two_of_one`` with ``issue`` where the province signed two
            different lists under one number, which only a mistake or a stolen key does.
    """
    if kept is None or offered.content.issue > kept.content.issue:
        return offered
    if offered.content.issue < kept.content.issue:
        raise DeskError("key_list.older", issue=offered.content.issue, kept=kept.content.issue)
    if offered.content != kept.content:
        raise DeskError("key_list.two_of_one", issue=kept.content.issue)
    return kept


def next_issue(
    previous: KeyList | None, entered: Sequence[DeskKeys], withdrawn: Iterable[int], day: date
) -> KeyList:
    """The list that follows ``previous``.

    Args:
        previous: the last one, None for the first.
        entered: new rows. Where a desk has the same keys already, its time is prolonged; other keys end the older ones the day before.
        withdrawn: devices whose keys end the day before ``day``.
        day: the day of signing.

    Raises:
        DeskError: ``key_list.overlap`` with ``device`` where a row would have to be taken back as if it had never held;
            ``trust.unknown_device`` with ``device`` for one to be withdrawn that is in no list.
    """
    rows = list(previous.desks) if previous else []
    for device in withdrawn:
        if not any(row.device == device for row in rows):
            raise DeskError("trust.unknown_device", device=device)
        rows = [_ended(row, day - _DAY) if row.device == device else row for row in rows]
    for new in entered:
        rows = [*(old for old in (_beside(row, new) for row in rows) if old is not None), _joined(rows, new)]
    return KeyList(tuple(sorted(rows)), previous.issue + 1 if previous else 1, day)


def _beside(old: DeskKeys, new: DeskKeys) -> DeskKeys | None:
    """What is left of an older row when a new one comes; None where the new one goes on with it."""
    if old.device != new.device or old.valid_to < new.valid_from - _DAY:
        return old
    return None if _is_same(old, new) else _ended(old, new.valid_from - _DAY)


def _joined(rows: Iterable[DeskKeys], new: DeskKeys) -> DeskKeys:
    going_on = (
        row.valid_from for row in rows if _is_same(row, new) and row.valid_to >= new.valid_from - _DAY
    )
    return replace(new, valid_from=min((new.valid_from, *going_on)))


def _is_same(one: DeskKeys, other: DeskKeys) -> bool:
    return replace(other, valid_from=one.valid_from, valid_to=one.valid_to) == one


def _ended(row: DeskKeys, last: date) -> DeskKeys:
    if row.valid_from > last:
        raise DeskError("key_list.overlap", device=row.device)
    return replace(row, valid_to=min(row.valid_to, last))


def _encode(content: KeyList) -> bytes:
    made: dict[str, Json] = {
        "day": content.day.isoformat(),
        "desks": [
            [
                row.device,
                row.point,
                row.sign_key,
                row.seal_key,
                row.valid_from.isoformat(),
                row.valid_to.isoformat(),
            ]
            for row in sorted(content.desks)
        ],
        "format": _FORMAT,
        "issue": content.issue,
    }
    return canonical.encode(made, MAX_BYTES)


def _decode(data: bytes) -> KeyList:
    try:
        made = canonical.decode(data, MAX_BYTES)
        if made["format"] != _FORMAT:
            raise DeskError("key_list.newer")
        rows, issue, day = made["desks"], made["issue"], made["day"]
        if not isinstance(rows, list) or not isinstance(issue, int) or not isinstance(day, str):
            raise TypeError
        content = KeyList(tuple(map(_row, rows)), issue, date.fromisoformat(day))
        if _encode(content) != data:  # a date or an order that is spelt otherwise: one list has one spelling
            raise ValueError
        return content
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("key_list.damaged") from error
    except DeskError as error:
        own = error.code.startswith(("key_list.", "trust."))
        raise (error if own else DeskError("key_list.damaged")) from error


def _row(row: Json) -> DeskKeys:
    if not isinstance(row, list):
        raise TypeError
    device, *texts = row
    point, sign_key, seal_key, first, last = (text for text in texts if isinstance(text, str))
    if not isinstance(device, int) or len(texts) != 5:
        raise TypeError
    return DeskKeys(
        device=device,
        point=point,
        sign_key=sign_key,
        seal_key=seal_key,
        valid_from=date.fromisoformat(first),
        valid_to=date.fromisoformat(last),
    )
