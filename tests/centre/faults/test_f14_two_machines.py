"""Fault 14: two machines have one identity, because a data folder or a whole disk was copied. They cannot both go on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from tests.support.enrolled import MadeCentre, made_centre
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.line_machines import MACHINE, OTHER_MACHINE, Machine
from tests.support.mail_desks import DEK, MailDesk, listed, mail_desk

DEVICE = 9


@dataclass
class Pair:
    """The first machine, and what is copied from it."""

    centre: MadeCentre
    first: Machine
    root: Path

    def copied(self, hardware: bytes) -> Machine:
        """Copy the whole data folder, and start the copy."""
        self.first.desk.store.close()
        shutil.copytree(self.first.desk.folder.root, self.root / "copy")
        self.first.desk = self._reopened(self.first.desk.folder)
        copy = self._reopened(DataFolder(self.root / "copy"))
        return Machine(copy, self.first.settings, hardware)

    def _reopened(self, folder: DataFolder) -> MailDesk:
        before = self.first.desk
        store = DeskStore.open(folder, DEK, before.clock, random.Random(folder.root.name).randbytes)
        return replace(before, folder=folder, store=store)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeCentre]:
    with made_centre(tmp_path_factory.mktemp("centre") / "f") as made:
        yield made


@pytest.fixture
def pair(centre: MadeCentre, tmp_path: Path) -> Iterator[Pair]:
    centre.cluster.empty()
    with mail_desk(tmp_path, DEVICE, COMMUNE_POINT) as made:
        line = centre.enrol(DEVICE, COMMUNE_POINT)
        settings = centre.settings(line, tmp_path / "line")
        pair = Pair(centre, Machine(made.believing(listed(made)), settings, MACHINE), tmp_path)
        yield pair
        pair.first.desk.store.close()


def _stop(report: RoundReport) -> str:
    return report.problem.code if report.ended is Ending.STOPPED and report.problem else ""


def test_a_copy_of_the_folder_on_another_machine_is_refused_with_its_first_call(pair: Pair) -> None:
    assert pair.first.round().ended is Ending.DONE
    copy = pair.copied(OTHER_MACHINE)

    report = copy.round()

    assert _stop(report) == "line.hardware"
    assert pair.first.round().ended is Ending.DONE
    assert ("d00009", "hardware") in pair.centre.audit(DEVICE)
    copy.desk.store.close()


def test_of_two_machines_that_tell_the_same_id_one_is_refused_with_its_second_call_also_without_writing(
    pair: Pair,
) -> None:
    assert pair.first.round().ended is Ending.DONE
    frames = pair.centre.frames(DEVICE)
    copy = pair.copied(MACHINE)

    stops = [_stop(machine.round()) for machine in (pair.first, copy, pair.first, copy)]

    assert "line.token" in stops
    going_on = [not stop for stop in (stops[2], stops[3])]
    assert going_on.count(True) == 1
    assert ("d00009", "token") in pair.centre.audit(DEVICE)
    assert pair.centre.frames(DEVICE) == frames
    copy.desk.store.close()


def test_what_the_refused_one_had_written_stays_with_it(pair: Pair) -> None:
    pair.first.round()
    copy = pair.copied(OTHER_MACHINE)
    before = copy.desk.events()

    copy.round()

    assert copy.desk.events() == before
    copy.desk.store.close()
