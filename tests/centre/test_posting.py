"""What the centre tells desks: posted by the operator, put into mailboxes by the integrator, taken in at a desk; no number twice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.pg_posting import PgBoard
from kt1desk.centre.posting import (
    Post,
    begin_backup,
    post_backed_up,
    post_document,
    post_grant,
    post_keys,
    post_staff,
)
from kt1desk.config import reference_folder
from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.facts import BlockGranted
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, seal_frame
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.mail_frames import MailRecord, RecordKind, open_mail
from kt1desk.exchange.mail_records import Grant, read_piece, read_safe
from kt1desk.exchange.staff_lists import sign_staff_list
from kt1desk.exchange.trust import KeyList
from kt1desk.store.settings import Settings
from tests.support.centre_mail import desk_file, newer, on_line
from tests.support.chains import Writer, arrived
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    DAY,
    KEYS,
    NOON_MS,
    OFFICE_POINT,
    OTHER_PROVINCE,
    PROVINCE,
    PROVINCE_KEY,
    code_of,
    row_of,
)
from tests.support.integrating import KEY, PgCentre
from tests.support.mail_desks import mail_desk
from tests.support.postgres import Cluster
from tests.support.staff_lists import CHIEF_ROW, CLERK, staff_list

FROM = date(2026, 12, 1)
TARIFF = (reference_folder() / "bcci_tariff.json").read_bytes()
AUTHORITIES = (reference_folder() / "authorities.json").read_bytes()
LISTED = sign_key_list(KEYS, PROVINCE)


@pytest.fixture
def real(cluster: Cluster) -> Iterator[PgCentre]:
    made = PgCentre(cluster)
    yield made
    made.gone()


@pytest.fixture
def board(real: PgCentre) -> Iterator[PgBoard]:
    """The operator's, with the key list of the province."""
    connection = psycopg.connect(
        host=str(real.cluster.folder), port=real.cluster.port, user="operator", dbname=CORE, autocommit=True
    )
    made = PgBoard(connection, lambda: NOON_MS)
    post_keys(made, LISTED, PROVINCE_KEY)
    yield made
    connection.close()


def _integrated(centre: PgCentre) -> None:
    integrator = centre.integrator()
    for _ in range(4):
        integrator.round()
    centre.gone()


def _records(centre: PgCentre, point: str) -> list[MailRecord]:
    return [
        record for data in centre.mail(point) for record in open_mail(data, KEY.public, shipped()).records
    ]


def test_a_posted_document_travels_to_a_desk_and_stands_there(
    real: PgCentre, board: PgBoard, tmp_path: Path
) -> None:
    post_document(board, "authorities", AUTHORITIES, FROM)
    post_grant(board, Grant(7, NumberBlock("MX", 1, 1000)), DAY)
    _integrated(real)

    with mail_desk(tmp_path, 7, OFFICE_POINT) as desk:
        inbox = on_line(desk, file=False, keys=False)
        keep_desk_file(Settings(desk.store), PROVINCE_KEY, desk_file(desk, KEY.public), (7, OFFICE_POINT))
        rows = [row for data in real.mail(OFFICE_POINT) for row in inbox.take(data)]
        with desk.store.read() as reader:
            here = [(row.name, row.version, row.valid_from) for row in reader.documents()]
            blocks = [(row.prefix, row.first, row.last) for row in reader.blocks()]

    assert {row.outcome.value for row in rows} == {"new"}
    assert here == [("authorities", 1, FROM)]
    assert blocks == [("MX", 1, 1000)]


def test_a_document_has_the_next_version_and_the_same_one_is_not_posted_twice(
    real: PgCentre, board: PgBoard
) -> None:
    first = post_document(board, "bcci_tariff", TARIFF, FROM)
    again = post_document(board, "bcci_tariff", TARIFF, FROM)
    second = post_document(board, "bcci_tariff", TARIFF + b"\n", FROM)

    assert (first.version, again.version, second.version) == (1, 1, 2)
    assert list(board.documents()) == [first, second]


def test_what_no_desk_would_take_is_not_posted(board: PgBoard) -> None:
    assert code_of(lambda: post_document(board, "bcci_tariff", AUTHORITIES, FROM)) == "reference.bad_row"
    assert code_of(lambda: post_document(board, "staff", TARIFF, FROM)) == "document.unknown"
    assert (
        code_of(lambda: post_document(board, "bcci_tariff", TARIFF, FROM, "999999")) == "trust.unknown_point"
    )
    assert board.documents() == ()


def test_a_staff_list_goes_to_the_desks_of_its_point_and_no_other(real: PgCentre, board: PgBoard) -> None:
    first, second = (staff_list(issue, CHIEF_ROW, out=(CLERK,)) for issue in (1, 2))
    data = sign_staff_list(first, PROVINCE)
    posted = post_staff(board, data)
    again = post_staff(board, data)
    _integrated(real)

    office, commune = _records(real, OFFICE_POINT), _records(real, COMMUNE_POINT)
    pieces = [read_piece(record.body) for record in office if record.kind == RecordKind.DOCUMENT]
    assert (posted, again) == ((first, True), (first, False))
    assert [(piece.row.name, piece.row.version, piece.data) for piece in pieces] == [("staff", 1, data)]
    assert [record.kind for record in commune] == [RecordKind.KEYS]
    assert post_staff(board, sign_staff_list(second, PROVINCE)) == (second, True)
    assert code_of(lambda: post_staff(board, data)) == "staff_list.older"


def test_a_staff_list_that_no_desk_would_take_is_not_posted(board: PgBoard) -> None:
    listed = staff_list(1, CHIEF_ROW)
    stranger = staff_list(1, CHIEF_ROW, point="999999")
    post_staff(board, sign_staff_list(staff_list(1, CHIEF_ROW, point=COMMUNE_POINT), PROVINCE))

    assert code_of(lambda: post_staff(board, sign_staff_list(listed, OTHER_PROVINCE))) == (
        "staff_list.wrong_province"
    )
    assert code_of(lambda: post_staff(board, sign_staff_list(stranger, PROVINCE))) == "trust.unknown_point"
    assert post_staff(board, sign_staff_list(listed, PROVINCE)) == (listed, True)  # each point counts its own


def test_a_number_is_granted_once_in_the_whole_province(real: PgCentre, board: PgBoard) -> None:
    grant = Grant(7, NumberBlock("MX", 1, 1000))

    assert post_grant(board, grant, DAY)
    assert not post_grant(board, grant, DAY)
    for device, first, last in ((8, 1000, 1999), (7, 500, 600), (9, 1, 1)):
        other = Grant(device, NumberBlock("MX", first, last))
        assert code_of(lambda other=other: post_grant(board, other, DAY)) == "number.block_overlap"  # type: ignore[misc]
    assert post_grant(board, Grant(8, NumberBlock("MX", 1001, 2000)), DAY)
    assert code_of(lambda: post_grant(board, Grant(66, NumberBlock("MX", 3000, 3001)), DAY)) == (
        "trust.unknown_device"
    )


def test_a_block_that_a_desk_says_it_has_is_granted_to_no_other(real: PgCentre, board: PgBoard) -> None:
    writer = Writer(COMMUNE)
    writer.append(BlockGranted("MX", 100, 199))
    real.lay(seal_frame(writer.events, START, Moment(NOON_MS), COMMUNE, shipped()))
    _integrated(real)

    assert code_of(lambda: post_grant(board, Grant(7, NumberBlock("MX", 150, 300)), DAY)) == (
        "number.block_overlap"
    )


def test_a_key_list_is_proved_kept_and_told_to_every_point(real: PgCentre, board: PgBoard) -> None:
    post_keys(board, LISTED)
    later = sign_key_list(newer(KEYS), PROVINCE)
    post_keys(board, later)
    _integrated(real)

    assert [record.body for record in _records(real, OFFICE_POINT)] == [LISTED, later]
    assert [record.body for record in _records(real, COMMUNE_POINT)] == [LISTED, later]
    assert code_of(lambda: post_keys(board, LISTED)) == "key_list.older"


def test_a_centre_that_knows_no_province_takes_no_list(real: PgCentre) -> None:
    with psycopg.connect(
        host=str(real.cluster.folder), port=real.cluster.port, user="operator", dbname=CORE, autocommit=True
    ) as core:
        empty = PgBoard(core, lambda: NOON_MS)

        assert code_of(lambda: post_keys(empty, LISTED)) == "centre.no_province"
        assert (
            code_of(lambda: post_grant(empty, Grant(7, NumberBlock("MX", 1, 2)), DAY)) == "centre.no_key_list"
        )


def test_only_what_was_there_when_the_backup_began_is_called_safe(real: PgCentre, board: PgBoard) -> None:
    writer = Writer(COMMUNE)
    first = seal_frame([writer.append(arrived())], START, Moment(NOON_MS), COMMUNE, shipped())
    second = seal_frame([writer.append(arrived())], first.mark, Moment(NOON_MS), COMMUNE, shipped())
    real.lay(first)
    _integrated(real)
    assert code_of(lambda: post_backed_up(board, DAY)) == "centre.backup_not_begun"

    begin_backup(board)
    real.lay(second)
    _integrated(real)
    told = post_backed_up(board, DAY)
    _integrated(real)

    marks = read_safe(_records(real, COMMUNE_POINT)[-1].body)
    assert told == 1
    assert [(mark.device, mark.stream, mark.incarnation, mark.seq) for mark in marks] == [(9, 1, 1, 1)]
    assert code_of(lambda: post_backed_up(board, DAY)) == "centre.backup_not_begun"


def test_a_post_that_breaks_off_leaves_nothing_behind(board: PgBoard) -> None:
    good, bad = Post("", MailRecord(2, b"x")), Post("a\0b", MailRecord(2, b"x"))

    with pytest.raises(psycopg.DataError):
        board.post([good, bad], {"key_list": b"gone"})

    assert board.setting("key_list") == LISTED


@pytest.mark.parametrize(("desks", "fits"), [(600, True), (1_000, False)])
def test_a_key_list_that_no_mail_frame_holds_is_refused_before_anything_is_posted(
    real: PgCentre, desks: int, fits: bool
) -> None:
    entropy = random.Random(7)
    rows = tuple(
        replace(
            row_of(COMMUNE),
            device=1_000 + at,
            sign_key=entropy.randbytes(32).hex(),
            seal_key=entropy.randbytes(32).hex(),
        )
        for at in range(desks)
    )
    data = sign_key_list(KeyList(rows, 99, DAY), PROVINCE)
    with real.cluster.admin(CORE) as core:
        board = PgBoard(core, lambda: NOON_MS)

        try:
            post_keys(board, data, PROVINCE_KEY)
            refused = ""
        except DeskError as error:
            refused = error.code
        kept = board.setting("key_list")

    assert (refused, kept) == (("", data) if fits else ("centre.keys_too_large", None))
    if fits:
        assert real.integrator().round().mail == 1
