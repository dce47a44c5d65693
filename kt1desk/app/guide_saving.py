"""Ctrl+P in the help: the guide as a PDF beside the papers of the desk, made behind the screen."""

from __future__ import annotations

from pathlib import Path

from kt1desk.app.guide_command import write_guide
from kt1desk.desktop.help.view import HelpView
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say

NAME = "so-tay.pdf"
_BEGUN, _DONE = "Đang ghi sổ tay ra PDF…", "Đã ghi sổ tay: {}"


def offer_guide(window: MainWindow, jobs: Jobs, folder: Path) -> None:
    """From now on the help writes the guide into this folder when it is asked to."""
    view = window.findChild(HelpView)
    if view is None:
        return
    view.saves = True

    def tell(sentence: str) -> None:
        if (page := window.page()) is not None:
            page.said.emit(sentence)

    def begin() -> None:
        tell(_BEGUN)
        jobs.run(
            lambda: _write(folder / NAME),
            lambda path: tell(_DONE.format(path)),
            lambda error: tell(say(error)),
            Lane.OUTSIDE,
        )

    view.save_wanted.connect(begin)


def _write(path: Path) -> Path:
    write_guide(path)
    return path
