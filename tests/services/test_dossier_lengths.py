"""The longest list and the longest published names: the case is taken, its event holds them, its papers come out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import MAX_BODY_BYTES
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import GENESIS, seal
from kt1desk.domain.facts import Leg, Sums, read_dossier_accepted
from kt1desk.domain.facts.dossiers import MAX_PAPER_NAME
from kt1desk.domain.procedure import ListedPaper, Procedure
from kt1desk.printing.templates import document_of
from kt1desk.services.dossier_facts import MAX_NAME_BYTES, MAX_NAME_ON_PAPER
from kt1desk.services.dossier_figures import MAX_RECEIPT
from kt1desk.services.dossier_papers import MOST_PAPERS
from kt1desk.services.parties import MAX_NAME
from tests.domain.test_dossier_events import WHOLE, taken_over
from tests.support.desks import Counter
from tests.support.dossiers import made_up, ordinary_dossier
from tests.support.taken_dossiers import slip

CODE = "9.100009"
WORDS = "Xác định, xác định lại mức độ khuyết tật và cấp đổi giấy xác nhận khuyết tật "
LONGEST = (WORDS * 15)[:1_094].strip()
"""As long as the longest name of the national catalogue."""


def in_force(desk: Counter, procedure: Procedure) -> None:
    with desk.store.work() as work:
        work.put_procedures([procedure])
        work.commit()


def brought(count: int) -> tuple[PaperLine, ...]:
    return tuple(PaperLine(str(at), "", originals=99, plain=99) for at in range(1, count + 1))


def with_list_of(count: int) -> Procedure:
    name = "WẪM " * 60
    return made_up(CODE, "Thủ tục", papers=tuple(ListedPaper(str(at), name) for at in range(1, count + 1)))


def test_the_longest_published_name_stands_whole_in_the_event_and_begun_on_the_slip(desk: Counter) -> None:
    in_force(desk, made_up(CODE, LONGEST, papers=(ListedPaper("1", "Đơn"),)))

    taken = desk.accept_dossier(replace(ordinary_dossier(), procedure=CODE, papers=brought(1)))

    assert read_dossier_accepted(taken.event).procedure_name == LONGEST
    begun, end = slip(desk)["procedure_name"][:-1], slip(desk)["procedure_name"][-1]
    assert LONGEST.startswith(f"{begun} ")
    assert (end, MAX_NAME_ON_PAPER - 20 < len(begun) < MAX_NAME_ON_PAPER) == ("…", True)


def test_a_longest_published_name_is_cut_at_a_word_for_the_list_and_the_case_goes_through(
    desk: Counter,
) -> None:
    long = "Văn bản chứng minh " * 60
    procedure = made_up(CODE, "Thủ tục có tên dài " * 60, papers=(ListedPaper("1", long),))
    in_force(desk, procedure)

    quote = desk.dossiers.quote(
        desk.session(),
        replace(ordinary_dossier(), procedure=CODE, papers=(PaperLine("1", "", originals=1),)),
    )

    assert [problem.code for problem in quote.problems] == []
    assert len(quote.papers[0].name) <= 160
    assert quote.papers[0].name.endswith((" Văn…", " bản…", " chứng…", " minh…"))


def test_a_name_wider_than_the_event_is_cut_at_a_word_and_the_case_is_taken(desk: Counter) -> None:
    widest = "Ữữữ " * 300
    in_force(desk, made_up(CODE, widest.strip(), papers=(ListedPaper("1", "Đơn"),)))

    taken = desk.accept_dossier(replace(ordinary_dossier(), procedure=CODE, papers=brought(1)))

    kept = read_dossier_accepted(taken.event).procedure_name
    assert kept.endswith(" Ữữữ…")
    assert MAX_NAME_BYTES - 20 < len(canonical.encode(kept, MAX_BODY_BYTES)) <= MAX_NAME_BYTES


@pytest.mark.parametrize("letter", ["Ữ", "…", '"', "\\"])
def test_what_stands_beside_the_name_in_the_event_never_needs_its_room(letter: str) -> None:
    most_dong = 10**12
    leg = Leg("RX473124829VN", "return", "lien_huyen", 99_999_999, most_dong, most_dong, "2026-12-31")
    fact = replace(
        WHOLE,
        dossier="240000-261123-65535-999999",
        authority="X" * 40,
        authority_name=letter * MAX_NAME,
        receipt_number=letter * MAX_RECEIPT,
        official="X" * 40,
        legs=(leg, leg),
        sums=Sums(most_dong, most_dong, most_dong),
        papers=999,
        documents=99_999,
        procedure_name="",
    )
    beside = dict.fromkeys(("applicant", "proxy", "delivery", "proof"), "0" * 64)

    written = seal(GENESIS, taken_over().envelope, {**fact.body(), "beside": beside}).body_bytes

    assert 1_000 < len(written) <= MAX_BODY_BYTES - MAX_NAME_BYTES


def test_the_longest_list_of_the_widest_names_comes_out_with_every_line(desk: Counter) -> None:
    in_force(desk, with_list_of(MOST_PAPERS))
    draft = replace(ordinary_dossier(), procedure=CODE, papers=brought(MOST_PAPERS))

    desk.accept_dossier(draft)

    values = slip(desk)
    first, second = document_of("dossier_slip", 1, values).parts
    said = [text.text for page in first for text in page.texts()]
    assert [said.count(str(at)) for at in range(1, MOST_PAPERS)] == [1] * (MOST_PAPERS - 1)
    assert len(first) == len(second) == 10
    assert MAX_PAPER_NAME - 10 < len(values[f"paper_{MOST_PAPERS}_name"]) <= MAX_PAPER_NAME


def test_one_line_more_is_refused_before_anything_is_written(desk: Counter) -> None:
    in_force(desk, with_list_of(MOST_PAPERS + 1))
    draft = replace(ordinary_dossier(), procedure=CODE, papers=brought(MOST_PAPERS + 1))

    problems = desk.dossiers.quote(desk.session(), draft).problems

    assert [(problem.code, problem.details) for problem in problems] == [
        ("dossier.too_many_papers", {"limit": MOST_PAPERS})
    ]


def test_the_label_names_the_point_and_its_code(desk: Counter) -> None:
    desk.accept_dossier()

    labels = [paper.values for paper in desk.papers_of() if paper.template == "dossier_label"]
    assert {values["point"] for values in labels} == {"Bưu điện trung tâm tỉnh Lạng Sơn – 240000"}
