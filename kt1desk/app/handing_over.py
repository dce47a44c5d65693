"""Another user takes over, or this one may not stay: what is half typed is laid aside, the program begins anew, his desk opens at once.

The process is replaced as at a log-off, for no program in Python can wipe a key from its memory. The password that was just typed goes to
the new process through a pipe that only it inherits: never by an argument, an environment or a file (docs/decisions/sessions.md). This
module must not know how a password is checked, nor what a page lays aside.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kt1desk.app.options import NEXT_FROM, NEXT_USER, SENT_AWAY, Options
from kt1desk.desktop.navigation import Page
from kt1desk.domain.errors import DeskError
from kt1desk.domain.sessions import Leaving

if TYPE_CHECKING:  # the log-in page stands before these are loaded
    from kt1desk.desktop.jobs import Jobs
    from kt1desk.desktop.main_window import MainWindow
    from kt1desk.desktop.needs.upgrades import UpgradeBegun
    from kt1desk.services.centre_staff import Standing

if sys.platform == "win32":
    import msvcrt

_FIRST_PIPE = 3
"""Below stand input, output and errors."""
_MOST_BYTES = 4_096
_SENT_AWAY = {"out": "login.put_out", "less": "login.rights_less"}
"""Codes of the sentences by `kt1desk.services.centre_staff.Standing`."""


@dataclass(frozen=True, slots=True)
class NextUser:
    """Who takes over; without a password where he has to type it once more."""

    user: str
    password: str = field(default="", repr=False)

    def words(self) -> list[str]:
        """What the new process is told on its command line; the password waits for it in a pipe."""
        return [f"{NEXT_USER}={self.user}", f"{NEXT_FROM}={_piped(self.password)}"]


def received(options: Options) -> NextUser | None:
    """Who takes over in this process, None where nobody does. Asked once: a pipe is read once."""
    if not options.next_user:
        return None
    if options.next_from < _FIRST_PIPE:
        return NextUser(options.next_user)
    try:
        with os.fdopen(_end_of_pipe(options.next_from), "rb") as pipe:
            password = json.loads(pipe.read(_MOST_BYTES))
    except (OSError, ValueError):
        password = ""  # somebody wrote the option by hand: he types the password, too
    return NextUser(options.next_user, password if isinstance(password, str) else "")


def words_again(words: Sequence[str], following: NextUser | None, sent_away: str = "") -> list[str]:
    """The command line of the program begun anew, without what an earlier change of users left on it.

    Args:
        words: the command line of this run.
        following: who takes over.
        sent_away: why this session was ended, where a staff list did.
    """
    told = tuple(f"{name}=" for name in (NEXT_USER, NEXT_FROM, SENT_AWAY))
    kept = [word for word in words if not word.startswith(told)]
    why = [f"{SENT_AWAY}={sent_away}"] if sent_away else []
    return kept + why + (following.words() if following is not None else [])


def why_sent_away(options: Options) -> DeskError | None:
    """What whoever was sent away by the run before is told; None where nobody was."""
    code = _SENT_AWAY.get(options.sent_away)
    return DeskError(code) if code else None


class HandingOver:
    """Waits at the curtain for another user.

    Args:
        main: the window with its curtain and its pages.
        jobs: where pages lay aside what is half typed.
        leave: ends this session.
    """

    def __init__(self, main: MainWindow, jobs: Jobs, leave: Callable[[Leaving], None]) -> None:
        self._main = main
        self._jobs = jobs
        self._leave = leave
        self.following: NextUser | None = None
        self.sent_away = ""
        self.upgrade: UpgradeBegun | None = None
        main.curtain.switch_wanted.connect(self._hand_over)

    def send_away(self, standing: Standing) -> None:
        """A staff list ends this session; whoever comes to the log-in page next is told why."""
        self.sent_away = standing.value
        self._leave(Leaving.REVOKED)

    def words_again(self, words: Sequence[str]) -> list[str]:
        """The command line of the program begun anew, from that of this run; an upgrade comes before it."""
        again = words_again(words, self.following, self.sent_away)
        return ["upgrade", "wait", *self.upgrade.words(), "--", *again] if self.upgrade is not None else again

    def leave_for(self, begun: UpgradeBegun) -> None:
        """An upgrade is ready: the desk is closed as at a log-off, and the small window comes before it is opened again."""
        self.upgrade = begun
        self._leave(Leaving.LOG_OFF)

    def _hand_over(self, user: str, password: str) -> None:
        """Nothing is left behind: where the disk refuses what is half typed, the first one stays."""

        def go(_: None) -> None:
            self.following = NextUser(user, password)
            self._leave(Leaving.SWITCH)

        self._jobs.run(laying_aside(self._main), go, self._main.curtain.refuse)


def laying_aside(main: MainWindow) -> Callable[[], None]:
    """The work that keeps what is half typed on all pages as it is now, each for its owner; what lies aside already is kept there again."""
    works = [work for page in main.findChildren(Page) if (work := page.half_done()) is not None]

    def lay_aside() -> None:
        for work in works:
            work()

    return lay_aside


def _piped(password: str) -> int:
    """The end of a pipe that the next process reads the password from; it holds it all before anybody reads.

    A descriptor; on Windows, where descriptors are no other process's business, the handle behind it (`kt1desk.app.again` hands it on).
    """
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(json.dumps(password).encode())
    if sys.platform == "win32":
        handle = msvcrt.get_osfhandle(reading)
        os.set_handle_inheritable(handle, True)
        return handle
    os.set_inheritable(reading, True)
    return reading


def _end_of_pipe(number: int) -> int:
    """The descriptor behind the number that was told. Raises ``OSError`` for one that means nothing here."""
    if sys.platform == "win32":
        return msvcrt.open_osfhandle(number, os.O_RDONLY)
    return number
