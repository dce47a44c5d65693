"""A running centre for every test in this folder: one server for each worker, emptied before each test that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.integrating import AnyCentre, MemoryCentre, PgCentre
from tests.support.postgres import Cluster, own_cluster


@pytest.fixture(scope="session")
def shared_cluster() -> Iterator[Cluster]:
    """One server for all tests of a worker. Whoever kills or changes a server makes one of their own."""
    with own_cluster() as cluster:
        yield cluster


@pytest.fixture
def cluster(shared_cluster: Cluster) -> Cluster:
    """The worker's server without a single desk, frame or letter."""
    shared_cluster.empty()
    return shared_cluster


@pytest.fixture(params=["memory", "postgres"])
def centre(request: pytest.FixtureRequest) -> Iterator[AnyCentre]:
    """A centre without a frame or a key list: what the integrator must do is asked in memory and of a real server."""
    if request.param == "memory":
        yield MemoryCentre()
        return
    made = PgCentre(request.getfixturevalue("cluster"))
    yield made
    made.gone()


@pytest.fixture
def fresh(centre: AnyCentre) -> Callable[[], AnyCentre]:
    """The same kind of centre, emptied: for tests that go through many runs."""

    def made() -> AnyCentre:
        if not isinstance(centre, PgCentre):
            return MemoryCentre()
        centre.gone()
        centre.cluster.empty()
        return centre

    return made
