"""The right column of the page of lists: sums, the line that is chosen, progress, and what the next key does.

This module must not know the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from kt1desk.desktop.forms.lists_side import Ui_ListsSide
from kt1desk.desktop.list_run import ListRun, Stage
from kt1desk.desktop.models.list_lines import LOOKS
from kt1desk.desktop.models.texts import begun, count, dong, item_number
from kt1desk.desktop.needs import LineShape, ListLine, ListTask, ListView, WantedColumns
from kt1desk.desktop.widgets import Role, set_role

_SUMS = {
    True: (LineShape.READY, LineShape.REFUSED, LineShape.REPEAT),
    False: (LineShape.WAITING, LineShape.REFUSED, LineShape.THERE),
}
_DONE = {LineShape.READY: LineShape.ACCEPTED, LineShape.WAITING: LineShape.TAKEN}
_USED = {
    ListTask.PROCEDURES: "Thủ tục mới dùng được ngay.",
    ListTask.AGENCIES: "Cơ quan mới dùng từ lần đăng nhập sau.",
    ListTask.STAFF: "Người mới dùng được từ lần đăng nhập sau, khi đã đặt mật khẩu.",
}


class ListSide(QWidget):
    """Shows a `ListRun`; the buttons and the box are the page's to connect (`form`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes: tuple[LineShape, ...] = ()
        self._counted: Counter[LineShape] = Counter()
        self._total_dong = self._cash_dong = 0
        self.form = Ui_ListsSide()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        for part in (self.form.outcome, self.form.problem, self.form.progress, self.form.stop_says):
            part.hide()

    def show_run(self, run: ListRun) -> None:
        """Everything, after the stage has changed."""
        view, form, taking = run.view, self.form, run.stage is Stage.TAKING
        accepting = view is None or view.task is ListTask.ACCEPT
        form.sum_title.setText(_title(view))
        form.wanted_card.setVisible(view is None and bool(form.wanted.text()))
        form.sum_card.setVisible(view is not None)
        form.warnings.setText("\n".join(view.warnings) if view is not None else "")
        form.warnings.setVisible(bool(form.warnings.text()) and run.stage is Stage.LOOKED_AT)
        for part in (form.total_says, form.total_value, form.cash_says, form.cash_value, form.sum_line):
            part.setVisible(accepting)
        form.checked.setText(view.asks if view is not None else "")
        form.checked.setVisible(
            bool(form.checked.text()) and run.stage is Stage.LOOKED_AT and run.takable > 0
        )
        form.go.setVisible(run.stage is Stage.LOOKED_AT)
        form.go.setEnabled(run.takable > 0)
        form.go.setText(_does(view, run.takable))
        form.save.setVisible(run.stage in {Stage.LOOKED_AT, Stage.DONE})
        form.outcome.setVisible(run.stage is Stage.DONE)
        form.progress.setVisible(taking or run.stage is Stage.LOOKING)
        form.stop_says.setVisible(taking or run.stage is Stage.LOOKING)
        if view is not None:
            self._show_sums(run, view)
        if view is not None and run.stage is Stage.DONE:
            set_role(form.outcome, _outcome_role(view))
            form.outcome.setText(_outcome(view))
        self.show_progress(run)
        self._make_room()

    def show_progress(self, run: ListRun) -> None:
        """How far it is."""
        done, of = run.through
        bar, word = self.form.progress, "Nhận" if run.stage is Stage.TAKING else "Xem"
        bar.setRange(0, max(of, 1))
        bar.setValue(done)
        bar.setFormat(f"{word} dòng {count(done)} trên {count(of)}" if of else "Đang đọc tệp")
        self.form.stop_says.setText(_stop_says(run))

    def add(self, told: Sequence[ListLine]) -> None:
        """Lines that have gone through meanwhile."""
        if not told:
            return
        for line in told:
            self._counted[line.shape] += 1
            if line.shape is LineShape.ACCEPTED:
                self._total_dong += line.total_dong
                self._cash_dong += line.cash_dong
        self._show_figures()
        self._make_room()

    def _show_sums(self, run: ListRun, view: ListView) -> None:
        """How many lines stand how, and what the good ones come to: those to be taken, or those that were."""
        good, *others = _SUMS[view.task is ListTask.ACCEPT]
        good = _DONE[good] if run.stage in {Stage.TAKING, Stage.DONE} else good
        self._shapes = (good, *others)
        self._counted = Counter(line.shape for line in view.lines)
        self._total_dong = sum(line.total_dong for line in view.lines if line.shape is good)
        self._cash_dong = sum(line.cash_dong for line in view.lines if line.shape is good)
        self._show_figures()

    def _show_figures(self) -> None:
        form = self.form
        says = (form.good_says, form.bad_says, form.same_says)
        values = (form.good_value, form.bad_value, form.same_value)
        for shape, word, value in zip(self._shapes, says, values, strict=True):
            word.setText(LOOKS[shape].word)
            value.setText(f"{count(self._counted[shape])} dòng")
            wrong = shape is LineShape.REFUSED and self._counted[shape]
            set_role(value, Role.ERROR if wrong else Role.BODY)
        form.total_value.setText(f"{dong(self._total_dong)} đ")
        form.cash_value.setText(f"{dong(self._cash_dong)} đ")

    def _make_room(self) -> None:
        """Lay out at once, cards before the column that holds them.

        Qt does so event after event, the column after its card: a picture between them shows an amount without its first digit.
        """
        for part in (*self.findChildren(QWidget), self):
            layout = part.layout()
            if isinstance(layout, QLayout):
                layout.activate()

    def show_wanted(self, kinds: Sequence[WantedColumns]) -> None:
        """Which columns a file must have, while there is none."""
        self.form.wanted.setText("\n\n".join(_wanted(kind) for kind in kinds))
        self.form.wanted_card.setVisible(bool(kinds) and self.form.sum_card.isHidden())

    def show_line(self, line: ListLine | None) -> None:
        """The line that is chosen, with the whole sentence why it is not taken."""
        self.form.line_card.setVisible(line is not None)
        if line is None:
            return
        number = f" · {item_number(line.number)}" if line.number else ""
        self.form.line_title.setText(f"Dòng {line.line}{number}")
        self.form.line_parties.setText(" · ".join(filter(None, (line.first, line.second))))
        where = f"Cột «{line.place}». " if line.place else ""
        self.form.line_reason.setText(
            f"{where}{line.reason}" if line.reason else f"{LOOKS[line.shape].word}."
        )
        set_role(self.form.line_reason, Role.ERROR if line.shape is LineShape.REFUSED else Role.BODY)

    def show_problem(self, sentence: str) -> None:
        """What is refused as a whole; nothing hides it."""
        self.form.problem.setText(sentence)
        self.form.problem.setVisible(bool(sentence))


def _wanted(kind: WantedColumns) -> str:
    said = f"{begun(kind.kind)}: {', '.join(kind.titles)}."
    return f"{said}\nCó thể thêm: {', '.join(kind.optional)}." if kind.optional else said


def _title(view: ListView | None) -> str:
    return begun(view.kind) if view is not None else ""


def _does(view: ListView | None, takable: int) -> str:
    if view is None or not takable:
        return "Không có dòng nào nhận được"
    return f"{'Nhận' if view.task is ListTask.ACCEPT else 'Nhập'} {count(takable)} dòng"


def _stop_says(run: ListRun) -> str:
    if run.stage is Stage.LOOKING:
        return "Esc để thôi. Chưa nhận dòng nào."
    if run.is_stopping:
        return "Đang dừng sau dòng này."
    return (
        "Esc để dừng giữa hai dòng. Dòng nào xong là đã nhận hẳn, kể cả khi sang trang khác hay đóng cửa sổ; "
        "đọc lại tệp để nhận phần còn lại."
    )


def _outcome_role(view: ListView) -> Role:
    wrong = view.count(LineShape.REFUSED) + view.count(LineShape.LEFT)
    return Role.WARN_BOX if wrong else Role.OK_BOX


def _outcome(view: ListView) -> str:
    """What became of the list, and what to do with the rest."""
    if view.task is not ListTask.ACCEPT:
        said = f"Đã thêm {count(view.count(LineShape.TAKEN))} dòng. {_USED[view.task]}"
        return (
            f"{said} Sửa tệp rồi Ctrl+R để nhập dòng bị từ chối." if view.count(LineShape.REFUSED) else said
        )
    said = f"Đã nhận {count(view.count(LineShape.ACCEPTED))} dòng; nhãn và phiếu đang ra máy in."
    left = view.count(LineShape.LEFT)
    if left:
        return f"{said} Còn {count(left)} dòng chưa nhận: Ctrl+R đọc lại tệp rồi nhận tiếp."
    if view.count(LineShape.REFUSED):
        return f"{said} Sửa tệp rồi Ctrl+R đọc lại: dòng đã nhận không nhận lần nữa."
    return said
