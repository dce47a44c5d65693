"""Who hands the dossier in for the applicant: an optional block. A scanned card fills it while the keyboard is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot
from kt1desk.desktop.dossier_needs import CardView, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_who import Ui_DossierWho
from kt1desk.desktop.navigation import Step, Visited
from kt1desk.services.dossier_drafts import DossierDraft, Proxy

_PUT_IN, _TAKE_OUT = "người nộp thay", "bỏ người nộp thay"


class ProxyPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierWho, page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._is_wanted = False
        self._visited = Visited()
        for field, note in (
            (ui.proxy_identity, ui.proxy_identity_note),
            (ui.proxy_name, ui.proxy_name_note),
            (ui.proxy_phone, ui.proxy_phone_note),
            (ui.authorisation, ui.authorisation_note),
        ):
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)
        self.clear()

    def clear(self) -> None:
        """The applicant is there himself."""
        ui = self._ui
        for field in (ui.proxy_identity, ui.proxy_name, ui.proxy_phone, ui.authorisation):
            field.clear()
            field.show_idle()
        self._visited.forget()
        self._want(wanted=False)

    def toggle(self) -> QWidget | None:
        """Open the block, or shut it with what stands in it kept; returns the input where the keyboard belongs."""
        self._want(wanted=not self._is_wanted)
        self.edited.emit()
        return self._ui.proxy_identity if self._is_wanted else None

    def has_focus(self) -> bool:
        """Whether the keyboard is in the block."""
        return any(field.hasFocus() for field in self._ui.proxy_block.findChildren(QWidget))

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        ui = self._ui
        if not self._is_wanted:
            return replace(draft, proxy=None)
        name = " ".join(ui.proxy_name.text().split())
        texts = (ui.proxy_identity.text(), ui.proxy_phone.text(), ui.authorisation.text())
        return replace(draft, proxy=Proxy(name, *(text.strip() for text in texts)))

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's proxy in."""
        ui, proxy = self._ui, opened.draft.proxy
        self._want(wanted=proxy is not None)
        if proxy is not None:
            ui.proxy_name.setText(proxy.name)
            ui.proxy_identity.setText(proxy.identity)
            ui.proxy_phone.setText(proxy.phone)
            ui.authorisation.setText(proxy.authorisation)

    def take_card(self, card: CardView) -> None:
        """Number and name of whoever stands at the counter."""
        ui = self._ui
        ui.proxy_identity.setText(card.identity)
        ui.proxy_identity.show_done("Đọc từ thẻ")
        ui.proxy_name.setText(card.name)
        ui.proxy_name.show_done()
        self.edited.emit()
        self.settled.emit()

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`: any text will do."""
        return ()

    def steps(self) -> tuple[Step, ...]:
        """See `Part`."""
        ui = self._ui
        return (
            Step(ui.proxy_identity, lambda: not ui.proxy_identity.text().strip()),
            Step(ui.proxy_name, lambda: not ui.proxy_name.text().strip()),
            self._visited.step(ui.proxy_phone),
            Step(ui.authorisation, lambda: not ui.authorisation.text().strip()),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        ui = self._ui
        return {
            "proxy_identity": field_spot(ui.proxy_identity),
            "proxy_name": field_spot(ui.proxy_name),
            "proxy_phone": field_spot(ui.proxy_phone),
            "proxy_authorisation": field_spot(ui.authorisation),
        }

    def _want(self, *, wanted: bool) -> None:
        self._is_wanted = wanted
        self._ui.proxy_block.setVisible(wanted)
        self._ui.says_proxy.show_note(_TAKE_OUT if wanted else _PUT_IN)
