"""Incidents: gravity, who must be told, age, and what must be so before one is closed."""

from dataclasses import replace
from datetime import date

import pytest

from kt1desk.domain.coded import CodedWord, CodeList, check_code, word_for, words_of
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.incidents import (
    Age,
    AgeMarks,
    EscalationContact,
    IncidentCode,
    Severity,
    check_closing,
    escalation,
    incident_code,
    severity_of,
)
from tests.domain.rows import DAY, SINCE

LOST = IncidentCode(
    valid_from=SINCE,
    valid_to=None,
    source="test",
    status=Status.SAMPLE,
    code="lost",
    name="Mất",
    things=frozenset({ThingKind.ITEM}),
    severity=Severity.MAJOR,
    marked_severity=Severity.GRAVE,
    escalates=True,
    harms=True,
)
LATE = replace(LOST, code="late", escalates=False)
HEAD = EscalationContact(
    valid_from=SINCE,
    valid_to=None,
    source="test",
    status=Status.SAMPLE,
    code="head",
    name="Trưởng bưu cục",
    phone="",
    must=True,
)
POLICE = replace(HEAD, code="police", name="Công an")
SENDER = replace(HEAD, code="sender", name="Cơ quan gửi", must=False)
LIST = (HEAD, POLICE, SENDER)
HOUR = 3_600_000


def word(code: str, name: str, until: date | None = None, since: date = SINCE) -> CodedWord:
    return CodedWord(
        valid_from=since,
        valid_to=until,
        source="test",
        status=Status.SAMPLE,
        code_list=CodeList.REMEDY,
        code=code,
        name=name,
    )


def closing(remedy: str = "found", told: tuple[str, ...] = ("head", "police"), who: str = "son") -> None:
    check_closing("ha", who, remedy, escalation(LIST, LOST, "A", DAY), told)


def test_an_incident_with_a_letter_is_as_grave_as_its_row_says() -> None:
    assert severity_of(LOST, "") is Severity.MAJOR
    assert severity_of(LOST, "B") is Severity.GRAVE


def test_loss_and_opening_of_a_marked_item_must_be_told_and_nothing_else() -> None:
    assert escalation(LIST, LOST, "C", DAY) == LIST
    assert escalation(LIST, LOST, "", DAY) == ()
    assert escalation(LIST, LATE, "C", DAY) == ()
    assert escalation(LIST, LOST, "C", date(2025, 12, 31)) == ()


def test_whoever_opened_it_does_not_close_it() -> None:
    with pytest.raises(DeskError) as refused:
        closing(who="ha")

    assert refused.value.code == "incident.same_person"


def test_nothing_is_closed_before_something_was_done_about_it() -> None:
    with pytest.raises(DeskError) as refused:
        closing(remedy="")

    assert refused.value.code == "incident.no_remedy"


def test_the_refusal_names_who_must_still_be_told() -> None:
    with pytest.raises(DeskError) as refused:
        closing(told=("head", "sender"))

    assert (refused.value.code, refused.value.details["who"]) == ("incident.not_told", "Công an")


def test_who_need_not_be_told_does_not_hold_up_the_closing() -> None:
    closing(told=("police", "head"))


@pytest.mark.parametrize(("hours", "age"), [(24, Age.FRESH), (25, Age.DAY), (72, Age.DAY), (73, Age.OVERDUE)])
def test_an_open_incident_gets_its_marks(hours: int, age: Age) -> None:
    assert AgeMarks(24, 72).of(5, 5 + hours * HOUR) is age


def test_a_code_nobody_knows_on_that_day_is_refused() -> None:
    assert incident_code((LATE, LOST), "lost", DAY) is LOST

    with pytest.raises(DeskError) as refused:
        incident_code((LATE, LOST), "lost", date(2025, 12, 31))

    assert refused.value.code == "incident.code_unknown"


def test_a_coded_word_is_taken_while_it_is_in_force_and_said_for_ever() -> None:
    rows = [word("found", "Đã thấy", until=date(2026, 6, 30)), word("searched", "Đã tìm")]

    assert [row.code for row in words_of(rows, CodeList.REMEDY, DAY)] == ["searched"]
    assert check_code(rows, CodeList.REMEDY, "searched", DAY) == "searched"
    assert word_for(rows, CodeList.REMEDY, "found") == "Đã thấy"
    assert word_for(rows, CodeList.REMEDY, "gone") == "gone"
    with pytest.raises(DeskError) as refused:
        check_code(rows, CodeList.REMEDY, "found", DAY)
    assert (refused.value.code, refused.value.field) == ("code.unknown", "remedy")


def test_the_newest_wording_of_a_code_is_said() -> None:
    rows = [word("found", "Tìm thấy", since=date(2026, 7, 1)), word("found", "Đã thấy")]

    assert word_for(rows, CodeList.REMEDY, "found") == "Tìm thấy"
