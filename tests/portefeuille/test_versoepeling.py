import pytest

from locatieplanner.portefeuille.eis import Eissoort
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.portefeuille.versoepeling import versoepelingen
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling, trek

ALLES = Opdracht(
    max_per_gemeente=8,
    max_evenredig=1.5,
    min_afstand_m=4000,
    min_afstand_opvang_m=1000,
    max_groot=Omvanggrens(0, 300),
    mixband=(0.3, 0.5),
    budget_euro=1_000_000,
    vast=("K1",),
)


def test_elke_eis_met_een_getal_wordt_alleen_ruimer():
    ruimer = {stap.soort: stap for stap in versoepelingen(ALLES, 0.25)}
    assert ruimer[Eissoort.AANTAL].opdracht.max_per_gemeente == 10
    assert ruimer[Eissoort.EVENREDIG].opdracht.max_evenredig == pytest.approx(1.875)
    assert ruimer[Eissoort.AFSTAND].opdracht.min_afstand_m == 3000
    assert ruimer[Eissoort.AFSTAND_OPVANG].opdracht.min_afstand_opvang_m == 750
    assert ruimer[Eissoort.OMVANG].opdracht.max_groot == Omvanggrens(1, 300)
    assert ruimer[Eissoort.MIX].opdracht.mixband == pytest.approx((0.25, 0.55))
    assert ruimer[Eissoort.BUDGET].opdracht.budget_euro == 1_250_000
    for stap in ruimer.values():
        anders = [
            veld
            for veld in ALLES.__dataclass_fields__
            if getattr(ALLES, veld) != getattr(stap.opdracht, veld)
        ]
        assert len(anders) == 1
        assert stap.was != stap.wordt


def test_zonder_eisen_is_er_niets_ruimer_te_maken():
    assert list(versoepelingen(Opdracht(max_evenredig=None), 0.25)) == []


def test_de_band_blijft_tussen_niets_en_alles():
    (stap,) = versoepelingen(Opdracht(mixband=(0.0, 1.0)), 0.25)
    assert stap.opdracht.mixband == (0.0, 1.0)


def test_een_stap_ruimer_staat_naast_de_uitkomst():
    rijen = [kandidaat(f"K{n}", x=101_000 + 3000 * n, capaciteit=4) for n in range(3)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 8, 8)])
    uitkomst = stel_samen(beoordeling, Opdracht(max_per_gemeente=1), Vraag(met_versoepeling=True))
    (ruimer,) = uitkomst.versoepeld
    assert uitkomst.beste.tekort == 4
    assert ruimer.portefeuille.tekort == 0
    assert ruimer.portefeuille.maten.plaatsen == 8


@pytest.mark.parametrize("zaad", range(20))
def test_ruimer_is_nooit_slechter(zaad):
    beoordeling, opdracht = trek(zaad)
    uitkomst = stel_samen(beoordeling, opdracht, Vraag(met_versoepeling=True))
    assert len(uitkomst.versoepeld) == len(list(versoepelingen(opdracht, 0.25)))
    for deel in uitkomst.versoepeld:
        assert deel.portefeuille.tekort <= uitkomst.beste.tekort
