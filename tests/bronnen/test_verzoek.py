import gzip
from dataclasses import replace

import httpx
import pytest

from locatieplanner import __version__
from locatieplanner.bronnen import verzoek as module
from locatieplanner.bronnen.antwoord import Antwoord
from locatieplanner.bronnen.verzoek import Verzoeker
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import GRENZEN
from tests.diensten.loket import Reactie, als_json, loket
from tests.server import vrije_poort

GOED = {"goed": True}
BLIJFT = "Wat al geladen is, blijft werken."


@pytest.fixture
def dienst():
    with loket(lambda _: als_json(GOED)) as open_:
        yield open_


@pytest.fixture
def verzoeker():
    with Verzoeker("Testdienst", GRENZEN) as open_:
        yield open_


def eerst(fout, keer=1):
    return lambda verzoek: fout if verzoek.nummer <= keer else als_json(GOED)


def test_json_en_inhoud(dienst, verzoeker):
    assert verzoeker.json(f"{dienst.adres}/a") == GOED
    assert verzoeker.inhoud(f"{dienst.adres}/a") == b'{"goed": true}'


def test_stelt_zich_voor(dienst, verzoeker):
    verzoeker.json(dienst.adres)
    assert dienst.verzoeken[0].koppen["User-Agent"] == f"locatieplanner/{__version__}"


def test_vraag_blijft_staan_en_spaties_en_dollars_komen_heel_over(dienst, verzoeker):
    verzoeker.json(f"{dienst.adres}/a?map=x", {"$filter": "a eq 'b c'", "plus": "1+1"})
    assert dienst.verzoeken[0].pad == "/a?map=x&$filter=a%20eq%20'b%20c'&plus=1%2B1"
    assert dienst.verzoeken[0].vraag["$filter"] == "a eq 'b c'"


@pytest.mark.parametrize(
    "fout",
    [
        *(Reactie(status=code) for code in (429, 500, 502, 503, 504)),
        Reactie(status=429, koppen={"Retry-After": "0"}),
        Reactie(status=503, koppen={"Retry-After": "geen idee"}),
        Reactie(verbreek=True),
        Reactie(b'{"goed"', aangekondigd=1000),
        Reactie(b'{"goed"'),
        Reactie(b'{"goed": \xff}'),
        Reactie(b"geen gzip", koppen={"Content-Encoding": "gzip"}),
    ],
)
def test_wat_voorbijgaat_wordt_herhaald(dienst, verzoeker, capfd, fout):
    dienst.antwoord = eerst(fout, 2)
    assert verzoeker.json(dienst.adres) == GOED
    assert len(dienst.verzoeken) == 3
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        (Reactie(status=500), r"heeft een storing \(code 500\), ook na 3 pogingen"),
        (Reactie(status=429), r"is te vaak bevraagd \(code 429\), ook na 3 pogingen"),
        (Reactie(verbreek=True), r"brak het antwoord af \(127\.0\.0\.1\), ook na 3"),
        (Reactie(b"{", aangekondigd=99), "brak het antwoord af"),
        (Reactie(b'{"a": '), "geeft een antwoord dat niet te lezen is"),
    ],
)
def test_wat_blijft_wordt_een_melding(dienst, verzoeker, fout, melding):
    dienst.antwoord = lambda _: fout
    with pytest.raises(DienstFout, match=f"^Testdienst .*{melding}.*opnieuw.* {BLIJFT}$"):
        verzoeker.json(dienst.adres)
    assert len(dienst.verzoeken) == GRENZEN.pogingen


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        (als_json({"description": "bbox klopt niet."}, status=400), "zegt: bbox klopt niet\\. K"),
        (Reactie(status=400), "wijst het verzoek af en zegt: code 400"),
        (Reactie(status=403), r"geeft geen toegang \(code 403\)"),
        (Reactie(status=404), r"kent dit adres niet \(code 404\): http://127.*/a\. .*catalogus"),
        (Reactie(status=501), "antwoordt met code 501"),
        (Reactie(status=204), "antwoordt met code 204"),
        (Reactie(status=429, koppen={"Retry-After": "3600"}), r"vraagt 3\.600 seconden te wachten"),
        (
            Reactie(b"<!DOCTYPE html><html>onderhoud</html>"),
            "met een webpagina in plaats van gegevens",
        ),
        (Reactie(b"<html><body>x<br></html>"), "met een webpagina in plaats van gegevens"),
        (Reactie(b"[" * 100_000 + b"]" * 100_000), "niet te lezen is"),
    ],
)
def test_wat_niet_overgaat_wordt_niet_herhaald(dienst, fout, melding):
    dienst.antwoord = lambda _: fout
    with (
        Verzoeker("Testdienst", replace(GRENZEN, pogingen=1)) as verzoeker,
        pytest.raises(DienstFout, match=f"^Testdienst .*{melding}.*{BLIJFT}$"),
    ):
        verzoeker.json(f"{dienst.adres}/a")


@pytest.mark.parametrize("code", [400, 403, 404, 501])
def test_een_weigering_wordt_een_keer_gevraagd(dienst, verzoeker, code):
    dienst.antwoord = lambda _: Reactie(status=code)
    with pytest.raises(DienstFout):
        verzoeker.json(dienst.adres)
    assert len(dienst.verzoeken) == 1


def test_een_code_kan_ook_een_antwoord_zijn(dienst, verzoeker):
    dienst.antwoord = lambda _: Reactie(status=404)
    assert verzoeker.lees(dienst.adres, lambda a: a.status, ook=frozenset({404})) == 404


def test_een_dienst_die_zwijgt(dienst):
    dienst.antwoord = lambda _: Reactie(wacht_s=0.5)
    with (
        Verzoeker("Testdienst", replace(GRENZEN, lezen_s=0.05, pogingen=2)) as verzoeker,
        pytest.raises(DienstFout, match=r"antwoordt niet op tijd \(127\.0\.0\.1\), ook na 2"),
    ):
        verzoeker.json(dienst.adres)


def test_een_dienst_die_treuzelt(dienst):
    with (
        Verzoeker("Testdienst", replace(GRENZEN, antwoord_s=-1.0)) as verzoeker,
        pytest.raises(DienstFout, match="nog niet klaar met antwoorden"),
    ):
        verzoeker.json(dienst.adres)


def test_een_dienst_die_er_niet_is(verzoeker):
    with pytest.raises(DienstFout, match=rf"is niet bereikbaar .*Controleer.*{BLIJFT}"):
        verzoeker.json(f"http://127.0.0.1:{vrije_poort()}/")


@pytest.mark.parametrize("koppen", [{}, {"Content-Encoding": "gzip"}])
def test_een_te_groot_antwoord_wordt_niet_uitgelezen(dienst, koppen):
    veel = b" " * 3_000_000
    dienst.antwoord = lambda _: Reactie(gzip.compress(veel) if koppen else veel, koppen=koppen)
    with (
        Verzoeker("Testdienst", replace(GRENZEN, antwoord_bytes=2_500_000)) as verzoeker,
        pytest.raises(DienstFout, match=r"meer dan 2,5 MB\. Kies een kleiner gebied\."),
    ):
        verzoeker.json(dienst.adres)
    assert len(dienst.verzoeken) == 1


def test_volgt_een_doorverwijzing(dienst, verzoeker):
    dienst.antwoord = eerst(Reactie(status=301, koppen={"Location": "/nieuw?a=1"}))
    assert verzoeker.lees(dienst.adres, lambda a: a.adres) == f"{dienst.adres}/nieuw?a=1"


def test_volgt_niet_eindeloos(dienst, verzoeker):
    dienst.antwoord = lambda _: Reactie(status=302, koppen={"Location": "/"})
    with pytest.raises(DienstFout, match="blijft doorverwijzen"):
        verzoeker.json(dienst.adres)
    assert len(dienst.verzoeken) == GRENZEN.doorverwijzingen + 1


@pytest.mark.parametrize(
    ("van", "naar"),
    [("https://a.nl/", "http://a.nl/"), ("http://a.nl/", "file:///etc/passwd")],
)
def test_volgt_niet_naar_een_onveilig_adres(verzoeker, monkeypatch, van, naar):
    # Zonder certificaat is er hier geen https; alleen het antwoord is nagemaakt.
    door = Antwoord("Testdienst", van, 302, {"location": naar}, b"")
    monkeypatch.setattr(Verzoeker, "_stuur", lambda *_: door)
    with pytest.raises(DienstFout, match="onveilig adres"):
        verzoeker.json(van)


@pytest.mark.parametrize("adres", ["", "a.nl/x", "file:///etc/passwd", "ftp://a.nl", "http://[::1"])
def test_alleen_webadressen(verzoeker, adres):
    with pytest.raises(DienstFout, match=r"geen bruikbaar adres.*catalogus"):
        verzoeker.json(adres)


def test_wacht_tussen_verzoeken(dienst, monkeypatch):
    pauzes = []
    monkeypatch.setattr(module.time, "sleep", pauzes.append)
    with Verzoeker("Testdienst", replace(GRENZEN, tussenpoos_s=100.0)) as verzoeker:
        verzoeker.json(dienst.adres)
        assert not any(pauzes)
        verzoeker.json(dienst.adres)
    assert 0 < max(pauzes) <= 100


def test_een_ongeldig_certificaat_wordt_niet_herhaald(verzoeker):
    fout = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    melding = verzoeker._niet_bereikbaar(httpx.URL("https://a.nl"), fout)
    assert isinstance(melding, DienstFout)
    assert "geen geldig certificaat (a.nl)" in str(melding)
