"""A desk's login tries in SQL what it must not: refused or harmless, and written down."""

from __future__ import annotations

import pytest

from tests.centre.login.forbidden_sql import LET_THROUGH, REFUSED, LetThrough, Refused
from tests.centre.login.scenes import Scene
from tests.support.postgres import Connection


@pytest.mark.parametrize("tried", REFUSED, ids=lambda tried: tried.what)
def test_what_a_desk_needs_not_is_refused_and_stands_in_the_log(
    scene: Scene, line: Connection, tried: Refused
) -> None:
    with pytest.raises(tried.error) as refused:
        line.execute(tried.sql)

    logged = [text for text in scene.said().splitlines() if "user=d00007 db=gate" in text]
    assert any("ERROR:" in text for text in logged)
    assert any(tried.sql.split("\n")[0] in text for text in logged)
    assert "240310" not in str(refused.value)


@pytest.mark.parametrize("tried", LET_THROUGH, ids=lambda tried: tried.what)
def test_what_cannot_be_forbidden_is_harmless_and_stands_in_the_log(
    scene: Scene, line: Connection, tried: LetThrough
) -> None:
    cursor = line.execute(tried.sql)

    found = cursor.fetchone() if cursor.description else None
    assert found == tried.found, tried.harmless_because
    assert any("user=d00007 db=gate LOG:" in text and tried.sql in text for text in scene.said().splitlines())
    assert list(line.notifies(timeout=0)) == []
