import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.bronnen.tabellen import lees_doelsets
from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.invoer.doelen import lees_doelen
from locatieplanner.rapport.doeltabel import (
    KOLOMMEN,
    NAAM,
    doelset_als_csv,
    doeltabel,
    invultabel,
    sjabloon_als_csv,
)
from tests.omgeving import doel, maak_doelset

DOELSETS = lees_doelsets()
AGENDA = DOELSETS["uitvoeringsagenda-2020"]


@pytest.mark.parametrize("id_", DOELSETS)
def test_een_leeg_sjabloon_teruglezen_verandert_niets(id_):
    invoer = lees_doelen(sjabloon_als_csv(DOELSETS[id_]), "s.csv", DOELSETS)
    assert not invoer.fouten
    assert invoer.eigen.pas_toe(DOELSETS) == DOELSETS


@pytest.mark.parametrize("id_", DOELSETS)
def test_het_sjabloon_heeft_alle_provincies_en_alles_wat_bekend_is(id_):
    tabel = invultabel(DOELSETS[id_])
    assert list(tabel.columns) == list(KOLOMMEN)
    assert set(PROVINCIES) <= set(tabel["provincie"])
    bekend = tabel[tabel["minimum"].notna()]
    assert len(bekend) == sum(d.plaatsen.minimum is not None for d in DOELSETS[id_].doelen)
    onbekend = tabel[tabel["minimum"].isna() & tabel["maximum"].isna()]
    assert (onbekend[["status", "bron", "brondatum", "toelichting"]] == "").all(axis=None)


def test_ingevuld_met_aantal_en_bron_is_elke_afgeleide_provincie_gepubliceerd():
    tabel = invultabel(AGENDA)
    leeg = tabel["minimum"].isna()
    tabel.loc[leeg, ["minimum", "maximum"]] = [1000, 1200]
    tabel.loc[leeg, "bron"] = "Landelijke Regietafel"
    tabel = tabel[~((tabel["provincie"] == "Utrecht") & (tabel["onderdeel"] == "totaal"))]
    inhoud = tabel.to_csv(sep=";", index=False).encode("utf-8-sig")
    nieuw = lees_doelen(inhoud, "s.csv", DOELSETS).eigen.pas_toe(DOELSETS)[AGENDA.id]
    assert nieuw.naam.endswith("met eigen getallen voor 11 provincies")
    assert nieuw.van("Zuid-Holland") == AGENDA.van("Zuid-Holland")
    statussen = {d.herkomst.status for d in nieuw.doelen}
    assert statussen == {Status.GEPUBLICEERD}


def test_het_sjabloon_is_van_het_origineel():
    eigen = AGENDA.met_doelen([doel("Utrecht", 1, 1)])
    assert sjabloon_als_csv(eigen) == sjabloon_als_csv(AGENDA)
    assert doelset_als_csv(eigen) != doelset_als_csv(AGENDA)


def test_een_eigen_doelset_noemt_haar_naam():
    eigen = Eigendoelen((("bod", doel("Utrecht", 1, 2)),), (("bod", "Bod"),)).pas_toe(DOELSETS)
    assert doeltabel(eigen["bod"])[NAAM].tolist() == ["Bod"]
    assert NAAM not in doeltabel(AGENDA)
    invoer = lees_doelen(doelset_als_csv(eigen["bod"]), "b.csv", DOELSETS)
    assert invoer.eigen.pas_toe(DOELSETS)["bod"].naam.startswith("Bod, met eigen getallen")


def test_een_lege_doelset_vraagt_per_provincie_een_totaal():
    tabel = invultabel(maak_doelset())
    assert tabel["provincie"].tolist() == list(PROVINCIES)
    assert set(tabel["onderdeel"]) == {"totaal"}


def test_tekst_van_een_gebruiker_wordt_geen_formule():
    herkomst = Herkomst("-5 graden", "2023", Status.GESCHAT, "@later")
    eigen = AGENDA.met_doelen([Doel("Utrecht", "totaal", Bandbreedte(1, 1), "2023", herkomst)])
    tekst = doelset_als_csv(eigen).decode("utf-8-sig")
    assert ";'-5 graden;" in tekst
    assert ";'@later" in tekst


_TEKST = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="=@+-'#?–—<"),
    max_size=12,
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*PROVINCIES, NEDERLAND]),
            st.integers(0, 9_000),
            st.integers(9_000, 99_000),
            st.sampled_from(["2023", "2023-05", "2023-12-31"]),
            _TEKST,
        ),
        unique_by=lambda rij: rij[0],
    )
)
def test_wat_wij_schrijven_lezen_wij_precies_terug(rijen):
    doelen = [
        Doel(
            provincie,
            "totaal",
            Bandbreedte(float(laag), float(hoog)),
            peildatum,
            Herkomst(f"bron{tekst}", peildatum, Status.SECUNDAIR, f"uit{tekst}"),
        )
        for provincie, laag, hoog, peildatum, tekst in rijen
    ]
    eigen = AGENDA.met_doelen(doelen)
    invoer = lees_doelen(doelset_als_csv(eigen), "t.csv", DOELSETS)
    assert not invoer.fouten
    terug = invoer.eigen.pas_toe(DOELSETS)[AGENDA.id]
    pd.testing.assert_frame_equal(doeltabel(terug), doeltabel(eigen))
    assert terug == eigen
