"""What is asked for a line of the drawer's book, one answer after the other, and how it is written. It must not know what may be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.shift import DrawerNeeds
from kt1desk.desktop.one_stop.duty_side import DutyForm, DutySide
from kt1desk.desktop.shift.book_list import BookList
from kt1desk.desktop.shift.book_rows import line_words, shift_words
from kt1desk.domain.coded import CodedWord
from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.services.drawer_book import Adjusted, Moved, Served
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import ShiftRow
from kt1desk.services.wording_shift import CASH_KINDS

_IN, _OUT = "in", "out"
_WAYS = (Choice(_IN, "Thu vào ngăn"), Choice(_OUT, "Chi ra"))
_MOVES = (
    Choice(MoveWay.ADVANCE.value, "Nhận từ quỹ: tiền của bưu cục vào ngăn"),
    Choice(MoveWay.DEPOSIT.value, "Nộp về quỹ: đưa tiền về quỹ bưu cục"),
)
_KINDS = tuple(
    Choice(kind.value, CASH_KINDS[kind.value])
    for kind in (
        CashKind.KT1,
        CashKind.POSTAGE,
        CashKind.COLLECTED,
        CashKind.PASS_ON,
        CashKind.SERVED,
    )
)


class BookActs(QObject):
    """`done(sentence)`: something was written."""

    done = Signal(str)

    def __init__(self, needs: DrawerNeeds, jobs: Jobs, side: DutySide, shown: BookList) -> None:
        super().__init__(side)
        self._needs, self._side, self._list = needs, side, shown
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(side.refuse)

    def serve(self) -> None:
        """A line of another service: which, in or out, how many, how much?"""
        services = self._words("services")
        self._side.about("", "", "")

        def fill(service: str, way: str) -> None:
            name = next(each.text for each in services if each.key == service)
            does = "Thu vào" if way == _IN else "Chi ra"
            self._side.fill(
                DutyForm(
                    f"serve:{service}:{way}",
                    name,
                    {"customers": "", "amount": ""},
                    "Ghi dòng này",
                    lambda: self._serve(service, way, name),
                    f"{does} tiền mặt",
                )
            )

        def ask_way(service: str) -> None:
            way = self._only_way(service)
            if way:
                fill(service, way)
            else:
                self._side.ask("Tiền thu vào hay chi ra?", "", _WAYS, lambda said: fill(service, said))

        self._side.ask("Dịch vụ nào?", "", services, ask_way)

    def move(self) -> None:
        """Cash from or to the till: which way, how much, by which paper?"""
        self._side.about("", "", "")

        def fill(way: str) -> None:
            title = next(each.text for each in _MOVES if each.key == way)
            does = "Ghi nhận từ quỹ" if way == MoveWay.ADVANCE else "Ghi nộp về quỹ"
            self._side.fill(
                DutyForm(
                    f"move:{way}",
                    title,
                    {"amount": "", "reference": ""},
                    does,
                    lambda: self._move(MoveWay(way)),
                )
            )

        self._side.ask("Nhận từ quỹ hay nộp về quỹ?", "", _MOVES, fill)

    def undo(self) -> None:
        """Take the line at hand back: why?"""
        line, view = self._list.line(), self._list.view
        if line is None or view is None:
            return
        text = f"{line_words(line, view)}: {_moved(line)}"
        reasons = self._words("reasons")

        def fill(reason: str) -> None:
            why = next(each.text for each in reasons if each.key == reason)
            self._side.fill(
                DutyForm(
                    f"undo:{line.line}",
                    "Hủy dòng này",
                    {},
                    "Hủy dòng",
                    lambda: self._undo(line.line, reason),
                    f"{text}. Lý do: {why}.",
                )
            )

        self._side.ask("Vì sao hủy dòng này?", text, reasons, fill)

    def adjust(self) -> None:
        """Put the closed shift at hand right: of which cash, why, in or out, how much?"""
        shift = self._list.closed()
        if shift is None:
            return
        causes = self._words("causes")

        def fill(kind: str, reason: str, way: str) -> None:
            why = next(each.text for each in causes if each.key == reason)
            does = "Thu thêm vào ngăn" if way == _IN else "Chi ra khỏi ngăn"
            self._side.fill(
                DutyForm(
                    f"adjust:{shift.shift}:{kind}:{way}",
                    f"Điều chỉnh {shift_words(shift.shift)}",
                    {"amount": ""},
                    "Ghi điều chỉnh",
                    lambda: self._adjust(shift, CashKind(kind), reason, way),
                    f"{CASH_KINDS[kind]} · {why}. {does} của ca đang mở.",
                )
            )

        def ask_way(kind: str, reason: str) -> None:
            self._side.ask("Tiền thu vào hay chi ra?", "", _WAYS, lambda way: fill(kind, reason, way))

        def ask_reason(kind: str) -> None:
            self._side.ask("Vì sao?", CASH_KINDS[kind], causes, lambda reason: ask_way(kind, reason))

        self._side.ask("Điều chỉnh khoản nào?", shift_words(shift.shift), _KINDS, ask_reason)

    def _words(self, name: str) -> tuple[Choice, ...]:
        view = self._list.view
        words: Sequence[CodedWord] = getattr(view, name) if view is not None else ()
        return tuple(Choice(each.code, each.name) for each in words)

    def _only_way(self, service: str) -> str:
        """Which way a service moves cash, "" where it may be either."""
        view = self._list.view
        if view is None:
            return ""
        return _OUT if service in view.pays_out else _IN if service in view.brings_in else ""

    def _told(self, line: DrawerLine, sentence: str) -> None:
        """The new line is the one at hand from now on: a key that follows at once must not mean an older one."""
        self._list.await_line(line.line)
        self.done.emit(sentence)

    def _serve(self, service: str, way: str, name: str) -> None:
        form = self._side.form
        amount, customers = form.number("amount"), form.number("customers")
        sums = (amount, 0) if way == _IN else (0, amount)
        self._doing.run(
            lambda: self._needs.serve(Served(service, customers, *sums)),
            lambda line: self._told(line, f"Đã ghi {name}: {_moved(line)}."),
        )

    def _move(self, way: MoveWay) -> None:
        form = self._side.form
        draft = Moved(way, form.number("amount"), form.text("reference"))
        self._doing.run(
            lambda: self._needs.move_cash(draft),
            lambda line: self._told(line, f"Đã ghi {CASH_KINDS[line.kind].lower()}: {_moved(line)}."),
        )

    def _undo(self, line: str, reason: str) -> None:
        self._doing.run(
            lambda: self._needs.undo_line(line, reason),
            lambda line: self._told(line, "Đã hủy dòng bằng một dòng ngược lại."),
        )

    def _adjust(self, shift: ShiftRow, kind: CashKind, reason: str, way: str) -> None:
        amount = self._side.form.number("amount")
        sums = (amount, 0) if way == _IN else (0, amount)
        draft = Adjusted(shift.shift, kind, reason, *sums)
        self._doing.run(
            lambda: self._needs.adjust(draft),
            lambda line: self._told(line, f"Đã điều chỉnh {shift_words(shift.shift)}: {_moved(line)}."),
        )


def _moved(line: DrawerLine) -> str:
    return f"thu {dong(line.received_dong)} đ" if line.received_dong else f"chi {dong(line.paid_dong)} đ"
