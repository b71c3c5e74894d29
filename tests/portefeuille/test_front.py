import pytest

from locatieplanner.portefeuille import front as module
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.portefeuille.trappen import Beklimming
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling


@pytest.fixture(scope="module")
def uitkomst():
    rijen = [
        kandidaat(f"{naam}{n}", x=x + 1200 * n, y=y + 300 * n, capaciteit=3 + 2 * (n % 3))
        for naam, x, y in (("a", 101_000, 403_000), ("b", 111_000, 402_000))
        for n in range(5)
    ]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 14, 14)])
    opdracht = Opdracht(provincies=("Utrecht",))
    return stel_samen(beoordeling, opdracht, Vraag(met_front=True))


def als_punt(portefeuille):
    maten = portefeuille.maten
    return maten.punten, -maten.theil, -maten.locaties


def test_geen_punt_wordt_door_een_ander_verslagen(uitkomst):
    punten = [als_punt(p) for p in uitkomst.front.portefeuilles]
    for een in punten:
        for ander in punten:
            beter = all(a >= e for a, e in zip(ander, een, strict=True))
            assert een == ander or not beter


def test_het_front_laat_een_ruil_zien(uitkomst):
    punten = uitkomst.front.portefeuilles
    assert len(punten) > 2
    assert punten[0].maten.punten == pytest.approx(uitkomst.beste.maten.punten, rel=1e-6)
    assert min(p.maten.theil for p in punten) < punten[0].maten.theil
    assert min(p.maten.locaties for p in punten) < max(p.maten.locaties for p in punten)
    scores = [p.maten.punten for p in punten]
    assert scores == sorted(scores, reverse=True)


def test_elk_punt_haalt_hetzelfde_doel_en_is_een_andere_keuze(uitkomst):
    punten = uitkomst.front.portefeuilles
    assert {p.tekort for p in punten} == {0}
    assert len({tuple(p.plaatsen.items()) for p in punten}) == len(punten)
    assert uitkomst.front.gezocht > len(punten)


def test_blijft_een_uiterste_zonder_antwoord_dan_is_er_geen_raster(monkeypatch, uitkomst):
    echt, keren = module.beklim, []

    def beklim(*gegeven):
        keren.append(gegeven)
        return Beklimming(None, ()) if len(keren) == 2 else echt(*gegeven)

    monkeypatch.setattr(module, "beklim", beklim)
    anders = stel_samen(
        uitkomst.probleem.beoordeling, uitkomst.probleem.opdracht, Vraag(met_front=True)
    )
    assert anders.front.gezocht == len(keren) == 3
    assert anders.front.portefeuilles
