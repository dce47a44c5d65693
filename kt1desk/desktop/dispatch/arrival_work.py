"""«Nhận chuyến»: data by paper, file or network, bags taken over and opened, items confirmed one by one, differences recorded, closed.

A scan is heard at once and written in its turn (`arrival_scans`); nothing here waits. The work must not know where data comes from.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.arrival_acts import ArrivalActs, Due
from kt1desk.desktop.dispatch.arrival_bag import BagForm
from kt1desk.desktop.dispatch.arrival_count import ArrivalCount
from kt1desk.desktop.dispatch.arrival_data import ArrivalData
from kt1desk.desktop.dispatch.arrival_lists import ArrivalLists, Shown
from kt1desk.desktop.dispatch.arrival_reading import ArrivalReading
from kt1desk.desktop.dispatch.arrival_taking import ArrivalTaking
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.arrival import Ui_ArrivalWork
from kt1desk.desktop.forms.arrival_side import Ui_ArrivalSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import OtherSide, Page, PageKey, reading
from kt1desk.desktop.needs.arrival import ArrivalNeeds, ComingView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.identifiers import normalise_number

INCIDENT_KEY = "Ctrl+B"
ARRIVAL = "arrival"
"""This work, as `entered(ref)` of its page names it."""


class ArrivalWork(Page):
    """The fourth work of the page of dispatches."""

    def __init__(
        self, needs: ArrivalNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._ui = Ui_ArrivalWork()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_ArrivalSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(0, self._asking)
        self._lists = ArrivalLists(self._ui, self, words)
        self._bag = BagForm(self._side, needs, jobs, self)
        self._data = ArrivalData(self._side, needs, jobs, self)
        self._acts = ArrivalActs(needs, jobs, self._bag, self._asking)
        self._reading = ArrivalReading(needs, jobs, self)
        self._taking = ArrivalTaking(needs, jobs, ArrivalCount(self._side, self, words), self)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Go on where the arrival stands, or read what is expected."""
        self._tell("")
        self._bag.watch_scale()
        self._reading.read_again()
        self._ui.rows.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the file, back to the list, back to what is coming."""
        if self._asking.close_question() or self._data.close_file() or not self._ui.rows.hasFocus():
            self._ui.rows.setFocus()
        elif self._reading.state is not None:
            self._bag.clear()
            self._reading.leave()
        else:
            return False
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "mở chuyến đang chọn"),
            PageKey("F9", "việc kế tiếp: nhận túi, mở túi, kết thúc", self._acts.go),
            PageKey(INCIDENT_KEY, "lập biên bản cho sai lệch đang chọn", self._open_incident),
            PageKey(
                "Ctrl+L", f"{self._words.noun}, túi, sai lệch", lambda: self._lists.turn(self._reading.state)
            ),
            PageKey("Ctrl+M", f"tình trạng {self._words.noun} quét tiếp theo", self._side.condition.setFocus),
            PageKey("Ctrl+O", "lấy tệp dữ liệu chuyến thư", self._data.ask_file),
            PageKey("Ctrl+N", "bỏ các phần đã quét, quét bản kê khác", self._data.forget),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """An item is confirmed, a bag is at hand, a seal is as it was found."""
        scan = classify(code)
        if self._asking.is_open():
            return False
        if scan.kind is Shape.RECEPTACLE:
            self._bag.begin(scan.value, scanned=True)
            self._reading.look_for(scan.value)
            self._settle()
            return True
        if scan.kind is Shape.ITEM and scan.valid:
            self._taking.take(normalise_number(scan.value))
            return True
        return self._bag.take_seal(scan)

    def take_part(self, data: bytes) -> bool:
        """A part of the code on a manifest."""
        self._data.take_part(data)
        return True

    def _join(self) -> None:
        acts, reading, taking = self._acts, self._reading, self._taking
        RowOpening(self._ui.rows).opened.connect(self._open_row)
        self._lists.turned.connect(reading.read_again)
        reading.coming.connect(self._show_coming)
        reading.read.connect(self._show)
        taking.changed.connect(
            lambda item: self._lists.show_scanned(taking.state, item) if taking.state else None
        )
        taking.outdated.connect(reading.read_again)
        taking.failed.connect(self.scan_failed)
        self._data.failed.connect(self.scan_failed)
        self._data.came.connect(reading.take_news)
        self._data.elsewhere.connect(lambda side: self.other_side.emit(OtherSide(side, ARRIVAL)))
        self._data.said.connect(self.said)
        acts.done.connect(self._done)
        for end in (self._data.show_start, taking.rest, reading.leave):
            acts.closed.connect(end)
        acts.lacking.connect(lambda: self._lists.turn(reading.state, Shown.WRONG))
        for told in (acts.told, reading.told, self._data.refused):
            told.connect(self._tell)
        for asked in (self._asking.began, self._asking.ended):
            asked.connect(self._settle)
        self._side.receptacle.textChanged.connect(lambda _: self._settle())
        self._side.go.clicked.connect(acts.go)
        self._side.incident.clicked.connect(self._open_incident)
        self._tell("")
        self._settle()

    def _show_coming(self, view: ComingView) -> None:
        self._acts.state = None
        self._taking.use(None, "")
        self._lists.show_coming(view)
        self._settle()

    def _show(self) -> None:
        """A dispatch was read."""
        state = self._reading.state
        if state is None:
            return
        self._acts.state = state
        self._taking.use(state, self._acts.opened or state.open_bag())
        self._lists.show_arrival(state)
        bag = state.bag(self._bag.number())
        self._bag.expect_seal(bag.row.seal if bag else "")
        self._settle()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        side, state, asked = self._side, self._reading.state, self._asking.is_open()
        due, at_hand = self._acts.due(), bool(self._bag.number())
        side.paper_card.setVisible(state is None and not asked)
        side.count_card.setVisible((state is not None or bool(side.last_scan.text())) and not asked)
        side.count.setVisible(state is not None)
        side.bag_card.setVisible(not asked and (at_hand or (state is not None and due is Due.RECEIVE)))
        side.go.setVisible(not asked and (at_hand or state is not None))
        receptacle = state.to_open() if state is not None and due is Due.OPEN else ""
        side.go.setText(f"{due.value} {receptacle}".strip())
        side.incident.setVisible(state is not None and not asked)

    def _open_row(self, ref: str) -> None:
        if self._lists.shown is Shown.COMING:
            self._reading.open(ref)
        elif self._lists.shown is Shown.WRONG:
            self._open_incident()

    def _open_incident(self) -> None:
        state = self._reading.state
        self._acts.open_incident(self._lists.difference(state) if state else None)

    def _done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
