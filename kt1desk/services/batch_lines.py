"""From a line of a list to the draft of a KT1 acceptance.

Agencies may be named by call code, id or name. An address beside a receiver is what the cover says, and the label says the same: a list
that gives a listed agency another address than it is registered with is refused instead of being printed with one of the two. This module
must not know prices, checklists or the journal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.domain.reference import Agency, ReferenceData
from kt1desk.domain.text import fold
from kt1desk.services import cells
from kt1desk.services.agreed_time import parse_agreed
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.sheets import SheetLine

_SECRECIES: Mapping[str, Secrecy] = MappingProxyType(
    {
        "": Secrecy.NONE,
        "khong": Secrecy.NONE,
        "khong co chu": Secrecy.NONE,
        "khong co": Secrecy.NONE,
        "thuong": Secrecy.NONE,
        **{letter.lower(): Secrecy(letter) for letter in "ABC"},
        **{f"chu {letter.lower()}": Secrecy(letter) for letter in "ABC"},
    }
)
_URGENCIES: Mapping[str, Urgency] = MappingProxyType(
    {
        "": Urgency.NONE,
        "thuong": Urgency.NONE,
        "khong": Urgency.NONE,
        "kt1": Urgency.NONE,
        "hoa toc": Urgency.EXPRESS,
        "ht": Urgency.EXPRESS,
        "kt1 hoa toc": Urgency.EXPRESS,
        "hen gio": Urgency.TIMED,
        "hg": Urgency.TIMED,
        "kt1 hen gio": Urgency.TIMED,
        "hoa toc hen gio": Urgency.TIMED_EXPRESS,
        "hthg": Urgency.TIMED_EXPRESS,
        "kt1 hoa toc hen gio": Urgency.TIMED_EXPRESS,
    }
)
_PAYMENTS: Mapping[str, Payment] = MappingProxyType(
    {
        "": Payment.ACCOUNT,
        "ghi no": Payment.ACCOUNT,
        "hop dong": Payment.ACCOUNT,
        "ghi no theo hop dong": Payment.ACCOUNT,
        "tien mat": Payment.CASH,
    }
)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)[ T,]+(\d{1,2}[:hg.]\d{0,2})(?::\d{2})?", re.ASCII
)


@dataclass(frozen=True)
class Kt1Lines:
    """Reads lines by the reference data of one business date.

    Attributes:
        reference: all rows.
        on: the business date.
        now: for agreed times without a year.
    """

    reference: ReferenceData
    on: date
    now: Moment

    def draft(self, line: SheetLine) -> AcceptanceDraft:
        """What a line asks for; the checklist is not answered by it.

        Raises:
            DeskError: ``batch.*`` or ``item.*`` with the column as field; the first from left to right of the template.
        """
        sender = self._agency(line.text("sender"), "sender")
        receiver, other = self._receiver(line)
        return AcceptanceDraft(
            number=line.text("number"),
            sender=sender.agency_id if sender else "",
            receiver=receiver,
            other_receiver=other,
            secrecy=cells.choice(line.text("secrecy"), _SECRECIES, "secrecy", "batch.letter_unknown"),
            urgency=cells.choice(line.text("urgency"), _URGENCIES, "urgency", "batch.urgency_unknown"),
            weight_g=cells.whole(line.text("weight"), "weight", "batch.weight_shape"),
            pieces=cells.whole(line.text("pieces") or "1", "pieces", "batch.pieces_shape"),
            agreed_ms=self._agreed(line),
            payment=cells.choice(line.text("payment"), _PAYMENTS, "payment", "batch.payment_unknown"),
            handed_by=line.text("handed_by"),
            handed_by_phone=line.text("handed_by_phone"),
        )

    def named_person(self, line: SheetLine) -> bool:
        """Whether the cover says who alone may open it.

        Raises:
            DeskError: ``batch.yes_no``.
        """
        said = line.text("named_person")
        return cells.choice(said, {**cells.YES_NO, "": False}, "named_person", "batch.yes_no")

    def _agency(self, text: str, field: str) -> Agency | None:
        """The one agency a cell means; None for an empty cell."""
        if not text:
            return None
        found = self._named(text)
        if not found:
            raise DeskError("item.agency_unknown", field)
        if len(found) > 1:
            raise DeskError("batch.agency_ambiguous", field, count=len(found))
        return found[0]

    def _named(self, text: str) -> list[Agency]:
        """By id or call code, else by the whole name or the short one."""
        by_code = [row for row in self._agencies if text == row.agency_id or text.upper() == row.call_code]
        return by_code or self._by_name.get(fold(text), [])

    @cached_property
    def _agencies(self) -> list[Agency]:
        return [row for row in self.reference.agencies if row.holds(self.on)]

    @cached_property
    def _by_name(self) -> Mapping[str, list[Agency]]:
        """Thousands of lines name the same few agencies."""
        found: dict[str, list[Agency]] = {}
        for row in self._agencies:
            for name in {fold(row.name), fold(row.short_name)} - {""}:
                found.setdefault(name, []).append(row)
        return found

    def _receiver(self, line: SheetLine) -> tuple[str, OtherParty | None]:
        """Id of a listed agency, or whoever the cover names."""
        name, address = line.text("receiver"), line.text("receiver_address")
        if not address:
            agency = self._agency(name, "receiver")
            return (agency.agency_id if agency else ""), None
        listed = self._named(name)
        same = [row for row in listed if fold(row.address) == fold(address)]
        if len(same) == 1:
            return same[0].agency_id, None
        if listed:
            raise DeskError("batch.address_differs", "receiver_address")
        return "", OtherParty(name, address, self._province(line.text("receiver_province")))

    def _province(self, text: str) -> str:
        """Code of a province by code or name; "" for an empty cell."""
        if not text:
            return ""
        wanted = fold(text)
        for row in self.reference.provinces:
            names = {row.code, fold(row.name), fold(row.full_name), *map(fold, row.old_names)}
            if row.holds(self.on) and wanted in names | {f"tp {fold(row.name)}"}:
                return row.code
        raise DeskError("batch.province_unknown", "receiver_province")

    def _agreed(self, line: SheetLine) -> int | None:
        """Time and day in one cell, in either order, or each in its own."""
        text, on = line.text("agreed_time"), line.text("agreed_day")
        if not text and not on:
            return None
        said = _ISO_DAY.sub(r"\3/\2/\1", text)
        turned = _DAY_FIRST.fullmatch(said)
        said = f"{turned[2]} {turned[1]}" if turned else said
        named = cells.day(on, "agreed_day")
        return parse_agreed(f"{said} {named:%d/%m/%Y}" if named else said, self.now)
