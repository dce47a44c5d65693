"""The mail of a round against a gate in memory: that it comes, what stops it, and a mailbox that was set back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kt1desk.exchange.gate_talk import Ask, Gate, Reply
from kt1desk.exchange.inbox import Taken
from kt1desk.exchange.round_report import Ending
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.gate_model import GateModel
from tests.support.line_desks import LetterBox, courier, gate_ahead_of_time, letter, letter_hash
from tests.support.mail_desks import MailDesk, listed, mail_desk

DEVICE = 9


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, DEVICE, COMMUNE_POINT) as made:
        yield made.believing(listed(made))


@pytest.fixture
def gate() -> GateModel:
    return gate_ahead_of_time(DEVICE)


def _post(gate: GateModel, *letters: bytes) -> None:
    for data in letters:
        gate.post(COMMUNE_POINT, letter_hash(data), data)


def test_mail_comes_with_the_answers_and_all_of_it(gate: GateModel, desk: MailDesk) -> None:
    letters = [letter(number, "x" * 9_000) for number in range(1, 21)]
    _post(gate, *letters)
    box = LetterBox()

    report = courier(gate.line(DEVICE), desk, box).round()

    assert box.letters == letters
    assert (report.mail.frames, report.mail.left, report.ended) == (20, 0, Ending.DONE)


def test_mail_that_cannot_be_taken_in_stops_only_the_mail(gate: GateModel, desk: MailDesk) -> None:
    _post(gate, letter(1), letter(2), letter(3))
    desk.write(*(arrived(item_number(at)) for at in range(5)))
    box = LetterBox(refuses=frozenset({2}))

    report = courier(gate.line(DEVICE), desk, box).round()

    assert [len(box.letters), report.mail.left] == [1, 2]
    assert report.mail.problem is not None
    assert (report.ended, report.unsent) == (Ending.DONE, 0)


@dataclass
class Repeating:
    """A gate that sends the newest letter again and says that there is more."""

    gate: Gate
    asks: int = 0

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        for ask in asks:
            self.asks += 1
            assert self.asks < 50, "it is asked for ever"
            for reply in self.gate.talk([ask]):
                yield replace(reply, mail=(letter(1),), mail_last=9)

    def close(self) -> None:
        self.gate.close()


class Patient(LetterBox):
    """A box that lets pass what it has, as the intake does."""

    def take(self, data: bytes) -> tuple[Taken, ...]:
        number = int.from_bytes(data[:4], "big")
        return () if number <= self.at.number else super().take(data)


def test_a_gate_that_repeats_mail_which_is_here_is_not_asked_again_in_this_round(
    gate: GateModel, desk: MailDesk
) -> None:
    _post(gate, letter(1))
    line, box = Repeating(gate.line(DEVICE)), Patient()

    report = courier(line, desk, box).round()

    assert box.letters == [letter(1)]
    assert report.mail.problem is not None
    assert report.mail.problem.code == "line.answer"


def test_a_mailbox_that_was_set_back_is_noticed_though_a_frame_forks_in_each_round(
    gate: GateModel, desk: MailDesk, tmp_path: Path
) -> None:
    box = LetterBox()
    held = gate.backup()
    _post(gate, letter(1, "before"), letter(2, "before"))
    courier(gate.line(DEVICE), desk, box).round()
    gate.restore(held)
    with mail_desk(tmp_path / "twin", DEVICE, COMMUNE_POINT) as made:
        twin = made.believing(listed(made))
        twin.write(*(arrived(item_number(at)) for at in range(3)))
        courier(gate.line(DEVICE), twin, LetterBox()).round()
    gate.devices[DEVICE].token = None
    after = [letter(number, "after") for number in range(1, 4)]
    _post(gate, *after)
    desk.write(*(arrived(item_number(at)) for at in range(5, 9)))

    reports = [courier(gate.line(DEVICE), desk, box).round() for _ in range(3)]

    assert [any(each.problem for each in report.streams) for report in reports] == [True] * 3
    assert box.letters[-3:] == after
    assert [report.mail.left for report in reports] == [0, 0, 0]


def test_a_gate_that_was_put_back_and_not_told_so_is_asked_later_and_the_desk_goes_on_with_it(
    gate: GateModel, desk: MailDesk
) -> None:
    held = gate.backup()
    _post(gate, letter(1))
    box = LetterBox()
    courier(gate.line(DEVICE), desk, box).round()
    gate.restore(held, told=False)

    early = courier(gate.line(DEVICE), desk, box).round()
    gate.restored()
    after = courier(gate.line(DEVICE), desk, box).round()

    assert (early.ended, after.ended, after.restored) == (Ending.LATER, Ending.DONE, True)


@pytest.mark.parametrize("back", [1, 2, 3, 9, 30])
def test_a_mailbox_that_was_set_back_is_read_again_from_the_last_mark_both_know(
    gate: GateModel, desk: MailDesk, back: int
) -> None:
    box = LetterBox()
    held: list[object] = []
    for number in range(1, 31):
        held.append(gate.backup())
        _post(gate, letter(number, "before"))
        courier(gate.line(DEVICE), desk, box).round()
    gate.restore(held[30 - back])
    after = [letter(number, "after") for number in range(31 - back, 36)]
    _post(gate, *after)

    report = courier(gate.line(DEVICE), desk, box).round()

    assert box.letters[-len(after) :] == after
    assert box.mark().number == 35
    assert (report.ended, report.mail.rewound, report.mail.left) == (Ending.DONE, True, 0)
