"""Dossiers laid aside half done, in the real window by keys: for another customer, and over a restart of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.story import options_at, running, until
from tests.support.story_dossiers import (
    BY_CARD,
    CARD,
    USER,
    AtDossiers,
    Person,
    books,
    lying_aside,
    open_the_shift,
    prepare,
    verified,
)
from tests.support.story_machines import machines

BY_HAND = Person("020085000789", "Hoàng Văn Thử", "0977000111", "Số 7 đường Bắc Sơn", "ky lua")
MERIT, MERIT_NAME = "than nhan nguoi co cong", "Cấp giấy xác nhận thân nhân của người có công"
COPY, COPY_NAME = "ban sao tu so goc", "Cấp bản sao từ sổ gốc"


def test_a_dossier_laid_aside_for_another_customer_is_found_again_as_it_was(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = options_at(tmp_path, trial=True)
    with machines(tmp_path, monkeypatch) as counter:
        prepare(options, counter)
        with running(qapp, options) as desk:
            clerk = AtDossiers(desk, counter)
            desk.log_in(USER, TRIAL_PASSWORD)
            open_the_shift(desk)
            _begin_by_hand(clerk)
            before = _on_the_form(clerk)
            desk.keyboard.press("ctrl+g")
            desk.until_text("search_note", "Đã tạm gác")
            second = _serve_another(clerk)
            _resume(clerk)
            after = _on_the_form(clerk)
            desk.keyboard.enter("320")
            _nothing_else(clerk)
            first = clerk.accept()
            clerk.printed(labels=3, papers=2)

    assert after == before
    cases = books(options, lambda reader: [reader.dossier(number) for number in (second, first)])
    assert [case and (case.form, case.procedure, case.applicant) for case in cases] == [
        ("send", "2.000908", BY_CARD.name),
        ("both", "1.010833", BY_HAND.name),
    ]
    assert lying_aside(options) == 0
    assert "Sổ nguyên vẹn" in verified(options)


def test_a_dossier_laid_aside_outlives_the_program(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = options_at(tmp_path, trial=True)
    with machines(tmp_path, monkeypatch) as counter:
        prepare(options, counter)
        with running(qapp, options) as desk:
            clerk = AtDossiers(desk, counter)
            desk.log_in(USER, TRIAL_PASSWORD)
            open_the_shift(desk)
            _begin_by_hand(clerk)
            before = _on_the_form(clerk)
            desk.keyboard.press("ctrl+g")
            desk.until_text("search_note", "Đã tạm gác")
            desk.idle()
        with running(qapp, options) as desk:
            clerk = AtDossiers(desk, counter)
            desk.log_in(USER, TRIAL_PASSWORD)
            clerk.come()
            _resume(clerk)
            after = _on_the_form(clerk)
            desk.keyboard.enter("320")
            _nothing_else(clerk)
            number = clerk.accept()
            clerk.printed(labels=2, papers=1)

    assert after == before
    case = books(options, lambda reader: reader.dossier(number))
    assert case is not None
    assert (case.applicant, case.documents) == (BY_HAND.name, 2)
    assert lying_aside(options) == 0


# --- the hour ----------------------------------------------------------------------------------------------------------


def _begin_by_hand(clerk: AtDossiers) -> None:
    """All but the cover and the money; the applicant has no card with him."""
    clerk.come()
    clerk.procedure("3", MERIT, MERIT_NAME)
    clerk.all_papers()
    clerk.type_person(BY_HAND)
    for district in ("district", "authority_district"):
        clerk.desk.until_focus(district)
        clerk.desk.keyboard.press("2")
    clerk.to_the_applicant()
    clerk.desk.until_focus("weight")


def _on_the_form(clerk: AtDossiers) -> dict[str, str | list[list[str]] | None]:
    """Everything that a clerk sees of the draft."""
    desk, keys = clerk.desk, clerk.desk.keyboard
    desk.idle()
    keys.press("alt+1")
    shown: dict[str, str | list[list[str]] | None] = {
        "form": desk.chosen("form"),
        "procedure": desk.text("procedure"),
        "papers": [row[1:] for row in clerk.papers()],
    }
    keys.press("alt+2")
    shown |= {
        name: desk.text(name) for name in ("identity", "name", "phone", "address", "commune", "authority")
    }
    shown |= {name: desk.chosen(name) for name in ("district", "authority_district", "deliver")}
    keys.press("alt+3")
    shown |= {name: desk.text(name) for name in ("weight", "seal", "promise")}
    desk.until_focus("weight")
    return shown


def _serve_another(clerk: AtDossiers) -> str:
    """Somebody with a card whose dossier is only sent; an authority must be named."""
    desk, keys = clerk.desk, clerk.desk.keyboard
    desk.until_focus("form")
    clerk.procedure("1", COPY, COPY_NAME)
    clerk.all_papers()
    clerk.scan(CARD)
    desk.until_focus("phone")
    keys.enter(BY_CARD.phone)
    desk.until_focus("authority")
    keys.enter("hanh chinh cong luong van tri")
    desk.until_focus("weight")
    keys.enter("200")
    _nothing_else(clerk)
    return clerk.accept()


def _nothing_else(clerk: AtDossiers) -> None:
    """No seal, no exemption, no fee, paid in cash."""
    for name in ("seal", "exemption", "collected", "payment"):
        clerk.desk.until_focus(name)
        clerk.desk.keyboard.enter()
    clerk.desk.until_focus("save")


def _resume(clerk: AtDossiers) -> None:
    """The one that lies aside."""
    desk = clerk.desk
    desk.keyboard.press("ctrl+l")
    desk.until_focus("parked")
    until(lambda: BY_HAND.name in desk.cell("parked", 0, 1), "the draft in the list")
    desk.keyboard.enter()
    clerk.to_the_applicant()
    desk.until_focus("weight")
