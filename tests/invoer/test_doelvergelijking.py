import pytest

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.herkomst import Status
from locatieplanner.invoer.doelvergelijking import meld_veranderingen
from tests.omgeving import DOELSET, doel, maak_doelset

UTRECHT = DOELSET.van("Utrecht")
LEEG = {"status": Status.ONBEKEND}


def _meld(*doelen, doelset=DOELSET, id_="proef"):
    rijen = {rij: (id_, d) for rij, d in enumerate(doelen, start=2)}
    return [p.wat for p in meld_veranderingen(rijen, {"proef": doelset})]


def _anders(*doelen, **rest):
    """De meldingen zonder die over provincies die niet in de tabel staan."""
    return [wat for wat in _meld(*doelen, **rest) if not wat.startswith("niet in de tabel")]


def test_niets_ingevuld_of_niets_anders():
    assert _meld() == ["in geen enkele rij is iets ingevuld; er verandert niets"]
    assert _meld(*DOELSET.doelen) == ["de rijen voor proef zijn gelijk aan de ingebouwde doelen"]


def test_provincies_die_er_niet_in_staan_blijven():
    wat = _meld(doel("Utrecht", 1, 1, "rol"), *UTRECHT[1:])
    assert wat == [
        "niet in de tabel voor proef: Gelderland en Limburg; daar blijven de ingebouwde doelen"
    ]


def test_wat_vervalt_wordt_met_zijn_aantal_genoemd():
    (wat,) = _anders(doel("Utrecht", 500, 500))
    assert wat == (
        "Utrecht: rol (200–300), gvl/satelliet (100) en korte termijn (999) staan wel bij de "
        "ingebouwde doelen en niet in de tabel, en vervallen"
    )
    (wat,) = _anders(*UTRECHT[:2])
    assert wat.startswith("Utrecht: korte termijn (999) staat")


def test_hetzelfde_onderdeel_met_een_andere_peildatum_vervalt_niet():
    nieuw = doel("Gelderland", 900, 900, peildatum="2027-01-01")
    assert _anders(nieuw) == []


def test_van_een_onderdeel_dat_er_vaker_staat_telt_de_peildatum():
    dubbel = maak_doelset(
        doel("Utrecht", 1, 1, "korte_termijn", peildatum="2020-12-31"),
        doel("Utrecht", 2, 2, "korte_termijn", peildatum="2021-12-31"),
    )
    (wat,) = _anders(doel("Utrecht", 3, 3, "korte_termijn", peildatum="2021-12-31"), doelset=dubbel)
    assert "korte termijn (1)" in wat


def test_een_bekend_doel_dat_onbekend_wordt():
    (wat,) = _anders(doel("Gelderland", None, None, **LEEG))
    assert wat == "totaal van Gelderland was 1.000 en is nu onbekend"
    assert _anders(doel("Limburg", None, None, peildatum="2030-01-01", **LEEG)) == []


@pytest.mark.parametrize(
    ("grenzen", "wat"),
    [
        ((100, None), "het maximum is leeg, dus gelezen als 'ten minste 100'"),
        ((None, 100), "het minimum is leeg, dus gelezen als 'ten hoogste 100'"),
    ],
)
def test_een_open_grens(grenzen, wat):
    assert _anders(doel("Gelderland", *grenzen)) == [wat]


def test_een_open_grens_die_er_al_was_wordt_niet_gemeld():
    open_ = maak_doelset(doel("Utrecht", 13_000, None), doel("Utrecht", 5, 5, "waarvan_amv"))
    gelijk = doel("Utrecht", 13_000, None)
    assert _anders(gelijk, doel("Utrecht", 6, 6, "waarvan_amv"), doelset=open_) == []


def test_een_totaal_gaat_voor_de_onderdelen():
    (wat,) = _anders(doel("Limburg", 100, 100), doel("Limburg", 40, 50, "rol"))
    assert wat == "Limburg: het totaal (100) is het doel; rol (40–50) telt daar niet bij op"


def test_alleen_de_laatste_peildatum_telt():
    (wat,) = _anders(
        doel("Utrecht", 1, 1, "rol", peildatum="2026-01-01"),
        doel("Utrecht", 2, 2, "gvl_satelliet", peildatum="2027-01-01"),
        UTRECHT[2],
    )
    assert wat == (
        "Utrecht: alleen onderdelen met de laatste peildatum (1-1-2027) tellen in het doel; rol "
        "per 1-1-2026 niet"
    )


def test_een_nieuwe_doelset_wordt_op_zichzelf_bekeken():
    assert _meld(doel("Utrecht", 1, 1), id_="bod") == []
    (wat,) = _meld(doel("Utrecht", 1, None), id_="bod")
    assert "ten minste 1" in wat


def test_het_landelijke_totaal_is_geen_provincie():
    assert _anders(doel(NEDERLAND, 100, 100), doel(NEDERLAND, 5, 5, "rol")) == []
