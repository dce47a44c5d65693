"""«Gửi chuyến»: closed bags are chosen by scanning their tags, then route, vehicle and people, a second person's yes, and the manifest.

Dispatches that left and have not arrived stand behind Ctrl+L: one of them can be taken back. The work must not know what may be sent.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.marks import Marks
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.dispatch.send_acts import RECALL_KEY, SendActs, SendPanels
from kt1desk.desktop.dispatch.sent_rows import (
    BAG_COLUMNS,
    SENT_COLUMNS,
    bag_rows,
    bags_words,
    sent_rows,
    sent_words,
)
from kt1desk.desktop.dispatch.trip_form import TripForm
from kt1desk.desktop.forms.dispatch_send import Ui_SendWork
from kt1desk.desktop.forms.dispatch_send_side import Ui_SendSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.dispatch import ClosedBag, NextPoint, SendNeeds, SendView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

_NO_BAGS = "Không có túi nào đã đóng mà chưa gửi. Ctrl+2 để đóng túi."
_NO_SENT = "Không có chuyến nào đang đi."


class SendWork(Page):
    """The third work of the page of dispatches."""

    def __init__(
        self, needs: SendNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
        self._ui = Ui_SendWork()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_SendSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._view: SendView | None = None
        self._shows_sent = False
        self._reads = Newest(jobs)
        self._marks = Marks(self._ui.bags, words.columns(BAG_COLUMNS))
        self._sent = self._ui.sent.show_rows(words.columns(SENT_COLUMNS))
        self._ui.bags.set_empty_text(_NO_BAGS)
        self._ui.sent.set_empty_text(_NO_SENT)
        panels = SendPanels(
            TripForm(self._side, needs, jobs, self._right, escorted=words.is_kt1),
            SecondPanel(self._right),
            ReasonPanel(self._right),
        )
        self._panels = panels
        self._side.second_body.addWidget(panels.second)
        self._side.side_body.insertWidget(0, panels.asking)
        self._acts = SendActs(needs, jobs, panels)
        self._acts.recalls_alone = not words.is_kt1
        self._acts.bags, self._acts.dispatch = self._marks.marked, self._chosen_dispatch
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what is closed and what left; the list takes the keys."""
        self._tell("")
        self._reads.run(self._read, self._show, lambda error: self._tell(say(error)))
        self._list().setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the reason, a list that is open, back to the bags."""
        if self._acts.step_back() or self._panels.trip.close_lists() or not self._list().hasFocus():
            self._list().setFocus()
        elif self._shows_sent:
            self._turn()
        else:
            return False
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        way = "đổi cách duyệt: ở đây, gọi máy, ngoại lệ"
        second = (PageKey("Ctrl+M", way, self._panels.second.change_way),) if self._words.is_kt1 else ()
        return (
            PageKey("Space", "chọn hoặc bỏ chọn túi"),
            PageKey("Ctrl+L", "xem túi đã đóng, xem chuyến đã gửi", self._turn),
            PageKey("F9", "gửi chuyến, in bản kê", self._acts.send),
            PageKey(RECALL_KEY, "rút chuyến đã gửi", self._acts.recall),
            *second,
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """The tag of a closed bag was scanned: it goes with this dispatch."""
        scan = classify(code)
        if scan.kind is not Shape.RECEPTACLE or self._panels.asking.is_open() or self._shows_sent:
            return False
        if not self._marks.has(scan.value):
            raise DeskError("dispatch.bag_not_here", "receptacle", number=scan.value)
        if not self._marks.mark(scan.value):
            raise DeskError("dispatch.bag_chosen", "receptacle", number=scan.value)
        return True

    def _join(self) -> None:
        acts, side = self._acts, self._side
        self._marks.changed.connect(self._show_chosen)
        self._marks.entered.connect(self._panels.trip.start)
        self._ui.sent.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        RowOpening(self._ui.sent).opened.connect(lambda _: acts.recall())
        acts.moved.connect(self._show_chosen)
        acts.told.connect(self._tell)
        acts.done.connect(self._done)
        side.send.clicked.connect(acts.send)
        side.recall.clicked.connect(acts.recall)
        self._tell("")
        self._show_chosen()

    def _read(self) -> tuple[SendView, tuple[Choice, ...]]:
        return self._needs.send_view(), tuple(self._needs.recall_reasons())

    def _show(self, read: tuple[SendView, tuple[Choice, ...]]) -> None:
        view, self._acts.reasons = read
        self._view, self._acts.needs_second = view, view.second
        self._panels.trip.use_vehicles(view.vehicles)
        self._panels.second.set_alone(view.alone)
        self._marks.show(bag_rows(view.bags, view.now_ms, view.offset_min))
        self._sent.set_rows(sent_rows(view.sent, view.now_ms, view.offset_min))
        if view.sent:
            self._ui.sent.selectRow(0)
        self._show_chosen()

    def _chosen_dispatch(self) -> tuple[str, tuple[str, ...]]:
        at = self._ui.sent.currentIndex().row()
        if not self._shows_sent or self._view is None or not 0 <= at < len(self._view.sent):
            return "", ()
        chosen = self._view.sent[at]
        return chosen.row.dispatch, chosen.bags

    def _show_chosen(self) -> None:
        ui, side, sent = self._ui, self._side, self._shows_sent
        asked, recalls = self._panels.asking.is_open(), bool(self._acts.recalls)
        bags, view = _bags_of(self._view, self._marks.marked()), self._view
        if bags:
            self._panels.trip.propose(NextPoint(bags[0].row.to, bags[0].to_name))
        ui.bags.setVisible(not sent)
        ui.sent.setVisible(sent)
        ui.list_title.setText("Chuyến đã gửi, chưa tới" if sent else "Túi đã đóng")
        if view is not None:
            ui.list_count.setText(
                f"{count(len(view.sent))} chuyến" if sent else f"{count(len(view.bags))} túi"
            )
        side.trip_note.setText(bags_words(bags, self._words))
        side.trip_card.setVisible(not sent and not asked)
        asks = recalls and self._words.is_kt1 if sent or recalls else self._acts.needs_second
        side.second_card.setVisible(asks and not asked)
        side.send.setVisible(not sent)
        side.send.setEnabled(bool(bags))
        side.recall.setVisible(sent and not asked)
        chosen = self._chosen_dispatch()[0]
        side.sent_card.setVisible(bool(chosen) and not asked)
        if view is not None and chosen:
            side.sent_number.setText(chosen)
            of = view.sent[ui.sent.currentIndex().row()]
            side.sent_note.setText(sent_words(of, view.now_ms, view.offset_min))
        side.recall.setEnabled(bool(chosen))
        side.recall.setText(f"Rút {self._acts.recalls}" if recalls else "Rút chuyến đã gửi")

    def _turn(self) -> None:
        """The other list."""
        self._acts.step_back()
        self._shows_sent = not self._shows_sent
        self._show_chosen()
        self._list().setFocus()

    def _list(self) -> QWidget:
        return self._ui.sent if self._shows_sent else self._ui.bags

    def _done(self, sentence: str) -> None:
        self._marks.clear()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))


def _bags_of(view: SendView | None, marked: Sequence[str]) -> Sequence[ClosedBag]:
    return [bag for bag in (view.bags if view else ()) if bag.row.receptacle in marked]
