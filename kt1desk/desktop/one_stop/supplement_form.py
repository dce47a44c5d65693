"""What an applicant brings because the authority asked for it: papers ticked and counted, then weight, seal and label.

Its price is asked for while it is entered. It must not know what a supplement costs, nor what may be brought.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.needs.one_stop_duties import TaskNeeds, WantedPaper
from kt1desk.desktop.one_stop.inputs import InputForm
from kt1desk.desktop.one_stop.paper_list import PaperList, PaperRow
from kt1desk.desktop.widgets import Sign, WholeRowsTable
from kt1desk.domain.dossier import DossierPayment, PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.services.supplement_rules import SupplementDraft, SupplementQuote
from kt1desk.services.wording_tthc import dossier_payment_name

_MOST_LINES = 5
_SIGNS = {
    False: Sign(Icon.SQUARE, "muted", "chưa có"),
    True: Sign(Icon.SQUARE_CHECK, "accent", "người nộp mang đến"),
}


class Copy(Enum):
    """What kind of paper lies there: the field of `PaperLine`, and its word."""

    ORIGINAL = ("originals", "bản chính")
    CERTIFIED = ("certified", "chứng thực")
    PLAIN = ("plain", "bản sao")
    ELECTRONIC = ("electronic", "bản điện tử")


@dataclass(frozen=True, slots=True)
class Brought:
    """How many of a paper, of which kind."""

    pieces: int = 1
    copy: Copy = Copy.ORIGINAL

    def words(self) -> str:
        """``2 bản chính``."""
        return f"{self.pieces} {self.copy.value[1]}"

    def line(self, paper: PaperLine) -> PaperLine:
        """As it is counted."""
        empty = PaperLine(paper.key, paper.name)
        match self.copy:
            case Copy.ORIGINAL:
                return replace(empty, originals=self.pieces)
            case Copy.CERTIFIED:
                return replace(empty, certified=self.pieces)
            case Copy.PLAIN:
                return replace(empty, plain=self.pieces)
            case Copy.ELECTRONIC:
                return replace(empty, electronic=self.pieces)


class SupplementPapers(QObject):
    """The list of papers: Space says that one is there, a digit how many, K of which kind."""

    def __init__(self, table: WholeRowsTable) -> None:
        super().__init__(table)
        self.table = table
        self._list = PaperList(table, _SIGNS, _MOST_LINES)
        table.installEventFilter(self)  # asked before the list's own, which lets no letter through
        self._list.asked.connect(self._toggle)
        self._papers: tuple[WantedPaper, ...] = ()
        self._brought: dict[str, Brought] = {}

    def begin(self, papers: Sequence[WantedPaper]) -> None:
        """Nothing is there yet."""
        self._papers, self._brought = tuple(papers), {}
        self._show()

    def lines(self) -> tuple[PaperLine, ...]:
        """What is there."""
        return tuple(
            self._brought[each.line.key].line(each.line)
            for each in self._papers
            if each.line.key in self._brought
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take digits and K."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at, text = self.table.currentIndex().row(), event.text()
        if not 0 <= at < len(self._papers):
            return False
        key = self._papers[at].line.key
        before = self._brought.get(key, Brought())
        if text.isascii() and text.isdigit() and text != "0":
            self._brought[key] = replace(before, pieces=int(text))
        elif event.key() == Qt.Key.Key_K and key in self._brought:
            kinds = list(Copy)
            self._brought[key] = replace(before, copy=kinds[(kinds.index(before.copy) + 1) % len(kinds)])
        else:
            return False
        self._show()
        return True

    def _toggle(self, key: str) -> None:
        if self._brought.pop(key, None) is None:
            self._brought[key] = Brought()
        self._show()

    def _show(self) -> None:
        self._list.show([self._row(each) for each in self._papers], marked=self._brought)

    def _row(self, each: WantedPaper) -> PaperRow:
        brought = self._brought.get(each.line.key)
        wanted = "" if brought is not None or not each.asked else " (cơ quan yêu cầu)"
        there = f" · {brought.words()}" if brought is not None else ""
        return PaperRow(each.line.key, f"{each.line.name}{wanted}{there}", "")


class SupplementForm(QObject):
    """The papers, and the inputs beside them."""

    def __init__(
        self, papers: SupplementPapers, price: QLabel, form: InputForm, needs: TaskNeeds, jobs: Jobs
    ) -> None:
        super().__init__(papers)
        self.papers, self._price, self._form, self._needs = papers, price, form, needs
        self._quotes = Newest(jobs)
        self._dossier = ""
        self._payment = DossierPayment.CASH
        form.typed.connect(lambda _: self._ask())
        self.close()

    def begin(self, dossier: str, papers: Sequence[WantedPaper]) -> None:
        """For this case."""
        self._dossier, self._payment = dossier, DossierPayment.CASH
        self.papers.begin(papers)
        self.papers.table.show()
        self._price.show()
        self._ask()

    def is_open(self) -> bool:
        """Whether one is being entered."""
        return bool(self._dossier)

    def close(self) -> None:
        """None is at hand."""
        self._dossier = ""
        self.papers.table.hide()
        self._price.hide()
        self._quotes.forget()

    def turn_payment(self) -> None:
        """The other way to pay; nothing where none is being entered."""
        if not self.is_open():
            return
        is_cash = self._payment is DossierPayment.CASH
        self._payment = DossierPayment.TRANSFER if is_cash else DossierPayment.CASH
        self._ask()

    def draft(self) -> SupplementDraft:
        """What was said."""
        form = self._form
        return SupplementDraft(
            self._dossier,
            self.papers.lines(),
            form.number("weight"),
            form.text("seal"),
            form.text("number"),
            self._payment,
        )

    def _ask(self) -> None:
        if not self._dossier:
            return
        draft = self.draft()
        self._say("tính khi có khối lượng")
        if draft.weight_g:
            self._quotes.run(lambda: self._needs.price_supplement(draft), self._quoted, self._failed)
        else:
            self._quotes.forget()

    def _quoted(self, quote: SupplementQuote) -> None:
        if quote.leg is not None:
            self._say(f"{dong(quote.price_dong)} đ")
        elif quote.problems:
            self._say(say(quote.problems[0]))

    def _failed(self, error: DeskError) -> None:
        self._say(say(error))

    def _say(self, words: str) -> None:
        self._price.setText(f"Cước {words} · {dossier_payment_name(self._payment).lower()}")
