"""What is known of every desk, projected from the ledger; who may read what of it; how far the projecting is.

Revision: 0002 of the database core. What is kept for good is written out here. The projections and the views over them are made by the
program (`kt1desk.centre.desks_schema`, `kt1desk.centre.reports_schema`), for they may be dropped and made of the ledger again: a change of
them needs a revision that calls `make_again`, and says which schema it made.
"""

from alembic import op

from kt1desk.centre.derived_schema import make

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MADE_OF = "326863a5307ac749"
"""`kt1desk.centre.derived_schema.fingerprint` of what this revision makes; the newest revision that makes it again has its own."""

STATEMENTS = (
    """CREATE TABLE ledger.desk_seen (
      device INTEGER NOT NULL,
      point TEXT NOT NULL,
      program INTEGER NOT NULL,
      enrolled_ms BIGINT NOT NULL,
      revoked_ms BIGINT,
      seen_ms BIGINT NOT NULL,
      said_ms BIGINT NOT NULL,
      copied_ms BIGINT NOT NULL,
      PRIMARY KEY (device)
    )""",
    """COMMENT ON TABLE ledger.desk_seen IS
      'What the gate knows of each desk, as it was when it was copied. seen_ms: the centre''s clock, said_ms: the desk''s, 0 for never.'""",
    """GRANT SELECT, INSERT, UPDATE, DELETE ON ledger.desk_seen TO integrator""",
    # --- how far the projecting is -------------------------------------------------------------------------------------------------------
    """CREATE SCHEMA projecting""",
    """REVOKE ALL ON SCHEMA projecting FROM PUBLIC""",
    """CREATE TABLE projecting.place (
      device INTEGER NOT NULL,
      stream SMALLINT NOT NULL,
      incarnation INTEGER NOT NULL,
      seq BIGINT NOT NULL,
      hlc_ms BIGINT NOT NULL,
      hlc_count INTEGER NOT NULL,
      PRIMARY KEY (device, stream, incarnation)
    )""",
    """COMMENT ON TABLE projecting.place IS 'The last event of each chain that was followed, and the latest hybrid time in it.'""",
    """CREATE TABLE projecting.awaited (
      device INTEGER NOT NULL,
      stream SMALLINT NOT NULL,
      incarnation INTEGER NOT NULL,
      seq BIGINT NOT NULL,
      at_desk INTEGER NOT NULL,
      hash BYTEA NOT NULL,
      PRIMARY KEY (device, stream, incarnation, seq, at_desk)
    )""",
    """COMMENT ON TABLE projecting.awaited IS
      'Events that a desk took in from another, and that have not come to the centre themselves.'""",
    """CREATE TABLE projecting.stuck (
      at_desk INTEGER NOT NULL,
      device INTEGER NOT NULL,
      stream SMALLINT NOT NULL,
      incarnation INTEGER NOT NULL,
      seq BIGINT NOT NULL,
      type TEXT NOT NULL,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      reason TEXT NOT NULL,
      tries INTEGER NOT NULL,
      since_ms BIGINT NOT NULL,
      PRIMARY KEY (at_desk, device, stream, incarnation, seq),
      CONSTRAINT stuck_state CHECK (state IN ('trying', 'parked', 'needs_upgrade'))
    )""",
    """COMMENT ON TABLE projecting.stuck IS
      'Events that could not be followed at a desk (0: in the picture of the province), and why.'""",
    """CREATE TABLE projecting.anew (at_desk INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (at_desk))""",
    """COMMENT ON TABLE projecting.anew IS 'Desks whose projections are to be made again from their first event.'""",
    """GRANT USAGE ON SCHEMA projecting TO integrator, operator""",
    """GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA projecting TO integrator""",
    """GRANT SELECT ON ALL TABLES IN SCHEMA projecting TO operator""",
    """GRANT INSERT ON projecting.anew TO operator""",
    # --- who may read what ---------------------------------------------------------------------------------------------------------------
    """CREATE SCHEMA access""",
    """REVOKE ALL ON SCHEMA access FROM PUBLIC""",
    """CREATE TABLE access.desk (device INTEGER NOT NULL, point TEXT NOT NULL, PRIMARY KEY (device))""",
    """COMMENT ON TABLE access.desk IS 'At which point each desk stands, by its own first event.'""",
    """CREATE TABLE access.cluster (cluster TEXT NOT NULL, point TEXT NOT NULL, PRIMARY KEY (cluster, point))""",
    """COMMENT ON TABLE access.cluster IS 'Which points belong to a cluster (cụm).'""",
    """CREATE TABLE access.reader (
      person NAME NOT NULL,
      scope TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (person, scope, name),
      CONSTRAINT reader_scope CHECK (scope IN ('point', 'cluster') AND name <> '' OR scope = 'province' AND name = '')
    )""",
    """COMMENT ON TABLE access.reader IS 'Whose desks a person may read of: of a point, of a cluster, of the whole province.'""",
    # The view runs as its owner, so that nobody needs a right to the tables under it; who asks is who logged in, whatever role he took on.
    # PostgreSQL 15 takes a UNION ALL to pieces and forgets the barrier: a question that divides by zero told of hidden desks.
    # OFFSET keeps it whole.
    """CREATE VIEW access.mine WITH (security_barrier = true) AS SELECT u.device, u.point FROM (
      SELECT d.device, d.point FROM access.desk d WHERE EXISTS (
        SELECT 1 FROM access.reader r WHERE r.person = SESSION_USER AND (
          r.scope = 'province' OR r.scope = 'point' AND r.name = d.point
          OR r.scope = 'cluster' AND EXISTS (SELECT 1 FROM access.cluster c WHERE c.cluster = r.name AND c.point = d.point)))
      UNION ALL SELECT 0, '' WHERE EXISTS (SELECT 1 FROM access.reader r WHERE r.person = SESSION_USER AND r.scope = 'province')
      ) u OFFSET 0""",
    """COMMENT ON VIEW access.mine IS 'The desks that whoever asks may read of; 0 is what is known of the province as a whole.'""",
    """GRANT USAGE ON SCHEMA access TO integrator, operator, core_reader""",
    """GRANT SELECT ON access.mine TO core_reader""",
    """GRANT SELECT, INSERT, UPDATE, DELETE ON access.desk TO integrator""",
    """GRANT SELECT, INSERT, DELETE ON access.reader, access.cluster TO operator""",
    """GRANT SELECT ON access.desk TO operator""",
    """ALTER TABLE ledger.desk_seen ENABLE ROW LEVEL SECURITY""",
    """ALTER TABLE ledger.desk_seen FORCE ROW LEVEL SECURITY""",
    """CREATE POLICY copying ON ledger.desk_seen TO integrator USING (true) WITH CHECK (true)""",
    """CREATE POLICY people ON ledger.desk_seen FOR SELECT TO core_reader
      USING (device = ANY (ARRAY(SELECT m.device FROM access.mine m)))""",
    """GRANT USAGE ON SCHEMA ledger TO core_reader""",
    """GRANT SELECT ON ledger.desk_seen TO core_reader""",
    # what a reader is told of tables that are not his to read: how far his desks are
    """CREATE VIEW access.progress WITH (security_barrier = true) AS
      SELECT m.device, coalesce(max(c.integrated_ms), 0) AS integrated_ms,
        coalesce(sum(c.seq), 0)::bigint AS events, coalesce(sum(c.seq - coalesce(p.seq, 0)), 0)::bigint AS waiting,
        (SELECT count(*) FROM projecting.stuck s WHERE s.at_desk = m.device) AS stuck
      FROM access.mine m LEFT JOIN ledger.chain c ON c.device = m.device
        LEFT JOIN projecting.place p ON p.device = c.device AND p.stream = c.stream AND p.incarnation = c.incarnation
      GROUP BY m.device""",
    """GRANT SELECT ON access.progress TO core_reader""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    make(connection)
