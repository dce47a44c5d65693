"""Half-done dossiers: parked, resumed, kept over a log-off and below the curtain, dropped on purpose only."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.app.dossier_counter import DossierCounter
from kt1desk.desktop.dossier_needs import TakenDossier
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.parking import Aside
from kt1desk.store.drafts import ParkedDrafts
from tests.support.accepting import shown_below
from tests.support.desks import Counter, counter
from tests.support.dossier_page import (
    ALT,
    CTRL,
    DELETE,
    ENTER,
    ESC,
    F9,
    AtDossiers,
    at_dossiers,
    seen,
)
from tests.support.keys import press


def test_a_parked_and_resumed_draft_is_the_same_draft(dossiers: AtDossiers) -> None:
    _everything_there_is(dossiers)
    dossiers.park()
    (parked,) = _kept(dossiers.desk)

    dossiers.show_parked()
    dossiers.key(ENTER)
    dossiers.park()

    (again,) = _kept(dossiers.desk)
    assert again == parked
    assert again.proxy is not None
    assert again.insists is not None
    assert (again.applicant.residence.district, again.collected_dong) == ("Huyện Cao Lộc", 8_000)


def test_a_draft_whose_pause_ends_while_it_is_accepted_is_not_laid_aside_once_more(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = threading.Event()
    accept = DossierCounter.accept

    def slow(needs: DossierCounter, draft: DossierDraft, ref: str) -> TakenDossier:
        written.wait()
        return accept(needs, draft, ref)

    monkeypatch.setattr(DossierCounter, "accept", slow)
    monkeypatch.setattr("kt1desk.desktop.dossier.parking._PAUSE_MS", 100)
    with at_dossiers(tmp_path) as dossiers:
        dossiers.everything()
        QTimer.singleShot(400, written.set)

        press(Qt.Key.Key_D, ALT)  # a change, and at once the key that accepts
        dossiers.key(F9)

        assert len(dossiers.cases()) == 1
        assert _kept(dossiers.desk) == []


def test_another_applicant_is_served_while_one_fetches_a_paper(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.type(" t")
    dossiers.park()
    at_once = dossiers.focus(), dossiers.chosen("form"), dossiers.text("procedure")
    dossiers.everything("1")
    dossiers.key(F9)

    dossiers.show_parked()
    dossiers.key(ENTER)
    dossiers.key(Qt.Key.Key_Up)
    dossiers.key(Qt.Key.Key_Up)
    dossiers.type(" k")

    assert at_once == ("form", None, "")
    assert [case.form for case in dossiers.cases()] == ["send"]
    assert dossiers.chosen("form") == "both"
    assert [row[-1] for row in dossiers.rows("paper_table") if "Trường" not in row[0]] == [
        "Có",
        "Có",
        "Không cần",
    ]


def test_a_resumed_dossier_that_is_accepted_waits_no_more(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.park()
    dossiers.show_parked()
    dossiers.key(ENTER)

    dossiers.key(F9)

    assert len(dossiers.cases()) == 1
    assert _kept(dossiers.desk) == []


def test_a_draft_is_there_again_after_a_log_off_in_the_middle_of_it(
    worn: QApplication, tmp_path: Path
) -> None:
    with counter(tmp_path) as desk:
        desk.open_shift()
        with seen(desk) as first:
            first.what()
            first.papers()
            first.enter("020190000123", "Lương Thị Mẫu")

        with seen(desk) as second:
            told = second.note_text("says_parked")
            second.show_parked()
            second.key(ENTER)

            assert told == "1 hồ sơ tạm gác"
            assert (second.text("identity"), second.text("name")) == ("020190000123", "Lương Thị Mẫu")
            assert second.text("procedure") == "Cấp bản sao giấy thử nghiệm"


def test_going_to_another_place_and_the_curtain_leave_the_form_as_it_is(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Lương Thị Mẫu")

    dossiers.key(Qt.Key.Key_F6)
    dossiers.key(Qt.Key.Key_F3)
    after_place = dossiers.text("name"), dossiers.focus()
    dossiers.window.curtain.cover()
    dossiers.settle()

    assert after_place == ("Lương Thị Mẫu", "phone")
    assert dossiers.text("name") == "Lương Thị Mẫu"
    assert [draft.applicant.name for draft in _kept(dossiers.desk)] == ["Lương Thị Mẫu"]


def test_esc_leaves_the_list_of_parked_ones_and_the_form_is_as_before(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.show_parked()

    dossiers.key(ESC)

    assert dossiers.card() == "what_card"
    assert dossiers.text("procedure") == "Cấp bản sao giấy thử nghiệm"


def test_a_parked_draft_is_dropped_by_delete_twice_and_not_once(dossiers: AtDossiers) -> None:
    dossiers.what()
    dossiers.park()
    dossiers.show_parked()

    dossiers.key(DELETE)
    asked = len(_kept(dossiers.desk)), dossiers.note_text("says_drop")
    dossiers.key(DELETE)

    assert asked[0] == 1
    assert "nhấn lần nữa" in asked[1]
    assert _kept(dossiers.desk) == []


def test_resuming_over_a_begun_draft_parks_that_one(dossiers: AtDossiers) -> None:
    dossiers.what("1")
    dossiers.park()
    dossiers.what("3")
    dossiers.show_parked()

    dossiers.key(ENTER)

    assert dossiers.chosen("form") == "send"
    assert sorted(draft.form.value for draft in _kept(dossiers.desk) if draft.form) == ["both", "send"]


def test_parking_nothing_says_so(dossiers: AtDossiers) -> None:
    dossiers.park()

    assert "Chưa nhập gì" in shown_below(dossiers.window)
    assert _kept(dossiers.desk) == []


def test_a_begun_dossier_that_is_cleared_away_by_one_key_lies_aside_and_that_is_said(
    dossiers: AtDossiers,
) -> None:
    dossiers.what()
    dossiers.papers()
    dossiers.enter("020190000123", "Lương Thị Mẫu")

    dossiers.key(DELETE, CTRL)

    assert (dossiers.chosen("form"), dossiers.focus()) == (None, "form")
    assert [draft.applicant.name for draft in _kept(dossiers.desk)] == ["Lương Thị Mẫu"]
    assert "tạm gác" in dossiers.said[-1]
    assert dossiers.note_text("says_parked") == "1 hồ sơ tạm gác"


def _everything_there_is(clerk: AtDossiers) -> None:
    """Every input says something."""
    clerk.what()
    clerk.type(" t")
    clerk.enter("")
    clerk.type("k")
    clerk.key(ENTER)
    clerk.type("3")
    clerk.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1", "ky lua")
    clerk.type("1")
    clerk.key(Qt.Key.Key_T, ALT)
    clerk.enter("020190000999", "Hoàng Văn Thử", "0987654321", "Giấy số 5 ngày 20/11/2026")
    clerk.key(Qt.Key.Key_3, ALT)
    clerk.enter("320", "NP0000123", "thuong binh", "LS-00123", "8000", "0001234")


def _kept(desk: Counter) -> list[DossierDraft]:
    aside = Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock)
    return [aside.dossier(desk.session(), row.parked) for row in aside.dossiers(desk.session())]
