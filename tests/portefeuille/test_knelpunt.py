from dataclasses import replace

import numpy as np
import pytest

from locatieplanner.domein.doel import TOTAAL
from locatieplanner.domein.herkomst import Status
from locatieplanner.portefeuille import knelpunt as module
from locatieplanner.portefeuille.eis import Eis, Eissoort
from locatieplanner.portefeuille.knelpunt import Knellend, Knelpunt, botsende_eisen, knelpunten
from locatieplanner.portefeuille.nodig import Nodig
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.samenstellen import rekengrens, stel_samen, zoek_beste
from locatieplanner.portefeuille.trappen import Beklimming, Trap, beklim
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import los, maak_beoordeling, trek

NODIG = Nodig("Zeeland", TOTAAL, frozenset(), 200.0, 200.0, 0.0, 200, 200, Status.GEPUBLICEERD)


def zoek(keuze, gevonden):
    grens = rekengrens(keuze.probleem.parameters)
    return knelpunten(keuze, gevonden.waarden, grens, Toezicht())


class Hier:
    """Alle keuzes in één provincie, met wat er elders gekozen is ernaast."""

    def __init__(self, keuze, gevonden, nummer):
        self.keuze, self.nummer = keuze, nummer
        self.nu = gevonden.waarden[keuze.tekort]
        tabel = keuze.probleem.kiesbaar
        hier = tabel["provincie"] == keuze.probleem.nodig[nummer].provincie
        elders = np.round(gevonden.waarden[keuze.plaatsen])
        reeksen = [
            range(int(groot) + 1) if telt else [int(aantal)]
            for groot, telt, aantal in zip(tabel["grootste"], hier, elders, strict=True)
        ]
        keuzes = np.array(np.meshgrid(*reeksen, indexing="ij")).reshape(len(reeksen), -1).T
        self.waarden = np.array([keuze.waarden(rij * 1.0) for rij in keuzes])
        tekort = self.waarden[:, keuze.tekort]
        anderen = np.delete(tekort, nummer, axis=1) <= np.delete(self.nu, nummer) + 1e-6
        self.waarden = self.waarden[anderen.all(axis=1)]

    def tekort_zonder(self, eisen):
        """Het kleinste tekort als deze eisen er niet zijn."""
        nummers = [self.keuze.model.eisen.index(eis) for eis in eisen]
        model = self.keuze.model.zonder(nummers)
        hoogte = model.matrix @ self.waarden.T
        goed = (hoogte <= model.rij_hoog[:, np.newaxis] + 1e-6).all(axis=0)
        goed &= (hoogte >= model.rij_laag[:, np.newaxis] - 1e-6).all(axis=0)
        return int(self.waarden[goed][:, self.keuze.tekort[self.nummer]].min())


@pytest.mark.parametrize("zaden", [range(z, z + 15) for z in range(1000, 1060, 15)], ids=str)
def test_zonder_de_knellende_eisen_lukt_het_en_er_is_er_geen_te_veel(zaden):
    gezien = 0
    for zaad in zaden:
        keuze, gevonden = los(*trek(zaad))
        if np.prod(keuze.probleem.kiesbaar["grootste"] + 1) > 5_000:
            continue
        for knelpunt in zoek(keuze, gevonden):
            hier = Hier(keuze, gevonden, keuze.probleem.nodig.index(knelpunt.nodig))
            eisen = [deel.eis for deel in knelpunt.eisen]
            assert hier.tekort_zonder([]) == knelpunt.tekort > 0, zaad
            assert hier.tekort_zonder(keuze.model.eisen) == knelpunt.tekort_zonder_alle, zaad
            assert hier.tekort_zonder(eisen) == knelpunt.tekort_zonder_alle, zaad
            assert bool(eisen) == (knelpunt.tekort_zonder_alle < knelpunt.tekort)
            for deel in knelpunt.eisen:
                rest = [eis for eis in eisen if eis != deel.eis]
                assert hier.tekort_zonder(rest) > knelpunt.tekort_zonder_alle, zaad
                assert hier.tekort_zonder([deel.eis]) == deel.tekort_zonder, zaad
            for soort, tekort in knelpunt.per_soort:
                alle = [eis for eis in keuze.model.eisen if eis.soort is soort]
                assert hier.tekort_zonder(alle) == tekort, zaad
            assert knelpunt.bewezen
            gezien += bool(eisen)
    assert gezien > 3


@pytest.mark.parametrize("zaden", [range(z, z + 20) for z in (1100, 1120)], ids=str)
def test_zonder_de_knellende_eisen_is_het_doel_in_het_hele_model_te_halen(zaden):
    gehaald = 0
    for zaad in zaden:
        keuze, gevonden = los(*trek(zaad))
        for knelpunt in zoek(keuze, gevonden):
            if knelpunt.tekort_zonder_alle:
                continue
            nummers = [keuze.model.eisen.index(deel.eis) for deel in knelpunt.eisen]
            kolom = keuze.tekort[keuze.probleem.nodig.index(knelpunt.nodig)]
            hoog = keuze.model.hoog.copy()
            hoog[kolom] = 0
            model = keuze.model.zonder(nummers).met_grenzen(keuze.model.laag, hoog)
            grens = rekengrens(keuze.probleem.parameters)
            assert beklim(model, [Trap("", 0 * hoog)], grens, Toezicht()).waarden is not None, zaad
            gehaald += 1
    assert gehaald > 3


def test_de_zin_bij_een_eis_een_paar_en_veel():
    eis = Eis(Eissoort.EVENREDIG, "", "ten hoogste 150 % van het evenredige deel in Sluis")
    een = Knelpunt(NODIG, 120, (Knellend(eis, 0),), 0, (), bewezen=True)
    assert een.zin == (
        "120 plaatsen te weinig in Zeeland; knellend: ten hoogste 150 % van het evenredige deel "
        "in Sluis; zonder die eis nog 0"
    )
    ander = Eis(Eissoort.AANTAL, "", "ten hoogste 1 locatie in Hulst")
    paar = Knelpunt(NODIG, 120, (Knellend(eis, 80), Knellend(ander, 60)), 20, (), bewezen=False)
    assert paar.zin == (
        "120 plaatsen te weinig in Zeeland; knellend: ten hoogste 150 % van het evenredige deel "
        "in Sluis (alleen zonder die eis nog 80) en ten hoogste 1 locatie in Hulst (alleen zonder "
        "die eis nog 60); zonder deze 2 eisen samen nog 20; die halen de kandidaten samen niet "
        "(niet bewezen: de tijd was op)"
    )
    veel = Knelpunt(NODIG, 1, (Knellend(eis, 1),) * 5, 0, (), bewezen=True)
    assert veel.zin.startswith("1 plaats te weinig in Zeeland; knellend: ")
    assert "en nog 2 eisen; zonder deze 5 eisen samen nog 0" in veel.zin
    geen = Knelpunt(NODIG, 7, (), 7, (), bewezen=True)
    assert geen.zin.endswith("geen eis knelt: er zijn te weinig kandidaten")


def test_een_gemeente_die_te_weinig_mag():
    rijen = [kandidaat("K1", capaciteit=100)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 100, 100)])
    uitkomst = stel_samen(beoordeling, Opdracht(max_evenredig=2.0))
    # Aardam heeft een kwart van de inwoners: het dubbele van haar deel is 50.
    assert [k.zin for k in uitkomst.knelpunten] == [
        "50 plaatsen te weinig in Utrecht; knellend: ten hoogste 200 % van het evenredige deel in "
        "Aardam; zonder die eis nog 0"
    ]


def test_twee_eisen_die_alleen_samen_knellen():
    rijen = [kandidaat(f"K{n}", x=105_000 + n, capaciteit=10) for n in range(2)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 20, 20)])
    (knelpunt,) = stel_samen(
        beoordeling, Opdracht(max_per_gemeente=1, min_afstand_m=500.0)
    ).knelpunten
    assert {deel.eis.soort for deel in knelpunt.eisen} == {Eissoort.AANTAL, Eissoort.AFSTAND}
    assert [deel.tekort_zonder for deel in knelpunt.eisen] == [10, 10]
    assert knelpunt.tekort_zonder_alle == 0


def test_wat_elders_gekozen_is_ligt_vast():
    rijen = (
        kandidaat("U", x=105_000, capaciteit=10),
        kandidaat("G", x=105_000, y=415_000, capaciteit=10),
    )
    doelen = (doel("Utrecht", 10, 10), doel("Gelderland", 10, 10))
    beoordeling = maak_beoordeling(*rijen, doelen=doelen)
    uitkomst = stel_samen(beoordeling, Opdracht(max_groot=Omvanggrens(1, 5)))
    (knelpunt,) = uitkomst.knelpunten
    assert knelpunt.tekort == 5
    assert knelpunt.eisen[0].eis.soort is Eissoort.OMVANG
    assert knelpunt.tekort_zonder_alle == 0


def test_vindt_het_zoeken_niets_dan_wordt_er_een_voor_een_weggehaald(monkeypatch):
    monkeypatch.setattr(module, "_minste_eisen", lambda model, *_: ([*range(5)], False))
    rijen = [kandidaat("K1", capaciteit=100)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 100, 100)])
    opdracht = Opdracht(max_evenredig=2.0, max_per_gemeente=0, budget_euro=1e9)
    keuze, gevonden = los(beoordeling, opdracht)
    (knelpunt,) = zoek(keuze, gevonden)
    assert {deel.eis.soort for deel in knelpunt.eisen} == {Eissoort.EVENREDIG, Eissoort.AANTAL}


def test_zonder_antwoord_binnen_de_tijd_is_het_niet_bewezen(monkeypatch):
    rijen = [kandidaat("K1", capaciteit=100)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 100, 100)])
    keuze, gevonden = los(beoordeling, Opdracht(max_evenredig=2.0))
    monkeypatch.setattr(module, "beklim", lambda *_: Beklimming(None, ()))
    (knelpunt,) = zoek(keuze, gevonden)
    assert not knelpunt.bewezen
    assert knelpunt.zin.endswith("(niet bewezen: de tijd was op)")


def test_botsende_eisen_zijn_de_minste_zonder_welke_er_iets_kan():
    rij = kandidaat("K1", capaciteit=4, aandeel_statushouders=1.0)
    beoordeling = maak_beoordeling(rij, doelen=[doel("Utrecht", 4, 4)])
    keuze, gevonden = los(beoordeling, Opdracht(vast=("K1",), mixband=(0.0, 0.5)))
    assert gevonden.onmogelijk
    grens = rekengrens(keuze.probleem.parameters)
    botsend = botsende_eisen(keuze.model, grens, Toezicht())
    assert [eis.soort for eis in botsend] == [Eissoort.MIX]
    vrij = keuze.model.zonder([keuze.model.eisen.index(eis) for eis in botsend])
    assert zoek_beste(replace(keuze, model=vrij), grens, Toezicht()).waarden is not None


def test_zijn_alle_doelen_gehaald_dan_knelt_er_niets():
    keuze, gevonden = los(
        maak_beoordeling(kandidaat("K1", capaciteit=5), doelen=[doel("Utrecht", 5, 5)]), Opdracht()
    )
    assert zoek(keuze, gevonden) == ()
