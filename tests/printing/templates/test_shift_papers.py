"""The report of a shift and the record of its cash: they fit, and poppler reads from them what was counted and asked."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kt1desk.domain.identifiers import number_at
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import check_fit, document_of
from kt1desk.printing.templates.shift_parts import COUNTED_ALONE, NOBODY_BESIDE
from kt1desk.services.wording_shift import ANSWERS, asked_words, grouped
from tests.printing.shift_samples import SHIFTS, shift_paper


def read(document: str, tmp_path: Path, copy: int = 1) -> str:
    """Every word of a document in the order of poppler, as one line."""
    name, values = SHIFTS[document]
    again = {"reprinted_at": "14:50 23/11/2026"} if copy > 1 else {}
    path = tmp_path / "paper.pdf"
    path.write_bytes(pages_pdf(document_of(name, 1, {**values, **again}, copy).pages))
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("document", SHIFTS)
def test_a_paper_of_a_shift_fits_and_its_code_is_read_back(document: str) -> None:
    name, values = SHIFTS[document]

    check_fit(name, 1, values)

    for page in document_of(name, 1, values).pages:
        check_decodes(page, rasterise(page, 203))


def test_the_report_says_cash_by_kind_questions_numbers_and_seals(tmp_path: Path) -> None:
    said = read("shift report", tmp_path)
    span = " – ".join(grouped(number_at("MX", serial).text) for serial in (4_731_248, 4_731_292))

    for text in (
        "BÁO CÁO KẾT CA", "KC240110-261122-7-2", "2 ngày 22/11/2026", "Vi Thanh Thủy", "Ký bằng mật khẩu tại bàn",
        "Cước KT1 6.450.000 120.000 6.330.000",
        "Phí, lệ phí thu hộ 1.250.000 0 1.250.000",
        "Dịch vụ khác tại quầy 500.000 2.780.000 -2.280.000",
        "Chi trả lương hưu, trợ cấp BHXH 31 0 2.780.000",
        "Bưu gửi KT1 41 12 15 0 36 2", "Hồ sơ, bì hồ sơ 18 4 9 7 0 0",
        "Không gồm dòng ghi rồi hủy trong ca: thu 185.000 đ, chi 185.000 đ.",
        "Ghi chú Bưu gửi vẫn ghi đứng tên người giao: làm bàn giao ở «Đang giữ».",
        f"MX {span} 41 1 3 958", "NP0000009",
        "Phải có theo sổ 8.284.250 đ", "Đếm được 8.274.200 đ", "Thiếu 10.050 đ", "Trả nhầm tiền thừa",
        "Còn 57 bản ghi chưa gửi về trung tâm. Gửi bằng tệp",
    ):  # fmt: skip
        assert text in said, text
    for asked, answer in shift_paper().asked:
        assert asked_words(asked).split(" ")[0] in said
        assert ANSWERS[answer] in said


def test_the_record_says_each_note_and_the_sum_in_words(tmp_path: Path) -> None:
    said = read("cash record", tmp_path, copy=2)

    for text in (
        "BIÊN BẢN KIỂM QUỸ", "500.000 12 6.000.000", "200 1 200", "2.000 7 14.000", "IN LẠI",
        "Không gồm dòng ghi rồi hủy trong ca: thu 185.000 đ, chi 185.000 đ.",
        "Đếm được 8.274.200 đ", "Tám triệu hai trăm bảy mươi tư nghìn hai trăm đồng", "Thiếu 10.050 đ",
    ):  # fmt: skip
        assert text in said, text


def test_who_closes_alone_leaves_a_place_for_who_reviews_it(tmp_path: Path) -> None:
    for document in ("shift report of one alone", "cash record of one alone"):
        said = read(document, tmp_path)

        assert NOBODY_BESIDE in said
        assert COUNTED_ALONE in said
        assert "Một mình, người khác xem lại sau" in said
        assert "Hai bên" not in said
        assert "Vi Thanh Thủy" not in said


def test_the_report_of_who_is_not_cleared_says_nothing_of_kt1_items(tmp_path: Path) -> None:
    said = read("shift report of dossiers", tmp_path)

    assert "Hồ sơ, bì hồ sơ 18 4 9 7 0 0" in said
    assert "Bưu gửi KT1" not in said
    assert "Ghi chú KT1 chưa kiểm: người kết ca chưa có quyền; người có quyền kiểm đầu ca sau." in said
    assert "MX" not in said
