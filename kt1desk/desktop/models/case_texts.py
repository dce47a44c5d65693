"""What is said of a case: on the page of one record its stations, facts and covers; in a list what is to do. Pure functions.

Personal numbers never stand here.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.record_texts import Fact
from kt1desk.desktop.models.texts import clock_and_day, item_number, local
from kt1desk.desktop.widgets import LineStation, Role, StationKind
from kt1desk.domain.case import CaseState
from kt1desk.services.case_journeys import CaseStory
from kt1desk.services.case_tasks import Task, TaskKind
from kt1desk.services.wording_case import case_state_name, outcome_name, way_name

_ASKS = {CaseState.SUPPLEMENT, CaseState.REFUSED, CaseState.STOPPED, CaseState.REVERSED}
"""States that ask somebody to do something, or that nothing more comes after."""


def case_stations(story: CaseStory, offset_min: int) -> Sequence[LineStation]:
    """The chain of a case as it is drawn; the last step is where it stands."""
    last = len(story.stations) - 1
    made = []
    for at, each in enumerate(story.stations):
        when = local(each.at_ms, offset_min)
        kind = StationKind.NOW if at == last else StationKind.PASSED
        made.append(
            LineStation(
                each.act, each.more or each.point.partition(" – ")[0], f"{when:%H:%M · %d/%m}", "", kind
            )
        )
    return made


def case_station_words(story: CaseStory, at: int, offset_min: int) -> str:
    """One step in full."""
    if not 0 <= at < len(story.stations):
        return ""
    each = story.stations[at]
    parts = (
        f"{at + 1}. {each.act}",
        each.more,
        clock_and_day(each.at_ms, offset_min),
        f"điểm {each.point}" if each.point else "",
        f"sổ {each.event.text} {each.proof}",
    )
    return " · ".join(part for part in parts if part)


def case_state(story: CaseStory) -> tuple[str, Role]:
    """Where it stands."""
    case = story.case
    return case_state_name(case.state), Role.WARN_BOX if case.state in _ASKS else Role.OK_BOX


def case_facts(story: CaseStory, offset_min: int) -> Sequence[Fact]:
    """What its authority said, which day was promised by whom, and where its covers are."""
    case = story.case
    told = f"đã báo lúc {clock_and_day(case.told_ms, offset_min)}" if case.told_ms else "chưa báo người nộp"
    optional = (
        ("Mã hồ sơ", case.official),
        ("Hẹn trả", story.official),
        ("Dự kiến", story.provisional),
        ("Trả lời", f"{outcome_name(case.decided)}, {told}" if case.decided else ""),
    )
    covers = "\n".join(
        f"{way_name(each.cover.way) or 'Bì'} {item_number(each.cover.item)}: {each.state.lower()}"
        + (f" · {each.holder}" if each.holder else "")
        for each in story.covers
    )
    made = [Fact(name, text, wide=True) for name, text in optional if text]
    return (*made, Fact("Các bì", covers, wide=True)) if covers else made


def task_in_short(task: Task) -> str:
    """What is to be done, without how and until when: for a list that has no room for all of it."""
    doing = task.words.partition(": ")[0].partition(" của ")[0]
    return f"Báo: {doing[:1].lower()}{doing[1:]}" if task.kind is TaskKind.TELL else doing
