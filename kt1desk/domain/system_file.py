"""Files for the post's other systems: which columns a system wants, by which of our facts each is filled, and how it answers.

The same acceptance is typed again today into the post's own software and into the one-stop system. Which columns those take is nowhere
published, so a mapping is dated data, a sample until somebody has seen the real import (tthc.md §6, §8). This module must not know how a
file is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.dated import Dated
from kt1desk.domain.service import Service


class ItemFact(StrEnum):
    """What a column about an item may be filled with."""

    NUMBER = "number"
    ACCEPTED_DAY = "accepted_day"
    ACCEPTED_AT = "accepted_at"
    POINT = "point"
    CLERK = "clerk"
    SHIFT = "shift"
    WEIGHT_G = "weight_g"
    PAYMENT = "payment"
    TOTAL_DONG = "total_dong"
    PRODUCT = "product"
    SCOPE = "scope"
    URGENCY = "urgency"
    LETTER = "letter"
    SENDER = "sender"
    SENDER_ADDRESS = "sender_address"
    RECEIVER = "receiver"
    RECEIVER_ADDRESS = "receiver_address"


class CaseFact(StrEnum):
    """What a column about a case may be filled with. Nobody's identity number is among them."""

    NUMBER = "number"
    ACCEPTED_DAY = "accepted_day"
    ACCEPTED_AT = "accepted_at"
    POINT = "point"
    CLERK = "clerk"
    SHIFT = "shift"
    WEIGHT_G = "weight_g"
    PAYMENT = "payment"
    TOTAL_DONG = "total_dong"
    SEND_NUMBER = "send_number"
    RETURN_NUMBER = "return_number"
    OFFICIAL = "official"
    FORM = "form"
    PROCEDURE = "procedure"
    PROCEDURE_NAME = "procedure_name"
    AUTHORITY = "authority"
    AUTHORITY_NAME = "authority_name"
    APPLICANT = "applicant"
    PHONE = "phone"
    POSTAGE_DONG = "postage_dong"
    COLLECTED_DONG = "collected_dong"
    DOCUMENTS = "documents"
    PROMISED_DAY = "promised_day"


FACTS: Mapping[Service, type[StrEnum]] = MappingProxyType({Service.KT1: ItemFact, Service.TTHC: CaseFact})
"""What the columns of a service's file may hold; anything else refuses the row when it is read."""


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of the file, or of the answer: its heading there, what stands in it, other headings it is known by."""

    title: str
    holds: str
    spellings: tuple[str, ...] = ()


class Answer(StrEnum):
    """What a column of an answer may hold."""

    NUMBER = "number"
    CODE = "code"
    RECEIVED_DAY = "received_day"
    OFFICIAL_DAY = "official_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemFile(Dated):
    """How one system takes what one service accepts.

    Attributes:
        system: its frozen code.
        title: as people call it.
        service: whose things go there.
        columns: of the file it takes; each holds one of `FACTS`.
        answers: of the file it gives back; each holds an `Answer`.
        registers: whether the code it gives is the authority's mã hồ sơ, to be copied into the case.
    """

    system: str
    title: str
    service: Service
    columns: tuple[FileColumn, ...]
    answers: tuple[FileColumn, ...]
    registers: bool

    @property
    def mapping(self) -> str:
        """What tells this mapping from another one of the same system."""
        return f"{self.system}/{self.valid_from.isoformat()}"
