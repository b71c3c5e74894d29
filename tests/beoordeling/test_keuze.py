import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.keuze import kies
from locatieplanner.domein.gewichten import CRITERIA
from locatieplanner.rapport.uitvoer import als_bytes
from tests.omgeving import kandidaat, maak_kandidaten
from tests.trekkingen import kandidatenlijsten


@given(kandidaten=kandidatenlijsten(min_size=1), zaad=st.integers(0, 1000))
def test_scores_en_redenen_blijven_en_de_rang_loopt_door(omgeving, kandidaten, zaad):
    heel = beoordeel(kandidaten, omgeving)
    ids = kandidaten.sample(frac=0.5, random_state=zaad).index.tolist()
    deel = kies(heel, ids)
    assert deel.kandidaten.index.tolist() == [i for i in kandidaten.index if i in set(ids)]
    for id_ in deel.kandidaten.index:
        hier, daar = deel.rij(id_), heel.rij(id_)
        for naam in CRITERIA:
            assert deel.maten[naam].iloc[hier].equals(heel.maten[naam].iloc[daar])
        assert deel.uitsluitingen[hier] == heel.uitsluitingen[daar]
        assert deel.niet_getoetst[hier] == heel.niet_getoetst[daar]
        np.testing.assert_equal(deel.weging.totaal[hier], heel.weging.totaal[daar])
    rangen = sorted(set(deel.weging.rang.tolist()) - {0})
    assert rangen[:1] in ([], [1])


def test_een_keuze_voor_derden_verraadt_geen_beschermde_locatie(omgeving):
    kandidaten = maak_kandidaten(
        kandidaat("K1", 105_000, naam="Open"),
        kandidaat("K2", 115_000, naam="Geheime straat 3", type="amv"),
        kandidaat("K3", 125_000, naam="Elders"),
    )
    deel = kies(beoordeel(kandidaten, omgeving), ["K1", "K2"])
    tekst = als_bytes(deel, "csv", deel_beschermd=False).decode("utf-8-sig")
    assert "Open" in tekst
    assert "Beschermde locatie in Beekdal" in tekst
    assert "Geheime straat" not in tekst
    assert "Elders" not in tekst
    assert "Geheime straat" in als_bytes(deel, "csv").decode("utf-8-sig")


def test_niets_gekozen_is_een_lege_beoordeling(omgeving):
    heel = beoordeel(maak_kandidaten(kandidaat("K1")), omgeving)
    assert kies(heel, []).kandidaten.empty
    assert kies(heel, ["X"]).weging.totaal.size == 0
