"""A centre that follows the ledger, and desks whose files it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kt1desk.app.first_run import trial_plan
from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.projector import Projector, Round
from kt1desk.domain.events import Stream
from kt1desk.services.set_up import Block
from kt1desk.store import statements
from kt1desk.store.tables import PROJECTIONS
from tests.simulation.run import Plan, Run
from tests.support.case_desks import BUREAU, served_by
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter, sample_reference
from tests.support.ledgers import NUMBERS_OF_ROWS, differences, integrator, rows
from tests.support.postgres import Cluster

Files = Mapping[int, statements.Connection]
SEED = 3
"""Three desks, each of which took mail in from another, none restored, none with a second one beside it."""
COUNTER, KT1 = Stream.COUNTER.value, Stream.KT1.value


@dataclass
class Centre:
    """The ledger and who follows it."""

    cluster: Cluster
    core: Connection
    projector: Projector

    def stuck(self) -> list[tuple[int, str, str]]:
        rows = self.core.execute("SELECT at_desk, state, reason FROM projecting.stuck ORDER BY 1, 2, 3")
        return [(at_desk, state, reason) for at_desk, state, reason in rows]

    def awaiting(self) -> set[int]:
        """Desks that wait for events of others."""
        return {at for (at,) in self.core.execute("SELECT at_desk FROM projecting.awaited")}

    def rounds(self) -> None:
        """Until nothing is left to do."""
        while self.projector.round() != Round():
            pass

    def unlike(self, files: Files, *, ordered: bool = True) -> list[str]:
        """What the centre has otherwise than the desks."""
        return [
            f"{number} {found}"
            for number, desk in files.items()
            for found in differences(self.core, desk, number=number, ordered=ordered)
        ]


@contextmanager
def enrolled(root: Path, device: int = 8, point: str = "240000") -> Iterator[Counter]:
    """A desk that the province enrolled, with an open shift."""
    reference = served_by(sample_reference(), BUREAU)
    first = device * 1_000_000
    plan = replace(
        trial_plan(reference),
        device=device,
        point=point,
        blocks=(Block("MX", first, first + 999), Block("RX", first, first + 999)),
        desk_file="ab" * 32,
        province_key="cd" * 32,
    )
    with counter(root / str(device), plan, reference) as desk:
        desk.open_shift()
        yield desk


def file_of(desk: Counter) -> statements.Connection:
    opened: statements.Connection = desk.store._opened.connection
    return opened


def without_numbers(core: Connection, table: str, number: int) -> list[statements.Row]:
    """The rows of a desk, without the numbers that say in which order it heard of things."""
    names = [column.name for column in next(each for each in PROJECTIONS if each.name == table).columns]
    kept = [at for at, name in enumerate(names, start=1) if name not in NUMBERS_OF_ROWS]
    return sorted(tuple(row[at] for at in kept) for row in rows(core, table, number))


@contextmanager
def three_desks() -> Iterator[Files]:
    """Three desks that worked for hours, crashed, and took each other's mail: their files by number."""
    run = Run(SEED, Plan(desks=3, hours=2))
    run.go()
    yield {desk.own.device: desk.store._opened.connection for desk in run.desks.values()}
    run.close()


@contextmanager
def following(cluster: Cluster) -> Iterator[Centre]:
    """A ledger without an event, and who follows it."""
    with integrator(cluster) as core, integrator(cluster) as own:
        yield Centre(cluster, core, Projector(own, HandClock()))
