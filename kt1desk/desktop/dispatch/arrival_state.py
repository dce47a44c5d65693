"""What is known of an arrival while its items are scanned: each scan is judged at once, before it is written.

The judgement is only for the ear and the eye: what counts is what the service says afterwards. Nothing of Qt here.
"""

from __future__ import annotations

from kt1desk.desktop.needs.arrival import ArrivalDetail
from kt1desk.services.arrival_matching import ScanOutcome
from kt1desk.services.arrival_view import ArrivingBag, ArrivingItem


class ArrivalState:
    """A dispatch as it was read, and the scans since."""

    def __init__(self, detail: ArrivalDetail) -> None:
        self.detail = detail
        self._items = {each.item.item: each for each in detail.view.items}
        self._scanned: dict[str, str] = {}

    @property
    def dispatch(self) -> str:
        """Its number."""
        return self.detail.view.dispatch.dispatch

    @property
    def expected(self) -> int:
        """How many items should be there."""
        return self.detail.view.expected

    @property
    def arrived(self) -> int:
        """How many of them were seen."""
        return sum(self.is_seen(item) and not each.surplus for item, each in self._items.items())

    @property
    def items(self) -> tuple[ArrivingItem, ...]:
        """The items, in the order of the dispatch."""
        return self.detail.view.items

    def is_seen(self, item: str) -> bool:
        """Whether it was confirmed, by what was read or by a scan since."""
        return item in self._scanned or (item in self._items and self._items[item].seen)

    def condition(self, item: str) -> str:
        """How it was found."""
        return self._scanned.get(item) or self._items[item].condition

    def place_of(self, item: str) -> int:
        """Where it stands among `items`, -1 for none of these."""
        return next((at for at, each in enumerate(self.items) if each.item.item == item), -1)

    def judge(self, item: str) -> ScanOutcome:
        """What a scan of it comes to, as far as is known here."""
        if self.is_seen(item):
            return ScanOutcome.ALREADY
        return ScanOutcome.EXPECTED if item in self._items else ScanOutcome.SURPLUS

    def take(self, item: str, condition: str) -> None:
        """It was scanned."""
        self._scanned[item] = condition

    def give_back(self, item: str) -> None:
        """Its scan could not be written: it counts as not seen."""
        self._scanned.pop(item, None)

    def bag(self, receptacle: str) -> ArrivingBag | None:
        """One of its bags."""
        return next((bag for bag in self.detail.view.bags if bag.row.receptacle == receptacle), None)

    def to_open(self) -> str:
        """The first bag that is here and closed and is for here, "" for none."""
        here = self.detail.view.dispatch.to
        closed = (bag.row for bag in self.detail.view.bags if bag.received and not bag.opened)
        return next((row.receptacle for row in closed if row.to == here), "")

    def to_receive(self) -> str:
        """The first bag that has not come, "" for none."""
        return next((bag.row.receptacle for bag in self.detail.view.bags if bag.received is None), "")

    def open_bag(self) -> str:
        """The bag that lies open, where there is exactly one whose items are not all seen; "" else."""
        left = {each.receptacle for each in self.items if not self.is_seen(each.item.item)}
        opened = [b.row.receptacle for b in self.detail.view.bags if b.opened]
        unfinished = [bag for bag in opened if bag in left] or opened[-1:]
        return unfinished[0] if len(unfinished) == 1 else ""
