"""Commands of the centre for readers: figures and reports of all points, and who is refused what."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kt1desk.__main__ import main
from kt1desk.centre import figures_command
from kt1desk.domain.reporting.figures import Measure, total
from kt1desk.domain.reporting.written import grouped_number
from kt1desk.services.sentences import SENTENCES
from tests.support.postgres import Cluster
from tests.support.small_province import FAR, FIRST, LAST, Province, small_province


@pytest.fixture(scope="module")
def province(shared_cluster: Cluster) -> Iterator[Province]:
    """Some items are in it."""
    with small_province(shared_cluster, 60) as made:
        yield made


def reading_as(person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the superuser comes in over the socket of the tests."""
    connect = psycopg.connect

    def as_reader(*told: Any, **more: Any) -> Any:
        core = connect(*told, **more, autocommit=True)
        core.execute(f'SET SESSION AUTHORIZATION "{person}"')
        core.autocommit = False
        return core

    monkeypatch.setattr(psycopg, "connect", as_reader)


def asked(cluster: Cluster, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str, str]:
    """A command of the centre for all days: its code, what it said, and what it complained of."""
    out, wrong = io.StringIO(), io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    dsn = f"host={cluster.folder} port={cluster.port} user=postgres"
    days = ("--from", FIRST.isoformat(), "--to", LAST.isoformat())
    with redirect_stdout(out), redirect_stderr(wrong):
        code = main(["centre", *words, "--dsn", dsn, *days])
    return code, out.getvalue(), wrong.getvalue()


def test_the_command_says_the_sums_and_who_is_missing(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading_as("far.reader", monkeypatch)
    since = date.fromisoformat(province.some_until)
    monkeypatch.setattr(figures_command, "_today", lambda: since + timedelta(days=2))

    code, found, wrong = asked(province.cluster, monkeypatch, "figures")
    with monkeypatch.context() as patch:
        patch.setattr(figures_command, "_today", lambda: since + timedelta(days=1))
        whole, _, nothing = asked(province.cluster, monkeypatch, "figures")

    titles, *rows = found.splitlines()
    assert code == 1
    assert titles == "point;day;measure;what;about;whose;count;dong"
    assert f"{FAR};2026-11;counter_services;pension;;;3;900000" in rows
    assert {row.partition(";")[0] for row in rows} == {FAR}
    assert (whole, nothing) == (0, "")
    assert wrong == f"Thiếu điểm {FAR}: sau ngày {since:%d/%m/%Y}.\n"


def test_a_report_of_the_province_says_its_sums_and_the_points_that_are_missing(
    province: Province, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reading_as("all.reader", monkeypatch)
    out = tmp_path / "tinh.xlsx"

    _, found, wrong = asked(province.cluster, monkeypatch, "report", "kt1_results", "--xlsx", str(out))

    items = total(each for each in province.counted if each.measure is Measure.ITEMS)
    assert wrong == ""
    assert "Toàn tỉnh" in found
    assert str(items.count) in found
    assert grouped_number(items.dong) in found
    assert "Số liệu từ sổ cái của trung tâm" in found
    assert found.count("Thiếu số liệu:") >= 51
    assert out.stat().st_size > 2_000


def test_who_may_not_read_of_kt1_or_of_the_province_is_refused_in_words(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = SENTENCES["reporting.not_readable"]
    with monkeypatch.context() as patch:
        reading_as("counter.reader", patch)
        kt1 = asked(province.cluster, patch, "report", "kt1_results")
        counter = asked(province.cluster, patch, "report", "counter_summary")
    with monkeypatch.context() as patch:
        reading_as("far.reader", patch)
        whole = asked(province.cluster, patch, "report", "counter_summary")
        own = asked(province.cluster, patch, "report", "counter_summary", "--scope", FAR)

    assert (kt1[0], whole[0]) == (1, 1)
    assert [refused in each[1] + each[2] for each in (kt1, counter, whole, own)] == [True, False, True, False]
    assert "900.000" in own[1]
