"""The shared folder in trouble: gone, full of other things, read-only, locked, or not looked into for days."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import IncidentOpened
from kt1desk.domain.facts.dossier_custody import for_service
from kt1desk.domain.facts.restored import Cause
from kt1desk.domain.service import Service
from kt1desk.exchange import near_leaving
from kt1desk.exchange.near_file import MAX_BYTES, ChainMark
from kt1desk.exchange.near_folder import NearFolder, NearName
from kt1desk.exchange.near_marks import near_peer, note_near, with_mark
from kt1desk.exchange.taking import Outcome
from kt1desk.store.incarnations import Renewal, begin
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT, code_of
from tests.support.mail_desks import EVERY_WAY, MailDesk, listed, mail_desk
from tests.support.near_rounds import accepted, files, near, news, round_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "chung"
    made.mkdir()
    return made


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[MailDesk, MailDesk, MailDesk]]:
    """Devices 7 and 8 at the office, 9 at a commune, each believing all three."""
    with ExitStack() as stack:
        seats = ((7, OFFICE_POINT), (8, OFFICE_POINT), (9, COMMUNE_POINT))
        made = [stack.enter_context(mail_desk(tmp_path, *seat)) for seat in seats]
        keys = listed(*made)
        first, second, commune = (desk.believing(keys) for desk in made)
        yield first, second, commune


def test_what_lies_there_and_is_no_file_holds_nobody(desks: tuple[MailDesk, ...], folder: Path) -> None:
    first, second, _ = desks
    accepted(first)
    round_of(first, folder)
    os.mkfifo(folder / "7-8-4000000001.kt1near")
    (folder / "7-8-4000000002.kt1near").mkdir()
    (folder / "7-8-4000000003.kt1near").write_bytes(bytes(MAX_BYTES + 1))
    (folder / "đọc tôi.txt").write_text("x", encoding="utf-8")

    report = round_of(second, folder)

    assert news(report) == ["item.accepted"]


def test_a_folder_that_is_gone_is_a_state_and_what_was_missed_comes_when_it_is_back(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    accepted(first)
    folder.rmdir()
    gone = round_of(first, folder)
    folder.mkdir()

    back = round_of(first, folder)
    report = round_of(second, folder)

    assert gone.problem is not None
    assert (gone.problem.code, gone.written) == ("near.folder", ())
    assert back.problem is None
    assert news(report) == ["item.accepted"]


def test_a_folder_that_takes_no_file_is_told_and_still_read(
    desks: tuple[MailDesk, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _ = desks
    accepted(first)
    round_of(first, folder)

    def refused(_self: Path, *_args: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(
        Path, "replace", refused
    )  # root may write everywhere, so the rights of the folder stop nobody here
    report = round_of(second, folder)

    assert news(report) == ["item.accepted"]
    assert report.problem is not None
    assert report.problem.code == "near.read_only"


def test_a_locked_old_file_is_deleted_another_time(
    desks: tuple[MailDesk, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _, _ = desks
    round_of(first, folder)
    accepted(first)

    def locked(_self: Path, *_args: object, **_more: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", locked)
        report = round_of(first, folder)
    held = files(folder)
    round_of(first, folder)
    round_of(first, folder)

    assert report.problem is None
    assert len(held) == 2
    assert len(files(folder)) <= 2


def test_after_a_long_sleep_a_desk_goes_on_where_it_was(desks: tuple[MailDesk, ...], folder: Path) -> None:
    first, second, _ = desks
    accepted(first)
    here, there = near(first, folder), near(second, folder)
    for each in (here, there):
        each.round()
    first.clock.pass_ms(3 * 24 * 3_600_000)
    accepted(first, 1)

    here.round()
    report = there.round()
    second.clock.pass_ms(3 * 24 * 3_600_000 + 5_000)
    late = there.round()

    assert news(report) == ["item.accepted"]
    assert [(each.device, each.age_ms) for each in late.siblings] == [(7, 5_000)]


def test_kt1_stays_where_it_may_not_go_by_file_and_records_of_dossiers_go(
    tmp_path: Path, folder: Path
) -> None:
    with ExitStack() as stack:
        first = stack.enter_context(mail_desk(tmp_path, 7, OFFICE_POINT, frozenset({Transport.PAPER})))
        second = stack.enter_context(mail_desk(tmp_path, 8, OFFICE_POINT, EVERY_WAY))
        keys = listed(first, second)
        first, second = first.believing(keys), second.believing(keys)
        accepted(first)
        accepted(second, 1)
        opened = {"tthc.incident.opened"}
        record = IncidentOpened(
            "BB240000-261123-7-1", "damaged", "minor", "item", "RX000700011VN", OFFICE_POINT, "s", 5
        )
        first.write(for_service(record, Service.TTHC))
        round_of(first, folder)
        there = round_of(second, folder)
        here = round_of(first, folder)

        assert set(news(there)) == opened
        assert here.taken == ()


def test_a_desk_that_lost_its_notes_hears_all_of_it_again_and_nothing_is_doubled(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    accepted(first)
    for desk in (first, second, first, second):
        round_of(desk, folder)
    known = second.events()
    second.room.notes.put("near.device.7", {})

    reports = [round_of(desk, folder) for desk in (second, first, second)]

    assert second.events() == known
    assert {row.outcome for row in reports[-1].taken} == {Outcome.ALREADY}


def test_of_a_desk_put_back_from_a_copy_all_is_heard_though_its_old_chain_fills_a_whole_file(
    desks: tuple[MailDesk, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _ = desks
    monkeypatch.setattr(near_leaving, "MAX_EVENTS", 5)
    for serial in range(7):
        accepted(first, serial)
    for desk in (first, second) * 3:
        round_of(desk, folder)
    # the copy lacks three events that were heard here
    known = near_peer(second.room.notes, 7)
    heard = ChainMark(Stream.KT1, 1, known.taken_of((Stream.KT1, 1)).seq + 3, "ab" * 32)
    note_near(second.room.notes, 7, replace(known, taken=with_mark(known.taken, heard)))
    for desk in (second, first):
        round_of(desk, folder)

    begin(first.store, Renewal(Cause.OLDER_COPY, "ha.hoang"))
    event = accepted(first, 50)
    for desk in (first, second) * 4:
        round_of(desk, folder)

    assert event.id.incarnation == 2
    assert second.received(event.id) == event
    assert round_of(second, folder).taken == ()


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_that_somebody_left_leads_to_no_file_of_ours(tmp_path: Path, folder: Path) -> None:
    ours, name = tmp_path / "ours", NearName(7, 9, 1)
    ours.write_bytes(b"ours")
    (folder / ".7-9.part").symlink_to(ours)
    (folder / NearName(9, 7, 1).text).symlink_to(ours)

    assert code_of(lambda: NearFolder(folder).write(name, b"theirs")) == "near.read_only"
    assert NearFolder(folder).read(NearName(9, 7, 1), 100) is None
    assert ours.read_bytes() == b"ours"


def test_names_are_read_back_as_they_were_written(folder: Path) -> None:
    name = NearName(7, 8, 1_795_410_000)

    NearFolder(folder).write(name, b"x")

    assert NearFolder(folder).names() == (name,)
    assert name.text == "7-8-1795410000.kt1near"
    assert Stream.KT1 in Stream


def test_a_file_with_what_only_a_newer_program_reads_is_opened_once_and_not_at_every_look(
    desks: tuple[MailDesk, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _ = desks
    accepted(first)
    round_of(first, folder)
    opened: list[NearName] = []
    read = NearFolder.read

    def counted(self: NearFolder, name: NearName, limit: int) -> bytes | None:
        opened.append(name)
        return read(self, name, limit)

    def newer(*_args: object) -> None:
        raise DeskError("inbox.newer")

    monkeypatch.setattr(NearFolder, "read", counted)
    there = near(second, folder)
    with monkeypatch.context() as older:
        older.setattr("kt1desk.exchange.near.judge", newer)
        looks = [there.round() for _ in range(3)]
    again = near(second, folder).round()

    assert {row.outcome for row in looks[0].taken} == {Outcome.LATER}
    assert [look.taken for look in looks[1:]] == [(), ()]
    assert len(opened) == 2
    assert news(again) == ["item.accepted"]
