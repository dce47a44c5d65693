"""«Sổ giao nhận», «Bảng kê chuyến thư», «Sổ phát»: what came into the point and left it, document by document, and who it was given to.

This module must not know how a line is shown.
"""

from __future__ import annotations

from kt1desk.domain.coded import CodeList, list_for
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import Party
from kt1desk.domain.facts.authority import HandoverMade
from kt1desk.domain.facts.custody import ItemAttempted, ItemBroughtBack, ItemDelivered, RoundStarted
from kt1desk.domain.facts.dispatches import DispatchArrived, DispatchRecalled, DispatchSent
from kt1desk.domain.facts.dossier_custody import (
    DossierAttempted,
    DossierBroughtBack,
    DossierDelivered,
    DossierDispatchArrived,
    DossierDispatchRecalled,
    DossierDispatchSent,
    DossierRoundStarted,
)
from kt1desk.domain.facts.results import TakeoverClosed
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.services.cover_parties import cover_parties
from kt1desk.services.register_view_kinds import Cells, RegisterView, count, text
from kt1desk.services.register_view_words import ViewWords
from kt1desk.services.wording_case import way_name

GIVEN, TAKEN = "Giao", "Nhận"
HIDDEN = "•••"
"""Stands for a party that whoever reads may not see."""
_CUSTODY = {Stream.KT1: Act.SEE_CUSTODY, Stream.COUNTER: Act.SEE_DOSSIER_CUSTODY}
_OF = {Stream.KT1: "KT1", Stream.COUNTER: "hồ sơ"}


def _sent(words: ViewWords, event: Event) -> Cells:
    fact = DispatchSent.of(event.body())
    things = sum(len(bag.items) for bag in fact.receptacles)
    named = f"Chuyến thư {_OF[event.id.stream]}"
    ends = (words.point(fact.point), words.point(fact.to))
    return (GIVEN, fact.dispatch, named, *ends, len(fact.receptacles), things, *_who(words, event))


def _arrived(words: ViewWords, event: Event) -> Cells:
    fact = DispatchArrived.of(event.body())
    trip = words.reader.dispatch(fact.dispatch, service=_service(event))
    named = f"Chuyến thư {_OF[event.id.stream]}"
    ends = (words.point(fact.from_point), words.point(fact.point))
    bags = trip.receptacles if trip is not None else None
    return (TAKEN, fact.dispatch, named, *ends, bags, fact.arrived, *_who(words, event))


def _recalled(words: ViewWords, event: Event) -> Cells:
    fact = DispatchRecalled.of(event.body())
    named = f"Rút chuyến thư {_OF[event.id.stream]}"
    ends = (words.point(fact.to), words.point(fact.point))
    bags = len(fact.receptacles)
    return (TAKEN, fact.dispatch, named, *ends, bags, len(fact.items), *_who(words, event))


def _round(words: ViewWords, event: Event) -> Cells:
    fact = RoundStarted.of(event.body())
    ends = (words.point(fact.point), words.user(fact.postman))
    named = f"Danh sách phát {_OF[event.id.stream]}"
    return (GIVEN, fact.round, named, *ends, None, len(fact.items), *_who(words, event))


def _brought_back(words: ViewWords, event: Event) -> Cells:
    fact = ItemBroughtBack.of(event.body())
    ends = (words.user(event.envelope.second), words.point(fact.point))
    named = f"Bưu tá trả lại bưu gửi {_OF[event.id.stream]}"
    return (TAKEN, fact.item, named, *ends, None, 1, *_who(words, event))


def _handover(words: ViewWords, event: Event) -> Cells:
    fact = HandoverMade.of(event.body())
    ends = (words.point(fact.point), words.authority(fact.authority))
    named = "Biên bản giao hồ sơ"
    return (GIVEN, fact.handover, named, *ends, None, len(fact.items), *_who(words, event))


def _takeover(words: ViewWords, event: Event) -> Cells:
    fact = TakeoverClosed.of(event.body())
    ends = (words.authority(fact.authority), words.point(fact.point))
    named = "Sổ nhận kết quả"
    return (TAKEN, fact.takeover, named, *ends, None, fact.taken, *_who(words, event))


HANDING = RegisterView(
    "handing",
    "Sổ giao nhận",
    (
        text("way", "Giao/nhận"),
        text("paper", "Chứng từ"),
        text("kind", "Loại"),
        text("giver", "Bên giao"),
        text("taker", "Bên nhận"),
        count("bags", "Số túi"),
        count("things", "Số bưu gửi"),
        text("who", "Người ghi"),
        text("second", "Người cùng ký"),
    ),
    {
        DispatchSent.TYPE: _sent,
        DossierDispatchSent.TYPE: _sent,
        DispatchArrived.TYPE: _arrived,
        DossierDispatchArrived.TYPE: _arrived,
        DispatchRecalled.TYPE: _recalled,
        DossierDispatchRecalled.TYPE: _recalled,
        RoundStarted.TYPE: _round,
        DossierRoundStarted.TYPE: _round,
        ItemBroughtBack.TYPE: _brought_back,
        DossierBroughtBack.TYPE: _brought_back,
        HandoverMade.TYPE: _handover,
        TakeoverClosed.TYPE: _takeover,
    },
    _CUSTODY,
    number="paper",
)


def _manifest(words: ViewWords, event: Event) -> Cells:
    fact = DispatchSent.of(event.body())
    trip = words.reader.dispatch(fact.dispatch, service=_service(event))
    things = sum(len(bag.items) for bag in fact.receptacles)
    arrived = "Đã nhận" if trip is not None and trip.arrived_ms else ""
    said = (fact.dispatch, words.point(fact.to), fact.route, fact.vehicle)
    dedicated = "Xe riêng" if fact.dedicated else "Có áp tải"
    return (*said, dedicated, len(fact.receptacles), things, arrived, *_who(words, event))


MANIFESTS = RegisterView(
    "manifests",
    "Bảng kê chuyến thư đi",
    (
        text("dispatch", "Chuyến thư"),
        text("to", "Điểm đến"),
        text("route", "Đường thư"),
        text("vehicle", "Phương tiện"),
        text("dedicated", "Cách đi"),
        count("bags", "Số túi"),
        count("things", "Số bưu gửi"),
        text("arrived", "Đến nơi"),
        text("who", "Người lập"),
        text("second", "Người duyệt"),
    ),
    {DispatchSent.TYPE: _manifest, DossierDispatchSent.TYPE: _manifest},
    _CUSTODY,
    number="dispatch",
)


def _delivered(words: ViewWords, event: Event) -> Cells:
    fact = ItemDelivered.of(event.body())
    taker = event.particular("taker")
    took = ", ".join(filter(None, (taker.get("name", ""), taker.get("position", ""))))
    what, receiver = _what(words, event, fact.item)
    outcome = "Đã phát" if fact.party != "sender" else "Đã trả người gửi"
    said = (outcome, "", HIDDEN if receiver == HIDDEN else took, fact.reference or fact.round)
    return (fact.item, what, receiver, *said, words.user(event.envelope.actor))


def _attempted(words: ViewWords, event: Event) -> Cells:
    fact = ItemAttempted.of(event.body())
    reason = words.coded(list_for(CodeList.ATTEMPT, _service(event)), fact.reason)
    said = (f"Không phát được lần {fact.attempt}", reason, "", fact.round)
    return (fact.item, *_what(words, event, fact.item), *said, words.user(event.envelope.actor))


def _what(words: ViewWords, event: Event, number: str) -> tuple[str, str]:
    """What it is and who it goes to; of an A, B or C item only for whoever may see both parties."""
    item = words.reader.held_item(number, service=_service(event))
    if item is None:
        return "", ""
    if item.service is Service.TTHC:
        receiver = cover_parties(words.reader, item)[1]
        return way_name(item.product), receiver.name if receiver is not None else ""
    row = words.reader.item(number)
    party: Party | None = row.receiver if row is not None else None
    hidden = item.secrecy in {"A", "B", "C"} and not words.sees_parties
    name = HIDDEN if hidden else (party.name if party is not None else "")
    return words.product(item.product), name


DELIVERIES = RegisterView(
    "deliveries",
    "Sổ phát",
    (
        text("item", "Số hiệu"),
        text("what", "Loại"),
        text("receiver", "Nơi nhận"),
        text("outcome", "Kết quả"),
        text("reason", "Lý do"),
        text("taker", "Người nhận ký"),
        text("reference", "Nơi có chữ ký"),
        text("who", "Người ghi"),
    ),
    {
        ItemDelivered.TYPE: _delivered,
        DossierDelivered.TYPE: _delivered,
        ItemAttempted.TYPE: _attempted,
        DossierAttempted.TYPE: _attempted,
    },
    _CUSTODY,
    number="item",
)


def _who(words: ViewWords, event: Event) -> tuple[str, str]:
    second = event.envelope.second
    return words.user(event.envelope.actor), words.user(second) if second else ""


def _service(event: Event) -> Service:
    return Service.KT1 if event.id.stream is Stream.KT1 else Service.TTHC
