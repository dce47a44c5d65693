"""The two lists of the dossier page: what was accepted in this shift, and what is parked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.dossier.fitting import fitted
from kt1desk.desktop.dossier_needs import DossierCounterView, ParkedDossier, RecentDossier
from kt1desk.desktop.forms.accept_dossier_parked import Ui_DossierParked
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.item_rows import TAKEN_BACK, dimmed
from kt1desk.desktop.models.texts import clock, count, deadline
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.widgets import Column, Role, TableRow
from kt1desk.domain.custody import Custody
from kt1desk.domain.dossier import Form
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording_tthc import form_name

_RECENT = (
    Column("Giờ", 66),
    Column("Số hồ sơ", 210),
    Column("Người nộp"),
    Column("Hình thức", 176, hide_below=700),
    Column("Giấy tờ in", 142),
)
_PAPER = 4
_PARKED = (Column("Lúc", 150), Column("Người nộp", 230), Column("Thủ tục"))
_ROLES = {Tone.CALM: Role.BODY, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}
_NO_SHIFT = "Chưa mở ca: nhấn F6 để mở ca và kiểm ngăn tiền"
_NO_DOSSIER = "Chưa có hồ sơ nào trong ca"
_NO_PARKED = "Không có hồ sơ nào tạm gác"
_SHORT = {Form.BOTH.value: "Gửi và nhận"}


class RecentList:
    """Cases of the shift, newest first."""

    def __init__(self, ui: Ui_DossierWhat) -> None:
        self._ui = ui
        ui.recent.set_empty_text(_NO_DOSSIER)
        ui.recent.show_rows(_RECENT)

    def show(self, view: DossierCounterView) -> None:
        """Show what was read."""
        ui = self._ui
        ui.recent.set_empty_text(_NO_DOSSIER if view.shift_open else _NO_SHIFT)
        ui.recent.show_rows(_RECENT, [_recent_row(row, view.offset_min) for row in view.dossiers])
        ui.recent_note.show_note(*_recent_note(view))


class ParkedList(QObject):
    """Drafts that wait. `resume_wanted(ref)` by Enter, `drop_wanted(ref)` by Delete twice: a draft is somebody's work."""

    resume_wanted = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, ui: Ui_DossierParked, owner: QObject) -> None:
        super().__init__(owner)
        self._ui = ui
        self._asked = ""
        ui.says_resume.show_note("làm tiếp")
        ui.parked.set_empty_text(_NO_PARKED)
        ui.parked.installEventFilter(self)
        self._rows = ui.parked.show_rows(_PARKED)
        ui.parked.doubleClicked.connect(lambda _: self._resume())
        ui.parked.selectionModel().currentChanged.connect(self._calm)
        self._calm()

    def show(self, rows: Sequence[ParkedDossier], view: DossierCounterView) -> None:
        """Show what is parked, the newest first; the current line stays."""
        kept = self._current()
        self._rows.set_rows([self._row(row, view) for row in rows])
        self._ui.parked_note.show_note(f"{len(rows)} hồ sơ" if rows else "")
        if rows:
            refs = [row.ref for row in rows]
            self._ui.parked.setCurrentIndex(self._rows.index(refs.index(kept) if kept in refs else 0, 0))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter goes on with a draft, Delete asks, Delete again forgets it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._current():
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._resume()
            return True
        if event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self._drop()
            return True
        return False

    def _row(self, row: ParkedDossier, view: DossierCounterView) -> TableRow:
        """Kept at what time, for whom, about what: as much as there is room for."""
        table = self._ui.parked
        when = deadline(row.saved_ms, view.now_ms, view.offset_min)
        names = (fitted(table, 1, row.title or "—"), fitted(table, 2, row.procedure or "—"))
        return TableRow(row.ref, (when, *names))

    def _resume(self) -> None:
        if self._current():
            self.resume_wanted.emit(self._current())

    def _drop(self) -> None:
        ref = self._current()
        if self._asked == ref:
            self.drop_wanted.emit(ref)
            self._calm()
            return
        self._asked = ref
        self._ui.says_drop.show_note("nhấn lần nữa để bỏ hẳn hồ sơ đang chọn", Role.ERROR)

    def _calm(self) -> None:
        self._asked = ""
        self._ui.says_drop.show_note("bỏ hẳn")

    def _current(self) -> str:
        at = self._ui.parked.currentIndex().row()
        return self._rows.row(at).ref if 0 <= at < self._rows.rowCount() else ""


def _recent_note(view: DossierCounterView) -> tuple[str, Role]:
    """How many were accepted; first of all that there are few numbers left: a new block takes days to come. Then what labels wait for."""
    if view.shift_open and not view.numbers_left:
        return say(DeskError("number.block_empty")), Role.ERROR
    if view.shift_open and view.numbers_low:
        return f"Chỉ còn {count(view.numbers_left)} số: báo Bưu điện tỉnh cấp thêm.", Role.WARN
    if view.label_printer is not None:
        return view.label_printer.text, _ROLES[view.label_printer.tone]
    return f"{count(view.accepted)} hồ sơ" if view.accepted else "", Role.MUTED


def _recent_row(recent: RecentDossier, offset_min: int) -> TableRow:
    row, gone = recent.row, recent.row.state != Custody.HERE
    cells = (
        clock(row.accepted_ms, offset_min),
        row.dossier,
        row.applicant or "—",
        _SHORT.get(row.form) or form_name(row.form),
        TAKEN_BACK if gone else recent.paper,
    )
    return TableRow(row.dossier, cells, dimmed(_RECENT) if gone else {_PAPER: _ROLES[recent.paper_tone]})
