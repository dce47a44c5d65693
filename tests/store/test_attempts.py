"""The wait after wrong passwords grows, survives everything, and ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.attempts import Attempts, wait_after
from tests.support.clocks import HandClock

MINUTE = 60_000


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.json"


def _wait(path: Path, clock: HandClock, holder: str = "an") -> int:
    """Seconds a try has to wait; a try that need not wait is made and fails."""
    try:
        Attempts(path, b"key", clock).begin(holder)
    except DeskError as error:
        return int(error.details["seconds"])  # only `login.wait` has it
    return 0


def _fail(path: Path, clock: HandClock, times: int) -> None:
    """So many wrong passwords in a row, each made as soon as it may be."""
    for _ in range(times):
        clock.pass_ms(15 * MINUTE)
        assert _wait(path, clock) == 0


def test_five_tries_are_free_then_the_wait_doubles_up_to_fifteen_minutes() -> None:
    assert [wait_after(failures) // 1_000 for failures in range(13)] == [
        0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ]  # fmt: skip
    assert wait_after(1_000) == 15 * MINUTE


def test_each_try_counts_though_the_program_is_started_anew_every_time(path: Path, clock: HandClock) -> None:
    waits = []
    for _ in range(10):
        left = _wait(path, clock)
        waits.append(left)
        clock.pass_ms(left * 1_000)
        if left:
            assert _wait(path, clock) == 0

    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480]


def test_a_refused_try_neither_counts_nor_begins_the_wait_again(path: Path, clock: HandClock) -> None:
    _fail(path, clock, 6)

    waits = []
    for _ in range(6):
        waits.append(_wait(path, clock))
        clock.pass_ms(10_000)

    assert waits == [60, 50, 40, 30, 20, 10]
    assert _wait(path, clock) == 0


def test_the_right_password_makes_the_tries_free_again(path: Path, clock: HandClock) -> None:
    _fail(path, clock, 5)
    clock.pass_ms(MINUTE)

    attempts = Attempts(path, b"key", clock)
    attempts.begin("an")
    attempts.succeeded("an")

    assert [_wait(path, clock) for _ in range(6)] == [0, 0, 0, 0, 0, 30]


@pytest.mark.parametrize("jump_ms", [-10 * 365 * 24 * 60 * MINUTE, -MINUTE, 60 * MINUTE])
def test_a_wall_clock_set_back_or_forward_changes_nothing(path: Path, clock: HandClock, jump_ms: int) -> None:
    _fail(path, clock, 6)

    clock.wall_ms += jump_ms
    before = _wait(path, clock)
    clock.mono_ms += 59_999
    almost = _wait(path, clock)
    clock.mono_ms += 1

    assert (before, almost, _wait(path, clock)) == (60, 1, 0)


def test_a_reboot_neither_shortens_nor_restarts_the_wait(path: Path, clock: HandClock) -> None:
    _fail(path, clock, 6)

    clock.pass_ms(20_000)
    clock.reboot()

    assert _wait(path, clock) == 40


def test_a_night_switched_off_ends_the_wait(path: Path, clock: HandClock) -> None:
    _fail(path, clock, 12)

    clock.wall_ms += 8 * 60 * MINUTE
    clock.reboot()

    assert _wait(path, clock) == 0


def test_a_reboot_with_the_clock_set_back_years_does_not_shorten_the_wait_and_it_still_ends(
    path: Path, clock: HandClock
) -> None:
    _fail(path, clock, 6)

    clock.wall_ms -= 10 * 365 * 24 * 60 * MINUTE
    clock.reboot()
    first = _wait(path, clock)
    clock.pass_ms(60_000)

    assert (first, _wait(path, clock)) == (60, 0)


def test_other_users_do_not_wait(path: Path, clock: HandClock) -> None:
    _fail(path, clock, 8)

    assert _wait(path, clock, "binh") == 0


def test_names_are_not_written_down(path: Path, clock: HandClock) -> None:
    typed_into_the_wrong_field = "matkhau-cua-toi"

    _wait(path, clock, typed_into_the_wrong_field)

    assert typed_into_the_wrong_field.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b"[]",
        b'{"counters":[],"format":1}',
        b'{"counters":{"00":[1,2]},"format":1}',
        b'{"counters":{"00":["a",1,"b",1,1]},"format":1}',
        b'{"counters":{"00":[1,1,1,1,1]},"format":1}',
        b'{"counters":{"00":7},"format":1}',
        b'{"counters":{},"format":2}',
    ],
)
def test_a_file_that_cannot_be_read_neither_opens_the_door_nor_bars_it(
    path: Path, clock: HandClock, data: bytes
) -> None:
    path.write_bytes(data)

    assert [_wait(path, clock), _wait(path, clock)] == [0, 60]


def test_an_endless_wait_written_into_the_file_is_cut_to_fifteen_minutes(
    path: Path, clock: HandClock
) -> None:
    row = f'[9,9007199254740991,"{clock.boot}",{clock.mono_ms},{clock.wall_ms}]'
    counters = ",".join(f'"{bucket:02x}":{row}' for bucket in range(256))
    path.write_text(f'{{"counters":{{{counters}}},"format":1}}')

    assert _wait(path, clock) == 900


def test_where_nothing_can_be_written_no_try_is_made(tmp_path: Path, clock: HandClock) -> None:
    with pytest.raises(DeskError, match=r"disk\."):
        Attempts(tmp_path / "none" / "attempts.json", b"key", clock).begin("an")
