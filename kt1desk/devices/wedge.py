"""Tells a keyboard-wedge scanner from a person typing, by timing and shape.

A wedge scanner types what it reads, so its codes would land in whatever field has the focus. Here every key that could
be part of a code is held until the burst is a whole code (and becomes a scan) or cannot become one (and is let go, in
order, as if nothing had happened). What is typed by hand is therefore never lost; a code is never split.

Pure: keys with their times come in, verdicts come out; whoever owns the keyboard replays, swallows and runs the timer.
This module must not know a window system, and no clock but the times of the keys.
"""

import math
from dataclasses import dataclass, replace

from kt1desk.devices.burst import LEAD_KEYS, Burst
from kt1desk.devices.keys import FAST, PROOF_MS, Key, KeyKind, Profile

SUFFIX_MS = 100
"""An Enter this soon after a scan is the second half of a CR+LF suffix, not a decision."""
_LATE_END_MS = 1000
"""An Enter pressed before the scan was told, but delivered after it, was its suffix: an input method or a busy program held it up."""
REWRITE_MS = 20
"""A hooking input method erases within a few milliseconds; no hand presses BackSpace that fast after a letter."""
REPEAT_MS = 20
"""X11 reports a doubled character within a millisecond as auto-repeat; a key that is held down repeats no faster than
every 25 ms."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now, in this order.

    Attributes:
        release: held keys to be replayed to the window, oldest first.
        retract: characters that had been let out as typing and belong to the scan: take them back out of the field.
        code: the scanned code, or "".
        hooked: an input method garbled a code beyond proof; nothing is accepted, the clerk is told to switch it off.
        widest_gap_ms: of a scan, the longest pause between two of its characters.
        proves: of a scan, that it came faster than any hand can type.
        keep: the key just fed is held, replayed or swallowed; otherwise let it through.
    """

    release: tuple[Key, ...] = ()
    retract: str = ""
    code: str = ""
    hooked: bool = False
    widest_gap_ms: float = 0.0
    proves: bool = False
    keep: bool = False

    def then(self, later: "Verdict") -> "Verdict":
        """This, and after it what the next key brought. Only one of both can be a scan: a scan takes two keys at least."""
        scan = self if self.code or self.hooked else later
        return replace(scan, release=self.release + later.release, keep=later.keep)


_KEPT = Verdict(keep=True)
_THROUGH = Verdict()


class Recogniser:
    """One keyboard's keys, judged as they come.

    Three situations: nothing held; holding a burst that may be a scan; or letting through the rest of a burst that
    cannot be one, so that the tail of a foreign code is never taken for a code of ours.
    """

    def __init__(self, profile: Profile = FAST) -> None:
        self._profile = profile
        self._held: list[Key] = []
        self._lead: list[Key] = []
        self._burst = Burst(profile, ())
        self._last_ms = -math.inf
        self._scan_ms = -math.inf
        self._passing = False
        self._handlers = {
            KeyKind.CHARACTER: self._on_character,
            KeyKind.END: self._on_end,
            KeyKind.ERASE: self._on_erase,
            KeyKind.RELEASE: self._on_release,
            KeyKind.OTHER: self._on_other,
        }

    @property
    def deadline_ms(self) -> float | None:
        """When :meth:`expire` is due unless another key comes first; None when nothing is held."""
        return self._last_ms + self._burst.limit_ms if self._held else None

    def feed(self, key: Key) -> Verdict:
        """Judge one key."""
        late = _THROUGH
        if self._held and key.kind is not KeyKind.RELEASE and self._since_last(key) > self._burst.limit_ms:
            late = self.expire(key.at_ms)
        verdict = self._handlers[key.kind](key)
        return verdict if late is _THROUGH else late.then(verdict)

    def expire(self, at_ms: float) -> Verdict:
        """No further key came in time: a whole code is a scan without a suffix, all else was typing."""
        if not self._held:
            return _THROUGH
        scan = self._finish(at_ms)
        if scan is not None:
            return scan
        typed = [key for key in self._held if key.kind is KeyKind.CHARACTER]
        self._lead = [*self._lead, *typed][-LEAD_KEYS:]
        return Verdict(release=self._let_go())

    def _on_character(self, key: Key) -> Verdict:
        elapsed = self._since_last(key)
        if key.repeated and not (self._held and elapsed < REPEAT_MS):
            return self._on_other(key)
        if self._passing and elapsed <= self._profile.gap_ms:
            self._last_ms = key.at_ms
            return _THROUGH
        self._passing = False
        if not self._held:
            self._burst = Burst(self._profile, self._lead)
        self._held.append(key)
        self._burst.add(key)
        self._last_ms = key.at_ms
        return _KEPT if self._burst.may_become_a_scan else self._give_up()

    def _on_end(self, key: Key) -> Verdict:
        if self._held:
            return self._finish(key.at_ms) or self._on_other(key)
        if -_LATE_END_MS < key.at_ms - self._scan_ms < SUFFIX_MS and not key.repeated:
            return _KEPT
        return self._on_other(key)

    def _on_erase(self, key: Key) -> Verdict:
        by_hand = not key.injected and self._since_last(key) >= REWRITE_MS
        if not self._held or key.repeated or by_hand:
            return self._on_other(key)
        self._held.append(key)
        self._burst.erase()
        self._last_ms = key.at_ms
        return _KEPT

    def _on_release(self, key: Key) -> Verdict:
        """Held as long as anything is: a press must not be overtaken by its own release."""
        if not self._held:
            return _THROUGH
        self._held.append(key)
        return _KEPT

    def _on_other(self, _key: Key) -> Verdict:
        """A key that no code contains: what was held goes before it."""
        self._lead = []
        self._passing = False
        return Verdict(release=self._let_go())

    def _since_last(self, key: Key) -> float:
        """Time since the last key; a clock that went backwards (X11's wraps after 49 days) counts as a long pause."""
        elapsed = key.at_ms - self._last_ms
        return elapsed if elapsed >= 0 else math.inf

    def _finish(self, at_ms: float) -> Verdict | None:
        """A scan, or a garbled one, if the burst is whole; None when it was typing after all."""
        reading = self._burst.read()
        if reading is None:
            return None
        lost = self._lead[len(self._lead) - reading.lead :]
        self._let_go()
        self._lead = []
        self._scan_ms = at_ms
        retract = "".join(key.char for key in lost)
        return Verdict(
            retract=retract,
            code=reading.code,
            hooked=reading.garbled,
            widest_gap_ms=self._burst.widest_gap_ms,
            proves=self._burst.mean_gap_ms <= PROOF_MS,
            keep=True,
        )

    def _give_up(self) -> Verdict:
        """The burst cannot be a scan: replay what was held, and let the rest of it through unheld."""
        last_ms = self._last_ms
        released = self._let_go()
        self._lead = []
        self._passing = True
        self._last_ms = last_ms
        if len(released) == 1:  # the key itself: no need to replay what can simply pass
            return _THROUGH
        return Verdict(release=released, keep=True)

    def _let_go(self) -> tuple[Key, ...]:
        released = tuple(self._held)
        self._held = []
        self._last_ms = -math.inf
        return released
