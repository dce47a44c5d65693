"""The small window between two starts of the desk: how far the upgrade is, and in words why it was refused.

It stays while something is under way, whatever is pressed. It must not know how an upgrade is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import ActionButton
from kt1desk.desktop.widgets.labels import tell
from kt1desk.desktop.widgets.roles import set_style_property

Told: TypeAlias = Callable[[str, int | None], None]
"""What is being done, as a sentence, and hundredths of it where that is known; from any thread."""
Work: TypeAlias = Callable[[Told], str]
"""Does it and returns "", or the sentence that says why it was not done."""

_TITLE = "Bàn KT1: cập nhật chương trình"
_WAIT = "Chờ vài phút. Đừng tắt máy, đừng rút USB. Xong thì bàn tự mở lại."
_KEPT = "Chương trình và dữ liệu của bàn còn nguyên như trước."
_LOOK_MS = 200
_WIDTH, _MARGIN, _SPACING = 560, 24, 12


class UpgradeWindow(QWidget):
    """Shows one upgrade; closes by itself once it is done."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._is_over = jobs, False
        self._told: tuple[str, int | None] = ("", None)
        self.setWindowTitle(_TITLE)
        self.setFixedWidth(_WIDTH)
        self._title, self._step, self._about = (self._label(name) for name in ("title", "step", "about"))
        set_style_property(self._title, "role", "h2")
        self._problem = self._label("problem")
        set_style_property(self._problem, "role", "warn-box")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Tiến độ cập nhật")
        self._open = ActionButton(self, text="Mở lại bàn", key="Enter", kind="primary")
        self._open.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_SPACING)
        for part in (self._title, self._step, self._bar, self._problem, self._about, self._open):
            layout.addWidget(part)
        tell(self._problem, "")
        self._open.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, title: str, work: Work) -> None:
        """Do it beside the screen, and show how far it is."""
        self._title.setText(title)
        self._step.setText("Đang chuẩn bị…")
        self._about.setText(_WAIT)
        self._bar.setRange(0, 0)
        self._timer.start()
        self._jobs.run(lambda: work(self._hear), self._end, lambda error: self._end(say(error)), Lane.OUTSIDE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is under way is not left alone."""
        event.setAccepted(self._is_over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, once it is over: on to the desk."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()

    def _hear(self, said: str, share: int | None) -> None:
        self._told = said, share

    def _look(self) -> None:
        said, share = self._told
        if said:
            self._step.setText(said)
            self._bar.setRange(0, 0 if share is None else 100)
            self._bar.setValue(share or 0)

    def _end(self, refused: str) -> None:
        self._is_over = True
        self._timer.stop()
        if not refused:
            self.close()
            return
        self._step.hide()
        self._bar.hide()
        tell(self._problem, refused)
        self._about.setText(_KEPT)
        self._open.show()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _label(self, name: str) -> QLabel:
        made = QLabel(self)
        made.setObjectName(name)
        made.setWordWrap(True)
        return made
