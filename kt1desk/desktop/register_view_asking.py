"""Which register is wanted, of which days and with which words, by keys alone. It must not know what becomes a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.register_view_side import Ui_RegisterViewSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import asked_period
from kt1desk.domain.text import fold
from kt1desk.services.register_view_kinds import RegisterView
from kt1desk.services.register_views import Asked

_NO_VIEW = "Không có sổ này. Sửa lại chữ đã gõ."
_VIEW_WANTED = "Enter rồi chọn sổ trong danh sách."
_NO_DAY = "Gõ ngày như 23/11/2026."


class RegisterViewAsking(QObject):
    """`wanted`: everything is chosen and the lines are to be read."""

    wanted = Signal()

    def __init__(
        self, side: Ui_RegisterViewSide, right: QWidget, jobs: Jobs, blank_title: Callable[[str], str]
    ) -> None:
        super().__init__(right)
        self._blank_title = blank_title
        self._side = side
        self._views: tuple[RegisterView, ...] = ()
        self._fields = {"register": side.view, "days": side.first, "sheets": side.sheets}
        for name in ("view", "first", "last", "words", "sheets"):
            getattr(side, name).attach_note(getattr(side, f"{name}_note"))
        for field in (side.first, side.last, side.words):
            field.textEdited.connect(lambda _, of=field: of.show_idle())
        side.sheets.textEdited.connect(lambda _: self._name_blank())
        self._view = ChoiceField(side.view, right, jobs, self._found, _NO_VIEW)
        self._view.chosen.connect(lambda _: self._name_blank())
        self._view.chosen.connect(lambda _: self.wanted.emit())
        self._view.changed.connect(self._name_blank)
        self._way = EnterWay(
            right,
            (
                Step(side.view, lambda: self._view.answer() is None, self._view.enter),
                Step(side.first, lambda: read_day(side.first.text()) is None),
                Step(side.last, lambda: read_day(side.last.text()) is None),
                Step(side.words, lambda: False),
            ),
        )
        self._way.finished.connect(self.wanted)

    def offer(self, views: Sequence[RegisterView], code: str) -> bool:
        """What can be chosen; ``code`` is chosen where it is among them. Whether one is chosen now."""
        self._views = tuple(views)
        wanted = next((each for each in self._views if each.code == code), None)
        if wanted is not None:
            self._view.put(Answer(wanted.code, wanted.title))
            self._name_blank()
        return self._view.answer() is not None

    def propose(self, today: date) -> None:
        """This day, where no day stands yet."""
        for field in (self._side.first, self._side.last):
            if not field.text():
                field.setText(f"{today:%d/%m/%Y}")

    def start(self) -> None:
        """The register takes the keys."""
        self._side.view.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """No register is chosen, no words are asked for."""
        self._view.put(None)
        self._name_blank()
        self._side.words.clear()

    def step_back(self) -> bool:
        """The list, then to the register; False when there is no step to go."""
        if self._view.close_list():
            return True
        if self._side.view.hasFocus():
            return False
        self.start()
        return True

    def chosen(self) -> str:
        """Code of the register; "" where none is chosen, which is said there."""
        view = self._view.answer()
        if view is None:
            self._lacks(self._side.view, self._view.unread() or _VIEW_WANTED)
        return view.ref if view is not None else ""

    def asked(self) -> Asked | None:
        """What is wanted; None where something lacks: it is said there, and it takes the keys."""
        side, code = self._side, self.chosen()
        first, last = read_day(side.first.text()), read_day(side.last.text())
        if not code:
            return None
        if first is None or last is None:
            self._lacks(side.first if first is None else side.last, _NO_DAY)
            return None
        try:
            return Asked(code, asked_period(first, last), side.words.text())
        except DeskError as error:
            self._lacks(side.last, say(error))
            return None

    def refuse(self, error: DeskError, sentence: str = "") -> bool:
        """Say it where it belongs; False where that is none of these inputs."""
        field = self._fields.get(error.field)
        if field is not None:
            self._lacks(field, sentence or say(error))
        return field is not None

    def _name_blank(self) -> None:
        """Below the number of sheets, which form comes out."""
        view = self._view.answer()
        self._side.sheets.show_idle(self._blank_title(view.ref) if view is not None else "")

    def _found(self, text: str) -> Sequence[Answer]:
        words = fold(text).split()
        found = (each for each in self._views if all(word in fold(each.title) for word in words))
        return [Answer(each.code, each.title) for each in found]

    def _lacks(self, field: FieldEdit, sentence: str) -> None:
        field.show_error(sentence)
        field.setFocus(Qt.FocusReason.TabFocusReason)
