"""Bad and odd input on the dossier page: each refusal at its place, in words, and nothing half-accepted."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from kt1desk.app.dossier_counter import DossierCounter
from kt1desk.desktop.dossier_needs import AuthorityAnswer
from kt1desk.desktop.widgets import FieldEdit, KeyLine, NoteLabel, Role, SegmentedChoice
from tests.support.dossier_page import ALT, CTRL, ENTER, ESC, F9, AtDossiers
from tests.support.keys import part, press, type_text


def test_a_procedure_not_sendable_by_post_is_refused_and_none_is_accepted(dossiers: AtDossiers) -> None:
    dossiers.what("1", "9.100002")

    dossiers.key(F9)

    assert dossiers.note_role("procedure") == "error"
    assert dossiers.card() == "what_card"
    assert dossiers.cases() == []


def test_a_missing_paper_asks_for_a_reason_and_goes_with_it(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.type(" t")
    line = part(dossiers.window, KeyLine, "paper_keys")
    guided = part(dossiers.window, SegmentedChoice, "insist").isVisible(), line.text()
    dossiers.key(ENTER)
    dossiers.type("k")
    dossiers.key(ENTER)
    asked = dossiers.focus()
    dossiers.type("3")
    dossiers.who()
    dossiers.money()

    dossiers.key(F9)

    (case,) = dossiers.cases()
    assert guided[0]
    assert "hướng dẫn người nộp bổ sung" in guided[1]
    assert asked == "insist"
    assert case.documents == 1


def test_a_missing_paper_without_a_reason_is_not_accepted(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.type(" t")
    dossiers.enter("")
    dossiers.type("k")
    dossiers.key(Qt.Key.Key_2, ALT)
    dossiers.who()
    dossiers.key(Qt.Key.Key_3, ALT)
    dossiers.money()

    dossiers.key(F9)

    assert dossiers.cases() == []
    assert dossiers.card() == "what_card"


def test_an_exemption_without_proof_is_refused_at_the_proof(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()
    dossiers.enter("320", "", "thuong binh")

    dossiers.key(F9)
    refused = dossiers.focus(), dossiers.note_role("proof"), len(dossiers.cases())
    dossiers.enter("LS-00123", "", "")
    dossiers.key(F9)

    assert refused == ("proof", "error", 0)
    (case,) = dossiers.cases()
    assert case.sums.postage_dong == 26_250


def test_what_is_no_amount_stays_and_keeps_the_keyboard(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()

    dossiers.enter("320", "", "", "8 nghin")

    assert (dossiers.focus(), dossiers.text("collected")) == ("collected", "8 nghin")
    assert dossiers.note_role("collected") == "error"


def test_an_amount_that_is_left_stands_in_groups(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()

    dossiers.enter("320", "", "", "8000")

    assert dossiers.text("collected") == "8.000"


def test_what_the_scale_says_has_room_on_the_smallest_screen(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()
    note = part(dossiers.window, NoteLabel, "scale_note")

    note.show_note("Cân: 12.340 g, ổn định", Role.OK)
    dossiers.settle()

    assert dossiers.window.width() <= 1366
    assert note.width() >= note.sizeHint().width()


def test_scans_of_label_and_seal_go_to_leg_and_cover(dossiers: AtDossiers) -> None:
    dossiers.what()

    dossiers.scan("RX000000031VN")
    dossiers.scan("RX000000045VN")
    dossiers.scan("NP0000123")

    assert dossiers.text("send_number") == "RX 000 000 031 VN"
    assert dossiers.text("return_number") == "RX 000 000 045 VN"
    assert dossiers.text("seal") == "NP0000123"


def test_what_is_typed_after_a_scanned_seal_does_not_replace_it(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.who()
    dossiers.enter("320")

    dossiers.scan("NP0000123")
    dossiers.type("ho ngheo")

    assert dossiers.focus() == "exemption"
    assert (dossiers.text("seal"), dossiers.text("exemption")) == ("NP0000123", "ho ngheo")


def test_a_number_of_another_service_is_refused_at_its_leg(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()

    dossiers.scan("MX000000014VN")

    assert dossiers.note_role("send_number") == "error"


def test_digits_count_pieces_and_arrows_choose_which_kind(dossiers: AtDossiers) -> None:
    dossiers.what()

    dossiers.type("12")
    dossiers.key(Qt.Key.Key_Right)
    dossiers.type("3")

    first = dossiers.rows("paper_table")[0]
    assert first[1:] == ["12", "3", "", "", "Có"]


def test_only_this_case_marks_the_others_not_needed(dossiers: AtDossiers) -> None:
    dossiers.what(procedure="9.100001")

    dossiers.key(Qt.Key.Key_Down)
    dossiers.key(Qt.Key.Key_Down)
    dossiers.type("g")

    answers = {row[0]: row[-1] for row in dossiers.rows("paper_table")}
    assert answers["Văn bản ủy quyền"] == "Chưa xem"
    assert answers["Tờ khai theo mẫu"] == "Chưa xem"


def test_a_paper_by_hand_stands_in_the_list_and_esc_gives_up_its_name(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.key(Qt.Key.Key_N, CTRL)
    dossiers.type("Giay")

    dossiers.key(ESC)
    given_up = dossiers.focus()
    dossiers.key(Qt.Key.Key_N, CTRL)
    dossiers.enter("Giấy giới thiệu")

    assert given_up == "paper_table"
    assert dossiers.rows("paper_table")[-1][:2] == ["Giấy giới thiệu", "1"]
    assert dossiers.focus() == "paper_table"


def test_a_proposal_that_comes_late_does_not_replace_what_is_being_typed(
    dossiers: AtDossiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1 đường Thử Nghiệm")
    dossiers.paste("Lương Văn Tri")
    may_answer, ask = threading.Event(), DossierCounter.authorities

    def slow(needs: DossierCounter, text: str, procedure: str, commune: str) -> Sequence[AuthorityAnswer]:
        may_answer.wait()
        return ask(needs, text, procedure, commune)

    monkeypatch.setattr(DossierCounter, "authorities", slow)

    press(ENTER)  # the commune is chosen, and an authority near it asked for
    authority = part(dossiers.window, FieldEdit, "authority")
    dossiers.page._desk.way.bring(authority)
    type_text("so tu phap")
    may_answer.set()
    dossiers.settle()

    assert authority.text() == "so tu phap"


def test_an_authority_chosen_by_hand_is_parked_resumed_and_replaced_by_no_proposal(
    dossiers: AtDossiers,
) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.page._desk.way.bring(part(dossiers.window, FieldEdit, "authority"))
    dossiers.enter("so tu phap")
    chosen = dossiers.text("authority")

    dossiers.park()
    dossiers.show_parked()
    dossiers.key(ENTER)
    resumed = dossiers.text("authority")
    dossiers.key(Qt.Key.Key_2, ALT)
    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1 đường Thử Nghiệm", "Lương Văn Tri")

    assert chosen.startswith("Sở Tư pháp")
    assert resumed == chosen
    assert dossiers.text("authority") == chosen
    assert dossiers.text("commune") == "Phường Lương Văn Tri"
