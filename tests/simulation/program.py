"""A running program of a desk: the real services over one open store. Everything here dies with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kt1desk.domain.reference import Point, ReferenceData
from kt1desk.domain.service import Service
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.inbox import Inbox
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_kinds import CentreRoom
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.near import Near
from kt1desk.exchange.near_folder import NearFolder
from kt1desk.exchange.trust import KeyList
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.approvals import Approvals
from kt1desk.services.arrivals import Arrivals
from kt1desk.services.confirming import SecondPerson
from kt1desk.services.dispatching import Dispatching
from kt1desk.services.holding import Holding
from kt1desk.services.incidents import Incidents
from kt1desk.services.packing import Packing
from kt1desk.services.ports import Documents
from kt1desk.services.redirecting import Redirecting
from kt1desk.services.remote_approval import Questions
from kt1desk.services.reversal import Reversals
from kt1desk.services.reviewing import Reviews
from kt1desk.services.rounds import Rounds
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.shifts import Shifts
from kt1desk.store.device_key import PointKey
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.own_keys import own_keys
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.reference_files import check_document_for
from kt1desk.store.settings import Settings
from tests.simulation.chance import Faults
from tests.simulation.world import DeskClock, World
from tests.support.points import OnePassword

VERSION, VERSION_NUMBER = "0.7.0", 7_000


@dataclass(frozen=True)
class Setting:
    """What all desks of a run have in common."""

    world: World
    faults: Faults
    reference: ReferenceData
    documents: Documents


@dataclass
class Machine:
    """What outlives every program of a desk, but for its store."""

    device: int
    place: Point
    clock: DeskClock
    entropy: Callable[[int], bytes]
    keys: KeyList
    folder: NearFolder | None = None
    """Where it leaves files for the other desk of its point; None where it has none."""

    @property
    def hardware(self) -> bytes:
        """Its id."""
        return self.device.to_bytes(16, "big")


@dataclass(frozen=True)
class AgreedKeys:
    """Implements `kt1desk.services.remote_approval.SharedKeys` over the key list."""

    own: PointKey = field(repr=False)
    keys: KeyList

    def agree(self, device: int) -> bytes:
        """See `SharedKeys.agree`."""
        peer = self.keys.of_any_day(device)[0]
        return hashlib.sha256(self.own.agree(peer.seal_key)).digest()


def line_desk(machine: Machine, store: DeskStore) -> LineDesk:
    """A desk as the courier knows it."""
    own = own_keys(store, machine.place.code)
    shelf, notes = FrameShelf(store, own.incarnation), Settings(store)
    return LineDesk(
        store, own, own.incarnation, shelf, notes, machine.clock, machine.hardware, VERSION_NUMBER
    )


class Program:
    """The program of one desk."""

    def __init__(self, setting: Setting, machine: Machine, store: DeskStore) -> None:
        clock, keys, reference = machine.clock, machine.keys, setting.reference
        own = own_keys(store, machine.place.code)
        common = (store, reference, clock)
        self.store = store
        self.room = Mailroom(store, own, keys, Settings(store), clock, machine.entropy)
        self.inbox = Inbox(self.room)
        self.line = line_desk(machine, store)
        self.intake = CentreInbox(CentreRoom(store, own, clock, VERSION, check_document_for))
        dossiers = replace(self.room, service=Service.TTHC)
        self.near = Near(self.room, dossiers, machine.folder) if machine.folder is not None else None
        self.queue = PrintQueue(store)
        self.acceptance = Acceptance(*common, setting.documents)
        self.reversals = Reversals(*common, setting.documents)
        self.shifts = Shifts(store, clock)
        self.second = SecondPerson(*common, OnePassword())
        self.approvals = Approvals(*common, Questions(AgreedKeys(own, keys), machine.entropy))
        self.reviews = Reviews(*common)
        self.holding = Holding(*common, setting.documents)
        self.packing = Packing(*common, setting.documents)
        self.dispatching = Dispatching(*common, setting.documents, PaperCodes(own, keys, machine.entropy))
        self.arrivals = Arrivals(*common)
        self.rounds = Rounds(*common, setting.documents)
        self.redirecting = Redirecting(*common)
        self.incidents = Incidents(*common, setting.documents)
        self._sessions: dict[str, Session] = {}

    def session(self, user: str = "clerk") -> Session:
        """The session of a user; it lasts as long as the program."""
        if user not in self._sessions:
            with self.store.read() as reader:
                self._sessions[user] = begin_session(reader, user, {})
        return self._sessions[user]
