"""Looks over the recogniser's shoulder: every run of quick keys, whether it became a scan, and why not where it almost did.

Pure, as the recogniser: times come with the keys. It holds nothing back and changes nothing; slow typing is never told.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kt1desk.devices.arrivals import Arrival, Finding, Way, hidden, holds_code, is_private, shape_of, visible
from kt1desk.devices.keys import PROOF_MS, Key, KeyKind, Profile
from kt1desk.devices.scan_shapes import Shape
from kt1desk.devices.wedge import REPEAT_MS, Verdict

RUN_MS = 500
"""A pause this long ends a run: no scanner is as slow."""
_ALMOST_KEYS = 6
"""Fewer quick keys than this are nobody's code."""
_ALMOST_MS = 40
"""Mean pause of keys that no hand made: 25 a second."""
_PRIVATE_MS = 10_000
"""What follows part of a card sooner than this may be its rest: a busy computer or an input method tears a long code apart."""


@dataclass(frozen=True, slots=True)
class SeenKey:
    """A key as the window system gave it.

    Attributes:
        key: as the recogniser gets it.
        text: what the layout made of it; of Enter, Tab and BackSpace the control character.
    """

    key: Key
    text: str


class KeyWatch:
    """Keys and verdicts go in as they come; what is to be told comes out after each run.

    Args:
        profile: the speed the recogniser allows.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._run: list[SeenKey] = []
        self._code = ""
        self._garbled = False
        self._private_ms = -math.inf

    def see(self, seen: SeenKey, verdict: Verdict) -> Arrival | None:
        """One more key and what the recogniser said to it; tells of the run before, if it ended."""
        if seen.key.kind is KeyKind.RELEASE or self._is_held_down(seen.key):
            return None
        is_of_before = (verdict.code or verdict.hooked) and seen.key.kind is not KeyKind.END
        if is_of_before:  # a code without a suffix: only the next key showed that it was whole
            self._note(verdict)
        told = self.end() if is_of_before or self._begins_anew(seen.key) else None
        self._run.append(seen)
        if not is_of_before:
            self._note(verdict)
        return told

    def timed_out(self, verdict: Verdict) -> None:
        """The recogniser's time ran out: a code without a suffix may have come of it."""
        self._note(verdict)

    def end(self) -> Arrival | None:
        """The run is over: what it was, None for typing."""
        seen, self._run = tuple(self._run), []
        code, self._code = self._code, ""
        garbled, self._garbled = self._garbled, False
        after_card = bool(seen) and seen[0].key.at_ms - self._private_ms < _PRIVATE_MS
        if is_private(_spelled(seen)):
            self._private_ms = seen[-1].key.at_ms
        if (code or garbled) and _spelled(seen):
            scan = _of_scan(seen, code, self._profile)
            return _Run(scan, self._profile, private=after_card).scanned(code)
        return _Run(seen, self._profile, private=after_card).almost()

    def forget(self) -> None:
        """What was half seen is gone."""
        self._run, self._code, self._garbled, self._private_ms = [], "", False, -math.inf

    def _is_held_down(self, key: Key) -> bool:
        """As the recogniser has it: what repeats sooner is a doubled character of a scanner."""
        return key.repeated and not (self._run and key.at_ms - self._run[-1].key.at_ms < REPEAT_MS)

    def _begins_anew(self, key: Key) -> bool:
        if not self._run:
            return False
        last = self._run[-1].key
        pause_ms = key.at_ms - last.at_ms
        is_whole = bool(self._code) or self._garbled or last.kind is KeyKind.END
        is_next_word = last.char == " " and pause_ms > _ALMOST_MS
        return (is_whole and key.kind is not KeyKind.END) or is_next_word or not 0 <= pause_ms <= RUN_MS

    def _note(self, verdict: Verdict) -> None:
        self._code = verdict.code or self._code
        self._garbled = verdict.hooked or self._garbled


def _of_scan(seen: Sequence[SeenKey], code: str, profile: Profile) -> Sequence[SeenKey]:
    """The keys of the scan alone, without what was typed just before it; a control key right before it is its prefix."""
    typed = [at for at, each in enumerate(seen) if each.key.kind is KeyKind.CHARACTER]
    start = typed[0]
    if code and not _is_rewritten(seen):
        start = typed[-min(len(code), len(typed))]
    else:
        pauses = [at for at in typed[1:] if _pause_ms(seen, at) > profile.shaped_gap_ms]
        start = pauses[-1] if pauses else start
    while start and seen[start - 1].key.kind is KeyKind.OTHER and _pause_ms(seen, start) <= profile.gap_ms:
        start -= 1
    return seen[start:]


def _pause_ms(seen: Sequence[SeenKey], at: int) -> float:
    return seen[at].key.at_ms - seen[at - 1].key.at_ms


def _spelled(seen: Sequence[SeenKey]) -> str:
    return "".join(each.key.char for each in seen if each.key.kind is KeyKind.CHARACTER)


def _is_rewritten(seen: Sequence[SeenKey]) -> bool:
    return any(each.key.injected or each.key.kind is KeyKind.ERASE for each in seen)


class _Run:
    """Keys without a long pause between them; ``private``: they may be the rest of a card."""

    def __init__(self, seen: Sequence[SeenKey], profile: Profile, *, private: bool = False) -> None:
        self._seen = seen
        self._private = private
        self._profile = profile
        self._typed = [each for each in seen if each.key.kind is KeyKind.CHARACTER]
        self._times = [each.key.at_ms for each in self._typed]

    def scanned(self, code: str) -> Arrival:
        """A code came of it; "" where it was garbled beyond proof."""
        if not code:
            return self._arrival(Way.WEDGE, None, False, (Finding.REWRITTEN,))
        kind, valid = shape_of(code)
        return self._arrival(Way.WEDGE, kind, valid, self._findings(kind, valid))

    def almost(self) -> Arrival | None:
        """No code came of it: told where it almost was one, with the reason."""
        text = self._spelled
        kind, valid = shape_of(text)
        if kind is not Shape.UNKNOWN and not _is_rewritten(self._seen):
            return self._arrival(Way.TYPED, kind, valid, (Finding.SLOW_KEYS,))
        quick = len(text) >= _ALMOST_KEYS and self._mean_ms <= _ALMOST_MS
        if _is_rewritten(self._seen) and quick:
            return self._arrival(Way.TYPED, None, False, (Finding.REWRITTEN,))
        if quick or holds_code(text):
            finding = Finding.AROUND if holds_code(text) else Finding.UNKNOWN
            return self._arrival(Way.TYPED, None, False, (finding,))
        return None

    def _arrival(self, way: Way, kind: Shape | None, valid: bool, findings: tuple[Finding, ...]) -> Arrival:
        raw = "".join(each.text for each in self._seen)
        is_rest = self._private and kind in {None, Shape.UNKNOWN}
        private = is_rest or kind is Shape.CARD or is_private(raw) or is_private(self._spelled)
        return Arrival(
            at_ms=self._seen[0].key.at_ms,
            way=way,
            shown=hidden(self._spelled) if private else visible(raw),
            kind=kind,
            valid=valid,
            duration_ms=self._times[-1] - self._times[0] if self._times else 0.0,
            widest_gap_ms=max((after - before for before, after in pairwise(self._times)), default=0.0),
            findings=findings,
            mean_gap_ms=self._mean_ms,
            limit_ms=self._profile.shaped_mean_ms,
        )

    def _findings(self, kind: Shape, valid: bool) -> tuple[Finding, ...]:
        ends = "".join(each.text for each in self._seen if each.key.kind is KeyKind.END)
        found = {
            Finding.REPAIRED: _is_rewritten(self._seen),
            Finding.WRONG_CHECK: kind is Shape.ITEM and not valid,
            Finding.CARD_BY_KEYS: kind is Shape.CARD,
            Finding.CASE: self._has_lower_case(),
            Finding.LAYOUT: self._has_another_layout(),
            Finding.PREFIX: self._seen[0].key.kind is KeyKind.OTHER,
            Finding.NO_SUFFIX: not ends,
            Finding.TAB_SUFFIX: "\t" in ends,
            Finding.DOUBLE_SUFFIX: len(ends) > 1 and "\t" not in ends,
            Finding.HAND_SPEED: self._mean_ms > PROOF_MS,
        }
        return tuple(finding for finding, holds in found.items() if holds)

    @property
    def _spelled(self) -> str:
        return _spelled(self._seen)

    @property
    def _mean_ms(self) -> float:
        return (self._times[-1] - self._times[0]) / (len(self._times) - 1) if len(self._times) > 1 else 0.0

    def _has_lower_case(self) -> bool:
        return any(each.text.islower() and each.text.upper() == each.key.char for each in self._typed)

    def _has_another_layout(self) -> bool:
        return any(not each.key.injected and each.text.upper() != each.key.char for each in self._typed)
