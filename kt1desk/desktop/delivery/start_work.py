"""«Lập chuyến phát»: items are chosen by scanning them or by keys, a postman confirms that he takes them, and his list is printed.

What must leave next stands first. The work must not know who may deliver.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.hand_side import HandSide, HandWords
from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.rows import GOING_COLUMNS, going_rows
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.marks import Marks
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.delivery import GoingItem, StartedRound, StartNeeds, StartView
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.paper_values import weight_words

_WORDS = HandWords(
    figure="Giao bưu tá",
    hand="Bưu tá nhận",
    do="Giao, in danh sách",
    no_user="Bưu tá gõ tên đăng nhập của mình.",
    no_password="Bưu tá gõ mật khẩu của mình.",  # noqa: S106 - a sentence
)
_NONE = "Chưa chọn {noun} nào: quét nhãn hoặc bấm Dấu cách."


class StartWork(Page):
    """The first work of the page of delivery."""

    def __init__(
        self, needs: StartNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
        hints = (Hint("chọn, bỏ chọn", "Dấu cách"), Hint("chọn hết", "Ctrl+A"), Hint("tới bưu tá", "Enter"))
        self._list = ListCard("Phát từ điểm này", f"Không có {words.noun} nào để phát.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._list)
        self._right = HandSide(_WORDS, self)
        self._marks = Marks(self._list.table, GOING_COLUMNS)
        self._view: StartView | None = None
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._marks.changed.connect(self._show_chosen)
        self._marks.entered.connect(self._right.start)
        self._marks.refused.connect(lambda item: self._right.tell(say(self._hindrance(item))))
        self._right.given.connect(self._start)
        self._doing.refused.connect(self._right.refuse)
        self._show_chosen()

    def entered(self, _ref: str = "") -> None:
        """Read what can go out; the list takes the keys."""
        self._right.tell("")
        self._reads.run(self._needs.start_view, self._show, self._right.refuse)
        self._list.table.setFocus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._view = None
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
            PageKey("Space", "chọn hoặc bỏ chọn dòng"),
            PageKey("Ctrl+A", "chọn tất cả, bỏ tất cả"),
            PageKey("F9", "giao bưu tá, in danh sách phát", self._start),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label was scanned: its item goes with this list."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM:
            return False
        if not self._marks.has(scan.value):
            raise DeskError("round.not_here", "items", number=scan.value)
        hindrance = self._hindrance(scan.value)
        if hindrance.code:
            raise hindrance
        if not self._marks.mark(scan.value):
            raise DeskError("round.chosen", "items", number=scan.value)
        return True

    def _show(self, view: StartView) -> None:
        self._view = view
        self._right.ask(wanted=not view.alone)
        self._list.say(self._words.counted(len(view.items)))
        barred = (each.item.item for each in view.items if each.hindered)
        self._marks.show(going_rows(view.items, view.now_ms, view.offset_min, self._words), barred)

    def _chosen(self) -> Sequence[GoingItem]:
        marked = set(self._marks.marked())
        return [each for each in (self._view.items if self._view else ()) if each.item.item in marked]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        far = sum(bool(each.warning) for each in chosen)
        note = (
            weight_words(sum(each.item.weight_g for each in chosen))
            if chosen
            else f"Chưa chọn {self._words.noun} nào."
        )
        if far:
            note += f" · {self._words.counted(far)} do điểm khác phát, hoặc chưa rõ điểm phát"
        self._right.show_figure(self._words.counted(len(chosen)), note, usable=bool(chosen))

    def _start(self) -> None:
        items = self._marks.marked()
        if not items or self._view is None:
            self._right.tell(self._words.say(_NONE))
            self._list.table.setFocus()
            return
        postman = None if self._view.alone else self._right.confirmed()
        if postman is not None or self._view.alone:
            self._doing.run(lambda: self._needs.start_round(items, postman), self._started)

    def _started(self, made: StartedRound) -> None:
        self._marks.clear()
        self._right.forget()
        far = f" {self._words.counted(made.elsewhere)} do điểm khác phát." if made.elsewhere else ""
        self.said.emit(f"Đã giao {self._words.counted(made.items)}: danh sách {made.round} đang in.{far}")
        self.changed.emit()
        self.entered()

    def _hindrance(self, item: str) -> DeskError:
        """What must be done first with an item; with an empty code for nothing."""
        items = self._view.items if self._view else ()
        found = (each.hindered for each in items if each.item.item == item)
        return DeskError(next(found, ""), "items", number=item)
