"""Records: everything the books say of one number, for the page that shows it: an item, a case, or a number of this desk that nobody has.

What was taken back is told by the event that took it back; the slip that was queued with it names that event. Rights and masks are applied
here. This module must not know how anything is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.custody import Custody, State
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import CashPaid, read_dossier_accepted
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.board import masked, shown_paper
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.numbers import own_number
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.reversal_papers import REVERSAL_SLIP
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DossierRow, ItemRow, PaperRow
from kt1desk.services.sessions import Session
from kt1desk.services.taken import cash_of, is_accepted_here, is_item_here, item_taken, listed_papers


@dataclass(frozen=True, slots=True)
class TakenBack:
    """When, why and by whom an acceptance was taken back; ``paid`` is the cash that went back, by kind, in đồng.

    ``reason`` is coded (`kt1desk.services.reversal.ReversalReason`); ``replaced_by`` the number of the correction, or "".
    """

    event: EventId
    proof: str
    at_ms: int
    reason: str
    by: str
    paid: tuple[tuple[str, int], ...]
    replaced_by: str


@dataclass(frozen=True, slots=True)
class EnteredAt:
    """When something was entered that happened before: why, in words, and from which sheet of paper; "" where that is not known here."""

    entered_ms: int
    reason: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of every acceptance beside its row.

    Attributes:
        clerk: name of who accepted it.
        papers: its print jobs, newest first, without what stands on them.
        refunds: cash that would go back if it were taken back now, by kind, in đồng.
        replaces: number of the acceptance that it corrects, or "".
        back: how it was taken back, None while it is here (or where the paper that tells it is gone).
        later: when it was entered, None where that was at once.
    """

    clerk: str
    papers: tuple[PaperRow, ...]
    refunds: tuple[tuple[str, int], ...]
    replaces: str
    back: TakenBack | None
    later: EnteredAt | None = None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """A KT1 item. ``hidden``: whoever asks may not see its parties. ``product`` is the name of what was bought.

    ``left``: it was accepted at another point, or is on its way, with somebody else, or going back: its acceptance stands.
    """

    row: ItemRow
    told: Told
    product: str
    hidden: bool
    left: bool = False

    @property
    def number(self) -> str:
        """By which it is asked for."""
        return self.row.item

    @property
    def is_here(self) -> bool:
        """Whether it can still be taken back."""
        return not self.left and not self.is_taken_back

    @property
    def is_taken_back(self) -> bool:
        """Whether its acceptance was taken back."""
        return self.row.state == State.REVERSED


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """A case with its list of papers as counted."""

    row: DossierRow
    told: Told
    lines: tuple[PaperLine, ...]

    @property
    def number(self) -> str:
        """By which it is asked for."""
        return self.row.dossier

    @property
    def is_here(self) -> bool:
        """Whether it can still be taken back; a case that another point accepted has no shift here and is taken back there."""
        return self.row.state == Custody.HERE and bool(self.row.shift)

    @property
    def is_taken_back(self) -> bool:
        """Whether its acceptance was taken back."""
        return self.row.state == Custody.REVERSED


@dataclass(frozen=True, slots=True)
class LooseNumber:
    """A number of this desk's blocks that no acceptance has: free, or taken out for ever."""

    number: str
    voided: bool


Record = ItemRecord | DossierRecord | LooseNumber


class Records:
    """Answers for one number."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def find(self, session: Session, text: str) -> Record | None:
        """What a number stands for: of an item, of a leg, the post's own of a case, a mã hồ sơ, or one of this desk's roll.

        Whoever may see no KT1 item is refused before one is looked for, and so for each number that could be one of KT1: the answer must
        not tell which numbers are taken.

        Raises:
            DeskError: ``user.not_allowed``, ``user.clearance_missing``, ``user.clearance_expired``; ``number.check_digit`` where a number
                of thirteen characters was mistyped.
        """
        with self._journal.read() as reader:
            shift = reader.open_shift()
            on = require_now(session, Act.SEE_DOSSIERS, shift, self._clock)
            case = reader.dossier(text.strip())
            if case is not None:
                return _dossier(reader, self._reference, case)
            if not self._is_of_dossiers(text, on):
                require_now(session, Act.SEE_ITEMS, shift, self._clock)
            item = reader.item(normalise_number(text))
            return self._item(reader, session, item, on) if item is not None else _loose(reader, text)

    def _is_of_dossiers(self, text: str, on: date) -> bool:
        """Whether the number, as it is written, is one that only legs of cases get."""
        number = normalise_number(text)
        ours = self._reference.number_rule(on, TTHC_SERVICE).holds_prefix(number[:2])
        return ours and not self._reference.number_rule(on).holds_prefix(number[:2])

    def _item(self, reader: Reader, session: Session, row: ItemRow, on: date) -> ItemRecord:
        here = is_item_here(reader, row.item)
        ours = here and is_accepted_here(reader, row.event)
        refunds = item_taken(reader, row.item).refunds if ours else ()
        return ItemRecord(
            row=masked(session, row, on),
            told=_told(reader, self._reference, row, (row.item,), refunds),
            product=next((p.name for p in self._reference.products if p.code == row.product), row.product),
            hidden=row.secrecy != Secrecy.NONE and not permits(session.actor, Act.SEE_SECRET_PARTIES, on),
            left=not here and row.state != State.REVERSED,
        )


def _dossier(reader: Reader, reference: ReferenceData, row: DossierRow) -> DossierRecord:
    acceptance = _known(reader, row.event)
    refunds = cash_of(reader, row) if row.state == Custody.HERE else ()
    return DossierRecord(
        row=row,
        told=_told(reader, reference, row, [leg.item for leg in row.legs], refunds),
        lines=_lines(reader, row, acceptance),
    )


def _lines(reader: Reader, row: DossierRow, acceptance: Event) -> tuple[PaperLine, ...]:
    """The list as accepted. Parts of another desk's come each for itself, perhaps not yet; what was brought later stands behind them."""
    if reader.event(acceptance.id) is not None:
        return listed_papers(reader, acceptance)
    return tuple(reader.case_papers(row.dossier))[: read_dossier_accepted(acceptance).papers]


def _loose(reader: Reader, text: str) -> LooseNumber | None:
    try:
        return LooseNumber(own_number(reader, text), voided=False)
    except DeskError as error:
        if error.code == "number.check_digit":
            raise
        if error.code == "number.used":
            return LooseNumber(normalise_number(text), voided=True)
        return None


def _told(
    reader: Reader,
    reference: ReferenceData,
    row: ItemRow | DossierRow,
    items: Sequence[str],
    refunds: tuple[tuple[str, int], ...],
) -> Told:
    accepted = _known(reader, row.event)
    papers = [paper for item in items for paper in reader.papers(item)]
    user = reader.user(row.user)
    return Told(
        clerk=user.name if user is not None else row.user,
        papers=tuple(shown_paper(paper) for paper in sorted(papers, key=lambda paper: -paper.job)),
        refunds=refunds,
        replaces=str(accepted.body().get("replaces", "")),
        back=_back(reader, papers) if row.state == Custody.REVERSED else None,
        later=_later(reader, reference, accepted, row.dossier if isinstance(row, DossierRow) else row.item),
    )


def _later(reader: Reader, reference: ReferenceData, accepted: Event, number: str) -> EnteredAt | None:
    entered = accepted.envelope.entered
    if entered is None:
        return None
    row = reader.later_of(number)
    if row is None:
        return EnteredAt(entered.utc_ms)
    return EnteredAt(entered.utc_ms, word_for(reference.coded, CodeList.LATER, row.reason), row.sheet)


def _back(reader: Reader, papers: Sequence[PaperRow]) -> TakenBack | None:
    """The slip of the reversal was queued in its transaction and names its event; what is told comes from the event."""
    slip = next((paper for paper in papers if paper.template == REVERSAL_SLIP), None)
    if slip is None:
        return None
    event = _known(reader, EventId.parse(slip.values["event_ref"]))
    body, user = event.body(), reader.user(event.envelope.actor)
    return TakenBack(
        event=event.id,
        proof=event.proof,
        at_ms=event.envelope.happened.utc_ms,
        reason=str(body["reason"]),
        by=user.name if user is not None else event.envelope.actor,
        paid=_paid(reader, event),
        replaced_by=str(body.get("replaced_by", "")),
    )


def _paid(reader: Reader, event: Event) -> tuple[tuple[str, int], ...]:
    parents = (_known(reader, parent) for parent in event.envelope.parents)
    bodies = [parent.body() for parent in parents if parent.envelope.type == CashPaid.TYPE]
    return tuple((str(body["kind"]), int(str(body["amount"]))) for body in bodies)


def _known(reader: Reader, event: EventId) -> Event:
    """An event that a row names: ours, or that of the point whose dispatch told of an item."""
    found = reader.any_event(event)
    if found is None:
        raise DeskError("store.damaged")
    return found
