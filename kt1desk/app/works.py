"""What works in a desk's place: clock, keys, the maker of a desk and what opens it. Loaded behind the log-in page (`kt1desk.app.later`).

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import DeskOpener, policy_of_today, reference_for
from kt1desk.app.entropy import system_entropy
from kt1desk.app.first_run import DeskMaker, sample_people, trial_plan
from kt1desk.app.log import begin_log
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace
from kt1desk.app.recovering import Settling
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.printing.warming import warm_up
from kt1desk.sampling.people import ROLES
from kt1desk.services.wording import role_name
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing


@dataclass(frozen=True, slots=True)
class Works:
    """What works in one place."""

    place: DeskPlace
    clock: SystemClock
    keys: KeyRing
    maker: DeskMaker
    opener: DeskOpener

    def warm_up(self) -> None:
        """Do beforehand what the log-in and the first paper would wait for; it writes nothing and touches no store."""
        reference_for(trial=True)
        warm_up()

    def policy(self) -> PasswordPolicy:
        """What a password that is chosen now must be like.

        Raises:
            DeskError: ``reference.*``.
        """
        return policy_of_today(self.clock)

    def sample_roles(self) -> Mapping[str, str]:
        """What each of the invented staff may be, by user: of the trial desk and of one made by the generator, as training is."""
        people = {row.user_id: row.roles for row in reference_for(trial=True).sample_users}
        known = {**people, **ROLES}
        return {user: ", ".join(role_name(each) for each in roles) for user, roles in known.items()}

    def make_sample(self) -> None:
        """The trial desk with invented staff, ready to log in.

        Raises:
            DeskError: ``store.desk_exists``, ``disk.*``.
        """
        reference = reference_for(trial=True)
        self.maker.make(trial_plan(reference), sample_people(reference, self.clock, TRIAL_PASSWORD))
        self.place.sample_note.touch()


def works_in(place: DeskPlace) -> Works:
    """Everything that works in a place. It opens nothing yet but the log."""
    folder, clock = place.folder, SystemClock()
    begin_log(folder)
    # Slots of the trial desk open nothing but invented data: they are made with the least cost that is allowed, to begin quickly.
    cost = Cost(memory_kib=LEAST_MEMORY_KIB) if place.options.trial else None
    keys = KeyRing(folder, clock, cost, lambda: policy_of_today(clock))
    maker = DeskMaker(folder, keys, clock, system_entropy)
    return Works(
        place, clock, keys, maker, DeskOpener(folder, keys, clock, system_entropy, Settling(folder, clock))
    )
