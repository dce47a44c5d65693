"""What is said of the journey of a thing: its stations for the line, one of them in full, and what is in doubt. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.record_texts import Fact
from kt1desk.desktop.models.texts import clock_and_day, count, item_number, local
from kt1desk.desktop.widgets import LineStation, StationKind
from kt1desk.domain.custody import ThingKind
from kt1desk.services.incident_words import thing_name
from kt1desk.services.journeys import Journey, JourneyStation

_UNHEARD = "chưa nghe bên gửi"
_VOID = "không được tính"


def line_stations(journey: Journey, offset_min: int) -> Sequence[LineStation]:
    """The stations as they are drawn; the last that counts is where the thing is now."""
    counting = [at for at, station in enumerate(journey.stations) if not station.lost]
    now = counting[-1] if counting else -1
    return [_station(each, offset_min, now=at == now) for at, each in enumerate(journey.stations)]


def station_words(journey: Journey, at: int, offset_min: int) -> str:
    """One station in full."""
    if not 0 <= at < len(journey.stations):
        return ""
    each = journey.stations[at]
    hands = f"{each.giver} → {each.taker}" if each.giver and each.giver != each.taker else each.taker
    heard = f"biết ở đây lúc {clock_and_day(each.received_ms, offset_min)}" if each.received_ms else ""
    parts = (
        f"{at + 1}. {each.act}",
        hands,
        clock_and_day(each.at_ms, offset_min),
        each.point,
        item_number(each.within),
        f"niêm {each.seal}" if each.seal else "",
        heard,
        f"sổ {each.event.text} {each.proof}",
        _doubt(each),
    )
    return " · ".join(part for part in parts if part)


def doubt_words(journey: Journey) -> str:
    """What is in doubt of the whole journey, and what to do about it; "" for nothing."""
    said = []
    if journey.is_unheard:
        said.append("Bưu gửi đến trước dữ liệu: chưa nghe bên gửi. Nhận dữ liệu của chuyến ở F4.")
    if journey.lost:
        said.append(
            f"{count(journey.lost)} bước không được tính: hai điểm ghi khác nhau. Lập biên bản bằng Ctrl+N."
        )
    return " ".join(said)


def holder_line(journey: Journey) -> str:
    """Who has it now."""
    return journey.holder


def thing_kind(journey: Journey) -> str:
    """What it is."""
    return thing_name(journey.kind)


def thing_facts(journey: Journey, offset_min: int) -> Sequence[Fact]:
    """Of a bag or a dispatch: where it is, since when, which records are open about it."""
    made = [
        Fact("Đang ở", journey.holder, wide=True),
        Fact("Từ lúc", clock_and_day(journey.since_ms, offset_min)),
    ]
    seal = next((each.seal for each in reversed(journey.stations) if each.seal and not each.lost), "")
    if journey.kind is ThingKind.RECEPTACLE and seal:
        made.append(Fact("Niêm phong", seal))
    return (*made, *incident_facts(journey))


def incident_facts(journey: Journey) -> Sequence[Fact]:
    """The records that are open about it."""
    return (
        (Fact("Sự vụ", ", ".join(journey.incidents), wide=len(journey.incidents) > 1),)
        if journey.incidents
        else ()
    )


def _station(each: JourneyStation, offset_min: int, *, now: bool) -> LineStation:
    when = local(each.at_ms, offset_min)
    kind = StationKind.NOW if now else StationKind.PASSED
    if each.lost:
        kind = StationKind.VOID
    elif each.unheard:
        kind = StationKind.DOUBT
    return LineStation(each.act, each.taker, f"{when:%H:%M · %d/%m}", _doubt(each), kind)


def _doubt(each: JourneyStation) -> str:
    if each.lost:
        return _VOID
    return _UNHEARD if each.unheard else ""
