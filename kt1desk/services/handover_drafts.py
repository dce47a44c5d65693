"""Values of a hand-over to an authority: what lies ready, what is counted, what the clerk has said so far, what it became.

This module must not know how anything is kept or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import Event
from kt1desk.services.case_rows import CaseRow, FeeDue


@dataclass(frozen=True, slots=True)
class ReadyCover:
    """A cover that lies here for an authority.

    Attributes:
        item: its number.
        dossier: the case, "" where only its label is known here; so for ``way``, ``procedure_name``, ``official``.
        documents: how many documents its list says.
        holder: who has it (`kt1desk.domain.custody.Holder`).
        since_ms: since when its case stands as it does.
        hindered: why it cannot be handed over now, as a sentence; "" where it can.
    """

    item: str
    dossier: str
    way: str
    procedure_name: str
    official: str
    documents: int
    holder: str
    since_ms: int
    hindered: str = ""


@dataclass(frozen=True, slots=True)
class ReadyAuthority:
    """Everything that lies here for one authority; the last one, without id, is what only labels are known of."""

    authority_id: str
    name: str
    covers: tuple[ReadyCover, ...]


@dataclass(frozen=True, slots=True)
class CountSheet:
    """What the re-count of one cover goes by.

    Attributes:
        item, dossier, way, seal: the cover.
        case: None where only its label is known here.
        papers: its list as signed, what was brought only.
        documents: how many documents these are together.
        fees: the authority's money of this case that is still here.
    """

    item: str
    dossier: str
    case: CaseRow | None
    papers: tuple[PaperLine, ...]
    fees: tuple[FeeDue, ...]
    way: str = ""
    seal: str = ""
    documents: int = 0


@dataclass(frozen=True, slots=True)
class CountedCover:
    """A cover as the re-count found it.

    Attributes:
        item: its number.
        seal_intact: whether its seal was whole.
        documents: how many documents were in it.
        differences: key of a line of its list (``?`` for a paper that is not on it) and the code of what differs.
        scan: whether its label was scanned for it.
    """

    item: str
    seal_intact: bool = True
    documents: int = 0
    differences: tuple[tuple[str, str], ...] = ()
    scan: bool = False


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """What the clerk has said so far, in the order of the record's lines; anything may still be missing.

    Attributes:
        authority: its id.
        officer_name, officer_position: who receives for it.
        covers: what is handed over. What the authority does not take is simply not here, and stays with the post.
        fees: cases whose collected money is handed over at the same time.
        fee_reference: number of the authority's receipt for it.
    """

    authority: str = ""
    officer_name: str = field(default="", repr=False)
    officer_position: str = ""
    covers: tuple[CountedCover, ...] = ()
    fees: tuple[str, ...] = ()
    fee_reference: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A hand-over that is on the disk; its record is queued."""

    handover: str
    event: Event
    jobs: tuple[int, ...]
