"""What an earlier case lends to the next one: usual procedures below the arrow down, the applicant with address and payment by one key."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.domain.dossier import DeliverTo, DossierPayment
from tests.support.dossier_page import ENTER, F8, F9, AtDossiers


def test_usual_procedures_are_named_and_chosen_by_the_arrow(dossiers: AtDossiers) -> None:
    dossiers.desk.accept_dossier()
    dossiers.page.entered()
    dossiers.settle()
    hint = dossiers.note("procedure")

    dossiers.type("3")
    dossiers.key(Qt.Key.Key_Down)
    dossiers.key(ENTER)

    assert hint == "↓ 1 thủ tục hay nhận"
    assert dossiers.page._desk.form.draft().procedure == dossiers.cases()[0].procedure


def test_the_digits_of_a_code_are_typed_though_the_list_is_open(dossiers: AtDossiers) -> None:
    dossiers.desk.accept_dossier()
    dossiers.page.entered()
    dossiers.settle()
    dossiers.type("3")

    dossiers.key(Qt.Key.Key_Down)
    dossiers.type("9.1")

    assert dossiers.text("procedure") == "9.1"


def test_f8_takes_over_where_results_come_back_to_and_how_it_is_paid(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1 đường Thử Nghiệm", "Lương Văn Tri")
    dossiers.type("2")
    dossiers.key(ENTER)
    dossiers.enter("Số 9 đường Trần Hưng Đạo", "Lương Văn Tri")
    dossiers.enter("320", "", "", "")
    while dossiers.focus() != "payment":
        dossiers.key(Qt.Key.Key_Tab)
    dossiers.key(Qt.Key.Key_Right)
    dossiers.key(F9)
    (case,) = dossiers.cases()

    dossiers.key(F8)

    draft = dossiers.page._desk.form.draft()
    assert (draft.applicant.name, draft.applicant.phone) == (case.applicant, "0912345678")
    assert (draft.deliver_to, draft.delivery.address) == (DeliverTo.OTHER, "Số 9 đường Trần Hưng Đạo")
    assert draft.payment is DossierPayment.TRANSFER
    assert (draft.form, draft.procedure, draft.weight_g) == (None, "", 0)
