"""Which authority, which book: what is in front of the clerk is read and shown. It must not know what is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_results import BookView, GivingAuthority, TakeNeeds
from kt1desk.desktop.one_stop.book_list import BookList, Shown
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.domain.errors import DeskError


class TakeReading(QObject):
    """`shown`: something else is in front. `told(sentence)`: why it could not be read."""

    shown = Signal()
    told = Signal(str)

    def __init__(
        self, needs: TakeNeeds, jobs: Jobs, rows: BookList, scans: TakeScans, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._needs, self._jobs, self._rows, self._scans = needs, jobs, rows, scans
        self._reads = Newest(jobs)
        self._givers: Sequence[GivingAuthority] = ()
        self._wants: Callable[[str], bool] = lambda _: True
        self.chosen: GivingAuthority | None = None
        self.book: BookView | None = None

    def read(self) -> None:
        """The book in front as it is on the disk, or who may have something."""
        if not self._rows.kinds:
            self._jobs.run(self._needs.result_kinds, self._name_kinds, self._fail)
        book = self.book
        if book is None:
            self._reads.run(self._needs.givers, self._show_givers, self._fail)
        else:
            self.begin(book.takeover)

    def begin(self, takeover: str) -> None:
        """Go on with a book."""
        self._reads.run(lambda: self._needs.book(takeover), self._show_book, self._fail)

    def narrow(self, wants: Callable[[str], bool]) -> None:
        """Of the authorities only those with such a name, until something else is wanted."""
        self._wants = wants
        if self.book is None:
            self._list_givers()

    def turn(self) -> None:
        """Between what was taken and what is missing of an open book."""
        rows = self._rows
        if self.book is not None:
            rows.turn_to(Shown.MISSING if rows.shown is Shown.TAKEN else Shown.TAKEN)

    def choose(self, authority: str) -> GivingAuthority | None:
        """The clerk stands at this authority's desk."""
        self.chosen = next((each for each in self._givers if each.authority == authority), None)
        return self.chosen

    def leave(self) -> None:
        """Back to the authorities; a book stays open until both have signed it."""
        self.book, self.chosen = None, None
        self.shown.emit()
        self.read()

    def _name_kinds(self, kinds: Sequence[Choice]) -> None:
        self._rows.kinds = tuple(kinds)

    def _show_givers(self, givers: Sequence[GivingAuthority]) -> None:
        self._givers = tuple(givers)
        self._list_givers()
        self.shown.emit()

    def _list_givers(self) -> None:
        found = [each for each in self._givers if self._wants(each.name)]
        self._rows.show_givers(found, len(self._givers))

    def _show_book(self, book: BookView) -> None:
        if self._scans.under_way and self.book is not None:
            return  # it was read without what is being written; every scan shows itself
        self.book = book
        self._rows.show_book(book)
        kept = (line for line in book.lines if line.item not in book.back)
        texts = ((text, line.dossier) for line in kept for text in (line.item, line.official, line.dossier))
        self._scans.use(dict(texts))
        self.shown.emit()

    def _fail(self, error: DeskError) -> None:
        self.told.emit(say(error))
