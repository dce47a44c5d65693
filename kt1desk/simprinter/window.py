"""The window of the simulated printer: the paper that comes out, and what can go wrong with a printer, each by a button and a key."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from math import inf

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kt1desk.desktop.look import fonts
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.simprinter.attached import AttachedPrinter
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language
from kt1desk.simprinter.paper_view import PaperStack
from kt1desk.simprinter.parts import Wait
from kt1desk.simprinter.shelf import Shelf

_TITLE = "Máy in mô phỏng"
_WIDTH, _HEIGHT = 480, 640
_MARGIN = 12
_ABOVE_STATUS = 44
"""The desk tells at its lower edge what is the matter with the printers: that line stays free."""
_SHUT_SIZE, _SHUT_ABOVE = QSize(183, 40), 140
"""Shut, it lies where the desk's rail is empty on every page."""
_LOOK_MS = 120
_STAYS_OPEN_MS = 8_000
"""How long a corner window shows what it printed before it makes room for the desk again."""
_STYLE = f"""
QWidget {{ background: {LIGHT.page}; color: {LIGHT.text}; }}
QPushButton {{ background: {LIGHT.surface}; border: 1px solid {LIGHT.field}; border-radius: 4px; padding: 6px 10px; }}
QPushButton:hover {{ background: {LIGHT.raised}; }}
QPushButton:focus {{ border: 2px solid {LIGHT.accent}; padding: 5px 9px; background: {LIGHT.tint}; }}
QPushButton:disabled {{ color: {LIGHT.disabled}; border-color: {LIGHT.line}; background: {LIGHT.raised}; }}
QFrame#body {{ background: {LIGHT.rail}; border-radius: 8px; }}
QFrame#body QLabel {{ background: transparent; color: {LIGHT.rail_text}; }}
QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {LIGHT.line}; border-radius: 4px; min-height: 24px; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
QFrame#slot {{ background: #000000; border-radius: 3px; }}
"""


class _State(Enum):
    """What a person sees of a printer."""

    UNPLUGGED = ("Đã rút dây", LIGHT.danger, LIGHT.danger_fill)
    OPEN = ("Nắp mở", LIGHT.danger, LIGHT.danger_fill)
    OUT = ("Hết giấy", LIGHT.danger, LIGHT.danger_fill)
    PRINTING = ("Đang in", LIGHT.accent, LIGHT.tint)
    HALF = ("Đang nhận", LIGHT.warn, LIGHT.warn_fill)
    READY = ("Sẵn sàng", LIGHT.ok, LIGHT.ok_fill)


def _state_of(printer: AttachedPrinter) -> _State:
    feeder, waits = printer.machine.feeder, printer.machine.waits
    seen = (
        (not printer.plug.address, _State.UNPLUGGED),
        (feeder.is_open, _State.OPEN),
        (feeder.is_out, _State.OUT),
        (waits is Wait.TIME, _State.PRINTING),
        (waits is Wait.READING, _State.HALF),
    )
    return next((state for is_so, state in seen if is_so), _State.READY)


class PrinterWindow(QWidget):
    """One printer. It looks at the line several times a second; nothing in the line waits for it.

    Args:
        line: the printer behind its plug.
        language: what it understands.
        shelf: where pages are put away, if anywhere.
    """

    def __init__(self, line: Line, language: Language, shelf: Shelf | None = None) -> None:
        super().__init__()
        self._line = line
        self._shelf = shelf
        self._name = line.address
        self._seen = 0
        self._printed: Callable[[], None] = lambda: None
        self.setWindowTitle(f"{_TITLE} · {language.name} · {self._name}")
        self.setStyleSheet(_STYLE)
        self.resize(_WIDTH, _HEIGHT)
        self._state = QLabel()
        self.paper = PaperStack(line.ask(lambda printer: printer.machine.sheet.dots_per_mm))
        self.body = self._body(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addWidget(self.body)
        column.addWidget(self.paper, 1)
        self._cover, self._cable = QPushButton(), QPushButton()
        self.buttons = self._troubles()
        column.addWidget(self.buttons)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        self.look()

    def on_printed(self, told: Callable[[], None]) -> None:
        """Whom to tell when a page came out."""
        self._printed = told

    def look(self) -> None:
        """Show what is new."""
        pages = self._line.pages
        for page in pages[self._seen :]:
            self.paper.add(page)
        is_new, self._seen = len(pages) > self._seen, len(pages)
        if self._shelf is not None and is_new:
            self._shelf.put(pages)
        self._show_state(self._line.ask(_state_of))
        if is_new:
            self._printed()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """The printer goes with its window."""
        self._timer.stop()
        super().closeEvent(event)

    def _body(self, language: Language) -> QFrame:
        body, slot = QFrame(), QFrame()
        body.setObjectName("body")
        slot.setObjectName("slot")
        slot.setFixedHeight(8)
        title, port = QLabel(_TITLE), QLabel(f"{language.name} · cổng {self._name}")
        title.setFont(fonts.font(15, title.font().Weight.Bold))
        port.setFont(fonts.font(fonts.NOTE_PT))
        port.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state.setFont(fonts.font(fonts.NOTE_PT, self._state.font().Weight.DemiBold))
        self.details = (title, port, slot)
        self.top = QHBoxLayout()
        self.top.addWidget(title)
        self.top.addStretch()
        self.top.addWidget(self._state)
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(16, 12, 16, 10)
        self.column.addLayout(self.top)
        self.column.addWidget(port)
        self.column.addWidget(slot)
        return body

    def _troubles(self) -> QWidget:
        """Buttons in the order in which Tab passes them; each letter works without any of them having the focus."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, _MARGIN, 0, 0)
        empty, load = QPushButton("Hết giấy (H)"), QPushButton("Nạp giấy (G)")
        acts = (
            (empty, "H", lambda: self._line.load_paper(0)),
            (load, "G", lambda: self._line.load_paper(inf)),
            (self._cover, "N", self._turn_cover),
            (self._cable, "R", self._turn_cable),
        )
        for index, (button, key, act) in enumerate(acts):
            button.clicked.connect(act)
            button.clicked.connect(self.look)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(button.click)
            grid.addWidget(button, index // 2, index % 2)
        return box

    def _turn_cover(self) -> None:
        troubles = self._line.troubles
        self._line.change(replace(troubles, cover_open=not troubles.cover_open))

    def _turn_cable(self) -> None:
        if self._line.address:
            self._line.unplug()
        else:
            self._line.replug(self._name)

    def _show_state(self, state: _State) -> None:
        text, ink, fill = state.value
        if self._state.text() != text:
            self._state.setText(text)
            self._state.setStyleSheet(
                f"background: {fill}; color: {ink}; border-radius: 4px; padding: 3px 8px;"
            )
        is_open = self._line.troubles.cover_open
        self._cover.setText("Đóng nắp (N)" if is_open else "Mở nắp (N)")
        self._cable.setText("Cắm dây (R)" if state is _State.UNPLUGGED else "Rút dây (R)")


class Corner:
    """Keeps a printer's window above a desk: small at its rail, and open at the lower right for a while when it has printed."""

    def __init__(self, window: PrinterWindow) -> None:
        self._window = window
        # Above a desk in full screen, which a window manager would not allow any other window.
        window.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.X11BypassWindowManagerHint
        )
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.turn = QPushButton()
        self.turn.setFixedWidth(78)
        self.turn.clicked.connect(self._turned)
        window.top.addWidget(self.turn)
        self._closing = QTimer(window)
        self._closing.setSingleShot(True)
        self._closing.setInterval(_STAYS_OPEN_MS)
        self._closing.timeout.connect(self._make_room)
        self._is_open = False
        window.on_printed(self._show_paper)
        self._set(is_open=False)

    def _turned(self) -> None:
        self._closing.stop()
        self._set(is_open=not self._is_open)
        if self._is_open:
            self._window.activateWindow()
        else:
            self._window.hide()  # the keyboard goes back to the desk: no window manager would take it from a window like this
            self._window.show()

    def _show_paper(self) -> None:
        if not self._is_open:
            self._set(is_open=True)
            self._closing.start()
        elif self._closing.isActive():
            self._closing.start()

    def _make_room(self) -> None:
        if self._window.underMouse():
            self._closing.start()
        else:
            self._set(is_open=False)

    def _set(self, *, is_open: bool) -> None:
        window, self._is_open = self._window, is_open
        self.turn.setText("Thu nhỏ" if is_open else "Máy in")
        for part in (window.paper, window.buttons, *window.details):
            part.setVisible(is_open)
        margin = _MARGIN if is_open else 0
        window.setContentsMargins(margin, margin, margin, margin)
        window.body.setStyleSheet(
            "" if is_open else "QFrame#body { border-radius: 0; }"
        )  # as the rail it lies on
        window.column.setContentsMargins(*((16, 12, 16, 10) if is_open else (8, 0, 8, 0)))
        room = window.screen().availableGeometry()
        size = QSize(_WIDTH, min(_HEIGHT, room.height() * 3 // 4)) if is_open else _SHUT_SIZE
        window.setFixedSize(size)
        corner = QPoint(room.right() - size.width() - _MARGIN, room.bottom() - size.height() - _ABOVE_STATUS)
        window.move(corner if is_open else QPoint(room.left(), room.bottom() - _SHUT_ABOVE))


def show(
    line: Line, language: Language, shelf: Shelf | None, ended: threading.Event, *, corner: bool = False
) -> None:
    """Show the window until it is closed or ``ended`` is set."""
    app = QApplication([_TITLE, "-style", "Fusion"])
    fonts.load()
    app.setFont(fonts.font())
    window = PrinterWindow(line, language, shelf)
    kept = Corner(window) if corner else None
    window.show()
    watch = QTimer()
    watch.timeout.connect(lambda: app.quit() if ended.is_set() else None)
    watch.start(_LOOK_MS)
    app.exec()
    del kept
