"""What stands on the book of results taken over from an authority («sổ giao nhận kết quả», QĐ 45/2016/QĐ-TTg): texts in Vietnamese.

One line for each cover, then what the authority's list had and did not give, and what it gave beside its list; both sign, each keeps a
liên. This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.services.paper_head import PaperHead, numbered, present

RESULT_BOOK, RESULT_BOOK_VERSION = "result_book", 1
RESULT_BOOK_FORM = "result_book"
NO_LIST = "Không có danh sách"


@dataclass(frozen=True, slots=True)
class BookedResult:
    """One cover that was taken over.

    Attributes:
        item: S10 number, not grouped.
        dossier: the post's own number, "" where only the label is known here.
        official: mã hồ sơ, or "".
        kinds: what lies in it, in words, and how many of each.
        applicant: whom it is for, "" where that is not known here.
    """

    item: str
    dossier: str
    official: str
    kinds: tuple[tuple[str, int], ...]
    applicant: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ResultBookPaper:
    """Everything the book says.

    Attributes:
        head: ``head.clerk`` takes over, ``head.at`` is when the book was closed.
        number: ``KQ…``.
        authority: who gives.
        officer: who gives for it; "" leaves the name to be written by hand.
        position: his position, or "".
        opened_ms: when the taking over began.
        expected: results by the authority's list, 0 where it has none.
        results: in the order they were taken.
        missing: numbers that were on the list and not given.
        surplus: numbers that were given and are on no list.
    """

    head: PaperHead
    number: str
    authority: str
    officer: str = field(repr=False)
    position: str
    opened_ms: int
    expected: int
    results: tuple[BookedResult, ...] = field(repr=False)
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()

    def proved_by(self, event: Event) -> ResultBookPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def kinds_text(kinds: tuple[tuple[str, int], ...]) -> str:
    """``2 giấy kết quả, 1 giấy tờ trả lại``, of words and counts."""
    return ", ".join(f"{count} {name[:1].lower()}{name[1:]}" for name, count in kinds)


def result_book_values(paper: ResultBookPaper) -> dict[str, str]:
    """The texts of the A4 book, the same on both liên: ``result_1_item`` …, ``missing_1_number`` …, ``surplus_1_number`` …."""
    return present(
        {
            **paper.head.values(),
            "number": paper.number,
            "authority_name": paper.authority,
            "officer_name": paper.officer,
            "officer_position": paper.position,
            "opened_at": paper.head.when(paper.opened_ms),
            "expected_count": str(paper.expected) if paper.expected else NO_LIST,
            "result_count": str(len(paper.results)),
            "piece_count": str(sum(count for result in paper.results for _, count in result.kinds)),
            "missing_count": str(len(paper.missing)),
            "surplus_count": str(len(paper.surplus)),
            **numbered("result", map(_result, paper.results)),
            **numbered("missing", ({"number": number} for number in paper.missing)),
            **numbered("surplus", ({"number": number} for number in paper.surplus)),
        }
    )


def _result(result: BookedResult) -> Mapping[str, str]:
    return {
        "item": result.item,
        "dossier": result.dossier,
        "official": result.official,
        "kinds": kinds_text(result.kinds),
        "applicant": result.applicant,
    }
