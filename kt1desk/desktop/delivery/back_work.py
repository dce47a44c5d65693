"""«Nộp lại»: what postmen still have is counted by scanning it, and the postman confirms that he gave it back.

Whatever is not scanned stays with him, and is told. The work must not know what is stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.hand_side import HandSide, HandWords
from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.rows import BACK_COLUMNS, back_rows
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.marks import Marks
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.delivery import BackNeeds, OutLine, OutView
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

_WORDS = HandWords(
    figure="Nộp lại",
    hand="Bưu tá nộp",
    do="Nhận lại",
    no_user="Bưu tá gõ tên đăng nhập của mình.",
    no_password="Bưu tá gõ mật khẩu của mình.",  # noqa: S106 - a sentence
)
_NONE = "Chưa quét {noun} nào nộp lại."
_TWO = "Đang chọn {noun} của hai bưu tá. Nhận lại của từng người."


class BackWork(Page):
    """The third work of the page of delivery."""

    def __init__(
        self, needs: BackNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
        hints = (Hint("có, không có", "Dấu cách"), Hint("chọn hết", "Ctrl+A"), Hint("tới bưu tá", "Enter"))
        self._list = ListCard("Bưu tá còn giữ", f"Không bưu tá nào còn giữ {words.noun}.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._list)
        self._right = HandSide(_WORDS, self)
        self._marks = Marks(self._list.table, BACK_COLUMNS)
        self._lines: tuple[OutLine, ...] = ()
        self._alone = False
        self._scanned: set[str] = set()
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._marks.changed.connect(self._show_chosen)
        self._marks.entered.connect(self._right.start)
        self._right.given.connect(self._take_back)
        self._doing.refused.connect(self._right.refuse)
        self._show_chosen()

    def entered(self, _ref: str = "") -> None:
        """Read what is still out; the list takes the keys."""
        self._right.tell("")
        self._reads.run(self._needs.out_view, self._show, self._right.refuse)
        self._list.table.setFocus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._lines = ()
        self._scanned.clear()
        self._marks.show(())
        self._right.forget()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """Back to the list."""
        if self._list.table.hasFocus():
            return False
        self._list.table.setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Space", "có nộp lại, không nộp lại"),
            PageKey("Ctrl+A", "chọn tất cả, bỏ tất cả"),
            PageKey("F9", "nhận lại của bưu tá", self._take_back),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """An item is back."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM:
            return False
        if not self._marks.has(scan.value):
            raise DeskError("round.not_out", "items", number=scan.value)
        if not self._marks.mark(scan.value):
            raise DeskError("round.chosen", "items", number=scan.value)
        self._scanned.add(scan.value)
        return True

    def _show(self, view: OutView) -> None:
        self._lines = tuple(each for each in view.lines if each.line.is_out)
        self._alone = view.alone
        self._right.ask(wanted=not view.alone)
        self._list.say(self._words.counted(len(self._lines)))
        self._marks.show(back_rows(self._lines, self._words))

    def _chosen(self) -> Sequence[OutLine]:
        marked = set(self._marks.marked())
        return [each for each in self._lines if each.line.item.item in marked]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        postmen = {each.postman for each in chosen}
        if len(postmen) == 1:
            self._right.propose(chosen[0].postman)
        with_him = [each for each in self._lines if each.postman in postmen]
        left = len(with_him) - len(chosen)
        note = (
            f"bưu tá còn giữ {count(left)}"
            if chosen and left
            else "đủ những gì bưu tá còn giữ"
            if chosen
            else self._words.say(_NONE)
        )
        self._right.show_figure(self._words.counted(len(chosen)), note, usable=bool(chosen))

    def _take_back(self) -> None:
        chosen = self._chosen()
        if not chosen or len({each.postman for each in chosen}) > 1:
            self._right.tell(self._words.say(_TWO if chosen else _NONE))
            self._list.table.setFocus()
            return
        postman = None if self._alone else self._right.confirmed()
        if postman is None and not self._alone:
            return
        items = tuple(each.line.item.item for each in chosen)
        scan = self._scanned.issuperset(items)
        self._doing.run(
            lambda: self._needs.bring_back(items, postman, scan=scan),
            lambda number: self._taken(number, chosen[0].postman_name),
        )

    def _taken(self, number: int, postman: str) -> None:
        self._scanned.clear()
        self._marks.clear()
        self._right.forget()
        self.said.emit(f"Đã nhận lại {self._words.counted(number)} của {postman}.")
        self.changed.emit()
        self.entered()
