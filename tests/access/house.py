"""A desk full of KT1 and of dossiers, the people who knock at its doors, and what must not be heard through them."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.domain.permissions import Act, Actor, Role
from kt1desk.domain.registers import REGISTERS
from kt1desk.services.batch_items import ItemTaker
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.numbers import Rolls
from kt1desk.services.sessions import Session
from tests.access.doors import ServiceDoor
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter, counter, ordinary
from tests.support.dossiers import ordinary_dossier

HANDED_BY = "Ma Thế Nhàn"
PHONE = "0987001122"
OTHER = OtherParty("Trường Chính trị tỉnh Cao Bằng", "Phường Thục Phán, tỉnh Cao Bằng", "04")
DAY_MS = 24 * 3_600_000
SECRET = bytes(32)
NAMED: Mapping[str, object] = {
    "receptacle": "TUI00000001",
    "receptacles": ("TUI00000001",),
    "seal": "NP0000001",
    "dispatch": "CT240000-261123-0-1",
    "round": "PH240000-261123-0-1",
    "incident": "BB240000-261123-0-1",
    "giver": "Nguyễn Văn An",
    "code": next(iter(REGISTERS)),
    "question": "12345678",
    "device": 7,
    "month": "2026-11",
    "system": "bccp_kt1",
    "template": "kt1_results",
    "batch": "bccp_kt1-0-1",
    "weight_g": 900,
}
"""Arguments that must have a shape before anything else is asked, by their names."""


@dataclass(frozen=True)
class House:
    """The desk, what was accepted, and every text of it that is of KT1."""

    counter: Counter
    items: tuple[str, ...]
    parked: int
    label: int
    planted: frozenset[str]

    def desk(self, session: Session) -> OpenDesk:
        """The desk as opened by somebody."""
        return replace(open_desk_of(self.counter, "clerk"), session=session)

    def heard(self, answer: object) -> set[str]:
        """What of KT1 an answer says."""
        said = "\n".join(texts(answer))
        return {text for text in self.planted if text in said}


@contextmanager
def house(root: Path) -> Iterator[House]:
    """A plain item, one for each letter, one to a receiver outside the list, and a case; a draft laid aside; a paper in the queue."""
    with counter(root) as desk:
        desk.open_shift()
        covers = (
            replace(ordinary(), payment=Payment.CASH, handed_by=HANDED_BY, handed_by_phone=PHONE),
            *(replace(ordinary(), secrecy=letter) for letter in (Secrecy.A, Secrecy.B, Secrecy.C)),
            replace(ordinary(), receiver="", other_receiver=OTHER),
        )
        accepted = [desk.accept(cover) for cover in covers]
        desk.accept_dossier()
        parked = open_desk_of(desk, "clerk").aside.park_item(desk.session(), ordinary())
        agencies = [row for row in desk.reference.agencies if row.call_code in {"SNV", "UBVL"}]
        words = {text for row in agencies for text in (row.name, row.short_name, row.address, row.agency_id)}
        items = tuple(one.item for one in accepted)
        yield House(
            desk,
            items,
            parked,
            accepted[0].label_job,
            frozenset({*words, *items, HANDED_BY, PHONE, OTHER.name, OTHER.address}),
        )


def user(until: date | None) -> Actor:
    """Somebody with every role, so that the clearance alone decides."""
    return Actor("clerk", frozenset(Role), until)


KNOCKING = ("never cleared", "ended yesterday", "ended in the shift", "ends before the shift's day")


@contextmanager
def knocking(home: House, who: str) -> Iterator[tuple[Session, str]]:
    """A session without a valid clearance, at its hour, and the refusal it gets."""
    clock, session = home.counter.clock, home.counter.session()
    today = home.counter.shifts.proposed_date()
    until, hour_ms, code = {
        "never cleared": (None, 0, "user.clearance_missing"),
        "ended yesterday": (today - timedelta(days=1), 0, "user.clearance_expired"),
        # The shift of the last good day is still open on the next.
        "ended in the shift": (today, DAY_MS, "user.clearance_expired"),
        # The shift was opened for tomorrow: its day is later than the wall clock's.
        "ends before the shift's day": (today - timedelta(days=1), -DAY_MS, "user.clearance_expired"),
    }[who]
    clock.wall_ms += hour_ms
    try:
        yield replace(session, actor=user(until)), code
    finally:
        clock.wall_ms -= hour_ms


def cleared(home: House) -> Session:
    """The same person with a clearance that holds."""
    return replace(
        home.counter.session(), actor=user(home.counter.shifts.proposed_date() + timedelta(days=9))
    )


class Untouched:
    """An argument that nobody may look at before the right to do so is proved."""

    class LookedError(AssertionError):
        """Somebody did."""

    def __getattr__(self, name: str) -> object:
        raise Untouched.LookedError(f"looked at .{name} of an argument")

    def __iter__(self) -> Iterator[object]:
        raise Untouched.LookedError("went through an argument")


def call_service(door: ServiceDoor, home: House, session: Session) -> object:
    """Knock at a service's door with whatever fits its arguments."""
    desk = home.desk(session)
    call = (
        door.call
        if door.owner is None
        else getattr(made(door.owner, home, desk), door.name.rpartition(".")[2])
    )
    return call(**arguments(call, home, desk))


def made(service: type, home: House, desk: OpenDesk) -> object:
    """The service on this desk; what it is handed beside the usual is not needed to refuse."""
    return service(**arguments(service, home, desk))


def arguments(call: Callable[..., object], home: House, desk: OpenDesk) -> dict[str, object]:
    """Values for the arguments that must be given."""
    hints = typing.get_type_hints(call.__init__ if inspect.isclass(call) else call)
    wanted = inspect.signature(call).parameters.values()
    return {
        one.name: _value(hints.get(one.name), one.name, str(one.annotation), home, desk)
        for one in wanted
        if one.default is one.empty and one.kind is not one.VAR_POSITIONAL
    }


def _value(hint: object, one: str, name: str, home: House, desk: OpenDesk) -> object:
    given: Mapping[str, object] = {
        "Journal": desk.store,
        "RegisterJournal": desk.store,
        "ReportJournal": desk.store,
        "Clock": desk.clock,
        "ReferenceData": desk.reference,
        "Documents": PaperFit(),
        "Session": desk.session,
        "Acceptance": desk.acceptance,
        "Dossiers": desk.dossiers,
        "Rolls": Rolls(desk.store, desk.reference, desk.clock),
        "Taker[Draft]": ItemTaker(desk.store, desk.reference, desk.clock, desk.acceptance),
        "bytes": SECRET,
        "str": home.items[0],
        "int": home.label,
        "bool": True,
        "date": home.counter.shifts.proposed_date(),
        "Sequence[str]": (home.items[0],),
        "tuple[str, ...]": (home.items[0],),
        "EventId": EventId(0, Stream.KT1, 1, 3),
        "Act": Act.APPROVE_ITEM,
    }
    if one in NAMED or name in given:
        return NAMED.get(one, given.get(name))
    if hint is AcceptanceDraft:
        return home.counter.complete(ordinary())
    if hint is DossierDraft:
        return ordinary_dossier()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        try:
            return hint(**arguments(hint, home, desk))
        except (DeskError, TypeError, Untouched.LookedError):
            return (
                Untouched()
            )  # it looks at what it is made of; whoever refuses by rights needs no more of it
    return Untouched()


def texts(answer: object) -> Iterator[str]:
    """Every text inside an answer, also those that its ``repr`` leaves out."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, Event):
        yield from (answer.body_bytes.decode(), repr(answer.particulars))
    elif isinstance(answer, DeskError):
        yield from (answer.code, *(str(value) for value in answer.details.values()))
    elif is_dataclass(answer) and not isinstance(answer, type):
        for one in fields(answer):
            yield from texts(getattr(answer, one.name))
    elif isinstance(answer, Mapping):
        yield from (text for pair in answer.items() for one in pair for text in texts(one))
    elif isinstance(answer, (list, tuple, set, frozenset)):
        yield from (text for one in answer for text in texts(one))
    else:
        yield repr(answer)
