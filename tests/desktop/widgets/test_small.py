"""The small widgets: buttons, checklist, rail, status line, preview, tile, money, icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop import navigation
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.look.theme import DARK, LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.widgets import (
    ActionButton,
    Card,
    ChecklistRow,
    FieldEdit,
    Hint,
    IconLabel,
    MoneyRow,
    MoneyTable,
    NoteLabel,
    Place,
    PreviewPane,
    Rail,
    RailButton,
    Role,
    StatusLine,
    StatusPart,
    Tile,
    TileCard,
)
from tests.desktop.widgets.conftest import Show


def test_a_button_shows_its_key_and_tells_it(show: Show) -> None:
    button = ActionButton(text="Ca && quỹ", key="F6")
    show(button)

    button.setProperty("key_text", "F7")

    assert button.text() == "Ca && quỹ  ·  F7"
    assert button.accessibleName() == "Ca & quỹ, phím F7"
    assert button.label() == "Ca && quỹ"


def test_space_decides_and_enter_does_not(show: Show, qtbot: QtBot) -> None:
    row = ChecklistRow(text="Bì nguyên vẹn, dán kín")
    show(row)
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Return)
    after_enter = row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Space)

    assert not after_enter
    assert row.isChecked()


def test_a_decision_takes_the_reproach_away(show: Show, qtbot: QtBot) -> None:
    row = ChecklistRow(text="Bì nguyên vẹn, dán kín")
    show(row)
    row.set_wanted(True)
    reproached = row.accessibleDescription()

    QTest.keyClick(row, Qt.Key.Key_Space)

    assert reproached == "Còn phải xác nhận"
    assert row.accessibleDescription() == ""


def test_the_rail_marks_one_place_and_tells_what_was_clicked(show: Show, qtbot: QtBot) -> None:
    rail = Rail()
    rail.set_places(
        [Place("today", "Hôm nay", "Alt+Home", Icon.HOME), Place("shift", "Ca & quỹ", "F6", Icon.CASH)]
    )
    show(rail, height=400)
    rail.set_current("today")
    today, shift = rail.findChildren(RailButton)

    with qtbot.waitSignal(rail.place_chosen) as signal:
        QTest.mouseClick(shift, Qt.MouseButton.LeftButton)

    assert signal.args == ["shift"]
    assert (today.isChecked(), shift.isChecked()) == (False, True)
    assert shift.accessibleName() == "Ca & quỹ, phím F6"


def test_every_place_of_the_program_stands_on_a_screen_of_720_px_above_the_status_line(show: Show) -> None:
    rail = Rail()
    rail.set_identity("Bàn KT1", "Bưu cục Kỳ Lừa · 240000")
    rail.set_places([Place(each.name, each.title, each.key, each.icon) for each in navigation.Place])
    rail.set_hints((Hint("Trợ giúp", "F1"), Hint("Che màn hình", "F12")))
    show(rail, height=688)

    assert rail.minimumSizeHint().height() <= 688


def test_marking_a_place_tells_nobody(show: Show, qtbot: QtBot) -> None:
    rail = Rail()
    rail.set_places(
        [Place("today", "Hôm nay", "Alt+Home", Icon.HOME), Place("shift", "Ca & quỹ", "F6", Icon.CASH)]
    )
    show(rail, height=400)

    with qtbot.assertNotEmitted(rail.place_chosen):
        rail.set_current("shift")


def test_a_place_that_is_not_offered_stands_in_the_rail_locked_with_its_reason(show: Show) -> None:
    rail = Rail()
    rail.set_places(
        [Place("today", "Hôm nay", "Alt+Home", Icon.HOME), Place("shift", "Ca & quỹ", "F6", Icon.CASH)]
    )
    show(rail, height=400)

    rail.bar({"shift": "Chưa được phân công."})
    barred = [(button.isEnabled(), button.toolTip()) for button in rail.findChildren(RailButton)]
    rail.bar({})

    assert barred == [(True, ""), (False, "Chưa được phân công.")]
    assert [button.isEnabled() for button in rail.findChildren(RailButton)] == [True, True]


def test_a_part_of_the_status_line_changes_in_its_place(show: Show) -> None:
    line = StatusLine()
    show(line, width=1200)
    line.set_parts(
        [StatusPart("link", Icon.WIFI, "đang nối"), StatusPart("printer", Icon.PRINTER, "sẵn sàng")]
    )

    line.set_part(StatusPart("link", Icon.WIFI_OFF, "ngoại tuyến từ 14:32", Role.WARN))
    line.remove_part("printer")

    assert line.texts() == {"link": "ngoại tuyến từ 14:32"}


def test_parts_come_in_order_also_after_one_has_gone(show: Show) -> None:
    line = StatusLine()
    show(line, width=1200)
    line.set_parts([StatusPart(name, Icon.USER, name) for name in ("a", "b", "c")])

    line.remove_part("b")
    line.set_part(StatusPart("d", Icon.USER, "d"))
    QApplication.processEvents()

    labels = [label for label in line.findChildren(NoteLabel) if label.isVisible() and label.text()]
    assert [label.text() for label in sorted(labels, key=lambda label: label.x())] == ["a", "c", "d"]


def checkered() -> QImage:
    image = QImage(800, 480, QImage.Format.Format_Mono)
    image.fill(1)
    for x in range(0, 800, 2):
        for y in range(240):
            image.setPixel(x, y, 0)
    return image


def test_a_preview_keeps_the_shape_of_its_picture(show: Show) -> None:
    pane = PreviewPane()
    show(pane, width=318)

    pane.set_image(checkered(), "Xem trước nhãn")

    inner_width, inner_height = pane.sizeHint().width() - 8, pane.sizeHint().height() - 8
    assert inner_width / inner_height == pytest.approx(800 / 480, rel=0.01)
    assert pane.accessibleName() == "Xem trước nhãn"


def test_a_preview_is_white_paper_in_the_dark_theme_too(show: Show, qapp: QApplication) -> None:
    pane = PreviewPane()
    show(pane, width=318, height=220)
    wear(qapp, DARK)

    pane.set_image(checkered(), "Xem trước nhãn")
    qapp.processEvents()
    picture = pane.grab().toImage()

    assert picture.pixelColor(pane.width() // 2, pane.height() * 3 // 4).name() == "#ffffff"


def test_fine_lines_turn_grey_and_not_into_stripes(show: Show, qapp: QApplication) -> None:
    pane = PreviewPane()
    show(pane, width=318, height=220)

    pane.set_image(checkered(), "Xem trước nhãn")
    qapp.processEvents()
    picture = pane.grab().toImage()

    middle = {picture.pixelColor(x, pane.height() // 4).value() for x in range(60, 240)}
    assert max(middle) - min(middle) < 140
    assert 60 < sum(middle) / len(middle) < 200


def test_a_preview_without_a_picture_says_why(show: Show) -> None:
    pane = PreviewPane()
    show(pane)

    pane.clear("Chưa đủ để vẽ nhãn")

    assert [each.text for each in pane.painted_texts()] == ["Chưa đủ để vẽ nhãn"]
    assert pane.accessibleName() == "Chưa đủ để vẽ nhãn"


def test_a_tile_can_be_heard(show: Show) -> None:
    card = TileCard(tile=Tile("Sắp trễ", "1", "Hỏa tốc, còn 12 phút"))
    show(card)

    assert card.accessibleName() == "Sắp trễ: 1. Hỏa tốc, còn 12 phút."


def test_the_last_bar_of_a_tile_is_coloured_and_the_highest_is_highest(
    show: Show, qapp: QApplication
) -> None:
    card = TileCard(tile=Tile("Chờ đi", "12", "", (10, 5, 10)))
    show(card)
    qapp.processEvents()
    picture = card.grab().toImage()
    left = card.width() - 16 - 36 + 3

    tops = [picture.pixelColor(left + 4 + 12 * at, 72 - 30).name().upper() for at in range(3)]

    assert tops == [LIGHT.line, LIGHT.surface, LIGHT.accent]


def test_a_price_is_replaced_whole(show: Show, qapp: QApplication) -> None:
    table = MoneyTable()
    show(table, width=320, height=260)
    rows = [MoneyRow("KT1 nội tỉnh", "26.910"), MoneyRow("Hỏa tốc", "40.000")]
    table.show_price(rows, MoneyRow("Ghi nợ", "66.910 đ"))

    table.show_price(rows[:1], MoneyRow("Ghi nợ", "26.910 đ"))
    qapp.processEvents()

    shown = [label.text() for label in table.findChildren(QLabel) if label.isVisible()]
    assert shown == ["KT1 nội tỉnh", "26.910", "Ghi nợ", "26.910 đ"]
    assert table.accessibleDescription() == "KT1 nội tỉnh 26.910; Ghi nợ 26.910 đ"


def test_a_price_shown_a_hundred_times_does_not_grow(show: Show, qapp: QApplication) -> None:
    table = MoneyTable()
    show(table, width=320, height=260)
    heights = set()

    for _ in range(100):
        table.show_price([MoneyRow("KT1", "26.910")], MoneyRow("Ghi nợ", "26.910 đ"))
        qapp.processEvents()
        heights.add(table.minimumSizeHint().height())

    assert len(heights) == 1


def test_icons_take_the_colour_of_a_new_theme(show: Show, qapp: QApplication) -> None:
    field, icon = FieldEdit(), IconLabel(icon=Icon.SQUARE, ink="danger")
    window = show(field, icon)
    field.show_done()
    before = (field.actions()[0].icon().cacheKey(), icon.grab().toImage())

    wear(qapp, DARK)
    qapp.processEvents()

    assert field.actions()[0].icon().cacheKey() != before[0]
    assert icon.grab().toImage() != before[1]
    assert window.isVisible()


def test_a_card_takes_the_layout_of_a_form(qapp: QApplication) -> None:
    card = Card()

    form = QVBoxLayout(card)
    form.addWidget(QWidget(card))

    assert card.layout() is form
