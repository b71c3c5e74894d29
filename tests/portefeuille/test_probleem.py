import math

import pytest

from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.probleem import kosten_per_plaats, stel_probleem
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

DOELEN = (doel("Utrecht", 500, 600), doel("Gelderland", 50, 50))


def probleem(*rijen, opdracht=None, **anders):
    beoordeling = maak_beoordeling(*rijen, doelen=DOELEN, **anders)
    return stel_probleem(beoordeling, opdracht or Opdracht())


def test_kandidaten_staan_op_volgorde_van_id():
    dit = probleem(kandidaat("b"), kandidaat("a"), kandidaat("c", status="besluit"))
    assert list(dit.kandidaten.index) == ["a", "b", "c"]
    assert list(dit.kiesbaar.index) == ["a", "b"]
    assert list(dit.gepland.index) == ["c"]
    assert list(dit.redenen.index) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("soort", "capaciteit", "deel", "kleinste"),
    [
        ("noodopvang", 101, 0.5, 51),
        ("noodopvang", 101, 0.0, 1),
        ("noodopvang", 101, 1.0, 101),
        # Een azc heeft ten minste 300 plaatsen, tenzij er niet meer zijn.
        ("azc", 400, 0.5, 300),
        ("azc", 1000, 0.5, 500),
        ("azc", 120, 0.5, 120),
    ],
)
def test_kleinste_omvang(soort, capaciteit, deel, kleinste):
    rij = kandidaat("K1", type=soort, capaciteit=capaciteit)
    tabel = probleem(rij, parameters={"portefeuille.minimum_deel": deel}).kiesbaar
    assert (tabel["kleinste"]["K1"], tabel["grootste"]["K1"]) == (kleinste, capaciteit)


def test_kosten_per_type():
    bedragen = {"behoefte.kosten_regulier_euro": 27_100, "behoefte.kosten_noodopvang_euro": 53_400}
    dit = probleem(kandidaat("nood"), kandidaat("azc", type="azc"), parameters=bedragen)
    assert dit.kiesbaar["kosten_euro"].to_dict() == {"azc": 27_100, "nood": 53_400}
    assert kosten_per_plaats(dit.kiesbaar["type"], dit.parameters).tolist() == [27_100, 53_400]


def test_wie_geen_rang_heeft_heeft_geen_score():
    dit = probleem(kandidaat("weg", status="afgevallen"), kandidaat("K1"))
    assert math.isnan(dit.kandidaten["score"]["weg"])
    assert 0 <= dit.kandidaten["score"]["K1"] <= 100


@pytest.mark.parametrize("bestaand", [True, False])
def test_wat_er_in_een_gemeente_is(bestaand):
    dit = probleem(kandidaat("K1", status="besluit", capaciteit=30), bestaand=bestaand)
    aardam, beekdal = dit.gemeenten.loc["GM0001"], dit.gemeenten.loc["GM0002"]
    # In Aardam is niets bekend: 150 plaatsen zijn er te verwachten.
    assert aardam["er_is"] == pytest.approx(30 + (150 if bestaand else 0))
    assert beekdal["er_is"] == pytest.approx(500 if bestaand else 0)
    assert aardam["deel"] == pytest.approx(550 / 4)


def test_alleen_het_gebied():
    rijen = (kandidaat("U"), kandidaat("G", y=415_000, status="besluit", capaciteit=3))
    dit = probleem(*rijen, opdracht=Opdracht(provincies=("Utrecht",)))
    assert set(dit.gemeenten["provincie"]) == {"Utrecht"}
    assert {deel.provincie for deel in dit.nodig} == {"Utrecht"}
    assert dit.gepland.empty


def test_een_beletsel_voor_wie_niet_te_kiezen_is_valt_weg():
    dit = probleem(kandidaat("flex", type="flex"), opdracht=Opdracht(zonder=("flex",)))
    assert dit.beletsels == ()
