"""Numbers nobody can account for: between two shifts as well, and asked about once for each prefix."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.facts import BlockGranted
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.settling import Asked, Question
from kt1desk.services.ports import Appending
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.desks import Counter, ordinary
from tests.support.settling import CHIEF, FLOAT, settled_of, settling


def accept(desk: Counter, serial: int) -> str:
    return desk.accept(replace(ordinary(), number=number_at("MX", serial).text)).item


def asked(desk: Counter) -> tuple[Asked, ...]:
    things = frozenset(each.number for each in settling(desk).view(desk.session()).things)
    return settling(desk).questions(desk.session(), Counted(FLOAT, things))


def test_numbers_that_were_lost_between_two_shifts_are_asked_about(desk: Counter) -> None:
    first = desk.accept().item
    serial = int(first[2:10])
    desk.shifts.close(desk.session(), 500_000)
    desk.open_shift()

    accept(desk, serial + 4)

    assert [(each.question, each.about, each.count) for each in asked(desk)] == [(Question.NUMBERS, "MX", 3)]
    (used,) = settling(desk).view(desk.session()).serials
    assert (used.first, used.last, used.used) == (serial + 1, serial + 4, 1)


def test_what_lies_before_the_first_number_of_a_fresh_block_is_asked_about(desk: Counter) -> None:
    with desk.store.read() as reader:
        first = next(block.first for block in reader.blocks() if block.prefix == "MX")

    accept(desk, first + 2)

    assert [(each.about, each.count) for each in asked(desk)] == [("MX", 2)]


def test_two_blocks_of_one_prefix_are_one_question(desk: Counter) -> None:
    with desk.store.work() as work:
        work.append(BlockGranted("MX", 200_000, 300_000), Appending("system"))
        work.commit()
    serial = int(desk.accept().item[2:10])
    accept(desk, serial + 2)
    accept(desk, 200_000)
    accept(desk, 200_003)

    questions = asked(desk)
    things = frozenset(each.number for each in settling(desk).view(desk.session()).things)
    draft = SettleDraft(Counted(FLOAT, things), {each.key: "labels_kept" for each in questions}, taker=CHIEF)
    settling(desk).close(desk.session(), draft)

    assert [(each.key, each.count) for each in questions] == [("numbers/MX", 3)]
    assert settled_of(desk).asked == (("numbers/1-3", "labels_kept"),)
