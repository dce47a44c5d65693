"""`kt1desk staff`: the people of a real desk beside the one who set it up, cleared by the province's file, each with his own password."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.app.clock import SystemClock
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import UserRevoked
from kt1desk.domain.permissions import Role
from kt1desk.store.flight_shelf import events_after
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import read_slots
from kt1desk.store.keys import KeyRing
from tests.support.story_custody_desks import (
    FOREVER,
    PASSPHRASE,
    PASSWORD,
    Made,
    Province,
    Seat,
    Staff,
    say_to_desk,
)

CHIEF = Staff("lan.hoang", "Hoàng Thị Lan", "")
CONTROLLER = Staff("thuy.vi", "Vi Thanh Thủy", "Kiểm soát viên")
OTHER_WORDS = "nuoc-chay-da-mon-7"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A desk with a controller; never written again."""
    root = tmp_path_factory.mktemp("staff")
    (made,) = Province(root).desks(Seat("240000", 7, "MA:1000:1999", CHIEF, (CONTROLLER,)))
    return made


@pytest.fixture
def made(whole: Made, tmp_path: Path) -> Made:
    """A copy of its own, and of the province's folder."""
    shutil.copytree(whole.options.data.parent.parent, tmp_path / "copy")
    return whole.at(tmp_path / "copy")


def _ring(made: Made) -> KeyRing:
    return KeyRing(DataFolder(made.options.data), SystemClock())


def _file(made: Made, *clear: str, device: str = "7") -> str:
    """A newer desk file of the province."""
    root = made.options.data.parent.parent
    out = root / f"newer-{device}.kt1desk"
    named = [word for each in clear for word in ("--clear", each)]
    days = ("--from", "2025-07-01", "--to", FOREVER)
    said = say_to_desk(
        *("province", "desk-file", "--folder", str(root / "province"), "--point", "240000"),
        *("--device", device, *days, *named, "--out", str(out)),
        typed=f"{PASSPHRASE}\n",
    )
    assert said.code == 0, said
    return str(out)


def test_whoever_came_by_a_table_works_with_his_own_password_and_the_provinces_clearance(whole: Made) -> None:
    with whole.opened(CONTROLLER.user) as desk:
        actor = desk.session.actor

    assert actor.roles == {Role.CONTROLLER}
    assert actor.clearance_until == date.fromisoformat(FOREVER)


def test_whoever_the_newer_file_does_not_name_loses_his_clearance(made: Made) -> None:
    told = made.do("staff", "clear", _file(made, f"{CHIEF.user}:2027-12-31"))

    with made.opened(CONTROLLER.user) as desk:
        assert desk.session.actor.clearance_until is None
    with made.opened() as desk:
        assert desk.session.actor.clearance_until == date(2027, 12, 31)
    assert f"{CHIEF.user}: được làm KT1 đến 31/12/2027." in told
    assert f"{CONTROLLER.user}: thôi quyền KT1." in told


def test_a_name_that_is_no_user_here_is_told(made: Made) -> None:
    file = _file(made, *(f"{each.user}:{FOREVER}" for each in (CHIEF, CONTROLLER)), f"ai.do:{FOREVER}")

    said = made.tell("staff", "clear", file)

    assert said.code == 1
    assert "ai.do: có trong tệp bàn nhưng chưa là người dùng" in said.out
    assert "Đã đổi quyền KT1 của 0 người." in said.out


def test_the_file_of_another_desk_clears_nobody(made: Made) -> None:
    said = made.tell("staff", "clear", _file(made, device="8"))

    assert said.code == 1
    assert "điểm 240000, thiết bị 8, không phải bàn này" in said.err


def test_an_altered_file_clears_nobody(made: Made) -> None:
    file = Path(_file(made, f"{CHIEF.user}:2027-12-31"))
    whole = file.read_bytes()
    assert whole.count(b"2027-12-31") == 1
    file.write_bytes(whole.replace(b"2027-12-31", b"2029-12-31"))

    said = made.tell("staff", "clear", str(file))

    assert said.code == 1
    assert "không có chữ ký đúng của tỉnh" in said.err


def test_a_new_password_opens_the_desk_and_the_old_one_no_more(made: Made) -> None:
    told = made.do("staff", "password", CONTROLLER.user, typed=f"{PASSWORD}\n{OTHER_WORDS}\n")

    refused = made.tell("verify", user=CONTROLLER.user)
    given = made.tell("verify", user=CONTROLLER.user, typed=f"{OTHER_WORDS}\n")
    _ring(made).change(CONTROLLER.user, OTHER_WORDS, PASSWORD)
    opened = made.tell("verify", user=CONTROLLER.user)

    assert "đặt mật khẩu của riêng mình" in told
    assert "không đúng" in refused.err
    assert given.code == 1
    assert (opened.code, "Sổ nguyên vẹn" in opened.out) == (0, True)


def test_whoever_sets_his_own_password_by_the_command_need_not_change_it(made: Made) -> None:
    made.do("staff", "password", CHIEF.user, typed=f"{PASSWORD}\n{OTHER_WORDS}\n")

    opened = made.tell("verify", typed=f"{OTHER_WORDS}\n")

    assert opened.code == 0


def test_a_slot_that_was_put_back_from_an_older_file_proves_nothing(made: Made) -> None:
    slots = DataFolder(made.options.data).keys
    older = slots.read_bytes()
    made.do("staff", "password", CHIEF.user, typed=f"{PASSWORD}\n{OTHER_WORDS}\n")
    slots.write_bytes(older)

    said = made.tell("verify")

    assert said.code == 1
    assert say(DeskError("key.slots_older")) in said.err


def test_a_password_for_whoever_has_no_slot_any_more_is_newer_than_every_one_he_had(made: Made) -> None:
    """As after a restore from a backup that did not know him: the desk must not take its own file of slots for an older one."""
    folder = DataFolder(made.options.data)
    typed = f"{PASSWORD}\n{OTHER_WORDS}\n"
    made.do("staff", "password", CONTROLLER.user, typed=typed)
    slots = read_slots(folder)
    left = {holder: slot for holder, slot in slots.slots.items() if holder != CONTROLLER.user}
    folder.keys.write_bytes(replace(slots, slots=left).encode())

    made.do("staff", "password", CONTROLLER.user, typed=typed)

    assert made.tell("verify").code == 0
    assert read_slots(folder).slots[CONTROLLER.user].version == slots.slots[CONTROLLER.user].version + 1


def test_a_controller_gives_nobody_a_password(made: Made) -> None:
    said = made.tell(
        "staff", "password", CHIEF.user, user=CONTROLLER.user, typed=f"{PASSWORD}\n{OTHER_WORDS}\n"
    )

    assert said.code == 1
    assert "không được" in said.err
    assert made.tell("verify").code == 0


def test_whoever_is_revoked_opens_the_desk_no_more_and_the_list_says_so(made: Made) -> None:
    before = made.do("staff", "list")

    told = made.do("staff", "revoke", CONTROLLER.user, "--why", "moved")

    after = made.do("staff", "list")
    refused = made.tell("verify", user=CONTROLLER.user)
    rows = {
        line.split("\t")[0]: line.split("\t")[-1] for text in (before, after) for line in text.splitlines()
    }
    assert f"{CONTROLLER.user} không đăng nhập được" in told
    assert f"{CONTROLLER.user}\t{CONTROLLER.name}\tKiểm soát viên" in before
    assert (rows[CHIEF.user], rows[CONTROLLER.user]) == ("đang làm", "đã thôi")
    assert refused.code == 1
    assert made.tell("verify").code == 0


def test_who_was_revoked_stands_in_the_flight_recorder_before_the_command_ends(
    made: Made, tmp_path: Path
) -> None:
    """Else a restore from a backup of before would let him in again."""
    stick = tmp_path / "stick"
    stick.mkdir()
    made.do("backup", "places", "--flight", str(stick))
    with made.opened() as desk:
        key = desk.store.lend_key()

    made.do("staff", "revoke", CONTROLLER.user, "--why", "left")

    recorded = [event for chain in events_after(stick, 7, key, {}).chains.values() for event in chain]
    put_out = [event.body() for event in recorded if event.envelope.type == UserRevoked.TYPE]
    assert [body["user"] for body in put_out] == [CONTROLLER.user]


def test_a_recorder_that_is_away_is_told_and_keeps_nobody_in(made: Made, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made.do("backup", "places", "--flight", str(stick))
    shutil.rmtree(stick)

    said = made.tell("staff", "revoke", CONTROLLER.user, "--why", "left")

    assert said.code == 0
    assert "Không thấy nơi của hộp đen" in said.err


def test_whoever_manages_users_does_not_revoke_himself(made: Made) -> None:
    said = made.tell("staff", "revoke", CHIEF.user, "--why", "left")

    assert said.code == 1
    assert "Không ai tự bỏ quyền" in said.err
    assert made.tell("verify").code == 0


def test_a_controller_sees_no_list_and_revokes_nobody(made: Made) -> None:
    listed = made.tell("staff", "list", user=CONTROLLER.user)
    revoked = made.tell("staff", "revoke", CHIEF.user, "--why", "left", user=CONTROLLER.user)

    assert (listed.code, listed.out, revoked.code) == (1, "", 1)
    assert "không được" in revoked.err
