"""A release of the program laid into the gate, from where desks fetch it over the line (`kt1desk.exchange.line_source`).

The gate has one release at a time, and it changes in one transaction: a desk that reads meanwhile gets files of two releases, proves that
they do not belong together, and asks again later. This module must not know what is in the files; the desks prove it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from psycopg import errors

from kt1desk.centre.cluster_sql import Connection
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.line_source import PIECE_BYTES

_TIMESTAMP = "metadata/timestamp.json"
_PARTS = ("metadata", "targets")


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file of the release in the gate."""

    name: str
    bytes_long: int
    sha256: str


def files_in(folder: Path) -> Mapping[str, Path]:
    """The files of a release in a folder, by their names in the gate.

    Raises:
        DeskError: ``upgrade.none_found``: the folder holds no release.
    """
    found = {
        path.relative_to(folder).as_posix(): path
        for part in _PARTS
        for path in sorted((folder / part).rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    if _TIMESTAMP not in found:
        raise DeskError("upgrade.none_found", "folder")
    return found


def put_release(gate: Connection, folder: Path) -> tuple[int, int]:
    """Let the gate have this release and no other; files that are there already are left alone.

    Returns:
        How many files were written, and how many it has now.

    Raises:
        DeskError: ``upgrade.none_found``; ``centre.not_operator``; ``centre.not_prepared`` where the gate is of an older program.
    """
    files = files_in(folder)
    try:
        with gate.transaction():
            there = {each.name: each.sha256 for each in release_files(gate)}
            new = [name for name, path in files.items() if _sum_of(path) != there.get(name)]
            gate.execute(
                "DELETE FROM gate.release_file WHERE name <> ALL (%s::text[]) OR name = ANY (%s::text[])",
                (list(files), new),
            )
            with gate.cursor() as cursor:
                for name in new:
                    rows = ((name, at, piece) for at, piece in enumerate(_pieces(files[name])))
                    cursor.executemany(
                        "INSERT INTO gate.release_file (name, at, bytes) VALUES (%s, %s, %b)", rows
                    )
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error
    return len(new), len(files)


def release_files(gate: Connection) -> list[ReleaseFile]:
    """What the gate has, by name.

    Raises:
        DeskError: ``centre.not_operator``, ``centre.not_prepared``.
    """
    try:
        rows = gate.execute(
            "SELECT name, sum(octet_length(bytes)), encode(sha256(string_agg(bytes, ''::bytea ORDER BY at)), 'hex')"
            " FROM gate.release_file GROUP BY name ORDER BY name"
        ).fetchall()
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error
    except errors.UndefinedTable as error:
        raise DeskError("centre.not_prepared") from error
    return [ReleaseFile(name, int(length), digest) for name, length, digest in rows]


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE_BYTES):
            yield piece
