"""The result of one item: whom it is for, and into whose hands it came.

What was typed for an item stays with it until it is saved: another scan in between loses nothing. The form must not know what is stored.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.rows import receiver_words
from kt1desk.desktop.delivery.taker_inputs import TakerInputs, Typed, Wanted
from kt1desk.desktop.forms.delivery_result_side import Ui_ResultSide
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.delivery import OutLine
from kt1desk.domain.errors import DeskError
from kt1desk.services.delivery_rules import DeliveryDraft

_NOBODY = Wanted(position=False, named=False)


class ResultForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_ResultSide, owner: QWidget, words: SideWords = KT1) -> None:
        super().__init__(owner)
        self._ui, self._words = ui, words
        self._inputs = TakerInputs(ui)
        self._line: OutLine | None = None
        self._wanted = _NOBODY
        self._by_scan = False
        self._kept: dict[str, Typed] = {}
        self._last: tuple[str, Typed] | None = None
        self._way = EnterWay(
            owner,
            (
                Step(ui.taker_name, lambda: not ui.taker_name.text().strip()),
                Step(
                    ui.taker_position, lambda: self._wanted.position and not ui.taker_position.text().strip()
                ),
                Step(ui.named, lambda: self._wanted.named and not ui.named.isChecked()),
                Step(ui.reference, lambda: not ui.reference.text().strip()),
            ),
        )
        self._way.finished.connect(self.finished)
        self.close()

    def line(self) -> OutLine | None:
        """The item whose result is typed, None where there is none."""
        return self._line

    def is_scanned(self) -> bool:
        """Whether the item that is open was scanned."""
        return self._by_scan

    def begun(self) -> frozenset[str]:
        """Items of which something was typed and not saved, but for the one that is open."""
        return frozenset(self._kept) - ({_number(self._line)} if self._line else set())

    def open(self, line: OutLine, *, scan: bool) -> None:
        """Begin with an item, or go on where it was left."""
        self._keep()
        was_scanned = self._by_scan and self._line is not None and _number(self._line) == _number(line)
        self._line, self._by_scan, self._wanted = line, scan or was_scanned, _wanted(line)
        show_item(self._ui, line, self._words)
        self.show_inputs(wanted=True)
        self._inputs.put(self._kept.get(_number(line), Typed(reference=_proposed(line))), self._wanted)
        takers = line.line.whither.takers
        self._inputs.explain(
            f"Đã đăng ký: {', '.join(takers)}" if takers else "",
            "" if self._wanted.position else "Không phải cơ quan: có thể để trống",
            "Dòng của danh sách phát" if line.round else "Số của giấy đã ký",
        )

    def show_inputs(self, *, wanted: bool) -> None:
        """Whether the inputs stand there."""
        self._ui.taker_card.setVisible(wanted)

    def said(self, draft: DeliveryDraft) -> str:
        """What is said once it is stored."""
        taker, where = draft.taker_name.strip(), draft.reference.strip()
        return f"Đã phát {item_number(draft.item)} cho {taker}, ký ở {where}."

    def start(self) -> None:
        """The first input that still needs something takes the keys."""
        if self._way.missing():
            self._way.start()
        else:
            self._ui.taker_name.setFocus(Qt.FocusReason.TabFocusReason)

    def close(self) -> None:
        """No item is open; what was typed is kept for when it is opened again."""
        self._keep()
        self._line, self._by_scan, self._wanted = None, False, _NOBODY
        show_item(self._ui, None, self._words)
        self.show_inputs(wanted=False)

    def forget(self) -> None:
        """Whoever works here may see nothing of it any more."""
        self.close()
        self._kept.clear()
        self._last = None

    def stored(self, item: str) -> None:
        """The result of an item is on the disk."""
        line = self._line
        if line is not None and _number(line) == item:
            self._last = (_whose(line), self._inputs.typed())
            self._line = None
            self.close()
        self._kept.pop(item, None)

    def repeat(self) -> bool:
        """Name and position of whoever took the item before, where this one goes to the same receiver; False where it does not."""
        line, last = self._line, self._last
        if line is None or last is None or not _whose(line) or _whose(line) != last[0]:
            return False
        typed = replace(self._inputs.typed(), name=last[1].name, position=last[1].position)
        self._inputs.put(typed, self._wanted)
        self.start()
        return True

    def draft(self) -> DeliveryDraft | None:
        """What was typed; None where something lacks: it is said there, and it takes the keys."""
        line, typed = self._line, self._inputs.typed()
        if line is None:
            return None
        if missing := self._wanted.lacking(typed):
            self._inputs.lack(missing)
            return None
        return DeliveryDraft(
            item=_number(line),
            taker_name=typed.name,
            taker_position=typed.position,
            reference=typed.reference,
            round=line.round,
            named=typed.named,
            scan=self._by_scan,
        )

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it must be said elsewhere."""
        return self._line is not None and self._inputs.refuse(error)

    def _keep(self) -> None:
        """Remember what was typed of the open item."""
        if self._line is None:
            return
        typed, item = self._inputs.typed(), _number(self._line)
        if typed == Typed(reference=_proposed(self._line)):
            self._kept.pop(item, None)
        else:
            self._kept[item] = typed


def show_item(ui: Ui_ResultSide, line: OutLine | None, words: SideWords) -> None:
    """The item above the inputs, or what to do first."""
    ui.item_receiver.setVisible(line is not None)
    if line is None:
        ui.item_number.setText(f"Quét {words.noun}")
        ui.item_kind.setText("hoặc chọn dòng rồi Enter.")
        ui.item_where.setText(f"{words.heading} nhận tại quầy cũng quét ở đây.")
        return
    item = line.line.item
    name, address = receiver_words(line)
    where = f"{line.round} · dòng {line.line.line} · {line.postman_name}" if line.round else "Nhận tại quầy"
    ui.item_number.setText(item_number(item.item))
    ui.item_kind.setText(words.kind(item))
    ui.item_receiver.setText(f"{name}\n{address}" if address else name)
    ui.item_where.setText(f"{where} · chuyển hoàn người gửi" if item.returning else where)


def _number(line: OutLine) -> str:
    return line.line.item.item


def _wanted(line: OutLine) -> Wanted:
    party = line.line.whither.party
    return Wanted(party is not None and bool(party.agency), line.line.whither.only_named)


def _proposed(line: OutLine) -> str:
    """Where the signature is if nobody says otherwise: the line of the delivery list."""
    return f"{line.round}/{line.line.line}" if line.round else ""


def _whose(line: OutLine) -> str:
    """What two items have in common that go into the same hands; "" where nobody can say."""
    party = line.line.whither.party
    return (party.agency or f"{party.name}\n{party.address}") if party is not None else ""
