import pytest

from locatieplanner.bronnen.begrippen import begrippenlijst, lees_begrippen, lees_verantwoording
from locatieplanner.bronnen.tabellen import lees_locatietypen
from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import LaagFout


def test_elk_begrip_wordt_op_een_plek_uitgelegd():
    lijst = begrippenlijst({"spreiding": "Draagt elke gemeente haar deel?"})
    namen = [begrip.naam.lower() for begrip in lijst]
    assert len(set(namen)) == len(namen)
    assert namen == sorted(namen)
    assert {str(status) for status in Status} | {"spreiding"} <= set(namen)
    assert {soort.naam for soort in lees_locatietypen().values()} <= set(namen)


@pytest.mark.parametrize("begrip", lees_begrippen().values(), ids=lambda begrip: begrip.naam)
def test_een_uitleg_is_een_paar_hele_zinnen(begrip):
    assert begrip.uitleg.endswith(".")
    assert begrip.uitleg[0].isupper()
    assert 20 < len(begrip.uitleg) < 220
    assert begrip.bron


def test_verantwoording_zegt_wat_het_niet_doet_en_niet_weet():
    rubrieken = {rubriek.id: rubriek for rubriek in lees_verantwoording()}
    assert {"doel", "wel", "niet", "gebruik", "toezicht", "grenzen"} == set(rubrieken)
    assert all(rubriek.naam and rubriek.punten for rubriek in rubrieken.values())


@pytest.mark.parametrize(
    ("bestand", "inhoud", "lees"),
    [
        ("begrippen.toml", '[plan]\nnaam = "plan"\n', lees_begrippen),
        ("verantwoording.toml", '[doel]\npunten = ["x"]\n', lees_verantwoording),
    ],
)
def test_een_veld_dat_mist_is_een_melding(tmp_path, bestand, inhoud, lees):
    (tmp_path / bestand).write_text(inhoud, encoding="utf-8")
    with pytest.raises(LaagFout, match=bestand):
        lees(tmp_path)
