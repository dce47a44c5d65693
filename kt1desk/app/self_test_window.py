"""The self-test's steps on the screen: a window with the real platform plugin, painted and grabbed; every page of the desk loaded."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.app import later
from kt1desk.app.self_test_steps import Found, StepError, Verdict
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear

_PATIENCE_MS = 8_000
_WIDTH, _HEIGHT = 640, 240
_WORDS = "Bưu gửi KT1: ẲỗữợđĐ, thử cửa sổ"
_LEAST_COLOURS = 4
"""A ground, a letter and the greys between them; an unpainted picture has one."""
OFFSCREEN = "offscreen"


class Screen:
    """The application for the steps on the screen.

    Args:
        platform: Qt's plugin; "" for the system's own.
    """

    def __init__(self, platform: str) -> None:
        self._platform = platform

    def shows_window(self) -> Found:
        """Show a window in the look of the desk until it was painted, then look at its picture."""
        self._application()
        window = QLabel(_WORDS)
        window.setAlignment(Qt.AlignmentFlag.AlignCenter)
        window.resize(_WIDTH, _HEIGHT)
        painted = _Painted()
        window.installEventFilter(painted)
        window.show()
        painted.wait()
        picture = window.grab().toImage()
        window.close()
        if not painted.seen:
            raise StepError(f"cửa sổ không được vẽ trong {_PATIENCE_MS // 1000} giây")
        colours = _colours(picture)
        if colours < _LEAST_COLOURS:
            raise StepError(f"ảnh cửa sổ chỉ có {colours} màu: chữ không hiện ra")
        plugin = QApplication.platformName()
        told = f"Qt {qVersion()}, lớp màn hình «{plugin}», {picture.width()}×{picture.height()} điểm"
        if plugin == OFFSCREEN:
            return Found(f"{told}; vẽ không màn hình, CHƯA thử màn hình thật", Verdict.NOTE)
        return Found(told)

    def loads_pages(self) -> Found:
        """Load all pages as the log-in does behind its page, and make the main window."""
        app, count = self._application(), 0
        for _ in later.load_screens():
            count += 1
            app.processEvents()
        jobs = Jobs()
        window = later.main_window(jobs)
        jobs.finish(_PATIENCE_MS / 1000)
        jobs.close()
        window.deleteLater()
        return Found(f"nạp đủ trong {count} lượt, cửa sổ chính dựng được")

    def _application(self) -> QApplication:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            app = QApplication([sys.argv[0], *(("-platform", self._platform) if self._platform else ())])
            wear(app, LIGHT)
        return app


class _Painted(QObject):
    """Waits for the first painting of a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False
        self._loop = QEventLoop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002  Qt's name and shape
        """See Qt."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
            QTimer.singleShot(0, self._loop.quit)
        return False

    def wait(self) -> None:
        """Until it was painted, or patience ends."""
        if not self.seen:
            QTimer.singleShot(_PATIENCE_MS, self._loop.quit)
            self._loop.exec()


def _colours(picture: QImage) -> int:
    rows = range(0, picture.height(), 2)
    return len({picture.pixel(x, y) for y in rows for x in range(0, picture.width(), 2)})
