"""The monthly statement of an agency: every item on account, prices by component, quality as the journal has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.statements import Statement
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.desks import Counter, counter, ordinary
from tests.support.points import PointDesk
from tests.support.reversals import WITHDRAWN, refusal

HOUR = 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    """A real desk: no confirmed table of prices, so nothing has a price yet."""
    with delivery_desk(tmp_path) as made:
        yield made


@pytest.fixture
def priced(tmp_path: Path) -> Iterator[DeliveryDesk]:
    """A desk that only tries things out has sample prices."""
    with counter(tmp_path) as made:
        made.open_shift()
        yield DeliveryDesk(PointDesk(made.folder, made.store, made.clock, made.reference))


def november(desk: DeliveryDesk, agency: str = "SNV") -> Statement:
    return desk.statements.month(desk.at.session("chief"), agency, "2026-11")


def test_an_item_without_a_price_is_listed_and_added_to_no_sum(desk: DeliveryDesk) -> None:
    item = desk.item()

    made = november(desk)

    assert [row.number for row in made.rows] == [item]
    assert made.unpriced == (item,)
    assert (made.net_dong, made.vats, made.total_dong) == (0, (), 0)
    assert made.rows[0].parts_dong == {}


def test_prices_stand_by_component_and_add_up_to_what_the_receipts_said(priced: DeliveryDesk) -> None:
    at: Counter = priced.at
    first = at.accept()
    second = at.accept()

    made = november(priced)

    assert [row.number for row in made.rows] == [first.item, second.item]
    with at.store.read() as reader:
        charges = [row.charge for number in (first.item, second.item) if (row := reader.item(number))]
    assert made.total_dong == sum(charge.total_dong for charge in charges if charge)
    assert made.total_dong == made.net_dong + sum(dong for _, dong in made.vats)
    assert [bp for bp, _ in made.vats] == [1000]
    assert made.rows[0].parts_dong[ComponentKind.BASE] > 0
    assert sum(made.rows[0].parts_dong.values()) == made.rows[0].net_dong
    assert made.sample is True
    assert made.unpriced == ()


def test_letters_are_there_as_numbers_with_their_letter(desk: DeliveryDesk) -> None:
    desk.item(secrecy=Secrecy.A, urgency=Urgency.EXPRESS)

    row = november(desk).rows[0]

    assert (row.secrecy, row.urgency) == (Secrecy.A, Urgency.EXPRESS)


def test_quality_is_read_from_first_attempts_and_records_of_harm(desk: DeliveryDesk) -> None:
    in_time, late, harmed, waiting = (desk.item() for _ in range(4))
    desk.start(in_time, late, harmed)
    desk.deliver(in_time)
    desk.incidents.open(desk.at.session(), IncidentDraft("damaged", ThingKind.ITEM, harmed))
    desk.incidents.open(desk.at.session(), IncidentDraft("late", ThingKind.ITEM, late))
    desk.deliver(harmed)
    desk.at.clock.pass_ms(25 * HOUR)
    desk.attempt(late)

    rows = {row.number: (row.in_time, row.safe) for row in november(desk).rows}

    assert rows == {
        in_time: (True, True),
        late: (False, True),
        harmed: (True, False),
        waiting: (None, None),
    }


def test_only_the_agencys_own_items_on_account_of_that_month_are_there(priced: DeliveryDesk) -> None:
    at = priced.at
    own = at.accept().item
    at.accept(replace(ordinary(), sender="STC", receiver="UBVL"))
    at.accept(replace(ordinary(), payment=Payment.CASH))
    taken_back = at.accept().item
    at.reversals.withdraw_item(at.session(), taken_back, WITHDRAWN)
    at.clock.pass_ms(10 * 24 * HOUR)

    november_rows = november(priced).rows
    december = priced.statements.month(at.session("chief"), "SNV", "2026-12")

    assert [row.number for row in november_rows] == [own]
    assert december.rows == ()


@pytest.mark.parametrize("month", ["2026-13", "11/2026", "2026-1", ""])
def test_a_month_is_a_year_and_a_month(desk: DeliveryDesk, month: str) -> None:
    found = refusal(lambda: desk.statements.month(desk.at.session("chief"), "SNV", month))

    assert found.code == "statement.month"


def test_a_statement_of_nothing_is_not_printed(desk: DeliveryDesk) -> None:
    found = refusal(lambda: desk.statements.print_month(desk.at.session("chief"), "SNV", "2026-11"))

    assert found.code == "statement.empty"


def test_the_printed_statement_has_contract_and_tax_code_of_the_register_and_no_receiver(
    desk: DeliveryDesk,
) -> None:
    served = {"agency": "LS-SNV", "contract": "12/2026/HĐ-KT1", "since": "2026-01-01", "ground": "b"}
    desk.enter("served_agencies", {**served, "tax_code": "4900123456", "address_1": "Số 15, Hùng Vương"})
    desk.item(secrecy=Secrecy.B)

    jobs = [desk.statements.print_month(desk.at.session("chief"), "SNV", "2026-11") for _ in range(2)]

    papers = {paper.job: paper for paper in desk.at.papers_of("BK-LS-SNV-2026-11")}
    values = papers[jobs[0]].values
    assert [papers[job].copy for job in jobs] == [1, 2]
    assert (values["contract"], values["tax_code"]) == ("12/2026/HĐ-KT1", "4900123456")
    assert (values["row_1_letter"], values["row_1_net"]) == ("B", "Chưa có giá")
    assert not any("Tài chính" in text for text in values.values())


def test_a_clerk_makes_no_statement(desk: DeliveryDesk) -> None:
    found = refusal(lambda: desk.statements.month(desk.at.session(), "SNV", "2026-11"))

    assert found.code == "user.not_allowed"
