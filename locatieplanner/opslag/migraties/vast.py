"""Triggers die een logboek vastzetten: er komt bij, en verder verandert er niets."""

from alembic import op

_POSTGRES_FUNCTIE = """
CREATE OR REPLACE FUNCTION logboek_verandert_niet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'het logboek verandert niet';
END $$
"""


def zet_vast(tabel: str) -> None:
    """Maak triggers die UPDATE en DELETE (en op PostgreSQL TRUNCATE) op een tabel weigeren."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_POSTGRES_FUNCTIE)
        op.execute(
            f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION logboek_verandert_niet()"
        )
        op.execute(
            f"CREATE TRIGGER {tabel}_niet_leeg BEFORE TRUNCATE ON {tabel} "
            "FOR EACH STATEMENT EXECUTE FUNCTION logboek_verandert_niet()"
        )
        return
    for daad in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {tabel}_vast_{daad} BEFORE {daad.upper()} ON {tabel} "
            "BEGIN SELECT RAISE(ABORT, 'het logboek verandert niet'); END"
        )
