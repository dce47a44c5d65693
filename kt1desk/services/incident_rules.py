"""What must be so before something is written about an incident. This module must not know any use case."""

from __future__ import annotations

import re

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import IncidentRow
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.ports import Reader, Work

_NUMBER = re.compile(r"[0-9A-Z-]{4,40}")
"""What an incident may be about although nothing is known of it here: a surplus item of nobody's dispatch."""


def known_incident(reader: Reader, incident: str, service: Service = Service.KT1) -> IncidentRow:
    """A record that was opened; its closing may come before its opening: then nothing is known of it but its number.

    Raises:
        DeskError: ``incident.unknown``.
    """
    row = reader.incident(normalise_number(incident), service=service)
    if row is None or not row.code:
        raise DeskError("incident.unknown", "incident")
    return row


def check_number(number: str) -> None:
    """Whether it can be the number of a thing at all.

    Raises:
        DeskError: ``incident.number``.
    """
    if _NUMBER.fullmatch(number) is None:
        raise DeskError("incident.number", "number")


def found_ms(told_ms: int, at: Occasion) -> int:
    """When it was found: as it was told, or now.

    Raises:
        DeskError: ``incident.found_later``.
    """
    if told_ms > at.now.utc_ms:
        raise DeskError("incident.found_later", "found_ms")
    return told_ms or at.now.utc_ms


def check_new(work: Work, at: Occasion, code: str, number: str) -> None:
    """One open record of a point for one thing and one reason.

    Raises:
        DeskError: ``incident.already`` with ``incident``.
    """
    for row in work.incidents(only_open=True, number=number, service=at.service):
        if row.code == code and row.point == at.point:
            raise DeskError("incident.already", "number", incident=row.incident)
