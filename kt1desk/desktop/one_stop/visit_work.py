"""«Hẹn nhận»: where somebody must go for a dossier, by the hour; Enter says how it ended. The work must not know who goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.forms.one_stop_visit_side import Ui_VisitSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, day, local
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.one_stop_care import VisitLine, VisitNeeds, VisitsView
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.one_stop.duty_rows import VISIT_COLUMNS, visit_hours, visit_row
from kt1desk.desktop.one_stop.duty_side import DutySide, Offer
from kt1desk.desktop.one_stop.inputs import InputForm
from kt1desk.desktop.one_stop.visit_acts import PLAN, VisitActs
from kt1desk.desktop.one_stop.visit_inputs import VisitChoices, visit_inputs
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify

_HINTS = (Hint("kết quả hẹn", "Enter"), Hint("chọn để in", "Dấu cách"), Hint("hẹn mới", "F8"))


class VisitWork(Page):
    """One of the works of the one-stop place."""

    def __init__(self, needs: VisitNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        card = ListCard("Hẹn nhận tại địa chỉ", "Không có lần hẹn nào.", _HINTS, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        self._right = QWidget(self)
        ui = self._ui = Ui_VisitSide()
        ui.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._choices = VisitChoices(ui, self._right, needs, jobs)
        self._side = DutySide(ui, self._right, InputForm(visit_inputs(ui, self._choices), self._right))
        self._acts = VisitActs(needs, jobs, self._side, self._choices)
        self._list = DutyList(card, VISIT_COLUMNS)
        self._reads = Newest(jobs)
        self._lines: dict[str, VisitLine] = {}
        self._chosen: set[str] = set()
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read where somebody must go."""
        self._reads.run(self._needs.visits, self._show, lambda error: self._side.tell(say(error)))
        if not self._side.is_busy():
            self._list.set_focus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._side.forget()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """An open list, the question, the form, back to the visits."""
        return self._choices.close_list() or self._side.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "ghi kết quả lần hẹn đang chọn"),
            PageKey("Space", "chọn lần hẹn để in cho người đi"),
            PageKey("F8", "ghi lần hẹn mới", self._acts.plan),
            PageKey("F9", "in danh sách cho người đi; lưu", self._save),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label or mã hồ sơ names the dossier that was fetched."""
        scan = classify(code)
        is_case = scan.kind in {Shape.ITEM, Shape.DOSSIER}
        return is_case and bool(self._side.open_key()) and self._side.form.put("dossier", scan.value)

    def _join(self) -> None:
        self._list.opened.connect(self._open)
        self._list.ticked.connect(self._tick)
        self._list.moved.connect(self._tell)
        self._side.left.connect(self._leave)
        self._acts.done.connect(self._stored)
        self._acts.going.connect(self.going)
        self._choices.chosen.connect(self._side.form.start)
        self._ui.save.clicked.connect(self._save)
        self._ui.other.clicked.connect(self._acts.plan)

    def _open(self, visit: str) -> None:
        if visit in self._lines and not self._side.is_busy():
            self._acts.end(self._lines[visit])

    def _save(self) -> None:
        chosen = [visit for visit in self._lines if visit in self._chosen]
        if self._side.is_busy():
            self._side.save()
        elif self._lines:
            self._acts.print_list(chosen or list(self._lines))

    def _tick(self, visit: str) -> None:
        self._chosen ^= {visit}
        view = self._acts.view
        self._list.change(
            visit_row(self._lines[visit], view.now_ms, view.offset_min, chosen=visit in self._chosen)
        )
        self._tell(visit)

    def _show(self, view: VisitsView) -> None:
        self._acts.view = view
        self._lines = {each.row.visit: each for each in view.lines}
        self._chosen &= set(self._lines)
        self._list.show(
            [
                visit_row(each, view.now_ms, view.offset_min, chosen=each.row.visit in self._chosen)
                for each in view.lines
            ]
        )
        self._list.card.say(f"{count(len(view.lines))} lần hẹn")
        self._ui.hint_figure.setText(f"{count(len(view.lines))} lần hẹn")

    def _tell(self, visit: str) -> None:
        """The whole of a visit, telephone included: whoever is at it has to call."""
        if self._side.is_busy():
            return
        line, offset = self._lines.get(visit), self._acts.view.offset_min
        chosen = len(self._chosen)
        save = (f"In {count(chosen)} lần hẹn" if chosen else "In danh sách") if self._lines else ""
        self._side.offer(Offer(save, "Hẹn mới"))
        if line is None:
            self._side.about("", "", "")
            return
        row = line.row
        when = f"{day(local(row.from_ms, offset).date())}, {visit_hours(line, offset)}"
        about = (f"Điện thoại {row.phone}" if row.phone else "", row.address, line.commune, line.procedure)
        self._side.about(when, row.name, "\n".join(filter(None, (*about, f"Số hẹn {row.visit}"))))

    def _leave(self) -> None:
        self._list.set_focus()
        self._tell(self._list.current())

    def _stored(self, sentence: str) -> None:
        if self._side.open_key() == PLAN:
            self._choices.clear()
        self._side.close()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()
