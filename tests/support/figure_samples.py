"""Figures of small desks, and files of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kt1desk.domain.events import Moment
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.exchange.figure_entries import MARK, impersonal
from kt1desk.exchange.figure_file import FigureFile, coarse, write_figures
from kt1desk.services.report_ports import Entry, JournalHead
from kt1desk.store.device_key import PointKey
from tests.support.exchange_keys import NOON_MS, OFFICE, OFFICE_POINT

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 23)
DAY_MS = 86_400_000


def counted(point: str = OFFICE_POINT) -> tuple[Figure, ...]:
    """Eight days of a desk: items on both sides of the middle of the month, dossiers, cash."""
    return (
        Figure(point, "2026-11-02", Measure.ITEMS, "KT1001", "intra", count=3, dong=90_000),
        Figure(point, "2026-11-09", Measure.ITEMS, "KT1001", "intra", count=2, dong=60_000),
        Figure(point, "2026-11-16", Measure.ITEMS, "KT1001", "intra", count=1, dong=30_000),
        Figure(point, "2026-11-09", Measure.AGENCY_ITEMS, whose="SNV", count=2, dong=60_000),
        Figure(point, "2026-11-16", Measure.DOSSIERS, "both", "1.000001", "SYT", count=4, dong=120_000),
        Figure(point, "2026-11-16", Measure.COMPLAINTS, "late", whose="tthc", count=1),
        Figure(point, "2026-11-16", Measure.COMPLAINTS, "late", whose="kt1", count=1),
        Figure(point, "2026-11-16", Measure.CASH, "dossier", "in", count=1, dong=120_000),
    )


ENTRIES: Mapping[str, tuple[Entry, ...]] = {
    "service_points": (
        {"code": "LS01", "name": "Điểm Tân Thanh", "commune": "06001", "staffed": "yes", MARK: "LS01"},
    ),
    "people": ({"user": "ha.hoang", "trained_on": "2026-03-01", "trained_until": "2027-03-01"},),
}


def heads(reach: int, digest: str = "ab" * 32) -> tuple[JournalHead, ...]:
    """A journal whose two streams have so many events."""
    return (JournalHead(1, 1, reach, digest), JournalHead(2, 1, reach, digest))


def file_of(
    own: PointKey = OFFICE,
    *,
    first: date = FIRST,
    last: date = LAST,
    reach: int = 40,
    later_days: int = 0,
    kt1: bool = True,
    figures: tuple[Figure, ...] | None = None,
) -> FigureFile:
    """What a desk tells on 23/11/2026, or some days later."""
    told = counted(own.point) if figures is None else figures
    return FigureFile(
        own.device,
        own.point,
        Moment(NOON_MS + later_days * DAY_MS),
        first,
        last,
        "2026-11-02",
        kt1,
        heads(reach),
        coarse(told, kt1=kt1),
        impersonal(ENTRIES, kt1=kt1),
    )


def bytes_of(own: PointKey = OFFICE, **said: object) -> bytes:
    """The same as a signed file."""
    return write_figures(file_of(own, **said), own)  # type: ignore[arg-type]
