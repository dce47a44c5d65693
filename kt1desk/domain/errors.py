"""The one kind of error the rules of the desk raise.

A refusal is a code, the field it belongs to and the figures needed to say it in a sentence. The Vietnamese sentence
itself is made in one place (``kt1desk.services.wording``); this module must not know any wording.
"""

from collections.abc import Mapping
from types import MappingProxyType

Detail = str | int


class DeskError(Exception):
    """A refusal with a reason that can be shown next to its cause.

    Args:
        code: the reason, lower case in two dotted parts (``number.check_digit``); the key of its sentence.
        field: the name of the input the reason belongs to, or "" when it belongs to none.
        **details: figures and words for the sentence. They may name persons, so neither ``str()`` nor ``repr()``
            ever shows them: a traceback or a log line must not carry who sends what to whom (Luật Bưu chính,
            Điều 7 khoản 6).
    """

    def __init__(self, code: str, field: str = "", **details: Detail) -> None:
        super().__init__(code, field)
        self._code = code
        self._field = field
        self._details = MappingProxyType(dict(details))

    @property
    def code(self) -> str:
        """The reason's code, for example ``item.weight_zero``."""
        return self._code

    @property
    def field(self) -> str:
        """The input the reason belongs to, or ""."""
        return self._field

    @property
    def details(self) -> Mapping[str, Detail]:
        """Read-only figures and words for the sentence; never log them."""
        return self._details

    def __str__(self) -> str:
        """Code and field only, safe for a log."""
        return f"{self._code} [{self._field}]" if self._field else self._code

    def __repr__(self) -> str:
        """Code and field only, safe for a traceback."""
        return f"DeskError({self._code!r}, field={self._field!r})"
