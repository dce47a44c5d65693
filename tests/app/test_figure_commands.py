"""`kt1desk figures`: a desk without a line hands its figures in, and the bureau reads what it has and what is missing."""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.app.clock import SystemClock
from kt1desk.app.mail_room import bring_keys_in, keys_of
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import works_in
from kt1desk.config import sample_folder
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import BookEntered, CounterServed, ExportMade, RegisterEntered
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.figure_entries import MARK, ORDER
from kt1desk.exchange.figure_file import read_file
from kt1desk.exchange.key_list import prove_by_fingerprint, sign_key_list
from kt1desk.exchange.trust import KeyList
from kt1desk.services.ports import Appending
from kt1desk.services.sentences import SENTENCES
from kt1desk.services.shifts import local_date
from tests.support.exchange_keys import COMMUNE_POINT, KEYS, OFFICE_SECOND, PROVINCE, PROVINCE_KEY, row_of
from tests.support.line_commands import CLERK, PASSWORD, made_desk

TODAY = local_date(SystemClock().now())
FIRST = (TODAY.replace(day=1) - timedelta(days=1)).replace(day=1)
"""Of the month before: on the first of a month no day of it is whole yet."""
LAST = (TODAY.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)

TRAINED = (("trained_on", "2026-03-01"), ("user", "son.ly"))


def said(monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        code = main(["figures", *words])
    return code, out.getvalue()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real desk with an open shift, in which it served three customers, and a service point on its books."""
    folder = made_desk(tmp_path_factory.mktemp("figures"), frozenset(Transport))
    place = take_place(Options(folder, folder.parent / "papers"))
    opened = works_in(place).opener.open(CLERK, PASSWORD)
    shift = opened.shifts.open(opened.session, TODAY, 500_000)
    served = CounterServed(f"{shift.shift}/1", "pension", 3, shift.shift, COMMUNE_POINT, paid_dong=9_000_000)
    point = (("code", "LS01"), ("name", "Điểm Tân Thanh"), ("staffed", "yes"))
    with opened.store.work() as work:
        work.append(served, Appending(CLERK))
        work.append(BookEntered("service_points", "LS01", point, COMMUNE_POINT), Appending(CLERK))
        work.append(RegisterEntered("people", "son.ly", TRAINED, COMMUNE_POINT), Appending(CLERK))
        work.commit()
    own = keys_of(opened)
    beside = replace(row_of(OFFICE_SECOND), point=COMMUNE_POINT)
    bring_keys_in(opened, sign_key_list(KeyList((row_of(own), beside), 4, date(2026, 11, 22)), PROVINCE))
    (folder.parent / "keys.json").write_bytes(
        sign_key_list(KeyList((*KEYS.desks[:2], row_of(own)), 5, date(2026, 11, 23)), PROVINCE)
    )
    opened.close()
    place.leave()
    return folder


def export(monkeypatch: pytest.MonkeyPatch, desk: Path, file: Path, *more: str) -> tuple[int, str]:
    days = ("--from", FIRST.isoformat(), "--to", LAST.isoformat())
    return said(monkeypatch, "export", str(file), *days, *more, "--data-dir", str(desk), "--user", CLERK)


def read(monkeypatch: pytest.MonkeyPatch, desk: Path, *files: Path) -> tuple[int, str]:
    days = ("--from", FIRST.isoformat(), "--to", LAST.isoformat())
    keys = ("--keys", str(desk.parent / "keys.json"), "--fingerprint", fingerprint(PROVINCE_KEY))
    return said(monkeypatch, "read", *map(str, files), *keys, *days)


def test_a_desk_writes_its_figures_and_the_bureau_reads_them_and_what_is_missing(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "so-lieu.kt1so"

    wrote, told = export(monkeypatch, desk, file)
    twice, refused = export(monkeypatch, desk, file)
    missing, found = read(monkeypatch, desk, file)

    place = take_place(Options(desk, desk.parent / "papers"))
    opened = works_in(place).opener.open(CLERK, PASSWORD)
    with opened.store.read() as reader:
        noted = next(reader.newest(Stream.COUNTER, frozenset({ExportMade.TYPE}))).body()
    opened.close()
    place.leave()

    assert wrote == 0, told
    assert (noted["what"], noted["sha256"]) == ("figures", hashlib.sha256(file.read_bytes()).hexdigest())
    assert file.stat().st_mode & 0o777 == 0o600
    assert (twice, refused.strip()) == (1, SENTENCES["figure_file.exists"])
    assert missing == 1
    assert f"bàn 9, điểm {COMMUNE_POINT}" in found
    assert f"{COMMUNE_POINT};{TODAY.isoformat()[:7]};counter_services;pension;;;3;9000000" in found
    assert "Thiếu điểm 240000: chưa có gì." in found
    assert f"Thiếu điểm {COMMUNE_POINT}" not in found


def test_entries_of_a_file_have_marks_and_nobodys_name(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "so-lieu.kt1so"
    export(monkeypatch, desk, file)
    keys = prove_by_fingerprint((desk.parent / "keys.json").read_bytes(), fingerprint(PROVINCE_KEY)).content

    entries = read_file(file, keys, TODAY).entries

    (person,), (point,) = entries["people"], entries["service_points"]
    assert {name: value for name, value in person.items() if name not in {MARK, ORDER}} == dict(TRAINED[:1])
    assert len(person[MARK]) == 16
    assert "son" not in person[MARK]
    assert point[MARK] == "LS01"
    assert person[ORDER] > point[ORDER]


def test_a_file_that_was_changed_is_refused_in_words(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "so-lieu.kt1so"
    export(monkeypatch, desk, file, "--without-kt1")
    data = bytearray(file.read_bytes())
    at = data.index(b'"content":"') + 40
    data[at] = ord("A") if data[at] != ord("A") else ord("B")
    file.write_bytes(data)

    code, found = read(monkeypatch, desk, file)

    assert (code, found.strip()) == (1, SENTENCES["figure_file.forged"])


def test_a_report_is_made_of_files_with_the_points_that_are_missing_written_on_it(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = tmp_path / "so-lieu.kt1so", tmp_path / "bao-cao.csv"
    export(monkeypatch, desk, file)
    days = ("--from", FIRST.isoformat(), "--to", LAST.isoformat())
    keys = ("--keys", str(desk.parent / "keys.json"), "--fingerprint", fingerprint(PROVINCE_KEY))

    code, found = said(monkeypatch, "report", "counter_summary", str(file), *keys, *days, "--csv", str(out))
    twice, refused = said(
        monkeypatch, "report", "counter_summary", str(file), *keys, *days, "--csv", str(out)
    )

    assert code == 1, found
    assert "Số liệu theo 1 tệp của các bàn" in found
    assert "9.000.000" in found
    assert (
        found.count("Thiếu số liệu:") == 53
    )  # every point of the sample; this desk's is none of them, and is here
    assert f"({COMMUNE_POINT})" not in found
    assert "9000000" in out.read_text("utf-8-sig")
    assert (twice, refused.strip()) == (1, SENTENCES["reporting.file_exists"])


def test_a_report_goes_by_the_documents_of_the_province_and_misses_their_points(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, documents = tmp_path / "so-lieu.kt1so", tmp_path / "tai-lieu"
    export(monkeypatch, desk, file)
    days = ("--from", FIRST.isoformat(), "--to", LAST.isoformat())
    keys = ("--keys", str(desk.parent / "keys.json"), "--fingerprint", fingerprint(PROVINCE_KEY))
    asked = ("report", "counter_summary", str(file), *keys, *days, "--documents", str(documents))

    gone = said(monkeypatch, *asked)
    documents.mkdir()
    told = json.loads((sample_folder() / "points.json").read_text(encoding="utf-8"))
    told["rows"] = [
        {**told["rows"][0], "code": COMMUNE_POINT, "name": "Điểm có bàn"},
        {**told["rows"][0], "code": "249998", "name": "Điểm Mới Mở"},
    ]
    (documents / "points.json").write_text(json.dumps(told), encoding="utf-8")
    code, found = said(monkeypatch, *asked)
    (documents / "of_tomorrow.json").write_text("{}", encoding="utf-8")
    unknown = said(monkeypatch, *asked)

    assert (gone[0], gone[1].strip()) == (1, SENTENCES["file.gone"])
    assert code == 1
    assert "Điểm Mới Mở" in found
    assert "Điểm có bàn" in found
    assert "trung tâm tỉnh" not in found
    assert unknown[0] == 1
    assert "of_tomorrow" in unknown[1]
