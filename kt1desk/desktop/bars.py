"""What whoever works here may not do, by place, work and key, as the window and its pages are told. Nothing is decided here.

A path leads to it: ``DISPATCH`` is a place, ``DISPATCH/KT1/pack`` a work at one side of it, ``DISPATCH/KT1/pack/:F9`` a key of that work
with its button. Each page is handed the part below its own path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NOTHING = "*"
"""Below the path of a work: nothing can be done there at all, it is only to be read."""
_STEP = "/"
_KEY = ":"


def key_path(work: str, key: str) -> str:
    """The path of a key at a work, or at a place without works."""
    return f"{work}{_STEP}{_KEY}{key}"


def path_of(*names: str) -> str:
    """The path that leads through these names."""
    return _STEP.join(names)


@dataclass(frozen=True, slots=True)
class Bar:
    """Why something may not be done.

    Attributes:
        why: in words, with what to do.
        for_good: no role of this user may ever do it, so that it is not shown; else it only cannot be done now, and stands there locked.
    """

    why: str
    for_good: bool = True


@dataclass(frozen=True, slots=True)
class Bars:
    """All of them; what is not named may be done.

    Attributes:
        by_path: each with the path it stands at.
        home: the name of the place where work begins after the log-in; empty for the first one that is offered.
    """

    by_path: Mapping[str, Bar] = field(default_factory=dict)
    home: str = ""

    def at(self, name: str) -> Bars:
        """Those below a name."""
        before = f"{name}{_STEP}"
        below = {path: bar for path, bar in self.by_path.items() if path.startswith(before)}
        return Bars({path.removeprefix(before): bar for path, bar in below.items()})

    def why(self, name: str) -> str:
        """Why what has that name here may not be done or gone to, "" where it may."""
        bar = self.by_path.get(name)
        return bar.why if bar is not None else ""

    def of_keys(self) -> Mapping[str, Bar]:
        """Those of keys of this page itself."""
        return {path.removeprefix(_KEY): bar for path, bar in self.by_path.items() if path.startswith(_KEY)}

    def hidden(self) -> frozenset[str]:
        """The places or works here that are not to be seen."""
        return frozenset(
            path
            for path, bar in self.by_path.items()
            if bar.for_good and _STEP not in path and not path.startswith((_KEY, NOTHING))
        )


FREE = Bars()
"""Everything may be done."""
