"""De tests spiegelen het pakket: elke module heeft een testbestand op dezelfde plek."""

from pathlib import Path

import locatieplanner

PAKKET = Path(locatieplanner.__file__).parent
TESTS = Path(__file__).parent

IN_DE_BROWSER = {
    "scherm/bestand.py": "een venster om een bestand te kiezen; lezen en keuren staan in invoer/",
    "scherm/downloads.py": "knoppen; de inhoud komt uit rapport/",
    "scherm/portefeuillekaart.py": "een kaart; wat erop staat maken kaart/ en portefeuille/",
    "scherm/kandidatentabel.py": "een tabel om in te typen; de verandering keurt bewerking.py",
}
"""Modules met alleen schermaanroepen, en waarom; `tests/browser` bedient ze in een browser."""


def _modules() -> set[str]:
    return {
        pad.relative_to(PAKKET).as_posix()
        for pad in PAKKET.rglob("*.py")
        if pad.name != "__init__.py"
    }


def test_elke_module_heeft_een_testbestand_op_dezelfde_plek():
    zonder = [
        module
        for module in sorted(_modules() - set(IN_DE_BROWSER))
        if not (TESTS / Path(module).with_name(f"test_{Path(module).name}")).is_file()
    ]
    assert not zonder, f"geen testbestand voor: {', '.join(zonder)}"


def test_uitzonderingen_zijn_bestaande_paginas_van_het_scherm():
    assert _modules() >= set(IN_DE_BROWSER)
    assert all(module.startswith("scherm/") for module in IN_DE_BROWSER)
