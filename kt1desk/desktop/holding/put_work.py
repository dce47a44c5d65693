"""«Cất giữ»: items are scanned, then the place where they are put; the place may be scanned too and puts them away at once.

It must not know where anything is written down.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.holding_put_side import Ui_PutSide
from kt1desk.desktop.holding.lists import HoldingLists
from kt1desk.desktop.holding.rows import chosen_words
from kt1desk.desktop.holding.scanned import tick
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, PageKey, Step
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.holding import HoldingNeeds
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import fold

_NONE = "Chưa chọn {noun} nào: quét nhãn hoặc bấm Dấu cách."
_NO_PLACE = "Chọn nơi cất."
_UNKNOWN = "Sổ két, tủ chưa ghi (Ctrl+J)."


class PutWork(QWidget):
    """`done`: a sentence about what was put away."""

    done = Signal(str)
    hints = (
        Hint("chọn, bỏ", "Dấu cách"),
        Hint("nơi cất", "Enter"),
        Hint("đổi nơi giữ", "Ctrl+L"),
    )

    def __init__(
        self, needs: HoldingNeeds, jobs: Jobs, lists: HoldingLists, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._lists = needs, lists
        self._ui = Ui_PutSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._scanned: set[str] = set()
        ui.figure_title.setText("Đang chọn")
        ui.place.attach_note(ui.place_note)
        self._place = ChoiceField(ui.place, self, jobs, self._matching, _UNKNOWN)
        self._way = EnterWay(self, (Step(ui.place, lambda: self._place.answer() is None, self._place.enter),))
        self._doing = Doing(jobs, self)
        self._way.finished.connect(self.put)
        self._place.chosen.connect(lambda _: self.put())
        self._doing.refused.connect(self._refuse)
        ui.do.clicked.connect(self.put)
        self.tell("")
        self.hide()

    def begin(self) -> None:
        """See `HoldingWork`."""
        self.settle()

    def settle(self) -> None:
        """See `HoldingWork`."""
        chosen, words = self._lists.marked(), self._lists.words
        self._ui.figure.setText(self._lists.words.counted(len(chosen)))
        self._ui.figure_note.setText(
            chosen_words(chosen, words) if chosen else f"Quét {words.noun}, rồi quét nơi cất."
        )
        self._ui.do.setEnabled(bool(chosen))

    def go_on(self) -> None:
        """See `HoldingWork`."""
        self._ui.place.setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> Sequence[PageKey]:
        """See `HoldingWork`."""
        return (PageKey("F9", "cất những gì đã chọn", self.put),)

    def take_scan(self, code: str) -> bool:
        """See `HoldingWork`: an item is ticked, a place takes what is ticked."""
        scan = classify(code)
        if scan.kind is Shape.ITEM:
            tick(self._lists, scan.value)
            self._scanned.add(scan.value)
            return True
        place = next(
            (each for each in self._lists.board.places if each.key.upper() == scan.value.upper()), None
        )
        if place is None:
            return False
        self._place.put(_answer(place))
        self.put()
        return True

    def tell(self, sentence: str) -> None:
        """See `HoldingWork`."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def step_back(self) -> bool:
        """See `HoldingWork`."""
        return self._place.close_list()

    def forget(self) -> None:
        """See `HoldingWork`."""
        self._scanned.clear()
        self._place.put(None)
        self.tell("")

    def put(self) -> None:
        """Put what is ticked into the chosen place."""
        items, place = tuple(each.item.item for each in self._lists.marked()), self._place.answer()
        if not items:
            self.tell(self._lists.words.say(_NONE))
            self._lists.take_keys()
        elif place is None:
            self._ui.place.show_error(self._place.unread() or _NO_PLACE)
            self.go_on()
        else:
            scan, code, name = self._scanned.issuperset(items), place.ref, place.title
            self._doing.run(
                lambda: self._needs.put(items, code, scan=scan), lambda number: self._stored(number, name)
            )

    def _stored(self, number: int, place: str) -> None:
        self.forget()
        self._lists.remark(())
        self.done.emit(f"Đã cất {self._lists.words.counted(number)} vào {place}.")

    def _refuse(self, error: DeskError) -> None:
        if error.field == "place":
            self._ui.place.show_error(say(error))
            self.go_on()
        else:
            self.tell(say(error))

    def _matching(self, text: str) -> Sequence[Answer]:
        words = fold(text).split()
        return [
            _answer(each)
            for each in self._lists.board.places
            if all(word in fold(each.text) for word in words)
        ]


def _answer(place: Choice) -> Answer:
    return Answer(place.key, place.text, key=place.key)
