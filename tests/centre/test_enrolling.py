"""Desks are let in and put out at a real server: certificate, role, one-time code, the machine they are bound to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from cryptography import x509

from kt1desk.centre.enrolling import Revoking, Wanted, enrol, let_go, renew, revoke
from kt1desk.centre.status import as_json, as_table, read_status
from kt1desk.exchange.line_file import open_line_file, whose
from tests.support.enrolled import MadeCentre, ask, made_centre
from tests.support.exchange_keys import code_of, refusal

MACHINE, OTHER_MACHINE = b"m" * 16, b"o" * 16
POINT = "243120"


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeCentre]:
    with made_centre(tmp_path_factory.mktemp("centre") / "f") as made:
        yield made


def test_a_desk_that_is_let_in_logs_in_over_tls_is_bound_to_its_machine_and_stands_in_the_audit(
    centre: MadeCentre, tmp_path: Path
) -> None:
    line = centre.enrol(1)

    with centre.call(line, tmp_path / "desk") as gate:
        answer, reason, token = ask(gate, MACHINE)

    assert (answer, reason, len(token)) == ("ok", "", 16)
    assert [what for _, what in centre.audit(1)] == ["enrolled", "bound"]
    certificate = x509.load_pem_x509_certificate(line.certificate.encode())
    assert certificate.subject.rfc4514_string() == "CN=d00001"
    days = (certificate.not_valid_after_utc - datetime.now(UTC)).days
    assert 728 <= days <= 730


def test_the_file_says_nothing_without_its_code_and_the_code_has_a_hundred_bits_or_more(
    centre: MadeCentre,
) -> None:
    made = centre.enrolled(2)

    assert whose(made.data) == (2, POINT)
    assert b"BEGIN" not in made.data
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-Z*~$=]", made.code)
    wrong = ("0" if made.code[0] != "0" else "1") + made.code[1:]
    assert code_of(lambda: open_line_file(made.data, wrong)) == "one_time.code_typo"
    other = centre.enrolled(3)
    assert code_of(lambda: open_line_file(made.data, other.code)) == "one_time.wrong_code"
    assert open_line_file(made.data, made.code.lower().replace("-", " ")).role == "d00002"


def test_a_file_that_was_changed_to_name_another_desk_does_not_open(centre: MadeCentre) -> None:
    made = centre.enrolled(4)

    changed = made.data.replace(b'"device":4', b'"device":5')

    assert code_of(lambda: open_line_file(changed, made.code)) == "one_time.wrong_code"
    assert code_of(lambda: open_line_file(made.data[:-1], made.code)) == "line_file.damaged"


def test_a_desk_that_is_in_is_not_let_in_again(centre: MadeCentre) -> None:
    centre.enrol(6)

    refused = refusal(lambda: centre.enrol(6, "240000"))

    assert (refused.code, refused.details["point"]) == ("centre.enrolled_already", POINT)


def test_a_second_machine_with_the_same_file_and_code_is_refused_by_the_gate(
    centre: MadeCentre, tmp_path: Path
) -> None:
    made = centre.enrolled(7)
    first, second = (open_line_file(made.data, made.code) for _ in range(2))
    with centre.call(first, tmp_path / "a") as gate:
        ask(gate, MACHINE)

    with centre.call(second, tmp_path / "b") as gate:
        answer = ask(gate, OTHER_MACHINE)[:2]

    assert answer == ("fork", "hardware")
    assert ("d00007", "hardware") in centre.audit(7)


def test_a_desk_that_is_put_out_is_cut_off_at_once_and_nothing_of_it_is_touched(
    centre: MadeCentre, tmp_path: Path
) -> None:
    line = centre.enrol(8)
    gate = centre.call(line, tmp_path / "desk")
    ask(gate, MACHINE)

    with centre.place.connect() as operator:
        done = revoke(operator, 8, Revoking.LOST, datetime.now(UTC))
        again = revoke(operator, 8, Revoking.LOST, datetime.now(UTC))

    assert (done, again) == (True, False)
    with pytest.raises(psycopg.OperationalError):
        ask(gate, MACHINE)
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        centre.call(line, tmp_path / "desk")
    assert ("operator", "revoked_by_operator") in centre.audit(8)


def test_a_desk_that_was_put_out_comes_back_with_a_new_machine_and_its_old_certificate_does_not(
    centre: MadeCentre, tmp_path: Path
) -> None:
    old = centre.enrol(9)
    with centre.call(old, tmp_path / "old") as gate:
        ask(gate, MACHINE)
    with centre.place.connect() as operator:
        revoke(operator, 9, Revoking.BROKEN, datetime.now(UTC))

    new = centre.enrol(9)

    with centre.call(new, tmp_path / "new") as gate:
        assert ask(gate, OTHER_MACHINE)[0] == "ok"
    with centre.call(old, tmp_path / "old") as gate:
        assert ask(gate, OTHER_MACHINE)[:2] == ("revoked", "")
    assert ("d00009", "serial") in centre.audit(9)


def test_a_renewed_certificate_ends_the_one_before_and_keeps_machine_and_token(
    centre: MadeCentre, tmp_path: Path
) -> None:
    old = centre.enrol(10)
    with centre.call(old, tmp_path / "old") as gate:
        token = ask(gate, MACHINE)[2]
    with centre.place.connect() as operator:
        made = renew(operator, centre.centre, 10, None, datetime.now(UTC), os.urandom)

    new = open_line_file(made.data, made.code)

    with centre.call(new, tmp_path / "new") as gate:
        assert ask(gate, OTHER_MACHINE, token)[:2] == ("fork", "hardware")
        assert ask(gate, MACHINE, token)[0] == "ok"
    with centre.call(old, tmp_path / "old") as gate:
        assert ask(gate, MACHINE, token)[:2] == ("revoked", "")


def test_who_was_never_in_or_was_put_out_gets_no_new_certificate(centre: MadeCentre) -> None:
    centre.enrol(11)
    with centre.place.connect() as operator:
        revoke(operator, 11, Revoking.CLOSED, datetime.now(UTC))
        now = datetime.now(UTC)

        assert code_of(lambda: renew(operator, centre.centre, 11, None, now, os.urandom)) == "centre.revoked"
        unknown = code_of(lambda: renew(operator, centre.centre, 60_000, None, now, os.urandom))
        assert unknown == "centre.unknown_device"
        assert code_of(lambda: revoke(operator, 60_000, Revoking.LOST, now)) == "centre.unknown_device"


def test_a_machine_that_was_let_go_of_leaves_room_for_the_next_one(
    centre: MadeCentre, tmp_path: Path
) -> None:
    line = centre.enrol(12)
    with centre.call(line, tmp_path / "a") as gate:
        ask(gate, MACHINE)

    with centre.place.connect() as operator:
        let_go(operator, 12)

    with centre.call(line, tmp_path / "a") as gate:
        assert ask(gate, OTHER_MACHINE)[0] == "ok"
        assert ask(gate, MACHINE)[:2] == ("fork", "hardware")


@pytest.mark.parametrize(
    ("device", "point", "code"), [(0, POINT, "centre.device_number"), (13, "24 00", "centre.point_shape")]
)
def test_what_no_desk_can_be_is_not_let_in(centre: MadeCentre, device: int, point: str, code: str) -> None:
    def let_in() -> object:
        with centre.place.connect() as gate:
            return enrol(gate, centre.centre, Wanted(device, point), datetime.now(UTC), os.urandom)

    assert code_of(let_in) == code


def test_the_state_of_every_desk_is_told_to_people_and_to_machines(
    centre: MadeCentre, tmp_path: Path
) -> None:
    line = centre.enrol(14, "240000")
    centre.enrol(15)
    with centre.call(line, tmp_path / "desk") as gate:
        ask(gate, MACHINE)

    status = read_status(centre.place, datetime.now(UTC))

    desks = {desk.device: desk for desk in status.desks}
    spoke, silent = desks[14], desks[15]
    assert (spoke.point, spoke.bound, spoke.program, spoke.notes) == ("240000", True, "1.2.3", ())
    assert abs(spoke.offset_ms) < 5_000
    assert (silent.bound, silent.seen_ms, silent.notes) == (False, 0, ("never",))
    table = as_table(status)
    assert re.search(r"^14 +240000 .* 1\.2\.3 .*tốt$", table, re.MULTILINE)
    assert '"point": "240000"' in as_json(status)


def test_without_the_operators_rights_nothing_is_done_and_it_is_said(centre: MadeCentre) -> None:
    as_integrator = replace(centre.place, database=centre.place.database.replace("operator", "integrator"))

    with as_integrator.connect() as gate:
        refused = refusal(
            lambda: enrol(gate, centre.centre, Wanted(16, POINT), datetime.now(UTC), os.urandom)
        )

    assert refused.code == "centre.not_operator"
