"""Which entries of two desks of one point are the same thing, told without saying whose they are.

    mark = the key of the entry, where it names nobody; else, for each other desk of the point by the key list,
           HMAC-SHA256(HKDF-SHA256(X25519(own, theirs), info = "kt1desk/figure-marks/1" NUL), register NUL key), 16 hexadecimal digits,
           joined by commas
    order = hybrid time of the wording: 15 digits of milliseconds, a point, 10 digits of the count

Two desks compute the same digits of the same account, and whoever has neither of their keys can try no name on them, for the secret that
they have in common never leaves them. This module must not know what registers tell.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping, Sequence

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain.registers import REGISTERS
from kt1desk.exchange.figure_entries import MARK, ORDER, names_a_person
from kt1desk.exchange.trust import DeskKeys, OwnKeys
from kt1desk.services.report_ports import Entry, KeptEntry

_INFO = b"kt1desk/figure-marks/1\0"
_DIGITS = 16


def marked(
    entries: Mapping[str, Iterable[KeptEntry]], own: OwnKeys, others: Iterable[DeskKeys]
) -> Mapping[str, tuple[Entry, ...]]:
    """Entries with their marks and orders.

    Args:
        entries: of each register.
        own: keys of this desk.
        others: rows of desks, those of other points among them.

    Raises:
        DeskError: ``trust.bad_key``.
    """
    shared = [
        HKDF(SHA256(), 32, salt=None, info=_INFO).derive(own.agree(row.seal_key))
        for row in others
        if row.point == own.point and row.device != own.device
    ]
    return {
        code: tuple(
            {
                **each.values,
                MARK: _mark(code, each.key, shared),
                ORDER: f"{each.hlc_ms:015d}.{each.hlc_count:010d}",
            }
            for each in rows
        )
        for code, rows in entries.items()
    }


def newest_wordings(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """One entry for each thing, in its newest wording, without marks and orders; one without a mark is a thing of its own."""
    things: list[tuple[set[str], Entry]] = []
    for entry in entries:
        marks = set(entry.get(MARK, "").split(",")) - {""}
        same = next((place for place, (known, _) in enumerate(things) if known & marks), None)
        if same is None:
            things.append((marks, entry))
        else:
            known, before = things[same]
            things[same] = (known | marks, max(before, entry, key=lambda each: each.get(ORDER, "")))
    return tuple(
        {name: value for name, value in entry.items() if name not in {MARK, ORDER}} for _, entry in things
    )


def _mark(code: str, key: str, shared: Sequence[bytes]) -> str:
    if not names_a_person(REGISTERS[code]):
        return key.replace(",", ";")
    said = f"{code}\0{key}".encode()
    return ",".join(sorted(hmac.digest(secret, said, "sha256").hex()[:_DIGITS] for secret in shared))
