"""What is done about a task: one digit says what, and where something must be said a form asks for it.

It must not know which task allows what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.incidents.texts import read_when
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import Going, Place
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_duties import TaskAct, TaskLine, TaskNeeds, TasksView, WantedPaper
from kt1desk.desktop.one_stop.duty_side import DutyForm, DutySide
from kt1desk.desktop.one_stop.rows import code_or_number
from kt1desk.desktop.one_stop.supplement_form import SupplementForm

BRING = "bring:"
"""Begins the key of the form of a supplement."""
_TOLD = {"told": ""}
_COVER = {"pieces": "1", "number": ""}
_SUPPLEMENT = {"weight": "", "seal": "", "number": ""}


class TaskActs(QObject):
    """`done(sentence)`: something was stored. `going(Going)`: it is done elsewhere."""

    done = Signal(str)
    going = Signal(object)

    def __init__(self, needs: TaskNeeds, jobs: Jobs, side: DutySide, supplement: SupplementForm) -> None:
        super().__init__(side)
        self._needs, self._side, self._supplement = needs, side, supplement
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(side.refuse)
        self._view = TasksView((), (), 0, 0)

    def take(self, view: TasksView) -> None:
        """What was read."""
        self._view = view

    def begin(self, line: TaskLine) -> None:
        """Ask what is done; where there is one thing only it is begun at once."""
        if len(line.acts) == 1:
            self._act(line, line.acts[0])
            return
        choices = tuple(Choice(act.name, act.value) for act in line.acts)
        self._side.ask("Làm gì?", "", choices, lambda key: self._act(line, TaskAct[key]))

    def _act(self, line: TaskLine, act: TaskAct) -> None:
        task = line.task
        match act:
            case TaskAct.TELL:
                ways = {each.key: each.text for each in self._view.ways}
                self._side.ask(
                    "Báo bằng cách nào?", "", self._view.ways, lambda way: self._tell(line, way, ways)
                )
            case TaskAct.NOTICE:
                self._doing.run(
                    lambda: self._needs.print_notice(task.dossier),
                    lambda _: self.done.emit(f"Thông báo của hồ sơ {_name(line)} đang in."),
                )
            case TaskAct.SLIP:
                self._side.fill(
                    DutyForm(
                        f"slip:{task.dossier}",
                        "Bì giấy hẹn",
                        _COVER,
                        "Làm bì, in nhãn",
                        lambda: self._enclose(line),
                    )
                )
            case TaskAct.BRING:
                self._doing.run(
                    lambda: tuple(self._needs.wanted_papers(task.dossier)),
                    lambda papers: self._begin_supplement(line, papers),
                )
            case TaskAct.FEES:
                self.going.emit(Going(Place.ONE_STOP, f"fees:{task.number}"))
            case TaskAct.COMPLAINT:
                self.going.emit(Going(Place.ONE_STOP, f"complaints:{task.number}"))
            case TaskAct.CASE:
                self.going.emit(Going(Place.RECORD, task.dossier))

    def _tell(self, line: TaskLine, way: str, ways: Mapping[str, str]) -> None:
        def act() -> None:
            text = self._side.form.text("told")
            told = read_when(text, self._view.now_ms, self._view.offset_min) or 0 if text else 0
            self._doing.run(
                lambda: self._needs.tell(line.task.dossier, way, told),
                lambda _: self.done.emit(f"Hồ sơ {_name(line)}: đã ghi báo người nộp."),
            )

        self._side.fill(
            DutyForm(
                f"tell:{line.task.dossier}",
                "Đã báo người nộp",
                _TOLD,
                "Ghi đã báo",
                act,
                f"{ways[way]}. Để trống giờ nếu vừa báo xong.",
            )
        )

    def _enclose(self, line: TaskLine) -> None:
        form = self._side.form
        pieces, number = form.number("pieces"), form.text("number")
        self._doing.run(
            lambda: self._needs.enclose_slip(line.task.dossier, pieces, number),
            lambda item: self.done.emit(f"Giấy hẹn đi bì {item_number(item)}: nhãn đang in."),
        )

    def _begin_supplement(self, line: TaskLine, papers: Sequence[WantedPaper]) -> None:
        self._side.about(_name(line), "", "")  # the papers need the room
        self._supplement.begin(line.task.dossier, papers)
        self._side.fill(
            DutyForm(
                f"{BRING}{line.task.dossier}",
                "Giấy tờ bổ sung",
                _SUPPLEMENT,
                "Nhận, in nhãn và phiếu",
                lambda: self._bring(line),
                "Space: có giấy này · số: mấy bản · K: loại bản",
            )
        )

    def _bring(self, line: TaskLine) -> None:
        draft = self._supplement.draft()
        self._doing.run(
            lambda: self._needs.take_supplement(draft),
            lambda item: self.done.emit(
                f"Hồ sơ {_name(line)}: bổ sung đi bì {item_number(item)}, phiếu đang in."
            ),
        )


def _name(line: TaskLine) -> str:
    return code_or_number(line.task.number, line.task.dossier)
