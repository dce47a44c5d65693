"""What a desk writes in weeks without a line: items accepted, arrived, stored and delivered, cash, shifts.

Numbers that came from elsewhere, weights, sums, names and agencies are drawn by chance, the desk's own numbers follow each other, times lie
apart as at a counter. One event in six accepts an item, one in six hands one over, as where each item is accepted or arrives, is put in
its place and goes on. The bodies are those of the facts the services write.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kt1desk.config import sample_folder
from kt1desk.domain.facts import (
    CashReceived,
    Fact,
    ItemAccepted,
    ItemArrived,
    ItemDelivered,
    ItemStored,
    Party,
    ShiftClosed,
    ShiftOpened,
)
from kt1desk.domain.identifiers import number_at
from kt1desk.sampling.dictionary_events import EVENTS
from kt1desk.services.ports import Appending
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT
from tests.support.mail_desks import MailDesk

Beside = Mapping[str, Mapping[str, str]]
PER_DAY = 200
_FAMILIES = ("Nông", "Hoàng", "Vi", "Lương", "Lý", "Triệu", "Nguyễn", "Chu", "Đàm", "Bế")
_MIDDLES = ("Văn", "Thị", "Minh", "Thu", "Đức", "Hồng", "Quang", "Thanh")
_GIVEN = ("An", "Bình", "Chiến", "Dung", "Giang", "Hà", "Khánh", "Lan", "Mai", "Phúc", "Thắng", "Yến")


class Worker:
    """Invents the days of one desk.

    Args:
        seed: the same seed gives the same days.
        persons: whether somebody hands in and somebody takes; without, only facts that name nobody are written.
        point: where the desk stands.
    """

    def __init__(self, seed: int, *, persons: bool, point: str = COMMUNE_POINT) -> None:
        self._point = point
        self._chance = random.Random(seed)
        self._persons = persons
        rows = json.loads((sample_folder() / "agencies.json").read_text(encoding="utf-8"))["rows"]
        self._parties = [
            Party(row["agency_id"], row["name"], row["address"], "20", row.get("commune", "")) for row in rows
        ]
        secret, plain = (fact for fact, _ in EVENTS if isinstance(fact, ItemAccepted))
        self._accepted = (secret, plain)
        self._here: list[str] = []
        self._bag = 4711
        self._own = 46_000_000

    def day(self, number: int) -> Iterator[tuple[Fact, Beside]]:
        """The facts of one day in their order, `PER_DAY` of them."""
        date, shift = f"2026-{8 + number // 30:02}-{1 + number % 30:02}", f"2026-11-{number:02}/1"
        yield ShiftOpened(shift, date, "D0", 500_000), {}
        for _ in range(PER_DAY - 2):
            yield self._act(shift)
        yield ShiftClosed(shift, 500_000 + 1_000 * number, 500_000 + 1_000 * number, 35), {}

    def _act(self, shift: str) -> tuple[Fact, Beside]:
        draw = self._chance.random()
        if draw < 1 / 6 and self._persons:
            return self._accept(shift)
        if draw < 0.3:
            return CashReceived(shift, 100 * self._chance.randrange(150, 3_000), "kt1"), {}
        if draw < 0.56 or not self._here:
            return self._arrive(shift), {}
        if draw < 5 / 6 or not self._persons:
            place = f"KET{self._chance.randrange(1, 4)}"
            return ItemStored(self._chance.choice(self._here), 6, self._point, shift, place, scan=True), {}
        item = self._here.pop(self._chance.randrange(len(self._here)))
        sheet = f"PH{self._point}-261123-9-{self._chance.randrange(1, 4)}/{self._chance.randrange(1, 30)}"
        taken = ItemDelivered(item, 7, self._point, shift, "receiver", sheet, origin=OFFICE_POINT, scan=True)
        return taken, {"taker": {"name": self._name(), "position": "Văn thư"}}

    def _accept(self, shift: str) -> tuple[Fact, Beside]:
        secret = self._chance.random() < 0.2
        self._own += 1
        parties = {
            "sender": self._chance.choice(self._parties),
            "receiver": self._chance.choice(self._parties),
        }
        made = replace(
            self._accepted[0 if secret else 1],
            item=number_at("ME", self._own, "VN").text,
            weight_g=self._chance.randrange(20, 2_000),
            shift=shift,
            point=self._point,
        )
        if not secret:
            made = replace(made, sender=parties["sender"], receiver=parties["receiver"])
        beside = {"handed_by": {"name": self._name(), "id": f"0200{self._chance.randrange(10**8):08}"}}
        return made, beside | ({slot: party.fields() for slot, party in parties.items()} if secret else {})

    def _arrive(self, shift: str) -> ItemArrived:
        item = self._number()
        self._here.append(item)
        self._bag += self._chance.random() < 0.1
        dispatch = f"CT{OFFICE_POINT}-261123-7-{self._bag % 3 + 1}"
        bag = f"TUI{self._bag:08}"
        return ItemArrived(item, "intact", self._point, shift, 5, bag, dispatch, OFFICE_POINT, scan=True)

    def _number(self) -> str:
        return number_at("ME", self._chance.randrange(47_000_000, 47_400_000), "VN").text

    def _name(self) -> str:
        return " ".join(self._chance.choice(names) for names in (_FAMILIES, _MIDDLES, _GIVEN))


def write_days(desk: MailDesk, events: int, *, persons: bool = True, seed: int = 1) -> None:
    """So many events into the journals of a desk, whole days and part of the last one, a hundred in a transaction."""
    worker, chance = Worker(seed, persons=persons, point=desk.own.point), random.Random(seed)
    facts = (each for day in range(1 + events // PER_DAY) for each in worker.day(day))
    left = events
    while left:
        with desk.store.work() as work:
            for _ in range(min(100, left)):
                fact, beside = next(facts)
                desk.clock.pass_ms(chance.randrange(5_000, 280_000))
                work.append(fact, Appending("ha.hoang", particulars=beside))
                left -= 1
            work.commit()
