"""One invented event of each type a desk writes, the rarest first: what a preset dictionary is made of.

This module must not know how events are packed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import (
    BundleWritten,
    CashPaid,
    CashReceived,
    Charge,
    CheckpointMade,
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
    DossierAccepted,
    DossierListed,
    ExceptionReviewed,
    Fact,
    IncidentClosed,
    IncidentOpened,
    IncidentRemedied,
    IncidentTold,
    ItemAccepted,
    ItemApproved,
    ItemArrived,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemForwarded,
    ItemHanded,
    ItemLine,
    ItemRejected,
    ItemReturned,
    ItemReversed,
    ItemStored,
    ItemUnclaimed,
    Leg,
    MailTaken,
    NumberVoided,
    PaperReprinted,
    Party,
    ReceptacleClosed,
    ReceptacleLine,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
    RegisterEntered,
    RemoteGranted,
    RoundStarted,
    ShiftClosed,
    ShiftOpened,
    Sums,
)

NOON_MS = 1_795_410_000_000
LANG_SON = "20"

Written: TypeAlias = "tuple[Fact, Mapping[str, Mapping[str, str]]]"

_HOUR_MS = 3_600_000
_ITEM, _NEXT_ITEM = "ME473124005VN", "ME473124019VN"
_BAG, _SEAL = "TUI00004711", "NP8800100"
_POINT, _OTHER = "240000", "246940"
_SHIFT = "2026-11-23/1"
_CHECKS = (
    "address_complete",
    "kt1_mark",
    "label_place",
    "letter_matches",
    "no_letter",
    "no_words_outside",
    "sealed",
    "two_envelopes",
    "undamaged",
)
_DISPATCH, _ROUND, _INCIDENT = "CT240000-261123-7-1", "PH240000-261123-7-1", "BB240000-261123-7-1"
_CASE = "240000-261123-7-001"
_FROM = Party(
    "LS-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", "Số 1, đường Hùng Vương, phường Đông Kinh", LANG_SON, "05977"
)
_TO = Party(
    "LS-STC",
    "Sở Tài chính tỉnh Lạng Sơn",
    "Số 4, đường Hoàng Văn Thụ, phường Lương Văn Tri",
    LANG_SON,
    "05983",
)
_HANDED_BY = {"id": "020099001234", "name": "Nguyễn Văn An", "phone": "0912345678"}
_NAME = {"name": "Nguyễn Thị Lan"}
_CHARGE = Charge(
    "KT1-2026",
    "confirmed",
    (("weight", 15_000), ("urgency", 40_000), ("secrecy", 30_909)),
    800,
    4_400,
    59_400,
)


def _line(item: str, *, secret: bool) -> ItemLine:
    return ItemLine(
        item=item,
        product="KT1007" if secret else "KT1002",
        urgency="none" if secret else "express",
        secrecy="C" if secret else "none",
        scope="intra",
        weight_g=120,
        accepted_ms=NOON_MS,
        deadline_ms=NOON_MS + 12 * _HOUR_MS,
        agreed_ms=0,
        origin=_POINT,
        n=3,
        sender=None if secret else _FROM,
        receiver=None if secret else _TO,
    )


def _accepted(*, secret: bool) -> Written:
    fact = ItemAccepted(
        item=_ITEM,
        product="KT1007" if secret else "KT1002",
        urgency="none" if secret else "express",
        secrecy="C" if secret else "none",
        scope="intra",
        named_person=False,
        weight_g=120,
        pieces=1,
        place="counter",
        checks=_CHECKS,
        payment="account",
        shift=_SHIFT,
        point=_POINT,
        sender=None if secret else _FROM,
        receiver=None if secret else _TO,
        charge=_CHARGE,
        deadline_ms=NOON_MS + 12 * _HOUR_MS,
    )
    parties = {"receiver": _TO.fields(), "sender": _FROM.fields()} if secret else {}
    return fact, {"handed_by": _HANDED_BY, **parties}


def _dispatch() -> Written:
    items = (_line(_ITEM, secret=True), _line(_NEXT_ITEM, secret=False), _line(_ITEM, secret=False))
    bag = ReceptacleLine(_BAG, _SEAL, 1_400, 1, EventId(7, Stream.KT1, 1, 1_234), "", items, _OTHER)
    parties = {f"from.{_ITEM}": _FROM.fields(), f"to.{_ITEM}": _TO.fields()}
    fact = DispatchSent(
        dispatch=_DISPATCH,
        point=_POINT,
        to=_OTHER,
        route="DT-LS-07",
        vehicle="12C-041.88",
        dedicated=True,
        manner="spot",
        receptacles=(bag,),
        shift=_SHIFT,
    )
    return fact, {"driver": _NAME, "escort": _NAME, **parties}


def _dossier() -> Written:
    legs = (
        Leg("RX000000105VN", "send", "intra_commune", 320, 15_250, due="2026-11-24"),
        Leg("RX000000114VN", "return", "intra_province", 100, 15_000, 15_000),
    )
    fact = DossierAccepted(
        dossier=_CASE,
        form="both",
        procedure="1.001612",
        procedure_name="Đăng ký thành lập hộ kinh doanh",
        procedure_version="2025-07-01",
        authority="LS-TTHCC",
        authority_name="Trung tâm Phục vụ hành chính công tỉnh Lạng Sơn",
        legs=legs,
        sums=Sums(30_250, 100_000, 8_000),
        tariff="TT22-2017",
        payment="cash",
        place="counter",
        shift=_SHIFT,
        point=_POINT,
        papers=3,
        documents=5,
        promised="2026-11-27",
    )
    return fact, {
        "applicant": {**_HANDED_BY, "address": "Thôn 2, xã Vũ Lăng, tỉnh Lạng Sơn", "kind": "person"}
    }


_PAPERS = (
    PaperLine("1", "Giấy đề nghị đăng ký hộ kinh doanh", originals=1),
    PaperLine("2", "Bản sao giấy tờ pháp lý của cá nhân đối với chủ hộ kinh doanh", certified=1),
    PaperLine("3", "Tờ khai theo mẫu; giấy ủy quyền; giấy chứng nhận", plain=1),
)
_WHERE = (_POINT, _SHIFT)
_ITEMS = ((_ITEM, 2), (_NEXT_ITEM, 2))

EVENTS: tuple[Written, ...] = (
    (ExceptionReviewed("7.1.1.1234", "justified", _POINT), {}),
    (RemoteGranted(7, "12345678", "dispatch", 2, _POINT), {}),
    (
        RegisterEntered("people", "ha.hoang", (("until", "2027-11-23"), ("kind", "vetting")), _POINT),
        {"entry": _NAME},
    ),
    (DispatchRecalled(_DISPATCH, 2, ((_BAG, 3),), _ITEMS, _OTHER, "wrong_route", *_WHERE), {}),
    (ReceptacleUndone(_BAG, 2, _ITEMS, "wrong_item", *_WHERE), {}),
    (ItemRejected(_ITEM, 2, *_WHERE, "wrong_letter"), {}),
    (ItemUnclaimed(_ITEM, 9, *_WHERE, "nobody_takes", _OTHER), {}),
    (ItemReturned(_ITEM, 8, *_WHERE, "refused", _OTHER), {}),
    (ItemForwarded(_ITEM, 8, *_WHERE, "moved", "LS-STC", _OTHER), {"receiver": _TO.fields()}),
    (ItemReversed(_ITEM, "customer", *_WHERE), {}),
    (CashPaid(_SHIFT, 59_400, "kt1"), {}),
    (NumberVoided(_ITEM, "spoilt_label"), {}),
    (PaperReprinted("kt1_label", _ITEM, 2, "damaged"), {}),
    (
        IncidentOpened(
            _INCIDENT, "seal_broken", "major", "receptacle", _BAG, *_WHERE, NOON_MS, "C", _OTHER, _DISPATCH
        ),
        {},
    ),
    (IncidentTold(_INCIDENT, "bureau", "telephone", NOON_MS, _POINT), {}),
    (IncidentRemedied(_INCIDENT, "resealed", _POINT), {}),
    (IncidentClosed(_INCIDENT, "cleared", _POINT, _OTHER), {}),
    (CheckpointMade("2026-11-23", "7.1.1.1234", "", "7.2.1.1234", ""), {}),
    (BundleWritten(_OTHER, 12, 1_234, ""), {}),
    (ShiftOpened(_SHIFT, "2026-11-23", "D0", 500_000), {}),
    (ShiftClosed(_SHIFT, 559_400, 559_400, 20), {}),
    _dossier(),
    (DossierListed(_CASE, 1, _PAPERS), {}),
    (CashReceived(_SHIFT, 30_250, "postage"), {}),
    (ItemAttempted(_ITEM, 7, *_WHERE, _ROUND, "nobody_there", 1, _OTHER, scan=True), {}),
    (ItemBroughtBack(_ITEM, 8, *_WHERE, _ROUND, scan=True), {}),
    (ReceptacleClosed(_BAG, _SEAL, 1_400, _OTHER, _ITEMS, *_WHERE), {}),
    (ReceptacleOpened(_BAG, 4, *_WHERE), {}),
    (
        ReceptacleReceived(_BAG, 3, _SEAL, 1_400, "intact", *_WHERE, _DISPATCH, _OTHER, scan=True),
        {"giver": _NAME},
    ),
    (DispatchArrived(_DISPATCH, 2, _OTHER, 2, 2, *_WHERE), {}),
    (RoundStarted(_ROUND, "minh.nong", _ITEMS, *_WHERE), {}),
    (MailTaken("9.1.1.1234", "", "bundle"), {}),
    (CashReceived(_SHIFT, 59_400, "kt1"), {}),
    _accepted(secret=True),
    _accepted(secret=False),
    (ItemHanded(_ITEM, 3, *_WHERE, "son.ly", scan=True), {}),
    (ItemStored(_ITEM, 3, *_WHERE, "KET1", scan=True), {}),
    (ItemApproved(_ITEM, 2, *_WHERE, "spot"), {}),
    (
        ItemDelivered(_ITEM, 7, *_WHERE, "receiver", f"{_ROUND}/1", _ROUND, _OTHER, scan=True),
        {"taker": {**_NAME, "position": "Văn thư"}},
    ),
    (ItemArrived(_ITEM, "intact", *_WHERE, 5, _BAG, _DISPATCH, _OTHER, scan=True), {}),
    _dispatch(),
)
"""Fact and what stands beside it."""
