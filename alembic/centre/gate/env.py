"""How Alembic runs the history of the centre's database ``gate``: on the connection handed over, as the database's owner."""

from alembic import context
from sqlalchemy import Connection


def run() -> None:
    connection = context.config.attributes.get("connection")
    if not isinstance(connection, Connection):
        raise SystemExit(
            "this history runs through kt1desk.centre.migrate: it must belong to the database's owner"
        )
    context.configure(connection=connection, version_table_schema="public")
    context.run_migrations()


run()
