"""What a new password must be like: how long, how many different characters, and not the user's own name in it.

No rituals (no capitals by force, no change by the calendar): length is what holds against guessing, and what is forced gets written on
paper. The figures are dated rows of the reference data; this module must not know where they stand nor how a password is kept.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError

FIELD = "password"
_LEAST_NAME = 4
"""So many characters a name has that may not stand in its user's password."""
_UNTYPABLE = frozenset({"Cc", "Cs"})
"""Control characters and halves of surrogate pairs: no keyboard types them a second time."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a password that is being typed still lacks; figures of 0 and False where it lacks nothing.

    Attributes:
        chars: so many characters more.
        kinds: so many different characters more.
        too_long: it has more characters than may be.
        has_user: the user's own name stands in it; a short one stands in many words by chance, and gives nothing away.
        bad_character: it has one that cannot be typed again.
    """

    chars: int = 0
    kinds: int = 0
    too_long: bool = False
    has_user: bool = False
    bad_character: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the password will do."""
        return self == Lacking()


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """What a new password must be like; old ones stay valid until they are changed.

    The defaults are those of a desk whose reference data cannot be asked. TCVN 14423:2026, 5.6.2.2 lets an organisation choose by risk
    assessment; the device secret is the second factor here.

    Attributes:
        least_chars: fewest characters, as composed (NFC): one keyboard sends ``ế`` as one character, another as three.
        most_chars: most characters.
        least_kinds: fewest different characters.
    """

    least_chars: int = 10
    most_chars: int = 256
    least_kinds: int = 4

    def lacking(self, user: str, password: str) -> Lacking:
        """What the password still lacks."""
        composed = composed_password(password)
        return Lacking(
            chars=max(0, self.least_chars - len(composed)),
            kinds=max(0, self.least_kinds - len(set(composed))),
            too_long=len(password) > self.most_chars,
            has_user=len(user) >= _LEAST_NAME and user.casefold() in composed.casefold(),
            bad_character=any(unicodedata.category(each) in _UNTYPABLE for each in composed),
        )

    def check(self, user: str, password: str) -> None:
        """Refuse a weak password.

        Raises:
            DeskError: with field ``password``: ``key.password_too_short`` with ``least``, ``key.password_too_long`` with ``most``,
                ``key.password_bad_character``, ``key.password_too_simple`` with ``least`` (different characters),
                ``key.password_has_user``.
        """
        lacking = self.lacking(user, password)
        if lacking.too_long:
            raise DeskError("key.password_too_long", FIELD, most=self.most_chars)
        if lacking.bad_character:
            raise DeskError("key.password_bad_character", FIELD)
        if lacking.chars:
            raise DeskError("key.password_too_short", FIELD, least=self.least_chars)
        if lacking.has_user:
            raise DeskError("key.password_has_user", FIELD)
        if lacking.kinds:
            raise DeskError("key.password_too_simple", FIELD, least=self.least_kinds)


def composed_password(password: str) -> str:
    """The password as it counts (NFC): however its marks were typed, it is the same one."""
    return unicodedata.normalize("NFC", password)
