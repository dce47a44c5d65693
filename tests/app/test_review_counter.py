"""Exceptions on a real store: what was done alone is looked at by somebody else, and then something may be done alone again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.custody_services import custody_services
from kt1desk.app.review_counter import ReviewCounter
from kt1desk.desktop.dispatch.exception_rows import exception_rows
from kt1desk.desktop.needs.approval import Alone
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.service import Service
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.accepting import open_desk_of
from tests.support.dispatch_desks import DispatchDesk, two_desks
from tests.support.dossier_points import ALONE, dossier_desk
from tests.support.points import CENTRE, COMMUNE, OnePassword
from tests.support.settling import FLOAT, settling

HOUR_MS = 3_600_000


def _alone(desk: DispatchDesk) -> str:
    """An item that was approved by nobody else."""
    item, counter = desk.at.new_item(Secrecy.C), desk.counter()
    counter.approve([item], Alone(counter.approval_view().alone[0].key))
    return item


def test_an_exception_is_reviewed_by_another_user_and_the_limit_is_free_again(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, desk):
        most = desk.at.reference.setting_int("approval.exceptions_max", desk.open.today)
        items = [_alone(desk) for _ in range(most + 1)]
        with pytest.raises(DeskError, match=r"approval\.exceptions_open"):
            _alone(desk)

        other = desk.counter("controller")
        view = other.exception_view()
        for each in view.waiting:
            other.review(each.row.event, view.outcomes[0].key)

        assert [each.row.number for each in view.waiting] == items
        assert other.approval_view().exceptions == 0
        assert _alone(desk) not in items


def test_an_old_exception_bars_the_next_until_somebody_else_has_looked(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, desk):
        _alone(desk)
        desk.at.clock.pass_ms(73 * HOUR_MS)
        with pytest.raises(DeskError, match=r"approval\.exceptions_old"):
            _alone(desk)

        other = desk.counter("controller")
        (each,) = other.exception_view().waiting
        other.review(each.row.event, "not_needed")

        assert _alone(desk)


def test_whoever_did_it_sees_it_as_his_own_and_does_not_review_it(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, desk):
        _alone(desk)
        mine, other = desk.counter(), desk.counter("controller")

        (own,), (theirs,) = mine.exception_view().waiting, other.exception_view().waiting

        assert (own.own, theirs.own) == (True, False)
        assert own.reason == mine.approval_view().alone[0].text
        assert own.who != own.row.user
        with pytest.raises(DeskError, match=r"approval\.review_own|user\."):
            mine.review(own.row.event, "in_order")
        assert len(other.exception_view().waiting) == 1


def test_whoever_is_not_cleared_sees_no_exception_of_kt1(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, desk):
        _alone(desk)

        with pytest.raises(DeskError, match=r"user\."):
            desk.counter("uncleared").exception_view()


def test_what_was_done_alone_with_covers_is_reviewed_on_their_own_side(tmp_path: Path) -> None:
    with dossier_desk(tmp_path, COMMUNE, 3) as desk:
        item = desk.result(desk.awaited())
        desk.redirecting.give_back(desk.at.session("clerk"), item, "not_collected", ALONE)
        kt1, covers = (
            ReviewCounter(
                custody_services(
                    open_desk_of(desk.at, "controller"), OnePassword().check, lambda: None, service
                )
            )
            for service in (Service.KT1, Service.TTHC)
        )

        (each,) = covers.exception_view().waiting
        others = kt1.exception_view().waiting
        covers.review(each.row.event, "in_order")

        assert (each.row.number, each.own, others) == (item, False, ())
        assert covers.exception_view().waiting == ()


def test_a_shift_closed_alone_is_shown_with_its_day_and_reviewed_beside_the_covers(tmp_path: Path) -> None:
    with dossier_desk(tmp_path, COMMUNE, 3) as desk:
        closing = settling(desk.at)
        for counted, reason in ((FLOAT, ""), (((200_000, 2),), "change")):
            closing.close(desk.at.session("clerk"), SettleDraft(Counted(counted), reason=reason, alone=True))
            desk.at.open_shift()
        opened = open_desk_of(desk.at, "controller")
        at = ReviewCounter(custody_services(opened, OnePassword().check, lambda: None, Service.TTHC))

        view = at.exception_view()
        first, second = exception_rows(view)
        for each in view.waiting:
            at.review(each.row.event, "in_order")

        assert first.cells[1:4] == (
            "Kết một mình", "ca 1 ngày 23/11/2026", "Không có ai khác để ký, tiền khớp sổ",
        )  # fmt: skip
        assert second.cells[3] == "Không có ai khác để ký, tiền lệch: Trả nhầm tiền thừa"
        assert at.exception_view().waiting == ()
