"""What stands on a blank register sheet: the paper on which work goes on while the desk stands still, entered later.

This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.services.paper_head import PaperHead, numbered, present

BLANK_REGISTER, BLANK_REGISTER_VERSION = "blank_register", 1


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column of a register: its name, and its width in relation to the others."""

    name: str
    share: int = 1


@dataclass(frozen=True, slots=True)
class BlankRegisterPaper:
    """Everything the sheet says.

    Attributes:
        head: ``head.form`` names the register.
        columns: at least one; a running number stands before them.
        sheets: how many sheets to print.
        number: of the pile: each sheet adds its own. "" for sheets without a number.
        kept: whether the sheet alone says when it was, because later entry does not cover what is written on it.
    """

    head: PaperHead
    columns: tuple[BlankColumn, ...]
    sheets: int = 1
    number: str = ""
    kept: bool = False


def blank_register_values(paper: BlankRegisterPaper) -> dict[str, str]:
    """The texts of the A4 sheet, ``column_1_name``/``column_1_share`` and so on. It proves no event."""
    head = paper.head.values()
    return present(
        {
            **{name: head[name] for name in ("title", "form_code", "provider", "point", "made_at", "trial")},
            "sheets": str(paper.sheets),
            "number": paper.number,
            "kept": "1" if paper.kept else "",
            **numbered("column", ({"name": each.name, "share": str(each.share)} for each in paper.columns)),
        }
    )
