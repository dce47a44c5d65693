"""Records in memory for tests of the page alone: an item, one that was taken back, a correction, a case, a free number."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice, RecordView
from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State
from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope, Event, EventId, HybridTime, Moment, Stream
from kt1desk.domain.facts import Charge, Leg, Party, Sums
from kt1desk.services.case_journeys import CaseStation, CaseStory, CoverPlace
from kt1desk.services.case_rows import CaseRow, CoverRow
from kt1desk.services.journeys import Journey
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason
from kt1desk.services.records import (
    DossierRecord,
    EnteredAt,
    ItemRecord,
    LooseNumber,
    Record,
    TakenBack,
    Told,
)
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.rows import DossierRow
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN, item_row
from tests.support.journey_fakes import bag_journey, early_journey, journey, long_journey
from tests.support.setup_fakes import paper_row

ITEM = "ME473124829VN"
OLD, NEW = "ME473124815VN", "ME473124801VN"
SECRET = "ME473124792VN"
ENTERED = "ME473124903VN"
"""It was on paper first."""
BAG = "TUI00000052"
EARLY, LONG = "ME473124789VN", "ME473124775VN"
DOSSIER = "240000-261122-0-001"
LEGS = ("RX000000016VN", "RX000000020VN")
FREE = "ME473125005VN"
CLERK = "Hoàng Thị Lan"
HOUR_MS = 3_600_000
BACK = TakenBack(
    event=EventId(0, Stream.KT1, 1, 41),
    proof="9f3c 77d1 00ab",
    at_ms=NOW_MS - 4 * 60_000,
    reason=ReversalReason.CORRECTED.value,
    by=CLERK,
    paid=(("kt1", 16_500),),
    replaced_by=NEW,
)


def told(item: str, *, first_job: int = 1, **changes: object) -> Told:
    """What is told of an item whose label and receipt came out; `changes` name fields of `Told`."""
    papers = (
        paper_row(
            first_job + 1, item=item, role="receipt", template="kt1_receipt", evidence="transport_only"
        ),
        paper_row(first_job, item=item, role="label", template="kt1_label", evidence="scanned"),
    )
    return replace(Told(CLERK, papers, (("kt1", 16_500),), "", None), **changes)  # type: ignore[arg-type]


def item_record(number: str = ITEM, **changes: object) -> ItemRecord:
    """An item paid in cash; `changes` name fields of `ItemRecord`."""
    sender = Party(
        "a1", "Sở Nội vụ tỉnh Lạng Sơn", "Số 9 Hoàng Văn Thụ, phường Lương Văn Tri, tỉnh Lạng Sơn", "20"
    )
    receiver = Party("r1", "Ủy ban nhân dân xã Hữu Liên", "Thôn Là Ba, xã Hữu Liên, tỉnh Lạng Sơn", "20")
    charge = Charge("sample", "sample", (("base", 15_000),), 1_000, 1_500, 16_500)
    row = item_row(0, item=number, sender=sender, receiver=receiver, payment="cash", charge=charge)
    return replace(ItemRecord(row, told(number), "KT1", hidden=False), **changes)  # type: ignore[arg-type]


def taken_back(record: ItemRecord, back: TakenBack) -> ItemRecord:
    """The same, taken back."""
    row = replace(record.row, state="reversed")
    return replace(record, row=row, told=replace(record.told, back=back, refunds=()))


_LINES = (
    PaperLine("1", "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo mẫu", originals=1),
    PaperLine("2", "Bản gốc Giấy chứng nhận đã cấp", originals=1),
    PaperLine("3", "Văn bản của cơ quan có thẩm quyền cho phép thay đổi thông tin", certified=2),
    PaperLine("4", "Văn bản ủy quyền", presence=Presence.NOT_NEEDED),
    PaperLine("5", "Chứng từ nộp nghĩa vụ tài chính", plain=1, electronic=2),
    PaperLine("x1", "Trích lục bản đồ địa chính", presence=Presence.MISSING),
)


def dossier_record() -> DossierRecord:
    """A case of two legs, five papers, three sums in cash."""
    legs = (
        Leg(LEGS[0], "send", "noi_huyen", 320, 26_500, 0, "2026-11-24"),
        Leg(LEGS[1], "return", "noi_huyen", 100, 26_000, 0, "2026-12-02"),
    )
    row = DossierRow(
        dossier=DOSSIER,
        event=EventId(0, Stream.COUNTER, 1, 212),
        proof="5d0e c3a9 1b44",
        form="both",
        procedure="1.004227",
        procedure_name=(
            "Thủ tục đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do thay đổi thông tin"
            " về người được cấp Giấy chứng nhận"
        ),
        procedure_version="2026-01-01",
        authority="LS-05983-TTHCC",
        authority_name="Trung tâm Phục vụ hành chính công phường Lương Văn Tri",
        legs=legs,
        sums=Sums(52_500, 100_000, 5_000),
        accepted_ms=NOW_MS - 40 * 60_000,
        promised="2026-12-01",
        official="H37.10-261120-0005",
        shift="2026-11-22/2",
        user="lan",
        payment="cash",
        documents=7,
        applicant="Lương Thị Mẫu",
    )
    refunds = (("postage", 52_500), ("collected", 100_000), ("pass_on", 5_000))
    papers = (
        *(
            paper_row(at, item=leg, role="label", template="dossier_label", evidence="transport_only")
            for at, leg in ((33, LEGS[1]), (32, LEGS[0]))
        ),
        paper_row(
            31, "unknown", item=LEGS[0], role="receipt", template="dossier_slip", reason="print.interrupted"
        ),
    )
    return DossierRecord(row, Told(CLERK, papers, refunds, "", None), _LINES)


def _case_row(head: EventId) -> CaseRow:
    return CaseRow(
        dossier=DOSSIER,
        event=head,
        proof="9f3c 77d1 00ab",
        origin="240000",
        source=1,
        form="both",
        procedure="1.000656",
        procedure_name="Đăng ký khai tử",
        procedure_version="2026-01",
        authority="LS-UBLVT",
        authority_name="UBND phường Lương Văn Tri",
        state=CaseState.SUPPLEMENT,
        since_ms=NOW_MS - 20 * HOUR_MS,
        head=head,
        accepted_ms=NOW_MS - 70 * HOUR_MS,
        official="H37.24-261119-0042",
        official_day="2026-11-25",
        promised="2026-11-24",
        decided="supplement",
        told_ms=NOW_MS - 19 * HOUR_MS,
    )


def case_story() -> CaseStory:
    """A case whose authority asked for more after it had given its own day."""
    head = EventId(7, Stream.COUNTER, 1, 60)
    steps = (
        ("Nhận hồ sơ", "", 70),
        ("Giao cơ quan", "", 46),
        ("Cơ quan tiếp nhận", "", 44),
        ("Yêu cầu bổ sung", "", 20),
        ("Báo người nộp", "Điện thoại", 19),
    )
    case = _case_row(head)
    covers = (
        CoverPlace(CoverRow(LEGS[0], DOSSIER, "send", State.DELIVERED, "", "240100"), "Đã phát", "Đã giao"),
        CoverPlace(CoverRow(LEGS[1], DOSSIER, "supplement", State.STORED, "", "240000"), "Đã cất", CLERK),
    )
    return CaseStory(
        case,
        tuple(
            CaseStation(
                act,
                NOW_MS - ago * HOUR_MS,
                "240000",
                more,
                EventId(7, Stream.COUNTER, 1, 60 + at),
                "9f3c 77d1 00ab",
            )
            for at, (act, more, ago) in enumerate(steps)
        ),
        covers,
        official="25/11/2026, còn 2 ngày làm việc",
        provisional="24/11/2026, còn 1 ngày làm việc",
    )


@dataclass
class FakeRecords:
    """Remembers what it was asked to do. `refusal` is raised instead of doing it."""

    records: dict[str, Record] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    refusal: DeskError | None = None
    journeys: dict[str, Journey] = field(default_factory=dict)
    tells_story: bool = False

    @classmethod
    def full(cls) -> FakeRecords:
        """All the examples."""
        case, free = dossier_record(), LooseNumber(FREE, voided=False)
        hidden = item_record(SECRET)
        row = replace(hidden.row, sender=None, receiver=None, secrecy="C", urgency="express")
        old = taken_back(item_record(OLD), BACK)
        new = item_record(NEW, told=told(NEW, replaces=OLD))
        made: dict[str, Record] = {
            ITEM: item_record(),
            OLD: old,
            ENTERED: item_record(ENTERED, told=told(ENTERED, later=EnteredAt(NOW_MS, "Mất điện", "PT-0012"))),
            NEW: new,
            SECRET: replace(hidden, row=row, product="KT1 Hỏa tốc – C", hidden=True),
            DOSSIER: case,
            FREE: free,
        }
        journeys = {
            ITEM: journey(),
            SECRET: journey(SECRET),
            LONG: long_journey(LONG),
            EARLY: early_journey(),
            BAG: bag_journey(),
        }
        made[EARLY] = item_record(EARLY, left=True)
        away = item_record(LONG, left=True)
        made[LONG] = replace(away, row=replace(away.row, state="delivered"))
        return cls(made | dict.fromkeys((*LEGS, case.row.official), case), journeys=journeys)

    def find(self, text: str) -> RecordView:
        found = self.records.get(text.replace(" ", ""))
        if found is None and text.startswith("ME") and len(text) == 13:
            raise DeskError("number.check_digit", "number", expected="9", found="0")
        number = text.replace(" ", "")
        story = case_story() if number == DOSSIER and self.tells_story else None
        return RecordView(found, NOW_MS, OFFSET_MIN, self.journeys.get(number), story)

    def withdraw(self, record: Record, reason: ReversalReason) -> Event:
        self._do("withdraw", record.number, reason.value)
        assert isinstance(record, ItemRecord)
        slip = paper_row(9, "queued", item=record.number, role="receipt", template="reversal_slip")
        back = replace(BACK, reason=reason.value, replaced_by="")
        gone = taken_back(record, back)
        self.records[record.number] = replace(gone, told=replace(gone.told, papers=(slip, *gone.told.papers)))
        return _event()

    def void(self, number: str, reason: VoidReason) -> None:
        self._do("void", number, reason.value)
        self.records[number] = LooseNumber(number, voided=True)

    def certify(self, number: str) -> int:
        self._do("certify", number, "")
        return 2

    def identity_reasons(self) -> tuple[Choice, ...]:
        return (Choice("deliver", "Đối chiếu khi trả kết quả"), Choice("complaint", "Giải quyết khiếu nại"))

    def identity(self, dossier: str, reason: str) -> str:
        self._do("identity", dossier, reason)
        return "020190000123"

    def telling_ways(self) -> tuple[Choice, ...]:
        return (Choice("telephone", "Điện thoại"), Choice("message", "Tin nhắn"))

    def tell(self, dossier: str, way: str) -> None:
        self._do("tell", dossier, way)

    def print_notice(self, dossier: str) -> int:
        self._do("notice", dossier, "")
        return 1

    def print_again(self, job: int, reason: ReprintReason) -> None:
        self._do("reprint", str(job), reason.value)

    def _do(self, what: str, number: str, reason: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.asked.append((what, number, reason))


def _event() -> Event:
    moment = Moment(NOW_MS, OFFSET_MIN)
    envelope = Envelope(BACK.event, "item.reversed", 1, moment, HybridTime(NOW_MS), "boot", "lan")
    return Event(envelope, bytes(32), bytes(range(32)), envelope.encode(), b"{}")
