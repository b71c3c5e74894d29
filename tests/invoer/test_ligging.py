import pytest

from locatieplanner.invoer.probleem import LIGGING


@pytest.mark.parametrize(
    ("kop", "rij", "wat"),
    [
        ("naam;type;capaciteit;x;y", "A;azc;300;;", "de ligging ontbreekt"),
        (
            "naam;type;capaciteit;adres;x;y",
            "A;azc;300;Dorpsstraat 1, Assen;;",
            "er staat wel een adres, maar geen coördinaten, en adressen opzoeken staat uit",
        ),
        (
            "naam;type;capaciteit;postcode;huisnummer;x;y",
            "A;azc;300;9401AA;;;",
            "de ligging ontbreekt",
        ),
        (
            "naam;type;capaciteit;adres;x;y",
            "A;azc;300;onbekend;;",
            "de ligging ontbreekt",
        ),
    ],
)
def test_zonder_ligging_staat_er_wat_er_mist(lees, kop, rij, wat):
    goed = f"B{rij[1:-2]};233500;557000"
    invoer = lees(f"{kop}\n{rij}\n{goed}\n".encode(), "proef.csv")
    (fout,) = invoer.fouten
    assert fout.kolom == LIGGING
    assert wat in fout.wat
    assert len(invoer.kandidaten) == 1
