"""Files for the post's other systems on an open desk: which there are, a file written to a disk, an answer read from one.

A file is written down in the journal before it is written to the disk: where the disk refuses, its number is told, by which the same file
is made again. This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
from kt1desk.exchange.sheets.writing import csv_bytes
from kt1desk.services.audit_log import note_export
from kt1desk.services.course import closing
from kt1desk.services.other_systems import FileRows, OtherSystems
from kt1desk.services.system_answers import AnswerLine, SystemAnswers

_EXPORT = "system_file"
_WIDEST = 40
"""In characters, a column of a workbook."""


def _workbook(made: FileRows) -> bytes:
    columns = zip(made.titles, *made.rows, strict=True)
    widths = [min(_WIDEST, 2 + max(map(len, column))) for column in columns]
    return xlsx_bytes(made.titles, widths, made.rows)


_MAKERS: Mapping[str, Callable[[FileRows], bytes]] = MappingProxyType(
    {".csv": lambda made: csv_bytes(made.titles, made.rows), ".xlsx": _workbook}
)


def systems_of(desk: OpenDesk) -> OtherSystems:
    """What other systems are given."""
    return OtherSystems(desk.store, desk.reference, desk.clock)


def export_to(desk: OpenDesk, system: str, path: str, batch: str = "") -> tuple[FileRows, Path]:
    """The next file of a system, or (``batch``) the same as before again; returns what stands in it and where it is.

    Raises:
        DeskError: ``system.file_ending``, ``system.file_exists`` and ``system.no_folder`` with field ``file``, before anything is written
            down; ``system.not_written`` where the disk refused the file that is written down already; ``work.stopped``: nothing was
            written; what `OtherSystems.export` and `OtherSystems.again` raise.
    """
    file = _new_file(path)
    systems = systems_of(desk)
    made = systems.again(desk.session, system, batch) if batch else systems.export(desk.session, system)
    data = _MAKERS[file.suffix.lower()](made)
    closing()  # what was ended by then is told as that, and not as a file that the disk refused
    try:
        note_export(desk.store, desk.session.actor.user_id, _EXPORT, (len(made.rows), data))
        write_new(file, data, taken="system.file_exists", mode=0o600)
    except DeskError as error:
        raise DeskError("system.not_written", "file", batch=made.batch) from error
    return made, file


def take_answer(desk: OpenDesk, system: str, path: str) -> Sequence[AnswerLine]:
    """The answer of a system in a file, taken in line by line.

    Raises:
        DeskError: what reading the file refuses; what `SystemAnswers.take` raises.
    """
    answers = SystemAnswers(desk.store, desk.reference, desk.clock, PaperFit())
    _, layout = answers.layout(desk.session, system)
    return answers.take(desk.session, system, read_sheet(_path(path), layout))


def proposed_file(name: str) -> str:
    """Where a file may go: in the user's own folder."""
    return str(Path.home() / f"{name.replace('_', '-')}.xlsx")


def _path(path: str) -> Path:
    return Path(path.strip().strip('"')).expanduser()


def _new_file(path: str) -> Path:
    """Where nothing is yet and something may be put: asked before the journal says that a file was made."""
    file = _path(path)
    if file.suffix.lower() not in _MAKERS:
        raise DeskError("system.file_ending", "file")
    if not file.parent.is_dir():
        raise DeskError("system.no_folder", "file")
    if file.exists():
        raise DeskError("system.file_exists", "file")
    return file
