"""The right column of the acceptance page: when it must be there, what it costs, the label as it will come out, and the save key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_needs import LabelPicture, QuoteView
from kt1desk.desktop.forms.accept_side import Ui_AcceptSide
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import deadline, dong, item_number, time_left
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.desktop.said_above import SaidAbove
from kt1desk.desktop.widgets import MoneyRow, Role, set_role
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.domain.tariff import Price
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.paper_values import NO_PRICE, URGENCY_NAMES, component_name, vat_name

_NO_LABEL = "Nhãn hiện ở đây khi đủ người gửi, người nhận và khối lượng"
_NO_DEADLINE = "Hiện khi có người nhận"
_NO_AGREED_TIME = "Hiện khi có giờ hẹn đúng"
_WHITE, _BLACK = qRgb(255, 255, 255), qRgb(0, 0, 0)


class AcceptSide(QWidget):
    """`save_wanted`: the clerk pressed the button. ``above`` says what is corrected or entered later."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_AcceptSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.says_esc.show_note("lùi")
        self._ui.says_later.show_note("nhập bù")
        self._ui.says_f8.show_note("như bì trước")
        self._ui.says_sender.show_note("cùng người gửi")
        self._ui.says_undo.show_note("rút bì vừa nhận")
        self.show_printer(None, "")
        self._ui.missing.setWordWrap(True)
        self._ui.save.clicked.connect(self.save_wanted)
        self.above = SaidAbove(self._ui.correcting)
        self.show_correcting("")
        self.show_empty()

    def show_empty(self) -> None:
        """Nothing is drafted."""
        self._ui.deadline.setText("–")
        self._ui.urgency_icon.set_icon(None, "muted")
        self._ui.urgency_word.show_note("")
        self._ui.time_left.show_note(_NO_DEADLINE)
        self._show_no_price()
        self._ui.preview.clear(_NO_LABEL)

    def show_correcting(self, number: str) -> None:
        """Say above everything that an item is being corrected; "" for none."""
        grouped = item_number(number).replace(" ", "\u00a0")
        said = f"Đang sửa {grouped}: Shift+Tab lùi tới ô sai. Nhận xong thì số cũ bị hủy."
        self.above.say_correcting(said if number else "")

    def show_quote(self, draft: AcceptanceDraft, view: QuoteView) -> None:
        """Deadline and price of a draft."""
        self._show_deadline(draft, view)
        self._show_price(draft, view)

    def show_label(self, draft: AcceptanceDraft, picture: LabelPicture | None) -> None:
        """The label of a draft; without a picture the one before must not stay."""
        if picture is None:
            self._ui.preview.clear(_NO_LABEL)
        else:
            self._ui.preview.set_image(_image(picture), _spoken(draft))

    def show_printer(self, state: PrinterState | None, size: str) -> None:
        """What is wrong with the printer for labels, beside the label; the size of the labels in it while nothing is."""
        if state is None:
            self._ui.label_size.show_note(size)
        else:
            self._ui.label_size.show_note(state.text, Role.ERROR if state.tone is Tone.BAD else Role.WARN)

    def show_no_label(self, error: DeskError) -> None:
        """Why there is no picture; the acceptance itself says so again, next to its cause."""
        self._ui.preview.clear(say(error))

    def show_ready(self) -> None:
        """Nothing is missing: the save key lives."""
        self._tell("Đủ rồi: F9 để nhận", Role.OK, Icon.CHECK, "ok", ready=True)

    def show_missing(self, sentence: str) -> None:
        """What is not there yet; no alarm, the clerk is at it."""
        self._tell(sentence, Role.MUTED, None, "muted", ready=False)

    def show_wrong(self, sentence: str) -> None:
        """What must be changed before the item can be accepted."""
        self._tell(sentence, Role.ERROR, Icon.ALERT_TRIANGLE, "danger", ready=False)

    def show_refusal(self, error: DeskError) -> None:
        """What must be changed, as a refusal says it."""
        self.show_wrong(say(error))

    def _tell(self, sentence: str, role: Role, icon: Icon | None, ink: str, *, ready: bool) -> None:
        self._ui.missing.setText(sentence)
        set_role(self._ui.missing, role)
        self._ui.missing_icon.set_icon(icon, ink)
        self._ui.save.setEnabled(ready)

    def _show_deadline(self, draft: AcceptanceDraft, view: QuoteView) -> None:
        due = view.quote.deadline
        hot = draft.urgency.is_express
        self._ui.urgency_icon.set_icon(Icon.FLAME if hot else None, "danger")
        word = "" if draft.urgency is Urgency.NONE else URGENCY_NAMES[draft.urgency]
        self._ui.urgency_word.show_note(word, Role.ERROR if hot else Role.WARN)
        if due is None:
            self._ui.deadline.setText("–")
            wants_time = draft.urgency.is_timed and view.quote.route is not None
            self._ui.time_left.show_note(_NO_AGREED_TIME if wants_time else _NO_DEADLINE)
            return
        self._ui.deadline.setText(deadline(due.due_ms, view.now_ms, view.offset_min))
        sample = " · chỉ tiêu mẫu" if due.status is Status.SAMPLE else ""
        self._ui.time_left.show_note(time_left(due.due_ms, view.now_ms) + sample)

    def _show_no_price(self) -> None:
        self._ui.price.show_price((), None)
        self._ui.price_note.show_note("")
        self._ui.price_empty.show()

    def _show_price(self, draft: AcceptanceDraft, view: QuoteView) -> None:
        price, route = view.quote.price, view.quote.route
        pays = "Tiền mặt" if draft.payment is Payment.CASH else "Ghi nợ"
        if price is None or route is None:
            self._show_no_price()
            return
        self._ui.price_empty.hide()
        if not isinstance(price, Price):
            self._ui.price.show_price((), MoneyRow(pays, NO_PRICE))
            self._ui.price_note.show_note("tính sau, chưa có bảng giá", Role.WARN)
            return
        rows = [
            MoneyRow(
                component_name(part, route.scope, draft.urgency, draft.secrecy.letter), dong(part.amount_dong)
            )
            for part in price.components
        ]
        rows.append(MoneyRow(vat_name(price.vat_bp), dong(price.vat_dong)))
        self._ui.price.show_price(rows, MoneyRow(pays, f"{dong(price.total_dong)} đ"))
        sample = price.status is Status.SAMPLE
        self._ui.price_note.show_note("bảng giá mẫu" if sample else "", Role.WARN)


def _image(picture: LabelPicture) -> QImage:
    stride = (picture.width_dots + 7) // 8
    image = QImage(picture.bits, picture.width_dots, picture.height_dots, stride, QImage.Format.Format_Mono)
    image.setColorTable([_WHITE, _BLACK])
    return image.copy()  # the bytes belong to Python


def _spoken(draft: AcceptanceDraft) -> str:
    words = [URGENCY_NAMES[draft.urgency]] if draft.urgency is not Urgency.NONE else []
    if draft.secrecy is not Secrecy.NONE:
        words.append(draft.secrecy.letter)
    return ", ".join(("Xem trước nhãn", *words))
