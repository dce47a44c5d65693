"""The figures of the two inspection reports, put together by hand: Lạng Sơn 29/10/2021 and Phú Yên 09/06/2020.

What the reports say is exact; how it is spread over points, months and agencies is invented, and so are all denominators but the 44.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.sources import Denominator, Entry, Sources
from tests.domain.reporting.rows import figure

LANG_SON = preset(Preset.NINE_MONTHS, 2021)
PHU_YEN = Period(date(2017, 1, 1), date(2019, 12, 31))
_POINTS = tuple(f"24{number:02d}00" for number in range(53))
_MONTHS = range(1, 10)


def parted(total: int, parts: int) -> tuple[int, ...]:
    """A number parted as evenly as whole numbers can be, the larger parts first."""
    least, more = divmod(total, parts)
    return tuple(least + (at < more) for at in range(parts))


def _spread(measure: Measure, total: int, year: int) -> Iterator[Figure]:
    """A number over points and nine months."""
    places = [(point, month) for month in _MONTHS for point in _POINTS]
    for (point, month), count in zip(places, parted(total, len(places)), strict=True):
        if count:
            yield figure(measure, count, f"{year}-{month:02d}-15", point=point, what="send", about="1.001612")


def _service_points() -> Iterator[Entry]:
    for at in range(48):
        dated = "opened_on" if at < 16 else "restored_on"
        yield {
            "code": f"DV{at:02d}",
            "kind": "culture_point",
            "commune": f"{6_001 + at}",
            dated: f"2021-0{at % 9 + 1}-10",
            "staffed": "yes",
            "target": "yes",
            "point": _POINTS[at],
        }
    yield {
        "code": "CU",
        "kind": "post_office",
        "commune": "5977",
        "staffed": "yes",
        "target": "no",
        "point": _POINTS[0],
    }


def lang_son() -> Sources:
    """Nine months of 2021: dossiers, results and service points; 9 months of KT1 without a complaint."""
    office = "Trung tâm Phục vụ hành chính công, văn bản 12/BC"
    outside = {"dossiers_all": 103_000, "results_all": 103_500, "points_target": 48, "staffed_target": 49}
    return Sources(
        figures=(
            *_spread(Measure.DOSSIERS, 1_798, 2021),
            *_spread(Measure.RESULTS, 11_371, 2021),
            figure(Measure.ITEMS, 900, "2021-05-05", what="KT1001", about="intra", dong=40_000_000),
        ),
        last_year=(
            *_spread(Measure.DOSSIERS, 1_078, 2020),
            *_spread(Measure.RESULTS, 5_911, 2020),
            figure(Measure.ITEMS, 900, "2020-05-05", what="KT1001", about="intra", dong=40_000_000),
        ),
        registers={"service_points": tuple(_service_points())},
        denominators=tuple(
            Denominator(what, LANG_SON, "", number, office, date(2021, 10, 5))
            for what, number in outside.items()
        ),
    )


def _sent(year: int, agencies: int, items: int, dong: int) -> Iterator[Figure]:
    """Items of a year, one line for each agency and one for all."""
    day = f"{year}-06-15"
    counts, sums = parted(items, agencies), parted(dong, agencies)
    for at, (count, money) in enumerate(zip(counts, sums, strict=True)):
        yield figure(Measure.AGENCY_ITEMS, count, day, whose=f"PY-{at:02d}", dong=money)
        yield figure(Measure.ITEMS, count, day, what="KT1001", about="intra", dong=money)


def phu_yen() -> Sources:
    """Three years: 15, 25 and 25 of 44 agencies; in 2019 6.587 items for a little more than 300.000.000 đồng, none complained of."""
    return Sources(
        figures=(
            *_sent(2017, 15, 3_912, 176_040_000),
            *_sent(2018, 25, 6_105, 277_777_500),
            *_sent(2019, 25, 6_587, 300_367_200),
        ),
        denominators=tuple(
            Denominator(
                "agencies_eligible",
                preset(Preset.YEAR, year),
                "",
                44,
                "Sở Nội vụ, văn bản 7/SNV",
                date(2020, 1, 6),
            )
            for year in (2017, 2018, 2019)
        ),
    )
