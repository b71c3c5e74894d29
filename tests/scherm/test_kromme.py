import base64
from xml.etree import ElementTree as ET

import numpy as np

from locatieplanner.scherm.kromme import in_woorden, kromme_html, kromme_svg

MATEN = np.linspace(0, 12, 121)
SCORES = np.linspace(100, 0, 121)


def test_svg_is_geldig_en_de_lijn_daalt():
    boom = ET.fromstring(kromme_svg("km tot <x>", MATEN, SCORES))
    lijn = boom.find("{http://www.w3.org/2000/svg}polyline").get("points").split()
    hoogtes = [float(punt.split(",")[1]) for punt in lijn]
    assert len(hoogtes) == 121
    assert hoogtes == sorted(hoogtes)
    assert "km tot <x>" in "".join(boom.itertext())


def test_elk_cijfer_past_in_het_beeld():
    boom = ET.fromstring(kromme_svg("km", MATEN, SCORES))
    *_, hoog = map(float, boom.get("viewBox").split())
    hoogtes = [float(tekst.get("y")) for tekst in boom.iter("{http://www.w3.org/2000/svg}text")]
    assert min(hoogtes) >= 11
    assert max(hoogtes) < hoog


def test_woorden_zijn_nederlands():
    tekst = in_woorden("plaatsen", np.linspace(0, 1, 5), np.array([100, 75, 50, 25, 0.0]))
    assert tekst == (
        "Score bij plaatsen: 0 geeft 100, 0,2 geeft 75, 0,5 geeft 50, 0,8 geeft 25, 1 geeft 0."
    )


def test_beeld_draagt_zijn_woorden():
    html = kromme_html('"x"', MATEN, SCORES)
    assert 'alt="Score bij &quot;x&quot;' in html
    inhoud = html.split("base64,")[1].split('"')[0]
    assert base64.b64decode(inhoud).startswith(b"<svg")
