from locatieplanner.portefeuille.oplosser import Afloop
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.trappen import Bewijs
from locatieplanner.portefeuille.uitspraak import over_bewijs


def test_van_elke_stap_van_een_portefeuille_is_te_zeggen_wat_bewezen_is():
    for stap in set(Stap) - {Stap.KNELPUNT}:
        zin = over_bewijs(Bewijs(stap, 3.0, 3.0, Afloop.BEWEZEN, 0.1))
        assert zin.startswith(f"{stap.capitalize()}: 3 ")
