"""How an open desk exchanges: its line to the centre and its shared folder, put together from what is kept in its store.

This module must not know when anything is exchanged, nor any screen.
"""

from __future__ import annotations

from kt1desk import __version__
from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_files import line_settings
from kt1desk.app.line_room import Rounds, Ways
from kt1desk.app.listed_near import ListedNear
from kt1desk.app.machine_id import machine_id
from kt1desk.app.mail_room import keys_of, mailroom_of
from kt1desk.domain.events import Stream
from kt1desk.domain.service import Service
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.line_access import access_of
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_kinds import CentreRoom
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.near_folder import NearFolder
from kt1desk.exchange.near_setting import near_path
from kt1desk.exchange.round_report import RoundReport
from kt1desk.recovery.restoring import reason_to_bar
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.incarnations import bar
from kt1desk.store.journal import DeskStore
from kt1desk.store.reference_files import check_document_for
from kt1desk.store.settings import Settings

_MAJOR, _MINOR = 1_000_000, 1_000


def ways_of_desk(desk: OpenDesk, folder: DataFolder) -> Ways:
    """The ways a desk has now. A trial desk has none.

    Raises:
        DeskError: ``machine.no_id``; ``disk.*``.
    """
    if desk.session.desk.trial:
        return Ways()
    line = _line(desk, folder)
    if line is None:
        return Ways(near=_near(desk))
    courier = Courier(line, line_desk(desk), CentreInbox(centre_room(desk)))
    return Ways(Barring(courier, desk.store), _near(desk), line.close)


class Barring:
    """Rounds of a desk that writes nothing any more once the centre has said that it may be a copy (`docs/decisions/restore.md`).

    Args:
        rounds: the rounds.
        store: what is barred.
    """

    def __init__(self, rounds: Rounds, store: DeskStore) -> None:
        self._rounds = rounds
        self._store = store

    def round(self) -> RoundReport:
        """One round, and what follows from it.

        Raises:
            DeskError: as the rounds; ``disk.*``.
        """
        report = self._rounds.round()
        if reason := reason_to_bar(report):
            bar(self._store, reason)
        return report


def written_by(desk: OpenDesk) -> tuple[int, ...]:
    """Differs whenever the desk wrote something since it was last asked.

    Raises:
        DeskError: ``disk.*``.
    """
    with desk.store.read() as reader:
        return tuple(reader.last_seq(stream) for stream in Stream)


def line_desk(desk: OpenDesk) -> LineDesk:
    """The desk as it speaks at the gate.

    Raises:
        DeskError: ``machine.no_id``; ``disk.*``.
    """
    incarnation = desk.session.desk.incarnation
    return LineDesk(
        journal=desk.store,
        own=keys_of(desk),
        incarnation=incarnation,
        shelf=FrameShelf(desk.store, incarnation),
        notes=Settings(desk.store),
        clock=desk.clock,
        hardware=machine_id(),
        program=program_number(__version__),
    )


def centre_room(desk: OpenDesk) -> CentreRoom:
    """What the centre's mail is taken in with.

    Raises:
        DeskError: ``disk.*``.
    """
    return CentreRoom(desk.store, keys_of(desk), desk.clock, __version__, check_document_for)


def program_number(version: str) -> int:
    """A version as one number: ``0.1.12`` is 1012. What follows the third number says nothing here."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    return major * _MAJOR + minor * _MINOR + patch


def _line(desk: OpenDesk, folder: DataFolder) -> GateLine | None:
    access = access_of(Settings(desk.store))
    return GateLine(line_settings(folder, access)) if access is not None else None


def _near(desk: OpenDesk) -> ListedNear | None:
    path = near_path(Settings(desk.store))
    if path is None:
        return None

    def rooms() -> tuple[Mailroom, Mailroom]:
        return mailroom_of(desk, Service.KT1), mailroom_of(desk, Service.TTHC)

    return ListedNear(rooms, NearFolder(path))
