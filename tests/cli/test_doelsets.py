import json

import pytest

from locatieplanner.domein.gebied import PROVINCIES


@pytest.fixture(scope="module")
def bestand(tmp_path_factory):
    """Eigen doelen voor Zeeland in de Uitvoeringsagenda."""
    pad = tmp_path_factory.mktemp("doelen") / "zeeland.csv"
    pad.write_text(
        "provincie;onderdeel;minimum;maximum;bron\nZeeland;rol;200;210;besluit\n"
        "Zeeland;gvl_satelliet;90;90;besluit\n"
    )
    return pad


def test_alle_doelsets_naast_elkaar_met_hun_totalen(voer_uit):
    uit = voer_uit("opgave", "--alle-doelsets").stdout
    zeeland = next(r for r in uit.splitlines() if r.strip().startswith("Zeeland"))
    assert "394–427 afgeleid" in zeeland
    assert "1.422 gepubliceerd" in zeeland
    assert "2.109 secundair" in zeeland
    for regel in (
        "opgave-2024-v1 totaal 75.500 75.499 −1 12 0 0",
        "opgave-2024-v2 totaal 77.100 77.070 −30 12 0 0",
        "spreidingswet-2024 totaal 96.000 96.002 +2 12 0 0",
        "spreidingswet-2024 waarvan amv 8.140 – – 0 0 12",
        "spreidingswet-2026 totaal 88.000 ten minste 31.175 – 2 10 0",
    ):
        assert any(" ".join(r.split()).startswith(regel) for r in uit.splitlines()), regel


def test_json_heeft_alle_provincies_in_alle_doelsets(voer_uit):
    antwoord = json.loads(voer_uit("opgave", "--alle-doelsets", "--json").stdout)
    assert len(antwoord["provincies"]) == 12 * 6
    assert [r["provincie"] for r in antwoord["provincies"][::6]] == list(PROVINCIES)
    verschil = {
        r["doelset"]: r["verschil"] for r in antwoord["totalen"] if r["onderdeel"] == "totaal"
    }
    assert verschil == {
        "uitvoeringsagenda-2020": None,
        "coa-behoefte-2023": None,
        "opgave-2024-v1": -1,
        "opgave-2024-v2": -30,
        "spreidingswet-2024": 2,
        "spreidingswet-2026": None,
    }


def test_eigen_doelen_staan_erin_en_het_ingebouwde_ernaast(voer_uit, bestand):
    opties = ("opgave", "--alle-doelsets", "--provincie", "Zeeland", "--doelen", bestand)
    rijen = json.loads(voer_uit(*opties, "--json").stdout)["provincies"]
    assert {rij["provincie"] for rij in rijen} == {"Zeeland"}
    (eigen,) = [rij for rij in rijen if rij["eigen"]]
    assert (eigen["minimum"], eigen["maximum"], eigen["status"]) == (290, 300, "gepubliceerd")
    assert eigen["ingebouwd_status"] == "afgeleid"
    assert round(eigen["ingebouwd_minimum"]) == 394
    uit = voer_uit(*opties).stdout
    assert "290–300 gepubliceerd" in uit
    assert "met eigen getallen voor 1 provincie" in uit


def test_een_weergave_tegelijk(voer_uit):
    assert voer_uit("opgave", "--alle-doelsets", "--per-onderdeel").exit_code == 2


def test_onderdelen_zonder_eigen_getallen_hebben_geen_tweede_tabel(voer_uit, bestand):
    zonder = voer_uit("opgave", "--per-onderdeel", "--provincie", "zeeland").stdout
    met = voer_uit("opgave", "--per-onderdeel", "--provincie", "zeeland", "--doelen", bestand)
    assert zonder.count("gvl/satelliet") == 1
    assert met.stdout.count("gvl/satelliet") == 2
    assert "200–210" in met.stdout
