"""Two desks at a gate: one that tries what it must not, one whose mail and frames it is after; and whether anything has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.support.line_bench import until
from tests.support.postgres import Cluster, Connection, Desk

OTHERS = """
SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
    SELECT d::text AS line FROM gate.device d WHERE device <> 7
    UNION ALL SELECT f::text FROM gate.frame_in f WHERE device <> 7 UNION ALL SELECT c::text FROM gate.chain c WHERE device <> 7
    UNION ALL SELECT m::text FROM gate.mail_out m UNION ALL SELECT b::text FROM gate.mailbox b
    UNION ALL SELECT a.rolname || a.rolcanlogin || a.rolsuper || a.rolconnlimit FROM pg_roles a
    UNION ALL SELECT datname FROM pg_database UNION ALL SELECT nspname FROM pg_namespace
    UNION ALL SELECT oid::text FROM pg_largeobject_metadata
    UNION ALL SELECT oid || proname FROM pg_proc UNION ALL SELECT oid || relname FROM pg_class WHERE relkind <> 't') x
"""


@dataclass
class Scene:
    """Two desks: 7, that tries, and 8 of another point, whose mail and frames it is after."""

    cluster: Cluster
    admin: Connection
    seven: Desk
    eight: Desk
    said_before: int = 0

    def said(self) -> str:
        """What the server has logged since the scene was looked at last."""
        return self.cluster.log()[self.said_before :]

    def until_said(self, words: str) -> str:
        """The same, once it has these words: the server answers first and writes its log then."""
        until(lambda: words in self.said())
        return self.said()

    def others(self) -> Any:
        """A fingerprint of everything but desk 7's own rows."""
        return self.admin.execute(OTHERS.encode()).fetchone()
