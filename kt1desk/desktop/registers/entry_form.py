"""The form of an entry, made of what its register declares: an input for each column, in their order. It must not know any register."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kt1desk.desktop.forms.registers_side import Ui_RegisterSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay
from kt1desk.desktop.registers.inputs import ColumnInput, Find
from kt1desk.desktop.widgets import SearchPopup
from kt1desk.domain.errors import DeskError
from kt1desk.domain.register_columns import Register
from kt1desk.services.register_book import BookEntry

_LABEL_WIDTH = 108
_READ_ONLY = "Chỉ trưởng bưu cục hoặc cán bộ Bưu điện tỉnh được ghi sổ này."


class EntryForm(QWidget):
    """`wanted`: Enter was pressed at the last input, or the button. `begin_wanted`: an empty form is wanted."""

    wanted = Signal()
    begin_wanted = Signal()

    def __init__(self, jobs: Jobs, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._find = jobs, find
        self._ui = Ui_RegisterSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._register: Register | None = None
        self._entry = ""
        self._may_keep = False
        self._inputs: dict[str, ColumnInput] = {}
        self._panel: QWidget | None = None
        self._way: EnterWay | None = None
        self._ui.keep.clicked.connect(self.wanted)
        self._ui.begin.clicked.connect(self.begin_wanted)
        self.problem("")

    def show_register(self, of: Register, *, may_keep: bool) -> None:
        """The form of this register, empty."""
        if self._register is not of:
            self._build(of)
        self._may_keep = may_keep
        self._ui.form_note.setText(_READ_ONLY)
        self._ui.form_note.setVisible(not may_keep)
        for button in (self._ui.keep, self._ui.begin):
            button.setVisible(may_keep)
        for each in self._inputs.values():
            each.lock(locked=not may_keep)
        self.begin(None)

    def begin(self, entry: BookEntry | None) -> None:
        """A new entry, or a new wording of one. What is its key stays as it is."""
        of = self._register
        if of is None:
            return
        self._entry = entry.entry if entry is not None else ""
        self._ui.form_title.setText(f"Dòng {self._entry}" if self._entry else "Dòng mới")
        for code, each in self._inputs.items():
            each.put(
                *((entry.values.get(code, ""), entry.words.get(code, "")) if entry is not None else ("",))
            )
        if of.key and self._may_keep:
            self._inputs[of.key].lock(locked=bool(entry is not None and entry.values.get(of.key)))
        self.problem("")

    def start(self) -> None:
        """The first input that still needs something takes the keys, or else the first that can be changed."""
        if self._way is None:
            return
        if self._way.missing():
            self._way.start()
            return
        usable = (each.field for each in self._inputs.values() if each.field.isEnabled())
        first = next(usable, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def entry(self) -> str:
        """The key of the entry whose new wording this is, "" for a new one."""
        return self._entry

    def values(self) -> Mapping[str, str] | None:
        """What was typed, by column; None where an input cannot be read: it is said there, and it takes the keys."""
        for each in self._inputs.values():
            if problem := each.unread():
                each.lack(problem)
                return None
        return {code: each.value() for code, each in self._inputs.items()}

    def refuse(self, error: DeskError) -> None:
        """Say why it was not kept: at its input, or below."""
        if error.field in self._inputs:
            self._inputs[error.field].lack(say(error))
        else:
            self.problem(say(error))

    def problem(self, sentence: str) -> None:
        """A sentence that belongs to no input; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def close_list(self) -> bool:
        """Shut a list that is open; False where none was."""
        return sum(each.close_list() for each in self._inputs.values()) > 0

    def has_keys(self) -> bool:
        """Whether an input has the keys."""
        return any(each.field.hasFocus() for each in self._inputs.values())

    def _build(self, of: Register) -> None:
        for gone in (*self.findChildren(SearchPopup), *((self._panel,) if self._panel is not None else ())):
            gone.setParent(None)
            gone.deleteLater()
        self._register, self._panel = of, QWidget(self)
        grid = QGridLayout(self._panel)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._inputs = {
            column.code: ColumnInput(column, self, self._jobs, self._find) for column in of.columns
        }
        for at, each in enumerate(self._inputs.values()):
            _add(grid, 3 * at, each)
        self._ui.form_fields.addWidget(self._panel)
        self._panel.show()  # a layout shows it an event later: until then its inputs count as hidden, and Enter would skip them
        self._way = EnterWay(self._panel, [each.step() for each in self._inputs.values()])
        self._way.finished.connect(self.wanted)
        for each in self._inputs.values():
            each.settled.connect(self.start)


def _add(grid: QGridLayout, row: int, each: ColumnInput) -> None:
    """Name, input and note of a column: side by side, or below each other where names of things stand in it."""
    title = QLabel(each.column.title)
    title.setBuddy(each.field)
    if each.is_wide:
        grid.addWidget(title, row, 0, 1, 2)
        grid.addWidget(each.field, row + 1, 0, 1, 2)
    else:
        title.setWordWrap(True)
        title.setFixedWidth(_LABEL_WIDTH)
        grid.addWidget(title, row, 0)
        grid.addWidget(each.field, row, 1)
    grid.addWidget(each.note, row + 2, 0, 1, 2)
