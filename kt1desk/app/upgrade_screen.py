"""The small window of an upgrade, from its first picture to the desk's next start. It knows no desk and no session."""

from __future__ import annotations

import argparse
import sys

from kt1desk.app.again import begin_again
from kt1desk.app.options import desk_asked_for
from kt1desk.app.upgrade_ground import needed_ground
from kt1desk.app.upgrade_waiting import carried_out
from kt1desk.app.upgrade_words import refused_words, step_words
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import application, wear
from kt1desk.desktop.upgrade_window import Told, UpgradeWindow
from kt1desk.store.folder import DataFolder
from kt1desk.upgrade.request import Request, What

_TITLES = {What.APPLY: "Đang cập nhật chương trình", What.RETURN: "Đang trở về bản trước"}


def run_window(asked: argparse.Namespace) -> int:
    """Have the request carried out, show how far it is, then begin the desk anew: the version that starts now, whichever it is."""
    request, desk = Request(asked.id, asked.what), desk_asked_for(asked.again)
    folder = DataFolder(desk.data) if desk is not None else None
    app = application(sys.argv[0])
    wear(app, LIGHT)
    window = UpgradeWindow(Jobs())

    def work(told: Told) -> str:
        answer = carried_out(
            needed_ground(),
            request,
            lambda step, share: told(step_words(step, share), share),
            folder=folder,
        )
        return refused_words(answer)

    window.begin(_TITLES[request.what], work)
    window.show()
    app.exec()
    return begin_again(asked.again)
