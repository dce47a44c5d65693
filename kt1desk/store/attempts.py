"""Wrong passwords: five are free, then each one costs a wait of 30 s, doubling up to 15 minutes, and never for ever.

A desk with one clerk must not be locked for good by a child at the keyboard, nor opened by patience. The counters lie in a file outside
the database, which is closed at that time; they survive a restart. Within one boot the wait runs on the monotonic clock, so a wall clock
set back or forward changes nothing; after a reboot the wall clock counts, but only where it went forward.

Names are not kept: a name picks one of 256 counters by a keyed hash, so that a password typed into the wrong field is not written down, and
unknown names cost what known ones cost. Beside them stands one number, which names nobody: how many passwords were wrong, anybody's, since
somebody got in last; the journal takes it over with the next opening. This module must not know slots.
"""

from __future__ import annotations

import hmac
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.store import device_secret
from kt1desk.store.durable import read_small, replace_file
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder

FREE = 5
FIRST_WAIT_MS = 30_000
LONGEST_WAIT_MS = 15 * 60_000

_MAX_FILE_BYTES = 65_536
_MOST_FAILURES = 1_000
_MOST_REFUSED = 1_000_000
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


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds: counters by bucket, and the sum of wrong passwords that the journal does not know yet."""

    counters: Mapping[str, _Counter]
    refused: int = 0

    def with_counter(self, bucket: str, counter: _Counter) -> _Kept:
        return replace(self, counters={**self.counters, bucket: counter})


class Attempts:
    """The counters of one desk."""

    def __init__(self, path: Path, key: bytes, clock: Clock) -> None:
        self._path = path
        self._key = key
        self._clock = clock

    @classmethod
    def of(cls, folder: DataFolder, clock: Clock) -> Attempts:
        """Those of a data folder.

        Raises:
            DeskError: ``key.device_secret_*``, ``disk.*``.
        """
        return cls(folder.attempts, device_secret.read(folder.device_secret), clock)

    def begin(self, holder: str) -> None:
        """Count a try as failed before it is made, durably: killing the program in the middle gains nothing.

        Raises:
            DeskError: ``login.wait`` with ``seconds`` (nothing is counted then); ``disk.*``.
        """
        kept = self._read()
        bucket = self._bucket(holder)
        before = kept.counters.get(bucket, _Counter())
        left = before.left(self._clock)
        if left > 0:
            # Written again on this boot's clocks: otherwise a wall clock that was set back would be waited for in full.
            if before.boot != self._clock.boot_id():
                self._write(kept.with_counter(bucket, self._stamped(before.failures, left)))
            raise DeskError("login.wait", "password", seconds=math.ceil(left / 1_000))
        failures = min(before.failures + 1, _MOST_FAILURES)
        counted = kept.with_counter(bucket, self._stamped(failures, wait_after(failures)))
        self._write(replace(counted, refused=min(kept.refused + 1, _MOST_REFUSED)))

    def succeeded(self, holder: str) -> None:
        """The password was right: the count starts again.

        Raises:
            DeskError: ``disk.*``.
        """
        bucket, kept = self._bucket(holder), self._read()
        others = {name: counter for name, counter in kept.counters.items() if name != bucket}
        self._write(_Kept(others, max(0, kept.refused - 1)))

    def refused(self) -> int:
        """How many passwords were wrong since this was last told.

        Raises:
            DeskError: ``disk.*``.
        """
        return self._read().refused

    def told(self, refused: int) -> None:
        """So many of them stand in the journal now; what came meanwhile is kept for the next time.

        Raises:
            DeskError: ``disk.*``.
        """
        kept = self._read()
        if refused:
            self._write(replace(kept, refused=max(0, kept.refused - refused)))

    def _stamped(self, failures: int, left_ms: int) -> _Counter:
        clock = self._clock
        return _Counter(failures, left_ms, clock.boot_id(), clock.monotonic_ms(), clock.now().utc_ms)

    def _bucket(self, holder: str) -> str:
        return hmac.digest(self._key, holder.encode(errors="surrogatepass"), "sha256")[:1].hex()

    def _read(self) -> _Kept:
        with translated():
            if not self._path.exists():
                return _Kept({})
            data = read_small(self._path, _MAX_FILE_BYTES)
        try:
            made = canonical.decode(data, _MAX_FILE_BYTES)
            rows, refused = made["counters"], made.get("refused", 0)
            if made["format"] != _FORMAT or not isinstance(rows, dict) or not isinstance(refused, int):
                return self._unknown()
            counters = {bucket: _counter(row) for bucket, row in rows.items()}
            return _Kept(counters, min(max(0, refused), _MOST_REFUSED))
        except (DeskError, KeyError, TypeError, ValueError):
            return self._unknown()

    def _unknown(self) -> _Kept:
        """A file that cannot be read must neither open the door nor bar it: everybody has used up the free tries, nobody waits."""
        return _Kept({f"{bucket:02x}": _Counter(FREE) for bucket in range(256)}, FREE)

    def _write(self, kept: _Kept) -> None:
        rows: dict[str, Json] = {
            bucket: [c.failures, c.left_ms, c.boot, c.mono_ms, c.wall_ms]
            for bucket, c in kept.counters.items()
        }
        made: dict[str, Json] = {"counters": rows, "format": _FORMAT, "refused": kept.refused}
        data = canonical.encode(made, _MAX_FILE_BYTES)
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
