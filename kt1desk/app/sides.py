"""Places of two services: which sides a desk has, whose a scanned number is. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Page
from kt1desk.desktop.sides import SidesPage
from kt1desk.domain.service import Service
from kt1desk.services.whose import Whose


class SideCounter:
    """Implements `kt1desk.desktop.needs.sides.SideNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk
        self._whose = Whose(desk.store, desk.reference, desk.clock)

    def side_of(self, code: str) -> Service | None:
        """See the port."""
        return self._whose.by_letters(code)

    def is_shared(self, code: str) -> bool:
        """See the port."""
        return self._whose.is_shared(code)

    def whose(self, number: str) -> Service | None:
        """See the port."""
        return self._whose.of(self._desk.session, number)


class Sides:
    """Makes the pages of places with two services."""

    def __init__(self, desk: OpenDesk, jobs: Jobs) -> None:
        self._counter, self._jobs = SideCounter(desk), jobs
        self._services = services_of(desk)

    def page(self, make: Mapping[Service, Callable[[], Page]]) -> SidesPage:
        """A page with the sides that this desk has."""
        pages = {service: make[service]() for service in self._services}
        return SidesPage(pages, self._counter, self._jobs)


def services_of(desk: OpenDesk) -> tuple[Service, ...]:
    """The services of a desk by its file, KT1 first."""
    return tuple(service for service in Service if service.value in desk.session.desk.services)
