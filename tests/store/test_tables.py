"""The tables: where the event of a row stands is worked out in one place, for every query alike."""

from __future__ import annotations

import ast

from tests.support.tree import source_files


def test_where_an_event_stands_is_spelled_for_queries_in_one_place() -> None:
    spelled = {
        path.name
        for path in source_files("kt1desk/store")
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.Constant) and "stream << 48" in str(part.value)
    }

    assert spelled <= {"tables.py", "schema_sql.py"}
    assert "tables.py" in spelled
