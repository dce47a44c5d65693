"""Cases that two points have: what happens at the authority is told to the point that accepted them, whatever came first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import Form
from kt1desk.domain.facts import DossierListed
from kt1desk.domain.facts.authority import DossierHanded
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from kt1desk.services.records import DossierRecord, Records
from kt1desk.services.wording import sentence
from tests.support.case_desks import AUTHORITY, OFFICIAL, CaseDesk, commune_and_bureau, refused, tell
from tests.support.dossiers import ordinary_dossier
from tests.support.reversals import WITHDRAWN


def notices(at_desk: CaseDesk, dossier: str) -> list[dict[str, str]]:
    """What notices of a case say, newest first."""
    item = at_desk.case(dossier).send_item
    return [paper.values for paper in at_desk.desk.papers_of(item) if paper.template == "applicant_notice"]


def test_the_point_that_accepted_a_case_is_told_that_it_was_handed_over(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau)

        row = bureau.case(taken.dossier)
        assert (row.source, row.origin, row.applicant) == (2, "240000", "Lương Thị Mẫu")
        assert bureau.handovers.ready(bureau.desk.session()) == ()
        assert commune.handovers.ready(commune.desk.session()) == ()
        bureau.found(taken.legs[0].item)
        bureau.hand(taken.legs[0].item)
        tell(bureau, commune)

        assert commune.state(taken.dossier) is CaseState.HANDED


def test_a_cover_whose_case_is_not_told_yet_is_handed_over_by_its_label_and_found_under_its_case_later(
    tmp_path: Path,
) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        item = taken.legs[0].item
        bureau.found(item)
        (group,) = bureau.handovers.ready(bureau.desk.session())
        counted = (CountedCover(item, documents=2, scan=True),)

        made = bureau.handovers.hand_over(
            bureau.desk.session(), HandoverDraft(AUTHORITY, "Vi Văn Tiếp", covers=counted)
        )
        tell(commune, bureau)

        assert (group.authority_id, group.covers[0].dossier, group.covers[0].hindered) == ("", "", "")
        (handed,) = bureau.events(DossierHanded.TYPE)
        assert (DossierHanded.of(handed.body()).dossier, len(made.jobs)) == ("", 1)
        assert bureau.state(taken.dossier) is CaseState.HANDED


def known_to_both(commune: CaseDesk, bureau: CaseDesk) -> str:
    """A case that the bureau handed over and the commune accepted."""
    taken = commune.desk.accept_dossier()
    tell(commune, bureau)
    bureau.found(taken.legs[0].item)
    bureau.hand(taken.legs[0].item)
    tell(bureau, commune)
    return taken.dossier


def test_a_decision_at_the_bureau_is_told_by_mail_and_its_notice_is_printed_where_the_applicant_came(
    tmp_path: Path,
) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        dossier = known_to_both(commune, bureau)
        decided = bureau.decide(dossier, Outcome.SUPPLEMENT)
        elsewhere = refused(lambda: bureau.decisions.tell(bureau.desk.session(), dossier, "telephone"))

        tell(bureau, commune)
        (waiting,) = commune_notices(commune)
        first = commune.decisions.print_notice(commune.desk.session(), dossier)
        second = commune.decisions.print_notice(commune.desk.session(), dossier)

        assert decided.jobs == ()
        assert elsewhere.code == "decision.told_elsewhere"
        assert (waiting, commune.state(dossier)) == (dossier, CaseState.SUPPLEMENT)
        assert first == second
        (notice,) = notices(commune, dossier)
        assert notice["event_ref"] == decided.event.id.text


def commune_notices(desk: CaseDesk) -> list[str]:
    """Cases whose applicant must be told."""
    with desk.desk.store.read() as reader:
        return [row.dossier for row in reader.notices()]


def test_the_record_of_a_case_of_another_point_has_its_list_as_accepted(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau, lambda kind: kind != DossierListed.TYPE)
        records = Records(bureau.desk.store, bureau.desk.reference, bureau.desk.clock)
        before = records.find(bureau.desk.session(), taken.legs[0].item)

        tell(commune, bureau)
        after = records.find(bureau.desk.session(), taken.legs[0].item)

        at_home = Records(commune.desk.store, commune.desk.reference, commune.desk.clock)
        own = at_home.find(commune.desk.session(), taken.dossier)
        assert isinstance(before, DossierRecord)
        assert isinstance(after, DossierRecord)
        assert isinstance(own, DossierRecord)
        assert before.lines == ()
        assert after.lines == own.lines != ()
        assert (own.is_here, after.is_here) == (True, False), "it is taken back where it was accepted"


def test_a_decision_from_a_desk_whose_clock_is_ahead_is_told_to_the_applicant_at_once(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau)
        bureau.found(taken.legs[0].item)
        bureau.hand(taken.legs[0].item)
        bureau.desk.clock.pass_ms(600_000)
        bureau.decide(taken.dossier, Outcome.REFUSED)
        tell(bureau, commune)

        commune.decisions.tell(commune.desk.session(), taken.dossier, "telephone")

        assert commune.case(taken.dossier).told_ms == commune.desk.clock.now().utc_ms


@pytest.mark.parametrize("form", [Form.SEND, Form.RETURN])
def test_a_case_of_another_point_is_neither_taken_back_nor_corrected_nor_printed_here(
    tmp_path: Path, form: Form
) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        only_fetched = {"papers": (), "weight_g": 0, "official": OFFICIAL} if form is Form.RETURN else {}
        draft = replace(ordinary_dossier(), form=form, **only_fetched)  # type: ignore[arg-type]
        taken = commune.desk.accept_dossier(draft)
        tell(commune, bureau)
        session = bureau.desk.session()

        back = refused(lambda: bureau.desk.reversals.withdraw_dossier(session, taken.dossier, WITHDRAWN))
        shown = bureau.desk.dossiers.quote(session, replace(ordinary_dossier(), replaces=taken.dossier))
        again = refused(
            lambda: bureau.desk.dossiers.accept(session, replace(ordinary_dossier(), replaces=taken.dossier))
        )

        assert (back.code, again.code) == ("reversal.other_point", "reversal.other_point")
        assert "reversal.other_point" in [each.code for each in shown.problems]
        assert "điểm đã nhận" in sentence(back)
        assert bureau.desk.papers_of(taken.legs[0].item) == [], (
            "there is no paper here that could be printed again"
        )
        assert bureau.case(taken.dossier).state is commune.case(taken.dossier).state
