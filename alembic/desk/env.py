"""How Alembic runs the history of the desk's schema: on the connection the store hands over, inside the store's transaction.

There is no database address anywhere: a desk's file opens only with its key.
"""

from alembic import context
from sqlalchemy import Connection

from kt1desk.store.columns import metadata


def run() -> None:
    connection = context.config.attributes.get("connection")
    if not isinstance(connection, Connection):
        raise SystemExit(
            "the desk's history runs through kt1desk.store.migrate: the file opens only with its key"
        )
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
    context.run_migrations()


run()
