"""The sheet on which a report is read on the screen: what it is, what is missing, its sections one below the other, its notes.

It shows the same value as paper and files and reckons nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kt1desk.desktop.reports.chart_view import ReportChart
from kt1desk.desktop.reports.table_view import ReportTable
from kt1desk.desktop.widgets.roles import Role, set_role
from kt1desk.domain.reporting.report import Chart, Prose, Report, Table

_SECTION_GAP = 14
_LEFT, _RIGHT = 10, 12
"""Between the frame and what stands on the sheet, and between that and the scroll bar."""


class ReportSheet(QScrollArea):
    """Shows one report at a time, or a sentence where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setProperty("kind", "sheet")
        self.setAccessibleName("Báo cáo")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self._room = 0
        self._state: QLabel | None = None
        self.show_text("")

    def show_text(self, sentence: str) -> None:
        """No report: a sentence says why."""
        page = _page()
        _column(page).addStretch(1)
        _say(page, sentence, Role.EMPTY).setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._state = None
        self._put(page)

    def say_state(self, state: str) -> None:
        """What becomes of the report that is shown."""
        if self._state is not None:
            self._state.setText(state)
            _fit(self._state, self._room)

    def show_report(self, report: Report, state: str) -> None:
        """This report, from its beginning; ``state`` says whether it was issued."""
        page = _page()
        _say(page, report.title, Role.H1)
        self._state = _say(page, state, Role.MUTED)
        _say(page, f"{report.period} · {report.scope}", Role.MUTED)
        for sentence in _missing(report):
            _say(page, sentence, Role.WARN)
        for section in report.sections:
            _column(page).addSpacing(_SECTION_GAP)
            _say(page, section.title, Role.H2)
            match section:
                case Prose():
                    for sentence in section.sentences:
                        _say(page, sentence, Role.BODY)
                case Table():
                    _column(page).addWidget(ReportTable(section, page))
                    for note in section.notes:
                        _say(page, note, Role.MUTED)
                case Chart():
                    _column(page).addWidget(ReportChart(section, page))
        if report.notes:
            _column(page).addSpacing(_SECTION_GAP)
            _say(page, "Ghi chú", Role.H2)
        for note in report.notes:
            _say(page, note, Role.MUTED)
        self._put(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is fitted to the new width."""
        super().resizeEvent(event)
        self._fit()

    # --- inside --------------------------------------------------------------------------------------------------

    def _put(self, page: QWidget) -> None:
        _column(page).addStretch(1)
        self.setWidget(page)
        self._room = 0
        self._fit()
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * self.frameWidth() - bar - _LEFT - _RIGHT
        page = self.widget()
        if page is None or room == self._room or room <= 0:
            return
        self._room = room
        for table in page.findChildren(ReportTable):
            table.fit(room)
        for chart in page.findChildren(ReportChart):
            chart.fit(room)
        for label in page.findChildren(QLabel):
            _fit(label, room)


def _page() -> QWidget:
    page = QWidget()
    page.setProperty("kind", "scrolled")
    column = QVBoxLayout(page)
    column.setContentsMargins(_LEFT, 6, 0, 8)
    column.setSpacing(4)
    return page


def _column(page: QWidget) -> QVBoxLayout:
    column = page.layout()
    assert isinstance(column, QVBoxLayout)  # noqa: S101 - made a few lines above
    return column


def _say(page: QWidget, text: str, role: Role) -> QLabel:
    label = QLabel(text, page)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role is not Role.BODY:
        set_role(label, role)
    _column(page).addWidget(label)
    return label


def _fit(label: QLabel, room: int) -> None:
    """As high as its lines are: a layout would reckon them for the width of the widest table."""
    label.ensurePolished()  # before, it has another font
    label.setFixedSize(room, max(0, label.heightForWidth(room)))


def _missing(report: Report) -> Iterator[str]:
    for each in report.missing:
        since = f"từ sau ngày {date.fromisoformat(each.since):%d/%m/%Y}" if each.since else "tất cả"
        yield f"Thiếu số liệu {since}: {each.name} ({each.point})."
