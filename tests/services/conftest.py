"""A desk at work for every test of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import Counter, counter


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    """With an open shift."""
    with counter(tmp_path) as made:
        made.open_shift()
        yield made


@pytest.fixture
def quiet_desk(tmp_path: Path) -> Iterator[Counter]:
    """No shift is open."""
    with counter(tmp_path) as made:
        yield made
