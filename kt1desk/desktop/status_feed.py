"""The status line: reads what is true now, every few seconds and after each change, and says it in words. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import clock_and_day, count
from kt1desk.desktop.needs import DeskStatus, StatusNeeds, Tone
from kt1desk.desktop.widgets import Role, StatusLine, StatusPart
from kt1desk.domain.errors import DeskError

_EVERY_MS = 5_000

ROLES = {Tone.CALM: Role.MUTED, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}


def parts_of(status: DeskStatus, name: str) -> Sequence[StatusPart]:
    """The parts from left to right: who, link with what waits, printers, and a doubtful clock or an old backup."""
    who = f"Ca {status.shift} · {name}" if status.shift else f"{name} · chưa mở ca"
    parts = [StatusPart("who", Icon.USER, who, Role.MUTED if status.shift else Role.WARN)]
    waiting = f" · {count(status.waiting)} việc chờ gửi" if status.waiting else ""
    oldest = f" từ {status.oldest}" if status.waiting and status.oldest else ""
    link_icon = Icon.WIFI if status.link_tone is Tone.GOOD else Icon.WIFI_OFF
    parts.append(StatusPart("link", link_icon, f"{status.link}{waiting}{oldest}", ROLES[status.link_tone]))
    for at, printer in enumerate(status.printers):
        icon = Icon.ALERT_TRIANGLE if printer.tone in {Tone.WARN, Tone.BAD} else Icon.PRINTER
        parts.append(StatusPart(f"printer-{at}", icon, printer.text, ROLES[printer.tone]))
    if status.clock_doubt:
        parts.append(StatusPart("clock", Icon.CLOCK_EXCLAMATION, status.clock_doubt, Role.WARN))
    elif status.backup:  # there is room for one of them, and by a doubtful clock no backup has an age
        parts.append(StatusPart("backup", Icon.DATABASE, status.backup, Role.WARN))
    return parts


class StatusFeed(QObject):
    """Keeps a status line true. A reading that fails is told once by `complain`, and the next one is tried all the same.

    `told(DeskStatus)`: a reading came in; what else follows from it is for others.
    """

    told = Signal(object)

    def __init__(self, line: StatusLine, jobs: Jobs, complain: Callable[[str], None]) -> None:
        super().__init__(line)
        self._line = line
        self._jobs = jobs
        self._complain = complain
        self._needs: StatusNeeds | None = None
        self._name = ""
        self._asking = False
        self._stale = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.refresh)

    def start(self, needs: StatusNeeds, name: str) -> None:
        """Begin to read, for the user of that name."""
        self._needs, self._name = needs, name
        self._timer.start()
        self.refresh()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()
        self._needs = None

    def tell_waiting(self, sentence: str) -> None:
        """Say what is waited for, until the line is read again. Painted at once: whoever calls may be about to wait."""
        self._line.set_part(StatusPart("waiting", Icon.HOURGLASS, sentence, Role.WARN))
        self._line.repaint()

    def refresh(self) -> None:
        """Read again now; while a reading is under way, right after it: what it has read may be older than the change."""
        if self._needs is None or not self._jobs.is_open:
            return
        self._stale = self._asking
        if not self._asking:
            self._asking = True
            self._jobs.run(self._needs.status, self._show, self._miss)

    def _show(self, status: DeskStatus) -> None:
        self._asking = False
        self._told = ""
        self._line.set_parts(parts_of(status, self._name))
        role = Role.WARN if status.clock_doubt else Role.MUTED
        self._line.set_clock(clock_and_day(status.now_ms, status.offset_min), role)
        self.told.emit(status)
        self._read_what_changed()

    def _miss(self, error: DeskError) -> None:
        self._asking = False
        if self._told != error.code:
            self._told = error.code
            self._complain(say(error))
        self._read_what_changed()

    def _read_what_changed(self) -> None:
        if self._stale:
            self.refresh()
