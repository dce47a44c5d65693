"""What clerks do with dossiers that travel: covers in bags and dispatches, without a second person and without an escort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.support.story_custody import Receiving
from tests.support.story_custody_sending import Bag, Sending

_PLACES_OF_TWO_SERVICES = frozenset({"F4", "F5"})


@dataclass(frozen=True)
class OnTheRoad(Sending, Receiving):
    """A clerk at the side «Hồ sơ» of the places that two services share."""

    def work(self, place: str, key: str, focus: str) -> None:
        """A work of dossiers: behind the switch where a place has two sides."""
        self.desk.keyboard.press(place)
        self.desk.idle()
        if place in _PLACES_OF_TWO_SERVICES:
            self.desk.keyboard.press("alt+2")
            self.desk.idle()
        self.desk.keyboard.press(key)
        self.desk.idle()
        self.desk.until_focus(focus)

    def pack(self, to: str, items: Sequence[str], bag: Bag) -> None:
        """Covers into a bag, its number, its seal, its weight."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+2", "to")
        keys.enter(to)
        desk.idle()
        self.scan(*items, bag.number, bag.seal)
        self.picture("packing")
        desk.until_focus("weight")
        keys.enter(bag.weight_g)
        self.said(f"Đã đóng túi {bag.number}: {len(items)} bì hồ sơ")
        desk.idle()

    def dispatch(self, bag: Bag, route: str, driver: str) -> str:
        """A bag by its tag, on a route, by hand; returns the number of the dispatch."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+3", "bags")
        self.scan(bag.number)
        keys.press("Return")
        desk.until_focus("route")
        keys.enter(route)
        desk.until_focus("vehicle")
        keys.enter("khong")
        desk.until_focus("driver")
        keys.say(driver)
        self.picture("sending")
        keys.enter()
        said = self.said("Đã gửi chuyến CT")
        desk.idle()
        return said.split("Đã gửi chuyến ")[1].split(".")[0]

    def arrive(self, dispatch: str, parts: Sequence[bytes], bag: Bag, giver: str, *items: str) -> None:
        """The codes of a manifest, its bag, and every cover in it."""
        self.work("F4", "ctrl+4", "rows")
        self.scan_parts(parts)
        self.desk.until_text("dispatch_number", dispatch)
        self.picture("data")
        self.receive(bag, giver)
        self.next("Đã mở túi")
        self.scan(*items)
        self.picture("confirmed")
        self.next(f"Đã nhận xong chuyến {dispatch}")
