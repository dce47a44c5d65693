"""What this desk remembers of the desks it exchanges mail with: how far it took theirs, and how far they said they took ours.

These are notes beside the journal and follow from no event. Where they are lost or too old, more is sent than need be, and nothing is
missed: what is known already changes nothing. The mail of each service has notes of its own. This module must not know how mail travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from kt1desk.domain.canonical import Json
from kt1desk.domain.service import Service
from kt1desk.exchange.bundle import NOTHING, MailMark

_MAIL: Mapping[Service, str] = MappingProxyType({Service.KT1: "mail", Service.TTHC: "mail_tthc"})
"""How the notes of a service's mail begin."""


class Notes(Protocol):
    """Named JSON objects that outlive the program (`kt1desk.store.settings.Settings`)."""

    def get(self, name: str) -> Mapping[str, Json] | None:
        """The object of this name, None while there is none."""

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """Keep the object in place of what was there.

        Raises:
            DeskError: ``canonical.*``, ``disk.*``.
        """


@dataclass(frozen=True, slots=True)
class Peer:
    """One desk of another point.

    Attributes:
        incarnation, number, sha256: its newest bundle that was taken in here.
        taken: how far its mail is here without a gap.
        acked: how far it said it has ours.
    """

    incarnation: int = 0
    number: int = 0
    sha256: str = ""
    taken: MailMark = NOTHING
    acked: MailMark = NOTHING


NOBODY = Peer()


def peer(notes: Notes, device: int, service: Service = Service.KT1) -> Peer:
    """What is remembered of a device; nothing of one that was never heard of, or whose note cannot be read."""
    noted = notes.get(_name(device, service))
    if noted is None:
        return NOBODY
    numbers = [noted.get(name, 0) for name in ("incarnation", "number", "taken", "acked")]
    texts = [noted.get(name, "") for name in ("sha256", "taken_hash", "acked_hash")]
    incarnation, number, taken, acked = (value if isinstance(value, int) else 0 for value in numbers)
    sha256, taken_hash, acked_hash = (value if isinstance(value, str) else "" for value in texts)
    return Peer(incarnation, number, sha256, MailMark(taken, taken_hash), MailMark(acked, acked_hash))


def note_peer(notes: Notes, device: int, known: Peer, service: Service = Service.KT1) -> None:
    """Remember it.

    Raises:
        DeskError: ``disk.*``.
    """
    notes.put(
        _name(device, service),
        {
            "acked": known.acked.number,
            "acked_hash": known.acked.hash,
            "incarnation": known.incarnation,
            "number": known.number,
            "sha256": known.sha256,
            "taken": known.taken.number,
            "taken_hash": known.taken.hash,
        },
    )


def last_bundle(notes: Notes, point: str, service: Service = Service.KT1) -> str:
    """SHA-256 in hex of the last bundle written for a point, "" where none is remembered."""
    noted = notes.get(_bundle_name(point, service))
    told = noted.get("sha256", "") if noted else ""
    return told if isinstance(told, str) else ""


def note_bundle(notes: Notes, point: str, sha256: str, service: Service = Service.KT1) -> None:
    """Remember it.

    Raises:
        DeskError: ``disk.*``.
    """
    notes.put(_bundle_name(point, service), {"sha256": sha256})


def _name(device: int, service: Service) -> str:
    return f"{_MAIL[service]}.device.{device}"


def _bundle_name(point: str, service: Service) -> str:
    return f"{_MAIL[service]}.bundle.{point}"
