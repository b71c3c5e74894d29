import pandas as pd
import pytest

from locatieplanner.bronnen import tabellen
from locatieplanner.bronnen.lagen import lees_opvang
from locatieplanner.domein.aandachtsgroep import Rol
from locatieplanner.domein.doel import Bandbreedte
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Status
from locatieplanner.domein.locatietype import Mixdeel
from locatieplanner.fouten import LaagFout

DOELSETS = [
    *("uitvoeringsagenda-2020", "coa-behoefte-2023", "opgave-2024-v1"),
    *("opgave-2024-v2", "spreidingswet-2024", "spreidingswet-2026"),
]


def test_locatietypen():
    typen = tabellen.lees_locatietypen()
    assert set(typen) >= set(lees_opvang()["type"])
    assert {code for code, t in typen.items() if not t.telt_als_opvang} == {"flexwonen", "gemengd"}
    assert {code for code, t in typen.items() if t.huisvesting} == {"flexwonen", "gemengd"}
    assert {code for code, t in typen.items() if t.blijvend} == {"gemengd"}
    assert {code for code, t in typen.items() if t.telt_voor_taakstelling} == {
        "flexwonen",
        "gemengd",
    }
    assert {code for code, t in typen.items() if t.beschermd} == {"amv"}
    assert {code: t.onderdeel for code, t in typen.items() if t.onderdeel} == {
        "gvl": "gvl_satelliet",
        "satelliet": "gvl_satelliet",
        "rol": "rol",
    }
    assert (typen["azc"].capaciteit_min, typen["azc"].capaciteit_max) == (300, None)
    assert (typen["amv"].capaciteit_min, typen["amv"].capaciteit_max) == (30, 100)
    assert typen["rol"].mixdelen == (Mixdeel.CONCENTRATIE,)
    assert typen["flexwonen"].mixdelen == tuple(Mixdeel)


def test_aandachtsgroepen():
    groepen = tabellen.lees_aandachtsgroepen()
    assert len(groepen) == 13
    assert {code for code, g in groepen.items() if g.beschermd} == {"amv"}
    assert all(g.herkomst.status is Status.GESCHAT for g in groepen.values())
    assert all(1.0 <= g.bezetting <= 4.0 for g in groepen.values())
    assert groepen["statushouders"].rol is Rol.KWETSBAAR
    assert groepen["regulier"].rol is Rol.DRAGEND


def test_doelsets_staan_in_volgorde_en_hebben_al_hun_rijen():
    doelsets = tabellen.lees_doelsets()
    assert list(doelsets) == DOELSETS
    assert sum(len(d.doelen) for d in doelsets.values()) == 105
    assert len({d.kort for d in doelsets.values()}) == 6
    assert tabellen.standaard_doelset() == "uitvoeringsagenda-2020"


def test_leeg_is_onbekend_en_een_ondergrens_blijft_een_ondergrens():
    doelen = {
        (d.provincie, d.onderdeel, d.peildatum): d
        for set_ in tabellen.lees_doelsets().values()
        for d in set_.doelen
    }
    assert doelen["Zuid-Holland", "rol", "2023-12-31"].plaatsen == Bandbreedte(2450, 2700)
    assert doelen["Groningen", "rol", "2023-01-01"].plaatsen == Bandbreedte(None, None)
    assert doelen["Noord-Brabant", "totaal", "2027-07-01"].plaatsen == Bandbreedte(13000, None)
    herkomst = doelen["Zuid-Holland", "rol", "2023-12-31"].herkomst
    assert herkomst.peildatum == "2020-09-15"
    assert herkomst.status is Status.GEPUBLICEERD


@pytest.mark.parametrize(
    ("id", "som"),
    [("opgave-2024-v1", 75_499), ("opgave-2024-v2", 77_070), ("spreidingswet-2024", 96_002)],
)
def test_volledige_doelsets_tellen_op_zoals_de_bron_zegt(id, som):
    doelen = [d for d in tabellen.lees_doelsets()[id].doelen if d.onderdeel == "totaal"]
    per_provincie = {d.provincie: d.plaatsen.midden for d in doelen if d.provincie != NEDERLAND}
    assert set(per_provincie) == set(PROVINCIES)
    assert sum(per_provincie.values()) == som


def beschadig(pad, oud, nieuw):
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "lees", "melding"),
    [
        ("locatietypen.toml", '["concentratie"]', '["sfeer"]', "lees_locatietypen", "mixdelen"),
        ("locatietypen.toml", "beschermd = false", "", "lees_locatietypen", "beschermd"),
        ("aandachtsgroepen.toml", 'rol = "kw', 'rol = "k', "lees_aandachtsgroepen", "rol"),
        (
            "aandachtsgroepen.toml",
            "bezetting = 1.9",
            "bezetting = 0",
            "lees_aandachtsgroepen",
            "nul",
        ),
        ("doelsets.toml", "[coa-behoefte-2023]", "[coa-2023]", "lees_doelsets", "coa-2023"),
        ("doelsets.toml", 'd = "uitv', 'd = "af', "standaard_doelset", "standaard"),
        ("capaciteitsdoelen.csv", "2450,2700", "2800,2700", "lees_doelsets", "regel 2"),
        ("capaciteitsdoelen.csv", "2450,2700", "2.450,veel", "lees_doelsets", "veel"),
        ("capaciteitsdoelen.csv", "Zuid-Holland", "Zuid Holland", "lees_doelsets", "provincie"),
        ("capaciteitsdoelen.csv", "gepubliceerd", "zeker", "lees_doelsets", "status"),
    ],
)
def test_beschadigde_tabel(kopie, bestand, oud, nieuw, lees, melding):
    beschadig(kopie / bestand, oud, nieuw)
    with pytest.raises(LaagFout, match=melding):
        getattr(tabellen, lees)(kopie)


def test_doelen_zonder_kolom(kopie):
    pad = kopie / "capaciteitsdoelen.csv"
    pd.read_csv(pad, dtype=str).drop(columns="peildatum").to_csv(pad, index=False)
    with pytest.raises(LaagFout, match="peildatum"):
        tabellen.lees_doelsets(kopie)
