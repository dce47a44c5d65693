"""A published administrative procedure (thủ tục hành chính): what a version of it asks for and allows.

Versions follow each other by decision and day (valid_from); a dossier keeps the version it was accepted under. What the source does not
say stays empty: unknown is None, never a guess. This module must not know any procedure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import fold

_CODE = re.compile(r"([1-9]\.\d{6})(?:\.000\.00\.00)?(?:\.[A-Z]\d{2})?", re.ASCII)
_LOCAL = "KM-"
_LOCAL_DIGITS = 8
_LOCAL_KEY = re.compile(rf"{_LOCAL}[0-9A-F]{{{_LOCAL_DIGITS}}}")


class Channel(StrEnum):
    """How a dossier reaches the authority."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


class DurationUnit(StrEnum):
    """What a duration counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    SAME_DAY = "same_day"
    """Settled on the day of receipt; after the cut-off hour on the next working day."""


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """One row of «cách thức thực hiện».

    Attributes:
        channel: which.
        duration: how many units, None where the source does not say.
        unit: None where the source does not say.
        fee_dong: fee and charge together in đồng, None where the source does not say or gives words only.
        note: what the source says about it in words, shortened.
    """

    channel: Channel
    duration: int | None = None
    unit: DurationUnit | None = None
    fee_dong: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """One paper of the published list.

    Attributes:
        key: its place in the list, ``1`` is the first.
        name: as published.
        group: the case («trường hợp») it belongs to, or "".
        originals: how many originals are asked for.
        copies: how many copies are asked for.
        certified: whether the copies must be certified; None where the source does not say.
    """

    key: str
    name: str
    group: str = ""
    originals: int = 0
    copies: int = 0
    certified: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Dated):
    """One version of a procedure.

    Attributes:
        code: short national code, ``1.001612``, or the desk's own key where none is published (`local_key`).
        name: as published.
        field: lĩnh vực, or "".
        level: ``tỉnh``, ``xã``, ``bộ`` or several separated by blanks and commas, or "".
        authorities: ids of the authorities of this province that receive it, the usual one first; ``XA-`` and the rest of an id
            (``XA-TTHCC``) stand for that body of every commune; may be empty.
        papers: the published list.
        channels: at most one row for each channel.
        may_send: whether it may be sent by post; None where no source says.
        may_return: whether the result may come by post; None where no source says.
        decision: the decision that publishes this version, or "".
    """

    code: str
    name: str
    field: str = ""
    level: str = ""
    authorities: tuple[str, ...] = ()
    papers: tuple[ListedPaper, ...] = ()
    channels: tuple[ChannelRule, ...] = ()
    may_send: bool | None = None
    may_return: bool | None = None
    decision: str = ""

    def channel(self, channel: Channel) -> ChannelRule | None:
        """The row for a channel."""
        return next((row for row in self.channels if row.channel is channel), None)

    @property
    def version(self) -> str:
        """What tells this version from another: the day it came into force."""
        return self.valid_from.isoformat()


def procedure_code(text: str) -> str:
    """The first two groups of a code, by which codes are compared: ``1.001612.000.00.00.H48`` is ``1.001612``. A local key stays.

    Raises:
        DeskError: ``dossier.procedure_code``.
    """
    typed = text.strip().upper()
    if is_local_key(typed):
        return typed
    found = _CODE.fullmatch(typed)
    if found is None:
        raise DeskError("dossier.procedure_code", "procedure", typed=text.strip()[:40])
    return found[1]


def local_key(name: str) -> str:
    """What a procedure is known by on this desk while no code is published: ``KM-`` (không mã) and 32 bits of its name's digest.

    The name counts as it is searched, so that tones put elsewhere or another case of letters are no other procedure.
    """
    return _LOCAL + sha256(fold(name).encode()).hexdigest()[:_LOCAL_DIGITS].upper()


def is_local_key(code: str) -> bool:
    """Whether this is a key of `local_key` and no national code; people are never shown it as a code."""
    return _LOCAL_KEY.fullmatch(code) is not None
