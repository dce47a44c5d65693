"""A desk that is worked at for a while and then left standing with everything open, until somebody kills it.

    python -m tests.faults.children.busy_desk DESK LABEL_PRINTER < two lines: the key in hex, and what to accept (JSON)

It logs in, accepts items and a dossier, shows and prints their papers, searches, parks a draft, writes a list back, makes a backup, seals
a bundle for another point, runs the whole proof and fails once, all with the planted texts; then it prints the numbers it gave out and
waits. Beside the label printer's file it leaves, in a folder named ``exports``, the list: a file that is meant to be read.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kt1desk.app.label_picture import label_picture
from kt1desk.app.print_room import PrintRoom
from kt1desk.desktop.messages import note_fault
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.items import Party
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.domain.print_job import JobState, PrinterRole
from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.acceptance import LABEL
from kt1desk.services.dossier_drafts import Applicant, Residence
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.store.drafts import Drafts
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.verify import verify
from tests.faults.children.desk_worker import opened
from tests.support.chains import beside_of, dispatch
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import CENTRE, PROCEDURES, ordinary_dossier
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.mail_desks import office_and_commune
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


def _print_all(desk: Counter, printers: dict[PrinterSlot, PrinterProfile]) -> None:
    queue, changed = PrintQueue(desk.store), threading.Event()
    faults: list[BaseException] = []
    room = PrintRoom(queue, printers, desk.clock, changed.set, faults.append)
    room.start()
    room.wake()
    while any(JobState(paper.state) not in STATES_AT_REST for paper in desk.papers_of()):
        assert changed.wait(PRINTED_WITHIN_S), [paper.reason for paper in desk.papers_of()]
        changed.clear()
    room.close()
    assert not faults


def _log_in(desk: Counter, planted: Planted) -> None:
    """A user gets a slot for his password, types another one first, and opens the books with the right one."""
    ring = KeyRing(desk.folder, desk.clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    ring.create(0, bytes(range(32)), {"clerk": planted.password})
    with suppress(DeskError):
        ring.unlock("clerk", f"{planted.password}!")
    desk.clock.pass_ms(60_000)
    assert ring.unlock("clerk", planted.password)


def _take_dossier(desk: Counter, planted: Planted) -> str:
    home = Residence(planted.home, CENTRE)
    applicant = Applicant(
        name=planted.applicant, identity=planted.identity, phone=planted.applicant_phone, residence=home
    )
    with desk.store.work() as work:
        work.put_procedures(PROCEDURES)
        work.commit()
    return desk.accept_dossier(replace(ordinary_dossier(), applicant=applicant)).dossier


def _show(desk: Counter) -> None:
    """The labels as the screen shows them."""
    labels = [row for row in desk.papers_of() if row.template == LABEL]
    assert labels
    for row in labels:
        label_picture(row.values, None)


def _seal_bundle(root: Path, planted: Planted) -> None:
    """Mail with the parties of C items in it, for another point; the file goes on a stick."""
    with office_and_commune(root) as (office, commune):
        fact = dispatch(3, secret=2)
        secret = Party("", planted.secret_party, planted.address, "20").fields()
        beside = {slot: secret if "." in slot else given for slot, given in beside_of(fact).items()}
        office.write(fact, beside=beside)
        bundle = office.bundle(COMMUNE_POINT)
        (root / "stick.kt1bundle").write_bytes(bundle.data)
        assert [row.reason for row in commune.inbox.take_bundle(commune.session(), bundle.data)] == [None]


def _write_list(beside: Path, planted: Planted) -> None:
    """A list sent back to whoever brought it."""
    exports = beside.with_name("exports")
    exports.mkdir()
    rows = [[planted.applicant, planted.identity, planted.home]] * 500
    (exports / "list.xlsx").write_bytes(xlsx_bytes(["Tên", "Số", "Nơi ở"], [20, 20, 20], rows))


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
    _log_in(desk, planted)
    numbers = [desk.accept(draft).item for draft in _drafts(planted)]
    taken = _take_dossier(desk, planted)
    printers = _printers(label_device)
    _show(desk)
    _print_all(desk, printers)
    _write_list(Path(label_device), planted)
    _seal_bundle(root.parent, planted)
    for words in (planted.receiver, planted.person, planted.agency, planted.applicant, taken, numbers[0]):
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
