"""«Sổ»: the registers at the left, the entries of one of them, and the form of an entry. What runs out is marked by a word.

The work must not know what any register is for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.registers_book import Ui_RegisterBook
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.registers import BookNeeds
from kt1desk.desktop.registers.entry_form import EntryForm
from kt1desk.desktop.registers.register_list import RegisterList
from kt1desk.desktop.registers.texts import entries_words, entry_columns, entry_rows
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import RowsModel
from kt1desk.domain.register_columns import Register
from kt1desk.services.register_book import Book, BookEntry

_LIST_WIDTH = 304


class BookWork(Page):
    """The first work of the page of registers."""

    def __init__(self, needs: BookNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_RegisterBook()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.registers_card.setFixedWidth(_LIST_WIDTH)
        self._form = EntryForm(jobs, needs.column_choices)
        self._form.hide()
        self._book: Book | None = None
        self._entries: RowsModel | None = None
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._list = RegisterList(self._ui.registers)
        self._ui.entries.set_empty_text("Sổ này chưa có dòng nào.")
        self._list.turned.connect(self._turn)
        RowOpening(self._ui.registers).opened.connect(lambda _: self._take_entries())
        RowOpening(self._ui.entries).opened.connect(lambda _: self._form.start())
        self._form.wanted.connect(self._keep)
        self._form.begin_wanted.connect(self._begin)
        self._doing.refused.connect(self._form.refuse)

    def entered(self, ref: str = "") -> None:
        """Read the register in front, or the one that is asked for; the registers take the keys."""
        self._list.take_keys()
        if not self._list.is_empty():
            if not self._list.bring(ref):
                self._read()
            return

        def declared(registers: Sequence[Register]) -> None:
            self._list.show(registers)
            self._list.bring(ref)

        self._reads.run(self._needs.registers, declared, lambda error: self._form.problem(say(error)))

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._book = None
        if self._entries is not None:
            self._entries.set_rows(())
        self._form.begin(None)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._form

    def step_back(self) -> bool:
        """A list, the form, the entries, the registers."""
        if self._form.close_list():
            return True
        if self._form.has_keys():
            self._take_entries()
            return True
        if self._list.has_keys():
            return False
        self._list.take_keys()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "từ sổ tới dòng, từ dòng tới ô ghi"),
            PageKey("Ctrl+N", "ghi dòng mới", self._begin),
            PageKey("F9", "ghi vào sổ", self._keep),
            PageKey("Ctrl+L", "đổi sổ", self._list.take_keys),
            reading(self._read),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _turn(self, _register: str) -> None:
        self._book = None
        self._read()

    def _read(self, then: str = "") -> None:
        code = self._list.front()

        def shown(book: Book) -> None:
            self._show(book, then)

        self._reads.run(lambda: self._needs.book(code), shown, lambda error: self._form.problem(say(error)))

    def _show(self, book: Book, entry: str) -> None:
        before, self._book = self._book, book
        ui = self._ui
        if before is None or before.register is not book.register:
            self._entries = ui.entries.show_rows(entry_columns(book.register))
            ui.entries.selectionModel().currentRowChanged.connect(lambda *_: self._open())
        rows = entry_rows(book)
        if self._entries is not None:
            self._entries.set_rows(rows)
        ui.list_title.setText(book.register.title)
        ui.list_count.setText(entries_words(book))
        self._form.show_register(book.register, may_keep=book.may_keep)
        refs = [row.ref for row in rows]
        if refs:
            ui.entries.selectRow(refs.index(entry) if entry in refs else 0)
            self._open()

    def _current(self) -> BookEntry | None:
        at, entries = (
            self._ui.entries.currentIndex().row(),
            self._book.entries if self._book is not None else (),
        )
        return entries[at] if 0 <= at < len(entries) else None

    def _open(self) -> None:
        """The entry at hand stands in the form."""
        self._form.begin(self._current())

    def _begin(self) -> None:
        self._form.begin(None)
        self._form.start()

    def _keep(self) -> None:
        book, values, entry = self._book, self._form.values(), self._form.entry()
        if book is None or values is None or not book.may_keep:
            return
        code = book.register.code
        self._doing.run(lambda: self._needs.enter(code, entry, values), self._kept)

    def _kept(self, entry: str) -> None:
        self.said.emit(f"Đã ghi vào sổ: dòng {entry}.")
        self.changed.emit()
        self._read(then=entry)
        self._take_entries()

    def _take_entries(self) -> None:
        self._ui.entries.setFocus(Qt.FocusReason.TabFocusReason)
