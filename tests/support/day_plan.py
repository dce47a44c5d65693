"""What a hundred customers bring in a day, drawn with a seed: letters and dossiers of every kind, and what disturbs the clerk meanwhile.

Nothing here knows a page: a case says what is typed into which input, in which order nobody cares, and what the books must hold afterwards.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from itertools import cycle

COUNTER_TIME = timezone(timedelta(hours=7))
SEED = 20_261_123

SENDERS = ("SNV", "STC", "HDND", "VPTU", "UBDK", "UBKL", "UBTK", "SNG", "BCHQ", "BDBP", "TAND", "VKS")
RECEIVERS = ("UBVL", "UBDD", "UBHL", "UBLB", "BNC", "UBKT", "BTC", "SYT", "SXD", "UBBS", "UBCH", "UBDL")
"""Call codes of the sample; the first are agencies that pay by the month."""
NAMES = (
    "Nông Thị Thuỳ Dương",
    "Hoàng Văn Ngữ",
    "Triệu Đình Phượng",
    "Lương Bảo Quỳnh",
    "Vy Thị Hường",
    "Đặng Hữu Thọ",
    "Bế Ngọc Ánh",
    "Lộc Vĩnh Kỷ",
)
OFFICES = (
    ("Trung tâm Lưu trữ lịch sử Cao Bằng", "cao bang", "04", "Số 12 phố Vườn Cam, phường Thục Phán"),
    ("Viện Khoa học kỹ thuật miền Bắc", "bac ninh", "24", "Ngõ 5 đường Ngô Gia Tự, phường Võ Cường"),
    ("Hội Chữ thập đỏ Ưng Hoà", "ha noi", "01", "Đường Trần Đăng Ninh, xã Vân Đình"),
    ("Trường Mẫu giáo Ánh Dương", "lang son", "20", "Khối 3 đường Lê Đại Hành, phường Đông Kinh"),
)
_PROVINCES = {"04": "Tỉnh Cao Bằng", "24": "Tỉnh Bắc Ninh", "01": "Thành phố Hà Nội", "20": "Tỉnh Lạng Sơn"}
"""What the program writes behind such an address."""
STREETS = ("Số 7 đường Bắc Sơn", "Ngõ 9 phố Muối", "Thôn Khuổi Ngươi", "Khối 8 đường Lê Lợi")
COPY, MERIT = "ban sao tu so goc", "than nhan nguoi co cong"
COPY_CODE, MERIT_CODE = "2.000908", "1.010833"


class Kind(StrEnum):
    """What is accepted."""

    KNOWN = "đã biết → đã biết"
    SAME = "như bì trước (F8)"
    LETTER = "ký hiệu A, B, C"
    TIMED = "hẹn giờ"
    OUTSIDE = "nơi nhận ngoài danh mục"
    ROLL = "số trên cuộn nhãn, quét 60 Hz"
    SENT = "hồ sơ đi"
    FETCHED = "hồ sơ về"
    BOTH = "hồ sơ đi và về"

    @property
    def is_dossier(self) -> bool:
        return self in {Kind.SENT, Kind.FETCHED, Kind.BOTH}


class Trouble(StrEnum):
    """What comes between."""

    NONE = "không"
    SLIP = "gõ nhầm, Backspace"
    ESCAPE = "gõ nhầm, Esc"
    BURST = "quét giữa chữ đang gõ"
    TRIP = "sang trang khác rồi về"
    CURTAIN = "F12 rồi mở lại"
    BACK = "rút lại ngay"


HUNDRED: Mapping[Kind, int] = {
    Kind.KNOWN: 22,
    Kind.SAME: 14,
    Kind.LETTER: 12,
    Kind.TIMED: 9,
    Kind.OUTSIDE: 12,
    Kind.ROLL: 10,
    Kind.SENT: 7,
    Kind.FETCHED: 7,
    Kind.BOTH: 7,
}
SHORT: Sequence[tuple[Kind, Trouble]] = (
    (Kind.KNOWN, Trouble.SLIP),
    (Kind.SAME, Trouble.CURTAIN),
    (Kind.OUTSIDE, Trouble.BURST),
    (Kind.TIMED, Trouble.TRIP),
    (Kind.LETTER, Trouble.ESCAPE),
    (Kind.ROLL, Trouble.BACK),
    (Kind.BOTH, Trouble.BURST),
    (Kind.SENT, Trouble.BACK),
    (Kind.FETCHED, Trouble.NONE),
)
_TROUBLES = (
    *(Trouble.NONE, Trouble.SLIP, Trouble.NONE, Trouble.BURST, Trouble.ESCAPE),
    *(Trouble.NONE, Trouble.TRIP, Trouble.BURST, Trouble.CURTAIN, Trouble.BACK),
)


_WITHOUT_LIST = frozenset({Kind.SAME, Kind.OUTSIDE, Kind.SENT, Kind.FETCHED, Kind.BOTH})
"""What is disturbed there has no list that Esc closes; Esc would leave the page."""


@dataclass(frozen=True)
class Case:
    """One customer.

    Attributes:
        kind, trouble: what is accepted, and what comes between.
        inputs: what is typed into which input; Enter goes to the next.
        number: the label of the roll that the scanner reads, "" for the next of the block.
        kept: what the books must say of it, by the names that `tests.support.day_books` gives.
    """

    kind: Kind
    trouble: Trouble
    inputs: Mapping[str, str]
    number: str = ""
    kept: Mapping[str, object] = field(default_factory=dict)


def short_day(labels: Sequence[str], covers: Sequence[str]) -> list[Case]:
    """One customer of almost each kind."""
    return _filled(SHORT, labels, covers)


def long_day(labels: Sequence[str], covers: Sequence[str]) -> list[Case]:
    """The hundred, mixed; the first is none that repeats the one before."""
    chance = random.Random(SEED)
    kinds = [kind for kind, count in HUNDRED.items() for _ in range(count)]
    chance.shuffle(kinds)
    first = kinds.index(Kind.KNOWN)
    kinds[0], kinds[first] = kinds[first], kinds[0]
    return _filled(list(zip(kinds, cycle(_TROUBLES), strict=False)), labels, covers)


def _filled(plan: Sequence[tuple[Kind, Trouble]], labels: Sequence[str], covers: Sequence[str]) -> list[Case]:
    """Cases with what is typed in them.

    Args:
        plan: kinds and troubles.
        labels: numbers of the roll for KT1.
        covers: numbers of the roll for dossiers.
    """
    chance = random.Random(SEED)
    made: list[Case] = []
    of_kt1, of_dossiers = iter(labels), iter(covers)
    last: Case | None = None
    for at, (kind, came) in enumerate(plan):
        trouble = Trouble.SLIP if came is Trouble.ESCAPE and kind in _WITHOUT_LIST else came
        if kind.is_dossier:
            made.append(_dossier(kind, trouble, at, chance, next(of_dossiers)))
            continue
        last = _item(kind, trouble, at, chance, last)
        if kind is Kind.ROLL or trouble is Trouble.BURST:
            number = next(of_kt1)
            last = replace(last, number=number, kept={**last.kept, "number": number})
        made.append(last)
    return made


def _item(kind: Kind, trouble: Trouble, at: int, chance: random.Random, last: Case | None) -> Case:
    weight = str(chance.randint(20, 9_000))
    if kind is Kind.SAME:
        assert last is not None, "nothing to repeat"
        again = {name: text for name, text in last.inputs.items() if name == "agreed"}
        same = {**last.kept, "weight": int(weight), "number": ""}  # who brought it, too
        return Case(kind, trouble, {**again, "weight": weight}, kept=same)
    sender, receiver = chance.choice(SENDERS), chance.choice(RECEIVERS)
    inputs = {"sender": sender.lower(), "receiver": receiver.lower(), "weight": weight}
    letter = "abc"[at % 3] if kind is Kind.LETTER else "0"
    inputs |= {"secrecy": letter, "urgency": "2" if at % 4 == 0 else "1"}
    kept: dict[str, object] = {
        "sender": sender,
        "receiver": receiver,
        "weight": int(weight),
        "secrecy": "none" if letter == "0" else letter.upper(),
        "urgency": "express" if at % 4 == 0 else "none",
        "agreed_ms": 0,
        "handed_by": "",
        "number": "",
    }
    if kind is Kind.TIMED:
        when = _tomorrow(at)
        inputs |= {"urgency": "3", "agreed": f"{when:%H:%M %d/%m/%Y}"}
        kept |= {"urgency": "timed", "agreed_ms": round(when.timestamp() * 1000)}
    if kind is Kind.OUTSIDE:
        name, fragment, province, address = OFFICES[at % len(OFFICES)]
        del inputs["receiver"]
        inputs |= {"other_name": name, "other_province": fragment, "other_address": address}
        kept |= {"receiver": (name, province, f"{address}, {_PROVINCES[province]}")}
    if kind in {Kind.OUTSIDE, Kind.ROLL} or at % 5 == 0:
        inputs["handed_by"] = NAMES[at % len(NAMES)]
        kept["handed_by"] = inputs["handed_by"]
    return Case(kind, trouble, inputs, kept=kept)


def _dossier(kind: Kind, trouble: Trouble, at: int, chance: random.Random, cover: str) -> Case:
    name, street = NAMES[at % len(NAMES)], STREETS[at % len(STREETS)]
    phone, identity = f"09{chance.randint(10_000_000, 99_999_999)}", f"0201850{at:05d}"
    form = {Kind.SENT: "1", Kind.FETCHED: "2", Kind.BOTH: "3"}[kind]
    weight = str(chance.randint(40, 900)) if kind is not Kind.FETCHED else ""
    merit = kind is not Kind.SENT
    official = f"000.00.12.H37-251120-{at:04d}" if kind is Kind.FETCHED else ""
    inputs = {
        "form": form,
        "procedure": MERIT if merit else COPY,
        "paper_table": "d",
        "identity": identity,
        "name": name,
        "phone": phone,
        "address": street,
        "commune": "ky lua",
        "district": "2",
        "authority": "hanh chinh cong luong van tri",
        "authority_district": "2",
        "official": official,
        "official_day": f"{_tomorrow(at):%d/%m/%Y}",
        "weight": weight,
    }
    kept = {
        "form": {"1": "send", "2": "return", "3": "both"}[form],
        "procedure": MERIT_CODE if merit else COPY_CODE,
        "identity": identity,
        "name": name,
        "phone": phone,
        "address": street,
        "official": official,
        "weight": int(weight or 0),
        "number": cover if trouble is Trouble.BURST else "",
    }
    number = cover if trouble is Trouble.BURST else ""
    return Case(kind, trouble, inputs, number, kept)


def _tomorrow(at: int) -> datetime:
    """An hour of duty of the day after tomorrow."""
    begin = datetime.now(COUNTER_TIME).replace(hour=8, minute=0, second=0, microsecond=0)
    return begin + timedelta(days=2, minutes=10 * (at % 40))
