"""A clerk stands at an authority's desk and scans its results at the real window; for each scan it writes what `receive_scans` does.

    python -m tests.bench.children.take_results DATA AUTHORITY EXPECTED

It writes ``ready`` once the authority's book lies open, and takes a result from each line that it reads.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import PaperFit, reference_for
from kt1desk.app.gui import DeskProgram
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.facts import ResultTaken
from kt1desk.sampling.people import HEAD
from kt1desk.services.sessions import begin_session
from kt1desk.services.takeovers import Takeovers
from tests.bench.children.log_in import log_in, wait
from tests.bench.children.receive_scans import READY, Scanner, Seen, Watch
from tests.bench.waiting_cases import open_shift, opened
from tests.support.keys import press


def prepare(data: Path, authority: str, expected: int) -> str:
    """An open shift, and the book that is gone on with; returns its number."""
    with opened(data) as store:
        open_shift(store)
        with store.read() as reader:
            session = begin_session(reader, HEAD, {})
        takeovers = Takeovers(store, reference_for(trial=True), SystemClock(), PaperFit())
        return str(takeovers.open(session, authority, expected).body()["takeover"])


def open_book(program: DeskProgram) -> WholeRowsTable:
    """To the work by its keys; the authority with an open book stands first."""

    def settled() -> None:
        QApplication.processEvents()
        wait(lambda: program.jobs.running == 0)

    press(Qt.Key.Key_F7)
    settled()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settled()
    press(Qt.Key.Key_Return)
    settled()
    tables = program.window.findChildren(WholeRowsTable, "items")
    return next(table for table in tables if table.isVisible())


def counted(program: DeskProgram, book: str) -> dict[str, int]:
    """How often each cover was taken into the book, as the journal says."""
    desk = program.office._desk  # type: ignore[union-attr]
    with desk.store.transaction() as connection:
        rows = connection.execute("SELECT body FROM event WHERE type = ?", (ResultTaken.TYPE,)).fetchall()
    facts = [ResultTaken.of(json.loads(bytes(row[0]))) for row in rows]
    return Counter(fact.item for fact in facts if fact.takeover == book and fact.scan)


def main(data: Path, authority: str, expected: int) -> None:
    """One book."""
    book = prepare(data, authority, expected)
    application = QApplication(sys.argv[:1])
    program = DeskProgram(application, take_place(Options(data, data.with_name("papers"))))
    program.show()
    log_in(program)
    seen = Seen()
    watch = Watch(seen, open_book(program))
    scans = program.window.findChild(TakeScans, options=Qt.FindChildOption.FindChildrenRecursively)
    assert scans is not None
    scans.settled.connect(lambda text, taken: watch.write(text, taken.scan.outcome.value))
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
        "taken": counted(program, book),
    }
    print(json.dumps(told), flush=True)
    program.window.close()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
