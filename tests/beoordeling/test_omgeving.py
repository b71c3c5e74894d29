import pandas as pd
import pytest
import shapely

from locatieplanner.beoordeling.omgeving import bouw_omgeving, inwoners_per_provincie
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.fouten import DoelsetFout
from tests.omgeving import doel, kandidaat, maak_kernen, maak_lagen, maak_omgeving


def test_inwonerpunten_tellen_per_gemeente_op_tot_het_cbs_getal(omgeving):
    per_gemeente = omgeving.inwonerpunten.groupby("gemeentecode")["inwoners"].sum()
    assert per_gemeente.tolist() == pytest.approx([20_000, 60_000, 10_000, 40_000, 50_000, 20_000])


def test_inwoners_zijn_verdeeld_naar_kerngrootte(omgeving):
    beekdal = omgeving.inwonerpunten.query("gemeentecode == 'GM0002'")["inwoners"]
    # 40.000 en 10.000 inwoners: vier punten en één punt, samen 60.000.
    assert beekdal.tolist() == pytest.approx([12_000] * 5)
    duinrand = omgeving.inwonerpunten.query("gemeentecode == 'GM0004'")
    van_midden_m = duinrand.distance(shapely.Point(105_000, 415_000))
    # 30.000 inwoners op 2.500 per km² is een schijf van 1.954 m.
    assert len(duinrand) == 3
    assert 500 < van_midden_m.min() < van_midden_m.max() < 1_954


def test_een_gemeente_zonder_kern_is_een_punt_binnen_haar_grens(omgeving):
    fluitmeer = omgeving.inwonerpunten.query("gemeentecode == 'GM0006'")
    assert len(fluitmeer) == 1
    assert omgeving.gemeenten.loc["GM0006", "geometry"].contains(fluitmeer.geometry.iloc[0])


def test_geschatte_opvang_telt_niet_dubbel(omgeving):
    som = omgeving.opvang["plaatsen"].sum() + omgeving.inwonerpunten["plaatsen_verwacht"].sum()
    assert som == pytest.approx(1600)
    per_gemeente = omgeving.inwonerpunten.groupby("gemeentecode")["plaatsen_verwacht"].sum()
    assert per_gemeente[per_gemeente > 0].to_dict() == pytest.approx({"GM0001": 150, "GM0006": 150})


@pytest.mark.parametrize("gebrek", ["kern zonder gemeente", "kernen zonder inwoners"])
def test_een_kern_met_een_gebrek_maakt_niets_anders_onbekend(gebrek):
    kernen = maak_kernen()
    if gebrek == "kern zonder gemeente":
        kernen.loc[0, "gemeentecode"] = None
    else:
        kernen.loc[0, "inwoners"] = 0
    punten = maak_omgeving(kernen=kernen).inwonerpunten
    assert punten[["inwoners", "plaatsen_verwacht"]].notna().all(axis=None)
    assert punten["inwoners"].sum() == pytest.approx(200_000)


def test_zonder_kernen_is_elke_gemeente_een_punt():
    omgeving = maak_omgeving(kernen=maak_kernen().iloc[:0])
    assert len(omgeving.inwonerpunten) == 6
    assert omgeving.inwonerpunten["inwoners"].sum() == pytest.approx(200_000)


def test_kernen_staan_in_voor_voorzieningen_naar_hun_omvang(omgeving):
    (dorp,), (stad,) = (omgeving.voorzieningen[c] for c in ("dorpskern", "stadskern"))
    assert dorp.punten["inwoners"].min() == 8_000
    assert stad.punten["naam"].tolist() == [
        "Beekdal",
        "Duinrand",
        "Eemwoud",
    ]


def test_parameters_bepalen_omweg_en_kernen():
    omgeving = maak_omgeving({"nabijheid.omwegfactor": 2.0, "nabijheid.stadskern_inwoners": 45_000})
    (stad,) = omgeving.voorzieningen["stadskern"]
    assert stad.reisafstand.omwegfactor == 2.0
    assert stad.punten["naam"].tolist() == ["Eemwoud"]


def test_een_onbekende_doelset_noemt_de_bekende():
    with pytest.raises(DoelsetFout, match=r"'weg' bestaat niet\. Kies uit: proef"):
        bouw_omgeving(maak_lagen(), "weg")


def test_provincies_staan_in_vaste_volgorde(omgeving):
    assert omgeving.doelen.index.tolist() == list(PROVINCIES)


def test_bouwen_verandert_de_lagen_niet():
    lagen = maak_lagen()
    bouw_omgeving(lagen)
    pd.testing.assert_frame_equal(pd.DataFrame(lagen.opvang), pd.DataFrame(maak_lagen().opvang))
    assert "plaatsen" not in lagen.opvang
    assert kandidaat()["status"] == "idee"


def test_de_echte_omgeving(omgeving_echt):
    assert len(omgeving_echt.gemeenten) == 342
    assert omgeving_echt.inwoners_nederland == 18_130_231
    assert set(omgeving_echt.gemeenten["provincie"]) == set(PROVINCIES)
    punten = omgeving_echt.inwonerpunten
    assert punten.notna().all(axis=None)
    assert punten["inwoners"].sum() == pytest.approx(18_130_231)
    som = omgeving_echt.opvang["plaatsen"].sum() + punten["plaatsen_verwacht"].sum()
    assert som == pytest.approx(omgeving_echt.parameters.getal("opgave.plaatsen_landelijk"))


def test_eigen_doelen_gelden_in_plaats_van_de_ingebouwde():
    eigen = Eigendoelen((("proef", doel("Utrecht", 900, 1100)),))
    lagen = maak_lagen()
    omgeving = bouw_omgeving(lagen, eigen_doelen=eigen)
    assert omgeving.doelen.loc["Utrecht", ["minimum", "midden", "maximum"]].tolist() == [
        *(900, 1000, 1100),
    ]
    assert omgeving.doelset.eigen_provincies == ("Utrecht",)
    assert bouw_omgeving(lagen).doelset is lagen.doelsets["proef"]


def test_een_nieuwe_doelset_is_te_kiezen():
    eigen = Eigendoelen((("bod", doel("Utrecht", 5, 5)),), (("bod", "Regionaal bod"),))
    omgeving = bouw_omgeving(maak_lagen(), "bod", eigen_doelen=eigen)
    assert omgeving.doelen.loc["Utrecht", "midden"] == 5
    with pytest.raises(DoelsetFout, match="Kies uit: proef, bod"):
        bouw_omgeving(maak_lagen(), "weg", eigen_doelen=eigen)


def test_inwoners_per_provincie_in_vaste_volgorde():
    inwoners = inwoners_per_provincie(maak_lagen().gemeenten)
    assert inwoners.index.tolist() == list(PROVINCIES)
    assert inwoners[["Utrecht", "Gelderland", "Limburg"]].tolist() == [80_000, 100_000, 20_000]
    assert inwoners.isna().sum() == 9
