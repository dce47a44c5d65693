"""What is older than it should be, and what somebody wrote into the file who has its key: who notices, and that figures are right after it.

The promises of one hash chain alone are few (an older page, a cut end, a chain computed anew): marker, daily check and the centre hold the
others. What the triggers refuse stands in tests/store/test_triggers, what the whole proof names in tests/store/test_verify.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter as Tally
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import event_hash
from kt1desk.domain.facts import KeySlotWritten
from kt1desk.services.ports import Appending
from kt1desk.services.sessions import begin_session
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import read_slots
from kt1desk.store.tables import JOURNAL, PROJECTIONS
from tests.support.journals import DEK, past_all_guards
from tests.support.rotting import (
    USER,
    Days,
    Figures,
    copied,
    figures,
    noticed,
    opened,
    put_page,
    two_days,
)
from tests.support.tree import ROOT

CHECK_PAGES = 10


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Days:
    return two_days(tmp_path_factory.mktemp("days"))


# --- older pages, files and keys ---------------------------------------------------------------------------------------


def _books(folder: DataFolder) -> list[Any]:
    """Every row of the journal and of what follows from it."""
    raw = open_raw(folder.database, DEK)
    try:
        return [raw.execute(f'SELECT * FROM "{table.name}"').fetchall() for table in (*JOURNAL, *PROJECTIONS)]
    finally:
        raw.close()


def _put_back(days: Days, pages: list[int], at: Path) -> Tally[str]:
    """Each page by itself; where nobody notices, no book is another than before."""
    ends: Tally[str] = Tally()
    for page in pages:
        folder = copied(days.now, at)
        put_page(days.older.database, folder.database, page)
        by, _ = noticed(folder, days.right)
        if by == "nobody":
            put_page(days.older.database, copied(days.now, at).database, page)
            assert _books(folder) == _books(days.now), page
        elif by == "check":
            _right_or_refused(folder, days.right)
        ends[by] += 1
    return ends


def _right_or_refused(folder: DataFolder, right: Figures) -> None:
    with opened(folder) as desk, desk.store.read() as reader:
        try:
            shown = figures(reader)
        except DeskError:
            return
    assert shown == right


def test_an_older_page_passes_the_cipher_and_comes_to_light_all_the_same(days: Days, tmp_path: Path) -> None:
    changed = days.changed()
    pages = changed[:: max(1, len(changed) // CHECK_PAGES)]

    ends = _put_back(days, pages, tmp_path / "older-page")

    assert len(pages) >= CHECK_PAGES
    assert ends["start"] + ends["reading"] > 0
    assert ends["check"] > 0


@pytest.mark.soak
def test_each_older_page_comes_to_light(days: Days, tmp_path: Path) -> None:
    ends = _put_back(days, days.changed(), tmp_path / "older-page")

    assert ends["check"] > 0


def test_an_older_row_of_a_sum_is_found_by_the_check_and_made_right_from_the_journal(
    days: Days, tmp_path: Path
) -> None:
    """The drawer of three items ago, on a page that is good by every code: no chain knows it, only the comparison."""
    folder = copied(days.now, tmp_path / "desk")
    raw = open_raw(folder.database, DEK)
    raw.execute("ATTACH ? AS older KEY ?", (str(days.older.database), f"x'{DEK.hex()}'"))
    raw.execute("REPLACE INTO main.shift SELECT * FROM older.shift")
    raw.close()

    with opened(folder) as desk:
        with desk.store.read() as reader:
            wrong = figures(reader)
        found = desk.whole()
        with desk.store.read() as reader:
            right = figures(reader)

    assert wrong != days.right
    assert [(each.code, each.at, each.mended) for each in found] == [
        ("record.projection_differs", "shift", True)
    ]
    assert right == days.right


def test_an_older_file_is_missed_by_the_marker(days: Days, tmp_path: Path) -> None:
    folder = copied(days.now, tmp_path / "desk")
    shutil.copy(days.older.database, folder.database)

    with pytest.raises(DeskError, match=r"store\.records_missing"), opened(folder):
        pass


def test_an_older_key_file_is_refused_at_the_log_in_and_found_by_the_check(
    days: Days, tmp_path: Path
) -> None:
    folder = copied(days.now, tmp_path / "desk")
    with opened(folder) as desk:
        with desk.store.work() as work:
            work.append(KeySlotWritten(USER, 2), Appending("system"))
            work.commit()
        versions = {holder: slot.version for holder, slot in read_slots(folder).slots.items()}

        with desk.store.read() as reader, pytest.raises(DeskError, match=r"key\.slots_older"):
            begin_session(reader, USER, versions)
        found = [(each.code, each.at) for each in desk.whole()]

    assert ("record.keys_older", USER) in found


def test_all_of_it_older_and_the_marker_too_is_whole_for_itself_and_says_less_than_others_know(
    days: Days,
) -> None:
    """Nothing on the machine can tell: the next exchange does (tests/exchange, tests/recovery), and every paper of the hours between."""
    with opened(days.older) as desk:
        found, head = desk.whole(), desk.store.heads().kt1.seq
    with opened(days.now) as desk:
        known_elsewhere = desk.store.heads().kt1.seq

    assert found == ()
    assert head < known_elsewhere


# --- whoever has the key -----------------------------------------------------------------------------------------------


def _rechained(raw: Any, first: int) -> None:
    rows = raw.execute(
        "SELECT seq, envelope, body FROM event WHERE stream = 1 AND seq >= ? ORDER BY seq", (first,)
    ).fetchall()
    (prev,) = raw.execute("SELECT hash FROM event WHERE stream = 1 AND seq = ?", (first - 1,)).fetchone()
    for seq, envelope, body in rows:
        hashed = event_hash(prev, envelope, body)
        raw.execute("UPDATE event SET prev = ?, hash = ? WHERE stream = 1 AND seq = ?", (prev, hashed, seq))
        prev = hashed


def _edit(raw: Any) -> None:
    raw.execute(
        "UPDATE event SET body = CAST(CAST(body AS TEXT) || ' ' AS BLOB) WHERE stream = 1 AND seq = 3"
    )


def _edit_and_rechain(raw: Any) -> None:
    _edit(raw)
    _rechained(raw, 3)


def _cut_one_by_a_new_table(raw: Any) -> None:
    (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'event'").fetchone()
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute(sql.replace("CREATE TABLE event", "CREATE TABLE again", 1))
    raw.execute("INSERT INTO again SELECT * FROM event")
    raw.execute("DELETE FROM again WHERE id = (SELECT max(id) FROM again WHERE stream = 1)")
    raw.execute("DROP TABLE event")
    raw.execute("ALTER TABLE again RENAME TO event")


def _cut_three(raw: Any) -> None:
    raw.execute(
        "DELETE FROM event WHERE id IN (SELECT id FROM event WHERE stream = 1 ORDER BY id DESC LIMIT 3)"
    )


def _edit_behind_a_changed_schema(raw: Any) -> None:
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
    raw.execute("PRAGMA writable_schema = OFF")
    _edit(raw)


def _put_a_false_hash(raw: Any) -> None:
    raw.execute(
        "INSERT INTO event SELECT id + 1, device, stream, incarnation, seq + 1, type, envelope, body, hash, zeroblob(32) "
        "FROM event WHERE stream = 1 ORDER BY id DESC LIMIT 1"
    )


@pytest.mark.parametrize(
    ("forge", "code", "detail"),
    [
        (_edit, "store.chain_broken", "0.1.1.3"),
        (_edit_behind_a_changed_schema, "store.chain_broken", "0.1.1.3"),
        (_put_a_false_hash, "store.chain_broken", "last"),
        (_edit_and_rechain, "store.head_differs", "last"),
        (_cut_one_by_a_new_table, "store.records_missing", "1"),
        (_cut_three, "store.records_missing", "3"),
    ],
    ids=["edited", "schema written", "false hash", "computed anew", "copied, dropped, renamed", "cut"],
)
def test_what_the_owner_of_the_key_did_to_the_journal_is_named_at_the_next_start(
    days: Days, tmp_path: Path, forge: Callable[[Any], None], code: str, detail: str
) -> None:
    folder = copied(days.now, tmp_path / "desk")
    with past_all_guards(folder.root) as raw:
        forge(raw)
        (last,) = raw.execute("SELECT max(seq) FROM event WHERE stream = 1").fetchone()

    with pytest.raises(DeskError) as refused, opened(folder):
        pass

    details = refused.value.details
    assert refused.value.code == code
    assert str(details.get("event", details.get("missing"))) == detail.replace("last", f"0.1.1.{last}")


_SECOND = """
import sys
from pathlib import Path
from kt1desk.store.connection import open_raw
raw = open_raw(Path(sys.argv[1]), bytes(range(32)))
for statement in sys.argv[2:]:
    raw.execute(statement)
raw.close()
"""


def _second_process(folder: DataFolder, *statements: str) -> None:
    command = [sys.executable, "-c", _SECOND, str(folder.database), *statements]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60, capture_output=True)


def test_what_a_second_process_wrote_under_an_open_desk_is_found_by_its_check(
    days: Days, tmp_path: Path
) -> None:
    folder = copied(days.now, tmp_path / "desk")
    with opened(folder) as desk:
        _second_process(folder, "UPDATE shift SET cash_dong = cash_dong - 50000")
        found = desk.whole()
        with desk.store.read() as reader:
            right = figures(reader)

    assert [(each.code, each.at, each.mended) for each in found] == [
        ("record.projection_differs", "shift", True)
    ]
    assert right == days.right


def test_an_event_that_a_second_process_cut_off_under_an_open_desk_is_found_and_sums_stay_shut(
    days: Days, tmp_path: Path
) -> None:
    folder = copied(days.now, tmp_path / "desk")
    with opened(folder) as desk:
        _second_process(
            folder,
            "DROP TRIGGER event_remains",
            "DELETE FROM event WHERE id = (SELECT max(id) FROM event WHERE stream = 1)",
        )
        found = desk.codes()
        with desk.store.read() as reader, pytest.raises(DeskError, match=r"record\.doubted"):
            figures(reader)

    assert "record.unreadable" in found
