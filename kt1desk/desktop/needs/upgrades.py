"""What the page of upgrades needs: which version runs, which newer one is near, and the ways forth and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ProgramView:
    """The program that runs here.

    Attributes:
        version: which version.
        installed: whether it was installed, and so can be upgraded from here.
        since: since when it is the one that starts, as it is shown; "" where nobody knows.
        before: the version one can go back to; "" where there is none.
        no_way_back: why one cannot go back now, and what the way is; "" where one can.
        last: how the last upgrade or return ended; "" where there was none.
        last_is_good: whether that was done.
    """

    version: str
    installed: bool = False
    since: str = ""
    before: str = ""
    no_way_back: str = ""
    last: str = ""
    last_is_good: bool = True


@dataclass(frozen=True, slots=True)
class OfferView:
    """A newer version.

    Attributes:
        version: which one.
        source: where it is.
        notes: what is new, a sentence each.
        facts: what it means for this desk, a sentence each: size, data, the way back, until when.
    """

    version: str
    source: str
    notes: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookedView:
    """What was found: the newest version on offer, if there is one, and what the other sources said."""

    offer: OfferView | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UpgradeBegun:
    """What the small window between two starts is told (`kt1desk upgrade wait`)."""

    request: str
    what: str

    def words(self) -> list[str]:
        """As words of a command line."""
        return [f"--id={self.request}", f"--what={self.what}"]


class UpgradeNeeds(Protocol):
    """What the page «Cập nhật chương trình» needs."""

    def program_view(self) -> ProgramView:
        """Which version runs, and how the last upgrade ended.

        Raises:
            DeskError: ``upgrade.*``, ``disk.*``.
        """

    def look_for_upgrade(self) -> LookedView:
        """Look at every source that is there; it takes as long as sticks and shares do.

        Raises:
            DeskError: ``upgrade.not_installed``, ``upgrade.no_trust``.
        """

    def may_upgrade(self) -> None:
        """Whether the desk may be left for an upgrade or a return now.

        Raises:
            DeskError: rights; ``upgrade.training``, ``upgrade.shift_open``, ``upgrade.papers_open``.
        """

    def fetch_upgrade(self) -> UpgradeBegun:
        """Copy the version that was found last to where it is installed from; says how far it is (`kt1desk.services.course`).

        Raises:
            DeskError: as `may_upgrade`; ``upgrade.*``.
        """

    def begin_return(self) -> UpgradeBegun:
        """Ready to go back to the version before.

        Raises:
            DeskError: as `may_upgrade`; ``upgrade.no_way_back``.
        """
