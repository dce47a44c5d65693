"""What stands on the two papers of a shift that is over: the report («báo cáo kết ca») and the record of cash («biên bản kiểm quỹ»).

Both say what `ShiftSettled` says, in words. Whoever was not cleared has no line of KT1 items on his. This module must not know where
anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.drawer import CashKind
from kt1desk.domain.events import Event
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong, grouped_digits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.settling import ALONE, Asked
from kt1desk.services.paper_head import PaperHead, day_words, numbered, present
from kt1desk.services.rows import CashSum
from kt1desk.services.settling_rows import Findings
from kt1desk.services.wording_shift import (
    ANSWERS,
    CASH_KINDS,
    STILL_HIS,
    UNCOUNTED,
    UNDONE,
    asked_words,
    difference_words,
    grouped,
)

SHIFT_REPORT, SHIFT_REPORT_VERSION = "shift_report", 1
CASH_RECORD, CASH_RECORD_VERSION = "cash_record", 1
_THINGS = {Service.KT1: "Bưu gửi KT1", Service.TTHC: "Hồ sơ, bì hồ sơ"}
_SEALS_SAID = 40
_MANNERS = {ALONE: "Một mình, người khác xem lại sau"}
_ON_THE_SPOT = "Ký bằng mật khẩu tại bàn"


@dataclass(frozen=True, slots=True)
class ShiftPaper:
    """Everything both papers say.

    Attributes:
        head: ``head.clerk`` closes and hands over, ``head.at`` is when.
        number: `shift_paper_number`.
        found: what the shift held when it was closed.
        notes: pieces by value in đồng, as counted.
        asked: every question with its answer.
        reason: why counted and expected differ, in words; "" where they do not.
        taker: name of who signs as second, "" for nobody.
        manner: `ShiftSettled.manner`.
        reference: says codes in words.
        zero_tens: how a missing ten is spoken.
    """

    head: PaperHead
    number: str
    found: Findings
    notes: tuple[tuple[int, int], ...]
    asked: tuple[tuple[Asked, str], ...]
    reason: str
    taker: str
    manner: str
    reference: ReferenceData
    zero_tens: ZeroTens = ZeroTens.LINH

    def headed(self, head: PaperHead) -> ShiftPaper:
        """The same with the head of the other paper."""
        return replace(self, head=head)

    def proved_by(self, event: Event) -> ShiftPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def shift_paper_number(point: str, device: int, shift: str) -> str:
    """``KC240000-261123-7-1`` of ``2026-11-23/1``: no two desks have the same."""
    day, _, count = shift.partition("/")
    return f"KC{point}-{day[2:].replace('-', '')}-{device}-{count}"


def shift_report_values(paper: ShiftPaper) -> dict[str, str]:
    """The texts of the report: rows ``flow_1_name``, ``cash_1_name``, ``served_1_name``, ``asked_1_question``, ``serial_1_prefix``."""
    found = paper.found
    return present(
        {
            **_shared(paper),
            "seals": _seals(found.seals),
            "remarks": " ".join(_remarks(paper)),
            **numbered("flow", _flows(found)),
            **numbered("cash", _cash(found)),
            **numbered("served", _served(paper)),
            **numbered("asked", _asked(paper)),
            **numbered("serial", _serials(found)),
        }
    )


def cash_record_values(paper: ShiftPaper) -> dict[str, str]:
    """The texts of the record: rows ``note_1_value`` and ``cash_1_name``, counted and expected, and the sum in words."""
    closing = paper.found.closing
    return present(
        {
            **_shared(paper),
            "counted_words": dong_in_words(closing.counted_dong, paper.zero_tens),
            **numbered("note", _notes(paper.notes)),
            **numbered("cash", _cash(paper.found)),
        }
    )


def _shared(paper: ShiftPaper) -> dict[str, str]:
    found, closing = paper.found, paper.found.closing
    return {
        **paper.head.values(),
        "number": paper.number,
        "shift": closing.shift.rpartition("/")[2],
        "business_date": day_words(found.shift.business_date),
        "opened_at": paper.head.when(found.shift.opened_ms),
        "drawer": found.shift.drawer,
        "taker_name": paper.taker,
        "manner": _MANNERS.get(paper.manner, _ON_THE_SPOT),
        "float_amount": format_dong(found.shift.float_dong),
        "expected_amount": format_dong(closing.expected_dong),
        "counted_amount": format_dong(closing.counted_dong),
        "difference": difference_words(closing.difference_dong),
        "reason": paper.reason,
        "undone": _undone(found),
    }


def _flows(found: Findings) -> Iterator[Mapping[str, str]]:
    missing = frozenset(each.number for each in found.missing)
    for service, flow in found.flows:
        held = [each.number for each in found.things if each.service is service]
        gone = sum(number in missing for number in held)
        figures = (flow.accepted, flow.came, flow.sent, flow.given, len(held) - gone, gone)
        names = ("accepted", "came", "sent", "given", "seen", "missing")
        yield {"name": _THINGS[service], **dict(zip(names, map(grouped_digits, figures), strict=True))}


def _cash(found: Findings) -> Iterator[Mapping[str, str]]:
    """What came in and went out; a line that was taken back and the one that did it are in neither, and change nothing of what is left."""
    gone = {each.kind: each for each in found.undone}
    for kind in CashKind:
        for each in found.cash:
            if each.kind == kind:
                back = gone.get(kind, CashSum(kind, 0, 0))
                received, paid = each.received_dong - back.received_dong, each.paid_dong - back.paid_dong
                if back.received_dong and not received and not paid:
                    continue
                sums = (received, paid, received - paid)
                yield {
                    "name": CASH_KINDS[kind],
                    **dict(zip(("received", "paid", "left"), map(_figure, sums), strict=True)),
                }


def _undone(found: Findings) -> str:
    """How much the lines moved that were taken back, and those that took them back; "" where there is none."""
    received = sum(each.received_dong for each in found.undone)
    paid = sum(each.paid_dong for each in found.undone)
    return UNDONE.format(received=format_dong(received), paid=format_dong(paid)) if received or paid else ""


def _served(paper: ShiftPaper) -> Iterator[Mapping[str, str]]:
    """A simple line for each other service: how many customers, how much."""
    sums: dict[str, list[int]] = {}
    for line in paper.found.lines:
        if line.kind == CashKind.SERVED:
            row = sums.setdefault(line.what, [0, 0, 0])
            for at, figure in enumerate((line.customers, line.received_dong, line.paid_dong)):
                row[at] += figure
    for service, (customers, received_dong, paid_dong) in sorted(sums.items()):
        yield {
            "name": word_for(paper.reference.coded, CodeList.SERVED, service),
            "customers": grouped_digits(customers),
            "received": _figure(received_dong),
            "paid": _figure(paid_dong),
        }


def _asked(paper: ShiftPaper) -> Iterator[Mapping[str, str]]:
    for asked, answer in paper.asked:
        yield {"question": asked_words(asked), "answer": ANSWERS[answer]}


def _remarks(paper: ShiftPaper) -> Iterator[str]:
    """What whoever comes next must know, and nobody was asked."""
    if not paper.found.counts_items:
        yield UNCOUNTED
    if paper.taker and any(each.mine for each in paper.found.things):
        yield STILL_HIS


def _serials(found: Findings) -> Iterator[Mapping[str, str]]:
    for each in found.serials:
        figures = {"used": each.used, "voided": each.voided, "unknown": len(each.unknown), "left": each.left}
        span = " – ".join(grouped(number_at(each.prefix, serial).text) for serial in (each.first, each.last))
        yield {"prefix": each.prefix, "span": span} | {
            name: grouped_digits(figure) for name, figure in figures.items()
        }


def _notes(notes: Sequence[tuple[int, int]]) -> Iterator[Mapping[str, str]]:
    for value_dong, pieces in sorted(notes, reverse=True):
        if pieces:
            yield {
                "value": grouped_digits(value_dong),
                "pieces": grouped_digits(pieces),
                "amount": _figure(value_dong * pieces),
            }


def _seals(seals: Sequence[str]) -> str:
    said = ", ".join(seals[:_SEALS_SAID])
    more = len(seals) - _SEALS_SAID
    return f"{said} và {more} niêm phong khác" if more > 0 else said


def _figure(amount_dong: int) -> str:
    """Without its unit, which stands in the head of the column."""
    return format_dong(amount_dong).removesuffix(" đ")
