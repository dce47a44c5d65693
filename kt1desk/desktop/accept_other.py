"""A receiver who is not in the list: name, province and address written as on the cover.

It must not know how a receiver of the list is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_needs import AcceptNeeds
from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.services.drafts import OtherParty

_UNKNOWN_PROVINCE = "Không có tỉnh, thành phố này. Sửa lại chữ đã gõ."


class OtherReceiver(QObject):
    """Three inputs that count while they are in use. `edited`: a text of them changed."""

    edited = Signal()

    def __init__(self, ui: Ui_AcceptItemPage, window: QWidget, jobs: Jobs, needs: AcceptNeeds) -> None:
        super().__init__(window)
        self._name, self._address = ui.other_name, ui.other_address
        self._is_used = False

        def provinces(text: str) -> Sequence[Answer]:
            return [Answer(row.code, row.full_name) for row in needs.provinces(text)]

        self.province = ChoiceField(ui.other_province, window, jobs, provinces, _UNKNOWN_PROVINCE)
        for field in (self._name, self._address):
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)

    def is_used(self) -> bool:
        """Whether the receiver is written here, not chosen from the list."""
        return self._is_used

    def is_settled(self) -> bool:
        """Whether name, province and address stand there and none of them is refused."""
        fields = (self._name, self.province.field, self._address)
        refused = any(field.state() is FieldState.ERROR for field in fields)
        return not refused and all(field.text().strip() for field in fields) and bool(self.province.answer())

    def begin(self, name: str) -> None:
        """From now on the receiver is written here; `name` begins it unless one was begun."""
        self._is_used = True
        if not self._name.text():
            self._name.setText(name)

    def leave(self) -> None:
        """The receiver is of the list; what was written stays for whoever comes back."""
        self._is_used = False

    def clear(self) -> None:
        """Nothing is written here."""
        self._is_used = False
        self.province.put(None)
        for field in (self._name, self._address):
            field.clear()
            field.show_idle()

    def put(self, party: OtherParty, province: Answer | None) -> None:
        """Show a receiver who was written before."""
        self._is_used = True
        self._name.setText(party.name)
        self._address.setText(party.address)
        self.province.put(province)

    def written(self) -> OtherParty | None:
        """What stands here, None where the receiver is of the list."""
        if not self._is_used:
            return None
        province = self.province.answer()
        return OtherParty(self._name.text(), self._address.text(), province.ref if province else "")

    def steps(self) -> tuple[Step, ...]:
        """These inputs on the way of Enter."""
        return (
            Step(self._name, lambda: self._is_used and not self._name.text().strip()),
            Step(
                self.province.field,
                lambda: self._is_used and self.province.answer() is None,
                self.province.enter,
            ),
            Step(
                self._address,
                lambda: self._is_used and not self._address.text().strip(),
                lambda: _may_leave(self._address),
            ),
        )


def _may_leave(field: FieldEdit) -> bool:
    """Enter: a refused text is marked and keeps the focus."""
    refused = bool(field.text().strip()) and field.state() is FieldState.ERROR
    if refused:
        field.selectAll()
    return not refused
