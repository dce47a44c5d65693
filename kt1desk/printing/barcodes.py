"""Barcodes as modules and how many dots a module gets; drawing them is somebody else's work.

Only the module string of python-barcode is used, never its ImageWriter: that one rounds every bar on its own, and bars
that differ by a dot at 203 dpi read in 3 of 100 simulated captures where exact ones read in all.
"""

from functools import lru_cache

from barcode.codex import Code128 as LibraryCode128
from ppf.datamatrix import DataMatrix as LibraryDataMatrix

from kt1desk.domain.errors import DeskError

_X_DOTS = {203: 3, 300: 4, 600: 9}
"""Dots per module of Code 128: 0.375, 0.339 and 0.381 mm, all at least the 0.33 mm UPU S10 recommends."""
_MODULE_DOTS = {203: 4, 300: 6, 600: 12}
"""Dots per module of DataMatrix: half a millimetre, read by every counter scanner."""
_START_C = 105
_LONGEST_CODE128 = 40
_LONGEST_DATA_MATRIX = 80


class _SafeCode128(LibraryCode128):  # type: ignore[misc]
    """python-barcode 0.16.1 takes a leading "99" for "change to set C" and drops it (its issue 251, mended unreleased)."""

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if encoded[:2] == [_START_C, 99]:
            return encoded
        return list(super()._try_to_optimize(encoded))


def x_dots(dpi: int) -> int:
    """Dots per module of Code 128 at a resolution we print at.

    Raises:
        DeskError: ``printer.dpi`` for another resolution; a guessed width would round bars.
    """
    return _dots(_X_DOTS, dpi)


def module_dots(dpi: int) -> int:
    """Dots per module of DataMatrix; raises like `x_dots`."""
    return _dots(_MODULE_DOTS, dpi)


def _dots(table: dict[int, int], dpi: int) -> int:
    if dpi not in table:
        raise DeskError("printer.dpi", "dpi", dpi=dpi)
    return table[dpi]


@lru_cache(maxsize=512)
def code128_modules(value: str) -> str:
    """Modules of a Code 128 symbol from start to stop, "1" for a bar, without quiet zones.

    Raises:
        DeskError: ``paper.barcode_value`` when empty, too long or not printable ASCII.
    """
    if not 0 < len(value) <= _LONGEST_CODE128 or not all(" " <= ch <= "~" for ch in value):
        raise DeskError("paper.barcode_value", "barcode")
    return str(_SafeCode128(value).build()[0])


@lru_cache(maxsize=512)
def data_matrix(value: str) -> tuple[tuple[int, ...], ...]:
    """Rows of a square DataMatrix, 1 for dark, without quiet zone; raises like `code128_modules`."""
    if not 0 < len(value) <= _LONGEST_DATA_MATRIX or not all(" " <= ch <= "~" for ch in value):
        raise DeskError("paper.barcode_value", "data_matrix")
    return tuple(tuple(int(cell) for cell in row) for row in LibraryDataMatrix(value).matrix)


def runs(cells: str | tuple[int, ...]) -> list[tuple[int, int]]:
    """Dark runs of one row as (first module, modules)."""
    found: list[tuple[int, int]] = []
    for index, cell in enumerate(cells):
        if cell not in {"1", 1}:
            continue
        if found and sum(found[-1]) == index:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((index, 1))
    return found
