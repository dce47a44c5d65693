"""A list of dossiers: its lines become the cases a clerk would have taken, each at its place refused otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.procedure import Procedure
from kt1desk.services.batch_dossiers import DossierTaker
from kt1desk.services.batches import Batch, Batches, LineState
from kt1desk.services.dossier_columns import DOSSIER_COLUMNS
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossier_lines import DossierLines
from kt1desk.services.dossier_paper_cell import papers_of
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.imports import Imports
from kt1desk.services.list_report import report_rows
from kt1desk.services.rows import DossierRow
from kt1desk.services.sheets import SheetLine
from tests.support.desks import Counter
from tests.support.dossiers import ANYWHERE, CENTRE, POSTABLE, SPANS_TWO
from tests.support.lists import SECRET, sheet


def case(**cells: str) -> dict[str, str]:
    """A line without anything wrong: both ways, one district."""
    whole = {
        "form": "Cả hai",
        "procedure": POSTABLE.code,
        "applicant_name": "Lương Thị Mẫu",
        "applicant_identity": "020190000123",
        "applicant_phone": "0912345678",
        "applicant_address": "Số 1 đường Thử Nghiệm",
        "applicant_commune": CENTRE,
        "authority": "LS-05983-TTHCC",
        "papers": "1: 1 bản chính; 2: 1 bản sao chứng thực; 3: không cần",
        "weight": "320",
    } | cells
    return {key: text for key, text in whole.items() if text}


def accepted(desk: Counter, *lines: dict[str, str]) -> Batch[DossierDraft]:
    batches = Batches(desk.store, DossierTaker(desk.store, desk.reference, desk.dossiers), SECRET)
    plan = batches.plan(desk.session(), sheet(*lines, layout=DOSSIER_COLUMNS))
    return batches.accept(desk.session(), plan, checked=True)


def outcomes(batch: Batch[DossierDraft]) -> list[tuple[LineState, str, str]]:
    return [(line.state, line.reason.code if line.reason else "", line.place) for line in batch.lines]


def row(desk: Counter, number: str) -> DossierRow:
    with desk.store.read() as reader:
        found = reader.dossier(number)
    assert found is not None
    return found


def test_a_line_becomes_the_case_a_clerk_would_have_taken(desk: Counter) -> None:
    batch = accepted(desk, case(collected="8.000", payment="tiền mặt"))

    assert outcomes(batch) == [(LineState.ACCEPTED, "", "")]
    taken = row(desk, batch.lines[0].number)
    assert (taken.form, taken.procedure, taken.documents) == ("both", POSTABLE.code, 2)
    assert (taken.sums.postage_dong, taken.sums.collected_dong) == (52_500, 8_000)
    assert batch.lines[0].total_dong == taken.sums.total_dong
    assert taken.applicant == "Lương Thị Mẫu"


def test_the_same_list_again_takes_nothing(desk: Counter) -> None:
    first = accepted(desk, case(), case(applicant_name="Hoàng Văn Mẫu"))

    again = accepted(desk, case(), case(applicant_name="Hoàng Văn Mẫu"))

    assert [line.state for line in again.lines] == [LineState.REPEAT] * 2
    assert [line.number for line in again.lines] == [line.number for line in first.lines]


def test_an_accepted_dossier_does_not_change_when_a_new_version_is_imported(desk: Counter) -> None:
    number = accepted(desk, case()).lines[0].number
    before = row(desk, number)
    today = desk.shifts.proposed_date()
    new = sheet(
        {"code": POSTABLE.code, "name": "Tên mới của thủ tục", "may_send": "không"}, layout=DOSSIER_COLUMNS
    )

    importer = ProcedureImporter(desk.reference, today)
    brought = replace(new, layout=importer.layout)
    Imports(desk.store, desk.clock).take(desk.session("chief"), brought, importer)
    later = accepted(desk, case(weight="100"))

    after = row(desk, number)
    assert after == before
    assert (after.procedure_name, after.procedure_version) == (POSTABLE.name, POSTABLE.version)
    assert outcomes(later) == [(LineState.REFUSED, "dossier.not_by_post", "Mã thủ tục")]


def drafted(desk: Counter, procedure: Procedure, commune: str) -> str:
    lines = DossierLines(desk.reference, desk.shifts.proposed_date(), "20")
    cells = case(procedure=procedure.code, authority="", applicant_commune=commune, papers="")
    return lines.draft(SheetLine(2, cells), procedure).authority


def test_an_empty_authority_is_the_only_one_that_procedure_and_commune_name(desk: Counter) -> None:
    of_any_commune = replace(ANYWHERE, authorities=("XA-TTHCC",))

    assert drafted(desk, of_any_commune, CENTRE) == f"LS-{CENTRE}-TTHCC"
    assert drafted(desk, POSTABLE, SPANS_TWO) == "LS-05983-TTHCC"


def test_an_empty_authority_stays_empty_where_several_may_receive_it_or_no_commune_says_which(
    desk: Counter,
) -> None:
    of_any_commune = replace(ANYWHERE, authorities=("XA-TTHCC",))

    assert drafted(desk, ANYWHERE, CENTRE) == ""
    assert drafted(desk, of_any_commune, "") == ""


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"procedure": ANYWHERE.code, "authority": ""}, "Ghi mã hoặc tên cơ quan vào ô này"),
        ({"papers": ""}, "Ghi «đủ» nếu đủ theo danh mục"),
        ({"papers": "1: 1 bản chính; 2: thiếu; 3: không cần"}, "nhận ở trang Nhận hồ sơ"),
    ],
)
def test_a_refusal_of_a_line_says_what_to_write_into_the_cell(
    desk: Counter, cells: dict[str, str], says: str
) -> None:
    batch = accepted(desk, case(**cells))

    *_, why = report_rows(batch)[0]
    assert says in why
    assert "Chọn" not in why


@pytest.mark.parametrize(
    ("cells", "code", "title"),
    [
        ({"form": "bay"}, "batch.form_unknown", "Hình thức"),
        ({"form": ""}, "dossier.form_missing", "Hình thức"),
        ({"procedure": "1.2"}, "dossier.procedure_code", "Mã thủ tục"),
        ({"procedure": "9.999999"}, "dossier.procedure_unknown", "Mã thủ tục"),
        ({"procedure": "9.100002"}, "dossier.not_by_post", "Mã thủ tục"),
        ({"applicant_name": ""}, "text.empty", "Người nộp"),
        ({"applicant_identity": "0201"}, "identity.shape", "Số định danh"),
        ({"applicant_identity": "", "applicant_tax_code": "0100233480"}, "identity.tax_code", "Mã số thuế"),
        ({"applicant_phone": ""}, "identity.phone_missing", "Điện thoại"),
        ({"applicant_address": ""}, "text.empty", "Địa chỉ"),
        ({"applicant_commune": "Xã Không Có"}, "import.commune_unknown", "Xã, phường"),
        ({"applicant_commune": SPANS_TWO}, "bcci.district_needed", "Huyện cũ"),
        ({"authority": "Sở Không Có"}, "batch.authority_unknown", "Cơ quan giải quyết"),
        ({"papers": "đủ"}, "batch.papers_say_each", "Giấy tờ"),
        ({"papers": "một ít"}, "batch.papers_shape", "Giấy tờ"),
        ({"papers": "1: 1 bản gì đó"}, "batch.papers_shape", "Giấy tờ"),
        ({"papers": "1: 1 bản chính; 2¹: không cần"}, "batch.papers_shape", "Giấy tờ"),
        ({"papers": f"{'9' * 5_000}: 1 bản chính"}, "batch.papers_shape", "Giấy tờ"),
        ({"papers": "1: 1 bản chính; 2: thiếu; 3: không cần"}, "dossier.paper_missing", "Giấy tờ"),
        ({"papers": "1: 1 bản chính"}, "dossier.papers_unanswered", "Giấy tờ"),
        ({"weight": "0.3"}, "batch.weight_shape", "Khối lượng (g)"),
        ({"weight": ""}, "dossier.weight_zero", "Khối lượng (g)"),
        ({"exemption": "người tốt"}, "batch.exemption_unknown", "Đối tượng miễn, giảm"),
        ({"exemption": "E04"}, "exemption.proof_missing", "Giấy chứng minh đối tượng"),
        ({"collected": "tám nghìn"}, "batch.amount_shape", "Phí thu hộ"),
        ({"payment": "ghi nợ"}, "batch.transfer_or_cash", "Thanh toán"),
        ({"delivery": "đâu đó"}, "batch.delivery_unknown", "Trả kết quả tại"),
        ({"send_number": "MX000000014VN"}, "number.other_service", "Số hiệu gửi"),
        ({"proxy_name": "Người Thay"}, "identity.missing", "Số định danh người nộp thay"),
    ],
)
def test_a_bad_cell_refuses_its_line_at_its_column_and_takes_nothing(
    desk: Counter, cells: dict[str, str], code: str, title: str
) -> None:
    batch = accepted(desk, case(**cells))

    assert outcomes(batch) == [(LineState.REFUSED, code, title)]
    with desk.store.read() as reader:
        assert reader.dossiers_here(10) == []


def test_papers_said_one_by_one_are_counted_and_others_are_added() -> None:
    lines = papers_of("1: 2 bản chính + 1 bản sao; 3: không cần\nĐơn: viết tay: 1 bản điện tử", POSTABLE)

    assert lines == (
        PaperLine("1", "Tờ khai theo mẫu", originals=2, plain=1),
        PaperLine("3", "Văn bản ủy quyền", presence=Presence.NOT_NEEDED),
        PaperLine("x1", "Đơn: viết tay", electronic=1),
    )


def test_enough_is_what_the_catalogue_counts() -> None:
    counted = replace(POSTABLE, papers=POSTABLE.papers[:2])

    assert papers_of("Đủ theo danh mục", counted) == (
        PaperLine("1", "Tờ khai theo mẫu", originals=1),
        PaperLine("2", "Bản sao giấy tờ chứng minh nơi cư trú", certified=1),
    )
