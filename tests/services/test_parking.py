"""Half-done acceptances laid aside and taken up again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.dossier import DeliverTo, InsistReason, PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.services.dossier_drafts import DossierDraft, Proxy, Residence
from kt1desk.services.draft_json import read, written
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.parking import Aside
from kt1desk.store.drafts import ParkedDrafts
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import POSTABLE, ordinary_dossier

FULL = replace(
    ordinary_dossier(),
    proxy=Proxy("Hoàng Văn Thử", "020085000456", "", "Số 12"),
    deliver_to=DeliverTo.OTHER,
    delivery=Residence("Số 3", "06187", "Huyện Cao Lộc"),
    exemption="E05",
    collected_dong=8_000,
    passes_on=False,
    insists=InsistReason.BRINGS_LATER,
)


@pytest.fixture
def aside(desk: Counter) -> Aside:
    return Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock)


@pytest.mark.parametrize(
    "draft",
    [
        DossierDraft(),
        FULL,
        AcceptanceDraft(),
        replace(
            ordinary(),
            urgency=Urgency.TIMED,
            agreed_ms=1_795_420_000_000,
            answers={"sealed": True, "named_person": False},
            other_receiver=OtherParty("A", "B", "04"),
        ),
    ],
)
def test_a_draft_comes_back_as_it_was(draft: DossierDraft | AcceptanceDraft) -> None:
    assert read(type(draft), written(draft)) == draft


def test_an_empty_form_takes_no_room() -> None:
    assert written(DossierDraft()) == {}
    assert written(AcceptanceDraft()) == {}


def test_what_an_older_program_laid_aside_is_read_and_a_newer_input_is_left_alone() -> None:
    assert read(DossierDraft, {"weight_g": 320, "unheard_of": 1}) == DossierDraft(weight_g=320)


@pytest.mark.parametrize(
    "value", [{"form": "sideways"}, {"papers": 3}, {"weight_g": "320"}, {"applicant": "x"}]
)
def test_what_is_no_draft_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(DeskError, match=r"parked\.damaged"):
        read(DossierDraft, value)  # type: ignore[arg-type]


def test_several_dossiers_lie_aside_and_each_is_gone_on_with(desk: Counter, aside: Aside) -> None:
    first = aside.park_dossier(desk.session(), FULL)
    second = aside.park_dossier(desk.session(), DossierDraft())

    rows = aside.dossiers(desk.session())

    assert [row.parked for row in rows] == [second, first]
    assert rows[1].title == f"Lương Thị Mẫu · {POSTABLE.name} · 12:00 23/11"
    assert aside.dossier(desk.session(), second) == DossierDraft()
    assert aside.dossier(desk.session(), first).applicant == FULL.applicant


def test_one_parked_and_resumed_is_accepted_as_if_nothing_had_happened(desk: Counter, aside: Aside) -> None:
    parked = aside.park_dossier(desk.session(), replace(ordinary_dossier(), weight_g=0))

    resumed = replace(aside.dossier(desk.session(), parked), weight_g=320)
    taken = desk.dossiers.accept(desk.session(), resumed, aside=parked)

    assert taken.dossier == "240000-261123-0-001"
    assert aside.dossiers(desk.session()) == []


def test_a_draft_whose_acceptance_is_not_written_lies_there_still(
    desk: Counter, aside: Aside, monkeypatch: pytest.MonkeyPatch
) -> None:
    parked = aside.park_dossier(desk.session(), ordinary_dossier())
    monkeypatch.setattr(desk.store, "_commit", _full_disk)

    with pytest.raises(DeskError, match=r"disk\.full"):
        desk.dossiers.accept(desk.session(), ordinary_dossier(), aside=parked)

    assert [row.parked for row in aside.dossiers(desk.session())] == [parked]
    assert _cases(desk) == []


def test_a_draft_that_was_accepted_is_not_accepted_again_by_whoever_still_has_it(
    desk: Counter, aside: Aside
) -> None:
    parked = aside.park_dossier(desk.session(), ordinary_dossier())
    first = desk.dossiers.accept(desk.session(), ordinary_dossier(), aside=parked)

    with pytest.raises(DeskError, match=r"parked\.unknown"):
        desk.dossiers.accept(desk.session(), ordinary_dossier(), aside=parked)

    assert _cases(desk) == [first.dossier]


def test_a_draft_laid_aside_again_keeps_its_place(desk: Counter, aside: Aside) -> None:
    place = aside.park_dossier(desk.session(), ordinary_dossier())

    again = aside.park_dossier(desk.session(), replace(ordinary_dossier(), weight_g=777), place)

    assert again == place
    assert [row.parked for row in aside.dossiers(desk.session())] == [place]
    assert aside.dossier(desk.session(), place).weight_g == 777


def test_what_is_gone_is_said_to_be_gone(desk: Counter, aside: Aside) -> None:
    with pytest.raises(DeskError, match=r"parked\.unknown"):
        aside.dossier(desk.session(), 99)


def test_a_list_of_ninety_published_papers_with_long_names_can_be_laid_aside(
    desk: Counter, aside: Aside
) -> None:
    long = tuple(PaperLine(str(at), "Đặc biệt " * 17, plain=1) for at in range(1, 95))

    parked = aside.park_dossier(desk.session(), replace(ordinary_dossier(), papers=long))

    assert [line.key for line in aside.dossier(desk.session(), parked).papers] == [line.key for line in long]


def test_an_item_lies_aside_for_cleared_people_and_without_names_where_it_bears_a_letter(
    desk: Counter, aside: Aside
) -> None:
    parked = aside.park_item(desk.session(), replace(ordinary(), secrecy=Secrecy.A))
    plain = aside.park_item(desk.session(), ordinary())

    titles = {row.parked: row.title for row in aside.items(desk.session())}

    assert titles == {parked: "Chữ A · 12:00 23/11", plain: "SNV · UBVL · 12:00 23/11"}
    for look in (
        lambda: aside.items(desk.session("uncleared")),
        lambda: aside.item(desk.session("uncleared"), plain),
        lambda: aside.item(desk.session("uncleared"), parked),
    ):
        with pytest.raises(DeskError, match=r"user\.clearance_missing"):
            look()


def test_a_place_holds_a_draft_of_one_kind_and_is_nothing_to_the_other(desk: Counter, aside: Aside) -> None:
    clerk = desk.session()
    case, item = aside.park_dossier(clerk, FULL), aside.park_item(clerk, ordinary())

    for wrong in (
        lambda: aside.dossier(clerk, item),
        lambda: aside.item(clerk, case),
        lambda: aside.park_dossier(clerk, DossierDraft(), item),
        lambda: aside.park_item(clerk, AcceptanceDraft(), case),
        lambda: desk.dossiers.accept(clerk, ordinary_dossier(), aside=item),
    ):
        with pytest.raises(DeskError, match=r"parked\.unknown"):
            wrong()
    aside.drop_dossier(clerk, item)
    aside.drop_item(clerk, case)

    assert aside.dossier(clerk, case).applicant == FULL.applicant
    assert aside.item(clerk, item) == ordinary()
    assert _cases(desk) == []


def test_what_lies_aside_is_dropped_under_its_own_kind_and_by_whoever_may_accept_it(
    desk: Counter, aside: Aside
) -> None:
    clerk, inspector = desk.session(), desk.session("inspector")
    case, item = aside.park_dossier(clerk, FULL), aside.park_item(clerk, ordinary())

    for drop, parked, act in ((aside.drop_dossier, case, "dossier"), (aside.drop_item, item, "item")):
        with pytest.raises(DeskError, match=r"user\.not_allowed") as refused:
            drop(inspector, parked)
        assert act in str(refused.value.details["act"])
        drop(clerk, parked)

    assert aside.dossiers(clerk) == []
    assert aside.items(clerk) == []


def test_an_inspector_sees_nothing_that_lies_aside(desk: Counter, aside: Aside) -> None:
    for look in (aside.dossiers, aside.items):
        with pytest.raises(DeskError, match=r"user\.not_allowed"):
            look(desk.session("inspector"))


def _cases(desk: Counter) -> list[str]:
    with desk.store.read() as reader:
        return [row.dossier for row in reader.dossiers_here(10)]


def _full_disk(_tail: object) -> None:
    raise DeskError("disk.full")


def test_what_one_user_had_half_typed_of_an_item_is_nothing_to_another(desk: Counter, aside: Aside) -> None:
    clerk, head = desk.session(), desk.session("chief")
    item = aside.park_item(clerk, replace(ordinary(), secrecy=Secrecy.A))

    assert aside.items(head) == []
    for touch in (
        lambda: aside.item(head, item),
        lambda: aside.park_item(head, ordinary(), item),
    ):
        with pytest.raises(DeskError, match=r"parked\.unknown"):
            touch()
    aside.drop_item(head, item)
    assert [row.parked for row in aside.items(clerk)] == [item]
