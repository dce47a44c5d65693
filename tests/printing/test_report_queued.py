"""A report in the print queue: the same paper as the file, marked when it comes again, refused where it is none."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import Table
from kt1desk.printing.payload import payload_for
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.templates import document_of
from kt1desk.printing.templates.queued_report import queued_values
from kt1desk.printing.templates.report import report_pdf
from tests.printing.profiles import NOW_MS
from tests.printing.report_samples import ISSUED, QUEUED, REPORTS, TINY, report

PRINTED = "14:32 23/11/2026"


@pytest.mark.parametrize(("issued", "trial"), [(ISSUED, False), (None, False), (ISSUED, True)])
def test_a_report_that_waited_in_the_queue_is_the_same_paper(issued: Issued | None, trial: bool) -> None:
    of = REPORTS["charts"]

    pages = document_of("report", 1, queued_values(of, issued, PRINTED, trial=trial)).pages

    assert pages_pdf(pages) == report_pdf(of, issued, PRINTED, trial=trial)


def test_a_report_printed_again_says_so_on_every_page() -> None:
    values = {**queued_values(REPORTS["wide"], ISSUED, PRINTED), "reprinted_at": "15:00 24/11/2026"}

    pages = document_of("report", 1, values, copy=2).pages

    assert all("IN LẠI 1 15:00 24/11/2026" in {text.text for text in page.texts()} for page in pages)


@pytest.mark.parametrize(
    ("field", "text"), [("report", "{}"), ("report", ""), ("revision", "hai"), ("issued_on", "hôm nay")]
)
def test_a_job_that_holds_no_report_is_refused_by_its_field(field: str, text: str) -> None:
    with pytest.raises(DeskError) as refusal:
        document_of("report", 1, {**QUEUED, field: text})

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", field)


def test_a_report_of_hundreds_of_pages_is_no_job() -> None:
    long = Table("Bưu gửi", TINY.columns, TINY.rows * 15_000)

    with pytest.raises(DeskError) as refusal:
        queued_values(report(long), ISSUED, PRINTED)

    assert (refusal.value.code, refusal.value.field) == ("paper.text_does_not_fit", "report")


@pytest.mark.parametrize(("width", "height", "takes"), [(210, 297, True), (148, 210, False)])
def test_an_a4_printer_takes_a_report_from_the_queue_and_a_smaller_one_says_what_is_needed(
    width: int, height: int, takes: bool
) -> None:
    values = queued_values(REPORTS["wide"], ISSUED, PRINTED)
    job = PrintJob("1", "k", "report", 1, values, 1, PrinterRole.RECEIPT, JobState.QUEUED, NOW_MS)
    link, stock = Link(PortKind.SYSTEM, "Office"), Stock(width, height)
    printer = PrinterProfile("page", "Máy in A4", PrinterRole.RECEIPT, Language.SYSTEM, link, stock)

    if takes:
        assert payload_for(job, printer).data == report_pdf(REPORTS["wide"], ISSUED, PRINTED)
    else:
        with pytest.raises(DeskError) as refusal:
            payload_for(job, printer)
        assert refusal.value.code == "printer.paper_too_small"
