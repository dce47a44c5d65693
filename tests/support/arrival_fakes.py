"""An arrival in memory: dispatches under way, one of them scanned piece by piece. Each scan is written once and in its order."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.arrival import ArrivalDetail, Coming, ComingView, ItemScanned, PartNews
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ReceptacleReceived
from kt1desk.domain.service import Service
from kt1desk.services.arrival_matching import ScanOutcome
from kt1desk.services.arrival_view import (
    INTACT,
    SEAL_DIFFERS,
    ArrivalView,
    ArrivingBag,
    ArrivingItem,
    Difference,
    Wrong,
)
from kt1desk.services.arrivals import ArrivalScan, Received, ReceiveDraft
from kt1desk.services.custody_rows import DispatchRow
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN

CODES = (
    Choice("missing", "Thiếu so với bản kê"),
    Choice("seal_broken", "Niêm phong bị đứt, không nguyên"),
    Choice("wrongly_protected", "Bảo vệ không đúng quy định (thiếu bì, thiếu chữ, ghi chữ ngoài bì)"),
)
FROM = "Bưu cục Vũ Lăng"
PARTS = 3


def _open_gate() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate


@dataclass
class FakeArrivals:
    """What comes in. `faults` are items whose scan cannot be written, once each; `gate` holds every scan back while it is shut.

    `paper_of` is the other service where the paper turns out to be of that.
    """

    coming_rows: list[DispatchRow] = field(default_factory=list)
    arriving: dict[str, ArrivalView] = field(default_factory=dict)
    received: list[ReceiveDraft] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    scanned: list[ItemScanned] = field(default_factory=list)
    incidents: list[tuple[Difference, str]] = field(default_factory=list)
    arrived: list[str] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)
    paper_of: Service | None = None
    faults: set[str] = field(default_factory=set)
    gate: threading.Event = field(default_factory=_open_gate)

    def coming(self) -> ComingView:
        rows = (row for row in self.coming_rows if row.dispatch not in self.arrived)
        return ComingView(tuple(Coming(row, FROM) for row in rows), NOW_MS, OFFSET_MIN)

    def dispatch_of(self, receptacle: str) -> str:
        return next((d for d, view in self.arriving.items() if _has(view, receptacle)), "")

    def arrival(self, dispatch: str) -> ArrivalDetail:
        if dispatch not in self.arriving:
            raise DeskError("dispatch.unknown", "dispatch", number=dispatch)
        view = self.arriving[dispatch]
        return ArrivalDetail(replace(view, differences=self._differences(view)), FROM, OFFSET_MIN)

    def receive_bag(self, bag: ReceiveDraft) -> Received:
        self.received.append(bag)
        dispatch = self.dispatch_of(bag.receptacle)
        condition = bag.condition
        if dispatch:
            row = next(b.row for b in self.arriving[dispatch].bags if b.row.receptacle == bag.receptacle)
            condition = SEAL_DIFFERS if bag.seal != row.seal else bag.condition
            fact = ReceptacleReceived(
                bag.receptacle, 3, bag.seal, bag.weight_g, condition, "240000", "2026-11-22/2"
            )
            self._change_bag(dispatch, bag.receptacle, received=fact)
        return Received(bag.receptacle, None, condition, bool(dispatch))

    def open_bag(self, receptacle: str) -> None:
        self.opened.append(receptacle)
        self._change_bag(self.dispatch_of(receptacle), receptacle, opened=True)

    def scan(self, scanned: ItemScanned) -> ArrivalScan:
        self.gate.wait(5)
        if scanned.item in self.faults:
            self.faults.discard(scanned.item)
            raise DeskError("disk.full")
        is_repeat = any(before.item == scanned.item for before in self.scanned)
        self.scanned.append(scanned)
        if is_repeat:
            return ArrivalScan(ScanOutcome.ALREADY, scanned.item, "", None)
        for dispatch, view in self.arriving.items():
            for at, each in enumerate(view.items):
                if each.item.item == scanned.item:
                    seen = replace(each, seen=True, condition=scanned.condition)
                    items = (*view.items[:at], seen, *view.items[at + 1 :])
                    self.arriving[dispatch] = replace(view, items=items)
                    return ArrivalScan(ScanOutcome.EXPECTED, scanned.item, dispatch, None)
        outcome = ScanOutcome.SURPLUS if scanned.receptacle else ScanOutcome.BEFORE_DATA
        return ArrivalScan(outcome, scanned.item, "", None)

    def take_part(self, data: bytes) -> PartNews:
        if not data.startswith(b"part"):
            raise DeskError("paper_code.unknown")
        self.parts.add(int(data[4:]))
        missing = tuple(sorted(set(range(1, PARTS + 1)) - self.parts))
        dispatches = () if missing else tuple(self.arriving)[:1]
        elsewhere = None if missing else self.paper_of
        return PartNews(len(self.parts), PARTS, missing, dispatches, elsewhere=elsewhere)

    def forget_parts(self) -> None:
        self.parts.clear()

    def take_bundle(self, path: str) -> Sequence[str]:
        if not path.endswith(".kt1bundle"):
            raise DeskError("file.gone", "file")
        return tuple(self.arriving)[:1]

    def incident_codes(self, wrong: Wrong) -> Sequence[Choice]:
        return CODES

    def open_incident(self, dispatch: str, difference: Difference, code: str) -> str:
        self.incidents.append((difference, code))
        return f"BB240000-261122-7-{len(self.incidents)}"

    def close_arrival(self, dispatch: str) -> None:
        lacking = self.arrival(dispatch).view.lacking
        if lacking:
            numbers = ", ".join(each.number for each in lacking)
            raise DeskError("arrival.incident_needed", "dispatch", count=len(lacking), numbers=numbers)
        self.arrived.append(dispatch)

    def _differences(self, view: ArrivalView) -> tuple[Difference, ...]:
        found: list[tuple[Wrong, ThingKind, str]] = []
        for bag in view.bags:
            if bag.received is None:
                found.append((Wrong.BAG_MISSING, ThingKind.RECEPTACLE, bag.row.receptacle))
            elif bag.received.condition == SEAL_DIFFERS:
                found.append((Wrong.SEAL, ThingKind.RECEPTACLE, bag.row.receptacle))
        for item in view.items:
            if not item.seen:
                found.append((Wrong.MISSING, ThingKind.ITEM, item.item.item))
            elif item.condition != INTACT:
                found.append((Wrong.DAMAGED, ThingKind.ITEM, item.item.item))
        return tuple(Difference(*each, self._record(*each)) for each in found)

    def _record(self, wrong: Wrong, _kind: ThingKind, number: str) -> str:
        for at, (difference, _) in enumerate(self.incidents, 1):
            if (difference.wrong, difference.number) == (wrong, number):
                return f"BB240000-261122-7-{at}"
        return ""

    def _change_bag(self, dispatch: str, receptacle: str, **changes: object) -> None:
        view = self.arriving[dispatch]
        bags = tuple(
            replace(bag, **changes) if bag.row.receptacle == receptacle else bag  # type: ignore[arg-type]
            for bag in view.bags
        )
        self.arriving[dispatch] = replace(view, bags=bags)


def arriving(row: DispatchRow, bags: Sequence[ArrivingBag], items: Sequence[ArrivingItem]) -> ArrivalView:
    """A dispatch under way to here."""
    return ArrivalView(row, tuple(bags), tuple(items), ())


def _has(view: ArrivalView, receptacle: str) -> bool:
    return any(bag.row.receptacle == receptacle for bag in view.bags)
