"""The province's command for key lists, as it is typed."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.enrolment import make_request, read_request
from kt1desk.exchange.key_list import prove_by_fingerprint, prove_key_list
from kt1desk.exchange.province_cli import add_parsers
from kt1desk.exchange.province_key import province_init, public_key_of
from kt1desk.exchange.trust import KeyList
from tests.support.exchange_keys import COMMUNE, OFFICE, code_of, own_keys, row_of

PASSPHRASE = "mưa xứ Lạng đêm nay"

Run = Callable[..., str]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a province's key."""
    folder = tmp_path_factory.mktemp("province")
    province_init(folder, PASSPHRASE)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, province: Path, tmp_path: Path) -> Run:
    """Run ``key-list`` with the passphrase on standard input; the requests of two desks lie ready."""
    for own in (OFFICE, COMMUNE, own_keys(7, life=1)):
        name = f"{own.device}-{own.public_key_hex[:4]}.kt1ask"
        (tmp_path / name).write_bytes(make_request(own, "0.3.0"))

    def command(*words: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
        parser = argparse.ArgumentParser()
        add_parsers(parser.add_subparsers(required=True))
        line = ["province", "key-list", "--folder", str(province), "--to", "2027-12-31", *words]
        arguments = parser.parse_args(line)
        result: str = arguments.run(arguments)
        return result

    return command


def _request(folder: Path, own: object = OFFICE) -> str:
    key = getattr(own, "public_key_hex", "")
    return str(next(folder.glob(f"*-{key[:4]}.kt1ask")))


def _read(path: Path, province: Path) -> KeyList:
    return prove_key_list(path.read_bytes(), public_key_of(province)).content


def test_requests_become_a_signed_list_and_the_check_codes_are_shown_before_it(
    run: Run, province: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "keys-1.kt1keys"

    slip = run(
        "--request",
        _request(tmp_path),
        _request(tmp_path, COMMUNE),
        "--from",
        "2026-11-01",
        "--out",
        str(out),
    )

    assert _read(out, province) == KeyList((row_of(OFFICE), row_of(COMMUNE)), 1, date(2026, 11, 1))
    assert slip == fingerprint(public_key_of(province))
    assert prove_by_fingerprint(out.read_bytes(), slip).content.issue == 1
    told = capsys.readouterr().err
    check_code = read_request(make_request(OFFICE, "0.3.0")).check_code
    assert told.index(check_code) < told.index("danh sách khóa số 1, 2 dòng")


def test_the_next_list_goes_on_with_the_last_one(run: Run, province: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    run(
        "--request",
        _request(tmp_path),
        _request(tmp_path, COMMUNE),
        "--from",
        "2026-11-01",
        "--out",
        str(first),
    )
    renewed = own_keys(7, life=1)

    run(
        *("--previous", str(first), "--request", _request(tmp_path, renewed), "--withdraw", "9"),
        *("--from", "2026-11-23", "--out", str(second)),
    )

    keys = _read(second, province)
    assert keys.issue == 2
    assert keys.of_device(7, date(2026, 11, 22)).sign_key == OFFICE.public_key_hex
    assert keys.of_device(7, date(2026, 11, 23)).sign_key == renewed.public_key_hex
    assert code_of(lambda: keys.of_device(9, date(2026, 11, 23))) == "trust.expired"


def test_a_last_list_that_is_not_the_province_s_is_not_gone_on_with(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"{}")
    words = ("--request", _request(tmp_path), "--from", "2026-11-01", "--out", str(tmp_path / "out"))

    assert code_of(lambda: run(*words, "--previous", str(wrong))) == "key_list.damaged"
    assert code_of(lambda: run(*words, "--previous", str(tmp_path / "none"))) == "file.gone"
    assert not (tmp_path / "out").exists()


def test_a_list_that_would_change_nothing_is_not_made(run: Run, tmp_path: Path) -> None:
    assert code_of(lambda: run("--from", "2026-11-01", "--out", str(tmp_path / "out"))) == "key_list.nothing"


def test_a_request_that_cannot_be_read_stops_before_the_passphrase(run: Run, tmp_path: Path) -> None:
    words = ("--from", "2026-11-01", "--out", str(tmp_path / "out"), "--request")

    assert code_of(lambda: run(*words, str(tmp_path / "none"))) == "file.gone"
    assert not (tmp_path / "out").exists()


def test_a_key_list_never_overwrites_another(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "keys"
    out.write_bytes(b"kept")

    words = ("--request", _request(tmp_path), "--from", "2026-11-01", "--out", str(out))

    assert code_of(lambda: run(*words)) == "province.out_exists"
    assert out.read_bytes() == b"kept"
