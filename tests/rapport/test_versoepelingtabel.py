from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, stel_samen
from locatieplanner.rapport.versoepelingtabel import ruimertabel, zondertabel
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import maak_beoordeling


def uitkomst():
    rijen = [kandidaat(f"K{n}", x=101_000 + 3000 * n, capaciteit=4) for n in range(3)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 8, 8)])
    return stel_samen(beoordeling, Opdracht(max_per_gemeente=1), Vraag(met_versoepeling=True))


def test_wat_een_ruimere_eis_geeft():
    tabel = ruimertabel(uitkomst())
    (rij,) = tabel.als_tekst().to_dict("records")
    assert list(rij.values())[:4] == [
        "locaties per gemeente",
        "ten hoogste 1 per gemeente",
        "ten hoogste 2 per gemeente",
        "0",
    ]
    assert "4 plaatsen te weinig" in tabel.herkomst


def test_wat_er_ontbreekt_zonder_een_eis():
    gegevens = zondertabel(uitkomst()).gegevens.set_index("soort")
    assert gegevens.loc["locaties per gemeente", "tekort_zonder"] == 0
    assert (gegevens["tekort"] == 4).all()


def test_zonder_knelpunt_is_de_tabel_leeg():
    rijen = [kandidaat("K1", x=101_000, capaciteit=4)]
    gehaald = stel_samen(maak_beoordeling(*rijen, doelen=[doel("Utrecht", 4, 4)]), Opdracht())
    assert zondertabel(gehaald).gegevens.empty
    assert ruimertabel(gehaald).gegevens.empty
