"""How a paper is called in a list: every kind by its own name, a reprint by its number."""

from __future__ import annotations

from kt1desk.desktop.models.paper_rows import paper_name
from kt1desk.domain.print_job import PrinterRole, numbered_apart
from kt1desk.printing.templates import TEMPLATES
from tests.support.setup_fakes import paper_row

NOTICE = {"template": "applicant_notice", "role": PrinterRole.RECEIPT.value}


def _called(template: str, role: PrinterRole) -> str:
    return paper_name(paper_row(1, template=template, role=role.value))


def test_every_paper_that_can_be_printed_has_a_name_of_its_own_whatever_printer_it_is_for() -> None:
    templates = {name for name, _version in TEMPLATES}

    names = {template: {_called(template, role) for role in PrinterRole} for template in templates}

    assert [template for template, called in names.items() if len(called) > 1] == []
    assert len(set().union(*names.values())) == len(templates)


def test_the_notice_to_an_applicant_is_no_slip_and_its_original_is_no_reprint() -> None:
    copy, values = numbered_apart(43, {"told": "Hồ sơ cần bổ sung"})

    original = paper_name(paper_row(1, copy=copy, values=dict(values), **NOTICE))
    again = paper_name(paper_row(1, copy=copy + 1, values=dict(values), **NOTICE))

    assert (original, again) == ("Phiếu báo", "Phiếu báo, in lại 1")
