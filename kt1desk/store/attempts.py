"""Wrong passwords: five are free, then each one costs a wait of 30 s, doubling up to 15 minutes, and never for ever.

A desk with one clerk must not be locked for good by a child at the keyboard, nor opened by patience. The counters lie in a file outside
the database, which is closed at that time; they survive a restart. Within one boot the wait runs on the monotonic clock, so a wall clock
set back or forward changes nothing; after a reboot the wall clock counts, but only where it went forward.

Names are not kept: a name picks one of 256 counters by a keyed hash, so that a password typed into the wrong field is not written down, and
unknown names cost what known ones cost. This module must not know slots.
"""

from __future__ import annotations

import hmac
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.store.durable import replace_file
from kt1desk.store.failures import translated

FREE = 5
FIRST_WAIT_MS = 30_000
LONGEST_WAIT_MS = 15 * 60_000

_MAX_FILE_BYTES = 65_536
_MOST_FAILURES = 1_000
_FORMAT = 1


def wait_after(failures: int) -> int:
    """Milliseconds to wait after so many failures in a row."""
    doublings = failures - FREE
    if doublings < 0:
        return 0
    return min(LONGEST_WAIT_MS, FIRST_WAIT_MS << min(doublings, LONGEST_WAIT_MS.bit_length()))


@dataclass(frozen=True, slots=True)
class _Counter:
    """Failures in a row, the wait that was left, and the clocks when that was so."""

    failures: int = 0
    left_ms: int = 0
    boot: str = ""
    mono_ms: int = 0
    wall_ms: int = 0

    def left(self, clock: Clock) -> int:
        """Milliseconds still to wait."""
        same_boot = clock.boot_id() == self.boot
        passed = clock.monotonic_ms() - self.mono_ms if same_boot else clock.now().utc_ms - self.wall_ms
        return max(0, self.left_ms - max(0, passed))


class Attempts:
    """The counters of one desk."""

    def __init__(self, path: Path, key: bytes, clock: Clock) -> None:
        self._path = path
        self._key = key
        self._clock = clock

    def begin(self, holder: str) -> None:
        """Count a try as failed before it is made, durably: killing the program in the middle gains nothing.

        Raises:
            DeskError: ``login.wait`` with ``seconds`` (nothing is counted then); ``disk.*``.
        """
        counters = dict(self._read())
        bucket = self._bucket(holder)
        before = counters.get(bucket, _Counter())
        left = before.left(self._clock)
        if left > 0:
            # Written again on this boot's clocks: otherwise a wall clock that was set back would be waited for in full.
            if before.boot != self._clock.boot_id():
                self._write({**counters, bucket: self._stamped(before.failures, left)})
            raise DeskError("login.wait", "password", seconds=math.ceil(left / 1_000))
        failures = min(before.failures + 1, _MOST_FAILURES)
        self._write({**counters, bucket: self._stamped(failures, wait_after(failures))})

    def succeeded(self, holder: str) -> None:
        """The password was right: the count starts again.

        Raises:
            DeskError: ``disk.*``.
        """
        bucket = self._bucket(holder)
        self._write({name: counter for name, counter in self._read().items() if name != bucket})

    def _stamped(self, failures: int, left_ms: int) -> _Counter:
        clock = self._clock
        return _Counter(failures, left_ms, clock.boot_id(), clock.monotonic_ms(), clock.now().utc_ms)

    def _bucket(self, holder: str) -> str:
        return hmac.digest(self._key, holder.encode(errors="surrogatepass"), "sha256")[:1].hex()

    def _read(self) -> Mapping[str, _Counter]:
        with translated():
            if not self._path.exists():
                return {}
            data = self._path.read_bytes()
        try:
            made = canonical.decode(data, _MAX_FILE_BYTES)
            rows = made["counters"]
            if made["format"] != _FORMAT or not isinstance(rows, dict):
                return self._unknown()
            return {bucket: _counter(row) for bucket, row in rows.items()}
        except (DeskError, KeyError, TypeError, ValueError):
            return self._unknown()

    def _unknown(self) -> Mapping[str, _Counter]:
        """A file that cannot be read must neither open the door nor bar it: everybody has used up the free tries, nobody waits."""
        return {f"{bucket:02x}": _Counter(FREE) for bucket in range(256)}

    def _write(self, counters: Mapping[str, _Counter]) -> None:
        rows: dict[str, Json] = {
            bucket: [c.failures, c.left_ms, c.boot, c.mono_ms, c.wall_ms] for bucket, c in counters.items()
        }
        data = canonical.encode({"counters": rows, "format": _FORMAT}, _MAX_FILE_BYTES)
        with translated():
            replace_file(self._path, data)


def _counter(row: Json) -> _Counter:
    if not isinstance(row, list):
        raise TypeError
    failures, left_ms, boot, mono_ms, wall_ms = row
    numbers = [n for n in (failures, left_ms, mono_ms, wall_ms) if isinstance(n, int)]
    if len(numbers) != 4 or not isinstance(boot, str):
        raise TypeError
    failures, left_ms, mono_ms, wall_ms = numbers
    return _Counter(failures, min(left_ms, LONGEST_WAIT_MS), boot, mono_ms, wall_ms)
