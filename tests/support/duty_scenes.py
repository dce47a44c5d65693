"""Scenes of what is still to be done at the one-stop place: tasks, money, complaints, visits, in the states that people meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from kt1desk.domain.errors import DeskError
from tests.support.duty_fakes import WANTED
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.one_stop_scenes import at_work, ctrl, enter, keys
from tests.support.stage import Scene

_ENTER, _DOWN, _SPACE, _F8, _F9 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
)
_1, _2, _3, _4, _5, _6, _7 = (Qt.Key(Qt.Key.Key_1 + at) for at in range(7))


def _refusing() -> FakeOneStop:
    made = FakeOneStop.busy()
    made.duty_refusal = DeskError("fees.drawer_short", "dossiers", missing_dong=700_000)
    return made


def _refusing_supplement() -> FakeOneStop:
    made = FakeOneStop.busy()
    made.duty_refusal = DeskError("decision.day_before", "paper_day", day="2026-11-20")
    made.wanted = tuple(
        replace(each, line=replace(each.line, key=f"{each.line.key}{copy}"))
        for copy in range(4)
        for each in WANTED
    )
    return made


DUTY_SCENES: Mapping[str, Scene] = {
    "one-stop-tasks": at_work(_4),
    "one-stop-tasks-what": at_work(_4, keys(_DOWN, _ENTER)),
    "one-stop-tasks-tell": at_work(_4, keys(_DOWN, _ENTER, _1, _1)),
    "one-stop-tasks-slip": at_work(_4, keys(_DOWN, _DOWN, _ENTER, _1)),
    "one-stop-tasks-supplement": at_work(
        _4, keys(_DOWN, _DOWN, _DOWN, _ENTER, _1, _SPACE, _DOWN, _2), keys(_ENTER), enter("80")
    ),
    "one-stop-tasks-supplement-refused": at_work(
        _4,
        keys(_DOWN, _DOWN, _DOWN, _ENTER, _1, _SPACE, _DOWN, _SPACE, _ENTER),
        enter("80", "NP0012345", "BQ001000907VN"),
        needs=_refusing_supplement,
    ),
    "one-stop-tasks-empty": at_work(_4, needs=FakeOneStop),
    "one-stop-fees": at_work(_5),
    "one-stop-fees-cases": at_work(_5, keys(_DOWN, _ENTER, _DOWN, _SPACE)),
    "one-stop-fees-remit": at_work(_5, keys(_DOWN, _ENTER, _F9, _1), enter("PT 0123")),
    "one-stop-fees-lacks": at_work(_5, keys(_DOWN, _ENTER, _F9, _2, _F9)),
    "one-stop-fees-short": at_work(
        _5, keys(_DOWN, _F9, _1), enter("PT 0123", "Vi Van Tiep", "Chuyen vien"), needs=_refusing
    ),
    "one-stop-fees-sums": at_work(_5, keys(_DOWN, _ENTER, _F8, _F9)),
    "one-stop-fees-correct": at_work(_5, keys(_DOWN, _ENTER, _F8, _F9, _1, _1, _1), enter("50000")),
    "one-stop-fees-receipt": at_work(_5, keys(_DOWN, _ENTER), ctrl(Qt.Key.Key_B)),
    "one-stop-complaints": at_work(_6),
    "one-stop-complaints-who": at_work(_6, keys(_F8), enter("240000-261120-1-001")),
    "one-stop-complaints-new": at_work(
        _6, keys(_F8), enter("240000-261120-1-001"), keys(_1, _1), enter("Loc Thi Ha")
    ),
    "one-stop-complaints-pay": at_work(_6, keys(_ENTER, _2)),
    "one-stop-complaints-answer": at_work(_6, keys(_ENTER, _2, _2, _1)),
    "one-stop-visits": at_work(_7, keys(_DOWN, _SPACE)),
    "one-stop-visits-plan": at_work(
        _7, keys(_F8), enter("Loc Thi Ha", "0912345678", "So 12 duong Bac Son"), keys(_F9)
    ),
    "one-stop-visits-end": at_work(_7, keys(_ENTER)),
    "one-stop-visits-vain": at_work(_7, keys(_ENTER, _3, _1)),
    "one-stop-visits-print": at_work(_7, keys(_F9)),
}
