"""Wat Alembic draait: de stappen, op de verbinding die `opslag.migratie` meegeeft."""

from alembic import context

from locatieplanner.opslag.tabellen import Basis

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Basis.metadata,
    # De verbinding zit al in een transactie: alles gaat samen, of niets.
    transactional_ddl=False,
)
context.run_migrations()
