"""Papers of custody and cases as use cases queue them: one head for all, fit-checked before the transaction, proved by the event in it.

This module must not know why something moves.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.print_job import PrinterRole, numbered_apart
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.applicant_notice_paper import APPLICANT_NOTICE, APPLICANT_NOTICE_VERSION
from kt1desk.services.bag_tag_paper import BAG_TAG, BAG_TAG_VERSION
from kt1desk.services.certificate_paper import CERTIFICATE, CERTIFICATE_VERSION
from kt1desk.services.complaint_answer_paper import COMPLAINT_ANSWER, COMPLAINT_ANSWER_VERSION
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.handover_paper import HANDOVER_SLIP, HANDOVER_SLIP_VERSION, HandoverThing
from kt1desk.services.handover_record_paper import HANDOVER_RECORD, HANDOVER_RECORD_VERSION
from kt1desk.services.incident_paper import INCIDENT_RECORD, INCIDENT_RECORD_VERSION
from kt1desk.services.manifest_paper import MANIFEST, MANIFEST_VERSION
from kt1desk.services.paper_head import PaperHead
from kt1desk.services.ports import Documents, PaperDraft, Work
from kt1desk.services.remittance_paper import REMITTANCE_LIST, REMITTANCE_LIST_VERSION
from kt1desk.services.result_book_paper import RESULT_BOOK, RESULT_BOOK_VERSION
from kt1desk.services.result_receipt_paper import RESULT_RECEIPT, RESULT_RECEIPT_VERSION
from kt1desk.services.round_paper import ROUND_LIST, ROUND_LIST_VERSION
from kt1desk.services.shift_paper import (
    CASH_RECORD,
    CASH_RECORD_VERSION,
    SHIFT_REPORT,
    SHIFT_REPORT_VERSION,
)
from kt1desk.services.statement_paper import STATEMENT, STATEMENT_VERSION
from kt1desk.services.visit_list_paper import VISIT_LIST, VISIT_LIST_VERSION

VERSIONS: Mapping[str, int] = {
    BAG_TAG: BAG_TAG_VERSION,
    MANIFEST: MANIFEST_VERSION,
    HANDOVER_SLIP: HANDOVER_SLIP_VERSION,
    ROUND_LIST: ROUND_LIST_VERSION,
    INCIDENT_RECORD: INCIDENT_RECORD_VERSION,
    CERTIFICATE: CERTIFICATE_VERSION,
    STATEMENT: STATEMENT_VERSION,
    APPLICANT_NOTICE: APPLICANT_NOTICE_VERSION,
    COMPLAINT_ANSWER: COMPLAINT_ANSWER_VERSION,
    HANDOVER_RECORD: HANDOVER_RECORD_VERSION,
    REMITTANCE_LIST: REMITTANCE_LIST_VERSION,
    RESULT_BOOK: RESULT_BOOK_VERSION,
    RESULT_RECEIPT: RESULT_RECEIPT_VERSION,
    VISIT_LIST: VISIT_LIST_VERSION,
    SHIFT_REPORT: SHIFT_REPORT_VERSION,
    CASH_RECORD: CASH_RECORD_VERSION,
}
_ROLES: Mapping[str, PrinterRole] = {BAG_TAG: PrinterRole.LABEL}
"""A tag is a label; everything else comes out of the printer of receipts."""
_BY_URGENCY = (Urgency.TIMED_EXPRESS, Urgency.EXPRESS, Urgency.TIMED, Urgency.NONE)


def paper_head(reference: ReferenceData, at: Occasion, form: str) -> PaperHead:
    """Head and foot of a paper made on an occasion."""
    return PaperHead(
        form=reference.form(form, at.on),
        point=reference.point(at.point, at.on),
        provider=str(reference.setting("provider.name", at.on).value),
        at=at.now,
        clerk=at.session.name,
        trial=at.session.desk.trial,
    )


def check_paper(documents: Documents, template: str, values: Mapping[str, str]) -> None:
    """Whether it will fit.

    Raises:
        DeskError: ``paper.text_does_not_fit``.
    """
    documents.check_fit(template, VERSIONS[template], values)


def queue_one_of_several(
    work: Work, template: str, number: str, values: Mapping[str, str], which: int
) -> int:
    """Queue an original of which ``number`` has several; ``which`` tells it from the others. Returns the number of its job."""
    copy, texts = numbered_apart(which, values)
    return queue_paper(work, template, number, texts, copy)


def queue_paper(work: Work, template: str, number: str, values: Mapping[str, str], copy: int = 1) -> int:
    """Queue it with the event it proves; ``number`` is what it is found by. Returns the number of its job."""
    role = _ROLES.get(template, PrinterRole.RECEIPT)
    return work.queue_paper(PaperDraft(role.value, template, VERSIONS[template], number, values, copy))


def most_urgent(items: tuple[HeldItem, ...]) -> Urgency:
    """The most urgent class among items."""
    found = {Urgency(item.urgency) for item in items if item.urgency}
    return next((urgency for urgency in _BY_URGENCY if urgency in found), Urgency.NONE)


def handed(item: HeldItem) -> HandoverThing:
    """An item as a slip of handover tells it: its letter, no party."""
    return HandoverThing("Bưu gửi", item.item, Secrecy(item.secrecy or Secrecy.NONE), weight_g=item.weight_g)
