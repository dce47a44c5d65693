"""What became of each scan at an authority's desk: a line more, or a sentence that is seen and heard.

A case whose result is taken already may have a further one, under a label of its own: the clerk is
asked for the label, and goes on scanning where there is none. It must not know the book's end.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.one_stop_results import TakenScan
from kt1desk.desktop.one_stop.book_list import BookList, Shown
from kt1desk.desktop.one_stop.take_count import TakeCount, taken_words
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.domain.errors import DeskError
from kt1desk.services.result_scans import ScanOutcome
from kt1desk.services.wording import sentence

_FURTHER = "Kết quả khác của cùng hồ sơ? Quét nhãn mới. Không có: Esc."


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
        self._further = ""
        self._tried: dict[str, str] = {}
        scans.settled.connect(self._taken)
        scans.failed.connect(self._missed)

    def take(self, takeover: str, text: str, *, is_label: bool) -> None:
        """Something was scanned; a label may be that of the further result that was asked for.

        Raises:
            DeskError: ``result.already``.
        """
        try:
            self._scans.take(takeover, text, self.kind, self._further if is_label else "")
        except DeskError as refusal:
            self._further = self._scans.dossier_of(text) or self._further
            self._show_wrong(text, say(refusal))
            raise
        self._tried[text] = self._further
        self.kind = self._further = ""
        self.changed.emit()

    def no_further(self) -> bool:
        """There is no further result; False where none was asked for."""
        asked, self._further = bool(self._further), ""
        self._tried.clear()
        if asked:
            self._count.say("", good=True)
        return asked

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
        tried = self._tried.pop(text, "")
        if taken.line is None:
            known = taken.scan.dossier if taken.scan.outcome is ScanOutcome.ALREADY else ""
            self._further = known or tried or self._further
            error = DeskError(f"result.{taken.scan.outcome.value}", "item", number=text)
            self._wrong(text, sentence(error))
            return
        self._rows.add(taken.line)
        self._count.say(taken_words(taken.scan), good=True)
        self.changed.emit()

    def _missed(self, text: str, error: DeskError) -> None:
        self._further = self._tried.pop(text, "") or self._further
        self._wrong(text, f"CHƯA ghi được. {say(error)}")

    def _wrong(self, text: str, words: str) -> None:
        self._show_wrong(text, words)
        self.failed.emit(words)
        self.changed.emit()

    def _show_wrong(self, text: str, words: str) -> None:
        """What was wrong, and the question as long as it waits for its label."""
        lines = (text, words, _FURTHER if self._further else "")
        self._count.say("\n".join(filter(None, lines)), good=False)
