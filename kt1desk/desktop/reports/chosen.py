"""The report that the keys are at in the list: for which days it is made, what is due of it, what it has. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.models.record_texts import Fact
from kt1desk.desktop.record.facts_panel import FactsPanel
from kt1desk.desktop.reports.texts import day_text
from kt1desk.desktop.widgets import Card, Role, set_role
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_parts import ChartSection
from kt1desk.services.report_periods import QuarterOver


class ChosenReport(Card):
    """A card of the right column; it takes no room while nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        set_role(self._title, Role.H2)
        self._facts = FactsPanel(narrow=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self._facts)
        self.hide()

    def tell(self, template: ReportTemplate | None, days: str, over: Sequence[QuarterOver]) -> None:
        """Of this one; None for none.

        Args:
            template: what is chosen.
            days: for which it will be made.
            over: quarters whose reports are not issued, of any template.
        """
        self.setVisible(template is not None)
        if template is not None:
            self._title.setText(template.title)
            self._facts.show_facts(chosen_facts(template, days, over))


def chosen_facts(template: ReportTemplate, days: str, over: Sequence[QuarterOver]) -> Sequence[Fact]:
    """What is said of a report before it is made."""
    due = [
        f"{each.offered.words}, hạn {day_text(each.by)}" for each in over if each.template == template.code
    ]
    charts = sum(isinstance(each, ChartSection) for each in template.sections)
    parts = [each.title for each in template.sections if not isinstance(each, ChartSection)]
    facts = (
        Fact("Kỳ", days),
        Fact("Chưa phát hành", "\n".join(due)),
        Fact("Gồm", "\n".join(parts)),
        Fact("Biểu đồ", str(charts) if charts else ""),
    )
    return [each for each in facts if each.text]
