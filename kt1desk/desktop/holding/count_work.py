"""«Kiểm đếm»: what lies at a holder is scanned piece by piece and held against the books: what is missing, what is too many.

Each holder has a count of its own, which stays until it is begun anew. Nothing is written: what differs is for an incident record. The work
must not know who may keep one.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.holding_count_side import Ui_CountSide
from kt1desk.desktop.holding.lists import HoldingLists
from kt1desk.desktop.holding.rows import SURPLUS_COLUMNS, holder_name, surplus_rows
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import PageKey
from kt1desk.desktop.widgets import Hint, Role, set_role
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError


class CountWork(QWidget):
    """Counts what is shown. Numbers are kept per holder ("" for all of them together)."""

    hints = (
        Hint("đã thấy", "Dấu cách"),
        Hint("đã thấy hết", "Ctrl+A"),
        Hint("đổi nơi giữ", "Ctrl+L"),
    )

    def __init__(self, lists: HoldingLists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = lists
        self._ui = Ui_CountSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._counted: dict[str, list[str]] = {}
        self._surplus = ui.surplus.show_rows(SURPLUS_COLUMNS)
        ui.surplus.set_empty_text("Không thừa.")
        ui.surplus.setAccessibleName(f"{lists.words.heading} thừa so với sổ")
        self._differs = False
        ui.difference.clicked.connect(self.show_difference)
        ui.again.clicked.connect(self.begin_anew)
        self.tell("")
        self.hide()

    def begin(self) -> None:
        """See `HoldingWork`: the ticks are what was counted here."""
        self._differs = False
        self._lists.show_only(None)
        self._lists.remark(self._here())
        self._show_sums()

    def settle(self) -> None:
        """See `HoldingWork`: of what stands in the list exactly the ticked ones are there."""
        visible = [each.item.item for _, each in self._lists.standing()]
        ticked = {each.item.item for each in self._lists.marked()}
        before = self._here()
        kept = [item for item in before if item in ticked or item not in visible]
        self._counted[self._lists.key] = [
            *kept,
            *(item for item in visible if item in ticked and item not in kept),
        ]
        if self._differs and ticked:
            self._show_missing()
        self._show_sums()

    def go_on(self) -> None:
        """See `HoldingWork`."""
        self.show_difference()

    def keys(self) -> Sequence[PageKey]:
        """See `HoldingWork`."""
        return (
            PageKey("F9", "chỉ xem chênh lệch, xem lại tất cả", self.show_difference),
            PageKey("F8", "đếm lại nơi này từ đầu", self.begin_anew),
        )

    def take_scan(self, code: str) -> bool:
        """See `HoldingWork`: it is there, whatever the books say."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM:
            return False
        if scan.value in self._here():
            raise DeskError("holding.counted", "items", number=scan.value)
        self._counted.setdefault(self._lists.key, []).append(scan.value)
        if self._differs:
            self._show_missing()
        else:
            self._lists.mark(scan.value)
        self._show_sums()
        return True

    def tell(self, sentence: str) -> None:
        """See `HoldingWork`."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def step_back(self) -> bool:
        """See `HoldingWork`: from the differences to the whole list."""
        if self._differs:
            self.begin()
            return True
        return False

    def forget(self) -> None:
        """See `HoldingWork`."""
        self._counted.clear()
        self._surplus.set_rows(())

    def show_difference(self) -> None:
        """Only what is missing, or everything again."""
        if self._differs:
            self.begin()
        else:
            self._differs = True
            self._show_missing()
            self._show_sums()
        self._lists.take_keys()

    def begin_anew(self) -> None:
        """Nothing is counted here yet."""
        self._counted[self._lists.key] = []
        self.begin()

    def _show_sums(self) -> None:
        ui, here, numbers, holder = (
            self._ui,
            self._here(),
            self._numbers(),
            self._lists.board.holder(self._lists.key),
        )
        surplus = [item for item in here if item not in numbers]
        seen = len(here) - len(surplus)
        missing = len(numbers) - seen
        ui.figure_title.setText(f"Đang đếm: {holder_name(holder) if holder else 'tất cả'}")
        ui.figure.setText(f"{count(seen)} / {count(len(numbers))}")
        set_role(ui.figure_note, Role.WARN if here and (missing or surplus) else Role.MUTED)
        ui.figure_note.setText(
            _difference(missing, len(surplus)) if here else f"Quét từng {self._lists.words.noun} ở nơi này."
        )
        ui.surplus_count.setText(self._lists.words.counted(len(surplus)))
        self._surplus.set_rows(surplus_rows([(item, self._lists.board.where_is(item)) for item in surplus]))
        ui.difference.setText("Xem lại tất cả" if self._differs else "Chỉ xem chênh lệch")

    def _show_missing(self) -> None:
        here = set(self._here())
        self._lists.show_only(frozenset(item for item in self._numbers() if item not in here))

    def _here(self) -> list[str]:
        """What was counted at the holder that is shown, in the order of the scans."""
        return self._counted.get(self._lists.key, [])

    def _numbers(self) -> list[str]:
        """What the books have there."""
        return [each.item.item for _, each in self._lists.board.held(self._lists.key)]


def _difference(missing: int, surplus: int) -> str:
    """``Thiếu 2 · thừa 1``, ``Khớp với sổ``."""
    said = [f"{word} {count(number)}" for word, number in (("thiếu", missing), ("thừa", surplus)) if number]
    return " · ".join(said).capitalize() if said else "Khớp với sổ."
