"""The command line: the desk on the screen, the proof of its books, the province's keys.

Which of them is loaded is decided by what was asked for: the desk is to be painted at once and waits for no database, and the province's
machine, which only makes keys, needs no screen. Hence the imports in two functions here; `kt1desk.app.later` has all the others.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from kt1desk.app import later
from kt1desk.app.hardening import harden
from kt1desk.app.last_resort import catch_everything
from kt1desk.app.options import Options, desk_asked_for
from kt1desk.app.place import take_place
from kt1desk.app.streams import speak_utf8
from kt1desk.config import keep_libraries_to_ourselves
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; returns the exit code: 0, 1 for a refusal or a fault found, 2 for a wrong command line."""
    if arguments is None:  # a process of its own, not a caller's
        harden()
        keep_libraries_to_ourselves()
        speak_utf8()
        catch_everything()
    words = sys.argv[1:] if arguments is None else arguments
    desk = desk_asked_for(words)
    try:
        return _command(words) if desk is None else _open(desk)
    except DeskError as error:
        print(sentence(error), file=sys.stderr)
        if desk is not None:
            later.show_where_nobody_reads(sentence(error))
        return 1


def _command(words: Sequence[str]) -> int:
    if "--self-test" in words:  # it must run, and say so, where a library of the commands does not load
        from kt1desk.app.self_test import run_self_test

        return run_self_test(words)
    if words[0] == "centre":  # the centre's machine knows no desk: half of what a desk loads is no use to it
        from kt1desk.app.centre_commands import run_centre_command

        return run_centre_command(words)
    from kt1desk.app.commands import run_command

    return run_command(words)


def _open(options: Options) -> int:
    place = take_place(options)
    gc.disable()  # what is loaded now stays for the whole run: looking for garbage in it is a tenth of the way to the first picture
    from kt1desk.app.gui import run_desk

    if options.trial and not place.has_desk:
        later.works_in(place).make_sample()
    return run_desk(place)


if __name__ == "__main__":
    sys.exit(main())
