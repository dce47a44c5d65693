"""«Việc cần làm»: what this point must do next, by its day; Enter does it. The work must not know what makes something a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.forms.one_stop_task_side import Ui_TaskSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey, Step, reading
from kt1desk.desktop.needs.one_stop_duties import TaskLine, TaskNeeds, TasksView
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.one_stop.duty_rows import TASK_COLUMNS, task_ref, task_rows, term_words
from kt1desk.desktop.one_stop.duty_side import DutySide
from kt1desk.desktop.one_stop.inputs import Input, InputForm, Kind
from kt1desk.desktop.one_stop.rows import code_or_number, iso_day
from kt1desk.desktop.one_stop.supplement_form import SupplementForm, SupplementPapers
from kt1desk.desktop.one_stop.task_acts import BRING, TaskActs
from kt1desk.desktop.widgets import Hint, Role, set_role
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.case_terms import Term
from kt1desk.services.wording_case import task_name


class TaskWork(Page):
    """One of the works of the one-stop place."""

    def __init__(self, needs: TaskNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        hints = (Hint("làm việc này", "Enter"), Hint("đọc lại", "Ctrl+R"))
        card = ListCard("Việc cần làm, việc gấp ở trên", "Không còn việc nào phải làm.", hints, self)
        self._holiday = QLabel(self)
        self._holiday.setObjectName("holiday")
        self._holiday.setWordWrap(True)
        set_role(self._holiday, Role.WARN_BOX)
        self._holiday.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._holiday)
        body.addWidget(card, 1)
        self._right = QWidget(self)
        ui = self._ui = Ui_TaskSide()
        ui.setupUi(self._right)  # type: ignore[no-untyped-call]
        papers = SupplementPapers(ui.papers)
        form = InputForm(_inputs(ui), self._right, (Step(ui.papers, lambda: not papers.lines()),))
        self._side = DutySide(ui, self._right, form)
        self._supplement = SupplementForm(papers, ui.price, form, needs, jobs)
        self._acts = TaskActs(needs, jobs, self._side, self._supplement)
        self._list = DutyList(card, TASK_COLUMNS)
        self._reads = Newest(jobs)
        self._lines: dict[str, TaskLine] = {}
        self._wanted = ""
        self._join()

    def entered(self, ref: str = "") -> None:
        """Read what is to be done. `ref` is a case, whose task is begun at once."""
        self._wanted = ref
        self._reads.run(self._needs.tasks, self._show, lambda error: self._side.tell(say(error)))
        if not self._side.is_busy():
            self._list.set_focus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._side.forget()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the form, back to the list."""
        return self._side.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "làm việc đang chọn"),
            PageKey("Space", "bổ sung: có giấy này; số: mấy bản; K: loại bản"),
            PageKey("F8", "bổ sung: trả tiền mặt hay chuyển khoản", self._supplement.turn_payment),
            PageKey("F9", "lưu, in", self._side.save),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A seal or label belongs to the cover that is made; else the case's task is gone to and begun.

        Raises:
            DeskError: ``one_stop.no_task``.
        """
        scan = classify(code)
        if self._side.is_busy():
            names = {Shape.ITEM: "number", Shape.SEAL: "seal"}
            return scan.kind in names and self._side.form.put(names[scan.kind], scan.value)
        if scan.kind not in {Shape.ITEM, Shape.DOSSIER}:
            return False
        found = next((line for line in self._lines.values() if scan.value == line.task.number), None)
        if found is None:
            raise DeskError("one_stop.no_task", "dossier", number=scan.value)
        self._list.go_to(task_ref(found.task))
        self._acts.begin(found)
        return True

    def _join(self) -> None:
        self._list.opened.connect(self._open)
        self._list.moved.connect(self._tell_of)
        self._side.left.connect(self._leave)
        self._side.changed.connect(self._settle)
        self._acts.done.connect(self._stored)
        self._acts.going.connect(self.going)
        self._ui.save.clicked.connect(self._side.save)
        self._ui.other.clicked.connect(self._supplement.turn_payment)

    def _open(self, ref: str) -> None:
        if ref in self._lines and not self._side.is_busy():
            self._acts.begin(self._lines[ref])

    def _show(self, view: TasksView) -> None:
        self._acts.take(view)
        self._lines = {task_ref(each.task): each for each in view.lines}
        self._holiday.setText(view.holiday)
        self._holiday.setVisible(bool(view.holiday))
        self._list.show(task_rows(view.lines))
        terms = Counter(each.task.term for each in view.lines)
        parts = [f"{count(len(view.lines))} việc"]
        parts += [f"{count(terms[term])} {term_words(term)}" for term in Term if term in terms]
        self._list.card.say(" · ".join(parts))
        self._ui.hint_figure.setText(parts[0])
        if self._wanted and not self._side.is_busy():
            self._begin_of(self._wanted)
        self._wanted = ""

    def _begin_of(self, dossier: str) -> None:
        """What must be done next with a case; that there is nothing is said."""
        found = next((line for line in self._lines.values() if line.task.dossier == dossier), None)
        if found is None:
            self._side.tell(say(DeskError("one_stop.no_task", "dossier", number=dossier)))
            return
        self._list.go_to(task_ref(found.task))
        self._acts.begin(found)

    def _tell_of(self, ref: str) -> None:
        """The whole of a line that a row has no room for."""
        if self._side.is_busy():
            return
        line = self._lines.get(ref)
        if line is None:
            self._side.about("", "", "")
            return
        task = line.task
        name = code_or_number(task.number, task.dossier) if task.dossier else task_name(task.kind)
        self._side.about(name, task.words, f"Hạn {iso_day(task.due_day)}, {term_words(task.term)}")

    def _leave(self) -> None:
        self._list.set_focus()
        self._tell_of(self._list.current())

    def _settle(self) -> None:
        if self._supplement.is_open() and not self._side.open_key().startswith(BRING):
            self._supplement.close()
        self._ui.other.setVisible(self._supplement.is_open())

    def _stored(self, sentence: str) -> None:
        self._side.close()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()


def _inputs(ui: Ui_TaskSide) -> dict[str, Input]:
    return {
        "told": Input(ui.told_label, ui.told, ui.told_note, kind=Kind.WHEN),
        "pieces": Input(ui.pieces_label, ui.pieces, ui.pieces_note, "Đếm rồi gõ số tờ.", Kind.COUNT),
        "weight": Input(ui.weight_label, ui.weight, ui.weight_note, "Cân bì rồi gõ số gam.", Kind.COUNT),
        "seal": Input(ui.seal_label, ui.seal, ui.seal_note),
        "number": Input(ui.number_label, ui.number, ui.number_note),
    }
