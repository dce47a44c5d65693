"""`kt1desk line` as an administrator types it: a desk for it, the files that it is given, and what it said."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.app.desk import OpenDesk
from kt1desk.app.first_run import Person
from kt1desk.app.line_joining import Line
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import works_in
from kt1desk.centre.pki import Authority
from kt1desk.domain.desk_file import DeskFile, PublicKey, Service, Transport
from kt1desk.domain.permissions import Role
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.line_file import LineFile, seal_line_file
from kt1desk.services.set_up import DeskPlan, NewUser
from tests.support.exchange_keys import COMMUNE_POINT, PROVINCE, PROVINCE_KEY

CHIEF, CLERK, PASSWORD = "lan.ly", "ha.hoang", "suoi-nguon-42-Chi-Lang"
GATE_KEY = "ab" * 32
DEVICE = 9


@dataclass(frozen=True)
class Said:
    """What a command ended with."""

    code: int
    out: str
    wrong: str


def made_desk(root: Path, allowed: frozenset[Transport]) -> Path:
    folder = root / "data"
    place = take_place(Options(folder, root / "papers", trial=True))
    ways = frozenset(way.value for way in allowed)
    plan = DeskPlan(
        DEVICE, COMMUNE_POINT, "0.0.0", (), "ab" * 32, transports=ways, province_key=PROVINCE_KEY.hex()
    )
    until = date(2099, 12, 31)
    people = (
        Person(NewUser(CHIEF, "Lý Thị Lan", frozenset({Role.ADMINISTRATOR}), until), PASSWORD),
        Person(NewUser(CLERK, "Hoàng Thị Hà", frozenset({Role.CLERK}), until), PASSWORD),
    )
    works_in(place).maker.make(plan, people)
    place.leave()
    return folder


def say(data: Path, monkeypatch: pytest.MonkeyPatch, *words: str, typed: str = "", user: str = CHIEF) -> Said:
    """The command in this process; the password is typed first."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n{typed}"))
    out, wrong = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(wrong):
        code = main(["line", *words, "--data-dir", str(data), "--user", user])
    return Said(code, out.getvalue(), wrong.getvalue())


def write_line_file(
    path: Path, authority: Authority, *, device: int = DEVICE, point: str = COMMUNE_POINT, request: str = ""
) -> str:
    """A line file as the centre writes it; returns its code."""
    issued = authority.issue(f"d{device:05d}", datetime.now(UTC), request)
    content = LineFile(
        device=device,
        point=point,
        host="gate.example",
        port=5432,
        database="gate",
        role=f"d{device:05d}",
        authority=authority.pem,
        certificate=issued.certificate,
        key=issued.key,
        gate_key=GATE_KEY,
    )
    data, code = seal_line_file(content, os.urandom)
    path.write_bytes(data)
    return code


def write_desk_file(path: Path, gate_key: str = GATE_KEY, device: int = DEVICE) -> str:
    """This desk's newest desk file, in which the province names the centre's mail key."""
    content = DeskFile(
        point=COMMUNE_POINT,
        device=device,
        services=frozenset(Service),
        transports=frozenset(Transport),
        blocks=(),
        valid_from=date(2000, 1, 1),
        valid_to=date(2099, 12, 31),
        keys=(PublicKey("gate", gate_key),) if gate_key else (),
        clearances=(),
    )
    path.write_bytes(sign(content, PROVINCE))
    return str(path)


@contextmanager
def opened_line(data: Path) -> Iterator[tuple[OpenDesk, Line]]:
    place = take_place(Options(data, data.parent / "papers"))
    desk = works_in(place).opener.open(CHIEF, PASSWORD)
    try:
        yield desk, Line(desk, place.folder)
    finally:
        desk.close()
        place.leave()


def events_of(frames: tuple[bytes, ...]) -> int:
    """Frames name their number of events at a fixed place (`kt1desk.exchange.frames`)."""
    return sum(int.from_bytes(frame[27:29], "big") for frame in frames)
