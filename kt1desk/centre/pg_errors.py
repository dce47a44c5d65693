"""What PostgreSQL raises, sorted into what waiting cures and what a row did.

A row that cannot be stored (`psycopg.DataError`, `psycopg.IntegrityError`) goes on to whoever wrote it. Everything else, a lost line, a
full disk, a table that is not there yet, a missing right, says nothing about the row: it is "later".

This module must not know what was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from kt1desk.domain.errors import DeskError


@contextmanager
def later(code: str) -> Iterator[None]:
    """Turn what waiting cures into a `DeskError` of this code.

    Raises:
        DeskError: ``code``.
    """
    try:
        yield
    except (psycopg.DataError, psycopg.IntegrityError):
        raise
    except psycopg.Error as error:
        raise DeskError(code) from error
