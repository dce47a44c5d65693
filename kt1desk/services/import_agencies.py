"""Agencies from a table: the province's own list of who is served by KT1, one version of one agency in each line.

The rows lie beside the journal and join the reference data at the next log-in. This module must not know files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.reference import Agency, Ground, ReferenceData
from kt1desk.domain.text import clean, fold, required
from kt1desk.services import cells
from kt1desk.services.import_columns import AGENCY_COLUMNS
from kt1desk.services.parties import MAX_ADDRESS, MAX_NAME
from kt1desk.services.ports import Appending, Reader, Work
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, SheetLine

MAX_CODE = 24
MAX_KIND = 40
_YES_NO = MappingProxyType({**cells.YES_NO, "": False})
_GROUNDS = MappingProxyType(
    {
        "": Ground.LOCAL,
        **{ground.value: ground for ground in Ground},
        **{f"diem {ground.value}": ground for ground in Ground},
        "trung uong": Ground.CENTRAL,
        "dia phuong": Ground.LOCAL,
    }
)


def with_agencies(reference: ReferenceData, imported: Iterable[Agency]) -> ReferenceData:
    """The reference data with the imported versions in their place: each ends the one before it on the day before it begins."""
    versions: dict[str, dict[date, Agency]] = {}
    for row in (*reference.agencies, *imported):
        versions.setdefault(row.agency_id, {})[row.valid_from] = row
    return replace(
        reference, agencies=tuple(row for dated in versions.values() for row in _in_turn(dated.values()))
    )


@dataclass(frozen=True, slots=True)
class AgencyImporter:
    """Implements `kt1desk.services.imports.Importer`. ``on`` is the day of the import, ``home`` the province of the desk."""

    reference: ReferenceData
    on: date
    home: str

    @property
    def kind(self) -> str:
        """See `Importer.kind`."""
        return "agencies"

    @property
    def layout(self) -> Layout:
        """See `Importer.layout`."""
        return AGENCY_COLUMNS

    def check_rights(self, session: Session, on: date) -> None:
        """See `Importer.check_rights`: whom KT1 serves is one of its registers."""
        require(session.actor, Act.KEEP_REGISTERS, on)

    def read(self, line: SheetLine, file: str) -> Agency:
        """See `Importer.read`."""
        call_code = required(line.text("call_code"), "call_code", MAX_CODE).upper()
        name = required(line.text("name"), "name", MAX_NAME)
        province = self._province(line.text("province"))
        confirmed = cells.choice(line.text("confirmed"), _YES_NO, "confirmed", "batch.yes_no")
        return Agency(
            valid_from=cells.day(line.text("valid_from"), "valid_from") or self.on,
            valid_to=None,
            source=cells.catalogue(line.text("source"), "source", MAX_NAME) or file,
            status=Status.CONFIRMED if confirmed else Status.SAMPLE,
            agency_id=clean(line.text("agency_id"), "agency_id", MAX_CODE) or call_code,
            call_code=call_code,
            name=name,
            short_name=clean(line.text("short_name"), "short_name", MAX_NAME) or name,
            kind=clean(line.text("kind"), "kind", MAX_KIND),
            ground=cells.choice(line.text("ground"), _GROUNDS, "ground", "import.ground_unknown"),
            province=province,
            commune=self._commune(line.text("commune"), province),
            address=required(line.text("address"), "address", MAX_ADDRESS),
            postal_code=clean(line.text("postal_code"), "postal_code", MAX_CODE),
            uses_kt1=cells.choice(line.text("uses_kt1"), _YES_NO, "uses_kt1", "batch.yes_no"),
            point=self._point(line.text("point")),
        )

    def key(self, row: Agency) -> str:
        """See `Importer.key`."""
        return row.call_code if row.valid_from == self.on else f"{row.call_code} {row.valid_from:%d/%m/%Y}"

    def remark(self, _row: Agency) -> DeskError | None:
        """See `Importer.remark`: nothing."""
        return None

    def known(self, reader: Reader) -> Callable[[Agency], bool]:
        """See `Importer.known`; raises ``import.call_code_taken`` by another agency, ``import.version_differs``."""
        by_code: dict[str, list[Agency]] = {}
        by_id: dict[str, list[Agency]] = {}
        for row in with_agencies(self.reference, reader.imported_agencies()).agencies:
            by_code.setdefault(row.call_code, []).append(row)
            by_id.setdefault(row.agency_id, []).append(row)

        def is_there(row: Agency) -> bool:
            same_code = [other for other in by_code.get(row.call_code, []) if other.holds(row.valid_from)]
            if any(other.agency_id != row.agency_id for other in same_code):
                raise DeskError("import.call_code_taken", "call_code")
            now = next((other for other in by_id.get(row.agency_id, []) if other.holds(row.valid_from)), None)
            if now is None:
                return False
            if now.valid_from == row.valid_from and replace(now, valid_to=None) != row:
                version = row.valid_from.isoformat()
                raise DeskError(
                    "import.version_differs", "valid_from", procedure=row.call_code, version=version
                )
            return replace(row, valid_from=now.valid_from, valid_to=now.valid_to) == now

        return is_there

    def write(self, work: Work, rows: Sequence[Agency], _how: Appending) -> None:
        """See `Importer.write`."""
        work.put_agencies(rows)

    def _province(self, text: str) -> str:
        if not text:
            return self.home
        wanted = fold(text)
        for row in self.reference.provinces:
            if row.holds(self.on) and wanted in {row.code, fold(row.name), fold(row.full_name)}:
                return row.code
        raise DeskError("batch.province_unknown", "province")

    def _commune(self, text: str, province: str) -> str:
        """Code of a commune by code or name within the province; "" for an empty cell."""
        if not text:
            return ""
        wanted = fold(text)
        found = [
            row.code
            for row in self.reference.communes
            if row.holds(self.on)
            and row.province == province
            and wanted in {row.code, fold(row.name), fold(row.full_name)}
        ]
        if len(found) != 1:
            raise DeskError("import.commune_unknown", "commune")
        return found[0]

    def _point(self, text: str) -> str:
        if text and not any(row.code == text and row.holds(self.on) for row in self.reference.points):
            raise DeskError("import.point_unknown", "point")
        return text


def _in_turn(versions: Iterable[Agency]) -> list[Agency]:
    """Versions of one agency in the order of their days, none beyond the beginning of the next."""
    rows = sorted(versions, key=lambda row: row.valid_from)
    for place, follower in enumerate(rows[1:]):
        last_day = follower.valid_from - timedelta(days=1)
        ends = rows[place].valid_to
        rows[place] = replace(rows[place], valid_to=min(ends, last_day) if ends else last_day)
    return rows
