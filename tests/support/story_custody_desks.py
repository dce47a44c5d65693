"""Desks of a province as its people make them: key, signed desk files, staff, passwords, key list, all by the program's own commands.

Only the first run and the devices are told to the program directly: other stories go that way by keys.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

from kt1desk.__main__ import main
from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import OpenDesk
from kt1desk.app.gates import FirstRunDoor
from kt1desk.app.hardware import Hardware, SettingsInHand, port_key
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.needs import Administrator, DeviceSettings
from kt1desk.store.folder import DataFolder
from kt1desk.store.keys import KeyRing
from kt1desk.store.settings import Settings
from tests.support.sheets import written
from tests.support.story import options_at
from tests.support.story_machines import Counter

PASSPHRASE, PASSWORD = "con song ky cung chay nguoc", "chim-se-nau-15"
FOREVER = "2099-12-31"
FROM = "2025-07-01"
KEYS = "keys.kt1keys"
"""Name of the key list in the folder of the province."""
QUICK = "--trial"
"""Key slots written by a command are then the cheapest that are allowed; nothing else is different on a desk that is there."""

_GIVEN = "mot-mat-khau-tam-9"


@dataclass(frozen=True)
class Staff:
    """Somebody made up. ``role`` as a table says it."""

    user: str
    name: str
    role: str


@dataclass(frozen=True)
class Seat:
    """A desk that a province wants: who sets it up and works there, and who else there is."""

    point: str
    device: int
    block: str
    chief: Staff
    others: tuple[Staff, ...]

    @property
    def people(self) -> tuple[Staff, ...]:
        return (self.chief, *self.others)


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


def say_to_desk(*words: str, typed: str) -> Said:
    """A command of the program, in this process; ``typed`` is what stands at its input."""
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(typed)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(words)
    finally:
        sys.stdin = before
    return Said(code, out.getvalue(), err.getvalue())


@dataclass(frozen=True)
class Made:
    """A desk in its folder."""

    seat: Seat
    options: Options

    @property
    def user(self) -> str:
        return self.seat.chief.user

    def tell(self, *words: str, user: str = "", typed: str = f"{PASSWORD}\n") -> Said:
        """A command for this desk, by its chief or another user."""
        at = ("--data-dir", str(self.options.data), "--user", user or self.user)
        return say_to_desk(QUICK, *words, *at, typed=typed)

    def do(self, *words: str, typed: str = f"{PASSWORD}\n") -> str:
        """The same for a command that must succeed; returns what it printed."""
        said = self.tell(*words, typed=typed)
        assert said.code == 0, (words, said)
        return said.out

    def written(self) -> int:
        """How many events its journal has; the journal is proved."""
        return int(self.do("verify").split(" sự kiện")[0].split()[-1].replace(".", ""))

    def at(self, root: Path) -> Made:
        """The same in a copy of the province's folder."""
        return replace(self, options=options_at(root / f"desk-{self.seat.device}"))

    @contextmanager
    def opened(self, user: str = "") -> Iterator[OpenDesk]:
        """The desk without its window, as its chief or another user."""
        place = take_place(self.options)
        try:
            desk = works_in(place).opener.open(user or self.user, PASSWORD)
            try:
                yield desk
            finally:
                desk.close()
        finally:
            place.leave()


class Province:
    """A province with its key on a folder of its own."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / "province"
        self._do("init")
        self.fingerprint = self._do("fingerprint").strip()

    def desks(self, *seats: Seat) -> tuple[Made, ...]:
        """Desks that believe each other."""
        made = tuple(map(self._desk, seats))
        requests = [self._root / f"request-{each.seat.device}.kt1ask" for each in made]
        for each, request in zip(made, requests, strict=True):
            each.do("mail", "request", str(request))
        keys = self.key_list(KEYS, requests)
        for each in made:
            assert "danh sách khóa số 1" in each.do("mail", "keys", str(keys))
        return made

    def key_list(self, name: str, requests: list[Path]) -> Path:
        """The list of the desks' keys, signed."""
        out, days = self._root / name, ("--from", FROM, "--to", FOREVER)
        self._do("key-list", "--request", *map(str, requests), *days, "--out", str(out))
        return out

    def _desk(self, seat: Seat) -> Made:
        file = self._root / f"desk-{seat.device}.kt1desk"
        clear = [word for each in seat.people for word in ("--clear", f"{each.user}:{FOREVER}")]
        days = ("--from", FROM, "--to", FOREVER)
        self._do(
            *("desk-file", "--point", seat.point, "--device", str(seat.device), "--block", seat.block),
            *(*days, *clear, "--out", str(file)),
        )
        made = Made(seat, options_at(self._root / f"desk-{seat.device}"))
        place = take_place(replace(made.options, trial=True))  # the cheapest key slots, see `QUICK`
        works = works_in(place)
        chief = Administrator(seat.chief.user, seat.chief.name, PASSWORD)
        door = FirstRunDoor(works.maker, works.clock, place.folder, SettingsInHand())
        door.create(str(file), self.fingerprint, chief)
        place.leave()
        _enrol(made, file)
        return made

    def _do(self, *words: str) -> str:
        said = say_to_desk(
            "province", words[0], "--folder", str(self._folder), *words[1:], typed=f"{PASSPHRASE}\n"
        )
        assert said.code == 0, (words, said)
        return said.out


def _enrol(made: Made, file: Path) -> None:
    """The others: from a table, cleared by the province's file, each with a password of his own typing."""
    others = made.seat.others
    if not others:
        return
    titles = ("Tên đăng nhập", "Họ tên", "Vai trò")
    rows = [(each.user, each.name, each.role) for each in others]
    book = written(file.with_suffix(".xlsx"), [titles, *rows])
    made.do("import", "staff", str(book))
    assert f"Đã đổi quyền KT1 của {len(others)} người." in made.do("staff", "clear", str(file))
    for each in others:
        made.do("staff", "password", each.user, typed=f"{PASSWORD}\n{_GIVEN}\n")
        KeyRing(DataFolder(made.options.data), SystemClock()).change(each.user, _GIVEN, PASSWORD)


def plug_in(made: Made, counter: Counter) -> None:
    """The desk's scanner and scale are those on the table; papers come as files."""
    with made.opened() as desk:
        scanner, scale = port_key(counter.scanner.port), port_key(counter.scale.machine.port)
        Hardware(Settings(desk.store), made.options.papers).keep_devices(
            DeviceSettings(
                wedge=False, wedge_gap_ms=0, scanner_port=scanner, scale_port=scale, scale_protocol=""
            )
        )
