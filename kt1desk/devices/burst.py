"""A run of quick keys that may be a scan: how long to wait for the next one, whether it can still be, what it spells.

Knows shapes and speeds; which keys are held back from the window, and what becomes of them, is the recogniser's part.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from kt1desk.devices.keys import Key, Profile
from kt1desk.devices.rewriting import KeyTrace, Slot
from kt1desk.devices.scan_shapes import TEMPLATES, Shape, Template, classify

LEAD_KEYS = 4
LEAD_MS = 250
"""A pause inside a scan may have let its first characters out as typing: at most so many, each within this time."""
SHAPED_KEYS = 3
"""From this many characters on a fitting shape is no accident."""
LONGEST_KEYS = 512
_MOST_SPELLINGS = 256
"""More ways to read a garbled code than this prove nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the keys of a whole burst spell.

    Attributes:
        code: the code.
        garbled: a code was scanned, but an input method left no proof which.
        lead: how many of the characters let out before the burst belong to it.
    """

    code: str = ""
    garbled: bool = False
    lead: int = 0


class Burst:
    """Characters that came quickly one after the other.

    Args:
        profile: the scanner's speed.
        lead: characters let out just before, as candidates for a scan's lost beginning.
    """

    def __init__(self, profile: Profile, lead: Sequence[Key]) -> None:
        self._profile = profile
        self._lead = tuple(lead)
        self._trace = KeyTrace()
        self._times_ms: list[float] = []
        self._fits: bool | None = None

    @property
    def widest_gap_ms(self) -> float:
        """The longest pause between two characters, for measuring a scanner."""
        return max((after - before for before, after in pairwise(self._times_ms)), default=0.0)

    @property
    def mean_gap_ms(self) -> float:
        """The mean pause between two characters; 0 for a single one."""
        return self._mean_ms

    def add(self, key: Key) -> None:
        """One more character."""
        self._trace.add(key.char, injected=key.injected)
        self._times_ms.append(key.at_ms)
        self._fits = None

    def erase(self) -> None:
        """An input method erased the last character; it will send others."""
        self._trace.erase()
        self._fits = None

    @property
    def limit_ms(self) -> float:
        """How long to wait for the next key."""
        shaped = self._is_long_enough and self._fits_a_beginning()
        return self._profile.shaped_gap_ms if shaped else self._profile.gap_ms

    @property
    def may_become_a_scan(self) -> bool:
        """Whether shape and speed still allow it."""
        if not self._trace.is_settled:
            return True
        if len(self._times_ms) > LONGEST_KEYS:
            return False
        shaped = self._fits_a_beginning()
        widest = self._profile.shaped_mean_ms if shaped else self._profile.unknown_mean_ms
        return widest is not None and (not self._is_long_enough or self._mean_ms <= widest)

    def read(self) -> Reading | None:
        """What the whole burst spells; None when it is no code."""
        for lead, slots in self._alternatives():
            fitting = [template for template in TEMPLATES if _is_whole(template, slots)]
            if fitting and self._trace.rewritten:
                code = _proven(fitting, slots)
                return Reading(code, garbled=not code, lead=lead)
            if fitting:
                return Reading(_text(slots), lead=lead)
        return self._read_unknown()

    @property
    def _is_long_enough(self) -> bool:
        return len(self._times_ms) >= SHAPED_KEYS

    @property
    def _mean_ms(self) -> float:
        return (self._times_ms[-1] - self._times_ms[0]) / max(1, len(self._times_ms) - 1)

    def _fits_a_beginning(self) -> bool:
        """Found once for each key: how long to wait asks it, and whether to go on."""
        if self._fits is None:
            self._fits = any(
                _may_begin(template, slots) for _, slots in self._alternatives() for template in TEMPLATES
            )
        return self._fits

    def _alternatives(self) -> Iterator[tuple[int, Sequence[Slot]]]:
        """The keys of the burst, then the same after one, two … of the characters let out before it.

        Those only while the keys come much faster than a hand's: a quick typist pauses inside a number, too.
        """
        slots = self._trace.slots
        yield 0, slots
        if self._mean_ms > self._profile.gap_ms / 2:
            return
        for count in range(1, len(self._lead) + 1):
            lost = self._lead[-count:]
            if self._times_ms[0] - lost[0].at_ms < LEAD_MS * count:
                yield count, (*(Slot(key.char) for key in lost), *slots)

    def _read_unknown(self) -> Reading | None:
        widest, slots = self._profile.unknown_mean_ms, self._trace.slots
        if widest is None or self._trace.rewritten or len(slots) < self._profile.unknown_least:
            return None
        text = _text(slots)
        plausible = all(sign.isalnum() or sign in "|/.-" for sign in text)
        return Reading(text) if plausible and self._mean_ms <= widest else None


def _may_begin(template: Template, slots: Sequence[Slot]) -> bool:
    """Whether keys can be the beginning of a shape; an unexplained one may be anything.

    Asked of every shape at every key, so nothing is made on the way.
    """
    for place, slot in enumerate(slots):
        if slot and (allowed := template.allowed(place)) is not None and slot.isdisjoint(allowed):
            return False
    return True


def _choices(template: Template, place: int, slot: Slot) -> Slot:
    """What a key can be at a place of a shape."""
    allowed = template.allowed(place)
    return slot if allowed is None else slot & allowed


def _is_whole(template: Template, slots: Sequence[Slot]) -> bool:
    return template.has_length(len(slots)) and _may_begin(template, slots)


def _text(slots: Sequence[Slot]) -> str:
    """The spelling of keys that leave no choice."""
    return "".join(sign for slot in slots for sign in slot)


def _proven(templates: Sequence[Template], slots: Sequence[Slot]) -> str:
    """The one spelling whose check digit agrees, or "".

    Only item numbers have a check digit. Any other code that an input method touched stays unproven: a guess about a
    receptacle or a seal is worse than a second scan.
    """
    spellings = {
        spelling
        for template in templates
        if template.shape is Shape.ITEM
        for spelling in _spellings(template, slots)
        if classify(spelling).valid
    }
    return spellings.pop() if len(spellings) == 1 else ""


def _spellings(template: Template, slots: Sequence[Slot]) -> Iterator[str]:
    """Every way to read the keys that fits the shape; none when a key is unexplained or there are too many ways."""
    choices = [_choices(template, place, slot) for place, slot in enumerate(slots)]
    if math.prod(len(choice) for choice in choices) > _MOST_SPELLINGS:
        return
    for signs in product(*choices):
        yield "".join(signs)
