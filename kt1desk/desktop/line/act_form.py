"""The right column while the administrator does something about the line: what is asked, what is wrong, and the question before it is done.

One form for all acts: of its inputs those of the act at hand are in sight. It must not know what an act does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.line_act_side import Ui_LineActSide
from kt1desk.desktop.line.act_inputs import DAY, REASON, ActInputs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.machines import Choice as Known
from kt1desk.domain.errors import DeskError

_ORDER = ("approval", DAY, REASON, "folder", "line_file", "code", "desk_file")
_NO_DAY = "Gõ ngày văn bản như 04/12/2026."
_LACKING: Mapping[str, str] = {
    "approval": "Gõ số ký hiệu trên văn bản cho phép.",
    "day": _NO_DAY,
    "reason": "Chọn vì sao đóng.",
    "line_file": "Gõ đường dẫn tệp đường mạng của trung tâm.",
    "code": "Gõ mã một lần mà trung tâm đọc cho.",
}


class LineAct(Enum):
    """What may be done: its title, what it does, its inputs, and the question before it is done."""

    ALLOW = (
        "Cho KT1 qua mạng",
        "Nhập số và ngày của văn bản cho phép. Việc này được ghi vào sổ KT1.",
        ("approval", "day"),
        "Nhấn Enter hoặc F9 lần nữa để cho KT1 đi qua mạng.",
    )
    SHUT = (
        "Thôi cho KT1 qua mạng",
        "KT1 chỉ còn đi bằng tệp và giấy. Hồ sơ, ca và tiền vẫn qua mạng.",
        ("reason",),
        "Nhấn Enter hoặc F9 lần nữa để đóng đường mạng KT1.",
    )
    JOIN = (
        "Nhập tệp đường mạng",
        "Trung tâm ghi tệp cho riêng bàn này và đọc mã một lần bằng đường khác.",
        ("line_file", "code", "desk_file"),
        "Nhấn Enter hoặc F9 lần nữa để dùng đường mạng này.",
    )
    LEAVE = (
        "Bỏ đường mạng",
        "Chứng thư và khóa bị xóa khỏi máy. Việc chưa gửi vẫn còn nguyên ở bàn.",
        (),
        "Nhấn Enter hoặc F9 lần nữa để bỏ đường mạng.",
    )
    SHARE = (
        "Thư mục chung của điểm",
        "Các bàn của điểm thấy nhau qua thư mục này, không cần máy chủ. Để trống để thôi dùng.",
        ("folder",),
        "Nhấn Enter hoặc F9 lần nữa để dùng thư mục này.",
    )

    def __init__(self, title: str, says: str, inputs: tuple[str, ...], sure: str) -> None:
        self.title = title
        self.says = says
        self.inputs = inputs
        self.sure = sure


@dataclass(frozen=True)
class Answers:
    """What was typed, by input; ``day`` as ISO text. Codes are never told."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, name: str) -> str:
        """One of them."""
        return self.values[name]


class ActForm(QWidget):
    """`wanted(LineAct, Answers)`: everything is there and was confirmed. `left`: nothing is to be done."""

    wanted = Signal(object, object)
    left = Signal()

    def __init__(self, reasons: Callable[[], Sequence[Known]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = reasons
        self._act = LineAct.ALLOW
        self._sure = self._busy = False
        self._seen: set[str] = set()
        self._ui = Ui_LineActSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._inputs = ActInputs(ui, self)
        self._inputs.changed.connect(self._changed)
        steps = [self._step(name) for name in _ORDER]
        # The button takes Enter where an act asks nothing.
        self._way = EnterWay(self, [*steps, Step(ui.do, lambda: False)])
        self._way.finished.connect(self.go_on)
        self._inputs.show((), {})  # what is out of sight takes no room either
        ui.do.clicked.connect(self.go_on)
        ui.back.clicked.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The number of a reason that stands in the other line."""
        if REASON not in self._act.inputs or not self._inputs.choose_by_key(event.text()):
            super().keyPressEvent(event)

    def begin(self, act: LineAct, values: Mapping[str, str]) -> None:
        """Ask for an act; ``values`` are what stands in its inputs at first."""
        self._act, self._busy = act, False
        self._seen.clear()
        self._ui.title.setText(act.title)
        self._ui.says.setText(act.says)
        self._inputs.show(act.inputs, values)
        if REASON in act.inputs:
            self._inputs.offer(self._reasons())
        self._tell("")
        self._ask(sure=False)
        first = self._inputs.widget(act.inputs[0]) if act.inputs else self._ui.do
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if not act.inputs:
            self.go_on()

    def go_on(self) -> None:
        """Say what lacks, then ask once more, then let it be done."""
        if self._busy or self._says_what_lacks():
            return
        if not self._sure:
            self._ask(sure=True)
            return
        self._busy = True
        self._ask(sure=False)
        self._tell("")
        self.wanted.emit(self._act, Answers({name: self._inputs.value(name) for name in self._act.inputs}))

    def refuse(self, error: DeskError) -> None:
        """It was not done: said at the input that is wrong, or below all of them."""
        self._busy = False
        name = "folder" if error.field == "file" and "folder" in self._act.inputs else error.field
        if name in self._act.inputs:
            self._lack(name, say(error))
        else:
            self._tell(say(error))

    def step_back(self) -> bool:
        """The question first; False where there is none, and the form is left."""
        if not self._sure:
            return False
        self._ask(sure=False)
        return True

    def forget(self) -> None:
        """Nothing that was typed stays: a code is good once."""
        self._inputs.clear()

    # --- inside --------------------------------------------------------------------------------------------------

    def _step(self, name: str) -> Step:
        return Step(self._inputs.widget(name), lambda: self._needs(name), lambda: self._commit(name))

    def _needs(self, name: str) -> bool:
        if name not in self._act.inputs:
            return False
        return not self._inputs.value(name) and (name in _LACKING or name not in self._seen)

    def _commit(self, name: str) -> bool:
        self._seen.add(name)
        if name == DAY and self._inputs.typed(DAY) and not self._inputs.value(DAY):
            self._lack(DAY, _NO_DAY)
            return False
        return True

    def _says_what_lacks(self) -> bool:
        lacking = next((n for n in self._act.inputs if n in _LACKING and not self._inputs.value(n)), "")
        if lacking:
            self._lack(lacking, _LACKING[lacking])
        return bool(lacking)

    def _lack(self, name: str, sentence: str) -> None:
        self._ask(sure=False)
        self._inputs.lack(name, sentence)

    def _changed(self, name: str) -> None:
        """What was confirmed was something else."""
        self._inputs.settle(name)
        self._ask(sure=False)

    def _ask(self, *, sure: bool) -> None:
        self._sure = sure
        self._ui.sure.setText(self._act.sure)
        self._ui.sure.setVisible(sure)

    def _tell(self, sentence: str) -> None:
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))
