"""What a service asks before it says a sum. Part of `kt1desk.services.ports`."""

from __future__ import annotations

from typing import Protocol


class SoundReader(Protocol):
    """Reading of whether what is read can be believed."""

    def doubted_at(self) -> str:
        """Where the records were found unlike they were written, so that no sum may be shown; empty where they were not."""
