"""Papers of custody that serve both services, as they are of dossiers, for the tests of the paper."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.bag_tag_paper import BagTagPaper, bag_tag_values
from kt1desk.services.handover_paper import HandoverPaper, HandoverThing, handover_values
from kt1desk.services.incident_paper import IncidentPaper, IncidentTold, incident_values
from kt1desk.services.manifest_paper import (
    ManifestItem,
    ManifestPaper,
    ManifestReceptacle,
    manifest_values,
)
from kt1desk.services.round_paper import RoundItem, RoundPaper, round_values
from tests.printing.case_samples import APPLICANT, HOUR_MS, LONG_NAME
from tests.printing.custody_samples import AT, bag_tag, head, incident, manifest
from tests.printing.samples import s10_numbers


def dossier_manifest(covers: int, parts: int = 0) -> ManifestPaper:
    """A dispatch of dossiers in two bags; the receiver is known and must not be printed."""
    numbers = s10_numbers(covers, 41)
    ways = ("Hồ sơ gửi cơ quan", "Kết quả trả người nộp", "Giấy hẹn trả người nộp")
    made = tuple(
        ManifestItem(number, Secrecy.NONE, Urgency.NONE, 80 + at, APPLICANT, ways[at % 3])
        for at, number in enumerate(numbers)
    )
    bags = tuple(
        ManifestReceptacle(f"TUI{at:08d}", f"NP{at:07d}", 2_400, len(made[at - 1 :: 2]), made[at - 1 :: 2])
        for at in (1, 2)
    )
    kt1 = manifest(1, parts)
    return replace(
        kt1, head=head("Bản kê giao nhận hồ sơ TTHC"), receptacles=bags, service=Service.TTHC, dedicated=True
    )


def dossier_tag() -> BagTagPaper:
    """The tag of a bag of dossiers."""
    return replace(bag_tag(), urgency=Urgency.NONE, service=Service.TTHC)


def dossier_round(items: int) -> RoundPaper:
    """Results and slips that a postman brings."""
    made = tuple(
        RoundItem(
            number,
            Secrecy.NONE,
            Urgency.NONE,
            100,
            (APPLICANT, LONG_NAME)[at % 2],
            "Thôn Nà Lầu, xã Quốc Khánh, tỉnh Lạng Sơn",
            due_ms=AT.utc_ms + HOUR_MS,
            way=("Kết quả", "Giấy hẹn")[at % 2],
            phone="0912 345 678",
        )
        for at, number in enumerate(s10_numbers(items, 43))
    )
    return RoundPaper(
        head("Danh sách phát"), "PH240110-261122-7-2", "Vi Thị Xuân", "Tuyến 3", made, Service.TTHC
    )


def dossier_handover(things: int) -> HandoverPaper:
    """Covers and bags of dossiers that change hands."""
    numbers = s10_numbers(things, 47)
    made = tuple(
        HandoverThing("Túi", f"TUI{at:08d}", seal=f"NP{at:07d}", weight_g=2_400, item_count=12)
        if at % 4 == 3
        else HandoverThing("Bì hồ sơ", numbers[at], weight_g=120)
        for at in range(things)
    )
    return HandoverPaper(
        head("Phiếu chuyển giữ"), "Nông Văn Bình", "Vi Thị Xuân", "Giao ca", "Tủ hồ sơ 2", made, Service.TTHC
    )


def dossier_incident() -> IncidentPaper:
    """A broken seal of a bag of dossiers."""
    return replace(
        incident(Secrecy.NONE),
        service=Service.TTHC,
        dispatch="CT240110-261122-7-2",
        told=(IncidentTold("Trưởng bưu cục", "Nông Văn Bình", "Điện thoại", AT.utc_ms),),
        remedies=("Niêm phong lại bằng số mới NP0000099",),
    )


CUSTODY_OF_DOSSIERS = {
    "dossier manifest": ("manifest", manifest_values(dossier_manifest(11, 2))),
    "dossier manifest of 120": ("manifest", manifest_values(dossier_manifest(120, 3))),
    "dossier tag": ("bag_tag", bag_tag_values(dossier_tag())),
    "dossier round": ("round_list", round_values(dossier_round(9))),
    "dossier handover": ("handover_slip", handover_values(dossier_handover(6))),
    "dossier incident": ("incident_record", incident_values(dossier_incident())),
}
"""The papers of custody that serve both services, as they are of dossiers."""
