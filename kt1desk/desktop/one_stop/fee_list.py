"""The list of «Phí thu hộ»: authorities, then the cases of one, each ticked where its money goes now.

Whatever is there is ticked until somebody takes a tick away. It must not know how money is passed on.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.models.texts import count, dong
from kt1desk.desktop.needs.one_stop_duties import DueView
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.one_stop.duty_rows import DUE_COLUMNS, MONEY_COLUMNS, due_rows, money_row
from kt1desk.services.case_rows import FeeDue
from kt1desk.services.fees import AuthorityFees

_TITLE = "Phí thu hộ đang giữ"


class FeeList(QObject):
    """`changed`: another list is in sight, or a tick was set or taken away."""

    changed = Signal()

    def __init__(self, shown: DutyList) -> None:
        super().__init__(shown)
        self._shown = shown
        self.view = DueView((), (), 0)
        self._authority = ""
        self._kept_back: set[str] = set()
        shown.opened.connect(self.open)
        shown.ticked.connect(self._tick)

    def show(self, view: DueView) -> None:
        """As it was read; the authority at hand stays so."""
        self.view = view
        if self.authority() is None:
            self._authority = ""
        self._draw()

    def open(self, authority: str) -> None:
        """The cases of one; nothing where they are in sight already."""
        if not self._authority and any(each.authority_id == authority for each in self.view.authorities):
            self._authority = authority
            self._draw()

    def step_back(self) -> bool:
        """Back to the authorities; False where they are in sight."""
        if not self._authority:
            return False
        here, self._authority = self._authority, ""
        self._draw(here)
        return True

    def authority(self) -> AuthorityFees | None:
        """The one whose cases are in sight, or that the keys are at."""
        wanted = self._authority or self._shown.current()
        return next((each for each in self.view.authorities if each.authority_id == wanted), None)

    def case(self) -> FeeDue | None:
        """The case that the keys are at."""
        found = self.authority() if self._authority else None
        lines = found.lines if found is not None else ()
        return next((each for each in lines if each.dossier == self._shown.current()), None)

    def chosen(self) -> tuple[FeeDue, ...]:
        """Cases of that authority whose money goes."""
        found = self.authority()
        lines = found.lines if found is not None else ()
        return tuple(each for each in lines if each.dossier not in self._kept_back)

    def _tick(self, dossier: str) -> None:
        found = self.case()
        if found is not None and found.dossier == dossier:
            self._kept_back ^= {dossier}
            chosen = dossier not in self._kept_back
            self._shown.change(money_row(found, self.view.offset_min, chosen=chosen))
            self.changed.emit()

    def _draw(self, at: str = "") -> None:
        found = self.authority() if self._authority else None
        if found is not None:
            rows = [
                money_row(each, self.view.offset_min, chosen=each.dossier not in self._kept_back)
                for each in found.lines
            ]
            self._shown.show(rows, MONEY_COLUMNS, at)
            self._shown.card.say(f"{count(len(rows))} hồ sơ", found.name)
        else:
            due = self.view.authorities
            going = {
                line.dossier for each in due for line in each.lines if line.dossier not in self._kept_back
            }
            self._shown.show(due_rows(due, going), DUE_COLUMNS, at)
            self._shown.card.say(f"{dong(sum(each.total_dong for each in due))} đ", _TITLE)
        self.changed.emit()
