"""What a Vietnamese input method ate: from the characters it erased and sent again back to the keys that were pressed.

UniKey, EVKey and OpenKey are keyboard hooks: they swallow a key, send BackSpaces and then the composed letters. A
scanned ``ME4…`` arrives as ``M E ⌫ Ẽ …`` under VNI, and the 4 never arrives. Each rewriting hides exactly one key, and
the mark that appeared says which: under Telex one letter, under VNI one digit. Which of the two methods is on is not
known here; neither is what the code should look like.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass

Slot = frozenset[str]
"""One pressed key: the characters it may have been. Empty when a rewriting could not be explained."""
UNEXPLAINED: Slot = frozenset()

_CIRCUMFLEX, _STROKE, _HORN = "\u0302", "\u0335", "\u031b"
_MARK_KEYS = {  # the Telex letter and the VNI digit that set a mark
    "\u0300": Slot("F2"),
    "\u0301": Slot("S1"),
    "\u0303": Slot("X4"),
    "\u0306": Slot("W8"),
    "\u0309": Slot("R3"),
    "\u0323": Slot("J5"),
    _CIRCUMFLEX: Slot("6"),  # and under Telex the letter itself once more
    _HORN: Slot("W7"),
    _STROKE: Slot("D9"),
}
_CLEARING_KEYS = Slot("Z0")
_LONE_W_KEYS = Slot("W]")
"""Telex writes ư for a W (or a closing bracket) that stands where no vowel can take the horn."""


def eaten_key(before: str, after: str) -> Slot:
    """The key that made an input method turn one text into the other.

    Args:
        before: what stood there, upper case.
        after: what the input method left there, upper case.

    Returns:
        The characters the key may have been, or ``UNEXPLAINED``.
    """
    old, new = _letters(before), _letters(after)
    if _bases(new) == _bases(old):
        return _marking_key(old, new)
    if _bases(new[:-1]) == _bases(old):
        base, marks = new[-1]
        if not marks:  # a mark taken back (AAA is AA), or a tone moved on when the next letter came
            return Slot(base)
        if (base, marks) == ("U", frozenset(_HORN)):
            return _LONE_W_KEYS
    return UNEXPLAINED


_Letter = tuple[str, frozenset[str]]


def _letters(text: str) -> list[_Letter]:
    """Each letter with its marks."""
    plain = text.replace("Đ", f"D{_STROKE}")
    letters: list[_Letter] = []
    for sign in unicodedata.normalize("NFD", plain):
        if letters and sign in _MARK_KEYS:
            base, marks = letters[-1]
            letters[-1] = (base, marks | {sign})
        else:
            letters.append((sign, frozenset()))
    return letters


def _bases(letters: list[_Letter]) -> str:
    return "".join(base for base, _ in letters)


def _marking_key(old: list[_Letter], new: list[_Letter]) -> Slot:
    marked_before, marked_after = _marks(old), _marks(new)
    added = marked_after - marked_before
    kinds = {mark for mark, _ in added}
    if not added and marked_before - marked_after:
        return _CLEARING_KEYS
    if len(kinds) != 1:
        return UNEXPLAINED
    mark = kinds.pop()
    doubled = Slot(base for _, base in added) if mark == _CIRCUMFLEX else Slot()
    return _MARK_KEYS[mark] | doubled


def _marks(letters: list[_Letter]) -> Counter[tuple[str, str]]:
    """Marks, a circumflex with the letter below it. A tone may move on (TÚI, TUÍ): its place does not count."""
    return Counter((mark, base if mark == _CIRCUMFLEX else "") for base, marks in letters for mark in marks)


@dataclass
class _Rewriting:
    """One erase-and-send-again under way."""

    before: str
    erased: int = 0
    resent: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether all that was erased has been sent again."""
        return self.resent > 0 and self.resent >= self.erased


class KeyTrace:
    """The keys of one burst as they were pressed, whatever an input method made of them."""

    def __init__(self) -> None:
        self._settled: list[Slot] = []
        self._shown = ""
        self._rewriting: _Rewriting | None = None
        self.rewritten = False
        """Whether an input method has had its hands on this burst."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The pressed keys in order, one slot each."""
        if self._rewriting is None or not self._rewriting.is_whole:
            return tuple(self._settled)
        return (*self._settled, eaten_key(self._rewriting.before, self._shown))

    @property
    def is_settled(self) -> bool:
        """False while something erased has not been sent again yet: no time to judge."""
        return self._rewriting is None or self._rewriting.is_whole

    def add(self, char: str, *, injected: bool) -> None:
        """A character came. Injected ones were made by a program and are never a key of the scanner."""
        rewriting = self._rewriting
        if rewriting is not None and rewriting.erased and (injected or not rewriting.is_whole):
            rewriting.resent += 1
        elif injected:
            self._begin().resent = 1
        else:
            self._settle()
            self._settled.append(Slot(char))
        self._shown += char

    def erase(self) -> None:
        """A BackSpace came."""
        rewriting = self._rewriting
        if rewriting is None or rewriting.is_whole:
            rewriting = self._begin()
        rewriting.erased += 1
        self._shown = self._shown[:-1]

    def _begin(self) -> _Rewriting:
        self._settle()
        self._rewriting = _Rewriting(self._shown)
        self.rewritten = True
        return self._rewriting

    def _settle(self) -> None:
        self._settled = list(self.slots)
        self._rewriting = None
