"""«Trả kết quả»: one field finds a person's waiting result by scan, name, phone or any number; it is given against a paper.

The work must not know what is searched, nor who may be given what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.forms.one_stop_pickup import Ui_PickupWork
from kt1desk.desktop.forms.one_stop_pickup_side import Ui_PickupSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop import PickupChoices, PickupNeeds, ResultAtCounter, ShownCard, WaitingView
from kt1desk.desktop.one_stop.pickup_form import PickupForm
from kt1desk.desktop.one_stop.rows import WAITING_COLUMNS, results_words, waiting_rows
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.giving import GiveDraft

_HIMSELF = Choice("", "Chính người nộp")
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NOTHING = "Không có kết quả nào như vậy đang chờ ở điểm này. Thử số khác, hoặc xem ở Tra cứu."


class PickupWork(Page):
    """The third work of the one-stop place."""

    def __init__(self, needs: PickupNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        self._ui = Ui_PickupWork()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._field = self._ui.text
        self._field.attach_note(self._ui.text_note)
        self._field.set_leading_icon(Icon.SEARCH, "Tìm")
        hints = (Hint("mở", "Enter"), Hint("tìm người khác", "Esc"))
        self._card = ListCard("Kết quả đang chờ", "Không có kết quả nào đang chờ.", hints, self)
        place = QVBoxLayout(self._ui.list_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._card)
        self._model = self._card.table.show_rows(WAITING_COLUMNS)
        self._right = QWidget(self)
        self._side = Ui_PickupSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(1, self._asking)
        self._form = PickupForm(self._side, self._right)
        self._reads, self._looks, self._doing = Newest(jobs), Newest(jobs), Doing(jobs, self)
        self._choices: PickupChoices | None = None
        self._card_shown: ShownCard | None = None
        self._answered: str | None = None
        self._opens_first = False
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what waits; the field takes the keys, or the result that was begun."""
        self._tell("")
        if self._choices is None:
            self._jobs.run(self._needs.pickup_choices, self._take_choices, self._fail)
        self._search()
        if self._form.result() is None:
            self._field.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the result, back to the field, an empty field."""
        if self._asking.close_question():
            self._settle()
            self._form.start()
        elif self._form.result() is not None:
            self._leave()
        elif not self._field.hasFocus():
            self._field.setFocus()
        elif self._field.text():
            self._field.clear()
            self._search()
        else:
            return False
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "mở kết quả đang chọn"),
            PageKey("F8", "người nhận thay, giấy tờ khác", self._ask_who),
            PageKey("F9", "trả kết quả, in phiếu", self._give),
            PageKey("Ctrl+R", "đọc lại", self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label opens its result, a code is looked for, a card says who stands there.

        Raises:
            DeskError: ``card.*``.
        """
        scan = classify(code)
        if self._asking.is_open():
            return False
        if scan.kind is Shape.CARD:
            self._take_card(self._needs.shown_card(scan.raw))
        elif self._form.result() is not None:
            return False
        elif scan.kind is Shape.ITEM:
            self._open(scan.value, scan=True)
        elif scan.kind is Shape.DOSSIER:
            self._look_for(scan.value)
        else:
            return False
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows of the field act in the list below it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            self._opens_first = True
            self._open_only()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._model.rowCount():
            self._card.table.setFocus()
        else:
            return False
        return True

    def _join(self) -> None:
        self._field.installEventFilter(self)
        self._field.textEdited.connect(lambda _: self._search())
        RowOpening(self._card.table).opened.connect(lambda item: self._open(item, scan=False))
        self._form.finished.connect(self._give)
        self._side.give.clicked.connect(self._give)
        self._side.change.clicked.connect(self._ask_who)
        self._doing.refused.connect(self._refuse)
        self._tell("")
        self._settle()

    def _take_choices(self, choices: PickupChoices) -> None:
        self._choices = choices

    def _look_for(self, text: str) -> None:
        self._field.setText(text)
        self._opens_first = True
        self._search()

    def _search(self) -> None:
        text = self._field.text().strip()
        self._field.show_idle()
        self._answered = None
        self._reads.run(lambda: self._needs.waiting(text), lambda view: self._show(text, view), self._fail)

    def _show(self, text: str, view: WaitingView) -> None:
        self._answered = text
        self._model.set_rows(waiting_rows(view.results, view.offset_min))
        self._card.say(results_words(len(view.results)))
        if not text:
            self._side.hint_figure.setText(results_words(len(view.results)))
        if view.results:
            self._card.table.selectRow(0)
        elif text:
            self._field.show_error(_NOTHING)
        self._open_only()

    def _open_only(self) -> None:
        """Enter was pressed: the only answer is opened, of several one is chosen."""
        if not self._opens_first or self._answered != self._field.text().strip():
            return
        self._opens_first = False
        if self._model.rowCount() == 1:
            self._open(self._model.row(0).ref, scan=False)
        elif self._model.rowCount():
            self._card.table.setFocus()

    def _open(self, item: str, *, scan: bool) -> None:
        self._tell("")
        self._looks.run(
            lambda: self._needs.result(item),
            lambda result: self._show_result(result, scan=scan),
            self._missed if scan else self._fail,
        )

    def _show_result(self, result: ResultAtCounter, *, scan: bool) -> None:
        if self._choices is None:
            return
        self._form.open(result, self._choices, scan=scan)
        card, self._card_shown = self._card_shown, None
        self._settle()
        if result.sheet.applicant.is_organisation:
            self._ask_who()
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
        self._look_for(card.name)

    def _ask_who(self) -> None:
        choices = self._choices
        if choices is None or self._form.result() is None or self._asking.is_open():
            return
        proxies = {each.key: each for each in choices.proxies}
        self._ask("Ai nhận?", (_HIMSELF, *choices.proxies), lambda key: self._ask_paper(proxies.get(key)))

    def _ask_paper(self, proxy: Choice | None) -> None:
        choices = self._choices
        if choices is None:
            return
        papers = {each.key: each for each in choices.papers}

        def chosen(key: str) -> None:
            self._form.choose(proxy, papers[key])
            self._settle()
            self._form.start()

        self._ask("Giấy tờ đã xem", choices.papers, chosen)

    def _ask(self, title: str, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
        self._asking.begin(ReasonQuestion(title, "", tuple(choices), then))
        self._settle()
        self._asking.set_focus()

    def _give(self) -> None:
        draft = self._form.draft() if not self._asking.is_open() else None
        if draft is not None:
            self._doing.run(lambda: self._needs.give(draft), lambda label: self._given(draft, label))

    def _given(self, draft: GiveDraft, label: str) -> None:
        back = f" Giấy tờ thu hồi: bì {item_number(label)}." if label else ""
        self.said.emit(f"Đã trả kết quả {item_number(draft.item)}: phiếu đang in.{back}")
        self.changed.emit()
        self._field.clear()
        self._leave()
        self.entered()

    def _leave(self) -> None:
        self._form.close()
        self._settle()
        self._field.setFocus()
        self._field.selectAll()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        at_result, asked = self._form.result() is not None, self._asking.is_open()
        self._side.taker_card.setVisible(at_result and not asked)
        for button in (self._side.give, self._side.change):
            button.setVisible(at_result and not asked)

    def _refuse(self, error: DeskError) -> None:
        self._tell("" if self._form.refuse(error) else say(error))

    def _missed(self, error: DeskError) -> None:
        self._tell(say(error))
        self.scan_failed.emit(say(error))

    def _fail(self, error: DeskError) -> None:
        self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
