"""A desk of every schema there ever was comes to the newest one in one go, and says afterwards what its own program said of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.store import migrate, places
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.journals import DEK, accept, reopen
from tests.support.schema_samples import SCHEMAS, in_words, laid_out, parts

REVISIONS = sorted(path.stem for path in SCHEMAS.glob("*.json"))
STEPS_BACK = 3
NO_LONGER = {"leg"}
"""Tables that went into another one."""
TOLD_ANEW: Mapping[tuple[str, str], str] = {
    ("item", "state"): "0003",  # «here» until custody had its own word for it
    ("item", "id"): "0005",  # the letters of a case are items, and are counted among them
    ("shift", "last_item"): "0005",
    ("standing", "n"): "0006",  # a dispatch counts its arrival
    ("case_event", "about"): "0006",  # takeovers and postal notices are named
    ("case_event", "amount_dong"): "0009",  # what was handed over with a case
    ("takeover", "taken"): "0009",  # results that were there before their takeover was closed
}
"""Columns that a later program fills otherwise from the same journal, with the last revision whose program filled them so."""
HEADS = "SELECT stream, max(seq), hex(hash) FROM event GROUP BY stream ORDER BY stream"


def known() -> list[str]:
    """Every revision of this program, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(places.migrations()))
    walked = ScriptDirectory.from_config(config).walk_revisions()
    return sorted(script.revision for script in walked)


@dataclass(frozen=True)
class Upgraded:
    """A sample that this program has opened, and what its own program said of it."""

    revision: str
    folder: DataFolder
    store: DeskStore
    said: dict[str, Any]


@pytest.fixture(scope="module", params=REVISIONS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Upgraded]:
    """Each sample once, brought to the newest schema in one go."""
    revision = str(request.param)
    folder = laid_out(revision, tmp_path_factory.mktemp(revision))
    said = json.loads(parts(revision)[2].read_text(encoding="utf-8"))
    store = reopen(folder.root)
    yield Upgraded(revision, folder, store, said)
    store.close()


def stamped(path: Path) -> str:
    raw = open_raw(path, DEK)
    try:
        return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    finally:
        raw.close()


def rows_of(store: DeskStore, table: str, columns: list[str]) -> list[list[Any]]:
    names = ", ".join(f'"{name}"' for name in columns)
    with store.transaction() as connection:
        found = connection.execute(f'SELECT {names} FROM "{table}"').fetchall()
    return sorted((in_words(row) for row in found), key=repr)


def kept(revision: str, table: str, columns: list[str]) -> list[int]:
    """Places of the columns that mean today what they meant to the program of a revision."""
    return [at for at, name in enumerate(columns) if revision > TOLD_ANEW.get((table, name), "")]


def test_every_revision_has_its_sample() -> None:
    """Where this fails, a revision is new: `python -m tests.support.schema_samples` makes its sample."""
    assert known() == REVISIONS
    assert REVISIONS[-1] == migrate.head()


def test_a_sample_is_encrypted_and_at_the_revision_it_is_named_after(desk: Upgraded) -> None:
    database = parts(desk.revision)[0]

    assert stamped(database) == desk.revision == desk.said["revision"]
    assert b"CREATE TABLE" not in database.read_bytes()


def test_the_proof_passes_and_a_replay_of_the_journal_makes_the_same_rows(desk: Upgraded) -> None:
    report = verify(desk.store)

    assert (report.events, report.faults, report.differences) == (desk.said["events"], (), ())


def test_the_file_is_at_the_newest_schema_and_the_one_before_lies_beside_it(desk: Upgraded) -> None:
    head = migrate.head()
    copies = [] if desk.revision == head else [f"before-{head}.db"]

    beside = sorted(desk.folder.database.parent.glob("before-*.db"))

    with desk.store.transaction() as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (head,)
    assert [path.name for path in beside] == copies
    assert [stamped(path) for path in beside] == [desk.revision for _ in copies]


def test_the_chains_end_where_the_old_program_ended_them(desk: Upgraded) -> None:
    with desk.store.transaction() as connection:
        heads = connection.execute(HEADS).fetchall()
        kinds: dict[str, int] = dict(
            connection.execute("SELECT type, count(*) FROM event GROUP BY type").fetchall()
        )
    marked = desk.store.marker().read()

    assert [list(row) for row in heads] == desk.said["heads"]
    assert kinds == desk.said["kinds"]
    assert marked is not None
    assert [(head.seq, head.hash.hex().upper()) for head in map(marked.of, Stream)] == [
        row[1:] for row in heads
    ]


def test_every_row_that_the_old_program_told_is_there_and_says_the_same(desk: Upgraded) -> None:
    lost = []
    for table, told in desk.said["tables"].items():
        if table in NO_LONGER:
            continue
        places_kept = kept(desk.revision, table, told["columns"])
        columns = [told["columns"][at] for at in places_kept]
        before = Counter(repr([row[at] for at in places_kept]) for row in told["rows"])
        after = Counter(map(repr, rows_of(desk.store, table, columns)))
        lost += [f"{table} {row}" for row in before - after]

    assert lost == []


def test_the_letters_of_cases_that_had_a_table_of_their_own_are_covers_of_the_same_cases(
    desk: Upgraded,
) -> None:
    tables = desk.said["tables"]
    if "leg" not in tables:
        assert desk.revision == "0001" or "cover" in tables
        return
    case_at, number_at = (tables["dossier"]["columns"].index(name) for name in ("id", "dossier"))
    numbers = {row[case_at]: row[number_at] for row in tables["dossier"]["rows"]}
    item, case = (tables["leg"]["columns"].index(name) for name in ("item", "dossier"))
    letters = [[row[item], numbers[row[case]]] for row in tables["leg"]["rows"]]

    covers = rows_of(desk.store, "cover", ["item", "dossier"])

    assert letters
    assert [letter for letter in letters if letter not in covers] == []


def test_a_desk_some_versions_behind_goes_on_at_once(tmp_path: Path) -> None:
    store = reopen(laid_out(REVISIONS[-1 - STEPS_BACK], tmp_path).root)

    accept(store)

    report = verify(store)
    store.close()
    assert report.ok


def test_a_file_of_a_later_program_is_refused_and_nothing_is_touched(tmp_path: Path) -> None:
    folder = laid_out(REVISIONS[-1], tmp_path)
    raw = open_raw(folder.database, DEK)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = {path: path.read_bytes() for path in (folder.database, folder.marker)}

    with pytest.raises(DeskError, match=r"store\.newer_schema") as caught:
        reopen(tmp_path)

    assert dict(caught.value.details)["found"] == "9999"
    assert {path: path.read_bytes() for path in before} == before
    assert list(folder.database.parent.glob("before-*")) == []
