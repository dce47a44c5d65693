"""The inputs of the acceptance page by the names that refusals give them, and where their sentences stand."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.widgets import FieldEdit, NoteLabel


def notes_of(ui: Ui_AcceptItemPage) -> tuple[tuple[FieldEdit, NoteLabel], ...]:
    """Inputs, and where their sentences stand."""
    return (
        (ui.number, ui.number_note),
        (ui.weight, ui.weight_note),
        (ui.agreed, ui.agreed_note),
        (ui.handed_by, ui.handed_by_note),
        (ui.sender, ui.sender_note),
        (ui.receiver, ui.receiver_note),
        (ui.other_name, ui.other_name_note),
        (ui.other_address, ui.other_address_note),
        (ui.other_province, ui.other_province_note),
    )


def fields_of(ui: Ui_AcceptItemPage, *, other: bool) -> Mapping[str, FieldEdit]:
    """Inputs by the names that refusals give them; what does not fit on the paper comes by the paper's names."""
    receiver = ui.other_name if other else ui.receiver
    return {
        "number": ui.number,
        "sender": ui.sender,
        "sender_name": ui.sender,
        "sender_address": ui.sender,
        "receiver": receiver,
        "receiver_name": receiver,
        "receiver_province": ui.other_province,
        "receiver_address": ui.other_address if other else ui.receiver,
        "route": ui.other_province if other else ui.receiver,
        "weight": ui.weight,
        "agreed_time": ui.agreed,
        "handed_by": ui.handed_by,
        "handed_in_by": ui.handed_by,
    }
