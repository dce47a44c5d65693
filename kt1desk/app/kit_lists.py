"""What goes into kits beside the plan: lists and line files, looked at before anything is made.

A list is read here by the very importers that read it at the desk, so that what would be refused there is told here, by line and column.
This module must not know how a kit is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kt1desk.app.desk import reference_for
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import PlannedDesk
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.kit_file import KitList
from kt1desk.exchange.line_file import LineFile, open_line_file, read_line_file, whose
from kt1desk.exchange.sheets.limits import MAX_BYTES
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.staff_lists import KIND as STAFF_LIST
from kt1desk.exchange.staff_lists import prove_staff_list
from kt1desk.services.import_agencies import AgencyImporter
from kt1desk.services.import_columns import STAFF_COLUMNS
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.import_staff import person_of
from kt1desk.services.sheets import Column, Layout, SheetLine

LINE_ENDING = ".kt1line"
_CODES = Layout(
    (
        Column("device", "Bàn số", ("Số bàn", "Số thiết bị"), required=True),
        Column("code", "Mã một lần", ("Mã",), required=True),
    )
)
_TABLES = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class ListFault:
    """What is wrong in a file that goes with the kits."""

    file: str
    line: int
    title: str
    reason: DeskError


@dataclass(frozen=True, slots=True)
class LineOfDesk:
    """The line file of a desk, its code, and what is in it."""

    data: bytes = field(repr=False)
    code: str = field(repr=False)
    content: LineFile = field(repr=False)


class ListsOfKits:
    """The lists that kits are to bring.

    Args:
        agencies, procedures: tables for every desk, None for none.
        staff: a folder with a table or a signed list for each point, named by its code.
        on: the day of the making.
    """

    def __init__(self, agencies: Path | None, procedures: Path | None, staff: Path | None, on: date) -> None:
        self.faults: list[ListFault] = []
        self._tables = {"agencies": agencies, "procedures": procedures}
        self._staff = staff
        self._on = on

    def everywhere(self, home: str) -> tuple[KitList, ...]:
        """The lists of every desk; their mistakes are in `faults` then. ``home`` is the code of the province.

        Raises:
            DeskError: ``sheet.*``, ``file.*``.
        """
        reference = reference_for(trial=False)
        agencies = AgencyImporter(reference, self._on, home)
        procedures = ProcedureImporter(reference, self._on)
        made = []
        for kind, layout, read in (
            ("agencies", agencies.layout, agencies.read),
            ("procedures", procedures.layout, procedures.read),
        ):
            path = self._tables[kind]
            if path is not None:
                made.append(self._table(kind, path, layout, read))
        return tuple(made)

    def of_point(self, point: str, province: bytes) -> tuple[KitList, ...]:
        """Who works at a point: a list that the province signed, or a table; () for neither.

        Raises:
            DeskError: ``staff_list.*``, ``sheet.*``, ``file.*``.
        """
        if self._staff is None:
            return ()
        signed = self._staff / f"{point}.kt1staff"
        if signed.exists():
            data = STAFF_LIST.read(signed)
            if prove_staff_list(data, province).content.point != point:
                raise DeskError("staff_list.other_point")
            return (KitList("staff_list", signed.name, data),)
        tables = [path for ending in _TABLES if (path := self._staff / f"{point}{ending}").exists()]
        return tuple(self._table("staff", path, STAFF_COLUMNS, _person) for path in tables[:1])

    def _table(
        self, kind: str, path: Path, layout: Layout, read: Callable[[SheetLine, str], object]
    ) -> KitList:
        for line in read_sheet(path, layout).lines:
            try:
                if line.problem is not None:
                    raise line.problem
                read(line, path.name)
            except DeskError as error:
                title = layout.title_of(error.field)
                self.faults.append(ListFault(path.name, line.number, title, error))
        return KitList(kind, path.name, read_brought(path, MAX_BYTES))


def _person(line: SheetLine, _file: str) -> object:
    return person_of(line)


def lines_of_desks(folder: Path, codes: Path) -> Mapping[int, LineOfDesk]:
    """Every line file in a folder that has a code in the table, by the desk it is for.

    Raises:
        DeskError: ``line_file.*``, ``one_time.*``, ``sheet.*``, ``file.*``.
    """
    table = read_sheet(codes, _CODES)
    by_device = {line.text("device"): line.text("code") for line in table.lines}
    return dict(_opened(folder, by_device))


def _opened(folder: Path, codes: Mapping[str, str]) -> Iterator[tuple[int, LineOfDesk]]:
    for path in sorted(folder.glob(f"*{LINE_ENDING}")):
        data = read_line_file(path)
        device, _ = whose(data)
        code = codes.get(str(device), "")
        if code:
            yield device, LineOfDesk(data, code, open_line_file(data, code))


def line_for(desk: PlannedDesk, line: LineOfDesk | None, gate: str) -> LineOfDesk:
    """The line of a desk, once it fits what the plan and the desk file say.

    Args:
        desk: as it is planned.
        line: what was found for it.
        gate: the centre's mail key in hex, as it goes into the desk file; "" for none.

    Raises:
        DeskError: ``kit.line_missing``, ``kit.line_host``, ``line_file.other_desk``, ``line_file.no_gate_key``, ``line_file.other_gate``.
    """
    if line is None:
        raise DeskError("kit.line_missing", "centre", device=desk.device)
    said = line.content
    if said.point != desk.point:
        raise DeskError("line_file.other_desk", "centre", device=said.device, point=said.point)
    if desk.centre not in {said.host, f"{said.host}:{said.port}"}:
        raise DeskError("kit.line_host", "centre", host=f"{said.host}:{said.port}")
    if not gate:
        raise DeskError("line_file.no_gate_key", "centre")
    if said.gate_key != gate:
        raise DeskError("line_file.other_gate", "centre")
    return line
