"""What is said of one item, case or number: its state, its facts line by line, its sums. Pure functions, nothing of Qt's widgets.

Personal numbers never stand here; parties of A, B and C items only where the service gave them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.desktop.models.texts import (
    clock_and_day,
    count,
    day,
    deadline,
    dong,
    item_number,
    marks,
    shift_name,
)
from kt1desk.desktop.widgets import Column, MoneyRow, Role, TableRow
from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.facts import Leg, Party
from kt1desk.domain.kt1 import Payment, Scope
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.paper_values import NO_PRICE, vat_name, weight_words
from kt1desk.services.records import DossierRecord, EnteredAt, ItemRecord, LooseNumber, Record, Told
from kt1desk.services.wording import part_name, payment_name, scope_name
from kt1desk.services.wording_custody import state_name
from kt1desk.services.wording_tthc import (
    dossier_payment_name,
    form_name,
    procedure_words,
    refund_name,
    reversal_reason_name,
    zone_name,
)

_ERASED = "đã xóa theo thời hạn lưu"
_HIDDEN = "chỉ người được giao A, B, C xem"
_LEG_WORDS = {"send": "gửi", "return": "trả"}
_WAYS = {"send": "Chặng gửi", "return": "Chặng trả"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a text; ``wide``: it needs the whole line."""

    name: str
    text: str
    wide: bool = False


LINE_COLUMNS = (Column("Giấy tờ"), Column("Số lượng", 172))
"""The list of papers of a case as counted."""
_COUNTED = ("chính", "chứng thực", "sao", "điện tử")
_NOT_BROUGHT = {Presence.NOT_NEEDED: "không cần", Presence.MISSING: "còn thiếu"}


def number_of(record: Record) -> str:
    """The number as people read it."""
    return item_number(record.number)


def kind_of(record: Record) -> str:
    """What it is."""
    if isinstance(record, ItemRecord):
        return f"{record.product} · {marks(record.row.urgency, record.row.secrecy)}"
    if isinstance(record, DossierRecord):
        return f"Hồ sơ TTHC · {form_name(record.row.form)}"
    return "Số trong dải của bàn này"


def state_of(record: Record, offset_min: int) -> tuple[str, Role]:
    """The state in words."""
    if isinstance(record, LooseNumber):
        return ("Đã hủy số", Role.WARN_BOX) if record.voided else ("Còn trống, chưa cấp", Role.OK_BOX)
    if record.is_here:
        return "Đang ở đây", Role.OK_BOX
    if not record.is_taken_back:
        return state_name(record.row.state), Role.OK_BOX
    back = record.told.back
    if back is None:
        return "Đã rút", Role.WARN_BOX
    if back.replaced_by:
        return f"Đã sửa thành {item_number(back.replaced_by)}", Role.WARN_BOX
    return f"Đã rút lúc {clock_and_day(back.at_ms, offset_min)}", Role.WARN_BOX


def facts_of(record: Record, now_ms: int, offset_min: int, *, story: bool = False) -> Sequence[Fact]:
    """Everything that is known, a name and a text each; of a case whose story stands beside it what that does not say."""
    if isinstance(record, ItemRecord):
        made = _item_facts(record, now_ms, offset_min)
    elif isinstance(record, DossierRecord):
        made = _dossier_facts(record, story=story)
    else:
        return ()
    return made


def taken_facts(record: Record, offset_min: int) -> Sequence[Fact]:
    """When it was accepted, by whom, and where that stands in the books. Shifts of another point are not known here."""
    if isinstance(record, LooseNumber):
        return ()
    told, row = record.told, record.row
    shift_day = row.shift and day(date.fromisoformat(row.shift.split("/")[0]))
    made = (
        Fact("Lúc", clock_and_day(row.accepted_ms, offset_min)),
        *_later_facts(told.later, offset_min),
        Fact("Người làm", told.clerk),
        Fact("Ca", f"{shift_name(row.shift)} ngày {shift_day}" if shift_day else ""),
        Fact("Sổ", f"{row.event.text} · {row.proof}"),
    )
    return tuple(fact for fact in made if fact.text)


def _later_facts(later: EnteredAt | None, offset_min: int) -> Sequence[Fact]:
    """When it was entered, where it happened before."""
    if later is None:
        return ()
    return (
        Fact("Nhập bù", clock_and_day(later.entered_ms, offset_min)),
        Fact("Lý do", later.reason),
        Fact("Tờ giấy", later.sheet),
    )


def back_facts(record: Record, offset_min: int) -> Sequence[Fact]:
    """The same of how it was taken back, and why; nothing while it is here."""
    back = None if isinstance(record, LooseNumber) else record.told.back
    if back is None:
        return ()
    made = [
        Fact("Lúc", clock_and_day(back.at_ms, offset_min)),
        Fact("Người làm", back.by),
        Fact("Lý do", reversal_reason_name(back.reason)),
        Fact("Sổ", f"{back.event.text} · {back.proof}"),
    ]
    paid = "\n".join(f"{refund_name(kind)} {dong(amount)} đ" for kind, amount in back.paid)
    return (*made, Fact("Đã trả lại", paid)) if paid else made


def sums_of(record: Record) -> tuple[Sequence[MoneyRow], MoneyRow | None]:
    """The price by part, or the three sums, and the total with how it was paid."""
    if isinstance(record, ItemRecord):
        return _charge(record)
    if isinstance(record, DossierRecord):
        return _three_sums(record)
    return (), None


def refund_text(told: Told) -> str:
    """What goes back in cash, by what it was paid for."""
    if not told.refunds:
        return "Không thu tiền mặt nên không trả lại tiền."
    total_dong = sum(amount_dong for _, amount_dong in told.refunds)
    parts = "; ".join(f"{refund_name(kind).lower()} {dong(amount)} đ" for kind, amount in told.refunds)
    split = f" ({parts})" if len(told.refunds) > 1 else ""
    return f"Trả lại khách {dong(total_dong)} đ tiền mặt{split}."


def line_rows(lines: Sequence[PaperLine]) -> Sequence[TableRow]:
    """Rows for `LINE_COLUMNS`."""
    return [
        TableRow(
            line.key, (line.name, _counted(line)), {1: Role.WARN} if line.presence is Presence.MISSING else {}
        )
        for line in lines
    ]


def _counted(line: PaperLine) -> str:
    """``1 chính, 2 sao``."""
    numbers = (line.originals, line.certified, line.plain, line.electronic)
    parts = [f"{count(n)} {word}" for n, word in zip(numbers, _COUNTED, strict=True) if n]
    return _NOT_BROUGHT.get(line.presence, ", ".join(parts))


def _item_facts(record: ItemRecord, now_ms: int, offset_min: int) -> list[Fact]:
    row = record.row
    due = deadline(row.deadline_ms, now_ms, offset_min)
    made = [
        Fact("Người gửi", _party(row.sender, hidden=record.hidden), wide=True),
        Fact("Người nhận", _party(row.receiver, hidden=record.hidden), wide=True),
        Fact("Khối lượng", f"{weight_words(row.weight_g)} · {scope_name(Scope(row.scope))}"),
    ]
    if row.agreed_ms:
        made.append(Fact("Hẹn phát", deadline(row.agreed_ms, now_ms, offset_min)))
    elif due:
        made.append(Fact("Phát trước", due))
    return made


def _dossier_facts(record: DossierRecord, *, story: bool) -> list[Fact]:
    row = record.row
    made = [
        Fact("Người nộp", row.applicant or _ERASED, wide=True),
        Fact("Cơ quan", row.authority_name, wide=True),
        Fact("Thủ tục", procedure_words(row.procedure, row.procedure_name), wide=True),
        *(Fact(_WAYS[leg.direction], _leg(leg), wide=True) for leg in row.legs if not story),
    ]
    if row.official and not story:
        made.append(Fact("Mã hồ sơ", row.official))
    if row.promised and not story:
        made.append(Fact("Dự kiến trả", day(date.fromisoformat(row.promised))))
    return made


def _party(party: Party | None, *, hidden: bool) -> str:
    if hidden:
        return _HIDDEN
    if party is None:
        return _ERASED
    return f"{party.name}\n{party.address}" if party.address else party.name


def _leg(leg: Leg) -> str:
    words = [item_number(leg.item), zone_name(leg.zone)]
    if leg.weight_g:
        words.append(weight_words(leg.weight_g))
    if leg.due:
        words.append(f"trước {day(date.fromisoformat(leg.due))}")
    return " · ".join(words)


def _charge(record: ItemRecord) -> tuple[Sequence[MoneyRow], MoneyRow]:
    row = record.row
    pays = payment_name(Payment(row.payment))
    if row.charge is None:
        return (), MoneyRow(pays, NO_PRICE)
    rows = [MoneyRow(part_name(ComponentKind(code)), dong(amount)) for code, amount in row.charge.parts]
    rows.append(MoneyRow(vat_name(row.charge.vat_basis_points), dong(row.charge.vat_dong)))
    return rows, MoneyRow(pays, f"{dong(row.charge.total_dong)} đ")


def _three_sums(record: DossierRecord) -> tuple[Sequence[MoneyRow], MoneyRow]:
    row, sums = record.row, record.row.sums
    legs = " + ".join(f"{_LEG_WORDS[leg.direction]} {dong(leg.price_dong)}" for leg in row.legs)
    return (
        MoneyRow(refund_name("postage"), dong(sums.postage_dong), Role.BODY),
        MoneyRow(f"gồm {legs}", "") if len(row.legs) > 1 else MoneyRow(legs, ""),
        MoneyRow(refund_name("collected"), dong(sums.collected_dong), Role.BODY),
        MoneyRow(refund_name("pass_on"), dong(sums.pass_on_dong), Role.BODY),
    ), MoneyRow(dossier_payment_name(row.payment), f"{dong(sums.total_dong)} đ")
