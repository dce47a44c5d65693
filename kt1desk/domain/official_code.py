"""The authority's number of a case (mã hồ sơ) as it is copied from the giấy hẹn; it is never made here.

Its forms change with the rules of the day (TT 01/2018/TT-VPCP, Điều 19; QĐ 20/2020/QĐ-TTg puts the province first; ministries use longer
sequences), so a code of another form is doubted and not refused. This module must not know the post's own number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.errors import DeskError

_USUAL = re.compile(
    r"(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){0,4})-(\d{6})-\d{4,7}", re.ASCII
)
_STORABLE = re.compile(r"[A-Z0-9][A-Z0-9.\-/]{3,39}")


@dataclass(frozen=True, slots=True)
class OfficialCode:
    """A code as it will be stored.

    Attributes:
        text: upper case, no blanks.
        day: the day of receipt in it, or None where none can be read.
        doubt: code of the doubt about it, or "".
    """

    text: str
    day: date | None
    doubt: str


def official_code(text: str) -> OfficialCode:
    """Hold a copied code against the usual forms and its date against the calendar.

    Raises:
        DeskError: ``dossier.official_code`` for what cannot be stored as a code at all.
    """
    code = "".join(text.split()).upper()
    if _STORABLE.fullmatch(code) is None:
        raise DeskError("dossier.official_code", "official")
    found = _USUAL.fullmatch(code)
    if found is None:
        return OfficialCode(code, None, "dossier.official_shape")
    day = _day(found[1])
    return OfficialCode(code, day, "" if day else "dossier.official_day")


def _day(digits: str) -> date | None:
    try:
        return date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None
