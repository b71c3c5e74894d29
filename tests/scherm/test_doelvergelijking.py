import pandas as pd
import pytest

from locatieplanner.opgave.vergelijking import naast_elkaar, vergelijk_totalen
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv
from locatieplanner.scherm.doelvergelijking import (
    doel_html,
    naast_html,
    naasttabel,
    rijentabel,
    totaaltabel,
)
from tests.omgeving import DOELSET, doel, maak_doelset

INWONERS = pd.Series({"Utrecht": 80_000, "Gelderland": 100_000, "Limburg": 20_000})


@pytest.fixture
def naast():
    ander = maak_doelset(doel("Limburg", 5, 9))
    eigen = DOELSET.met_doelen([doel("Gelderland", 700, 800)])
    return naast_elkaar({"a": eigen, "b": ander}, INWONERS)


def test_elk_getal_noemt_bron_datum_en_status():
    naast = naast_elkaar({"a": DOELSET}, INWONERS)
    cel = doel_html(naast.iloc[0].to_dict())
    assert "<summary>300–400 <em>gepubliceerd</em></summary>" in cel
    assert "proefbron (1-1-2026); te realiseren uiterlijk op 1-1-2026" in cel
    assert "Ingebouwd" not in cel
    assert "<details open>" in doel_html(naast.iloc[0].to_dict(), open_=True)


def test_naast_een_eigen_getal_staat_het_ingebouwde(naast):
    rij = naast[(naast["provincie"] == "Gelderland") & (naast["doelset"] == "a")].iloc[0]
    cel = doel_html(rij.to_dict())
    assert "700–800 <em>gepubliceerd, eigen getal</em>" in cel
    assert "<p>Ingebouwd: 1.000 (secundair).</p>" in cel


def test_een_rij_per_provincie_en_een_kolom_per_doelset(naast):
    html = naast_html(naast, "Alle")
    assert html.count("<tr>") == 1 + 3
    assert html.count("<details>") == 6
    assert 'aria-label="Alle"' in html
    plekken = [html.index(f'row">{naam}<') for naam in INWONERS.index]
    assert plekken == sorted(plekken)


def test_van_een_provincie_een_rij_per_doelset_en_alles_open(naast):
    html = naast_html(naast[naast["provincie"] == "Limburg"], "Limburg")
    assert html.count("<tr>") == 1 + 2
    assert html.count("<details open>") == 2


def test_onbekend_heet_onbekend_en_tekst_is_geen_opmaak():
    doelset = maak_doelset(doel("Utrecht", None, None, status="onbekend"))
    doelset = doelset.met_doelen([doel("Limburg", 1, 1)])
    naast = naast_elkaar({"a": doelset}, INWONERS, vul_aan=False)
    assert "onbekend <em>onbekend</em>" in naast_html(naast, "x")
    assert "<b>" not in naast_html(naast.assign(toelichting="<b>", kort="<b>", naam="<b>"), "<b>")


def test_tabel_om_mee_te_nemen(naast):
    tabel = naasttabel(naast, "Limburg")
    assert tabel.titel == "Doelen in Limburg, per doelset"
    tekst = tabel.als_tekst()
    assert len(tekst) == 6
    assert "ingebouwd minimum (plaatsen)" in tekst.columns
    assert tekst["te realiseren op"].tolist()[0] == "1-1-2026"
    zonder = naasttabel(naast.assign(eigen=False), "Limburg")
    assert "ingebouwd minimum (plaatsen)" not in zonder.koppen


def test_een_afgeleid_doel_heeft_geen_cijfers_achter_de_komma():
    naast = naast_elkaar({"a": DOELSET}, pd.Series({"Utrecht": 80_001, "Limburg": 20_003}))
    csv = tabel_als_csv(naasttabel(naast, "x")).decode("utf-8-sig")
    limburg = next(regel for regel in csv.splitlines() if regel.startswith("Limburg"))
    assert ";75,0;100,0;afgeleid" in limburg


def test_totalen_met_verschil_en_oordeel(lagen_echt):
    inwoners = lagen_echt.gemeenten.groupby("provincie")["inwoners"].sum()
    tekst = totaaltabel(vergelijk_totalen(lagen_echt.doelsets, inwoners)).als_tekst()
    rijen = tekst.set_index(["doelset", "onderdeel"])
    v2 = rijen.loc[("Opgave 2024, brief mei 2023", "totaal")]
    assert v2["gepubliceerd (plaatsen)"] == "77.100"
    assert v2["som van de provincies (plaatsen)"] == "77.070"
    assert v2["verschil (plaatsen)"] == "-30"
    assert v2["provincies"] == "12 gegeven"
    assert v2["bron van het totaal"].endswith("(coa.nl) (24-5-2023)")
    agenda = rijen.loc[("Uitvoeringsagenda 2020", "totaal")]
    assert agenda["provincies"] == "2 gegeven, 10 afgeleid"
    assert (agenda["gepubliceerd (plaatsen)"], agenda["verschil (plaatsen)"]) == ("–", "–")
    amv = rijen.loc[("Spreidingswet 2024", "waarvan amv")]
    assert (amv["gepubliceerd (plaatsen)"], amv["provincies"]) == ("8.140", "12 onbekend")


def test_rijen_zoals_de_bron_ze_geeft():
    tabel = rijentabel(DOELSET, ("Utrecht",), "Utrecht")
    assert tabel.als_tekst()["onderdeel"].tolist() == ["rol", "gvl/satelliet", "korte termijn"]
    assert tabel.herkomst.startswith("Proefdoelen: zoals de bron het geeft")
    beide = rijentabel(DOELSET, ("Limburg", "Gelderland"), "x").gegevens
    assert beide["provincie"].tolist() == ["Gelderland", "Limburg"]
