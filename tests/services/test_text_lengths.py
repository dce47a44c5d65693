"""What people write is refused where it comes in once it is longer than `docs/text-places.toml` allows, and taken up to that length."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import BlockGranted
from kt1desk.services.import_agencies import AgencyImporter
from kt1desk.services.import_staff import StaffImporter
from kt1desk.services.ports import Appending
from kt1desk.services.sheets import SheetLine
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.dossiers import PROCEDURES
from tests.support.text_cases import CASES as FIRST_CASES
from tests.support.text_cases import DAY, Put, entered, words
from tests.support.text_cases_dossiers import DOSSIER_CASES
from tests.support.text_places import allowed, allowed_in

CASES = {**FIRST_CASES, **DOSSIER_CASES}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path_factory.mktemp("desk")) as made:
        with made.at.store.work() as work:
            work.append(BlockGranted("RC", 10_000, 12_000), Appending("system"))
            work.put_procedures(PROCEDURES)
            work.commit()
        made.at.place("KET-1")
        yield made


def refused_at(desk: DeliveryDesk, put: Put, text: str) -> set[str]:
    """The inputs that a text is refused at, alone or among others."""
    try:
        found = put(desk, text)
    except DeskError as error:
        return {error.field}
    return (
        {each.field for each in found if isinstance(each, DeskError)} if isinstance(found, tuple) else set()
    )


def test_every_place_where_people_write_into_the_journal_is_tried_here() -> None:
    written = {place for place, row in allowed().items() if row.typed and place[0] in {"fact", "beside"}}

    assert set(CASES) == written


@pytest.mark.parametrize("place", CASES)
def test_a_text_is_taken_up_to_its_length_and_refused_beyond(
    desk: DeliveryDesk, place: tuple[str, str, str]
) -> None:
    case = CASES[place]
    most = case.most or allowed()[place].most

    short = refused_at(desk, case.put, case.text(most))
    long = refused_at(desk, case.put, case.text(most + 1))

    assert case.field not in short
    assert case.field in long


@pytest.mark.parametrize("place", allowed_in("register"))
def test_a_column_of_a_register_refuses_what_is_longer(desk: DeliveryDesk, place: tuple[str, str]) -> None:
    of, column = place
    text = "A" * (allowed_in("register")[place].most + 1)

    with pytest.raises(DeskError) as refused:
        entered(of, column)(desk, text)

    assert (refused.value.code, refused.value.field) == ("register.value_long", column)


def importers(desk: DeliveryDesk) -> dict[str, AgencyImporter | StaffImporter]:
    """Lists whose cells become rows as they stand; the cells of other lists become drafts, which are tried above."""
    return {
        "agency_columns": AgencyImporter(desk.at.reference, DAY, "20"),
        "staff_columns": StaffImporter(desk.at.session("chief")),
    }


@pytest.mark.parametrize(
    ("layout", "column"),
    [
        place
        for place, row in allowed_in("sheet").items()
        if row.typed and place[0] in {"agency_columns", "staff_columns"}
    ],
)
def test_a_cell_of_a_list_is_taken_up_to_its_length_and_refused_beyond(
    desk: DeliveryDesk, layout: str, column: str
) -> None:
    importer = importers(desk)[layout]
    filled = {
        "call_code": "TTT",
        "name": "Trung tâm",
        "address": "Số 1",
        "user": "ha",
        "roles": "Giao dịch viên",
    }
    most = allowed_in("sheet")[layout, column].most
    make = (lambda count: "a" * count) if column == "user" else words

    importer.read(SheetLine(1, {**filled, column: make(most)}), "tep.csv")
    with pytest.raises(DeskError) as refused:
        importer.read(SheetLine(1, {**filled, column: make(most + 1)}), "tep.csv")

    assert refused.value.field == column
