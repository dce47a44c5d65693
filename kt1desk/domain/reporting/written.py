"""Numbers of a report as Vietnamese papers write them: points between thousands, a comma before decimals, a space before the percent sign.

This module must not know what is counted.
"""

from __future__ import annotations

from datetime import date

from kt1desk.domain.money import grouped_digits
from kt1desk.domain.reporting.report import Cell, Kind

UNKNOWN = "–"
"""What stands where nothing is known: no zero, which would be a figure."""
_MINUS = "\N{MINUS SIGN}"


def grouped_number(number: int) -> str:
    """``1798`` → ``1.798``; a negative one has a true minus sign."""
    return ("" if number >= 0 else _MINUS) + grouped_digits(abs(number))


def percent(hundredths: int) -> str:
    """``764`` → ``7,64 %``; whole and half-known parts are not padded: ``200`` → ``2 %``, ``5680`` → ``56,8 %``."""
    whole, part = divmod(abs(hundredths), 100)
    decimals = f"{part:02d}".rstrip("0")
    sign = "" if hundredths >= 0 else _MINUS
    return f"{sign}{grouped_number(whole)}{',' + decimals if decimals else ''} %"


def _signed(text: str, number: int) -> str:
    return f"+{text}" if number > 0 else text


def cell_text(cell: Cell, kind: Kind) -> str:
    """A cell as it is read. Units stand in the head of the column, save the percent sign."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, str):
        return f"{date.fromisoformat(cell):%d/%m/%Y}" if kind is Kind.DATE and cell else cell
    if kind is Kind.SHARE:
        return percent(cell)
    if kind is Kind.CHANGE_SHARE:
        return _signed(percent(cell), cell)
    if kind in {Kind.CHANGE, Kind.CHANGE_DONG}:
        return _signed(grouped_number(cell), cell)
    return grouped_number(cell)
