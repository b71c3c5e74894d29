from locatieplanner.domein.kaarttekens import GROOTTES, VORMEN
from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, ONBEKEND, SCOREKLASSEN, UITGESLOTEN
from locatieplanner.kaart.legenda import legenda, randlegenda
from locatieplanner.kaart.vormen import RANDEN


def test_alles_op_de_kaart_staat_in_de_legenda():
    regels = [regel for blok in legenda() for regel in blok.regels]
    teksten = [regel.tekst for regel in regels]
    for verwacht in (
        *SCOREKLASSEN.namen,
        *DICHTHEIDSKLASSEN.labels,
        DICHTHEIDSKLASSEN.onbekend,
        *(grootte.label for grootte in GROOTTES),
        *(vorm.label for vorm in VORMEN),
    ):
        assert verwacht in teksten
    assert {regel.soort for regel in regels} == {"gemeente", "kandidaat", "opvang", "gekozen"}


def test_elke_kleurenschaal_heeft_titel_eenheid_en_onbekend():
    score, *_, dichtheid = legenda()
    assert score.titel
    assert "punten" in score.eenheid
    assert dichtheid.eenheid == "plaatsen per 1.000 inwoners"
    assert {ONBEKEND, UITGESLOTEN} <= {regel.klasse for regel in score.regels}
    assert dichtheid.regels[-1].klasse == ONBEKEND


def test_een_blok_is_gewone_gegevens():
    blok = legenda()[0].als_dict()
    assert blok["regels"][0] == {
        "tekst": "0 tot 20",
        "soort": "kandidaat",
        "klasse": 0,
        "vorm": 0,
        "grootte": 1,
        "rand": 0,
    }


def test_elke_rand_staat_in_zijn_legenda():
    regels = randlegenda().regels
    assert [(regel.tekst, regel.rand) for regel in regels] == list(
        zip(RANDEN, range(len(RANDEN)), strict=True)
    )
