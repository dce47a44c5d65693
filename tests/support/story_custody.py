"""What a clerk does with KT1 mail that comes to a desk: taking it over, delivering it, sending it back; `AtMail` does all of custody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.support.story import until
from tests.support.story_custody_hands import AtDesk
from tests.support.story_custody_sending import Bag, Sending


@dataclass(frozen=True)
class Receiving(AtDesk):
    """From the point before."""

    def receive(self, bag: Bag, giver: str, *, sealed: bool = True) -> None:
        """A bag is taken over from whoever brought it; without its seal the input for it stays empty."""
        desk, keys = self.desk, self.desk.keyboard
        self.scan(bag.number)
        desk.until_focus("seal")
        if sealed:
            self.scan(bag.seal)
        else:
            keys.press("Return")
        desk.until_focus("weight")
        keys.enter(bag.weight_g)
        desk.until_focus("giver")
        keys.say(giver)
        keys.enter()
        self.said(f"Đã nhận túi {bag.number}.")
        desk.idle()

    def next(self, told: str) -> None:
        """F9: what is due at the arrival."""
        self.desk.keyboard.press("F9")
        self.said(told)
        self.desk.idle()

    def record(self, reason: str) -> str:
        """An incident record for the difference that the keys are at, its reason by its digit; returns its number."""
        desk, keys = self.desk, self.desk.keyboard
        keys.press("ctrl+b")
        until(lambda: desk.focus() == "reasons", "the reasons")
        self.picture(f"record-{reason}")
        keys.press(reason)
        said = self.said("Đã lập biên bản ")
        desk.idle()
        return said.split("Đã lập biên bản ")[1].split(" ")[0]


@dataclass(frozen=True)
class Delivering(AtDesk):
    """To whom it is for, or back."""

    def start_round(self, items: Sequence[str]) -> str:
        """Whoever is alone goes out with them; returns the number of the list."""
        self.work("F5", "ctrl+1", "items")
        self.scan(*items)
        self.picture("round")
        self.desk.keyboard.press("Return")
        said = self.said(f"Đã giao {len(items)} bưu gửi: danh sách ")
        self.desk.idle()
        return said.split("danh sách ")[1].split(" ")[0]

    def deliver(self, item: str, taker: str, position: str, reference: str = "") -> None:
        """Into whose hands; without a reference the line of the list is one."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F5", "ctrl+2", "items")
        self.scan(item)
        for name, text in (("taker_name", taker), ("taker_position", position), ("reference", reference)):
            if text:
                desk.until_focus(name)
                keys.say(text)
                self.picture(f"deliver-{name}")
                keys.enter()
        self.said("Đã phát ")
        desk.idle()

    def fail(self, item: str, reason: str) -> None:
        """Offered in vain, why by its digit; then it is given back at the counter."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F5", "ctrl+2", "items")
        self.scan(item)
        desk.until_focus("taker_name")
        keys.press("F8")
        desk.until_focus("reasons")
        self.picture("attempt")
        keys.press(reason)
        self.said("phát chưa được")
        self.work("F5", "ctrl+3", "items")
        self.scan(item)
        keys.press("Return")
        self.said("Đã nhận lại 1 bưu gửi")
        desk.idle()

    def ask_to_return(self, item: str, reason: str, device: int) -> str:
        """Back to the sender; somebody at another desk is called. Returns the digits to be read out to him."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F5", "ctrl+4", "items")
        self.scan(item)
        desk.until_focus("turning")
        keys.press("2")
        desk.until_focus("reasons")
        keys.press(reason)
        desk.until_focus("user")
        keys.press("ctrl+m", "2")
        desk.until_focus("device")
        keys.enter(str(device))
        desk.until_focus("approver")
        self.picture("asking")
        return desk.text("digits").replace(" ", "")

    def answer_return(self, device: int, digits: str) -> str:
        """At the desk that is called: who calls, the digits, what for. Returns the digits to be read back."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+1", "items")
        keys.press("ctrl+g")
        desk.until_focus("asker")
        keys.enter(str(device))
        desk.until_focus("asked_digits")
        keys.enter(digits)
        desk.until_focus("asked")
        keys.press("4", "Return")
        desk.until_focus("things")
        keys.enter("1")
        until(lambda: desk.text("answer_digits") != "", "the digits to read back")
        self.picture("answering")
        return desk.text("answer_digits").replace(" ", "")

    def give_answer(self, approver: str, digits: str) -> None:
        """What was heard on the telephone."""
        desk, keys = self.desk, self.desk.keyboard
        keys.enter(approver)
        desk.until_focus("told")
        keys.enter(digits)
        self.said("đã có người thứ hai duyệt")
        desk.idle()


@dataclass(frozen=True)
class AtMail(Sending, Receiving, Delivering):
    """A clerk at a desk with KT1 mail."""
