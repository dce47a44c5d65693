"""What a closing leaves to the next shift: KT1 that nobody counted, records that were promised, things that stay in the giver's name."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.settling import Answer
from kt1desk.services.opening import Check, Openings
from kt1desk.services.settling_rows import Counted, Settled, SettleDraft
from kt1desk.services.wording_shift import STILL_HIS, UNCOUNTED
from tests.support.desks import Counter
from tests.support.settling import CHIEF, FLOAT, Around, expected_dong, notes, settled_of, settling


def checks(desk: Counter, user: str) -> dict[Check, int]:
    found = Openings(desk.store, desk.clock, Around()).checks(desk.session(user))
    return {each.check: each.count for each in found}


def said_below(desk: Counter, made: Settled) -> str:
    """The note of the report, which stands among no questions."""
    paper = next(paper for paper in desk.papers_of() if paper.job == made.jobs[0])
    assert [name for name in paper.values if name.startswith("asked_")] == []
    return paper.values.get("remarks", "")


@pytest.mark.parametrize("items", [0, 1])
def test_who_is_not_cleared_leaves_word_that_kt1_was_not_counted_whether_there_was_any_or_not(
    desk: Counter, items: int
) -> None:
    for _ in range(items):
        desk.accept()

    made = settling(desk).close(desk.session("uncleared"), SettleDraft(Counted(FLOAT), taker=CHIEF))

    assert settled_of(desk).asked == (("kt1_uncounted", "next_shift"),)
    assert said_below(desk, made) == UNCOUNTED
    assert checks(desk, "clerk")[Check.KT1_UNCOUNTED] == 1
    assert Check.KT1_UNCOUNTED not in checks(desk, "uncleared")


def test_who_is_cleared_counts_kt1_and_leaves_no_such_word(desk: Counter) -> None:
    made = settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT), taker=CHIEF))

    assert settled_of(desk).asked == ()
    assert said_below(desk, made) == ""
    assert Check.KT1_UNCOUNTED not in checks(desk, "clerk")


def test_promised_records_are_brought_to_mind_at_the_next_opening_by_their_count(desk: Counter) -> None:
    for _ in range(11):
        desk.accept()
    desk.accept_dossier()
    counted = Counted(notes(expected_dong(desk)))
    asked = settling(desk).questions(desk.session(), counted)
    draft = SettleDraft(counted, {each.key: "incident" for each in asked}, taker=CHIEF)

    settling(desk).close(desk.session(), draft)

    assert checks(desk, "clerk")[Check.PROMISED] == 12
    assert checks(desk, "uncleared")[Check.PROMISED] == 1


def test_the_report_says_that_things_stay_in_the_name_of_who_gave_the_drawer(desk: Counter) -> None:
    item = desk.accept().item

    made = settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT, frozenset({item})), taker=CHIEF))

    assert said_below(desk, made) == STILL_HIS


def test_what_lies_in_his_own_hands_is_counted_at_no_other_desk(desk: Counter) -> None:
    desk.accept()
    (asked,) = settling(desk).questions(desk.session(), Counted(FLOAT))

    with pytest.raises(DeskError, match=r"settle\.answer_unknown"):
        settling(desk).close(
            desk.session(), SettleDraft(Counted(FLOAT), {asked.key: "other_desk"}, taker=CHIEF)
        )

    assert Answer.OTHER_DESK not in asked.answers
    assert desk.shifts.current() is not None
