"""Every document the desk can print, by name and version."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.printing.document import Document
from kt1desk.printing.layout import Page
from kt1desk.printing.paper import Paper
from kt1desk.printing.templates import (
    applicant_notice,
    bag_tag,
    blank_register,
    cash_record,
    complaint_answer,
    custody_certificate,
    dossier_label,
    dossier_slip,
    handover_record,
    handover_slip,
    incident_record,
    kt1_label,
    kt1_receipt,
    manifest,
    queued_report,
    remittance_list,
    result_book,
    result_receipt,
    reversal_slip,
    round_list,
    shift_report,
    statement,
    test_page,
    test_page_1,
    test_sheet,
    visit_list,
)
from kt1desk.printing.templates.base import Build, Template
from kt1desk.printing.templates.kt1_label import KT1LabelValues
from kt1desk.printing.templates.kt1_receipt import KT1ReceiptValues
from kt1desk.printing.templates.labels import bags, items
from kt1desk.printing.templates.rolls import dossier_slip as roll_dossier_slip
from kt1desk.printing.templates.rolls import kt1_receipt as roll_kt1_receipt
from kt1desk.printing.templates.rolls import result_receipt as roll_result_receipt
from kt1desk.printing.templates.rolls import reversal_slip as roll_reversal_slip
from kt1desk.printing.templates.test_page import TestPageValues
from kt1desk.printing.validation import validate

_LAYOUTS: Mapping[tuple[str, int], Mapping[Paper, Build]] = MappingProxyType(
    {
        (kt1_label.NAME, 1): items.KT1_LAYOUTS,
        (dossier_label.NAME, 1): items.DOSSIER_LAYOUTS,
        (bag_tag.NAME, 1): bags.BAG_LAYOUTS,
        (kt1_receipt.NAME, 1): {Paper.ROLL_80: roll_kt1_receipt.build},
        (dossier_slip.NAME, 1): {Paper.ROLL_80: roll_dossier_slip.build},
        (result_receipt.NAME, 1): {Paper.ROLL_80: roll_result_receipt.build},
        (reversal_slip.NAME, 1): {Paper.ROLL_80: roll_reversal_slip.build},
        (test_page.NAME, test_page.VERSION): test_page.LAYOUTS,
    }
)
"""Layouts for other paper than the usual one, by name and version."""
TEMPLATES: Mapping[tuple[str, int], Template] = MappingProxyType(
    {
        (template.name, template.version): replace(
            template, layouts=_LAYOUTS.get((template.name, template.version), template.layouts)
        )
        for template in (
            kt1_label.TEMPLATE,
            kt1_receipt.TEMPLATE,
            dossier_slip.TEMPLATE,
            dossier_label.TEMPLATE,
            reversal_slip.TEMPLATE,
            manifest.TEMPLATE,
            bag_tag.TEMPLATE,
            round_list.TEMPLATE,
            incident_record.TEMPLATE,
            custody_certificate.TEMPLATE,
            statement.TEMPLATE,
            handover_slip.TEMPLATE,
            blank_register.TEMPLATE,
            applicant_notice.TEMPLATE,
            complaint_answer.TEMPLATE,
            handover_record.TEMPLATE,
            remittance_list.TEMPLATE,
            result_book.TEMPLATE,
            result_receipt.TEMPLATE,
            visit_list.TEMPLATE,
            shift_report.TEMPLATE,
            cash_record.TEMPLATE,
            queued_report.TEMPLATE,
            queued_report.TEMPLATE_OF_CASES,
            test_page_1.TEMPLATE,
            test_page.TEMPLATE,
            test_sheet.TEMPLATE,
        )
    }
)
ROLL_TEMPLATES = frozenset(
    name for (name, _), template in TEMPLATES.items() if Paper.ROLL_80 in template.layouts
)
"""What a printer with a roll of 80 mm can take."""
_LAST_COPY = 99
_WIDEST_TIME = "00:00 00/00/0000"


def document_of(
    name: str, version: int, values: Mapping[str, str], copy: int = 1, paper: Paper = Paper.USUAL
) -> Document:
    """Lay a document out and prove every page.

    Args:
        name: name of the template.
        version: its version.
        values: the texts, as committed with the event.
        copy: 1 for the original; a higher copy is marked IN LẠI.
        paper: what lies in the printer. Without a layout of its own for it the usual pages come back, as large as they are.

    Raises:
        DeskError: ``paper.template_unknown``, ``paper.value_unknown``, ``paper.value_missing``, ``paper.letter_only``,
            ``paper.barcode_value``, ``paper.character_not_printable`` or ``paper.text_does_not_fit`` with the field.
    """
    template = TEMPLATES.get((name, version))
    if template is None:
        raise DeskError("paper.template_unknown", name=name, version=version)
    document = template.build_for(paper)(values, copy)
    for page in document.pages:
        validate(page)
    return document


def layout_of(
    name: str, version: int, values: Mapping[str, str], copy: int = 1, paper: Paper = Paper.USUAL
) -> Page:
    """The page of a document that has one page only, as every label; see `document_of`."""
    (page,) = document_of(name, version, values, copy, paper).pages
    return page


def preview_of(name: str, version: int, values: Mapping[str, str], paper: Paper = Paper.USUAL) -> Page:
    """The page before its event is there: the widest reference stands where the true one will.

    Raises:
        DeskError: like `layout_of`.
    """
    template = TEMPLATES.get((name, version))
    return layout_of(name, version, {**(template.widest if template else {}), **values}, paper=paper)


def check_fit(template_name: str, version: int, values: Mapping[str, str]) -> None:
    """Prove before the commit that the usual paper will come out, original and any reprint.

    Paper that lies in a printer is proved when the job is made: an acceptance is not refused because of a roll.
    What only the commit knows (reference and hash of the event) may be left out: the widest text stands in.

    Raises:
        DeskError: like `layout_of`.
    """
    template = TEMPLATES.get((template_name, version))
    widest = template.widest if template else {}
    filled = {**values, **{key: text for key, text in widest.items() if not values.get(key)}}
    document_of(template_name, version, filled)
    if template_name not in {test_page.NAME, test_sheet.NAME}:
        document_of(template_name, version, {**filled, "reprinted_at": _WIDEST_TIME}, _LAST_COPY)


__all__ = [
    "ROLL_TEMPLATES",
    "TEMPLATES",
    "KT1LabelValues",
    "KT1ReceiptValues",
    "Template",
    "TestPageValues",
    "check_fit",
    "document_of",
    "layout_of",
    "preview_of",
]
