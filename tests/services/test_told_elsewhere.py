"""That an applicant was told is known where the decision was entered; of a giấy hẹn only its own way there says so."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.case import Outcome
from kt1desk.domain.facts.authority import ApplicantTold
from tests.support.case_desks import CaseDesk, commune_and_bureau, tell


def asked_at_the_bureau(commune: CaseDesk, bureau: CaseDesk) -> str:
    """A case whose authority wants more, and its commune knows."""
    dossier = with_the_authority(commune, bureau)
    bureau.decide(dossier, Outcome.SUPPLEMENT)
    tell(bureau, commune)
    return dossier


def with_the_authority(commune: CaseDesk, bureau: CaseDesk) -> str:
    """A case that the bureau handed over."""
    taken = commune.desk.accept_dossier()
    tell(commune, bureau)
    bureau.found(taken.legs[0].item)
    bureau.hand(taken.legs[0].item)
    return taken.dossier


def test_where_a_decision_was_entered_it_is_known_that_the_applicant_was_told_of_it(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        dossier = asked_at_the_bureau(commune, bureau)
        before = bureau.case(dossier).told_ms
        commune.decisions.tell(commune.desk.session(), dossier, "telephone")

        tell(commune, bureau)

        assert before == 0
        assert bureau.case(dossier).told_ms == commune.case(dossier).told_ms > 0


def test_a_newer_decision_is_one_that_nobody_was_told_of(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        dossier = asked_at_the_bureau(commune, bureau)
        commune.decisions.tell(commune.desk.session(), dossier, "telephone")
        bureau.desk.clock.pass_ms(60_000)
        bureau.decide(dossier, Outcome.REFUSED)

        tell(commune, bureau)

        assert bureau.case(dossier).told_ms == 0


def test_a_slip_that_lies_at_the_bureau_must_come_though_its_applicant_heard_of_it(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        dossier = with_the_authority(commune, bureau)
        bureau.register(dossier, slip=True)
        tell(bureau, commune)
        commune.decisions.tell(commune.desk.session(), dossier, "telephone")

        tell(commune, bureau)

        (told,) = commune.events(ApplicantTold.TYPE)
        assert ApplicantTold.of(told.body()).to == ""
        assert bureau.case(dossier).slip_told_ms == 0
