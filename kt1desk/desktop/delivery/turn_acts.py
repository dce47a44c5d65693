"""An item is sent another way, with the reason that was chosen and the second person who approves it. One thing at a time.

It must not know how items are listed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.delivery.turn_form import WAYS, Turned, TurnForm
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs.approval import Yes
from kt1desk.desktop.needs.delivery import Turning, TurnNeeds
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

_NONE = "Quét nhãn, hoặc chọn dòng rồi Enter trước."


class TurnActs(QObject):
    """`done`: a sentence about what was done. `told`: one about what cannot be done."""

    done = Signal(str)
    told = Signal(str)

    def __init__(self, needs: TurnNeeds, jobs: Jobs, form: TurnForm, second: SecondPanel) -> None:
        super().__init__(form)
        self._needs, self._form, self._second = needs, form, second
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self.refuse)
        second.asking.connect(self._ask_by_phone)
        self.number = ""
        """The item that it is about, "" for none."""

    def turn(self) -> None:
        """Send it the way that was chosen; what lacks is said where it lacks."""
        number = self.number
        if not number:
            self.told.emit(_NONE)
            return
        turned = self._form.turned()
        yes = self._second.yes((number,)) if turned is not None else None
        if turned is None or yes is None:
            return
        said = f"{WAYS[turned.way]}: {item_number(number)}, đã có người thứ hai duyệt."
        self._doing.run(self._act(number, turned, yes), lambda _: self.done.emit(said))

    def refuse(self, error: DeskError) -> None:
        """Say why it was not done: at its input, or below."""
        is_of_second = self._second.refuse(error)
        if not (self._form.refuse(error) or is_of_second):
            self.told.emit(say(error))

    def _act(self, number: str, turned: Turned, yes: Yes) -> Callable[[], None]:
        needs = self._needs
        if turned.way is Turning.FORWARD:
            return lambda: needs.forward(number, turned.receiver, turned.reason, yes)
        if turned.way is Turning.RETURN:
            return lambda: needs.give_back(number, turned.reason, yes)
        return lambda: needs.set_aside(number, turned.reason, yes)

    def _ask_by_phone(self, device: int) -> None:
        act = Act.FORWARD_ITEM if self._form.chosen_way() is Turning.FORWARD else Act.RETURN_ITEM
        numbers, show = (self.number,), self._second.show_question
        self._doing.run(lambda: self._needs.ask_by_phone(act, numbers, device), show)
