"""Wat er gevraagd kan worden: gebied, cel en grens aan het aantal cellen."""

import pytest

from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.zoekformulier import Rastervraag, zoekgebied_van
from locatieplanner.zoekgebieden.instelling import Zoekgebied
from locatieplanner.zoekgebieden.rooster import Rooster
from tests.omgeving import maak_omgeving


def vraag(omgeving, cel_m=100, provincie="Utrecht", type="azc"):
    gebied = (
        Zoekgebied.nederland(omgeving.gemeenten)
        if provincie is None
        else Zoekgebied.provincie(provincie, omgeving.gemeenten)
    )
    return Rastervraag(gebied, Rooster(cel_m), 1_500, type)


def test_de_vraag_in_woorden_en_in_cellen(omgeving):
    gevraagd = vraag(omgeving)
    assert gevraagd.zin == "Utrecht (provincie), cellen van 100 m, 1.500 plaatsen"
    # Van 100 tot 120 en van 400 tot 410 km: 13 bij 7 tegels van 1,6 km.
    assert gevraagd.cellen(omgeving.gemeenten) == 13 * 16 * 7 * 16
    gevraagd.toets(omgeving)


@pytest.mark.parametrize("cel_m", [25, 10])
def test_heel_nederland_kan_alleen_grof(omgeving, cel_m):
    vraag(omgeving, 100, None).toets(omgeving)
    with pytest.raises(InvoerFout, match="cellen van 100 m"):
        vraag(omgeving, cel_m, None).toets(omgeving)


def test_te_veel_cellen_wordt_vooraf_geweigerd():
    omgeving = maak_omgeving(parameters={"zoekgebieden.gebieden_cellen_hoogstens": 1_000_000})
    vraag(omgeving, 100).toets(omgeving)
    with pytest.raises(InvoerFout, match="kleiner gebied"):
        vraag(omgeving, 10).toets(omgeving)


def test_een_onbekend_type_wordt_geweigerd(omgeving):
    with pytest.raises(InvoerFout, match="geen locatietype"):
        vraag(omgeving, type="hotel").toets(omgeving)


@pytest.mark.parametrize(
    ("gebied", "aantal"),
    [
        (Gekozengebied(None, None, "heel Nederland"), 6),
        (Gekozengebied("Utrecht", None, "Utrecht"), 2),
        (Gekozengebied("Utrecht", "GM0001", "gemeente Aardam"), 1),
    ],
)
def test_het_gekozen_gebied_wordt_een_zoekgebied(omgeving, gebied, aantal):
    assert len(zoekgebied_van(gebied, omgeving.gemeenten).codes) == aantal
