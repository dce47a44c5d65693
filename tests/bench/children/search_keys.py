"""A clerk types into the command field of the real window, letter by letter; it writes how long each key took
to its painted answer, in milliseconds: by the clock, and of the processor in all threads.

python -m tests.bench.children.search_keys DATA TEXT…
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.app.gui import DeskProgram
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.desktop.widgets import SearchPopup
from tests.bench.children.log_in import log_in, wait
from tests.support.keys import press, type_text


class Answers(QObject):
    """Notes when an answer to the last key has been painted: the list was filled anew, and then its picture was drawn."""

    def __init__(self, popup: SearchPopup) -> None:
        super().__init__(popup)
        self._popup, self._filled = popup, False
        self.painted = self.spent = 0.0
        popup.model.modelReset.connect(self._fill)
        for part in (
            popup,
            popup.list.viewport(),
        ):  # the frame alone where nothing was found, which is said below
            part.installEventFilter(self)

    def begin(self) -> None:
        """A key is about to be pressed."""
        self._filled, self.painted = False, 0.0

    def _fill(self) -> None:
        self._filled = True
        self._popup.update()  # the sentence for nothing found is not painted again while it stands there

    def _note(self) -> None:
        if not self.painted:
            self.painted, self.spent = time.perf_counter(), time.process_time()

    def eventFilter(self, _of: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if self._filled and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)
        return False


def _type(answers: Answers, text: str) -> list[tuple[float, float]]:
    """Milliseconds for each letter, and of the processor; the next is pressed when the answer to the one before has been seen."""
    times = []
    for letter in text:
        answers.begin()
        begun, worked = time.perf_counter(), time.process_time()
        type_text(letter)
        wait(lambda: bool(answers.painted))
        times.append(((answers.painted - begun) * 1000, (answers.spent - worked) * 1000))
    return times


def main(data: str, texts: list[str]) -> None:
    """Each text in turn, the field emptied between two of them."""
    application = QApplication(sys.argv[:1])
    program = DeskProgram(application, take_place(Options(Path(data), Path(data).with_name("papers"))))
    program.show()
    log_in(program)
    popup = program.window.findChild(SearchPopup, options=Qt.FindChildOption.FindChildrenRecursively)
    assert popup is not None
    answers, times = Answers(popup), {}
    for text in texts:
        press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        times[text] = _type(answers, text)
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Escape)
    print(json.dumps(times), flush=True)
    program.window.close()
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
