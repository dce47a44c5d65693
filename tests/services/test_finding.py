"""What a fragment means at the counter: code, words as typed, whom a sender writes to, who has a contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kt1desk.domain.dossier import Form, PaperLine
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import ordinary_dossier

TODAY = date(2026, 11, 23)
OTHER = PaperLine("x1", "Giấy giới thiệu", originals=1)
LONG_AGO_MS = 631_152_000_000
"""1/1/1990: before the list of agencies."""


def codes(desk: Counter, text: str, sender: str = "") -> list[str]:
    before = desk.finder.last_receivers(desk.session(), sender) if sender else ()
    return [agency.call_code for agency in desk.finder.agencies(desk.session(), text, before)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("snv", "SNV"),
        ("SNV", "SNV"),
        (" snv ", "SNV"),
        ("ubvl", "UBVL"),
        ("vl", "UBVL"),
        ("ut", "UBND"),
        ("uỷ ban nhân dân", "UBND"),
        ("UY BAN NHAN DAN TINH", "UBND"),
        ("so noi vu", "SNV"),
        ("vu noi so", "SNV"),
        ("van lang", "UBVL"),
        ("LS-SNV", "SNV"),
    ],
)
def test_what_is_meant_comes_first(desk: Counter, typed: str, first: str) -> None:
    assert (codes(desk, typed) or [""])[0] == first


def test_a_call_code_comes_before_every_name_that_begins_so(desk: Counter) -> None:
    assert codes(desk, "tu")[0] == "TU"
    assert codes(desk, "ca")[0] == "CA"


def test_whom_a_sender_writes_to_comes_before_those_he_never_wrote_to(desk: Counter) -> None:
    before = codes(desk, "so", "LS-SNV")
    for _ in range(2):
        desk.accept(replace(ordinary(), receiver="SYT"))

    after = codes(desk, "so", "LS-SNV")

    assert before[0] != "SYT"
    assert after[0] == "SYT"


def test_whom_he_writes_to_comes_before_names_that_begin_as_typed(desk: Counter) -> None:
    before = codes(desk, "van", "LS-SNV")
    desk.accept()

    after = codes(desk, "van", "LS-SNV")

    assert (before[0], after[0]) == ("VPTU", "UBVL")


def test_with_nothing_typed_the_last_receivers_stand_alone(desk: Counter) -> None:
    desk.accept()

    assert codes(desk, "", "LS-SNV") == ["UBVL"]
    assert codes(desk, "", "LS-STC") == []


def test_a_marked_item_says_nothing_of_whom_a_sender_writes_to(desk: Counter) -> None:
    desk.accept_secret()

    assert codes(desk, "", "LS-SNV") == []


def test_agencies_with_a_contract_come_before_those_without(desk: Counter) -> None:
    found = [agency.uses_kt1 for agency in desk.finder.agencies(desk.session(), "so", limit=10)]

    assert found == [True] * 4 + [False] * 6


def test_names_that_begin_as_typed_come_before_those_that_have_it_further_on(desk: Counter) -> None:
    found = [agency.name for agency in desk.finder.agencies(desk.session(), "so", limit=20)]

    assert [name.startswith("Sở ") for name in found] == [True] * 10 + [False] * 10


def test_an_agency_that_is_not_in_the_list_on_that_day_is_not_offered(desk: Counter) -> None:
    desk.clock.wall_ms = LONG_AGO_MS

    assert codes(desk, "snv") == []


def test_favourites_are_who_sends_most_and_of_a_sender_whom_he_and_then_others_write_to(
    desk: Counter,
) -> None:
    pairs = (("SNV", "UBVL"), ("SNV", "UBVL"), ("VPUB", "SYT"), ("VPUB", "SNV"), ("VPUB", "SYT"))
    for sender, receiver in pairs:
        desk.accept(replace(ordinary(), sender=sender, receiver=receiver))

    senders = desk.finder.favourites(desk.session())
    receivers = desk.finder.favourites(desk.session(), "LS-SNV")

    assert list(senders) == ["LS-VPUBND", "LS-SNV"]
    assert receivers[0] == "LS-06154-UBND"
    assert list(receivers[1:]) == ["LS-SYT"]  # not itself


def test_a_marked_item_makes_nobody_a_favourite(desk: Counter) -> None:
    desk.accept_secret()

    assert list(desk.finder.favourites(desk.session())) == []


def test_with_nothing_typed_procedures_are_those_accepted_lately_and_authorities_where_they_went(
    desk: Counter,
) -> None:
    none_yet = desk.finder.procedures("", TODAY)
    for _ in range(2):
        desk.accept_dossier()
    desk.accept_dossier(replace(ordinary_dossier(), procedure="9.100004", form=Form.SEND, papers=(OTHER,)))

    found = desk.finder.procedures("", TODAY)
    to = desk.finder.authorities("", TODAY, found[0])

    assert not none_yet
    assert [row.code for row in found] == ["9.100001", "9.100004"]
    assert ordinary_dossier().authority in [row.authority_id for row in to]


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", '"', "%", "\0", "😀"])
def test_nothing_known_finds_nobody(desk: Counter, text: str) -> None:
    assert codes(desk, text) == []


def test_search_finds_items_agencies_and_points_in_one_go(desk: Counter) -> None:
    accepted = desk.accept()

    kinds = {hit.kind for hit in desk.finder.anything(desk.session(), "lang", 50)}
    found = desk.finder.anything(desk.session(), accepted.item)

    assert {"agency", "point", "item"} <= kinds
    assert [hit.ref for hit in found] == [accepted.item]
