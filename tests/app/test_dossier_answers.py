"""What can be chosen on the dossier page: places by old and new names, the commune of an address on a card, authorities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.dossier_answers import DossierAnswers
from tests.support.accepting import open_desk_of
from tests.support.desks import counter


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DossierAnswers]:
    with counter(Path(tmp_path_factory.mktemp("desk"))) as desk:
        yield DossierAnswers(open_desk_of(desk, "clerk"))


@pytest.mark.parametrize(
    ("residence", "commune", "address"),
    [
        ("Khối 5, Chi Lăng, Thành phố Lạng Sơn, Lạng Sơn", "Phường Lương Văn Tri", "Khối 5, Chi Lăng"),
        ("Khối 5, P. Chi Lăng, Thành phố Lạng Sơn, Lạng Sơn", "", ""),
        ("Thôn 1, Đông Kinh, Lạng Sơn", "Phường Đông Kinh", "Thôn 1"),
        ("Khối 5, Đình Lập, Lạng Sơn", "", ""),
        ("Số 1, Chi Lăng, Pleiku, Gia Lai", "", ""),
        ("Lạng Sơn", "", ""),
        ("", "", ""),
    ],
    ids=[
        "old, three levels",
        "abbreviated",
        "new, two levels",
        "a district's name",
        "elsewhere",
        "province",
        "none",
    ],
)
def test_the_commune_of_an_address_on_a_card_is_told_only_where_it_is_certain(
    answers: DossierAnswers, residence: str, commune: str, address: str
) -> None:
    place, rest = answers.place_in(residence)

    assert (place.name if place else "") == commune
    assert rest == (address or residence)


def test_a_commune_is_found_by_the_name_of_one_merged_into_it(answers: DossierAnswers) -> None:
    found = [place.name for place in answers.places("quang lac")]

    assert found == ["Phường Lương Văn Tri"]


def test_another_province_comes_after_the_communes_of_this_one(answers: DossierAnswers) -> None:
    found = answers.places("cao")

    assert found[0].commune
    assert [place.province for place in found if place.province] == ["04"]


def test_nothing_typed_offers_the_authorities_of_the_procedure_with_the_reason(
    answers: DossierAnswers,
) -> None:
    found = answers.authorities("", "9.100004", "05977")

    assert found[0].authority.commune == "05977"
    assert {row.why for row in found} == {"theo thủ tục"}


def test_every_reduction_is_offered_where_nothing_is_typed_and_found_by_its_words(
    answers: DossierAnswers,
) -> None:
    assert len(answers.exemptions("")) == 10
    assert [row.ref for row in answers.exemptions("ngheo")] == ["E09"]
