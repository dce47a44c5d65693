"""A known sender writes to a known receiver: at most twelve keys and the weight, whoever the two are.

Fifty pairs of the sample, drawn with a seed, each accepted on a desk that has no history: the receiver is never offered before a letter is
typed. A planner looks for the shortest fragment that brings an agency to the front; then the real window is driven by real key events and
every one of them is counted but the digits of the weight. Letter, urgency and the look at the cover are decided by a key of their own.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.domain.facts import ItemAccepted
from kt1desk.domain.reference import Agency
from kt1desk.domain.text import fold, initials
from tests.support.accepting import ENTER, F9, SPACE, AtCounter, at_counter
from tests.support.desks import Counter
from tests.support.key_log import logged_keys
from tests.support.keys import press, type_text

PAIRS, FEW = 50, 18
"""All of them take a minute; the first ones are tried with every check."""
MOST_KEYS = 12
TODAY = date(2026, 11, 23)
URGENCIES = {"1": "none", "2": "express"}
LETTERS = {"0": "none", "a": "A", "b": "B", "c": "C"}


@dataclass(frozen=True)
class Case:
    """What is to be accepted, and the keys for letter and urgency."""

    sender: Agency
    receiver: Agency
    letter: str
    urgency: str
    weight: str


@dataclass
class Outcome:
    """What was pressed, and what became of it."""

    case: Case
    keys: list[str]
    checklist_was_shown: bool
    item: ItemAccepted

    @property
    def counted(self) -> int:
        """All keys but the digits of the weight."""
        return len(self.keys) - len(self.case.weight)


@pytest.fixture
def worn(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    wear(qapp, LIGHT)
    return qapp


def cases(desk: Counter) -> list[Case]:
    """Fifty different pairs."""
    chance = random.Random(2026)
    agencies = [row for row in desk.reference.agencies if row.holds(TODAY)]
    pairs = [(sender, receiver) for sender, receiver in permutations(agencies, 2) if sender.uses_kt1]
    return [
        Case(
            sender,
            receiver,
            chance.choice(list(LETTERS)),
            chance.choice(list(URGENCIES)),
            str(chance.randint(20, 9_000)),
        )
        for sender, receiver in chance.sample(pairs, PAIRS)
    ]


def fragments(agency: Agency) -> list[str]:
    """What somebody may type for an agency, shortest first: parts of its code and initials, beginnings of words and of pairs of words."""
    made = set()
    for letters in (fold(agency.call_code), initials(agency.name), initials(agency.short_name)):
        made |= {
            letters[start:end] for start in range(len(letters)) for end in range(start + 1, len(letters) + 1)
        }
    for name in (agency.name, agency.short_name):
        words = fold(name).split()
        made |= {word[:length] for word in words for length in range(1, len(word) + 1)}
        made |= {
            f"{one[:here]} {other[:there]}"
            for one, other in permutations(words, 2)
            for here in (1, 2)
            for there in (1, 2)
        }
    return sorted(made, key=lambda text: (len(text), text))


def shortest(desk: Counter, agency: Agency) -> str:
    """The shortest fragment that brings the agency to the front."""
    for text in fragments(agency):
        found: Sequence[Agency] = desk.finder.agencies(desk.session(), text)
        if found and found[0].agency_id == agency.agency_id:
            return text
    raise AssertionError(f"{agency.name} cannot be found")


def accept(clerk: AtCounter, case: Case, typed: tuple[str, str]) -> Outcome:
    """Accept one item by real key events; each is counted where it reaches the window."""
    with logged_keys() as log:
        for text in typed:
            type_text(text)
            press(ENTER)
        type_text(case.letter + case.urgency)
        type_text(case.weight)
        clerk.settle()
        shown = clerk.card() == "check_card"
        press(SPACE)
        press(F9)
        clerk.settle()
    return Outcome(case, log.names, shown, clerk.items()[-1])


def expected(case: Case) -> tuple[str, str, str, str, int]:
    """What must stand in the journal."""
    return (
        case.sender.agency_id,
        case.receiver.agency_id,
        LETTERS[case.letter],
        URGENCIES[case.urgency],
        int(case.weight),
    )


def recorded(item: ItemAccepted) -> tuple[str, str, str, str, int]:
    """What stands there; the parties of a marked item stand beside the event."""
    assert item.sender is not None
    assert item.receiver is not None
    return (item.sender.agency, item.receiver.agency, item.secrecy, item.urgency, item.weight_g)


@pytest.mark.parametrize("pairs", [FEW, pytest.param(PAIRS, marks=pytest.mark.soak)])
def test_any_known_pair_takes_at_most_twelve_keys_and_the_weight(
    pairs: int, worn: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = []
    planned: dict[str, str] = {}

    for at in range(pairs):
        with at_counter(tmp_path / str(at)) as clerk:
            case = cases(clerk.desk)[at]
            for agency in (case.sender, case.receiver):
                if agency.agency_id not in planned:
                    planned[agency.agency_id] = shortest(clerk.desk, agency)
            typed = planned[case.sender.agency_id], planned[case.receiver.agency_id]
            outcome = accept(clerk, case, typed)
            assert recorded(outcome.item) == expected(case)
            assert outcome.checklist_was_shown
            assert outcome.keys[-2:] == ["Space", "F9"]
            outcomes.append(outcome)

    log = tmp_path / "keys.txt"
    log.write_text("\n".join(told(outcome) for outcome in outcomes), encoding="utf-8")
    worst = max(outcomes, key=lambda outcome: outcome.counted)
    with capsys.disabled():
        print(f"\n{pairs} pairs, at most {worst.counted} keys and the weight: {told(worst)}\nall keys: {log}")
    assert [told(outcome) for outcome in outcomes if outcome.counted > MOST_KEYS] == []


def told(outcome: Outcome) -> str:
    """One line of the log."""
    case = outcome.case
    return f"{outcome.counted:2d} {case.sender.name} → {case.receiver.name}: {' '.join(outcome.keys)}"
