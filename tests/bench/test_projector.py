"""Events followed at the centre, beside the same events followed in SQLite."""

from __future__ import annotations

import time

import pytest

from kt1desk.centre.desks_schema import PROVINCE
from kt1desk.centre.projector import Projector
from kt1desk.store import rebuild
from tests.simulation.run import Plan, Run
from tests.support.clocks import HandClock
from tests.support.ledgers import integrator, take_in
from tests.support.postgres import own_cluster

DESKS, HOURS = 6, 8


@pytest.mark.bench
def test_measure_how_fast_the_centre_follows(capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(11, Plan(desks=DESKS, hours=HOURS))
    run.go()
    files = {desk.own.device: desk.store._opened.connection for desk in run.desks.values()}
    speeds: dict[str, float] = {}
    with own_cluster() as cluster, integrator(cluster) as core, integrator(cluster) as own:
        events = sum(take_in(core, desk) for desk in files.values())
        projector = Projector(own, HandClock())
        begun = time.perf_counter()
        while projector.round().more:
            pass
        speeds["desk and province, statements prepared on the way"] = events / (time.perf_counter() - begun)
        begun = time.perf_counter()
        again = sum(projector.make_anew(number) for number in files)
        speeds["desks made anew"] = again / (time.perf_counter() - begun)
        begun = time.perf_counter()
        of_all = projector.make_anew(PROVINCE)
        speeds["the province made anew"] = of_all / (time.perf_counter() - begun)
    begun = time.perf_counter()
    unlike = [difference for desk in files.values() for difference in rebuild.differences(desk)]
    speeds["SQLite in memory, made anew and compared"] = events / (time.perf_counter() - begun)

    with capsys.disabled():
        print(f"\nfollowing {events} events of {DESKS} desks, events/s")
        for what, speed in speeds.items():
            print(f"  {what:<52}{speed:8.0f}")
    assert (again, of_all, unlike) == (events, events, [])
    run.close()
