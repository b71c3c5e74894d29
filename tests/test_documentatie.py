"""De documentatie loopt niet achter: wat er is, staat beschreven, en wat beschreven is, bestaat."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from locatieplanner.bronnen.begrippen import lees_verantwoording
from locatieplanner.bronnen.catalogus import lees_catalogus
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.bronnen.tabellen import lees_locatietypen
from locatieplanner.cli.programma import programma
from locatieplanner.criteria import kleinschaligheid, mix, nabijheid, spreiding
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.kandidaat import KOLOMMEN, Kandidaatstatus
from locatieplanner.invoer.doelkolommen import DOELSETNAAM
from locatieplanner.rapport.doeltabel import KOLOMMEN as DOELKOLOMMEN
from locatieplanner.scherm.parameterpaneel import GROEPEN

WORTEL = Path(__file__).resolve().parents[1]
README = (WORTEL / "README.md").read_text(encoding="utf-8")
MODULES = (spreiding, kleinschaligheid, nabijheid, mix)


@pytest.mark.parametrize("criterium", CRITERIA)
def test_elk_criterium_staat_in_de_readme(criterium):
    assert f"- **{criterium.capitalize()}**: " in README


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rpartition(".")[2])
def test_elk_criterium_geeft_zijn_formule(module):
    assert re.search(r"^Formule", module.__doc__, re.M)
    assert module.__name__.rpartition(".")[2] in CRITERIA


@pytest.mark.parametrize("parameter", lees_parameters().alle.values(), ids=lambda p: p.id)
def test_elke_parameter_heeft_eenheid_reden_en_bron(parameter):
    assert parameter.naam
    assert parameter.eenheid
    assert len(parameter.reden) > 20
    assert parameter.herkomst.bron


@pytest.mark.parametrize("laag", lees_catalogus().values(), ids=lambda laag: laag.id)
def test_elke_laag_heeft_bron_licentie_en_kolommen_met_betekenis(laag):
    assert laag.herkomst.bron
    assert laag.herkomst.peildatum
    assert laag.licentie
    assert laag.kolommen
    assert all(kolom.betekenis for kolom in laag.kolommen.values())


def test_elke_opdracht_staat_in_de_readme():
    opdrachten = {o.name or o.callback.__name__ for o in programma.registered_commands}
    opdrachten |= {groep.typer_instance.info.name for groep in programma.registered_groups}
    assert len(opdrachten) >= 6
    assert all(re.search(rf"locatieplanner {naam}\b", README) for naam in opdrachten), opdrachten


def test_elke_kolom_type_en_status_staat_in_de_readme():
    for woord in (*KOLOMMEN, *lees_locatietypen(), *Kandidaatstatus):
        if woord != "geometry":
            assert f"`{woord}`" in README, woord


def test_elke_kolom_van_een_tabel_met_doelen_staat_in_de_readme():
    for woord in (*DOELKOLOMMEN, DOELSETNAAM, *Status):
        assert f"`{woord}`" in README, woord


def test_elke_verwijzing_bestaat():
    for pad in (WORTEL / "README.md", *(WORTEL / "docs").glob("*.md")):
        tekst = pad.read_text(encoding="utf-8")
        for doel in re.findall(r"\]\(([^)#]+)\)", tekst):
            if not doel.startswith("http"):
                assert (pad.parent / doel).is_file(), f"{pad.name}: {doel}"


def test_wat_het_niet_weet_staat_woordelijk_ook_in_de_readme():
    grenzen = next(r for r in lees_verantwoording() if r.id == "grenzen")
    begin = README.index(f"## {grenzen.naam}\n")
    assert README[begin:].split("\n\n")[1] == " ".join(grenzen.punten)


def test_elk_ingebouwd_bestand_is_een_laag_met_beschrijving():
    beschreven = {laag.bestand for laag in lees_catalogus().values()}
    bestanden = {pad.name for pad in (WORTEL / "lagen").iterdir() if pad.is_file()}
    # De catalogus is de beschrijving zelf.
    assert bestanden - {"catalogus.toml"} == {
        naam for naam in beschreven if naam and "/" not in naam
    }


def test_elke_optie_van_een_opdracht_heeft_uitleg():
    for naam, opdracht in _opdrachten(get_command(programma)):
        assert opdracht.help, naam
        for optie in opdracht.params:
            if optie.param_type_name == "option" and not optie.hidden:
                assert optie.help, f"{naam} {optie.name}"


def test_elke_groep_parameters_is_op_het_scherm_te_zien():
    assert {parameter.groep for parameter in lees_parameters().alle.values()} == set(GROEPEN)


def test_elke_pagina_staat_in_de_readme():
    start = (WORTEL / "locatieplanner/scherm/start.py").read_text(encoding="utf-8")
    paginas = re.findall(r'st\.Page\(.*title="([^"]+)"', start)
    assert len(paginas) >= 6
    assert [titel for titel in paginas if f"*{titel}*" not in README] == []


def _opdrachten(groep, pad=""):
    for naam, opdracht in groep.commands.items():
        if hasattr(opdracht, "commands"):
            yield from _opdrachten(opdracht, f"{pad}{naam} ")
        else:
            yield f"{pad}{naam}", opdracht
