import pytest

from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.fouten import InvoerFout


@pytest.mark.parametrize("naam", PROVINCIES)
def test_elke_provincie_ook_in_hoofdletters_en_met_ruimte(naam):
    assert lees_provincie(f" {naam.upper()} ") == naam


def test_fryslan_is_friesland():
    assert lees_provincie("fryslân") == "Friesland"


def test_anders_een_wenk_en_alle_namen():
    with pytest.raises(InvoerFout, match=r"Bedoelt u Noord-Holland\? Kies uit: Groningen") as fout:
        lees_provincie("noord-holand")
    assert str(fout.value).endswith("Limburg.")
