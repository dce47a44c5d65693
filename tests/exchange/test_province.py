"""The province's key and its commands."""

from __future__ import annotations

import argparse
import errno
import io
import os
import stat
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from argon2.exceptions import HashingError

from kt1desk.domain.desk_file import NumberBlock, Service, Transport
from kt1desk.domain.errors import DeskError
from kt1desk.exchange import province_key
from kt1desk.exchange.desk_files import fingerprint, read_desk_file
from kt1desk.exchange.province_cli import add_parsers
from kt1desk.exchange.province_key import FILE_NAME, load_province_key, province_init, public_key_of

PASSPHRASE = "mưa xứ Lạng đêm nay"
DAY = date(2026, 11, 23)

Run = Callable[..., str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command line with the passphrase on standard input."""

    def command(*words: str, passphrase: str = PASSPHRASE) -> str:
        parser = argparse.ArgumentParser(prog="kt1desk")
        add_parsers(parser.add_subparsers(required=True))
        monkeypatch.setattr("sys.stdin", io.StringIO(passphrase + "\r\n"))
        arguments = parser.parse_args(["province", *words])
        return str(arguments.run(arguments))

    return command


def _desk_file_words(folder: Path, *more: str) -> tuple[str, ...]:
    fixed = f"desk-file --folder {folder} --point 240000 --device 7 --from 2026-11-01 --to 2027-12-31 --block MA:1000:1999"
    return (*fixed.split(), "--out", str(folder / "desk-7.kt1desk"), *more)


def test_the_commands_make_a_file_that_a_desk_proves_with_the_printed_fingerprint(
    tmp_path: Path, run: Run
) -> None:
    slip = run("init", "--folder", str(tmp_path))

    again = run("fingerprint", "--folder", str(tmp_path), passphrase="")
    printed = run(*_desk_file_words(tmp_path, "--services", "kt1", "--key", f"gate:{'0a' * 32}"))
    content = read_desk_file(tmp_path / "desk-7.kt1desk", slip, DAY).content

    assert slip == again == printed
    assert (content.point, content.device, list(content.services)) == ("240000", 7, [Service.KT1])
    assert content.blocks == (NumberBlock("MA", 1000, 1999),)
    assert content.transports == {Transport.BUNDLE, Transport.PAPER}
    assert [key.name for key in content.keys] == ["gate"]


def test_a_file_without_numbers_is_written_with_a_warning(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("init", "--folder", str(tmp_path))
    words = [word for word in _desk_file_words(tmp_path) if word not in {"--block", "MA:1000:1999"}]

    run(*words)

    told = capsys.readouterr().err
    assert "0 số hiệu" in told
    assert "--block" in told


def test_the_private_key_stands_in_no_file_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    province_init(tmp_path, PASSPHRASE)

    private = load_province_key(tmp_path, PASSPHRASE).private_bytes_raw()
    data = (tmp_path / FILE_NAME).read_bytes()

    assert private not in data
    assert private.hex().encode() not in data
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_the_passphrase_opens_the_key_however_its_marks_were_typed(tmp_path: Path) -> None:
    slip = province_init(tmp_path, unicodedata.normalize("NFD", PASSPHRASE))

    key = load_province_key(tmp_path, PASSPHRASE)

    assert fingerprint(key.public_key().public_bytes_raw()) == slip == fingerprint(public_key_of(tmp_path))


def test_a_wrong_passphrase_signs_nothing(tmp_path: Path, run: Run) -> None:
    run("init", "--folder", str(tmp_path))

    with pytest.raises(DeskError, match=r"province\.wrong_passphrase"):
        run(*_desk_file_words(tmp_path), passphrase="mưa xứ Lạng đêm qua")

    assert not (tmp_path / "desk-7.kt1desk").exists()


def test_a_public_key_swapped_in_the_file_is_noticed(tmp_path: Path) -> None:
    province_init(tmp_path, PASSPHRASE)
    path = tmp_path / FILE_NAME
    path.write_text(path.read_text().replace(public_key_of(tmp_path).hex(), "00" * 32))

    with pytest.raises(DeskError, match=r"province\.wrong_passphrase"):
        load_province_key(tmp_path, PASSPHRASE)


def test_a_second_key_never_replaces_the_first(tmp_path: Path) -> None:
    slip = province_init(tmp_path, PASSPHRASE)

    with pytest.raises(DeskError, match=r"province\.key_exists"):
        province_init(tmp_path, PASSPHRASE)

    assert fingerprint(public_key_of(tmp_path)) == slip


def test_a_disk_that_fails_leaves_no_half_key_and_no_half_desk_file_in_the_way(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    run("init", "--folder", str(tmp_path))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DeskError, match=r"province\.folder"):
            province_init(tmp_path / "key", PASSPHRASE)
        with pytest.raises(DeskError, match=r"province\.folder"):
            run(*_desk_file_words(tmp_path))

    assert province_init(tmp_path / "key", PASSPHRASE)
    assert run(*_desk_file_words(tmp_path))


def test_a_machine_without_the_memory_for_the_passphrase_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise HashingError

    monkeypatch.setattr(province_key, "hash_secret_raw", refuse)

    with pytest.raises(DeskError, match=r"key\.no_memory"):
        province_init(tmp_path, PASSPHRASE)

    assert list(tmp_path.iterdir()) == []


def test_a_desk_file_never_overwrites_another(tmp_path: Path, run: Run) -> None:
    run("init", "--folder", str(tmp_path))
    run(*_desk_file_words(tmp_path))

    with pytest.raises(DeskError, match=r"province\.out_exists"):
        run(*_desk_file_words(tmp_path))


def test_device_zero_gets_no_desk_file(tmp_path: Path, run: Run) -> None:
    run("init", "--folder", str(tmp_path))

    with pytest.raises(DeskError, match=r"desk_file\.device_zero"):
        run(*_desk_file_words(tmp_path, "--device", "0"))


def test_a_short_passphrase_makes_no_key(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"province\.passphrase_short"):
        province_init(tmp_path, "mười ba ký tự"[:13])

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"x" * 5_000, b'{"format":1}', b'{"box":1,"format":1}', b'{"format":2}']
)
def test_a_damaged_key_file_says_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)

    for use in (lambda: load_province_key(tmp_path, PASSPHRASE), lambda: public_key_of(tmp_path)):
        with pytest.raises(DeskError, match=r"province\.key_damaged"):
            use()


def test_a_key_file_that_asks_for_endless_work_is_damaged(tmp_path: Path) -> None:
    province_init(tmp_path, PASSPHRASE)
    path = tmp_path / FILE_NAME
    path.write_text(path.read_text().replace("[3,262144,2]", "[3000,262144,2]"))

    with pytest.raises(DeskError, match=r"province\.key_damaged"):
        load_province_key(tmp_path, PASSPHRASE)


def test_without_a_key_the_commands_say_so(tmp_path: Path, run: Run) -> None:
    with pytest.raises(DeskError, match=r"province\.no_key"):
        run("fingerprint", "--folder", str(tmp_path))


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--services", "bank", "kt1,tthc"),
        ("--block", "MA:1", "MA:1000:1999"),
        ("--block", "MA:2:1", "MA:1000:1999"),
    ],
)
def test_a_wrong_option_shows_what_it_should_look_like(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str], option: str, value: str, hint: str
) -> None:
    with pytest.raises(SystemExit):
        run(*_desk_file_words(tmp_path, option, value))

    assert hint in capsys.readouterr().err
