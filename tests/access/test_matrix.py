"""Every role at every service: whoever has a right gets past the first question, whoever has it not is refused by name of the right."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import ALLOWED, Act, Actor, Role
from kt1desk.services.sessions import Session
from tests.access import doors
from tests.access.house import House, call_service, cleared, house
from tests.access.kinds import Covers, Kt1, Mixed
from tests.access.registry_services import SERVICES

NOBODY: frozenset[Role] = frozenset()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A desk full of things; only who is refused knocks, so that it stays as it is."""
    with house(tmp_path_factory.mktemp("matrix")) as made:
        yield made


def _asks_who(door: doors.ServiceDoor) -> bool:
    """Whether it is told who asks."""
    if door.is_property:
        return False
    return any("Session" in str(one.annotation) for one in inspect.signature(door.call).parameters.values())


ASKING: Mapping[str, doors.ServiceDoor] = {
    name: door for name, door in sorted(doors.services().items()) if _asks_who(door)
}


def _as(home: House, roles: frozenset[Role]) -> Session:
    until = cleared(home).actor.clearance_until
    return replace(cleared(home), actor=Actor("clerk", roles, until))


def _refused(home: House, name: str, roles: frozenset[Role]) -> DeskError | None:
    try:
        call_service(ASKING[name], home, _as(home, roles))
    except DeskError as error:
        return error
    return None


SHAPE_FIRST = {
    "approvals.Approvals.take_answer": "takes apart what was asked before it asks who",
    "backup_places.BackupPlaces.use": "looks at the folders first",
    "backups.Backups.failed": "wiring: whether a backup may be made was asked before it was tried",
    "batches.Batches.accept": "looks at the lines; each is accepted by a service that asks",
    "complaints.Complaints.open": "looks at the words first",
    "confirming.SecondPerson.confirm": "asks for the second person and his right, who is another",
    "confirming.SecondPerson.exception": "whether an exception is possible here comes first",
    "enclosures.Enclosures.make": "looks at the way first",
    "exchange.mailroom.Mailroom.check": "is handed an open reader",
    "visits.Visits.plan": "looks at the name first",
}
"""They look at what they are handed before they ask who hands it, and say nothing of what the desk knows."""
ANSWERING = {
    "acceptance.Acceptance.label": "no picture",
    "acceptance.Acceptance.quote": "the missing right stands among what keeps the item from being accepted",
    "batch_dossiers.DossierTaker.quote": "as the price of one",
    "batch_items.ItemTaker.quote": "as the price of one",
    "dossiers.Dossiers.labels": "pictures of what was typed",
    "dossiers.Dossiers.quote": "the missing right stands among what keeps the case from being accepted",
    "finding.Finder.anything": "finds what the roles may see: nothing",
    "reports.Reports.quarters_over": "quarters of reports that one may issue: of none",
    "whose.Whose.of": "knows of no number",
}
"""They answer everybody, with what he may see left out or named as missing."""
ASKED_BEFORE = {"records.Records.find": Act.SEE_DOSSIERS, "reports.Reports.make": Act.SEE_REPORTS}
"""They ask for this right of everybody, and for that of the registry once it is an item, or a report of KT1, that was asked for."""
REFUSING = sorted(ASKING.keys() - SHAPE_FIRST.keys() - ANSWERING.keys())


def test_most_services_that_are_told_who_asks_are_in_the_matrix() -> None:
    assert SHAPE_FIRST.keys() | ANSWERING.keys() <= ASKING.keys()
    assert len(REFUSING) > 200


@pytest.mark.parametrize("role", [None, *Role], ids=lambda role: role.value if role else "no role")
def test_a_service_refuses_every_role_that_the_table_does_not_name(home: House, role: Role | None) -> None:
    roles = NOBODY if role is None else frozenset({role})
    acts = _acts(home)

    let_in = {
        name: (act, error.code if error else "answered")
        for name, act in acts.items()
        if ALLOWED[act].isdisjoint(roles)
        for error in [_refused(home, name, roles)]
        if error is None or (error.code, error.details.get("act")) != ("user.not_allowed", act.value)
    }

    assert let_in == {}


def test_the_right_that_a_service_asks_for_is_the_one_in_the_registry(home: House) -> None:
    wrong = {
        name: (act, door)
        for name, act in _acts(home).items()
        if isinstance(door := SERVICES[name], (Kt1, Mixed, Covers))
        and act is not ASKED_BEFORE.get(name, door.act)
    }

    assert wrong == {}


@pytest.mark.parametrize("name", ANSWERING)
def test_whoever_is_answered_without_a_role_hears_nothing_of_what_the_desk_knows(
    home: House, name: str
) -> None:
    try:
        answer = call_service(ASKING[name], home, _as(home, NOBODY))
    except DeskError as error:
        answer = error

    assert home.heard(answer) == set()


def _acts(home: House) -> Mapping[str, Act]:
    """The right that each service asks for first, as it names it to somebody who has none."""
    if not _ACTS:
        for name in REFUSING:
            error = _refused(home, name, NOBODY)
            assert error is not None, f"{name} answers whoever has no role"
            assert error.code == "user.not_allowed", f"{name}: {error}"
            _ACTS[name] = Act(str(error.details["act"]))
    return _ACTS


_ACTS: dict[str, Act] = {}
