"""The schema: what the history builds is what the program believes, the file is copied before it is touched, a newer one is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kt1desk import __version__
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.services.course import Course, watched
from kt1desk.services.ports import PaperDraft
from kt1desk.services.wording import sentence
from kt1desk.store import local_tables, migrate, schema_sql
from kt1desk.store.columns import metadata
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.verify import verify
from tests.support.cases import grant_legs, reverse_item, take_case
from tests.support.journals import DEK, SHIFT, accept, begin, first_release, make, reopen, third_schema
from tests.support.made_up_revision import history_with_one_more


def schema(path: Path) -> dict[str, str]:
    """Everything in the file by name, blanks apart."""
    raw = open_raw(path, DEK)
    rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.close()
    return {name: " ".join(sql.split()).replace("( ", "(").replace(" )", ")") for name, sql in rows}


def test_the_history_builds_exactly_the_tables_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"

    migrate.upgrade(path, DEK)

    found = schema(path)
    dialect = sqlite.dialect()
    believed = [*metadata.tables.values()]
    expected = {table.name: str(CreateTable(table).compile(dialect=dialect)) for table in believed}
    expected |= {
        str(index.name): str(CreateIndex(index).compile(dialect=dialect))
        for table in believed
        for index in table.indexes
    }
    expected |= {sql.split()[2]: sql for sql in schema_sql.TRIGGERS}
    expected["search_fts"] = schema_sql.FTS
    made = {
        name: " ".join(sql.split()).replace("( ", "(").replace(" )", ")") for name, sql in expected.items()
    }
    ours = {name: sql for name, sql in found.items() if not name.startswith(("search_fts_", "alembic"))}
    assert ours == made
    assert local_tables.procedure.name in ours


def test_a_file_at_the_newest_revision_is_not_touched(tmp_path: Path) -> None:
    make(tmp_path).close()
    database = DataFolder(tmp_path).database
    before = database.read_bytes()

    migrate.upgrade(database, DEK)

    assert database.read_bytes() == before
    assert list(database.parent.glob("before-*")) == []


def test_an_upgrade_copies_the_file_first_under_the_same_key(tmp_path: Path) -> None:
    store = make(tmp_path / "data")
    begin(store)
    accept(store)
    store.close()
    database = DataFolder(tmp_path / "data").database

    migrate.upgrade(database, DEK, history_with_one_more(tmp_path))

    copy = database.with_name("before-9001.db")
    assert "later" in schema(database)
    assert "later" not in schema(copy)
    assert copy.read_bytes()[:15] != b"SQLite format 3"
    raw = open_raw(copy, DEK)
    assert raw.execute("SELECT count(*) FROM event").fetchone() == (8,)
    raw.close()


def test_a_desk_of_the_first_release_comes_through_with_its_books_whole(tmp_path: Path) -> None:
    folder = first_release(tmp_path)
    store = reopen(folder)

    report = verify(store)
    with store.read() as reader:
        here = reader.items_here(100)
        shift = reader.last_shift()
        newest = here[0].item
        papers = {(paper.role, paper.copy): paper.job for paper in reader.papers(newest)}
        found = [hit.ref for hit in reader.search(newest, ("item",), 5)]

    assert (report.events, report.ok) == (80, True)
    assert len(here) == 35
    assert {row.state for row in here} == {"accepted"}
    assert shift is not None
    assert (shift.paid_dong, shift.dossiers) == (0, 0)
    assert set(papers) == {("label", 1), ("receipt", 1), ("label", 2)}
    assert found == [newest]
    assert DataFolder(folder).database.with_name(f"before-{migrate.head()}.db").exists()


def test_a_desk_of_the_first_release_goes_on_with_cases_and_reversals(tmp_path: Path) -> None:
    folder = first_release(tmp_path)
    store = reopen(folder)
    grant_legs(store)
    with store.read() as reader:
        old = reader.items_here(40)[-1]

    reverse_item(store, old.item, old.event)
    for _ in range(33):
        accept(store)
        take_case(store)
    with store.work() as work:
        label = next(paper for paper in work.papers(old.item) if paper.role == "label")
        again = work.queue_paper(PaperDraft("label", label.template, 1, old.item, {}, 1))

    with store.read() as reader:
        assert len(reader.items_here(100)) == 35 - 1 + 33
    assert again == label.job
    assert verify(store).ok


def test_a_desk_of_the_third_schema_gets_the_custody_that_its_journal_says(tmp_path: Path) -> None:
    store = reopen(third_schema(tmp_path))

    report = verify(store)
    with store.read() as reader:
        back = [row for row in reader.items_of_shift(SHIFT, 50) if row.state == State.REVERSED]
        stations = [row.step for row in reader.stations(back[0].item)]
        standing = reader.standing(back[0].item)
        held = reader.held()
        holders = reader.holders()

    assert (report.events, report.faults, report.differences) == (110, (), ())
    assert len(back) == 4
    assert stations == ["accept", "reverse"]
    assert standing is not None
    assert (standing.holder, standing.n) == ("party:sender", 2)
    assert holders == [("person:LS01/lan", 36)]
    assert sum(item.named_person for item in held) == 3
    assert len(held) == 36


def test_a_failed_upgrade_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    store = make(tmp_path / "data")
    begin(store)
    store.close()
    database = DataFolder(tmp_path / "data").database
    before = schema(database)

    with pytest.raises(DeskError, match=r"store\.failed"):
        migrate.upgrade(
            database, DEK, history_with_one_more(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")')
        )

    assert schema(database) == before
    again = reopen(tmp_path / "data")
    assert verify(again).ok


def test_a_file_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    make(tmp_path / "data").close()
    database = DataFolder(tmp_path / "data").database
    migrate.upgrade(database, DEK, history_with_one_more(tmp_path))
    before = {path: path.read_bytes() for path in database.parent.iterdir()}

    with pytest.raises(DeskError, match=r"store\.newer_schema") as caught:
        reopen(tmp_path / "data")

    said = {"needs": __version__, "runs": __version__, "found": "9001", "known": migrate.head()}
    assert dict(caught.value.details) == said
    assert {path: path.read_bytes() for path in before} == before


def test_the_sentence_names_the_version_that_is_needed_even_where_nobody_noted_it() -> None:
    known = DeskError("store.newer_schema", needs="0.4.0", runs="0.3.1", found="0014", known="0012")
    unknown = DeskError("store.newer_schema", needs="", runs="0.3.1", found="0014", known="0012")

    assert "do bản 0.4.0 của chương trình" in sentence(known)
    assert "đang chạy bản 0.3.1" in sentence(known)
    assert "Cài bản mới hơn rồi mở lại" in sentence(unknown)


def test_the_last_two_copies_are_kept(tmp_path: Path) -> None:
    folder = first_release(tmp_path)
    store = DataFolder(folder).database.parent
    for old in ("0003", "0007", "0011"):
        (store / f"before-{old}.db").write_bytes(b"an older copy")

    reopen(folder).close()

    assert sorted(each.name for each in store.glob("before-*")) == [
        "before-0011.db",
        f"before-{migrate.head()}.db",
    ]


def test_where_there_is_no_room_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = first_release(tmp_path)
    database = DataFolder(folder).database
    size, before = database.stat().st_size, database.read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2 * size - 1))

    with pytest.raises(DeskError, match=r"store\.no_room_to_upgrade"):
        migrate.upgrade(database, DEK)

    assert database.read_bytes() == before
    assert [each.name for each in database.parent.glob("before-*")] == []
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2 * size))
    migrate.upgrade(database, DEK)


def test_who_watches_hears_of_the_copy_the_tables_and_the_events_replayed(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []

    class Told(Course):
        """Writes down what it hears."""

        def step(self, done: int = 0, of: int = 0) -> None:
            super().step(done, of)
            heard.append((self.stage, done, of))

    with watched(Told("")) as _:
        migrate.upgrade(DataFolder(first_release(tmp_path)).database, DEK)

    assert {stage for stage, _, _ in heard} == {"copy", "replay"}
    assert [done for stage, done, of in heard if stage == "replay" and of == 80] == [*range(80)]


def test_an_event_cannot_be_changed_by_a_migration_either(tmp_path: Path) -> None:
    store = make(tmp_path / "data")
    begin(store)
    store.close()
    then = 'op.execute("DROP TRIGGER event_stays")\n    op.execute("UPDATE event SET type = \'x\'")'

    with pytest.raises(DeskError, match=r"store\.(forbidden|failed)"):
        migrate.upgrade(DataFolder(tmp_path / "data").database, DEK, history_with_one_more(tmp_path, then))

    assert verify(reopen(tmp_path / "data")).ok


def test_the_history_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    make(tmp_path / "data").close()

    assert DataFolder(tmp_path / "data").database.exists()
