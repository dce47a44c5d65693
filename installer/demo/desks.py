"""Desks as a province makes them: signed desk files, people, one list of keys, and a line to the centre for each.

This module must not know what is shown, nor what the desks do then.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from kt1desk import __version__
from kt1desk.app.custody_services import CustodyServices, custody_services
from kt1desk.app.desk import OpenDesk
from kt1desk.app.first_run import Person, file_digest
from kt1desk.app.line_joining import Line
from kt1desk.app.line_room import Ways
from kt1desk.app.line_ways import ways_of_desk
from kt1desk.app.mail_room import bring_keys_in, keys_of
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import Works, works_in
from kt1desk.centre import pki
from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.enrolling import Centre, Wanted, enrol
from kt1desk.centre.pg_posting import PgBoard
from kt1desk.centre.place import CentrePlace
from kt1desk.centre.posting import post_keys
from kt1desk.domain.desk_file import DeskFile, NumberBlock, PublicKey, Service, Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.enrolment import make_request, read_request
from kt1desk.exchange.kept_desk_file import GATE
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.province_key import load_province_key, province_init
from kt1desk.exchange.round_report import RoundReport
from kt1desk.exchange.trust import KeyList
from kt1desk.services.line_approval import LineApproval
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import Block, DeskPlan, NewUser

PASSWORD = "suoi-nguon-42-Chi-Lang"  # noqa: S105 - of invented people, in a folder that goes with them
PASSPHRASE = "một câu dài chỉ dùng để xem thử"  # noqa: S105 - the same
CLERK, CONTROLLER, POSTMAN = "ha.hoang", "thuy.vi", "tuan.hua"
_FIRST, _LAST = date(2025, 7, 1), date(2099, 12, 31)
_NUMBERS = 1_000
_PEOPLE = (
    (CLERK, "Hoàng Thị Hà", frozenset({Role.CLERK, Role.HEAD, Role.ADMINISTRATOR})),
    (CONTROLLER, "Vi Thanh Thủy", frozenset({Role.CONTROLLER})),
    (POSTMAN, "Hứa Văn Tuấn", frozenset({Role.POSTMAN})),
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A desk that the province wants."""

    device: int
    point: str
    name: str


@dataclass(frozen=True)
class DemoDesk:
    """A desk at work, with its line."""

    seat: Seat
    works: Works
    desk: OpenDesk
    services: CustodyServices
    ways: Ways

    @property
    def title(self) -> str:
        """How it is called on the screen."""
        return f"Bàn {self.seat.device} ({self.seat.name})"

    def session(self, user: str = CLERK) -> Session:
        """Of somebody who works here."""
        with self.desk.store.read() as reader:
            return begin_session(reader, user, {})

    def exchange(self) -> RoundReport:
        """One round with the centre.

        Raises:
            DeskError: why it could not end well.
        """
        if self.ways.courier is None:
            raise DeskError("line.not_joined")
        report = self.ways.courier.round()
        if report.problem is not None:
            raise report.problem
        return report

    def close(self) -> None:
        """Let everything go."""
        self.ways.close()
        self.desk.close()
        self.works.place.leave()


class Province:
    """The province with its key, and the centre that believes it.

    Args:
        root: an empty folder.
        place: the centre.
        passphrase: of the centre's authority.
    """

    def __init__(self, root: Path, place: CentrePlace, passphrase: str = PASSPHRASE) -> None:
        self._root, self._place, self._passphrase = root, place, passphrase
        province_init(root / "province", PASSPHRASE)
        self._key = load_province_key(root / "province", PASSPHRASE)
        self._public = self._key.public_key().public_bytes_raw()

    @contextmanager
    def desks(self, seats: Sequence[Seat]) -> Iterator[tuple[DemoDesk, ...]]:
        """Desks that believe each other, each with its line to the centre, its shift open and its approval entered."""
        gate_key = pki.load_gate_key(self._place.folder).public_key().public_bytes_raw()
        opened = [self._open(seat, gate_key.hex()) for seat in seats]
        with ExitStack() as things:
            for _, desk in opened:
                things.callback(desk.close)
            self._list_keys([desk for _, desk in opened])
            authority = pki.open_authority(self._place.folder, self._passphrase)
            centre = Centre(authority, self._place.hosts[0], self._place.port, gate_key.hex())
            made = tuple(
                self._joined(seat, works, desk, centre)
                for seat, (works, desk) in zip(seats, opened, strict=True)
            )
            for each in made:
                things.callback(each.ways.close)
            yield made

    def _open(self, seat: Seat, gate_key: str) -> tuple[Works, OpenDesk]:
        first = seat.device * _NUMBERS
        content = DeskFile(
            point=seat.point,
            device=seat.device,
            services=frozenset(Service),
            transports=frozenset(Transport),
            blocks=(NumberBlock("MA", first, first + _NUMBERS - 1),),
            valid_from=_FIRST,
            valid_to=_LAST,
            keys=(PublicKey(GATE, gate_key),),
            clearances=(),
        )
        file = sign(content, self._key)
        folder = self._root / f"desk-{seat.device}"
        # the cheapest key slots: what is in there is invented, and somebody waits
        works = works_in(take_place(Options(folder, self._root / f"papers-{seat.device}", trial=True)))
        works.maker.make(_plan(content, file, self._public), _people(), file)
        return works, works.opener.open(CLERK, PASSWORD)

    def _list_keys(self, desks: Sequence[OpenDesk]) -> None:
        rows = [
            read_request(make_request(keys_of(desk), __version__)).as_row(_FIRST, _LAST) for desk in desks
        ]
        signed = sign_key_list(KeyList(tuple(rows), 1, desks[0].today), self._key)
        for desk in desks:
            bring_keys_in(desk, signed)
        with self._place.connect(CORE) as core:
            post_keys(PgBoard(core, lambda: int(datetime.now(UTC).timestamp() * 1000)), signed, self._public)

    def _joined(self, seat: Seat, works: Works, desk: OpenDesk, centre: Centre) -> DemoDesk:
        with self._place.connect() as gate:
            line = enrol(gate, centre, Wanted(seat.device, seat.point), datetime.now(UTC), os.urandom)
        Line(desk, works.place.folder).join(line.data, line.code, None)
        LineApproval(desk.store, desk.clock).open(desk.session, "12/BĐT", desk.today)
        desk.shifts.open(desk.session, desk.today, 500_000)
        services = custody_services(desk, works.keys.unlock, lambda: None)
        return DemoDesk(seat, works, desk, services, ways_of_desk(desk, works.place.folder))


def _plan(content: DeskFile, file: bytes, province: bytes) -> DeskPlan:
    blocks = tuple(Block(block.prefix, block.first, block.last) for block in content.blocks)
    ways = frozenset(way.value for way in content.transports)
    return DeskPlan(
        content.device,
        content.point,
        __version__,
        blocks,
        file_digest(file),
        transports=ways,
        province_key=province.hex(),
    )


def _people() -> tuple[Person, ...]:
    return tuple(Person(NewUser(user, name, roles, _LAST), PASSWORD) for user, name, roles in _PEOPLE)
