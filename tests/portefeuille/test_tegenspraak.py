import pandas as pd
import pytest

from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.keuzemodel import bouw
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from locatieplanner.portefeuille.samenstellen import stel_samen
from locatieplanner.portefeuille.tegenspraak import controleer
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling

RIJEN = (
    kandidaat("A", x=102_000, capaciteit=10),
    kandidaat("B", x=103_200, capaciteit=20),
    kandidaat("C", x=116_000, capaciteit=30),
    kandidaat("weg", x=108_000, status="afgevallen"),
    kandidaat("plan", x=118_900, status="besluit", capaciteit=5),
)


def gebouwd(opdracht, *rijen):
    beoordeling = maak_beoordeling(*(rijen or RIJEN), doelen=[doel("Utrecht", 55, 55)])
    return bouw(stel_probleem(beoordeling, opdracht))


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        (Opdracht(vast=("X",)), "Er is geen kandidaat met id 'X'"),
        (Opdracht(zonder=("Y",)), "Er is geen kandidaat met id 'Y'"),
        (Opdracht(vast=("weg",)), "weg staat vast maar is niet te kiezen: uitgesloten"),
        (
            Opdracht(vast=("A", "B"), min_afstand_m=2000.0),
            "A en B staan beide vast maar liggen 1,2 km uit elkaar; de eis is ten minste 2,0 km",
        ),
        (
            Opdracht(vast=("C",), min_afstand_opvang_m=3000.0),
            "C staat vast maar voldoet niet aan de eis: ten minste 3,0 km van bestaande opvang",
        ),
        (
            Opdracht(vast=("C",), min_afstand_m=3000.0),
            "C staat vast maar voldoet niet aan de eis: ten minste 3,0 km tussen twee locaties",
        ),
        (
            Opdracht(vast=("A", "B"), max_per_gemeente=1),
            r"Wat vaststaat \(A en B\) past niet binnen de eis: ten hoogste 1 locatie in Aardam",
        ),
        (
            Opdracht(vast=("B",), max_evenredig=0.5),
            r"Wat vaststaat \(B\) past niet binnen de eis: ten hoogste 50 % van het evenredige",
        ),
        (
            Opdracht(vast=("A", "B"), budget_euro=500_000.0),
            r"Wat vaststaat \(A en B\) past niet binnen de eis: een budget van € 500.000",
        ),
        (
            Opdracht(vast=("C",), max_groot=Omvanggrens(0, 10)),
            "past niet binnen de eis: ten hoogste 0 locaties met meer dan 10 plaatsen",
        ),
    ],
)
def test_wat_elkaar_uitsluit_wordt_genoemd(opdracht, melding):
    with pytest.raises(InvoerFout, match=melding):
        controleer(gebouwd(opdracht))


def test_meer_vast_dan_het_doel():
    rijen = [kandidaat(f"K{n}", x=101_000 + 2000 * n, capaciteit=60) for n in range(2)]
    with pytest.raises(InvoerFout, match="ten hoogste het doel van Utrecht"):
        controleer(gebouwd(Opdracht(vast=("K0", "K1")), *rijen))


def test_alle_tegenspraken_in_een_keer_en_voordat_er_gezocht_wordt(monkeypatch):
    monkeypatch.setattr("locatieplanner.portefeuille.samenstellen.zoek_beste", None)
    beoordeling = maak_beoordeling(*RIJEN, doelen=[doel("Utrecht", 55, 55)])
    opdracht = Opdracht(vast=("A", "B", "weg"), min_afstand_m=2000.0, max_per_gemeente=1)
    with pytest.raises(InvoerFout) as fout:
        stel_samen(beoordeling, opdracht)
    assert len(str(fout.value).splitlines()) == 3


@pytest.mark.parametrize(
    "opdracht",
    [
        Opdracht(),
        Opdracht(vast=("plan",)),
        Opdracht(vast=("A", "B"), min_afstand_m=1200.0),
        Opdracht(vast=("A", "C"), max_per_gemeente=2, max_evenredig=1.0, budget_euro=2e6),
        Opdracht(vast=("C",), max_groot=Omvanggrens(0, 15)),
        Opdracht(zonder=("weg", "A"), maand=pd.Period("2027-07", freq="M")),
    ],
)
def test_wat_wel_kan_geeft_geen_melding_en_een_portefeuille(opdracht):
    keuze = gebouwd(opdracht)
    controleer(keuze)
    uitkomst = stel_samen(keuze.probleem.beoordeling, opdracht)
    assert set(opdracht.vast) - {"plan"} <= set(uitkomst.beste.plaatsen.index)
    assert not set(opdracht.zonder) & set(uitkomst.beste.plaatsen.index)
