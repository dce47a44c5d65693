"""The day: figures that people look at before they read, where the dossiers are, and what must leave next, the most urgent on top.

The page reads again every half minute while it is in front, because time itself changes what is urgent.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.case_strip import CaseStrip
from kt1desk.desktop.forms.today import Ui_TodayPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.item_rows import LEAVING_COLUMNS, leaving_rows
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Going, Page, PageKey, Place
from kt1desk.desktop.needs import TodayNeeds, TodayView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Role, Tile, set_role
from kt1desk.domain.errors import DeskError

_AGAIN_MS = 30_000
_NOTHING_WAITS = "Không có bưu gửi nào chờ đi."
_NOT_CLEARED = "Bưu gửi KT1 chỉ hiện cho người được phân công làm KT1."


class TodayPage(Page):
    """What stands where, now."""

    def __init__(self, needs: TodayNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._ui = Ui_TodayPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.notice.hide()
        self._strip = CaseStrip(self)
        self._ui.body.insertWidget(2, self._strip)
        self._rows = self._ui.items.show_rows(LEAVING_COLUMNS)
        self._ui.items.set_empty_text(_NOTHING_WAITS)
        RowOpening(self._ui.items).opened.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._read_if_shown)
        self._again.start()

    def entered(self, _ref: str = "") -> None:
        """Read; the list takes the keys."""
        self._ui.items.setFocus()
        self._read()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._rows.set_rows(())
        self._read_if_shown()

    def keys(self) -> Sequence[PageKey]:
        """Enter opens an item."""
        return (PageKey("Enter", "mở bưu gửi đang chọn"), PageKey("Ctrl+R", "đọc lại", self._read))

    def _read_if_shown(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._jobs.run(self._needs.today, self._show, self._refuse)

    def _show(self, view: TodayView) -> None:
        chosen = self._chosen()
        self._rows.set_rows(leaving_rows(view.items, view.now_ms, view.offset_min))
        self._select(chosen)
        first = f"{count(len(view.items))} đầu trong " if len(view.items) < view.waiting else ""
        self._ui.items_count.setText(f"{first}{count(view.waiting)} bưu gửi" if view.sees_items else "")
        self._ui.items.set_empty_text(_NOTHING_WAITS if view.sees_items else _NOT_CLEARED)
        for tile in (self._ui.tile_waiting, self._ui.tile_appointed):
            tile.setVisible(view.sees_items)
        if view.sees_items:
            self._show_tiles(view)
        else:
            self._ui.tile_accepted.set_tile(Tile("Đã nhận trong ca", count(view.dossiers), "hồ sơ"))
        self._strip.show_cases(view.cases)
        self._show_questions(view)
        self._show_notice(view)

    def _show_tiles(self, view: TodayView) -> None:
        ui, late = self._ui, view.late
        hours = tuple(number for _, number in view.hours)
        last = f"giờ {view.hours[-1][0]}: {count(hours[-1])}" if hours else "chưa có bưu gửi"
        taken, apart = count(view.accepted + view.dossiers), _accepted(view) if view.dossiers else last
        ui.tile_accepted.set_tile(Tile("Đã nhận trong ca", taken, apart, hours))
        ui.tile_waiting.set_tile(
            Tile(
                "Chờ đi",
                count(view.waiting),
                f"{count(late)} đã trễ" if late else "không bưu gửi nào trễ",
                role=Role.ERROR if late else Role.BODY,
                icon=Icon.CLOCK_EXCLAMATION if late else Icon.TRUCK,
            )
        )
        ui.tile_appointed.set_tile(
            Tile("Hẹn giờ", count(view.appointed), "phát đúng giờ đã hẹn", icon=Icon.CLOCK)
        )

    def _show_questions(self, view: TodayView) -> None:
        asked = view.questions > 0
        self._ui.tile_questions.set_tile(
            Tile(
                "Giấy cần trả lời",
                count(view.questions),
                "F10 để trả lời" if asked else "không có câu hỏi",
                role=Role.WARN if asked else Role.BODY,
                icon=Icon.ALERT_TRIANGLE if asked else Icon.PRINTER,
            )
        )

    def _show_notice(self, view: TodayView) -> None:
        sentences = []
        if not view.shift_open:
            taken = "bưu gửi" if view.sees_items else "hồ sơ"
            sentences.append(f"Chưa mở ca: F6 để đếm quỹ và mở ca trước khi nhận {taken}.")
        if view.numbers_low:
            sentences.append(f"Dải số chỉ còn {count(view.numbers_left)} số: xin bưu điện tỉnh cấp dải mới.")
        set_role(self._ui.notice, Role.WARN_BOX)
        self._ui.notice.setText(" ".join(sentences))
        self._ui.notice.setVisible(bool(sentences))

    def _refuse(self, error: DeskError) -> None:
        set_role(self._ui.notice, Role.ERROR_BOX)
        self._ui.notice.setText(say(error))
        self._ui.notice.show()

    def _chosen(self) -> str:
        at = self._ui.items.currentIndex()
        return self._rows.row(at.row()).ref if at.isValid() else ""

    def _select(self, item: str) -> None:
        rows = range(self._rows.rowCount())
        at = next((row for row in rows if self._rows.row(row).ref == item), 0)
        self._ui.items.selectRow(at)


def _accepted(view: TodayView) -> str:
    """Items and cases apart: both were accepted, and only items wait here to leave."""
    return f"{count(view.accepted)} bưu gửi · {count(view.dossiers)} hồ sơ"
