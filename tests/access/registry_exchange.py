"""Doors of the exchange with other desks and the centre, by module, class and name."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import Door, Free, Kt1
from tests.access.registry_reports import REPORTS
from tests.access.registry_systems import SYSTEMS

_SEALED = Free("asked by no person; a frame is sealed to the keys of others")

EXCHANGE: Mapping[str, Door] = {
    **SYSTEMS,
    **REPORTS,
    "exchange.courier.Courier.round": _SEALED,
    "exchange.inbox.Inbox.take_bundle": Kt1(Act.EXCHANGE_MAIL),
    "exchange.inbox.Inbox.take_frame": Kt1(Act.EXCHANGE_MAIL),
    "exchange.inbox.Inbox.take_message": Kt1(Act.EXCHANGE_MAIL),
    "exchange.inbox.Inbox.take_paper": Kt1(Act.EXCHANGE_MAIL),
    "exchange.lane.Lane.believable": _SEALED,
    "exchange.lane.Lane.heard": _SEALED,
    "exchange.lane.Lane.is_at_present": _SEALED,
    "exchange.lane.Lane.leave_earlier": _SEALED,
    "exchange.lane.Lane.report": _SEALED,
    "exchange.lane.Lane.send": _SEALED,
    "exchange.lane.Lane.stop": _SEALED,
    "exchange.lane.Lane.taken": _SEALED,
    "exchange.lane.Lane.told": _SEALED,
    "exchange.lane.Lane.waits": _SEALED,
    "exchange.lane_road.Road.after": _SEALED,
    "exchange.lane_road.Road.has": _SEALED,
    "exchange.lane_road.Road.left": _SEALED,
    "exchange.lane_road.frames_after": _SEALED,
    "exchange.mail_intake.CentreInbox.go_back": Free("how far mail was taken; nothing of an item"),
    "exchange.mail_intake.CentreInbox.mark": Free("how far mail was taken; nothing of an item"),
    "exchange.mail_intake.CentreInbox.take": Free(
        "asked by no person; the line of KT1 asks for its approval"
    ),
    "exchange.mail_kinds.Desk.keep_keys": Free("keys of the desks of the province; nothing of an item"),
    "exchange.mail_kinds.Desk.keys": Free("keys of the desks of the province; nothing of an item"),
    "exchange.mailroom.Mailroom.check": Free("it is the refusal itself"),
    "exchange.near.Near.round": Free(
        "asked by no person; what comes in is proved as mail is, and shown by pages that ask"
    ),
    "exchange.near_setting.NearSetting.leave": Free("where a folder lies; nothing of an item"),
    "exchange.near_setting.NearSetting.use": Free("where a folder lies; nothing of an item"),
    "exchange.outbox.Outbox.of": _SEALED,
    "exchange.outbox.Outbox.seal_next": _SEALED,
    "exchange.outbox.Outbox.to_send": _SEALED,
    "exchange.outgoing.write_bundle": Kt1(Act.EXCHANGE_MAIL),
    "exchange.taking.take_event": Free("in the hands of what proved the event"),
    "exchange.taking_all.take_all": Free("in the hands of what proved its input"),
    "exchange.told.check_told": Free("it is the refusal itself"),
    "exchange.staff_taking.take_list": Free("users and their roles, as the province signed them"),
}
