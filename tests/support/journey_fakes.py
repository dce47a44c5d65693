"""Journeys in memory: of an item that lies here, of one that went a long way, of one whose sender was not heard, and of a bag."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.custody import State, ThingKind
from kt1desk.domain.events import EventId, Stream
from kt1desk.services.journeys import Journey, JourneyStation
from tests.support.desk_fakes import NOW_MS

HERE, THERE = "Bưu cục Kỳ Lừa – 240000", "Bưu cục Vũ Lăng – 240500"
CLERK, SAFE, POSTMAN = "Hoàng Thị Lan", "Nơi cất KET1, điểm 240000", "Nguyễn Văn Bưu"
BAG, TRIP = "TUI00000052", "CT240000-261122-7-1"
_WAY = (
    ("Chấp nhận", CLERK, HERE, "", ""),
    ("Duyệt", CLERK, HERE, "", ""),
    ("Cất giữ", SAFE, HERE, "", ""),
    ("Đóng túi", f"Trong túi {BAG}", HERE, "", "NP0000811"),
    ("Niêm phong túi", CLERK, HERE, BAG, "NP0000811"),
    ("Gửi chuyến thư", f"Trên chuyến thư {TRIP}", HERE, TRIP, "NP0000811"),
    ("Nhận túi", "hoa.ng, điểm 240500", THERE, BAG, "NP0000811"),
    ("Mở túi", "hoa.ng, điểm 240500", THERE, BAG, ""),
    ("Xác nhận đến", "hoa.ng, điểm 240500", THERE, "", ""),
    ("Giao bưu tá", "buu.ta, điểm 240500", THERE, "", ""),
    ("Phát không thành", "buu.ta, điểm 240500", THERE, "", ""),
    ("Bưu tá trả lại", "hoa.ng, điểm 240500", THERE, "", ""),
    ("Giao bưu tá", "buu.ta, điểm 240500", THERE, "", ""),
    ("Phát", "Đã giao", THERE, "", ""),
)


def stations(number: int, first: int = 0) -> tuple[JourneyStation, ...]:
    """Steps of the long way; what was written at the other point was heard of twenty minutes later."""
    made: list[JourneyStation] = []
    for at, (act, taker, point, within, seal) in enumerate(_WAY[first : first + number], first):
        at_ms = NOW_MS - (len(_WAY) - at) * 37 * 60_000
        giver = made[-1].taker if made else ""
        event = EventId(7 if point == HERE else 9, Stream.KT1, 1, 4_000 + at)
        received = 0 if point == HERE else at_ms + 20 * 60_000
        made.append(
            JourneyStation(
                act, giver, taker, point, within, at_ms, received, seal, event, f"9f3c77d1{at:04x}"
            )
        )
    return tuple(made)


def journey(number: str = "ME473124829VN") -> Journey:
    """Accepted, approved, put into the safe."""
    return Journey(ThingKind.ITEM, number, State.STORED, SAFE, NOW_MS - 3_600_000, stations(3))


def long_journey(number: str) -> Journey:
    """To its receiver; the other point wrote one step twice, and a record is open."""
    way = list(stations(14))
    way[9] = replace(way[9], lost=True)
    return Journey(
        ThingKind.ITEM,
        number,
        State.DELIVERED,
        "Đã giao",
        NOW_MS - 3_600_000,
        tuple(way),
        ("BB240500-261122-9-1",),
    )


def early_journey(number: str = "ME473124789VN") -> Journey:
    """It came before its data."""
    (found,) = stations(1, 8)
    found = replace(found, giver="", received_ms=0, unheard=True)
    return Journey(ThingKind.ITEM, number, State.ARRIVED, "hoa.ng, điểm 240500", found.at_ms, (found,))


def bag_journey() -> Journey:
    """Closed, sent, received."""
    way = tuple(each for each in stations(8) if each.within)
    way = tuple(replace(each, within="" if each.within == BAG else TRIP) for each in way)
    return Journey(ThingKind.RECEPTACLE, BAG, State.OPENED, "hoa.ng, điểm 240500", NOW_MS - 3_600_000, way)
