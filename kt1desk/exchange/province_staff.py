"""The province's command that signs the staff list of a point.

    kt1desk province staff-list --folder F --point 240000 --table nhan-vien.xlsx --clear lan.be:2027-12-31 --out nv-1.kt1staff
    kt1desk province staff-list --folder F --point 240000 --previous nv-1.kt1staff --remove ha.hoang --out nv-2.kt1staff

The table has the columns of `kt1desk import staff`. It names everybody: whoever was in the list before and is not in the table is out.
Without a table everybody stays but those who are removed. Of whoever comes in with a role that can work on KT1 the clearance is said, if
only as none: a desk takes the list's word. This module must not know how the passphrase is asked for.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.staff_list import StaffList, StaffRow
from kt1desk.domain.staff_next import StaffOrder, next_list
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.province_key import load_province_key, public_key_of
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.staff_lists import KIND, prove_staff_list, sign_staff_list
from kt1desk.services.import_columns import STAFF_COLUMNS
from kt1desk.services.import_staff import person_of


@dataclass(frozen=True, slots=True)
class StaffListOrder:
    """What the next list is to say.

    Attributes:
        point: whose list it is.
        table: everybody who is in; None where those of the last list stay.
        previous: the last list, None for the first.
        removed: who is out.
        cleared: clearances that change, the last day of each; None takes one away.
        day: the day of signing.
        out: where to write it.
    """

    point: str
    table: Path | None
    previous: Path | None
    removed: tuple[str, ...]
    cleared: tuple[tuple[str, date | None], ...]
    day: date
    out: Path

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> StaffListOrder:
        """From a parsed command line."""
        return cls(
            point=arguments.point,
            table=arguments.table,
            previous=arguments.previous,
            removed=tuple(arguments.remove),
            cleared=tuple(arguments.clear),
            day=arguments.day,
            out=arguments.out,
        )


def add_staff_list_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``staff-list``."""
    parser.add_argument("--point", required=True, help="mã điểm giao dịch")
    parser.add_argument(
        "--table", type=Path, help="bảng đủ mọi người của điểm, cùng cột với «kt1desk import staff»"
    )
    parser.add_argument(
        "--previous", type=Path, help="danh sách gần nhất của điểm; chỉ bỏ trống với danh sách đầu"
    )
    parser.add_argument(
        "--remove", action="append", default=[], help="tên đăng nhập của người thôi", metavar="AI"
    )
    parser.add_argument(
        "--clear",
        type=_clearance,
        action="append",
        default=[],
        help="được làm KT1: ten.dang.nhap:YYYY-MM-DD; ten.dang.nhap: không có quyền. Không nêu thì giữ như danh sách "
        "trước; ai lần đầu có tên với vai trò làm được KT1 thì phải nêu",
        metavar="AI:NGÀY",
    )
    parser.add_argument("--day", type=date.fromisoformat, required=True, help="ngày ký, YYYY-MM-DD")
    parser.add_argument("--out", type=Path, required=True, help="danh sách sẽ ghi")


def write_staff_list(folder: Path, passphrase: str, order: StaffListOrder) -> tuple[str, StaffList]:
    """Sign the next list with the province's key in ``folder`` and write it; returns the key's fingerprint and the list.

    Raises:
        DeskError: ``sheet.*``, ``staff_list.*`` also of the last list, ``province.*``; ``province.out_exists`` (a file is never
            overwritten).
    """
    previous = _previous(order.previous, public_key_of(folder))
    people = _people(order.table) if order.table is not None else None
    wanted = StaffOrder(people, order.removed, dict(order.cleared))
    issued = next_list(previous, order.point, order.day, wanted)
    private = load_province_key(folder, passphrase)
    data = sign_staff_list(issued, private)
    prove_staff_list(
        data, private.public_key().public_bytes_raw()
    )  # nothing is written that no desk would take
    write_new(order.out, data, taken="province.out_exists")
    return fingerprint(private.public_key().public_bytes_raw()), issued


def _people(path: Path) -> list[StaffRow]:
    """Everybody in a table; one line that cannot be read refuses the whole of it.

    Raises:
        DeskError: ``sheet.*``; ``staff_list.line`` with ``line`` where it cannot be read, or names somebody once more.
    """
    rows: dict[str, StaffRow] = {}
    for line in read_sheet(path, STAFF_COLUMNS).lines:
        try:
            if line.problem is not None:
                raise line.problem
            person = person_of(line)
        except DeskError as error:
            raise DeskError("staff_list.line", "table", line=line.number) from error
        if person.user in rows:
            raise DeskError("staff_list.line", "table", line=line.number)
        rows[person.user] = StaffRow(person.user, person.name, person.roles)
    return list(rows.values())


def _previous(path: Path | None, province_key: bytes) -> StaffList | None:
    return None if path is None else prove_staff_list(KIND.read(path), province_key).content


def _clearance(text: str) -> tuple[str, date | None]:
    user, colon, until = text.partition(":")
    try:
        if not colon:
            raise ValueError
        return user, date.fromisoformat(until) if until else None
    except ValueError as error:
        raise argparse.ArgumentTypeError("quyền KT1 có dạng ten.dang.nhap:2027-12-31") from error
