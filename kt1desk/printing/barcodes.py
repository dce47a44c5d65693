"""Barcodes as modules and how many dots a module gets; drawing them is somebody else's work.

Only the module string of python-barcode is used, never its ImageWriter: that one rounds every bar on its own, and bars
that differ by a dot at 203 dpi read in 3 of 100 simulated captures where exact ones read in all.
"""

from functools import lru_cache

import segno
from barcode.codex import Code128 as LibraryCode128
from ppf.datamatrix import DataMatrix as LibraryDataMatrix

from kt1desk.domain.errors import DeskError

_X_DOTS = {203: 3, 300: 4, 600: 9}
"""Dots per module of Code 128: 0.375, 0.339 and 0.381 mm, all at least the 0.33 mm UPU S10 recommends."""
_MODULE_DOTS = {203: 4, 300: 6, 600: 12}
"""Dots per module of DataMatrix: half a millimetre, read by every counter scanner."""
_QR_DOTS = {203: 5, 300: 7, 600: 14}
"""Dots per module of QR, 0.59 to 0.63 mm. At 3 dots of 203 dpi half of the simulated captures of a part failed, at 5 none; 8 dots are the
least at 600 dpi, and the same picture at every resolution can be scanned with the same hand.
"""
_START_C = 105
_LONGEST_CODE128 = 40
_LONGEST_DATA_MATRIX = 80
LONGEST_QR = 830
"""Bytes of a part: version 23 at level M, 109 modules, as large as a counter scanner reads from a hand's distance (measured)."""
_SAME_DIGITS = str.maketrans("123456789", "000000000")
_QR_CAPITALS = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
"""What the alphanumeric mode of QR has (ISO/IEC 18004, 7.4.4), and so every base45 text."""


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


def data_matrix_modules(value: str) -> int:
    """Modules on a side of a square DataMatrix: a symbol is as large whatever its digits are, so that one is drawn for all of a shape.

    Raises like `code128_modules`. A paper is proved to fit while a clerk waits, and drawn beside him later; drawing its symbols too would
    take a third of that time.
    """
    return len(data_matrix(value.translate(_SAME_DIGITS)))


@lru_cache(maxsize=512)
def data_matrix(value: str) -> tuple[tuple[int, ...], ...]:
    """Rows of a square DataMatrix, 1 for dark, without quiet zone; raises like `code128_modules`."""
    if not 0 < len(value) <= _LONGEST_DATA_MATRIX or not all(" " <= ch <= "~" for ch in value):
        raise DeskError("paper.barcode_value", "data_matrix")
    return tuple(tuple(int(cell) for cell in row) for row in LibraryDataMatrix(value).matrix)


def qr_dots(dpi: int) -> int:
    """Dots per module of QR; raises like `x_dots`."""
    return _dots(_QR_DOTS, dpi)


def qr_modules(payload: bytes) -> int:
    """Modules on a side of a QR symbol, which follow from how many bytes it has and in which mode; raises like `qr_matrix`."""
    return _qr_modules(len(payload), _qr_mode(payload))


@lru_cache(maxsize=2 * LONGEST_QR)
def _qr_modules(length: int, mode: str) -> int:
    _check_qr(length)
    made = segno.make_qr(b"A" * length, error="m", mode=mode, boost_error=False, mask=0)
    return int(made.symbol_size(border=0)[0])


def _qr_mode(payload: bytes) -> str:
    return "alphanumeric" if _QR_CAPITALS.issuperset(payload) else "byte"


def _check_qr(length: int) -> None:
    if not 0 < length <= LONGEST_QR:
        raise DeskError("paper.barcode_value", "qr")


@lru_cache(maxsize=64)
def qr_matrix(payload: bytes) -> tuple[tuple[int, ...], ...]:
    """Rows of a QR symbol at level M, 1 for dark, without quiet zone.

    Bytes are written as they are, without a statement of their character set; what the smaller alphanumeric mode has goes in that. The
    library is never asked to choose: it takes pairs of bytes for Kanji where it can.

    Raises:
        DeskError: ``paper.barcode_value`` when empty or more than `LONGEST_QR` bytes.
    """
    _check_qr(len(payload))
    made = segno.make_qr(payload, error="m", mode=_qr_mode(payload), boost_error=False)
    return tuple(tuple(int(cell & 1) for cell in row) for row in made.matrix)


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
