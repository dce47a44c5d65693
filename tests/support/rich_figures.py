"""Invented figures and entries of every kind, over all points of the sample and every month: reports that strain paper and files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256

from kt1desk.domain.drawer import CashKind
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reporting.counting import times
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure, merged
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period, Preset, preset, same_period_last_year
from kt1desk.domain.reporting.report import Missing, Report
from kt1desk.domain.reporting.sources import OF_POINT, Entry, Scope
from kt1desk.domain.reporting.template import template_of
from kt1desk.services.report_sources import Gathered, sources_of
from kt1desk.store.reference_tthc import load_procedures
from tests.support.reference import FACTS, trial_reference

DATA = trial_reference()
PROCEDURES = {row.code: row for row in load_procedures(FACTS / "procedures.json")}
POINTS = tuple(row.code for row in DATA.points)
SCOPE = Scope("Toàn tỉnh: 53 điểm", ("Tổng công ty Bưu điện Việt Nam", "Bưu điện tỉnh Lạng Sơn"))
AGENCIES = tuple(row.agency_id for row in DATA.agencies)
AUTHORITIES = tuple(row.authority_id for row in DATA.authorities if row.receives_dossiers)[:40]
_IN_TIME = ("in_time", "in_time", "in_time", "late", "open")
_OFFICE = {"issuer": "one_stop_centre", "source": "128/BC-TTPVHCC", "source_day": "2026-10-05"}

_OUTSIDE = {
    "dossiers_all": 98_765,
    "results_all": 91_234,
    "agencies_eligible": 44,
    "points_target": 48,
    "staffed_target": 65,
}


def some(most: int, *of: object) -> int:
    """A number below ``most`` that is always the same for the same things."""
    digest = sha256("|".join(map(str, of)).encode()).digest()
    return int.from_bytes(digest[:6]) % most


def one_of(choices: Sequence[str], *of: object) -> str:
    """One of the choices, likewise."""
    return choices[some(len(choices), *of)]


def figures(period: Period, points: Sequence[str] = POINTS) -> tuple[Figure, ...]:
    """A figure or two of every measure for every point and month."""
    days = [f"{month}-15" for month in times(Dimension.MONTH, period)]
    return merged(
        figure
        for day in days
        for point in points
        for at in range(4)
        for figure in (*_of_kt1(point, day, at), *_of_cases(point, day, at), *_of_counter(point, day, at))
    )


def _of_kt1(point: str, day: str, at: int) -> Iterator[Figure]:
    seed = (point, day, at)
    product = one_of([row.code for row in DATA.products], *seed)
    count, dong = 1 + some(40, "n", *seed), 12_500 * (1 + some(90, "d", *seed))
    incident = one_of([row.code for row in DATA.incident_codes], *seed)
    yield Figure(
        point, day, Measure.ITEMS, product, one_of(("intra", "inter", "regional"), *seed), "", count, dong
    )
    yield Figure(point, day, Measure.ITEMS_PAID, one_of(("account", "cash"), *seed), "", "", count, dong)
    yield Figure(point, day, Measure.AGENCY_ITEMS, "", "", one_of(AGENCIES, *seed), count // 2 + 1, dong // 2)
    yield Figure(point, day, Measure.FIRST_OFFERS, product, one_of(_IN_TIME, "t", *seed), "", count)
    yield Figure(point, day, Measure.ITEMS_DELIVERED, product, "", "", count)
    if some(9, "r", *seed) == 0:
        yield Figure(point, day, Measure.ITEMS_RETURNED, product, "", "", 1)
        yield Figure(point, day, Measure.ITEMS_UNPRICED, product, "", "", 1)
        what = incident, one_of(("minor", "major", "grave"), "g", *seed), one_of(("kt1", "tthc"), "s", *seed)
        yield Figure(point, day, Measure.INCIDENTS, *what, 1 + some(3, *seed))
        yield Figure(point, day, Measure.INCIDENTS_CLOSED, *what, 1)


def _of_cases(point: str, day: str, at: int) -> Iterator[Figure]:
    seed = (point, day, at, "case")
    form = one_of(("send", "both", "return"), *seed)
    case = form, one_of(tuple(PROCEDURES), *seed), one_of(AUTHORITIES, "a", *seed)
    count = 1 + some(30, *seed)
    yield Figure(
        point,
        day,
        Measure.RESULT_ORDERS if form == "return" else Measure.DOSSIERS,
        *case,
        count,
        26_000 * count,
    )
    if form != "send":
        yield Figure(point, day, Measure.RESULTS, *case, count)
        yield Figure(point, day, Measure.RESULTS_ON_TIME, "", one_of(_IN_TIME, "t", *seed), case[2], count)
    for money in ("postage", "collected", "pass_on"):
        yield Figure(point, day, Measure.DOSSIER_MONEY, money, "", "", count, 30_000 * count)
    yield Figure(point, day, Measure.REMITTED, "", "", case[2], count, 30_000 * count)
    if some(30, "c", *seed) == 0:
        service = one_of(("kt1", "tthc"), "s", *seed)
        yield Figure(
            point,
            day,
            Measure.COMPLAINTS,
            one_of(("late", "lost", "price", "not_told"), *seed),
            "",
            service,
            1,
        )
        outcome = one_of(("justified", "not_justified", "withdrawn"), *seed)
        yield Figure(
            point,
            day,
            Measure.COMPLAINTS_ANSWERED,
            outcome,
            one_of(("in_time", "late"), "t", *seed),
            service,
            1,
        )


def _of_counter(point: str, day: str, at: int) -> Iterator[Figure]:
    seed = (point, day, at, "counter")
    balance = one_of(("even", "even", "even", "over", "short"), *seed)
    off = 0 if balance == "even" else 1_000 * (1 + some(50, *seed))
    yield Figure(point, day, Measure.SHIFTS, "", balance, "", 20, off)
    flow, dong = one_of(("in", "out"), *seed), 150_000 * (1 + some(900, *seed))
    yield Figure(
        point, day, Measure.CASH, one_of([kind.value for kind in CashKind], *seed), flow, "", 5, dong
    )
    served = ("pension", "allowance", "merit", "postmart", "parcel", "bill", "insurance")
    yield Figure(
        point, day, Measure.COUNTER_SERVICES, one_of(served, *seed), flow, "", 1 + some(60, *seed), dong
    )


def _day(point: str, period: Period) -> str:
    """The day of the period on which everything happens at a point."""
    days = (period.last - period.first).days + 1
    return (period.first + timedelta(days=some(days, point))).isoformat()


def _later(period: Period) -> str:
    return f"{period.last.year + 1}-06-30"


def _entries_at(point: str, period: Period) -> Iterator[tuple[str, Entry]]:
    day = _day(point, period)
    yield "service_points", _service_point(point, day)
    for at in range(2):
        yield "people", _person(point, at, period)
    yield from _equipment(point, day)
    if some(5, point) == 0:
        yield from _inspected(point, day, period)
    yield "complaints", {"on": day, "agency": one_of(AGENCIES, point), "what": "late", "outcome": "open"}
    yield "found_mail", {"on": day, "agency": one_of(AGENCIES, point), "count": f"{1 + some(9, point)}"}


def _service_point(point: str, day: str) -> Entry:
    commune = DATA.point(point, DATA.points[0].valid_from).commune
    return {
        "code": f"DV{point}",
        "name": f"Điểm bưu điện - văn hóa xã {DATA.commune(commune, date(2026, 1, 1)).name}",
        "commune": commune,
        "kind": one_of(("post_office", "culture_point", "culture_point", "agent"), point),
        one_of(("opened_on", "restored_on"), point): day if some(3, point) else "2019-05-01",
        "staffed": one_of(("yes", "yes", "yes", "no"), "staffed", point),
        "target": one_of(("yes", "yes", "yes", "yes", "no"), "target", point),
        **({"until": day} if some(11, point) == 0 else {}),
    }


def _person(point: str, at: int, period: Period) -> Entry:
    day, later = _day(point, period), _later(period)
    return {
        "user": f"nguyen.thi.{point}{at}",
        "vetted_on": "2024-01-10",
        "vetted_until": later if some(4, point) else day,
        "committed_on": "2024-01-10",
        "committed_until": later if at else day,
        "trained_on": day,
        "trained_until": later if some(6, point) else day,
    }


def _equipment(point: str, day: str) -> Iterator[tuple[str, Entry]]:
    kind = one_of(("safe", "cabinet", "room"), point)
    yield "safes", {"place": f"K{point}", "kind": kind, "fire_proof": "yes", "room": "P1"}
    yield "cameras", {"camera": f"C{point}", "place": "QUAY", "since": "2024-03-01"}
    seen = one_of(("good", "no_picture"), point)
    yield "camera_checks", {"camera": f"C{point}", "on": day, "finding": seen, "by": "a.b"}
    yield "guard_roster", {"on": day, "shift": "night"}
    manned = one_of(("post_manned", "post_empty"), point)
    yield "guard_checks", {"on": day, "shift": "night", "finding": manned, "by": "a.b"}


def _inspected(point: str, day: str, period: Period) -> Iterator[tuple[str, Entry]]:
    dedicated, later = one_of(("yes", "no"), "dedicated", point), _later(period)
    yield "vehicles", {"plate": f"12C-{point}", "dedicated": dedicated, "until": later}
    what = one_of(("price", "quality", "security"), point)
    found = one_of(("none", "storage", "late", "training_missing"), point)
    inspection = {"what": what, "on": day, "finding": found, "remedy": "trained"}
    yield "inspections", {**inspection, "due": later} if some(2, point) else {**inspection, "done": day}


def entries(period: Period, points: Sequence[str] = POINTS) -> dict[str, tuple[Entry, ...]]:
    """Entries of every register that reports tell of."""
    made: dict[str, list[Entry]] = {"adoption": [], "outside_figures": []}
    for point in points:
        for register, entry in _entries_at(point, period):
            made.setdefault(register, []).append({**entry, OF_POINT: point})
    centre = {OF_POINT: POINTS[0]}
    for at, agency in enumerate(AGENCIES):
        uses = (
            {"uses": "yes"}
            if at % 9 < 5
            else {"uses": "no", "reason": one_of(("no_budget", "no_contract", "unknown_service"), agency)}
        )
        of = {
            "agency": agency,
            "ground": one_of(("a", "b", "c"), agency),
            "since": "2019-01-01",
            "contacted_on": period.first.isoformat(),
        }
        made["adoption"].append({**of, **uses, **centre})
    years = {preset(Preset.YEAR, year) for year in range(period.first.year, period.last.year + 1)}
    for days in sorted({period, *years}):
        of = {"first": days.first.isoformat(), "last": days.last.isoformat(), **_OFFICE, **centre}
        made["outside_figures"] += [
            {"what": what, "number": f"{number}", **of} for what, number in _OUTSIDE.items()
        ]
    return {code: tuple(rows) for code, rows in made.items()}


def procedure_of(code: str, on: date) -> Procedure | None:
    """A procedure of the shipped catalogue, whichever day."""
    assert isinstance(on, date)
    return PROCEDURES.get(code)


def rich_report(code: str, period: Period, points: Sequence[str] = POINTS) -> Report:
    """A shipped template over invented figures of these points; of one point the newest are missing."""
    gathered = Gathered(
        figures(period, points),
        figures(same_period_last_year(period), points),
        entries(period, points),
        (
            Missing(
                points[-1], DATA.point(points[-1], DATA.points[0].valid_from).name, period.last.isoformat()
            ),
        ),
        sample=True,
    )
    template = template_of(DATA.report_templates, code, date(2026, 11, 23))
    return make_report(template, period, SCOPE, sources_of(gathered, DATA, procedure_of, period))
