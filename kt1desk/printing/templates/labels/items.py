"""The labels of KT1 items and of the covers of dossiers on 100 × 75 and 80 × 50 mm: what each says where.

This module must not know a place on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.printing.document import Document
from kt1desk.printing.paper import Paper
from kt1desk.printing.templates.base import TRIAL_TEXT, Build, read_values, reprint_text
from kt1desk.printing.templates.dossier_label import TO_AUTHORITY, DossierLabelValues, procedure_and_seal
from kt1desk.printing.templates.entered_later import later_text
from kt1desk.printing.templates.kt1_label import KT1LabelValues
from kt1desk.printing.templates.labels.large import large_label
from kt1desk.printing.templates.labels.parts import ItemLabel, Party
from kt1desk.printing.templates.labels.small import small_label
from kt1desk.printing.templates.said import Said


def kt1_item(raw: Mapping[str, str], copy: int) -> ItemLabel:
    """What the label of a KT1 item says.

    Raises:
        DeskError: like `read_values`, and ``paper.letter_only``.
    """
    values = read_values(KT1LabelValues, raw)
    return ItemLabel(
        mark=Said("service", "KT1"),
        plain="BƯU GỬI KT1",
        letter=values.letter,
        urgency=values.urgency,
        route=values.route,
        agreed=f"Phát lúc {values.agreed_time}" if values.agreed_time else "",
        detail="" if values.agreed_time else values.route_detail,
        number=Said("number", values.number),
        matrix=f"{values.number} {values.event_ref}",
        event_ref=values.event_ref,
        named=(),
        sender=Party(
            "Gửi", Said("sender_name", values.sender_name), Said("sender_address", values.sender_address)
        ),
        receiver=Party(
            "Nhận",
            Said("receiver_name", values.receiver_name),
            Said("receiver_address", values.receiver_address),
        ),
        weight=values.weight,
        accepted_at=values.accepted_at,
        point=values.point,
        again=reprint_text(copy, values.reprinted_at),
        trial=TRIAL_TEXT if values.trial else "",
        entered=later_text(values.entered_at),
    )


def dossier_item(raw: Mapping[str, str], copy: int) -> ItemLabel:
    """What the label of one leg of a dossier says; of an applicant who sends, the commune alone.

    Raises:
        DeskError: like `read_values`.
    """
    values = read_values(DossierLabelValues, raw)
    where = (
        Said("from_commune", values.from_commune)
        if values.direction == TO_AUTHORITY
        else Said("from_address", values.from_address)
    )
    return ItemLabel(
        mark=Said("heading", values.heading),
        plain="",
        letter="",
        urgency="",
        route=values.route,
        agreed="",
        detail=values.route_detail,
        number=Said("item", values.item),
        matrix=f"{values.item} {values.event_ref}",
        event_ref=values.event_ref,
        named=(Said(*procedure_and_seal(values)), Said("number", values.number)),
        sender=Party("Gửi", Said("from_name", values.from_name), where),
        receiver=Party("Nhận", Said("to_name", values.to_name), Said("to_address", values.to_address)),
        weight=values.weight,
        accepted_at=values.accepted_at,
        point=values.point,
        again=reprint_text(copy, values.reprinted_at),
        trial=TRIAL_TEXT if values.trial else "",
        entered=later_text(values.entered_at),
    )


def _kt1_large(raw: Mapping[str, str], copy: int) -> Document:
    return Document.of_page(large_label(kt1_item(raw, copy)))


def _kt1_small(raw: Mapping[str, str], copy: int) -> Document:
    return Document.of_page(small_label(kt1_item(raw, copy)))


def _dossier_large(raw: Mapping[str, str], copy: int) -> Document:
    return Document.of_page(large_label(dossier_item(raw, copy)))


def _dossier_small(raw: Mapping[str, str], copy: int) -> Document:
    return Document.of_page(small_label(dossier_item(raw, copy)))


KT1_LAYOUTS: Mapping[Paper, Build] = {Paper.LABEL_100_75: _kt1_large, Paper.LABEL_80_50: _kt1_small}
DOSSIER_LAYOUTS: Mapping[Paper, Build] = {
    Paper.LABEL_100_75: _dossier_large,
    Paper.LABEL_80_50: _dossier_small,
}
