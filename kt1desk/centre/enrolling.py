"""Letting desks in, renewing their certificates, putting them out.

Putting a desk out touches nothing of its records, here or there: it cannot log in any more, and what it has not sent yet stays with it and
can be brought as a file (`kt1desk.centre.by_hand`).

This module must not know where keys lie, nor how a line file is opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from psycopg import errors

from kt1desk.centre.cluster_sql import GATE, Connection, create_device, revoke_device, role_of
from kt1desk.centre.pki import Authority, Issued
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.line_file import LineFile, seal_line_file
from kt1desk.exchange.line_request import LineRequest
from kt1desk.exchange.sealing import Entropy

_POINT = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")


class Revoking(StrEnum):
    """Why a desk is put out."""

    LOST = "lost"
    """The machine is lost or stolen."""
    BROKEN = "broken"
    REPLACED = "replaced"
    CLOSED = "closed"
    """The point or the desk is no more."""
    SUSPECTED = "suspected"
    """Somebody else may have its key."""


@dataclass(frozen=True, slots=True)
class Centre:
    """What every line file says of the centre, and who signs certificates.

    Attributes:
        authority: the opened authority.
        host, port: where desks call.
        gate_key: Ed25519 public key (hex) of its mail.
    """

    authority: Authority
    host: str
    port: int
    gate_key: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which desk is let in. ``request`` where the desk made its key itself."""

    device: int
    point: str
    request: LineRequest | None = None

    def __post_init__(self) -> None:
        """Refuse a request of another desk.

        Raises:
            DeskError: ``centre.device_number``, ``centre.point_shape``; ``line_request.other_desk`` with ``device`` and ``point``.
        """
        role_of(self.device)
        if not _POINT.fullmatch(self.point):
            raise DeskError("centre.point_shape", "point")
        asked = self.request
        if asked is not None and (asked.device, asked.point) != (self.device, self.point):
            raise DeskError("line_request.other_desk", "request", device=asked.device, point=asked.point)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A line file and the code that opens it, which is shown once. ``until``: last moment of the certificate."""

    data: bytes = field(repr=False)
    code: str = field(repr=False)
    until: datetime


def enrol(gate: Connection, centre: Centre, wanted: Wanted, now: datetime, entropy: Entropy) -> Enrolled:
    """Let a desk in: role, row and certificate. One that was put out may come back, with a new machine and nothing of the old one.

    Args:
        gate: to the database ``gate``, as the operator.
        centre: see `Centre`.
        wanted: which desk.
        now: when this is.
        entropy: for the code.

    Raises:
        DeskError: ``centre.enrolled_already`` with ``point`` where the desk is in; ``line_request.*``.
    """
    row = gate.execute(
        "SELECT point, revoked_ms FROM gate.device WHERE device = %s", (wanted.device,)
    ).fetchone()
    if row is not None and row[1] is None:
        raise DeskError("centre.enrolled_already", "device", device=wanted.device, point=str(row[0]))
    issued = _issue(centre, wanted, now)
    made = _file(centre, wanted, issued, entropy)
    # The file first: a desk that is in and has no file would have to be put out again.
    create_device(gate, wanted.device, wanted.point, issued.serial, _ms(now))
    _note(gate, wanted.device, "enrolled", f"{wanted.point} {issued.serial}")
    return made


def renew(
    gate: Connection,
    centre: Centre,
    device: int,
    request: LineRequest | None,
    now: datetime,
    entropy: Entropy,
) -> Enrolled:
    """A new certificate for a desk that is in, with the machine and the word it is bound to. The one before ends with it.

    Raises:
        DeskError: ``centre.unknown_device``, ``centre.revoked``; ``line_request.*``.
    """
    row = gate.execute("SELECT point, revoked_ms FROM gate.device WHERE device = %s", (device,)).fetchone()
    if row is None:
        raise DeskError("centre.unknown_device", "device", device=device)
    if row[1] is not None:
        raise DeskError("centre.revoked", "device", device=device)
    wanted = Wanted(device, str(row[0]), request)
    issued = _issue(centre, wanted, now)
    made = _file(centre, wanted, issued, entropy)
    gate.execute("UPDATE gate.device SET serial = %s WHERE device = %s", (issued.serial, device))
    _note(gate, device, "renewed", issued.serial)
    return made


def revoke(gate: Connection, device: int, reason: Revoking, now: datetime) -> bool:
    """Put a desk out, at once.

    Returns:
        Whether it was in until now.

    Raises:
        DeskError: ``centre.unknown_device``.
    """
    if gate.execute("SELECT 1 FROM gate.device WHERE device = %s", (device,)).fetchone() is None:
        raise DeskError("centre.unknown_device", "device", device=device)
    done = revoke_device(gate, device, _ms(now))
    if done:
        _note(gate, device, "revoked_by_operator", reason.value)
    return done


def let_go(gate: Connection, device: int) -> None:
    """Let go of the machine a desk is bound to: the next one that calls with its certificate is bound. For a repaired machine.

    Raises:
        DeskError: ``centre.unknown_device``.
    """
    done = gate.execute(
        "UPDATE gate.device SET hardware = NULL, token = NULL, token_before = NULL"
        " WHERE device = %s AND revoked_ms IS NULL",
        (device,),
    )
    if not done.rowcount:
        raise DeskError("centre.unknown_device", "device", device=device)
    _note(gate, device, "machine_let_go", "")


def _issue(centre: Centre, wanted: Wanted, now: datetime) -> Issued:
    request = wanted.request.request if wanted.request else ""
    return centre.authority.issue(role_of(wanted.device), now, request)


def _file(centre: Centre, wanted: Wanted, issued: Issued, entropy: Entropy) -> Enrolled:
    content = LineFile(
        device=wanted.device,
        point=wanted.point,
        host=centre.host,
        port=centre.port,
        database=GATE,
        role=role_of(wanted.device),
        authority=centre.authority.pem,
        certificate=issued.certificate,
        key=issued.key,
        gate_key=centre.gate_key,
    )
    data, code = seal_line_file(content, entropy)
    return Enrolled(data, code, issued.until)


def _note(gate: Connection, device: int, what: str, detail: str) -> None:
    try:
        gate.execute("SELECT gate.operator_note(%s::int4, %s::text, %s::text)", (device, what, detail))
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error


def _ms(now: datetime) -> int:
    return int(now.timestamp() * 1000)
