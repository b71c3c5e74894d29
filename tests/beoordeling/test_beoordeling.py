from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from locatieplanner.beoordeling.beoordeling import KOLOMMEN, beoordeel
from locatieplanner.beoordeling.weging import GEEN_RANG
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.voorziening import Voorzieningen
from locatieplanner.fouten import InvoerFout
from locatieplanner.netwerk.hemelsbreed import Hemelsbreed
from tests.omgeving import (
    doel,
    kandidaat,
    maak_doelset,
    maak_kandidaten,
    maak_kernen,
    maak_omgeving,
    maak_opvang,
    punten,
)
from tests.trekkingen import gewichten, kandidatenlijsten

SCORES = [f"score_{naam}" for naam in CRITERIA]


def _bytes(beoordeling):
    return beoordeling.tabel().to_wkt().to_csv(index=False).encode()


def test_tabel_is_op_rang_met_vaste_kolommen(omgeving):
    kandidaten = maak_kandidaten(
        kandidaat("slecht", 125_000, 416_000, capaciteit=900),
        kandidaat("weg", status="afgevallen"),
        kandidaat("goed", 115_000, 405_500, capaciteit=50),
    )
    tabel = beoordeel(kandidaten, omgeving).tabel()
    assert tabel.columns.tolist() == [*KOLOMMEN, "geometry"]
    assert tabel["id"].tolist() == ["goed", "slecht", "weg"]
    assert tabel["rang"].tolist()[:2] == [1, 2]
    assert pd.isna(tabel["rang"].iloc[2])
    assert tabel["uitsluitingen"].tolist() == ["", "", "status afgevallen"]
    assert tabel.crs == kandidaten.crs
    goed = tabel.iloc[0]
    assert (goed["gemeente"], goed["provincie"], goed["capaciteit"]) == ("Beekdal", "Utrecht", 50)
    assert goed["score_kleinschaligheid"] == 100
    assert goed["score_nabijheid"] == 91.2


def test_totaal_is_het_gewogen_gemiddelde_van_wat_bekend_is(omgeving):
    beoordeling = beoordeel(maak_kandidaten(kandidaat()), omgeving, Gewichten(1, 2, 3, 4))
    spreiding, klein, nabij, mix = beoordeling.deelscores.iloc[0]
    assert np.isnan(mix)
    assert klein == 85
    assert beoordeling.weging.totaal[0] == pytest.approx(
        (spreiding + 2 * 85 + 3 * nabij) / 6, abs=1e-5
    )
    assert beoordeling.weging.volledigheid.tolist() == [0.6]


def test_onbekend_in_de_tabel_is_leeg_en_niet_nul(omgeving):
    tabel = beoordeel(maak_kandidaten(kandidaat()), omgeving).tabel()
    assert pd.isna(tabel["score_mix"].iloc[0])
    assert ",0.75," in tabel.to_csv(index=False)


def test_te_weinig_bekend_geeft_geen_rang_maar_een_aandachtspunt(omgeving):
    beoordeling = beoordeel(maak_kandidaten(kandidaat()), omgeving, Gewichten(1, 1, 1, 4))
    assert beoordeling.weging.rang.tolist() == [GEEN_RANG]
    assert beoordeling.onvoldoende_bekend.tolist() == [True]
    punt = beoordeling.tabel()["aandachtspunten"].iloc[0]
    assert punt == "onvoldoende bekend voor een rang: 43 % van het gewicht"


def test_uitgesloten_is_niet_ook_nog_onvoldoende_bekend(omgeving):
    beoordeling = beoordeel(
        maak_kandidaten(kandidaat(status="gesloten")), omgeving, Gewichten(0, 0, 0, 1)
    )
    assert beoordeling.uitgesloten.tolist() == [True]
    assert beoordeling.onvoldoende_bekend.tolist() == [False]
    assert beoordeling.tabel()["aandachtspunten"].tolist() == [""]


def test_alle_gewicht_op_een_onbekend_criterium(omgeving):
    tabel = beoordeel(maak_kandidaten(kandidaat()), omgeving, Gewichten(0, 0, 0, 1)).tabel()
    assert pd.isna(tabel["score_totaal"].iloc[0])
    assert tabel["volledigheid"].tolist() == [0]


def test_herweeg_is_gelijk_aan_opnieuw_beoordelen(omgeving):
    kandidaten = maak_kandidaten(kandidaat("K1"), kandidaat("K2", 115_000, 405_500))
    keuze = Gewichten(5, 1, 1, 0)
    eerst = beoordeel(kandidaten, omgeving)
    herwogen = eerst.herweeg(keuze)
    assert _bytes(herwogen) == _bytes(beoordeel(kandidaten, omgeving, keuze))
    assert herwogen.weegschaal is eerst.weegschaal
    assert eerst.gewichten == Gewichten()


def test_rij(omgeving):
    beoordeling = beoordeel(maak_kandidaten(kandidaat("K1"), kandidaat("K2")), omgeving)
    assert beoordeling.rij("K2") == 1
    with pytest.raises(InvoerFout, match="geen kandidaat met id 'K3'"):
        beoordeling.rij("K3")


def test_tweelingen_delen_een_rang(omgeving):
    rijen = [kandidaat(f"K{n}", 115_000, 405_500) for n in range(5)]
    rang = beoordeel(maak_kandidaten(*rijen, kandidaat("ander")), omgeving).weging.rang
    assert rang.tolist()[:5] in ([1] * 5, [2] * 5)


_OMGEVINGEN = {
    "gewoon": lambda: maak_omgeving(),
    "zonder doelen": lambda: maak_omgeving(doelset=maak_doelset(doel("Utrecht", None, None))),
    "zonder aanvulling": lambda: maak_omgeving(vul_aan=False),
    "zonder opvang": lambda: maak_omgeving(opvang=maak_opvang().iloc[:0]),
    "zonder kernen": lambda: maak_omgeving(kernen=maak_kernen().iloc[:0]),
    "zonder stations": lambda: _zonder_stations(maak_omgeving()),
}


def _zonder_stations(omgeving):
    leeg = Voorzieningen(punten([], naam=[]), Hemelsbreed(1.25))
    return replace(omgeving, voorzieningen={**omgeving.voorzieningen, "treinstation": (leeg,)})


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("soort", _OMGEVINGEN)
def test_geen_een_of_vele_kandidaten_in_elke_omgeving(soort):
    omgeving = _OMGEVINGEN[soort]()
    hoefijzer = shapely.affinity.translate(
        shapely.box(0, 0, 900, 900) - shapely.box(300, 300, 600, 900), 111_000, 401_000
    )
    rijen = [
        kandidaat("punt"),
        kandidaat("grens", 110_000, 405_000),
        kandidaat("buiten", 99_000, 405_000),
        kandidaat("hoefijzer", geometry=hoefijzer),
        kandidaat("zonder kern", 125_000, 415_000),
        kandidaat("een groep", type="flex", aandeel_statushouders=1.0),
        kandidaat("reus", capaciteit=1_000_000, status="besluit"),
    ]
    for aantal in (0, 1, len(rijen)):
        beoordeling = beoordeel(maak_kandidaten(*rijen[:aantal]), omgeving)
        tabel = beoordeling.tabel()
        assert len(tabel) == aantal
        assert tabel.columns.tolist() == [*KOLOMMEN, "geometry"]
        for kolom in SCORES:
            assert tabel[kolom].dropna().between(0, 100).all()
        assert len(beoordeling.deelscores) == aantal


@pytest.mark.parametrize("grens", ["minimum", "maximum"])
def test_elke_parameter_op_zijn_grens(omgeving, grens):
    uiterste = {
        id: getattr(parameter, grens)
        for id, parameter in omgeving.parameters.alle.items()
        if parameter.minimum is not None
    }
    kandidaten = maak_kandidaten(
        kandidaat("K1"),
        kandidaat("K2", 115_000, 405_500, type="flex", aandeel_amv=0.5, aandeel_regulier=0.5),
    )
    deelscores = beoordeel(kandidaten, maak_omgeving(uiterste)).deelscores
    assert deelscores.stack().dropna().between(0, 100).all()
    assert deelscores[["spreiding", "kleinschaligheid"]].notna().all(axis=None)


@given(kandidatenlijsten(), gewichten)
def test_wat_altijd_geldt(omgeving, kandidaten, waarden):
    tabel = beoordeel(kandidaten, omgeving, Gewichten(**waarden)).tabel()
    for kolom in [*SCORES, "score_totaal"]:
        assert tabel[kolom].dropna().between(0, 100).all()
        assert not np.signbit(tabel[kolom].dropna()).any()
    assert tabel["volledigheid"].between(0, 1).all()
    uit = tabel["uitsluitingen"] != ""
    assert tabel["rang"][uit].isna().all()
    buiten = tabel["gemeente"].isna()
    assert uit[buiten].all()
    assert tabel["score_spreiding"][buiten].isna().all()
    rang = tabel["rang"].dropna()
    assert rang.is_monotonic_increasing
    assert rang.tolist() == rang.rank(method="min").tolist()


@given(kandidatenlijsten(min_size=1), gewichten, st.randoms(use_true_random=False))
def test_de_volgorde_van_kandidaten_verandert_geen_byte(omgeving, kandidaten, waarden, toeval):
    volgorde = list(range(len(kandidaten)))
    toeval.shuffle(volgorde)
    keuze = Gewichten(**waarden)
    een = beoordeel(kandidaten, omgeving, keuze)
    ander = beoordeel(kandidaten.iloc[volgorde], omgeving, keuze)
    assert _bytes(ander) == _bytes(een)


@settings(max_examples=25)
@given(kandidatenlijsten(min_size=1), gewichten, st.sampled_from([1e-296, 0.01, 7.0, 1e296]))
def test_de_schaal_van_gewichten_verandert_geen_byte(omgeving, kandidaten, waarden, factor):
    beoordeling = beoordeel(kandidaten, omgeving)
    geschaald = {naam: factor * waarde for naam, waarde in waarden.items()}
    een = beoordeling.herweeg(Gewichten(**waarden))
    assert _bytes(beoordeling.herweeg(Gewichten(**geschaald))) == _bytes(een)


def test_twintigduizend_kandidaten(omgeving):
    toeval = np.random.default_rng(1)
    aantal = 20_000
    basis = maak_kandidaten(
        kandidaat("K1"),
        kandidaat("K2", type="flex", aandeel_statushouders=0.4, aandeel_regulier=0.6),
        kandidaat("K3", status="besluit"),
        kandidaat("K4", status="afgevallen"),
    )
    kandidaten = basis.iloc[np.arange(aantal) % 4].assign(
        capaciteit=toeval.integers(1, 1000, aantal)
    )
    kandidaten.index = pd.Index([f"K{n:05}" for n in range(aantal)], name="id")
    xy = toeval.uniform((100_000, 400_000), (130_000, 420_000), (aantal, 2))
    kandidaten = kandidaten.set_geometry(shapely.points(xy), crs=kandidaten.crs)
    beoordeling = beoordeel(kandidaten, omgeving)
    tabel = beoordeling.tabel()
    assert len(tabel) == aantal
    assert tabel["rang"].notna().sum() == aantal * 3 / 4
    assert tabel["score_totaal"].dropna().between(0, 100).all()


def test_echte_plekken_in_de_echte_omgeving(omgeving_echt):
    groepen = omgeving_echt.aandachtsgroepen.values()
    kernen = omgeving_echt.kernen.iloc[::40]
    basis = maak_kandidaten(*(kandidaat(f"K{n}") for n in range(len(kernen))))
    kolommen = {groep.kolom: np.nan for groep in groepen if groep.kolom not in basis}
    kandidaten = basis.assign(**kolommen).set_geometry(kernen.geometry.to_numpy(), crs=kernen.crs)
    beoordeling = beoordeel(kandidaten, omgeving_echt)
    assert (beoordeling.tabel()["rang"] >= 1).all()
    deelscores = beoordeling.deelscores
    assert deelscores[["spreiding", "kleinschaligheid", "nabijheid"]].notna().all(axis=None)
    assert deelscores["mix"].isna().all()
    assert (deelscores[["spreiding", "nabijheid"]].std() > 5).all()
