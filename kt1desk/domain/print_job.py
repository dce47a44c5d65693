"""One physical copy of a label or a receipt and the states it goes through.

A print job is committed together with the event it belongs to; what happens to it afterwards is decided by the table
below and by nothing else. "Handed to the port" is not "printed", therefore a job whose bytes went out in part, or
whose program died meanwhile, is UNKNOWN: a question to the clerk, never sent again by itself (89 of 99 labels in doubt
after a kill had in fact been printed). This module must not know templates, printers or ports.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.errors import DeskError

FRESH_FOR_MS = 10 * 60 * 1000
"""A queued job older than this waits for a click: a printer switched on in the morning must not empty last night."""
_FIRST_COPY = "first_copy"
"""Beside the texts of a paper of which its subject has several: the copy that its own original is."""
_COPIES_APART = 100
"""So many copies lie between two such papers; no paper has more reprints."""


class JobState(StrEnum):
    """Where one physical copy stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DONE = "done"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class JobTrigger(StrEnum):
    """What can happen to a job."""

    START = "start"
    ALL_SENT = "all_sent"
    FINISH = "finish"
    NOTHING_SENT = "nothing_sent"
    DOUBT = "doubt"
    CLERK_SAW = "clerk_saw"
    SCAN = "scan"
    REPRINT = "reprint"
    CANCEL = "cancel"


class Evidence(StrEnum):
    """Why a job counts as done, from the weakest to the strongest."""

    TRANSPORT_ONLY = "transport_only"
    ACKED = "acked"
    """The printer itself said, after the last byte, that it had carried the job out."""
    CLERK = "clerk"
    SCANNED = "scanned"


class PrinterRole(StrEnum):
    """Which of the desk's printers a document belongs on."""

    LABEL = "label"
    RECEIPT = "receipt"


TRANSITIONS: Mapping[tuple[JobState, JobTrigger], JobState] = MappingProxyType(
    {
        (JobState.QUEUED, JobTrigger.START): JobState.SENDING,
        (JobState.QUEUED, JobTrigger.CANCEL): JobState.CANCELLED,
        (JobState.SENDING, JobTrigger.ALL_SENT): JobState.SENT,
        (JobState.SENDING, JobTrigger.NOTHING_SENT): JobState.QUEUED,
        (JobState.SENDING, JobTrigger.DOUBT): JobState.UNKNOWN,
        (JobState.SENT, JobTrigger.FINISH): JobState.DONE,
        (JobState.SENT, JobTrigger.DOUBT): JobState.UNKNOWN,
        (JobState.SENT, JobTrigger.SCAN): JobState.DONE,
        (JobState.UNKNOWN, JobTrigger.CLERK_SAW): JobState.DONE,
        (JobState.UNKNOWN, JobTrigger.SCAN): JobState.DONE,
        (JobState.UNKNOWN, JobTrigger.REPRINT): JobState.CANCELLED,
        (JobState.DONE, JobTrigger.SCAN): JobState.DONE,
    }
)
"""The whole life of a job; a pair that is not here cannot happen."""


def next_state(state: JobState, trigger: JobTrigger) -> JobState:
    """The state after ``trigger``.

    Raises:
        DeskError: ``print.wrong_state`` when the table has no such pair.
    """
    after = TRANSITIONS.get((state, trigger))
    if after is None:
        raise DeskError("print.wrong_state", state=state.value, trigger=trigger.value)
    return after


def job_key(subject: str, document: PrinterRole, template: str, copy: int) -> str:
    """The name of one physical copy for ever: a double click or a retry asks for the same job, not for another.

    One number may have several papers for the same printer: the slip of a case and the slip that takes it back.

    Args:
        subject: what the document is about, for example the number of the item.
        document: label or receipt.
        template: name of the layout.
        copy: 1 for the original, 2 for the first reprint.

    Raises:
        DeskError: ``print.copy`` when the copy is below 1.
    """
    if copy < 1:
        raise DeskError("print.copy", "copy", copy=copy)
    return f"{subject}/{document.value}/{template}/{copy}"


def numbered_apart(number: int, values: Mapping[str, str]) -> tuple[int, Mapping[str, str]]:
    """Copy and texts of a paper of which its subject has several, each with reprints of its own.

    ``number`` tells the paper from the others of its kind: its copies begin where no others' are, and its texts say where.
    """
    first = number * _COPIES_APART
    return first, {**values, _FIRST_COPY: str(first)}


def own_copy(copy: int, values: Mapping[str, str]) -> int:
    """Which copy of its own original a paper is: 1 for the original, 2 for its first reprint."""
    return copy - int(values.get(_FIRST_COPY, "1")) + 1


def first_copy(values: Mapping[str, str]) -> str:
    """What two papers have in common that are copies of one original, beside subject and template."""
    return values.get(_FIRST_COPY, "")


def printed_texts(values: Mapping[str, str]) -> Mapping[str, str]:
    """The texts that stand on a paper."""
    return {name: text for name, text in values.items() if name != _FIRST_COPY}


def without_texts(values: Mapping[str, str]) -> Mapping[str, str]:
    """What may be shown beside a paper: nothing that stands on it, only what `own_copy` needs."""
    return {name: text for name, text in values.items() if name == _FIRST_COPY}


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One physical copy as the queue holds it.

    Attributes:
        job_id: the store's name of the row.
        key: see ``job_key``; unique.
        template: name of the layout, for example ``kt1_label``.
        version: version of the layout; an old job prints as it was committed.
        values: what stands on the paper, text only, fixed at the commit of the event.
        copy: 1 for the original; a higher copy is marked IN LẠI on the paper.
        role: which printer it belongs on.
        state: see ``TRANSITIONS``.
        created_ms: UTC milliseconds of the commit.
        released_ms: when a clerk last let it go by a click, 0 if never.
        held: waits for a click for another reason than its age.
        reason: code of the last error, "" if none.
        evidence: why it counts as done.
        printer_id: the profile it was sent to, "" before.
        payload_sha256: hex digest of the picture sent, "" before.
    """

    job_id: str
    key: str
    template: str
    version: int
    values: Mapping[str, str] = field(repr=False)
    copy: int
    role: PrinterRole
    state: JobState
    created_ms: int
    released_ms: int = 0
    held: bool = False
    reason: str = ""
    evidence: Evidence | None = None
    printer_id: str = ""
    payload_sha256: str = ""
