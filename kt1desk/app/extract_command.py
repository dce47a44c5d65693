"""`kt1desk verify --extract`: proves an extract of the security log, on any machine, without the desk and without a network.

    kt1desk verify --extract nhat-ky.kt1log [--keys danh-sach-khoa.json --fingerprint 1a2b-3c4d-…]

Without the province's list it says that the file is whole and by which key it was signed; with it, that the key is the desk's. This module
must not know how an extract is made.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.exchange.extract import Extract, read_extract, read_file
from kt1desk.exchange.key_list import KIND, prove_by_fingerprint
from kt1desk.services.audit_log import AuditKind
from kt1desk.services.shifts import local_date
from kt1desk.services.wording_audit import KIND_NAMES, SYSTEM, audit_words


def add_extract_options(verify: argparse.ArgumentParser) -> None:
    """What `verify` is told to prove an extract instead of a desk's books."""
    verify.add_argument(
        "--extract",
        type=Path,
        metavar="TỆP",
        help="kiểm tra tệp trích nhật ký an ninh; thêm --keys và --fingerprint để biết khóa ký là của bàn",
    )


def verify_extract(asked: argparse.Namespace) -> int:
    """Prove the file and print what is in it; returns 0.

    Raises:
        DeskError: ``extract.*``, ``key_list.*``, ``desk_file.fingerprint_*``.
    """
    found = read_extract(read_file(asked.extract))
    issue = _issue_with_key(found, asked) if asked.keys is not None else 0
    for line in _lines(found, issue):
        print(line)
    return 0


def _issue_with_key(found: Extract, asked: argparse.Namespace) -> int:
    """The number of the province's list, where the key is the desk's on the day of the extract."""
    keys = prove_by_fingerprint(KIND.read(asked.keys), asked.fingerprint).content
    if keys.of_device(found.device, local_date(found.made)).sign_key != found.key:
        raise DeskError("extract.other_key", "extract", device=found.device)
    return keys.issue


def _lines(found: Extract, issue: int) -> Iterator[str]:
    trial = ", bàn dùng thử" if found.device == 0 else ""
    yield "TỆP NGUYÊN VẸN, CHỮ KÝ ĐÚNG."
    yield f"Thiết bị {found.device}, điểm {found.point}{trial}; {found.by} xuất lúc {_clock(found.made)}."
    if issue:
        yield f"Khóa ký là của bàn, theo danh sách khóa số {issue} của tỉnh."
    else:
        yield f"Khóa ký {found.key[:16]}… chưa đối chiếu: thêm --keys và --fingerprint."
    yield f"Trích: {'; '.join(_asked(found))}."
    (_, kt1), (_, counter) = (("KT1", found.heads[0]), ("quầy", found.heads[1]))
    yield f"Lúc ấy sổ KT1 đến {kt1[0] or 'chưa có'}, sổ quầy đến {counter[0] or 'chưa có'} ({counter[1][:12]})."
    ends = f", từ {found.events[0].id.text} đến {found.events[-1].id.text}" if found.events else ""
    yield f"{len(found.events)} dòng{ends}."
    for event in found.events:
        said, who = audit_words(event), event.envelope.actor
        at = _clock(event.envelope.happened)
        yield f"{at}  {SYSTEM if who == 'system' else who}  {said.what}: {said.more}  · {event.id.text} · {event.proof}"


def _asked(found: Extract) -> Iterator[str]:
    since_ms, until_ms, user, kind = found.asked
    offset = found.made.offset_min
    yield f"từ {_clock(Moment(since_ms, offset))}" if since_ms else "từ đầu"
    yield f"trước {_clock(Moment(until_ms, offset))}" if until_ms else "đến lúc xuất"
    yield f"của {user}" if user else "mọi người"
    yield KIND_NAMES[AuditKind(kind)].lower() if kind else "mọi việc"


def _clock(moment: Moment) -> str:
    local = datetime.fromtimestamp(moment.utc_ms // 1_000, tz=UTC) + timedelta(minutes=moment.offset_min)
    return f"{local:%H:%M:%S %d/%m/%Y}"
