"""The rule of the oracle about each single step: judged against what the desk knew when it was written, not against what came later."""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.domain.custody import Step as Doing
from kt1desk.domain.custody import after
from kt1desk.domain.merging import Known, fold
from tests.simulation.desk import SimDesk
from tests.simulation.known import Knowledge, Step, Thing
from tests.simulation.run import Run


def own_steps_are_allowed(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """A desk writes only what its table allows after what it knows, names that as parent, and counts custody on."""
    for each in known:
        # what a restored desk had been told when it wrote its older incarnations is not all here
        told_all = 1 if not each.aside else each.desk.own.incarnation
        for step in each.steps:
            if step.ours and step.event.id.incarnation >= told_all:
                for thing, done, before in step.known:
                    if before:
                        yield from _judged(each.desk, step, thing, done, before)


def _judged(desk: SimDesk, step: Step, thing: Thing, done: Known, before: tuple[Known, ...]) -> Iterator[str]:
    stands, touch = fold(before, desk.point), done.touch
    what = f"{desk.name} {step.event.id.text} {touch.step} {thing[1]}"
    if stands.head not in done.parents and _came_untold(desk, done, before):
        return
    if after(touch.kind, stands.state, touch.step, touch.holder or stands.holder) is None:
        yield f"{what} after {stands.state}"
    elif stands.head not in done.parents:
        yield f"{what} does not name {stands.head.text}"
    elif touch.n != stands.n + 1 and touch.step is not Doing.REVERSE:
        yield f"{what} has custody number {touch.n} after {stands.n}"


def _came_untold(desk: SimDesk, done: Known, before: tuple[Known, ...]) -> bool:
    """Whether something came although nobody told of the leg by which it did: then there is nothing to name."""
    if done.touch.step not in {Doing.ARRIVE, Doing.RECEIVE}:
        return False
    head = fold(before, desk.point).head
    last = next(each.touch for each in before if each.id == head)
    return not (last.step is Doing.SEND and last.to == desk.point and last.link == done.touch.link)
