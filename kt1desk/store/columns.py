"""What all tables of the desk's database are made of: the list they stand in, and the kinds of their columns.

Every column has a value: what is not known is 0 or an empty text. This module must not know any table.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Text
from sqlalchemy import text as literal

metadata = MetaData()

Number = BigInteger().with_variant(Integer(), "sqlite")
CLUSTERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""Rows lie in the index of their key: small rows that are asked for by it."""
APPENDED: dict[str, Any] = {"sqlite_strict": True}
"""Rows lie in the order of their numbers."""


def number(name: str, default: str | None = None) -> Column[int]:
    """A whole number; ``default`` as SQL."""
    return Column(name, Number, nullable=False, server_default=literal(default) if default else None)


def words(name: str, default: str | None = None) -> Column[str]:
    """A text; ``default`` as SQL."""
    return Column(name, Text, nullable=False, server_default=literal(default) if default else None)


def octets(name: str) -> Column[bytes]:
    """Bytes."""
    return Column(name, LargeBinary, nullable=False)
