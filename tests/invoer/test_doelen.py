import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.bronnen.tabellen import lees_doelsets
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.doelen import controleer_doelen, lees_doelen
from locatieplanner.invoer.probleem import NIET_GETOOND, Ernst

DOELSETS = lees_doelsets()
AGENDA = "uitvoeringsagenda-2020"
KOP = "doelset;provincie;onderdeel;minimum;maximum;peildatum;status;bron;brondatum;toelichting\n"
AGENDARIJ = f"{AGENDA};Groningen;rol;500;600;1-1-2023;;Landelijke Regietafel;14-5-2020;\n"


def _lees(tekst, naam="doelen.csv", **rest):
    return lees_doelen(tekst.encode() if isinstance(tekst, str) else tekst, naam, DOELSETS, **rest)


def _toegepast(invoer, id_=AGENDA):
    return invoer.eigen.pas_toe(DOELSETS)[id_]


def test_eigen_rijen_vervangen_een_provincie_en_laten_de_andere():
    invoer = _lees(KOP + AGENDARIJ)
    assert not invoer.fouten
    nieuw = _toegepast(invoer)
    (rij,) = nieuw.van("Groningen")
    assert (rij.plaatsen.minimum, rij.plaatsen.maximum) == (500, 600)
    assert rij.herkomst.status is Status.GEPUBLICEERD
    assert nieuw.van("Zuid-Holland") == DOELSETS[AGENDA].van("Zuid-Holland")
    assert len(nieuw.van("Zuid-Holland")) == 4
    assert any("gvl/satelliet (onbekend)" in p.wat for p in invoer.problemen)


def test_met_een_fout_wordt_er_niets_overgenomen():
    invoer = _lees(f"{KOP}{AGENDARIJ}{AGENDA};Drenthe;rol;-1;;;;;;\n")
    assert not invoer.eigen
    (fout,) = invoer.fouten
    assert (fout.rij, fout.kolom) == (3, "minimum")
    assert invoer.aantal_rijen == 2


@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_elk_scheidingsteken(teken):
    invoer = _lees((KOP + AGENDARIJ).replace(";", teken))
    assert _toegepast(invoer).eigen_provincies == ("Groningen",)


def _werkmap(*rijen, titel="doelen", eerst=None):
    boek = openpyxl.Workbook()
    blad = boek.active
    if eerst is not None:
        blad.title = eerst
        blad.append(["iets anders"])
        blad = boek.create_sheet(titel)
    blad.title = titel
    for rij in rijen:
        blad.append(rij)
    stroom = io.BytesIO()
    boek.save(stroom)
    return stroom.getvalue()


def test_excel_met_echte_getallen_en_datums_op_het_blad_doelen():
    inhoud = _werkmap(
        ["Provincie", "Onderdeel", "Minimum", "Maximum", "Peildatum", "Bron", "Brondatum"],
        ["fryslân", "ROL", 2450, 2700.0, pd.Timestamp("2023-12-31"), "besluit", 2020],
        eerst="toelichting",
    )
    invoer = _lees(inhoud, "doelen.xlsx", doelset=AGENDA)
    assert not invoer.fouten
    (rij,) = _toegepast(invoer).van("Friesland")
    assert (rij.plaatsen.minimum, rij.plaatsen.maximum) == (2450, 2700)
    assert (rij.peildatum, rij.herkomst.peildatum) == ("2023-12-31", "2020")


def test_een_formule_in_excel_telt_niet_als_waarde():
    inhoud = _werkmap(["provincie", "minimum"], ["Utrecht", "=1+1"])
    (fout,) = _lees(inhoud, "doelen.xlsx", doelset=AGENDA).fouten
    assert (fout.rij, fout.kolom) == (2, "minimum")


@pytest.mark.parametrize(
    ("inhoud", "naam", "melding"),
    [
        (b"", "leeg.csv", "leeg.csv: het bestand is leeg. Kies een bestand met doelen."),
        (b"provincie;minimum\n", "kop.csv", "kop.csv: het bestand bevat geen rijen met doelen."),
        (b"\n\n", "wit.csv", "wit.csv: het bestand is leeg. Kies een bestand met doelen."),
        (b'{"type":1}', "x.geojson", "alleen uit CSV en Excel"),
        (b"geen zip", "x.xlsx", "de inhoud is geen Excel"),
        (b"a;b\n", "x.pdf", "dit soort bestand wordt niet gelezen"),
    ],
)
def test_een_bestand_dat_als_geheel_niet_te_lezen_is(inhoud, naam, melding):
    with pytest.raises(BestandFout) as fout:
        _lees(inhoud, naam)
    assert melding in str(fout.value)
    assert "kandidaten" not in str(fout.value)


def test_een_te_groot_bestand():
    with pytest.raises(BestandFout, match=r"doelen\.csv: het bestand heeft meer dan 2\.000 rijen"):
        _lees(KOP + AGENDARIJ * 2001)
    with pytest.raises(BestandFout, match="hoogstens"):
        _lees(KOP + AGENDARIJ, grenzen=Bestandsgrenzen(bytes=10))


def test_een_kolom_die_ontbreekt_staat_naast_de_andere_fouten():
    invoer = _lees("doelset;onderdeel;minimum\nx;kasteel;veel\n")
    assert {p.kolom for p in invoer.fouten} == {"provincie", "doelset", "onderdeel", "minimum"}


def test_persoonsgegevens_staan_in_geen_enkele_melding():
    mail = "jan@voorbeeld.nl" + "x" * 2_500
    invoer = _lees(KOP + AGENDARIJ.replace("Landelijke Regietafel", mail))
    assert {p.waarde for p in invoer.fouten} == {NIET_GETOOND}


def test_een_nieuwe_doelset():
    invoer = _lees(
        "doelset;doelset_naam;provincie;minimum;maximum;bron\n"
        "bod-2027;Regionaal bod;Utrecht;100;100;bod\n"
    )
    assert not invoer.fouten
    nieuw = _toegepast(invoer, "bod-2027")
    assert nieuw.origineel.naam == "Regionaal bod"
    assert nieuw.van("Utrecht")[0].plaatsen.midden == 100


def test_controleren_van_een_tabel_op_het_scherm():
    tabel = pd.DataFrame(
        {
            "provincie": ["Utrecht", None, "Drenthe"],
            "onderdeel": ["totaal", None, "rol"],
            "minimum": pd.array([3000, None, 5], dtype="Int64"),
            "maximum": pd.array([3100, None, 4], dtype="Int64"),
        },
        index=[7, 8, 9],
    )
    (fout,) = controleer_doelen(tabel, DOELSETS, AGENDA).fouten
    assert (fout.rij, fout.kolom) == (3, "maximum")
    goed = controleer_doelen(tabel.iloc[:2], DOELSETS, AGENDA)
    assert _toegepast(goed).eigen_provincies == ("Utrecht",)
    assert goed.bron == "scherm"


_AANTAL = st.one_of(st.none(), st.integers(0, 20_000))
_RIJ = st.tuples(
    st.sampled_from(PROVINCIES),
    st.sampled_from(["totaal", "rol", "gvl_satelliet", "korte_termijn", "waarvan_amv"]),
    _AANTAL,
    _AANTAL,
    st.sampled_from(["", "2023", "31-12-2023", "mei 2024", "ooit"]),
    st.sampled_from(["", "geschat", "gepubliceerd", "onbekend", "afgeleid"]),
    st.sampled_from(["", "besluit", "-5 graden", "=1+1"]),
)


@given(st.lists(_RIJ, min_size=1, max_size=25))
def test_alles_of_niets_en_onbekend_is_nooit_nul(rijen):
    regels = [
        f"{AGENDA};{p};{o};{'' if a is None else a};{'' if b is None else b};{d};{s};{bron};;\n"
        for p, o, a, b, d, s, bron in rijen
    ]
    invoer = _lees(KOP + "".join(regels))
    assert bool(invoer.fouten) == any(p.ernst is Ernst.FOUT for p in invoer.problemen)
    nieuw = _toegepast(invoer)
    if invoer.fouten:
        assert nieuw is DOELSETS[AGENDA]
        return
    genoemd = {p for p, *_ in rijen}
    assert set(nieuw.eigen_provincies) <= genoemd
    gegeven = {(p, float(x)) for p, _, a, b, *_ in rijen for x in (a, b) if x is not None}
    for doel in invoer.eigen.van(AGENDA):
        grenzen = {doel.plaatsen.minimum, doel.plaatsen.maximum} - {None}
        assert {(doel.provincie, grens) for grens in grenzen} <= gegeven
        assert doel.plaatsen.bekend == (doel.herkomst.status is not Status.ONBEKEND)
        if doel.herkomst.status in (Status.GEPUBLICEERD, Status.SECUNDAIR):
            assert doel.herkomst.bron


_GRILLIG = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["Utrecht", "Nederland", "totaal", "rol", AGENDA, "1.000", "-0", "1e9", "NaN"]),
    st.sampled_from(["∞", "１２３", "31-2-2024", "2024-13", "gepubliceerd", "onbekend", "'=1"]),
)


@given(st.lists(st.lists(_GRILLIG, min_size=11, max_size=11), min_size=1, max_size=6))
def test_wat_er_ook_in_een_cel_staat_er_komt_een_antwoord(rijen):
    kolommen = [*KOP.strip().split(";"), "doelset_naam"]
    invoer = controleer_doelen(
        pd.DataFrame(rijen, columns=kolommen, dtype=object), DOELSETS, AGENDA
    )
    assert all(probleem.zin for probleem in invoer.problemen)
    if invoer.fouten:
        assert not invoer.eigen
    else:
        invoer.eigen.pas_toe(DOELSETS)


@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(), st.booleans(), st.integers(-5, 10**6), st.floats(), st.text(max_size=5)
            ),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_ook_met_getallen_en_lege_cellen_van_een_rekenblad(rijen):
    tabel = pd.DataFrame(rijen, columns=["provincie", "minimum", "peildatum"])
    controleer_doelen(tabel, DOELSETS, AGENDA)
