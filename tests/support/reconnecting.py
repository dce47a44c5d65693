"""Desks that come back to the gate all at once, each over a line of its own: real stores, TLS with a certificate, the real courier."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.round_report import Ending
from kt1desk.store.settings import Settings
from tests.support.centre_mail import desk_file, on_line
from tests.support.exchange_keys import OFFICE_POINT, PROVINCE_KEY
from tests.support.integrating import KEY
from tests.support.line_desks import line_desk
from tests.support.mail_desks import MailDesk, listed, mail_desk
from tests.support.ninety_days import write_days
from tests.support.postgres import ADDRESS, HOST, Cluster, Desk

FIRST_DEVICE = 7
FOR_EVER = date(2099, 12, 31)
"""The centre goes by the real clock, so what it believes must hold on any day on which this is run."""
_PAUSE_S = 0.5


@dataclass(frozen=True)
class Back:
    """How it went with one desk.

    Attributes:
        seconds: from when all began until its outbox was empty.
        laters: rounds that ended without an answer.
    """

    seconds: float
    laters: int


@dataclass
class FarDesk:
    """A desk, what it wrote, and its way to the gate."""

    desk: MailDesk
    settings: LineSettings

    @classmethod
    def of(cls, desk: MailDesk, enrolled: Desk, cluster: Cluster) -> FarDesk:
        """A desk with its certificate."""
        shown = enrolled.certificate
        files = (cluster.authority.certificate, shown.certificate, shown.key)
        return cls(desk, LineSettings(HOST, cluster.port, enrolled.role, *files, address=ADDRESS))

    @property
    def events(self) -> list[Event]:
        """All that it ever wrote."""
        with self.desk.store.read() as reader:
            return [event for stream in Stream for event in reader.events_after(stream, 0, 1_000_000)]

    def rounds(self, start: threading.Barrier | None = None) -> Back:
        """Rounds until nothing is unsent and no mail is left, as a program that was just started."""
        line = GateLine(self.settings)
        courier = Courier(line, line_desk(self.desk), on_line(self.desk, file=False))
        pause, laters = threading.Event(), 0
        if start is not None:
            start.wait()
        begun = time.monotonic()
        try:
            while True:
                report = courier.round()
                if report.ended is Ending.DONE and not report.unsent and not report.mail.left:
                    return Back(time.monotonic() - begun, laters)
                assert report.ended is not Ending.STOPPED, report.problem
                laters += report.ended is Ending.LATER
                pause.wait(_PAUSE_S if report.ended is Ending.LATER else 0)
        finally:
            line.close()


def all_at_once(desks: list[FarDesk]) -> list[Back]:
    """All of them go at the same moment, each in a thread of its own."""
    start, done = threading.Barrier(len(desks)), dict[int, Back]()

    def go(number: int) -> None:
        done[number] = desks[number].rounds(start)

    threads = [threading.Thread(target=go, args=(number,)) for number in range(len(desks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [done[number] for number in sorted(done)]


@contextmanager
def desks_of_a_province(cluster: Cluster, root: Path, count: int, events: int) -> Iterator[list[FarDesk]]:
    """So many desks, each at a point of its own, the first at the office; each wrote a day and told nobody.

    What they write speaks of dispatches of the office, so all of it is mail for that one point.
    """
    with ExitStack() as stack:
        made: list[MailDesk] = []
        for number in range(FIRST_DEVICE, FIRST_DEVICE + count):
            point = OFFICE_POINT if number == FIRST_DEVICE else str(241_000 + number)
            desk = stack.enter_context(mail_desk(root, number, point))
            write_days(desk, events, seed=number)
            made.append(desk)
        keys = listed(*made)
        keys = replace(keys, desks=tuple(replace(row, valid_to=FOR_EVER) for row in keys.desks))
        found = []
        for desk in (each.believing(keys) for each in made):
            place = (desk.own.device, desk.own.point)
            keep_desk_file(Settings(desk.store), PROVINCE_KEY, desk_file(desk, KEY.public), place)
            on_line(desk, file=False)
            found.append(FarDesk.of(desk, cluster.add_desk(*place), cluster))
        yield found
