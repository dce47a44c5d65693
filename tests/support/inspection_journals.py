"""Journals from which the two inspection reports must come out: Lạng Sơn, nine months of 2021, and Phú Yên, 2017 to 2019.

Everything that reports count is written as events by several desks of several points, in the order of days: cases, results, items, entries
of registers; some results are given at another desk than took the case. Beside what must be counted stands what must not be: cases and
items that were taken back, cases of October, results that are taken over and not given, points that were opened the year
before. How it is spread over points, months and agencies is invented.

This module must not know how figures are counted, nor what a report says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kt1desk.domain.dossier import Form
from kt1desk.domain.facts import Sums
from tests.support import figure_acts as acts
from tests.support import figure_books as books
from tests.support.clocks import HandClock
from tests.support.figure_scribe import Scribe

_DESKS = ((1, "240000"), (2, "240000"), (3, "241000"), (4, "243120"))
"""Two at the province's own bureau, one each at two other points."""
_BEGUN = date(2019, 12, 30)
_MONTHS, _AFTER = range(1, 10), 10
_EPOCH, _EIGHT_MS, _DAY_MS = date(1970, 1, 1), 3_600_000, 86_400_000
_SEND, _RETURN = Sums(30_500), Sums(28_500)
_PRICE_DONG = 45_600
AGENCIES = tuple(f"PY-{number:02d}" for number in range(44))


@dataclass(frozen=True)
class LangSon:
    """What must come out of nine months of 2021, what the year before had, and what others say there was in all."""

    received: int = 1_798
    received_before: int = 1_078
    results: int = 11_371
    results_before: int = 5_911
    all_received: int = 103_000
    all_results: int = 103_500


@dataclass(frozen=True)
class PhuYen:
    """Items of each year; agencies that sent them."""

    items: tuple[int, int, int] = (900, 1_500, 6_587)
    agencies: tuple[int, int, int] = (15, 25, 25)


LANG_SON_TENTH = LangSon(180, 108, 1_137, 591, 10_300, 10_350)


def parted(total: int, parts: int) -> tuple[int, ...]:
    """A number parted as evenly as whole numbers can be, the larger parts first."""
    least, more = divmod(total, parts)
    return tuple(least + (at < more) for at in range(parts))


@contextmanager
def lang_son(told: LangSon) -> Iterator[Sequence[Scribe]]:
    """The desks of Lạng Sơn, when everything has happened."""
    with _desks(_BEGUN) as desks:
        _year(desks, 2020, told.received_before, told.results_before)
        for desk in desks:
            _service_points(desk)
        _year(desks, 2021, told.received, told.results)
        outside = {
            "dossiers_all": told.all_received,
            "results_all": told.all_results,
            "points_target": 48,
            "staffed_target": 49,
        }
        for what, number in outside.items():
            _from_outside(desks[0], what, (date(2021, 1, 1), date(2021, 9, 30)), number)
        yield desks


@contextmanager
def phu_yen(told: PhuYen) -> Iterator[Sequence[Scribe]]:
    """The desks of Phú Yên, when everything has happened."""
    with _desks(date(2015, 12, 30)) as desks:
        for agency in AGENCIES:
            said = {"agency": agency, "ground": "b", "since": "2016-01-04"}
            books.enter(desks[0], "adoption", agency, **said, uses="no", reason="unknown_service")
        for year, items, agencies in zip((2017, 2018, 2019), told.items, told.agencies, strict=True):
            _year_of_items(desks, year, items, AGENCIES[:agencies])
            _from_outside(desks[0], "agencies_eligible", (date(year, 1, 1), date(year, 12, 31)), 44)
        for agency in AGENCIES[: told.agencies[-1]]:
            said = {"agency": agency, "ground": "b", "since": "2016-01-04"}
            books.enter(desks[0], "adoption", agency, **said, uses="yes")
        yield desks


@contextmanager
def _desks(begun: date) -> Iterator[Sequence[Scribe]]:
    clock = HandClock(wall_ms=_at(begun))
    desks = [Scribe.at(device, clock, point) for device, point in _DESKS]
    yield desks
    for desk in desks:
        desk.store.close()


def _year(desks: Sequence[Scribe], year: int, received: int, results: int) -> None:
    """Nine months with these numbers in them, and something of the tenth."""
    slots = [(month, desk) for month in _MONTHS for desk in desks]
    across = len(_MONTHS)  # one result each month is given at another desk than took the case
    numbers = zip(slots, parted(received, len(slots)), parted(results - across, len(slots)), strict=True)
    for (month, desk), cases, given in numbers:
        _month(desk, date(year, month, 1), cases, given)
        if desk is desks[1]:
            _across(desks[0], desk)
    for desk in desks:
        _month(desk, date(year, _AFTER, 1), 3, 2)


def _month(desk: Scribe, first: date, cases: int, given: int) -> None:
    """Two shifts: taken in the first one, given in the second; the first and the last day of the month are among them."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    _shift(desk, first)
    for number in range(cases):
        acts.case(desk, (Form.SEND, Form.BOTH)[number % 2], sums=_SEND, which=number)
    acts.take_back_case(desk, acts.case(desk, Form.SEND, sums=_SEND))
    awaited = [acts.case(desk, Form.RETURN, sums=_RETURN, which=number) for number in range(given + 1)]
    covers = [acts.result(desk, case) for case in awaited]
    desk.close_shift()
    _shift(desk, last)
    for number, cover in enumerate(covers[:given]):
        if number % 7 == 0:
            acts.send_out(desk, cover)
        acts.deliver(desk, cover)
    desk.close_shift()


def _across(desk: Scribe, other: Scribe) -> None:
    """A case is taken at one desk of a point, its result given at the other; each hears of what the other did."""
    _shift(desk, desk.day)
    case = acts.case(desk, Form.RETURN, sums=_RETURN)
    cover = acts.result(desk, case)
    desk.close_shift()
    for event in (case.accepted, desk.things[cover].head):
        acts.told(desk, other, (event.device, int(event.stream), event.incarnation, event.seq))
    _shift(other, other.day)
    other.things[cover] = replace(desk.things[cover])
    acts.deliver(other, cover)
    other.close_shift()
    given = other.things[cover].head
    acts.told(other, desk, (given.device, int(given.stream), given.incarnation, given.seq))


def _service_points(desk: Scribe) -> None:
    """48 points opened or restored in nine months by the entries of all desks, and one that was there before."""
    for number in range(desk.device - 1, 48, len(_DESKS)):
        opened = number < 16
        day = date(2021, number % 9 + 1, 10).isoformat()
        values = {"code": f"DV{number:02d}", "name": f"Điểm {number}", "commune": f"{6_001 + number}"}
        values |= {"kind": "culture_point", "opened_on" if opened else "restored_on": day}
        books.enter_book(
            desk, "service_points", values["code"], **values, staffed="no", target="yes"
        )  # its clerk comes later
        books.enter_book(desk, "service_points", values["code"], **values, staffed="yes", target="yes")
    if desk.device == _DESKS[0][0]:
        values = {"code": "CU", "name": "Bưu cục cũ", "commune": "5977", "kind": "post_office"}
        said = {"opened_on": "2020-03-02", "staffed": "yes", "target": "no"}
        books.enter_book(desk, "service_points", "CU", **values, **said)


def _year_of_items(desks: Sequence[Scribe], year: int, items: int, agencies: Sequence[str]) -> None:
    """Items of a year: one in nine has a letter, so that no figure says whose it is; some are taken back and do not count."""
    slots = [(month, desk) for month in range(1, 13) for desk in desks]
    sent = 0
    for (month, desk), number in zip(slots, parted(items, len(slots)), strict=True):
        _shift(desk, date(year, month, 28))
        for _ in range(number):
            agency = "" if sent % 9 == 8 else agencies[(sent - sent // 9) % len(agencies)]
            acts.item(desk, dong=_PRICE_DONG, cash=sent % 4 == 0, agency=agency)
            sent += 1
        acts.reverse(desk, acts.item(desk, dong=_PRICE_DONG, agency=AGENCIES[-1]), _PRICE_DONG)
        desk.close_shift()


def _from_outside(desk: Scribe, what: str, period: tuple[date, date], number: int) -> None:
    first, last = (day.isoformat() for day in period)
    said = {"what": what, "first": first, "last": last, "number": str(number)}
    source = {"issuer": "one_stop_centre", "source": "12/BC", "source_day": "2021-10-05"}
    books.enter_book(desk, "outside_figures", f"{what}-{first}", **said, **source)


def _shift(desk: Scribe, day: date) -> None:
    """Opened at eight in the morning, or later where somebody was there before."""
    desk.clock.wall_ms = max(desk.clock.wall_ms + 1, _at(day))
    desk.day = day
    desk.open_shift()


def _at(day: date) -> int:
    return (day - _EPOCH).days * _DAY_MS + _EIGHT_MS
