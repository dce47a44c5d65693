"""A small province at the centre: two desks of one point and one of another, and people who may read of some of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.pg_figures import PgFigures
from kt1desk.centre.readers import Scope, let_read
from kt1desk.domain.reporting.figures import Figure, merged
from kt1desk.store.figure_place import local_day
from tests.support import figure_acts as acts
from tests.support import figure_books as books
from tests.support.figure_scribe import Scribe
from tests.support.figure_steps import Played, file_of, random_steps
from tests.support.following import following
from tests.support.ledgers import take_in
from tests.support.postgres import Cluster

FAR = "240100"
READERS = {
    "all.reader": (Scope.PROVINCE, "", True),
    "counter.reader": (Scope.PROVINCE, "", False),
    "far.reader": (Scope.POINT, FAR, True),
    "nobody.reader": (Scope.POINT, "249999", True),
}
_DAY_MS = 86_400_000
FIRST, LAST = date(2020, 1, 1), date(2035, 12, 31)


@dataclass
class Province:
    """Two desks of one point that told each other some things and one of another point, and the centre that has it all.

    Attributes:
        of: what each desk counts.
        all_until: the last day that is here whole of every stream of every desk.
        some_until: the same of any.
    """

    cluster: Cluster
    of: Mapping[int, tuple[Figure, ...]]
    all_until: str
    some_until: str

    @property
    def counted(self) -> tuple[Figure, ...]:
        """Of all desks together."""
        return merged(each for figures in self.of.values() for each in figures)

    @contextmanager
    def read_by(self, person: str) -> Iterator[PgFigures]:
        """What somebody is told."""
        with self.cluster.admin(CORE) as core:
            core.execute(f'SET SESSION AUTHORIZATION "{person}"')
            yield PgFigures(core)


@contextmanager
def small_province(cluster: Cluster, steps: int) -> Iterator[Province]:
    """After so many steps of the two desks."""
    cluster.empty()
    played = Played.begin().do(random_steps(5, steps))
    far = Scribe.at(9, played.clock, FAR)
    far.open_shift()
    acts.item(far)
    books.served(far, "pension", 3, 0, 900_000)
    desks = [*played.desks, far]
    for desk in desks:
        books.enter_book(desk, "service_points", f"D{desk.device}", code=f"D{desk.device}", staffed="yes")
        books.enter(desk, "cameras", f"C{desk.device}", camera=f"C{desk.device}", place="K1")
    newest = _followed(cluster, desks)
    with cluster.admin(CORE) as admin:
        for person, (scope, name, kt1) in READERS.items():
            let_read(admin, person, scope, name, kt1=kt1)
    yield Province(cluster, {desk.device: counted_at(desk) for desk in desks}, *newest)
    played.close()
    far.store.close()
    cluster.empty()
    with cluster.admin() as admin:
        for person in READERS:
            admin.execute(f'DROP ROLE "{person}"')


def _followed(cluster: Cluster, desks: list[Scribe]) -> tuple[str, str]:
    """The centre follows all that they wrote; the days before those of which something is here last."""
    with following(cluster) as centre:
        for desk in desks:
            take_in(centre.core, file_of(desk))
        centre.rounds()
        assert centre.stuck() == []
        newest = centre.core.execute("SELECT min(hlc_ms), max(hlc_ms) FROM projecting.place").fetchone()
    assert newest is not None
    return local_day(newest[0] - _DAY_MS), local_day(newest[1] - _DAY_MS)


def counted_at(desk: Scribe) -> tuple[Figure, ...]:
    """What the desk itself counts."""
    with desk.store.read() as reader:
        return tuple(reader.figures(FIRST, LAST))
