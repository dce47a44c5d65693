"""Facts of who got in, who was refused, what left the desk and whether its records are whole: what an inspector asks years later.

None holds a name, a number of an identity, a party or a password. This module must not know who may read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class SessionOpened(PlainFact):
    """Somebody began to work at this desk.

    Attributes:
        user: id of the user.
        by: how he proved himself: ``password`` or ``recovery`` (the printed code).
        refused: wrong passwords, anybody's, since somebody got in last.
    """

    TYPE: ClassVar[str] = "session.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    user: str
    by: str
    refused: int = 0


@dataclass(frozen=True, slots=True)
class SessionClosed(PlainFact):
    """He stopped. ``why``: ``log_off``, ``switch`` (another user took over), ``revoked``, ``ended`` (the program was closed)."""

    TYPE: ClassVar[str] = "session.closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    user: str
    why: str


@dataclass(frozen=True, slots=True)
class ActRefused(PlainFact):
    """Somebody asked for what he may not do. ``act`` is the right that was missing, ``code`` of the refusal."""

    TYPE: ClassVar[str] = "act.refused"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    user: str
    act: str
    code: str


@dataclass(frozen=True, slots=True)
class UserRevoked(PlainFact):
    """A user may not log in here any more; enrolling him again ends it.

    Attributes:
        user: id of the user.
        why: ``left``, ``moved``, ``suspended``, ``idle`` (45 days without a log-in: TCVN 14423:2026, 5.6) or ``centre``.
    """

    TYPE: ClassVar[str] = "user.revoked"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    user: str
    why: str


@dataclass(frozen=True, slots=True)
class ExportMade(PlainFact):
    """Records left the desk as a file.

    Attributes:
        what: code of the export (``audit``, ``register``, …).
        rows: how many records.
        sha256: of the file's bytes, in hex.
    """

    TYPE: ClassVar[str] = "export.made"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    what: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SettingChanged(PlainFact):
    """A setting of this machine was changed: its name, never its content."""

    TYPE: ClassVar[str] = "setting.changed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    name: str


@dataclass(frozen=True, slots=True)
class ClockJumped(PlainFact):
    """The wall clock was set while the desk ran, or went back while it was off.

    Attributes:
        forward_ms: by how much, if forward.
        back_ms: by how much, if back.
    """

    TYPE: ClassVar[str] = "clock.jumped"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    forward_ms: int = 0
    back_ms: int = 0


@dataclass(frozen=True, slots=True)
class BackupMade(PlainFact):
    """A backup was written, opened again and proved against both chains.

    Attributes:
        place: name of the place in the settings.
        sha256: of the file, in hex.
        kt1: last event of the KT1 stream in it; empty where there is none.
        counter: last event of the counter stream in it.
    """

    TYPE: ClassVar[str] = "backup.made"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    place: str
    sha256: str
    counter: str
    kt1: str = ""


@dataclass(frozen=True, slots=True)
class BackupFailed(PlainFact):
    """A backup was due and could not be made; once for each place and shift. ``code`` of the refusal."""

    TYPE: ClassVar[str] = "backup.failed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    place: str
    code: str


@dataclass(frozen=True, slots=True)
class RecordsChecked(PlainFact):
    """Every page and both chains were read again, and all that is shown was computed anew and compared.

    Attributes:
        kt1: events of the KT1 stream that were read.
        counter: events of the counter stream that were read.
        found: code of what was found; empty where all is well.
        at: where: an event's id or the name of a table.
    """

    TYPE: ClassVar[str] = "records.checked"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    kt1: int
    counter: int
    found: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class PartiesViewed(PlainFact):
    """Somebody uncovered the parties of an A, B or C item where they stand masked."""

    TYPE: ClassVar[str] = "parties.viewed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    user: str
