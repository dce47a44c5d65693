"""`kt1desk verify --certificate`: proves a custody certificate with the province's key list alone, on any machine and without a network.

    kt1desk verify --certificate giay.txt --keys danh-sach-khoa.json --fingerprint 1a2b-3c4d-…

It needs no desk, no password and no key but the public ones of the list; the list is believed because its signer has the fingerprint that
the province published on paper. This module must not know how a code is signed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType

from kt1desk.domain.custody import RECEIVER, SENDER, Holder, HolderKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.certificate import Certificate, Station, check_certificate_text
from kt1desk.exchange.certificate_parts import whole_chain
from kt1desk.exchange.key_list import KIND, prove_by_fingerprint
from kt1desk.exchange.wedge_code import MAX_CHARS, is_wedge_text

_MOST_BYTES = 64 * MAX_CHARS
_VIETNAM = timezone(timedelta(hours=7))
_HOLDERS: Mapping[HolderKind, str] = MappingProxyType(
    {
        HolderKind.PERSON: "{name} (điểm {point})",
        HolderKind.PLACE: "nơi cất {name} (điểm {point})",
        HolderKind.RECEPTACLE: "túi {name}",
        HolderKind.TRIP: "chuyến {name}",
    }
)
_PARTIES: Mapping[str, str] = MappingProxyType({RECEIVER: "người nhận", SENDER: "người gửi"})


def add_certificate_options(verify: argparse.ArgumentParser) -> None:
    """What `verify` is told to prove a certificate instead of a desk's books."""
    verify.add_argument(
        "--certificate",
        action="append",
        metavar="MÃ_HOẶC_TỆP",
        help="kiểm tra giấy chứng nhận quá trình giữ: chữ của mã, hoặc tệp mỗi dòng một mã; không cần bàn, không cần mạng",
    )
    verify.add_argument("--keys", type=Path, help="danh sách khóa của bưu điện tỉnh (với --certificate)")
    verify.add_argument("--fingerprint", help="dấu vân khóa của tỉnh (với --certificate)")


def verify_certificate(asked: argparse.Namespace) -> int:
    """Prove the codes and print the chain they certify; returns 0.

    Raises:
        DeskError: ``certificate.*``, ``paper_code.*``, ``key_list.*``, ``trust.*``, ``desk_file.fingerprint_*``; as `read_brought`.
    """
    keys = prove_by_fingerprint(KIND.read(asked.keys), asked.fingerprint).content
    texts = [text for named in asked.certificate for text in _texts(named)]
    whole = whole_chain([check_certificate_text(text, keys) for text in texts])
    for line in _lines(whole, keys.issue):
        print(line)
    return 0


def _texts(named: str) -> tuple[str, ...]:
    """The code itself, or the codes of a file, one a line. A blank at the end of a line belongs to no code."""
    if is_wedge_text(named):
        return (named,)
    try:
        text = read_brought(Path(named), _MOST_BYTES, "certificate").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeskError("certificate.unreadable", "certificate") from error
    return tuple(line for line in text.splitlines() if line.strip())


def _lines(whole: Certificate, issue: int) -> Iterator[str]:
    said, desk = whole.statement, whole.desk
    yield f"CHỮ KÝ ĐÚNG. Thiết bị {desk.device}, điểm {desk.point}, ký lúc {_clock(said.issued_s)}."
    yield f"Khóa theo danh sách khóa số {issue} của tỉnh."
    trip = f", chuyến thư {said.dispatch}" if said.dispatch else ""
    yield f"Bưu gửi {S10.parse(said.item).grouped}{trip}: {len(said.stations)} bước."
    for number, station in enumerate(said.stations, 1):
        yield f"{number:3}. {_step(station)}"


def _step(station: Station) -> str:
    giver = f"{_holder(station.giver)} → " if station.giver else ""
    seal = f" · niêm {station.seal}" if station.seal else ""
    proof = station.hash.hex()
    return (
        f"{_clock(station.at_s)}  {giver}{_holder(station.taker)}{seal} · sổ {station.event.text} · {proof}"
    )


def _holder(text: str) -> str:
    holder = Holder.parse(text)
    if holder.kind is HolderKind.PARTY:
        return _PARTIES.get(holder.name, holder.name)
    return _HOLDERS[holder.kind].format(name=holder.name, point=holder.point)


def _clock(at_s: int) -> str:
    return f"{datetime.fromtimestamp(at_s, tz=UTC).astimezone(_VIETNAM):%H:%M:%S %d/%m/%Y}"
