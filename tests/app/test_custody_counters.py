"""What the pages of incidents, registers and records need, on real desks: from the second person to the code that anybody can prove."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.custody_services import CustodyServices, custody_services
from kt1desk.app.incident_counter import IncidentCounter
from kt1desk.app.mail_room import mailroom_of
from kt1desk.app.record_counter import RecordCounter
from kt1desk.app.register_counter import RegisterCounter
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.incidents import Age
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.domain.registers import PEOPLE, PLACES, REGISTERS
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Table
from kt1desk.domain.service import Service
from kt1desk.exchange.certificate import check_certificate_text
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.register_views import Asked
from tests.support.accepting import open_desk_of
from tests.support.deliveries import VALID
from tests.support.desks import counter as trial_desk
from tests.support.desks import ordinary
from tests.support.dispatch_desks import DispatchDesk, two_desks
from tests.support.points import CENTRE, DISTRICT, PASSWORD, OnePassword

HOUR = 3_600_000


def services(desk: DispatchDesk, user: str = "clerk", woken: list[None] | None = None) -> CustodyServices:
    wake = (woken if woken is not None else []).append
    return custody_services(open_desk_of(desk.at, user), OnePassword().check, lambda: wake(None))


def test_the_gravest_and_oldest_record_stands_first_with_who_must_be_told(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        needs = IncidentCounter(services(desk))
        minor, first, second = (desk.at.new_item(letter) for letter in (Secrecy.NONE, Secrecy.C, Secrecy.C))
        needs.open_incident(IncidentDraft("late", ThingKind.ITEM, minor))
        needs.open_incident(IncidentDraft("opened", ThingKind.ITEM, first, CENTRE))
        desk.at.clock.pass_ms(30 * HOUR)
        needs.open_incident(IncidentDraft("opened", ThingKind.ITEM, second))

        board = needs.incidents(only_open=True)

        assert [line.row.number for line in board.lines] == [first, second, minor]
        assert [line.age for line in board.lines] == [Age.DAY, Age.FRESH, Age.DAY]
        assert len(board.lines[0].untold) == len(board.contacts) == 5
        assert board.lines[0].other_point
        assert not board.lines[0].alone
        assert "seal_wrong" not in {each.key for each in needs.codes(ThingKind.ITEM)}


def test_what_protects_a_kt1_item_cannot_have_gone_wrong_with_a_cover_of_a_dossier(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        opened = open_desk_of(desk.at, "clerk")
        kt1, dossiers = (
            custody_services(opened, OnePassword().check, lambda: None, service) for service in Service
        )

        of_items = {each.key for each in IncidentCounter(kt1).codes(ThingKind.ITEM)}
        of_covers = {each.key for each in IncidentCounter(dossiers).codes(ThingKind.ITEM)}

        assert of_items - of_covers == {"wrongly_protected"}
        draft = IncidentDraft("wrongly_protected", ThingKind.ITEM, "RX000000014VN")
        with pytest.raises(DeskError, match=r"incident\.other_thing"):
            IncidentCounter(dossiers).open_incident(draft)


def test_a_record_is_told_remedied_closed_by_another_person_and_printed(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        woken: list[None] = []
        needs = IncidentCounter(services(desk, woken=woken))
        number = needs.open_incident(IncidentDraft("lost", ThingKind.ITEM, desk.at.new_item(Secrecy.B)))
        for contact in needs.incidents(only_open=True).contacts:
            needs.tell(number, contact.key, "telephone", 0)
        needs.remedy(number, "searched")
        with pytest.raises(DeskError, match="login"):
            needs.close_incident(number, "lost_confirmed", AtDesk("controller", "sai"))
        needs.close_incident(number, "lost_confirmed", AtDesk("controller", PASSWORD))
        needs.print_record(number)

        (line,) = needs.incidents(only_open=False).lines
        assert (line.outcome, line.remedy, line.untold) == ("Xác nhận mất", "Đã tìm kiếm, chưa thấy", ())
        assert {contact.way for contact in line.contacts} == {"Điện thoại"}
        assert needs.incidents(only_open=True).lines == ()
        assert woken == [None]
        assert desk.papers("incident_record")[0]["number"] == number


def test_registers_are_kept_by_the_head_with_choices_for_their_columns(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        needs = RegisterCounter(services(desk, "chief"))
        people, places = REGISTERS[PEOPLE], REGISTERS[PLACES]

        key = needs.enter(PEOPLE, "", VALID | {"user": "other"})

        assert key == "other"
        assert [each.key for each in needs.column_choices(people.column("user"), "nong hoa")] == ["other"]
        assert [each.key for each in needs.column_choices(places.column("kind"), "ket")] == ["safe"]
        assert needs.column_choices(people.column("vetted_on"), "") == []
        assert {each.code for each in needs.registers()} == set(REGISTERS)
        assert needs.book(PEOPLE).entries[0].entry == "other"


def test_a_month_is_reckoned_and_printed_for_an_agency_on_account(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        woken: list[None] = []
        needs = RegisterCounter(services(desk, "chief", woken))
        desk.at.accept(replace(ordinary(), payment=Payment.ACCOUNT))
        month = f"{desk.open.today:%Y-%m}"

        view = needs.statement("LS-SNV", month)
        needs.print_statement("LS-SNV", month)

        assert len(view.statement.rows) == 1
        assert view.statement.unpriced == (view.statement.rows[0].number,)
        assert needs.last_month() == "2026-10"
        assert woken == [None]
        assert len(desk.papers("statement")) == 1


def test_a_register_of_what_was_done_is_read_printed_and_written_and_has_its_blank_sheets(
    tmp_path: Path,
) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        woken: list[None] = []
        needs = RegisterCounter(services(desk, "chief", woken))
        item = desk.at.new_item()
        desk.at.send(desk.at.pack(item, to=CENTRE).receptacle, to=CENTRE)
        today = needs.register_today()

        shown = needs.register_lines(Asked("manifests", Period(today, today)))
        file = needs.save_report(shown, str(tmp_path / "so.xlsx"))
        needs.print_report(shown)
        needs.print_blank("manifests", 3)
        titles = [needs.blank_title(view) for view in ("manifests", "later", "not_using")]

        (table,) = shown.report.sections
        assert isinstance(table, Table)
        assert len(table.rows) == 1
        assert shown.kt1
        assert Path(file).stat().st_size > 1_000
        assert titles[0::2] == ["Tờ ghi tay: giao nhận", ""]
        assert titles[1] == "Tờ ghi tay: nhận bưu gửi KT1. Của hồ sơ: chọn «Sổ theo dõi hồ sơ»."
        assert woken == [None, None]
        assert (len(desk.papers("report")), len(desk.papers("blank_register"))) == (1, 1)


def test_a_certificate_is_printed_with_a_code_that_the_key_list_proves(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        woken: list[None] = []
        item = desk.at.new_item(Secrecy.C)
        desk.at.approve(item)
        chief = open_desk_of(desk.at, "chief")
        needs = RecordCounter(chief, lambda: woken.append(None))

        papers = needs.certify(item)

        (values,) = desk.papers("custody_certificate")
        proved = check_certificate_text(values["code"], mailroom_of(chief).keys)
        assert (papers, woken) == (1, [None])
        assert (proved.statement.item, proved.desk.point, len(proved.statement.stations)) == (
            item,
            DISTRICT,
            2,
        )


def test_bags_and_dispatches_are_found_by_number_where_no_record_is(tmp_path: Path) -> None:
    with two_desks(tmp_path, DISTRICT, CENTRE) as (desk, _):
        item = desk.at.new_item()
        desk.at.pack(item, to=CENTRE, receptacle="TUI00000777")
        needs = RecordCounter(desk.open, lambda: None)

        bag, found, nothing = needs.find("tui00000777"), needs.find(item), needs.find("TUI00000778")

        assert (bag.record, bag.journey is not None and bag.journey.kind) == (None, ThingKind.RECEPTACLE)
        assert found.record is not None
        assert found.journey is not None
        assert (nothing.record, nothing.journey) == (None, None)


def test_a_desk_for_trying_out_certifies_nothing_and_says_why(tmp_path: Path) -> None:
    with trial_desk(tmp_path) as desk:
        desk.open_shift()
        item = desk.accept().item
        needs = RecordCounter(open_desk_of(desk, "chief"), lambda: None)

        with pytest.raises(DeskError) as refused:
            needs.certify(item)

    assert refused.value.code.endswith(".trial_desk")
