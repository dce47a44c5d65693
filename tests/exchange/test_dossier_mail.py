"""Mail about dossiers between two desks: bundles of their own, no clearance, and nothing taken in that is not the sender's to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import BlockGranted, DossierBundleWritten, Fact, Leg
from kt1desk.domain.facts.authority import EnclosureMade
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.service import Service
from kt1desk.exchange.bundle import read_head
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.inbox import Inbox, Outcome
from kt1desk.exchange.outgoing import WrittenBundle, write_bundle
from tests.support.case_mail import (
    APPLICANT,
    BACK,
    CASE,
    SEND,
    accepted,
    cover_line,
    decided,
    handed,
    registered,
    result,
    sent,
)
from tests.support.chains import SHIFT, arrived
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT, code_of, seeded
from tests.support.mail_desks import MailDesk, office_and_commune


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[MailDesk, MailDesk]]:
    """The office serves the authority, the commune accepts; the commune's KT1 register must stay off everything."""
    with office_and_commune(tmp_path, frozenset()) as made:
        yield made


def written(desk: MailDesk, to: str, user: str = "uncleared") -> WrittenBundle:
    return write_bundle(desk.dossiers, desk.session(user), to)


def taken(desk: MailDesk, data: bytes, user: str = "uncleared") -> list[tuple[str, Outcome, str]]:
    """What became of each event: its type, the outcome, and why not."""
    rows = Inbox(desk.dossiers).take_bundle(desk.session(user), data)
    return [(row.type, row.outcome, row.reason.code if row.reason else "") for row in rows]


def told(desks: tuple[MailDesk, MailDesk]) -> None:
    """The commune accepted a case and told the office."""
    office, commune = desks
    commune.write(accepted(), beside=APPLICANT)
    taken(office, written(commune, OFFICE_POINT).data)


def test_a_case_reaches_the_point_of_its_authority_without_any_clearance(
    desks: tuple[MailDesk, MailDesk],
) -> None:
    office, commune = desks
    commune.write(accepted(), beside=APPLICANT)

    rows = taken(office, written(commune, OFFICE_POINT).data)

    assert rows == [("dossier.accepted", Outcome.NEW, "")]
    with office.store.read() as reader:
        case = reader.case(CASE)
    assert case is not None
    assert (case.origin, case.applicant, case.send_item) == (COMMUNE_POINT, "Lương Thị Mẫu", SEND)


def test_dossiers_travel_where_the_kt1_register_of_the_desk_may_not(desks: tuple[MailDesk, MailDesk]) -> None:
    _, commune = desks
    commune.write(accepted(), beside=APPLICANT)

    assert code_of(lambda: commune.bundle(OFFICE_POINT)) == "exchange.no_bundle"
    assert written(commune, OFFICE_POINT).last == 1


def test_bundles_of_the_two_services_are_numbered_apart_and_hold_each_their_own(tmp_path: Path) -> None:
    with office_and_commune(tmp_path) as (office, commune):
        commune.write(arrived())
        commune.write(accepted(), beside=APPLICANT)

        kt1, dossiers = commune.bundle(OFFICE_POINT), written(commune, OFFICE_POINT)

        heads = [read_head(each.data) for each in (kt1, dossiers)]
        assert [(head.service, head.number) for head in heads] == [(Service.KT1, 1), (Service.TTHC, 1)]
        assert [(each.first, each.last) for each in (kt1, dossiers)] == [(1, 1), (1, 1)]
        assert [row.type for row in office.inbox.take_bundle(office.session(), kt1.data)] == ["item.arrived"]
        assert [kind for kind, _, _ in taken(office, dossiers.data)] == ["dossier.accepted"]


def test_a_bundle_of_the_other_service_is_refused_by_its_head(tmp_path: Path) -> None:
    with office_and_commune(tmp_path) as (office, commune):
        commune.write(arrived())
        kt1, dossiers = commune.bundle(OFFICE_POINT).data, written(commune, OFFICE_POINT).data

        assert code_of(lambda: taken(office, kt1)) == "bundle.other_service"
        assert code_of(lambda: office.inbox.take_bundle(office.session(), dossiers)) == "bundle.other_service"


def test_a_bundle_is_not_made_one_of_the_other_service_by_its_first_letters(tmp_path: Path) -> None:
    with office_and_commune(tmp_path) as (office, commune):
        commune.write(arrived())
        forged = b"KH" + commune.bundle(OFFICE_POINT).data[2:]

        assert code_of(lambda: taken(office, forged)) == "bundle.unopened"


def test_a_bundle_of_dossiers_is_written_down_in_the_stream_of_the_counter(
    desks: tuple[MailDesk, MailDesk],
) -> None:
    _, commune = desks
    commune.write(accepted(), beside=APPLICANT)

    made = written(commune, OFFICE_POINT)

    with commune.store.read() as reader:
        assert reader.bundles_to(OFFICE_POINT, service=Service.TTHC) == (made.number, 1)
        assert reader.bundles_to(OFFICE_POINT) == (0, 0)
    assert DossierBundleWritten.TYPE == "tthc.bundle.written"


def test_what_was_taken_is_not_sent_again(desks: tuple[MailDesk, MailDesk]) -> None:
    office, commune = desks
    told(desks)
    office.write(registered())
    taken(commune, written(office, COMMUNE_POINT).data)
    commune.write(replace(accepted(f"{COMMUNE_POINT}-261123-9-002"), legs=other_legs()), beside=APPLICANT)

    again = written(commune, OFFICE_POINT)

    assert (again.first, again.last) == (2, 2)


def other_legs() -> tuple[Leg, ...]:
    """Of a second case."""
    send, back = (number_at("RC", 90_010 + at).text for at in (1, 2))
    return accepted(send=send, back=back).legs


@pytest.mark.parametrize("fact", [handed(), registered(), decided(), result()])
def test_what_happened_at_the_authority_is_believed_of_the_point_that_was_told(
    desks: tuple[MailDesk, MailDesk], fact: Fact
) -> None:
    office, commune = desks
    told(desks)
    office.write(fact)

    assert taken(commune, written(office, COMMUNE_POINT).data) == [(fact.TYPE, Outcome.NEW, "")]


@pytest.mark.parametrize("fact", [handed(), registered(), decided(), result()])
def test_what_happened_at_the_authority_is_believed_of_nobody_who_was_not_told(
    desks: tuple[MailDesk, MailDesk], fact: Fact
) -> None:
    office, commune = desks
    commune.write(accepted(to="240100"), beside=APPLICANT)
    office.write(fact)

    rows = taken(commune, written(office, COMMUNE_POINT).data)

    assert rows == [(fact.TYPE, Outcome.REFUSED, "inbox.not_theirs")]


def test_who_was_sent_the_cover_is_believed_that_he_handed_it_over(desks: tuple[MailDesk, MailDesk]) -> None:
    office, commune = desks
    commune.write(accepted(to="240100"), beside=APPLICANT)
    commune.write(replace(sent(), point=COMMUNE_POINT, to=OFFICE_POINT))  # type: ignore[type-var]
    office.write(handed(dossier=""), registered())

    rows = taken(commune, written(office, COMMUNE_POINT).data)

    assert rows == [
        ("dossier.handed", Outcome.NEW, ""),
        ("dossier.registered", Outcome.REFUSED, "inbox.not_theirs"),
    ]


@pytest.mark.parametrize("fact", [handed, registered, decided, result])
def test_nobody_tells_a_point_of_a_case_that_it_never_numbered(
    desks: tuple[MailDesk, MailDesk], fact: object
) -> None:
    office, commune = desks
    foreign = fact(dossier="240100-261123-4-001")  # type: ignore[operator]
    office.write(foreign)

    rows = taken(commune, written(office, COMMUNE_POINT).data)

    assert [row[1:] for row in rows] == [(Outcome.REFUSED, "inbox.not_theirs")]


@pytest.mark.parametrize("which", ["send", "back"])
def test_a_case_of_another_point_takes_no_number_of_this_desk(
    desks: tuple[MailDesk, MailDesk], which: str
) -> None:
    office, commune = desks
    office.write(BlockGranted("RC", 90_000, 90_500))
    commune.write(accepted(**{which: number_at("RC", 90_200).text}), beside=APPLICANT)

    rows = taken(office, written(commune, OFFICE_POINT).data)

    assert [row[1:] for row in rows] == [(Outcome.REFUSED, "inbox.not_theirs")]


def test_an_enclosure_takes_no_number_of_this_desk(desks: tuple[MailDesk, MailDesk]) -> None:
    office, commune = desks
    told(desks)
    commune.write(BlockGranted("RC", 95_000, 95_500))
    number = number_at("RC", 95_001).text
    office.write(
        EnclosureMade(CASE, number, "slip", 1, OFFICE_POINT, SHIFT, to=COMMUNE_POINT, origin=COMMUNE_POINT)
    )

    rows = taken(commune, written(office, COMMUNE_POINT).data)

    assert [row[1:] for row in rows] == [(Outcome.REFUSED, "inbox.not_theirs")]


def test_a_result_of_one_case_is_not_told_under_another(desks: tuple[MailDesk, MailDesk]) -> None:
    office, commune = desks
    told(desks)
    second = f"{COMMUNE_POINT}-261123-9-002"
    commune.write(replace(accepted(second), legs=other_legs()), beside=APPLICANT)
    taken(office, written(commune, OFFICE_POINT).data)
    office.write(replace(result(dossier=second), item=BACK))

    rows = taken(commune, written(office, COMMUNE_POINT).data)

    assert [row[1:] for row in rows] == [(Outcome.REFUSED, "inbox.not_theirs")]


def test_no_dispatch_of_dossiers_names_a_kt1_item_that_is_known_here(tmp_path: Path) -> None:
    with office_and_commune(tmp_path) as (office, commune):
        kt1 = "ME473124005VN"
        commune.write(arrived(kt1))
        office.write(sent((cover_line(kt1),)))

        rows = taken(commune, written(office, COMMUNE_POINT).data)

    assert [row[1:] for row in rows] == [(Outcome.REFUSED, "inbox.not_theirs")]


def test_a_dispatch_of_dossiers_comes_by_its_paper_and_no_kt1_user_is_needed(
    desks: tuple[MailDesk, MailDesk],
) -> None:
    office, commune = desks
    beside = {f"from.{SEND}": {"name": "Lương Thị Mẫu"}, "driver": {"name": "Lương Minh Đức"}}
    (event,) = office.write(sent(), beside=beside)
    parts = PaperCodes(office.own, office.keys, seeded()).parts(event, COMMUNE_POINT)

    rows = Inbox(commune.dossiers).take_paper(commune.session("uncleared"), parts)

    assert [row.outcome for row in rows] == [Outcome.NEW]
    assert "Lương Thị Mẫu".encode() not in b"".join(parts)


def test_a_kt1_paper_is_not_taken_in_as_one_of_dossiers(tmp_path: Path) -> None:
    with office_and_commune(tmp_path) as (office, commune):
        (event,) = office.write(sent())
        parts = PaperCodes(office.own, office.keys, seeded()).parts(event, COMMUNE_POINT)

        def taken_as_kt1() -> object:
            return commune.inbox.take_paper(commune.session(), parts)

        assert code_of(taken_as_kt1) == "inbox.other_service"


def test_whoever_may_not_exchange_mail_about_dossiers_does_not(desks: tuple[MailDesk, MailDesk]) -> None:
    _, commune = desks
    with commune.store.read() as reader:
        session = replace(
            commune.session(),
            actor=replace(commune.session().actor, roles=frozenset()),
        )
        with pytest.raises(DeskError) as refused:
            commune.dossiers.check(reader, session, Transport.BUNDLE)

    assert (refused.value.code, refused.value.details["act"]) == ("user.not_allowed", "exchange_dossier_mail")
