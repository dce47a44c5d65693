"""The end of a session waits for what is under way, all of it together never longer than one limit, and says what it waits for.

This module must not know what is waited for, nor any screen.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

LEAVING_S = 8.0
"""So long everything together is waited for; what is cut off then begins anew the next time."""
SHORT_S = 0.2
"""What ends within it is not worth a word."""


class LeavingTime:
    """What is left of the limit, from the moment somebody leaves.

    Args:
        tell: called with what is waited for, in the thread that waits.
        limit_s: for everything together.
        now_s: a clock that only goes forward, in seconds.
    """

    def __init__(
        self,
        tell: Callable[[str], None] = lambda _: None,
        limit_s: float = LEAVING_S,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        self._tell = tell
        self._now_s = now_s
        self._until_s = now_s() + limit_s

    def left_s(self) -> float:
        """Seconds that may still be waited."""
        return max(0.0, self._until_s - self._now_s())

    def tell_new_key(self, seconds: int) -> None:
        """A new database key is made now. The limit does not hold for it: once begun it is gone through with."""
        self._tell(f"Đang kết thúc phiên: đổi khóa cơ sở dữ liệu, khoảng {seconds} giây.")

    def wait_for(self, what: str, wait: Callable[[float], bool]) -> bool:
        """Wait for one thing as long as time is left; ``wait`` is told how long, and says whether it has ended.

        Args:
            what: in the words of whoever leaves, after «chờ».
            wait: may be called twice: a moment without a word, then the rest of the time.
        """
        if wait(min(SHORT_S, self.left_s())):
            return True
        self._tell(f"Đang kết thúc phiên: chờ {what}.")
        return wait(self.left_s())
