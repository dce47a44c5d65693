"""What happens between two starts of the desk: the request is made, a service of the system (or this process) carries it out, it answers.

It begins after the desk has let its folder go, for no upgrade begins while a desk runs. This module must not know any screen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from time import monotonic, sleep

from kt1desk.app.upgrade_ground import Ground, desk_folders, forget_step, step_read, ways
from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.upgrade.request import Answer, Request, ask, carry_out, read_answer, take

TASK = "KT1 Desk Upgrade"
"""The scheduled task that the setup makes on Windows; Linux watches the drop folder by itself."""
LOOK_S = 0.3
TAKEN_S = 90.0
"""So long a request may lie there before somebody has taken it."""
ANSWER_S = 1_200.0
"""So long an old machine may need to unpack a base and to try it."""

Told = Callable[[str, int | None], None]
"""Step, and hundredths of it where that is known."""


def carried_out(
    found: Ground,
    request: Request,
    told: Told,
    *,
    folder: DataFolder | None = None,
    now_s: Callable[[], float] = monotonic,
    pause: Callable[[float], None] = sleep,
) -> Answer:
    """Have it done, and wait until it is.

    Args:
        found: the installation.
        request: what is wanted; its release lies in the drop folder already.
        told: hears how far it is, again and again.
        folder: the data folder of the desk that asked.
        now_s: a clock that only goes forward, in seconds.
        pause: lets so many seconds pass.

    Raises:
        DeskError: ``upgrade.no_answer``: the request was taken back; ``upgrade.at_work``, ``no_room``, ``disk``.
    """
    if found.may_write:
        found.drop.mkdir(exist_ok=True)
    ask(found.drop, request)
    if found.may_write:
        folders = desk_folders(folder.root if folder is not None else None)
        answer = carry_out(
            found.root,
            found.drop,
            ways(found, folders, lambda step, done, of: told(step.value, 100 * done // of if of else None)),
        )
        if answer is None or answer.id != request.id:
            raise DeskError("upgrade.no_answer")
        return answer
    _wake_service()
    return _waited_for(found, request, told, (now_s, pause))


def _waited_for(
    found: Ground,
    request: Request,
    told: Told,
    time: tuple[Callable[[], float], Callable[[float], None]],
) -> Answer:
    now_s, pause = time
    begun_s = now_s()
    lies = found.drop / "request.json"
    while (answer := read_answer(found.root)) is None or answer.id != request.id:
        waited_s = now_s() - begun_s
        if waited_s > (TAKEN_S if lies.exists() else ANSWER_S):
            _take_back(found, request)
            raise DeskError("upgrade.no_answer")
        told(*step_read(found.root))
        pause(LOOK_S)
    return answer


def _take_back(found: Ground, request: Request) -> None:
    """Nobody shall begin it in an hour, in the middle of a shift."""
    try:
        taken = take(found.drop)
    except DeskError:
        return
    if taken is not None and taken != request:
        ask(found.drop, taken)


def _wake_service() -> None:
    """Windows starts a task when it is told to; what goes wrong shows as an answer that does not come."""
    if sys.platform == "win32" and (starter := shutil.which("schtasks")) is not None:
        subprocess.run(  # noqa: S603  a program of Windows, with words of ours
            (starter, "/Run", "/TN", TASK), capture_output=True, check=False, timeout=30
        )


def done_by_service(found: Ground, answer_to: Callable[[], Answer | None]) -> Answer | None:
    """Run what the service does, and leave no note of a step behind."""
    try:
        return answer_to()
    finally:
        forget_step(found.root)
