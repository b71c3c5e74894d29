"""De database op het niveau van dit programma brengen."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

_MAP = Path(__file__).parent / "migraties"
_SLOT = 0x10CA71E
"""Sleutel van het slot op PostgreSQL: twee migraties tegelijk wachten op elkaar."""


def niveaus() -> tuple[str, ...]:
    """Geef de niveaus die dit programma kent, van oud naar nieuw."""
    stappen = ScriptDirectory.from_config(_instelling()).walk_revisions()
    return tuple(stap.revision for stap in reversed(list(stappen)))


def niveau(verbinding: Connection) -> str | None:
    """Geef het niveau van de database; None als er nog niets in staat."""
    return MigrationContext.configure(verbinding).get_current_revision()


def migreer(verbinding: Connection, tot: str = "head") -> tuple[str, ...]:
    """Breng de database verder en geef de stappen die daarvoor gezet zijn.

    Parameters
    ----------
    verbinding : Connection
        In een transactie om te schrijven; de aanroeper legt haar vast. Lukt een stap niet, dan is
        er niets veranderd.
    tot : str, optional
        Tot welk niveau; zonder is het het nieuwste.
    """
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})
    alle = niveaus()
    oud = niveau(verbinding)
    instelling = _instelling()
    instelling.attributes["connection"] = verbinding
    command.upgrade(instelling, tot)
    nieuw = niveau(verbinding)
    begin = alle.index(oud) + 1 if oud in alle else 0
    eind = alle.index(nieuw) + 1 if nieuw in alle else begin
    return alle[begin:eind]


def _instelling() -> Config:
    instelling = Config()
    instelling.set_main_option("script_location", str(_MAP).replace("%", "%%"))
    instelling.set_main_option("version_locations", str(_MAP / "versies").replace("%", "%%"))
    instelling.set_main_option("path_separator", "newline")
    return instelling
