"""What the one-stop place reads of one case before something is done about it: on a real desk."""

from __future__ import annotations

from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.domain.case import Outcome
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
