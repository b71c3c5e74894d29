import pandas as pd

from locatieplanner.opgave.vergelijking import naast_elkaar
from locatieplanner.scherm.doelgrafiek import doelgrafiek, doelpunten
from tests.omgeving import DOELSET, doel, maak_doelset

INWONERS = pd.Series({"Utrecht": 80_000, "Gelderland": 100_000, "Limburg": 20_000})
NAAST = naast_elkaar(
    {"a": DOELSET, "b": maak_doelset(doel("Utrecht", 50, None))}, INWONERS, vul_aan=False
)


def test_een_onbekend_doel_krijgt_geen_teken_en_een_open_grens_geen_streep():
    punten = doelpunten(NAAST)
    assert punten["provincie"].tolist() == ["Utrecht", "Utrecht", "Gelderland"]
    open_ = punten.iloc[1]
    assert open_[["laag", "midden", "hoog"]].tolist() == [50, 50, 50]
    assert open_["geschreven"] == "ten minste 50"
    assert punten.iloc[0][["laag", "hoog", "geschreven"]].tolist() == [300, 400, "300–400"]


def test_afgeleid_is_niet_gegeven():
    punten = doelpunten(naast_elkaar({"a": DOELSET}, INWONERS)).set_index("provincie")
    assert punten["gegeven"].to_dict() == {"Utrecht": True, "Gelderland": True, "Limburg": False}


def _spec(naast):
    grafiek, hoogte = doelgrafiek(naast)
    band, teken = grafiek.to_dict()["layer"]
    return band["encoding"], teken["encoding"], hoogte


def test_per_provincie_heeft_elke_doelset_kleur_vorm_en_een_legenda():
    _, teken, hoogte = _spec(NAAST.assign(kort=NAAST["doelset"]))
    assert teken["y"]["field"] == "provincie"
    assert teken["y"]["sort"] == list(INWONERS.index)
    assert teken["shape"]["scale"]["domain"] == ["a", "b"]
    assert len(set(teken["shape"]["scale"]["range"])) == 2
    assert len(set(teken["fill"]["scale"]["range"])) == 2
    assert teken["shape"]["legend"] is not None
    assert hoogte > _spec(NAAST[NAAST["provincie"] == "Utrecht"])[2]


def test_van_een_provincie_een_regel_per_doelset_zonder_legenda():
    utrecht = NAAST[NAAST["provincie"] == "Utrecht"].assign(kort=["a", "b"])
    band, teken, _ = _spec(utrecht)
    assert (teken["y"]["field"], band["y"]["field"]) == ("doelset", "doelset")
    assert teken["shape"]["legend"] is None
