"""The kinds of doors, and the reasons for which nothing of KT1 is behind many of them.

Five kinds. `Kt1`: refused without a clearance, whatever is asked. `Mixed`: answered, with all that is of KT1 left out. `Covers`: the same
service as one of KT1, asked for dossiers, to which no item of KT1 exists. `Through`: only passes on what these services answer. `Free`:
nothing of KT1 is behind it, and why.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.permissions import Act


@dataclass(frozen=True, slots=True)
class Kt1:
    """Refused without a clearance; ``act`` is asked of whoever knocks."""

    act: Act


@dataclass(frozen=True, slots=True)
class Mixed:
    """Answered by ``act``, which needs no clearance; whatever is of KT1 is left out of the answer."""

    act: Act


@dataclass(frozen=True, slots=True)
class Covers:
    """Asks for ``act`` on dossiers, which needs no clearance; of an item of KT1 it knows nothing, not even that there is one."""

    act: Act


@dataclass(frozen=True, slots=True)
class Free:
    """Nothing of KT1 is behind it."""

    why: str


@dataclass(frozen=True, slots=True)
class Through:
    """Passes on what services answer; each of them refuses by itself."""

    services: tuple[str, ...]


Door = Kt1 | Mixed | Covers | Through | Free

DOSSIER = Free("dossiers alone")
BESIDE = Free("reference data that is the same on every desk")
MACHINE = Free("machines of the counter")
KEYS = Free("who may log in, before anything is open")
IN_TRUST = Free("only wiring: what it is given was refused or allowed before")
LOG = Free("what happened at the machine, in the counter stream alone: no item and no case")
CENTRE = Free("runs at the centre, where there is no desk; what its user may see is his role in the database")
PROVINCE = Free("runs on the province's own machine, where there is no desk")
