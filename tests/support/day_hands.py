"""A clerk at work with nothing but a keyboard and a scanner on a cable: goes where the focus is, types what is wanted there, goes on.

Each wait is for a state of the window; the focus says what is asked for next.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.day_plan import Case, Kind, Trouble
from tests.support.story_dossiers import grouped
from tests.support.watched_desk import WatchedDesk

_LOG = logging.getLogger(__name__)
_PICTURE_EVERY = 5
SCANNER_GAP_MS = 17
"""Between two keys: 60 characters a second."""
MOST_STEPS = 40
_BY_ONE_KEY = {"form", "paper_table", "district", "authority_district", "secrecy", "urgency"}
"""Inputs that a single key decides; whatever comes after it is asked for next."""
_BETWEEN = frozenset(Trouble) - {Trouble.NONE, Trouble.BURST, Trouble.BACK}
"""What costs the clerk keys before the acceptance itself; a scanner's keys are not his."""
_SLIP = "xq"
"""Typed by mistake: no name begins so."""
_WRONG_DIGITS = "7"
_TROUBLED = {
    **dict.fromkeys(Kind, "sender"),
    Kind.SAME: "weight",
    Kind.OUTSIDE: "other_address",
    **dict.fromkeys((Kind.SENT, Kind.FETCHED, Kind.BOTH), "name"),
}
"""In the middle of which text something comes between."""


@dataclass
class Day:
    """What was done so far: numbers as the window said them, keys of each kind."""

    desk: WatchedDesk
    pictures: Path | None = None
    numbers: list[str] = field(default_factory=list)
    taken_back: set[str] = field(default_factory=set)
    keys: defaultdict[Kind, list[int]] = field(default_factory=lambda: defaultdict(list))
    letters: defaultdict[Kind, list[int]] = field(default_factory=lambda: defaultdict(list))
    troubles: defaultdict[Trouble, int] = field(default_factory=lambda: defaultdict(int))
    disturbed: defaultdict[Kind, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Keys of those between which something came, taking back not counted: `keys` has the others."""
    cash_dong: int = 0
    asked_for: int = 0
    """Letters, digits and choices of the customer in front that had to be typed."""
    is_begun: bool = False
    """Whether half of the text of the input in front stands there."""

    # --- one customer ------------------------------------------------------------------------------------------------

    def serve(self, case: Case) -> None:
        """From the first key to the sentence that says the number; keys are counted by kind and trouble."""
        before, self.asked_for = self.desk.pressed, 0
        accept = self._dossier if case.kind.is_dossier else self._item
        number, scanned = accept(case)
        self.numbers.append(number)
        counted = self.disturbed if case.trouble in _BETWEEN else self.keys
        counted[case.kind].append(self.desk.pressed - before - scanned)
        if case.trouble not in _BETWEEN:
            self.letters[case.kind].append(self.asked_for)
        self.troubles[case.trouble] += 1
        if case.trouble is Trouble.BACK:
            (self._undo if case.kind.is_dossier else self._take_back)()
            self.taken_back.add(number)
        _LOG.info("%s. %s, %s: %s", len(self.numbers), case.kind.value, case.trouble.value, number)

    def _item(self, case: Case) -> tuple[str, int]:
        desk = self.desk
        desk.press("F2")
        desk.until("sender", idle=True)
        if case.kind is Kind.SAME:
            desk.press("F8")
            desk.until(leaves="sender")
        scanned = self._fill(case, "confirm", self._answer_item)
        if case.number and case.trouble is not Trouble.BURST:
            scanned += self._burst(case.number)
        desk.press("space")
        self._picture(case)
        desk.until("confirm", texts={"missing": "Đủ rồi"})
        desk.press("F9")
        said = desk.until("sender", texts={"search_note": "Đã nhận "}, idle=True).text("search_note")
        return "".join(said.removeprefix("Đã nhận ").split(" · ")[0].split()), scanned

    def _dossier(self, case: Case) -> tuple[str, int]:
        desk = self.desk
        desk.press("F3")
        desk.until("form", idle=True)
        scanned = self._fill(case, "save", self._answer_dossier)
        desk.until("save", texts={"missing": "Đủ rồi"})
        self._picture(case)
        if case.trouble is not Trouble.BACK:
            self.cash_dong += _total_dong(desk.until(idle=True, tell="price").text("price"))
        desk.press("F9")
        said = desk.until("form", texts={"search_note": "Đã nhận hồ sơ "}, idle=True).text("search_note")
        return said.removeprefix("Đã nhận hồ sơ ").split(" ")[0], scanned

    def _fill(self, case: Case, end: str, answer: Callable[[Case, str], None]) -> int:
        """Answer what is asked for until nothing is; returns how many keys the scanner pressed."""
        desk, scanned = self.desk, 0
        for _ in range(MOST_STEPS):
            here = desk.until(idle=True).focus
            if here == end:
                return scanned
            if here == _TROUBLED[case.kind]:
                scanned += self._trouble(case, here)
            answer(case, here)
            desk.until(leaves=here)
        raise AssertionError(f"never at {end}: {desk.until()}")

    def _answer_item(self, case: Case, here: str) -> None:
        """Names and numbers end with Enter; who brought it is asked for by Tab alone."""
        text = case.inputs.get(here, "")
        if here in _BY_ONE_KEY:
            self._choose(text)
        elif here == "receiver" and "other_name" in case.inputs:
            self.desk.press("ctrl+n")
        elif here == "weight" and "handed_by" in case.inputs:
            self._rest(case, here)
            self.desk.press("Tab")
            if "agreed" in case.inputs:  # it stands between the two, and was answered before
                self.desk.until("agreed")
                self.desk.press("Tab")
        else:
            assert text, f"nothing to type into {here}"
            self._rest(case, here)
            self.desk.press("Return")

    def _answer_dossier(self, case: Case, here: str) -> None:
        """What this customer has nothing for is passed by Enter."""
        if here in _BY_ONE_KEY:
            self._choose(case.inputs[here])
            return
        self._rest(case, here)
        self.desk.press("Return")

    def _choose(self, key: str) -> None:
        self.desk.press(key)
        self.asked_for += 1

    def _rest(self, case: Case, here: str) -> None:
        """What is not typed yet of a text; it stands there whole before the field is left."""
        text = case.inputs.get(here, "")
        if rest := text[len(text) // 2 if self.is_begun else 0 :]:
            self.desk.type(rest)
        self.is_begun = False
        self.asked_for += len(text)
        self.desk.until(texts={here: text})

    # --- what comes between ------------------------------------------------------------------------------------------

    def _trouble(self, case: Case, here: str) -> int:
        """Half of the text is typed when it comes; returns how many keys the scanner pressed."""
        desk, text = self.desk, case.inputs[here]
        half = text[: len(text) // 2]
        match case.trouble:
            case Trouble.SLIP:
                slip = _WRONG_DIGITS if text.isdigit() else _SLIP
                desk.type(half + slip)
                desk.press(*["BackSpace"] * len(slip))
            case Trouble.ESCAPE if here == "sender":
                desk.type(_SLIP)
                desk.until(texts={here: _SLIP})
                while desk.until(here, tell=here, idle=True).text(here):
                    desk.press("Escape")  # the list, then the fragment; once more would leave the page
                return 0
            case Trouble.BURST:
                desk.type(half)
                desk.until(
                    texts={here: half}
                )  # no hand reads a label between two keys of a word typed so fast
                scanned = self._burst(case.number)
                desk.until(here, texts={here: half})
                self.is_begun = True
                return scanned
            case Trouble.CURTAIN:
                desk.type(half)
                self._cover()
                desk.until(here, texts={here: half})
            case Trouble.TRIP:
                self._trip("F3" if case.kind.is_dossier else "F2", here)
                return 0
            case _:
                return 0
        self.is_begun = True
        return 0

    def _burst(self, number: str) -> int:
        """The label of the roll before the scanner."""
        before = self.desk.pressed
        self.desk.burst(number, SCANNER_GAP_MS)
        self.desk.until(texts={"search_note": grouped(number)}, idle=True)
        return self.desk.pressed - before

    def _cover(self) -> None:
        """F12, and back by the password."""
        self.desk.press("F12")
        self.desk.until("Curtain")
        self.desk.press("space")
        self.desk.until("password")
        self.desk.enter(TRIAL_PASSWORD)
        self.desk.until(leaves="password")

    def _trip(self, back: str, here: str) -> None:
        """To the printers and back to the draft."""
        self.desk.press("F10")
        self.desk.until(texts={"page_title": "Máy in"}, idle=True)
        self.desk.press(back)
        self.desk.until(here, idle=True)

    def _undo(self) -> None:
        """A mistake that is seen at once: the two keys."""
        self.desk.press("ctrl+z")
        self.desk.until("back_reason", idle=True)
        self.desk.press("F9")
        self.desk.until("form", texts={"search_note": "Đã rút "}, idle=True)

    def _take_back(self) -> None:
        """The sender wants it back: looked up by its label, asked once, done by the same key."""
        desk, number = self.desk, self.numbers[-1]
        desk.press("ctrl+t")
        desk.until("number", idle=True)
        desk.burst(number, SCANNER_GAP_MS)
        desk.until("papers", idle=True)
        desk.press("F8")
        desk.until("reason")
        desk.press("1")
        desk.press("F8")
        desk.until(texts={"search_note": "Đã rút "}, idle=True)

    def _picture(self, case: Case) -> None:
        """The filled form of each fifth customer is kept for people to look at."""
        at = len(self.numbers)
        if self.pictures is not None and at % _PICTURE_EVERY == 0:
            name = f"{at + 1:03}-{case.kind.name}-{case.trouble.name}.png".lower()
            self.desk.until(idle=True, picture=self.pictures / name)


def _total_dong(price: str) -> int:
    """The last sum of what a table of money says aloud."""
    return int(price.removesuffix(" đ").rsplit(" ", 1)[1].replace(".", ""))
