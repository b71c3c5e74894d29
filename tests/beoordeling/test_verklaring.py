import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.verklaring import VERKLARING, aandeel_tekst, als_maten
from locatieplanner.criteria.waardefunctie import logaritmisch
from locatieplanner.domein.gewichten import CRITERIA
from tests.omgeving import kandidaat, maak_kandidaten, maak_omgeving, maak_opvang


def _verklaring(omgeving, criterium, **kolommen):
    beoordeling = beoordeel(maak_kandidaten(kandidaat(**kolommen)), omgeving)
    zinnen, ontbreekt = VERKLARING[criterium](
        als_maten(beoordeling.kandidaten, 0), als_maten(beoordeling.maten[criterium], 0), omgeving
    )
    return " ".join(zinnen), ontbreekt


def test_elk_criterium_heeft_een_verklaring():
    assert tuple(VERKLARING) == CRITERIA


def test_bestaande_locaties_staan_er_met_peildatum_zekerheid_en_bron(omgeving):
    tekst, _ = _verklaring(omgeving, "spreiding", x=115_000)
    assert (
        "Bestaande opvang volgens de lijst: azc Beekdal (400 plaatsen, secundair; 2025-06, open; "
        "www.voorbeeld.nl); nood Beekdal (100 plaatsen, geschat; 2024, open; www.voorbeeld.nl)."
    ) in tekst


def test_een_onzekere_locatie_heet_geschat():
    opvang = maak_opvang()
    opvang["zekerheid"] = "onzeker"
    tekst, ontbreekt = _verklaring(maak_omgeving(opvang=opvang), "spreiding", x=115_000)
    assert "azc Beekdal (400 plaatsen, geschat; 2025-06, onzeker; www.voorbeeld.nl)" in tekst
    assert any("gerekend met 500 plaatsen (geschat)" in punt for punt in ontbreekt)


def test_de_punten_van_elke_waardefunctie_staan_erbij(omgeving):
    spreiding, _ = _verklaring(omgeving, "spreiding")
    assert "bij 1 keer of minder is de score 100, bij 10 keer of meer 0" in spreiding
    assert "bij 16 keer dat of meer 0" in spreiding
    klein, _ = _verklaring(omgeving, "kleinschaligheid")
    assert "50 → 100; 100 → 85; 300 → 50; 600 → 20; 1.000 → 0" in klein
    assert "bij 5 of minder is de score 100, bij 75 of meer 0" in klein
    nabij, _ = _verklaring(omgeving, "nabijheid")
    assert "op 5,0 km is de score 50" in nabij


@pytest.mark.parametrize(("nul", "punten"), [(2, 100), (10, 30), (16, 25)])
def test_wat_een_verdubbeling_kost_volgt_de_instelling(nul, punten):
    boven, onder = logaritmisch([1.0, 2.0], 1.0, nul)
    assert round(boven - onder) == punten
    tekst, _ = _verklaring(maak_omgeving({"spreiding.verhouding_nul": nul}), "spreiding")
    assert f"bij {nul} keer of meer 0, ertussen kost elke verdubbeling {punten} punten." in tekst


def test_de_kans_op_opvang_staat_bij_beide_delen(omgeving):
    tekst, _ = _verklaring(omgeving, "spreiding")
    assert tekst.count("Of er nog meer opvang is, is onbekend: gerekend is met een kans van") == 2


def test_wonen_telt_niet_mee_als_opvang(omgeving):
    assert "telt niet mee als opvang" in _verklaring(omgeving, "spreiding", type="flex")[0]
    assert "telt niet mee als opvang" not in _verklaring(omgeving, "spreiding")[0]


@pytest.mark.parametrize(("aandeel", "tekst"), [(0.25, "25 %"), (1 / 3, "33,3 %"), (1.0, "100 %")])
def test_aandeel_als_tekst(aandeel, tekst):
    assert aandeel_tekst(aandeel) == tekst
