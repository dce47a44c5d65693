"""The makings of a preset dictionary: invented events of every type a desk writes, and the names that stand in most of them.

A dictionary is made once and kept for ever under its number: what was packed with it can only be unpacked with it. Number 1 was made by

    python -m kt1desk.sampling.dictionary resources/dictionaries/1.bin

What a later program makes of the same line is another one and gets another number. This module must not know who packs with it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kt1desk.config import reference_folder
from kt1desk.domain.events import (
    GENESIS,
    SALT_BYTES,
    Envelope,
    EventId,
    HybridTime,
    Moment,
    Particulars,
    seal,
)
from kt1desk.domain.facts import Fact, Party
from kt1desk.domain.reference import Commune
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.wire import encode_follower
from kt1desk.sampling.dictionary_events import EVENTS, LANG_SON, NOON_MS
from kt1desk.store.reference_files import load_reference

LARGEST_BYTES = 32_768
"""What DEFLATE looks back (RFC 1951); what stands last is nearest and costs least."""

_HEADS = ("Ủy ban nhân dân", "Đảng ủy", "Công an")
_OFFICES = (
    "Văn phòng Tỉnh ủy",
    "Ban Tổ chức Tỉnh ủy",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Ban Nội chính Tỉnh ủy",
    "Văn phòng Ủy ban nhân dân",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
    "Sở Nông nghiệp và Môi trường",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Khoa học và Công nghệ",
    "Sở Dân tộc và Tôn giáo",
    "Sở Công Thương",
    "Sở Xây dựng",
    "Sở Ngoại vụ",
    "Sở Tư pháp",
    "Sở Y tế",
    "Sở Nội vụ",
    "Sở Tài chính",
    "Thanh tra",
    "Công an",
    "Bộ Chỉ huy Quân sự",
    "Viện kiểm sát nhân dân",
    "Tòa án nhân dân",
    "Trung tâm Phục vụ hành chính công",
)
"""Offices that every province has since 2025."""


def dictionary() -> bytes:
    """The bytes of a dictionary, as this program makes it.

    Raises:
        DeskError: ``reference.*``.
    """
    communes = load_reference(reference_folder(), None).communes
    names = b"".join(_parties(communes))
    events = b"".join(_encoded(fact, beside) for fact, beside in EVENTS)
    return (names + events)[-LARGEST_BYTES:]


def main(arguments: Sequence[str]) -> None:
    """Write it to a new file.

    Raises:
        DeskError: ``province.out_exists``.
    """
    write_new(Path(arguments[0]), dictionary(), taken="province.out_exists")


def _parties(communes: Iterable[Commune]) -> Iterator[bytes]:
    for commune in communes:
        if commune.province == LANG_SON:
            whole = f"{commune.kind} {commune.name}"
            yield f'"address":"Thôn {commune.name}, {whole}","commune":"{commune.code}","name":"{_HEADS[0]} {whole}",'.encode()
    for office in _OFFICES:
        party = Party("LS-", f"{office} tỉnh Lạng Sơn", "Số 2, đường Hùng Vương, phường Đông Kinh", LANG_SON)
        yield "".join(f'"{name}":"{value}",' for name, value in sorted(party.fields().items())).encode()
    yield "".join(f'"name":"{head} xã ' for head in _HEADS).encode()


def _encoded(fact: Fact, beside: Mapping[str, Mapping[str, str]]) -> bytes:
    here = EventId(7, fact.STREAM, 1, 1_234)
    envelope = Envelope(
        id=here,
        type=fact.TYPE,
        version=fact.VERSION,
        happened=Moment(NOON_MS),
        hlc=HybridTime(NOON_MS, 0),
        boot="0f5a7e315b1c4d5e",
        actor="ha.hoang",
        second="son.ly",
        parents=(here, here),
    )
    rows = tuple(Particulars.make(slot, fields, bytes(SALT_BYTES)) for slot, fields in sorted(beside.items()))
    return encode_follower(seal(GENESIS, envelope, fact.body(), rows))


if __name__ == "__main__":
    main(sys.argv[1:])
