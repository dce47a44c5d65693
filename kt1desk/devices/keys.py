"""A keyboard's events as plain values, and how fast scanners type. No window system here."""

from dataclasses import dataclass
from enum import Enum


class KeyKind(Enum):
    """What a key means to the recogniser of scans."""

    CHARACTER = "character"
    END = "end"
    ERASE = "erase"
    RELEASE = "release"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Key:
    """One key event.

    Attributes:
        at_ms: when it happened, by the keyboard's own clock where there is one.
        kind: character, Enter or Tab (END), BackSpace (ERASE), any key going up (RELEASE), everything else.
        char: the upper-case character of a US keyboard at that key; for an injected one the character itself.
        injected: made by a program (an input method), not by a key.
        repeated: reported as auto-repeat.
        tag: the owner's number for the event, so that it can be replayed.
    """

    at_ms: float
    kind: KeyKind
    char: str = ""
    injected: bool = False
    repeated: bool = False
    tag: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """How fast a scanner types.

    Attributes:
        gap_ms: widest gap while nothing is known of the shape.
        shaped_gap_ms: widest gap once a shape is under way.
        shaped_mean_ms: widest mean gap of a shape.
        unknown_mean_ms: widest mean gap of a code of no known shape; None (the rule) takes known shapes only. Taking
            unknown ones makes a scan of a fast hand's ``250000`` now and then, and holds every key longer.
        unknown_least: fewest characters of a code of no known shape.
    """

    gap_ms: float
    shaped_gap_ms: float
    shaped_mean_ms: float
    unknown_mean_ms: float | None = None
    unknown_least: int = 6


FAST = Profile(gap_ms=25, shaped_gap_ms=60, shaped_mean_ms=30)
"""For scanners on a cable, 60 characters a second and more: typing is delayed least."""
PROOF_MS = FAST.shaped_mean_ms
"""Mean gap up to which a whole code cannot have been typed: 33 keys a second, where the quickest hands reach half of it. A slower
scanner's code is still a code, but no proof that a label was before the scanner."""
TOLERANT = Profile(gap_ms=50, shaped_gap_ms=120, shaped_mean_ms=45)
"""For slow or wireless scanners, from 30 characters a second. A mean of 55 ms took 5 of some 800 whole codes typed by hand for scans."""


def calibrated(widest_gap_ms: float) -> Profile:
    """The profile for a scanner whose test scans had this widest gap between two characters.

    The gap allowed is half as much again, never under 20 ms (a screen's hiccup) nor over 80 ms (a fast hand).
    """
    gap = min(max(1.5 * widest_gap_ms, 20), 80)
    return Profile(gap_ms=gap, shaped_gap_ms=2.4 * gap, shaped_mean_ms=1.1 * gap)
