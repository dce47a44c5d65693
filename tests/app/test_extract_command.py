"""`kt1desk verify --extract` as a real process in an empty place: the file, and perhaps the province's list, are all it has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.trust import DeskKeys, KeyList
from kt1desk.services.audit_log import AuditQuery
from tests.support.audits import a_morning, log_of, watched_desk
from tests.support.exchange_keys import KEYS, PROVINCE, PROVINCE_KEY
from tests.support.points import CENTRE, PointDesk, point_desk
from tests.support.typed_commands import Ran, called, started

PRINT = fingerprint(PROVINCE_KEY)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """The file alone, in a folder of its own."""
    folder = tmp_path / "somewhere"
    folder.mkdir()
    with watched_desk(tmp_path / "desk") as desk:
        a_morning(desk)
        file = folder / "nhat-ky.kt1log"
        file.write_bytes(log_of(desk).extract(desk.session("chief"), AuditQuery()).data)
    return file


def run(*words: str, where: Path, by: Callable[..., Ran] = called) -> Ran:
    home = {"HOME": str(where), "XDG_DATA_HOME": str(where / "none")}
    return by("verify", *words, lines=(), where=where, beside=home)


def test_an_extract_is_proved_where_there_is_no_desk_and_its_rows_are_told(extract: Path) -> None:
    done = run("--extract", str(extract), where=extract.parent, by=started)

    assert (done.returncode, done.stderr) == (0, "")
    assert "TỆP NGUYÊN VẸN, CHỮ KÝ ĐÚNG." in done.stdout
    assert "uncleared  Bị từ chối: xem bưu gửi KT1 của bàn: chưa được phân công làm KT1" in done.stdout
    assert "chưa đối chiếu: thêm --keys và --fingerprint." in done.stdout
    assert list(extract.parent.iterdir()) == [extract]


def test_a_row_that_was_dropped_is_told_with_its_line(extract: Path) -> None:
    lines = extract.read_bytes().split(b"\n")
    extract.write_bytes(b"\n".join([*lines[:5], *lines[6:]]))

    done = run("--extract", str(extract), where=extract.parent)

    assert done.returncode != 0
    assert "ở dòng 6 có dòng bị bỏ, thêm, đổi chỗ hoặc sửa chữ" in done.stderr
    assert "Bị từ chối" not in done.stdout


def test_the_province_s_list_says_whether_the_key_is_the_desk_s(tmp_path: Path) -> None:
    with point_desk(tmp_path / "desk", CENTRE, 1) as desk:
        made = _extract_of(desk)
        own = DeskKeys(1, date(2026, 1, 1), date(2027, 12, 31), CENTRE, desk.store.public_key_hex, "ab" * 32)
    (tmp_path / "x.kt1log").write_bytes(made)
    (tmp_path / "right.json").write_bytes(sign_key_list(KeyList((own,), 4, date(2026, 11, 1)), PROVINCE))
    (tmp_path / "other.json").write_bytes(sign_key_list(_with_device(1), PROVINCE))

    right, other = (
        run("--extract", "x.kt1log", "--keys", name, "--fingerprint", PRINT, where=tmp_path)
        for name in ("right.json", "other.json")
    )

    assert (right.returncode, right.stderr) == (0, "")
    assert "Khóa ký là của bàn, theo danh sách khóa số 4 của tỉnh." in right.stdout
    assert other.returncode != 0
    assert "không phải khóa của bàn 1" in other.stderr


def test_half_of_the_province_s_list_is_asked_for_whole(extract: Path) -> None:
    done = run("--extract", str(extract), "--fingerprint", PRINT, where=extract.parent)

    assert done.returncode == 2
    assert "--keys và --fingerprint đi cùng nhau" in done.stderr


def _extract_of(desk: PointDesk) -> bytes:
    return log_of(desk).extract(desk.session("chief"), AuditQuery()).data


def _with_device(device: int) -> KeyList:
    """A list in which the desk has the keys of another."""
    row = KEYS.desks[0]
    return KeyList(
        (DeskKeys(device, date(2026, 1, 1), date(2027, 12, 31), CENTRE, row.sign_key, row.seal_key),),
        4,
        row.valid_from,
    )
