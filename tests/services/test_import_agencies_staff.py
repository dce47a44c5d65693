"""Agencies and staff from tables: who joins, from which day, and what no table can give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kt1desk.domain.facts import UserEnrolled
from kt1desk.domain.permissions import Act, Role, permits
from kt1desk.services.import_agencies import AgencyImporter, with_agencies
from kt1desk.services.import_columns import AGENCY_COLUMNS, STAFF_COLUMNS
from kt1desk.services.import_staff import StaffImporter
from kt1desk.services.imports import ImportReport, Imports, ImportState
from tests.support.desks import Counter
from tests.support.lists import events_of, import_outcomes, sheet

TAKEN, THERE, REFUSED = ImportState.TAKEN, ImportState.THERE, ImportState.REFUSED


def today(desk: Counter) -> date:
    return desk.shifts.proposed_date()


def agencies(desk: Counter, *lines: dict[str, str]) -> ImportReport:
    importer = AgencyImporter(desk.reference, today(desk), "20")
    brought = sheet(*lines, layout=AGENCY_COLUMNS)
    return Imports(desk.store, desk.clock).take(desk.session("chief"), brought, importer)


def staff(desk: Counter, *lines: dict[str, str], user: str = "chief") -> ImportReport:
    brought = sheet(*lines, layout=STAFF_COLUMNS)
    importer = StaffImporter(desk.session(user))
    return Imports(desk.store, desk.clock).take(desk.session(user), brought, importer)


def agency(**cells: str) -> dict[str, str]:
    return {"call_code": "TTX", "name": "Trung tâm X", "address": "Số 1, đường Trần Phú"} | cells


def test_an_agency_joins_the_list_and_a_new_version_ends_the_old_one(quiet_desk: Counter) -> None:
    first = agencies(quiet_desk, agency(valid_from="01/11/2026", uses_kt1="có", commune="Đồng Đăng"))
    then = agencies(quiet_desk, agency(valid_from="20/11/2026", name="Trung tâm Mới"))

    with quiet_desk.store.read() as reader:
        whole = with_agencies(quiet_desk.reference, reader.imported_agencies())
    old, new = (whole.agency("ttx", date(2026, 11, day)) for day in (19, 20))
    assert (import_outcomes(first), import_outcomes(then)) == ([(2, TAKEN, "")], [(2, TAKEN, "")])
    assert (old.name, old.valid_to, old.uses_kt1) == ("Trung tâm X", date(2026, 11, 19), True)
    assert (new.name, new.valid_to, new.uses_kt1) == ("Trung tâm Mới", None, False)
    assert whole.commune(old.commune, date(2026, 11, 19)).name == "Đồng Đăng"


def test_a_shipped_agency_is_replaced_from_the_day_of_the_new_version(quiet_desk: Counter) -> None:
    shipped = quiet_desk.reference.agency("SNV", today(quiet_desk))
    imported = replace(shipped, valid_from=today(quiet_desk), name="Sở Nội vụ và Lao động")

    whole = with_agencies(quiet_desk.reference, [imported])

    yesterday = today(quiet_desk) - timedelta(days=1)
    assert whole.agency("SNV", yesterday).name == shipped.name
    assert whole.agency("SNV", today(quiet_desk)) == imported
    assert len(whole.agencies) == len(quiet_desk.reference.agencies) + 1


@pytest.mark.parametrize(
    ("cells", "code", "title"),
    [
        ({"call_code": "SNV"}, "import.call_code_taken", "Mã gọi"),
        ({"call_code": ""}, "text.empty", "Mã gọi"),
        ({"name": ""}, "text.empty", "Tên cơ quan"),
        ({"address": ""}, "text.empty", "Địa chỉ"),
        ({"commune": "Không Có"}, "import.commune_unknown", "Xã, phường"),
        ({"province": "Hà Bắc"}, "batch.province_unknown", "Tỉnh"),
        ({"point": "999999"}, "import.point_unknown", "Điểm phát"),
        ({"ground": "z"}, "import.ground_unknown", "Diện phục vụ"),
        ({"uses_kt1": "rồi"}, "batch.yes_no", "Có hợp đồng KT1"),
    ],
)
def test_a_bad_cell_of_an_agency_refuses_its_line(
    quiet_desk: Counter, cells: dict[str, str], code: str, title: str
) -> None:
    report = agencies(quiet_desk, agency(**cells))

    assert [(line.reason.code if line.reason else "", line.place) for line in report.lines] == [(code, title)]


def test_staff_are_enrolled_once_without_clearance_and_nobody_is_changed(quiet_desk: Counter) -> None:
    report = staff(
        quiet_desk,
        {"user": "Mai.Nong", "name": "Nông Thị Mai", "roles": "Giao dịch viên, Trưởng điểm"},
        {"user": "clerk", "name": "Hoàng Thị Hà", "roles": "GDV"},
        {"user": "clerk", "name": "Người Khác", "roles": "GDV"},
        {"user": "uncleared", "name": "Nông Văn Minh", "roles": "Quản trị"},
    )

    assert import_outcomes(report) == [
        (2, TAKEN, ""),
        (3, THERE, ""),
        (4, REFUSED, "import.twice"),
        (5, REFUSED, "import.user_differs"),
    ]
    session = quiet_desk.session("mai.nong")
    assert session.name == "Nông Thị Mai"
    assert session.actor.roles == {Role.CLERK, Role.HEAD}
    assert not permits(session.actor, Act.ACCEPT_SECRET_ITEM, today(quiet_desk))
    enrolled = events_of(quiet_desk, UserEnrolled.TYPE)[-1]
    assert enrolled.particular("person") == {"name": "Nông Thị Mai"}
    assert "Nông" not in str(enrolled.body())


@pytest.mark.parametrize(
    ("cells", "code", "title"),
    [
        ({"user": "có dấu"}, "user.id_shape", "Tên đăng nhập"),
        ({"name": ""}, "text.empty", "Họ tên"),
        ({"roles": ""}, "user.no_role", "Vai trò"),
        ({"roles": "giám đốc"}, "import.role_unknown", "Vai trò"),
    ],
)
def test_a_bad_cell_of_a_user_refuses_its_line(
    quiet_desk: Counter, cells: dict[str, str], code: str, title: str
) -> None:
    report = staff(quiet_desk, {"user": "mai.nong", "name": "Nông Thị Mai", "roles": "GDV"} | cells)

    assert [(line.reason.code if line.reason else "", line.place) for line in report.lines] == [(code, title)]


def test_only_an_administrator_makes_administrators(quiet_desk: Counter) -> None:
    staff(quiet_desk, {"user": "truong", "name": "Trưởng Điểm", "roles": "Trưởng điểm"})

    report = staff(quiet_desk, {"user": "moi", "name": "Quản Trị Mới", "roles": "Quản trị"}, user="truong")

    assert import_outcomes(report) == [(2, REFUSED, "import.role_above")]
