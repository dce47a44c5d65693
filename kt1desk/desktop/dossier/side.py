"""The right column of the dossier page: the provisional day, the price, the numbers of the legs, and the save key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.fitting import shortened
from kt1desk.desktop.dossier.price_card import PriceCard
from kt1desk.desktop.forms.accept_dossier_side import Ui_DossierSide
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import day, dong, item_number
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.desktop.said_above import SaidAbove
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction, Form, PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Leg
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote

_NO_PROMISE = "Hiện khi biết thủ tục và cơ quan"
_NO_DURATION = "Chưa biết thời hạn giải quyết"
_BY_AUTHORITY = "Theo ngày trên giấy của cơ quan"
_BY_PAPER, _COUNTED = "Cơ quan hẹn trả", "Dự kiến trả kết quả"
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_MOST_OF_A_NAME = 72


class DossierSide(QWidget):
    """`save_wanted`: the clerk pressed the button."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_DossierSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.says_park.show_note("tạm gác")
        self._ui.says_f8.show_note("như người nộp trước")
        self._ui.says_undo.show_note("rút hồ sơ vừa nhận")
        self._ui.save.clicked.connect(self.save_wanted)
        self.price = PriceCard(self._ui)
        self.above = SaidAbove(self._ui.correcting)
        self.show_correcting("")
        self.show_empty()
        self.show_parked(0)

    def show_empty(self) -> None:
        """Nothing is drafted."""
        self.show_quote(DossierDraft(), DossierQuote())

    def show_correcting(self, number: str) -> None:
        """Say above everything that a case is being corrected; "" for none."""
        self.above.say_correcting(f"Đang sửa {number}: nhận xong thì số cũ bị hủy." if number else "")

    def show_quote(self, draft: DossierDraft, quote: DossierQuote) -> None:
        """What a draft comes to."""
        self._show_promise(draft, quote)
        self.price.show(draft, quote)
        self._show_legs(draft.form, quote.legs)
        # Where fees are collected the column is full of money, and the review lists the papers.
        for hint in (self._ui.cap_undo, self._ui.says_undo):
            hint.setVisible(not quote.sums.collected_dong)
        self._show_papers(quote.papers if draft.procedure and not quote.sums.collected_dong else ())

    def show_parked(self, waiting: int) -> None:
        """How many drafts wait."""
        ui = self._ui
        ui.cap_parked.setVisible(waiting > 0)
        ui.says_parked.show_note(f"{waiting} hồ sơ tạm gác" if waiting else "", Role.WARN)

    def show_printer(self, state: PrinterState | None) -> None:
        """What is wrong with the printer for labels, beside the numbers that will stand on them; nothing while nothing is."""
        if state is None:
            self._ui.legs_note.show_note("")
        else:
            self._ui.legs_note.show_note(state.text, Role.ERROR if state.tone is Tone.BAD else Role.WARN)

    def focus_save(self) -> None:
        """All is answered: the key that accepts has the focus."""
        self._ui.save.setFocus()

    def show_ready(self) -> None:
        """Nothing is missing: the save key lives."""
        self._tell("Đủ rồi: F9 để nhận", Role.OK, Icon.CHECK, "ok", ready=True)

    def show_missing(self, sentence: str) -> None:
        """What is not there yet; no alarm, the clerk is at it."""
        self._tell(sentence, Role.MUTED, None, "muted", ready=False)

    def show_wrong(self, sentence: str) -> None:
        """What must be changed before the case can be accepted."""
        self._tell(sentence, Role.ERROR, Icon.ALERT_TRIANGLE, "danger", ready=False)

    def show_refusal(self, error: DeskError) -> None:
        """What must be changed, as a refusal says it."""
        self.show_wrong(say(error))

    def _tell(self, sentence: str, role: Role, icon: Icon | None, ink: str, *, ready: bool) -> None:
        self._ui.missing.setText(sentence)
        set_role(self._ui.missing, role)
        self._ui.missing_icon.set_icon(icon, ink)
        self._ui.missing_icon.setVisible(icon is not None)
        self._ui.save.setEnabled(ready)

    def _show_promise(self, draft: DossierDraft, quote: DossierQuote) -> None:
        ui, promise = self._ui, quote.promise
        ui.promise_title.setText(_BY_PAPER if draft.official_day else _COUNTED)
        if promise is None:
            official = date.fromisoformat(draft.official_day) if draft.official_day else None
            ui.promise.setText(_whole_day(official) if official is not None else "–")
            ui.promise_status.show_note("")
            ui.promise_words.setText(_why_no_promise(draft, quote))
            return
        ui.promise.setText(_whole_day(promise.day))
        sample = promise.status is Status.SAMPLE
        ui.promise_status.show_note("chưa xác nhận" if sample else "", Role.WARN)
        ui.promise_words.setText(promise.words)

    def _show_papers(self, lines: Sequence[PaperLine]) -> None:
        ui = self._ui
        brought = [line for line in lines if line.presence is Presence.BROUGHT]
        missing = [line.name for line in lines if line.presence is Presence.MISSING]
        ui.papers_card.setVisible(bool(brought or missing))
        ui.papers_pieces.show_note(f"{len(brought)} giấy tờ")
        ui.papers_kinds.setText(_kinds(brought))
        ui.papers_missing.setText(
            f"Thiếu {len(missing)}: {shortened(missing[0], _MOST_OF_A_NAME)}" if missing else ""
        )
        ui.papers_missing.setVisible(bool(missing))

    def _show_legs(self, form: Form | None, legs: Sequence[Leg]) -> None:
        ui = self._ui
        directions = form.directions if form is not None else ()
        lines = (
            (Direction.SEND, ui.send_way, ui.send_item, ui.send_due),
            (Direction.RETURN, ui.return_way, ui.return_item, ui.return_due),
        )
        ui.legs_card.setVisible(bool(directions))
        for direction, way, item, due in lines:
            leg = next((leg for leg in legs if leg.direction == direction.value), None)
            for widget in (way, item, due):
                widget.setVisible(direction in directions)
            item.setText(item_number(leg.item) if leg is not None and leg.item else "–")
            due.show_note(f"{dong(leg.weight_g)} g" if leg is not None else "")


def _whole_day(when: date) -> str:
    """``Thứ Năm 26/11/2026``."""
    return f"{_WEEKDAYS[when.weekday()]} {day(when)}"


def _why_no_promise(draft: DossierDraft, quote: DossierQuote) -> str:
    """What counts instead of a counted day, or what it waits for."""
    if draft.form is Form.RETURN or draft.official_day:
        return _BY_AUTHORITY
    is_all_known = draft.form is not None and quote.procedure is not None and quote.authority is not None
    return _NO_DURATION if is_all_known else _NO_PROMISE


def _kinds(lines: Sequence[PaperLine]) -> str:
    """``2 bản chính · 1 chứng thực``."""
    counts = (
        (sum(line.originals for line in lines), "bản chính"),
        (sum(line.certified for line in lines), "chứng thực"),
        (sum(line.plain for line in lines), "bản sao"),
        (sum(line.electronic for line in lines), "điện tử"),
    )
    return " · ".join(f"{pieces} {word}" for pieces, word in counts if pieces)
