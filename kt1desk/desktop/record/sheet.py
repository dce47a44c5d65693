"""The record on the screen: its number and state, its facts, its sums, the list of papers of a case, and its print jobs.

It must not know what may be done with a record.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.forms.record import Ui_RecordPage
from kt1desk.desktop.forms.record_side import Ui_RecordSide
from kt1desk.desktop.models.case_texts import case_facts, case_state
from kt1desk.desktop.models.journey_texts import incident_facts, thing_facts, thing_kind
from kt1desk.desktop.models.paper_rows import PAPER_COLUMNS, paper_reason, paper_rows
from kt1desk.desktop.models.record_texts import (
    LINE_COLUMNS,
    Fact,
    back_facts,
    facts_of,
    kind_of,
    line_rows,
    number_of,
    state_of,
    sums_of,
    taken_facts,
)
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.needs import RecordView
from kt1desk.desktop.record.facts_panel import FactsPanel
from kt1desk.desktop.record.journey_panel import JourneyPanel
from kt1desk.desktop.widgets import Card, Role, set_role
from kt1desk.domain.dossier import Form
from kt1desk.services.journeys import Journey
from kt1desk.services.records import DossierRecord, LooseNumber, Record, Told
from kt1desk.services.rows import PaperRow
from kt1desk.services.wording_custody import state_name
from kt1desk.services.wording_tthc import form_name

_SHORT = {Form.BOTH.value: "Gửi và nhận"}
_WAYS = (
    Fact("Bưu gửi", "ME 473 124 829 VN"),
    Fact("Túi", "TUI00000052"),
    Fact("Chuyến", "CT240000-261122-7-1"),
    Fact("Hồ sơ", "240000-261122-0-001"),
    Fact("Mã hồ sơ", "H37.10-261122-0001"),
    Fact("Theo tên", "Ctrl+K, rồi gõ vài chữ, không cần dấu"),
)
"""What the field takes, while nothing is in front."""


class Sheet(QObject):
    """What the page shows of a record. `paper_chosen`: another print job may be the chosen one."""

    paper_chosen = Signal()

    def __init__(self, ui: Ui_RecordPage, side: Ui_RecordSide, owner: QObject) -> None:
        super().__init__(owner)
        self._ui, self._side = ui, side
        self._papers: tuple[PaperRow, ...] = ()
        self._facts = FactsPanel()
        ui.head_body.addWidget(self._facts)
        self._taken, self._back = FactsPanel(narrow=True), FactsPanel(narrow=True)
        self._journey = JourneyPanel(ui, self)
        side.taken_body.addWidget(self._taken)
        self.case_card, self._told = Card(title="Ở cơ quan, các bì"), FactsPanel(narrow=True)
        self.case_card.body.addWidget(self._told)
        side.side_body.insertWidget(1, self.case_card)
        side.back_body.addWidget(self._back)
        self._ways = Card(title="Gõ hoặc quét được")
        ways = FactsPanel(narrow=True)
        ways.show_facts(_WAYS)
        self._ways.body.addWidget(ways)
        side.side_body.insertWidget(0, self._ways)
        self._lines = ui.lines.show_rows(LINE_COLUMNS)
        self._rows = ui.papers.show_rows(PAPER_COLUMNS)
        ui.papers.set_empty_text("Chưa in giấy nào.")
        ui.lines.set_empty_text("Không nộp giấy tờ nào.")
        ui.papers.selectionModel().selectionChanged.connect(self._show_reason)
        self.clear()

    def clear(self) -> None:
        """Nothing is shown."""
        ui, side = self._ui, self._side
        for card in (ui.head_card, ui.lines_card, ui.papers_card):
            card.hide()
        self._journey.show(None, 0)
        side.problem.hide()
        for card in (side.sums_card, side.back_card, side.links_card, self.case_card):
            card.hide()
        for card in (ui.nothing, self._ways):
            card.show()

    def show_thing(self, journey: Journey, offset_min: int) -> None:
        """Show a bag or a dispatch: it has a journey and nothing else."""
        self.clear()
        ui = self._ui
        for card in (ui.nothing, self._ways):
            card.hide()
        ui.head_card.show()
        ui.record_number.setText(journey.number)
        ui.record_kind.setText(thing_kind(journey))
        ui.record_state.setText(state_name(journey.state))
        set_role(ui.record_state, Role.OK_BOX)
        self._facts.show_facts(thing_facts(journey, offset_min))
        self._journey.show(journey, offset_min)

    def show(self, record: Record, view: RecordView) -> None:
        """Show a record instead."""
        ui = self._ui
        for card in (ui.nothing, self._ways):
            card.hide()
        ui.head_card.show()
        ui.record_number.setText(number_of(record))
        story = view.story
        form = story.case.form if story is not None else ""
        ui.record_kind.setText(kind_of(record) if story is None else _SHORT.get(form) or form_name(form))
        words, role = case_state(story) if story is not None else state_of(record, view.offset_min)
        ui.record_state.setText(words)
        set_role(ui.record_state, role)
        more = incident_facts(view.journey) if view.journey is not None else ()
        facts = facts_of(record, view.now_ms, view.offset_min, story=story is not None)
        self._facts.show_facts((*facts, *more))
        self._told.show_facts(case_facts(story, view.offset_min) if story is not None else ())
        self.case_card.setVisible(story is not None)
        if story is not None:
            self._journey.show_story(story, view.offset_min)
        else:
            self._journey.show(view.journey, view.offset_min)
        self._show_books(record, view.offset_min)
        self._show_lines(record)
        self._show_sums(record)
        taken = None if isinstance(record, LooseNumber) else record.told
        self._show_links(taken)
        self._show_papers(taken, view.offset_min)

    def show_identity(self, number: str) -> None:
        """A whole number, until something else is shown."""
        set_role(self._side.problem, Role.WARN_BOX)
        self._side.problem.setText(f"Số giấy tờ người nộp: {number}. Lần xem này đã ghi sổ.")
        self._side.problem.show()

    def tell(self, sentence: str) -> None:
        """Say what could not be done."""
        set_role(self._side.problem, Role.ERROR_BOX)
        self._side.problem.setText(sentence)
        self._side.problem.show()

    def paper(self) -> PaperRow | None:
        """The print job that is chosen."""
        at = self._ui.papers.currentIndex()
        return self._papers[at.row()] if at.isValid() and at.row() < len(self._papers) else None

    def _show_books(self, record: Record, offset_min: int) -> None:
        taken, back = taken_facts(record, offset_min), back_facts(record, offset_min)
        self._taken.show_facts(taken)
        self._back.show_facts(back)
        self._side.back_card.setVisible(bool(back))

    def _show_lines(self, record: Record) -> None:
        lines = record.lines if isinstance(record, DossierRecord) else ()
        self._lines.set_rows(line_rows(lines))
        self._ui.lines_card.setVisible(bool(lines))
        if isinstance(record, DossierRecord):
            self._ui.lines_count.setText(f"{count(record.row.documents)} tài liệu")

    def _show_sums(self, record: Record) -> None:
        rows, total = sums_of(record)
        self._side.sums.show_price(rows, total)
        self._side.sums_title.setText("Ba khoản tiền" if isinstance(record, DossierRecord) else "Cước")
        self._side.sums_card.setVisible(total is not None)

    def _show_links(self, told: Told | None) -> None:
        side = self._side
        newer = told.back.replaced_by if told is not None and told.back is not None else ""
        older = told.replaces if told is not None else ""
        for button, word, number in ((side.open_new, "Số mới", newer), (side.open_old, "Số cũ", older)):
            button.setText(f"{word} {item_number(number)}")
            button.setVisible(bool(number))
        side.links_card.setVisible(bool(newer or older))

    def _show_papers(self, told: Told | None, offset_min: int) -> None:
        chosen = self.paper()
        self._papers = told.papers if told is not None else ()
        self._rows.set_rows(paper_rows(self._papers, offset_min))
        self._ui.papers_card.setVisible(told is not None)
        self._ui.papers_count.setText(f"{count(len(self._papers))} giấy")
        jobs = [paper.job for paper in self._papers]
        self._ui.papers.selectRow(jobs.index(chosen.job) if chosen is not None and chosen.job in jobs else 0)
        self._show_reason()

    def _show_reason(self) -> None:
        paper = self.paper()
        self._ui.why.setText(paper_reason(paper) if paper is not None else "")
        self._ui.why.setVisible(bool(self._ui.why.text()))
        self.paper_chosen.emit()
