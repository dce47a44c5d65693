"""The number at the head of the page and the search for what it stands for; only the newest question is answered.

It must not know how a record is shown or what may be done with it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.record_texts import number_of
from kt1desk.desktop.needs import RecordNeeds, RecordView
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError
from kt1desk.services.journeys import Journey

_UNKNOWN = "Bàn này không có số nào như vậy. Xem lại số, hoặc Ctrl+K tìm theo tên."


class Finding(QObject):
    """Finds records by a number.

    `found(RecordView)`: a record is there. `missed`: there is none, which the field says. `read_again(RecordView)`: what is in front, as it
    is now. `refused(str)`: why it could not be read again.
    """

    found = Signal(object)
    missed = Signal()
    read_again = Signal(object)
    refused = Signal(str)

    def __init__(self, field: FieldEdit, note: NoteLabel, jobs: Jobs, needs: RecordNeeds) -> None:
        super().__init__(field)
        self._field, self._needs = field, needs
        self._newest = Newest(jobs)
        self._sought = ""
        field.attach_note(note)
        field.set_leading_icon(Icon.SEARCH, "Tìm theo số")
        field.textEdited.connect(lambda _: field.show_idle())

    def begin(self) -> None:
        """The field takes the keys; what is typed replaces what stands there."""
        self._field.setFocus()
        self._field.selectAll()

    def forget(self) -> None:
        """Drop what was sought and what stands in the field."""
        self._sought = ""
        self._newest.forget()
        self._field.clear()
        self._field.show_idle()

    def look_up(self, text: str) -> None:
        """Find what a number stands for; nothing typed, nothing looked for."""
        if text.strip():
            self._sought = text
            self._newest.run(lambda: self._needs.find(text), self._found, self._miss)

    def read(self, number: str) -> None:
        """Read once more what is in front, "" for nothing: the field is left alone.

        What is being looked up comes instead of it and is looked up anew: the answer under way may be older than what has changed.
        """
        if self._sought:
            self.look_up(self._sought)
        elif number:
            self._newest.run(
                lambda: self._needs.find(number),
                self.read_again.emit,
                lambda error: self.refused.emit(say(error)),
            )

    def _found(self, view: RecordView) -> None:
        self._sought = ""
        if view.record is None and view.journey is None:
            self._miss(None)
            return
        self._field.setText(number_of(view.record) if view.record is not None else named(view.journey))
        self._field.show_idle()
        self.found.emit(view)

    def _miss(self, error: DeskError | None) -> None:
        self._sought = ""
        self.missed.emit()
        self._field.show_error(say(error) if error is not None else _UNKNOWN)
        self.begin()


def named(journey: Journey | None) -> str:
    """The number of a bag or a dispatch, which have no record."""
    return journey.number if journey is not None else ""
