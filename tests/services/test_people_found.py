"""Colleagues and registered receivers are found by name, account and initials, by whoever may know of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.facts import UserEnrolled, UserRevoked
from kt1desk.domain.permissions import Role
from kt1desk.services.finding import Finder
from kt1desk.services.ports import Appending
from kt1desk.services.rows import SearchHit
from kt1desk.services.sessions import Session
from tests.support.deliveries import delivery_desk
from tests.support.desks import Counter

WHO = {"hoa": "Phạm Thị Hòa", "dong": "Đỗ Văn Đông", "hoang": "Trần Hoàng", "cu": "Phạm Văn Cũ"}


def hits(desk: Counter, text: str, session: Session | None = None) -> list[SearchHit]:
    found = desk.finder.anything(session or desk.session(), text)
    return [hit for hit in found if hit.kind in {"person", "registered"}]


def names(desk: Counter, text: str, session: Session | None = None) -> list[str]:
    return [hit.title for hit in hits(desk, text, session)]


def as_role(desk: Counter, role: Role, *, cleared: bool = True) -> Session:
    session = desk.session()
    until = session.actor.clearance_until if cleared else None
    return replace(session, actor=replace(session.actor, roles=frozenset({role}), clearance_until=until))


@pytest.fixture
def staffed(desk: Counter) -> Counter:
    with desk.store.work() as work:
        for user, name in WHO.items():
            beside = {"person": {"name": name}}
            work.append(UserEnrolled(user, ("clerk",), ""), Appending("system", particulars=beside))
        work.append(UserRevoked("cu", "left"), Appending("system"))
        work.commit()
    return desk


def test_a_colleague_is_found_however_he_is_called(staffed: Counter) -> None:
    ways = ("Phạm Thị Hòa", "pham thi hoa", "hoa pham", "thi hoa", "pth", "hoa", "ph h", "HÒA")

    assert {way: (names(staffed, way) or [""])[0] for way in ways} == dict.fromkeys(ways, "Phạm Thị Hòa")
    assert names(staffed, "dong") == ["Đỗ Văn Đông"]
    assert {"Phạm Thị Hòa", "Trần Hoàng"} <= set(names(staffed, "hoa"))


def test_a_colleague_leads_to_what_he_holds_at_this_point(staffed: Counter) -> None:
    (hit,) = hits(staffed, "dong")

    assert hit.ref == f"person:{staffed.session().desk.point}/dong"
    assert hit.subtitle == "Giao dịch viên · dong"


def test_who_sees_neither_holders_nor_users_finds_nobody(staffed: Counter) -> None:
    found = {role: names(staffed, "pham thi hoa", as_role(staffed, role)) for role in Role}

    assert {role for role, seen in found.items() if not seen} == {Role.POSTMAN, Role.TECHNICIAN}


def test_who_left_is_told_to_whoever_manages_users_alone(staffed: Counter) -> None:
    assert names(staffed, "pham van cu") == []
    (hit,) = hits(staffed, "pham van cu", as_role(staffed, Role.ADMINISTRATOR))
    assert hit.subtitle.endswith("đã thôi")


def test_a_registered_receiver_is_found_with_his_agency_by_whoever_reads_the_registers(
    tmp_path: Path,
) -> None:
    with delivery_desk(tmp_path) as desk:
        desk.enter("agency_receivers", {"agency": "LS-STC", "name": "Lương Thị Hoà", "since": "2026-01-01"})
        session = desk.at.session("chief")
        plain = replace(session, actor=replace(session.actor, clearance_until=None))
        finder = Finder(desk.at.store, desk.at.reference, desk.at.clock)
        found = [hit for hit in finder.anything(session, "hoa luong") if hit.kind == "registered"]
        hidden = [hit for hit in finder.anything(plain, "hoa luong") if hit.kind == "registered"]

    assert [(hit.ref, hit.title) for hit in found] == [("book:agency_receivers", "Lương Thị Hoà")]
    assert found[0].subtitle == "Người nhận đã đăng ký · Sở Tài chính tỉnh Lạng Sơn"
    assert hidden == []


def test_whoever_is_not_cleared_finds_no_item_no_agency_and_no_receiver(desk: Counter) -> None:
    item, case = desk.accept().item, desk.accept_dossier().dossier
    cleared, plain = as_role(desk, Role.HEAD), as_role(desk, Role.HEAD, cleared=False)

    def kinds(session: Session) -> set[str]:
        typed = (item, case, "so noi vu", "hoang thi ha", "lang son", item[4:9])
        return {hit.kind for text in typed for hit in desk.finder.anything(session, text)}

    assert kinds(cleared) >= {"item", "agency", "dossier", "person"}
    assert kinds(plain) & {"item", "agency", "registered"} == set()
    assert kinds(plain) >= {"dossier", "person"}
