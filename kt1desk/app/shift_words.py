"""What is looked at, seen and asked at the ends of a shift, in the words of the page. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kt1desk.app.print_station import PrinterCondition
from kt1desk.app.words import printer_words
from kt1desk.desktop.models.paper_rows import paper_name
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.needs import Choice, Tone
from kt1desk.desktop.needs.shift import AskedLine, CheckLine, ThingLine
from kt1desk.domain.coded import CodedWord
from kt1desk.domain.custody import Holder, HolderKind
from kt1desk.domain.service import Service
from kt1desk.domain.settling import ROUNDING, Answer, Asked, Question
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services import wording_shift
from kt1desk.services.opening import Check, Found, Machine
from kt1desk.services.rows import PaperRow
from kt1desk.services.shift_things import Thing

_LOOKED_AT: Mapping[Check, tuple[str, str, Tone]] = MappingProxyType(
    {
        Check.ITEMS_HERE: ("Bưu gửi ở điểm", "{} bưu gửi", Tone.CALM),
        Check.COVERS_HERE: ("Hồ sơ ở điểm", "{} bì hồ sơ", Tone.CALM),
        Check.PAPERS: ("Giấy in", "{} tờ chưa rõ đã ra", Tone.WARN),
        Check.KT1_UNCOUNTED: ("KT1", "ca trước chưa kiểm", Tone.WARN),
        Check.PROMISED: ("Biên bản sự vụ", "{} biên bản hứa lập đầu ca này", Tone.WARN),
        Check.ASIDE: ("Việc để dở", "{} việc", Tone.WARN),
        Check.UNSENT: ("Gửi trung tâm", "{} bản ghi chưa gửi", Tone.WARN),
        Check.NO_LINE: ("Gửi trung tâm", "chưa nối trung tâm", Tone.CALM),
    }
)
"""What stands there where there is any, and how it is told."""
_SLOTS = {PrinterSlot.LABEL: Check.LABEL_PRINTER, PrinterSlot.PAGE: Check.RECEIPT_PRINTER}
_MISSING = frozenset({Question.ITEM_MISSING, Question.COVER_MISSING})
_UNITS: Mapping[Question, str] = MappingProxyType(
    {
        Question.ITEM_MISSING: "{} bưu gửi không quét cái nào",
        Question.COVER_MISSING: "{} bì không quét cái nào",
        Question.PAPER: "{} tờ",
        Question.ARRIVAL: "{} chuyến",
        Question.ROUND: "{} danh sách phát",
        Question.ASIDE: "{} việc",
        Question.UNSENT: "{} bản ghi",
    }
)
"""How many, where one question is about several."""
_WHAT = {Service.KT1: "Bưu gửi KT1", Service.TTHC: "Bì hồ sơ"}


def check_lines(
    found: Iterable[Found], printers: Iterable[PrinterCondition], *, scanner: bool, scanned: bool = False
) -> tuple[CheckLine, ...]:
    """What is looked at before a shift is opened: machines first; what the last shift left in the drawer stands beside the count."""
    lines = [_printer(each) for each in printers if each.slot in _SLOTS]
    words, tone = ("chưa cài: gõ tay", Tone.WARN) if not scanner else ("quét thử một mã", Tone.CALM)
    lines.append(CheckLine("Máy quét", *(("đã đọc được mã", Tone.GOOD) if scanned else (words, tone))))
    return (*lines, *(_found(each) for each in found if each.check in _LOOKED_AT))


def machines_of(printers: Iterable[PrinterCondition], *, scanner: bool) -> Mapping[Check, Machine]:
    """How each machine was found, as it is written down."""
    states = {_SLOTS[each.slot]: _machine(each) for each in printers if each.slot in _SLOTS}
    return {**states, Check.SCANNER: Machine.READY if scanner else Machine.ABSENT}


def thing_line(thing: Thing) -> ThingLine:
    """A thing that must be seen, and where the books have it."""
    holder = Holder.parse(thing.holder)
    if thing.inside:
        where = f"trong túi {thing.inside}"
    elif holder.kind is HolderKind.PERSON:
        where = "tôi giữ" if thing.mine else f"{holder.name} giữ"
    else:
        where = f"nơi giữ {holder.name}"
    return ThingLine(thing.number, _WHAT[thing.service], where, thing.inside)


def asked_line(asked: Asked, reasons: Sequence[CodedWord], papers: Mapping[str, PaperRow]) -> AskedLine:
    """A question with its answers; a difference is answered by its reason, by rounding only where that can be."""
    title = wording_shift.QUESTIONS[asked.question]
    if asked.question is Question.DIFFERENCE:
        explained = asked.bound.explains(asked.amount_dong)
        choices = tuple(Choice(row.code, row.name) for row in reasons if row.code != ROUNDING or explained)
        return AskedLine(
            asked.key,
            title,
            f"{wording_shift.difference_words(asked.amount_dong)}. Vì sao?",
            choices,
            is_reason=True,
        )
    answers = tuple(Choice(each.value, wording_shift.ANSWERS[each]) for each in asked.answers)
    return AskedLine(asked.key, title, _about(asked, papers), answers)


def records_promised(asked: Iterable[tuple[Asked, str]]) -> int:
    """How many incident records were promised about what is missing."""
    return sum(
        each.count for each, answer in asked if each.question in _MISSING and answer == Answer.INCIDENT
    )


def written_lines(
    asked: Iterable[tuple[AskedLine, str]], reason: str, reasons: Sequence[CodedWord]
) -> tuple[tuple[str, str], ...]:
    """Every question with its answer, as it stands in the journal now."""
    why = next((row.name for row in reasons if row.code == reason), reason)
    return tuple(
        (f"{line.title} {line.text}".strip(), why if line.is_reason else wording_shift.ANSWERS[answer])
        for line, answer in asked
    )


def _about(asked: Asked, papers: Mapping[str, PaperRow]) -> str:
    if asked.question is Question.PAPER and asked.about in papers:
        paper = papers[asked.about]
        return f"{paper_name(paper)} {item_number(paper.item)}".strip()
    if asked.question is Question.NUMBERS:
        return f"{asked.about}: {count(asked.count)} số"
    if asked.about:
        return item_number(asked.about)
    return _UNITS.get(asked.question, "{}").format(count(asked.count))


def _found(found: Found) -> CheckLine:
    what, words, tone = _LOOKED_AT[found.check]
    if not found.count:
        return CheckLine(what, "không có gì chờ", Tone.GOOD)
    return CheckLine(what, words.format(count(found.count)), tone)


def _printer(condition: PrinterCondition) -> CheckLine:
    state = printer_words(condition)
    what, _, words = state.text.partition(": ")
    return CheckLine(what, words, Tone.GOOD if state.tone is Tone.CALM else Tone.WARN)


def _machine(condition: PrinterCondition) -> Machine:
    if condition.profile is None:
        return Machine.ABSENT
    return Machine.READY if printer_words(condition).tone is Tone.CALM else Machine.TROUBLE
