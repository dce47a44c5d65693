"""Desks that write straight into their journals and look into a shared folder: rounds, and what came of them."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemAccepted
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.exchange.near import Near, NearReport
from kt1desk.exchange.near_folder import NearFolder
from kt1desk.exchange.taking import Outcome
from tests.support.mail_desks import MailDesk


def near(desk: MailDesk, folder: Path) -> Near:
    return Near(desk.room, desk.dossiers, NearFolder(folder))


def round_of(desk: MailDesk, folder: Path) -> NearReport:
    desk.clock.pass_ms(2_000)
    return near(desk, folder).round()


def accepted(desk: MailDesk, serial: int = 0) -> Event:
    fact = ItemAccepted(
        item=number_at("ME", 47_312_482 + serial, "VN").text,
        product="KT1",
        urgency=Urgency.NONE,
        secrecy=Secrecy.NONE,
        scope="province",
        named_person=False,
        weight_g=40,
        pieces=1,
        place="counter",
        checks=(),
        payment="debt",
        shift="s",
        point=desk.own.point,
    )
    return desk.write(fact)[0]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def news(report: NearReport) -> list[str]:
    return [row.type for row in report.taken if row.outcome is Outcome.NEW]
