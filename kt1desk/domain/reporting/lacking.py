"""What a report could not know, and whom the numbers from outside come from: the notes below it, in sentences."""

from __future__ import annotations

from kt1desk.domain.post_registers import OUTSIDE_FIGURES
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.periods import Period, words
from kt1desk.domain.reporting.sources import Denominator, Sources
from kt1desk.domain.reporting.written import grouped_number

_BOOK = REGISTERS[OUTSIDE_FIGURES]
_SCOPE = next(column for column in _BOOK.columns if column.code == "scope")


class Lacking:
    """Gathered while quantities are reckoned; each thing is said once.

    Args:
        sources: of which something may be lacking.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._last_year = False
        self._registers: set[str] = set()
        self._known: set[tuple[str, str]] = set()
        self._unknown: dict[tuple[str, str], set[str]] = {}
        self._typed: dict[tuple[str, str], str] = {}

    def last_year(self) -> None:
        """The figures of last year are."""
        self._last_year = True

    def register(self, code: str) -> None:
        """The entries of a register are."""
        self._registers.add(code)

    def outside(self, title: str, days: Period, found: Denominator | None, row: str, typed: str = "") -> None:
        """A number from outside was asked for.

        Args:
            title: what it is called.
            days: that it is of.
            found: the number, None where nobody entered it.
            row: the row it belongs to, "" for the whole.
            typed: what is to be typed as its scope.
        """
        said = (title, words(days))
        if found is None:
            self._unknown.setdefault(said, set()).add(row)
            if not row:
                self._typed[said] = typed
            return
        number = f" {grouped_number(found.number)}," if not row else ""
        source = f"{title} ({words(days)}):{number} theo {found.source}, ngày {found.day:%d/%m/%Y}."
        self._known.add((title, source))

    def notes(self) -> tuple[str, ...]:
        """What is to be said below the report."""
        made = [source for _, source in sorted(self._known)]
        for (title, days), rows in sorted(self._unknown.items()):
            lines = len(rows - {""})
            where = f", {lines} dòng của bảng" if lines else ""
            typed = self._typed.get((title, days), "")
            scope = f", cột «{_SCOPE.title}» ghi {typed}," if typed else ""
            made.append(
                f"Chưa có «{title}» ({days}{where}): số này ngoài bưu điện, ghi vào sổ «{_BOOK.title}»{scope} kèm nguồn. "
                "Tỷ lệ để trống, không phải bằng 0."
            )
        if self._last_year:
            made.append("Chưa có số liệu cùng kỳ năm trước: cột so sánh để trống, không phải bằng 0.")
        for code in sorted(self._registers):
            title = REGISTERS[code].title if code in REGISTERS else code
            made.append(f"Chưa có sổ «{title}»: các số lấy từ sổ này để trống, không phải bằng 0.")
        return tuple(made)
