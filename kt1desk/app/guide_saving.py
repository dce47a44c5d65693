"""Ctrl+P in the help: the guide as a PDF beside the papers of the desk, made behind the screen."""

from __future__ import annotations

from pathlib import Path

from kt1desk import __version__
from kt1desk.app.guide_pdf import guide_pdf
from kt1desk.desktop.help.guide import read_guide
from kt1desk.desktop.help.view import HelpView
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError

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
            lambda: _write(folder),
            lambda path: tell(_DONE.format(path)),
            lambda error: tell(say(error)),
            Lane.OUTSIDE,
        )

    view.save_wanted.connect(begin)


def _write(folder: Path) -> Path:
    path = folder / NAME
    data = guide_pdf(read_guide(), __version__)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise DeskError("printer.folder_unwritable") from error
    return path
