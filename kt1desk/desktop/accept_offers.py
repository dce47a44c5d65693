"""What is offered before it is asked for: who sends and receives most here, and how this sender paid the last time.

Letter, urgency and the look at the cover are offered by nobody: they are decided every time. It must not know how an item is saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.accept_needs import AcceptNeeds, RecentItem
from kt1desk.desktop.choice_field import Answer
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment, usual_payment

_NAMED = 3
"""So many call codes stand below the field."""


class Offers(QObject):
    """Below the empty inputs, and in the way of payment as long as nobody has chosen one."""

    def __init__(self, ui: Ui_AcceptItemPage, form: AcceptForm, needs: AcceptNeeds) -> None:
        super().__init__(form)
        self._ui, self._parties, self._needs = ui, form.parties, needs
        self._paid: dict[str, Payment] = {}
        self._by_clerk = False
        self._parties.source.chosen.connect(self._sender_chosen)
        ui.payment.chosen.connect(self._payment_chosen)

    def fresh(self) -> None:
        """The form is for another item: nobody has chosen a way of payment for it."""
        self._by_clerk = False

    def keep(self) -> None:
        """The form holds what was accepted or half typed before: how it is paid was decided then, whoever is named the sender now."""
        self._by_clerk = True

    def sources(self, again: str) -> None:
        """Say who sends most; ``again`` is the call code of who sent the item before, "" for nobody."""
        before = (f"Shift+F8: {again} gửi tiếp",) if again else ()

        def hint(found: Sequence[Answer]) -> str:
            names = "" if again else _codes(found)
            usual = (f"↓ {len(found)} cơ quan hay gửi{names}",) if found else ()
            return " · ".join((*before, *usual))

        self._parties.source.offer(hint)

    def destinations(self) -> None:
        """The sender is known: say whom he writes to."""
        if self._parties.source.answer() is not None:
            self._parties.destination.offer(
                lambda found: f"↓ {len(found)} nơi hay nhận{_codes(found)}" if found else ""
            )

    def learn(self, items: Sequence[RecentItem]) -> None:
        """How the items of this shift were paid, newest first."""
        self._paid = {
            item.row.sender.agency: Payment(item.row.payment)
            for item in reversed(items)
            if item.row.sender is not None and item.row.payment in set(Payment)
        }

    def forget(self) -> None:
        """Nothing of the shift."""
        self._paid = {}

    def _sender_chosen(self, answer: Answer) -> None:
        if not self._by_clerk:
            self._ui.payment.set_value(self._usual_payment(answer.ref))
        self.destinations()

    def _usual_payment(self, sender: str) -> str:
        try:
            has_contract = self._needs.agency(sender).uses_kt1
        except DeskError:
            has_contract = True
        return usual_payment(self._paid.get(sender), has_contract=has_contract).value

    def _payment_chosen(self) -> None:
        self._by_clerk = True


def _codes(found: Sequence[Answer]) -> str:
    codes = [answer.key for answer in found if answer.key]
    return f": {', '.join(codes[:_NAMED])}" if codes else ""
