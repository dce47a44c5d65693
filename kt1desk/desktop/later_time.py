"""The input of a real time: what is typed there, and how it was understood. It must not know how long ago it may have been."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.accept_needs import AgreedTime, LaterNeeds
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError


class LaterTime(QObject):
    """`edited`: another time is understood, or none any more."""

    edited = Signal()

    def __init__(self, field: FieldEdit, needs: LaterNeeds) -> None:
        super().__init__(field)
        self._field, self._needs = field, needs
        self._at: AgreedTime | None = None
        field.textEdited.connect(lambda _: self._forget())
        field.editingFinished.connect(self.read)

    def at(self) -> AgreedTime | None:
        """The time as it was understood; None while it is not."""
        return self._at

    def put(self, text: str) -> None:
        """A time from outside, or none; tells nobody."""
        self._at = None
        self._field.setText(text)
        self._field.show_idle()
        self.understood()

    def read(self) -> bool:
        """Understand what is typed, and tell; False where it is no time."""
        fine = self.understood()
        if fine and self._at is not None:
            self.edited.emit()
        return fine

    def understood(self) -> bool:
        """Whether the typed time was understood, which is said below it; nothing typed is nothing wrong. Tells nobody."""
        error = self.misread()
        if error is not None:
            self._field.show_error(say(error))
            return False
        if self._field.text().strip():
            self._at = self._needs.real_time(self._field.text())
            self._field.show_done(self._at.words)
        return True

    def misread(self) -> DeskError | None:
        """Why the typed time is not understood; None where it is, or none is typed."""
        try:
            if self._field.text().strip():
                self._needs.real_time(self._field.text())
        except DeskError as error:
            return error
        return None

    def _forget(self) -> None:
        self._at = None
        self._field.show_idle()
        self.edited.emit()
