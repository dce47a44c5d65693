"""«Trả kết quả»: one field finds a person's waiting result by scan, name, phone or any number; it is given against a paper.

The work must not know what is searched, nor who may be given what.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.one_stop_pickup import Ui_PickupWork
from kt1desk.desktop.forms.one_stop_pickup_side import Ui_PickupSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.one_stop_results import PickupNeeds, ResultAtCounter, ShownCard
from kt1desk.desktop.one_stop.pickup_asking import PickupAsking
from kt1desk.desktop.one_stop.pickup_form import PickupForm
from kt1desk.desktop.one_stop.pickup_search import PickupSearch
from kt1desk.desktop.one_stop.problem import Problem
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.giving import GiveDraft


class PickupWork(Page):
    """The third work of the one-stop place."""

    def __init__(self, needs: PickupNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        ui = Ui_PickupWork()
        ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui.text.attach_note(ui.text_note)
        ui.text.set_leading_icon(Icon.SEARCH, "Tìm")
        hints = (Hint("mở", "Enter"), Hint("tìm người khác", "Esc"))
        card = ListCard("Kết quả đang chờ", "Không có kết quả nào đang chờ.", hints, self)
        place = QVBoxLayout(ui.list_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(card)
        self._right = QWidget(self)
        self._side = Ui_PickupSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._problem = Problem(self._side.problem)
        self._panel = ReasonPanel(self._right)
        self._side.side_body.insertWidget(2, self._panel)
        self._form = PickupForm(self._side, self._right)
        self._search = PickupSearch(needs, jobs, ui.text, card)
        self._asking = PickupAsking(self._panel, self._form)
        self._looks, self._doing = Newest(jobs), Doing(jobs, self)
        self._card_shown: ShownCard | None = None
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what waits; the field takes the keys, or the result that was begun."""
        self._problem.tell("")
        if self._asking.choices is None:
            self._jobs.run(self._needs.pickup_choices, self._asking.take, self._problem.fail)
        self._search.search()
        if self._form.result() is None:
            self._search.start()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the result, back to the field, an empty field."""
        if self._panel.close_question():
            self._settle()
            self._form.start()
            return True
        if self._form.result() is not None:
            self._leave()
            return True
        return self._search.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "mở kết quả đang chọn"),
            PageKey("F8", "người nhận thay, giấy tờ khác", self._asking.ask),
            PageKey("F9", "trả kết quả, in phiếu", self._give),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label opens its result, a code is looked for, a card says who stands there.

        Raises:
            DeskError: ``card.*``.
        """
        scan = classify(code)
        if self._panel.is_open():
            return False
        if scan.kind is Shape.CARD:
            self._take_card(self._needs.shown_card(scan.raw))
        elif self._form.result() is not None:
            return False
        elif scan.kind is Shape.ITEM:
            self._open(scan.value, scan=True)
        elif scan.kind is Shape.DOSSIER:
            self._search.look_for(scan.value)
        else:
            return False
        return True

    def _join(self) -> None:
        side = self._side
        self._search.wanted.connect(lambda item: self._open(item, scan=False))
        self._search.counted.connect(side.hint_figure.setText)
        self._asking.changed.connect(self._settle)
        self._form.finished.connect(self._give)
        self._doing.refused.connect(
            lambda error: self._problem.tell("" if self._form.refuse(error) else say(error))
        )
        side.give.clicked.connect(self._give)
        side.change.clicked.connect(self._asking.ask)
        self._settle()

    def _open(self, item: str, *, scan: bool) -> None:
        self._problem.tell("")
        self._looks.run(
            lambda: self._needs.result(item),
            lambda result: self._show_result(result, scan=scan),
            self._missed if scan else self._problem.fail,
        )

    def _show_result(self, result: ResultAtCounter, *, scan: bool) -> None:
        if self._asking.choices is None:
            return
        self._form.open(result, self._asking.choices, scan=scan)
        card, self._card_shown = self._card_shown, None
        self._settle()
        if result.sheet.applicant.is_organisation:
            self._asking.ask()
        elif card is not None:
            self._form.take_card(card)
        else:
            self._form.start()

    def _take_card(self, card: ShownCard) -> None:
        """Of whoever takes the result at hand; before one is, his own are looked for."""
        if self._form.result() is not None:
            self._form.take_card(card)
            return
        self._card_shown = card
        self._search.look_for(card.name)

    def _give(self) -> None:
        draft = self._form.draft() if not self._panel.is_open() else None
        if draft is not None:
            self._doing.run(lambda: self._needs.give(draft), lambda label: self._given(draft, label))

    def _given(self, draft: GiveDraft, label: str) -> None:
        back = f" Giấy tờ thu hồi: bì {item_number(label)}." if label else ""
        self.said.emit(f"Đã trả kết quả {item_number(draft.item)}: phiếu đang in.{back}")
        self.changed.emit()
        self._leave()
        self.entered()

    def _leave(self) -> None:
        self._form.close()
        self._settle()
        self._search.start()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        at_result, asked = self._form.result() is not None, self._panel.is_open()
        self._side.taker_card.setVisible(at_result and not asked)
        for button in (self._side.give, self._side.change):
            button.setVisible(at_result and not asked)

    def _missed(self, error: DeskError) -> None:
        self._problem.fail(error)
        self.scan_failed.emit(say(error))
