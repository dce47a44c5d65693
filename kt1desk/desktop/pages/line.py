"""«Liên lạc»: which ways the journals of this desk go, what waits and what came in; for the administrator the line itself.

The page must not know how anything travels, and nothing here waits for a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.line import Ui_LinePage
from kt1desk.desktop.forms.line_side import Ui_LineSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.line.act_form import ActForm, Answers, LineAct
from kt1desk.desktop.line.board import LineBoard
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.line import LineActs, LineNeeds, LineView
from kt1desk.desktop.page_keys import Way, offered, ways_of
from kt1desk.desktop.widgets.labels import tell

_ALL_ACTS = LineActs(hurry=True, allow=True, shut=True, join=True, leave=True, share=True)
_DONE = {
    LineAct.ALLOW: "Đã cho KT1 đi qua mạng.",
    LineAct.SHUT: "Đã đóng đường mạng KT1.",
    LineAct.JOIN: "Đã nhập đường mạng. Đang gọi trung tâm.",
    LineAct.LEAVE: "Đã bỏ đường mạng. Việc chưa gửi còn nguyên ở bàn.",
    LineAct.SHARE: "Đã ghi thư mục chung.",
}


class LinePage(Page):
    """How this desk exchanges.

    Args:
        needs: reads and does.
        jobs: the threads.
        parent: the owner.
    """

    def __init__(self, needs: LineNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_LinePage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QStackedWidget(self)
        self._about, self._form = QWidget(self._right), ActForm(needs.shut_reasons, self._right)
        self._side = Ui_LineSide()
        self._side.setupUi(self._about)  # type: ignore[no-untyped-call]
        for part in (self._about, self._form):
            self._right.addWidget(part)
        self._right.hide()
        self._acts = LineActs()
        self._reading = (
            PageKey("Ctrl+L", "tới danh sách nhận về", self._ui.came.setFocus),
            reading(self._read),
        )
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        side = self._side
        self._board = LineBoard(self._ui, side)
        for button, act in (
            (side.hurry, self._hurry),
            (side.approve, partial(self._begin, LineAct.ALLOW)),
            (side.join, partial(self._begin, LineAct.JOIN)),
            (side.share, partial(self._begin, LineAct.SHARE)),
            (side.leave, partial(self._begin, LineAct.LEAVE)),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        self._form.wanted.connect(self._do)
        self._form.left.connect(self._end)
        self._doing.refused.connect(self._form.refuse)

    def entered(self, _ref: str = "") -> None:
        """Read everything; the list of what came takes the keys."""
        tell(self._side.saved, "")
        self._read()
        if self._right.currentWidget() is self._about:
            self._ui.came.setFocus(Qt.FocusReason.TabFocusReason)

    def line_changed(self) -> None:
        """A round ended, something came in: what is shown is read again while the page is in front."""
        if self.isVisible():
            self._read()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._board.forget()
        if self.isVisible():
            self._read()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """From the question to the form, from the form to the page."""
        if self._right.currentWidget() is self._about:
            return False
        if not self._form.step_back():
            self._end()
        return True

    def keys(self) -> Sequence[PageKey]:
        """Those that this user may use now."""
        if self._right.currentWidget() is self._form:
            return (PageKey("F9", "ghi, nhấn hai lần", self._form.go_on),)
        return (*_listed(self._acts, self._hurry, self._begin), *self._reading)

    def ways(self) -> Sequence[Way]:
        """See `Page.ways`: also before it is known how the desk exchanges."""
        acting = (*_listed(_ALL_ACTS, self._hurry, self._begin), *self._reading)
        return ways_of(offered(acting, self.bars.of_keys()))

    # --- what is shown -------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._reads.run(self._needs.line_view, self._show, lambda error: tell(self._side.problem, say(error)))

    def _show(self, view: LineView) -> None:
        self._board.show(view)
        if view.acts != self._acts:
            self._acts = view.acts
            self.keys_changed.emit()

    # --- what is done --------------------------------------------------------------------------------------------

    def _hurry(self) -> None:
        if self._acts.hurry:
            self._needs.hurry()
            self.said.emit("Đang gửi nhận.")

    def _begin(self, act: LineAct) -> None:
        """Ask for an act; the line of KT1 is shut where it is open."""
        if act is LineAct.ALLOW and self._acts.shut:
            act = LineAct.SHUT
        self._right.setCurrentWidget(self._form)
        self._form.begin(act, {"folder": self._board.folder()})
        self.keys_changed.emit()

    def _end(self) -> None:
        self._form.forget()
        self._right.setCurrentWidget(self._about)
        self._ui.came.setFocus(Qt.FocusReason.TabFocusReason)
        self.keys_changed.emit()

    def _do(self, act: LineAct, answers: Answers) -> None:
        self._doing.run(_work_of(self._needs, act, answers), lambda _: self._done(act))

    def _done(self, act: LineAct) -> None:
        self._end()
        tell(self._side.saved, _DONE[act])
        self.said.emit(_DONE[act])
        self.changed.emit()
        self._read()


def _work_of(needs: LineNeeds, act: LineAct, answers: Answers) -> Callable[[], None]:
    work: Mapping[LineAct, Callable[[], None]] = {
        LineAct.ALLOW: lambda: needs.allow_kt1(answers.of("approval"), date.fromisoformat(answers.of("day"))),
        LineAct.SHUT: lambda: needs.shut_kt1(answers.of("reason")),
        LineAct.JOIN: lambda: needs.join(
            answers.of("line_file"), answers.of("code"), answers.of("desk_file")
        ),
        LineAct.LEAVE: needs.leave,
        LineAct.SHARE: lambda: needs.share(answers.of("folder")),
    }
    return work[act]


def _listed(acts: LineActs, hurry: Callable[[], None], begin: Callable[[LineAct], None]) -> Sequence[PageKey]:
    """What may be done, each by its key."""
    listed = (
        (acts.hurry, PageKey("F8", "gửi nhận ngay", hurry)),
        (
            acts.allow or acts.shut,
            PageKey("Ctrl+O", "mở, đóng đường mạng KT1", partial(begin, LineAct.ALLOW)),
        ),
        (acts.join, PageKey("Ctrl+N", "nhập tệp đường mạng", partial(begin, LineAct.JOIN))),
        (acts.share, PageKey("Ctrl+G", "chọn thư mục chung", partial(begin, LineAct.SHARE))),
        (acts.leave, PageKey("Ctrl+Delete", "bỏ đường mạng", partial(begin, LineAct.LEAVE))),
    )
    return [key for is_listed, key in listed if is_listed]
