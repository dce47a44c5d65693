"""Procedures from tables: a whole catalogue; each line taken, there already, or refused at its column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ReferenceImported
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, ListedPaper, local_key
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.services.import_columns import PROCEDURE_COLUMNS
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.imports import ImportReport, Imports, ImportState
from kt1desk.services.list_report import IMPORT_TITLES, import_rows, import_summary
from kt1desk.services.sheets import Sheet
from tests.support.catalogues import CODE, SOURCES, WITHOUT_CODE, as_file, catalogue
from tests.support.desks import Counter
from tests.support.lists import events_of, import_outcomes, sheet

OWN_CODES = ("9.300001", "9.300002", "9.300003", "9.300004")
TAKEN, THERE, REFUSED = ImportState.TAKEN, ImportState.THERE, ImportState.REFUSED


def today(desk: Counter) -> date:
    return desk.shifts.proposed_date()


def procedures(desk: Counter, brought: Sheet, user: str = "chief") -> ImportReport:
    importer = ProcedureImporter(desk.reference, today(desk))
    return Imports(desk.store, desk.clock).take(desk.session(user), brought, importer)


def rows(*lines: dict[str, str]) -> Sheet:
    return sheet(*lines, layout=PROCEDURE_COLUMNS)


def one(**cells: str) -> dict[str, str]:
    return {"code": "1.999001", "name": "Thủ tục thử", "valid_from": "01/11/2026"} | cells


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()


@pytest.mark.parametrize("source", SOURCES)
def test_a_catalogue_comes_in_whole_with_a_report_and_a_second_time_as_a_repeat(
    quiet_desk: Counter, tmp_path: Path, source: str
) -> None:
    lines = catalogue(source)
    brought = read_sheet(as_file(lines, tmp_path / "danh-muc.csv"), PROCEDURE_COLUMNS)
    as_workbook = read_sheet(as_file(lines, tmp_path / "danh-muc.xlsx"), PROCEDURE_COLUMNS)

    report = procedures(quiet_desk, brought)
    before = events(quiet_desk)
    again = procedures(quiet_desk, as_workbook)

    remarked = [line for line in report.lines if line.reason is not None]
    assert [line.state for line in report.lines] == [TAKEN] * len(lines)
    assert [line.line for line in remarked] == [
        read.number for read, line in zip(brought.lines, lines, strict=True) if not line.get(CODE)
    ]
    assert len(remarked) == WITHOUT_CODE[source]
    assert {(key[:3], *said) for _, _, key, *said in import_rows(report) if any(said)} == {
        ("KM-", "Mã thủ tục", "Chưa có mã trong nguồn, nhận theo tên.")
    }
    assert [(line.state, line.key, line.reason is None) for line in again.lines] == [
        (THERE, line.key, line.reason is None) for line in report.lines
    ]
    assert events(quiet_desk) == before


def test_every_shape_of_our_own_catalogue_is_kept_as_it_is_meant(quiet_desk: Counter, tmp_path: Path) -> None:
    brought = read_sheet(as_file(catalogue("own"), tmp_path / "danh-muc.csv"), PROCEDURE_COLUMNS)

    procedures(quiet_desk, brought)

    with quiet_desk.store.read() as reader:
        made = {code: reader.procedure(code, today(quiet_desk)) for code in OWN_CODES}
        nameless = reader.procedure(local_key("cap ban sao GIA PHẢ dòng họ"), today(quiet_desk))
    assert nameless is not None
    assert nameless.name == "Cấp bản sao gia phả dòng họ"
    assert [row.name if row else "" for row in made.values()][:2] == [
        "Đăng ký giống hồng Bảo Lâm",
        "Giới thiệu nghệ nhân hát then",
    ]
    longest, cases = made["9.300003"], made["9.300004"]
    assert longest is not None
    assert cases is not None
    assert (len(longest.name) > 1_000, longest.name[-7:], len(longest.papers)) == (True, "đợt hai", 94)
    assert longest.channels == ()
    assert [paper.group for paper in cases.papers] == ["Hộ gia đình", "Hợp tác xã", "Chung"]
    assert cases.channel(Channel.POST) == ChannelRule(Channel.POST, None, DurationUnit.SAME_DAY, 0)


def test_a_procedure_without_a_code_is_told_from_another_by_its_name_alone(quiet_desk: Counter) -> None:
    report = procedures(
        quiet_desk, rows(one(code=""), one(code="", name="THỦ TỤC THỬ"), one(code="", name="Khác"))
    )

    assert import_outcomes(report) == [
        (2, TAKEN, "import.no_code"),
        (3, REFUSED, "import.twice"),
        (4, TAKEN, "import.no_code"),
    ]


def test_the_journal_keeps_who_brought_how_much_of_which_file(quiet_desk: Counter) -> None:
    brought = rows(one(), one(code="x"))

    procedures(quiet_desk, brought)

    written_down = events_of(quiet_desk, ReferenceImported.TYPE)
    assert [event.body() for event in written_down] == [
        {"kind": "procedures", "refused": 1, "sha256": brought.digest, "taken": 1}
    ]
    assert written_down[0].envelope.actor == "chief"


def test_the_same_catalogue_again_changes_nothing(quiet_desk: Counter) -> None:
    procedures(quiet_desk, rows(one(), one(code="1.999002")))
    before = events(quiet_desk)

    again = procedures(quiet_desk, rows(one(), one(code="1.999002")))

    assert import_outcomes(again) == [(2, THERE, ""), (3, THERE, "")]
    assert events(quiet_desk) == before


def test_a_line_without_a_day_is_in_force_from_today_and_comes_twice_as_one(quiet_desk: Counter) -> None:
    first = procedures(quiet_desk, rows(one(valid_from="")))
    quiet_desk.clock.pass_ms(24 * 3_600_000)

    again = procedures(quiet_desk, rows(one(valid_from="")))

    assert (import_outcomes(first), import_outcomes(again)) == ([(2, TAKEN, "")], [(2, THERE, "")])


def test_the_longest_published_name_is_kept_whole(quiet_desk: Counter) -> None:
    name = ("Xác định lại mức độ khuyết tật " * 40)[:1_094].strip()

    procedures(quiet_desk, rows(one(name=name)))

    with quiet_desk.store.read() as reader:
        kept = reader.procedure("1.999001", today(quiet_desk))
    assert kept is not None
    assert kept.name == name


def test_every_cell_of_a_procedure_has_its_place(quiet_desk: Counter) -> None:
    papers = "Tờ khai | 1\nHộ khẩu | | 2 | chứng thực | Trường hợp thứ nhất\nẢnh"
    line = one(
        field="Hộ tịch",
        level="xã",
        authorities="XA-TTHCC; LS-STP",
        decision="163/QĐ-BTP",
        may_send="có",
        may_return="không",
        post_duration="5 ngày làm việc",
        post_fee="8.000 đ",
        online_duration="3",
        direct_duration="trong ngày",
        direct_fee="miễn phí",
        paper=papers,
        confirmed="x",
        source="Cổng DVC",
    )

    report = procedures(quiet_desk, rows(line))

    with quiet_desk.store.read() as reader:
        made = reader.procedure("1.999001", today(quiet_desk))
    assert import_outcomes(report) == [(2, TAKEN, "")]
    assert made is not None
    assert made.authorities == ("XA-TTHCC", "LS-STP")
    assert (made.may_send, made.may_return, made.status) == (True, False, Status.CONFIRMED)
    assert made.channel(Channel.POST) == ChannelRule(Channel.POST, 5, DurationUnit.WORKING_DAY, 8_000)
    assert made.channel(Channel.ONLINE) == ChannelRule(Channel.ONLINE, 3)
    assert made.channel(Channel.DIRECT) == ChannelRule(Channel.DIRECT, None, DurationUnit.SAME_DAY, 0)
    assert made.papers == (
        ListedPaper("1", "Tờ khai", originals=1),
        ListedPaper("2", "Hộ khẩu", "Trường hợp thứ nhất", copies=2, certified=True),
        ListedPaper("3", "Ảnh"),
    )


def test_papers_may_stand_in_numbered_columns_too(quiet_desk: Counter) -> None:
    procedures(quiet_desk, rows(one(**{"paper 2": "Hai | 1", "paper 10": "Mười", "paper 1": "Một"})))

    with quiet_desk.store.read() as reader:
        made = reader.procedure("1.999001", today(quiet_desk))
    assert made is not None
    assert [paper.name for paper in made.papers] == ["Một", "Hai", "Mười"]


def test_what_a_line_does_not_say_stays_unknown(quiet_desk: Counter) -> None:
    procedures(quiet_desk, rows(one()))

    with quiet_desk.store.read() as reader:
        made = reader.procedure("1.999001", today(quiet_desk))
    assert made is not None
    assert (made.may_send, made.may_return, made.channels, made.papers) == (None, None, (), ())
    assert made.status is Status.SAMPLE


@pytest.mark.parametrize(
    ("cells", "code", "title"),
    [
        ({"code": "1.99"}, "dossier.procedure_code", "Mã thủ tục"),
        ({"code": "", "name": ""}, "text.empty", "Tên thủ tục"),
        ({"name": ""}, "text.empty", "Tên thủ tục"),
        ({"name": "Thủ tục 😀"}, "text.bad_character", "Tên thủ tục"),
        ({"authorities": "Sở Không Có"}, "import.authority_unknown", "Cơ quan tiếp nhận"),
        ({"may_send": "tùy"}, "batch.yes_no", "Gửi qua bưu chính"),
        ({"post_duration": "vài ngày"}, "import.duration_shape", "Thời hạn bưu chính"),
        ({"post_fee": "tùy"}, "batch.amount_shape", "Phí bưu chính"),
        ({"valid_from": "31/02/2026"}, "batch.day_shape", "Có hiệu lực từ"),
        ({"paper": "Tờ khai | một"}, "import.paper_shape", "Giấy tờ"),
        ({"paper 3": "| 1"}, "import.paper_shape", "Giấy tờ 3"),
        ({"paper": "a | 1 | 1 | có | nhóm | thừa"}, "import.paper_shape", "Giấy tờ"),
        ({"paper": "\n".join(["a"] * 201)}, "import.too_many_papers", "Giấy tờ"),
    ],
)
def test_a_bad_cell_refuses_its_line_and_nothing_is_written(
    quiet_desk: Counter, cells: dict[str, str], code: str, title: str
) -> None:
    before = events(quiet_desk)

    report = procedures(quiet_desk, rows(one(**cells)))

    assert [(line.state, line.reason.code if line.reason else "", line.place) for line in report.lines] == [
        (REFUSED, code, title)
    ]
    assert events(quiet_desk) == before


def test_a_version_that_is_there_is_never_replaced_by_other_contents(quiet_desk: Counter) -> None:
    procedures(quiet_desk, rows(one()))

    report = procedures(quiet_desk, rows(one(name="Tên khác"), one(name="Tên mới", valid_from="15/11/2026")))

    with quiet_desk.store.read() as reader:
        before = reader.procedure("1.999001", date(2026, 11, 14))
        after = reader.procedure("1.999001", date(2026, 11, 15))
    assert import_outcomes(report) == [(2, REFUSED, "import.version_differs"), (3, TAKEN, "")]
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Thủ tục thử", "Tên mới")
    assert import_rows(report)[0][4].startswith(
        "1.999001 đã có bản hiệu lực từ 01/11/2026 với nội dung khác."
    )


def test_a_procedure_that_stands_twice_in_a_file_is_one_or_is_refused(quiet_desk: Counter) -> None:
    report = procedures(quiet_desk, rows(one(), one(), one(name="Khác")))

    assert import_outcomes(report) == [(2, TAKEN, ""), (3, THERE, ""), (4, REFUSED, "import.twice")]
    assert import_summary(report) == ("Đã thêm: 1 dòng", "Đã có: 1 dòng", "Không nhận: 1 dòng")
    assert len(IMPORT_TITLES) == len(import_rows(report)[0])


def test_a_clerk_brings_no_catalogue_in(quiet_desk: Counter) -> None:
    with pytest.raises(DeskError) as caught:
        procedures(quiet_desk, rows(one()), user="clerk")

    assert (caught.value.code, caught.value.details["act"]) == ("user.not_allowed", "import_reference")
