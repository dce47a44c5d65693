"""Somebody who was found by the search is shown with what he holds, or among the users for whoever keeps them."""

from __future__ import annotations

from kt1desk.desktop.admin.users_page import UsersPage
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.desktop.pages.holding import HoldingPage
from kt1desk.domain.custody import person
from kt1desk.services.rows import SearchHit
from tests.support.holding_fakes import OTHER, POINT, FakeHolding
from tests.support.user_fakes import PEOPLE, FakeUsers
from tests.support.work_page import AtWorks, Opener


def choose(clerk: AtWorks, ref: str) -> None:
    clerk.window._take_found(SearchHit("person", ref, "", ""))
    clerk.settle()


def test_a_colleague_is_shown_with_what_he_holds(at_works: Opener) -> None:
    clerk = at_works(lambda jobs: HoldingPage(FakeHolding.full(), jobs), Place.HOLDING)

    choose(clerk, OTHER)

    assert (clerk.text("list_title"), clerk.text("list_count")) == ("Nông Văn Minh", "4 bưu gửi")


def test_of_somebody_who_holds_nothing_that_is_said(at_works: Opener) -> None:
    clerk = at_works(lambda jobs: HoldingPage(FakeHolding.full(), jobs), Place.HOLDING)

    choose(clerk, person(POINT, "nobody"))

    assert clerk.said[-1] == "Người này không giữ bưu gửi nào. Đang xem tất cả."
    assert clerk.text("list_title") == "Tất cả"


def test_where_nothing_is_held_a_user_comes_to_hand_for_whoever_keeps_them(at_works: Opener) -> None:
    chief = at_works(lambda jobs: AdminPage({"Người dùng": UsersPage(FakeUsers(), jobs)}), Place.ADMIN)

    choose(chief, person(POINT, PEOPLE[2].user))

    assert chief.text("name") == "Lương Minh Đức"
