"""The list of papers as it is answered: counts, cases, papers by hand."""

from __future__ import annotations

from kt1desk.desktop.dossier.paper_list import MOST_OF_ONE, Kind, PaperList
from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.procedure import ListedPaper
from tests.support.dossiers import POSTABLE, made_up

CASES = made_up(
    "9.300001",
    "Thủ tục có nhiều trường hợp",
    papers=(
        ListedPaper("1", "Tờ khai", originals=1),
        ListedPaper("2", "Giấy của trường hợp một", group="một", copies=2),
        ListedPaper("3", "Giấy của trường hợp hai", group="hai", copies=2, certified=True),
    ),
)


def _asking(procedure: object = CASES) -> PaperList:
    papers = PaperList()
    papers.ask(procedure)  # type: ignore[arg-type]
    return papers


def test_as_published_counts_what_the_list_asks_for_and_one_original_where_it_does_not_say() -> None:
    papers = _asking(POSTABLE)

    papers.all_as_published()

    assert [(line.originals, line.certified, line.plain) for line in papers.lines()] == [
        (1, 0, 0),
        (0, 1, 0),
        (1, 0, 0),
    ]


def test_everything_there_leaves_alone_what_was_answered_before() -> None:
    papers = _asking()
    papers.mark("2", Presence.MISSING)

    papers.all_as_published()

    assert [line.presence for line in papers.lines()] == [
        Presence.BROUGHT,
        Presence.MISSING,
        Presence.BROUGHT,
    ]


def test_another_case_gives_back_the_papers_that_the_first_one_did_not_need() -> None:
    papers = _asking()
    papers.only_group("một")

    papers.only_group("hai")

    assert list(papers.unanswered()) == ["1", "3"]
    assert papers.lines() == (PaperLine("2", "Giấy của trường hợp một", presence=Presence.NOT_NEEDED),)


def test_no_piece_at_all_of_a_published_paper_is_no_answer() -> None:
    papers = _asking()
    papers.count("1", Kind.PLAIN, 2)

    papers.count("1", Kind.PLAIN, 0)

    assert "1" in papers.unanswered()


def test_a_count_stops_at_what_is_no_slip_of_the_finger() -> None:
    papers = _asking()

    papers.count("1", Kind.ORIGINALS, 1_234)

    assert papers.lines()[0].originals == MOST_OF_ONE


def test_a_count_on_a_missing_paper_leaves_it_missing_until_it_is_there_as_published() -> None:
    papers = _asking()
    papers.mark("1", Presence.MISSING)

    counted = papers.count("1", Kind.ORIGINALS, 1), papers.count("1", Kind.PLAIN, 0)

    assert counted == (False, False)
    assert papers.lines() == (PaperLine("1", "Tờ khai", presence=Presence.MISSING),)
    papers.as_published("1")
    assert papers.lines() == (PaperLine("1", "Tờ khai", originals=1),)


def test_papers_by_hand_have_keys_of_their_own_and_cannot_be_missing() -> None:
    papers = _asking()
    first, second = papers.add("Giấy giới thiệu"), papers.add("Ảnh")

    papers.mark(first, Presence.MISSING)
    papers.take_back(first)

    assert (first, second, papers.add("Đơn")) == ("x1", "x2", "x1")
    assert all(line.presence is Presence.BROUGHT for line in papers.lines())


def test_answers_come_back_with_the_names_of_the_list_and_without_what_it_has_no_more() -> None:
    papers = _asking()

    papers.put(
        [PaperLine("1", "", originals=2), PaperLine("77", "", plain=1), PaperLine("x1", "Đơn", plain=1)]
    )

    assert papers.lines() == (PaperLine("1", "Tờ khai", originals=2), PaperLine("x1", "Đơn", plain=1))
