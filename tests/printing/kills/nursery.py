"""Where desks are born: a process that has everything loaded forks one for each order and says how it ended.

    python -m tests.printing.kills.nursery < orders, a line of JSON each

It answers each with the signal that ended the life, 0 for a life that came to its own end, and with the bytes that it handed to its
port. Nothing is open in it and it has one thread, so a fork is as good as a start.
"""

from __future__ import annotations

import json
import multiprocessing.sharedctypes
import os
import signal
import sys
import traceback

from tests.printing.kills.life import Handed, Order, live
from tests.printing.kills.warm import warm_up


def _life(order: Order, handed: Handed) -> None:
    """In the child: live, and end without cleaning up anything of the parent's."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    try:
        live(order, handed)
    except BaseException:  # noqa: BLE001  whatever it is, a child must never go on as if it were its parent
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def _ended(child: int, die_after_s: float) -> int:
    """Wait for a child, or kill it in time; what ended it."""
    if die_after_s >= 0 and signal.sigtimedwait({signal.SIGCHLD}, die_after_s) is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while signal.sigtimedwait({signal.SIGCHLD}, 0) is not None:  # it must not end the next life
        pass
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    warm_up()
    handed: Handed = multiprocessing.sharedctypes.RawValue("q", 0)
    for line in sys.stdin:
        asked = json.loads(line)
        order = Order(**{**asked, "on_paper": tuple(asked["on_paper"])})
        handed.value = 0
        child = os.fork()
        if child == 0:
            _life(order, handed)
        print(_ended(child, order.die_after_s), handed.value, flush=True)


if __name__ == "__main__":
    main()
