"""The rehearsal: every form is made once and thrown away while nobody waits for it.

Qt's types and their enums become known to Python when they are first used, and icons are drawn when they are first shown; together that is
half of the time which the pages take after the log-in. This module must not know any page.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.accept_dossier_money import Ui_DossierMoney
from kt1desk.desktop.forms.accept_dossier_side import Ui_DossierSide
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.forms.accept_dossier_who import Ui_DossierWho
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.forms.accept_side import Ui_AcceptSide
from kt1desk.desktop.forms.devices import Ui_DevicesPage
from kt1desk.desktop.forms.lists import Ui_ListsPage
from kt1desk.desktop.forms.lists_side import Ui_ListsSide
from kt1desk.desktop.forms.printers import Ui_PrintersPage
from kt1desk.desktop.forms.record import Ui_RecordPage
from kt1desk.desktop.forms.record_side import Ui_RecordSide
from kt1desk.desktop.forms.shift import Ui_ShiftPage
from kt1desk.desktop.forms.today import Ui_TodayPage

_FORMS = (
    Ui_TodayPage,
    Ui_AcceptItemPage,
    Ui_AcceptSide,
    Ui_DossierWhat,
    Ui_DossierWho,
    Ui_DossierMoney,
    Ui_DossierSide,
    Ui_RecordPage,
    Ui_RecordSide,
    Ui_ListsPage,
    Ui_ListsSide,
    Ui_ShiftPage,
    Ui_PrintersPage,
    Ui_DevicesPage,
)


def rehearse() -> Iterator[None]:
    """Make each form, one at each step; in the GUI thread."""
    for form in _FORMS:
        scratch = QWidget()
        form().setupUi(scratch)  # type: ignore[no-untyped-call]
        scratch.ensurePolished()
        scratch.deleteLater()
        yield
