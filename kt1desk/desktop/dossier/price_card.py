"""The price on the dossier page: what the draft comes to, leg by leg and in its three sums; before the next case the sums of the last.

It must not know any price.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kt1desk.desktop.forms.accept_dossier_side import Ui_DossierSide
from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.widgets import MoneyRow, Role
from kt1desk.domain.dossier import Direction, DossierPayment
from kt1desk.domain.facts import Leg, Sums
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.wording_tthc import dossier_payment_name, zone_name

_NO_PRICE = "Cước hiện khi có cơ quan, xã và khối lượng"
_PRICE, _TAKEN = "Cước", "Hồ sơ vừa nhận"
_WAYS = {Direction.SEND.value: "Gửi", Direction.RETURN.value: "Trả"}
_TARIFFS = {"sample_tariff": "bảng giá mẫu", "maximum_tariff": "giá tối đa TT 22"}


class PriceCard:
    """A card of the right column."""

    def __init__(self, ui: Ui_DossierSide) -> None:
        self._ui = ui
        self._taken: tuple[str, Sums, DossierPayment] | None = None
        ui.price_empty.show_note(_NO_PRICE)

    def keep_taken(self, dossier: str, sums: Sums, payment: DossierPayment) -> None:
        """What was accepted last: its money is counted after its form is empty, so its sums stay until `forget_taken`."""
        self._taken = (dossier, sums, payment)

    def forget_taken(self) -> None:
        """The next case has begun."""
        self._taken = None

    def show(self, draft: DossierDraft, quote: DossierQuote) -> None:
        """What a draft comes to, or what the last case came to."""
        ui = self._ui
        ui.price_title.setText(_TAKEN if self._taken is not None else _PRICE)
        ui.price_empty.setVisible(not quote.legs and self._taken is None)
        if self._taken is not None:
            dossier, sums, payment = self._taken
            ui.price_note.show_note(dossier)
            ui.price.show_price(_sum_rows(sums), _total_row(payment, f"{dong(sums.total_dong)} đ"))
            return
        tariff = next((words for flag, words in _TARIFFS.items() if flag in quote.flags), "")
        ui.price_note.show_note(tariff, Role.WARN)
        if not quote.legs:
            ui.price.show_price((), None)
            return
        # Of one leg alone it would be read out as the price.
        is_whole = draft.form is None or len(quote.legs) == len(draft.form.directions)
        amount = f"{dong(quote.sums.total_dong)} đ" if is_whole else "–"
        parts = _sum_rows(quote.sums)
        legs = _leg_rows(quote.legs)
        if parts:
            legs = [replace(row, detail=True) for row in legs]
        ui.price.show_price((*legs, *parts), _total_row(draft.payment, amount))


def _leg_rows(legs: Sequence[Leg]) -> list[MoneyRow]:
    rows = [
        MoneyRow(f"{_WAYS[leg.direction]} · {zone_name(leg.zone)}", dong(leg.price_dong + leg.reduced_dong))
        for leg in legs
    ]
    reduced = sum(leg.reduced_dong for leg in legs)
    return [*rows, MoneyRow("Miễn, giảm", f"-{dong(reduced)}")] if reduced else rows


def _total_row(payment: DossierPayment, amount: str) -> MoneyRow:
    return MoneyRow(dossier_payment_name(payment), amount)


def _sum_rows(sums: Sums) -> list[MoneyRow]:
    """The three sums stand apart; without fees there is only the post's own."""
    if not sums.collected_dong:
        return []
    rows = [
        MoneyRow("Cước hồ sơ", dong(sums.postage_dong), Role.BODY),
        MoneyRow("Phí, lệ phí thu hộ", dong(sums.collected_dong), Role.BODY),
    ]
    return [*rows, MoneyRow("Cước chuyển phí", dong(sums.pass_on_dong), Role.BODY)]
