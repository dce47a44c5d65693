"""The plan of a rollout: what is read of it, and that each mistake has its line and column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from kt1desk.domain.desk_file import Clearance, NumberBlock, Service, Transport
from kt1desk.domain.kit import GivenBlock, KnownPrinter, PlannedDesk, Slot, Way
from kt1desk.services.kit_columns import EXAMPLES, PLAN_COLUMNS
from kt1desk.services.kit_plan import Plan, read_plan
from kt1desk.services.sheets import Sheet, SheetLine

GOOD = {"point": "240000", "device": "7", "blocks": "MA 1000-1999"}
GIVEN = GivenBlock(9, "246940", NumberBlock("MA", 5000, 5999), 1, date(2026, 11, 2))


def _plan(*rows: Mapping[str, str]) -> Plan:
    lines = tuple(
        SheetLine(at, {key: text for key, text in row.items() if text}) for at, row in enumerate(rows, 2)
    )
    return read_plan(
        Sheet("ke-hoach.xlsx", "", "", PLAN_COLUMNS, lines), {"240000", "246940"}.__contains__, (GIVEN,)
    )


def test_a_line_says_everything_of_a_desk() -> None:
    plan = _plan(
        {
            "point": "240000",
            "device": "7",
            "blocks": "ma 1000-1999; ME:50:99",
            "services": "kt1",
            "transports": "Mạng; giấy",
            "label": "nhãn 100x60".removeprefix("nhãn ") + "; tspl; USB",
            "receipt": "hệ thống HP LaserJet 400; A5",
            "roll": "ESC/POS; mạng 10.1.2.3:9100",
            "centre": "gate.example.vn:5432",
            "cleared": "lan:31/12/2027",
        }
    )

    assert plan.faults == ()
    assert plan.desks == (
        PlannedDesk(
            2,
            "240000",
            7,
            (NumberBlock("MA", 1000, 1999), NumberBlock("ME", 50, 99)),
            frozenset({Service.KT1}),
            frozenset({Transport.NETWORK, Transport.PAPER}),
            (
                KnownPrinter(Slot.LABEL, Way.USB, "tspl", "100x60"),
                KnownPrinter(Slot.PAGE, Way.SYSTEM, "system", "a5", "HP LaserJet 400"),
                KnownPrinter(Slot.ROLL, Way.NETWORK, "escpos", "roll80", "10.1.2.3:9100"),
            ),
            "gate.example.vn:5432",
            (Clearance("lan", date(2027, 12, 31)),),
        ),
    )


def test_what_is_left_empty_is_usual() -> None:
    (desk,) = _plan(GOOD).desks

    assert (desk.services, desk.printers, desk.centre) == (frozenset(Service), (), "")
    assert desk.transports == {Transport.BUNDLE, Transport.PAPER}


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("point", "999999", "kit.point_unknown"),
        ("device", "0", "kit.device_shape"),
        ("device", "bảy", "kit.device_shape"),
        ("blocks", "MA 2000-1000", "kit.blocks_shape"),
        ("blocks", "1000-1999", "kit.blocks_shape"),
        ("blocks", "MA 5999-6000", "kit.block_given"),
        ("services", "bưu kiện", "kit.services"),
        ("transports", "mạng", "kit.centre_missing"),
        ("transports", "bồ câu", "kit.transports"),
        ("label", "TSPL; 100x60", "kit.printer_way"),
        ("label", "USB; 100x60", "kit.printer_language"),
        ("label", "ESC/POS; USB", "kit.printer_language"),
        ("label", "ZPL; USB; A4", "kit.printer_stock"),
        ("label", "ZPL; mạng", "kit.printer_address"),
        ("receipt", "ZPL; USB", "kit.printer_way"),
        ("roll", "hệ thống Epson", "kit.printer_way"),
        ("centre", "gate example", "kit.centre_shape"),
        ("cleared", "lan", "kit.cleared_shape"),
    ],
)
def test_a_mistake_is_told_with_line_and_column(column: str, text: str, code: str) -> None:
    plan = _plan(GOOD, {**GOOD, "device": "8", "blocks": "MA 3000-3999", column: text})

    ((line, title, said),) = [(fault.line, fault.title, fault.reason.code) for fault in plan.faults]

    assert (line, said) == (3, code)
    assert title == PLAN_COLUMNS.title_of("centre" if code == "kit.centre_missing" else column)


def test_all_mistakes_are_told_at_once() -> None:
    plan = _plan({"point": "9", "device": "x", "blocks": "?"}, {**GOOD, "services": "?"})

    assert [(fault.line, fault.reason.code) for fault in plan.faults] == [
        (2, "kit.point_unknown"),
        (2, "kit.device_shape"),
        (2, "kit.blocks_shape"),
        (3, "kit.services"),
    ]


def test_no_two_lines_share_a_desk_or_a_number() -> None:
    plan = _plan(GOOD, {**GOOD, "blocks": "MA 1999-2500"})

    assert [(fault.line, fault.reason.code) for fault in plan.faults] == [
        (3, "kit.device_twice"),
        (3, "kit.blocks_overlap"),
    ]


def test_a_desk_stays_at_its_point_and_may_have_its_own_block_once_more() -> None:
    own = {"point": "246940", "device": "9", "blocks": "MA 5000-5999"}

    assert _plan(own).faults == ()
    assert [fault.reason.code for fault in _plan({**own, "point": "240000"}).faults] == [
        "kit.device_elsewhere"
    ]


def test_the_example_of_the_template_is_right() -> None:
    keys = [column.key for column in PLAN_COLUMNS.columns]

    assert _plan(dict(zip(keys, EXAMPLES[0], strict=True))).faults == ()
