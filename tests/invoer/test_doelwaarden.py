import pandas as pd
import pytest

from locatieplanner.invoer.doelkolommen import lees_doelkop
from locatieplanner.invoer.doelwaarden import lees_plaatsen, lees_status, vul_peildatum_aan
from locatieplanner.invoer.probleem import Ernst
from locatieplanner.invoer.tabel import Schrijfwijze, Tabel
from tests.omgeving import DOELSET


def _tabel(wijze=Schrijfwijze.KOMMA, **kolommen):
    gegevens = pd.DataFrame(kolommen, dtype=object)
    gegevens.index = pd.RangeIndex(2, 2 + len(gegevens))
    return Tabel(gegevens, schrijfwijze=wijze), lees_doelkop(gegevens)


def _plaatsen(minimum, maximum, **rest):
    return lees_plaatsen(*_tabel(minimum=[minimum], maximum=[maximum], **rest))


@pytest.mark.parametrize("wijze", [Schrijfwijze.KOMMA, Schrijfwijze.PUNT, None])
@pytest.mark.parametrize("tekst", ["2.450", "2,450", "2450", "2 450", 2450, 2450.0])
def test_plaatsen_op_elke_schrijfwijze(tekst, wijze):
    minimum, maximum, problemen = _plaatsen(tekst, "13.000", wijze=wijze)
    assert (minimum.tolist(), maximum.tolist()) == ([2450], [13_000])
    assert not problemen


@pytest.mark.parametrize("leeg", ["", "-", "onbekend", None])
def test_leeg_is_onbekend_en_nul_is_nul(leeg):
    minimum, maximum, problemen = _plaatsen(leeg, 0)
    assert minimum.isna().tolist() == [True]
    assert maximum.tolist() == [0]
    assert not problemen


@pytest.mark.parametrize(
    ("minimum", "maximum", "kolom", "wat"),
    [
        ("-5", "", "minimum", "niet negatief"),
        ("", "2,5", "maximum", "geen heel getal"),
        ("veel", "", "minimum", "geen getal"),
        ("ruim 13.000", "", "minimum", "geen getal"),
        ("2.450-2.700", "", "minimum", "bandbreedte in woorden"),
        ("2000000", "", "minimum", "meer dan 1.000.000 als doel"),
        ("300", "200", "maximum", "kleiner dan het minimum (300)"),
    ],
)
def test_wat_geen_aantal_plaatsen_is(minimum, maximum, kolom, wat):
    _, _, (probleem,) = _plaatsen(minimum, maximum)
    assert (probleem.rij, probleem.kolom) == (2, kolom)
    assert wat in probleem.wat


def test_met_een_kolom_is_de_andere_grens_onbekend():
    minimum, maximum, problemen = lees_plaatsen(*_tabel(provincie=["Utrecht"], maximum=["5"]))
    assert minimum.isna().all()
    assert maximum.tolist() == [5]
    assert not problemen


def _status(minimum="", bron="", status=""):
    tabel, kop = _tabel(provincie=["Utrecht"], minimum=[minimum], bron=[bron], status=[status])
    grenzen = lees_plaatsen(tabel, kop)
    waarden = {
        "minimum": grenzen[0],
        "maximum": grenzen[1],
        "bron": kop.tekst("bron", kop.kolommen["bron"].index),
    }
    gelezen, problemen = lees_status(kop, waarden)
    return gelezen.tolist()[0], problemen


@pytest.mark.parametrize(
    ("minimum", "bron", "status", "verwacht"),
    [
        ("100", "besluit", "", "gepubliceerd"),
        ("100", "", "", "geschat"),
        ("", "besluit", "", "onbekend"),
        ("", "", "", "onbekend"),
        ("", "", "onbekend", "onbekend"),
        ("100", "krant", "Secundair", "secundair"),
        ("100", "", "afgeleid", "afgeleid"),
        ("100", "besluit", "geschat", "geschat"),
    ],
)
def test_status_die_er_staat_gaat_voor_wat_de_bron_doet_vermoeden(minimum, bron, status, verwacht):
    gelezen, problemen = _status(minimum, bron, status)
    assert gelezen == verwacht
    assert all(p.ernst is Ernst.MELDING for p in problemen)
    assert bool(problemen) == bool(minimum and not status)


@pytest.mark.parametrize(
    ("minimum", "bron", "status", "kolom", "wat"),
    [
        ("100", "besluit", "onbekend", "status", "er is een aantal ingevuld"),
        ("", "besluit", "gepubliceerd", "status", "geen aantal"),
        ("100", "", "gepubliceerd", "bron", "de bron ontbreekt"),
        ("100", "", "secundair", "bron", "de bron ontbreekt"),
        ("100", "", "zeker", "status", "deze status bestaat niet"),
    ],
)
def test_status_die_niet_past(minimum, bron, status, kolom, wat):
    _, (probleem,) = _status(minimum, bron, status)
    assert (probleem.ernst, probleem.kolom) == (Ernst.FOUT, kolom)
    assert wat in probleem.wat


def test_een_onleesbaar_aantal_is_niet_ook_een_aantal_dat_ontbreekt():
    _, problemen = _status("veel", "besluit", "gepubliceerd")
    assert problemen == []


def test_ingevulde_statussen_staan_in_een_melding():
    tabel, kop = _tabel(
        provincie=["a"] * 3, minimum=["1", "2", "3"], bron=["x", "y", ""], status=[""] * 3
    )
    minimum, maximum, _ = lees_plaatsen(tabel, kop)
    bron = kop.tekst("bron", minimum.index)
    _, (melding,) = lees_status(kop, {"minimum": minimum, "maximum": maximum, "bron": bron})
    assert melding.wat.endswith("2 gepubliceerd (met bron) en 1 geschat (zonder bron)")


def _peildatum(provincie, onderdeel, peildatum="", doelset="proef"):
    _, kop = _tabel(provincie=[provincie], minimum=["1"], peildatum=[peildatum])
    waarden = pd.DataFrame(
        {
            "doelset": [doelset],
            "provincie": [provincie],
            "onderdeel": [onderdeel],
            "peildatum": [peildatum],
        },
        index=[2],
    )
    gevuld, problemen = vul_peildatum_aan(waarden, kop, {"proef": DOELSET})
    return gevuld.tolist()[0], [p.wat for p in problemen]


def test_een_lege_peildatum_komt_uit_de_doelset():
    gevuld, (wat,) = _peildatum("Utrecht", "rol")
    assert gevuld == "2026-01-01"
    assert wat.endswith("uit de doelset: 1-1-2026")
    assert _peildatum("Zeeland", "totaal")[0] == "2026-01-01"


def test_een_peildatum_die_er_staat_of_een_nieuwe_doelset_blijft_zoals_zij_is():
    assert _peildatum("Utrecht", "rol", "2023") == ("2023", [])
    assert _peildatum("Utrecht", "rol", doelset="bod") == ("", [])
