"""What is still open when a shift ends: a list that is out, an arrival that is not closed, things counted at another desk."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.approval import Manner
from kt1desk.domain.service import Service
from kt1desk.domain.settling import Question
from kt1desk.services.confirming import Confirmed
from kt1desk.services.settling_questions import Looking
from kt1desk.services.settling_rows import Around, Counted, SettleDraft
from tests.support.arriving import came, scan, sent
from tests.support.deliveries import delivery_desk
from tests.support.desks import Counter
from tests.support.points import CENTRE, FAR, point_desk
from tests.support.settling import FLOAT, first_answers, settled_of, settling

SECOND = Confirmed(Manner.SPOT, "controller")


def test_a_list_that_is_out_is_asked_about_once_and_its_items_are_not_missed(tmp_path: Path) -> None:
    with delivery_desk(tmp_path) as desk:
        started = desk.start(desk.item(), desk.item())
        counted = Counted(FLOAT)

        asked = settling(desk.at).questions(desk.at.session(), counted)
        draft = SettleDraft(counted, first_answers(asked), taker=SECOND)
        settling(desk.at).close(desk.at.session(), draft)

        assert [(each.question, each.about) for each in asked] == [(Question.ROUND, started.round)]
        assert settled_of(desk.at).asked == (("round/1", "next_shift"),)


def test_an_arrival_is_asked_about_once_it_began_and_no_more_when_it_is_closed(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as centre, point_desk(tmp_path, FAR, 4) as far:
        item = centre.new_item()
        bag, one = sent(centre, item)
        far.take(one.event)
        expected = _questions(far)
        came(far, bag, one)
        begun = _questions(far)
        scan(far, item, bag)
        far.arrivals.close(far.session(), one.dispatch)
        closed = _questions(far)

        assert expected == []
        assert (Question.ARRIVAL, one.dispatch) in begun
        assert closed == [(Question.ITEM_MISSING, item)]


def test_what_came_went_and_was_sealed_is_counted_by_service(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as centre:
        kept, packed = centre.new_item(), centre.new_item()
        bag = centre.pack(packed, to=FAR, seal="NP0000002").receptacle
        sent(centre, centre.new_item(), centre.new_item())

        with centre.store.read() as reader:
            found = Looking(centre.reference, centre.clock).all_of(
                reader, centre.session(), Counted(FLOAT, frozenset({kept, bag})), Around(0, 0)
            )

        flow = dict(found.flows)[Service.KT1]
        assert (flow.accepted, flow.came, flow.sent, flow.given) == (4, 0, 2, 0)
        assert [(each.number, each.inside) for each in found.things] == [(kept, ""), (packed, bag)]
        assert found.missing == ()
        assert found.seals == ("NP0000002", "NP0000001")


def test_things_of_the_point_are_counted_at_another_desk_and_his_own_are_asked_apart(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as centre:
        mine = centre.new_item()
        centre.place("KET1")
        stored = centre.new_item()
        centre.holding.store(centre.session(), stored, "KET1")

        asked = settling(centre).questions(centre.session(), Counted(FLOAT))

        assert [(each.question, each.about, each.at) for each in asked] == [
            (Question.ITEM_MISSING, mine, 1), (Question.ITEM_MISSING, stored, 2),
        ]  # fmt: skip
        answers = {asked[0].key: "found", asked[1].key: "other_desk"}
        settling(centre).close(centre.session(), SettleDraft(Counted(FLOAT), answers, taker=SECOND))
        assert settled_of(centre).asked == (("item_missing/1", "found"), ("item_missing/2", "other_desk"))


def _questions(desk: Counter) -> list[tuple[Question, str]]:
    return [(each.question, each.about) for each in settling(desk).questions(desk.session(), Counted(FLOAT))]


def test_what_a_postman_tried_in_vain_is_with_him_until_he_brings_it_back(tmp_path: Path) -> None:
    with delivery_desk(tmp_path) as desk:
        tried, other = desk.item(), desk.item()
        started = desk.start(tried, other)
        desk.attempt(tried)
        out = _questions(desk.at)

        desk.bring_back(tried)
        back = _questions(desk.at)

        assert out == [(Question.ROUND, started.round)]
        assert back == [(Question.ITEM_MISSING, tried), (Question.ROUND, started.round)]
