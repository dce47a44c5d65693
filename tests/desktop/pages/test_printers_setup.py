"""A printer is set up by keyboard and scanner alone: found, asked, described, tried on paper, and taken away again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.help.where import path_to, section_at
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import ActionButton, FieldEdit, FieldState, SegmentedChoice, WholeRowsTable
from kt1desk.domain.errors import DeskError
from tests.support.keys import focus_name, part, type_text
from tests.support.printer_fakes import (
    ANSWERED,
    KEPT_LABEL,
    KEPT_ROLL,
    PAGE,
    SILENT,
    TCP,
    USB,
    FakePrinters,
    slow,
)
from tests.support.printer_setup_page import (
    CTRL,
    ENTER,
    FOLDER_ROW,
    SCANNER_ROW,
    SERIAL_ROW,
    TCP_ROW,
    USB_ROW,
    Opener,
)


def test_a_printer_that_answers_is_asked_kept_and_proved_by_keys_and_scans(at_printer_setup: Opener) -> None:
    printers = FakePrinters()
    form = at_printer_setup(printers)
    helped = section_at(path_to(Place.PRINTERS, form.window.page()))

    form.choose(USB_ROW)
    asked, said = list(printers.asked), form.text("said")
    form.press(ENTER)
    form.press(Qt.Key.Key_P, modifiers=CTRL)
    form.scan(PAGE.number, *PAGE.bars)
    form.press(Qt.Key.Key_1, ENTER, Qt.Key.Key_1, ENTER)

    assert helped == "printer-setup"
    assert (asked, said) == ([(USB, "")], ANSWERED.text)
    assert printers.kept["label"].probe == ANSWERED
    assert printers.tests == ["label"]
    assert set(printers.answers[0].scanned) == {PAGE.number, *PAGE.bars}
    assert "Máy in dùng được" in form.text("verdict")


def test_the_origin_of_each_ability_stands_beside_it(at_printer_setup: Opener) -> None:
    form = at_printer_setup(FakePrinters(kept={"label": KEPT_LABEL}))

    form.press(ENTER)

    model = part(form.window, WholeRowsTable, "facts").model()
    known = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())}
    assert known == {
        "Ngôn ngữ": "máy in tự trả lời",
        "Cách gửi hình": "theo tài liệu, chưa thử",
        "Xác nhận đã in": "theo tài liệu, chưa thử",
        "Báo tình trạng": "máy in tự trả lời",
    }


def test_a_silent_printer_is_not_called_broken_and_its_language_is_asked_for(
    at_printer_setup: Opener,
) -> None:
    printers = FakePrinters(answer=SILENT)
    form = at_printer_setup(printers)

    form.choose(SERIAL_ROW)
    said, at = form.text("unsaid"), focus_name()
    form.press(Qt.Key.Key_F9)
    refused = form.text("language_note")
    form.press(Qt.Key.Key_1, Qt.Key.Key_F9)

    assert "không trả lời" in said
    assert at == "language"
    assert "Chưa chọn" in refused
    assert printers.kept["label"].language == "zpl"


def test_what_hangs_on_a_scanners_port_is_not_asked_by_itself(at_printer_setup: Opener) -> None:
    printers = FakePrinters()
    form = at_printer_setup(printers)

    form.choose(SCANNER_ROW)

    assert printers.asked == []
    assert "Chưa hỏi máy in này" in form.text("unsaid")


def test_a_printer_that_cannot_be_reached_may_be_set_up_all_the_same(at_printer_setup: Opener) -> None:
    printers = FakePrinters(absent=True)
    form = at_printer_setup(printers)

    form.choose(USB_ROW)
    told = form.problems()
    form.press(ENTER)

    assert len(told) == 1
    assert told[0].startswith(say(DeskError("printer.missing")))
    assert focus_name() == "language"
    assert printers.asked == [(USB, "")]


def test_an_address_that_is_refused_when_saving_is_shown_where_it_was_typed(at_printer_setup: Opener) -> None:
    printers = FakePrinters()
    form = at_printer_setup(printers)

    form.choose(TCP_ROW)
    type_text("may-in")
    form.press(ENTER, Qt.Key.Key_F9)

    target = part(form.window, FieldEdit, "target")
    assert (target.state(), target.text(), target.hasFocus()) == (FieldState.ERROR, "may-in", True)
    assert printers.kept == {}


def test_enter_stops_once_at_the_paper_of_a_new_printer_and_then_saves(at_printer_setup: Opener) -> None:
    printers = FakePrinters()
    form = at_printer_setup(printers, Qt.Key.Key_2)

    form.choose(FOLDER_ROW)
    type_text("/home/kt1/giay")
    form.press(ENTER)
    at_paper, saved_before = focus_name(), dict(printers.kept)
    form.press(Qt.Key.Key_1, ENTER)

    assert (at_paper, saved_before) == ("stock", {})
    assert (printers.kept["receipt"].language, printers.kept["receipt"].stock) == ("pdf", "a4")


def test_a_folder_offers_no_language_of_a_cable_and_a_cable_none_of_a_folder(
    at_printer_setup: Opener,
) -> None:
    form = at_printer_setup(FakePrinters())

    form.choose(USB_ROW)
    over_cable = [each.value for each in part(form.window, SegmentedChoice, "language").choices()]
    form.press(Qt.Key.Key_Escape)
    form.choose(FOLDER_ROW)
    type_text("/home/kt1/giay")
    form.press(ENTER)
    in_folder = [each.value for each in part(form.window, SegmentedChoice, "language").choices()]

    assert over_cable == ["zpl", "tspl", "epl", "cpcl"]
    assert in_folder == ["pdf"]


def test_a_folder_cannot_be_asked_and_has_no_settings_of_a_print_head(at_printer_setup: Opener) -> None:
    form = at_printer_setup(FakePrinters(), Qt.Key.Key_2)

    form.choose(FOLDER_ROW)
    type_text("/home/kt1/giay")
    form.press(ENTER)
    form.press(Qt.Key.Key_M, modifiers=CTRL)

    assert form.text("unsaid") == ""
    assert part(form.window, ActionButton, "test").isVisible()
    assert not part(form.window, ActionButton, "open_more").isVisible()
    assert not part(form.window, QWidget, "more").isVisible()


def test_a_slow_line_is_a_warning_before_anything_is_saved_and_its_speed_is_one_key_away(
    at_printer_setup: Opener,
) -> None:
    printers = FakePrinters(kept={"label": slow(KEPT_LABEL)})
    form = at_printer_setup(printers)

    form.press(ENTER)
    warned = form.text("pace")
    form.press(Qt.Key.Key_M, modifiers=CTRL)
    part(form.window, SegmentedChoice, "baud").setFocus()
    form.press(Qt.Key.Key_5)
    after = form.text("pace")
    form.press(Qt.Key.Key_F9)

    assert "21,9 giây" in warned
    assert "1,9 giây" in after
    assert printers.kept["label"].baud == 115200


def test_heat_that_no_printer_knows_is_refused_where_it_stands(at_printer_setup: Opener) -> None:
    printers = FakePrinters(kept={"label": KEPT_LABEL})
    form = at_printer_setup(printers)

    form.press(ENTER)
    form.press(Qt.Key.Key_M, modifiers=CTRL)
    part(form.window, FieldEdit, "density").setFocus()
    type_text("16")
    form.press(Qt.Key.Key_F9)

    assert "Độ đậm từ 0 đến 15" in form.text("heat_note")
    assert printers.kept["label"] == KEPT_LABEL


def test_esc_goes_back_one_step_at_a_time_and_then_to_the_papers(at_printer_setup: Opener) -> None:
    form = at_printer_setup(FakePrinters(kept={"label": KEPT_LABEL}))
    form.press(Qt.Key.Key_P, modifiers=CTRL)

    at: list[str] = [focus_name()]
    for _ in range(3):
        form.press(Qt.Key.Key_Escape)
        at.append(focus_name())

    assert at == ["code", "language", "ports", "papers"]


def test_the_roll_printer_can_be_taken_away_and_the_others_cannot(at_printer_setup: Opener) -> None:
    printers = FakePrinters(kept={"label": KEPT_LABEL, "roll": KEPT_ROLL})
    form = at_printer_setup(printers, Qt.Key.Key_3)
    shown = form.text("clear_says")

    form.press(Qt.Key.Key_Delete, modifiers=CTRL)
    told = form.text("told")
    form.press(Qt.Key.Key_1, modifiers=CTRL)
    form.press(Qt.Key.Key_Delete, modifiers=CTRL)

    assert shown == "thôi dùng máy in này"
    assert "Đã thôi dùng" in told
    assert printers.kept == {"label": KEPT_LABEL}


def test_a_typed_address_is_asked_and_kept_with_its_answer(at_printer_setup: Opener) -> None:
    printers = FakePrinters()
    form = at_printer_setup(printers)

    form.choose(TCP_ROW)
    type_text("192.168.1.40:9100")
    form.press(ENTER, Qt.Key.Key_F9)

    assert printers.asked == [(TCP, "192.168.1.40:9100")]
    assert (printers.kept["label"].target, printers.kept["label"].language) == ("192.168.1.40:9100", "tspl")
