"""Fault 30: after much went to and fro, no desk's file names anybody of an item that never came near it.

Four desks at three points, a real gate, a real integrator, a shared folder. Every thing has people of its own, invented and nowhere
else; each decrypted file is looked through, every cell of every table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest

from kt1desk.domain.facts.line import LineAllowed
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.kept_keys import keep_keys
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.round_report import Ending
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.ports import Appending
from kt1desk.store.connection import open_raw
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.settings import Settings
from tests.support.centre_mail import desk_file, on_line
from tests.support.dossiers import PROCEDURES, ordinary_dossier, person
from tests.support.exchange_keys import PROVINCE, PROVINCE_KEY
from tests.support.furnished import DEK
from tests.support.integrating import KEY, PgCentre
from tests.support.line_settings import settings_of
from tests.support.mail_desks import MailDesk
from tests.support.near_desks import NearDesk, near_desks, settle
from tests.support.planted import patterns
from tests.support.points import CENTRE, COMMUNE, DISTRICT
from tests.support.postgres import Cluster, Desk

FAMILIES = ("Quỳnh", "Thoan", "Vượng", "Khuê", "Nhật", "Sương", "Bường", "Chiêm", "Giáng")
PLACE = "KET-1"


@dataclass(frozen=True)
class People:
    """Who handed a thing in and who receives it, and the points that may know of them."""

    person: str
    phone: str
    receiver: str
    address: str
    known_at: frozenset[str]

    @property
    def texts(self) -> tuple[str, ...]:
        return self.person, self.phone, self.receiver, self.address


def people(at: int, *known_at: str) -> People:
    word = FAMILIES[at]
    return People(
        person=f"Đàm Xuân {word}",
        phone=f"0946 318 2{at}5",
        receiver=f"Hội Khuyến nhạc {word} Ngư",
        address=f"Ngõ {word} Mươi Chín, phố Đèo Giang",
        known_at=frozenset(known_at),
    )


EVERYBODY: Mapping[str, People] = {
    "to the district": people(0, CENTRE, DISTRICT),
    "to the commune": people(1, CENTRE, COMMUNE),
    "stays": people(2, CENTRE),
    "of the desk beside": people(3, CENTRE),
    "from the district": people(4, CENTRE, DISTRICT),
    "stays at the district": people(5, DISTRICT),
    "stays at the commune": people(6, COMMUNE),
    "a dossier": people(7, CENTRE, DISTRICT),
    "a dossier of the commune": people(8, COMMUNE, DISTRICT),
}
"""By what is sent or stays."""


def item_of(desk: NearDesk, who: People) -> str:
    """An item to somebody who is in no list, in the safe."""
    draft = AcceptanceDraft(
        sender="SNV",
        other_receiver=OtherParty(who.receiver, who.address, "22"),
        weight_g=340,
        handed_by=who.person,
        handed_by_phone=who.phone,
    )
    item = desk.accept(draft).item
    desk.holding.store(desk.session(), item, PLACE)
    return item


def dossier_of(desk: NearDesk, who: People) -> None:
    """A dossier of one of them; the desk at its authority, at the district, is told of it, with the applicant's name and no more."""
    applicant = replace(person(), name=who.person, phone=who.phone.replace(" ", ""))
    desk.accept_dossier(replace(ordinary_dossier(), applicant=applicant))


@dataclass
class Province:
    """The desks, the centre, and the shared folder of one point."""

    desks: Sequence[NearDesk]
    centre: PgCentre
    enrolled: Mapping[int, Desk]
    folder: Path

    def round(self, desk: NearDesk) -> None:
        """One round of a desk with the gate."""
        mail = on_line(cast("MailDesk", desk), file=False, keys=False)
        line = GateLine(settings_of(self.centre.cluster, self.enrolled[desk.device]))
        shelf, notes = FrameShelf(desk.store, 1), Settings(desk.store)
        hardware = desk.device.to_bytes(16, "big")
        own = LineDesk(desk.store, desk.own, 1, shelf, notes, desk.clock, hardware, 1_000_000)
        try:
            report = Courier(line, own, mail).round()
        finally:
            line.close()
        assert (report.ended, report.mail.problem) == (Ending.DONE, None)
        assert [row.reason for row in report.mail.taken if row.reason is not None] == []

    def exchange(self) -> None:
        """All with the centre, and those of one point with each other, until nothing is left."""
        for _ in range(3):
            for desk in self.desks:
                self.round(desk)
            while self.centre.integrator().round().frames:
                self.centre.gone()
            self.centre.gone()
            settle(self.folder, *(desk for desk in self.desks if desk.point == CENTRE), times=1)


def _joined(desk: MailDesk) -> None:
    """The desk has its file, with the key of this centre, and the province's list."""
    notes = Settings(desk.store)
    keep_desk_file(notes, PROVINCE_KEY, desk_file(desk, KEY.public), (desk.own.device, desk.own.point))
    keep_keys(notes, PROVINCE_KEY, sign_key_list(desk.keys, PROVINCE))


@pytest.fixture
def province(cluster: Cluster, tmp_path: Path) -> Iterator[Province]:
    seats = ((CENTRE, 7), (CENTRE, 8), (DISTRICT, 9), (COMMUNE, 10))
    folder = tmp_path / "shared"
    folder.mkdir()
    with ExitStack() as stack:
        desks = stack.enter_context(near_desks(tmp_path, *seats))
        centre = PgCentre(cluster)
        centre.list_keys(desks[0].keys)
        for desk in desks:
            with desk.store.work() as work:
                work.append(LineAllowed("12/BĐT", "2026-11-20", desk.point), Appending("chief"))
                work.put_procedures(PROCEDURES)
                work.commit()
            desk.place(PLACE)
            _joined(cast("MailDesk", desk))
        yield Province(
            desks, centre, {desk.device: cluster.add_desk(desk.device, desk.point) for desk in desks}, folder
        )
        centre.gone()


def named_in(desk: NearDesk) -> dict[str, set[str]]:
    """Of whom something stands in the file of a desk: which thing's people, with which text."""
    raw = open_raw(desk.folder.database, DEK)
    try:
        tables = [
            row[0]
            for row in raw.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            )
        ]
        cells = b"\0".join(
            cell if isinstance(cell, bytes) else str(cell).encode()
            for table in tables
            for row in raw.execute(f'SELECT * FROM "{table}"')
            for cell in row
            if cell is not None
        )
    finally:
        raw.close()
    found: dict[str, set[str]] = {}
    for thing, who in EVERYBODY.items():
        hits = {text for text in who.texts if any(form in cells for form in patterns([text]))}
        if hits:
            found[thing] = hits
    return found


def test_after_a_mixed_run_no_desks_file_names_anybody_of_an_item_that_never_came_near_it(
    province: Province,
) -> None:
    first, beside, district, commune = province.desks
    province.exchange()
    bag = first.pack(item_of(first, EVERYBODY["to the district"]), to=DISTRICT, seal="NP0000011")
    first.send(bag.receptacle, to=DISTRICT)
    other = first.pack(item_of(first, EVERYBODY["to the commune"]), to=COMMUNE, seal="NP0000012")
    first.send(other.receptacle, to=COMMUNE)
    item_of(first, EVERYBODY["stays"])
    item_of(beside, EVERYBODY["of the desk beside"])
    back = district.pack(item_of(district, EVERYBODY["from the district"]), to=CENTRE, seal="NP0000013")
    district.send(back.receptacle, to=CENTRE)
    item_of(district, EVERYBODY["stays at the district"])
    item_of(commune, EVERYBODY["stays at the commune"])
    dossier_of(first, EVERYBODY["a dossier"])
    dossier_of(commune, EVERYBODY["a dossier of the commune"])
    province.exchange()
    district.receive(bag.receptacle, "NP0000011")
    commune.receive(other.receptacle, "NP0000012")
    beside.receive(back.receptacle, "NP0000013")
    province.exchange()

    named = {desk.device: named_in(desk) for desk in province.desks}

    for desk in province.desks:
        may = {thing for thing, who in EVERYBODY.items() if desk.point in who.known_at}
        assert set(named[desk.device]) <= may, (desk.device, named[desk.device])
    assert named[9]["a dossier"] == {EVERYBODY["a dossier"].person}
    origin = EVERYBODY["to the district"]
    assert named[7]["to the district"] == set(origin.texts)
    assert origin.receiver in named[9]["to the district"]
    assert EVERYBODY["from the district"].receiver in named[8]["from the district"]
    assert EVERYBODY["of the desk beside"].receiver in named[7]["of the desk beside"]
