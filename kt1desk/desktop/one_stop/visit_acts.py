"""A visit planned, how it ended, the list for the way: what is asked for each, and how it is done.

It must not know what becomes of the dossier that was fetched.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.incidents.texts import read_when
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Going, Place, laid_aside
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_care import VisitLine, VisitNeeds, VisitsView
from kt1desk.desktop.one_stop.duty_side import DutyForm, DutySide
from kt1desk.desktop.one_stop.visit_inputs import VisitChoices
from kt1desk.desktop.one_stop.visit_times import HOURS, read_hours
from kt1desk.domain.errors import DeskError
from kt1desk.services.visits import DoneDraft, VisitDraft, VisitEnd

PLAN = "plan"
"""Key of the form of a new visit."""
_BEGIN, _ACCEPTED, _IN_VAIN, _CANCELLED = "begin", "accepted", "in_vain", "cancelled"
_ENDS = (
    Choice(_BEGIN, "Nhận hồ sơ bây giờ: mở F3 với thông tin hẹn"),
    Choice(_ACCEPTED, "Đã nhận hồ sơ: ghi số hồ sơ"),
    Choice(_IN_VAIN, "Đến mà không nhận được"),
    Choice(_CANCELLED, "Hủy hẹn"),
)
_PLAN_INPUTS = dict.fromkeys(("name", "phone", "address", "commune", "procedure", "day", "hours"), "")


class VisitActs(QObject):
    """`done(sentence)`: something was stored. `going(Going)`: it goes on elsewhere."""

    done = Signal(str)
    going = Signal(object)

    def __init__(self, needs: VisitNeeds, jobs: Jobs, side: DutySide, choices: VisitChoices) -> None:
        super().__init__(side)
        self._needs, self._side = needs, side
        self._commune, self._procedure = choices.commune, choices.procedure
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)
        self.view = VisitsView((), (), 0, 0)

    def plan(self) -> None:
        """Somebody asks to be visited; nothing where something else is being asked or entered."""
        if self._side.is_busy():
            return
        self._side.about("", "", "")
        self._side.fill(DutyForm(PLAN, "Hẹn nhận mới", _PLAN_INPUTS, "Ghi lần hẹn", self._plan))

    def end(self, line: VisitLine) -> None:
        """How did this one end?"""
        self._side.ask("Lần hẹn này ra sao?", "", _ENDS, lambda key: self._ended(line, key))

    def print_list(self, visits: Sequence[str]) -> None:
        """Who goes?"""
        numbers = tuple(visits)
        self._side.fill(
            DutyForm(
                "print",
                f"In danh sách {count(len(numbers))} lần hẹn",
                {"visitor": ""},
                "In danh sách",
                lambda: self._print(numbers),
                "Người đi có thể để trống.",
            )
        )

    def _plan(self) -> None:
        form, commune, procedure = self._side.form, self._commune.answer(), self._procedure.answer()
        times = read_hours(form.text("day"), form.text("hours"), self.view.offset_min)
        unread = self._commune.unread() or ("" if commune is not None else "Chọn xã, phường nơi đến.")
        if unread:
            self._side.form.say_at("commune", unread)
        elif self._procedure.unread():
            self._side.form.say_at("procedure", self._procedure.unread())
        elif times is None:
            self._side.form.say_at("hours", HOURS)
        else:
            wanted = VisitDraft(
                form.text("name"),
                form.text("phone"),
                form.text("address"),
                commune.ref if commune is not None else "",
                *times,
                procedure.ref if procedure is not None else "",
            )
            self._doing.run(
                lambda: self._needs.plan_visit(wanted),
                lambda number: self.done.emit(f"Đã ghi hẹn nhận {number}."),
            )

    def _ended(self, line: VisitLine, key: str) -> None:
        visit = line.row.visit
        if key == _BEGIN:
            self._doing.run(
                lambda: self._needs.begin_dossier(visit),
                lambda ref: self.going.emit(Going(Place.DOSSIER, laid_aside(ref))),
            )
        elif key == _ACCEPTED:
            self._ask_end(line, VisitEnd.ACCEPTED, "", {"dossier": "", "happened": ""})
        else:
            outcome = VisitEnd(key)
            self._side.ask(
                "Vì sao?",
                "",
                self.view.reasons,
                lambda reason: self._ask_end(line, outcome, reason, {"happened": ""}),
            )

    def _ask_end(self, line: VisitLine, outcome: VisitEnd, reason: str, inputs: dict[str, str]) -> None:
        words = next(each.text for each in _ENDS if each.key == outcome.value)
        why = next((each.text for each in self.view.reasons if each.key == reason), "")
        self._side.fill(
            DutyForm(
                f"end:{line.row.visit}:{outcome.value}",
                words.partition(":")[0],
                inputs,
                "Ghi kết quả hẹn",
                lambda: self._end(line, outcome, reason),
                f"{why}. Để trống giờ nếu là bây giờ." if why else "Để trống giờ nếu là bây giờ.",
            )
        )

    def _end(self, line: VisitLine, outcome: VisitEnd, reason: str) -> None:
        form, text = self._side.form, self._side.form.text("happened")
        happened = read_when(text, self.view.now_ms, self.view.offset_min) or 0 if text else 0
        wanted = DoneDraft(line.row.visit, outcome, form.text("dossier"), reason, happened)
        self._doing.run(
            lambda: self._needs.end_visit(wanted),
            lambda _: self.done.emit(f"Lần hẹn {line.row.visit}: đã ghi kết quả."),
        )

    def _print(self, visits: Sequence[str]) -> None:
        visitor = self._side.form.text("visitor")
        self._doing.run(
            lambda: self._needs.print_visits(visits, visitor),
            lambda _: self.done.emit(f"Danh sách {count(len(visits))} lần hẹn đang in."),
        )

    def _refuse(self, error: DeskError) -> None:
        """Inputs are named here as they stand on the screen."""
        names = {"visit_address": "address", "until": "hours"}
        self._side.refuse(DeskError(error.code, names.get(error.field, error.field), **error.details))
