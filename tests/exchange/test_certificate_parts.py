"""The codes of one certificate make one chain again, and only those."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.exchange.certificate import Certificate, check_certificate, make_certificates
from kt1desk.exchange.certificate_parts import whole_chain
from kt1desk.exchange.certificate_signer import MAX_SIGNS
from tests.support.certificates import ITEM, statement_of
from tests.support.exchange_keys import COMMUNE, KEYS, OFFICE, code_of


def codes(length: int = 40) -> list[Certificate]:
    return [
        check_certificate(code, KEYS) for code in make_certificates(statement_of(length), OFFICE, MAX_SIGNS)
    ]


def test_a_long_chain_is_whole_whatever_the_order_of_its_codes_and_however_often_one_was_read() -> None:
    read = codes()
    assert len(read) > 2

    whole = whole_chain([*reversed(read), read[0]])

    assert whole.statement == statement_of(40)


@pytest.mark.parametrize("without", [0, 1, -1])
def test_a_code_that_is_missing_is_told(without: int) -> None:
    read = codes()
    read.pop(without)

    assert code_of(lambda: whole_chain(read)) == "certificate.part_missing"


def test_codes_of_two_certificates_make_none() -> None:
    first, second = codes()[:2]
    later = replace(second, statement=replace(second.statement, issued_s=second.statement.issued_s + 1))
    other = replace(second, desk=next(row for row in KEYS.desks if row.device == COMMUNE.device))

    assert first.statement.item == ITEM
    assert code_of(lambda: whole_chain([first, later])) == "certificate.other_chain"
    assert code_of(lambda: whole_chain([first, other])) == "certificate.other_chain"


def test_codes_whose_holders_do_not_join_make_none() -> None:
    read = codes()
    head, *rest = read[1].statement.stations
    read[1] = replace(
        read[1], statement=replace(read[1].statement, stations=(replace(head, giver="place:240000/X"), *rest))
    )

    assert code_of(lambda: whole_chain(read)) == "certificate.other_chain"


def test_no_code_at_all_is_told() -> None:
    assert code_of(lambda: whole_chain([])) == "certificate.nothing"
