"""A real gate for the faults of the line: one server for each worker, a desk and a bad line for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.line_bench import LineBench, line_bench
from tests.support.postgres import Cluster, own_cluster


@pytest.fixture(scope="session")
def line_cluster() -> Iterator[Cluster]:
    """One server for all tests of a worker."""
    with own_cluster() as cluster:
        yield cluster


@pytest.fixture
def bench(line_cluster: Cluster, tmp_path: Path) -> Iterator[LineBench]:
    """A desk that never spoke to its gate."""
    line_cluster.empty()
    with line_bench(line_cluster, tmp_path) as made:
        yield made
