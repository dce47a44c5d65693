"""What a desk could not send, as a file: nothing is lost by leaving and joining, nothing goes that may not, nobody reads it on the way."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kt1desk.centre.pki import Authority, make_authority
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.rest_file import open_rest, read_rest_file
from kt1desk.services.ports import Appending
from kt1desk.store import incarnations
from kt1desk.store.incarnations import Renewal
from tests.support.chains import arrived, item_number
from tests.support.line_commands import (
    CHIEF,
    CLERK,
    DEVICE,
    events_of,
    made_desk,
    opened_line,
    say,
    write_line_file,
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("centre"), "mot cau dai cua tinh", datetime.now(UTC))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Data folder of a production desk whose file allows every way."""
    return made_desk(tmp_path, frozenset(Transport))


def left_at_export(data: Path) -> dict[Stream, int]:
    """What was unsent when the file was made: all that is unsent now, but for what was written from the export on."""
    with opened_line(data) as (desk, line):
        with desk.store.read() as reader:
            made = next(reader.newest(Stream.COUNTER, frozenset({"export.made"})))
            later = reader.last_seq(Stream.COUNTER) - made.id.seq + 1
        unsent = line.unsent()
    return {**unsent, Stream.COUNTER: unsent[Stream.COUNTER] - later}


def test_leaving_and_joining_again_lose_nothing_that_was_not_sent(
    data: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened_line(data) as (desk, line):
        with desk.store.work() as work:
            for number in range(30):
                work.append(arrived(item_number(number)), Appending(CLERK))
            work.commit()
        before = line.unsent()

    for _ in range(2):
        code = write_line_file(tmp_path / "f", authority)
        assert say(data, monkeypatch, "join", str(tmp_path / "f"), typed=code).code == 0
        assert say(data, monkeypatch, "leave").code == 0

    assert not list((data / "line").iterdir())
    assert "Bàn này chưa có đường mạng" in say(data, monkeypatch, "leave").wrong
    exported = say(data, monkeypatch, "export", str(tmp_path / "rest"))
    rest = open_rest(read_rest_file(tmp_path / "rest"), exported.out.split()[-1])
    assert before[Stream.KT1] > 30
    assert rest.device == DEVICE
    left = left_at_export(data)
    assert left[Stream.KT1] == before[Stream.KT1]
    assert events_of(rest.frames) == sum(left.values()) > sum(before.values())


def test_where_the_register_may_not_go_as_a_file_the_rest_goes_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made_desk(tmp_path, frozenset({Transport.NETWORK}))
    exported = say(data, monkeypatch, "export", str(tmp_path / "rest"))

    rest = open_rest(read_rest_file(tmp_path / "rest"), exported.out.split()[-1])
    assert "Sổ KT1 không có trong tệp" in exported.out
    assert {Stream(frame[6]) for frame in rest.frames} == {Stream.COUNTER}
    assert events_of(rest.frames) == left_at_export(data)[Stream.COUNTER] > 0


def test_what_is_exported_is_read_by_nobody_without_the_code(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(data, monkeypatch, "export", str(tmp_path / "rest"))

    raw = (tmp_path / "rest").read_bytes()

    assert b"KF" not in bytes.fromhex(raw.split(b'"box":"')[1].split(b'"')[0].decode())[:64]
    assert (tmp_path / "rest").stat().st_mode & 0o077 == 0
    again = say(data, monkeypatch, "export", str(tmp_path / "rest"))
    assert again.code == 1
    assert (tmp_path / "rest").read_bytes() == raw


def test_what_an_earlier_life_never_sent_is_in_the_file_before_what_the_later_one_wrote(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened_line(data) as (desk, line):
        with desk.store.work() as work:
            work.append(arrived(item_number(1)), Appending(CLERK))
            work.commit()
        before = line.unsent()
        incarnations.begin(desk.store, Renewal(Cause.COPIED, CHIEF, missing=dict.fromkeys(Stream, 0)))
    with opened_line(data) as (_, line):
        waiting = line.unsent()

    exported = say(data, monkeypatch, "export", str(tmp_path / "rest"))

    rest = open_rest(read_rest_file(tmp_path / "rest"), exported.out.split()[-1])
    heads = [read_head(frame).head for frame in rest.frames]
    for stream in Stream:
        lives = [head.first.incarnation for head in heads if head.first.stream is stream]
        assert lives == sorted(lives)
        assert set(lives) == {1, 2}
        assert waiting[stream] > before[stream] > 0
    assert events_of(rest.frames) == sum(left_at_export(data).values())


def test_that_a_rest_left_is_in_the_log_with_its_records_and_its_bytes_and_not_in_the_file(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = say(data, monkeypatch, "export", str(tmp_path / "rest"))

    rest = open_rest(read_rest_file(tmp_path / "rest"), exported.out.split()[-1])
    with opened_line(data) as (desk, _), desk.store.read() as reader:
        (made,) = reader.newest(Stream.COUNTER, frozenset({"export.made"}))
    assert made.envelope.actor == CHIEF
    assert made.body() == {
        "what": "unsent",
        "rows": events_of(rest.frames),
        "sha256": hashlib.sha256((tmp_path / "rest").read_bytes()).hexdigest(),
    }
    last = max(read_head(frame).head.last_seq for frame in rest.frames if Stream(frame[6]) is Stream.COUNTER)
    assert last < made.id.seq


def test_a_rest_that_may_not_go_is_no_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made_desk(tmp_path, frozenset(Transport))

    refused = say(data, monkeypatch, "export", str(tmp_path / "rest"), user=CLERK)

    with opened_line(data) as (desk, _), desk.store.read() as reader:
        assert list(reader.newest(Stream.COUNTER, frozenset({"export.made"}))) == []
    assert refused.code == 1
