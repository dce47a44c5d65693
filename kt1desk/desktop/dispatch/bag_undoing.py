"""A closed bag is opened again: which one, why, and the key once more. A scan of the bag answers which one.

It must not know what stands in a bag.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.dispatch import PackNeeds
from kt1desk.services.custody_rows import ReceptacleRow

UNDO_KEY = "Ctrl+U"
_NO_BAG = "Không có túi nào đã đóng mà chưa gửi."
_SHOWN = 9


class BagUndoing(QObject):
    """`done`: a sentence about what was done. `told`: one about what cannot be done."""

    done = Signal(str)
    told = Signal(str)

    def __init__(self, needs: PackNeeds, doing: Doing, asking: ReasonPanel, words: SideWords = KT1) -> None:
        super().__init__(asking)
        self._words = words
        self._needs, self._doing, self._asking = needs, doing, asking
        self._bags: tuple[str, ...] = ()
        self._reasons: Sequence[Choice] = ()

    def press(self) -> None:
        """The key: ask which bag, or answer the question that is open."""
        if not self._asking.is_open():
            self._doing.run(self._read, self._which)
        else:
            self._asking.press(UNDO_KEY)

    def take(self, receptacle: str) -> bool:
        """A bag was scanned while it is asked which; False where that is not asked, or it is none of these."""
        if not self._asking.is_open() or receptacle not in self._bags:
            return False
        self._asking.close_question()
        self._why(receptacle)
        return True

    def _read(self) -> tuple[Sequence[ReceptacleRow], Sequence[Choice]]:
        return self._needs.closed_bags(), self._needs.undo_reasons()

    def _which(self, read: tuple[Sequence[ReceptacleRow], Sequence[Choice]]) -> None:
        bags, self._reasons = read
        self._bags = tuple(bag.receptacle for bag in bags)
        if not bags:
            self.told.emit(_NO_BAG)
            return
        choices = [
            Choice(bag.receptacle, f"{bag.receptacle} · {self._words.counted(bag.items)}")
            for bag in bags[:_SHOWN]
        ]
        text = "Chọn bằng phím số, hoặc quét nhãn cổ túi."
        self._asking.begin(ReasonQuestion("Tháo túi nào?", text, choices, self._why))

    def _why(self, receptacle: str) -> None:
        self._bags = ()

        def undone(_: None) -> None:
            self.done.emit(
                f"Đã tháo túi {receptacle}. {self._words.heading} trở lại danh sách, số túi không dùng lại."
            )

        def act(reason: str) -> None:
            self._doing.run(lambda: self._needs.undo_bag(receptacle, reason), undone)

        self._asking.begin(
            ReasonQuestion(
                title=f"Vì sao tháo túi {receptacle}?",
                text="",
                reasons=self._reasons,
                act=act,
                key=UNDO_KEY,
                does="Tháo túi",
                sure="Bấm Ctrl+U lần nữa để tháo. Niêm phong cũ bị cắt, phải đóng túi mới.",
            )
        )
