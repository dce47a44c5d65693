"""A desk that is worked at for a while and then left standing with everything open, until somebody kills it.

    python -m tests.faults.children.busy_desk DESK LABEL_PRINTER < two lines: the key in hex, and what to accept (JSON)

It accepts items, prints them, searches, parks a draft, makes a backup, runs the whole proof and fails once, all with the planted texts;
then it prints the numbers it gave out and waits.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from dataclasses import replace
from pathlib import Path

from kt1desk.app.print_room import PrintRoom
from kt1desk.desktop.messages import note_fault
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.domain.print_job import JobState, PrinterRole
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.store.drafts import Drafts
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.verify import verify
from tests.faults.children.desk_worker import opened
from tests.support.desks import Counter, ordinary
from tests.support.planted import Planted

PRINTED_WITHIN_S = 60
STATES_AT_REST = {JobState.DONE, JobState.UNKNOWN, JobState.CANCELLED}


def _printers(label_device: str) -> dict[PrinterSlot, PrinterProfile]:
    """A label printer at a device file, and an office printer behind the system's spooler."""
    label, receipt = PrinterRole.LABEL, PrinterRole.RECEIPT
    return {
        PrinterSlot.LABEL: PrinterProfile(
            *("label-1", "Máy in nhãn", label, Language.ZPL, Link(PortKind.DEVICE, label_device)),
            stock=Stock(100, 60, 3),
            coding=GraphicCoding.ZPL_Z64,
        ),
        PrinterSlot.PAGE: PrinterProfile(
            *("receipt-1", "Máy in văn phòng", receipt, Language.SYSTEM, Link(PortKind.SYSTEM, "")),
            stock=Stock(148, 210),
        ),
    }


def _drafts(planted: Planted) -> list[AcceptanceDraft]:
    """An item to somebody who is in no list, one for cash, and one of class C, handed in by somebody."""
    by = replace(ordinary(), handed_by=planted.person, handed_by_phone=planted.phone)
    other = OtherParty(planted.receiver, planted.address, "22")
    return [
        replace(by, receiver="", other_receiver=other),
        replace(by, payment=Payment.CASH),
        replace(by, secrecy=Secrecy.C),
    ]


def _print_all(desk: Counter, label_device: str) -> None:
    queue, changed = PrintQueue(desk.store), threading.Event()
    faults: list[BaseException] = []
    room = PrintRoom(queue, _printers(label_device), desk.clock, changed.set, faults.append)
    room.start()
    room.wake()
    while any(JobState(paper.state) not in STATES_AT_REST for paper in desk.papers_of()):
        assert changed.wait(PRINTED_WITHIN_S), [paper.reason for paper in desk.papers_of()]
        changed.clear()
    room.close()
    assert not faults


def _fail_with(planted: Planted) -> None:
    """A fault of the program, with the planted texts in its message and in its local variables."""
    whose = f"{planted.person} {planted.phone}"
    try:
        raise ValueError(whose)
    except ValueError as error:
        note_fault(error)


def main(root: Path, label_device: str) -> None:
    desk = opened(root, bytes.fromhex(sys.stdin.readline().strip()))
    planted = Planted(**json.loads(sys.stdin.readline()))
    logging.basicConfig(filename=desk.folder.log / "desk.log", level=logging.DEBUG)
    desk.open_shift()
    numbers = [desk.accept(draft).item for draft in _drafts(planted)]
    _print_all(desk, label_device)
    for words in (planted.receiver, planted.person, planted.agency, numbers[0], numbers[0][-6:]):
        desk.finder.anything(desk.session(), words)
    Drafts(desk.store).park(
        "accept_item", {"handed_by": planted.person, "receiver": planted.receiver}, desk.clock.wall_ms
    )
    desk.store.backup(root / "backup.db")
    assert verify(desk.store).ok
    _fail_with(planted)
    try:
        desk.accept(replace(ordinary(), handed_by=planted.person, number=numbers[0]))
    except DeskError as refusal:
        logging.getLogger("kt1desk").warning("refused: %s", refusal.code)
    print(json.dumps(numbers), flush=True)
    with desk.store.work() as work:  # killed with a transaction open
        work.take_number()
        sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
