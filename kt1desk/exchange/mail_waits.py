"""What was passed over in the centre's mail and must come again: a newer program, an approved line or a newer key list will take it in.

For each cause the mark before the first such frame is kept, and how things stood. Once they stand otherwise the desk goes back to that
mark, and the mail comes again from there; what is here already changes nothing.

This module must not know what mail says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.bundle import MailMark
from kt1desk.services.ports import Reader, Work

_NAME = "mail.waits"


class Cause(StrEnum):
    """Why something was passed over."""

    PROGRAM = "program"
    """Its type, its version or its form is of a newer program."""
    LINE = "line"
    """It is of the KT1 register, which may not go over the network here."""
    KEYS = "keys"
    """Whose it is, the key list that is here does not say."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Something lies after ``mark``, passed over while things stood as ``stood`` says."""

    mark: MailMark
    stood: str


_LATER: Mapping[str, Cause] = {
    "inbox.newer": Cause.PROGRAM,
    "event.unknown_type": Cause.PROGRAM,
    "store.refused": Cause.PROGRAM,
    "document.unknown": Cause.PROGRAM,
    "reference.unreadable": Cause.PROGRAM,
    "reference.bad_row": Cause.PROGRAM,
    "staff_list.newer": Cause.PROGRAM,
    "mail.kind": Cause.PROGRAM,
    "mail.record": Cause.PROGRAM,
    "exchange.no_network": Cause.LINE,
    "exchange.no_approval": Cause.LINE,
    "trust.unknown_device": Cause.KEYS,
    "trust.not_yet": Cause.KEYS,
    "trust.expired": Cause.KEYS,
    "key_list.none": Cause.KEYS,
}
LATER = frozenset(_LATER)
"""Refusals that do not last."""


def cause_of(reason: DeskError | None) -> Cause | None:
    """What would have to change for a record to be taken in; None where nothing would."""
    return None if reason is None else _LATER.get(reason.code)


def read_waits(reader: Reader) -> dict[Cause, Wait]:
    """What is waited for; nothing of what cannot be read."""
    noted = reader.noted(_NAME) or {}
    read = ((cause, _wait(noted.get(cause.value))) for cause in Cause)
    return {cause: wait for cause, wait in read if wait is not None}


def keep_waits(work: Work, waits: Mapping[Cause, Wait]) -> None:
    """Remember it in place of what was remembered."""
    work.note(
        _NAME,
        {cause.value: [wait.mark.number, wait.mark.hash, wait.stood] for cause, wait in waits.items()},
    )


def waiting(
    waits: Mapping[Cause, Wait], causes: Mapping[Cause, str], before: MailMark
) -> Mapping[Cause, Wait]:
    """The waits with those of one more frame, which lies after ``before``; the earliest mark of each cause stays.

    Args:
        waits: what is waited for.
        causes: why records of the frame were passed over, and how things stand.
        before: the mark before the frame.
    """
    new = {cause: Wait(before, stood) for cause, stood in causes.items()}
    return {
        **waits,
        **{
            cause: wait
            for cause, wait in new.items()
            if cause not in waits or before.number < waits[cause].mark.number
        },
    }


def _wait(told: Json | None) -> Wait | None:
    if not isinstance(told, list) or len(told) != 3:
        return None
    number, hashed, stood = told
    if not isinstance(number, int) or not isinstance(hashed, str) or not isinstance(stood, str):
        return None
    return Wait(MailMark(number, hashed), stood)
