"""The shelves of the gate in memory, as the integrator may use them in simulations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kt1desk.centre.ledger_values import ChainKey, GateFrame, MailRow
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.mail_frames import read_mail_head
from tests.support.gate_model import GateModel, frame_hash
from tests.support.ledger_in_memory import Step, no_step


@dataclass
class ModelGateStore:
    """The shelves of a `GateModel`, as the integrator may use them.

    Attributes:
        model: the gate.
        now: its clock; a frame is received when it is first seen here.
        step: called before each statement with its name.
    """

    model: GateModel
    now: Callable[[], int]
    step: Step = no_step
    _received: dict[tuple[ChainKey, int], int] = field(default_factory=dict)

    def chains(self) -> Mapping[ChainKey, tuple[int, bytes]]:
        self.step("chains")
        found: dict[ChainKey, tuple[int, bytes]] = {}
        for device, known in sorted(self.model.devices.items()):
            for (stream, incarnation), frames in sorted(known.chains.items()):
                key = ChainKey(device, int(stream), incarnation)
                found[key] = (len(frames), frame_hash(frames[-1]))
                self._received.setdefault((key, len(frames)), self.now())
        return found

    def frames(self, after: Mapping[ChainKey, int], limit: int) -> list[GateFrame]:
        self.step("frames")
        of_each = max(1, limit // max(1, len(after)))
        found: list[GateFrame] = []
        for chain, number in sorted(after.items())[:limit]:
            kept = next(
                frames
                for (stream, incarnation), frames in self.model.devices[chain.device].chains.items()
                if (int(stream), incarnation) == (chain.stream, chain.incarnation)
            )
            for at, data in enumerate(kept[number : number + of_each], number + 1):
                received = self._received.get((chain, at), self.now())
                found.append(GateFrame(chain, at, frame_hash(data), data, received))
        return found

    def mailboxes(self) -> dict[str, MailMark]:
        self.step("mailboxes")
        return {point: self.model.mailbox(point) for point, box in sorted(self.model.mail.items()) if box}

    def mail_after(self, point: str, number: int, limit: int) -> list[MailRow]:
        self.step("mail_after")
        box = self.model.mail.get(point, [])[number : number + limit]
        return [
            MailRow(point, at, hashed, data, read_mail_head(data).head.made.utc_ms)
            for at, (hashed, data) in enumerate(box, number + 1)
        ]

    def put_mail(self, rows: Sequence[MailRow]) -> None:
        self.step("put_mail")
        for row in rows:
            box = self.model.mail.setdefault(row.point, [])
            there = box[row.number - 1][0] if row.number <= len(box) else None
            if row.number > len(box) + 1 or there not in {None, row.hash}:
                raise DeskError("centre.mail_collides", point=row.point, number=row.number)
            if there is None:
                self.model.post(row.point, row.hash, row.data)
        self.step("put")
