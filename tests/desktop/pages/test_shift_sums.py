"""What the page of the shift says of its cash and its cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from kt1desk.desktop.main_window import MainWindow
from kt1desk.services.rows import CashSum
from tests.support.desk_fakes import FakeShift, open_shift
from tests.support.keys import part

Opener = Callable[[FakeShift], MainWindow]


def test_the_cash_of_an_open_shift_is_told_kind_by_kind_and_its_cases_are_counted(at_shift: Opener) -> None:
    cash = (CashSum("kt1", 52_000, 0), CashSum("postage", 53_000, 26_500), CashSum("collected", 8_000, 0))
    window = at_shift(FakeShift(replace(open_shift(), dossiers=2), cash=cash))

    says, value = part(window, QLabel, "kinds_says"), part(window, QLabel, "kinds_value")
    assert says.isVisible()
    assert says.text().splitlines() == ["· Cước KT1", "· Cước hồ sơ", "· Phí, lệ phí thu hộ"]
    assert value.text().splitlines() == ["52.000 đ", "53.000 đ", "8.000 đ"]
    assert part(window, QLabel, "items_count").text() == "0 bưu gửi · 2 hồ sơ"
