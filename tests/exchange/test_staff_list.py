"""The staff list as the province signs it: one spelling, limits, who follows whom, and the command that writes it."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.domain.staff_list import MAX_BYTES, MAX_OUT, MAX_PEOPLE, StaffList, StaffRow
from kt1desk.domain.staff_next import StaffOrder, next_list
from kt1desk.exchange.province_cli import add_parsers
from kt1desk.exchange.province_key import public_key_of
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.exchange.staff_lists import KIND, later_list, prove_staff_list, sign_staff_list
from tests.support.exchange_keys import OFFICE_POINT, OTHER_PROVINCE, PROVINCE, PROVINCE_KEY, code_of
from tests.support.sheets import written
from tests.support.staff_lists import CHIEF, CHIEF_ROW, CLEARED, CLERK, CLERK_ROW, DAY, MINH_ROW, staff_list

PASSPHRASE = "mưa xứ Lạng đêm nay"
TITLES = ("Tên đăng nhập", "Họ tên", "Vai trò")
Run = Callable[..., str]


def _signed(payload: bytes) -> bytes:
    return KIND.write(payload, PROVINCE_KEY, PROVINCE.sign)


def test_a_list_comes_back_as_it_was_signed() -> None:
    listed = staff_list(3, CHIEF_ROW, CLERK_ROW, MINH_ROW, out=("cu", "xua"))

    proved = prove_staff_list(sign_staff_list(listed, PROVINCE), PROVINCE_KEY)

    assert proved.content == listed
    assert "Hoàng" not in repr(proved)


def test_a_list_is_believed_of_the_own_province_alone_and_only_as_it_was_signed() -> None:
    listed = staff_list(1, CHIEF_ROW)
    data = sign_staff_list(listed, PROVINCE)
    other = SignedKind("staff_list", b"kt1desk/key-list/1\0", MAX_BYTES)

    assert code_of(lambda: prove_staff_list(sign_staff_list(listed, OTHER_PROVINCE), PROVINCE_KEY)) == (
        "staff_list.wrong_province"
    )
    assert code_of(lambda: prove_staff_list(data.replace(b"administrator", b"technician"), PROVINCE_KEY)) == (
        "staff_list.forged"
    )
    assert code_of(
        lambda: prove_staff_list(other.write(listed.encode(), PROVINCE_KEY, PROVINCE.sign), PROVINCE_KEY)
    ) == ("staff_list.forged")
    assert code_of(lambda: prove_staff_list(data + b" " * MAX_BYTES, PROVINCE_KEY)) == "staff_list.damaged"


@pytest.mark.parametrize(
    ("changed", "to", "code"),
    [
        (b'"format":1', b'"format":2', "staff_list.newer"),
        (b'"administrator"', b'"governor"', "staff_list.newer"),
        (b'"administrator"', b'"clerk"', "staff_list.no_manager"),
        (b'"2026-11-24"', b'"20261124"', "staff_list.damaged"),
        (b'"issue":1', b'"issue":0', "staff_list.content"),
        (b'"issue":1', b'"issue":true', "staff_list.damaged"),
        (b'"out":[]', b'"out":["lan"]', "staff_list.content"),
        (b'"out":[]', b'"out":["b","a"]', "staff_list.content"),
        (b'"out":[]', b'"out":["A"]', "staff_list.content"),
        (b'"lan"', b'"recovery"', "staff_list.content"),
        (b'"lan"', b'"line"', "staff_list.content"),
        (b'"lan"', b'"."', "staff_list.content"),
        (b'"240000"', b'"../etc"', "staff_list.content"),
        (b'["administrator"]', b"[]", "staff_list.content"),
        (b'"out":[]', b'"out":[],"z":1', "staff_list.damaged"),
    ],
)
def test_even_a_province_cannot_say_what_no_desk_can_be(changed: bytes, to: bytes, code: str) -> None:
    payload = staff_list(1, CHIEF_ROW).encode()
    assert changed in payload

    assert code_of(lambda: prove_staff_list(_signed(payload.replace(changed, to)), PROVINCE_KEY)) == code


def test_no_list_is_larger_than_a_desk_has_room_for() -> None:
    rows = tuple(replace(CHIEF_ROW, user=f"u{at:03}") for at in range(MAX_PEOPLE + 1))
    out = tuple(f"v{at:03}" for at in range(MAX_OUT + 1))
    most = StaffList(OFFICE_POINT, 1, DAY, rows[:-1], out[:-1])

    assert prove_staff_list(sign_staff_list(most, PROVINCE), PROVINCE_KEY).content == most
    assert code_of(lambda: replace(most, people=rows)) == "staff_list.content"
    assert code_of(lambda: replace(most, out=out)) == "staff_list.content"


def test_the_issue_alone_says_which_list_counts() -> None:
    second = staff_list(2, CHIEF_ROW)

    assert later_list(None, second)
    assert later_list(second, replace(second, issue=3, day=date(2020, 1, 1)))
    assert not later_list(second, second)
    assert code_of(lambda: later_list(second, staff_list(1, CHIEF_ROW))) == "staff_list.older"
    assert code_of(lambda: later_list(second, replace(second, out=("ai",)))) == "staff_list.two_of_one"


def test_whoever_is_left_out_of_the_next_list_is_named_as_being_out() -> None:
    first = next_list(None, OFFICE_POINT, DAY, StaffOrder((CHIEF_ROW, CLERK_ROW), cleared={CHIEF: CLEARED}))
    named = (replace(CHIEF_ROW, until=None), MINH_ROW)
    second = next_list(first, OFFICE_POINT, DAY, StaffOrder(named))
    third = next_list(
        second, OFFICE_POINT, DAY, StaffOrder(removed=("cu", MINH_ROW.user), cleared={CHIEF: None})
    )
    back = next_list(third, OFFICE_POINT, DAY, StaffOrder((CHIEF_ROW, CLERK_ROW)))

    assert (first.issue, second.issue, third.issue) == (1, 2, 3)
    assert second.row(CHIEF) == replace(CHIEF_ROW, until=CLEARED)  # a clearance stays until it is changed
    assert (second.out, third.out, back.out) == (
        (CLERK,),
        ("cu", CLERK, MINH_ROW.user),
        ("cu", MINH_ROW.user),
    )
    assert third.row(CHIEF) == CHIEF_ROW


def test_a_next_list_that_says_nothing_or_clears_nobody_or_is_another_points_is_refused() -> None:
    first = staff_list(1, CHIEF_ROW, CLERK_ROW)

    assert code_of(lambda: next_list(first, OFFICE_POINT, DAY, StaffOrder())) == "staff_list.nothing"
    assert code_of(lambda: next_list(first, OFFICE_POINT, DAY, StaffOrder(cleared={"ai": CLEARED}))) == (
        "staff_list.not_listed"
    )
    assert code_of(lambda: next_list(first, "246940", DAY, StaffOrder(removed=(CLERK,)))) == (
        "staff_list.other_point"
    )
    assert code_of(lambda: next_list(first, OFFICE_POINT, DAY, StaffOrder(removed=(CHIEF,)))) == (
        "staff_list.no_manager"
    )


def test_nobody_loses_a_clearance_because_nothing_was_said_of_it() -> None:
    table = (CHIEF_ROW, replace(CLERK_ROW, until=None))
    minh = replace(MINH_ROW, until=None)
    untold = code_of(lambda: next_list(None, OFFICE_POINT, DAY, StaffOrder(table)))
    first = next_list(None, OFFICE_POINT, DAY, StaffOrder(table, cleared={CLERK: None}))
    with pytest.raises(DeskError) as refused:
        next_list(first, OFFICE_POINT, DAY, StaffOrder((*table, minh)))
    chief = replace(CHIEF_ROW, roles=frozenset({Role.HEAD}))  # as an administrator it made no difference
    promoted = code_of(lambda: next_list(first, OFFICE_POINT, DAY, StaffOrder((chief, table[1]))))

    assert (untold, first.row(CLERK)) == ("staff_list.clearance_untold", table[1])
    assert (refused.value.code, refused.value.details["users"]) == ("staff_list.clearance_untold", minh.user)
    assert promoted == "staff_list.clearance_untold"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run one command of the province with its passphrase on standard input."""

    def command(name: str, *words: str) -> str:
        parser = argparse.ArgumentParser(prog="kt1desk")
        add_parsers(parser.add_subparsers(required=True))
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
        arguments = parser.parse_args(["province", name, "--folder", str(tmp_path), *words])
        return str(arguments.run(arguments))

    return command


def _list_words(out: Path, *more: str) -> tuple[str, ...]:
    return ("--point", OFFICE_POINT, "--day", "2026-11-23", "--out", str(out), *more)


def test_the_command_signs_the_people_of_a_table_and_then_whoever_goes(tmp_path: Path, run: Run) -> None:
    run("init")
    people = [("Lan", "Hoàng Thị Lan", "Quản trị"), ("ha", "Hoàng Thị Hà", "Giao dịch viên; KSV")]
    table = written(tmp_path / "nv.xlsx", [TITLES, *people])
    first, second = tmp_path / "nv-1.kt1staff", tmp_path / "nv-2.kt1staff"

    slip = run("staff-list", *_list_words(first, "--table", str(table), "--clear", "ha:2027-12-31"))
    run("staff-list", *_list_words(second, "--previous", str(first), "--remove", "ha"))

    key = public_key_of(tmp_path)
    made = prove_staff_list(first.read_bytes(), key).content
    ha = StaffRow("ha", "Hoàng Thị Hà", frozenset({Role.CLERK, Role.CONTROLLER}), CLEARED)
    lan = StaffRow("lan", "Hoàng Thị Lan", frozenset({Role.ADMINISTRATOR}))
    assert slip == run("fingerprint")
    assert made == StaffList(OFFICE_POINT, 1, DAY, (ha, lan))
    assert prove_staff_list(second.read_bytes(), key).content == StaffList(
        OFFICE_POINT, 2, DAY, (lan,), ("ha",)
    )


@pytest.mark.parametrize(
    "wrong",
    [("ha", "", "Giao dịch viên"), ("ha", "Hoàng Thị Hà", "Thủ quỹ"), ("lan", "Người Khác", "Quản trị")],
)
def test_a_table_with_a_line_that_cannot_be_read_is_refused_whole(
    tmp_path: Path, run: Run, wrong: tuple[str, str, str]
) -> None:
    run("init")
    table = written(tmp_path / "nv.xlsx", [TITLES, ("lan", "Hoàng Thị Lan", "Quản trị"), wrong])
    out = tmp_path / "nv-1.kt1staff"

    with pytest.raises(DeskError) as refused:
        run("staff-list", *_list_words(out, "--table", str(table)))

    assert (refused.value.code, refused.value.details["line"]) == ("staff_list.line", 3)
    assert not out.exists()
