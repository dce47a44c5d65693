"""`kt1desk verify --certificate` as a real process in an empty place: the codes, the province's list and its fingerprint are all it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.exchange.certificate import make_certificates
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.wedge_code import wedge_text
from tests.support.certificates import statement_of
from tests.support.exchange_keys import KEYS, OFFICE, OTHER_PROVINCE, PROVINCE, PROVINCE_KEY, STRANGER
from tests.support.typed_commands import Ran, called, started

PRINT = fingerprint(PROVINCE_KEY)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """The province's list, and nothing else."""
    file = tmp_path / "danh-sach-khoa.json"
    file.write_bytes(sign_key_list(KEYS, PROVINCE))
    return file


def run(keys: Path, *certificates: str, typed: str = PRINT, by: Callable[..., Ran] = called) -> Ran:
    words = [word for each in certificates for word in ("--certificate", each)]
    home = {"HOME": str(keys.parent), "XDG_DATA_HOME": str(keys.parent / "none")}
    words += ["--keys", str(keys), "--fingerprint", typed]
    return by("verify", *words, lines=(), where=keys.parent, beside=home)


def texts(length: int = 3) -> list[str]:
    return [wedge_text(code) for code in make_certificates(statement_of(length), OFFICE, 830)]


def test_a_certificate_is_proved_where_there_is_no_desk_and_its_stations_are_told(keys: Path) -> None:
    (text,) = texts()

    done = run(keys, text, by=started)

    assert (done.returncode, done.stderr) == (0, "")
    assert "CHỮ KÝ ĐÚNG. Thiết bị 7, điểm 240000" in done.stdout
    assert "ME 473 124 829 VN" in done.stdout
    assert "nơi cất KET1 (điểm 240000) → túi TUI00000001 · niêm NP0012345" in done.stdout
    assert list(keys.parent.iterdir()) == [keys]


def test_the_codes_of_a_long_certificate_are_read_from_a_file_one_a_line(keys: Path) -> None:
    long, file = texts(40), keys.parent / "giay.txt"
    file.write_text("\n".join(long), encoding="utf-8")

    done = run(keys, str(file))

    assert len(long) > 1
    assert done.returncode == 0
    assert " 40. " in done.stdout


def test_a_code_that_is_missing_or_altered_or_of_a_stranger_is_not_believed(keys: Path) -> None:
    long = texts(40)
    sign = "A" if long[0][40] != "A" else "B"
    altered = long[0][:40] + sign + long[0][41:]
    (strange,) = (wedge_text(code) for code in make_certificates(statement_of(), STRANGER))

    said = [run(keys, *codes) for codes in ((long[0],), (altered, *long[1:]), (strange,))]

    assert [done.returncode for done in said] == [1, 1, 1]
    assert "Mới có" in said[0].stderr
    assert all("CHỮ KÝ ĐÚNG" not in done.stdout for done in said)


def test_a_list_of_another_province_is_not_believed_whatever_it_says(keys: Path) -> None:
    keys.write_bytes(sign_key_list(KEYS, OTHER_PROVINCE))

    done = run(keys, *texts())

    assert done.returncode == 1
    assert done.stdout == ""


def test_without_the_list_and_its_fingerprint_nothing_is_proved() -> None:
    done = called("verify", "--certificate", *texts(), lines=())

    assert done.returncode == 2
    assert "--fingerprint" in done.stderr
