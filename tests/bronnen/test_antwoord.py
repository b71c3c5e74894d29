import pytest

from locatieplanner.bronnen.antwoord import Antwoord, dienstfout
from locatieplanner.fouten import DienstFout

VERSLAG = (
    b'<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1">'
    b"<ows:Exception><ows:ExceptionText>TYPENAME 'weg' bestaat niet.</ows:ExceptionText>"
    b"</ows:Exception></ows:ExceptionReport>"
)


def antwoord(inhoud, status=200):
    return Antwoord("Testdienst", "https://a.nl/x?y=1", status, {}, inhoud)


def test_fout_zegt_wie_wat_hoe_en_wat_blijft():
    assert str(dienstfout("PDOK", "antwoordt niet", "Probeer het later.")) == (
        "PDOK antwoordt niet. Probeer het later. Wat al geladen is, blijft werken."
    )


def test_json():
    assert antwoord(b'\xef\xbb\xbf{"a": 1}').tabel() == {"a": 1}
    assert antwoord(b"[1]").json() == [1]


def test_json_in_een_andere_vorm():
    with pytest.raises(DienstFout, match="andere vorm"):
        antwoord(b"[1]").tabel()


@pytest.mark.parametrize("inhoud", [b"", b"{", b'{"a": "\xff"}', b"[" * 100_000])
def test_beschadigde_json_kan_overgaan(inhoud):
    with pytest.raises(ValueError, match=r"."):
        antwoord(inhoud).json()


@pytest.mark.parametrize("lees", [Antwoord.json, Antwoord.xml])
def test_foutverslag_met_code_200(lees):
    with pytest.raises(DienstFout, match=r"zegt: TYPENAME 'weg' bestaat niet\. Kijk in lagen/"):
        lees(antwoord(VERSLAG))


@pytest.mark.parametrize(
    "inhoud",
    [
        b"<!DOCTYPE html><html><body>onderhoud</body></html>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
        b"  <html><br></html>",
    ],
)
@pytest.mark.parametrize("lees", [Antwoord.json, Antwoord.xml])
def test_webpagina(lees, inhoud):
    with pytest.raises(DienstFout, match=r"webpagina in plaats van gegevens.*\(https://a\.nl/x\)"):
        lees(antwoord(inhoud))


def test_entiteiten_worden_niet_uitgevouwen():
    bom = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(DienstFout):
        antwoord(bom).xml()


def test_half_xml_kan_overgaan():
    with pytest.raises(ValueError, match="no element found"):
        antwoord(b"<a><b>").xml()


@pytest.mark.parametrize(
    ("inhoud", "uitleg"),
    [
        (b'{"description": "bbox  klopt\\nniet"}', "bbox klopt niet"),
        (b'{"detail": "a", "title": "b"}', "a"),
        (b'{"odata.error": {"code": "", "message": {"lang": "", "value": "te veel"}}}', "te veel"),
        (b'{"odata.error": {"code": ""}}', ""),
        (b"[1]", ""),
        (b"gewone tekst", "gewone tekst"),
        (VERSLAG, "TYPENAME 'weg' bestaat niet."),
        (b"<html><p>onderhoud</p></html>", ""),
        (b"x" * 500, "x" * 200 + "…"),
        (b"", ""),
    ],
)
def test_uitleg(inhoud, uitleg):
    assert antwoord(inhoud, 400).uitleg() == uitleg
