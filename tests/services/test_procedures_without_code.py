"""A procedure whose code nobody has published: it is found, accepted, listed and shown, and no paper shows the desk's key for a code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.domain.procedure import ListedPaper, local_key
from kt1desk.printing.templates import check_fit, document_of
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.parking import Aside
from kt1desk.services.wording_tthc import procedure_words
from kt1desk.store.drafts import ParkedDrafts
from tests.support.desks import Counter
from tests.support.dossiers import made_up, ordinary_dossier

NAME = "Cấp bản sao gia phả dòng họ"
KEY = local_key(NAME)


@pytest.fixture
def draft(desk: Counter) -> DossierDraft:
    """Of the procedure without a code, which the desk knows."""
    with desk.store.work() as work:
        work.put_procedures([made_up(KEY, NAME, papers=(ListedPaper("1", "Đơn", originals=1),))])
        work.commit()
    return replace(ordinary_dossier(), procedure=KEY, papers=ordinary_dossier().papers[:1])


def test_a_case_of_it_is_accepted_and_its_event_names_it_by_key_and_name(
    desk: Counter, draft: DossierDraft
) -> None:
    found = desk.finder.procedures("gia pha", desk.shifts.proposed_date())
    fact = read_dossier_accepted(desk.accept_dossier(draft).event)

    assert [row.code for row in found] == [KEY]
    assert (fact.procedure, fact.procedure_name) == (KEY, NAME)


def test_slip_and_label_say_that_there_is_no_code_and_never_the_key(
    desk: Counter, draft: DossierDraft
) -> None:
    desk.accept_dossier(replace(draft, seal="NP-2026-000123"))

    papers = [paper for paper in desk.papers_of() if paper.template.startswith("dossier_")]
    said = {
        paper.template: " ".join(
            text.text
            for part in document_of(paper.template, 1, paper.values).parts
            for page in part
            for text in page.texts()
        )
        for paper in papers
    }
    assert set(said) == {"dossier_slip", "dossier_label"}
    assert all("chưa có mã" in words for words in said.values())
    assert not any(KEY in words or KEY[3:] in words for words in said.values())


def test_a_seal_of_eighteen_digits_has_room_beside_these_words_on_the_label(
    desk: Counter, draft: DossierDraft
) -> None:
    desk.accept_dossier(replace(draft, seal="8" * 18))

    label = next(paper for paper in desk.papers_of() if paper.values.get("seal"))
    check_fit(label.template, 1, label.values)


def test_a_case_laid_aside_is_titled_by_its_name(desk: Counter, draft: DossierDraft) -> None:
    aside = Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock)

    aside.park_dossier(desk.session(), draft)
    aside.park_dossier(desk.session(), replace(draft, procedure=local_key("Tên khác")))

    titles = [row.title for row in aside.dossiers(desk.session())]
    assert [NAME in title for title in titles] == [False, True]
    assert "chưa có mã" in titles[0]


def test_the_screen_names_it_without_a_code_and_others_with_theirs() -> None:
    assert procedure_words(KEY, NAME) == "Cấp bản sao gia phả dòng họ (chưa có mã)"
    assert procedure_words("1.001612", NAME) == "1.001612 Cấp bản sao gia phả dòng họ"
