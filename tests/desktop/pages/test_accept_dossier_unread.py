"""What is typed and not understood: it is never left out in silence, neither by F9 nor on the way of Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.widgets import ActionButton, FieldEdit
from tests.support.dossier_page import ALT, CTRL, F9, AtDossiers
from tests.support.keys import part


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("exemption", "99999", "Không có đối tượng này"),
        ("exemption", "thuong", "Chưa chọn"),
        ("collected", "8k", "Chỉ gõ số tiền"),
        ("weight", "12,5", "không dấu phẩy"),
        ("commune", "khong dau ca", "Không có xã, phường"),
        ("authority", "so tu phap", "Chưa chọn"),
        ("procedure", "9.1", "Chưa chọn"),
    ],
)
def test_what_is_not_understood_is_not_accepted_and_keeps_the_keyboard_and_its_sentence(
    dossiers: AtDossiers, name: str, typed: str, sentence: str
) -> None:
    dossiers.everything()
    _type_instead(dossiers, name, typed)
    dossiers.key(Qt.Key.Key_1, ALT)
    told = dossiers.label("missing"), part(dossiers.window, ActionButton, "save").isEnabled()

    dossiers.key(F9)
    dossiers.settle()

    assert dossiers.cases() == []
    assert (dossiers.focus(), dossiers.text(name)) == (name, typed)
    assert (sentence in dossiers.note(name), dossiers.note_role(name)) == (True, "error")
    assert "Đủ rồi" not in told[0]
    assert not told[1]
    assert sentence in dossiers.label("missing")


def test_a_number_of_sets_that_is_none_is_not_accepted_and_its_sentence_goes_when_it_is_one(
    dossiers: AtDossiers,
) -> None:
    dossiers.everything()
    _type_instead(dossiers, "sets", "0")

    dossiers.key(F9)
    refused = dossiers.focus(), dossiers.note_text("procedure_note"), len(dossiers.cases())
    dossiers.type("2")

    assert refused == ("sets", "Từ 1 đến 99 bộ", 0)
    assert dossiers.note_text("procedure_note").startswith("9.100001")
    assert "Đủ rồi" in dossiers.label("missing")


def test_a_day_that_is_none_counts_where_a_result_is_fetched_and_not_where_nobody_sees_it(
    dossiers: AtDossiers,
) -> None:
    dossiers.what("2")
    dossiers.enter("H37.10-261120-0005", "31/02/2026")
    dossiers.who()
    dossiers.enter("", "", "")

    dossiers.key(F9)
    refused = dossiers.focus(), len(dossiers.cases())
    dossiers.key(Qt.Key.Key_1, ALT)
    dossiers.page._desk.way.bring(part(dossiers.window, FieldEdit, "sets"))
    dossiers.enter("1")

    assert refused == ("official_day", 0)
    assert dossiers.note("official_day").startswith("Gõ ngày/tháng/năm")


def test_a_number_that_cannot_be_keeps_the_keyboard_on_enter(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()

    dossiers.enter("12345")

    assert (dossiers.focus(), dossiers.note_role("identity")) == ("identity", "error")


def test_enter_comes_back_to_what_is_red(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.type("12345")
    dossiers.page._desk.way.bring(part(dossiers.window, FieldEdit, "name"))

    dossiers.enter("Lương Thị Mẫu", "0912345678", "Số 1", "Lương Văn Tri", "")
    dossiers.money()

    assert (dossiers.focus(), dossiers.text("identity")) == ("identity", "12345")


@pytest.mark.parametrize("key", [F9, Qt.Key.Key_Return])
def test_a_missing_paper_without_a_reason_brings_the_keyboard_to_the_reasons(
    dossiers: AtDossiers, key: Qt.Key
) -> None:
    dossiers.everything()
    dossiers.key(Qt.Key.Key_1, ALT)
    dossiers.page._desk.way.bring(dossiers.page._desk.form.papers.table)
    dossiers.type("t")
    answers = dossiers.rows("paper_table")

    dossiers.key(key)
    asked = dossiers.focus()
    dossiers.type("1")

    assert asked == "insist"
    assert dossiers.cases() == []
    assert dossiers.rows("paper_table") == answers
    assert dossiers.chosen("insist") == "brings_later"


def _type_instead(clerk: AtDossiers, name: str, text: str) -> None:
    clerk.page._desk.way.bring(part(clerk.window, FieldEdit, name))
    clerk.key(Qt.Key.Key_A, CTRL)
    clerk.type(text)
