import json
import re

import numpy as np
import pytest
from shapely.geometry import Point
from streamlit_folium import (
    _get_feature_group_string,
    _get_header,
    _get_html,
    _get_map_string,
    generate_js_hash,
)

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.kaart.kaart import maak_kaart, maak_laag
from locatieplanner.kaart.kaartlaag import Kaartlaag
from locatieplanner.kaart.klassen import pak
from locatieplanner.kaart.laagstijl import Laagstijl
from locatieplanner.kaart.rasterbeeld import Rasterbeeld
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand, Zoekpunt


def teken(adressen, basislagen, toestand):
    """Maak de tekst die streamlit-folium naar de browser stuurt."""
    kaart = maak_kaart(adressen, basislagen)
    kaart.get_root().render()
    vast = _get_map_string(kaart)
    return kaart, vast, _get_feature_group_string(maak_laag(toestand), kaart)


def maak_tekst(adressen, basislagen, toestand):
    return teken(adressen, basislagen, toestand)[2]


def toestand(aantal=3, **anders):
    wisselend = np.random.default_rng(1)
    velden = {
        "kandidaten": f"{'aB_-' * 10}xyz.json",
        "scoreklassen": wisselend.integers(0, 8, aantal).astype(np.int8),
        "dichtheidsklassen": wisselend.integers(0, 6, 342).astype(np.int8),
        **anders,
    }
    return Kaarttoestand(**velden)


def test_het_vaste_deel_is_elke_keer_gelijk(adressen, basislagen):
    _, eerste, _ = teken(adressen, basislagen, toestand(3))
    _, tweede, _ = teken(adressen, basislagen, toestand(30, gekozen=4, verwerkt=9))
    assert eerste == tweede
    assert generate_js_hash(eerste, "kaart") == generate_js_hash(tweede, "kaart")


def test_andere_basislagen_geven_een_nieuwe_kaart(adressen, basislagen):
    anders = type(basislagen)(
        "gemeenten-ff.json", basislagen.provincies, basislagen.opvang, basislagen.script, ()
    )
    _, eerste, _ = teken(adressen, basislagen, toestand())
    _, tweede, _ = teken(adressen, anders, toestand())
    assert generate_js_hash(eerste, "kaart") != generate_js_hash(tweede, "kaart")


def test_niets_wijst_naar_buiten(adressen, basislagen):
    kaart, vast, laag = teken(adressen, basislagen, toestand())
    alles = "".join((vast, laag, _get_header(kaart), _get_html(kaart)))
    verwijzingen = [adres for _, adres in (*kaart.default_js, *kaart.default_css)]
    assert verwijzingen == ["../locatieplanner.scherm.kaartbestanden.lagen/kaart-d4.js"]
    assert "//" not in alles.replace("// ", "")


def test_alleen_de_achtergrondkaart_wijst_naar_buiten(adressen, basislagen):
    _, _, laag = teken(adressen, basislagen, toestand(achtergrond=True))
    assert re.findall(r"https?://([^/]+)/", laag) == ["service.pdok.nl"]


def test_de_laag_zegt_wat_de_toestand_zegt(adressen, basislagen):
    nu = toestand(gekozen=2, verwerkt=1_795_452_711_683)
    _, _, laag = teken(adressen, basislagen, nu)
    inhoud = json.loads(re.search(r"locatieplanner\.toon\(map_div, (\{.*\})\);", laag)[1])
    assert inhoud == nu.als_dict()
    assert inhoud["scores"] == pak(nu.scoreklassen)


@pytest.mark.parametrize(("aantal", "grens"), [(1_000, 1_500), (10_000, 6_000)])
def test_per_stap_reist_weinig(adressen, basislagen, aantal, grens):
    kaart, vast, laag = teken(adressen, basislagen, toestand(aantal, gekozen=1))
    assert len(laag) < grens
    assert len(vast) + len(_get_header(kaart)) + len(_get_html(kaart)) < 600


def test_acht_lagen_met_bereik_en_zoekpunt_kosten_per_stap_weinig(adressen, basislagen):
    lagen = tuple(
        Kaartlaag(f"laag{n}-{'0' * 16}.json", "Luchthavenindelingbesluit", stijl, n, "PDOK")
        for n, stijl in enumerate([*Laagstijl] * 2)
    )
    zonder = maak_tekst(adressen, basislagen, toestand())
    alles = toestand(
        lagen=lagen,
        bereik=f"{'aB_-' * 10}xyz.json",
        kiezen=True,
        zoekpunt=Zoekpunt(Point(155_000, 463_000), "Kerkstraat 5, 3511 AB Utrecht"),
    )
    assert len(maak_tekst(adressen, basislagen, alles)) - len(zonder) < 2_000
    leeg = toestand(lagen=(), bereik="", kiezen=False, zoekpunt=None)
    assert maak_tekst(adressen, basislagen, leeg) == zonder


@pytest.mark.parametrize(
    "label",
    [
        "</script><img src=x onerror=lek()>",
        "{{ 111111 * 111111 }} {{{111111*111111}}} {% x %} {# y",
        "'\"\\\u2028\n&lt;",
        "É ünïcode",
    ],
)
def test_vreemde_tekst_bij_het_zoekpunt_blijft_tekst(adressen, basislagen, label):
    laag = maak_tekst(
        adressen, basislagen, toestand(zoekpunt=Zoekpunt(Point(155_000, 463_000), label))
    )
    inhoud = json.loads(re.search(r"locatieplanner\.toon\(map_div, (\{.*\})\);", laag)[1])
    assert inhoud["zoekpunt"][2] == label
    assert laag.isascii()
    # Het script zelf gebruikt geen van deze tekens.
    assert not set(laag) & set("<>&'")
    # Folium leest het script ook zelf als sjabloon: daar is het evenmin een opdracht.
    kaart = maak_kaart(adressen, basislagen)
    maak_laag(toestand(zoekpunt=Zoekpunt(Point(155_000, 463_000), label))).add_to(kaart)
    assert str(111_111**2) not in kaart.get_root().render()


def test_tekst_van_een_gebruiker_staat_nooit_in_het_script(adressen, basislagen):
    vreemd = "</script><img onerror=lek()>"
    beeld = Beeld(vreemd, (130_000, 450_000, 140_000, 460_000))
    _, _, laag = teken(adressen, basislagen, toestand(beeld=beeld))
    assert "lek" not in laag
    assert "<" not in laag


@pytest.mark.parametrize("naam", ["x.json');lek();('", "../x.json", "http://elders/x.json", "x"])
def test_een_vreemde_bestandsnaam_komt_niet_in_het_script(naam):
    with pytest.raises(ValueError, match="geen naam van een kaartlaag"):
        maak_laag(toestand(kandidaten=naam))
    with pytest.raises(ValueError, match="geen naam van een kaartlaag"):
        maak_laag(toestand(opvang=naam))
    with pytest.raises(ValueError, match="geen naam van een kaartlaag"):
        maak_laag(toestand(bereik=naam))
    with pytest.raises(ValueError, match="geen naam van een kaartlaag"):
        maak_laag(toestand(raster=Rasterbeeld(naam, (4.0, 51.0, 5.0, 52.0), SCOREKLASSEN, 1.0)))
    goed = Kaartlaag("goed-1.json", "Goed", Laagstijl.CONTEXT)
    fout = Kaartlaag(naam, "Fout", Laagstijl.CONTEXT)
    with pytest.raises(ValueError, match="geen naam van een kaartlaag"):
        maak_laag(toestand(lagen=(goed, fout)))
