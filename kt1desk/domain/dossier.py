"""What a dossier is at the counter: its form, its ways, its papers, its own number.

QĐ 45/2016/QĐ-TTg, Điều 5: an applicant may have the post take a dossier to the authority, fetch the result, or both; using one does not
oblige to the other. The post's own number is not the authority's mã hồ sơ: that one is given by the one-stop system alone (NĐ 61/2018,
Điều 26) and is never made here. This module must not know prices, dates or screens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kt1desk.domain.errors import DeskError

_LOCAL = re.compile(r"(\d{6})-(\d{6})-(\d{1,5})-(\d{3,6})")


class Direction(StrEnum):
    """Which way a leg goes: to the authority, or back to the applicant."""

    SEND = "send"
    RETURN = "return"


class Form(StrEnum):
    """Which of the three forms of QĐ 45/2016, Điều 5 the applicant uses."""

    SEND = "send"
    RETURN = "return"
    BOTH = "both"

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The legs of the case, in the order in which they are travelled."""
        ways = {
            Form.SEND: (Direction.SEND,),
            Form.RETURN: (Direction.RETURN,),
            Form.BOTH: (Direction.SEND, Direction.RETURN),
        }
        return ways[self]

    @property
    def sends(self) -> bool:
        """Whether papers are handed over at the counter."""
        return Direction.SEND in self.directions

    @property
    def returns(self) -> bool:
        """Whether the result comes back by post."""
        return Direction.RETURN in self.directions


class Presence(StrEnum):
    """What the count at the counter found of one published paper."""

    BROUGHT = "brought"
    NOT_NEEDED = "not_needed"
    """The published list has it for another case than the applicant's."""
    MISSING = "missing"


class InsistReason(StrEnum):
    """Why an applicant sends a dossier of which a paper is missing, after having been guided (TT 17/2017/TT-BTTTT)."""

    BRINGS_LATER = "brings_later"
    AUTHORITY_AGREED = "authority_agreed"
    AUTHORITY_HAS_IT = "authority_has_it"
    APPLICANT_WANTS = "applicant_wants"


class Mode(StrEnum):
    """In which role the clerk works; the word stands in the body of the acceptance, and nothing for the courier."""

    COURIER = ""
    """The post's own: a phiếu gửi is issued and no official paper (QĐ 45/2016/QĐ-TTg)."""
    ONE_STOP = "one_stop"
    """One-stop reception staff (QĐ 468/QĐ-TTg 2021): the official paper comes out of the one-stop system, its number is copied."""


class ApplicantKind(StrEnum):
    """Who applies."""

    PERSON = "person"
    ORGANISATION = "organisation"


class DossierPayment(StrEnum):
    """How the three sums are paid: into the drawer, or to the post's bank account."""

    CASH = "cash"
    TRANSFER = "transfer"


class DeliverTo(StrEnum):
    """Where the result goes."""

    APPLICANT = "applicant"
    """To the applicant's address."""
    OTHER = "other"
    """To another address the applicant names."""
    POINT = "point"
    """To this point, where the applicant comes for it."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of the list of papers (danh mục tài liệu) as counted at the counter.

    Attributes:
        key: its place in the procedure's published list (``1`` is the first), or ``x1`` and so on for a paper added by hand.
        name: as listed, short enough for the list that both sign.
        originals: how many originals (bản chính).
        certified: certified copies (bản sao chứng thực).
        plain: plain copies.
        electronic: copies from an electronic document.
        presence: brought, not needed in this case, or missing.
    """

    key: str
    name: str = field(repr=False)
    originals: int = 0
    certified: int = 0
    plain: int = 0
    electronic: int = 0
    presence: Presence = Presence.BROUGHT

    @property
    def pieces(self) -> int:
        """All sheets of it together, counted as documents."""
        return self.originals + self.certified + self.plain + self.electronic


def count_papers(lines: Iterable[PaperLine]) -> int:
    """Documents in the cover."""
    return sum(line.pieces for line in lines if line.presence is Presence.BROUGHT)


@dataclass(frozen=True, slots=True)
class LocalNumber:
    """The post's own number of a case: point, day, device, how-many-eth of the device's day. Two devices of a point never meet."""

    point: str
    day: date
    device: int
    sequence: int

    @property
    def text(self) -> str:
        """``240000-261122-0-001``."""
        return f"{self.point}-{self.day:%y%m%d}-{self.device}-{self.sequence:03d}"

    @classmethod
    def parse(cls, text: str) -> LocalNumber:
        """Read it back.

        Raises:
            DeskError: ``dossier.number_shape``.
        """
        found = _LOCAL.fullmatch(text.strip())
        if found is None:
            raise DeskError("dossier.number_shape", "dossier")
        point, day, device, sequence = found.groups()
        try:
            on = date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
        except ValueError as error:
            raise DeskError("dossier.number_shape", "dossier") from error
        return cls(point, on, int(device), int(sequence))
