"""`kt1desk line`: from the centre's file to a desk that has a line, what is refused on the way, and that nothing unsent is ever lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kt1desk.centre.pki import Authority, make_authority
from kt1desk.domain.desk_file import Transport
from kt1desk.exchange.line_request import read_line_request_file
from tests.support.line_commands import (
    CLERK,
    made_desk,
    say,
    write_desk_file,
    write_line_file,
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("centre"), "mot cau dai cua tinh", datetime.now(UTC))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Data folder of a production desk whose file allows every way."""
    return made_desk(tmp_path, frozenset(Transport))


def test_a_desk_joins_with_file_and_code_and_its_key_lies_nowhere_in_clear(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = write_line_file(tmp_path / "f", authority)

    joined = say(
        data,
        monkeypatch,
        "join",
        str(tmp_path / "f"),
        "--desk-file",
        write_desk_file(tmp_path / "d"),
        typed=code,
    )

    assert (joined.code, joined.wrong) == (0, "")
    assert "gate.example" in joined.out
    pem = (data / "line" / "desk.key").read_bytes()
    assert b"ENCRYPTED" in pem
    assert (data / "line" / "desk.key").stat().st_mode & 0o077 == 0
    with pytest.raises(TypeError):
        load_pem_private_key(pem, None)
    told = say(data, monkeypatch, "status")
    assert "tên d00009" in told.out
    assert "chưa lần nào" in told.out


def test_a_file_of_another_desk_is_refused_before_its_code_is_asked_for(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, changed in (("device", {"device": 8}), ("point", {"point": "240000"})):
        write_line_file(tmp_path / name, authority, **changed)

        refused = say(data, monkeypatch, "join", str(tmp_path / name))

        assert refused.code == 1
        assert "không phải bàn này" in refused.wrong
    assert not (data / "line").exists()


def test_a_wrong_code_brings_nothing_in(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_line_file(tmp_path / "f", authority)
    other = write_line_file(tmp_path / "g", authority)

    refused = say(data, monkeypatch, "join", str(tmp_path / "f"), typed=other)

    assert refused.code == 1
    assert "Mã một lần không phải của tệp này" in refused.wrong
    assert "chưa có đường mạng" in say(data, monkeypatch, "status").out


def test_a_mail_key_that_the_province_did_not_name_is_refused(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = write_line_file(tmp_path / "f", authority)

    for gate_key, said in (("cd" * 32, "khác với tệp bàn của tỉnh"), ("", "chưa ghi khóa thư")):
        named = write_desk_file(tmp_path / "d", gate_key)
        refused = say(data, monkeypatch, "join", str(tmp_path / "f"), "--desk-file", named, typed=code)

        assert refused.code == 1
        assert said in refused.wrong
    assert not (data / "line").exists()


def test_only_an_administrator_joins_leaves_and_exports(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = write_line_file(tmp_path / "f", authority)

    for words in (
        ("join", str(tmp_path / "f")),
        ("leave",),
        ("export", str(tmp_path / "x")),
        ("request", str(tmp_path / "r")),
    ):
        refused = say(data, monkeypatch, *words, typed=code, user=CLERK)

        assert refused.code == 1
        assert "không được nhập, bỏ đường mạng của bàn" in refused.wrong
    assert not (tmp_path / "x").exists()
    assert not (tmp_path / "r").exists()
    assert say(data, monkeypatch, "status", user=CLERK).code == 0


def test_a_key_made_at_the_desk_never_leaves_it_and_fits_the_certificate_that_comes_back(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = say(data, monkeypatch, "request", str(tmp_path / "ask"))
    request = read_line_request_file(tmp_path / "ask")
    assert request.check_code in asked.out
    assert b"PRIVATE" not in (tmp_path / "ask").read_bytes()
    code = write_line_file(tmp_path / "f", authority, request=request.request)

    joined = say(data, monkeypatch, "join", str(tmp_path / "f"), typed=code)

    assert joined.code == 0
    assert b"ENCRYPTED" in (data / "line" / "desk.key").read_bytes()


def test_a_file_for_a_key_that_this_desk_has_no_more_is_refused(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(data, monkeypatch, "request", str(tmp_path / "old"))
    code = write_line_file(
        tmp_path / "f", authority, request=read_line_request_file(tmp_path / "old").request
    )
    say(data, monkeypatch, "request", str(tmp_path / "new"))

    refused = say(data, monkeypatch, "join", str(tmp_path / "f"), typed=code)

    assert refused.code == 1
    assert "không còn khóa ấy" in refused.wrong


def test_the_approval_is_entered_shown_and_taken_back(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = say(data, monkeypatch, "status")
    opened = say(data, monkeypatch, "kt1-on", "--approval", "12/BĐT", "--day", "2026-11-20")
    closed = say(data, monkeypatch, "kt1-off", "--reason", "withdrawn")

    assert "chưa nhập văn bản cho phép" in before.out
    assert "theo văn bản 12/BĐT ngày 20/11/2026" in opened.out
    assert "văn bản cho phép bị thu hồi" in closed.out
    refused = say(data, monkeypatch, "kt1-on", "--approval", "12/BĐT", "--day", "2026-11-20", user=CLERK)
    assert "không được cho hoặc thôi cho KT1 đi qua mạng" in refused.wrong
