"""Whose a number is: KT1's or of dossiers, for a scan that must be led to the right place.

Item numbers say it themselves by their letters. Bags and dispatches of both services share one space of numbers: the books know. Whoever
may not see the custody of a service does not learn that it has such a number. This module must not know where a scan goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import (
    S10,
    LocalKind,
    normalise_number,
    read_local_number,
    receptacle_number,
)
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.rights import day_of_rights, permits_now
from kt1desk.services.sessions import Session

_MAY_SEE: Mapping[Service, Act] = MappingProxyType(
    {service: act_for(service, Act.SEE_CUSTODY) for service in Service}
)


class Whose:
    """Tells the service of a number."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def by_letters(self, text: str) -> Service | None:
        """The service whose item numbers look so; None for anything else. Reads nothing but the rules of numbers."""
        try:
            prefix = S10.parse(text).prefix
        except DeskError:
            return None
        on = day_of_rights(None, self._clock)
        rules = ((service, self._reference.number_rule(on, service.value)) for service in Service)
        return next((service for service, rule in rules if rule.holds_prefix(prefix)), None)

    def is_shared(self, text: str) -> bool:
        """Whether it looks like the number of a bag or a dispatch."""
        return _is_receptacle(text) or _is_dispatch(text)

    def of(self, session: Session, text: str) -> Service | None:
        """The service of an item, bag or dispatch; None where nobody here knows it or may know of it."""
        found = self.by_letters(text)
        if found is not None:
            return found
        number = normalise_number(text)
        with self._journal.read() as reader:
            shift = reader.open_shift()
            for service, act in _MAY_SEE.items():
                seen = permits_now(session, act, shift, self._clock)
                if seen and reader.standing(number, service=service) is not None:
                    return service
        return None


def _is_receptacle(text: str) -> bool:
    try:
        receptacle_number(text)
    except DeskError:
        return False
    return True


def _is_dispatch(text: str) -> bool:
    try:
        read_local_number(LocalKind.DISPATCH, text)
    except DeskError:
        return False
    return True
