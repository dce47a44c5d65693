"""Whether the post still has what it took over: one word for it everywhere."""

from __future__ import annotations

import ast

from kt1desk.domain.custody import Custody
from tests.support.tree import source_files


def test_whether_an_acceptance_is_here_is_spelled_in_one_place_of_the_program() -> None:
    spelled = [
        path.name
        for path in source_files("kt1desk")
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.Constant) and part.value == "here"
    ]

    assert spelled == ["custody.py"]
    assert Custody("here") is Custody.HERE
