"""What the one-stop place reads of one case before something is done about it: on a real desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.case import Outcome
from kt1desk.domain.errors import DeskError
from kt1desk.services import case_lists
from kt1desk.services.case_lists import CaseLists
from kt1desk.services.fees import Fees
from kt1desk.services.taken import COLLECTED, POSTAGE
from tests.support.case_desks import one_stop


def test_a_case_is_found_by_any_number_and_says_what_its_authority_asks_for(tmp_path: Path) -> None:
    with one_stop(tmp_path) as desk:
        taken = desk.handed()
        desk.register(taken.dossier)
        desk.decide(taken.dossier, Outcome.SUPPLEMENT, "2026-12-05")
        lists, session = CaseLists(desk.desk.store, desk.desk.clock), desk.desk.session()

        found = lists.found(session, taken.legs[0].item)

        assert found.dossier == taken.dossier
        assert lists.asked(session, taken.dossier) == ("3",)


def test_the_three_sums_of_a_case_are_what_was_paid_for_it(tmp_path: Path) -> None:
    with one_stop(tmp_path) as desk:
        taken = desk.desk.accept_dossier()
        fees = Fees(desk.desk.store, desk.desk.reference, desk.desk.clock, PaperFit())

        found = fees.sums(desk.desk.session(), taken.dossier)

        assert found.sums[POSTAGE] == sum(leg.price_dong for leg in taken.legs)
        assert found.sums[COLLECTED] == desk.case(taken.dossier).collected_dong


def test_the_list_begins_with_the_earliest_day_however_many_cases_are_newer_and_counts_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_lists, "_A_PAGE", 2)
    with one_stop(tmp_path) as desk:
        first, newer = desk.handed().dossier, [desk.handed().dossier for _ in range(3)]
        lists, session = CaseLists(desk.desk.store, desk.desk.clock), desk.desk.session()

        there = lists.with_authority(session)

        assert (there.first[0].dossier, len(there.first), there.total) == (first, 2, 4)
        assert lists.at_authority(session, newer[-1]).dossier == newer[-1]


def test_a_case_that_no_authority_has_is_not_found_as_one_of_theirs(tmp_path: Path) -> None:
    with one_stop(tmp_path) as desk:
        here = desk.desk.accept_dossier().dossier
        lists, session = CaseLists(desk.desk.store, desk.desk.clock), desk.desk.session()

        for number in (here, "H37.10-261120-0999"):
            with pytest.raises(DeskError) as refused:
                lists.at_authority(session, number)

            assert (refused.value.code, refused.value.details) == (
                "one_stop.not_with_authority",
                {"number": number},
            )
