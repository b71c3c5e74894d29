from dataclasses import replace

import numpy as np
import pytest

from locatieplanner.portefeuille import keuzemodel
from locatieplanner.portefeuille.eis import Eissoort
from locatieplanner.portefeuille.keuzemodel import HAAR, bouw, ruimte, telt_voor
from locatieplanner.portefeuille.klieken import paren_binnen
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from locatieplanner.portefeuille.samenstellen import rekengrens, zoek_beste
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import Nagelopen, keuze_van, maak_beoordeling, trek

ACHT = (doel("Utrecht", 8, 10),)


def gebouwd(*rijen, opdracht=None, doelen=ACHT, **anders):
    beoordeling = maak_beoordeling(*rijen, doelen=doelen, **anders)
    return bouw(stel_probleem(beoordeling, opdracht or Opdracht()))


@pytest.mark.parametrize("zaden", [range(500, 520), range(520, 540), range(540, 560)], ids=str)
def test_het_model_mag_precies_wat_de_opdracht_mag(zaden):
    toegelaten = 0
    for zaad in zaden:
        keuze = bouw(stel_probleem(*trek(zaad)))
        nagelopen = Nagelopen(keuze.probleem)
        mag, tekort, boven = nagelopen.mag(), nagelopen.tekort(), nagelopen.boven()
        punten = nagelopen.punten()
        toeval = np.random.default_rng(zaad)
        for rij in toeval.choice(len(mag), min(200, len(mag)), replace=False):
            waarden = keuze.waarden(nagelopen.keuzes[rij])
            assert keuze.model.voldoet(waarden) == mag[rij], (zaad, rij)
            assert waarden[keuze.tekort].sum() == tekort[rij]
            assert waarden[keuze.boven].sum() == boven[rij]
            assert keuze.punten() @ waarden == pytest.approx(-punten[rij])
            toegelaten += mag[rij]
    assert toegelaten > 50


@pytest.mark.parametrize("zaden", [range(600, 625), range(625, 650)], ids=str)
def test_klieken_en_tweetallen_geven_hetzelfde(zaden, monkeypatch):
    anders = 0
    for zaad in zaden:
        beoordeling, opdracht = trek(zaad)
        probleem = stel_probleem(beoordeling, replace(opdracht, min_afstand_m=9000.0))
        grens = rekengrens(probleem.parameters)
        met_klieken = bouw(probleem)
        with monkeypatch.context() as ruil:
            ruil.setattr(keuzemodel, "klieken", lambda paren, _: paren.tolist())
            met_paren = bouw(probleem)
        assert len(met_klieken.model.rij_hoog) <= len(met_paren.model.rij_hoog)
        anders += len(met_klieken.model.rij_hoog) < len(met_paren.model.rij_hoog)
        een, ander = (zoek_beste(keuze, grens, Toezicht()) for keuze in (met_klieken, met_paren))
        assert keuze_van(met_klieken, een) == keuze_van(met_paren, ander)
        for dit, dat in zip(een.bewijzen, ander.bewijzen, strict=True):
            assert dit.beste == pytest.approx(dat.beste, abs=1e-6)
    assert anders > 5


def test_klieken_zijn_strakker_dan_tweetallen():
    # Drie locaties bij elkaar: van alle drie de helft mag van de paren en niet van de kliek.
    rijen = [kandidaat(f"K{n}", x=105_000 + n, capaciteit=4) for n in range(3)]
    keuze = gebouwd(*rijen, opdracht=Opdracht(min_afstand_m=100.0))
    half = np.zeros(keuze.model.aantal)
    half[keuze.gekozen] = 0.5
    xy = keuze.probleem.kiesbaar[["x", "y"]].to_numpy()
    assert all(half[keuze.gekozen[paar]].sum() <= 1 for paar in paren_binnen(xy, 100.0))
    overtreden = keuze.model.rij_eis[keuze.model.overtreden(half)]
    soorten = {keuze.model.eisen[nummer].soort for nummer in overtreden if nummer >= 0}
    assert Eissoort.AFSTAND in soorten


def test_de_zin_van_een_eis_noemt_wat_en_waar():
    rijen = [kandidaat(f"K{n}", x=102_000 + 2000 * n, capaciteit=40 + n) for n in range(3)]
    opdracht = Opdracht(
        max_per_gemeente=2,
        max_evenredig=1.5,
        max_groot=Omvanggrens(1, 30),
        budget_euro=1_000_000.0,
        min_afstand_m=2500.0,
    )
    keuze = gebouwd(*rijen, opdracht=opdracht, doelen=[doel("Utrecht", 80, 100)])
    assert {eis.zin for eis in keuze.model.eisen} == {
        "ten minste 50 % van de capaciteit van een locatie (en wat haar type eist)",
        "ten hoogste het doel van Utrecht (nog 100 plaatsen)",
        "ten hoogste 150 % van het evenredige deel in Aardam",
        "ten hoogste 2 locaties in Aardam",
        "ten minste 2,5 km tussen twee locaties",
        "ten hoogste 1 locatie met meer dan 30 plaatsen",
        "een budget van € 1.000.000 per jaar",
    }


def test_geplande_locaties_tellen_in_aantal_en_grote():
    rijen = (kandidaat("plan", status="besluit", capaciteit=5), kandidaat("K1", x=106_000))
    for opdracht in (Opdracht(max_per_gemeente=1), Opdracht(max_groot=Omvanggrens(1, 3))):
        keuze = gebouwd(*rijen, opdracht=opdracht, doelen=[doel("Utrecht", 105, 105)])
        assert not keuze.model.voldoet(keuze.waarden(np.array([100.0])))
        assert keuze.model.voldoet(keuze.waarden(np.array([0.0])))


def test_de_haar_voor_het_id_is_klein_en_loopt_op():
    rijen = [kandidaat(f"K{n}", x=105_000, y=405_000, capaciteit=4) for n in range(5)]
    keuze = gebouwd(*rijen)
    punten = keuze.punten()[keuze.plaatsen]
    score = keuze.probleem.kiesbaar["score"].to_numpy()
    assert (np.diff(punten) < 0).all()
    assert (score - punten).max() < HAAR


def test_ruimte_in_een_gemeente_is_heel_en_niet_negatief():
    rijen = (kandidaat("plan", x=115_000, status="besluit", capaciteit=700), kandidaat("K1"))
    keuze = gebouwd(*rijen, doelen=[doel("Utrecht", 810, 810)])
    # Aardam heeft een kwart van de inwoners van Utrecht.
    assert ruimte(keuze.probleem, 1.0).to_dict()["GM0001"] == 202
    assert ruimte(keuze.probleem, 1.0).to_dict()["GM0002"] == 0


def test_kolommen_van_een_provincie():
    rijen = (kandidaat("U", capaciteit=5), kandidaat("G", y=415_000, capaciteit=6))
    doelen = (doel("Utrecht", 5, 5), doel("Gelderland", 5, 5))
    keuze = gebouwd(*rijen, opdracht=Opdracht(max_groot=Omvanggrens(0, 1)), doelen=doelen)
    delen = [keuze.van_provincie(naam) for naam in ("Utrecht", "Gelderland")]
    assert sorted(np.concatenate(delen).tolist()) == list(range(keuze.model.aantal))
    assert [len(deel) for deel in delen] == [5, 5]
    (utrecht,) = [deel for deel in keuze.probleem.nodig if deel.provincie == "Utrecht"]
    assert telt_voor(utrecht, keuze.probleem.kiesbaar).tolist() == [False, True]
