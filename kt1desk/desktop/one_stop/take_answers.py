"""What became of each scan at an authority's desk: a line more, or a sentence that is seen and heard. It must not know the book's end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.one_stop_results import TakenScan
from kt1desk.desktop.one_stop.book_list import BookList, Shown
from kt1desk.desktop.one_stop.take_count import TakeCount, taken_words
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence


class TakeAnswers(QObject):
    """`changed`: the count, or what the next cover holds. `failed(sentence)`: for the ear."""

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, rows: BookList, scans: TakeScans, count: TakeCount, panel: ReasonPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rows, self._scans, self._count, self._panel = rows, scans, count, panel
        self.kind = ""
        scans.settled.connect(self._taken)
        scans.failed.connect(self._missed)

    def take(self, takeover: str, text: str) -> None:
        """Something was scanned.

        Raises:
            DeskError: ``result.already``.
        """
        try:
            self._scans.take(takeover, text, self.kind)
        except DeskError as refusal:
            self._count.say(f"{text}\n{say(refusal)}", good=False)
            raise
        self.kind = ""
        self.changed.emit()

    def ask_kind(self) -> None:
        """What lies in the next cover beside or instead of a result."""
        kinds = self._rows.kinds
        if self._rows.shown is Shown.GIVERS or self._panel.is_open():
            return
        self._panel.begin(ReasonQuestion("Bì quét tiếp theo có", "Chỉ cho một bì.", kinds, self._next_kind))
        self.changed.emit()
        self._panel.set_focus()

    def kind_words(self) -> str:
        """What the next cover holds, "" for a result as usual."""
        names = {each.key: each.text for each in self._rows.kinds}
        return f"Bì tiếp theo: {names.get(self.kind, self.kind)}" if self.kind else ""

    def _next_kind(self, kind: str) -> None:
        self.kind = kind
        self.changed.emit()

    def _taken(self, text: str, taken: TakenScan) -> None:
        if taken.line is None:
            error = DeskError(f"result.{taken.scan.outcome.value}", "item", number=text)
            self._wrong(text, sentence(error))
            return
        self._rows.add(taken.line)
        self._count.say(taken_words(taken.scan), good=True)
        self.changed.emit()

    def _missed(self, text: str, error: DeskError) -> None:
        self._wrong(text, f"CHƯA ghi được. {say(error)}")

    def _wrong(self, text: str, words: str) -> None:
        self._count.say(f"{text}\n{words}", good=False)
        self.failed.emit(words)
        self.changed.emit()
