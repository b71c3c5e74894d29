"""Projecten, plannen, hun kandidaten en instellingen, het logboek en de resultaten."""

import sqlalchemy as sa
from alembic import op

from locatieplanner.opslag.kolomsoorten import JSONKOLOM, vormsoort
from locatieplanner.opslag.migraties.vast import zet_vast

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SLEUTEL, _AFDRUK, _NAAM = sa.String(32), sa.String(64), sa.String(200)


def upgrade() -> None:
    """Maak de tabellen."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    op.create_table(
        "project",
        sa.Column("id", _SLEUTEL, primary_key=True),
        sa.Column("naam", _NAAM, nullable=False),
        sa.Column("gemaakt", sa.Text, nullable=False),
    )
    op.create_table(
        "lid",
        sa.Column("project_id", _SLEUTEL, sa.ForeignKey("project.id"), primary_key=True),
        sa.Column("subject", sa.String(255), primary_key=True),
        sa.Column("naam", _NAAM, nullable=False),
        sa.Column("rol", sa.Integer, nullable=False),
        sa.CheckConstraint("rol BETWEEN 1 AND 3", name="lid_rol"),
    )
    op.create_table(
        "plan",
        sa.Column("id", _SLEUTEL, primary_key=True),
        sa.Column("project_id", _SLEUTEL, sa.ForeignKey("project.id"), nullable=False, index=True),
        sa.Column("naam", _NAAM, nullable=False),
        sa.Column("gearchiveerd", sa.Boolean, nullable=False),
        sa.Column("nummer", sa.Integer, nullable=False),
        sa.Column("hash", _AFDRUK, nullable=False),
        sa.Column("gewijzigd", sa.Text, nullable=False),
        sa.Column("door", _NAAM, nullable=False),
    )
    _maak_inhoud()
    _maak_logboek()


def _maak_inhoud() -> None:
    op.create_table(
        "kandidaat",
        sa.Column("plan_id", _SLEUTEL, sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("id", _NAAM, primary_key=True),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("volgorde", sa.Integer, nullable=False),
        sa.Column("naam", sa.Text, nullable=False),
        sa.Column("eigenschappen", JSONKOLOM, nullable=False),
        sa.Column("vorm", vormsoort(op.get_bind().dialect), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX kandidaat_vorm ON kandidaat USING gist (vorm)")
    op.create_table(
        "instelling",
        sa.Column("plan_id", _SLEUTEL, sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("veld", sa.String(60), primary_key=True),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("waarde", JSONKOLOM, nullable=True),
    )
    op.create_table(
        "afscherming",
        sa.Column("plan_id", _SLEUTEL, sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("kandidaat_id", _NAAM, primary_key=True),
    )


def _maak_logboek() -> None:
    op.create_table(
        "gebeurtenis",
        sa.Column("plan_id", _SLEUTEL, sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("nummer", sa.Integer, primary_key=True),
        sa.Column("tijd", sa.Text, nullable=False),
        sa.Column("wie", sa.String(255), nullable=False),
        sa.Column("naam", _NAAM, nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("inhoud", sa.Text, nullable=False),
        sa.Column("waarom", sa.Text, nullable=False),
        sa.Column("doel", sa.Integer, nullable=True),
        sa.Column("vorige", _AFDRUK, nullable=False),
        sa.Column("hash", _AFDRUK, nullable=False),
    )
    op.create_index("gebeurtenis_wie", "gebeurtenis", ["plan_id", "wie"])
    zet_vast("gebeurtenis")
    op.create_table(
        "momentopname",
        sa.Column("plan_id", _SLEUTEL, primary_key=True),
        sa.Column("nummer", sa.Integer, primary_key=True),
        sa.Column("stand", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id", "nummer"], ["gebeurtenis.plan_id", "gebeurtenis.nummer"]
        ),
    )
    op.create_table(
        "resultaat",
        sa.Column("id", _SLEUTEL, primary_key=True),
        sa.Column("plan_id", _SLEUTEL, sa.ForeignKey("plan.id"), nullable=False, index=True),
        sa.Column("nummer", sa.Integer, nullable=False),
        sa.Column("tijd", sa.Text, nullable=False),
        sa.Column("wie", sa.String(255), nullable=False),
        sa.Column("naam", _NAAM, nullable=False),
        sa.Column("programma", sa.String(60), nullable=False),
        sa.Column("lagen", JSONKOLOM, nullable=False),
        sa.Column("scores_sha256", _AFDRUK, nullable=False),
        sa.Column("kandidaten", sa.Integer, nullable=False),
    )
