"""The cover checklist: asked by letter and day, one "no" refuses."""

from datetime import date

import pytest

from kt1desk.domain.checklist import ChecklistLine, LineKind, Review, all_confirmed, lines_for, review
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy
from tests.domain.rows import DAY, SINCE


def line(
    code: str, order: int, secrecies: str = "NABC", kind: LineKind = LineKind.MUST, until: date | None = None
) -> ChecklistLine:
    letters = {"N": Secrecy.NONE, "A": Secrecy.A, "B": Secrecy.B, "C": Secrecy.C}
    return ChecklistLine(
        valid_from=SINCE,
        valid_to=until,
        source="test",
        status=Status.CONFIRMED,
        code=code,
        order=order,
        kind=kind,
        secrecies=frozenset(letters[letter] for letter in secrecies),
        question=f"{code}?",
        refusal=f"not {code}",
    )


LINES = (
    line("named", 40, kind=LineKind.FACT),
    line("sealed", 30),
    line("two_envelopes", 20, "A"),
    line("mark", 10),
    line("abolished", 5, until=date(2026, 11, 21)),
)


def codes(secrecy: Secrecy) -> list[str]:
    return [asked.code for asked in lines_for(LINES, secrecy, DAY)]


def test_the_questions_depend_on_the_letter_and_the_day_and_stand_in_order() -> None:
    assert codes(Secrecy.A) == ["mark", "two_envelopes", "sealed", "named"]
    assert codes(Secrecy.NONE) == ["mark", "sealed", "named"]


def test_a_cover_with_every_must_answered_yes_is_taken_over_with_what_was_seen() -> None:
    asked = lines_for(LINES, Secrecy.A, DAY)

    outcome = review(asked, {"mark": True, "two_envelopes": True, "sealed": True, "named": False})

    assert outcome == Review(("mark", "two_envelopes", "sealed"))


@pytest.mark.parametrize("missing", ["mark", "two_envelopes", "sealed"])
def test_one_no_refuses_the_item_with_the_reason_of_that_line(missing: str) -> None:
    asked = lines_for(LINES, Secrecy.A, DAY)
    answers = dict.fromkeys(codes(Secrecy.A), True) | {missing: False}

    with pytest.raises(DeskError) as refused:
        review(asked, answers)

    assert (refused.value.code, refused.value.field) == ("checklist.refused", missing)
    assert refused.value.details["refusal"] == f"not {missing}"


@pytest.mark.parametrize("missing", ["mark", "named"])
def test_a_question_without_an_answer_is_no_yes(missing: str) -> None:
    asked = lines_for(LINES, Secrecy.NONE, DAY)
    answers = {code: True for code in codes(Secrecy.NONE) if code != missing}

    with pytest.raises(DeskError) as refused:
        review(asked, answers)

    assert (refused.value.code, refused.value.field) == ("checklist.unanswered", missing)


def test_an_answer_to_a_question_that_was_not_asked_is_refused() -> None:
    asked = lines_for(LINES, Secrecy.NONE, DAY)

    with pytest.raises(DeskError) as refused:
        review(asked, all_confirmed(asked) | {"two_envelopes": True})

    assert (refused.value.code, refused.value.field) == ("checklist.unknown_line", "two_envelopes")


@pytest.mark.parametrize("facts", [frozenset(), frozenset({"named"})])
def test_one_decision_answers_every_must_and_only_the_facts_it_names(facts: frozenset[str]) -> None:
    asked = lines_for(LINES, Secrecy.NONE, DAY)

    outcome = review(asked, all_confirmed(asked, facts))

    assert set(outcome.confirmed) == {"mark", "sealed"} | facts
