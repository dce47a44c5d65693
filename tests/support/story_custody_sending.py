"""What a clerk does with KT1 mail that leaves a desk: accepting, having it approved, packing, sending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.support.story_custody_desks import PASSWORD
from tests.support.story_custody_hands import AtDesk


@dataclass(frozen=True)
class Letter:
    """An item to be accepted: whom it is from and to as a clerk types it, its letter, its class by its digit, its weight."""

    sender: str
    receiver: str
    secrecy: str
    urgency: str
    weight_g: str


@dataclass(frozen=True)
class Bag:
    """A receptacle as it leaves."""

    number: str
    seal: str
    weight_g: str


@dataclass(frozen=True)
class Trip:
    """How a dispatch travels without a vehicle of the register."""

    route: str
    escort: str
    driver: str


@dataclass(frozen=True)
class Sending(AtDesk):
    """Towards the next point."""

    def accept(self, letter: Letter) -> str:
        """An item at the counter; returns its number as the window says it."""
        desk, keys = self.desk, self.desk.keyboard
        keys.press("F2")
        desk.until_focus("sender")
        keys.enter(letter.sender)
        keys.enter(letter.receiver)
        keys.press(letter.secrecy, letter.urgency)
        desk.until_focus("weight")
        keys.type(letter.weight_g)
        keys.press("space")
        desk.until_text("missing", "Đủ rồi")
        keys.press("F9")
        said = self.said("Đã nhận ")
        desk.until_focus("sender")
        return said.split("Đã nhận ")[1].split(" · ")[0].replace(" ", "")

    def second(self, user: str) -> None:
        """The second person types his name and his password."""
        self.desk.until_focus("user")
        self.desk.keyboard.enter(user)
        self.desk.until_focus("password")
        self.desk.keyboard.enter(PASSWORD)

    def approve(self, items: Sequence[str], by: str) -> None:
        """Look at each by scanning it; another person lets them go."""
        self.work("F4", "ctrl+1", "items")
        self.scan(*items)
        self.picture("approving")
        self.desk.keyboard.press("Return")
        self.second(by)
        self.said(f"Đã duyệt {len(items)} bưu gửi.")
        self.desk.idle()

    def pack(self, to: str, items: Sequence[str], bag: Bag) -> None:
        """Items into a bag, its number, its seal, its weight."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+2", "to")
        keys.enter(to)
        desk.idle()
        self.scan(*items, bag.number, bag.seal)
        self.picture("packing")
        desk.until_focus("weight")
        keys.enter(bag.weight_g)
        self.said(f"Đã đóng túi {bag.number}: {len(items)} bưu gửi")
        desk.idle()

    def send(self, bags: Sequence[Bag], trip: Trip, by: str) -> str:
        """Bags by their tags, the trip, the second person; returns the number of the dispatch."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+3", "bags")
        self.scan(*(bag.number for bag in bags))
        keys.press("Return")
        desk.until_focus("route")
        keys.enter(trip.route)
        desk.until_focus("vehicle")
        keys.enter("khong")
        desk.until_focus("escort")
        keys.say(trip.escort)
        keys.enter()
        desk.until_focus("driver")
        keys.say(trip.driver)
        keys.enter()
        self.picture("sending")
        self.second(by)
        said = self.said("Đã gửi chuyến CT")
        desk.idle()
        return said.split("Đã gửi chuyến ")[1].split(".")[0]
