"""What stands on the paper that the authority has given already: its mã hồ sơ and the day of the result.

It must not know the procedure, nor what the authority decided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, is_read
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.models.texts import day
from kt1desk.desktop.navigation import Step
from kt1desk.services.dossier_drafts import DossierDraft

_NOT_A_DAY = "Gõ ngày/tháng/năm như trên giấy hẹn, ví dụ 26/11/2026."


class OfficialPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierWhat, page: QWidget, is_fetched: Callable[[], bool]) -> None:
        """`is_fetched`: whether a result alone is fetched, for which the applicant holds a paper of the authority."""
        super().__init__(page)
        self._ui = ui
        self._is_fetched = is_fetched
        self._one_stop = False
        for field, note in ((ui.official, ui.official_note), (ui.official_day, ui.official_day_note)):
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)

    def ask(self, *, one_stop: bool) -> None:
        """Ask for it where there is one: a result is only fetched, or one-stop staff take the dossier."""
        self._one_stop = one_stop
        self._ui.official_block.setVisible(self.is_given())

    def is_given(self) -> bool:
        """Whether the authority has given a paper already."""
        return self._one_stop or self._is_fetched()

    def put(self, code: str) -> None:
        """A mã hồ sơ was scanned."""
        self._ui.official.setText(code)
        self._ui.official.show_idle()
        self.edited.emit()
        self.settled.emit()

    def show(self, draft: DossierDraft) -> None:
        """Put a draft's inputs in."""
        self._ui.official.setText(draft.official)
        found = date.fromisoformat(draft.official_day) if draft.official_day else None
        self._ui.official_day.setText(day(found) if found is not None else "")

    def clear(self) -> None:
        """See `Part`."""
        for field in (self._ui.official, self._ui.official_day):
            field.clear()
            field.show_idle()

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        if not self.is_given():
            return replace(draft, official="", official_day="")
        when = _day(self._ui.official_day.text())
        return replace(
            draft,
            official=self._ui.official.text().strip(),
            official_day=when.isoformat() if when is not None else "",
        )

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        when = self._ui.official_day.text().strip()
        is_no_day = self.is_given() and when and _day(when) is None
        return (Unread(field_spot(self._ui.official_day), _NOT_A_DAY),) if is_no_day else ()

    def steps(self) -> tuple[Step, ...]:
        """See `Part`."""
        ui = self._ui
        return (
            Step(ui.official, lambda: self.is_given() and not ui.official.text().strip()),
            Step(
                ui.official_day,
                lambda: self.is_given() and not ui.official_day.text().strip(),
                lambda: is_read(self.unread(), ui.official_day),
            ),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        return {"official": field_spot(self._ui.official), "official_day": field_spot(self._ui.official_day)}


def _day(text: str) -> date | None:
    for shape in ("%d/%m/%Y", "%d/%m/%y"):
        try:
            return datetime.strptime(text.strip(), shape).date()  # noqa: DTZ007  a day of the calendar, no instant
        except ValueError:
            continue
    return None
