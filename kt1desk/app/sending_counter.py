"""What approving, packing and sending need, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.custody_services import CustodyServices
from kt1desk.app.review_counter import ReviewCounter
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import ApprovalView, Yes
from kt1desk.desktop.needs.dispatch import (
    ClosedBag,
    NextPoint,
    PackView,
    SendView,
    SentDispatch,
    Vehicle,
)
from kt1desk.domain.approval import Manner
from kt1desk.domain.coded import CodeList
from kt1desk.domain.permissions import Act
from kt1desk.domain.point_flags import PointFlag
from kt1desk.domain.reference_rows import Point
from kt1desk.domain.registers import VEHICLES
from kt1desk.domain.service import Service
from kt1desk.domain.text import fold
from kt1desk.services.approval_rules import dispatch_needs_approval
from kt1desk.services.confirming import Confirmed
from kt1desk.services.custody_rows import ReceptacleRow
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.packing import PackDraft
from kt1desk.services.remote_approval import Question
from kt1desk.services.rights import flags_of, takes_part

NOBODY = Confirmed(Manner.SPOT)
"""Where no rule asks for a second person."""
_POINTS = 8
_FLAG_WORDS = {PointFlag.ACCEPT: "nhận", PointFlag.DELIVER: "phát", PointFlag.RELAY: "chuyển tiếp"}


class ApprovalCounter(ReviewCounter):
    """Implements `kt1desk.desktop.needs.approval.ApprovalNeeds`."""

    def approval_view(self) -> ApprovalView:
        """See the port."""
        services, desk = self._services, self._services.desk
        items = services.approvals.waiting(desk.session)
        now = desk.clock.now()
        return ApprovalView(
            items=tuple(map(services.timed, items)),
            alone=services.alone(),
            now_ms=now.utc_ms,
            offset_min=now.offset_min,
            exceptions=len(services.reviews.exceptions(desk.session)),
        )

    def reject_reasons(self) -> Sequence[Choice]:
        """See the port."""
        return self._services.words(CodeList.REJECT)

    def ask_by_phone(self, act: Act, numbers: Sequence[str], device: int) -> Question:
        """See the port."""
        services = self._services
        services.keys.refresh()
        return services.approvals.ask_remote(services.desk.session, act, numbers, device)

    def approve(self, items: Sequence[str], yes: Yes) -> int:
        """See the port."""
        services = self._services
        confirmed = services.confirmed(Act.APPROVE_ITEM, yes)
        return len(services.approvals.approve(services.desk.session, items, confirmed))

    def reject(self, item: str, reason: str, yes: Yes) -> None:
        """See the port."""
        services = self._services
        confirmed = services.confirmed(Act.APPROVE_ITEM, yes)
        services.approvals.reject(services.desk.session, item, reason, confirmed)

    def answer_phone(self, device: int, digits: str, act: Act, things: int) -> str:
        """See the port."""
        services = self._services
        services.keys.refresh()
        return services.approvals.grant_remote(services.desk.session, device, digits, act, things)


class PointCounter:
    """Implements `kt1desk.desktop.needs.dispatch.PointNeeds`."""

    def __init__(self, services: CustodyServices) -> None:
        self._services = services

    def points(self, text: str) -> Sequence[NextPoint]:
        """See the port: every point that takes part in the service, but for this one."""
        desk, wanted = self._services.desk, fold(text).split()
        found = (
            point
            for point in desk.reference.points
            if point.holds(desk.today)
            and point.code != desk.session.desk.point
            and takes_part(point, self._services.service)
        )
        matching = [
            point for point in found if all(word in fold(f"{point.code} {point.name}") for word in wanted)
        ]
        return [
            _next_point(point, kt1=self._services.service is Service.KT1)
            for point in sorted(matching, key=lambda point: point.code)[:_POINTS]
        ]


class PackCounter(PointCounter):
    """Implements `kt1desk.desktop.needs.dispatch.PackNeeds` but for the scale."""

    def pack_view(self, to: str) -> PackView:
        """See the port."""
        services, desk = self._services, self._services.desk
        rows = services.packing.candidates(desk.session, to)
        now = desk.clock.now()
        return PackView(
            tuple(services.timed(row.item, row.hindered, belongs=row.belongs) for row in rows),
            now.utc_ms,
            now.offset_min,
        )

    def new_receptacle(self) -> str:
        """See the port."""
        return self._services.packing.next_number(self._services.desk.session)

    def close_bag(self, bag: PackDraft) -> str:
        """See the port."""
        packed = self._services.packing.close(self._services.desk.session, bag)
        self._services.wake()
        return packed.receptacle

    def closed_bags(self) -> Sequence[ReceptacleRow]:
        """See the port."""
        return self._services.views.closed(self._services.desk.session)

    def undo_reasons(self) -> Sequence[Choice]:
        """See the port."""
        return self._services.words(CodeList.UNDO)

    def undo_bag(self, receptacle: str, reason: str) -> None:
        """See the port."""
        self._services.packing.undo(self._services.desk.session, receptacle, reason)


class SendCounter(PointCounter):
    """Implements `kt1desk.desktop.needs.dispatch.SendNeeds` but for the telephone."""

    def send_view(self) -> SendView:
        """See the port."""
        services, desk = self._services, self._services.desk
        kt1 = services.service is Service.KT1
        bags, sent = services.views.to_send(desk.session), services.views.under_way(desk.session)
        now = desk.clock.now()
        return SendView(
            bags=tuple(ClosedBag(row, services.point_name(row.to)) for row in bags),
            sent=tuple(SentDispatch(each.row, services.point_name(each.row.to), each.bags) for each in sent),
            vehicles=self._vehicles(),
            alone=services.alone() if kt1 else (),
            now_ms=now.utc_ms,
            offset_min=now.offset_min,
            second=kt1 and dispatch_needs_approval(desk.reference, desk.today),
        )

    def send(self, wanted: DispatchDraft, yes: Yes | None) -> str:
        """See the port."""
        services = self._services
        confirmed = services.confirmed(Act.APPROVE_DISPATCH, yes) if yes is not None else NOBODY
        services.keys.refresh()
        sent = services.dispatching.send(services.desk.session, wanted, confirmed)
        services.wake()
        return sent.dispatch

    def recall_reasons(self) -> Sequence[Choice]:
        """See the port."""
        return self._services.words(CodeList.RECALL)

    def recall(self, dispatch: str, reason: str, yes: Yes | None) -> None:
        """See the port."""
        services = self._services
        confirmed = services.confirmed(Act.APPROVE_DISPATCH, yes) if yes is not None else None
        services.dispatching.recall(services.desk.session, dispatch, reason, confirmed)

    def _vehicles(self) -> tuple[Vehicle, ...]:
        """Vehicles of the register that may still be used."""
        services, today = self._services, self._services.desk.today.isoformat()
        rows = services.registers.entries(services.desk.session, VEHICLES)
        usable = (row for row in rows if not row.values.get("until") or row.values["until"] >= today)
        return tuple(Vehicle(row.entry, row.entry, row.values.get("dedicated") == "yes") for row in usable)


def _next_point(point: Point, *, kt1: bool) -> NextPoint:
    if not kt1:
        return NextPoint(point.code, point.name, point.code)
    words = ", ".join(word for flag, word in _FLAG_WORDS.items() if flag in flags_of(point))
    return NextPoint(point.code, point.name, f"{point.code} · {words}")
