"""What the gates need: log-in, locked screen, first run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.services.sessions import Session


class LoginNeeds(Protocol):
    """What the log-in page needs. Its fields: ``user``, ``password``."""

    def user_ids(self) -> Sequence[str]:
        """Ids that have a key slot here, in the order to offer them."""

    def log_in(self, user: str, password: str) -> Session:
        """Open the store for a user.

        Raises:
            DeskError: ``login.wrong_password``, ``login.wait`` with ``seconds``, ``store.*``, ``key.*``.
        """

    def hint(self) -> str:
        """A sentence below the fields, such as the trial users and their password; empty on a real desk."""

    def train(self) -> None:
        """Begin the training desk, in a window of its own."""


class LockNeeds(Protocol):
    """What the blanked screen needs to open again."""

    def check_password(self, user: str, password: str) -> None:
        """Prove that it is still the same user (full cost, same delays as at the log-in).

        Raises:
            DeskError: ``login.wrong_password``, ``login.wait``.
        """


@dataclass(frozen=True, slots=True)
class DeskFileSummary:
    """What a desk file says, after its signature was proved with the key whose fingerprint was typed.

    Attributes:
        brings: what comes with it where it lies in a kit, a sentence each; () for a plain desk file.
    """

    point: str
    point_name: str
    device: int
    numbers: int
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Administrator:
    """The first user of a desk. Never shown by ``repr``."""

    user: str
    name: str
    password: str

    def __repr__(self) -> str:
        """Nothing of a person, nothing secret."""
        return "Administrator(…)"


class FirstRunNeeds(Protocol):
    """What the first run needs. Its fields: ``desk_file``, ``fingerprint``, ``one_time_code``, ``user``, ``name``, ``password``."""

    def read_desk_file(self, path: str, fingerprint: str, code: str = "") -> DeskFileSummary:
        """Read and prove a desk file, or the kit of a desk with its one-time code. Nothing is made.

        Raises:
            DeskError: ``desk_file.*``, ``kit.*`` with field ``desk_file`` or ``fingerprint``; ``one_time.*``, ``kit.wrong_code`` with field
                ``one_time_code``, and ``kit.code_missing`` where it is a kit and no code was typed.
        """

    def check_administrator(self, administrator: Administrator) -> None:
        """Refuse what would be refused later, before anything is made.

        Raises:
            DeskError: with field ``user``, ``name`` or ``password``.
        """

    def create(self, path: str, fingerprint: str, administrator: Administrator, code: str = "") -> str:
        """Make the desk of a desk file or a kit; returns the recovery code, 25 letters and digits and a check character, in groups of five.

        Raises:
            DeskError: as `read_desk_file`; ``disk.*``, ``store.*``.
        """

    def kit_told(self) -> Sequence[str]:
        """What came of the lists and the line of the kit that the desk was made of, a sentence each."""

    def create_trial(self, administrator: Administrator) -> str:
        """Make a desk to try out, device 0; otherwise as `create`."""
