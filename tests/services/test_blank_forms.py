"""Blank sheets for a day without power: each has a number of its own, in the shape that later entry takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.later import sheet_number
from kt1desk.printing.templates import document_of
from kt1desk.printing.validation import validate
from kt1desk.services.blank_forms import BLANK_FORMS, FOR_VIEW, BlankForms
from kt1desk.services.register_views import VIEWS
from tests.printing.samples import said
from tests.support.desks import Counter, counter
from tests.support.reversals import refusal


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter(tmp_path_factory.mktemp("blank")) as made:
        yield made


def forms(desk: Counter) -> BlankForms:
    return BlankForms(desk.store, desk.reference, desk.clock, PaperFit())


def test_every_register_has_its_blank_sheet_and_every_sheet_a_title(desk: Counter) -> None:
    assert set(FOR_VIEW) == set(VIEWS) - {"not_using"}
    assert set(FOR_VIEW.values()) == set(BLANK_FORMS)
    assert all(title.startswith("Tờ ghi tay") for _, title in forms(desk).titles())


@pytest.mark.parametrize("form", BLANK_FORMS)
def test_each_sheet_fits_and_says_the_number_that_later_entry_takes(desk: Counter, form: str) -> None:
    values = forms(desk).values(desk.session(), form, 3)
    pages = document_of("blank_register", 1, values).pages
    for page in pages:
        validate(page)

    numbers = [f"Số {values['number']}-{at:02d}" for at in (1, 2, 3)]
    assert [number in said(page) for number, page in zip(numbers, pages, strict=True)] == [True] * 3
    assert all("1" in [text.text for text in page.texts() if text.field == "line_at"] for page in pages)
    assert sheet_number(f"{values['number']}-03/15") == f"{values['number']}-03/15"


def test_they_are_printed_without_a_shift_and_without_an_event(desk: Counter) -> None:
    with desk.store.read() as reader:
        before = reader.event_count()
    job = forms(desk).print(desk.session(), "blank_handing", 2)
    with desk.store.read() as reader:
        paper, after = reader.paper(job), reader.event_count()

    assert (paper.template, paper.role, before) == ("blank_register", "receipt", after)


@pytest.mark.parametrize(
    ("form", "sheets", "code"),
    [
        ("nothing", 1, "blank.unknown"),
        ("blank_items", 0, "blank.sheets"),
        ("blank_items", 21, "blank.sheets"),
    ],
)
def test_another_form_and_too_many_sheets_are_refused(
    desk: Counter, form: str, sheets: int, code: str
) -> None:
    with pytest.raises(DeskError) as caught:
        forms(desk).print(desk.session(), form, sheets)

    assert caught.value.code == code


def test_who_reads_no_books_prints_none(desk: Counter) -> None:
    session = desk.session()
    postman = replace(session, actor=replace(session.actor, roles=frozenset()))

    assert refusal(lambda: forms(desk).print(postman, "blank_items", 1)).code == "user.not_allowed"


@pytest.mark.parametrize("form", BLANK_FORMS)
def test_only_sheets_of_acceptances_promise_later_entry(desk: Counter, form: str) -> None:
    (page,) = document_of("blank_register", 1, forms(desk).values(desk.session(), form, 1)).pages

    assert ("Ctrl+B" in " ".join(said(page))) == (form in {"blank_items", "blank_dossiers"})
