"""The province's command that turns the desks' enrolment requests into the next key list.

The last list is always given: rows are carried over, prolonged, ended, never dropped, and the issue number goes up by one. Before a row is
signed the check code of its request is shown; the clerk at the desk reads the same one aloud. This module must not know how the passphrase
is asked for.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.exchange import enrolment, key_list
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.enrolment import EnrolmentRequest, read_request
from kt1desk.exchange.key_list import next_issue, prove_key_list, sign_key_list
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.province_key import load_province_key, public_key_of
from kt1desk.exchange.trust import KeyList


@dataclass(frozen=True, slots=True)
class KeyListOrder:
    """What the next list is to say.

    Attributes:
        request_paths: enrolment requests of desks.
        previous: the last list, None for the first.
        withdrawn: devices whose keys end the day before ``valid_from``.
        valid_from: first day of the new rows, and the day of the list.
        valid_to: last day of the new rows.
        out: where to write it.
    """

    request_paths: tuple[Path, ...]
    previous: Path | None
    withdrawn: tuple[int, ...]
    valid_from: date
    valid_to: date
    out: Path

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> KeyListOrder:
        """From a parsed command line."""
        return cls(
            request_paths=tuple(arguments.request),
            previous=arguments.previous,
            withdrawn=tuple(arguments.withdraw),
            valid_from=arguments.from_,
            valid_to=arguments.to_,
            out=arguments.out_,
        )

    def requests(self) -> tuple[EnrolmentRequest, ...]:
        """The requests, each proved by its own key.

        Raises:
            DeskError: ``enrolment.*``.
        """
        return tuple(read_request(enrolment.KIND.read(path)) for path in self.request_paths)


def add_key_list_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``key-list``."""
    parser.add_argument(
        "--request", type=Path, nargs="+", default=[], help="đơn đăng ký khóa của các bàn", metavar="ĐƠN"
    )
    parser.add_argument(
        "--previous", type=Path, help="danh sách khóa gần nhất; chỉ bỏ trống với danh sách đầu"
    )
    parser.add_argument(
        "--withdraw", type=int, action="append", default=[], help="thiết bị bị thu hồi khóa", metavar="SỐ"
    )
    for name, kind, help_text in (
        ("from", date.fromisoformat, "ngày đầu các khóa mới có hiệu lực, YYYY-MM-DD"),
        ("to", date.fromisoformat, "ngày cuối các khóa mới có hiệu lực, YYYY-MM-DD"),
        ("out", Path, "danh sách khóa sẽ ghi"),
    ):
        parser.add_argument(
            f"--{name}", type=kind, required=True, help=help_text, dest=f"{name}_", metavar=name.upper()
        )


def write_key_list(
    folder: Path, passphrase: str, order: KeyListOrder, requests: Sequence[EnrolmentRequest]
) -> tuple[str, KeyList]:
    """Sign the next list with the province's key in ``folder`` and write it; returns the key's fingerprint and the list.

    Raises:
        DeskError: ``key_list.*`` also of the last list, ``trust.*``, ``province.*``; ``key_list.nothing`` where nothing would change,
            ``province.out_exists`` (a file is never overwritten).
    """
    if not requests and not order.withdrawn:
        raise DeskError("key_list.nothing")
    rows = [request.as_row(order.valid_from, order.valid_to) for request in requests]
    previous = _previous(order.previous, public_key_of(folder))
    issued = next_issue(previous, rows, order.withdrawn, order.valid_from)
    private = load_province_key(folder, passphrase)
    write_new(order.out, sign_key_list(issued, private), taken="province.out_exists")
    return fingerprint(private.public_key().public_bytes_raw()), issued


def check_codes(requests: Sequence[EnrolmentRequest]) -> Iterator[str]:
    """What to compare by telephone before the passphrase is typed: the check code of each request."""
    for request in requests:
        yield f"Thiết bị {request.device}, điểm {request.point}, mã đối chiếu {request.check_code}."
    if requests:
        yield "Gọi từng điểm đọc mã đối chiếu trên màn hình bàn; có mã khác thì dừng, không gõ mật khẩu."


def _previous(path: Path | None, province_key: bytes) -> KeyList | None:
    if path is None:
        return None
    return prove_key_list(key_list.KIND.read(path), province_key).content
