"""Two desks in memory: the giver's and the taker's."""

from __future__ import annotations

import pytest

from kt1desk.store.journal import DeskStore
from tests.support.custody import HERE, THERE, desk_at


@pytest.fixture
def here() -> DeskStore:
    """The desk that accepts and sends."""
    return desk_at(HERE, 7)


@pytest.fixture
def there() -> DeskStore:
    """The desk that receives, with numbers of its own."""
    return desk_at(THERE, 9, first=50_000_000, last=50_000_999)
