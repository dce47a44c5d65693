"""The printers there are, by the language they understand."""

from __future__ import annotations

from kt1desk.simprinter.epl import Epl
from kt1desk.simprinter.escpos import EscPos
from kt1desk.simprinter.machine import Language, Machine
from kt1desk.simprinter.parts import ROLL, Sheet
from kt1desk.simprinter.tspl import Tspl
from kt1desk.simprinter.zpl import Zpl


def machine_of(language: Language, sheet: Sheet | None = None) -> Machine:
    """A printer fresh from its box, with endless paper: a roll for receipts, labels of 100 × 60 mm otherwise."""
    match language:
        case Language.ZPL:
            return Zpl(sheet)
        case Language.TSPL:
            return Tspl(sheet)
        case Language.EPL:
            return Epl(sheet)
        case Language.ESCPOS:
            return EscPos(sheet or ROLL)
