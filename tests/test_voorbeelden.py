"""De voorbeelden in de docstrings kloppen."""

import doctest
import importlib
import pkgutil

import pytest

import locatieplanner

ELDERS = (
    "locatieplanner.scherm",
    "locatieplanner.__main__",
    # Alleen binnen een beurt van Alembic in te lezen.
    "locatieplanner.opslag.migraties.env",
)


def _modules() -> list[str]:
    """Alle modules buiten het scherm (vraagt een draaiende streamlit) en de startpunten."""
    return [
        module.name
        for module in pkgutil.walk_packages(locatieplanner.__path__, "locatieplanner.")
        if not module.name.startswith(ELDERS)
    ]


@pytest.mark.parametrize("naam", _modules())
def test_voorbeelden(naam):
    uitkomst = doctest.testmod(importlib.import_module(naam))
    assert uitkomst.failed == 0


def test_er_zijn_voorbeelden_gevonden():
    naam = "locatieplanner.criteria.waardefunctie"
    assert doctest.testmod(importlib.import_module(naam)).attempted >= 4
