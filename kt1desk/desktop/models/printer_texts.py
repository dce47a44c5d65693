"""What the form of a printer says: what was found, what is known of a printer and where from, which step is at hand.

It must not know how any of it was found out.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import begun
from kt1desk.desktop.needs import Choice as Found
from kt1desk.desktop.needs import FoundPrinter, KnownFact, PrinterState, SetupOption, Tone
from kt1desk.desktop.widgets import Choice, Column, Role, TableRow

LABEL, RECEIPT, ROLL = "label", "receipt", "roll"
SLOTS = (LABEL, RECEIPT, ROLL)
TITLES = {LABEL: "Máy in nhãn", RECEIPT: "Máy in phiếu, giấy A4/A5", ROLL: "Máy in cuộn 80 mm"}
"""Each place of a printer at the desk as its form is headed."""

FOUND_COLUMNS = (
    Column("Tìm thấy", cut=True),
    Column("Có thể là", 304, cut=True),
    Column("Ở đâu", 176, cut=True),
)
_MAY_BE = "có thể là "
"""How a guess begins where no heading says it."""
FACT_COLUMNS = (Column("Điều đã biết", 144), Column("Thế nào", cut=True), Column("Biết từ đâu", 264))

TONE_ROLES = {Tone.CALM: Role.MUTED, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}
TONE_BOXES = {
    Tone.CALM: Role.MUTED,
    Tone.GOOD: Role.OK_BOX,
    Tone.WARN: Role.WARN_BOX,
    Tone.BAD: Role.ERROR_BOX,
}

_BY_THEMSELVES = frozenset({"pdf", "system"})
"""Languages of which each belongs to one way of reaching a printer; the others go over any cable."""


def state_words(state: PrinterState) -> str:
    """A printer's state below its own title, which need not be said again."""
    _, _, rest = state.text.partition(": ")
    return begun(rest or state.text)


def found_rows(found: Sequence[FoundPrinter]) -> list[TableRow]:
    """Rows for `FOUND_COLUMNS`: what hangs there, and for what it is used already."""
    return [_found_row(one) for one in found]


def _found_row(one: FoundPrinter) -> TableRow:
    taken = f"đang dùng: {one.used_by}" if one.used_by else one.guess.removeprefix(_MAY_BE)
    roles = {1: Role.WARN} if one.used_by else {1: Role.MUTED}
    return TableRow(one.key, (one.text, taken, one.address), roles)


def fact_rows(facts: Sequence[KnownFact]) -> list[TableRow]:
    """Rows for `FACT_COLUMNS`."""
    return [
        TableRow(fact.name, (fact.name, fact.value, fact.origin), {1: TONE_ROLES[fact.tone], 2: Role.MUTED})
        for fact in facts
    ]


def languages_beside(languages: Sequence[Found], proposed: str) -> Sequence[Found]:
    """The languages that can be meant where this one was proposed: a folder has one, a cable may have any of those that go over it."""
    if proposed in _BY_THEMSELVES:
        return [one for one in languages if one.key == proposed]
    return [one for one in languages if one.key not in _BY_THEMSELVES]


def short(languages: Sequence[Found]) -> Sequence[Choice]:
    """Segments with the names of languages alone: whose printers speak one is said below the choice, `note_of`."""
    return [
        Choice(one.key, one.text.partition(" (")[0], str(at)) for at, one in enumerate(languages, start=1)
    ]


def note_of(languages: Sequence[Found], key: str | None) -> str:
    """Whose printers speak a language."""
    return next((one.text.partition(" (")[2].rstrip(")") for one in languages if one.key == key), "")


def fitting(options: Sequence[SetupOption], language: str | None) -> Sequence[SetupOption]:
    """The options there are for a language."""
    return [one for one in options if not one.languages or language in one.languages]


def keyed(choices: Sequence[Found | SetupOption]) -> Sequence[Choice]:
    """Segments with the keys 1, 2 and so on."""
    return [Choice(choice.key, choice.text, str(at)) for at, choice in enumerate(choices, start=1)]


def figures(numbers: Sequence[int]) -> Sequence[Choice]:
    """Segments of numbers, each chosen by its place."""
    return [Choice(str(number), str(number), str(at)) for at, number in enumerate(numbers, start=1)]
