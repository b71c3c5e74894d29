from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from locatieplanner.portefeuille import trappen
from locatieplanner.portefeuille.oplosser import Afloop, Rekengrens
from locatieplanner.portefeuille.trappen import Bewijs, Trap, beklim
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.portefeuille.test_model import met_waarden, model

PRECIES = Rekengrens(tijd_s=60.0, gat=0.0, verschil=0.0, zaad=1)


def klim(dit, *doelen, grens=PRECIES, heel=True, begin=None):
    stappen = [
        Trap(f"stap {nummer}", np.asarray(doel, dtype=np.float64), heel=heel)
        for nummer, doel in enumerate(doelen)
    ]
    return beklim(dit, stappen, grens, Toezicht(), begin)


@given(met_waarden())
def test_het_ene_doel_na_het_andere_in_hele_getallen(paar):
    dit, waarden = paar
    los = replace(dit, geheel=np.zeros(dit.aantal, dtype=bool))
    eerste, tweede = np.ones(dit.aantal), np.arange(dit.aantal) - 1.0
    gevonden = klim(los, eerste, tweede)
    keuzes = np.array(np.meshgrid(*[range(4)] * dit.aantal, indexing="ij")).reshape(dit.aantal, -1)
    goed = keuzes[:, (dit.matrix @ keuzes <= dit.rij_hoog[:, np.newaxis]).all(axis=0)]
    if not goed.shape[1]:
        assert (gevonden.waarden, gevonden.onmogelijk) == (None, True)
        return
    hoogste = (eerste @ goed).max()
    daarna = (tweede @ goed[:, eerste @ goed == hoogste]).max()
    assert [bewijs.beste for bewijs in gevonden.bewijzen] == pytest.approx([hoogste, daarna])
    assert (gevonden.waarden == np.round(gevonden.waarden)).all()
    assert dit.voldoet(gevonden.waarden)
    assert all(bewijs.gat == pytest.approx(0, abs=1e-6) for bewijs in gevonden.bewijzen)
    if dit.voldoet(waarden):
        vanaf = klim(los, eerste, tweede, begin=waarden)
        assert [b.beste for b in vanaf.bewijzen] == pytest.approx([hoogste, daarna])


def test_delen_die_niets_delen_worden_apart_opgelost(monkeypatch):
    dit = model([[1, 1, 0, 0], [0, 0, 1, 1]], [-np.inf] * 2, [2, 3])
    aantallen, echt = [], trappen.los_op

    def kijk(deel, *rest):
        aantallen.append(deel.aantal)
        return echt(deel, *rest)

    monkeypatch.setattr(trappen, "los_op", kijk)
    gevonden = klim(dit, [1, 2, 3, 1])
    assert aantallen == [2, 2]
    assert gevonden.waarden.tolist() == [0, 2, 3, 0]
    assert (gevonden.bewijzen[0].beste, gevonden.bewijzen[0].grens) == (13, 13)


def test_kolommen_die_vastliggen_tellen_in_het_geheel():
    dit = model([[1, 1]], [-np.inf], [4]).met_grenzen(np.array([2.0, 0.0]), np.array([2.0, 3.0]))
    gevonden = klim(dit, [10, 1])
    assert gevonden.waarden.tolist() == [2, 2]
    assert gevonden.bewijzen[0].beste == 22


def test_een_regel_van_alleen_vaste_kolommen_die_niet_klopt():
    dit = model([[1, 0]], [3], [np.inf]).met_grenzen(np.zeros(2), np.array([0.0, 3.0]))
    assert klim(dit, [1, 1]).onmogelijk


def test_wat_niet_beter_kan_wordt_niet_gezocht(monkeypatch):
    monkeypatch.setattr(trappen, "los_op", None)
    dit = model([[1, 1]], [-np.inf], [4])
    gevonden = klim(dit, [-1, -1], begin=np.zeros(2))
    assert gevonden.bewijzen == (Bewijs("stap 0", 0.0, 0.0, Afloop.BEWEZEN, 0.0),)


def test_een_begin_dat_niet_voldoet_telt_niet():
    dit = model([[1, 1]], [3], [4])
    gevonden = klim(dit, [-1, -1], begin=np.zeros(2))
    assert gevonden.bewijzen[0].beste == -3


def test_halve_plaatsen_worden_heel_bij_dezelfde_keuze_als_dat_goed_genoeg_is():
    # Zonder hele getallen 3,33; met de keuze x = 1 is 3 het hoogste.
    dit = model([[3, -10], [0, 1]], [-np.inf] * 2, [0, 1])
    dit = replace(dit, geheel=np.array([False, True]))
    ruim = klim(dit, [1, 0], grens=Rekengrens(60.0, 0.2, 0.0, 1), heel=False)
    assert ruim.waarden.tolist() == [3, 1]
    assert ruim.bewijzen[0].grens == pytest.approx(10 / 3, abs=0.4)
    krap = klim(dit, [1, 0], heel=False)
    assert krap.waarden[0] == 3
    assert krap.bewijzen[0].grens == pytest.approx(3)


@pytest.mark.parametrize("grens", [0.9, 1.4])
def test_van_een_heel_doel_is_de_grens_heel(grens):
    dit = replace(model([[2, 2]], [-np.inf], [2 * grens + 0.1]), geheel=np.zeros(2, dtype=bool))
    bewijs = klim(dit, [1, 1]).bewijzen[0]
    assert bewijs.grens == bewijs.beste == int(grens + 0.05)


def test_een_bewijs_zegt_wat_het_gat_is():
    assert Bewijs("score", 200.0, 202.0, Afloop.TIJD, 1.0).gat == pytest.approx(0.01)


def test_van_een_deel_dat_de_tijd_niet_haalt_is_het_geheel_niet_bewezen(monkeypatch):
    echt = trappen.los_op

    def traag(deel, *rest):
        gevonden = echt(deel, *rest)
        return replace(gevonden, afloop=Afloop.TIJD, grens=9.0) if deel.hoog[0] > 2 else gevonden

    monkeypatch.setattr(trappen, "los_op", traag)
    dit = model([[1, 0], [0, 1]], [-np.inf] * 2, [2, 3])
    dit = dit.met_grenzen(dit.laag, np.array([2.0, 3.0]))
    bewijs = klim(dit, [1, 1], heel=False).bewijzen[0]
    assert (bewijs.beste, bewijs.grens, bewijs.afloop) == (5, 11, Afloop.TIJD)
