"""The province's commands: make the key, show its fingerprint, sign desk files, key lists and staff lists. They need no desk.

    kt1desk province init --folder F
    kt1desk province fingerprint --folder F
    kt1desk province desk-file --folder F --point 240000 --device 7 --services kt1,tthc --transports bundle,paper \
        --block MA:1000:1999 --from 2026-11-23 --to 2027-12-31 [--clear lan:2027-12-31] [--key gate:HEX] \
        --out desk-7.kt1desk
    kt1desk province key-list --folder F --request desk-7.kt1ask --previous keys-4.kt1keys \
        --from 2026-11-23 --to 2027-12-31 [--withdraw 9] --out keys-5.kt1keys
    kt1desk province staff-list --folder F --point 240000 --table nhan-vien.xlsx --day 2026-11-23 --out nv-1.kt1staff

The passphrase is asked for, or read from the first line of standard input where that is no terminal; never an argument, which other users
of the machine can read. This module must not know how keys and signatures work.
"""

from __future__ import annotations

import argparse
import getpass
import secrets
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kt1desk.domain.desk_file import Clearance, DeskFile, NumberBlock, PublicKey, Service, Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import GivenBlock
from kt1desk.exchange.desk_files import fingerprint, sign
from kt1desk.exchange.given_blocks import GivenBlocks
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.province_key import load_province_key, province_init, public_key_of
from kt1desk.exchange.province_keys import KeyListOrder, add_key_list_options, check_codes, write_key_list
from kt1desk.exchange.province_staff import StaffListOrder, add_staff_list_options, write_staff_list

_Name = TypeVar("_Name", Service, Transport)

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def write_desk_file(folder: Path, passphrase: str, content: DeskFile, out: Path) -> str:
    """Sign ``content`` with the province's key in ``folder`` and write it; returns the fingerprint for the technician's slip.

    Raises:
        DeskError: ``province.*``; ``kit.block_given`` where another desk has a number of a block; ``province.out_exists`` (a file is
            never overwritten), ``province.folder``.
    """
    private = load_province_key(folder, passphrase)
    given = GivenBlocks(folder)
    new = given.new_of(content.device, content.point, content.blocks)
    data = sign(content, private)
    if new:  # first: a file may be lost, but numbers are never given out twice
        rows = [GivenBlock(content.device, content.point, block, 0, content.valid_from) for block in new]
        given.add(rows, secrets.token_hex(8))
    write_new(out, data, taken="province.out_exists")
    return fingerprint(private.public_key().public_bytes_raw())


def add_parsers(subparsers: Subparsers) -> Subparsers:
    """Add ``province`` with its commands; returns its own subparsers, for what others add to it.

    Each sets ``run``: a function of the parsed arguments that returns what to print.
    """
    province = subparsers.add_parser("province", help="khóa của tỉnh và tệp bàn")
    commands = province.add_subparsers(required=True, metavar="LỆNH")
    for name, run, help_text in (
        ("init", _init, "tạo khóa của tỉnh, in dấu vân khóa"),
        ("fingerprint", _fingerprint, "in dấu vân khóa của tỉnh"),
        ("desk-file", _desk_file, "ký một tệp bàn"),
        ("key-list", _key_list, "ký danh sách khóa của các bàn"),
        ("staff-list", _staff_list, "ký danh sách người dùng của một điểm"),
    ):
        parser = commands.add_parser(name, help=help_text)
        parser.add_argument("--folder", type=Path, required=True, help="thư mục giữ khóa của tỉnh")
        parser.set_defaults(run=run)
        if run is _desk_file:
            _add_content(parser)
        if run is _key_list:
            add_key_list_options(parser)
        if run is _staff_list:
            add_staff_list_options(parser)
    return commands


def public_key(text: str) -> PublicKey:
    """A key of the command line: ``gate:HEX``."""
    name, _, key = text.partition(":")
    return PublicKey(name, key)


def _add_content(parser: argparse.ArgumentParser) -> None:
    required: tuple[tuple[str, Callable[[str], object], str], ...] = (
        ("--point", str, "mã điểm giao dịch"),
        ("--device", int, "số thiết bị, 1 đến 65535"),
        ("--from", date.fromisoformat, "ngày bắt đầu dùng được, YYYY-MM-DD"),
        ("--to", date.fromisoformat, "ngày cuối dùng được, YYYY-MM-DD"),
        ("--out", Path, "tệp bàn sẽ ghi"),
    )
    for name, kind, help_text in required:
        parser.add_argument(
            name, type=kind, required=True, help=help_text, dest=f"{name[2:]}_", metavar=name[2:].upper()
        )
    parser.add_argument("--services", type=_services, default="kt1,tthc", help="dịch vụ: kt1,tthc")
    parser.add_argument("--transports", type=_transports, default="bundle,paper", help="network,bundle,paper")
    parser.add_argument("--block", type=_block, action="append", default=[], help="dải số: MA:1000:1999")
    parser.add_argument(
        "--clear",
        type=_clearance,
        action="append",
        default=[],
        help="được làm KT1 A, B, C: ten.dang.nhap:YYYY-MM-DD",
    )
    parser.add_argument("--key", type=public_key, action="append", default=[], help="khóa công khai: tên:HEX")


def _init(arguments: argparse.Namespace) -> str:
    return province_init(arguments.folder, _new_passphrase())


def _fingerprint(arguments: argparse.Namespace) -> str:
    return fingerprint(public_key_of(arguments.folder))


def _desk_file(arguments: argparse.Namespace) -> str:
    content = DeskFile(
        point=arguments.point_,
        device=arguments.device_,
        services=arguments.services,
        transports=arguments.transports,
        blocks=tuple(arguments.block),
        valid_from=arguments.from_,
        valid_to=arguments.to_,
        keys=tuple(arguments.key),
        clearances=tuple(arguments.clear),
    )
    slip = write_desk_file(arguments.folder, asked_passphrase(), content, arguments.out_)
    _tell(
        f"Đã ghi {arguments.out_}: điểm {content.point}, thiết bị {content.device}, {content.numbers} số hiệu."
    )
    if Service.KT1 in content.services and not content.blocks:
        _tell("Chú ý: tệp không có dải số nào (--block), bàn này chưa nhận được bưu gửi KT1.")
    return slip


def _key_list(arguments: argparse.Namespace) -> str:
    asked = KeyListOrder.of(arguments)
    entered = asked.requests()
    for line in check_codes(entered):
        _tell(line)
    slip, issued = write_key_list(arguments.folder, asked_passphrase(), asked, entered)
    _tell(f"Đã ghi {asked.out}: danh sách khóa số {issued.issue}, {len(issued.desks)} dòng.")
    return slip


def _staff_list(arguments: argparse.Namespace) -> str:
    asked = StaffListOrder.of(arguments)
    slip, issued = write_staff_list(arguments.folder, asked_passphrase(), asked)
    counts = f"{len(issued.people)} người, {len(issued.out)} người thôi"
    _tell(f"Đã ghi {asked.out}: danh sách người dùng số {issued.issue} của điểm {issued.point}, {counts}.")
    return slip


def _tell(sentence: str) -> None:
    """Beside the result, so that standard output holds the fingerprint alone."""
    print(sentence, file=sys.stderr)


def asked_passphrase() -> str:
    """The passphrase of the province's key, from the terminal or the first line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu của khóa tỉnh: ")
    return sys.stdin.readline().rstrip("\r\n")


def _new_passphrase() -> str:
    first = asked_passphrase()
    if sys.stdin.isatty() and getpass.getpass("Gõ lại lần nữa: ") != first:
        raise DeskError("province.passphrase_mismatch", "passphrase")
    return first


def _services(text: str) -> frozenset[Service]:
    return _listed(text, Service)


def _transports(text: str) -> frozenset[Transport]:
    return _listed(text, Transport)


def _listed(text: str, kind: type[_Name]) -> frozenset[_Name]:
    try:
        return frozenset(kind(name) for name in text.split(",") if name)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"chỉ nhận {','.join(kind)}") from error


def _block(text: str) -> NumberBlock:
    try:
        prefix, first, last = text.split(":")
        return NumberBlock(prefix, int(first), int(last))
    except (ValueError, DeskError) as error:
        raise argparse.ArgumentTypeError("dải số có dạng MA:1000:1999") from error


def _clearance(text: str) -> Clearance:
    user, _, until = text.partition(":")
    try:
        return Clearance(user, date.fromisoformat(until))
    except ValueError as error:
        raise argparse.ArgumentTypeError("quyền A, B, C có dạng ten.dang.nhap:2027-12-31") from error
