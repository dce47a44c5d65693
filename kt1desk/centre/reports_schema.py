"""What people read: views in the schema ``report`` of ``core``, and the policies that show each of them his own points alone.

Every view runs with the rights of whoever asks (``security_invoker``), so that the policies on the tables under it hold. A policy compares
whole numbers and nothing else: that operator cannot leak, and the list of one's desks is read once for a whole query. No view shows what
stands beside an event: no name of a person is here. This module must not know how rows come about.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from kt1desk.centre.cluster_sql import CORE_OWNER, READERS
from kt1desk.centre.desks_schema import AT_DESK, PROVINCE, tables
from kt1desk.centre.desks_schema import SCHEMA as DESKS
from kt1desk.store.figure_sql import TABLES as COUNTED

SCHEMA: Final = "report"
READ: Final = (
    "block",
    "dispatch",
    "dossier",
    "holding",
    "incident",
    "item",
    "receptacle",
    "shift",
    "standing",
)
"""Tables that views are made of; no other is shown to people."""

OF_KT1: Final = frozenset({"dispatch", "holding", "incident", "item", "receptacle", "standing"})
"""Those of them that tell of KT1 items; of dossiers some do, too, and are shown with them."""

NOT_READ: Final = {"shift": frozenset({"items", "first_item", "last_item"})}
"""Columns that tell of KT1 items in tables that tell of other things: no reader asks for them but through `access.shift_items`."""

_OWN = f"{AT_DESK} = ANY (ARRAY(SELECT m.device FROM access.mine m))"  # noqa: S608 - names of our own
_OWN_OF_KT1 = f"{AT_DESK} = ANY (ARRAY(SELECT m.device FROM access.mine_kt1 m))"  # noqa: S608 - names of our own
_KT1 = (
    # made here and not in a revision: the policies below ask for it, and whichever revision makes them may be the first
    "ALTER TABLE access.reader ADD COLUMN IF NOT EXISTS kt1 BOOLEAN NOT NULL DEFAULT true",
    """CREATE OR REPLACE VIEW access.mine_kt1 WITH (security_barrier = true) AS SELECT u.device, u.point FROM (
      SELECT d.device, d.point FROM access.desk d WHERE EXISTS (
        SELECT 1 FROM access.reader r WHERE r.person = SESSION_USER AND r.kt1 AND (
          r.scope = 'province' OR r.scope = 'point' AND r.name = d.point
          OR r.scope = 'cluster' AND EXISTS (SELECT 1 FROM access.cluster c WHERE c.cluster = r.name AND c.point = d.point)))
      UNION ALL SELECT 0, '' WHERE EXISTS (
        SELECT 1 FROM access.reader r WHERE r.person = SESSION_USER AND r.kt1 AND r.scope = 'province')
      ) u OFFSET 0""",
    """COMMENT ON VIEW access.mine_kt1 IS
      'The desks of whose KT1 items whoever asks may read; 0 is what is known of the province as a whole.'""",
    f"GRANT SELECT ON access.mine_kt1 TO {READERS}",
)
"""Who may read of KT1: whoever may read at all, unless it was said otherwise. See revision 0002 for the shape of the view."""
_SHIFT_ITEMS = (
    f"""CREATE VIEW access.shift_items WITH (security_barrier = true) AS SELECT s.{AT_DESK}, s.shift, s.items
      FROM {DESKS}.shift s WHERE {_OWN_OF_KT1}""",  # noqa: S608 - names of our own
    """COMMENT ON VIEW access.shift_items IS
      'How many KT1 items each shift had, of the desks of whose KT1 items whoever asks may read.'""",
    f"GRANT SELECT ON access.shift_items TO {READERS}",
)
"""With the rights of its owner, who reads the column; rows are those of whoever is logged in, as in `access.mine`."""
_INVOKER = "WITH (security_invoker = true)"
_VIEWS: tuple[str, ...] = (
    f"""CREATE VIEW {SCHEMA}.items {_INVOKER} AS
      SELECT m.point, m.device, i.item, i.product, i.urgency, i.secrecy, i.scope, i.weight_g, i.accepted_ms, i.deadline_ms,
        i.shift, i."user", i.payment, i.total_dong, i.state AS state_here, i.keeper AS keeper_here,
        w.state, w.holder, w.point AS at_point, w.since_ms, w.losers
      FROM access.mine m JOIN {DESKS}.item i ON i.{AT_DESK} = m.device
        LEFT JOIN {DESKS}.standing w ON w.{AT_DESK} = {PROVINCE} AND w.number = i.item AND w.kind = 'item'
      WHERE i.source = 1 AND i.service = 'kt1'""",  # noqa: S608 - names of our own
    f"""COMMENT ON VIEW {SCHEMA}.items IS
      'Items accepted: where each is as its desk knows it, and, for who reads the whole province, by all that is known (state, holder).'""",
    f"""CREATE VIEW {SCHEMA}.whereabouts {_INVOKER} AS
      SELECT w.kind, w.number, w.state, w.holder, w.point, w.n, w.since_ms, w.unheard, w.losers
      FROM {DESKS}.standing w WHERE w.{AT_DESK} = {PROVINCE}""",  # noqa: S608 - names of our own
    f"""COMMENT ON VIEW {SCHEMA}.whereabouts IS
      'Where each item, receptacle and dispatch is by all that the centre knows; for who reads the whole province.'""",
    f"""CREATE VIEW {SCHEMA}.cases {_INVOKER} AS
      SELECT m.point, m.device, d.dossier, d.form, d.procedure, d.authority, d.official, d.accepted_ms, d.promised, d.official_day,
        d.shift, d."user", d.postage_dong, d.collected_dong, d.remitted_dong, d.state AS custody, d.stage AS stage_here,
        coalesce(k.stage, d.stage) AS stage, coalesce(k.since_ms, d.since_ms) AS since_ms, d.results, d.delivered
      FROM access.mine m JOIN {DESKS}.dossier d ON d.{AT_DESK} = m.device
        LEFT JOIN {DESKS}.dossier k ON k.{AT_DESK} = {PROVINCE} AND k.dossier = d.dossier
      WHERE d.source = 1""",  # noqa: S608 - names of our own
    f"""COMMENT ON VIEW {SCHEMA}.cases IS 'Cases accepted, and where each stands.'""",
    f"""CREATE VIEW {SCHEMA}.cash {_INVOKER} AS
      SELECT m.point, m.device, s.shift, s.business_date, s.drawer, s."user",
        k.items, s.dossiers, s.float_dong, s.cash_dong,
        s.paid_dong, s.float_dong + s.cash_dong - s.paid_dong AS should_be_dong, s.counted_dong,
        CASE WHEN s.closed_ms > 0 THEN s.counted_dong - s.expected_dong ELSE 0 END AS difference_dong, s.opened_ms, s.closed_ms
      FROM access.mine m JOIN {DESKS}.shift s ON s.{AT_DESK} = m.device
        LEFT JOIN access.shift_items k ON k.{AT_DESK} = m.device AND k.shift = s.shift""",  # noqa: S608 - names of our own
    f"""COMMENT ON VIEW {SCHEMA}.cash IS
      'The drawer of each shift: what came in, what went back, what was counted; how many items for who may read of KT1.'""",
    f"""CREATE VIEW {SCHEMA}.desks {_INVOKER} AS
      SELECT m.point, m.device, coalesce(g.program, 0) AS program, coalesce(g.seen_ms, 0) AS seen_ms,
        CASE WHEN g.said_ms > 0 THEN g.said_ms - g.seen_ms END AS clock_offset_ms, g.revoked_ms,
        p.integrated_ms, p.events, p.waiting, p.stuck,
        coalesce((SELECT sum(b."left") FROM {DESKS}.block b WHERE b.{AT_DESK} = m.device), 0)::bigint AS numbers_left,
        (SELECT max(s.opened_ms) FROM {DESKS}.shift s WHERE s.{AT_DESK} = m.device AND s.closed_ms = 0) AS shift_since_ms
      FROM access.mine m JOIN access.progress p ON p.device = m.device LEFT JOIN ledger.desk_seen g ON g.device = m.device
      WHERE m.device <> {PROVINCE}""",  # noqa: S608 - names of our own
    f"""COMMENT ON VIEW {SCHEMA}.desks IS
      'Each desk: when it was last heard, how far its clock is off, how many of its events wait here, how many numbers it has left.'""",
)


def statements() -> tuple[str, ...]:
    """All that makes the views, after the tables of the desks are there."""
    made = [*_KT1, f"CREATE SCHEMA {SCHEMA}", f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC"]
    made += [
        f"CREATE POLICY people ON {DESKS}.{table} FOR SELECT TO {READERS} USING ({_OWN_OF_KT1 if table in OF_KT1 else _OWN})"
        for table in READ
    ]
    # the functions that count run as the owner of the tables, who sees no row by himself (kt1desk.centre.figures_schema)
    made += [
        f"CREATE POLICY counting ON {DESKS}.{table} FOR SELECT TO {CORE_OWNER} USING (true)"
        for table in (*COUNTED, "desk")
    ]
    made += [f"GRANT USAGE ON SCHEMA {DESKS}, {SCHEMA} TO {READERS}"]
    made += [f"GRANT SELECT {_columns(table)}ON {DESKS}.{table} TO {READERS}" for table in READ]
    return (*made, *_SHIFT_ITEMS, *_VIEWS, f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {READERS}")


def _columns(table: str) -> str:
    """The columns that readers may ask for, where that is not all of them."""
    hidden = NOT_READ.get(table)
    if hidden is None:
        return ""
    told = next(each for each in tables() if each.name == table)
    names = ", ".join(f'"{column.name}"' for column in told.columns if column.name not in hidden)
    return f"({names}) "


def make_again(connection: Connection) -> None:
    """Make the views and the policies anew, as the owner of ``core``; the tables under them stay as they are."""
    dropped = [f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE", "DROP VIEW IF EXISTS access.shift_items"]
    dropped += [f"REVOKE SELECT ON {DESKS}.{table} FROM {READERS}" for table in NOT_READ]  # noqa: S608 - names of our own
    dropped += [f"DROP POLICY IF EXISTS people ON {DESKS}.{table}" for table in READ]
    dropped += [f"DROP POLICY IF EXISTS counting ON {DESKS}.{table}" for table in (*COUNTED, "desk")]
    for statement in (*dropped, *statements()):
        connection.exec_driver_sql(statement)
