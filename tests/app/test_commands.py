"""`kt1desk verify` and its companions: exit codes and what they say; as real processes where a desk is proved, and where it is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.store.connection import open_engine
from tests.support.typed_commands import Ran, called, started

USER = "ha.hoang"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial desk after a shift was opened; never written again."""
    data = tmp_path_factory.mktemp("sample") / "data"
    place = take_place(Options(data, data.parent / "papers", trial=True))
    works = works_in(place)
    works.make_sample()
    opened = works.opener.open(USER, TRIAL_PASSWORD)
    opened.shifts.open(opened.session, opened.shifts.proposed_date(), 500_000)
    opened.close()
    place.leave()
    return data


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Path:
    """A copy of its own."""
    return Path(shutil.copytree(sample, tmp_path / "data"))


def verify(data: Path, password: str = TRIAL_PASSWORD, by: Callable[..., Ran] = called) -> Ran:
    return by("verify", "--data-dir", str(data), "--user", USER, lines=(password,))


def _tamper(data: Path, statement: str) -> None:
    """What somebody does who has the key and no respect: triggers dropped, an event changed, triggers forgotten."""
    place = take_place(Options(data, data.parent / "papers", trial=True))
    dek = works_in(place).keys.unlock(USER, TRIAL_PASSWORD)
    engine = open_engine(place.folder.database, dek)
    raw = engine.raw_connection().driver_connection
    assert raw is not None
    raw.set_authorizer(None)
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f'DROP TRIGGER "{name}"')
    assert raw.execute(statement).rowcount == 1
    for _, sql in triggers:
        raw.execute(sql)
    raw.commit()
    engine.dispose()
    place.leave()


def test_whole_books_are_proved_with_exit_code_0(desk: Path) -> None:
    done = verify(desk, by=started)

    assert done.returncode == 0, done.stderr
    assert "Sổ nguyên vẹn" in done.stdout
    assert done.stderr == ""


def test_a_changed_event_is_named_with_exit_code_1(desk: Path) -> None:
    _tamper(
        desk,
        "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '500000', '400000') AS BLOB) "
        "WHERE CAST(body AS TEXT) LIKE '%500000%'",
    )

    done = verify(desk)

    assert done.returncode == 1
    assert "Sai sự kiện: 0.2.1.20 event.changed" in done.stdout
    assert "SỔ KHÔNG NGUYÊN VẸN" in done.stdout


def test_a_wrong_password_proves_nothing_and_says_so(desk: Path) -> None:
    done = verify(desk, "sai-mat-khau")

    assert done.returncode == 1
    assert "mật khẩu không đúng" in done.stderr
    assert done.stdout == ""


def test_a_folder_without_a_desk_has_no_books(tmp_path: Path) -> None:
    done = verify(tmp_path / "empty")

    assert done.returncode == 1
    assert "chưa lập bàn" in done.stderr


def test_books_cannot_be_proved_while_the_desk_is_open(desk: Path) -> None:
    place = take_place(Options(desk, desk.parent / "papers"))

    done = verify(desk, by=started)
    place.leave()

    assert done.returncode == 1
    assert "đang chạy với dữ liệu này" in done.stderr


def test_a_password_is_never_taken_from_the_command_line(desk: Path) -> None:
    done = called("verify", "--data-dir", str(desk), "--user", USER, "--password", TRIAL_PASSWORD)

    assert done.returncode == 2


def test_the_data_folder_may_stand_before_the_command(desk: Path) -> None:
    done = called("--data-dir", str(desk), "verify", "--user", USER)

    assert done.returncode == 0, done.stderr


def test_the_help_names_every_command() -> None:
    done = called("--help")

    assert done.returncode == 0
    for command in ("verify", "province", "--trial", "--temp-data", "--data-dir"):
        assert command in done.stdout
