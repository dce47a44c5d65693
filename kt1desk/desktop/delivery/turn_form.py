"""Which other way an item goes, why, and to whom: chosen by digits and from the list, or written as it stands on the cover now.

It must not know who approves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dispatch.reasons import ReasonList
from kt1desk.desktop.forms.delivery_turn_form import Ui_TurnForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import Choice as Coded
from kt1desk.desktop.needs.delivery import Turning, TurnNeeds
from kt1desk.desktop.widgets import Choice, FieldEdit, Role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import Agency
from kt1desk.services.drafts import OtherParty

WAYS: Mapping[Turning, str] = {
    Turning.FORWARD: "Chuyển tiếp",
    Turning.RETURN: "Chuyển hoàn",
    Turning.ASIDE: "Không ai nhận",
}
_SAYS: Mapping[Turning, str] = {
    Turning.FORWARD: "Đi tiếp tới nơi nhận khác.",
    Turning.RETURN: "Trả về người gửi.",
    Turning.ASIDE: "Để riêng, chờ quyết định.",
}
_CHOOSE_WAY = "Chọn việc bằng phím số trước."
_CHOOSE_REASON = "Chọn lý do bằng phím số."
_UNKNOWN = "Không có trong danh mục. Sửa lại chữ đã gõ, hoặc Ctrl+N để ghi như ngoài bì."
_UNKNOWN_PROVINCE = "Không có tỉnh, thành phố này. Sửa lại chữ đã gõ."
_LISTED = "Trong danh mục cơ quan. Ctrl+N: ghi như ngoài bì."
_LACKS = {
    "receiver": "Chọn nơi nhận mới, hoặc Ctrl+N để ghi như ngoài bì.",
    "other_name": "Gõ tên nơi nhận như ngoài bì.",
    "other_province": "Chọn tỉnh, thành phố.",
    "other_address": "Gõ địa chỉ như ngoài bì.",
}
_REASON_WIDTH = 480
"""What is left for a reason in the middle of the page, even on the narrowest screen."""
_REASONS = {"forward", "return", "unclaimed"}


@dataclass(frozen=True, slots=True)
class Turned:
    """What was chosen: ``receiver`` is an agency's id, or a receiver as written; "" where it goes to nobody new."""

    way: Turning
    reason: str
    receiver: str | OtherParty = field(default="", repr=False)


class TurnForm(QWidget):
    """`finished`: everything is chosen."""

    finished = Signal()

    def __init__(
        self, needs: TurnNeeds, jobs: Jobs, parent: QWidget | None = None, *, listed: bool = True
    ) -> None:
        """``listed``: receivers stand in a list; else an address is always written here."""
        super().__init__(parent)
        self._ui = Ui_TurnForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.turning.set_choices(
            [Choice(way.value, words, str(at)) for at, (way, words) in enumerate(WAYS.items(), 1)]
        )
        self._reasons = ReasonList(ui.reasons, _REASON_WIDTH)
        self._offered: Mapping[Turning, Sequence[Coded]] = {}
        self._writes = not listed
        self._listed = listed
        for each in (ui.receiver, ui.other_name, ui.other_province, ui.other_address):
            each.attach_note(getattr(ui, f"{each.objectName()}_note"))
        for each in (ui.other_name, ui.other_address):
            each.textEdited.connect(lambda _, each=each: each.show_idle())
        self._receiver = ChoiceField(
            ui.receiver, self, jobs, lambda text: [_answer(row) for row in needs.agencies(text)], _UNKNOWN
        )
        self._province = ChoiceField(
            ui.other_province,
            self,
            jobs,
            lambda text: [Answer(row.code, row.full_name) for row in needs.provinces(text)],
            _UNKNOWN_PROVINCE,
        )
        self._way = EnterWay(self, self._steps())
        self._way.finished.connect(self.finished)
        ui.turning.chosen.connect(self._turned)
        self._reasons.chosen.connect(lambda _: self.start())
        for choice in (self._receiver, self._province):
            choice.chosen.connect(lambda _: self.start())
        self.clear({})

    def clear(self, offered: Mapping[Turning, Sequence[Coded]]) -> None:
        """Begin anew; these are the ways that are open now, with their reasons."""
        ui, self._offered, self._writes = self._ui, dict(offered), not self._listed
        ui.turning.set_usable([way.value for way in offered])
        ui.turning.set_value(None)
        ui.turning_note.show_note("")
        ui.reason_note.show_note("")
        self._reasons.show(())
        for choice in (self._receiver, self._province):
            choice.put(None)
        for each in (ui.other_name, ui.other_address):
            each.clear()
            each.show_idle()
        self._settle()

    def is_begun(self) -> bool:
        """Whether something was chosen."""
        return self._ui.turning.value() is not None

    def chosen_way(self) -> Turning | None:
        """The way that was chosen."""
        value = self._ui.turning.value()
        return Turning(value) if value else None

    def start(self) -> None:
        """The first input that still needs something takes the keys; with none left it is as Enter at the last."""
        if self.chosen_way() is None:
            self._ui.turning.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self._reasons.value():
            self._reasons.set_focus()
        elif self._way.missing():
            self._way.start()
        else:
            self.finished.emit()

    def has_keys(self) -> bool:
        """Whether one of these inputs has the keys."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus)

    def take_keys(self) -> None:
        """The keys act here again, from the first input on."""
        self._ui.turning.setFocus(Qt.FocusReason.TabFocusReason)

    def write_other(self) -> None:
        """The receiver is written here, or of the list again; what was typed stays on both sides."""
        if self.chosen_way() is not Turning.FORWARD or not self._listed:
            return
        self._writes = not self._writes
        self._settle()
        if self._reasons.value():
            self.start()

    def close_lists(self) -> bool:
        """Shut a list that is open."""
        return self._receiver.close_list() or self._province.close_list()

    def turned(self) -> Turned | None:
        """What was chosen; None where something lacks: it is said there, and it takes the keys."""
        way, reason = self.chosen_way(), self._reasons.value()
        if way is None:
            self._ui.turning_note.show_note(_CHOOSE_WAY, Role.ERROR)
        elif not reason:
            self._ui.reason_note.show_note(_CHOOSE_REASON, Role.ERROR)
        elif way is not Turning.FORWARD:
            return Turned(way, reason)
        elif not (missing := self._way.missing()):
            return Turned(way, reason, self._whom())
        else:
            field_missing = missing[0]
            if isinstance(field_missing, FieldEdit):
                field_missing.show_error(_LACKS[field_missing.objectName()])
        self.start()
        return None

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none of these."""
        ui = self._ui
        if error.field in _REASONS:
            ui.reason_note.show_note(say(error), Role.ERROR)
            self._reasons.set_focus()
            return True
        fields = {
            "receiver": ui.other_name if self._writes else ui.receiver,
            "receiver_province": ui.other_province,
            "receiver_address": ui.other_address,
        }
        found = fields.get(error.field)
        if found is None:
            return False
        found.show_error(say(error))
        found.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _steps(self) -> Sequence[Step]:
        ui = self._ui
        return (
            Step(ui.receiver, lambda: self._receiver.answer() is None, self._receiver.enter),
            Step(ui.other_name, lambda: not ui.other_name.text().strip()),
            Step(ui.other_province, lambda: self._province.answer() is None, self._province.enter),
            Step(ui.other_address, lambda: not ui.other_address.text().strip()),
        )

    def _turned(self, value: str) -> None:
        way = Turning(value)
        self._reasons.show(self._offered.get(way, ()))
        self._ui.turning_note.show_note(_SAYS[way])
        self._ui.reason_note.show_note("")
        self._settle()
        self.start()

    def _whom(self) -> str | OtherParty:
        ui, answer, province = self._ui, self._receiver.answer(), self._province.answer()
        if self._writes:
            return OtherParty(ui.other_name.text(), ui.other_address.text(), province.ref if province else "")
        return answer.ref if answer else ""

    def _settle(self) -> None:
        """Which inputs count now."""
        way, ui = self.chosen_way(), self._ui
        forward = way is Turning.FORWARD
        for part in (ui.reason_label, ui.reasons, ui.reason_note):
            part.setVisible(way is not None)
        ui.receiver_part.setVisible(forward and not self._writes)
        ui.other_part.setVisible(forward and self._writes)
        if self._receiver.answer() is None:
            ui.receiver.show_idle(_LISTED)


def _answer(row: Agency) -> Answer:
    return Answer(row.agency_id, row.name, row.address, row.call_code, row.address)
