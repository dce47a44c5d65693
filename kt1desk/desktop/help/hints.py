"""Hints of the first use: who enters a place for the first time is told in one quiet line what it is for, once.

The line stands where sentences of a page stand, below the field of scans, and only while nothing else is said there. Any key or click takes
it away.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs.hints import HintNeeds

_MORE = "{} · F1: cách làm"
PURPOSES: Mapping[Place, str] = {
    Place.TODAY: "Việc phải làm tiếp và số liệu trong ngày",
    Place.ACCEPT: "Nhận bưu gửi KT1, in nhãn và phiếu",
    Place.DOSSIER: "Nhận hồ sơ hành chính của người dân",
    Place.DISPATCH: "Duyệt, đóng túi, gửi và nhận chuyến thư",
    Place.DELIVERY: "Giao bưu tá đi phát, ghi kết quả",
    Place.ONE_STOP: "Giao hồ sơ cho cơ quan, lấy và trả kết quả",
    Place.HOLDING: "Ai, nơi nào đang giữ gì; cất, bàn giao, kiểm đếm",
    Place.RECORD: "Một số hiệu đang ở đâu; rút, sửa, in lại",
    Place.INCIDENTS: "Lập biên bản khi mất, hỏng, sai lệch",
    Place.REGISTERS: "Sổ đăng ký, bảng kê tháng, sổ theo ngày",
    Place.REPORTS: "Lập, in và phát hành báo cáo",
    Place.LISTS: "Nhận cả danh sách từ tệp; tệp cho hệ thống khác",
    Place.LINE: "Bàn đang nối với trung tâm thế nào",
    Place.SHIFT: "Mở ca, kết ca, sổ quỹ",
    Place.PRINTERS: "Giấy đang chờ in; đặt máy in",
    Place.DEVICES: "Đặt và thử máy quét, cân",
    Place.ADMIN: "Mật khẩu, người dùng, nhật ký, sao lưu",
}


_USE = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress})
"""A key that a shortcut takes never comes as a key pressed."""


class FirstUse(QObject):
    """Watches which page comes to the front. ``note`` is the line in which pages say something."""

    def __init__(self, pages: Mapping[Place, Page], needs: HintNeeds, jobs: Jobs, note: QLabel) -> None:
        super().__init__(note)
        self._places = {page: place for place, page in pages.items()}
        self._needs, self._jobs, self._note = needs, jobs, note
        self._had: frozenset[str] | None = None
        self._shown: tuple[Page, str] | None = None
        jobs.run(lambda: frozenset(needs.had()), self._begin, lambda _: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page came to the front; or a key or the mouse was pressed while a hint is read."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, Page) and watched in self._places:
            QTimer.singleShot(
                0, self, partial(self._tell, watched)
            )  # once it has said what it has to say itself
        elif kind in _USE:
            self._hush()
        return False

    def _begin(self, had: frozenset[str]) -> None:
        self._had = had
        for page in self._places:
            page.installEventFilter(self)
            if page.isVisible():
                self._tell(page)

    def _tell(self, page: Page) -> None:
        place = self._places[page]
        if self._had is None or place.name in self._had or self._note.text() or not page.isVisible():
            return
        self._had |= {place.name}
        hint = _MORE.format(PURPOSES[place])
        page.said.emit(hint)
        self._shown = page, hint
        _app().installEventFilter(self)
        self._jobs.run(partial(self._needs.note, place.name), lambda _: None, lambda _: None)

    def _hush(self) -> None:
        """What was said in its place since then stays."""
        if self._shown is not None:
            page, hint = self._shown
            self._shown = None
            _app().removeEventFilter(self)
            if self._note.text() == hint:
                page.said.emit("")


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
