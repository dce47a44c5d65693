"""Files for other systems: everything accepted goes into one file and no thing into two, answers are taken in line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import pytest

from kt1desk import config
from kt1desk.app.desk import PaperFit
from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES, body_limit
from kt1desk.domain.case import CaseState
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import DossierRegistered, Exported, Kt1Exported, Kt1TakenOver, TakenOver
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.system_file import CaseFact, FileColumn, ItemFact, SystemFile
from kt1desk.services.other_systems import MOST_IN_FILE, OtherSystems
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.sheets import Sheet, SheetLine
from kt1desk.services.system_answers import MOST_IN_EVENT, Heard, SystemAnswers, answer_layout
from kt1desk.services.system_rows import ON_COVER, Where, case_cells, item_cells
from kt1desk.store.reference_rows import read_rows
from kt1desk.store.reference_systems import system_file
from tests.support.case_desks import CaseDesk, one_stop
from tests.support.desks import Counter, ordinary
from tests.support.reversals import refusal

KT1, TTHC, ONE_STOP = "bccp_kt1", "bccp_tthc", "one_stop"


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and stands at the authority."""
    with one_stop(tmp_path) as made:
        yield made


def naming(desk: Counter, system: str, facts: type[StrEnum]) -> SystemFile:
    """A mapping with a column for each fact."""
    kind = next(row for row in desk.reference.system_files if row.system == system)
    return replace(kind, columns=tuple(FileColumn(fact.name, fact.value) for fact in facts))


def systems(desk: Counter) -> OtherSystems:
    return OtherSystems(desk.store, desk.reference, desk.clock)


def events_of(desk: Counter, stream: Stream, kind: str) -> list[Event]:
    with desk.store.read() as reader:
        return list(reversed(list(reader.newest(stream, frozenset({kind})))))


def answers(cases: CaseDesk) -> SystemAnswers:
    desk = cases.desk
    return SystemAnswers(desk.store, desk.reference, desk.clock, PaperFit())


def answer(desk: Counter, system: str, *lines: dict[str, str]) -> Sheet:
    """A file that a system gave back, as it was read."""
    kind = next(row for row in desk.reference.system_files if row.system == system)
    made = tuple(SheetLine(at, cells) for at, cells in enumerate(lines, start=2))
    return Sheet("tra-ve.xlsx", "", "ab" * 32, answer_layout(kind), made)


def test_every_fact_that_a_mapping_may_name_can_be_filled(desk: Counter) -> None:
    number, dossier = desk.accept().item, desk.accept_dossier().dossier
    where = Where("240000", 420)
    with desk.store.read() as reader:
        item, case, row = reader.item(number), reader.case(dossier), reader.dossier(dossier)
    assert item is not None and case is not None and row is not None  # noqa: PT018 - all three are there

    of_item = item_cells(naming(desk, KT1, ItemFact), item, where)
    of_case = case_cells(naming(desk, ONE_STOP, CaseFact), (row, case), where)

    assert (of_item[0], of_case[0]) == (number, dossier)
    assert (len(of_item), len(of_case)) == (len(ItemFact), len(CaseFact))


def test_a_mapping_that_names_what_its_service_does_not_know_is_refused_when_it_is_read() -> None:
    shipped = (config.reference_folder() / "system_files.json").read_text(encoding="utf-8")
    wrong = shipped.replace('"holds": "urgency"', '"holds": "applicant"').encode()

    refused = refusal(lambda: read_rows("system_files.json", wrong, system_file))

    assert refused.code == "reference.bad_row"


def test_the_widest_file_and_the_widest_answer_fit_their_events() -> None:
    number, code = "240000-261122-65535-9999", "Đ" * 40
    exported = Exported(
        "bccp_tthc-65535-9999", TTHC, f"{TTHC}/2023-01-01", (number,) * MOST_IN_FILE, "240000"
    )
    taken = TakenOver(TTHC, ((number, code),) * MOST_IN_EVENT, "240000")

    for fact in (exported, taken):
        assert len(canonical.encode(fact.body(), LARGEST_BODY_BYTES)) <= body_limit(fact.TYPE)


def test_what_was_accepted_goes_into_one_file_and_into_no_second(desk: Counter) -> None:
    first, second = desk.accept().item, desk.accept().item

    made = systems(desk).export(desk.session(), KT1)

    third = desk.accept().item
    assert made.numbers == (first, second)
    assert [row[0] for row in made.rows] == [first, second]
    assert systems(desk).export(desk.session(), KT1).numbers == (third,)
    assert refusal(lambda: systems(desk).export(desk.session(), KT1)).code == "system.nothing"
    assert [event.body()["numbers"] for event in events_of(desk, Stream.KT1, Kt1Exported.TYPE)] == [
        [first, second],
        [third],
    ]


def test_a_restored_desk_gives_no_file_the_number_of_one_that_it_lost(desk: Counter) -> None:
    desk.accept()
    session = desk.session()

    made = systems(desk).export(replace(session, desk=replace(session.desk, incarnation=2)), KT1)

    assert made.batch == f"{KT1}-{session.desk.device}-1001"


def test_a_file_says_what_the_labels_say(desk: Counter) -> None:
    number = desk.accept().item

    made = systems(desk).export(desk.session(), KT1)

    said = dict(zip(made.titles, made.rows[0], strict=True))
    assert said["Số hiệu bưu gửi"] == number
    assert said["Khối lượng (g)"] == "340"
    assert said["Người gửi"] == "Sở Nội vụ tỉnh Lạng Sơn"
    assert said["Mã dịch vụ"] == "KT1001"
    assert said["Cước có thuế (đ)"].isdigit()


def test_no_party_of_an_item_with_a_letter_leaves_the_desk(desk: Counter) -> None:
    desk.accept(replace(ordinary(), secrecy=Secrecy.C))

    made = systems(desk).export(desk.session(), KT1)

    said = dict(zip(made.titles, made.rows[0], strict=True))
    assert said["Chữ"] == "C"
    assert {
        said[name] for name in ("Người gửi", "Địa chỉ người gửi", "Người nhận", "Địa chỉ người nhận")
    } == {ON_COVER}


def test_what_was_taken_back_is_asked_of_nobody(desk: Counter) -> None:
    taken = desk.accept()
    desk.reversals.withdraw_item(desk.session(), taken.item, ReversalReason.WITHDRAWN)

    assert refusal(lambda: systems(desk).export(desk.session(), KT1)).code == "system.nothing"


def test_a_lost_file_is_made_again_with_the_same_rows(desk: Counter) -> None:
    desk.accept()
    made = systems(desk).export(desk.session(), KT1)

    again = systems(desk).again(desk.session(), KT1, made.batch)

    assert again == made
    assert refusal(lambda: systems(desk).again(desk.session(), KT1, "x")).code == "system.batch_unknown"


def test_an_answer_takes_things_off_the_list_and_says_what_is_wrong_with_the_others(cases: CaseDesk) -> None:
    desk = cases.desk
    first, second = desk.accept().item, desk.accept().item
    systems(desk).export(desk.session(), KT1)
    file = answer(
        desk,
        KT1,
        {"number": first, "code": "CB-1"},
        {"number": "MA999999994VN", "code": "CB-2"},
        {"number": second, "code": "mã / lạ"},
        {"number": first, "code": "CB-1"},
    )

    lines = answers(cases).take(desk.session(), KT1, file)

    assert [(line.line, line.heard) for line in lines] == [
        (2, Heard.TAKEN),
        (3, Heard.REFUSED),
        (4, Heard.REFUSED),
        (5, Heard.REFUSED),
    ]
    codes = [line.problem.code if line.problem else "" for line in lines]
    assert codes == ["", "system.number_unknown", "system.code_shape", "system.number_twice"]
    assert [row.number for row in systems(desk).waiting(desk.session(), KT1)] == [second]


def test_the_same_answer_once_more_writes_nothing_and_another_code_is_refused(cases: CaseDesk) -> None:
    desk = cases.desk
    number = desk.accept().item
    file = answer(desk, KT1, {"number": number, "code": "CB-1"})
    answers(cases).take(desk.session(), KT1, file)

    again = answers(cases).take(desk.session(), KT1, file)
    other = answers(cases).take(desk.session(), KT1, answer(desk, KT1, {"number": number, "code": "CB-9"}))

    assert [line.heard for line in again] == [Heard.KNOWN]
    assert [line.problem.code for line in other if line.problem] == ["system.other_code"]
    assert len(list(events_of(desk, Stream.KT1, Kt1TakenOver.TYPE))) == 1


def test_the_one_stop_systems_code_is_copied_into_a_case_that_is_there(cases: CaseDesk) -> None:
    desk, dossier = cases.desk, cases.handed().dossier
    made = systems(desk).export(desk.session(), ONE_STOP)
    said = {
        "number": dossier,
        "code": "h37.10-261123-0005",
        "received_day": "23/11/2026",
        "official_day": "30/11/2026",
    }

    lines = answers(cases).take(desk.session(), ONE_STOP, answer(desk, ONE_STOP, said))
    (again,) = answers(cases).take(desk.session(), ONE_STOP, answer(desk, ONE_STOP, said))

    assert dossier in made.numbers
    assert [(line.heard, line.registered) for line in lines] == [(Heard.TAKEN, True)]
    assert (again.heard, again.unregistered) == (Heard.KNOWN, None)
    assert len(events_of(desk, Stream.COUNTER, DossierRegistered.TYPE)) == 1
    case = cases.case(dossier)
    assert (case.state, case.official, case.official_day) == (
        CaseState.REGISTERED,
        "H37.10-261123-0005",
        "2026-11-30",
    )


def test_a_case_that_cannot_take_the_code_yet_keeps_it_as_an_answer(cases: CaseDesk) -> None:
    desk, dossier = cases.desk, cases.desk.accept_dossier().dossier
    said = {"number": dossier, "code": "H37.10-261123-0005", "received_day": "23/11/2026"}

    (line,) = answers(cases).take(desk.session(), ONE_STOP, answer(desk, ONE_STOP, said))

    assert (line.heard, line.registered) == (Heard.TAKEN, False)
    assert line.unregistered is not None
    with desk.store.read() as reader:
        assert reader.taken_code(ONE_STOP, dossier) == "H37.10-261123-0005"


def test_files_of_cases_stand_in_the_stream_of_the_counter_and_need_no_clearance(desk: Counter) -> None:
    desk.accept_dossier()

    made = systems(desk).export(desk.session("uncleared"), TTHC)

    feeds = systems(desk).feeds(desk.session("uncleared"))
    assert {feed.kind.system for feed in feeds} == {TTHC, ONE_STOP}
    assert len(list(events_of(desk, Stream.COUNTER, Exported.TYPE))) == 1 == len(made.numbers)
    refused = refusal(lambda: systems(desk).export(desk.session("uncleared"), KT1))
    assert refused.code == "user.clearance_missing"


def test_a_system_says_how_far_it_is_behind(desk: Counter) -> None:
    desk.accept()
    systems(desk).export(desk.session(), KT1)
    desk.accept()

    feed = next(each for each in systems(desk).feeds(desk.session()) if each.kind.system == KT1)

    assert (feed.never, feed.unanswered) == (1, 1)
