import numpy as np
import pytest

from locatieplanner.domein.klassen import (
    DICHTHEIDSKLASSEN,
    NIET_GETOOND,
    ONBEKEND,
    SCOREKLASSEN,
    UITGESLOTEN,
)


def test_een_grens_hoort_bij_de_hogere_klasse():
    codes = SCOREKLASSEN.klasse_van([0, 19.9, 20, 40, 60, 79.99, 80, 100])
    assert codes.tolist() == [0, 0, 1, 2, 3, 3, 4, 4]


def test_onbekend_is_nooit_de_laagste_klasse():
    assert SCOREKLASSEN.klasse_van([np.nan, np.inf, -np.inf]).tolist() == [ONBEKEND] * 3
    assert DICHTHEIDSKLASSEN.klasse_van([0.0, np.nan]).tolist() == [0, ONBEKEND]


def test_uitsluiting_gaat_voor_onbekend_en_de_keuze_voor_alles():
    codes = SCOREKLASSEN.klasse_van(
        [50, np.nan, 50, 50],
        uitgesloten=[False, True, True, False],
        getoond=[True, True, False, False],
    )
    assert codes.tolist() == [2, UITGESLOTEN, NIET_GETOOND, NIET_GETOOND]


def test_invoer_blijft_onveranderd():
    waarden = np.array([10.0, np.nan])
    SCOREKLASSEN.klasse_van(waarden, uitgesloten=np.array([True, False]))
    np.testing.assert_array_equal(waarden, [10.0, np.nan])


@pytest.mark.parametrize("klassen", [SCOREKLASSEN, DICHTHEIDSKLASSEN], ids=lambda k: k.titel)
def test_elke_klasse_is_duidelijk_donkerder_dan_de_vorige(klassen):
    def lichtheid(kleur):
        delen = np.array([int(kleur[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        lineair = np.where(delen <= 0.04045, delen / 12.92, ((delen + 0.055) / 1.055) ** 2.4)
        return 116 * np.cbrt(lineair @ [0.2126, 0.7152, 0.0722]) - 16

    stappen = np.diff([lichtheid(kleur) for kleur in klassen.kleuren])
    assert (stappen < -7).all()


def test_gemeenten_zijn_grijs_zodat_zij_niet_op_kandidaten_lijken():
    def bontheid(kleur):
        delen = [int(kleur[i : i + 2], 16) for i in (1, 3, 5)]
        return max(delen) - min(delen)

    assert max(bontheid(kleur) for kleur in DICHTHEIDSKLASSEN.kleuren) < 20
    assert min(bontheid(kleur) for kleur in SCOREKLASSEN.kleuren) > 40
