"""The right column of a page that accepts, and in its place what is about to be taken back: number, whose it is, money, label, reason.

It must not know how anything is taken back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.forms.take_back import Ui_TakeBack
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.record_texts import number_of, refund_text
from kt1desk.desktop.widgets import Choice, Role, set_role
from kt1desk.domain.print_job import JobState, PrinterRole
from kt1desk.services.last_accepted import LastAccepted
from kt1desk.services.records import DossierRecord, ItemRecord
from kt1desk.services.reversal import ReversalReason

_REASONS = (
    Choice(ReversalReason.MISTAKE.value, "Nhận nhầm", "1"),
    Choice(ReversalReason.WITHDRAWN.value, "Người gửi rút", "2"),
)
"""Whoever takes back what he has just accepted has mostly seen his own mistake: that reason stands first and is chosen."""
_ASKED, _REFUSED = "Rút lại bì vừa nhận?", "Không rút lại được bì vừa nhận"
_ASKED_CASE, _REFUSED_CASE = "Rút lại hồ sơ vừa nhận?", "Không rút lại được hồ sơ vừa nhận"
_SURE = "F9 rút luôn. Sau đó không lấy lại được, số này không cấp lại."
_WAITING_LABEL = "Nhãn chưa in sẽ bị hủy; phiếu rút được in, hai bên ký."
_PRINTED_LABEL = "Nhãn đã in: bóc bỏ hoặc gạch chéo trên bì. Phiếu rút được in, hai bên ký."
_AWAY = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class TakeBackSide(QStackedWidget):
    """`sure`, `correct`, `look`: a button was pressed. `left`: the keyboard went back to the form."""

    sure = Signal()
    correct = Signal()
    look = Signal()
    left = Signal()

    def __init__(self, usual: QWidget) -> None:
        super().__init__()
        self.setObjectName("take_back_side")
        self._asking = QWidget()
        self._ui = Ui_TakeBack()
        self._ui.setupUi(self._asking)  # type: ignore[no-untyped-call]
        self.addWidget(usual)
        self.addWidget(self._asking)
        ui = self._ui
        ui.back_reason.set_choices(_REASONS)
        for asked in (ui.back_reason, ui.back_look):
            asked.installEventFilter(self)
        ui.back_sure.clicked.connect(self.sure)
        ui.back_correct.clicked.connect(self.correct)
        ui.back_look.clicked.connect(self.look)
        for button in (ui.back_sure, ui.back_correct):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # neither Enter nor Space may ever press it

    def is_asking(self) -> bool:
        """Whether it stands in front of what is usual there."""
        return self.currentWidget() is self._asking

    def ask(self, last: LastAccepted) -> None:
        """Show what would be taken back, or why it cannot be; the reasons take the keys."""
        ui, record, may = self._ui, last.record, last.why_not is None
        is_case = isinstance(record, DossierRecord)
        asked, refused = (_ASKED_CASE, _REFUSED_CASE) if is_case else (_ASKED, _REFUSED)
        ui.back_title.setText(asked if may else refused)
        ui.back_number.setText(number_of(record))
        ui.back_who.setText(_whose(record))
        ui.back_who.setVisible(bool(ui.back_who.text()))
        ui.back_money.setText(refund_text(record.told))
        ui.back_label.setText(_label_words(record))
        ui.back_reason.set_value(ReversalReason.MISTAKE.value)
        for part in (ui.back_money, ui.back_label, ui.back_reason, ui.back_sure, ui.back_correct):
            part.setVisible(may)
        ui.back_look.setVisible(not may)
        self.tell(_SURE if last.why_not is None else say(last.why_not), refused=not may)
        self.setCurrentWidget(self._asking)
        (ui.back_reason if may else ui.back_look).setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> ReversalReason:
        """Why."""
        return ReversalReason(self._ui.back_reason.value() or ReversalReason.MISTAKE.value)

    def tell(self, sentence: str, *, refused: bool = False) -> None:
        """What is to be known before the key is pressed, or why it cannot be done."""
        set_role(self._ui.back_said, Role.ERROR_BOX if refused else Role.WARN_BOX)
        self._ui.back_said.setText(sentence)

    def end(self) -> None:
        """What is usual stands there again."""
        self.setCurrentIndex(0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whoever goes back to the form by mouse or Tab wants nothing taken back: F9 means the form again."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _AWAY:
            self.left.emit()
        return False


def _whose(record: ItemRecord | DossierRecord) -> str:
    """To whom it would go: parties of a letter only where the service gave them."""
    if isinstance(record, DossierRecord):
        return "\n".join(filter(None, (record.row.applicant, record.row.procedure_name)))
    if record.hidden:
        return ""
    sender, receiver = record.row.sender, record.row.receiver
    return " → ".join(party.name for party in (sender, receiver) if party is not None)


def _label_words(record: ItemRecord | DossierRecord) -> str:
    labels = [paper for paper in record.told.papers if paper.role == PrinterRole.LABEL]
    waits = all(paper.state in {JobState.QUEUED, JobState.CANCELLED} for paper in labels)
    return _WAITING_LABEL if waits else _PRINTED_LABEL
