from datetime import UTC, datetime

import pytest

from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.jaargang import JAREN_TERUG, nieuwste
from locatieplanner.fouten import DienstFout
from tests.diensten.gegevens import maak_dienst

JAAR = datetime.now(UTC).year


def zoek(adres, bestaande):
    gevraagd = []

    def vraag(adres):
        gevraagd.append(adres)
        return "ja" if adres in bestaande else None

    return nieuwste(maak_dienst(Dienstsoort.WFS, adres), vraag), gevraagd


def test_zonder_jaar():
    assert zoek("https://a.nl", {"https://a.nl"}) == (
        ("https://a.nl", "ja", ""),
        ["https://a.nl"],
    )


def test_nieuwste_jaar_dat_er_is():
    bestaande = {f"https://a.nl/{JAAR - 2}", f"https://a.nl/{JAAR - 3}"}
    gevonden, gevraagd = zoek("https://a.nl/{jaar}", bestaande)
    assert gevonden == (f"https://a.nl/{JAAR - 2}", "ja", str(JAAR - 2))
    assert gevraagd == [f"https://a.nl/{JAAR - terug}" for terug in range(3)]


def test_niets_gevonden():
    melding = f"geen van de jaren {JAAR - JAREN_TERUG} tot en met {JAAR}.*catalogus"
    with pytest.raises(DienstFout, match=melding):
        zoek("https://a.nl/{jaar}", set())
    with pytest.raises(DienstFout, match=r"kent buurten niet op https://a\.nl\."):
        zoek("https://a.nl", set())
