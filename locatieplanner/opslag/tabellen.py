"""De tabellen van de database; hoe zij ontstaan staat in `migraties`.

Tijden zijn tekst, ISO 8601 in UTC: zij gaan zo de afdruk van het logboek in, en sorteren op tijd.
"""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from locatieplanner.opslag.kolomsoorten import JSONKOLOM, Vormkolom

SLEUTEL = String(32)
"""Sleutel van een project, plan en dergelijke: 32 hexadecimale tekens, niet te raden."""

AFDRUK = String(64)
NAAM = String(200)


class Basis(DeclarativeBase):
    """Alle tabellen."""


class Project(Basis):
    """Een project: plannen en wie erin werken."""

    __tablename__ = "project"

    id: Mapped[str] = mapped_column(SLEUTEL, primary_key=True)
    naam: Mapped[str] = mapped_column(NAAM)
    gemaakt: Mapped[str] = mapped_column(Text)


class Lid(Basis):
    """Iemand die in een project werkt."""

    __tablename__ = "lid"
    __table_args__ = (CheckConstraint("rol BETWEEN 1 AND 3", name="lid_rol"),)

    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(255), primary_key=True)
    naam: Mapped[str] = mapped_column(NAAM)
    rol: Mapped[int]


class Plan(Basis):
    """Een plan, met waar zijn logboek gebleven is."""

    __tablename__ = "plan"

    id: Mapped[str] = mapped_column(SLEUTEL, primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), index=True)
    naam: Mapped[str] = mapped_column(NAAM)
    gearchiveerd: Mapped[bool] = mapped_column(default=False)
    nummer: Mapped[int]
    hash: Mapped[str] = mapped_column(AFDRUK)
    gewijzigd: Mapped[str] = mapped_column(Text)
    door: Mapped[str] = mapped_column(NAAM)


class Kandidaat(Basis):
    """Een kandidaat zoals zij nu in het plan staat; ``versie`` is de laatste gebeurtenis."""

    __tablename__ = "kandidaat"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    id: Mapped[str] = mapped_column(NAAM, primary_key=True)
    versie: Mapped[int]
    volgorde: Mapped[int]
    naam: Mapped[str] = mapped_column(Text)
    eigenschappen: Mapped[dict[str, Any]] = mapped_column(JSONKOLOM)
    vorm: Mapped[bytes] = mapped_column(Vormkolom)


class Instelling(Basis):
    """Een instelling zoals zij nu in het plan staat."""

    __tablename__ = "instelling"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    veld: Mapped[str] = mapped_column(String(60), primary_key=True)
    versie: Mapped[int]
    waarde: Mapped[Any] = mapped_column(JSONKOLOM, nullable=True)


class Gebeurtenis(Basis):
    """Het logboek van een plan; een trigger weigert veranderen en weghalen."""

    __tablename__ = "gebeurtenis"
    __table_args__ = (Index("gebeurtenis_wie", "plan_id", "wie"),)

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True)
    tijd: Mapped[str] = mapped_column(Text)
    wie: Mapped[str] = mapped_column(String(255))
    naam: Mapped[str] = mapped_column(NAAM)
    soort: Mapped[str] = mapped_column(String(40))
    inhoud: Mapped[str] = mapped_column(Text)
    waarom: Mapped[str] = mapped_column(Text)
    doel: Mapped[int | None]
    vorige: Mapped[str] = mapped_column(AFDRUK)
    hash: Mapped[str] = mapped_column(AFDRUK)


class Momentopname(Basis):
    """De hele stand bij een nummer, zodat een oude versie snel open is; altijd na te rekenen."""

    __tablename__ = "momentopname"

    plan_id: Mapped[str] = mapped_column(primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True)
    stand: Mapped[bytes]
    __table_args__ = (
        ForeignKeyConstraint(["plan_id", "nummer"], ["gebeurtenis.plan_id", "gebeurtenis.nummer"]),
    )


class Afscherming(Basis):
    """Een kandidaat die ooit een beschermde ligging had: zij blijft voor lezers afgeschermd."""

    __tablename__ = "afscherming"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    kandidaat_id: Mapped[str] = mapped_column(NAAM, primary_key=True)


class Resultaat(Basis):
    """Een uitkomst van een versie van het plan, met waarmee zij berekend is."""

    __tablename__ = "resultaat"

    id: Mapped[str] = mapped_column(SLEUTEL, primary_key=True)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"), index=True)
    nummer: Mapped[int]
    tijd: Mapped[str] = mapped_column(Text)
    wie: Mapped[str] = mapped_column(String(255))
    naam: Mapped[str] = mapped_column(NAAM)
    programma: Mapped[str] = mapped_column(String(60))
    lagen: Mapped[list[Any]] = mapped_column(JSONKOLOM)
    scores_sha256: Mapped[str] = mapped_column(AFDRUK)
    kandidaten: Mapped[int]


class Opmerking(Basis):
    """Een opmerking bij een kandidaat, of bij het plan als ``kandidaat_id`` leeg is."""

    __tablename__ = "opmerking"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True)
    kandidaat_id: Mapped[str] = mapped_column(NAAM)
    tekst: Mapped[str] = mapped_column(Text)
    __table_args__ = (
        ForeignKeyConstraint(["plan_id", "nummer"], ["gebeurtenis.plan_id", "gebeurtenis.nummer"]),
        Index("opmerking_kandidaat", "plan_id", "kandidaat_id"),
    )


class Uitnodiging(Basis):
    """Een uitnodiging voor een project; alleen de afdruk van de sleutel wordt bewaard."""

    __tablename__ = "uitnodiging"

    sleutel_sha256: Mapped[str] = mapped_column(AFDRUK, primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), index=True)
    rol: Mapped[int]
    door: Mapped[str] = mapped_column(NAAM)
    gemaakt: Mapped[str] = mapped_column(Text)
    verloopt: Mapped[str] = mapped_column(Text)
    gebruikt: Mapped[str | None] = mapped_column(Text)
    gebruikt_door: Mapped[str | None] = mapped_column(String(255))


class Beheerregel(Basis):
    """Het logboek van een project: wie kreeg welke rol, van wie; ook dit verandert niet."""

    __tablename__ = "beheerregel"

    project_id: Mapped[str] = mapped_column(ForeignKey("project.id"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True)
    tijd: Mapped[str] = mapped_column(Text)
    wie: Mapped[str] = mapped_column(String(255))
    naam: Mapped[str] = mapped_column(NAAM)
    wat: Mapped[str] = mapped_column(Text)
    vorige: Mapped[str] = mapped_column(AFDRUK)
    hash: Mapped[str] = mapped_column(AFDRUK)
