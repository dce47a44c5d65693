"""Two desks of two points that believe each other, each with the page of dispatches in a real window: nothing is made up but the people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kt1desk.app.custody_services import custody_services
from kt1desk.app.desk import OpenDesk
from kt1desk.app.dispatch_counter import DispatchCounter
from kt1desk.app.first_run import trial_plan
from kt1desk.app.mail_room import bring_keys_in, keys_of
from kt1desk.domain.desk_file import Transport
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.trust import KeyList
from kt1desk.services.set_up import Block
from kt1desk.store.folder import DataFolder
from tests.support.accepting import open_desk_of
from tests.support.desks import sample_reference
from tests.support.exchange_keys import PROVINCE, PROVINCE_KEY, row_of
from tests.support.furnished import furnished
from tests.support.points import STAFF, OnePassword, PointDesk


@dataclass(frozen=True)
class DispatchDesk:
    """A desk at work, and what its page of dispatches needs."""

    at: PointDesk
    open: OpenDesk

    def counter(self, user: str = "clerk") -> DispatchCounter:
        """As the program wires it for a user, without a scale and without printers to wake."""
        desk = open_desk_of(self.at, user)
        return DispatchCounter(custody_services(desk, OnePassword().check, lambda: None), lambda: None)

    def papers(self, template: str) -> list[dict[str, str]]:
        """What stands on the papers of one kind, newest first."""
        return [dict(row.values) for row in self.at.papers_of() if row.template == template]


@contextmanager
def two_desks(root: Path, giver: str, taker: str) -> Iterator[tuple[DispatchDesk, DispatchDesk]]:
    """A giver (device 7) and a taker (device 9) with the province's key list."""
    with ExitStack() as things:
        desks = [
            things.enter_context(_desk(root, point, device)) for point, device in ((giver, 7), (taker, 9))
        ]
        rows = tuple(row_of(keys_of(desk.open)) for desk in desks)
        signed = sign_key_list(KeyList(rows, 1, date(2026, 11, 23)), PROVINCE)
        for desk in desks:
            bring_keys_in(desk.open, signed)
        yield desks[0], desks[1]


@contextmanager
def _desk(root: Path, point: str, device: int) -> Iterator[DispatchDesk]:
    rows = sample_reference()
    plan = replace(
        trial_plan(rows),
        device=device,
        point=point,
        desk_file="0" * 64,
        blocks=(Block("MX", device * 10_000, device * 10_000 + 2_000),),
        transports=frozenset(way.value for way in Transport),
        province_key=PROVINCE_KEY.hex(),
    )
    folder = DataFolder(root / f"desk-{device}")
    store, clock = furnished(folder, plan, seed=device, staff=STAFF)
    try:
        desk = PointDesk(folder, store, clock, rows, device)
        desk.open_shift()
        yield DispatchDesk(desk, open_desk_of(desk, "clerk"))
    finally:
        store.close()
