"""What the dossier page asks of the services; `app` hands in what fulfils it.

Every method may be slow and is called through `Jobs`, unless it says otherwise. This module must not know how anything is stored, printed
or measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.desktop.accept_needs import LaterNeeds
from kt1desk.desktop.needs import PrinterState, Tone, Weighing
from kt1desk.desktop.take_back_needs import TakeBackNeeds
from kt1desk.domain.events import Event
from kt1desk.domain.facts import Sums
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Authority
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.rows import DossierRow


@dataclass(frozen=True, slots=True)
class ExemptionChoice:
    """A rule that takes something off the postage. ``words`` say who it is for, ``note`` what must be shown or is not certain."""

    ref: str
    words: str
    note: str = ""
    needs_proof: bool = True


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A commune of the province, or another province, where an address can lie.

    ``commune`` and ``province`` are as in `Residence`; ``districts`` are the former districts that the commune spans.
    """

    name: str
    commune: str = ""
    province: str = ""
    note: str = ""
    districts: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """What tells it from every other."""
        return f"{self.province}/{self.commune}"


@dataclass(frozen=True, slots=True)
class CardView:
    """What an identity card says of its holder. ``place`` is the commune its address lies in, None where that is not certain."""

    identity: str = field(repr=False)
    name: str = field(repr=False)
    address: str = field(repr=False)
    place: PlaceAnswer | None = None


@dataclass(frozen=True, slots=True)
class AuthorityAnswer:
    """An authority that can be chosen.

    ``why`` says what proposes it (``theo thủ tục``), "" where only the words fit; ``districts`` are the former districts that its commune
    spans.
    """

    authority: Authority
    why: str = ""
    districts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A draft with the things it names, so that inputs can show them: one that was parked, or one that corrects a case."""

    draft: DossierDraft
    procedure: Procedure | None = None
    authority: AuthorityAnswer | None = None
    place: PlaceAnswer | None = None
    delivery_place: PlaceAnswer | None = None
    exemption: ExemptionChoice | None = None


@dataclass(frozen=True, slots=True)
class ParkedDossier:
    """A draft that waits. ``ref`` is its key; ``title`` the applicant or what else tells it, ``procedure`` a name or ""."""

    ref: str
    title: str = field(repr=False)
    procedure: str
    saved_ms: int


@dataclass(frozen=True, slots=True)
class RecentDossier:
    """A case accepted in this shift, and what is known of its papers, in words. ``row.applicant`` may be erased or hidden."""

    row: DossierRow
    paper: str
    paper_tone: Tone


@dataclass(frozen=True, slots=True)
class DossierCounterView:
    """What the page shows beside the draft, read at once.

    ``label_printer`` says what is wrong with the printer for labels, and whether a label waits for it; None while nothing is.
    """

    shift_open: bool
    numbers_left: int
    numbers_low: bool
    dossiers: tuple[RecentDossier, ...]
    accepted: int
    parked: tuple[ParkedDossier, ...]
    now_ms: int
    offset_min: int
    label_printer: PrinterState | None = None


@dataclass(frozen=True, slots=True)
class TakenDossier:
    """A case that is on the disk: its own number, its event, the numbers of its legs, what its applicant pays."""

    dossier: str
    event: Event
    items: tuple[str, ...]
    sums: Sums


class DossierNeeds(LaterNeeds, TakeBackNeeds, Protocol):
    """What the dossier page needs.

    Fields of its refusals: those of `DossierDraft`, with ``applicant_``, ``proxy_`` and ``delivery_`` before what belongs to each. A
    refusal with another name is said beside the save key.
    """

    def recent(self) -> DossierCounterView:
        """Supply of numbers, what was accepted in this shift, what is parked."""

    def procedures(self, text: str) -> Sequence[Procedure]:
        """Procedures for a fragment of code, name or field, best first; the usual ones where nothing is typed."""

    def procedure(self, code: str) -> Procedure:
        """The version of a procedure in force today.

        Raises:
            DeskError: ``dossier.procedure_unknown``.
        """

    def authorities(self, text: str, procedure: str, commune: str) -> Sequence[AuthorityAnswer]:
        """Authorities for a fragment, best first. What procedure and commune propose comes first, and alone where nothing is typed."""

    def communes(self, text: str) -> Sequence[PlaceAnswer]:
        """Communes for a fragment of a name, also of one that was merged into them; then other provinces."""

    def exemptions(self, text: str) -> Sequence[ExemptionChoice]:
        """Rules that reduce the postage, for a fragment."""

    def card(self, raw: str) -> CardView:
        """What the QR of an identity card says. In memory: may be asked in the GUI thread.

        Raises:
            DeskError: ``card.fields``, ``card.contradiction``, ``identity.shape``.
        """

    def quote(self, draft: DossierDraft) -> DossierQuote:
        """What the draft comes to; bad input is in its problems."""

    def accept(self, draft: DossierDraft, ref: str) -> TakenDossier:
        """Take the case over, and forget the draft that is kept under ``ref``.

        Raises:
            DeskError: the first problem, with its field.
        """

    def correction(self, number: str) -> OpenedDraft:
        """An accepted case as its form was filled, set to replace it.

        Raises:
            DeskError: ``reversal.unknown``; rights.
        """

    def park(self, draft: DossierDraft, ref: str) -> None:
        """Keep a draft under a key, instead of what was kept under it before.

        Raises:
            DeskError: ``disk.*``.
        """

    def resume(self, ref: str) -> OpenedDraft:
        """A draft that was kept. It stays kept until it is dropped.

        Raises:
            DeskError: ``dossier.not_parked``.
        """

    def drop(self, ref: str) -> None:
        """Forget a draft."""

    def weigh(self) -> Weighing:
        """What the scale says now.

        Raises:
            DeskError: ``scale.*``.
        """

    def has_scale(self) -> bool:
        """Whether a scale is set up."""
