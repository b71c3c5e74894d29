import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.kaart.klassen import TEKENS, pak, pak_uit


@given(st.lists(st.integers(0, 7), max_size=400))
def test_inpakken_en_uitpakken_geeft_hetzelfde(codes):
    tekst = pak(codes)
    assert len(tekst) == (len(codes) + 1) // 2
    assert set(tekst) <= set(TEKENS)
    assert pak_uit(tekst, len(codes)).tolist() == codes


@pytest.mark.parametrize("codes", [[8], [-1], [0, 99]])
def test_een_code_buiten_bereik_is_een_fout(codes):
    with pytest.raises(ValueError, match="tussen 0 en 7"):
        pak(codes)


def test_tekens_zijn_overal_veilig():
    # Geen teken dat in een script, een adres of het sjabloon van de kaart iets betekent.
    assert len(set(TEKENS)) == 64
    assert not set(TEKENS) & set("_'\"\\<>&{}`$/")
