import pandas as pd
import pytest

from locatieplanner.invoer.adresvraag import adresteksten, adresvragen, heeft_adres
from locatieplanner.invoer.kopregel import lees_kop


def _kop(groepen, **kolommen):
    rijen = range(2, 2 + len(next(iter(kolommen.values()))))
    gegevens = pd.DataFrame(kolommen, index=rijen, dtype=object)
    return lees_kop(gegevens, groepen, heeft_geometrie=False), gegevens.index


@pytest.mark.parametrize(
    ("kolommen", "vraag"),
    [
        ({"adres": "Dorpsstraat 12, Assen"}, "Dorpsstraat 12, Assen"),
        ({"postcode": "9401 AA", "huisnummer": 12.0}, "12, 9401 AA"),
        (
            {"straat": "Dorpsstraat", "huisnr": "12", "huisletter": "A", "toev": "-2",
             "pc": "9401AA", "woonplaats": "Assen"},
            "Dorpsstraat 12A-2, 9401AA Assen",
        ),
        (
            {"adres": "Dorpsstraat 12 a, 9401AA Assen", "huisnummer": "12", "huisletter": "A",
             "postcode": "9401 aa", "plaats": "Assen"},
            "Dorpsstraat 12 a, 9401AA Assen",
        ),
        ({"adres": "Dorpsstraat 12", "plaats": "Assen"}, "Dorpsstraat 12, Assen"),
        ({"adres": "Plein 1944", "huisnummer": "3"}, "Plein 1944 3"),
        ({"adres": "?", "postcode": "9401AA", "huisnummer": "nb"}, ""),
        ({"postcode": "9401AA", "huisnummer": ""}, ""),
        ({"huisnummer": "12", "plaats": "Assen"}, ""),
        ({"naam": "A"}, ""),
    ],
)  # fmt: skip
def test_kolommen_worden_een_vraag(kolommen, vraag, aandachtsgroepen):
    kop, rijen = _kop(aandachtsgroepen, **{naam: [waarde] for naam, waarde in kolommen.items()})
    assert adresvragen(kop, rijen).tolist() == [vraag]


def test_alleen_de_gevraagde_rijen_en_alleen_het_adres(aandachtsgroepen):
    kop, _ = _kop(aandachtsgroepen, adres=["A 1", "-", "C 3"], eigenaar=["x", "y", "z"])
    assert adresvragen(kop, pd.Index([3, 4])).to_dict() == {3: "", 4: "C 3"}
    assert list(adresteksten(kop, pd.Index([2]))) == ["adres"]
    assert adresvragen(kop, pd.Index([], dtype="int64")).empty


def test_of_er_een_adres_staat_wordt_alleen_bekeken_waar_het_ertoe_doet(aandachtsgroepen):
    kop, rijen = _kop(aandachtsgroepen, adres=["A 1", "-", "C 3"])
    kijk = pd.Series([True, True, False], index=rijen)
    assert heeft_adres(kop, kijk).to_dict() == {2: True, 3: False, 4: False}
    assert not heeft_adres(kop, ~kijk & False).any()
