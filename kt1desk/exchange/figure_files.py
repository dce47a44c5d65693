"""Files of figures of many desks as one source of figures, and what is not in them.

Of one desk the newest file that speaks of a half month counts, and an older one no more: «newer» is how far the journal reached, which no
clock can turn back. Two files of one desk that cannot both be true of one journal are refused. This module must not know where files lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.reporting.figures import Figure, is_of_kt1, merged
from kt1desk.domain.reporting.half_months import half_begin, half_end
from kt1desk.domain.reporting.report import Missing
from kt1desk.domain.reporting.sources import OF_POINT
from kt1desk.exchange.figure_file import KIND, FigureFile
from kt1desk.exchange.figure_marks import newest_wordings
from kt1desk.exchange.trust import DeskKeys, local_day
from kt1desk.services.report_ports import Entry

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class _Reach:
    """How far a journal reached: incarnation and seq of the newest chain of each stream, in the order of streams."""

    ends: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, file: FigureFile) -> _Reach:
        newest = dict.fromkeys((stream.value for stream in Stream), (0, 0))
        for head in sorted(file.heads):
            newest[head.stream] = (head.incarnation, head.seq)
        return cls(tuple(newest.values()))

    def covers(self, other: _Reach) -> bool:
        """Whether every stream reached at least as far."""
        return all(own >= its for own, its in zip(self.ends, other.ends, strict=True))


class FigureFiles:
    """Figures of the files that were brought.

    Args:
        files: proved, in any order; the same one twice is the same as once.

    Raises:
        DeskError: ``figure_file.contradicts`` with ``device``: two files of a desk cannot be true of one journal.
    """

    def __init__(self, files: Iterable[FigureFile]) -> None:
        by_desk: dict[int, list[FigureFile]] = {}
        for file in files:
            by_desk.setdefault(file.device, []).append(file)
        self._by_desk: Mapping[int, Sequence[FigureFile]] = {
            device: _in_order(by_desk[device]) for device in sorted(by_desk)
        }

    def figures(self, first: date, last: date) -> tuple[Figure, ...]:
        """The figures of the days from ``first`` to ``last``, by half months.

        Raises:
            DeskError: ``figure_file.cuts`` where the days cut a half month in two.
        """
        _check_halves(first, last)
        return merged(self._counted(first, last))

    def register_entries(self, registers: Iterable[str]) -> Mapping[str, tuple[Entry, ...]]:
        """Entries of the newest file of each desk that has them, each with its point; of what two say the newest."""
        return {code: tuple(self._entries(code)) for code in registers}

    def begun(self) -> Mapping[str, str]:
        """From which day (ISO) on each point counted, by its latest desk; a desk without an event is none."""
        begun: dict[str, str] = {}
        for files in self._by_desk.values():
            newest = files[-1]
            if newest.known_from:
                begun[newest.point] = max(begun.get(newest.point, ""), newest.known_from)
        return begun

    def missing(
        self,
        desks: Iterable[DeskKeys],
        first: date,
        last: date,
        name_of: Callable[[str], str] = str,
        *,
        kt1: bool = True,
    ) -> tuple[Missing, ...]:
        """The points of which not all of these days is here, by code, with the last day that is.

        Args:
            desks: those that may have figures of the days.
            first: of the days.
            last: of the days.
            name_of: what a point is called.
            kt1: whether figures of KT1 are wanted; else a file without them is enough.
        """
        reached: dict[str, list[date | None]] = {}
        for desk in desks:
            reached.setdefault(desk.point, []).append(self._reached(desk.device, first, last, kt1=kt1))
        lacking = {point: days for point, days in reached.items() if any(day != last for day in days)}
        return tuple(
            Missing(point, name_of(point), _since(days, first)) for point, days in sorted(lacking.items())
        )

    def _entries(self, code: str) -> Iterator[Entry]:
        said: dict[str, list[Entry]] = {}
        for files in self._by_desk.values():
            file = next((each for each in reversed(files) if code in each.entries), None)
            if file is not None:
                said.setdefault(file.point, []).extend(file.entries[code])
        for point, entries in said.items():
            for each in newest_wordings(entries):
                yield {**each, OF_POINT: point}

    def _reached(self, device: int, first: date, last: date, *, kt1: bool) -> date | None:
        """The last day up to which every day is here; None where the first one is not."""
        day, here = first, None
        while day <= last:
            file = self._file_of(device, day, kt1=kt1)
            if file is None:
                return here
            until = min(_whole_until(file), half_end(day), last)
            if until < day:
                return here
            here = until
            if here < min(half_end(day), last):
                return here
            day = here + _ONE_DAY
        return here

    def _file_of(self, device: int, day: date, *, kt1: bool) -> FigureFile | None:
        """The newest file of a desk that speaks of a half month."""
        files = reversed(self._by_desk.get(device, ()))
        half = half_begin(day)
        return next(
            (file for file in files if (file.kt1 or not kt1) and file.first <= half <= file.last), None
        )

    def _counted(self, first: date, last: date) -> Iterator[Figure]:
        for device in self._by_desk:
            half = first
            while half <= last:
                for kt1 in (False, True):
                    file = self._file_of(device, half, kt1=kt1)
                    if file is not None:
                        day = half.isoformat()
                        yield from (
                            each for each in file.figures if each.day == day and is_of_kt1(each) is kt1
                        )
                half = half_end(half) + _ONE_DAY


def _check_halves(first: date, last: date) -> None:
    if first != half_begin(first) or last != half_end(last):
        raise KIND.refusal("cuts")


def _whole_until(file: FigureFile) -> date:
    """The last day that a file has all of: more may have come on the day it was made."""
    return min(file.last, local_day(file.made) - _ONE_DAY)


def _since(days: Sequence[date | None], first: date) -> str:
    """The last day that is here of all desks of a point; "" where nothing is of any."""
    if all(day is None for day in days):
        return ""
    return min(day or first - _ONE_DAY for day in days).isoformat()


def _in_order(files: Sequence[FigureFile]) -> tuple[FigureFile, ...]:
    """Files of one desk, the oldest first.

    Raises:
        DeskError: ``figure_file.contradicts``.
    """
    ordered = sorted(files, key=lambda file: (_Reach.of(file), file.made.utc_ms))
    digests: dict[tuple[int, int, int], str] = {}
    for file in ordered:
        for head in file.heads:
            if digests.setdefault((head.stream, head.incarnation, head.seq), head.digest) != head.digest:
                raise _contradicts(file)
    for older, newer in pairwise(ordered):
        if not _Reach.of(newer).covers(_Reach.of(older)):
            raise _contradicts(newer)
    return tuple(ordered)


def _contradicts(file: FigureFile) -> DeskError:
    return DeskError("figure_file.contradicts", KIND.field, device=file.device)
