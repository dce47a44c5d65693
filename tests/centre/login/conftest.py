"""Each test here ends with a look at everything that is not the trying desk's own: it must be as before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.centre.login.scenes import Scene
from tests.support.gate_calls import Caller, post
from tests.support.postgres import Cluster, Connection


@pytest.fixture(scope="module")
def enrolled(shared_cluster: Cluster) -> Iterator[Scene]:
    shared_cluster.empty()
    seven, eight = shared_cluster.add_desk(7, "240190"), shared_cluster.add_desk(8, "240310")
    post(shared_cluster, "240310", b"secret")
    with shared_cluster.admin("gate") as admin, shared_cluster.connect(eight.certificate) as connection:
        Caller(connection, eight).send(b"of eight")
        yield Scene(shared_cluster, admin, seven, eight)
        assert connection.execute("SELECT 1").fetchone() == (1,)


@pytest.fixture
def scene(enrolled: Scene) -> Iterator[Scene]:
    enrolled.said_before = len(enrolled.cluster.log())
    before = enrolled.others()
    yield enrolled
    assert enrolled.others() == before


@pytest.fixture
def line(scene: Scene) -> Iterator[Connection]:
    """A session of desk 7."""
    with scene.cluster.connect(scene.seven.certificate) as connection:
        yield connection


@pytest.fixture
def caller(line: Connection, scene: Scene) -> Caller:
    """Desk 7 with a token it was just given."""
    for statement in (
        "UPDATE gate.device SET token = NULL, token_before = NULL WHERE device = 7",
        "DELETE FROM gate.frame_in WHERE device = 7",
        "DELETE FROM gate.chain WHERE device = 7",
        "DELETE FROM gate.audit",
    ):
        scene.admin.execute(statement.encode())
    caller = Caller(line, scene.seven)
    caller.call()
    return caller
