"""The mark of an open shift: a plain file beside the encrypted store, for whoever must know and cannot open it.

An upgrade that a service of the system carries out, and a setup, may begin only between two shifts. All that the file says is that it is
there: nothing of who works or what lies here. It errs on one side alone, a mark without a shift; the next log-in puts that right. This
module must not know what a shift is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.store.disk import disk_translated
from kt1desk.store.durable import replace_file, sync_folder

_WORDS = b"ca dang mo\n"


class ShiftMark:
    """The mark at a path; both its ways are on the disk when they return."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_there(self) -> bool:
        """Whether anything lies there: what nobody can read counts as a mark, too."""
        return self._path.exists() or self._path.is_symlink()

    def put(self) -> None:
        """Say that a shift is open. Twice is the same as once.

        Raises:
            DeskError: ``disk.*``.
        """
        if not self.is_there():
            with disk_translated():
                replace_file(self._path, _WORDS)

    def remove(self) -> None:
        """Say that none is open. Twice is the same as once.

        Raises:
            DeskError: ``disk.*``.
        """
        if self.is_there():
            with disk_translated():
                self._path.unlink()
                sync_folder(self._path.parent)

    def follow(self, *, is_open: bool) -> None:
        """Be what the journal says. A disk that refuses keeps nobody from his desk: a mark that stays only puts an upgrade off."""
        try:
            self.put() if is_open else self.remove()
        except DeskError as error:
            logging.getLogger(__name__).warning("shift mark: %s", error.code)

    @contextmanager
    def changing(self, is_open: Callable[[], bool]) -> Iterator[None]:
        """While the block opens or closes a shift the mark stands; afterwards it is what ``is_open`` says. Cut off in between, it stays.

        Raises:
            DeskError: ``disk.*`` before the block is entered: no shift is opened that nobody outside would know of.
        """
        self.put()
        try:
            yield
        finally:
            self.follow(is_open=is_open())
