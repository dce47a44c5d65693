"""What the lines of a brought list say under each kind of columns: KT1 items, dossiers, agencies, procedures, staff."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from kt1desk.domain.events import Moment
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.batch_lines import Kt1Lines
from kt1desk.services.dossier_lines import DossierLines
from kt1desk.services.import_agencies import AgencyImporter
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.import_staff import StaffImporter
from kt1desk.services.imports import Importer
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import SheetLine
from tests.fuzz.target import Layer, Target
from tests.support.exchange_keys import DAY, NOON_MS
from tests.support.reference import trial_reference


def _lines(read: Callable[[SheetLine], object]) -> Callable[[bytes], None]:
    """A line from JSON of texts by column; what is no such thing is no line."""

    def feed(data: bytes) -> None:
        try:
            made = json.loads(data)
        except (ValueError, RecursionError):
            return
        cells = made.items() if isinstance(made, dict) else ()
        # a grid holds texts without line ends at their ends, composed, and no others
        read(
            SheetLine(2, {key: text.strip() for key, text in cells if isinstance(text, str) and text.strip()})
        )

    return feed


def _imported(importer: Importer[object]) -> Callable[[bytes], None]:
    def read(line: SheetLine) -> None:
        row = importer.read(line, "danh-muc.csv")
        importer.key(row)
        importer.remark(row)

    return _lines(read)


def _line(**cells: str) -> Sequence[bytes]:
    return [json.dumps(cells, ensure_ascii=False).encode()]


@cache
def _reference() -> ReferenceData:
    """A few rows of each kind: holding a cell against all of them is of no other use."""
    whole = trial_reference()
    few = {part: getattr(whole, part)[:6] for part in ("agencies", "communes", "points")}
    taking = tuple(row for row in whole.authorities if row.receives_dossiers)[:6]
    return replace(
        whole,
        provinces=tuple(row for row in whole.provinces if row.code in {"20", "01"}),
        authorities=taking,
        **few,
    )


def _kt1() -> Callable[[bytes], None]:
    lines = Kt1Lines(_reference(), DAY, Moment(NOON_MS))

    def read(line: SheetLine) -> None:
        lines.draft(line)
        lines.named_person(line)

    return _lines(read)


def _dossier() -> Callable[[bytes], None]:
    lines = DossierLines(_reference(), DAY, "20")
    return _lines(lambda line: lines.draft(line, None))


def _agency() -> Callable[[bytes], None]:
    return _imported(cast(Importer[object], AgencyImporter(_reference(), DAY, "20")))


def _procedure() -> Callable[[bytes], None]:
    return _imported(cast(Importer[object], ProcedureImporter(_reference(), DAY)))


def _staff() -> Callable[[bytes], None]:
    return _imported(cast(Importer[object], StaffImporter(cast(Session, _Anyone()))))


def _lazily(make: Callable[[], Callable[[bytes], None]]) -> Callable[[bytes], None]:
    """A reader that is made when it is first fed: the reference data takes a while to read."""
    made = cache(make)

    def feed(data: bytes) -> None:
        made()(data)

    return feed


class _Anyone:
    """Whoever brings a table of staff."""

    actor = None


_KT1_LINE: Mapping[str, str] = {
    "sender": "BTC",
    "receiver": "Hoàng Văn Thụ",
    "receiver_address": "12 Chi Lăng",
    "receiver_province": "Lạng Sơn",
    "secrecy": "C",
    "urgency": "Hẹn giờ",
    "weight": "340 g",
    "pieces": "1",
    "agreed_time": "14:30",
    "agreed_day": "24/11/2026",
    "payment": "tiền mặt",
    "named_person": "x",
    "number": "ME473124829VN",
    "handed_by": "Lan",
    "handed_by_phone": "0912345678",
}
_DOSSIER_LINE: Mapping[str, str] = {
    "form": "Cả hai",
    "procedure": "1.004873",
    "applicant_name": "Nông Thị Lan",
    "applicant_identity": "020301004321",
    "applicant_phone": "0912 345 678",
    "applicant_address": "Khu An Ninh",
    "applicant_commune": "Tam Thanh",
    "authority": "LS-STC",
    "papers": "1: 1 bản chính; 2: không cần",
    "sets": "1",
    "weight": "120",
    "official_day": "2026-11-30",
    "collected": "50.000",
    "proxy_name": "Vi Văn An",
    "delivery": "tại nhà",
    "payment": "chuyển khoản",
}
_AGENCY_LINE: Mapping[str, str] = {
    "agency_id": "LS-SNV",
    "call_code": "SNV",
    "name": "Sở Nội vụ",
    "address": "2 Hùng Vương",
    "ground": "địa phương",
    "commune": "Tam Thanh",
    "province": "Lạng Sơn",
    "uses_kt1": "có",
    "point": "240000",
    "valid_from": "01/11/2026",
    "source": "CV 12",
    "confirmed": "x",
}
_PROCEDURE_LINE: Mapping[str, str] = {
    "code": "1.004873.000.00.00.H37",
    "name": "Đăng ký biện pháp bảo đảm",
    "field": "Đất đai",
    "level": "xã",
    "authorities": "LS-STC; LS-SNV",
    "post_duration": "12 ngày",
    "direct_fee": "20.000 đồng",
    "online_note": "trong ngày",
    "may_send": "có",
    "may_return": "không",
    "paper": "Đơn | 1 | 2 | chứng thực | Hộ gia đình\nSơ đồ | | 1",
    "valid_from": "2026-11-01",
    "confirmed": "",
}

TARGETS = (
    Target(
        "list_lines",
        (
            Layer("kt1", lambda: _line(**_KT1_LINE), _lazily(_kt1), tree=True),
            Layer("dossier", lambda: _line(**_DOSSIER_LINE), _lazily(_dossier), tree=True),
            Layer("agency", lambda: _line(**_AGENCY_LINE), _lazily(_agency), tree=True),
            Layer("procedure", lambda: _line(**_PROCEDURE_LINE), _lazily(_procedure), tree=True),
            Layer(
                "staff",
                lambda: _line(user="lan.be", name="Bế Thị Lan", roles="GDV; Kiểm soát viên"),
                _lazily(_staff),
                tree=True,
            ),
        ),
    ),
)
