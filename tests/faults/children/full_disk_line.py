"""A desk on a small disk of its own that is full while it exchanges: run inside private mounts, as `tests.support.full_disk`.

    python -m tests.faults.children.full_disk_line FOLDER FREE_BYTES

It goes through rounds with a gate in memory, frees the disk, goes on, and prints as JSON what it saw.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.round_report import Ending
from kt1desk.store.verify import verify
from tests.support.centre_mail import Mailbox, on_line
from tests.support.chains import Writer, arrived, item_number
from tests.support.exchange_keys import COMMUNE, NOON_MS, OFFICE_POINT, row_of, seeded
from tests.support.full_disk import fill
from tests.support.gate_model import GateModel, ModelLine
from tests.support.line_desks import line_desk
from tests.support.mail_desks import MailDesk, listed, mail_desk

DISK = "4m"
DEVICE, WRITTEN, LETTERS, EACH = 7, 300, 3, 40
MOST_ROUNDS = 6


@dataclass
class Seen:
    """What happened.

    Attributes:
        refusals: the codes with which rounds ended while the disk was full.
        sale: the code with which a sale was refused then; "" where there was room for it.
        sent: events that the gate had by then.
        half: whether anything was in part at either end then.
        healed: whether everything was at both ends once there was room.
    """

    refusals: list[str] = field(default_factory=list)
    sale: str = ""
    sent: int = 0
    half: bool = True
    healed: bool = False


@dataclass
class Scene:
    """A desk, its gate, and the mail that waits there."""

    desk: MailDesk
    gate: GateModel
    mail: list[Event]

    def round(self) -> str:
        """One round of a program that was just started; the code of what went wrong at the desk."""
        inbox = on_line(self.desk, file=False, keys=False)
        try:
            report = Courier(ModelLine(self.gate, DEVICE), line_desk(self.desk), inbox).round()
        except DeskError as error:
            return error.code
        assert report.ended is Ending.DONE
        return report.mail.problem.code if report.mail.problem else ""

    def sent(self, stream: Stream) -> list[Event]:
        frames = self.gate.frames(DEVICE, stream, 1)
        return [event for data in frames for event in open_frame(data, self.desk.keys, shipped()).events]

    def written(self, stream: Stream) -> list[Event]:
        with self.desk.store.read() as reader:
            return list(reader.events_after(stream, 0, 10_000))

    def taken(self) -> list[bool]:
        return [self.desk.received(event.id) == event for event in self.mail]

    def is_whole(self) -> bool:
        """The gate has a beginning of each journal, the desk whole frames of mail and as many as its mark says."""
        prefixes = all((sent := self.sent(stream)) == self.written(stream)[: len(sent)] for stream in Stream)
        taken, mark = self.taken(), on_line(self.desk, file=False, keys=False).mark()
        return prefixes and taken == [at < mark.number * EACH for at in range(len(taken))]

    def is_done(self) -> bool:
        return all(self.taken()) and all(self.sent(stream) == self.written(stream) for stream in Stream)


def _scene(desk: MailDesk) -> Scene:
    on_line(desk)
    desk.write(*(arrived(item_number(at), point=OFFICE_POINT, to="246940") for at in range(WRITTEN)))
    writer, box, chance = Writer(COMMUNE), Mailbox(OFFICE_POINT), seeded(5)
    gate = GateModel(lambda: chance(16), lambda: NOON_MS)
    gate.enrol(DEVICE, OFFICE_POINT)
    mail = [writer.append(arrived(item_number(2_000 + at))) for at in range(LETTERS * EACH)]
    for at in range(LETTERS):
        frame = box.events(*mail[at * EACH : (at + 1) * EACH])
        gate.post(OFFICE_POINT, frame.hash, frame.data)
    return Scene(desk, gate, mail)


def _sale(desk: MailDesk) -> str:
    try:
        desk.write(arrived(item_number(5_000), point=OFFICE_POINT, to="246940"))
    except DeskError as error:
        return error.code
    return ""


def main(root: Path, free: int) -> Seen:
    """Everything on one disk."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", root], check=True)
    seen = Seen()
    with mail_desk(root, DEVICE, OFFICE_POINT) as made:
        desk = made.believing(listed(made, more=[row_of(COMMUNE)]))
        scene = _scene(desk)
        ballast = fill(root, free)
        for _ in range(MOST_ROUNDS):
            seen.refusals.append(scene.round())
        seen.sale = _sale(desk)
        seen.sent = len(scene.sent(Stream.KT1))
        seen.half = not scene.is_whole()
        ballast.unlink()
        after = [scene.round() for _ in range(3)]
        seen.healed = after == ["", "", ""] and scene.is_done() and verify(desk.store).ok
    return seen


if __name__ == "__main__":
    print(json.dumps(asdict(main(Path(sys.argv[1]), int(sys.argv[2])))))
    sys.stdout.flush()
    os._exit(0)  # the mounts go with the process
