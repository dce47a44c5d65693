"""Registers as views: what was done at the desk, line by line, by day and by words, for whoever may read it, with both times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import BlockGranted
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.later import Later
from kt1desk.domain.post_registers import ADOPTION
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Table
from kt1desk.exchange.sheets.report_files import report_csv, report_xlsx
from kt1desk.printing.templates.report import DRAFT, EXTRACT_TEXT, Printing, report_document
from kt1desk.printing.validation import validate
from kt1desk.services import register_views
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.ports import Appending
from kt1desk.services.register_views import VIEWS, Asked, RegisterViews, ViewPage
from kt1desk.store import journal_span, reader_registers, received_span
from kt1desk.store.journal_span import Span
from kt1desk.store.statements import Prepared
from tests.printing.samples import said
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.desks import ordinary
from tests.support.dossiers import PROCEDURES, ordinary_dossier
from tests.support.points import on_day

HOUR_MS = 3_600_000
_RECEIVED = "SEARCH received USING INDEX sqlite_autoindex_received_1 ({})"
_CHAIN = ("of_device", "of_stream", "of_incarnation")
_ASKED = ("of_number", "first", "last", "most", "from_seq", "to_seq", *_CHAIN)
TODAY = Period(date(2026, 11, 23), date(2026, 11, 23))
BUREAU = "240000"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeliveryDesk]:
    """A day's work: an item is given to its receiver, one with a letter is sent on, one was on paper first, one is damaged; a case."""
    with delivery_desk(tmp_path_factory.mktemp("views")) as made:
        at = made.at
        plain, secret = made.item(), made.item(secrecy=Secrecy.B)
        made.start(plain, secret)
        made.deliver(plain)
        made.attempt(secret)
        at.clock.pass_ms(2 * HOUR_MS)
        began_ms = at.clock.now().utc_ms - HOUR_MS
        late = at.accept(replace(ordinary(), later=Later(began_ms, "no_power", "PT-07"))).item
        made.incidents.open(at.session(), IncidentDraft("damaged", ThingKind.ITEM, late))
        at.send(at.pack(late, to=BUREAU).receptacle, to=BUREAU)
        with at.store.work() as work:
            work.append(BlockGranted("RC", 10_000, 12_000), Appending("system"))
            work.put_procedures(PROCEDURES)
            work.commit()
        at.accept_dossier(ordinary_dossier())
        yield made


def views(desk: DeliveryDesk) -> RegisterViews:
    return RegisterViews(desk.at.store, desk.at.reference, desk.at.clock)


def page(
    desk: DeliveryDesk, view: str, words: str = "", user: str = "clerk", days: Period = TODAY
) -> ViewPage:
    return views(desk).open(desk.at.session(user), Asked(view, days, words))


def column(found: ViewPage, code: str) -> list[object]:
    at = [each.code for each in found.view.whole].index(code)
    return [line.cells[at] for line in found.lines]


def test_the_day_of_the_test_is_the_day_of_the_desk() -> None:
    assert on_day() == TODAY.first


def test_what_left_the_point_stands_in_the_register_of_handing_document_by_document(
    desk: DeliveryDesk,
) -> None:
    found = page(desk, "handing")

    assert column(found, "way") == ["Giao", "Giao"]
    assert column(found, "kind") == ["Danh sách phát KT1", "Chuyến thư KT1"]
    assert column(found, "things") == [2, 1]
    assert column(found, "bags") == [None, 1]
    assert column(found, "second") == ["Hứa Văn Tuấn", "Vi Thanh Thủy"]


def test_the_book_of_deliveries_says_to_whom_and_why_not_and_hides_parties_of_letters(
    desk: DeliveryDesk,
) -> None:
    found = page(desk, "deliveries")

    assert column(found, "outcome") == ["Đã phát", "Không phát được lần 1"]
    assert column(found, "taker") == ["Nguyễn Thị Mai, Văn thư", ""]
    assert all(column(found, "receiver"))
    assert column(found, "reason")[1] != "closed"


def test_both_times_stand_on_every_line_of_what_was_entered_later(desk: DeliveryDesk) -> None:
    (line,) = page(desk, "later").lines
    names = [each.code for each in VIEWS["later"].whole]
    said = dict(zip(names, line.cells, strict=True))

    assert (said["time"], said["really_at"]) == ("14:00", "13:00")
    assert (said["reason"], said["sheet"]) == ("Mất điện", "PT-07")
    assert line.number == said["number"]


def test_a_case_stands_in_the_columns_of_the_form_of_the_one_stop_desk(desk: DeliveryDesk) -> None:
    found = page(desk, "cases")

    assert len(found.lines) == 1
    assert column(found, "applicant")[0]
    assert column(found, "handed") == [""]
    assert found.lines[0].number == column(found, "dossier")[0]


def test_an_incident_and_a_dispatch_have_their_lines(desk: DeliveryDesk) -> None:
    assert column(page(desk, "incidents"), "what") != ["damaged"]
    assert len(page(desk, "incidents").lines) == 1
    assert column(page(desk, "manifests"), "route") == ["DT1-05"]


def test_words_are_looked_for_without_diacritics_in_every_cell(desk: DeliveryDesk) -> None:
    assert column(page(desk, "handing", "chuyen thu"), "kind") == ["Chuyến thư KT1"]
    assert page(desk, "handing", "khong co gi nhu the").lines == ()


def test_other_days_have_other_lines(desk: DeliveryDesk) -> None:
    before = Period(date(2026, 11, 1), date(2026, 11, 22))

    assert all(not page(desk, code, days=before).lines for code, view in VIEWS.items() if view.tellings)


def test_agencies_that_sent_nothing_stand_with_reason_contact_and_mail_that_was_found(
    desk: DeliveryDesk,
) -> None:
    entry = {"agency": "LS-SYT", "ground": "b", "since": "2026-01-01", "uses": "no", "reason": "electronic"}
    desk.enter(ADOPTION, {**entry, "contacted_on": "2026-10-05"})
    desk.enter(ADOPTION, {**entry, "agency": "LS-SKHCN", "since": "2027-01-01"})
    desk.enter("found_mail", {"on": "2026-11-23", "agency": "LS-SYT", "count": "4"})
    found = page(desk, "not_using", user="chief")
    (line,) = page(desk, "not_using", "so y te", user="chief").lines

    agencies = column(found, "agency")
    assert line.cells[2:] == ("Chưa dùng", "Đã gửi qua hệ thống văn bản điện tử", "2026-10-05", 4)
    assert not any("Nội vụ tỉnh" in str(name) for name in agencies)
    assert not any("Khoa học" in str(name) for name in agencies)
    assert len(agencies) > 20


def test_who_sent_in_other_days_stands_among_them(desk: DeliveryDesk) -> None:
    before = Period(date(2026, 11, 1), date(2026, 11, 22))
    agencies = column(page(desk, "not_using", user="chief", days=before), "agency")

    assert any("Nội vụ tỉnh" in str(name) for name in agencies)


def test_who_is_not_cleared_reads_cases_and_nothing_of_items(desk: DeliveryDesk) -> None:
    session = desk.at.session("uncleared")

    assert {each.code for each in views(desk).readable(session)} == set(VIEWS) - {"not_using"}
    assert len(page(desk, "cases", user="uncleared").lines) == 1
    assert page(desk, "handing", user="uncleared").lines == ()
    assert not page(desk, "handing", user="uncleared").whole
    assert page(desk, "later", user="uncleared").lines == ()


def test_who_may_not_read_a_register_is_refused(desk: DeliveryDesk) -> None:
    with pytest.raises(DeskError) as caught:
        page(desk, "cases", user="postman")
    with pytest.raises(DeskError) as unknown:
        page(desk, "nothing")

    assert caught.value.code == "user.not_allowed"
    assert unknown.value.code == "register.unknown"


def test_a_book_of_too_many_lines_is_asked_for_in_parts(
    desk: DeliveryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_views, "MOST_LINES", 1)

    with pytest.raises(DeskError) as caught:
        page(desk, "deliveries")

    assert (caught.value.code, caught.value.details["limit"]) == ("register.too_many", 1)


def test_the_same_lines_are_a_report_with_running_numbers(desk: DeliveryDesk) -> None:
    report = views(desk).report(desk.at.session(), Asked("deliveries", TODAY))
    (table,) = report.sections

    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [1, 2]
    assert [row[1:] for row in table.rows] == [line.cells for line in page(desk, "deliveries").lines]
    assert report.period == "Từ 23/11/2026 đến 23/11/2026"


@pytest.mark.parametrize("code", VIEWS)
def test_a_register_is_a_paper_that_is_no_draft_and_a_workbook(desk: DeliveryDesk, code: str) -> None:
    report = views(desk).report(desk.at.session(), Asked(code, TODAY))

    pages = report_document(report, Printing(None)).pages
    for page in pages:
        validate(page)
    texts = said(pages[0])

    assert EXTRACT_TEXT in texts
    assert DRAFT not in texts
    assert "phần 2" not in " ".join(texts)
    assert DRAFT.encode() not in report_csv(report)
    assert report_xlsx(report, None)


def test_a_stretch_of_the_journal_is_found_by_its_place_and_never_by_walking(desk: DeliveryDesk) -> None:
    types = frozenset(VIEWS["handing"].tellings)
    with desk.at.store.transaction() as connection:
        asked = journal_span._of_types(types)
        values = {**asked._fixed, "place": 1, "upto": 2}
        plan = connection.execute(f"EXPLAIN QUERY PLAN {asked.sql}", values).fetchall()
        found = list(journal_span.written(connection, types, Span(0, 2**62)))
        ends = found[-1].envelope.hlc.ms
        after = list(journal_span.written(connection, types, Span(ends + 1, 2**62)))

    assert [step for *_, step in plan] == ["SEARCH event USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"]
    assert found
    assert after == []


@pytest.mark.parametrize(
    ("question", "step"),
    [
        (reader_registers._LATER, "SEARCH later_entry USING INDEX later_entry_number (number=?)"),
        (reader_registers._SENDERS, "SEARCH agency_day USING PRIMARY KEY (day>? AND day<?)"),
        (received_span._NEXT_CHAIN, _RECEIVED.format("(device,stream,incarnation)>(?,?,?)")),
        (received_span._LAST, _RECEIVED.format("device=? AND stream=? AND incarnation=?")),
        (received_span._NEXT, _RECEIVED.format("device=? AND stream=? AND incarnation=? AND seq>?")),
        (
            received_span._of_types(frozenset({"dispatch.sent"})),
            _RECEIVED.format("device=? AND stream=? AND incarnation=? AND seq>? AND seq<?"),
        ),
    ],
    ids=["entered later", "agencies that sent", "chains", "last", "next", "of types"],
)
def test_no_question_of_a_register_walks_through_a_table(
    desk: DeliveryDesk, question: Prepared, step: str
) -> None:
    with desk.at.store.transaction() as connection:
        asked = {**question._fixed, **dict.fromkeys(_ASKED, 0)}
        plan = connection.execute(f"EXPLAIN QUERY PLAN {question.sql}", asked).fetchall()

    assert next(said for *_, said in plan).replace(" COVERING", "") == step
    assert not any(said.startswith("SCAN") for *_, said in plan)
