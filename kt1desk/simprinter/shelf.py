"""Where paper is put away: a folder with a PNG file for each piece, numbered as they came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kt1desk.simprinter.picture import Picture


class Shelf:
    """A folder of pages; what lies there from before is kept.

    Raises:
        OSError: it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._first = 1 + max(
            (int(path.stem) for path in folder.glob("*.png") if path.stem.isdigit()), default=0
        )
        self._put = 0

    def misses(self, pages: Sequence[Picture]) -> bool:
        """Whether a page is not yet put away."""
        return len(pages) > self._put

    def put(self, pages: Sequence[Picture]) -> list[Path]:
        """Write those that are new; returns their files.

        Raises:
            OSError: the folder cannot be written.
        """
        written = []
        for page in pages[self._put :]:
            path = self._folder / f"{self._first + self._put:04d}.png"
            path.write_bytes(page.png())
            written.append(path)
            self._put += 1
        return written
