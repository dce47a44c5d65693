"""Procedures from a table: one version of one procedure in each line.

What a line leaves empty stays unknown: no duration, fee or permission is ever supposed. A version is named by the day from which it is in
force; a line without that day tells of the catalogue as it is from today on. A procedure without a published code is known by its name.
This module must not know files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import (
    Channel,
    ChannelRule,
    DurationUnit,
    ListedPaper,
    Procedure,
    is_local_key,
    local_key,
    procedure_code,
)
from kt1desk.domain.reference import Authority, ReferenceData
from kt1desk.domain.text import fold, required
from kt1desk.services import cells
from kt1desk.services.authorities import ANY_COMMUNE
from kt1desk.services.import_columns import PROCEDURE_COLUMNS
from kt1desk.services.ports import Appending, Reader, Work
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, SheetLine

MAX_NAME = 1_200
"""Longer than any published name seen (1094); papers show its beginning."""
MAX_PAPER = 300
MAX_NOTE = 200
MAX_PAPERS = 200

_DURATION = re.compile(r"(\d{1,4})(?: +(.+))?", re.ASCII)
_UNITS = MappingProxyType(
    {
        "ngay lam viec": DurationUnit.WORKING_DAY,
        "ngay": DurationUnit.CALENDAR_DAY,
        "gio": DurationUnit.HOUR,
        "gio lam viec": DurationUnit.HOUR,
    }
)
_SAME_DAY = frozenset({"trong ngay", "ngay trong ngay", "trong ngay lam viec"})
_KNOWN = MappingProxyType({**cells.YES_NO, "": None})
_CERTIFIED = MappingProxyType(
    {**_KNOWN, "chung thuc": True, "ban sao chung thuc": True, "ban sao thuong": False}
)


@dataclass(frozen=True)
class ProcedureImporter:
    """Implements `kt1desk.services.imports.Importer`. ``on`` is the day of the import."""

    reference: ReferenceData
    on: date

    @property
    def kind(self) -> str:
        """See `Importer.kind`."""
        return "procedures"

    @property
    def layout(self) -> Layout:
        """See `Importer.layout`."""
        return PROCEDURE_COLUMNS

    def check_rights(self, session: Session, on: date) -> None:
        """See `Importer.check_rights`: nothing more."""

    def read(self, line: SheetLine, file: str) -> Procedure:
        """See `Importer.read`."""
        confirmed = cells.choice(line.text("confirmed"), _KNOWN, "confirmed", "batch.yes_no")
        name = required(cells.shortened(line.text("name"), MAX_NAME), "name", MAX_NAME)
        return Procedure(
            valid_from=cells.day(line.text("valid_from"), "valid_from") or self.on,
            valid_to=None,
            source=cells.catalogue(line.text("source"), "source", MAX_NOTE) or file,
            status=Status.CONFIRMED if confirmed else Status.SAMPLE,
            code=_code(line.text("code")) if line.text("code") else local_key(name),
            name=name,
            field=cells.catalogue(line.text("field"), "field", MAX_NOTE),
            level=cells.catalogue(line.text("level"), "level", MAX_NOTE),
            authorities=tuple(self._authorities(line.text("authorities"))),
            papers=tuple(_papers(line)),
            channels=tuple(rule for channel in Channel if (rule := _channel(line, channel)) is not None),
            may_send=cells.choice(line.text("may_send"), _KNOWN, "may_send", "batch.yes_no"),
            may_return=cells.choice(line.text("may_return"), _KNOWN, "may_return", "batch.yes_no"),
            decision=cells.catalogue(line.text("decision"), "decision", MAX_NOTE),
        )

    def key(self, row: Procedure) -> str:
        """See `Importer.key`: versions of one procedure may follow each other in one file."""
        return row.code if row.valid_from == self.on else f"{row.code} {row.valid_from:%d/%m/%Y}"

    def remark(self, row: Procedure) -> DeskError | None:
        """See `Importer.remark`."""
        return DeskError("import.no_code", "code") if is_local_key(row.code) else None

    def known(self, reader: Reader) -> Callable[[Procedure], bool]:
        """See `Importer.known`. What is in force already need not begin again, so a line without a day may come twice.

        It raises ``import.version_differs``: cases may have been accepted under that version.
        """

        def is_there(row: Procedure) -> bool:
            now = reader.procedure(row.code, row.valid_from)
            if now is None:
                return False
            if now.valid_from == row.valid_from and now != row:
                version = row.valid_from.isoformat()
                raise DeskError("import.version_differs", "valid_from", procedure=row.code, version=version)
            return replace(row, valid_from=now.valid_from) == now

        return is_there

    def write(self, work: Work, rows: Sequence[Procedure], _how: Appending) -> None:
        """See `Importer.write`."""
        work.put_procedures(rows)

    def _authorities(self, text: str) -> Iterator[str]:
        """Ids, or names as listed; an id of a body that every commune has begins with `ANY_COMMUNE`."""
        for said in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
            named = self._by_id.get(said) or self._by_name.get(fold(said), "")
            if not named and not self._in_every_commune(said):
                raise DeskError("import.authority_unknown", "authorities")
            yield named or said

    @cached_property
    def _by_id(self) -> Mapping[str, str]:
        return {row.authority_id: row.authority_id for row in self._authorities_in_force()}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """By folded name. A cell may name thousands of them: folding every row for each took minutes."""
        return {fold(row.name): row.authority_id for row in reversed(tuple(self._authorities_in_force()))}

    def _authorities_in_force(self) -> Iterator[Authority]:
        return (row for row in self.reference.authorities if row.holds(self.on))

    def _in_every_commune(self, name: str) -> bool:
        ending = name.removeprefix(ANY_COMMUNE.rstrip("-"))
        return name.startswith(ANY_COMMUNE) and any(
            row.commune and row.authority_id.endswith(ending) for row in self.reference.authorities
        )


def _code(text: str) -> str:
    """With the column as field, whatever the input is called elsewhere."""
    try:
        return procedure_code(text)
    except DeskError as error:
        raise DeskError(error.code, "code", **error.details) from error


def _channel(line: SheetLine, channel: Channel) -> ChannelRule | None:
    """None where a line says nothing of it."""
    duration, unit = _duration(line.text(f"{channel}_duration"), f"{channel}_duration")
    fee_text = line.text(f"{channel}_fee")
    fee = 0 if fold(fee_text) in {"mien phi", "khong thu"} else cells.dong(fee_text, f"{channel}_fee")
    note = cells.catalogue(line.text(f"{channel}_note"), f"{channel}_note", MAX_NOTE)
    if duration is None and unit is None and fee is None and not note:
        return None
    return ChannelRule(channel, duration, unit, fee, note)


def _duration(text: str, field: str) -> tuple[int | None, DurationUnit | None]:
    """``5 ngày làm việc``, ``30 ngày``, ``8 giờ``, ``trong ngày``; ``5`` where the source does not say of what."""
    if not text:
        return None, None
    if fold(text) in _SAME_DAY:
        return None, DurationUnit.SAME_DAY
    found = _DURATION.fullmatch(text)
    unit = _UNITS.get(fold(found[2] or "")) if found else None
    if found is None or (found[2] and unit is None):
        raise DeskError("import.duration_shape", field)
    return int(found[1]), unit


def _papers(line: SheetLine) -> Iterator[ListedPaper]:
    """Those of the numbered columns in their order, or line by line of one cell."""
    numbered = sorted(
        (int(number), key)
        for key in line.cells
        for base, _, number in (key.partition(" "),)
        if base == "paper" and number
    )
    keys = (["paper"] if line.text("paper") else []) + [key for _, key in numbered]
    said = [(key, row) for key in keys for row in line.text(key).splitlines() if row.strip()]
    if len(said) > MAX_PAPERS:
        raise DeskError("import.too_many_papers", "paper", limit=MAX_PAPERS)
    for place, (key, row) in enumerate(said, start=1):
        yield _paper(str(place), row, key)


def _paper(place: str, text: str, column: str) -> ListedPaper:
    parts = [part.strip() for part in text.split("|")]
    name, originals, copies, certified, group, *rest = (*parts, "", "", "", "", "")
    if any(rest) or not name:
        raise DeskError("import.paper_shape", column)
    return ListedPaper(
        place,
        cells.catalogue(name, column, MAX_PAPER),
        cells.catalogue(group, column, MAX_NOTE),
        cells.whole(originals, column, "import.paper_shape"),
        cells.whole(copies, column, "import.paper_shape"),
        cells.choice(certified, _CERTIFIED, column, "import.paper_shape"),
    )
