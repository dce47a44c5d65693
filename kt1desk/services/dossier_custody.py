"""Custody of dossiers: the services of KT1 for covers of cases, with what is their own.

Nobody approves a cover or a dispatch of them, no clearance is asked for, every point takes part, and nothing of one service is ever in a
receptacle of the other. What goes to an authority is handed over there with a record of its own (`kt1desk.services.handovers`), never on a
delivery list; what goes to an applicant needs his identity paper. This module must not know who calls.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from kt1desk.domain.events import Event
from kt1desk.domain.facts.dossier_custody import for_service
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.service import Service
from kt1desk.services.arrivals import Arrivals
from kt1desk.services.confirming import Confirmed
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.dispatch_views import DispatchViews
from kt1desk.services.dispatching import Dispatching
from kt1desk.services.holding import Holding
from kt1desk.services.incidents import Incidents
from kt1desk.services.packing import Packing
from kt1desk.services.ports import Work
from kt1desk.services.redirecting import Redirecting
from kt1desk.services.result_delivery import write_result
from kt1desk.services.reviewing import Reviews
from kt1desk.services.round_sheets import RoundSheets
from kt1desk.services.rounds import Rounds
from kt1desk.services.whereabouts import Locator


class DossierHolding(Holding):
    """`Holding` of covers."""

    service: ClassVar[Service] = Service.TTHC


class DossierLocator(Locator):
    """`Locator` of covers."""

    service: ClassVar[Service] = Service.TTHC


class DossierPacking(Packing):
    """`Packing` of covers."""

    service: ClassVar[Service] = Service.TTHC


class DossierDispatching(Dispatching):
    """`Dispatching` of covers: nobody else is asked."""

    service: ClassVar[Service] = Service.TTHC


class DossierDispatchViews(DispatchViews):
    """`DispatchViews` of covers."""

    service: ClassVar[Service] = Service.TTHC


class DossierArrivals(Arrivals):
    """`Arrivals` of covers."""

    service: ClassVar[Service] = Service.TTHC


class DossierIncidents(Incidents):
    """`Incidents` with covers and their receptacles: they bear no letter, so nobody need be told before one is closed."""

    service: ClassVar[Service] = Service.TTHC


class DossierRoundSheets(RoundSheets):
    """`RoundSheets` of covers."""

    service: ClassVar[Service] = Service.TTHC


class DossierRounds(Rounds):
    """`Rounds` with what goes to applicants."""

    service: ClassVar[Service] = Service.TTHC

    def write_delivery(self, work: Work, at: Occasion, draft: DeliveryDraft) -> Event:
        """With the identity paper of whoever took it; see `kt1desk.services.result_delivery.ResultDraft`."""
        return write_result(work, at, self._reference, draft)


class DossierReviews(Reviews):
    """`Reviews` of what was done with covers: the head, a controller or the bureau, without a clearance."""

    service: ClassVar[Service] = Service.TTHC


class DossierRedirecting(Redirecting):
    """`Redirecting` of covers.

    A result goes back to its authority when the head, a controller or the bureau confirms it at this desk; where a point has one person,
    he says why nobody did.
    """

    service: ClassVar[Service] = Service.TTHC

    def approval(self, act: Act) -> Act:
        """Sending back is approved by a right of its own."""
        return Act.APPROVE_RESULT_RETURN if act is Act.RETURN_ITEM else act_for(self.service, act)

    def finished(self, fact: Fact, confirmed: Confirmed) -> Fact:
        """With the reason why nobody confirmed."""
        twin: Any = for_service(fact, self.service)
        made: Fact = replace(twin, excuse=confirmed.reason)
        return made
