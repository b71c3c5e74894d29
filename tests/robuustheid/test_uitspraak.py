import pytest

from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.robuustheid.gewichtsgrens import eersten, gewichtsgrenzen
from locatieplanner.robuustheid.rekenwijze import Rekenwijze
from locatieplanner.robuustheid.robuustheid import robuustheid
from locatieplanner.robuustheid.uitspraak import (
    keren,
    over_gewicht,
    over_kandidaat,
    over_rekenwijze,
    over_toets,
)
from locatieplanner.robuustheid.vergelijking import vergelijk
from tests.robuustheid.proef import NAN, TWEE_GELIJKMATIG, instelling, maak_beoordeling

TWEE = Gewichten(50, 50, 0, 0)


def _toets(tabel, gewichten=None, uitgesloten=None, **anders):
    beoordeling = maak_beoordeling(tabel, gewichten, uitgesloten=uitgesloten)
    return robuustheid(beoordeling, instelling(**anders))


def _namen(beoordeling):
    return beoordeling.kandidaten["naam"].to_dict()


@pytest.mark.parametrize(
    ("kans", "tekst"),
    [
        (1.0, "in alle 1.000 trekkingen"),
        (0.999, "in meer dan 99 van de 100 trekkingen"),
        (0.994, "in 99 van de 100 trekkingen"),
        (0.92, "in 92 van de 100 trekkingen"),
        (0.006, "in 1 van de 100 trekkingen"),
        (0.005, "in minder dan 1 van de 100 trekkingen"),
        (0.0, "in geen van de 1.000 trekkingen"),
    ],
)
def test_een_kans_als_aantal_keren(kans, tekst):
    assert keren(kans, 1000) == tekst


def test_wie_vaak_bij_de_eersten_staat():
    tabel = [[100, 0, NAN, NAN], [60, 60, NAN, NAN], [0, 0, NAN, NAN]]
    uitkomst = _toets(tabel, TWEE, breedte=TWEE_GELIJKMATIG, trekkingen=1000, top=1)
    kans = uitkomst.kandidaten["kans_top"]["K1"]
    zinnen = over_kandidaat(uitkomst, "K1")
    assert zinnen[0] == (
        f"Deze locatie blijft in {100 * kans:.0f} van de 100 trekkingen op de eerste plaats."
    )
    assert zinnen[1].startswith("Gemiddeld staat zij op plaats 1,")
    assert zinnen[1].endswith("in 90 van de 100 trekkingen tussen 1 en 2.")
    assert "gemiddeld weegt dan spreiding 3" in zinnen[2]
    assert over_kandidaat(uitkomst, "K0")[0].startswith("Deze locatie komt in 4")
    assert over_kandidaat(uitkomst, "K2") == (
        "Deze locatie komt in geen van de 1.000 trekkingen op de eerste plaats.",
        "Zij staat steeds op plaats 3.",
    )


@pytest.mark.parametrize(
    ("top", "waar"), [(2, "de eerste twee"), (10, "de eerste tien"), (25, "de eerste 25")]
)
def test_de_eersten_in_woorden(top, waar):
    zin = over_kandidaat(_toets([[50] * 4], top=top), "K0")[0]
    assert zin == f"Deze locatie blijft in alle 400 trekkingen bij {waar}."


def test_wie_geen_rang_heeft():
    tabel = [[50] * 4, [NAN, NAN, NAN, 10], [90] * 4, [NAN, 10, 10, 10]]
    uit = [False, False, True, False]
    uitkomst = _toets(tabel, uitgesloten=uit, breedte=0.05)
    assert over_kandidaat(uitkomst, "K1") == (
        "Van deze locatie is te weinig bekend: zij heeft in geen trekking een rang.",
    )
    assert "uitgesloten" in over_kandidaat(uitkomst, "K2")[0]
    soms = over_kandidaat(_toets(tabel, uitgesloten=uit, alle_gewichten=True), "K3")
    assert soms[-1].startswith("Een rang heeft zij in 8")


def test_waarmee_getrokken_is():
    zinnen = " ".join(over_toets(_toets([[50] * 4], vaste_scores=False, trekkingen=1000)))
    for deel in (
        "1.000 trekkingen, zaad 1.",
        "spreiding 25 % (± 8,7)",
        "geschat is tot 15 punten",
        "afgeleid is tot 5 punten",
        "hooguit 3,1 procentpunt",
    ):
        assert deel in zinnen
    vast = " ".join(over_toets(_toets([[50] * 4], alle_gewichten=True)))
    assert "Elke verdeling van gewichten is even waarschijnlijk." in vast
    assert "De scores blijven zoals zij zijn." in vast
    assert "spreiding" not in vast


@pytest.mark.parametrize(
    ("tabel", "gewichten", "zin"),
    [
        (
            [[80, 40, NAN, NAN], [50, 50, NAN, NAN], [100, 0, NAN, NAN]],
            TWEE,
            "Spreiding telt nu 50 %; van 25 % tot 66,7 % blijft Locatie K0 eerste, daaronder "
            "Locatie K1 en daarboven Locatie K2.",
        ),
        (
            [[90] * 4, [10] * 4],
            None,
            "Spreiding telt nu 25 %; hoe het ook schuift, blijft steeds Locatie K0 eerste.",
        ),
        (
            [[60, 40, 50, 50], [40, 60, 50, 50]],
            None,
            "Spreiding telt nu 25 %; alleen bij 25 % blijven Locatie K0 en Locatie K1 eerste, "
            "daaronder Locatie K1 en daarboven Locatie K0.",
        ),
        (
            [[60] * 4, [90, 40, 40, 40], [90, 40, 40, 40]],
            None,
            "Spreiding telt nu 25 %; van 0 % tot 40 % blijft Locatie K0 eerste, daarboven "
            "Locatie K1 en Locatie K2 samen.",
        ),
        (
            [[NAN, 90, 90, 90]],
            None,
            "Spreiding telt nu 25 %; van 0 % tot 50 % blijft Locatie K0 eerste, daarboven heeft "
            "niemand een rang.",
        ),
        (
            [[60, 10, 10, 10]],
            Gewichten(1, 0, 0, 0),
            "Spreiding telt nu 100 %; het is het enige criterium met gewicht, dus er valt niets "
            "te verschuiven.",
        ),
        (
            [[NAN] * 4],
            None,
            "Spreiding telt nu 25 %; niemand heeft een rang, dus er is geen eerste plaats.",
        ),
    ],
)
def test_hoe_ver_een_gewicht_kan_schuiven(tabel, gewichten, zin):
    beoordeling = maak_beoordeling(tabel, gewichten)
    grens = gewichtsgrenzen(beoordeling)[0]
    assert over_gewicht(grens, eersten(beoordeling), _namen(beoordeling)) == zin


def test_een_andere_rekenwijze():
    beoordeling = maak_beoordeling([[5, 65, 70, 70], [50] * 4, [45] * 4, [30] * 4])
    uit = vergelijk(beoordeling, Rekenwijze.MEETKUNDIG, top=2)
    assert over_rekenwijze(uit, _namen(beoordeling)) == (
        "Met een meetkundig gemiddelde (een lage score is maar ten dele goed te maken met een "
        "hoge) blijft 1 van de 2 locaties bij de eerste twee.",
        "Van elke 100 paren locaties staan er ongeveer 67 in dezelfde volgorde "
        "(Kendall 0,33, Spearman 0,40).",
        "Erbij komt: Locatie K2.",
        "Eraf gaat: Locatie K0.",
        "Het verst verschuift Locatie K0: van plaats 1 naar plaats 3.",
    )


def test_een_andere_rekenwijze_die_niets_verandert():
    beoordeling = maak_beoordeling([[50] * 4, [40] * 4])
    zinnen = over_rekenwijze(vergelijk(beoordeling, Rekenwijze.TOPSIS, 10), _namen(beoordeling))
    assert zinnen[0].endswith("verandert niet wie er bij de eerste tien staat.")
    assert zinnen[0].startswith("Met TOPSIS (")
    assert len(zinnen) == 2
    leeg = maak_beoordeling([[NAN] * 4])
    (zin,) = over_rekenwijze(vergelijk(leeg, Rekenwijze.TOPSIS, 10), _namen(leeg))
    assert zin.endswith("niemand heeft een rang.")


def test_een_lange_rij_namen_wordt_afgekapt():
    laag = [[5, 65, 70, 70]] * 7
    beoordeling = maak_beoordeling([*laag, *([[50] * 4] * 7)])
    uit = vergelijk(beoordeling, Rekenwijze.MEETKUNDIG, top=7)
    eraf = next(zin for zin in over_rekenwijze(uit, _namen(beoordeling)) if "Eraf" in zin)
    assert eraf.endswith("Locatie K4 en nog 2.")
