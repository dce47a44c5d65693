"""Scenes of the page of reports: nothing chosen, a list of answers, a report with its charts, the question, versions, what came late."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.reports import ReportsPage
from kt1desk.domain.errors import DeskError
from tests.support.desk_scenes import beside_others
from tests.support.keys import press, type_text
from tests.support.report_fakes import KY_LUA, PROVINCE, FakeReports, some_issued
from tests.support.stage import Scene, desk, settle

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, DOWN, F9 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F9
_RESULTS = (ENTER,)


def _scene(*does: Qt.Key | str, needs: Callable[[], FakeReports] = FakeReports, to: str = "") -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        pages = beside_others(Place.REPORTS, ReportsPage(needs(), jobs))
        window = desk(jobs, pages, Place.REPORTS)
        for each in does:
            if isinstance(each, str) and each.startswith("Ctrl+"):
                press(Qt.Key[f"Key_{each[5:]}"], CTRL)
            elif isinstance(each, str):
                type_text(each)
            else:
                press(each)
            settle(jobs)
        for heading in (each for each in window.findChildren(QLabel) if to and each.text() == to):
            sheets = (
                each for each in window.findChildren(QScrollArea, "sheet") if each.isAncestorOf(heading)
            )
            next(sheets).verticalScrollBar().setValue(heading.y())
        settle(jobs)
        return window

    return show


def _of_both() -> FakeReports:
    return FakeReports(scopes=(KY_LUA, PROVINCE))


def _doubted() -> FakeReports:
    return FakeReports(refuse=DeskError("record.doubted", at="item"))


REPORT_SCENES: Mapping[str, Scene] = {
    "reports-choose": _scene(),
    "reports-periods": _scene(ENTER, "Ctrl+E", "quy", ENTER),
    "reports-made": _scene(*_RESULTS),
    "reports-chart": _scene(*_RESULTS, to="Bưu gửi chấp nhận theo tháng"),
    "reports-end": _scene(*_RESULTS, to="Ghi chú"),
    "reports-question": _scene(*_RESULTS, F9),
    "reports-issued-now": _scene(*_RESULTS, F9, F9),
    "reports-province": _scene(*_RESULTS, needs=_of_both),
    "reports-refused": _scene(*_RESULTS, needs=_doubted),
    "reports-list": _scene("Ctrl+2", needs=some_issued),
    "reports-read": _scene("Ctrl+2", DOWN, ENTER, needs=some_issued),
    "reports-changes": _scene("Ctrl+2", DOWN, "Ctrl+M", needs=some_issued),
}
