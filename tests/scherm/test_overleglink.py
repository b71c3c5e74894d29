from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm.overleglink import (
    Soort,
    Stap,
    gewone_stappen,
    lees_gebied,
    lees_stappen,
    schrijf_link,
    schrijf_stappen,
)
from tests.omgeving import maak_gemeenten

IDS = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5, unique=True)


@given(IDS)
def test_een_link_geeft_de_stappen_terug_die_erin_gingen(ids):
    stappen = gewone_stappen(ids)
    link = schrijf_link("http://x/overleg?oud=1", "Utrecht", stappen, {"plan": "abc"})
    assert urlsplit(link).path == "/overleg"
    vraag = parse_qs(urlsplit(link).query)
    assert set(vraag) == {"plan", "gebied", "stappen"}
    assert vraag["plan"] == ["abc"]
    assert vraag["gebied"] == ["Utrecht"]
    assert lees_stappen(vraag["stappen"][0], ids) == stappen


@given(st.text(max_size=60))
def test_wat_er_ook_in_een_link_staat_het_is_een_stap_of_een_melding(tekst):
    with suppress(InvoerFout):
        stappen = lees_stappen(tekst, ["A"])
        assert lees_stappen(schrijf_stappen(stappen), ["A"]) == stappen


def test_alle_problemen_staan_in_een_melding():
    with pytest.raises(InvoerFout, match=r"stap 1 .*stap 2 hoort een id.*stap 3 noemt.*stap 4"):
        lees_stappen("x,l,l:Z9,o:A", ["A"])


@pytest.mark.parametrize("tekst", ["o" * 2_001, ",".join("o" * 41)])
def test_een_te_lange_link_is_een_melding(tekst):
    with pytest.raises(InvoerFout, match=r"te lang|meer dan 40"):
        lees_stappen(tekst, ["A"])


def test_gebied_is_een_provincie_of_een_gemeente():
    gemeenten = maak_gemeenten()
    assert lees_gebied("Utrecht", gemeenten) == ("Utrecht", None)
    assert lees_gebied("GM0004", gemeenten) == ("Gelderland", "GM0004")
    with pytest.raises(InvoerFout, match="geen provincie"):
        lees_gebied("Atlantis", gemeenten)


def test_gewone_volgorde():
    assert gewone_stappen(["A"])[2] == Stap(Soort.LOCATIE, "A")
    assert [stap.soort for stap in gewone_stappen(["A"])][-1] is Soort.WATALS
    assert gewone_stappen([]) == (Stap(Soort.OPGAVE),)
