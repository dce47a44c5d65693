"""The shared folder while key lists come and change."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from kt1desk.app.listed_near import ListedNear
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.near_folder import NearFolder
from tests.support.exchange_keys import OFFICE_POINT
from tests.support.mail_desks import MailDesk, listed, mail_desk
from tests.support.near_rounds import accepted, round_of


def test_without_a_key_list_it_says_so_and_with_the_first_and_each_newer_one_it_goes_on(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "chung"
    folder.mkdir()
    with ExitStack() as stack:
        desks = [stack.enter_context(mail_desk(tmp_path, device, OFFICE_POINT)) for device in (7, 8, 9)]
        first, second, third = desks
        kept: list[MailDesk] = []

        def rooms() -> tuple[Mailroom, Mailroom]:
            if not kept:
                raise DeskError("key_list.none")
            return kept[-1].room, kept[-1].dossiers

        near = ListedNear(rooms, NearFolder(folder))
        accepted(first)

        none = near.round()
        kept.append(first.believing(listed(first, second)))
        two = near.round()
        kept.append(first.believing(listed(*desks)))
        three = near.round()
        news = round_of(third.believing(listed(*desks)), folder)

        assert none.problem is not None
        assert (none.problem.code, none.written) == ("key_list.none", ())
        assert [sibling.device for sibling in two.siblings] == [8]
        assert ([sibling.device for sibling in three.siblings], three.written[-1]) == ([8, 9], 9)
        assert [row.type for row in news.taken] == ["item.accepted"]
