import pytest

from locatieplanner.bronnen.taakstelling import BESTAND, lees_taakstelling
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import LaagFout


def test_de_ingebouwde_taakstelling_en_wat_ervan_onbekend_is():
    taakstelling = lees_taakstelling()
    assert list(taakstelling) == sorted(taakstelling)
    assert taakstelling[Halfjaar(2025, 2)].vergunninghouders == 13_000
    assert taakstelling[Halfjaar(2024, 1)].herkomst.toelichting == "14.271 gehuisvest"
    onbekend = [str(h) for h, rij in taakstelling.items() if rij.vergunninghouders is None]
    assert onbekend == ["2024-II", "2026-I", "2026-II"]
    assert all(
        (rij.vergunninghouders is None) == (rij.herkomst.status is Status.ONBEKEND)
        for rij in taakstelling.values()
    )


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("2021-II,", "2021-III,", "regel 3: '2021-III' is geen halfjaar"),
        ("2021-II,", "2021-I,", "2021-I staat er dubbel"),
        ("13000", "13.000", "regel 11: '13.000' is geen aantal"),
        ("11000,gepubliceerd", "11000,zeker", "regel 3: 'zeker' is geen status"),
        ("vergunninghouders", "aantal", "mist de kolom vergunninghouders"),
    ],
)
def test_wat_niet_klopt(kopie, oud, nieuw, melding):
    pad = kopie / BESTAND
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(LaagFout, match=melding):
        lees_taakstelling(kopie)
