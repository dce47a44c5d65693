"""Into whose hands an item came: name, position, where the signature is, and that it was the person named on the cover.

What was typed for an item stays with it until it is saved: another scan in between loses nothing. The form must not know what is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.full_words import show_note, show_refusal
from kt1desk.desktop.delivery.rows import receiver_words
from kt1desk.desktop.forms.delivery_result_side import Ui_ResultSide
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number, marks
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.delivery import OutLine
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError
from kt1desk.services.delivery_rules import DeliveryDraft

_NAMED = "Đối chiếu giấy tờ, rồi bấm Dấu cách."
_LACKS = {
    "taker_name": "Gõ họ tên người nhận.",
    "taker_position": "Gõ chức vụ của người nhận.",
    "reference": "Gõ số danh sách và dòng, hoặc số giấy đã ký.",
}


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the inputs of one item."""

    name: str = field(default="", repr=False)
    position: str = field(default="", repr=False)
    reference: str = ""
    named: bool = False


class ResultForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_ResultSide, owner: QWidget) -> None:
        super().__init__(owner)
        self._ui = ui
        self._line: OutLine | None = None
        self._by_scan = False
        self._kept: dict[str, _Typed] = {}
        self._last: tuple[str, _Typed] | None = None
        for each in self._fields().values():
            each.textEdited.connect(lambda _, each=each: each.show_idle())
        ui.taker_name.attach_note(ui.taker_name_note)
        ui.taker_position.attach_note(ui.taker_position_note)
        ui.reference.attach_note(ui.reference_note)
        ui.named.toggled.connect(lambda _: ui.named.set_wanted(False))
        self._way = EnterWay(
            owner,
            (
                Step(ui.taker_name, lambda: not ui.taker_name.text().strip()),
                Step(
                    ui.taker_position, lambda: self._asks_position() and not ui.taker_position.text().strip()
                ),
                Step(ui.named, lambda: self._asks_named() and not ui.named.isChecked()),
                Step(ui.reference, lambda: not ui.reference.text().strip()),
            ),
        )
        self._way.finished.connect(self.finished)
        self.close()

    def line(self) -> OutLine | None:
        """The item whose result is typed, None where there is none."""
        return self._line

    def begun(self) -> frozenset[str]:
        """Items of which something was typed and not saved, but for the one that is open."""
        return frozenset(self._kept) - ({self._line.line.item.item} if self._line else set())

    def open(self, line: OutLine, *, scan: bool) -> None:
        """Begin with an item, or go on where it was left."""
        self._keep()
        if self._line is None or self._line.line.item.item != line.line.item.item:
            self._by_scan = False
        self._line, self._by_scan = line, self._by_scan or scan
        self._show(line, self._kept.get(line.line.item.item, _Typed(reference=_proposed(line))))
        self._ui.taker_card.show()

    def start(self) -> None:
        """The first input that still needs something takes the keys."""
        if self._way.missing():
            self._way.start()
        else:
            self._ui.taker_name.setFocus(Qt.FocusReason.TabFocusReason)

    def close(self) -> None:
        """No item is open; what was typed is kept for when it is opened again."""
        self._keep()
        self._line, self._by_scan = None, False
        ui = self._ui
        ui.item_number.setText("Quét bưu gửi")
        ui.item_kind.setText("hoặc chọn dòng rồi Enter.")
        ui.item_receiver.setText("")
        ui.item_where.setText("Bưu gửi nhận tại quầy cũng quét ở đây.")
        ui.item_receiver.hide()
        ui.taker_card.hide()

    def forget(self) -> None:
        """Whoever works here may see nothing of it any more."""
        self.close()
        self._kept.clear()
        self._last = None

    def stored(self, item: str) -> None:
        """The result of an item is on the disk."""
        line = self._line
        if line is not None and line.line.item.item == item:
            self._last = (_whose(line), self._typed())
            self._line = None
            self.close()
        self._kept.pop(item, None)

    def repeat(self) -> bool:
        """Name and position of whoever took the item before, where this one goes to the same receiver; False where it does not."""
        if (
            self._line is None
            or self._last is None
            or not _whose(self._line)
            or _whose(self._line) != self._last[0]
        ):
            return False
        self._ui.taker_name.setText(self._last[1].name)
        self._ui.taker_position.setText(self._last[1].position)
        self.start()
        return True

    def draft(self) -> DeliveryDraft | None:
        """What was typed; None where something lacks: it is said there, and it takes the keys."""
        line, typed = self._line, self._typed()
        if line is None:
            return None
        lacking = (
            ("taker_name", not typed.name.strip()),
            ("taker_position", self._asks_position() and not typed.position.strip()),
            ("named", self._asks_named() and not typed.named),
            ("reference", not typed.reference.strip()),
        )
        missing = next((name for name, lacks in lacking if lacks), "")
        if missing == "named":
            self._want_named(_NAMED)
        elif missing:
            self._lack(missing, _LACKS[missing])
        if missing:
            return None
        return DeliveryDraft(
            item=line.line.item.item,
            taker_name=typed.name,
            taker_position=typed.position,
            reference=typed.reference,
            round=line.round,
            named=typed.named,
            scan=self._by_scan,
        )

    def is_scanned(self) -> bool:
        """Whether the item that is open was scanned."""
        return self._by_scan

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none of these, or is longer than the line there."""
        if self._line is None:
            return False
        if error.field == "named":
            return self._want_named(say(error))
        if error.field not in self._fields():
            return False
        return self._lack(error.field, say(error))

    def _show(self, line: OutLine, typed: _Typed) -> None:
        ui, item = self._ui, line.line.item
        name, address = receiver_words(line)
        where = (
            f"{line.round} · dòng {line.line.line} · {line.postman_name}" if line.round else "Nhận tại quầy"
        )
        ui.item_number.setText(item_number(item.item))
        ui.item_kind.setText(marks(item.urgency, item.secrecy))
        ui.item_receiver.setText(f"{name}\n{address}" if address else name)
        ui.item_receiver.show()
        ui.item_where.setText(f"{where} · chuyển hoàn người gửi" if item.returning else where)
        ui.taker_name.setText(typed.name)
        ui.taker_position.setText(typed.position)
        ui.reference.setText(typed.reference)
        ui.named.setVisible(self._asks_named())
        ui.named_note.setVisible(self._asks_named())
        ui.named.setChecked(typed.named)
        ui.named.set_wanted(False)
        ui.named_note.show_note(_NAMED if self._asks_named() else "")
        takers = line.line.whither.takers
        ui.taker_name.show_idle(f"Đã đăng ký: {', '.join(takers)}" if takers else "")
        ui.taker_position.show_idle("" if self._asks_position() else "Không phải cơ quan: có thể để trống")
        ui.reference.show_idle("Dòng của danh sách phát" if line.round else "Số của giấy đã ký")

    def _keep(self) -> None:
        """Remember what was typed of the open item."""
        if self._line is None:
            return
        typed, item = self._typed(), self._line.line.item.item
        if typed == _Typed(reference=_proposed(self._line)):
            self._kept.pop(item, None)
        else:
            self._kept[item] = typed

    def _typed(self) -> _Typed:
        ui = self._ui
        return _Typed(
            ui.taker_name.text(), ui.taker_position.text(), ui.reference.text(), ui.named.isChecked()
        )

    def _asks_position(self) -> bool:
        party = self._line.line.whither.party if self._line is not None else None
        return party is not None and bool(party.agency)

    def _asks_named(self) -> bool:
        return self._line is not None and self._line.line.whither.only_named

    def _want_named(self, sentence: str) -> bool:
        """Whether it could be said there."""
        self._ui.named.set_wanted(True)
        self._ui.named.setFocus(Qt.FocusReason.TabFocusReason)
        return show_note(self._ui.named_note, sentence)

    def _lack(self, name: str, sentence: str) -> bool:
        """Whether it could be said there."""
        found = self._fields()[name]
        note: NoteLabel = getattr(self._ui, f"{name}_note")
        fits = show_refusal(found, note, sentence)
        found.selectAll()
        found.setFocus(Qt.FocusReason.TabFocusReason)
        return fits

    def _fields(self) -> Mapping[str, FieldEdit]:
        ui = self._ui
        return {"taker_name": ui.taker_name, "taker_position": ui.taker_position, "reference": ui.reference}


def _proposed(line: OutLine) -> str:
    """Where the signature is if nobody says otherwise: the line of the delivery list."""
    return f"{line.round}/{line.line.line}" if line.round else ""


def _whose(line: OutLine) -> str:
    """What two items have in common that go into the same hands; "" where nobody can say."""
    party = line.line.whither.party
    return (party.agency or f"{party.name}\n{party.address}") if party is not None else ""
