"""A clerk receives a dispatch at the real window by scanning; for each scan it writes when it was answered, painted and written.

    python -m tests.bench.children.receive_scans DATA DISPATCH

It writes ``ready`` once the bag lies open, then takes a number from each line that it reads, as a serial scanner does: in a thread of its
own. At the end of the lines it writes what it saw.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.app.clock import SystemClock
from kt1desk.app.gui import DeskProgram
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.desktop.dispatch.arrival_scans import ArrivalScans
from kt1desk.desktop.scanning.dispatcher import ScanReport
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ItemArrived
from kt1desk.sampling.people import HEAD
from kt1desk.services.arrivals import Arrivals
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import Shifts
from tests.bench.children.log_in import log_in, wait
from tests.bench.dispatched import BAG, SEAL, Dispatched
from tests.bench.samples import open_store
from tests.support.keys import press, type_text

READY = "ready"
GIVER = "Ly Van Hung"
WEIGHT_G = "60200"


@dataclass
class Times:
    """When a scan came, was heard, stood on the screen and was in the journal; in seconds."""

    came: float
    answered: float = 0.0
    painted: float = 0.0
    written: float = 0.0

    def after(self) -> tuple[float, float, float]:
        """Milliseconds since it came; a negative figure says that it never happened."""
        made = (self.answered - self.came, self.painted - self.came, self.written - self.came)
        return made[0] * 1000, made[1] * 1000, made[2] * 1000


@dataclass
class Seen:
    """What became of the scans."""

    times: dict[str, Times] = field(default_factory=dict)
    under_way: list[str] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)


class Watch(QObject):
    """Notes the moments of each scan: the dispatcher's answer, the first picture of the list after it, the word that it is written."""

    def __init__(self, seen: Seen, rows: WholeRowsTable) -> None:
        super().__init__(rows)
        self._seen = seen
        self._unpainted: list[str] = []
        rows.viewport().installEventFilter(self)

    def answer(self, report: ScanReport) -> None:
        """The dispatcher told what a scan came to; answers come in the order of the scans."""
        item = self._seen.under_way.pop(0)
        self._seen.times[item].answered = time.perf_counter()
        self._seen.answers.append(report.answer.accepted)
        self._unpainted.append(item)

    def eventFilter(self, _of: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if self._unpainted and event.type() == QEvent.Type.Paint:
            shown, self._unpainted = self._unpainted, []
            QTimer.singleShot(0, lambda: self._note(shown))
        return False

    def _note(self, shown: list[str]) -> None:
        for item in shown:
            self._seen.times[item].painted = time.perf_counter()

    def write(self, item: str, outcome: str) -> None:
        """A scan is in the journal, and the page was told what it came to."""
        self._seen.times[item].written = time.perf_counter()
        self._seen.outcomes.append(outcome)

    def miss(self, item: str, error: DeskError) -> None:
        """A scan could not be written."""
        self._seen.outcomes.append(f"{item} {error.code}")


def prepare(data: Path, sent: Dispatched) -> None:
    """What lies before the first scan: an open shift, and the dispatch that came on paper."""
    store, clock = open_store(data), SystemClock()
    with store.read() as reader:
        session = begin_session(reader, HEAD, {})
    shifts = Shifts(store, clock)
    if shifts.current() is None:
        shifts.open(session, shifts.proposed_date(), 500_000)
    with store.work() as work:
        work.take_mail(sent.event, "paper", HEAD)
        work.commit()
    store.close()


def open_bag(program: DeskProgram) -> WholeRowsTable:
    """To the page by its keys, the bag taken over and opened by scan and keys; the list of its items is in front then."""

    def settled() -> None:
        QApplication.processEvents()
        wait(lambda: program.jobs.running == 0)

    press(Qt.Key.Key_F4)
    settled()
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    settled()
    for code in (BAG, SEAL):
        program.office.machines.dispatcher.take(code)  # type: ignore[union-attr]
        settled()
    for text in (WEIGHT_G, GIVER):
        type_text(text)
        press(Qt.Key.Key_Return)
        settled()
    press(Qt.Key.Key_F9)
    settled()
    tables = program.window.findChildren(WholeRowsTable, "rows")
    return next(table for table in tables if table.isVisible())


class Scanner(QObject):
    """Each line is a scan, until they end; in a thread of its own."""

    ended = Signal()

    def __init__(self, program: DeskProgram, seen: Seen) -> None:
        super().__init__()
        self._take = program.office.machines.dispatcher.take  # type: ignore[union-attr]
        self._seen = seen

    def work(self) -> None:
        """Until there are no more lines, however long that takes."""
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        threading.Thread(target=self._read).start()
        loop.exec()

    def _read(self) -> None:
        for line in sys.stdin:
            item = line.strip()
            self._seen.times[item] = Times(time.perf_counter())
            self._seen.under_way.append(item)
            self._take(item)
        self.ended.emit()


def counted(program: DeskProgram, sent: Dispatched) -> dict[str, int]:
    """How often each item of the dispatch was confirmed, as the journal says; and the arrival closed, which refuses if anything lacks."""
    desk = program.office._desk  # type: ignore[union-attr]
    with desk.store.transaction() as connection:
        rows = connection.execute("SELECT body FROM event WHERE type = ?", (ItemArrived.TYPE,)).fetchall()
    Arrivals(desk.store, desk.reference, desk.clock).close(desk.session, sent.dispatch)
    facts = [ItemArrived.of(json.loads(bytes(row[0]))) for row in rows]
    return Counter(fact.item for fact in facts if fact.dispatch == sent.dispatch and fact.scan)


def main(data: Path, sent: Dispatched) -> None:
    """One dispatch."""
    prepare(data, sent)
    application = QApplication(sys.argv[:1])
    program = DeskProgram(application, take_place(Options(data, data.with_name("papers"))))
    program.show()
    log_in(program)
    rows = open_bag(program)
    seen = Seen()
    watch = Watch(seen, rows)
    for scans in program.window.findChildren(ArrivalScans):  # of items, and of dossiers beside them
        scans.settled.connect(lambda news: watch.write(news.item, news.outcome.value))
        scans.failed.connect(watch.miss)
    program.office.machines.dispatcher.answered.connect(watch.answer)  # type: ignore[union-attr]
    print(READY, flush=True)
    used = time.process_time()
    Scanner(program, seen).work()
    wait(lambda: len(seen.outcomes) == len(seen.times) and program.jobs.running == 0)
    used = time.process_time() - used
    count = next(label for label in program.window.findChildren(QLabel, "count") if label.isVisible())
    told = {
        "after": [times.after() for times in seen.times.values()],
        "processor": used / len(seen.times) * 1000,
        "accepted": seen.answers,
        "outcomes": seen.outcomes,
        "count": count.text(),
        "confirmed": counted(program, sent),
    }
    print(json.dumps(told), flush=True)
    program.window.close()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Dispatched.read(Path(sys.argv[2])))
