"""A record about to be opened: about what, what went wrong, who handed it over, when it was found. It must not know what is stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.incidents_new import Ui_IncidentForm
from kt1desk.desktop.incidents.choices import matching
from kt1desk.desktop.incidents.texts import kind_of_number, kind_words, number_in, read_when, when_text
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs.incidents import IncidentNeeds
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.services.incidents import IncidentDraft

_NO_NUMBER = "Quét hoặc gõ số {noun}, túi hay chuyến thư."
_NO_CODE = "Chọn loại sự vụ: gõ vài chữ rồi Enter."
_NO_TIME = "Gõ giờ như 14:52 hoặc 14:52 22/11."
_UNKNOWN_CODE = "Không có loại này trong danh mục. Sửa lại chữ đã gõ."
_UNKNOWN_POINT = "Không có điểm này. Sửa lại chữ đã gõ, hoặc để trống."
_FIELDS = {"number": "number", "code": "code", "other_point": "other_point", "found_ms": "found"}


class NewForm(QWidget):
    """`wanted`: Enter was pressed at the last input, or the button."""

    wanted = Signal()

    def __init__(
        self, needs: IncidentNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
        self._ui = Ui_IncidentForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        for name in _FIELDS.values():
            field = self._field(name)
            field.attach_note(getattr(ui, f"{name}_note"))
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._now_ms = self._offset_min = 0
        self._proposed = ""
        self._kind: ThingKind | None = None
        self._code = ChoiceField(ui.code, self, jobs, self._codes, _UNKNOWN_CODE)
        self._point = ChoiceField(ui.other_point, self, jobs, self._points, _UNKNOWN_POINT)
        self._visited = Visited()
        self._way = EnterWay(
            self,
            (
                Step(ui.number, lambda: self.kind() is None, self._take_number),
                Step(ui.code, lambda: self._code.answer() is None, self._code.enter),
                self._optional_point(),
                self._visited.step(ui.found),
            ),
        )
        self._code.chosen.connect(lambda _: self._way.start())
        self._point.chosen.connect(lambda _: self._way.start())
        self._way.finished.connect(self.wanted)
        ui.keep.clicked.connect(self.wanted)

    def begin(self, number: str, now_ms: int, offset_min: int) -> None:
        """A new record, about this number where one is given."""
        ui = self._ui
        self._now_ms, self._offset_min = now_ms, offset_min
        self._visited.forget()
        self._kind = None
        self._code.put(None)
        self._point.put(None)
        self.problem("")
        self._proposed = when_text(now_ms, offset_min)
        ui.found.setText(self._proposed)
        ui.found.show_idle()
        self.put_number(number)

    def put_number(self, number: str) -> None:
        """It is about this thing."""
        self._ui.number.setText(item_number(number))
        self._ui.number.show_idle()
        if number:
            self._take_number()
        self._way.start()

    def kind(self) -> ThingKind | None:
        """Of what the number is."""
        return kind_of_number(self._ui.number.text())

    def draft(self) -> IncidentDraft | None:
        """What was typed; None where something lacks: it is said there, and it takes the keys."""
        ui, kind, code = self._ui, self.kind(), self._code.answer()
        found = self._found()
        if kind is None:
            self._lack("number", self._words.say(_NO_NUMBER))
        elif code is None:
            self._lack("code", self._code.unread() or _NO_CODE)
        elif self._point.unread():
            self._lack("other_point", self._point.unread())
        elif found is None:
            self._lack("found", _NO_TIME)
        else:
            point = self._point.answer()
            number = number_in(ui.number.text())
            return IncidentDraft(code.ref, kind, number, point.ref if point else "", found_ms=found)
        return None

    def refuse(self, error: DeskError) -> None:
        """Say why it was not opened: at its input, or below."""
        if error.field in _FIELDS:
            self._lack(_FIELDS[error.field], say(error))
        else:
            self.problem(say(error))

    def problem(self, sentence: str) -> None:
        """A sentence that belongs to no input; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def close_list(self) -> bool:
        """Shut a list that is open; False when none was."""
        return self._code.close_list() or self._point.close_list()

    def _take_number(self) -> bool:
        kind = self.kind()
        if kind is None:
            self._lack("number", self._words.say(_NO_NUMBER))
            return False
        if kind is not self._kind:
            self._kind = kind
            self._code.put(None)
        self._ui.number.show_done(kind_words(kind, self._words))
        return True

    def _optional_point(self) -> Step:
        """Stopped at once, and left empty by Enter."""
        visited = self._visited.step(self._ui.other_point)

        def commit() -> bool:
            if self._ui.other_point.text().strip() and not self._point.enter():
                return False
            return visited.commit()

        return Step(self._ui.other_point, lambda: visited.needs() and self._point.answer() is None, commit)

    def _found(self) -> int | None:
        """When it was found; 0 for now, where nobody typed another time."""
        text = self._ui.found.text()
        return 0 if text == self._proposed else read_when(text, self._now_ms, self._offset_min)

    def _codes(self, text: str) -> Sequence[Answer]:
        return matching(self._needs.codes(self._kind), text) if self._kind is not None else ()

    def _points(self, text: str) -> Sequence[Answer]:
        return [Answer(each.code, each.name, each.note) for each in self._needs.points(text)]

    def _lack(self, name: str, sentence: str) -> None:
        field = self._field(name)
        field.show_error(sentence)
        field.selectAll()
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _field(self, name: str) -> FieldEdit:
        found: FieldEdit = getattr(self._ui, name)
        return found
