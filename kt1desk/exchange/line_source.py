"""A release of the program read over the line, piece by piece, on a connection of its own beside the one for frames.

Implements `kt1desk.upgrade.source.Source`, which this room does not know. A piece is asked for when the one before has come: a thin line is
left to frames in between. What had come of a zip when the line was cut is kept, and the next reading goes on from there; what it is
worth is proved by whoever reads it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import LiteralString

import psycopg

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.gate_line import Connection, connected
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.line_trouble import not_connected, server_said

PIECE_BYTES = 65_536
"""As the gate keeps it (``alembic/centre/gate/sql/0005``)."""
_ASK: LiteralString = "SELECT gate.release_piece(%s::text, %s::int4)"
_KEPT_ENDING = ".zip"
"""Only these are large, and only these never change under their name."""


class LineSource:
    """The centre's gate as a place with a release.

    Args:
        settings: the way to the gate.
        kept: folder for what had come of a zip before a cut; None keeps nothing. It is made where it is not there.
        label: how a person knows it.
    """

    def __init__(self, settings: LineSettings, kept: Path | None = None, label: str = "đường mạng") -> None:
        self._settings = settings
        self._kept = kept
        self.label = label

    def read(self, name: str, most_bytes: int) -> Iterator[bytes]:
        """The bytes of a file, at most ``most_bytes`` and one more.

        Raises:
            FileNotFoundError: the centre has no such file, or does not know this desk.
            DeskError: ``line.*`` when the line fails; what has come of a zip is kept.
            OSError: the folder for what was kept cannot be written.
        """
        left = most_bytes + 1
        for piece in self._pieces(name):
            yield piece[:left]
            left -= len(piece)
            if left <= 0:
                return

    def _pieces(self, name: str) -> Iterator[bytes]:
        part = self._part_of(name)
        at = 0
        if part is not None:
            for at, piece in enumerate(_whole_pieces(part), 1):  # noqa: B007 - how many there were is what counts
                yield piece
        with _opened(self._settings) as connection:
            while piece := self._asked(connection, name, at):
                if part is not None:
                    _keep(part, at, piece)
                yield piece
                at += 1
                if len(piece) < PIECE_BYTES:
                    break
        if part is not None:
            part.unlink(
                missing_ok=True
            )  # whoever wanted it has it; a file that turns out wrong is fetched from its beginning
        if not at:
            raise FileNotFoundError(errno.ENOENT, "the centre has no such file", name)

    def _part_of(self, name: str) -> Path | None:
        if self._kept is None or not name.endswith(_KEPT_ENDING):
            return None
        return self._kept / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.part"

    def _asked(self, connection: Connection, name: str, at: int) -> bytes:
        """One piece, b"" where there is none. A line on which nothing comes any more is cut by this desk."""
        dead = Timer(self._settings.answer_s, _cut, (connection.pgconn.socket,))
        dead.daemon = True
        dead.start()
        try:
            row = connection.execute(_ASK, (name, at), binary=True).fetchone()
        except psycopg.Error as error:
            raise server_said(error.sqlstate) if error.sqlstate else DeskError("line.cut") from None
        finally:
            dead.cancel()
        return bytes(row[0]) if row and row[0] is not None else b""


@contextlib.contextmanager
def _opened(settings: LineSettings) -> Iterator[Connection]:
    connection, trouble = connected(settings)
    if connection is None:
        raise not_connected(trouble)
    try:
        yield connection
    finally:
        with contextlib.suppress(psycopg.Error):
            connection.close()


def _cut(handle: int) -> None:
    """End the connection under libpq's hands: it reads the end of it and gives up."""
    with contextlib.suppress(OSError):
        line = socket.socket(fileno=handle)
        try:
            line.shutdown(socket.SHUT_RDWR)
        finally:
            line.detach()  # it is libpq's


def _whole_pieces(part: Path) -> Iterator[bytes]:
    """What was kept; the end of it may have been cut off in the middle of a piece, and is asked for again."""
    with contextlib.suppress(FileNotFoundError), part.open("rb") as kept:
        while len(piece := kept.read(PIECE_BYTES)) == PIECE_BYTES:
            yield piece


def _keep(part: Path, at: int, piece: bytes) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    with part.open("r+b" if part.exists() else "xb") as kept:
        kept.seek(at * PIECE_BYTES)
        kept.write(piece)
        kept.truncate()
