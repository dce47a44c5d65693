"""A dossier both ways through the real window by keys, card and scale; its slip and its labels are read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.domain.money import dong_in_words, format_dong
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.services.ports import Reader
from kt1desk.services.rows import DossierRow, PaperRow
from tests.support.story import options_at, running
from tests.support.story_dossiers import (
    BY_CARD,
    CARD,
    NAME,
    TAKER,
    USER,
    AtDossiers,
    Person,
    books,
    files,
    grouped,
    halves,
    open_the_shift,
    prepare,
    verified,
)
from tests.support.story_machines import machines
from tests.support.story_papers import codes_on, page_sizes, page_texts, printed_labels
from tests.support.story_shift import close_the_shift

FETCHER = Person("020090000456", "Nông Văn Thay", "0987654321", "", "")
AUTHORISATION = "Số 15 ngày 20/11/2026"
LAND, LAND_NAME = "cap doi giay chung nhan quyen su dung dat", "Cấp đổi Giấy chứng nhận quyền sử dụng đất"
ON_THE_SCALE = b"ST,GS,+  0.095kg\r\n"
SEAL, PROOF, RECEIPT = "NP1234567", "TB-0123", "0001234"
COLLECTED_DONG = 50_000
"""The authority's fee in the story; the page says that the catalogue names another."""
FLOAT_DONG = 1_000_000
A5 = (148, 210)
MARKS = ("Liên 1: bưu điện lưu", "Liên 2: giao người nộp")


def test_a_dossier_by_card_goes_both_ways_and_its_papers_say_what_the_books_say(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = options_at(tmp_path, trial=True)
    with machines(tmp_path, monkeypatch) as counter:
        prepare(options, counter)
        with running(qapp, options) as desk:
            clerk = AtDossiers(desk, counter)
            desk.log_in(USER, TRIAL_PASSWORD)
            open_the_shift(desk)
            _begin_by_card(clerk)
            _cover_and_money(clerk)
            shown_day, due_dong = desk.text("promise").split()[-1], clerk.total_dong()
            number = clerk.accept()
            clerk.printed(labels=2, papers=1)
            _prove_both_labels(clerk)
            close_the_shift(desk, FLOAT_DONG + due_dong, TAKER, TRIAL_PASSWORD)
        burnt = bytes(counter.printer.taken)

    case, papers, asked = books(options, lambda reader: _kept(reader, number))
    slip = files(options.papers)[0]  # the papers of the shift's end come after it
    pages = page_texts(slip)
    assert set(page_sizes(slip)) == {A5}
    for mark, sheets in zip(MARKS, halves(pages), strict=True):
        text = " ".join(sheets)
        assert all(mark in sheet for sheet in sheets)
        _slip_says(text, case, asked)
        assert f"Ngày trả kết quả: {shown_day} (dự kiến)" in text
    assert f"{date.fromisoformat(case.promised):%d/%m/%Y}" == shown_day
    assert case.sums.total_dong == due_dong
    _labels_say(burnt, case)
    assert {paper.state for paper in papers} == {JobState.DONE.value}
    assert [paper.evidence for paper in papers if paper.role == "label"] == [Evidence.SCANNED.value] * 2
    assert "Sổ nguyên vẹn" in verified(options)


# --- the hour ----------------------------------------------------------------------------------------------------------


def _begin_by_card(clerk: AtDossiers) -> None:
    """Procedure, papers, applicant by his card, and who came for him."""
    desk, keys = clerk.desk, clerk.desk.keyboard
    clerk.come()
    clerk.procedure("3", LAND, LAND_NAME)
    clerk.all_papers()
    clerk.scan(CARD)
    desk.until_focus("phone")
    assert (desk.text("name"), desk.text("commune")) == (BY_CARD.name, BY_CARD.commune)
    keys.enter(BY_CARD.phone)
    clerk.to_the_applicant()
    desk.until_focus("weight")
    keys.press("alt+t")
    desk.until_focus("proxy_identity")
    keys.enter(FETCHER.number)
    keys.say(FETCHER.name)
    keys.enter()
    keys.enter(FETCHER.phone)
    keys.say(AUTHORISATION)
    keys.enter()


def _cover_and_money(clerk: AtDossiers) -> None:
    """Weight from the scale, seal by the scanner, half the price for a proof, a fee for the authority."""
    desk, keys = clerk.desk, clerk.desk.keyboard
    clerk.weigh(ON_THE_SCALE, "95")
    clerk.scan(SEAL)
    desk.until_focus("exemption")
    keys.enter("thuong binh")
    desk.until_focus("proof")
    keys.enter(PROOF)
    keys.enter(str(COLLECTED_DONG))
    keys.enter(RECEIPT)
    keys.enter()
    desk.until_focus("save")


def _prove_both_labels(clerk: AtDossiers) -> None:
    """The clerk scans what came out of the printer."""
    for picture in printed_labels(bytes(clerk.counter.printer.taken)):
        whole = max(codes_on(picture), key=len)
        clerk.desk.keyboard.press("alt+Home", "F3")
        clerk.scan(whole)
        clerk.desk.until_text("search_note", "Nhãn đã in đúng")


# --- what is left of it --------------------------------------------------------------------------------------------------


def _kept(reader: Reader, number: str) -> tuple[DossierRow, list[PaperRow], list[str]]:
    """The case, the papers printed for it, and the names of what its procedure asks for."""
    case = reader.dossier(number)
    assert case is not None
    procedure = reader.procedure(case.procedure, date.fromisoformat(case.shift.split("/")[0]))
    assert procedure is not None
    printed = [paper for leg in case.legs for paper in reader.papers(leg.item)]
    return case, printed, [paper.name for paper in procedure.papers]


def _slip_says(text: str, case: DossierRow, asked: list[str]) -> None:
    """One liên: numbers, people, the list of papers, the seal, three sums apart, both who sign."""
    there, back = case.legs
    sums = case.sums
    for said in (
        f"Số hồ sơ (do bưu điện cấp) {case.dossier} Đi {grouped(there.item)} Về {grouped(back.item)}",
        case.event.text,
        f"{BY_CARD.name} {BY_CARD.address}",
        f"ĐT {BY_CARD.phone}",
        f"Người nộp thay: {FETCHER.name}",
        f"giấy ủy quyền {AUTHORISATION}",
        f"1.012783 – {case.procedure_name}",
        case.authority_name,
        *(f"{at} {name}" for at, name in enumerate(asked, start=1)),
        f"Cộng {len(asked)} giấy tờ",
        f"Niêm phong số {SEAL}, người nộp chứng kiến: {FETCHER.name}",
        f"1. Cước bưu chính {format_dong(sums.postage_dong)}",
        f"2. Thu hộ phí, lệ phí của cơ quan {format_dong(COLLECTED_DONG)}",
        f"3. Cước chuyển nộp phí, lệ phí {format_dong(sums.pass_on_dong)}",
        f"Tổng cộng {format_dong(sums.total_dong)}",
        dong_in_words(sums.total_dong),
        f"Biên lai số {RECEIPT}",
        f"theo {PROOF}",
        f"Người nộp (ký, ghi rõ họ tên) {FETCHER.name}",
        f"Nhân viên bưu chính (ký, ghi rõ họ tên) {NAME}",
    ):
        assert said in text, text
    assert BY_CARD.number not in text
    assert FETCHER.number not in text
    assert [leg.price_dong for leg in case.legs] == [leg.reduced_dong for leg in case.legs]


def _labels_say(burnt: bytes, case: DossierRow) -> None:
    """One label for each leg, in the order of the way, read by a scanner that is not ours."""
    labels = printed_labels(burnt)
    assert [codes_on(label) for label in labels] == [
        [leg.item, f"{leg.item} {case.event.text}"] for leg in case.legs
    ]
