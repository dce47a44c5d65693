"""Keys, roots, releases and sticks as persons make them: what is refused, and that a desk believes the result."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from installer.update.__main__ import main
from installer.update.keys import CHECKOUT, open_key
from installer.update.repository import ReleaseRefusedError, Signers, sign_release
from kt1desk.upgrade.applying import apply
from kt1desk.upgrade.offer import look
from kt1desk.upgrade.source import find_sources
from tests.support.releases import OTHER_BASE, Workshop, app_zip, started, ways

PASSPHRASE = "mười bốn chữ cái"
Run = Callable[..., int]


@pytest.fixture
def run() -> Run:
    return lambda *words: main([str(word) for word in words], lambda _asked: PASSPHRASE)


@pytest.fixture
def keys(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "keys"
    names = [f"{role}-{who}" for role in ("root", "release") for who in ("lan", "minh", "hoa")]
    assert run("keys", "--out", folder, *names, "stamp-1") == 0
    return folder


def made_root(run: Run, keys: Path, to: Path) -> Path:
    root = to / "root.json"
    assert run("root", "new", "--public", keys, "--out", root) == 0
    for who in ("lan", "hoa"):
        assert run("root", "add-signature", root, "--key", keys / f"root-{who}.key") == 0
    return root


def test_from_keys_to_a_stick_that_a_desk_believes(run: Run, keys: Path, tmp_path: Path) -> None:
    root = made_root(run, keys, tmp_path)
    repository, stick = tmp_path / "repository", tmp_path / "usb"
    workshop = Workshop(tmp_path / "workshop")
    files = workshop.release("2.0", base=OTHER_BASE)
    (files / "release.json").unlink()
    (tmp_path / "new.txt").write_text("In nhãn nhanh hơn.\n\nSửa lỗi kết ca.\n", encoding="utf-8")
    installed = workshop.installed("1.0")
    shutil.copyfile(root, installed.trust / "root.json")

    assert run("root", "put", root, "--repository", repository) == 0
    signing = ("--stamp-key", keys / "stamp-1.key")
    both = [word for who in ("minh", "lan") for word in ("--key", keys / f"release-{who}.key")]
    words = ("sign", "--repository", repository, "--files", files, "--notes", tmp_path / "new.txt")
    assert run(*words, *both, *signing) == 0
    assert run("sign", "--repository", repository, *signing) == 0
    assert run("stick", "--repository", repository, "--to", stick) == 0

    (source,) = find_sources([stick])
    offer = look(source, installed)
    assert offer is not None
    assert offer.notes == ("In nhãn nhanh hơn.", "Sửa lỗi kết ca.")
    assert timedelta(days=149) < offer.valid_until - datetime.now(UTC) < timedelta(days=151)
    assert apply(installed, source, ways()) is not None
    assert started(installed) == "2.0"


def test_nobody_releases_alone(
    run: Run, keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = made_root(run, keys, tmp_path)
    files = Workshop(tmp_path / "workshop").release("2.0")
    (tmp_path / "new.txt").write_text("Mới.", encoding="utf-8")
    run("root", "put", root, "--repository", tmp_path / "repository")
    words = (
        "sign",
        "--repository",
        tmp_path / "repository",
        "--files",
        files,
        "--notes",
        tmp_path / "new.txt",
    )

    code = run(*words, "--key", keys / "release-lan.key", "--stamp-key", keys / "stamp-1.key")

    assert code == 1
    assert "Chưa đủ chữ ký" in capsys.readouterr().err
    assert not (tmp_path / "repository" / "metadata" / "timestamp.json").exists()


def test_one_signature_makes_no_root(
    run: Run, keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "root.json"
    run("root", "new", "--public", keys, "--out", root)
    run("root", "add-signature", root, "--key", keys / "root-minh.key")

    assert run("root", "put", root, "--repository", tmp_path / "repository") == 1
    assert "Chưa đủ 2 chữ ký" in capsys.readouterr().err


def test_a_key_is_replaced_and_desks_that_know_the_first_root_follow(
    run: Run, keys: Path, tmp_path: Path
) -> None:
    root = made_root(run, keys, tmp_path)
    repository = tmp_path / "repository"
    run("root", "put", root, "--repository", repository)
    (keys / "root-minh.pub").unlink()
    run("keys", "--out", keys, "root-tam")
    second = tmp_path / "second.json"
    run("root", "next", "--public", keys, "--before", root, "--out", second)
    run("root", "add-signature", second, "--before", root, "--key", keys / "root-tam.key")
    assert run("root", "put", second, "--repository", repository) == 1
    for who in ("lan", "hoa"):
        run("root", "add-signature", second, "--before", root, "--key", keys / f"root-{who}.key")

    assert run("root", "put", second, "--repository", repository) == 0
    assert sorted(path.name for path in (repository / "metadata").iterdir()) == ["1.root.json", "2.root.json"]


@pytest.mark.parametrize(
    ("words", "passphrases", "said"),
    [
        (("keys", "--out", CHECKOUT / "keys", "root-x"), ["đủ dài để dùng"] * 2, "kho mã nguồn"),
        (("keys", "--out", "OUT", "root-x"), ["ngắn"] * 2, "từ 14 ký tự"),
        (("keys", "--out", "OUT", "root-x"), ["đủ dài để dùng", "khác hẳn cái trên"], "không giống nhau"),
    ],
)
def test_a_key_that_would_be_weak_is_not_made(
    words: tuple[str, ...],
    passphrases: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = iter(passphrases)

    code = main(
        [str(tmp_path) if word == "OUT" else str(word) for word in words], lambda _asked: next(answers)
    )

    assert code == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("*.key"))


def test_a_key_lies_locked_and_its_owner_alone_reads_it(keys: Path, run: Run, tmp_path: Path) -> None:
    secret = keys / "stamp-1.key"

    assert secret.stat().st_mode & 0o077 == 0
    assert b"ENCRYPTED" in secret.read_bytes()
    assert run("keys", "--out", keys, "stamp-1") == 1
    words = ["sign", "--repository", str(tmp_path), "--stamp-key", str(secret)]
    assert main(words, lambda _asked: "một mật khẩu khác") == 1
    assert open_key(secret, unicodedata.normalize("NFD", PASSPHRASE)).public_key.keyid


def test_a_release_without_its_base_or_its_program_is_not_signed(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    files = workshop.release("2.0")
    app_zip(files).unlink()

    with pytest.raises(ReleaseRefusedError, match="Thiếu app/"):
        sign_release(workshop.repository, files, workshop.signers, datetime.now(UTC))


def test_a_stamp_is_not_renewed_beyond_the_life_of_the_release(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.release("2.0", now=datetime.now(UTC) - timedelta(days=366))

    with pytest.raises(ReleaseRefusedError, match="hết hạn"):
        workshop.renew()


def test_a_foreign_stamp_is_not_taken_and_the_repository_is_as_before(tmp_path: Path) -> None:
    workshop, foreign = Workshop(tmp_path / "ours"), Workshop(tmp_path / "theirs")
    workshop.release("1.0")
    files = foreign.release("2.0")
    before = {path: path.read_bytes() for path in workshop.repository.rglob("*") if path.is_file()}

    with pytest.raises(ReleaseRefusedError, match=r"timestamp|snapshot"):
        sign_release(
            workshop.repository,
            files,
            Signers(foreign.stamp_key, workshop.release_keys[:2]),
            datetime.now(UTC),
        )

    assert {path: path.read_bytes() for path in workshop.repository.rglob("*") if path.is_file()} == before
