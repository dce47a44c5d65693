"""What a point must do next about its cases: derived, in order, in working days, and by whose word a day counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.case import Outcome
from kt1desk.services import case_tasks
from kt1desk.services.case_tasks import Task, TaskKind
from kt1desk.services.case_terms import Term, Terms
from tests.support.case_desks import AUTHORITY, CaseDesk, commune_and_bureau, one_stop, refused, tell
from tests.support.desks import sample_reference
from tests.support.dossiers import ordinary_dossier

DAY_MS = 86_400_000
YEARS = WorkingCalendar(sample_reference().calendar)


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and stands at the authority."""
    with one_stop(tmp_path) as made:
        yield made


def tasks(at_desk: CaseDesk, *kinds: TaskKind) -> list[Task]:
    """Its tasks, of some kinds or all."""
    return [
        task
        for task in at_desk.tasks.tasks(at_desk.desk.session("inspector"))
        if not kinds or task.kind in kinds
    ]


def days_pass(at_desk: CaseDesk, days: int) -> None:
    """Without anybody working."""
    at_desk.desk.clock.pass_ms(days * DAY_MS)


def test_a_decision_makes_a_task_until_the_applicant_was_told(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    at_desk.decide(dossier, Outcome.SUPPLEMENT, "2026-12-04")

    before = tasks(at_desk, TaskKind.TELL, TaskKind.SUPPLEMENT)
    at_desk.decisions.tell(at_desk.desk.session(), dossier, "telephone")
    after = tasks(at_desk, TaskKind.TELL, TaskKind.SUPPLEMENT)

    assert [(task.kind, task.dossier) for task in before] == [(TaskKind.TELL, dossier)]
    assert "04/12/2026" in before[0].words
    assert [(task.kind, task.due_day) for task in after] == [(TaskKind.SUPPLEMENT, "2026-12-04")]
    assert after[0].words == "Chờ người nộp bổ sung: còn 8 ngày làm việc"


def test_no_supplement_is_left_out_because_others_are_newer(
    at_desk: CaseDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [at_desk.handed().dossier for _ in range(3)]
    for dossier in asked:
        at_desk.decide(dossier, Outcome.SUPPLEMENT, "2026-12-04")
        at_desk.decisions.tell(at_desk.desk.session(), dossier, "telephone")
    monkeypatch.setattr(case_tasks, "_LOOKED_AT", 1)

    found = tasks(at_desk, TaskKind.SUPPLEMENT)

    assert {task.dossier for task in found} == set(asked)


def test_a_day_is_nobodys_task_before_it_is_near_and_says_whose_word_it_is(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier

    far = tasks(at_desk, TaskKind.SOON)
    days_pass(at_desk, 4)
    near = tasks(at_desk, TaskKind.SOON)
    at_desk.register(dossier)
    replaced = tasks(at_desk, TaskKind.SOON)

    promised = at_desk.case(dossier).promised
    assert (far, promised) == ([], "2026-11-30")
    assert [task.due_day for task in near] == [promised]
    assert near[0].words.endswith("(ngày dự kiến)")
    assert replaced[0].words.endswith("(ngày hẹn của cơ quan)")


def test_a_result_that_is_late_comes_first_and_says_by_how_many_working_days(at_desk: CaseDesk) -> None:
    late, told = at_desk.handed().dossier, at_desk.handed().dossier
    at_desk.register(late)
    days_pass(at_desk, 9)
    at_desk.decide(told, Outcome.REFUSED, paper_day="2026-12-02")

    first, *_ = tasks(at_desk)

    assert (first.kind, first.dossier, first.term) == (TaskKind.OVERDUE, late, Term.OVERDUE)
    assert first.words == "Hỏi cơ quan kết quả: quá hẹn 2 ngày làm việc (ngày hẹn của cơ quan)"


def test_a_slip_is_sent_on_by_the_bureau_and_handed_out_by_the_point_that_accepted(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau)
        bureau.found(taken.legs[0].item)
        bureau.hand(taken.legs[0].item)
        bureau.register(taken.dossier, slip=True)
        tell(bureau, commune)

        there, here = tasks(bureau, TaskKind.SLIP), tasks(commune, TaskKind.SLIP)
        commune.decisions.tell(commune.desk.session(), taken.dossier, "telephone")

        assert [task.words for task in there] == ["Giấy hẹn còn ở đây: làm bì, chuyển về điểm nhận"]
        assert [task.words for task in here] == ["Giấy hẹn đã có: báo hoặc phát cho người nộp"]
        assert tasks(commune, TaskKind.SLIP) == []


def test_money_of_a_dossier_that_its_authority_has_is_due_with_its_sum(at_desk: CaseDesk) -> None:
    draft = replace(ordinary_dossier(), collected_dong=8_000)
    items = [at_desk.desk.accept_dossier(draft).legs[0].item for _ in range(2)]
    at_desk.desk.accept_dossier(draft)

    before = tasks(at_desk, TaskKind.FEES_DUE)
    at_desk.hand(*items)

    assert before == []
    (task,) = tasks(at_desk, TaskKind.FEES_DUE)
    assert (task.number, task.dossier) == (AUTHORITY, "")
    assert task.words.startswith("Nộp 16.000 đ thu hộ của 2 hồ sơ cho Trung tâm")


def test_a_feast_without_its_days_off_is_a_reminder_ten_days_before_it(at_desk: CaseDesk) -> None:
    def reminded(on: date) -> list[str]:
        at_desk.desk.clock.wall_ms = 1_795_410_000_000 + (on - date(2026, 11, 23)).days * DAY_MS
        return [task.due_day for task in tasks(at_desk, TaskKind.HOLIDAY)]

    assert reminded(date(2027, 1, 26)) == []
    assert reminded(date(2027, 1, 27)) == ["2027-02-06"]
    assert reminded(date(2027, 2, 5)) == ["2027-02-06"]


def test_the_board_counts_cases_by_authority_and_state(at_desk: CaseDesk) -> None:
    at_desk.handed()
    at_desk.desk.accept_dossier()

    (row,) = at_desk.tasks.board(at_desk.desk.session())

    assert (row.authority_id, dict(row.counts)) == (AUTHORITY, {"accepted": 1, "handed": 1})
    assert row.name.startswith("Trung tâm Phục vụ hành chính công phường Lương Văn Tri")


def test_tasks_name_no_applicant_and_are_for_whoever_may_see_dossiers(at_desk: CaseDesk) -> None:
    at_desk.decide(at_desk.handed().dossier, Outcome.REFUSED)

    shown = tasks(at_desk)
    technician = replace(
        at_desk.desk.session(), actor=replace(at_desk.desk.session().actor, roles=frozenset())
    )

    assert shown
    assert not any("Lương Thị Mẫu" in task.words for task in shown)
    assert refused(lambda: at_desk.tasks.tasks(technician)).code == "user.not_allowed"


@pytest.mark.parametrize(
    ("today", "day", "words"),
    [
        ("2026-11-23", "2026-11-23", "đến hẹn hôm nay"),
        ("2026-11-23", "2026-11-25", "còn 1 ngày làm việc"),
        ("2026-11-25", "2026-11-23", "quá hẹn 1 ngày làm việc"),
        ("2026-08-21", "2026-08-22", "còn 1 ngày làm việc"),
        ("2026-11-20", "2026-11-22", "hẹn vào ngày nghỉ tới"),
        ("2031-01-02", "2031-01-04", "còn 2 ngày"),
    ],
)
def test_days_are_working_days_with_feasts_and_make_up_days(today: str, day: str, words: str) -> None:
    terms = Terms(YEARS, date.fromisoformat(today), 2)

    assert terms.words(date.fromisoformat(day)) == words


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_day_further_off_is_never_nearer_in_working_days(one: int, more: int) -> None:
    today = date(2026, 1, 2)
    terms = Terms(YEARS, today, 2)

    nearer, further = (
        terms.distance(today + timedelta(days=days))[0] for days in (min(one, one + more), one + more)
    )

    assert nearer <= further <= one + more
