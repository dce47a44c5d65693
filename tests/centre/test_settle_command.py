"""The operator's commands for what contradicts itself: asked for, done by the integrator, and in the audit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.centre.ledger_values import ChainState
from kt1desk.centre.place import CentrePlace
from kt1desk.centre.settle_command import ask_to_settle, close_alarm, open_alarms
from kt1desk.services.sentences import SENTENCES
from tests.centre.settling_parts import COMMUNE_CHAIN, ONE_DESK_EACH, altered, arrivals, rounds
from tests.support.exchange_keys import (
    code_of,
)
from tests.support.integrating import DeskChain, PgCentre
from tests.support.postgres import HOST, Cluster


@pytest.fixture
def place(cluster: Cluster, tmp_path: Path) -> CentrePlace:
    return CentrePlace(tmp_path / "centre", (HOST,), cluster.port, f"host={cluster.folder} user=operator")


@pytest.fixture
def real(cluster: Cluster) -> Iterator[PgCentre]:
    made = PgCentre(cluster)
    yield made
    made.gone()


def _audit(cluster: Cluster) -> list[tuple[str, str, str]]:
    with cluster.admin("gate") as admin:
        rows = admin.execute("SELECT role, what, detail FROM gate.audit ORDER BY id").fetchall()
    return [(str(role), str(what), str(detail)) for role, what, detail in rows]


def test_the_operator_asks_and_it_is_done_and_in_the_audit(real: PgCentre, place: CentrePlace) -> None:
    chain = DeskChain()
    real.list_keys(ONE_DESK_EACH)
    real.lay(arrivals(chain, 0, 2))
    rounds(real)
    real.lay(altered(chain, 10))
    rounds(real)

    with place.connect("core") as core:
        shown = open_alarms(core)
        ask_to_settle(place, core, "chain 9.1.1", "đã gọi")
        ask_to_settle(place, core, "chain 9.1.1", "gõ hai lần")
        other = code_of(lambda: ask_to_settle(place, core, "mailbox 240000", "khác"))
        rounds(real)
        after = open_alarms(core)

    assert len(shown) == 1
    assert "fork 9.1.1" in shown[0]
    assert (other, after) == ("centre.settling", [])
    assert real.reader.marks()[COMMUNE_CHAIN].state is ChainState.GAP
    assert ("operator", "settle", "chain 9.1.1: đã gọi") in _audit(real.cluster)


def test_why_something_could_not_be_settled_is_shown_in_words(real: PgCentre, place: CentrePlace) -> None:
    real.list_keys(ONE_DESK_EACH)

    with place.connect("core") as core:
        ask_to_settle(place, core, "chain 9.1.1", "")
        rounds(real)
        shown = open_alarms(core)

    assert len(shown) == 1
    assert SENTENCES["centre.nothing_to_settle"] in shown[0]


def test_an_alarm_is_closed_once_and_comes_anew_where_the_matter_does(
    real: PgCentre, place: CentrePlace
) -> None:
    with real.cluster.admin("core") as admin:
        admin.execute(
            "INSERT INTO ledger.alarm (what, subject, detail, owner, first_ms, last_ms, times)"
            " VALUES ('parked', '9.1.1 #4', 'frame.forged', 'operator', 1, 2, 3)"
        )
        number = int(admin.execute("SELECT id FROM ledger.alarm").fetchall()[0][0])

    with place.connect("core") as core:
        closed = close_alarm(place, core, number, "bàn đã thu hồi", 9)
        again = code_of(lambda: close_alarm(place, core, number, "", 10))
        left = open_alarms(core)

    assert (closed, again, left) == ("parked 9.1.1 #4", "centre.no_alarm", [])
    assert _audit(real.cluster) == [("operator", "alarm_closed", f"{number} parked 9.1.1 #4: bàn đã thu hồi")]
