"""The authority that procedure and commune propose: it follows them until the clerk chooses, over a pause as well."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.desktop.widgets import FieldEdit
from tests.support.accepting import wait_until
from tests.support.dossier_page import ALT, ENTER, AtDossiers
from tests.support.keys import part

_PERSON = ("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1")
_OF_ANY_COMMUNE = "9.100004"


def test_an_authority_only_proposed_follows_the_commune_after_the_dossier_was_laid_aside(
    dossiers: AtDossiers,
) -> None:
    _at_the_commune(dossiers)
    dossiers.enter("Lương Văn Tri")
    proposed = dossiers.text("authority")
    dossiers.park()
    dossiers.show_parked()
    dossiers.key(ENTER)
    resumed = dossiers.text("authority")

    _correct_the_commune(dossiers, "dong kinh")

    assert proposed == resumed == "Trung tâm Phục vụ hành chính công phường Lương Văn Tri, tỉnh Lạng Sơn"
    assert dossiers.text("authority") == "Trung tâm Phục vụ hành chính công phường Đông Kinh, tỉnh Lạng Sơn"


def test_a_body_of_every_commune_is_not_proposed_before_the_commune_is_known(dossiers: AtDossiers) -> None:
    _at_the_commune(dossiers)
    before = dossiers.text("authority")

    dossiers.enter("Lương Văn Tri")

    assert before == ""
    assert dossiers.text("authority").endswith("phường Lương Văn Tri, tỉnh Lạng Sơn")


def test_what_was_proposed_for_a_commune_goes_with_it(dossiers: AtDossiers) -> None:
    _at_the_commune(dossiers)
    dossiers.enter("Lương Văn Tri")

    dossiers.page._desk.way.bring(part(dossiers.window, FieldEdit, "commune"))
    dossiers.type("dong")

    assert dossiers.text("authority") == ""


def test_a_name_that_its_field_cuts_off_stands_whole_below_it(dossiers: AtDossiers) -> None:
    _at_the_commune(dossiers)
    dossiers.enter("Lương Văn Tri")
    dossiers.key(Qt.Key.Key_2, ALT)
    authority = part(dossiers.window, FieldEdit, "authority")
    wide = dossiers.note("authority")

    authority.setFixedWidth(200)
    wait_until(lambda: dossiers.note("authority") != wide)

    assert not wide.startswith(authority.text())
    assert dossiers.note("authority").startswith(f"{authority.text()} · ")
    assert "theo thủ tục" in dossiers.note("authority")


def _at_the_commune(clerk: AtDossiers) -> None:
    clerk.what(procedure=_OF_ANY_COMMUNE)
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.enter(*_PERSON)


def _correct_the_commune(clerk: AtDossiers, fragment: str) -> None:
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.page._desk.way.bring(part(clerk.window, FieldEdit, "commune"))
    clerk.enter(fragment)
