"""`kt1desk centre`: every command of the centre under one word. They need no desk and no log-in of ours, and but for one no screen.

This module must not know what any of them does.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kt1desk.app.bureau_options import add_centre_report
from kt1desk.app.centre_window import add_show_parser
from kt1desk.app.clock import SystemClock
from kt1desk.app.entropy import system_entropy
from kt1desk.centre.cli import CentreCommands
from kt1desk.centre.figures_command import add_figures_parser
from kt1desk.centre.integrate_command import add_integrate_parser
from kt1desk.centre.posting_cli import add_posting_parsers
from kt1desk.centre.reader_command import add_reader_parser
from kt1desk.centre.release_command import add_release_parser
from kt1desk.centre.restored_command import add_restored_parser
from kt1desk.centre.settle_command import add_settle_parsers
from kt1desk.config import PROGRAM

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def run_centre_command(words: Sequence[str]) -> int:
    """Run a command line that begins with ``centre``, without whatever a desk's commands load; returns the exit code."""
    parser = argparse.ArgumentParser(prog=PROGRAM)
    add_centre_parsers(parser.add_subparsers(dest="command", metavar="lệnh"))
    asked = parser.parse_args(words)
    return int(asked.act(asked))


def add_centre_parsers(commands: Subparsers) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    words = CentreCommands(system_entropy).add(commands)
    add_integrate_parser(words, SystemClock())
    add_posting_parsers(words)
    add_restored_parser(words)
    add_release_parser(words)
    add_settle_parsers(words)
    add_reader_parser(words)
    add_figures_parser(words)
    add_centre_report(words)
    add_show_parser(words)
