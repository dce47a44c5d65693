"""What a scan means on the dossier page: a card fills the applicant, a label a leg, a seal the cover, a giấy hẹn the code on it."""

from __future__ import annotations

from kt1desk.desktop.dossier.form import DossierForm
from kt1desk.desktop.dossier.way import CardWay
from kt1desk.desktop.dossier_needs import DossierNeeds
from kt1desk.desktop.half_typed import is_half_typed
from kt1desk.devices.scan_shapes import Scan, Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10


class DossierScans:
    """Takes a scan to where it belongs, and the keyboard to what is missing then."""

    def __init__(self, form: DossierForm, way: CardWay, needs: DossierNeeds) -> None:
        self._form = form
        self._way = way
        self._needs = needs

    def take(self, code: str) -> bool:
        """Use it; False where this form has no use for it.

        Raises:
            DeskError: ``number.check_digit``.
        """
        scan = classify(code)
        self._form.close_lists()  # an Enter that follows must not take a row of one
        match scan.kind:
            case Shape.CARD:
                self._take_card(scan)
            case Shape.ITEM:
                S10.parse(scan.value)
                half_typed = is_half_typed()
                self._form.money.take_number(scan.value)
                if not half_typed:  # the rest of a word would be typed into whatever comes next
                    self._way.go_on()
            case Shape.SEAL:
                self._form.money.take_seal(scan.value)
            case Shape.DOSSIER if self._form.what.official.is_given():
                self._form.what.official.put(scan.value)
            case _:
                return False
        return True

    def _take_card(self, scan: Scan) -> None:
        """Of whoever hands it in for another while the keyboard is there, else of the applicant. A card that cannot be is refused whole."""
        by_proxy = self._form.proxy.has_focus()
        try:
            card = self._needs.card(scan.raw)
        except DeskError as error:
            field = "proxy_identity" if by_proxy else "applicant_identity"
            cause = self._form.tell(DeskError(error.code, field, **error.details))
            if cause is not None:
                self._way.bring(cause)
            return
        (self._form.proxy if by_proxy else self._form.who).take_card(card)
