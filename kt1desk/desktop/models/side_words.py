"""What the pages of custody call the things of a service, and of which kind one is: KT1 items, or covers of dossiers.

The same pages work for both services; what differs on the screen stands here. Pure values, nothing of Qt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kt1desk.desktop.models.texts import count, marks
from kt1desk.desktop.widgets import Column
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.wording import urgency_name
from kt1desk.services.wording_case import way_name


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of one side.

    Attributes:
        title: of the side, on the switch.
        noun: of one thing, as it stands within a sentence.
        kind: what kind of thing one is: urgency and letter, or what lies in the cover.
        kinds: what is among several that must be watched.
    """

    service: Service
    title: str
    noun: str
    kind: Callable[[HeldItem], str]
    kinds: Callable[[Iterable[HeldItem]], str]

    @property
    def heading(self) -> str:
        """The noun at the head of a column or sentence."""
        return self.noun[0].upper() + self.noun[1:]

    @property
    def is_kt1(self) -> bool:
        """Whether the rules of KT1 act here: second person, escort, letters."""
        return self.service is Service.KT1

    def counted(self, number: int) -> str:
        """``12 bưu gửi``."""
        return f"{count(number)} {self.noun}"

    def say(self, sentence: str) -> str:
        """A sentence with ``{noun}`` or ``{heading}`` in it."""
        return sentence.replace("{noun}", self.noun).replace("{heading}", self.heading)

    def columns(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Columns whose headings are such sentences."""
        return tuple(replace(column, title=self.say(column.title)) for column in columns)


def _marks(item: HeldItem) -> str:
    return marks(item.urgency, item.secrecy)


def _letters(items: Iterable[HeldItem]) -> str:
    """``A 1 · B 2 · Hỏa tốc 3``, or that there is nothing of it."""
    letters: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    for item in items:
        if item.secrecy in set(Secrecy) and Secrecy(item.secrecy).is_marked:
            letters[Secrecy(item.secrecy).letter] += 1
        if item.urgency in set(Urgency) and Urgency(item.urgency) is not Urgency.NONE:
            classes[urgency_name(Urgency(item.urgency))] += 1
    said = [*sorted(letters.items()), *sorted(classes.items())]
    return " · ".join(f"{word} {count(number)}" for word, number in said) or "Không có chữ, không khẩn"


def _way(item: HeldItem) -> str:
    return way_name(item.product)


def _ways(items: Iterable[HeldItem]) -> str:
    """``Hồ sơ 3 · Bổ sung 1``."""
    kinds = Counter(map(_way, items))
    return " · ".join(f"{word} {count(number)}" for word, number in sorted(kinds.items()))


KT1 = SideWords(Service.KT1, "KT1", "bưu gửi", _marks, _letters)
DOSSIERS = SideWords(Service.TTHC, "Hồ sơ", "bì hồ sơ", _way, _ways)
WORDS: Mapping[Service, SideWords] = MappingProxyType({each.service: each for each in (KT1, DOSSIERS)})
