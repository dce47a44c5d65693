"""Reports from registers: entries by their days, and what nobody handed in."""

from __future__ import annotations

from typing import cast

from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.report import Kind, Table
from kt1desk.domain.reporting.sources import Names, Scope, Sources
from kt1desk.domain.reporting.template_parts import (
    Choice,
    Compare,
    Compared,
    Counted,
    Entered,
    ListSection,
    Rows,
    Take,
)
from tests.domain.reporting.rows import NAMES, figure, made, table, template, the_table

AGENCIES = Counted(
    code="agencies", title="Cơ quan gửi", measure=Measure.AGENCY_ITEMS, take=Take.DISTINCT, of="whose"
)


def test_an_agency_that_sends_at_two_points_is_one_agency() -> None:
    figures = (
        figure(Measure.AGENCY_ITEMS, 2, whose="SNV"),
        figure(Measure.AGENCY_ITEMS, 1, point="241000", whose="SNV"),
        figure(Measure.AGENCY_ITEMS, 1, point="241000", whose="SYT"),
    )

    told = the_table(
        made(template((AGENCIES,), table(Dimension.POINT, "agencies")), Sources(figures, names=NAMES))
    )

    assert told.rows == (("Bưu cục trung tâm", 1), ("Bưu điện Chi Lăng", 2))
    assert told.total == ("Cộng", 2)


MAIL = tuple(
    {"on": on, "agency": agency, "count": count, "point": point}
    for on, agency, count, point in (
        ("2021-02-01", "SNV", "3", "240000"),
        ("2021-03-01", "SNV", "4", "241000"),
        ("2020-03-01", "SNV", "5", "241000"),
        ("2021-03-01", "SNV", "4", "241000"),
    )
)
FOUND = Entered(
    code="found",
    title="Thư lẫn",
    choice=Choice("found_mail", during="on"),
    take=Take.SUM,
    of="count",
)


def test_entries_are_summed_by_their_days_points_and_columns() -> None:
    last = Compared(code="last", title="Cùng kỳ", how=Compare.LAST_YEAR, of="found")
    of = template(
        (FOUND, last),
        table(Dimension.POINT, "found", "last"),
        table(
            Dimension.REGISTER,
            "found",
            rows=Rows(Dimension.REGISTER, "found_mail", "agency"),
            code="agencies",
        ),
    )

    points, agencies = made(of, Sources(registers={"found_mail": MAIL}, names=NAMES)).sections

    assert cast(Table, points).rows == (("Bưu cục trung tâm", 3, 0), ("Bưu điện Chi Lăng", 8, 5))
    assert cast(Table, points).total == ("Cộng", 11, 5)
    assert cast(Table, agencies).rows == (("SNV", 11),)


def test_a_register_that_was_not_handed_in_is_unknown_and_an_empty_one_is_nothing() -> None:
    of = template((FOUND,), table(Dimension.WHOLE, "found"))

    unknown = made(of, Sources())

    assert the_table(unknown).rows == (("Toàn tỉnh", None),)
    assert "«Thư KT1 lẫn trong bưu gửi thường»" in unknown.notes[0]
    assert the_table(made(of, Sources(registers={"found_mail": ()}))).rows == (("Toàn tỉnh", 0),)


def test_entries_that_hold_are_those_between_their_days_at_the_end_of_the_period() -> None:
    cameras = tuple(
        {"camera": name, "since": since, "until": until}
        for name, since, until in (
            ("C1", "2020-01-01", ""),
            ("C2", "2021-09-30", "2021-09-30"),
            ("C3", "2021-10-01", ""),
            ("C4", "2020-01-01", "2021-09-29"),
        )
    )
    choice = Choice("cameras", since="since", until="until")
    holding = Entered(code="holding", title="Camera", choice=choice)
    of = template(
        (holding,),
        table(Dimension.WHOLE, "holding"),
        ListSection(code="cameras", title="Camera", choice=choice, columns=("camera", "since")),
    )

    told, listed = made(of, Sources(registers={"cameras": cameras})).sections

    assert cast(Table, told).rows == (("Toàn tỉnh", 2),)
    assert cast(Table, listed).rows == (("C1", "2020-01-01"), ("C2", "2021-09-30"))
    assert [column.kind for column in cast(Table, listed).columns] == [Kind.TEXT, Kind.DATE]


def test_a_list_keeps_lines_that_are_alike_and_says_codes_in_words() -> None:
    of = template(
        (FOUND,),
        ListSection(
            code="mail", title="Thư", choice=Choice("found_mail", during="on"), columns=("agency", "count")
        ),
    )
    named = NAMES.__class__(entered={("found_mail", "agency"): {"SNV": "Sở Nội vụ"}})

    told = the_table(made(of, Sources(registers={"found_mail": MAIL}, names=named)))

    assert told.rows == (("Sở Nội vụ", 3), ("Sở Nội vụ", 4), ("Sở Nội vụ", 4))


def test_every_kind_has_a_row_for_the_province_and_of_one_point_only_what_it_has() -> None:
    names = Names(entered={("service_points", "kind"): {"post_office": "Bưu cục", "agent": "Đại lý"}})
    entries = ({"kind": "agent", "point": "241000"},)
    count = Entered(code="count", title="Điểm", choice=Choice("service_points"))
    rows = Rows(Dimension.REGISTER, "service_points", "kind", every=True)
    of = template((count,), table(Dimension.REGISTER, "count", rows=rows))
    sources = Sources(registers={"service_points": entries}, names=names)

    alone = Scope("Điểm Chi Lăng", points=frozenset({"241000"}))

    assert the_table(made(of, sources)).rows == (("Bưu cục", 0), ("Đại lý", 1))
    assert the_table(made(of, sources, alone)).rows == (("Đại lý", 1),)
