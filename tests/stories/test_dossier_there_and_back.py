"""A dossier from a commune to its authority and back: one paper is missing at the re-count, is brought, and the result goes to a proxy.

Two desks of one province, each in a folder of its own, driven through their windows by keys, a card and a scanner. What one desk tells the
other goes over the paper of a dispatch and in bundles of dossiers; every paper is read back by tools that did not make it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.domain.case import CaseState
from kt1desk.domain.money import format_dong
from kt1desk.services.case_rows import CaseRow
from tests.support.story_custody_desks import PASSWORD, Made, Province, plug_in
from tests.support.story_custody_papers import paper_codes
from tests.support.story_custody_sending import Bag
from tests.support.story_dossier_desks import BUREAU, COMMUNE, Clerk, Road, Sent, says, send
from tests.support.story_dossiers import BY_CARD, CARD, AtDossiers, grouped
from tests.support.story_machines import machines
from tests.support.story_one_stop import Officer, typed
from tests.support.story_papers import codes_in
from tests.support.story_shift import close_the_shift

LAND, LAND_NAME = "cap doi giay chung nhan quyen su dung dat", "Cấp đổi Giấy chứng nhận quyền sử dụng đất"
LANDS_NAME = "Văn phòng đăng ký đất đai tỉnh Lạng Sơn"
MAP_AT, MAP = 3, "Mảnh trích đo bản đồ địa chính, nếu phải đo đạc"
"""The paper that will be missing, and its place in the list of the procedure."""
WEIGHT_G, SEAL = "95", "NP1234567"
COLLECTED_DONG, RECEIPT, ORDER = 50_000, "0001234", "UNC-77"
FLOAT_DONG = 1_000_000
MORE_SEAL, MORE_G = "NP7654321", 60
OUT, BACK, MORE, HOME = (
    Bag("TUI00003101", "NP0031011", "320"),
    Bag("TUI00000501", "NP0005011", "300"),
    Bag("TUI00003102", "NP0031012", "290"),
    Bag("TUI00003103", "NP0031013", "310"),
)
DRIVER, RETURNING = "Vi Văn Bánh", "Hà Văn Đường"
OFFICER = Officer("Chu Thị Ngân", "Chuyên viên")
DEMAND = "12/PBS"
FETCHER, FETCHER_CARD = (
    "Nông Văn Thay",
    ("020090000456||Nông Văn Thay|12031990|Nam|Khối 2, Na Sầm, Văn Lãng, Lạng Sơn|05042022"),
)
AUTHORISATION = "Số 15 ngày 20/11/2026"


@dataclass(frozen=True)
class Case:
    """A case as its papers call it: its number, its two covers, what was paid at the counter, the day it was accepted."""

    number: str
    there: str
    back: str
    paid_dong: int
    day: date

    @property
    def official(self) -> str:
        """The mã hồ sơ that the authority gives it."""
        return f"H37.10-{self.day:%y%m%d}-0005"

    @property
    def result_day(self) -> date:
        """On the authority's slip."""
        return self.day + timedelta(days=30)

    @property
    def last_day(self) -> date:
        """To bring what is missing."""
        return self.day + timedelta(days=9)


@pytest.fixture
def road(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture_folder: Path
) -> Iterator[Road]:
    commune, bureau = Province(tmp_path).desks(COMMUNE, BUREAU)
    with machines(tmp_path, monkeypatch) as counter:
        for each in (commune, bureau):
            plug_in(each, counter)
        yield Road(qapp, commune, bureau, counter, picture_folder, tmp_path)


def test_a_dossier_with_a_paper_missing_goes_to_its_authority_and_its_result_comes_back_to_a_proxy(
    road: Road,
) -> None:
    case, sent = _commune_accepts_and_sends(road)
    _bureau_takes_in(road, case, sent)
    _authority_wants_the_missing_paper(road, case)
    _commune_tells_the_applicant(road, case)
    more, more_dong, sent = _applicant_brings_it(road, case)
    sent = _bureau_hands_it_over_and_takes_the_result(road, case, more, sent)
    old, sent = _commune_gives_the_result_to_a_proxy(
        road, case, sent, FLOAT_DONG + case.paid_dong + more_dong
    )
    _bureau_gives_the_old_paper_back(road, case, old, sent)

    assert road.tell(road.bureau, road.commune, "het").startswith("mới nhận: ")
    here, there = (_known(made, case) for made in (road.commune, road.bureau))
    assert _story(here) == _story(there)
    assert (here.state, here.official) == (CaseState.DELIVERED, case.official)
    assert (here.results, here.delivered) == (1, 1)
    assert here.told_ms > 0
    assert (here.collected_dong, here.remitted_dong) == (COLLECTED_DONG, COLLECTED_DONG)
    for made in (road.commune, road.bureau):
        assert "Sổ nguyên vẹn" in made.do("verify")


# --- what happens ---------------------------------------------------------------------------------------------------------


def _commune_accepts_and_sends(road: Road) -> tuple[Case, Sent]:
    with road.at(road.commune, "1-commune", opens_shift=True) as clerk:
        paid_dong = _fill_in(clerk)
        number = AtDossiers(clerk.desk, clerk.counter).accept()
        labels, (slip,) = clerk.papers("nhan", 2), clerk.papers("phieu", 1)
        there, back = (codes_in(label)[0] for label in labels)
        year, month, day = (int(number.split("-")[1][at : at + 2]) for at in (0, 2, 4))
        case = Case(number, there, back, paid_dong, date(2000 + year, month, day))
        for item, label in ((there, labels[0]), (back, labels[1])):
            says(label, grouped(item), number, "1.012783", LANDS_NAME, BY_CARD.name)
        says(labels[0], f"{WEIGHT_G} g", SEAL)
        says(slip, f"{number} Đi {grouped(there)} Về {grouped(back)}", f"1.012783 – {LAND_NAME}", LANDS_NAME)
        says(slip, BY_CARD.name, f"ĐT {BY_CARD.phone}", f"{MAP_AT} {MAP} 1", f"Niêm phong số {SEAL}")
        says(slip, f"2. Thu hộ phí, lệ phí của cơ quan {format_dong(COLLECTED_DONG)}")
        says(slip, f"Tổng cộng {format_dong(paid_dong)}", f"Biên lai số {RECEIPT}")
        sent = send(clerk, BUREAU.point, OUT, DRIVER, there)
    assert all(BY_CARD.name not in text for text in says(sent.manifest))
    return case, sent


def _bureau_takes_in(road: Road, case: Case, sent: Sent) -> None:
    """The manifest is scanned from its picture, every cover confirmed; the case itself comes in a bundle."""
    with road.at(road.bureau, "2-bureau", opens_shift=True) as clerk:
        clerk.arrive(sent.number, paper_codes(sent.manifest), OUT, DRIVER, case.there)
    assert "chưa nhận được: 0, không nhận: 0" in road.tell(road.commune, road.bureau, "di")


def _authority_wants_the_missing_paper(road: Road, case: Case) -> None:
    with road.at(road.bureau, "3-bureau") as clerk:
        record = clerk.hand(case.there, OFFICER, missing=MAP_AT)
        (paper,) = clerk.papers("phieu", 1)
        clerk.register(case.there, case.official, case.result_day)
        clerk.ask_supplement(case.there, DEMAND, case.last_day, MAP_AT)
        assert clerk.papers("phieu", 1) == [paper], "the applicant's point prints his notice"
    both = says(paper, "BIÊN BẢN GIAO NHẬN HỒ SƠ", f"Số {record}", LANDS_NAME, OFFICER.name, OFFICER.position)
    says(paper, f"1 {grouped(case.there)} {MAP}: Thiếu giấy tờ", f"{SEAL}: nguyên")
    says(paper, "theo danh mục 3 giấy tờ, kiểm lại 2 giấy tờ; 1 khác biệt")
    assert len(both) == 2
    assert all(BY_CARD.name not in text for text in both)


def _commune_tells_the_applicant(road: Road, case: Case) -> None:
    assert "không nhận: 0" in road.tell(road.bureau, road.commune, "doi")
    with road.at(road.commune, "4-commune") as clerk:
        clerk.open_case(case.there, case.number)
        clerk.desk.keyboard.press("ctrl+l")
        clerk.said("Đang in thông báo")
        notice = clerk.papers("phieu", 3)[-1]
        clerk.desk.keyboard.press("ctrl+y")
        clerk.desk.until_focus("reasons")
        clerk.picture("telling")
        clerk.desk.keyboard.press("1")
        clerk.said("Đã ghi: người nộp đã được báo.")
        clerk.desk.idle()
    says(notice, "PHIẾU BÁO CỦA BƯU ĐIỆN", case.number, BY_CARD.name, LANDS_NAME, case.official)
    says(notice, "yêu cầu bổ sung", f"Số {DEMAND}, ngày {typed(case.day)}", f"1. {MAP}")
    says(notice, f"Nộp bổ sung trước hết ngày: {typed(case.last_day)}")


def _applicant_brings_it(road: Road, case: Case) -> tuple[str, int, Sent]:
    """Taken over, paid and sent; the authority's fee goes to it by transfer. Returns its label, and what its way costs."""
    with road.at(road.commune, "5-commune") as clerk:
        more, price_dong = clerk.bring(case.official, MORE_G, MORE_SEAL)
        label, slip = clerk.papers("nhan", 4)[-1], clerk.papers("phieu", 4)[-1]
        number = clerk.pass_on(LANDS_NAME, COLLECTED_DONG, ORDER)
        list_of_fees = clerk.papers("phieu", 5)[-1]
        sent = send(clerk, BUREAU.point, MORE, DRIVER, more)
    assert codes_in(label)[0] == more
    says(label, "BỔ SUNG HỒ SƠ", grouped(more), case.number, f"{MORE_G} g", MORE_SEAL)
    says(slip, "Bổ sung hồ sơ", grouped(more), f"1 {MAP} 1", f"Tổng cộng {format_dong(price_dong)}")
    says(list_of_fees, LANDS_NAME, number, f"Chứng từ số {ORDER}", case.number, RECEIPT)
    says(list_of_fees, format_dong(COLLECTED_DONG))
    return more, price_dong, sent


def _bureau_hands_it_over_and_takes_the_result(road: Road, case: Case, more: str, sent: Sent) -> Sent:
    road.tell(road.commune, road.bureau, "them")
    with road.at(road.bureau, "6-bureau") as clerk:
        clerk.arrive(sent.number, paper_codes(sent.manifest), MORE, DRIVER, more)
        record = clerk.hand(more, OFFICER)
        paper = clerk.papers("phieu", 2)[-1]
        book = clerk.take_results(OFFICER, case.back)
        signed = clerk.papers("phieu", 3)[-1]
        home = send(clerk, COMMUNE.point, BACK, RETURNING, case.back)
    says(paper, f"Số {record}", grouped(more), case.official, "Bổ sung: 1.012783", "Đủ, đúng", "0 khác biệt")
    says(signed, "SỔ GIAO NHẬN KẾT QUẢ", f"Số {book}", LANDS_NAME, OFFICER.name, "Đã nhận: 1 bì, 1 giấy tờ")
    says(signed, f"1 {case.official} {grouped(case.back)} {case.number}", BY_CARD.name, "thiếu: 0; thừa: 0")
    return home


def _commune_gives_the_result_to_a_proxy(
    road: Road, case: Case, sent: Sent, cash_dong: int
) -> tuple[str, Sent]:
    """An old paper comes back from him and goes on its way; the drawer has what the books say."""
    road.tell(road.bureau, road.commune, "ve")
    with road.at(road.commune, "7-commune") as clerk:
        clerk.arrive(sent.number, paper_codes(sent.manifest), BACK, RETURNING, case.back)
        old = clerk.give_to_proxy("luong thi mau", case.back, FETCHER_CARD, AUTHORISATION, withdrawn=1)
        receipt, label = clerk.papers("phieu", 7)[-1], clerk.papers("nhan", 6)[-1]
        home = send(clerk, BUREAU.point, HOME, DRIVER, old)
        close_the_shift(clerk.desk, cash_dong)
    assert codes_in(label)[0] == old
    says(label, "GIẤY TỜ THU HỒI", case.number, "1 tờ")
    both = says(receipt, "PHIẾU TRẢ KẾT QUẢ", case.number, case.official, f"Người được ủy quyền {FETCHER}")
    says(receipt, "4 số cuối 0456", AUTHORISATION, f"Người nộp hồ sơ {BY_CARD.name}", "1 Kết quả 1")
    says(receipt, f"Giấy tờ thu hồi chuyển về cơ quan trong bì {grouped(old)}")
    assert len(both) == 2
    assert all(FETCHER_CARD[:12] not in text and BY_CARD.number not in text for text in both)
    return old, home


def _bureau_gives_the_old_paper_back(road: Road, case: Case, old: str, sent: Sent) -> None:
    road.tell(road.commune, road.bureau, "thu-hoi")
    with road.at(road.bureau, "8-bureau") as clerk:
        clerk.arrive(sent.number, paper_codes(sent.manifest), HOME, DRIVER, old)
        record = clerk.hand(old, OFFICER)
        paper = clerk.papers("phieu", 5)[-1]
        assert "Đã trả" in clerk.open_case(case.back, case.number)
        close_the_shift(clerk.desk, FLOAT_DONG, road.bureau.seat.others[0].user, PASSWORD)
    says(paper, f"Số {record}", grouped(old), "Giấy tờ thu hồi: 1.012783", "Đủ, đúng")


# --- how -----------------------------------------------------------------------------------------------------------------


def _fill_in(clerk: Clerk) -> int:
    """A case of both ways by card, with a fee for the authority; returns what it all costs."""
    at = AtDossiers(clerk.desk, clerk.counter)
    desk, keys = clerk.desk, clerk.desk.keyboard
    at.come()
    at.procedure("3", LAND, LAND_NAME)
    at.all_papers()
    at.scan(CARD)
    desk.until_focus("phone")
    keys.enter(BY_CARD.phone)
    at.to_the_applicant()
    desk.until_focus("weight")
    keys.enter(WEIGHT_G)
    desk.until_focus("seal")
    at.scan(SEAL)
    desk.until_focus("exemption")
    keys.enter()
    desk.until_focus("collected")
    keys.enter(str(COLLECTED_DONG))
    keys.enter(RECEIPT)
    keys.enter()
    desk.until_focus("save")
    return at.total_dong()


def _known(made: Made, case: Case) -> CaseRow:
    """The case as a desk has it."""
    with made.opened() as desk, desk.store.read() as reader:
        found = reader.case(case.number)
    assert found is not None
    return found


def _story(row: CaseRow) -> tuple[object, ...]:
    """What two points must say alike: numbers, days, state, and how it went."""
    said = (
        row.dossier,
        row.procedure,
        row.authority,
        row.state,
        row.since_ms,
        row.official,
        row.received_day,
    )
    told = (row.decided, row.told_ms, row.asked_until)
    return (*said, row.official_day, row.promised, *told, row.results, row.delivered)
