"""What a bad line does, and what went over it: values of the proxy in `tests.support.line_proxy`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Weather:
    """How the line is while it is whole.

    Attributes:
        delay_s: for one way.
        bytes_per_s: in each direction; 0 for no limit.
    """

    delay_s: float = 0.0
    bytes_per_s: int = 0


@dataclass(frozen=True)
class Script:
    """What befalls one connection; None for what does not.

    Attributes:
        refused: closed as soon as it is there.
        cut_up, cut_down: cut when so many bytes of the client, or of the server, were handed on.
        deaf_after: what the server says after so many bytes is read and thrown away; the connection stays.
        frozen_after: nothing moves any more in either direction when so many bytes of the client were handed on.
        cut_turn: cut when the client speaks for the so-manyeth time after the server; what it says then is lost.
        lives_s: cut when so much time has passed.
    """

    refused: bool = False
    cut_up: int | None = None
    cut_down: int | None = None
    deaf_after: int | None = None
    frozen_after: int | None = None
    cut_turn: int | None = None
    lives_s: float | None = None


WHOLE = Script()


@dataclass
class Counted:
    """What went through one connection, in bytes; ``turns`` counts how often the client spoke after the server."""

    up: int = 0
    down: int = 0
    turns: int = 0


@dataclass
class Passage:
    """One connection. Its switches may be set from any thread while it lives."""

    script: Script
    counted: Counted = field(default_factory=Counted)
    frozen: bool = False
    deaf: bool = False
    _server_spoke_last: bool = True

    def heard(self, *, up: bool) -> None:
        if up and self._server_spoke_last:
            self.counted.turns += 1
        self._server_spoke_last = not up
