"""The shared folder of a point: whatever files lie in it, desks hear of each other, and nothing else comes in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.facts import CashReceived
from kt1desk.exchange.near import HEARTBEAT_MS
from kt1desk.exchange.near_file import open_near
from kt1desk.exchange.trust import KeyList
from tests.support.exchange_keys import COMMUNE_POINT, DAY, OFFICE_POINT, refusal, row_of
from tests.support.mail_desks import MailDesk, listed, mail_desk
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


def test_what_one_desk_wrote_is_known_at_the_other_after_one_round_of_each(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    event = accepted(first)

    left = round_of(first, folder)
    report = round_of(second, folder)

    assert left.written == (8,)
    assert news(report) == ["item.accepted"]
    assert second.received(event.id) == event
    assert [(each.device, each.age_ms) for each in report.siblings] == [(7, 0)]


def test_cash_users_and_blocks_never_lie_in_the_folder(desks: tuple[MailDesk, ...], folder: Path) -> None:
    first, second, _ = desks
    first.write(CashReceived("s", 52_000, "kt1"))
    accepted(first)
    round_of(first, folder)
    (name,) = files(folder)

    opened = open_near((folder / name).read_bytes(), second.own, second.keys)

    assert len(opened.records) == 1


def test_a_round_with_nothing_new_writes_nothing_until_the_next_sign_of_life(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    accepted(first)
    here, there = near(first, folder), near(second, folder)
    for each in (here, there, here, there):
        each.round()
    lying = files(folder)

    quiet = [here.round(), there.round()]
    still = files(folder)
    first.clock.pass_ms(HEARTBEAT_MS)
    again = here.round()

    assert [(each.written, each.taken, each.refused, each.problem) for each in quiet] == [
        ((), (), (), None)
    ] * 2
    assert still == lying
    assert again.written == (8,)


def test_one_file_of_each_pair_is_left_and_a_desk_that_is_none_any_more_gets_none(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    for _ in range(3):
        accepted(first, first.events())
        round_of(first, folder)
        round_of(second, folder)
    one_each = [name.rsplit("-", 1)[0] for name in files(folder)]
    alone = first.believing(KeyList((row_of(first.own),), 6, DAY))

    round_of(alone, folder)

    assert one_each == ["7-8", "8-7"]
    assert [name.rsplit("-", 1)[0] for name in files(folder)] == ["8-7"]


def test_a_file_that_is_torn_at_any_byte_is_passed_over_and_the_whole_one_taken_in_later(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    accepted(first)
    round_of(first, folder)
    (name,) = files(folder)
    whole = (folder / name).read_bytes()
    looking = near(second, folder)

    torn = []
    for length in range(len(whole)):
        (folder / name).write_bytes(whole[:length])
        torn.append(looking.round())
    (folder / name).write_bytes(whole)
    report = looking.round()

    assert len(torn) > 300
    assert [each.taken for each in torn] == [()] * len(torn)
    assert {len(each.refused) for each in torn} == {1}
    assert news(report) == ["item.accepted"]


def test_a_file_with_a_byte_changed_anywhere_brings_nothing_in(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    accepted(first)
    round_of(first, folder)
    (name,) = files(folder)
    whole = (folder / name).read_bytes()
    looking = near(second, folder)

    changed = []
    for at in range(0, len(whole), 5):
        (folder / name).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        changed.append(looking.round())

    assert [each.taken for each in changed] == [()] * len(changed)
    assert {len(each.refused) for each in changed} == {1}


def test_a_missing_file_is_left_again_and_an_old_one_put_back_changes_nothing(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    here = near(first, folder)
    accepted(first)
    here.round()
    (old,) = files(folder)
    kept = (folder / old).read_bytes()
    round_of(second, folder)
    accepted(first, 1)
    first.clock.pass_ms(2_000)
    here.round()
    assert news(round_of(second, folder)) == ["item.accepted"]
    (folder / "7-8-4294967295.kt1near").write_bytes(kept)

    report = round_of(second, folder)
    for path in folder.glob("7-8-*"):
        path.unlink()
    again = here.round()

    assert [(name, reason.code) for name, reason in report.refused] == [
        ("7-8-4294967295.kt1near", "near.older")
    ]
    assert news(report) == []
    assert again.written == (8,)


def test_a_bad_file_under_a_newer_name_does_not_hide_the_good_one(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    accepted(first)
    round_of(first, folder)
    (name,) = files(folder)
    whole = (folder / name).read_bytes()
    round_of(second, folder)
    swapped = next(path for path in folder.glob("8-7-*"))
    bad = [whole[:50], swapped.read_bytes(), bytes(400)]
    accepted(first, 1)
    report = round_of(first, folder)
    for at, data in enumerate(bad):
        (folder / f"7-8-400000000{at}.kt1near").write_bytes(data)

    taken = round_of(second, folder)
    round_of(first, folder)

    assert report.written == (8,)
    assert {reason.code for _, reason in taken.refused} == {
        "near.damaged",
        "near.other_desk",
        "near.unopened",
    }
    assert news(taken) == ["item.accepted"]
    assert len(list(folder.glob("7-8-*"))) == 1  # what bears its own name a desk clears away


def test_a_desk_of_another_point_is_not_heard_and_hears_nothing(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, commune = desks
    accepted(first)
    liar = replace(row_of(commune.own), point=OFFICE_POINT)
    moved = commune.believing(
        KeyList((*(row for row in commune.keys.desks if row.device != 9), liar), 6, DAY)
    )
    object.__setattr__(moved, "own", replace(moved.own, point=OFFICE_POINT))
    round_of(moved, folder)

    report = round_of(second, folder)
    round_of(first, folder)

    assert [(each.device) for each in report.siblings] == [7]
    assert report.taken == ()
    assert not list(folder.glob("7-9-*"))


def test_whoever_is_not_listed_or_lies_about_its_point_is_refused_by_name(
    desks: tuple[MailDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    round_of(first, folder)
    (name,) = files(folder)
    data = (folder / name).read_bytes()
    elsewhere = KeyList(
        tuple(replace(row, point=COMMUNE_POINT) if row.device == 7 else row for row in second.keys.desks),
        6,
        DAY,
    )

    moved = refusal(partial(open_near, data, second.own, elsewhere))
    unknown = refusal(partial(open_near, data, second.own, KeyList((row_of(second.own),), 6, DAY)))
    not_ours = refusal(partial(open_near, data, first.own, first.keys))

    assert (moved.code, unknown.code, not_ours.code) == (
        "near.other_point",
        "trust.unknown_device",
        "near.other_desk",
    )
