"""Opmerkingen, uitnodigingen en het logboek van een project.

Opmerkingen die al in het logboek van een plan staan, komen ook in hun tabel.
"""

import sqlalchemy as sa
from alembic import op

from locatieplanner.opslag.migraties.vast import zet_vast

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SLEUTEL, _AFDRUK, _NAAM = sa.String(32), sa.String(64), sa.String(200)


def upgrade() -> None:
    """Maak de tabellen."""
    op.create_table(
        "opmerking",
        sa.Column("plan_id", _SLEUTEL, sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("nummer", sa.Integer, primary_key=True),
        sa.Column("kandidaat_id", _NAAM, nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id", "nummer"], ["gebeurtenis.plan_id", "gebeurtenis.nummer"]
        ),
    )
    op.create_index("opmerking_kandidaat", "opmerking", ["plan_id", "kandidaat_id"])
    _neem_opmerkingen_over()
    op.create_table(
        "uitnodiging",
        sa.Column("sleutel_sha256", _AFDRUK, primary_key=True),
        sa.Column("project_id", _SLEUTEL, sa.ForeignKey("project.id"), nullable=False, index=True),
        sa.Column("rol", sa.Integer, nullable=False),
        sa.Column("door", _NAAM, nullable=False),
        sa.Column("gemaakt", sa.Text, nullable=False),
        sa.Column("verloopt", sa.Text, nullable=False),
        sa.Column("gebruikt", sa.Text, nullable=True),
        sa.Column("gebruikt_door", sa.String(255), nullable=True),
    )
    op.create_table(
        "beheerregel",
        sa.Column("project_id", _SLEUTEL, sa.ForeignKey("project.id"), primary_key=True),
        sa.Column("nummer", sa.Integer, primary_key=True),
        sa.Column("tijd", sa.Text, nullable=False),
        sa.Column("wie", sa.String(255), nullable=False),
        sa.Column("naam", _NAAM, nullable=False),
        sa.Column("wat", sa.Text, nullable=False),
        sa.Column("vorige", _AFDRUK, nullable=False),
        sa.Column("hash", _AFDRUK, nullable=False),
    )
    zet_vast("beheerregel")


def _neem_opmerkingen_over() -> None:
    kandidaat, tekst = (
        ("inhoud::jsonb ->> 'kandidaat'", "inhoud::jsonb ->> 'tekst'")
        if op.get_bind().dialect.name == "postgresql"
        else ("json_extract(inhoud, '$.kandidaat')", "json_extract(inhoud, '$.tekst')")
    )
    op.execute(
        "INSERT INTO opmerking (plan_id, nummer, kandidaat_id, tekst) "  # noqa: S608
        f"SELECT plan_id, nummer, {kandidaat}, {tekst} FROM gebeurtenis WHERE soort = 'opmerking'"
    )
