"""Accepting a dossier by keyboard alone, in the real window on a real encrypted desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import ActionButton, MoneyTable, NoteLabel
from kt1desk.domain.dossier import Form
from kt1desk.domain.errors import DeskError
from kt1desk.services.set_up import Block
from tests.support.accepting import shown_below
from tests.support.desks import marker_refused, small_block
from tests.support.dossier_page import ALT, CTRL, ENTER, ESC, F8, F9, AtDossiers, at_dossiers
from tests.support.dossiers import ordinary_dossier
from tests.support.keys import part, press, type_text
from tests.support.screen_audit import clipped_texts


def test_a_dossier_both_ways_is_accepted_by_keys_alone(dossiers: AtDossiers) -> None:
    dossiers.everything("3")

    ready = part(dossiers.window, ActionButton, "save").isEnabled()
    dossiers.key(F9)

    (case,) = dossiers.cases()
    assert ready
    assert (case.form, case.procedure, case.applicant) == ("both", "9.100001", "Lương Thị Mẫu")
    assert [(leg.item, leg.direction, leg.weight_g) for leg in case.legs] == [
        ("RX000000014VN", "send", 320),
        ("RX000000028VN", "return", 100),
    ]
    assert (case.sums.postage_dong, case.payment, case.documents) == (52_500, "cash", 2)
    assert {paper.template for paper in dossiers.desk.papers_of()} == {"dossier_slip", "dossier_label"}


def test_after_a_dossier_the_next_begins_at_its_form_with_nothing_of_the_one_before(
    dossiers: AtDossiers,
) -> None:
    dossiers.everything()

    dossiers.key(F9)

    assert (dossiers.focus(), dossiers.chosen("form"), dossiers.card()) == ("form", None, "what_card")
    assert [dossiers.text(name) for name in ("procedure", "name", "identity", "weight")] == [""] * 4
    assert "240000-261123-0-001" in shown_below(dossiers.window)
    assert dossiers.rows("recent")[0][1:3] == ["240000-261123-0-001", "Lương Thị Mẫu"]
    assert dossiers.rows("parked") == []


def test_keys_typed_faster_than_any_answer_land_in_their_own_inputs(dossiers: AtDossiers) -> None:
    type_text("3" + "9.100001")
    press(ENTER)
    type_text("d")
    type_text("020190000123")
    press(ENTER)
    type_text("Luong Thi Mau")
    press(ENTER)
    type_text("0912345678")
    press(ENTER)
    type_text("So 1")
    press(ENTER)
    type_text("luong van tri")
    press(ENTER)
    dossiers.settle()

    names = ("procedure", "identity", "name", "phone", "address", "commune")
    assert [dossiers.text(name) for name in names] == [
        "Cấp bản sao giấy thử nghiệm",
        "020190000123",
        "Luong Thi Mau",
        "0912345678",
        "So 1",
        "Phường Lương Văn Tri",
    ]


def test_the_authority_is_proposed_and_enter_passes_it_by(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()

    dossiers.who()

    assert dossiers.text("authority").startswith("Trung tâm Phục vụ hành chính công phường Lương Văn Tri")
    assert "theo thủ tục" in dossiers.note("authority")
    assert dossiers.focus() == "weight"


def test_what_the_clerk_chose_stays_when_another_commune_would_propose_another(dossiers: AtDossiers) -> None:
    dossiers.what(procedure="9.100004")
    dossiers.key(Qt.Key.Key_2, ALT)
    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1")
    part_before = dossiers.focus()

    dossiers.enter("dong kinh", "1")
    proposed = dossiers.text("authority")

    assert part_before == "commune"
    assert proposed.startswith("Trung tâm Phục vụ hành chính công phường Đông Kinh")


def test_a_result_only_fetched_asks_for_the_slip_of_the_authority_and_not_for_papers(
    dossiers: AtDossiers,
) -> None:
    dossiers.what("2")
    dossiers.enter("H37.10-261120-0005", "26/11/2026")
    dossiers.who()
    dossiers.enter("", "", "")

    dossiers.key(F9)

    (case,) = dossiers.cases()
    assert (case.form, case.official, case.documents) == ("return", "H37.10-261120-0005", 0)
    assert [leg.direction for leg in case.legs] == ["return"]


def test_a_commune_of_two_former_districts_asks_which_one_and_others_do_not(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1", "ky lua")

    asked = dossiers.focus()
    dossiers.type("2")

    assert asked == "district"
    assert dossiers.chosen("district") == "Thành phố Lạng Sơn"
    assert dossiers.focus() == "deliver"


def test_esc_goes_back_input_by_input_over_the_cards_and_loses_nothing(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()
    passed = []

    for _ in range(14):
        passed.append(dossiers.focus())
        dossiers.key(ESC)

    assert passed[:4] == ["weight", "deliver", "authority", "commune"]
    assert passed[-5:] == ["kind", "paper_table", "procedure", "sets", "form"]
    assert dossiers.text("name") == "Lương Thị Mẫu"
    assert dossiers.chosen("form") == "both"


def test_f8_brings_the_same_applicant_with_another_procedure(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.key(F9)

    dossiers.key(F8)
    begun = dossiers.focus()
    dossiers.what("1", "9.100004")
    dossiers.key(Qt.Key.Key_N, CTRL)
    dossiers.enter("Giấy giới thiệu", "")
    dossiers.money("90")
    dossiers.key(F9)

    assert begun == "form"
    second, first = dossiers.cases()
    assert (second.applicant, second.procedure, second.form) == (first.applicant, "9.100004", "send")


def test_f8_says_why_it_does_nothing(dossiers: AtDossiers) -> None:
    dossiers.key(F8)
    nothing_before = dossiers.said[-1]
    dossiers.everything()
    dossiers.key(F9)
    dossiers.key(Qt.Key.Key_2, ALT)
    dossiers.type("0201")

    dossiers.key(F8)

    assert "Chưa có hồ sơ nào" in nothing_before
    assert "Ctrl+G tạm gác" in dossiers.said[-1]
    assert dossiers.text("identity") == "0201"


def test_f9_before_all_is_there_goes_to_the_first_input_that_is_missing(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()

    dossiers.key(F9)

    assert dossiers.cases() == []
    assert dossiers.card() == "who_card"
    assert dossiers.note_role("name") == "error"


def test_three_sums_stand_apart(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()
    dossiers.enter("320", "", "", "8000", "0001234", "")

    dossiers.key(F9)

    (case,) = dossiers.cases()
    assert case.sums.postage_dong == 52_500
    assert case.sums.collected_dong == 8_000
    assert case.sums.total_dong == 52_500 + 8_000 + case.sums.pass_on_dong


def test_what_is_said_of_an_accepted_case_names_case_and_book_and_has_room(dossiers: AtDossiers) -> None:
    dossiers.everything()

    dossiers.key(F9)

    (case,) = dossiers.cases()
    said = part(dossiers.window, NoteLabel, "search_note")
    assert said.text().startswith(f"Đã nhận hồ sơ {case.dossier} · sổ {case.event.text} · ")
    assert said.width() >= said.sizeHint().width()


def test_legs_and_reduction_stand_above_a_rule_and_only_the_three_sums_below_it(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()

    dossiers.enter("320", "", "", "8000")

    price = part(dossiers.window, MoneyTable, "price")
    (first, _) = sorted(line.y() for line in price.findChildren(QFrame) if line.property("kind") == "divider")
    rows = {label.text(): label.y() for label in price.findChildren(QLabel) if label.parent() is price}
    assert {text for text, y in rows.items() if y < first} == {
        "Gửi · nội huyện cũ",
        "26.500",
        "Trả · nội huyện cũ",
        "26.000",
    }
    assert {"Cước hồ sơ", "52.500", "Phí, lệ phí thu hộ", "8.000", "Cước chuyển phí"} < rows.keys()


def test_what_a_new_desk_cannot_do_without_a_shift_is_said(dossiers_without_shift: AtDossiers) -> None:
    clerk = dossiers_without_shift
    clerk.everything()

    clerk.key(F9)

    assert clerk.cases() == []
    assert "ca" in clerk.label("missing")


def test_a_case_that_stands_though_the_disk_failed_after_it_is_not_on_the_form_to_be_accepted_again(
    dossiers: AtDossiers,
) -> None:
    dossiers.everything()
    with marker_refused(dossiers.desk):
        dossiers.key(F9)
    told = dossiers.said[-1]

    dossiers.key(F9)

    assert "không nhập lại" in told
    assert len(dossiers.cases()) == 1
    assert dossiers.chosen("form") is None


def test_few_numbers_left_are_said_where_a_dossier_begins(worn: QApplication, tmp_path: Path) -> None:
    few = replace(small_block(9), blocks=(Block("RX", 1, 9),))
    with at_dossiers(tmp_path / "few", plan=few) as clerk:
        warned = clerk.note_text("recent_note"), clerk.note_role("recent")
    with at_dossiers(tmp_path / "many") as clerk:
        many = clerk.note_text("recent_note")

    assert warned == ("Chỉ còn 9 số: báo Bưu điện tỉnh cấp thêm.", "warn")
    assert many == ""


def test_that_no_number_is_left_is_said_whole_before_anything_is_typed(
    worn: QApplication, tmp_path: Path
) -> None:
    one = replace(small_block(9), blocks=(Block("RX", 1, 1),))
    with at_dossiers(
        tmp_path,
        plan=one,
        prepare=lambda desk: desk.accept_dossier(replace(ordinary_dossier(), form=Form.SEND)),
    ) as clerk:
        said, role = clerk.note_text("recent_note"), clerk.note_role("recent")
        clipped = clipped_texts(clerk.window)

    assert said == say(DeskError("number.block_empty"))
    assert role == "error"
    assert clipped == []
