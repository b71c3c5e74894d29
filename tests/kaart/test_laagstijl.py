import numpy as np
import pytest

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, SCOREKLASSEN
from locatieplanner.kaart.laagstijl import UITERLIJK, Laagstijl


def rgb(kleur):
    return np.array([int(kleur[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def lab(kleur):
    xyz = naar_lineair(kleur) @ np.array(
        [[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]]
    )
    x, y, z = np.cbrt(xyz / [0.9505, 1.0, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


# Viénot e.a. (1999): hoe een kleur eruitziet zonder groene of rode kegeltjes.
DEUTERANOOP = np.array([[0.2928, 0.7072, 0.0], [0.2928, 0.7072, 0.0], [-0.0223, 0.0223, 1.0]])
PROTANOOP = np.array([[0.1124, 0.8876, 0.0], [0.1124, 0.8876, 0.0], [0.0040, -0.0040, 1.0]])


def zonder_groen(kleur):
    return _zonder(DEUTERANOOP, kleur)


def zonder_rood(kleur):
    return _zonder(PROTANOOP, kleur)


def _zonder(omzetting, kleur):
    # De omzetting geldt voor licht, dus voor de kleur zonder gamma.
    lineair = np.clip(omzetting @ naar_lineair(rgb(kleur)), 0, 1)
    return np.where(lineair <= 0.0031308, 12.92 * lineair, 1.055 * lineair ** (1 / 2.4) - 0.055)


def naar_lineair(kleur):
    return np.where(kleur <= 0.04045, kleur / 12.92, ((kleur + 0.055) / 1.055) ** 2.4)


def test_elke_stijl_heeft_een_uiterlijk_en_een_nummer():
    assert set(UITERLIJK) == set(Laagstijl)
    assert [stijl.nummer for stijl in Laagstijl] == [0, 1, 2, 3]


def test_zonder_kleur_zijn_de_stijlen_te_onderscheiden():
    def arceringen(stijl):
        return {patroon.arcering for patroon in UITERLIJK[stijl].patronen}

    assert arceringen(Laagstijl.CONTEXT) == {""}
    assert "" not in arceringen(Laagstijl.UITSLUITING) | arceringen(Laagstijl.AANDACHTSPUNT)
    assert not arceringen(Laagstijl.UITSLUITING) & arceringen(Laagstijl.AANDACHTSPUNT)
    # De rand van een uitsluiting is doorgetrokken, die van een aandachtspunt niet.
    assert all(not patroon.streep for patroon in UITERLIJK[Laagstijl.UITSLUITING].patronen)
    assert all(patroon.streep for patroon in UITERLIJK[Laagstijl.AANDACHTSPUNT].patronen)


@pytest.mark.parametrize("stijl", Laagstijl)
def test_lagen_van_dezelfde_stijl_zijn_uit_elkaar_te_houden(stijl):
    patronen = UITERLIJK[stijl].patronen
    assert len(set(patronen)) == len(patronen)


@pytest.mark.parametrize("zien", [rgb, zonder_groen, zonder_rood])
@pytest.mark.parametrize("stijl", [s for s in Laagstijl if s is not Laagstijl.CONTEXT])
def test_een_laag_lijkt_op_geen_klasse(stijl, zien):
    eigen = lab(zien(UITERLIJK[stijl].kleur))
    for kleur in (*SCOREKLASSEN.kleuren, *DICHTHEIDSKLASSEN.kleuren):
        assert np.linalg.norm(eigen - lab(zien(kleur))) > 20, kleur


@pytest.mark.parametrize("stijl", Laagstijl)
def test_een_lijn_is_op_elke_gemeente_te_zien(stijl):
    donkerste = min(lab(rgb(kleur))[0] for kleur in DICHTHEIDSKLASSEN.kleuren)
    assert lab(rgb(UITERLIJK[stijl].kleur))[0] < donkerste - 10
