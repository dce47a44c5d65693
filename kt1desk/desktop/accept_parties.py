"""Sender and receiver of a draft: chosen from the list by a fragment, or a receiver written as on the cover.

It must not know what an item costs or how it is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_needs import AcceptNeeds
from kt1desk.desktop.accept_other import OtherReceiver
from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import Agency, Province
from kt1desk.services.drafts import AcceptanceDraft

_UNKNOWN = "Không có trong danh mục. Sửa lại chữ đã gõ."
_UNKNOWN_RECEIVER = "Không có trong danh mục. Sửa lại chữ đã gõ, hoặc Ctrl+N để ghi như ngoài bì."
_ELSEWHERE = "Ngoài danh mục: ghi bên dưới như ngoài bì"


class PartyFields(QObject):
    """`edited`: who writes to whom changed. `settled`: something was chosen, go on to what is missing."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_AcceptItemPage, window: QWidget, jobs: Jobs, needs: AcceptNeeds) -> None:
        super().__init__(window)
        self._ui = ui
        self._needs = needs
        self._met: dict[str, Answer] = {}

        def senders(text: str) -> Sequence[Answer]:
            return _answers(needs.agencies(text, ""))

        def receivers(text: str) -> Sequence[Answer]:
            sender = self.source.answer()
            return _answers(needs.agencies(text, sender.ref if sender else ""))

        self.source = ChoiceField(ui.sender, window, jobs, senders, _UNKNOWN)
        self.destination = ChoiceField(ui.receiver, window, jobs, receivers, _UNKNOWN_RECEIVER)
        self.source.is_numbered = self.destination.is_numbered = True
        self.other = OtherReceiver(ui, window, jobs, needs)
        self._choices = (self.source, self.destination, self.other.province)
        for choice in self._choices:
            choice.chosen.connect(self._chosen)
            choice.changed.connect(self.edited)
        self.other.edited.connect(self.edited)

    def clear(self) -> None:
        """Nobody."""
        self.source.put(None)
        self.destination.put(None)
        self.other.clear()

    def is_empty(self) -> bool:
        """Whether nothing was put in."""
        return not (self._ui.sender.text() or self._ui.receiver.text() or self.other.is_used())

    def bring(self, widget: QWidget) -> None:
        """Give an input the focus, on whichever card it is."""
        if self._ui.other_card.isAncestorOf(widget):
            self._ui.below.setCurrentWidget(self._ui.other_card)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_other(self) -> None:
        """The receiver is not in the list. What was typed as a fragment begins the name; asked for again, nothing is lost."""
        typed = self._ui.receiver.text() if self.destination.answer() is None else ""
        self.destination.put(None)
        self.other.begin(typed)
        self._ui.receiver.show_idle(_ELSEWHERE)
        self.edited.emit()
        self.bring(self._ui.other_name)

    def look_up(self, ref: str) -> None:
        """An agency found elsewhere becomes the sender, then the receiver."""
        choice = self.source if self.source.answer() is None else self.destination
        try:
            answer = _answer(self._needs.agency(ref))
        except DeskError as error:
            choice.field.show_error(say(error))
            return
        choice.put(answer)
        self._chosen(answer)

    def meet(self, agencies: Iterable[Agency], provinces: Iterable[Province]) -> None:
        """Know these, so that a draft that names them can be shown."""
        self._met |= {row.agency_id: _answer(row) for row in agencies}
        self._met |= {row.code: Answer(row.code, row.full_name) for row in provinces}

    def repeat(self, draft: AcceptanceDraft) -> None:
        """The parties of an item that was accepted here before."""
        self.source.put(self._met.get(draft.sender))
        self.destination.put(self._met.get(draft.receiver))
        other = draft.other_receiver
        if other is not None:
            self.other.put(other, self._met.get(other.province))
            self._ui.receiver.show_idle(_ELSEWHERE)

    def met(self, ref: str) -> Answer | None:
        """An agency or province that was chosen or named here before."""
        return self._met.get(ref)

    def fill(self, draft: AcceptanceDraft) -> AcceptanceDraft:
        """The draft with what these inputs say."""
        sender, receiver = self.source.answer(), self.destination.answer()
        return replace(
            draft,
            sender=sender.ref if sender else "",
            receiver=receiver.ref if receiver and not self.other.is_used() else "",
            other_receiver=self.other.written(),
        )

    def close_list(self) -> bool:
        """Shut whatever list is open; False when none was."""
        closed = [choice.close_list() for choice in self._choices]
        return any(closed)

    def drop_fragment(self) -> bool:
        """Clear what was typed into the party that has the focus and chose nobody; False when nothing stood there."""
        for choice in (self.source, self.destination):
            if choice.field.hasFocus() and choice.field.text() and choice.answer() is None:
                choice.put(None)
                self.edited.emit()
                return True
        return False

    def steps(self) -> tuple[Step, ...]:
        """These inputs on the way of Enter."""
        ui = self._ui
        return (
            Step(ui.sender, lambda: self.source.answer() is None, self.source.enter),
            Step(
                ui.receiver,
                lambda: self.destination.answer() is None and not self.other.is_used(),
                lambda: (self.other.is_used() and not ui.receiver.text().strip()) or self.destination.enter(),
            ),
            *self.other.steps(),
        )

    def is_chosen(self, field: QWidget) -> bool:
        """Whether something of the list stands in this field; True for every field that has no list."""
        return all(choice.answer() is not None for choice in self._choices if choice.field is field)

    def _chosen(self, answer: Answer) -> None:
        self._met[answer.ref] = answer
        if self.destination.answer() is not None:
            self.other.leave()
        self.edited.emit()
        self.settled.emit()


def _answers(rows: Sequence[Agency]) -> Sequence[Answer]:
    return [_answer(row) for row in rows]


def _answer(row: Agency) -> Answer:
    contract = "ghi nợ" if row.uses_kt1 else "trả tiền mặt"
    return Answer(row.agency_id, row.name, row.address, row.call_code, f"{row.address} · {contract}")
