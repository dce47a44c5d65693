"""Rights as they are now: on which day they are judged, and whether the point may do what the user wants to do at it.

A clearance is judged on the later of two days: the business date of the open shift and the date that the wall clock shows. So it ends at
midnight although the shift goes on, and a shift that was opened for tomorrow does not borrow today's clearance. This module must not know
what the acts do.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.permissions import Act, Actor, permits, require
from kt1desk.domain.point_flags import POINT_NEEDS, PointFlag
from kt1desk.domain.reference import Point, ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.ports import Clock
from kt1desk.services.rows import DeskRow, ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

_REFUSED: Mapping[PointFlag, str] = MappingProxyType(
    {
        PointFlag.ACCEPT: "item.point_not_enabled",
        PointFlag.RELAY: "point.not_relaying",
        PointFlag.DELIVER: "point.not_delivering",
    }
)
_SERVICE_REFUSED: Mapping[Service, str] = MappingProxyType(
    {Service.KT1: "item.service_not_allowed", Service.TTHC: "dossier.service_not_allowed"}
)


def day_of_rights(shift: ShiftRow | date | None, clock: Clock) -> date:
    """The day on which rights are judged: the later of the business date and today's local date.

    Args:
        shift: the open shift or its business date; None where no shift is open.
        clock: whose wall clock says what today is.
    """
    now = clock.now()
    if shift is None:
        return local_date(now)
    return later_day(date.fromisoformat(shift.business_date) if isinstance(shift, ShiftRow) else shift, now)


def later_day(business_date: date, now: Moment) -> date:
    """The later of a business date and the date that the wall clock showed."""
    return max(business_date, local_date(now))


def require_now(who: Session | Actor, act: Act, shift: ShiftRow | date | None, clock: Clock) -> date:
    """Refuse what this user, or the second person who confirms, may not do now; returns the day it was judged on.

    Raises:
        DeskError: ``user.not_allowed``, ``user.clearance_missing``, ``user.clearance_expired``.
    """
    on = day_of_rights(shift, clock)
    require(_actor(who), act, on)
    return on


def permits_now(who: Session | Actor, act: Act, shift: ShiftRow | date | None, clock: Clock) -> bool:
    """Whether it is allowed now; for leaving out of an answer what must not be shown, not for refusing."""
    return permits(_actor(who), act, day_of_rights(shift, clock))


def require_point(
    reference: ReferenceData, desk: DeskRow, act: Act, on: date, service: Service = Service.KT1
) -> Point:
    """Refuse what the desk's file or the flags of its point do not allow; returns the point.

    Acts that ask nothing of a point (`POINT_NEEDS`) only need the service in the desk file; so does everything with dossiers, which every
    point serves.

    Raises:
        DeskError: ``item.service_not_allowed``, ``dossier.service_not_allowed``; ``item.point_not_enabled``, ``point.not_relaying``,
            ``point.not_delivering`` or ``point.no_kt1`` with ``point`` as its name; ``reference.point_unknown``.
    """
    if service.value not in desk.services:
        raise DeskError(_SERVICE_REFUSED[service], "point")
    point = reference.point(desk.point, on)
    wanted = POINT_NEEDS.get(act) if service is Service.KT1 else None
    if wanted is None or not wanted.isdisjoint(flags_of(point)):
        return point
    code = _REFUSED[next(iter(wanted))] if len(wanted) == 1 else "point.no_kt1"
    raise DeskError(code, "point", point=point.name)


def takes_part(point: Point, service: Service) -> bool:
    """Whether something of the service can be sent to a point at all."""
    return service is Service.TTHC or bool(flags_of(point))


def passes_on(point: Point, service: Service) -> bool:
    """Whether a point passes receptacles of the service on unopened: with KT1 only those that are chosen for it."""
    return service is Service.TTHC or point.kt1_relay


def flags_of(point: Point) -> frozenset[PointFlag]:
    """What a point may do with KT1 items."""
    said = {
        PointFlag.ACCEPT: point.kt1_accept,
        PointFlag.RELAY: point.kt1_relay,
        PointFlag.DELIVER: point.kt1_deliver,
    }
    return frozenset(flag for flag, is_set in said.items() if is_set)


def _actor(who: Session | Actor) -> Actor:
    return who.actor if isinstance(who, Session) else who
