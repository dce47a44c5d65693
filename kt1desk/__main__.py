"""The command line: the desk on the screen, the proof of its books, the province's keys."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kt1desk.app.commands import run_command
from kt1desk.app.gui import run_desk
from kt1desk.app.options import options_of, parser
from kt1desk.app.place import take_place
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; returns the exit code: 0, 1 for a refusal or a fault found, 2 for a wrong command line."""
    asked = parser().parse_args(arguments)
    try:
        if asked.command:
            return run_command(asked)
        options = options_of(asked)
        place = take_place(options)
        if options.trial and not place.has_desk:
            place.make_sample()
        return run_desk(place)
    except DeskError as error:
        print(sentence(error), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
