"""What one physical printer can do beyond taking bytes, and how that is known. Names of models are never trusted: clones lie about theirs.

A capability is used only as far as it is known: what nobody has probed or seen is not there. This module must not open anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.errors import DeskError


class Fence(StrEnum):
    """How a printer says that everything before was carried out."""

    NONE = "none"
    """It says nothing: bytes handed over are all that is known."""
    GS_R = "gs_r"
    """ESC/POS ``GS r 1``: answered in its turn, so everything before it was read."""
    GS_H = "gs_h"
    """ESC/POS ``GS ( H`` function 48: answered when the printing is completed."""
    HV = "hv"
    """ZPL ``^HV``: the host reads a field back with each label."""


class StatusWay(StrEnum):
    """How a printer tells what is the matter with it."""

    NONE = "none"
    ASB = "asb"
    """ESC/POS ``GS a``: four bytes by itself whenever something changes."""
    DLE_EOT = "dle_eot"
    """ESC/POS ``DLE EOT n``: one byte when asked, between jobs."""
    HS = "hs"
    """ZPL ``~HS``: three lines when asked; nothing at all with the head open or the paper out."""
    ESC_Q = "esc_q"
    """TSPL ``ESC ! ?``: one byte when asked."""


class Origin(StrEnum):
    """Where a capability is known from, from the weakest to the strongest."""

    DOCUMENTED = "documented"
    PROBED = "probed"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a printer can do.

    Attributes:
        fence: how it confirms a job.
        status: how it tells its condition.
        coding_by: where it is known from that it prints the coding of its profile.
        fence_by: the same of its fence.
        status_by: the same of its status.
    """

    fence: Fence = Fence.NONE
    status: StatusWay = StatusWay.NONE
    coding_by: Origin = Origin.DOCUMENTED
    fence_by: Origin = Origin.DOCUMENTED
    status_by: Origin = Origin.DOCUMENTED

    def to_json(self) -> dict[str, str | int]:
        """Flat, as a part of the profile."""
        return {
            "fence": self.fence.value,
            "status": self.status.value,
            "coding_by": self.coding_by.value,
            "fence_by": self.fence_by.value,
            "status_by": self.status_by.value,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, object]) -> Capabilities:
        """Read what `to_json` wrote; a profile from before there were any has none.

        Raises:
            DeskError: ``printer.profile`` with the key that is wrong.
        """
        try:
            return cls(
                Fence(str(stored.get("fence", Fence.NONE))),
                StatusWay(str(stored.get("status", StatusWay.NONE))),
                Origin(str(stored.get("coding_by", Origin.DOCUMENTED))),
                Origin(str(stored.get("fence_by", Origin.DOCUMENTED))),
                Origin(str(stored.get("status_by", Origin.DOCUMENTED))),
            )
        except ValueError as error:
            raise DeskError("printer.profile", "capabilities") from error
