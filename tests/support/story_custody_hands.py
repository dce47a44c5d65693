"""Hands at a desk, whatever the page: scans, pictures, what is said and shown, the papers that came out.

What is told to a page is told by keys of the X server and by the scanner's line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kt1desk.desktop.widgets import WholeRowsTable
from tests.support.story import RunningDesk, pass_ms, until
from tests.support.story_dossiers import picture
from tests.support.story_machines import Counter

_TWO_FRAMES_MS = 60


@dataclass(frozen=True)
class AtDesk:
    """A clerk at a running desk."""

    desk: RunningDesk
    counter: Counter
    step: str = ""
    pictures: Path | None = None

    def scan(self, *codes: str) -> None:
        """Labels and tags before the scanner on its line, one after the other."""
        for code in codes:
            self.counter.scanner.send(f"{code}\r".encode())
            self._wait_for_scan()

    def scan_parts(self, parts: Sequence[bytes]) -> None:
        """Codes of a manifest before the same scanner: it sends their bytes as they are."""
        for part in parts:
            self.counter.scanner.send(part + b"\r")
            self._wait_for_scan()

    def picture(self, name: str) -> None:
        """What the clerk sees now."""
        pass_ms(_TWO_FRAMES_MS)
        picture(self.desk, self.pictures, f"custody-{self.step}-{name}")

    def said(self, part: str) -> str:
        """The sentence below the search field, once it says so."""
        self.desk.until_text("search_note", part)
        return self.desk.text("search_note")

    def rows(self, table: str) -> list[list[str]]:
        """A table as it stands on the screen."""
        model = self.desk.part(WholeRowsTable, table).model()
        columns = range(model.columnCount())
        return [
            [str(model.index(at, column).data() or "") for column in columns]
            for at in range(model.rowCount())
        ]

    def papers(self, kind: str, count: int = 1) -> list[Path]:
        """The files of a kind of paper, once there are so many, oldest first."""
        folder = self.desk.place.options.papers
        until(lambda: len(list(folder.glob(f"{kind}*.pdf"))) >= count, f"{count} × {kind} in the folder")
        self.desk.idle()
        return sorted(folder.glob(f"{kind}*.pdf"))

    def _wait_for_scan(self) -> None:
        """The scan has reached the page and every job it began has come back."""
        report = self.desk.program.office
        assert report is not None
        dispatcher, before = report.machines.dispatcher, report.machines.dispatcher.last
        until(lambda: dispatcher.last is not before, "the scan to arrive")
        self.desk.idle()

    def look_up(self, number: str) -> str:
        """A number on the page of records; returns in which state it is said to be."""
        self.desk.keyboard.press("ctrl+t")
        self.desk.idle()
        self.scan(number)
        until(lambda: self.desk.text("record_number").replace(" ", "") == number, f"the record of {number}")
        self.picture(f"record-{number}")
        return self.desk.text("record_state")

    def work(self, place: str, key: str, focus: str) -> None:
        """A work of a page: its place, its key, and where the keys are then."""
        self.desk.keyboard.press(place, key)
        self.desk.idle()
        self.desk.until_focus(focus)
