"""The kinds of lists that are accepted at the counter, and how a line of each is shown on the screen.

This module must not know any page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from kt1desk.app.desk import OpenDesk
from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.kt1 import Payment
from kt1desk.domain.permissions import Act
from kt1desk.domain.text import fold
from kt1desk.services.batch_dossiers import DossierTaker
from kt1desk.services.batch_items import ItemTaker
from kt1desk.services.batches import Taker
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.sheets import SheetLine
from kt1desk.services.wording_tthc import procedure_words

Draft = TypeVar("Draft")
_MOST_DIGITS = 9
"""Python refuses to make a number of thousands of digits; nothing weighs so much."""
HIDDEN = "—"
ITEMS, DOSSIERS = "bưu gửi KT1", "hồ sơ TTHC"


class Shown(NamedTuple):
    """What the screen shows of a line beside how it stands."""

    first: str
    second: str
    weight_g: int
    in_cash: bool


@dataclass(frozen=True, slots=True)
class ListKind(Generic[Draft]):
    """One kind of list.

    Attributes:
        words: what it holds.
        titles: of the two columns that say what a line is about.
        asks: what the clerk must confirm.
        taker: knows its columns and its acceptance.
        shown: what of a line may be seen; without a draft where it could not be read.
    """

    words: str
    titles: tuple[str, str]
    asks: str
    taker: Taker[Draft]
    shown: Callable[[SheetLine, Draft | None], Shown]


def item_kind(desk: OpenDesk) -> ListKind[AcceptanceDraft]:
    """Lists of KT1 items. Who writes to whom under A, B or C is for those who are cleared, on the screen as well."""
    taker = ItemTaker(desk.store, desk.reference, desk.clock, desk.acceptance)
    cleared = desk.may(Act.SEE_SECRET_PARTIES)
    names = _short_names(desk)

    def shown(line: SheetLine, draft: AcceptanceDraft | None) -> Shown:
        weight = draft.weight_g if draft is not None else _whole(line.text("weight"))
        cash = draft is not None and draft.payment is Payment.CASH
        if not cleared and _is_marked(line, draft):
            return Shown(HIDDEN, HIDDEN, weight, cash)
        return Shown(names(line.text("sender")), names(line.text("receiver")), weight, cash)

    return ListKind(ITEMS, ("Người gửi", "Người nhận"), "Đã xem ngoài từng bì", taker, shown)


def dossier_kind(desk: OpenDesk) -> ListKind[DossierDraft]:
    """Lists of dossiers: applicant and procedure."""
    taker = DossierTaker(desk.store, desk.reference, desk.dossiers)
    names = _procedure_names(desk)

    def shown(line: SheetLine, draft: DossierDraft | None) -> Shown:
        weight = draft.weight_g if draft is not None else _whole(line.text("weight"))
        cash = draft is not None and draft.payment is DossierPayment.CASH
        return Shown(line.text("applicant_name"), names(line.text("procedure")), weight, cash)

    return ListKind(DOSSIERS, ("Người nộp", "Thủ tục"), "Đã đếm giấy từng hồ sơ", taker, shown)


def _short_names(desk: OpenDesk) -> Callable[[str], str]:
    """What people say for what a list says: its short name for an id, a call code or the whole name; else the text itself."""
    names: dict[str, str] = {}
    for row in desk.reference.agencies:
        if row.holds(desk.today):
            for spelling in (row.agency_id, row.call_code, row.name, row.short_name):
                names.setdefault(fold(spelling), row.short_name)
    return lambda text: names.get(fold(text), text)


def _procedure_names(desk: OpenDesk) -> Callable[[str], str]:
    """Code and name; the code alone of what is not in the catalogue."""

    @cache
    def named(code: str) -> str:
        with desk.store.read() as reader:
            found = reader.procedure(code, desk.today)
        return procedure_words(code, found.name) if found is not None else code

    return named


def _is_marked(line: SheetLine, draft: AcceptanceDraft | None) -> bool:
    """Whether the cover bears a letter; of a line that could not be read, whether its column says anything."""
    return bool(draft.secrecy.letter if draft is not None else line.text("secrecy"))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0
