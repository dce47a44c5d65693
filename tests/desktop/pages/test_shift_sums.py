"""What the page of the shift says of its cash and its cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from kt1desk.desktop.main_window import MainWindow
from kt1desk.services.rows import CashSum
from tests.support.desk_fakes import open_shift
from tests.support.keys import part
from tests.support.shift_fakes import FakeShift

Opener = Callable[[FakeShift], MainWindow]


def test_the_cash_of_an_open_shift_is_told_kind_by_kind_and_its_cases_are_counted(at_shift: Opener) -> None:
    cash = (CashSum("kt1", 52_000, 0), CashSum("postage", 53_000, 26_500), CashSum("collected", 8_000, 0))
    window = at_shift(FakeShift(replace(open_shift(), dossiers=2), cash=cash))

    says, value = part(window, QLabel, "kinds_says"), part(window, QLabel, "kinds_value")
    assert says.isVisible()
    assert says.text().splitlines() == ["· Cước KT1", "· Cước hồ sơ", "· Phí, lệ phí thu hộ"]
    assert value.text().splitlines() == ["52.000 đ", "53.000 đ", "8.000 đ"]
    assert part(window, QLabel, "items_count").text() == "0 bưu gửi · 2 hồ sơ"


def test_money_out_of_the_drawer_is_not_said_to_have_gone_back_to_customers_only(at_shift: Opener) -> None:
    passed_on = CashSum("collected", 100_000, 50_000)

    window = at_shift(FakeShift(replace(open_shift(), dossiers=1, paid_dong=50_000), cash=(passed_on,)))

    assert part(window, QLabel, "paid_says").text() == "Chi tiền mặt trong ca"
    assert part(window, QLabel, "paid_value").text() == "-50.000 đ"
