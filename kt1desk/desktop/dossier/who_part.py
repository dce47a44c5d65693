"""Who applies, and where the result goes: person or organisation, identity, address. A scanned card fills what it says.

It must not know who hands the dossier in for him, nor which authority it is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.place_fields import PlaceFields, PlaceInputs
from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, note_spot, of_choice
from kt1desk.desktop.dossier_needs import CardView, DossierNeeds, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_who import Ui_DossierWho
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import Choice
from kt1desk.domain.dossier import ApplicantKind
from kt1desk.domain.kt1 import Place
from kt1desk.services.dossier_drafts import Applicant, DossierDraft

_KINDS = (
    Choice(ApplicantKind.PERSON.value, "Cá nhân", "1"),
    Choice(ApplicantKind.ORGANISATION.value, "Tổ chức", "2"),
)
_PLACES = (Choice(Place.COUNTER.value, "Tại quầy", "1"), Choice(Place.ADDRESS.value, "Tại địa chỉ", "2"))


class WhoPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierWho, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._ui = ui
        self._visit = ""
        self.home = PlaceFields(PlaceInputs(ui.address, ui.commune, ui.district), page, jobs, needs)
        self.home.edited.connect(self.edited)
        self.home.settled.connect(self.settled)
        for segments, choices in ((ui.kind, _KINDS), (ui.place, _PLACES)):
            segments.set_choices(choices)
            segments.chosen.connect(self.arrange)
            segments.chosen.connect(self.edited)
        for field, note in (
            (ui.identity, ui.identity_note),
            (ui.tax_code, ui.identity_note),
            (ui.name, ui.name_note),
            (ui.phone, ui.phone_note),
            (ui.address, ui.address_note),
            (ui.commune, ui.commune_note),
        ):
            field.attach_note(note)
        for field in (ui.identity, ui.tax_code, ui.name, ui.phone):
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)
        self.clear()

    def clear(self) -> None:
        """Nobody."""
        ui = self._ui
        for field in (ui.identity, ui.tax_code, ui.name, ui.phone):
            field.clear()
            field.show_idle()
        self.home.clear()
        self._visit = ""
        ui.kind.set_value(ApplicantKind.PERSON.value)
        ui.place.set_value(Place.COUNTER.value)
        self.arrange()

    def is_empty(self) -> bool:
        """Whether nothing was put in."""
        ui = self._ui
        fields = (ui.identity, ui.tax_code, ui.name, ui.phone, ui.address, ui.commune)
        return not any(field.text() for field in fields)

    def arrange(self) -> None:
        """Show the inputs of a person, or of an organisation."""
        ui, person = self._ui, not self.is_organisation()
        ui.identity.setVisible(person)
        ui.tax_code.setVisible(not person)
        ui.identity_label.setText("Số CCCD" if person else "Mã số thuế")
        ui.identity_label.setBuddy(ui.identity if person else ui.tax_code)
        ui.name_label.setText("Họ và tên" if person else "Tên")
        ui.says_kind.show_note("tổ chức" if person else "cá nhân")
        at_counter = ui.place.value() != Place.ADDRESS.value
        ui.says_place.show_note("nhận tại địa chỉ" if at_counter else "nhận tại quầy")

    def is_organisation(self) -> bool:
        """Whether an organisation applies."""
        return self._ui.kind.value() == ApplicantKind.ORGANISATION.value

    def is_at_address(self) -> bool:
        """Whether it is received at the applicant's address."""
        return self._ui.place.value() == Place.ADDRESS.value

    def toggle_kind(self) -> None:
        """Person or organisation; what was typed stays for both."""
        other = ApplicantKind.PERSON if self.is_organisation() else ApplicantKind.ORGANISATION
        self._ui.kind.set_value(other.value)
        self.arrange()
        self.edited.emit()

    def toggle_place(self) -> None:
        """At the counter, or at the applicant's address (QĐ 45/2016, Điều 6)."""
        at_counter = self._ui.place.value() == Place.COUNTER.value
        self._ui.place.set_value((Place.ADDRESS if at_counter else Place.COUNTER).value)
        self.arrange()
        self.edited.emit()

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`. What belongs to the other kind of applicant stays in its input and out of the draft."""
        ui, organisation = self._ui, self.is_organisation()
        applicant = Applicant(
            kind=ApplicantKind(ui.kind.value() or "person"),
            name=" ".join(ui.name.text().split()),
            identity="" if organisation else ui.identity.text().strip(),
            tax_code=ui.tax_code.text().strip() if organisation else "",
            phone=ui.phone.text().strip(),
            residence=self.home.residence(),
        )
        place = Place(ui.place.value() or "counter")
        return replace(
            draft, applicant=applicant, place=place, visit=self._visit if place is Place.ADDRESS else ""
        )

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's applicant in."""
        ui, applicant = self._ui, opened.draft.applicant
        ui.kind.set_value(applicant.kind.value)
        ui.place.set_value(opened.draft.place.value)
        self._visit = opened.draft.visit
        ui.identity.setText(applicant.identity)
        ui.tax_code.setText(applicant.tax_code)
        ui.name.setText(applicant.name)
        ui.phone.setText(applicant.phone)
        self.home.put(applicant.residence, opened.place)
        self.arrange()

    def take_card(self, card: CardView) -> None:
        """What the card says replaces what was typed, and a name that differed is named."""
        ui, before = self._ui, self._ui.name.text().strip()
        ui.identity.setText(card.identity)
        ui.identity.show_done("Đọc từ thẻ: xem mặt người với thẻ")
        ui.name.setText(card.name)
        if before and before.casefold() != card.name.casefold():
            ui.name.show_warning(f"Thay «{before}» bằng tên trên thẻ")
        else:
            ui.name.show_done()
        ui.address.setText(card.address)
        ui.address.show_idle("Nơi thường trú trên thẻ; sửa nếu ở nơi khác")
        ui.address.setCursorPosition(0)
        if card.place is not None:
            self.home.put_place(card.place)
        self.edited.emit()
        self.settled.emit()

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        return of_choice(self.home.choice)

    def steps(self) -> tuple[Step, ...]:
        """See `Part`."""
        ui = self._ui
        return (
            Step(ui.kind, lambda: False),
            Step(ui.place, lambda: False),
            Step(ui.identity, lambda: not ui.identity.text().strip()),
            Step(ui.tax_code, lambda: not ui.tax_code.text().strip()),
            Step(ui.name, lambda: not ui.name.text().strip()),
            Step(ui.phone, lambda: not ui.phone.text().strip()),
            *self.home.steps(),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        ui = self._ui
        return {
            "applicant_identity": field_spot(ui.identity),
            "applicant_tax_code": field_spot(ui.tax_code),
            "applicant_name": field_spot(ui.name),
            "applicant_phone": field_spot(ui.phone),
            "applicant_address": field_spot(ui.address),
            "applicant_commune": field_spot(ui.commune),
            "applicant_district": note_spot(ui.district, ui.commune_note),
        }
