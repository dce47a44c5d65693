"""What the page that accepts KT1 items needs, on the services of an open desk.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.app.half_typed import HalfTyped
from kt1desk.app.label_picture import label_picture, label_size
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.provinces import provinces_like
from kt1desk.app.taking_back import TakingBack
from kt1desk.app.words import paper_words, strip_words
from kt1desk.desktop.accept_needs import (
    AgreedTime,
    CounterView,
    LabelPicture,
    QuoteView,
    RecentItem,
)
from kt1desk.desktop.needs import Weighing
from kt1desk.domain.checklist import ChecklistLine, lines_for
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.print_job import JobState
from kt1desk.domain.reference import Agency, Province
from kt1desk.services.acceptance import Accepted
from kt1desk.services.agreed_time import parse_agreed
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.last_accepted import LastAcceptances
from kt1desk.services.paper_values import when_words
from kt1desk.services.rows import ItemRow, PaperRow

_RECENT = 20


class AcceptCounter(HalfTyped, TakingBack):
    """Implements `kt1desk.desktop.accept_needs.AcceptNeeds`.

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
        super().__init__(desk)
        TakingBack.__init__(self, desk, wake_printers, LastAcceptances.item)
        self._printer = label_printer
        self._wake = wake_printers
        self._scale = weigh

    def counter(self) -> CounterView:
        """See the port."""
        now = self._desk.clock.now()
        rows = self._desk.board.counter(self._desk.session, _RECENT)
        printer = self._printer()
        items = tuple(self._recent(row, rows.labels.get(row.item), printer) for row in rows.items)
        waits = any(label.state == JobState.QUEUED.value for label in rows.labels.values())
        accepted = rows.shift.items if rows.shift else 0
        left, is_open = rows.numbers, rows.shift is not None
        return CounterView(
            is_open,
            rows.next_number,
            left.left,
            left.low,
            items,
            accepted,
            now.utc_ms,
            now.offset_min,
            strip_words(printer, waits=waits),
            label_size(printer),
        )

    def agencies(self, text: str, sender: str) -> Sequence[Agency]:
        """See the port."""
        desk = self._desk
        if not text.strip():
            return desk.finder.agencies(desk.session, "", desk.finder.favourites(desk.session, sender))
        before = desk.finder.last_receivers(desk.session, sender) if sender else ()
        return desk.finder.agencies(desk.session, text, before)

    def agency(self, ref: str) -> Agency:
        """See the port."""
        return self._desk.finder.agency(self._desk.session, ref)

    def provinces(self, text: str) -> Sequence[Province]:
        """See the port."""
        return provinces_like(self._desk, text)

    def checklist(self, secrecy: Secrecy) -> Sequence[ChecklistLine]:
        """See the port."""
        return lines_for(self._desk.reference.checklist, secrecy, self._desk.today)

    def agreed(self, text: str) -> AgreedTime:
        """See the port."""
        now = self._desk.clock.now()
        at_ms = parse_agreed(text, now)
        return AgreedTime(at_ms, when_words(at_ms, now.offset_min))

    def quote(self, draft: AcceptanceDraft) -> QuoteView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        return QuoteView(desk.acceptance.quote(desk.session, draft), now.utc_ms, now.offset_min)

    def label(self, draft: AcceptanceDraft) -> LabelPicture | None:
        """See the port."""
        values = self._desk.acceptance.label(self._desk.session, draft)
        if values is None:
            return None
        return label_picture(values, self._printer())

    def accept(self, draft: AcceptanceDraft, replaces: str = "", aside: int = 0) -> Accepted:
        """See the port."""
        accepted = self._desk.acceptance.accept(self._desk.session, draft, replaces, aside=aside)
        self._wake()
        return accepted

    def refuse_cover(self, draft: AcceptanceDraft, line: str, aside: int = 0) -> Event:
        """See the port."""
        return self._desk.acceptance.refuse_cover(self._desk.session, draft, line, aside)

    def weigh(self) -> Weighing:
        """See the port."""
        read = self._scale()
        if read is None:
            raise DeskError("scale.not_set_up", "weight")
        return read()

    def has_scale(self) -> bool:
        """See the port."""
        return self._scale() is not None

    def _recent(self, row: ItemRow, label: PaperRow | None, printer: PrinterCondition | None) -> RecentItem:
        words, tone = paper_words(label, printer)
        return RecentItem(row, short_name(self._desk, row.receiver), words, tone)


def short_name(desk: OpenDesk, party: Party | None) -> str:
    """What people say: the list's short name, or the name as on the cover; of an agency that left the list its full name."""
    if party is None or not party.agency:
        return party.name if party is not None else ""
    try:
        return desk.reference.agency(party.agency, desk.today).short_name
    except DeskError:
        return party.name
