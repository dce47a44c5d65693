"""What stands on the list of visits («danh sách hẹn nhận hồ sơ tại địa chỉ», QĐ 45/2016/QĐ-TTg, Điều 6 khoản 1): texts in Vietnamese.

Whoever goes there must know name, phone and address; no identity number has a place on it. This module must not know where anything stands
on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.services.paper_head import PaperHead, day_words, numbered, present

VISIT_LIST, VISIT_LIST_VERSION = "visit_list", 1
VISIT_LIST_FORM = "visit_list"


@dataclass(frozen=True, slots=True)
class ListedVisit:
    """One visit.

    Attributes:
        number: ``HN…``.
        from_ms, until_ms: when somebody should come.
        name, phone, address: of who asked.
        commune: of the address, with its province.
        procedure: code and name in one line, "" where he did not know it.
    """

    number: str
    from_ms: int
    until_ms: int
    name: str = field(repr=False)
    phone: str = field(repr=False)
    address: str = field(repr=False)
    commune: str
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class VisitListPaper:
    """Everything the list says.

    Attributes:
        head: ``head.clerk`` gives it out, ``head.at`` when.
        day: ISO day of the visits.
        visitor: who goes; "" leaves the name to be written by hand.
        visits: in any order; they stand in the order of time.
    """

    head: PaperHead
    day: str
    visitor: str = field(repr=False)
    visits: tuple[ListedVisit, ...]

    def proved_by(self, event: Event) -> VisitListPaper:
        """The same with the event it proves: the newest visit of the list."""
        return replace(self, head=self.head.proved_by(event))


def visit_list_values(paper: VisitListPaper) -> dict[str, str]:
    """The texts of the A4 list, ``visit_1_number`` and so on in the order of time."""
    ordered = sorted(paper.visits, key=lambda visit: (visit.from_ms, visit.until_ms, visit.number))
    return present(
        {
            **paper.head.values(),
            "day": day_words(paper.day),
            "visitor_name": paper.visitor,
            "visit_count": str(len(ordered)),
            **numbered("visit", (_visit(paper.head, visit, paper.day) for visit in ordered)),
        }
    )


def _between(head: PaperHead, visit: ListedVisit, day: str) -> str:
    """``08:00–09:30``; the day is said only where it is not the day of the list."""
    on_day = f" {day_words(day)}"
    times = (head.when(visit.from_ms), head.when(visit.until_ms))
    return "–".join(time.removesuffix(on_day) for time in times if time)


def _visit(head: PaperHead, visit: ListedVisit, day: str) -> Mapping[str, str]:
    return {
        "number": visit.number,
        "between": _between(head, visit, day),
        "name": visit.name,
        "phone": visit.phone,
        "address": visit.address,
        "commune": visit.commune,
        "procedure": visit.procedure,
    }
