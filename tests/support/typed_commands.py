"""Commands as somebody types them, in this process or in one of their own.

Each file of tests has one command in a process of its own: that it starts, reads a password and says its exit code to whoever called it.
The others are called where the test is, for a process takes longer to load the program than the command takes to run.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from unittest import mock

from kt1desk.__main__ import main
from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.tree import ROOT

NOTHING: Mapping[str, str] = MappingProxyType({})
_PATIENCE_S = 120


@dataclass(frozen=True)
class Ran:
    """What a command ended with."""

    returncode: int
    stdout: str
    stderr: str


def called(
    *words: str,
    lines: Sequence[str] = (TRIAL_PASSWORD,),
    where: Path = ROOT,
    beside: Mapping[str, str] = NOTHING,
) -> Ran:
    """A command in this process.

    Args:
        words: of the command line, without the program's name.
        lines: of its standard input.
        where: the folder it is called in.
        beside: what else its environment says.
    """
    out, err, given = io.StringIO(), io.StringIO(), io.StringIO("".join(f"{line}\n" for line in lines))
    with (
        mock.patch.object(sys, "stdin", given),
        mock.patch.dict(os.environ, beside),
        redirect_stdout(out),
        redirect_stderr(err),
        chdir(where),
    ):
        try:
            code = main(list(words))
        except SystemExit as end:  # argparse has answered by itself
            code = end.code if isinstance(end.code, int) else 0
    return Ran(code, out.getvalue(), err.getvalue())


def started(
    *words: str,
    lines: Sequence[str] = (TRIAL_PASSWORD,),
    where: Path = ROOT,
    beside: Mapping[str, str] = NOTHING,
) -> Ran:
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "kt1desk", *words],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        cwd=where,
        env={**os.environ, **beside, "PYTHONPATH": str(ROOT)},
        timeout=_PATIENCE_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
