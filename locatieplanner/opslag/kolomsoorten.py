"""Soorten kolommen die op SQLite en op PostgreSQL hetzelfde geven."""

from typing import Any

from geoalchemy2 import Geometry, WKBElement
from sqlalchemy import JSON, Dialect, LargeBinary, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

SRID = 28992
"""Het stelsel van elke geometrie: RD."""

JSONKOLOM = JSON().with_variant(JSONB(), "postgresql")
"""JSON; op PostgreSQL doorzoekbaar (JSONB)."""


def vormsoort(dialect: Dialect) -> Geometry | LargeBinary:
    """Geef de kolom voor een vorm op deze database: die van PostGIS, of de bytes zelf."""
    if dialect.name == "postgresql":
        # De index maakt de migratie zelf: dan staat zij maar op één plek.
        return Geometry(geometry_type="GEOMETRY", srid=SRID, spatial_index=False)
    return LargeBinary()


class Vormkolom(TypeDecorator[bytes]):
    """Een punt of vlak in RD als WKB.

    Op PostgreSQL een kolom van PostGIS, die QGIS als laag opent; op SQLite de bytes zelf.
    """

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """De kolom van deze database."""
        return dialect.type_descriptor(vormsoort(dialect))

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> object:
        """Maak van WKB wat de database vraagt."""
        if value is None or dialect.name != "postgresql":
            return value
        return WKBElement(value, srid=SRID)

    def process_result_value(
        self,
        value: object,
        dialect: Dialect,  # noqa: ARG002 - hoort bij de methode die dit vervangt
    ) -> bytes | None:
        """Maak van wat de database geeft WKB (op PostgreSQL met het stelsel erin)."""
        if value is None or isinstance(value, bytes):
            return value
        if isinstance(value, WKBElement):
            return bytes(value.data)
        raise TypeError(f"een vorm is geen {type(value).__name__}")
