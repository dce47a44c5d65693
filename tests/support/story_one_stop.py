"""What clerks do at the one-stop place: covers to their authority, what it says, results from it, results to their applicants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.money import format_dong
from tests.support.story import until
from tests.support.story_custody_hands import AtDesk

MISSING, PAPER_MISSING = "1", "1"
"""First of the differences at a re-count, and of the reasons for a supplement."""
_REGISTERED, _SUPPLEMENT = "1", "2"
_BROUGHT, _BY_TRANSFER = "1", "2"
"""First of what is done about a supplement that is waited for; second of the ways to pass money on."""
_TASKS, _FEES = "ctrl+4", "ctrl+5"


@dataclass(frozen=True)
class Officer:
    """Who signs for an authority."""

    name: str
    position: str


def typed(day: date) -> str:
    """A day as a clerk types it."""
    return f"{day:%d/%m/%Y}"


@dataclass(frozen=True)
class AtOneStop(AtDesk):
    """A clerk at the place «Một cửa»."""

    def hand(self, item: str, officer: Officer, missing: int = 0, fee_reference: str = "") -> str:
        """A cover is scanned and counted, the paper at that place of its list is not there; returns the number of the record."""
        desk, keys = self.desk, self.desk.keyboard
        self._come("ctrl+1", "items")
        self.scan(item)
        desk.until_focus("papers")
        if missing:
            keys.press(*["Down"] * (missing - 1), "space")
            desk.until_focus("reasons")
            self.picture("difference")
            keys.press(MISSING)
            desk.until_focus("papers")
        self.picture("counted")
        keys.press("Return")
        self._sign(officer)
        if fee_reference:
            desk.until_focus("fee_reference")
            keys.enter(fee_reference)
        said = self.said("Đã giao 1 bì: biên bản ")
        desk.idle()
        return said.split("biên bản ")[1].split(" ")[0]

    def register(self, item: str, official: str, day: date) -> None:
        """The slip of the authority: its code, the day of its result."""
        desk, keys = self.desk, self.desk.keyboard
        self._answer(item, _REGISTERED)
        desk.until_focus("official")
        keys.enter(official)
        desk.until_focus("official_day")
        keys.enter(typed(day))
        desk.until_focus("slip")
        self.picture("registering")
        keys.press("Return")
        self.said(f"Hồ sơ {official}: cơ quan đã tiếp nhận.")
        desk.idle()

    def ask_supplement(self, item: str, paper: str, until_day: date, asked: int) -> None:
        """The authority wants a paper: the one at that place of the list, until that day."""
        desk, keys = self.desk, self.desk.keyboard
        self._answer(item, _SUPPLEMENT)
        desk.until_focus("reasons")
        keys.press(PAPER_MISSING)
        desk.until_focus("paper")
        keys.enter(paper)
        desk.until_focus("day")
        keys.enter(typed(until_day))
        desk.until_focus("asked")
        keys.press(*["Down"] * (asked - 1), "space")
        self.picture("deciding")
        keys.press("Return")
        self.said("đã ghi «")
        desk.idle()

    def bring(self, official: str, weight_g: int, seal: str) -> tuple[str, int]:
        """The plain copy that an authority asked for first is there; returns the number of its cover and what its way costs."""
        desk, keys = self.desk, self.desk.keyboard
        self._come(_TASKS, "items")
        self.picture("to-do")
        self.scan(official)
        desk.until_focus("reasons")
        keys.press(_BROUGHT)
        desk.until_focus("papers")
        keys.press("space", "k", "k", "Return")
        desk.until_focus("weight")
        keys.enter(str(weight_g))
        desk.until_focus("seal")
        self.scan(seal)
        desk.until_text("price", " đ")
        self.picture("brought")
        price_dong = int("".join(filter(str.isdecimal, desk.text("price"))))
        keys.press("F9")
        said = self.said(f"Hồ sơ {official}: bổ sung đi bì ")
        desk.idle()
        return said.split("đi bì ")[1].split(",")[0].replace(" ", ""), price_dong

    def pass_on(self, authority: str, amount_dong: int, order: str) -> str:
        """All that is here of the only authority goes to it by transfer; returns the number of its list."""
        desk, keys = self.desk, self.desk.keyboard
        self._come(_FEES, "items")
        desk.until_text("subject_number", format_dong(amount_dong))
        keys.press("F9")
        desk.until_focus("reasons")
        keys.press(_BY_TRANSFER)
        desk.until_focus("fee_reference")
        keys.type(order)
        self.picture("passing-on")
        keys.press("Return")
        said = self.said(f"Đã nộp cho {authority}: bảng kê ")
        desk.idle()
        return said.split("bảng kê ")[1].split(" ")[0]

    def take_results(self, officer: Officer, *items: str) -> str:
        """Results of the authority that has something for the post, against its list; returns the number of the book."""
        desk, keys = self.desk, self.desk.keyboard
        self._come("ctrl+2", "items")
        keys.press("Return")
        desk.until_focus("expected")
        keys.enter(str(len(items)))
        until(lambda: desk.text("count_title").startswith("Sổ "), "the book to be open")
        book = desk.text("count_title").removeprefix("Sổ ")
        desk.idle()
        self.scan(*items)
        desk.until_text("count", f"{len(items)} / {len(items)}")
        self.picture("taken")
        keys.press("F9")
        self._sign(officer)
        self.said(f"Sổ {book}: {len(items)} kết quả từ ")
        desk.idle()
        return book

    def give_to_proxy(self, name: str, item: str, card: str, authorisation: str, withdrawn: int) -> str:
        """A result found by its applicant's name goes to somebody he allowed it; returns the label of the papers that come back."""
        desk, keys = self.desk, self.desk.keyboard
        self._come("ctrl+3", "text")
        keys.type(name)
        self.picture("found")
        keys.press("Return")
        until(lambda: desk.text("result_number") != "", "the result")
        desk.idle()
        keys.press("F8")
        desk.until_focus("reasons")
        keys.press("2")
        desk.idle()
        desk.until_focus("reasons")
        keys.press("1")
        desk.until_focus("taker_name")
        self.scan(card)
        desk.until_focus("authorisation")
        keys.say(authorisation)
        keys.enter()
        desk.until_focus("withdrawn")
        keys.enter(str(withdrawn))
        self.picture("giving")
        keys.press("F9")
        said = self.said("Đã trả kết quả ")
        desk.idle()
        assert item in said.replace(" ", "")
        return said.split("bì ")[1].rstrip(".").replace(" ", "")

    def open_case(self, item: str, number: str) -> str:
        """The record of a case, by one of its labels; returns in which state it is said to be."""
        self.desk.keyboard.press("ctrl+t")
        self.desk.idle()
        self.scan(item)
        self.desk.until_text("record_number", number)
        self.picture(f"case-{item}")
        return self.desk.text("record_state")

    def _come(self, work: str, focus: str) -> None:
        self.desk.keyboard.press("F7", work)
        self.desk.idle()
        self.desk.until_focus(focus)

    def _answer(self, item: str, answer: str) -> None:
        """What the authority said of a case that it has, by its digit."""
        desk = self.desk
        desk.keyboard.press("F7", "ctrl+1")
        desk.idle()
        if not desk.text("list_title").startswith("Đang ở"):
            desk.keyboard.press("ctrl+l")
            desk.idle()
        self.scan(item)
        desk.until_focus("reasons")
        desk.keyboard.press(answer)

    def _sign(self, officer: Officer) -> None:
        """Who signs for the authority: asked for at every record."""
        for name, text in (("officer_name", officer.name), ("officer_position", officer.position)):
            self.desk.until_focus(name)
            self.desk.keyboard.say(text)
            self.desk.keyboard.enter()
