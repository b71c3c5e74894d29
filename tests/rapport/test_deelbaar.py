import pytest
import shapely

from locatieplanner.beoordeling.beoordeling import KOLOMMEN, beoordeel
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.fouten import InvoerFout
from locatieplanner.rapport.deelbaar import (
    AFGESCHERMD,
    UITGESLOTEN,
    deelbare_tabel,
    gedeelde_volgorde,
    is_afgeschermd,
)
from tests.omgeving import kandidaat, maak_kandidaten
from tests.rapport.conftest import EXTRA

SCORES = [f"score_{naam}" for naam in CRITERIA]
VERZWEGEN = [*SCORES, "score_totaal", "rang", "volledigheid"]
GEWICHTEN = [
    Gewichten(),
    *(Gewichten.uit_getallen({naam: 1}) for naam in CRITERIA),
]


def test_voor_planners_staat_alles_erin(beoordeling):
    tabel = deelbare_tabel(beoordeling).set_index("id")
    assert list(tabel.columns) == [*KOLOMMEN[1:], "x", "y", *EXTRA, "geometry"]
    assert (tabel.loc["K1", "x"], tabel.loc["K1", "y"]) == (105_000, 405_001)
    assert (tabel.loc["K2", "x"], tabel.loc["K2", "y"]) == (113_500, 404_500)
    assert tabel.loc["K4", "geometry"] == shapely.Point(115_100, 415_100)
    assert "Kerkstraat" in tabel.loc["K7", "uitsluitingen"]


def _voor_derden(beoordeling):
    """De tabel voor derden, en daarvan de beschermde rijen."""
    tabel = deelbare_tabel(beoordeling, deel_beschermd=False)
    return tabel, tabel[tabel["id"].str.startswith("beschermd-")]


def test_voor_derden_verraadt_een_beschermde_rij_alleen_de_gemeente(beoordeling):
    tabel, dicht = _voor_derden(beoordeling)
    gemeenten = beoordeling.omgeving.gemeenten
    assert dicht["id"].tolist() == ["beschermd-1", "beschermd-2", "beschermd-3"]
    assert dicht["gemeentecode"].tolist()[:2] == ["GM0003", "GM0005"]
    for _, rij in dicht.iloc[:2].iterrows():
        punt = gemeenten.geometry[rij["gemeentecode"]].representative_point()
        assert rij["geometry"] == punt
        assert rij["naam"] == f"Beschermde locatie in {rij['gemeente']}"
        assert (rij["x"], rij["y"]) == (round(punt.x), round(punt.y))
    assert (dicht["aandachtspunten"] == AFGESCHERMD).all()
    assert dicht[VERZWEGEN].isna().all(axis=None)
    assert (dicht[EXTRA].isna() | dicht[EXTRA].astype("str").eq("")).all(axis=None)
    assert dicht["uitsluitingen"].iloc[0] == UITGESLOTEN
    assert "Kerkstraat" not in tabel.to_string()
    assert not {"K4", "K7", "K8"} & set(tabel["id"])


def test_beschermd_buiten_nederland_heeft_geen_ligging(beoordeling):
    _, dicht = _voor_derden(beoordeling)
    assert dicht.iloc[-1][["x", "y", "geometry"]].isna().all()


@pytest.mark.parametrize("gewichten", GEWICHTEN, ids=["alle", *CRITERIA])
def test_bij_geen_enkel_gewicht_is_een_verzwegen_score_te_zien(beoordeling, gewichten):
    tabel, dicht = _voor_derden(beoordeling.herweeg(gewichten))
    assert dicht[VERZWEGEN].isna().all(axis=None)
    assert tabel["id"].tolist()[-3:] == ["beschermd-1", "beschermd-2", "beschermd-3"]
    rangen = tabel["rang"].dropna().tolist()
    # Geen gat waaruit de rang van een beschermde locatie volgt.
    assert rangen == [1 + sum(ander < rang for ander in rangen) for rang in rangen]


@pytest.mark.parametrize("gewichten", GEWICHTEN, ids=["alle", *CRITERIA])
def test_de_beschermde_rijen_zijn_bij_elk_gewicht_dezelfde(beoordeling, gewichten):
    _, dicht = _voor_derden(beoordeling)
    _, anders = _voor_derden(beoordeling.herweeg(gewichten))
    assert dicht.reset_index(drop=True).equals(anders.reset_index(drop=True))


def test_twee_beschermde_plekken_in_een_gemeente_zijn_niet_te_onderscheiden(omgeving):
    paar = [kandidaat(i, x, 405_000, type="amv") for i, x in (("A", 101_000), ("B", 109_000))]
    for rijen in (paar, paar[::-1]):
        beoordeling = beoordeel(maak_kandidaten(*rijen), omgeving)
        tabel = deelbare_tabel(beoordeling, deel_beschermd=False)
        assert tabel["id"].tolist() == ["beschermd-1", "beschermd-2"]
        een, ander = (tabel.drop(columns="id").iloc[[i]].reset_index(drop=True) for i in (0, 1))
        assert een.equals(ander)


def test_een_code_is_nooit_een_id_dat_al_bestaat(omgeving):
    rijen = [kandidaat("beschermd-1"), kandidaat("K2", type="amv")]
    tabel = deelbare_tabel(beoordeel(maak_kandidaten(*rijen), omgeving), deel_beschermd=False)
    assert tabel["id"].tolist() == ["beschermd-1", "beschermd-2"]
    assert tabel["naam"].tolist()[0] == "Locatie beschermd-1"


def test_andere_rijen_blijven_gelijk_op_hun_rang_na(beoordeling, beschermd):
    vol = deelbare_tabel(beoordeling).set_index("id").drop(beschermd)
    deel = deelbare_tabel(beoordeling, deel_beschermd=False).set_index("id").iloc[:-3]
    assert vol.drop(columns="rang").equals(deel.drop(columns="rang"))
    assert vol["rang"].rank(method="min").astype("Int64").equals(deel["rang"])


def test_gedeelde_volgorde_hoort_bij_de_tabel(beoordeling):
    ids = beoordeling.kandidaten.index
    assert (
        ids[gedeelde_volgorde(beoordeling)].tolist() == deelbare_tabel(beoordeling)["id"].tolist()
    )
    derden = ids[gedeelde_volgorde(beoordeling, deel_beschermd=False)].tolist()
    assert derden[:-3] == deelbare_tabel(beoordeling, deel_beschermd=False)["id"].tolist()[:-3]
    assert derden[-3:] == ["K7", "K4", "K8"]


def test_status_per_criterium_en_invoer_gaan_mee(beoordeling):
    tabel = deelbare_tabel(beoordeling).set_index("id")
    assert tabel.loc["K1", "status_nabijheid"] == "geschat"
    assert tabel.loc["K1", "status_mix"] == "onbekend"
    assert tabel.loc["K6", "status"] == "afgevallen"
    assert tabel.loc["K5", "aandeel_studenten"] == 0.6


def test_is_afgeschermd(beoordeling, beschermd):
    assert [i for i in beoordeling.kandidaten.index if is_afgeschermd(beoordeling, i)] == beschermd
    with pytest.raises(InvoerFout):
        is_afgeschermd(beoordeling, "nergens")
