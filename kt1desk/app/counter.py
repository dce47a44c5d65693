"""What the pages of an open desk need, on its services: acceptance, shift, day's board, papers, status line, search.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from kt1desk.app.desk import OpenDesk
from kt1desk.app.gates import LockedScreen
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.words import paper_words, printer_words
from kt1desk.desktop.accept_needs import AgreedTime, CounterView, LabelPicture, QuoteView, RecentItem
from kt1desk.desktop.needs import DeskStatus, ShiftView, TodayView, Tone, Weighing
from kt1desk.domain.checklist import ChecklistLine, lines_for
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.domain.print_job import PrinterRole
from kt1desk.domain.reference import Agency, Province
from kt1desk.domain.text import fold
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import preview_of
from kt1desk.services.acceptance import LABEL, LABEL_VERSION, Accepted
from kt1desk.services.agreed_time import parse_agreed
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.numbers import next_number, supply
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Reader
from kt1desk.services.rows import ItemRow, PaperRow, SearchHit, ShiftRow
from kt1desk.services.shifts import Closing, local_time

_RECENT = 20
_ALL_OF_A_SHIFT = 2_000
_SCREEN_DPI = 203
_HOURS = 7
NO_LINK = "Chưa nối trung tâm"


class AcceptCounter:
    """Implements `kt1desk.desktop.accept_needs.AcceptNeeds`.

    Args:
        desk: the open desk.
        wake_printers: called after each acceptance.
        weigh: one reading of the scale, or None where none is set up.
    """

    def __init__(
        self,
        desk: OpenDesk,
        wake_printers: Callable[[], None],
        weigh: Callable[[], Callable[[], Weighing] | None],
    ) -> None:
        self._desk = desk
        self._wake = wake_printers
        self._scale = weigh

    def counter(self) -> CounterView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        low_at = desk.reference.setting_int("number.low_at", desk.today)
        with desk.store.read() as reader:
            shift, left = reader.open_shift(), supply(reader, low_at)
            rows = reader.items_of_shift(shift.shift, _RECENT) if shift else ()
            labels = {paper.item: paper for paper in reversed(_labels(reader))}
            upcoming = next_number(reader) if left.left else ""
        items = tuple(self._recent(row, labels.get(row.item)) for row in rows)
        accepted = shift.items if shift else 0
        return CounterView(
            shift is not None, upcoming, left.left, left.low, items, accepted, now.utc_ms, now.offset_min
        )

    def agencies(self, text: str, sender: str) -> Sequence[Agency]:
        """See the port."""
        before = self._desk.finder.last_receivers(sender) if sender else ()
        return self._desk.finder.agencies(text, self._desk.today, before)

    def agency(self, ref: str) -> Agency:
        """See the port."""
        return self._desk.reference.agency(ref, self._desk.today)

    def provinces(self, text: str) -> Sequence[Province]:
        """See the port."""
        words = fold(text).split()
        rows = (row for row in self._desk.reference.provinces if row.holds(self._desk.today))
        found = [
            row
            for row in rows
            if all(word in fold(f"{row.full_name} {' '.join(row.old_names)}") for word in words)
        ]
        return sorted(found, key=lambda row: not fold(row.name).startswith(fold(text)))[:8]

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
        raster = rasterise(preview_of(LABEL, LABEL_VERSION, values), _SCREEN_DPI)
        return LabelPicture(raster.width_dots, raster.height_dots, raster.bits)

    def accept(self, draft: AcceptanceDraft) -> Accepted:
        """See the port."""
        accepted = self._desk.acceptance.accept(self._desk.session, draft)
        self._wake()
        return accepted

    def refuse_cover(self, draft: AcceptanceDraft, line: str) -> Event:
        """See the port."""
        return self._desk.acceptance.refuse_cover(self._desk.session, draft, line)

    def weigh(self) -> Weighing:
        """See the port."""
        read = self._scale()
        if read is None:
            raise DeskError("scale.not_set_up", "weight")
        return read()

    def has_scale(self) -> bool:
        """See the port."""
        return self._scale() is not None

    def _recent(self, row: ItemRow, label: PaperRow | None) -> RecentItem:
        words, tone = paper_words(label)
        shown = masked(self._desk, row)
        return RecentItem(shown, self._short_name(shown.receiver), words, tone)

    def _short_name(self, party: Party | None) -> str:
        """What people say: the list's short name, or the name as on the cover; of an agency that left the list its full name."""
        if party is None or not party.agency:
            return party.name if party is not None else ""
        try:
            return self._desk.reference.agency(party.agency, self._desk.today).short_name
        except DeskError:
            return party.name


class ShiftCounter:
    """Implements `ShiftNeeds` and `TodayNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk

    def shift_view(self) -> ShiftView:
        """See the port."""
        desk = self._desk
        with desk.store.read() as reader:
            current, last = reader.open_shift(), reader.last_shift()
            shown = current or last
            rows = reader.items_of_shift(shown.shift, _ALL_OF_A_SHIFT) if shown else ()
        today = desk.shifts.proposed_date()
        notes = sorted(
            {row.value_dong for row in desk.reference.denominations if row.holds(today)}, reverse=True
        )
        items = tuple(masked(desk, row) for row in rows)
        proposed = last.counted_dong if last is not None and last.closed_ms else 0
        offset = desk.clock.now().offset_min
        return ShiftView(current, last, today, proposed, tuple(notes), items, offset)

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        """See the port."""
        return self._desk.shifts.open(self._desk.session, business_date, float_dong)

    def close_shift(self, counted_dong: int) -> Closing:
        """See the port."""
        return self._desk.shifts.close(self._desk.session, counted_dong)

    def today(self) -> TodayView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        low_at = desk.reference.setting_int("number.low_at", desk.today)
        with desk.store.read() as reader:
            shift, left = reader.open_shift(), supply(reader, low_at)
            rows = reader.items_of_shift(shift.shift, _ALL_OF_A_SHIFT) if shift else ()
            questions = len(reader.open_questions())
        waiting = sorted(
            rows, key=lambda row: (row.deadline_ms or now.utc_ms * 2, row.secrecy == "none", row.item)
        )
        return TodayView(
            shift_open=shift is not None,
            accepted=len(rows),
            waiting=len(rows),
            appointed=sum(row.agreed_ms > 0 for row in rows),
            questions=questions,
            numbers_left=left.left,
            numbers_low=left.low,
            hours=_by_hour(rows, now.offset_min),
            items=tuple(masked(desk, row) for row in waiting),
            now_ms=now.utc_ms,
            offset_min=now.offset_min,
        )


class WindowCounter:
    """Implements `WindowNeeds`: the status line, the search, the locked screen."""

    def __init__(
        self, desk: OpenDesk, lock: LockedScreen, printers: Callable[[], Sequence[PrinterCondition]]
    ) -> None:
        self._desk = desk
        self._lock = lock
        self._printers = printers

    def status(self) -> DeskStatus:
        """See the port. There is no link to a centre yet, and the line says so."""
        now = self._desk.clock.now()
        with self._desk.store.read() as reader:
            shift, events = reader.open_shift(), reader.event_count()
        states = tuple(printer_words(condition) for condition in self._printers())
        name = shift.shift.rsplit("/", 1)[-1] if shift else ""
        return DeskStatus(name, NO_LINK, Tone.CALM, events, states, now.utc_ms, now.offset_min)

    def search(self, text: str, limit: int) -> Sequence[SearchHit]:
        """See the port."""
        return self._desk.finder.anything(text, limit)

    def check_password(self, user: str, password: str) -> None:
        """See the port."""
        self._lock.check_password(user, password)


def masked(desk: OpenDesk, row: ItemRow) -> ItemRow:
    """The row as this session may see it: parties of A, B and C items only with clearance."""
    if row.secrecy == "none" or desk.session.may(Act.SEE_SECRET_PARTIES, desk.today):
        return row
    return replace(row, sender=None, receiver=None)


def _labels(reader: Reader) -> Sequence[PaperRow]:
    return [paper for paper in reader.papers(limit=4 * _RECENT) if paper.role == PrinterRole.LABEL.value]


def _by_hour(rows: Sequence[ItemRow], offset_min: int) -> tuple[tuple[str, int], ...]:
    hours = Counter(local_time(Moment(row.accepted_ms, offset_min)).hour for row in rows)
    return tuple((f"{hour}h", hours[hour]) for hour in sorted(hours))[-_HOURS:]
