"""Documents of the centre at log-in: they stand for the file of their name from their business date on, and never before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from kt1desk.app.desk import DeskOpener, OpenDesk
from kt1desk.app.first_run import DeskMaker, Person
from kt1desk.config import reference_folder, sample_folder
from kt1desk.domain.desk_file import DeskFile, PublicKey, Service, Transport
from kt1desk.domain.permissions import Role
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.kept_desk_file import gate_key
from kt1desk.exchange.mail_records import document_row
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.settings import Settings
from tests.support.centre_mail import CENTRE_KEY
from tests.support.clocks import NOON_MS, HandClock
from tests.support.exchange_keys import OFFICE_POINT, PROVINCE, PROVINCE_KEY, seeded

DAY_MS = 86_400_000
USER, PASSWORD = "lan", "chim-se-nau-15"
PLACE = "Điểm giao dịch đổi tên theo tài liệu"


class _Place:
    """A real desk that was made from its file."""

    def __init__(self, root: Path) -> None:
        self.clock = HandClock(NOON_MS)
        parts = (DataFolder(root), KeyRing(DataFolder(root), self.clock, Cost(memory_kib=LEAST_MEMORY_KIB)))
        self._opener = DeskOpener(*parts, self.clock, seeded(2))
        maker = DeskMaker(*parts, self.clock, seeded(1))
        plan = DeskPlan(7, OFFICE_POINT, "0.0.0", (), "ab" * 32, province_key=PROVINCE_KEY.hex())
        roles = frozenset({Role.CLERK, Role.ADMINISTRATOR})
        maker.make(plan, (Person(NewUser(USER, "Hoàng Thị Lan", roles), PASSWORD),), _file())

    @contextmanager
    def open(self) -> Iterator[OpenDesk]:
        desk = self._opener.open(USER, PASSWORD)
        try:
            yield desk
        finally:
            desk.close()

    def name_of_point(self) -> str:
        with self.open() as desk:
            return desk.reference.point(OFFICE_POINT, date(2026, 11, 23)).name


@pytest.fixture
def place(tmp_path: Path) -> _Place:
    return _Place(tmp_path)


def _file() -> bytes:
    days = (date(2026, 11, 1), date(2027, 11, 1))
    content = DeskFile(
        OFFICE_POINT,
        7,
        frozenset(Service),
        frozenset(Transport),
        (),
        *days,
        (PublicKey("gate", CENTRE_KEY.hex()),),
    )
    return sign(content, PROVINCE)


def _points(name: str) -> bytes:
    """The shipped list of points, the office under another name."""
    whole = json.loads((sample_folder() / "points.json").read_bytes())
    rows = [row | ({"name": name} if row["code"] == OFFICE_POINT else {}) for row in whole["rows"]]
    return json.dumps({**whole, "rows": rows}).encode()


def _put(desk: OpenDesk, name: str, data: bytes, day: date, version: int = 1) -> None:
    with desk.store.work() as work:
        work.put_document(document_row(name, version, day, data), data)
        work.commit()


def test_a_document_counts_from_its_business_date_at_the_next_log_in(place: _Place) -> None:
    before = place.name_of_point()
    with place.open() as desk:
        _put(desk, "points", _points(PLACE), date(2026, 11, 24))
        still = desk.reference.point(OFFICE_POINT, date(2026, 11, 23)).name
    the_day_before = place.name_of_point()

    place.clock.pass_ms(DAY_MS)

    assert before == still == the_day_before != PLACE
    assert place.name_of_point() == PLACE


def test_the_business_date_is_that_of_the_open_shift_and_not_of_the_wall_clock(place: _Place) -> None:
    with place.open() as desk:
        desk.shifts.open(desk.session, desk.shifts.proposed_date(), 0)
        _put(desk, "points", _points(PLACE), date(2026, 11, 24))

    place.clock.pass_ms(DAY_MS)

    assert place.name_of_point() != PLACE


def test_of_two_versions_the_higher_one_counts_and_other_data_stay_as_they_ship(place: _Place) -> None:
    with place.open() as desk:
        shipped = desk.reference
        _put(desk, "points", _points("Tên cũ hơn"), date(2026, 11, 1))
        _put(desk, "points", _points(PLACE), date(2026, 11, 1), version=2)

    with place.open() as desk:
        assert desk.reference.point(OFFICE_POINT, date(2026, 11, 23)).name == PLACE
        assert desk.reference.products == shipped.products
        assert desk.reference.bcci == shipped.bcci


def test_a_newer_catalogue_of_procedures_is_there_to_be_chosen_from(place: _Place) -> None:
    whole = json.loads((reference_folder() / "procedures.json").read_bytes())
    extra = dict(whole["rows"][0]) | {"code": "9.999999"}
    data = json.dumps({**whole, "rows": [*whole["rows"], extra]}).encode()
    with place.open() as desk:
        _put(desk, "procedures", data, date(2026, 11, 1))

    with place.open() as desk, desk.store.read() as reader:
        valid_from = date.fromisoformat((whole["defaults"] | extra)["valid_from"])
        assert reader.procedure("9.999999", valid_from) is not None


def test_a_desk_that_was_made_from_its_file_knows_the_key_of_the_centre(place: _Place) -> None:
    with place.open() as desk:
        assert gate_key(Settings(desk.store), PROVINCE_KEY) == CENTRE_KEY
