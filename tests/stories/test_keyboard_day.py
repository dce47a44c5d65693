"""A clerk's day by keyboard alone: the program as a process of its own, real keys of the X server, a hundred customers of every kind.

Vietnamese names are typed letter by letter, a wedge scanner reads labels at 60 keys a second, in the middle of words too; slips are taken
back, pages are left and come back to, the screen is blanked. Afterwards the books must hold exactly what was typed, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from statistics import median

import pytest

from kt1desk.app.options import Options
from kt1desk.domain.identifiers import number_at
from tests.support import day_ends
from tests.support.day_books import accepted, taken_back
from tests.support.day_hands import SCANNER_GAP_MS, Day
from tests.support.day_plan import Case, Kind, Trouble, long_day, short_day
from tests.support.desks import sample_reference
from tests.support.story_dossiers import books, verified
from tests.support.watched_desk import watched

_FIRST_LABEL = 60_000
"""A new roll: nobody took a number of it yet."""
_LABELS = 60


def _roll(prefix: str) -> list[str]:
    return [number_at(prefix, _FIRST_LABEL + at).text for at in range(_LABELS)]


@pytest.mark.parametrize(
    "plan",
    [pytest.param(plan, marks=pytest.mark.soak) for plan in (short_day, long_day)],
    ids=["short", "hundred"],
)
def test_a_day_by_keyboard_alone_leaves_in_the_books_what_was_typed_and_nothing_else(
    plan: Callable[[Sequence[str], Sequence[str]], list[Case]],
    display: str,
    tmp_path: Path,
    picture_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = Options(tmp_path / "data", tmp_path / "papers", trial=True)
    cases = plan(*(_roll(block.prefix) for block in sample_reference().sample_blocks))
    words = ("--trial", "--data-dir", str(options.data), "--paper-dir", str(options.papers))
    with watched(display, *words) as desk:
        day_ends.begin(desk)
        day = Day(desk, picture_folder)
        for case in cases:
            day.serve(case)
        day_ends.close(desk, day_ends.FLOAT_DONG + day.cash_dong)
        arrived = desk.looked_at
        pressed = desk.pressed
        day_ends.leave(desk)

    assert arrived == pressed
    kept = books(options, accepted)
    served = list(zip(day.numbers, cases, strict=True))
    assert [other for number, case in served for other in _otherwise(number, kept[number], case)] == []
    assert sorted(kept) == sorted(day.numbers)
    assert set(books(options, taken_back)) == day.taken_back
    assert "Sổ nguyên vẹn" in verified(options)
    with capsys.disabled():
        print(_report(day, desk.bursts_ms))
    # Of most bursts: a machine that has other work drags one now and then, and the table says by how much.
    assert abs(median(desk.bursts_ms) - SCANNER_GAP_MS) <= 2


def _expected(case: Case) -> Mapping[str, object]:
    """What the books must say; agencies by their ids, numbers only where one was scanned."""
    ids = {row.call_code: row.agency_id for row in sample_reference().agencies}
    return {
        name: ids.get(value, value) if isinstance(value, str) else value for name, value in case.kept.items()
    }


def _otherwise(number: str, kept: Mapping[str, object], case: Case) -> Sequence[str]:
    """Each thing of which the books say something else than was typed."""
    expected = _expected(case)
    assert set(kept) == set(expected)
    return [
        f"{number}, {case.kind.value}, {case.trouble.value}: {name} is {kept[name]!r}, typed {expected[name]!r}"
        for name in kept
        if kept[name] != expected[name] and (name != "number" or case.number)
    ]


def _report(day: Day, bursts_ms: Sequence[float]) -> str:
    """The table for `docs/measurements.md`."""
    lines = [
        "",
        "| loại | lượt không bị ngắt | phím, trung bình | nhiều nhất | trong đó chữ, số, lựa chọn | lượt bị ngắt | phím, trung bình |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind in Kind:
        keys, letters, others = day.keys[kind], day.letters[kind], day.disturbed[kind]
        lines.append(
            f"| {kind.value} | {len(keys)} | {_mean(keys)} | {max(keys, default=0)} | {_mean(letters)} |"
            f" {len(others)} | {_mean(others)} |"
        )
    troubles = ", ".join(f"{trouble.value}: {day.troubles[trouble]}" for trouble in Trouble)
    total = (
        f"{len(day.numbers)} lượt, {day.desk.pressed} phím tới cửa sổ, {len(bursts_ms)} loạt quét; {troubles}"
    )
    return "\n".join(chain(lines, ["", total, ""]))


def _mean(counts: Sequence[int]) -> str:
    return f"{sum(counts) / len(counts):.1f}" if counts else "–"
