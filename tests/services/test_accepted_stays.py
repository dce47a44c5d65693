"""An accepted dossier never changes: a new catalogue, tariff or calendar is for what comes after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kt1desk.domain.calendar import CalendarDay, DayKind
from kt1desk.domain.case import Outcome
from kt1desk.domain.dated import Status
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, ListedPaper
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.supplement_rules import SupplementDraft
from tests.support.case_desks import MORE, CaseDesk, one_stop
from tests.support.dossiers import POSTABLE, counted, ordinary_dossier

NEWER = replace(
    POSTABLE,
    valid_from=date(2026, 11, 1),
    papers=(
        ListedPaper("1", "Tờ khai mẫu mới", originals=2),
        ListedPaper("2", "Giấy tờ khác hẳn", copies=1),
        ListedPaper("3", "Văn bản mới", originals=1),
    ),
    channels=(ChannelRule(Channel.POST, 20, DurationUnit.WORKING_DAY, 99_000),),
)
"""The same procedure by a later decision that is in force already: imported late, as decisions are."""


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and stands at the authority."""
    with one_stop(tmp_path) as made:
        yield made


def dearer(reference: ReferenceData) -> ReferenceData:
    """Every price of every table 1.000 đ higher."""
    tables = tuple(
        replace(
            table,
            rates=tuple(
                replace(
                    rates,
                    steps=tuple(replace(step, amount_dong=step.amount_dong + 1_000) for step in rates.steps),
                )
                for rates in table.rates
            ),
        )
        for table in reference.bcci
    )
    return replace(reference, bcci=tables)


def with_more_days_off(reference: ReferenceData) -> ReferenceData:
    """Ten days off from tomorrow on."""
    off = tuple(
        CalendarDay(
            valid_from=date(2025, 1, 1),
            valid_to=None,
            source="test",
            status=Status.CONFIRMED,
            day=date(2026, 11, 24) + timedelta(days=step),
            kind=DayKind.OFF,
            name="Nghỉ thử nghiệm",
            announced=True,
        )
        for step in range(10)
    )
    return replace(reference, calendar=(*reference.calendar, *off))


def imported(at_desk: CaseDesk) -> CaseDesk:
    """The same desk after a catalogue, a tariff and a calendar came in."""
    with at_desk.desk.store.work() as work:
        work.put_procedures((NEWER,))
        work.commit()
    return at_desk.under(with_more_days_off(dearer(at_desk.desk.reference)))


def test_price_papers_and_day_of_an_accepted_dossier_stay_and_those_of_the_next_one_do_not(
    at_desk: CaseDesk,
) -> None:
    taken = at_desk.desk.accept_dossier()
    with at_desk.desk.store.read() as reader:
        row, case, papers = (
            reader.dossier(taken.dossier),
            reader.case(taken.dossier),
            list(reader.case_papers(taken.dossier)),
        )
    slip = at_desk.desk.papers_of(taken.legs[0].item)

    after = imported(at_desk)
    quote = after.desk.dossiers.quote(after.desk.session(), ordinary_dossier())

    with after.desk.store.read() as reader:
        assert reader.dossier(taken.dossier) == row
        assert reader.case(taken.dossier) == case
        assert list(reader.case_papers(taken.dossier)) == papers
    assert after.desk.papers_of(taken.legs[0].item) == slip
    assert row is not None
    assert quote.promise is not None
    assert row.sums.postage_dong == 52_500
    assert quote.sums.postage_dong == 54_500
    assert row.promised == "2026-11-30"
    assert quote.promise.day > date(2026, 12, 20)
    assert quote.papers[0].name == "Tờ khai mẫu mới"


def test_it_is_counted_at_the_authority_against_the_list_that_was_signed(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier()

    sheet = imported(at_desk).handovers.sheet(at_desk.desk.session(), taken.legs[0].item)

    assert [line.name for line in sheet.papers] == [line.name for line in counted()[:2]]


def test_what_is_asked_for_later_is_called_as_in_the_version_it_was_accepted_under(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    after = imported(at_desk)

    after.decide(dossier, Outcome.SUPPLEMENT, "2026-12-04")

    item = after.case(dossier).send_item
    notice = next(paper for paper in after.desk.papers_of(item) if paper.template == "applicant_notice")
    assert notice.values["asked_1_name"] == "Văn bản ủy quyền"


def test_a_supplement_is_listed_by_the_accepted_version_and_priced_by_the_tariff_of_its_own_day(
    at_desk: CaseDesk,
) -> None:
    dossier = at_desk.handed().dossier
    at_desk.decide(dossier, Outcome.SUPPLEMENT)
    before = at_desk.case(dossier)
    after = imported(at_desk)

    quote = after.supplements.quote(after.desk.session(), SupplementDraft(dossier, MORE, 320))

    assert [line.name for line in quote.papers] == ["Văn bản ủy quyền"]
    assert quote.price_dong == 27_500
    assert after.case(dossier) == before
