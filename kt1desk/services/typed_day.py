"""Days as they are typed into commands: ``2026-11-01`` or ``01/11/2026``. This module must not know what is asked for."""

from __future__ import annotations

import argparse
import re
from datetime import date

DAY_FORM = "2026-11-01 hoặc 01/11/2026"
"""How a day is typed, for ``--help``."""
_WRONG = "«{}» không phải là ngày. Gõ ngày dạng 2026-11-01"
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_VIETNAMESE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def typed_day(text: str) -> date:
    """The ``type`` of an argument that is a day.

    Raises:
        argparse.ArgumentTypeError: no day is written so; the sentence says how one is.
    """
    iso, vietnamese = _ISO.fullmatch(text.strip()), _VIETNAMESE.fullmatch(text.strip())
    parts = iso.groups() if iso else vietnamese.groups()[::-1] if vietnamese else ()
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_WRONG.format(text)) from error


def add_period(parser: argparse.ArgumentParser, of_first: str = "", of_last: str = "") -> None:
    """``--from`` and ``--to`` as ``first`` and ``last``; what else is to be known of each stands behind its help."""
    for option, name, what, more in (
        ("--from", "first", "từ ngày", of_first),
        ("--to", "last", "đến ngày", of_last),
    ):
        said = f"{what}, {DAY_FORM}{f' ({more})' if more else ''}"
        parser.add_argument(option, required=True, dest=name, type=typed_day, metavar="NGÀY", help=said)
