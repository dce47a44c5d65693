"""What the dossier page needs, on the services of an open desk.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.app.dossier_answers import DossierAnswers
from kt1desk.app.later_counter import LaterCounter
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.taking_back import TakingBack
from kt1desk.app.words import paper_words, strip_words
from kt1desk.desktop.dossier_needs import (
    AuthorityAnswer,
    CardView,
    DossierCounterView,
    ExemptionChoice,
    OpenedDraft,
    ParkedDossier,
    PlaceAnswer,
    RecentDossier,
    TakenDossier,
)
from kt1desk.desktop.messages import STANDS
from kt1desk.desktop.needs import Weighing
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identity import parse_card
from kt1desk.domain.print_job import JobState
from kt1desk.domain.procedure import Procedure
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.last_accepted import LastAcceptances
from kt1desk.services.refilling import draft_of_dossier
from kt1desk.services.rows import DossierRow, PaperRow, ParkedRow

_RECENT = 20
_A_PAGES_KEY = 32
"""Length of a key that a page made."""
_BETWEEN = " · "


class _AtScale:
    """What a page that weighs needs; None for a desk without a scale."""

    def __init__(self, weigh: Callable[[], Callable[[], Weighing] | None]) -> None:
        self._scale = weigh

    def weigh(self) -> Weighing:
        """See the port."""
        read = self._scale()
        if read is None:
            raise DeskError("scale.not_set_up", "weight")
        return read()

    def has_scale(self) -> bool:
        """See the port."""
        return self._scale() is not None


class DossierCounter(_AtScale, LaterCounter, TakingBack):
    """Implements `kt1desk.desktop.dossier_needs.DossierNeeds`.

    Args:
        desk: the open desk.
        wake_printers: called after each acceptance.
        weigh: one reading of the scale, or None where none is set up.
        label_printer: what is known of the printer for labels; None where nobody knows.
    """

    def __init__(
        self,
        desk: OpenDesk,
        wake_printers: Callable[[], None],
        weigh: Callable[[], Callable[[], Weighing] | None],
        label_printer: Callable[[], PrinterCondition | None] = lambda: None,
    ) -> None:
        super().__init__(weigh)
        LaterCounter.__init__(self, desk)
        TakingBack.__init__(self, desk, wake_printers, LastAcceptances.dossier)
        self._printer = label_printer
        self._wake = wake_printers
        self._answers = DossierAnswers(desk)
        self._places = _Places()

    def recent(self) -> DossierCounterView:
        """See the port."""
        desk = self._desk
        now = desk.clock.now()
        rows = desk.board.dossiers(desk.session, _RECENT)
        shift_open = rows.shift is not None and not rows.shift.closed_ms
        printer = self._printer()
        dossiers = tuple(_recent(row, rows.labels, printer) for row in rows.dossiers) if shift_open else ()
        waits = any(label.state == JobState.QUEUED.value for label in rows.labels.values())
        accepted = rows.shift.dossiers if rows.shift is not None and shift_open else 0
        left = rows.numbers
        parked = tuple(self._places.seen(row) for row in desk.aside.dossiers(desk.session))
        return DossierCounterView(
            shift_open,
            left.left,
            left.low,
            dossiers,
            accepted,
            parked,
            now.utc_ms,
            now.offset_min,
            strip_words(printer, waits=waits),
        )

    def procedures(self, text: str) -> Sequence[Procedure]:
        """See the port."""
        return self._desk.finder.procedures(text, self._desk.today)

    def procedure(self, code: str) -> Procedure:
        """See the port."""
        return self._answers.procedure(code)

    def authorities(self, text: str, procedure: str, commune: str) -> Sequence[AuthorityAnswer]:
        """See the port."""
        return self._answers.authorities(text, procedure, commune)

    def communes(self, text: str) -> Sequence[PlaceAnswer]:
        """See the port."""
        return self._answers.places(text)

    def exemptions(self, text: str) -> Sequence[ExemptionChoice]:
        """See the port."""
        return self._answers.exemptions(text)

    def card(self, raw: str) -> CardView:
        """See the port."""
        card = parse_card(raw)
        place, address = self._answers.place_in(card.residence)
        return CardView(card.number, card.name, address, place)

    def quote(self, draft: DossierDraft) -> DossierQuote:
        """See the port."""
        return self._desk.dossiers.quote(self._desk.session, draft)

    def accept(self, draft: DossierDraft, ref: str) -> TakenDossier:
        """See the port."""
        try:
            taken = self._desk.dossiers.accept(self._desk.session, draft, aside=self._places.of(ref))
        except DeskError as error:
            if error.code == STANDS:
                self._places.close(ref)
            raise
        self._places.close(ref)
        self._wake()
        return TakenDossier(taken.dossier, taken.event, tuple(leg.item for leg in taken.legs), taken.sums)

    def correction(self, number: str) -> OpenedDraft:
        """See the port."""
        desk = self._desk
        return self._answers.opened(draft_of_dossier(desk.store, desk.session, number, desk.clock))

    def park(self, draft: DossierDraft, ref: str) -> None:
        """See the port."""
        desk = self._desk
        if self._places.is_closed(ref):
            return  # the page kept it while it was being accepted: nobody may accept it again
        self._places.put(ref, desk.aside.park_dossier(desk.session, draft, self._places.of(ref)))

    def resume(self, ref: str) -> OpenedDraft:
        """See the port."""
        return self._answers.opened(self._desk.aside.dossier(self._desk.session, self._places.of(ref)))

    def drop(self, ref: str) -> None:
        """See the port."""
        place = self._places.of(ref)
        if place:
            self._desk.aside.drop_dossier(self._desk.session, place)
            self._places.forget(ref)


class _Places:
    """The store numbers what lies aside; the page has a key for each draft before the store has seen it."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._closed: set[str] = set()

    def of(self, ref: str) -> int:
        """The place in the store, 0 while it has none. What an earlier log-in left has its place as its key."""
        return self._known.get(ref) or (int(ref) if ref.isdecimal() and len(ref) < _A_PAGES_KEY else 0)

    def put(self, ref: str, place: int) -> None:
        """A draft of the page lies there now."""
        self._known[ref] = place

    def forget(self, ref: str) -> None:
        """It lies there no more."""
        self._known.pop(ref, None)

    def close(self, ref: str) -> None:
        """It was accepted, and lies there no more: nothing is laid aside under this key from now on."""
        self.forget(ref)
        self._closed.add(ref)

    def is_closed(self, ref: str) -> bool:
        """Whether it was accepted."""
        return ref in self._closed

    def seen(self, row: ParkedRow) -> ParkedDossier:
        """A row of the store as the page lists it."""
        ref = next((ref for ref, place in self._known.items() if place == row.parked), str(row.parked))
        title, _, rest = row.title.partition(_BETWEEN)
        return ParkedDossier(ref, title, rest.rpartition(_BETWEEN)[0], row.saved_ms)


def _recent(
    row: DossierRow, labels: Mapping[str, PaperRow], printer: PrinterCondition | None
) -> RecentDossier:
    label = next((labels[leg.item] for leg in row.legs if leg.item in labels), None)
    words, tone = paper_words(label, printer)
    return RecentDossier(row, words, tone)
