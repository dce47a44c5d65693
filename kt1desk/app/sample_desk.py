"""Making one generated desk: a trial desk of its own point, with its people, that lives through its plan.

A process of its own may be given one; so everything it needs follows from the part it is handed.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from kt1desk.app.desk import PaperFit, reference_for, starter_procedures
from kt1desk.app.entropy import Entropy
from kt1desk.app.first_run import DeskMaker, Person, trial_plan
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.reference_docs import index
from kt1desk.domain.reference import ReferenceData
from kt1desk.sampling.desk_life import DeskLife, Tools
from kt1desk.sampling.fits import RememberedFits
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.people import HEAD
from kt1desk.sampling.plan import PointPlan, days_of, points_of
from kt1desk.sampling.province import Made, Part
from kt1desk.sampling.virtual import VirtualClock, chance_of, midnight_ms
from kt1desk.services.ports import Journal
from kt1desk.services.set_up import Block, DeskPlan
from kt1desk.store.bulk import bulk
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing

_BETWEEN_COLLECTIONS = 100_000
"""An acceptance leaves no circles behind; looking for them as often as usual would take a tenth of the time."""


def make_desk(part: Part) -> Made:
    """Make one desk and let its people live through their days; nothing is durable before the end.

    Raises:
        DeskError: ``store.*``, ``disk.*``; what a service refuses.
    """
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    reference = reference_for(trial=True)
    plan = points_of(part.order, reference)[part.place]
    place = take_place(Options(part.folder, part.folder.with_name(f"{part.folder.name}-giay")))
    try:
        clock = VirtualClock(midnight_ms(next(part.order.dates())))
        chance = entropy_of(part.order, plan)
        dek = _set_up(place, plan, reference, clock, chance)
        store = DeskStore.open(place.folder, dek, clock, chance)
        try:
            index(store, reference, part.order.last_day, starter_procedures())
            with bulk(store) as journal:
                counts = live(journal, journal.papers_out, part.order, plan, clock)
        finally:
            store.close()
    finally:
        place.leave()
    return Made(part, counts)


def entropy_of(order: SampleOrder, plan: PointPlan) -> Entropy:
    """Salts and the device key of a generated desk: not secret, the same for the same order."""
    return chance_of(order.seed, plan.point.code, "entropy").randbytes


def desk_plan(plan: PointPlan, reference: ReferenceData) -> DeskPlan:
    """The trial desk of a point; its numbers are of the sample's prefixes, in blocks as large as the plan needs."""
    blocks = tuple(Block(row.prefix, plan.first, plan.last) for row in reference.sample_blocks)
    return replace(trial_plan(reference), point=plan.point.code, blocks=blocks)


def live(
    journal: Journal,
    papers_out: Callable[[], object],
    order: SampleOrder,
    plan: PointPlan,
    clock: VirtualClock,
) -> Mapping[str, int]:
    """Live through all days of a plan at an open desk; returns its acts by kind.

    Args:
        journal: what the desk writes to, each act at once or many together.
        papers_out: lets every paper that waits count as printed.
        order: whose days they are.
        plan: of the desk's point.
        clock: the one that the journal was opened with.
    """
    reference = reference_for(trial=True)
    life = DeskLife(Tools(journal, reference, clock, _fits(), papers_out))
    for day in days_of(order, reference, starter_procedures(), plan):
        life.live(day)
    return life.done


@cache
def _fits() -> RememberedFits:
    """What fitted at one desk fits at the next one of this process."""
    return RememberedFits(PaperFit())


def _set_up(
    place: DeskPlace, plan: PointPlan, reference: ReferenceData, clock: VirtualClock, chance: Entropy
) -> bytes:
    """The desk with its first events and its people, all with the password that the log-in page tells; returns its key."""
    keys = KeyRing(place.folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    people = tuple(Person(user, TRIAL_PASSWORD) for user in plan.staff.users)
    DeskMaker(place.folder, keys, clock, chance).make(desk_plan(plan, reference), people)
    place.sample_note.touch()
    return keys.unlock(HEAD, TRIAL_PASSWORD)
