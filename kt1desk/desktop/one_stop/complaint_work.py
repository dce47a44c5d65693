"""«Khiếu nại»: what is still to be answered, by its day; new ones taken. The work must not know how terms are reckoned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.forms.one_stop_complaint_side import Ui_ComplaintSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.one_stop_care import ComplaintLine, ComplaintNeeds, ComplaintsView
from kt1desk.desktop.one_stop.complaint_acts import ComplaintActs
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.one_stop.duty_rows import COMPLAINT_COLUMNS, complaint_rows, term_words
from kt1desk.desktop.one_stop.duty_side import DutySide, Offer
from kt1desk.desktop.one_stop.inputs import Input, InputForm, Kind
from kt1desk.desktop.one_stop.rows import iso_day
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify

_OFFER = Offer("", "Khiếu nại mới")


class ComplaintWork(Page):
    """One of the works of the one-stop place."""

    def __init__(self, needs: ComplaintNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        hints = (Hint("trả lời", "Enter"), Hint("khiếu nại mới", "F8"))
        card = ListCard("Khiếu nại chưa trả lời", "Không có khiếu nại nào chờ trả lời.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        self._right = QWidget(self)
        ui = self._ui = Ui_ComplaintSide()
        ui.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._side = DutySide(ui, self._right, InputForm(_inputs(ui), self._right))
        self._side.offer(_OFFER)
        self._list = DutyList(card, COMPLAINT_COLUMNS)
        self._acts = ComplaintActs(needs, jobs, self._side)
        self._reads = Newest(jobs)
        self._wanted = ""
        self._list.opened.connect(self._open)
        self._list.moved.connect(self._tell)
        self._side.left.connect(self._leave)
        self._acts.done.connect(self._stored)
        ui.save.clicked.connect(self._side.save)
        ui.other.clicked.connect(self._new)

    def entered(self, ref: str = "") -> None:
        """Read what is to be answered; ``ref`` is the complaint that is gone to."""
        self._wanted = ref
        self._reads.run(self._needs.complaints, self._show, lambda error: self._side.tell(say(error)))
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
            PageKey("Enter", "trả lời khiếu nại đang chọn"),
            PageKey("F8", "nhận khiếu nại mới", self._new),
            PageKey("F9", "lưu, in giấy trả lời", self._side.save),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """Whoever complains shows a number: a new complaint is begun with it, or it goes where one is asked for."""
        scan = classify(code)
        if scan.kind not in {Shape.ITEM, Shape.DOSSIER}:
            return False
        if not self._side.is_busy():
            self._acts.begin_new()
        if self._side.form.put("dossier", scan.value):
            self._side.save()
            return True
        return scan.kind is Shape.ITEM and self._side.form.put("item", scan.value)

    def _new(self) -> None:
        if not self._side.is_busy():
            self._acts.begin_new()

    def _open(self, complaint: str) -> None:
        line = self._line(complaint)
        if line is not None and not self._side.is_busy():
            self._acts.begin_answer(line)

    def _line(self, complaint: str) -> ComplaintLine | None:
        return next((each for each in self._acts.view.lines if each.row.complaint == complaint), None)

    def _show(self, view: ComplaintsView) -> None:
        self._acts.view = view
        wanted, self._wanted = self._wanted, ""
        self._list.show(complaint_rows(view.lines), at=wanted)
        self._list.card.say(f"{count(len(view.lines))} khiếu nại")
        self._ui.hint_figure.setText(f"{count(len(view.lines))} khiếu nại")

    def _tell(self, complaint: str) -> None:
        if self._side.is_busy():
            return
        line = self._line(complaint)
        if line is None:
            self._side.about("", "", "")
            return
        row = line.row
        days = f"Nhận {iso_day(row.received_day)}, trả lời trước hết {iso_day(row.due_day)}"
        cover = f"Bì {item_number(row.item)}" if row.item else ""
        about = (f"Hồ sơ {row.dossier}", cover, f"{days}: {term_words(line.term)}")
        self._side.about(row.complaint, f"{line.who}: {line.about}", "\n".join(filter(None, about)))

    def _leave(self) -> None:
        self._list.set_focus()
        self._tell(self._list.current())

    def _stored(self, sentence: str) -> None:
        self._side.close()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()


def _inputs(ui: Ui_ComplaintSide) -> dict[str, Input]:
    return {
        "dossier": Input(ui.dossier_label, ui.dossier, ui.dossier_note, "Quét nhãn, hoặc gõ số hồ sơ."),
        "name": Input(ui.name_label, ui.name, ui.name_note, "Gõ họ tên người khiếu nại."),
        "phone": Input(ui.phone_label, ui.phone, ui.phone_note),
        "item": Input(ui.item_label, ui.item, ui.item_note),
        "received_day": Input(
            ui.received_day_label, ui.received_day, ui.received_day_note, Kind.DAY.value, Kind.DAY
        ),
    }
