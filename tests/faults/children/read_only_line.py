"""A desk whose database may only be read for a while: run inside private mounts, as `tests.support.full_disk`.

    python -m tests.faults.children.read_only_line FOLDER

It sells and exchanges before, during and after, and prints as JSON what it saw.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.courier import Courier
from kt1desk.services.ports import Appending
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from tests.faults.children.line_worker import at_line
from tests.support.chains import arrived, item_number
from tests.support.clocks import HandClock
from tests.support.exchange_keys import NOON_MS, OFFICE_POINT, seeded
from tests.support.gate_model import GateModel
from tests.support.line_desks import LetterBox
from tests.support.mail_desks import DEK, mail_desk

DEVICE = 7


def _tried(root: Path, gate: GateModel, serial: int) -> list[str]:
    """The program is started, sells, and exchanges: the code of what refused each, "" where nothing did."""
    said = []
    try:
        store = DeskStore.open(DataFolder(root), DEK, HandClock(NOON_MS), seeded(serial))
    except DeskError as error:
        return [error.code]
    try:
        with store.work() as work:
            work.append(arrived(item_number(serial), point=OFFICE_POINT), Appending("ha.hoang"))
            work.commit()
        said.append("")
        report = Courier(gate.line(DEVICE), at_line(store, HandClock(NOON_MS)), LetterBox()).round()
        said.append(report.ended.value)
    except DeskError as error:
        said.append(error.code)
    finally:
        store.close()
    return said


def main(root: Path) -> dict[str, object]:
    """All of it."""
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", root], check=True)
    chance = seeded(5)
    gate = GateModel(lambda: chance(16), lambda: NOON_MS)
    gate.enrol(DEVICE, OFFICE_POINT)
    with mail_desk(root, DEVICE, OFFICE_POINT) as desk:
        folder = desk.folder
    seen: dict[str, object] = {"before": _tried(folder.root, gate, 1)}
    subprocess.run(["mount", "--bind", folder.database, folder.database], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder.database], check=True)
    seen["during"] = _tried(folder.root, gate, 2)
    subprocess.run(["umount", folder.database], check=True)
    seen["after"] = _tried(folder.root, gate, 3)
    seen["frames"] = len(gate.frames(DEVICE, Stream.KT1, 1))
    return seen


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
    sys.stdout.flush()
    os._exit(0)  # the mounts go with the process
