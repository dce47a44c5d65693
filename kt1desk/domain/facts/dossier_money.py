"""Facts of the money of dossiers after its acceptance: the authority's money passed on, sums put right by a reversing entry.

The three sums stay apart all the way: a kind of sum is ``postage``, ``collected`` or ``pass_on``. This module must not know prices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class FeesRemitted(PlainFact):
    """Collected fees and charges given to their authority: cases and amounts in đồng. The officer stands beside.

    Attributes:
        remittance: its own number.
        manner: ``cash`` or ``transfer``.
        reference: number of the authority's receipt or of the transfer order.
        handover: the hand-over record it went along with, "" for none.
    """

    TYPE: ClassVar[str] = "dossier.fees_remitted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    remittance: str
    authority: str
    cases: tuple[tuple[str, int], ...]
    total_dong: int
    manner: str
    point: str
    shift: str
    reference: str = ""
    handover: str = ""


@dataclass(frozen=True, slots=True)
class FeeCorrected(PlainFact):
    """A sum of a case put right by a reversing entry: ``back_dong`` goes back to the applicant, ``more_dong`` is taken from him.

    ``kind`` is which of the three sums; ``reason`` is coded; cash events of the same transaction are its parents.
    """

    TYPE: ClassVar[str] = "dossier.fee_corrected"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    kind: str
    reason: str
    payment: str
    point: str
    shift: str
    back_dong: int = 0
    more_dong: int = 0
    receipt: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class OfficialReceiptEntered(PlainFact):
    """The number of the authority's biên lai for what was collected, where it came after the acceptance."""

    TYPE: ClassVar[str] = "dossier.receipt_entered"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    receipt: str
    point: str
    shift: str
