"""Registers that are kept by law or by habit, as views: from–to, words that a line must have, and the same lines as a report for files.

Nothing is written for them: each line is what the journal says, so a register is complete whenever it is looked at. It tells of what this
desk wrote, and the other desks of the point as far as that came here. Lines of KT1 are for whoever is cleared; the others see the rest.
This module must not know paper, files or screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment, Stream
from kt1desk.domain.permissions import Act, permits, require
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.extracts import extract_of
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Cell, Column, Kind, Report, Signer, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.domain.text import fold
from kt1desk.services.dossier_visit import LATE_DAYS
from kt1desk.services.later_entry import LATER_DAYS
from kt1desk.services.ports import Clock
from kt1desk.services.record_check import require_sound
from kt1desk.services.register_ports import RegisterJournal, RegisterViewReader
from kt1desk.services.register_view_adoption import NOT_USING
from kt1desk.services.register_view_books import CASES, INCIDENTS, LATER
from kt1desk.services.register_view_hands import DELIVERIES, HANDING, MANIFESTS
from kt1desk.services.register_view_kinds import Cells, RegisterView
from kt1desk.services.register_view_words import ViewWords, day_and_time, entered_words
from kt1desk.services.report_values import Shown
from kt1desk.services.rights import day_of_rights
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

VIEWS: Mapping[str, RegisterView] = MappingProxyType(
    {each.code: each for each in (HANDING, CASES, INCIDENTS, MANIFESTS, DELIVERIES, LATER, NOT_USING)}
)
"""By code, in the order in which they are shown."""
MOST_LINES = 3_000
"""Of one answer: a book of a quarter at a busy point. More is asked for in parts."""
_Place = tuple[str, str, int]
"""What lines are sorted by: day, time, and the order of writing."""
_NUMBER = Column("n", "STT", Kind.COUNT)
_OWN_DESK = "Sổ ghi việc đã làm ở điểm này; việc của bàn khác cùng điểm có khi dữ liệu đã về bàn này."
_WITHOUT_KT1 = "Không có dòng của bưu gửi KT1: người xem chưa có quyền."


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a register is wanted: its code, the days, and words that a line must have, "" for all."""

    view: str
    days: Period
    words: str = ""


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A line: its cells by the view's columns, and the number that it is opened by, "" for none."""

    cells: tuple[Cell, ...] = field(repr=False)
    number: str = ""


@dataclass(frozen=True, slots=True)
class ViewPage:
    """The lines of a register, the oldest first. ``whole``: whether those of KT1 are among them, where the register has any."""

    view: RegisterView
    asked: Asked
    lines: tuple[ViewLine, ...]
    whole: bool


class RegisterViews:
    """Reads; nothing is decided here."""

    def __init__(self, journal: RegisterJournal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def readable(self, session: Session) -> tuple[RegisterView, ...]:
        """Registers of which this user may read any line.

        Raises:
            DeskError: rights, where he may read none.
        """
        with self._journal.read() as reader:
            on = day_of_rights(reader.open_shift(), self._clock)
            found = tuple(each for each in VIEWS.values() if _streams(session, each, on))
            if not found:
                require(session.actor, Act.SEE_BOOKS, on)
        return found

    def open(self, session: Session, asked: Asked) -> ViewPage:
        """The lines of some days.

        Raises:
            DeskError: ``register.unknown``; ``register.too_many`` with ``limit``; ``record.doubted``, ``reference.*``, rights.
        """
        view = VIEWS.get(asked.view)
        with self._journal.read() as reader:
            on = day_of_rights(reader.open_shift(), self._clock)
            if view is None:
                require(session.actor, Act.SEE_BOOKS, on)
                raise DeskError("register.unknown", "register")
            streams = _streams(session, view, on)
            if not streams:
                require(session.actor, next(iter(view.acts.values())), on)
            require_sound(reader)
            users = {row.user: row.name for row in reader.users()}
            sees = permits(session.actor, Act.SEE_SECRET_PARTIES, on)
            words = ViewWords(reader, self._reference, users, sees)
            if view.listing is not None:
                lines = _listed(view.listing(words, asked.days, session.desk.point))
            else:
                events = self._events(reader, view, asked.days)
                here = (each for each in events if _is_of(each, session.desk.point, streams))
                lines = _told(view, words, here, asked.days)
            found = list(_limited(_wanted(view, lines, asked.words)))
        found.sort(key=lambda each: each[0])
        return ViewPage(view, asked, tuple(line for _, line in found), streams == frozenset(view.acts))

    def shown(self, session: Session, asked: Asked) -> Shown:
        """The same lines as a report that goes to the screen, to paper and into files, and whether KT1 is among them.

        Raises:
            DeskError: as `open`; ``reference.*``.
        """
        page = self.open(session, asked)
        return Shown(self._report(session, page), None, page.whole and Stream.KT1 in page.view.acts)

    def report(self, session: Session, asked: Asked) -> Report:
        """The report alone.

        Raises:
            DeskError: as `open`; ``reference.*``.
        """
        return self._report(session, self.open(session, asked))

    def _report(self, session: Session, page: ViewPage) -> Report:
        asked, on = page.asked, local_date(self._clock.now())
        days = asked.days
        rows = tuple((at, *line.cells) for at, line in enumerate(page.lines, start=1))
        note = f"Chỉ gồm dòng có «{asked.words.strip()}»." if asked.words.strip() else ""
        notes = (_OWN_DESK, *page.view.notes, "" if page.whole else _WITHOUT_KT1, note)
        return Report(
            template=extract_of(page.view.code),
            revision=on.isoformat(),
            title=page.view.title.upper(),
            unit=(
                str(self._reference.setting("provider.name", on).value),
                self._reference.point(session.desk.point, on).name,
            ),
            period=f"Từ {days.first:%d/%m/%Y} đến {days.last:%d/%m/%Y}",
            first=days.first.isoformat(),
            last=days.last.isoformat(),
            scope=self._reference.point(session.desk.point, on).name,
            sections=(Table(page.view.title, (_NUMBER, *page.view.whole), rows),),
            notes=tuple(each for each in notes if each),
            signers=(Signer("Người lập", session.name), Signer("Thủ trưởng đơn vị")),
        )

    def _events(self, reader: RegisterViewReader, view: RegisterView, days: Period) -> Iterator[Event]:
        """What was written on the days, and after them so long as something of those days may still be entered."""
        now = self._clock.now()
        today = local_date(now)
        late = max(self._reference.setting_int(key, today) for key in (LATER_DAYS, LATE_DAYS))
        first_ms = _midnight_ms(days.first, now)
        end_ms = _midnight_ms(days.last + timedelta(days=late + 2), now)
        return reader.written_between(frozenset(view.tellings), first_ms, end_ms)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line before words are looked for in it."""

    place: _Place
    cells: Cells = field(repr=False)


def _told(view: RegisterView, words: ViewWords, events: Iterable[Event], days: Period) -> Iterator[_Line]:
    """The line of each event of the days."""
    for event in events:
        on, when = day_and_time(event)
        made = (
            view.tellings[event.envelope.type](words, event) if days.holds(date.fromisoformat(on)) else None
        )
        if made is not None:
            cells = (on, when, *made, *(() if view.of_entering else (entered_words(event),)))
            yield _Line((on, when, event.envelope.hlc.ms), cells)


def _listed(rows: Iterable[Cells]) -> Iterator[_Line]:
    """Lines in the order in which they were made."""
    for at, cells in enumerate(rows):
        yield _Line(("", "", at), cells)


def _wanted(view: RegisterView, lines: Iterable[_Line], text: str) -> Iterator[tuple[_Place, ViewLine]]:
    """Those that have every word that is asked for."""
    wanted, columns = fold(text).split(), view.whole
    at = next((place for place, each in enumerate(columns) if each.code == view.number), None)
    for line in lines:
        cells = line.cells
        said = fold(" ".join(cell_text(cell, each.kind) for cell, each in zip(cells, columns, strict=True)))
        if all(word in said for word in wanted):
            yield line.place, ViewLine(cells, str(cells[at] or "") if at is not None else "")


def _limited(
    lines: Iterator[tuple[_Place, ViewLine]],
) -> Iterator[tuple[_Place, ViewLine]]:
    for at, line in enumerate(lines):
        if at >= MOST_LINES:
            raise DeskError("register.too_many", "days", limit=MOST_LINES)
        yield line


def _is_of(event: Event, point: str, streams: frozenset[Stream]) -> bool:
    """Whether it is a line of this point: another desk of the same point tells of the point, not of itself."""
    return event.id.stream in streams and event.body().get("point") == point


def _streams(session: Session, view: RegisterView, on: date) -> frozenset[Stream]:
    return frozenset(stream for stream, act in view.acts.items() if permits(session.actor, act, on))


def _midnight_ms(day: date, now: Moment) -> int:
    zone = timezone(timedelta(minutes=now.offset_min))
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)
