"""Fault 24: put out with records unsent, a certificate that ended, another authority, a wrong server: the desk keeps, tells, exports."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kt1desk.centre import pki
from kt1desk.centre.by_hand import TakenByHand, take_by_hand
from kt1desk.centre.enrolling import Centre, Revoking, renew, revoke
from kt1desk.centre.place import CentrePlace
from kt1desk.centre.setting_up import POSTGRESQL, Plan, make_keys
from kt1desk.domain.events import Stream
from kt1desk.exchange.line_file import open_line_file
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.rest_file import RestFile, seal_rest
from tests.support.enrolled import PASSPHRASE, MadeCentre, install, made_centre
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.line_machines import Machine
from tests.support.mail_desks import listed, mail_desk
from tests.support.postgres import ADDRESS

DEVICE = 9


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeCentre]:
    with made_centre(tmp_path_factory.mktemp("centre") / "f") as made:
        yield made


@pytest.fixture
def centre(shared: MadeCentre) -> MadeCentre:
    """The module's centre with nobody in it."""
    shared.cluster.empty()
    return shared


@pytest.fixture
def machine(centre: MadeCentre, tmp_path: Path) -> Iterator[Machine]:
    """A desk that has spoken with the centre, and has written more since."""
    with mail_desk(tmp_path, DEVICE, COMMUNE_POINT) as made:
        line = centre.enrol(DEVICE, COMMUNE_POINT)
        machine = Machine(made.believing(listed(made)), centre.settings(line, tmp_path / "line"))
        assert machine.said() == ""
        machine.write(40)
        yield machine


def _by_hand(centre: MadeCentre, machine: Machine, path: Path) -> TakenByHand:
    """What was not sent, carried to the centre as a file."""
    data, code = seal_rest(RestFile(DEVICE, 1, tuple(machine.unsent())), os.urandom)
    path.write_bytes(data)
    with centre.place.connect() as gate:
        return take_by_hand(gate, path, code, machine.desk.keys)


def _all_there(centre: MadeCentre, machine: Machine) -> bool:
    """Whether the gate has every frame of the desk's shelf, byte for byte."""
    with centre.cluster.admin("gate") as admin:
        rows = admin.execute("SELECT stream, number, data FROM gate.frame_in WHERE device = %s", (DEVICE,))
        there = {(int(stream), int(number)): bytes(data) for stream, number, data in rows.fetchall()}
    shelf, kept = machine.line_desk.shelf, {}
    for stream in Stream:
        number = 1
        while (data := shelf.frame(stream, number)) is not None:
            kept[stream.value, number] = data
            number += 1
    return len(kept) > len(Stream) and kept == there


def test_a_desk_that_is_put_out_keeps_what_it_has_not_sent_and_it_comes_by_hand(
    centre: MadeCentre, machine: Machine, tmp_path: Path
) -> None:
    frames, events = centre.frames(DEVICE), machine.desk.events()
    with centre.place.connect() as operator:
        revoke(operator, DEVICE, Revoking.BROKEN, datetime.now(UTC))

    said = [machine.said() for _ in range(2)]

    assert said == ["line.refused", "line.refused"]
    assert centre.frames(DEVICE) == frames
    assert machine.desk.events() == events
    taken = _by_hand(centre, machine, tmp_path / "rest")
    again = _by_hand(centre, machine, tmp_path / "rest2")
    assert (taken.refused, again.refused) == ((), ())
    assert taken.new > 0
    assert (again.new, again.known) == (0, taken.new)
    assert _all_there(centre, machine)
    assert ("operator", "by_hand_ok") in centre.audit(DEVICE)


def test_a_frame_that_another_key_signed_does_not_come_by_hand(
    centre: MadeCentre, machine: Machine, tmp_path: Path
) -> None:
    whole = machine.unsent()
    forged = tuple(frame[:-1] + bytes([frame[-1] ^ 1]) for frame in whole)
    data, code = seal_rest(RestFile(DEVICE, 1, forged), os.urandom)
    (tmp_path / "rest").write_bytes(data)
    frames = centre.frames(DEVICE)

    with centre.place.connect() as gate:
        taken = take_by_hand(gate, tmp_path / "rest", code, machine.desk.keys)

    assert taken.refused == ("frame.forged",) * len(whole)
    assert centre.frames(DEVICE) == frames


def test_a_desk_whose_certificate_has_ended_keeps_everything_until_it_has_a_new_one(
    centre: MadeCentre, machine: Machine, tmp_path: Path
) -> None:
    ended = datetime.now(UTC) - timedelta(days=3 * 365)
    with centre.place.connect() as gate:
        made = renew(gate, centre.centre, DEVICE, None, ended, os.urandom)
    machine.settings = centre.settings(open_line_file(made.data, made.code), tmp_path / "line")
    frames = centre.frames(DEVICE)

    assert machine.said() in {"line.refused", "line.certificate"}
    assert centre.frames(DEVICE) == frames

    with centre.place.connect() as gate:
        made = renew(gate, centre.centre, DEVICE, None, datetime.now(UTC), os.urandom)
    machine.settings = centre.settings(open_line_file(made.data, made.code), tmp_path / "line")
    assert machine.said() == ""
    assert _all_there(centre, machine)


def test_nothing_goes_to_a_server_of_another_authority_and_all_of_it_when_the_desk_has_joined_that_one(
    centre: MadeCentre, machine: Machine, tmp_path: Path
) -> None:
    """The very same server, with everything in it, but the authority of its certificates is another one now."""
    frames, issued = centre.frames(DEVICE), centre.place
    folder = tmp_path / "anew"
    place = CentrePlace(folder, issued.hosts, issued.port, issued.database)
    make_keys(Plan(place, f"{ADDRESS}/32"), PASSPHRASE, datetime.now(UTC))
    install(centre.cluster, folder / POSTGRESQL)

    try:
        assert machine.said() == "line.wrong_server"
        assert centre.frames(DEVICE) == frames
        machine.settings = _joined_to(centre, place, tmp_path)
        assert machine.said() == ""
        assert _all_there(centre, machine)
    finally:
        install(centre.cluster, issued.folder / POSTGRESQL)


def _joined_to(centre: MadeCentre, place: CentrePlace, root: Path) -> LineSettings:
    """The line of the desk with a certificate of the authority of this folder."""
    authority = pki.open_authority(place.folder, PASSPHRASE)
    anew = Centre(authority, centre.centre.host, centre.centre.port, centre.centre.gate_key)
    with place.connect() as gate:
        made = renew(gate, anew, DEVICE, None, datetime.now(UTC), os.urandom)
    return centre.settings(open_line_file(made.data, made.code), root / "line")


def test_nothing_goes_to_a_server_that_only_bears_a_desks_certificate(
    centre: MadeCentre, machine: Machine, tmp_path: Path
) -> None:
    """A certificate of the right authority, but not for a server, and not of this name: a stolen desk cannot play the centre."""
    stolen = centre.enrol(10)
    own, folder = centre.place.folder / POSTGRESQL, tmp_path / "stolen"
    shutil.copytree(own, folder)
    (folder / "server.crt").write_text(stolen.certificate, encoding="ascii")
    (folder / "server.key").write_text(stolen.key, encoding="ascii")
    install(centre.cluster, folder)
    frames = centre.frames(DEVICE)

    try:
        assert machine.said() == "line.wrong_server"
        assert centre.frames(DEVICE) == frames
    finally:
        install(centre.cluster, own)
