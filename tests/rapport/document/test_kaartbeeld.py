import shapely

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, ONBEKEND, UITGESLOTEN
from locatieplanner.rapport.document.kaartbeeld import Kaartbeeld, Kaartpunt, Kaartvlak


def _beeld(vlakken, punten=()):
    return Kaartbeeld(
        "Aardam", (0, 0, 1, 1), tuple(vlakken), DICHTHEIDSKLASSEN, tuple(punten), ((0, 0),), "bron"
    )


def test_de_tekst_noemt_klasse_nummer_en_naam():
    vlak = Kaartvlak(shapely.box(0, 0, 1, 1), "Aardam", 1, hoofd=True)
    rand = Kaartvlak(shapely.box(1, 0, 2, 1), "Beekdal", ONBEKEND, hoofd=False)
    punt = Kaartpunt(0.5, 0.5, "3", "Proefweg", UITGESLOTEN, 0, 1)
    alt = _beeld([vlak, rand], [punt]).alt
    assert alt.startswith("Kaart van Aardam.")
    assert "Aardam 2 tot 5." in alt
    assert "Beekdal" not in alt
    assert "3 Proefweg (opvang (gvl, satelliet, rol, azc, aanvullend); score uitgesloten)" in alt
    assert alt.endswith("Bestaande opvang: 1 op deze kaart.")


def test_een_lange_lijst_wordt_een_aantal():
    vlakken = [
        Kaartvlak(shapely.box(0, 0, 1, 1), f"G{nummer:02}", 0, hoofd=True) for nummer in range(20)
    ]
    alt = _beeld(vlakken).alt
    assert "G11 0 tot 2 en nog 8." in alt
    assert "G12" not in alt
    assert "Er staan geen kandidaten op." in alt
