"""«Bàn giao»: items are scanned, and another user of the point takes them with his own password; a slip is printed that both sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.hand_side import HandSide, HandWords
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.holding.lists import HoldingLists
from kt1desk.desktop.holding.rows import chosen_words
from kt1desk.desktop.holding.scanned import tick
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import PageKey
from kt1desk.desktop.needs.holding import HoldingNeeds
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify

_WORDS = HandWords(
    figure="Đang chọn",
    hand="Người nhận bàn giao",
    do="Bàn giao, in phiếu",
    no_user="Người nhận gõ tên đăng nhập của mình.",
    no_password="Người nhận gõ mật khẩu của mình.",  # noqa: S106 - a sentence
)
_NONE = "Chưa chọn {noun} nào: quét nhãn hoặc bấm Dấu cách."


class HandWork(QObject):
    """`done`: a sentence about what was handed over."""

    done = Signal(str)
    hints = (
        Hint("chọn, bỏ", "Dấu cách"),
        Hint("người nhận", "Enter"),
        Hint("đổi nơi giữ", "Ctrl+L"),
    )

    def __init__(self, needs: HoldingNeeds, jobs: Jobs, lists: HoldingLists, parent: QWidget) -> None:
        super().__init__(parent)
        self._needs, self._lists = needs, lists
        self.side = HandSide(_WORDS, parent)
        self._scanned: set[str] = set()
        self._doing = Doing(jobs, self)
        self.side.given.connect(self.hand)
        self._doing.refused.connect(self.side.refuse)

    def begin(self) -> None:
        """See `HoldingWork`."""
        self.settle()

    def settle(self) -> None:
        """See `HoldingWork`."""
        chosen = self._lists.marked()
        empty = f"Quét {self._lists.words.noun}, rồi người nhận gõ tên và mật khẩu."
        note = chosen_words(chosen, self._lists.words) if chosen else empty
        self.side.show_figure(self._lists.words.counted(len(chosen)), note, usable=bool(chosen))

    def go_on(self) -> None:
        """See `HoldingWork`."""
        self.side.start()

    def keys(self) -> Sequence[PageKey]:
        """See `HoldingWork`."""
        return (PageKey("F9", "bàn giao những gì đã chọn, in phiếu", self.hand),)

    def take_scan(self, code: str) -> bool:
        """See `HoldingWork`: an item is ticked."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM:
            return False
        tick(self._lists, scan.value)
        self._scanned.add(scan.value)
        return True

    def tell(self, sentence: str) -> None:
        """See `HoldingWork`."""
        self.side.tell(sentence)

    def step_back(self) -> bool:
        """See `HoldingWork`."""
        return False

    def forget(self) -> None:
        """See `HoldingWork`."""
        self._scanned.clear()
        self.side.forget()

    def hand(self) -> None:
        """Hand over what is ticked."""
        items = tuple(each.item.item for each in self._lists.marked())
        if not items:
            self.tell(self._lists.words.say(_NONE))
            self._lists.take_keys()
            return
        taker = self.side.confirmed()
        if taker is None:
            return
        scan = self._scanned.issuperset(items)
        self._doing.run(
            lambda: self._needs.hand(items, taker, scan=scan), lambda number: self._handed(number, taker.user)
        )

    def _handed(self, number: int, taker: str) -> None:
        self.forget()
        self._lists.remark(())
        self.done.emit(f"Đã bàn giao {self._lists.words.counted(number)} cho {taker}: phiếu đang in.")
