"""While records are found unlike they were written, no sum is shown, closed or paid out; whatever else can be done is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.errors import DeskError
from kt1desk.services.record_check import Finding
from kt1desk.services.register_book import RegisterBooks
from kt1desk.services.registers import Registers
from kt1desk.services.statements import Statements
from kt1desk.store import doubts
from tests.support.desks import Counter, counter

SHIFT, PAGE, KEYS = "record.projection_differs", "record.page_damaged", "record.keys_changed"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        made.open_shift()
        made.accept()
        yield made


def found(desk: Counter, code: str, *, mended: bool = False) -> None:
    with desk.store.local() as connection:
        doubts.add(connection, Finding(code, "page 3", desk.clock.now().utc_ms, mended=mended))


def statement(desk: Counter) -> object:
    services = Statements(desk.store, desk.reference, desk.clock, PaperFit())
    return services.month(desk.session("chief"), "SNV", "2026-11")


SUMS: dict[str, Callable[[Counter], object]] = {
    "the page of the shift": lambda desk: desk.board.shift(desk.session(), 10),
    "closing the shift": lambda desk: desk.shifts.close(desk.session(), 500_000),
    "a statement of account": statement,
    "a register": lambda desk: Registers(desk.store, desk.reference, desk.clock).entries(
        desk.session("chief"), "people"
    ),
    "the page of a register": lambda desk: RegisterBooks(desk.store, desk.reference, desk.clock).open(
        desk.session("chief"), "people"
    ),
}


@pytest.mark.parametrize("way", SUMS)
@pytest.mark.parametrize("code", [SHIFT, PAGE])
def test_no_sum_is_said_while_the_records_are_doubted(desk: Counter, way: str, code: str) -> None:
    found(desk, code)

    with pytest.raises(DeskError) as refused:
        SUMS[way](desk)

    assert (refused.value.code, refused.value.details["at"]) == ("record.doubted", "page 3")


@pytest.mark.parametrize("way", SUMS)
def test_what_was_mended_and_what_says_nothing_against_a_figure_closes_no_book(
    desk: Counter, way: str
) -> None:
    found(desk, SHIFT, mended=True)
    found(desk, KEYS)

    assert SUMS[way](desk) is not None


def test_items_are_taken_in_all_the_same(desk: Counter) -> None:
    found(desk, PAGE)

    assert desk.accept().item
