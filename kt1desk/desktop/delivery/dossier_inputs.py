"""The inputs for whoever takes a result: his paper and its number, as what he takes it, what comes back. They must not know which cover.

A number of a person stands here no longer than it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.forms.delivery_dossier_taker import Ui_DossierTaker
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.delivery import OutLine, OutView
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import fold
from kt1desk.services.result_delivery import ResultDraft

_LACKS = {
    "taker_name": "Gõ họ tên người nhận thay.",
    "identity_paper": "Chọn giấy tờ: gõ vài chữ rồi Enter.",
    "identity": "Gõ số giấy tờ.",
    "authorisation": "Gõ số và ngày giấy cho phép.",
    "withdrawn": "Gõ số tờ, hoặc để trống.",
}
_IDLE = {"proxy": "Để trống: chính người nộp nhận.", "withdrawn": "Số tờ, trống là không có."}
_ROOM = 27
"""Signs of a name that the input has room for."""
_UNKNOWN = "Danh mục không có. Sửa lại chữ đã gõ."


class DossierInputs(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_DossierTaker, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._ui = ui
        self._lists: dict[str, Sequence[Choice]] = {"identity_paper": (), "proxy": ()}
        for field, note in self._inputs().values():
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._paper = ChoiceField(
            ui.identity_paper, owner, jobs, lambda text: self._like("identity_paper", text), _UNKNOWN
        )
        self._proxy = ChoiceField(ui.proxy, owner, jobs, lambda text: self._like("proxy", text), _UNKNOWN)
        for moved in (self._proxy.changed, self._proxy.chosen):
            moved.connect(lambda *_: self._settle())
        for choice in (self._paper, self._proxy):
            choice.chosen.connect(lambda _: self.start())
        self._visited = Visited()
        self._way = EnterWay(owner, self._steps())
        self._way.finished.connect(self.finished)

    def use_lists(self, view: OutView) -> None:
        """Papers and kinds of proxies as they are today."""
        self._lists = {"identity_paper": view.papers, "proxy": view.proxies}

    def begin(self) -> None:
        """The applicant himself with the usual paper, until something else is said."""
        self.clear()
        usual = next(iter(self._lists["identity_paper"]), None)
        self._paper.put(_answer(usual) if usual is not None else None)
        self._settle()

    def start(self) -> None:
        """The first input that still needs something takes the keys."""
        if self._way.missing():
            self._way.start()
        else:
            self._ui.identity.setFocus(Qt.FocusReason.TabFocusReason)

    def draft(self, line: OutLine, *, scan: bool) -> ResultDraft | None:
        """What was typed of a cover; None where something lacks: it is said there, and it takes the keys."""
        ui, paper, proxy = self._ui, self._paper.answer(), self._proxy.answer()
        if lacking := self._lacking():
            field, _ = self._inputs()[lacking]
            field.show_error(self._proxy.unread() if lacking == "proxy" else _LACKS[lacking])
            _go_to(field)
            return None
        return ResultDraft(
            item=line.line.item.item,
            taker_name=ui.taker_name.text().strip() if proxy else "",
            round=line.round,
            scan=scan,
            identity_paper=paper.ref if paper else "",
            identity=ui.identity.text().strip(),
            proxy=proxy.ref if proxy else "",
            authorisation=ui.authorisation.text().strip() if proxy else "",
            withdrawn=int(ui.withdrawn.text().strip() or 0),
            slip_back=ui.slip_back.isChecked(),
        )

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it must be said elsewhere."""
        field, note = self._inputs().get(error.field, (None, None))
        if field is None or note is None or not field.isVisible():
            return False
        fits = show_refusal(field, note, say(error))
        _go_to(field)
        return fits

    def clear(self) -> None:
        """Nothing is typed."""
        for name, (field, _) in self._inputs().items():
            field.clear()
            field.show_idle(_IDLE.get(name, ""))
        for choice in (self._paper, self._proxy):
            choice.put(None)
        self._ui.proxy.show_idle(_IDLE["proxy"])
        self._ui.slip_back.setChecked(False)
        self._visited.forget()

    def _steps(self) -> Sequence[Step]:
        ui = self._ui
        proxy = self._visited.step(ui.proxy)
        return (
            Step(ui.identity_paper, lambda: self._paper.answer() is None, self._paper.enter),
            Step(ui.identity, lambda: not ui.identity.text().strip()),
            Step(
                ui.proxy,
                lambda: proxy.needs() and self._proxy.answer() is None,
                lambda: (not ui.proxy.text().strip() or self._proxy.enter()) and proxy.commit(),
            ),
            Step(ui.taker_name, lambda: not ui.taker_name.text().strip()),
            Step(ui.authorisation, lambda: not ui.authorisation.text().strip()),
            self._visited.step(ui.withdrawn),
            self._visited.step(ui.slip_back),
        )

    def _lacking(self) -> str:
        """The first input that lacks something, "" for none."""
        ui, is_proxy = self._ui, self._proxy.answer() is not None
        lacking = (
            ("identity_paper", self._paper.answer() is None),
            ("identity", not ui.identity.text().strip()),
            ("proxy", bool(self._proxy.unread())),
            ("taker_name", is_proxy and not ui.taker_name.text().strip()),
            ("authorisation", is_proxy and not ui.authorisation.text().strip()),
            ("withdrawn", not (ui.withdrawn.text().strip() or "0").isdecimal()),
        )
        return next((name for name, lacks in lacking if lacks), "")

    def _like(self, name: str, text: str) -> Sequence[Answer]:
        words = fold(text).split()
        return [_answer(each) for each in self._lists[name] if all(word in fold(each.text) for word in words)]

    def _settle(self) -> None:
        """A name and a paper that allows it are asked of a proxy alone."""
        ui, is_proxy = self._ui, self._proxy.answer() is not None
        for part in (ui.taker_name_label, ui.taker_name, ui.taker_name_note):
            part.setVisible(is_proxy)
        for part in (ui.authorisation_label, ui.authorisation, ui.authorisation_note):
            part.setVisible(is_proxy)

    def _inputs(self) -> Mapping[str, tuple[FieldEdit, NoteLabel]]:
        ui = self._ui
        names = ("taker_name", "identity_paper", "identity", "proxy", "authorisation", "withdrawn")
        return {name: (getattr(ui, name), getattr(ui, f"{name}_note")) for name in names}


def _answer(choice: Choice) -> Answer:
    """A long name stands whole below the input."""
    name = choice.text
    if len(name) <= _ROOM:
        return Answer(choice.key, name)
    short = name[:_ROOM].rsplit(" ", 1)[0].rstrip(",")
    return Answer(choice.key, f"{short}…", name, note=name)


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
