"""A small encrypted desk of every schema there ever was, as the program of its day wrote it, in ``tests/store/schemas``.

    python -m tests.support.schema_samples [OUT]                        the sample of the head of this tree
    python -m tests.support.schema_samples --carry 0007 --to 0008 [OUT] a kept sample brought to a revision between

Of a revision there are three files: the database and its head marker, and what the old program itself said of them: its events by kind,
the heads of its chains, and every row of its projections. The key is the 32 bytes 00 01 02 … 1f, and nobody in them lives.

Each was made by the code of the last commit that had it as its head. That commit was checked out into a folder of its own, this one file
was laid into its ``tests/support``, and the command was run there; what that code did not know yet is passed over by name.

    0001 7f72a79   0004 73f00d4   0007 d47d309                  0011 0ec4ec9
    0002 9a3aecf   0005 5ef5602   0010 e89ca5b                  0012 c81f8ee
    0003 425bdf2   0006 af53ad1   0008, 0009: carried (below)

0008 and 0009 were the head of no commit: they came together with 0010. Theirs is the sample of 0007, brought to them by the code of e89ca5b
with the later revisions taken away; both only add tables, and those are empty.

The journal says what `tests.support.journals`, `.cases` and `.custody` of that day wrote: items, some with a letter, one taken back, cases,
a dispatch sent and one taken in; then one or two facts of every further kind that the examples of ``tests/domain`` knew and the store took,
each in a commit of its own with the whole proof after it. Of 123 kinds the newest sample has 114; not those without such an example
(``journal.*``, ``numbers.skipped``, ``document.taken``) and not those whose example the store refuses (``dossier.supplemented``).
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

from kt1desk import __version__
from kt1desk.domain import facts
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KNOWN
from kt1desk.domain.facts.fact import Fact
from kt1desk.services.ports import Appending
from kt1desk.store import migrate, places, tables
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.journals import DEK, SHIFT, accept, begin, make
from tests.support.tree import ROOT

SCHEMAS = ROOT / "tests" / "store" / "schemas"
_BODIES = ("custody_bodies", "test_custody_facts", "case_bodies", "drawer_bodies", "security_bodies")
"""Where ``tests/domain`` keeps an example of each kind; the second was the place of the first for some days."""
_OF_A_KIND = 2
_TRIPS = ("CTLS01-261123-0-1", "CTLS02-261123-7-1")
_BAGS = ("TUI00000091", "TUI00000092")
_OTHERS_SERIALS = (50_000_000, 50_000_999)


def parts(revision: str, folder: Path = SCHEMAS) -> tuple[Path, Path, Path]:
    """Database, head marker and what the old program said, of one revision."""
    return (
        folder / f"{revision}.desk.bin",
        folder / f"{revision}.heads.bin",
        folder / f"{revision}.json",
    )


def laid_out(revision: str, root: Path, folder: Path = SCHEMAS) -> DataFolder:
    """A data folder with a copy of the sample, as its program closed it."""
    desk = DataFolder(root)
    desk.prepare()
    database, heads, _ = parts(revision, folder)
    shutil.copyfile(database, desk.database)
    shutil.copyfile(heads, desk.marker)
    return desk


def keep(desk: DataFolder, events: int, folder: Path) -> str:
    """Keep a closed desk as the sample of the revision it has, and what its program says of it; returns the revision."""
    raw = open_raw(desk.database, DEK)
    try:
        raw.execute("VACUUM")
        revision = str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        told = {"revision": revision, "program": __version__, "events": events, **_told(raw)}
    finally:
        raw.close()
    database, heads, said = parts(revision, folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(desk.database, database)
    shutil.copyfile(desk.marker, heads)
    lines = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[")
    said.write_text(lines + "\n", encoding="utf-8", newline="\n")
    return revision


def in_words(row: Any) -> list[Any]:
    """A row as JSON can say it: octets as hex."""
    return [value.hex() if isinstance(value, bytes) else value for value in row]


def _told(raw: Any) -> dict[str, Any]:
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    heads = raw.execute("SELECT stream, max(seq), hex(hash) FROM event GROUP BY stream ORDER BY stream")
    return {
        "heads": [list(row) for row in heads],
        "kinds": dict(raw.execute("SELECT type, count(*) FROM event GROUP BY type ORDER BY type")),
        "tables": {
            table.name: {
                "columns": (names := [column.name for column in table.columns]),
                "rows": _rows(raw, table.name, names),
            }
            for table in tables.PROJECTIONS
            if table.name in there
        },
    }


def _rows(raw: Any, table: str, names: list[str]) -> list[list[Any]]:
    columns = ", ".join(f'"{name}"' for name in names)
    return sorted((in_words(row) for row in raw.execute(f'SELECT {columns} FROM "{table}"')), key=repr)


def _support(name: str) -> ModuleType | None:
    """A part of the tests' support; None where that day did not have it."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


def _write(store: DeskStore) -> None:
    begin(store)
    last = [accept(store, secret=at % 3 == 2) for at in range(6)][-1]
    cases = _support("tests.support.cases")
    if cases is not None:
        cases.grant_legs(store)
        cases.take_case(store)
        back = cases.take_case(store, legs=1)
        cases.reverse_item(store, last.body()["item"], last.id)
        cases.reverse_case(store, back.body()["dossier"], back.id)
    custody = _support("tests.support.custody")
    if custody is not None:
        _travel(store, custody)


def _travel(here: DeskStore, custody: Any) -> None:
    """A dispatch to another point, and one from there taken in, opened and counted."""
    sent = [str(accept(here, secret=letter).body()["item"]) for letter in (True, False)]
    custody.approve(here, sent[0])
    custody.send(here, _TRIPS[0], [custody.close(here, _BAGS[0], sent)])
    there = custody.desk_at(custody.THERE, 7, None, *_OTHERS_SERIALS)
    far = [str(accept(there, secret=letter).body()["item"]) for letter in (True, False)]
    back = {"to": custody.HERE, "at": custody.THERE}
    told = custody.send(there, _TRIPS[1], [custody.close(there, _BAGS[1], far, **back)], **back)
    custody.take(here, told)
    taker = {"at": custody.HERE, "giver": custody.THERE}
    custody.receive(here, _BAGS[1], _TRIPS[1], **taker)
    custody.open_bag(here, _BAGS[1], at=custody.HERE)
    custody.arrive(here, far[0], _BAGS[1], _TRIPS[1], **taker)


def _examples() -> Iterator[Fact]:
    """One or two facts of every kind: those written for the tests of the domain, their twins of the other service, and plain ones."""
    written: dict[str, list[Fact]] = {}
    for name in _BODIES:
        for fact, _ in getattr(_support(f"tests.domain.{name}"), "WRITTEN", {}).values():
            written.setdefault(fact.TYPE, []).append(fact)
    for name, kind in KNOWN.items():
        like = written.get(name.removeprefix("tthc."), [])
        if name not in written and like:
            held = {field.name: getattr(like[0], field.name) for field in fields(like[0])}  # type: ignore[arg-type]
            written[name] = [kind(**held)]
    for few in written.values():
        yield from few[:_OF_A_KIND]
    yield facts.ItemRefused("0", "none", SHIFT, "LS01")
    yield facts.NumberVoided("ME473124903VN", "torn")
    yield facts.PaperReprinted("label", "ME473124007VN", 2, "smeared")
    yield facts.ReferenceImported("agencies", "0" * 64, 3, 1)
    yield facts.ShiftClosed(SHIFT, 824_000, 824_000, 6)


def _taken(store: DeskStore, fact: Fact) -> bool:
    """Whether the store took a fact in a commit of its own; a kind that its journal did not know yet has no name there."""
    try:
        with store.work() as work:
            work.append(fact, Appending("lan"))
            work.commit()
    except (DeskError, KeyError):
        return False
    return True


def made(folder: Path) -> str:
    """Make the sample of this program's newest schema; returns the revision."""
    with tempfile.TemporaryDirectory() as room:
        desk = DataFolder(Path(room) / "desk")
        store = make(desk.root)
        _write(store)
        for fact in _examples():
            if _taken(store, fact) and not verify(store).ok:
                raise AssertionError(f"{fact.TYPE}: taken, and the proof failed after it")
        events = verify(store).events
        store.close()
        return keep(desk, events, folder)


def carried(revision: str, to: str, folder: Path) -> str:
    """Bring the sample of one revision to a later one that never was a head, by this program without what came after it."""
    with tempfile.TemporaryDirectory() as room:
        history = Path(room) / "history"
        shutil.copytree(places.migrations(), history)
        for script in (history / "versions").glob("[0-9]*.py"):
            if script.name[:4] > to:
                script.unlink()
        desk = laid_out(revision, Path(room) / "desk", folder)
        migrate.upgrade(desk.database, DEK, history)
        events = json.loads(parts(revision, folder)[2].read_text(encoding="utf-8"))["events"]
        return keep(desk, events, folder)


def main() -> None:
    """Make one sample."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--carry")
    parser.add_argument("--to")
    parser.add_argument("out", type=Path, nargs="?", default=SCHEMAS)
    asked = parser.parse_args()
    print(carried(asked.carry, asked.to, asked.out) if asked.carry else made(asked.out))


if __name__ == "__main__":
    main()
