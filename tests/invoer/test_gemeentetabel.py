import pytest

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.gemeentetabel import (
    GEREALISEERD,
    VASTE_PLAATSEN,
    gemeentesjabloon,
    lees_gemeentetabel,
)
from tests.omgeving import maak_gemeenten

GEMEENTEN = maak_gemeenten()


def lees(tekst, soort=VASTE_PLAATSEN, naam="tabel.csv"):
    inhoud = tekst if isinstance(tekst, bytes) else tekst.encode()
    return lees_gemeentetabel(inhoud, naam, GEMEENTEN, soort)


def zinnen(invoer):
    return [probleem.zin for probleem in invoer.problemen]


def test_vaste_plaatsen_per_gemeente():
    invoer = lees("gemeentecode;gemeente;plaatsen\nGM0001;;1.200\n;Beekdal;0\nGM0003;;\n")
    assert invoer.per_gemeente == {"GM0001": 1200, "GM0002": 0}
    assert invoer.problemen == ()


@pytest.mark.parametrize("kop", ["gemeente;Aantal", "Gemeentenaam;plekken", "naam;vast"])
def test_andere_kolomnamen(kop):
    assert lees(f"{kop}\nAardam;5\n").per_gemeente == {"GM0001": 5}


def test_gerealiseerd_per_halfjaar():
    invoer = lees(
        "gemeente;halfjaar;gehuisvest\nAardam;2026-I;12\nAardam;2026-II;0\nBeekdal;2026 H1;7\n"
        "Beekdal;2026-II;\n",
        GEREALISEERD,
    )
    assert invoer.problemen == ()
    assert invoer.rijen.to_dict("list") == {
        "gemeentecode": ["GM0001", "GM0001", "GM0002"],
        "aantal": [12, 0, 7],
        "halfjaar": ["2026-I", "2026-II", "2026-I"],
    }


def test_alle_problemen_tegelijk_met_rij_en_kolom():
    invoer = lees(
        "gemeente;halfjaar;gerealiseerd\n"
        "Ardam;2026-I;3\n"
        "Beekdal;2026-III;4\n"
        "Cromhoek;;veel\n"
        "Duinrand;2026-I;-1\n"
        "Eemwoud;2026-I;3\n"
        "Eemwoud;2026-I;4\n",
        GEREALISEERD,
    )
    assert invoer.rijen.empty
    assert [(p.rij, p.kolom, p.wat) for p in invoer.fouten] == [
        (2, "gemeente", "er is geen gemeente met deze naam"),
        (3, "halfjaar", "dit is geen halfjaar"),
        (4, "gerealiseerd", "dit is geen getal"),
        (4, "halfjaar", "het halfjaar ontbreekt"),
        (5, "gerealiseerd", "een aantal kan niet negatief zijn"),
        (7, None, "deze gemeente staat er al voor dit halfjaar"),
    ]


@pytest.mark.parametrize(
    ("tekst", "soort", "melding"),
    [
        ("gemeente\nAardam\n", VASTE_PLAATSEN, "de kolom plaatsen ontbreekt"),
        ("plaatsen\n3\n", VASTE_PLAATSEN, "een kolom gemeentecode of gemeente ontbreekt"),
        ("gemeente;aantal\nAardam;3\n", GEREALISEERD, "de kolom halfjaar ontbreekt"),
        ("gemeente;plaatsen;plekken\nAardam;1;2\n", VASTE_PLAATSEN, "betekenen allebei plaatsen"),
        ("gemeente;plaatsen\n", VASTE_PLAATSEN, "geen enkele rij"),
        ("gemeente;plaatsen;bsn\nAardam;1;2\n", VASTE_PLAATSEN, "gegevens over personen"),
    ],
)
def test_een_kop_die_niet_klopt(tekst, soort, melding):
    invoer = lees(tekst, soort)
    assert invoer.rijen.empty
    assert any(melding in zin for zin in zinnen(invoer)), zinnen(invoer)
    assert invoer.fouten


def test_een_kolom_die_niet_gebruikt_wordt_is_alleen_een_melding():
    invoer = lees("gemeente;plaatsen;kleur\nAardam;1;rood\n")
    assert zinnen(invoer) == ["Het bestand: niet gebruikt: 'kleur'."]
    assert invoer.per_gemeente == {"GM0001": 1}


def test_alleen_csv():
    with pytest.raises(BestandFout, match=r"als CSV, met de kolommen gemeentecode, gemeente en"):
        lees(b"PK\x03\x04", naam="tabel.xlsx")


def test_het_sjabloon_leest_terug_en_telt_als_niets_ingevuld():
    for soort, halfjaren, rijen in (
        (VASTE_PLAATSEN, (), 6),
        (GEREALISEERD, (Halfjaar(2026, 1), Halfjaar(2026, 2)), 12),
    ):
        sjabloon = gemeentesjabloon(GEMEENTEN, soort, halfjaren)
        assert len(sjabloon.decode("utf-8-sig").splitlines()) == rijen + 1
        invoer = lees(sjabloon, soort)
        assert invoer.problemen == ()
        assert invoer.rijen.empty
    gevuld = gemeentesjabloon(GEMEENTEN, VASTE_PLAATSEN).replace(b"Aardam;", b"Aardam;7")
    assert lees(gevuld).per_gemeente == {"GM0001": 7}
