"""Needs: what the pages ask of the services, as Protocols with frozen values. `app` hands in what fulfils them.

Every method may be slow and is called through `Jobs`, never in the GUI thread, and refuses with `DeskError` whose ``field`` is one of the
names given here. This module must not know how anything is stored, printed or measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from kt1desk.services.papers import ReprintReason
from kt1desk.services.rows import ItemRow, PaperRow, SearchHit, ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import Closing

# --- who is here -------------------------------------------------------------------------------------------------


class LoginNeeds(Protocol):
    """What the log-in page needs. Its fields: ``user``, ``password``."""

    def user_ids(self) -> Sequence[str]:
        """Ids that have a key slot here, in the order to offer them."""

    def log_in(self, user: str, password: str) -> Session:
        """Open the store for a user.

        Raises:
            DeskError: ``login.wrong_password``, ``login.wait`` with ``seconds``, ``store.*``, ``key.*``.
        """

    def hint(self) -> str:
        """A sentence below the fields, such as the trial users and their password; empty on a real desk."""


class LockNeeds(Protocol):
    """What the blanked screen needs to open again."""

    def check_password(self, user: str, password: str) -> None:
        """Prove that it is still the same user (full cost, same delays as at the log-in).

        Raises:
            DeskError: ``login.wrong_password``, ``login.wait``.
        """


# --- the line below --------------------------------------------------------------------------------------------


class Tone(Enum):
    """How a state is told: by colour, icon and word together."""

    CALM = "calm"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """A printer in words, for example ``Máy in nhãn: hết giấy``."""

    text: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """What the status line says.

    Attributes:
        shift: number of the open shift as people say it (``2``), empty while none is open.
        link: the link to the centre in words; ``Chưa nối trung tâm`` while there is none.
        waiting: events that were not sent yet.
        printers: each printer's state in words.
        clock_doubt: why the clock is doubtful, empty while it is not.
        now_ms: the desk's time, UTC milliseconds.
        offset_min: minutes that wall time is ahead of UTC.
    """

    shift: str
    link: str
    link_tone: Tone
    waiting: int
    printers: tuple[PrinterState, ...]
    now_ms: int
    offset_min: int
    clock_doubt: str = ""


class StatusNeeds(Protocol):
    """What the status line reads."""

    def status(self) -> DeskStatus:
        """The state at this moment."""


class SearchNeeds(Protocol):
    """What the one field for scans and searches asks."""

    def search(self, text: str, limit: int) -> Sequence[SearchHit]:
        """Fragments in any order, without diacritics; best first."""


class WindowNeeds(StatusNeeds, SearchNeeds, LockNeeds, Protocol):
    """What the main window itself needs after the log-in."""


# --- first run -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DeskFileSummary:
    """What a desk file says, after its signature was proved with the key whose fingerprint was typed."""

    point: str
    point_name: str
    device: int
    numbers: int


@dataclass(frozen=True, slots=True)
class Administrator:
    """The first user of a desk. Never shown by ``repr``."""

    user: str
    name: str
    password: str

    def __repr__(self) -> str:
        """Nothing of a person, nothing secret."""
        return "Administrator(…)"


class FirstRunNeeds(Protocol):
    """What the first run needs. Its fields: ``desk_file``, ``fingerprint``, ``user``, ``name``, ``password``."""

    def read_desk_file(self, path: str, fingerprint: str) -> DeskFileSummary:
        """Read and prove a desk file.

        Raises:
            DeskError: ``desk_file.*`` with field ``desk_file`` or ``fingerprint``.
        """

    def check_administrator(self, administrator: Administrator) -> None:
        """Refuse what would be refused later, before anything is made.

        Raises:
            DeskError: with field ``user``, ``name`` or ``password``.
        """

    def create(self, path: str, fingerprint: str, administrator: Administrator) -> str:
        """Make the desk of a desk file; returns the recovery code, 25 letters and digits and a check character, in groups of five.

        Raises:
            DeskError: ``desk_file.*``, ``disk.*``, ``store.*``.
        """

    def create_trial(self, administrator: Administrator) -> str:
        """Make a desk to try out, device 0; otherwise as `create`."""


# --- printers and devices --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list: its key and its words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """How a printer is reached. ``role`` is ``label`` or ``receipt``; ``language`` and ``port`` are keys of the choices.

    ``target`` is what the clerk types for a port that needs an address (``192.168.1.40:9100``), empty otherwise.
    """

    role: str
    language: str
    port: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class PrinterChoices:
    """What can be chosen for a role, found just now; ``profile`` is what is set, or None."""

    languages: tuple[Choice, ...]
    ports: tuple[Choice, ...]
    typed_ports: tuple[str, ...]
    profile: PrinterProfile | None
    state: PrinterState


class PrinterSetupNeeds(Protocol):
    """What setting up printers needs. Its fields: ``language``, ``port``, ``target``."""

    def choices(self, role: str) -> PrinterChoices:
        """Look for ports and system printers."""

    def save_profile(self, profile: PrinterProfile) -> None:
        """Keep a profile.

        Raises:
            DeskError: ``printer.*`` with field ``port`` or ``target``.
        """

    def print_test(self, role: str) -> str:
        """Send the test page; returns in words what is known: sent, or printed.

        Raises:
            DeskError: ``printer.*``.
        """


class PapersNeeds(Protocol):
    """What the printers' page needs of the queue."""

    def questions(self) -> Sequence[PaperRow]:
        """Papers that ask the clerk something, oldest first."""

    def papers(self, limit: int) -> Sequence[PaperRow]:
        """The queue, newest first."""

    def is_printed(self, job: int) -> None:
        """The clerk has the paper in his hand."""

    def print_again(self, job: int, reason: ReprintReason) -> None:
        """A new copy, marked as such: nothing came out of the printer, or the paper was spoilt or lost."""

    def release(self, job: int) -> None:
        """Let a paper that waits go to the printer."""


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """Scanner and scale of this desk. Empty port: none. ``wedge_gap_ms`` 0: not measured yet, the tolerant profile is used."""

    wedge: bool
    wedge_gap_ms: int
    scanner_port: str
    scale_port: str
    scale_protocol: str


@dataclass(frozen=True, slots=True)
class DeviceChoices:
    """What can be chosen, found just now, and what is set."""

    ports: tuple[Choice, ...]
    protocols: tuple[Choice, ...]
    settings: DeviceSettings


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the scale says now. ``grams`` is None while it says nothing; ``text`` says it in words."""

    grams: int | None
    stable: bool
    text: str


class DevicesNeeds(Protocol):
    """What the devices' page needs. Its fields: ``scanner_port``, ``scale_port``, ``scale_protocol``."""

    def choices(self) -> DeviceChoices:
        """Look for ports; read what is set."""

    def save_devices(self, settings: DeviceSettings) -> None:
        """Keep and use from now on.

        Raises:
            DeskError: ``scale.*`` or ``scanner.*`` with its field.
        """

    def weigh(self) -> Weighing:
        """One reading.

        Raises:
            DeskError: ``scale.silent``, ``scale.port``.
        """


# --- shift and day ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShiftView:
    """What the shift's page shows, read at once.

    ``open`` is the open shift or None; ``proposed_date`` and ``proposed_float_dong`` are offered for the next one;
    ``denominations`` the notes in circulation in đồng, largest first; ``items`` those of the open (else the last) shift, newest first.
    """

    open: ShiftRow | None
    last: ShiftRow | None
    proposed_date: date
    proposed_float_dong: int
    denominations: tuple[int, ...]
    items: tuple[ItemRow, ...]
    offset_min: int


class ShiftNeeds(Protocol):
    """What the shift's page needs. Its fields: ``business_date``, ``float``, ``counted``."""

    def shift_view(self) -> ShiftView:
        """Everything the page shows."""

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        """Open a shift of a business date with what lies in the drawer.

        Raises:
            DeskError: ``shift.*``.
        """

    def close_shift(self, counted_dong: int) -> Closing:
        """Close the open shift with what was counted; the answer holds the difference, which stands in the journal for ever.

        Raises:
            DeskError: ``shift.*``.
        """


@dataclass(frozen=True, slots=True)
class TodayView:
    """What the day's page shows, read at once. Items wait to leave and stand in the order in which they must leave.

    ``hours`` counts accepted items by hour of the shift (label, count), at most seven.
    """

    shift_open: bool
    accepted: int
    waiting: int
    appointed: int
    questions: int
    numbers_left: int
    numbers_low: bool
    hours: tuple[tuple[str, int], ...]
    items: tuple[ItemRow, ...]
    now_ms: int
    offset_min: int


class TodayNeeds(Protocol):
    """What the day's page needs."""

    def today(self) -> TodayView:
        """Everything the page shows."""
