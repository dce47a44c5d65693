"""The slip of a dossier: two liên, a list that goes on over sheets, three sums apart."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageChops

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import Page, Text
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import TEMPLATES, check_fit, document_of
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash, grouped_number
from tests.printing.dossier_samples import COMMON_SLIP, EVENT, SLIP, slip
from tests.printing.samples import said

_RESOURCES = Path(__file__).parents[3] / "resources"
_COUNTS = [1, 8, 25, 94]
_WIDE = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn"


def _part(values: dict[str, str], copy: int = 1) -> tuple[Page, ...]:
    return document_of("dossier_slip", 1, values, copy).parts[0]


def _refused(values: dict[str, str]) -> tuple[str, str]:
    with pytest.raises(DeskError) as refusal:
        check_fit("dossier_slip", 1, values)
    return refusal.value.code, refusal.value.field


def _words(pages: tuple[Page, ...]) -> list[str]:
    return [word for page in pages for text in said(page) for word in text.split()]


@pytest.mark.parametrize("paper", [(148, 210), (210, 297)], ids=["A5", "A4"])
@pytest.mark.parametrize("papers", _COUNTS)
def test_poppler_reads_every_word_of_every_sheet(papers: int, paper: tuple[int, int], tmp_path: Path) -> None:
    values = slip(papers)
    document = document_of("dossier_slip", 1, values)
    path = tmp_path / "slip.pdf"

    path.write_bytes(pages_pdf(document.sheets(*paper), 600))
    read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout.splitlines()

    assert sorted(read.split()) == sorted(_words(document.pages))
    assert {tuple(line.split()[-5:-2]) for line in fonts[2:]} == {("yes", "yes", "yes")}


@pytest.mark.parametrize("papers", [0, *_COUNTS])
def test_every_value_stands_on_each_part(papers: int) -> None:
    values = slip(papers)

    for part in document_of("dossier_slip", 1, values).parts:
        text = " ".join(_words(part))
        grouped = {"item", "send_item", "return_item", "event_hash", "trial"}
        if not papers:
            grouped |= {"note"}
        assert [key for key, value in values.items() if value not in text and key not in grouped] == []
        assert grouped_number(values["item"]) in text
        assert f"Đi {grouped_number(values['send_item'])}" in text
        assert f"Về {grouped_number(values['return_item'])}" in text
        assert grouped_hash(values["event_hash"]) in text


@pytest.mark.parametrize("papers", [1, 25])
def test_the_two_parts_are_equal_but_for_their_mark(papers: int) -> None:
    first, second = document_of("dossier_slip", 1, slip(papers)).parts

    for ours, theirs in zip(first, second, strict=True):
        marks = [text for text in ours.texts() if text.field == "mark"]
        apart = ImageChops.difference(
            rasterise(ours, 203).image().convert("L"), rasterise(theirs, 203).image().convert("L")
        ).getbbox()
        box = marks[0].box
        assert apart is not None
        assert len(marks) == 1
        assert apart[1] >= int(box.y * 203 / 25.4) - 1
        assert apart[3] <= int(box.bottom * 203 / 25.4) + 2
    assert "Liên 1: bưu điện lưu" in said(first[0])
    assert "Liên 2: giao người nộp" in said(second[0])


def test_a_list_of_ninety_four_papers_goes_on_with_its_head_and_every_number_once() -> None:
    pages = _part(slip(94))

    numbers = [
        int(text.text)
        for page in pages
        for text in page.texts()
        if text.field == "caption" and text.text.isdigit()
    ]
    assert numbers == list(range(1, 95))
    assert len(pages) > 3
    for at, page in enumerate(pages, start=1):
        texts = said(page)
        assert f"Trang {at}/{len(pages)}" in texts
        assert ("PHIẾU GỬI HỒ SƠ (tiếp theo)" in texts) == (at > 1)
        assert ("Tên giấy tờ" in texts) == any(text.field.startswith("paper_") for text in page.texts())
        assert ("Tổng cộng" in texts) == ("(ký, ghi rõ họ tên)" in texts) == (at == len(pages))


def test_money_and_signatures_are_never_torn_apart_whatever_the_length_of_the_list() -> None:
    for papers in range(16):
        pages = _part(slip(papers))

        signed = [page for page in pages if "Nhân viên bưu chính" in said(page)]
        assert signed == [pages[-1]]
        assert SLIP["total_amount"] in said(pages[-1])
        assert f"Ngày trả kết quả: {SLIP['promised']}" in " ".join(said(pages[-1]))


@pytest.mark.parametrize("papers", [1, 25])
def test_trial_mark_reference_and_reprint_stand_on_every_sheet(papers: int) -> None:
    trial = document_of("dossier_slip", 1, slip(papers, reprinted_at="14:50 22/11/2026"), 3).pages
    real = document_of("dossier_slip", 1, slip(papers, trial="")).pages

    assert all(TRIAL_TEXT in said(page) for page in trial)
    assert all("IN LẠI 2 14:50 22/11/2026" in said(page) for page in trial)
    assert all(f"{EVENT['event_ref']} · {grouped_hash(EVENT['event_hash'])}" in said(page) for page in trial)
    assert not any(TRIAL_TEXT in said(page) for page in real)
    assert not any(text.startswith("IN LẠI") for page in real for text in said(page))


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_codes_are_read_back_from_every_sheet_and_no_ink_lies_in_the_margin(dpi: int) -> None:
    for page in document_of("dossier_slip", 1, slip(12)).pages:
        raster = rasterise(page, dpi)

        check_decodes(page, raster)
        inked = ImageChops.invert(raster.image().convert("L")).getbbox()

        margin = int(page.margin_mm * dpi / 25.4) - 1
        assert inked is not None
        assert min(inked[0], inked[1]) >= margin
        assert raster.width_dots - inked[2] >= margin
        assert raster.height_dots - inked[3] >= margin
        assert f"{SLIP['item']} {EVENT['event_ref']}".encode() in [
            symbol.payload for symbol in page.symbols()
        ]


def test_a_missing_paper_says_so_instead_of_figures_and_why_it_goes_all_the_same() -> None:
    texts = said(_part(slip(4))[0])

    assert "Còn thiếu" in texts
    assert f"Còn thiếu giấy tờ, người nộp vẫn gửi. Lý do: {SLIP['insisted']}." in texts


def test_figures_stand_below_the_column_of_their_kind() -> None:
    page = _part(slip(2))[0]

    columns = {text.text: text.box for text in page.texts() if text.text.startswith("Bản ")}
    for field, caption in {
        "paper_1_originals": "Bản chính",
        "paper_1_certified": "Bản sao chứng thực",
        "paper_1_plain": "Bản sao",
        "paper_2_electronic": "Bản điện tử",
    }.items():
        figure = next(text for text in page.texts() if text.field == field)
        assert (figure.box.x, figure.box.w) == (columns[caption].x, columns[caption].w)


def test_who_only_fetches_a_result_signs_no_list_and_no_seal() -> None:
    listed = ("documents", "sets", "weight", "sealing", "witness", "insisted", "send_item")
    values = {key: text for key, text in SLIP.items() if key not in listed}

    (page,) = _part(values)

    texts = " ".join(said(page))
    assert "Tên giấy tờ" not in texts
    assert "niêm phong" not in texts
    assert "Người nộp" in texts


def test_three_sums_stand_apart_and_what_is_not_taken_says_so() -> None:
    values = {key: text for key, text in slip(1).items() if key not in {"collected_amount", "pass_on_amount"}}

    def sums(page: Page) -> list[str]:
        wanted = ("postage_amount", "collected_amount", "pass_on_amount", "total_amount")
        return [text.text for text in page.texts() if text.field in wanted]

    assert sums(_part(slip(1))[-1]) == ["52.500 đ", "100.000 đ", "11.000 đ", "163.500 đ"]
    assert sums(_part(values)[-1]) == ["52.500 đ", "Không thu", "Không thu", "163.500 đ"]


@pytest.mark.parametrize("papers", [1, 8])
def test_the_widest_texts_fit_before_the_commit(papers: int) -> None:
    long = {
        "applicant_name": "Công ty trách nhiệm hữu hạn một thành viên đầu tư, thương mại và dịch vụ vận tải Hoàng Phong Xứ Lạng",
        "applicant_address": f"{_WIDE}, thôn Nà Chuông, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
        "authority_name": _WIDE * 2,
        "authority_address": f"{_WIDE}, Số 2 đường Hoàng Văn Thụ, phường Lương Văn Tri, tỉnh Lạng Sơn",
        "procedure_name": ("Cấp giấy phép xây dựng mới " * 20)[:400],
        "proxy_name": "Nguyễn Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ",
        "witness": "Nguyễn Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ",
        "number": "240110-261122-12345-123456",
        "point": "Bưu điện – Văn hóa xã Hoàng Văn Thụ và Thiện Thuật – 240110",
        **{f"paper_{n}_name": ("Giấy chứng nhận quyền sử dụng đất " * 5)[:160] for n in range(1, papers + 1)},
    }
    uncommitted = {key: text for key, text in slip(papers, **long).items() if key not in EVENT}

    check_fit("dossier_slip", 1, uncommitted)

    widest = {**uncommitted, **TEMPLATES["dossier_slip", 1].widest, "reprinted_at": "00:00 00/00/0000"}
    for page in document_of("dossier_slip", 1, widest, 99).pages:
        check_decodes(page, rasterise(page, 203))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"paper_3_name": "giấy chứng nhận " * 30}, "paper.text_does_not_fit", "paper_3_name"),
        ({"paper_3_name": "giấy \u200e khai"}, "paper.character_not_printable", "paper_3_name"),
        ({"paper_3_originals": "100000000000"}, "paper.text_does_not_fit", "paper_3_originals"),
        ({"applicant_name": "Hoàng Thị Nguyệt " * 20}, "paper.text_does_not_fit", "applicant_name"),
        ({"item": ""}, "paper.barcode_value", "barcode"),
        ({"paper_9_name": "sau một chỗ trống"}, "paper.value_unknown", "paper_9_name"),
        ({"paper_3_orignals": "1"}, "paper.value_unknown", "paper_3_orignals"),
        ({"paper_6_plain": "1"}, "paper.value_missing", "paper_6_name"),
        ({"qr": "x"}, "paper.value_unknown", "qr"),
    ],
)
def test_what_cannot_stand_on_the_slip_is_refused_by_name(
    change: dict[str, str], code: str, field: str
) -> None:
    assert _refused(slip(5, **change)) == (code, field)


def test_every_procedure_the_desk_ships_with_fits_with_all_its_papers() -> None:
    rows = json.loads((_RESOURCES / "reference" / "procedures.json").read_text("utf-8"))["rows"]

    for row in rows:
        papers = {f"paper_{at}_name": paper["name"] for at, paper in enumerate(row["papers"], start=1)}
        check_fit(
            "dossier_slip",
            1,
            {**SLIP, "procedure_code": row["code"], "procedure_name": row["name"], **papers},
        )

    assert len(rows) >= 20


def test_up_to_six_papers_with_a_proxy_an_exemption_and_a_fee_take_one_sheet_for_each_part() -> None:
    rows = json.loads((_RESOURCES / "reference" / "procedures.json").read_text("utf-8"))["rows"]
    common = [row for row in rows if 0 < len(row["papers"]) <= 6]

    longer = []
    for row in common:
        papers = {f"paper_{at}_name": paper["name"] for at, paper in enumerate(row["papers"], start=1)}
        papers |= {f"paper_{at}_originals": "1" for at in range(1, len(row["papers"]) + 1)}
        names = {"procedure_code": row["code"], "procedure_name": row["name"]}
        if len(_part({**COMMON_SLIP, **names, **papers})) > 1:
            longer.append(row["code"])

    assert len(common) >= 20
    assert longer == []


def test_a_part_is_told_by_its_mark_and_the_mark_alone() -> None:
    first, second = document_of("dossier_slip", 1, slip(3)).parts

    unmarked = [
        tuple(
            replace(element, text="") if isinstance(element, Text) and element.field == "mark" else element
            for page in part
            for element in page.elements
        )
        for part in (first, second)
    ]

    assert unmarked[0] == unmarked[1]
    assert first != second
