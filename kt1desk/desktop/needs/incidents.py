"""What the page of incidents needs: records with what follows from them, in words, and five acts.

Fields of refusals: ``number``, ``code``, ``other_point``, ``found_ms``, ``who``, ``way``, ``told_ms``, ``remedy``, ``outcome``, ``told``,
``user``, ``second``, ``password``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.approval import AtDesk
    from kt1desk.desktop.needs.dispatch import NextPoint
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.custody import ThingKind
    from kt1desk.domain.incidents import Age
    from kt1desk.services.custody_rows import IncidentRow
    from kt1desk.services.incidents import IncidentDraft


@dataclass(frozen=True, slots=True)
class Contact:
    """One office of the escalation list, or one that was told beside it.

    Attributes:
        must: whether the record is not closed before this office was told.
        phone: its number, "" while nobody has set one.
        told_ms: when it was told for the first time, 0 while it was not; ``way`` says how, in words.
    """

    code: str
    name: str
    must: bool
    phone: str = field(default="", repr=False)
    told_ms: int = 0
    way: str = ""


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """A record in words.

    Attributes:
        name: what went wrong.
        other_point: who must be told as giver, by name, "" for none.
        contacts: whom to tell, in their order, with when they were told.
        remedy, outcome: in words, "" while there is none.
        ours: whether this point opened it; to another's record nothing is added here.
        alone: whether whoever is at the desk may close it himself.
    """

    row: IncidentRow
    name: str
    age: Age
    other_point: str
    contacts: tuple[Contact, ...]
    remedy: str
    outcome: str
    ours: bool
    alone: bool

    @property
    def untold(self) -> tuple[Contact, ...]:
        """Who must still be told."""
        return tuple(each for each in self.contacts if each.must and not each.told_ms)


@dataclass(frozen=True, slots=True)
class IncidentBoard:
    """Records, those that are open first, and the lists of today that something is written down with.

    Attributes:
        contacts: whom an incident can be told to; ``ways`` how.
        remedies: what can be done about it; ``outcomes`` how it can end.
    """

    lines: tuple[IncidentLine, ...]
    now_ms: int
    offset_min: int
    contacts: tuple[Choice, ...] = ()
    ways: tuple[Choice, ...] = ()
    remedies: tuple[Choice, ...] = ()
    outcomes: tuple[Choice, ...] = ()


class IncidentNeeds(Protocol):
    """What the page needs."""

    def incidents(self, *, only_open: bool) -> IncidentBoard:
        """Records: the open ones, or all, what is gravest and oldest first among the open.

        Raises:
            DeskError: rights.
        """

    def codes(self, thing: ThingKind) -> Sequence[Choice]:
        """What may have gone wrong with a thing of this kind."""

    def points(self, text: str) -> Sequence[NextPoint]:
        """Points that a fragment finds."""

    def open_incident(self, draft: IncidentDraft) -> str:
        """Open a record; returns its number.

        Raises:
            DeskError: ``incident.*``, ``reference.point_unknown``, ``shift.not_open``, rights.
        """

    def tell(self, incident: str, who: str, way: str, told_ms: int) -> None:
        """Somebody was told; 0 is now.

        Raises:
            DeskError: ``incident.*``, ``code.unknown``, ``shift.not_open``, rights.
        """

    def remedy(self, incident: str, remedy: str) -> None:
        """Something was done about it.

        Raises:
            DeskError: as `tell`.
        """

    def close_incident(self, incident: str, outcome: str, closer: AtDesk | None) -> None:
        """Close it, by whoever is at the desk or by another person with his password.

        Raises:
            DeskError: as `tell`, ``login.*``, ``approval.*``.
        """

    def print_record(self, incident: str) -> None:
        """Print the record as it stands.

        Raises:
            DeskError: ``incident.unknown``, ``paper.text_does_not_fit``, ``shift.not_open``, rights.
        """
