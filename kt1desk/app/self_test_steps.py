"""Steps of the self-test and its report: each step runs whatever became of the others, and what it found is a line for people.

The report is written anew after every step and names the one under way: where Qt or a library ends the whole process, the file says
where. This module must not know what is tested.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

_MOST_LETTERS = 300
"""Of what a library says: it is told to people."""


class Verdict(StrEnum):
    """What became of a step; only the last one is a failure."""

    OK = "ĐẠT"
    NOTE = "LƯU Ý"
    FAILED = "HỎNG"


@dataclass(frozen=True, slots=True)
class Found:
    """What a step found, as a sentence without a full stop."""

    words: str
    verdict: Verdict = Verdict.OK


class StepError(Exception):
    """A step failed; the message says in Vietnamese what is wrong."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is tried.

    Attributes:
        title: what it is about.
        run: tries it; whatever it raises is a failure of this step and of no other.
        todo: what a person does about a failure.
    """

    title: str
    run: Callable[[], Found]
    todo: str


class Report:
    """The lines on standard output and in a file.

    Args:
        heading: lines above the steps.
        file: where the report goes beside standard output; None for nowhere.

    Raises:
        OSError: the file cannot be written.
    """

    def __init__(self, heading: Sequence[str], file: Path | None) -> None:
        self._file = file
        self._lines: list[str] = []
        for line in heading:
            self.add(line)

    def add(self, line: str) -> None:
        """One more line."""
        self._lines.append(line)
        if sys.stdout is not None:  # a program without a console has none
            print(line, flush=True)
        self._write()

    def trying(self, title: str) -> None:
        """Name the step under way, in the file only."""
        self._write(f"…  đang thử: {title} (báo cáo dừng ở đây nghĩa là chương trình bị ngắt tại bước này)")

    def _write(self, *more: str) -> None:
        if self._file is not None:
            self._file.write_text("\n".join([*self._lines, *more]) + "\n", encoding="utf-8")


def run_steps(steps: Sequence[Step], report: Report) -> bool:
    """Run all steps one after the other; returns whether none failed."""
    counts = dict.fromkeys(Verdict, 0)
    for step in steps:
        report.trying(step.title)
        begun = time.perf_counter()
        found = _tried(step)
        counts[found.verdict] += 1
        seconds = f"{time.perf_counter() - begun:.2f}".replace(".", ",")
        report.add(f"[{found.verdict:<5}] {seconds:>6} s  {step.title}: {found.words}")
        if found.verdict is Verdict.FAILED:
            report.add(f"{'':17}→ {step.todo}")
    failed = counts[Verdict.FAILED]
    noted = f", {counts[Verdict.NOTE]} điều lưu ý" if counts[Verdict.NOTE] else ""
    told = f"HỎNG {failed} trong {len(steps)} bước" if failed else f"ĐẠT cả {len(steps)} bước"
    report.add(f"KẾT QUẢ: {told}{noted}.")
    return not failed


def _tried(step: Step) -> Found:
    try:
        return step.run()
    except StepError as error:
        return Found(str(error), Verdict.FAILED)
    except DeskError as error:
        return Found(f"{sentence(error)} ({error.code})", Verdict.FAILED)
    except Exception as error:  # noqa: BLE001  the report is what this is for; all data are invented here
        words = " ".join(str(error).split())[:_MOST_LETTERS]
        return Found(f"{type(error).__name__}: {words}", Verdict.FAILED)
