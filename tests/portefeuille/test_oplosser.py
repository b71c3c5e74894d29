import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pulp
import pytest
from hypothesis import given
from spopt.locate import LSCP, PMedian

from locatieplanner.fouten import Afgebroken, RekenFout
from locatieplanner.portefeuille import oplosser
from locatieplanner.portefeuille.model import Model
from locatieplanner.portefeuille.oplosser import Afloop, Rekengrens, gat_tussen, los_op
from locatieplanner.portefeuille.regels import Regels
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.portefeuille.test_model import met_waarden, model

PRECIES = Rekengrens(tijd_s=60.0, gat=0.0, verschil=0.0, zaad=1)


def zoek(dit, doel, grens=PRECIES, **anders):
    return los_op(dit, np.asarray(doel, dtype=np.float64), grens, Toezicht(), "proef", **anders)


@given(met_waarden())
def test_beter_dan_elke_keuze_die_voldoet(paar):
    dit, waarden = paar
    doel = np.arange(dit.aantal) - 1.0
    gevonden = zoek(dit, doel)
    keuzes = np.array(np.meshgrid(*[range(4)] * dit.aantal, indexing="ij")).reshape(dit.aantal, -1)
    goed = (dit.matrix @ keuzes <= dit.rij_hoog[:, np.newaxis]).all(axis=0)
    if not goed.any():
        assert (gevonden.waarden, gevonden.afloop) == (None, Afloop.ONMOGELIJK)
        return
    assert gevonden.beste == pytest.approx((doel @ keuzes[:, goed]).max())
    assert gevonden.grens == pytest.approx(gevonden.beste)
    assert dit.voldoet(gevonden.waarden)
    if dit.voldoet(waarden):
        assert zoek(dit, doel, bekend=waarden).beste == pytest.approx(gevonden.beste)


def test_zonder_gehele_kolommen_is_de_uitkomst_de_grens():
    dit = model([[2, 1]], [-np.inf], [3], geheel=np.zeros(2, dtype=bool))
    gevonden = zoek(dit, [3, 1])
    assert (gevonden.beste, gevonden.grens, gevonden.afloop) == (4.5, 4.5, Afloop.BEWEZEN)


def test_zonder_kolommen():
    leeg = model(np.empty((1, 0)), [-np.inf], [1])
    assert zoek(leeg, []).afloop is Afloop.BEWEZEN
    assert zoek(model(np.empty((1, 0)), [1], [np.inf]), []).afloop is Afloop.ONMOGELIJK


@pytest.mark.parametrize(
    ("beste", "grens", "gat"),
    [(200.0, 202.0, 0.01), (-100.0, -90.0, 0.1), (0.0, 0.0, 0.0), (0.0, 5.0, np.inf)],
)
def test_gat(beste, grens, gat):
    assert gat_tussen(beste, grens) == pytest.approx(gat)


def knapzak(kolommen=120, regels=30):
    """Een model waar HiGHS lang over doet."""
    toeval = np.random.default_rng(3)
    matrix = toeval.integers(5, 50, (regels, kolommen))
    dit = model(matrix, [-np.inf] * regels, [kolommen * 5] * regels)
    doel = toeval.integers(10, 60, kolommen).astype(np.float64)
    return dit.met_grenzen(dit.laag, np.ones(kolommen)), doel


def test_is_de_tijd_op_dan_staat_er_hoe_ver_het_nog_kan():
    dit, doel = knapzak()
    gevonden = zoek(dit, doel, Rekengrens(1.0, 0.0, 0.0, 1))
    assert gevonden.afloop is Afloop.TIJD
    assert dit.voldoet(gevonden.waarden)
    assert gevonden.grens > gevonden.beste


def test_wat_bekend_is_blijft_het_antwoord_als_er_binnen_de_tijd_niets_is(monkeypatch):
    niets = oplosser.Oplossing(None, np.nan, np.inf, Afloop.TIJD, 0.0)
    monkeypatch.setattr(oplosser, "_draai", lambda *_, **__: niets)
    dit = model([[1, 1]], [-np.inf], [3])
    gevonden = zoek(dit, [1, 1], bekend=np.array([1.0, 0.0]))
    assert gevonden.waarden.tolist() == [1.0, 0.0]
    assert (gevonden.beste, gevonden.grens, gevonden.afloop) == (1.0, np.inf, Afloop.TIJD)


@pytest.mark.parametrize(
    "bewering",
    [
        oplosser.Oplossing(None, np.nan, -np.inf, Afloop.ONMOGELIJK, 0.0),
        oplosser.Oplossing(np.zeros(2), 0.0, 0.0, Afloop.BEWEZEN, 0.0),
    ],
)
def test_een_bewering_die_niet_kan_kloppen_wordt_zonder_voorbewerking_overgedaan(
    monkeypatch, bewering
):
    echt, keren = oplosser._draai, []

    def draai(*gegeven, voorbewerken):
        keren.append(voorbewerken)
        return bewering if voorbewerken else echt(*gegeven, voorbewerken=False)

    monkeypatch.setattr(oplosser, "_draai", draai)
    gevonden = zoek(model([[1, 1]], [-np.inf], [3]), [1, 1], bekend=np.array([1.0, 0.0]))
    assert keren == [True, False]
    assert gevonden.beste == 3.0


def test_een_model_dat_niet_kan_bestaan():
    with pytest.raises(RekenFout, match="HiGHS"):
        zoek(model([[1, 1]], [-np.inf], [3]).met_grenzen(np.zeros(1), np.ones(1)), [1])


def test_stoppen_terwijl_het_zoekt_en_meekijken():
    dit, doel = knapzak(300, 60)
    toezicht, gezien = Toezicht(meld=lambda stand: gezien.append(stand)), []
    fouten = []

    def reken():
        try:
            los_op(dit, doel, Rekengrens(120.0, 0.0, 0.0, 1), toezicht, "proef")
        except Afgebroken as fout:
            fouten.append(str(fout))

    draad = threading.Thread(target=reken)
    draad.start()
    while not gezien and draad.is_alive():
        time.sleep(0.05)
    toezicht.stop.set()
    draad.join(timeout=60)
    assert not draad.is_alive()
    assert fouten == ["Het rekenen is afgebroken. Er is niets bewaard."]
    assert gezien[0].stap == "proef"
    assert gezien[0].seconden > 0


def test_hetzelfde_model_geeft_hetzelfde_antwoord():
    dit, doel = knapzak(40, 8)
    een, ander = (zoek(dit, doel, Rekengrens(60.0, 0.01, 0.0, 5)) for _ in range(2))
    assert een.waarden.tolist() == ander.waarden.tolist()
    assert een.grens == ander.grens


def test_twee_tegelijk_geven_elk_hun_eigen_antwoord():
    instanties = [knapzak(20 + nummer, 5) for nummer in range(6)]
    na_elkaar = [zoek(*dit).beste for dit in instanties]
    with ThreadPoolExecutor(max_workers=3) as draden:
        tegelijk = [deel.beste for deel in draden.map(lambda dit: zoek(*dit), instanties)]
    assert tegelijk == na_elkaar


def test_er_komt_niets_op_het_scherm(capfd):
    zoek(model([[1, 1]], [-np.inf], [3]), [1, 1])
    assert capfd.readouterr() == ("", "")


class Klassiek:
    """Een klassiek locatiemodel in de regels van dit programma: x per plek, y per paar."""

    def __init__(self, plekken, paren):
        self.plekken, self.paren = plekken, paren
        self.regels = Regels()

    def model(self, *, heel: bool):
        """Het model: plekken geheel, en toedelingen zo nodig ook."""
        aantal = self.plekken + self.paren
        laag, hoog, eis = self.regels.grenzen()
        geheel = np.full(aantal, heel)
        geheel[: self.plekken] = True
        return Model(
            laag=np.zeros(aantal),
            hoog=np.ones(aantal),
            geheel=geheel,
            matrix=self.regels.matrix(aantal),
            rij_laag=laag,
            rij_hoog=hoog,
            rij_eis=eis,
            eisen=(),
        )


def instantie(zaad, vragers=12, plekken=8):
    toeval = np.random.default_rng(zaad)
    een, ander = toeval.uniform(0, 100, (vragers, 2)), toeval.uniform(0, 100, (plekken, 2))
    afstand = np.hypot(*(een[:, np.newaxis] - ander[np.newaxis]).transpose(2, 0, 1)).round(1)
    vraag = toeval.integers(5, 30, vragers)
    capaciteit = toeval.integers(vraag.sum() // 3, vraag.sum() // 2 + 20, plekken)
    return afstand, vraag, capaciteit


def toedeling(afstand, vraag, capaciteit, bereik=np.inf):
    """Elke vrager helemaal toegedeeld, alleen aan open plekken, tot hun capaciteit."""
    vragers, plekken = afstand.shape
    dit = Klassiek(plekken, vragers * plekken)
    kolom = plekken + np.arange(vragers * plekken).reshape(vragers, plekken)
    for vrager in range(vragers):
        kan = np.flatnonzero(afstand[vrager] <= bereik)
        dit.regels.een(kolom[vrager, kan], 1.0, laag=1.0, hoog=1.0)
        dit.regels.elk([(kolom[vrager], 1.0), (np.arange(plekken), -1.0)], hoog=0.0)
    for plek in range(plekken):
        kolommen = np.append(kolom[:, plek], plek)
        dit.regels.een(kolommen, np.append(vraag, -capaciteit[plek]) * 1.0, hoog=0.0)
    return dit, kolom


def naast_elkaar(eigen, ander):
    """De twee uitkomsten en de verhouding in tijd."""
    begin = time.perf_counter()
    dit = eigen()
    midden = time.perf_counter()
    dat = ander()
    return dit, dat, (time.perf_counter() - midden) / (midden - begin)


# PuLP kondigt bij elke kolom aan dat het in een volgende versie anders moet.
STIL = pytest.mark.filterwarnings("ignore::DeprecationWarning")
CBC = {"msg": False, "gapRel": 0.0, "gapAbs": 0.0}


@STIL
@pytest.mark.parametrize("zaad", range(6))
def test_p_mediaan_met_capaciteit_als_in_spopt(zaad):
    afstand, vraag, capaciteit = instantie(zaad)
    open_ = 4

    def eigen():
        dit, kolom = toedeling(afstand, vraag, capaciteit)
        dit.regels.een(np.arange(len(capaciteit)), 1.0, laag=open_, hoog=open_)
        doel = np.zeros(len(capaciteit) + kolom.size)
        doel[kolom.ravel()] = -(afstand * vraag[:, np.newaxis]).ravel()
        return -zoek(dit.model(heel=True), doel).beste

    def spopt():
        naast = PMedian.from_cost_matrix(afstand, vraag, open_, facility_capacities=capaciteit)
        return naast.solve(pulp.PULP_CBC_CMD(**CBC)).problem.objective.value()

    dit, dat, verhouding = naast_elkaar(eigen, spopt)
    sys.stdout.write(f"p-mediaan {zaad}: spopt doet er {verhouding:.1f} keer zo lang over\n")
    assert dit == pytest.approx(dat, rel=1e-6)


@STIL
@pytest.mark.parametrize("zaad", range(6))
def test_zo_weinig_mogelijk_plekken_met_capaciteit_als_in_spopt(zaad):
    afstand, vraag, capaciteit = instantie(zaad)
    bereik = float(np.quantile(afstand, 0.7))

    def eigen():
        dit, kolom = toedeling(afstand, vraag, capaciteit, bereik)
        doel = np.append(-np.ones(len(capaciteit)), np.zeros(kolom.size))
        return -zoek(dit.model(heel=False), doel).beste

    def spopt():
        naast = LSCP.from_cost_matrix(
            afstand, bereik, demand_quantity_arr=vraag, facility_capacity_arr=capaciteit
        )
        return naast.solve(pulp.PULP_CBC_CMD(**CBC), results=False).problem.objective.value()

    dit, dat, verhouding = naast_elkaar(eigen, spopt)
    sys.stdout.write(f"LSCP {zaad}: spopt doet er {verhouding:.1f} keer zo lang over\n")
    assert dit == pytest.approx(dat)
