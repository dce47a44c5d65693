"""What the centre sent: how far its mail was taken, and the reference documents that came with it.

Tables alone; they are empty until mail of the centre is taken in.

Revision: 0009, after 0008. Written out and never changed again, whatever `kt1desk.store.tables` becomes.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE mail_mark (number INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (number)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE document (
    name TEXT NOT NULL, version INTEGER NOT NULL, valid_from TEXT NOT NULL, sha256 BLOB NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (name, version)
) STRICT""",
    """CREATE TABLE document_part (
    sha256 BLOB NOT NULL, part INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (sha256, part)
) STRICT""",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
