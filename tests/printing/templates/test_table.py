"""How rows are shared out among pages: nothing that closes a paper is alone on its page, and no head is without a row."""

from __future__ import annotations

from kt1desk.printing.templates.flow import Block
from kt1desk.printing.templates.table import Room, Section, share_out

_HEAD, _TOP, _CLOSING = Block((), 5.0), Block((), 4.0), Block((), 30.0)


def _rows(count: int) -> tuple[Block, ...]:
    return tuple(Block((), 10.0 + at / 100) for at in range(count))


def test_the_last_row_goes_with_what_closes_the_paper_under_a_head_of_its_own() -> None:
    rows = _rows(3)

    pages = share_out([Section(rows, _HEAD, _TOP)], _CLOSING, Room(40, 90))

    assert pages == ((_HEAD, *rows[:2]), (_TOP, rows[2], _CLOSING))


def test_the_only_row_under_a_head_takes_that_head_along() -> None:
    first, second = _rows(2), (Block((), 11.0),)
    other = Block((), 6.0)

    pages = share_out([Section(first, _HEAD), Section(second, other, _TOP)], _CLOSING, Room(45, 90))

    assert pages == ((_HEAD, *first), (other, *second, _CLOSING))


def test_what_closes_a_paper_stays_where_it_fits() -> None:
    rows = _rows(2)

    pages = share_out([Section(rows, _HEAD)], _CLOSING, Room(60, 90))

    assert pages == ((_HEAD, *rows, _CLOSING),)
