"""What a place of two services needs: which of them a number belongs to."""

from __future__ import annotations

from typing import Protocol

from kt1desk.domain.service import Service


class SideNeeds(Protocol):
    """What the switch needs."""

    def side_of(self, code: str) -> Service | None:
        """The service whose numbers look so, None where the number alone does not say it. Asks no store: called with each scan."""

    def is_shared(self, code: str) -> bool:
        """Whether both services give such numbers: bags and dispatches. Asks no store."""

    def whose(self, number: str) -> Service | None:
        """The service that a bag or dispatch belongs to by the books; None where nobody knows it, or whoever asks may not."""
