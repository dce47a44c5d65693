"""Desks of one point and of others with a shared folder: real stores, real services, keys as the province lists them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kt1desk.app.first_run import trial_plan
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.service import Service
from kt1desk.exchange.inbox import Inbox
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.near import Near, NearReport
from kt1desk.exchange.near_folder import NearFolder
from kt1desk.exchange.outgoing import write_bundle
from kt1desk.exchange.trust import KeyList
from kt1desk.services.set_up import Block
from kt1desk.store.device_key import PointKey
from kt1desk.store.folder import DataFolder
from kt1desk.store.own_keys import own_keys
from kt1desk.store.settings import Settings
from tests.support.desks import sample_reference
from tests.support.exchange_keys import PROVINCE_KEY, row_of, seeded
from tests.support.furnished import furnished
from tests.support.points import STAFF, PointDesk

EVERY_WAY = frozenset(Transport)


@dataclass(frozen=True)
class NearDesk(PointDesk):
    """A desk at work that shares a folder; ``point`` is where it stands."""

    point: str = ""
    keys: KeyList = field(default_factory=lambda: KeyList((), 1, date(2026, 11, 23)))

    @property
    def own(self) -> PointKey:
        return own_keys(self.store, self.point)

    def room(self, service: Service = Service.KT1) -> Mailroom:
        notes = Settings(self.store)
        return Mailroom(self.store, self.own, self.keys, notes, self.clock, seeded(self.device), service)

    def near(self, folder: Path) -> Near:
        return Near(self.room(), self.room(Service.TTHC), NearFolder(folder))

    def round(self, folder: Path) -> NearReport:
        return self.near(folder).round()

    def written(self, stream: Stream = Stream.KT1) -> list[Event]:
        """Everything of one chain."""
        with self.store.read() as reader:
            return list(reader.events_after(stream, 0, 10_000))

    def bundle(self, to: str) -> bytes:
        return write_bundle(self.room(), self.session(), to).data

    def take_bundle(self, data: bytes) -> None:
        rows = Inbox(self.room()).take_bundle(self.session(), data)
        assert [row.reason for row in rows if row.reason is not None] == []


@contextmanager
def near_desks(
    root: Path, *seats: tuple[str, int], ways: frozenset[Transport] = EVERY_WAY
) -> Iterator[tuple[NearDesk, ...]]:
    """A desk for each seat (point and device), each believing all of them; every desk has a shift open and the first safe registered."""
    with ExitStack() as things:
        desks = [things.enter_context(_desk(root, point, device, ways)) for point, device in seats]
        keys = KeyList(tuple(sorted(row_of(desk.own) for desk in desks)), 5, date(2026, 11, 23))
        yield tuple(replace(desk, keys=keys) for desk in desks)


@contextmanager
def _desk(root: Path, point: str, device: int, ways: frozenset[Transport]) -> Iterator[NearDesk]:
    rows = sample_reference()
    plan = replace(
        trial_plan(rows),
        device=device,
        point=point,
        desk_file="0" * 64,
        blocks=(
            Block("MX", device * 10_000, device * 10_000 + 2_000),
            Block("RX", device * 10_000, device * 10_000 + 2_000),
        ),
        transports=frozenset(way.value for way in ways),
        province_key=PROVINCE_KEY.hex(),
    )
    folder = DataFolder(root / f"desk-{device}")
    store, clock = furnished(folder, plan, seed=device, staff=STAFF)
    try:
        desk = NearDesk(folder, store, clock, rows, device, point=point)
        desk.open_shift()
        yield desk
    finally:
        store.close()


def settle(folder: Path, *desks: NearDesk, times: int = 3) -> list[NearReport]:
    """Every desk looks and leaves in turn, until all have heard of all; the clocks go on by two seconds between."""
    reports = []
    for _ in range(times):
        for desk in desks:
            reports.append(desk.round(folder))
            desk.clock.pass_ms(2_000)
    return reports
