"""How a file of reference rows is written: one row on a line, so that a change of law is a change of lines."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | list[str] | list[RowOut]"
RowOut: TypeAlias = "dict[str, Value]"


def write_rows(
    path: Path, about: str, sources: Mapping[str, str], defaults: RowOut, rows: Iterable[RowOut]
) -> None:
    """Write a file of rows.

    Args:
        path: the file.
        about: what it holds and what must be known before it is used.
        sources: full text of each source by the short key rows name it with.
        defaults: parts that are the same in every row unless the row says otherwise.
        rows: the rows; parts equal to the defaults are left out.
    """
    lines = ",\n".join(
        "    " + json.dumps({k: v for k, v in row.items() if defaults.get(k) != v}, ensure_ascii=False)
        for row in rows
    )
    head = {"about": about, "sources": dict(sources), "defaults": defaults}
    text = json.dumps(head, ensure_ascii=False, indent=2)[:-2] + f',\n  "rows": [\n{lines}\n  ]\n}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")
