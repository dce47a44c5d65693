"""A restored desk with a line whose centre is away: it goes on at once, works, and says that it was not compared yet."""

from __future__ import annotations

import os
import shutil
import socket
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.app.first_run import Person
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.recovering import is_unsettled
from kt1desk.app.window_counter import banner_words
from kt1desk.app.works import Works, works_in
from kt1desk.centre.pki import make_authority
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.permissions import Role
from kt1desk.exchange.line_access import access_from, keep_access
from kt1desk.exchange.line_file import LineFile
from kt1desk.services.sentences import SENTENCES
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.store import incarnations
from kt1desk.store.settings import Settings
from tests.support.exchange_keys import COMMUNE_POINT, PROVINCE_KEY

CHIEF, PASSWORD = "lan.ly", "suoi-nguon-42-Chi-Lang"
DEVICE = 9


def _closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _line_to_nobody(folder: Path) -> LineFile:
    authority = make_authority(folder, "mot cau dai cua tinh", datetime.now(UTC))
    issued = authority.issue(f"d{DEVICE:05d}", datetime.now(UTC), "")
    return LineFile(
        device=DEVICE,
        point=COMMUNE_POINT,
        host="localhost",
        port=_closed_port(),
        database="gate",
        role=f"d{DEVICE:05d}",
        authority=authority.pem,
        certificate=issued.certificate,
        key=issued.key,
        gate_key="ab" * 32,
    )


@pytest.fixture
def put_back(tmp_path: Path) -> Path:
    """A desk in operation with a line, whose database is older than its marker."""
    data = tmp_path / "data"
    place = take_place(Options(data, tmp_path / "papers", trial=True))
    works = works_in(place)
    ways = frozenset(way.value for way in Transport)
    plan = DeskPlan(
        DEVICE, COMMUNE_POINT, "0.0.0", (), "ab" * 32, transports=ways, province_key=PROVINCE_KEY.hex()
    )
    roles = frozenset({Role.ADMINISTRATOR, Role.CLERK})
    works.maker.make(plan, (Person(NewUser(CHIEF, "Lý Thị Lan", roles, date(2099, 12, 31)), PASSWORD),))
    desk = works.opener.open(CHIEF, PASSWORD)
    (tmp_path / "centre").mkdir()
    access = access_from(_line_to_nobody(tmp_path / "centre"), "", b"", os.urandom)
    keep_access(Settings(desk.store), access)
    desk.store.backup(tmp_path / "copy")
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), 500_000)
    desk.close()
    place.leave()
    shutil.copyfile(tmp_path / "copy", place.folder.database)
    return data


def _restore(data: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    typed = data.parent / "typed"
    typed.write_text(f"{PASSWORD}\n", encoding="utf-8")
    with typed.open(encoding="utf-8") as told:
        monkeypatch.setattr("sys.stdin", told)
        return main(["restore", "--data-dir", str(data), "--user", CHIEF])


def _opened(data: Path) -> Works:
    return works_in(take_place(Options(data, data.parent / "papers")))


def test_with_the_centre_away_it_goes_on_works_and_says_that_it_was_not_compared(
    put_back: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = _restore(put_back, monkeypatch)

    told = capsys.readouterr().out
    works = _opened(put_back)
    desk = works.opener.open(CHIEF, PASSWORD)
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), 500_000)
    assert code == 0
    assert "đời sổ thứ 2" in told
    assert "Chưa so được với trung tâm" in told
    assert is_unsettled(desk.store)
    assert banner_words(desk) == SENTENCES["restore.unsettled"]
    desk.close()
    works.place.leave()


def test_a_desk_that_writes_nothing_says_so_before_anything_else(
    put_back: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _restore(put_back, monkeypatch)
    works = _opened(put_back)
    desk = works.opener.open(CHIEF, PASSWORD)
    incarnations.bar(desk.store, "token")

    assert banner_words(desk) == SENTENCES["desk.read_only"]
    desk.close()
    works.place.leave()
