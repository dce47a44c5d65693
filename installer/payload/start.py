"""What an installed Python runs first: the program in the folder it is given. One file for both systems, part of the base.

    python -I start.py APP_FOLDER [--program=MODULE] words…

Standard library only: the libraries of the base are found by the Python that runs this, the program's own modules in APP_FOLDER.
"""

from __future__ import annotations

import runpy
import sys

PROGRAMS = ("kt1desk", "kt1desk.simprinter")
"""What may be started by name; the first where none is given."""
_WORD = "--program="
_WRONG_COMMAND_LINE = 2


def run(words: list[str]) -> int:
    """Run the program; its own exit code leaves as SystemExit. Returns only where the command line is wrong.

    Args:
        words: as `sys.argv`: the name of what was started, the app's folder, then what the program is told.
    """
    if len(words) <= 1:
        return _WRONG_COMMAND_LINE
    started, app, *told = words
    module = PROGRAMS[0]
    if told and told[0].startswith(_WORD):
        module = told.pop(0).removeprefix(_WORD)
    if module not in PROGRAMS:
        if sys.stderr is not None:  # a program without a console has none
            sys.stderr.write(f"Không có chương trình «{module}» trong bản cài này.\n")
        return _WRONG_COMMAND_LINE
    # What is installed is compared with its list; a cache of byte code would be a file too many.
    sys.dont_write_bytecode = True
    sys.path.insert(0, app)
    sys.argv = [started, *told]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv))
