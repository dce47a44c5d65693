"""What papers that serve both services say of each: of dossiers no letter, no class and no party on the way.

This module must not know where anything stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kt1desk.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """Words of a service.

    Attributes:
        dossiers: whether it is that of dossiers, whose papers have no letter.
        mark: in large letters on a tag.
        name: named among the facts of a paper, "" for KT1, whose papers say so otherwise.
        thing: one item, in the middle of a sentence; ``Thing`` at its beginning is `capital`.
        number: caption of an item's number.
        count: caption of how many there are.
    """

    dossiers: bool
    mark: str
    name: str
    thing: str
    number: str
    count: str

    @property
    def capital(self) -> str:
        """The word for an item at the beginning of a line."""
        return self.thing[:1].upper() + self.thing[1:]

    def refuse_letters(self, **fields: str) -> None:
        """Nothing that only KT1 has may stand on a paper of dossiers.

        Raises:
            DeskError: ``paper.value_unknown`` with the field.
        """
        for field, text in fields.items():
            if self.dossiers and text:
                raise DeskError("paper.value_unknown", field)


_WORDS: Mapping[str, ServiceWords] = MappingProxyType(
    {
        "": ServiceWords(
            dossiers=False,
            mark="KT1",
            name="",
            thing="bưu gửi",
            number="Số hiệu bưu gửi",
            count="Số bưu gửi",
        ),
        "tthc": ServiceWords(
            dossiers=True,
            mark="TTHC",
            name="Hồ sơ TTHC",
            thing="bì hồ sơ",
            number="Số hiệu bì hồ sơ",
            count="Số bì hồ sơ",
        ),
    }
)


def words_of(service: str) -> ServiceWords:
    """The words of a service: "" is KT1, as papers say that were made before there was another.

    Raises:
        DeskError: ``paper.value_unknown``.
    """
    if service not in _WORDS:
        raise DeskError("paper.value_unknown", "service")
    return _WORDS[service]
