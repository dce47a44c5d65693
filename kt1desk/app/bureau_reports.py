"""Reports over many points: `kt1desk centre report` over the centre's tables, `kt1desk figures report` over files of figures.

    kt1desk centre report kt1_results --dsn "host=… user=lan.be …" --from 2026-07-01 --to 2026-09-30 --pdf quy-3.pdf
    kt1desk figures report bcci_results *.kt1so --keys danh-sach-khoa.json --fingerprint … --from … --to … --scope 240000 --xlsx q3.xlsx

A report that is made here is a draft: issuing belongs to a desk with its journal. This module must not know how anything is counted.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kt1desk.app.bureau_lists import lists_of
from kt1desk.app.clock import SystemClock
from kt1desk.app.report_output import report_file
from kt1desk.app.report_text import report_lines
from kt1desk.centre.figures_command import reading
from kt1desk.centre.pg_figures import PgFigures
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.half_months import half_begin, half_end
from kt1desk.domain.reporting.periods import asked_period
from kt1desk.domain.reporting.report import Missing
from kt1desk.exchange.figure_file import desks_of, read_file
from kt1desk.exchange.figure_files import FigureFiles
from kt1desk.exchange.key_list import KIND, prove_by_fingerprint
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.trust import KeyList
from kt1desk.services.report_bureau import Bureau, ManyPoints
from kt1desk.services.report_ports import Entry
from kt1desk.services.report_values import FILE_KINDS, Shown
from kt1desk.services.shifts import local_date


@dataclass(frozen=True, slots=True)
class FilesOfPoints:
    """Implements `ManyPoints` with files of figures; which desks there are is said by the province's key list."""

    files: FigureFiles
    keys: KeyList

    def counted(
        self,
        first: date,
        last: date,
        measures: frozenset[Measure],  # noqa: ARG002 - they are all here
        *,
        by_day: bool,  # noqa: ARG002 - files know half months
    ) -> Sequence[Figure]:
        """See `ManyPoints`; all measures by half months, whatever is asked for."""
        return self.files.figures(first, last)

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """See `ManyPoints`."""
        return self.files.register_entries(registers)

    def missing(self, first: date, last: date, names: Mapping[str, str], *, kt1: bool) -> Sequence[Missing]:
        """See `ManyPoints`."""
        desks = desks_of(self.keys, first, last)
        found = self.files.missing(desks, first, last, lambda point: names.get(point, point), kt1=kt1)
        unknown = names.keys() - {desk.point for desk in desks}
        return sorted(
            (*found, *(Missing(point, names[point]) for point in unknown)), key=lambda each: each.point
        )

    def begun(self) -> Mapping[str, str]:
        """See `ManyPoints`."""
        return self.files.begun()

    def tells(self, first: date, last: date) -> bool:
        """See `ManyPoints`: files know whole half months."""
        return first == half_begin(first) and last == half_end(last)

    def may_read(self, points: frozenset[str], *, kt1: bool) -> bool:  # noqa: ARG002 - whoever has the files
        """See `ManyPoints`: whoever has the files reads them."""
        return True


def report_from_files(asked: argparse.Namespace) -> int:
    """A report over files of figures; 1 where a point is missing.

    Raises:
        DeskError: ``figure_file.*``, ``key_list.*``, ``reporting.*``.
    """
    keys = prove_by_fingerprint(KIND.read(asked.keys), asked.fingerprint).content
    today = local_date(SystemClock().now())
    files = FigureFiles(read_file(path, keys, today) for path in asked.files)
    source = f"Số liệu theo {len(asked.files)} tệp của các bàn, đọc ngày {today:%d/%m/%Y}."
    with _writing(asked) as outs:
        return _made(FilesOfPoints(files, keys), source, asked, outs)


def report_from_centre(asked: argparse.Namespace) -> int:
    """A report over the centre's tables; 1 where a point is missing.

    Raises:
        DeskError: ``reporting.*``, ``centre.*``.
    """
    today = local_date(SystemClock().now())
    with _writing(asked) as outs, reading(asked.dsn) as core:
        source = f"Số liệu từ sổ cái của trung tâm, đọc ngày {today:%d/%m/%Y}."
        return _made(PgFigures(core), source, asked, outs)


@contextmanager
def _writing(asked: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    """The files that are wanted, refused before anything is asked."""
    named = ((kind, str(getattr(asked, kind))) for kind in FILE_KINDS)
    outs = tuple(
        name if name.lower().endswith(f".{kind}") else f"{name}.{kind}" for kind, name in named if name
    )
    for out in outs:
        report_file(out)
    yield outs


def _made(told: ManyPoints, source: str, asked: argparse.Namespace, outs: Sequence[str]) -> int:
    bureau = Bureau(told, *lists_of(asked.documents), source)
    period, today = asked_period(asked.first, asked.last), local_date(SystemClock().now())
    report = bureau.report(asked.template, period, asked.scope, today)
    shown = Shown(report, None, kt1=False)
    for line in report_lines(shown):
        print(line)
    for out in outs:
        file, maker = report_file(out)
        write_new(Path(file), maker(shown, False), taken="reporting.file_exists", mode=0o600)
        print(f"Đã ghi {file}.")
    return 1 if report.missing else 0
