import pytest

from locatieplanner.invoer.adresgelijkenis import bevat, past, verwant, woorden
from tests.invoer.adreszoeker import vondst

HIER = vondst("Riouwstraat", "12A-2", "2022ZJ", "Haarlem")
KAAL = vondst("Riouwstraat", "12", "2022ZJ", "Haarlem")


def test_woorden_zonder_accenten_leestekens_en_hoofdletters():
    assert woorden("Café Zoë-straat 12A-2") == ["cafe", "zoe", "straat", "12", "a", "2"]
    assert woorden("’s-Gravenhage") == woorden("Den Haag") == woorden("s Gravenhage")
    assert woorden("'s-Hertogenbosch") == woorden("Den Bosch")
    assert woorden("'s-Gravenhaagseweg") == ["s", "gravenhaagseweg"]
    assert woorden(" - ") == []


def test_een_deel_staat_aaneen():
    assert bevat(["a", "b", "c"], ["b", "c"])
    assert not bevat(["a", "b", "c"], ["a", "c"])
    assert not bevat(["a"], [])


@pytest.mark.parametrize(
    "vraag",
    [
        "Riouwstraat 12A-2, 2022ZJ Haarlem",
        "riouwstraat 12 a 2 haarlem",
        "Riouwstraat 12a/2",
        "2022 ZJ 12-A-2",
        "Riouwstraat nr. 12A2, Haarlem, Nederland",
        "Haarlem, Riouwstraat 12A-2",
    ],
)
def test_hetzelfde_adres_anders_geschreven(vraag):
    assert past(vraag, HIER)


@pytest.mark.parametrize(
    "vraag",
    [
        "Riouwstraat 12",
        "Riouwstraat 12A",
        "Riouwstraat 122",
        "Riouwstraat 2-12A",
        "Riouwstraat 12A-2 hs",
        "Riouwstraat 12A-2, 2022ZK Haarlem",
        "Riouwstraat 12A-2, Heemstede",
        "Riouwkade 12A-2, Haarlem",
        "Haarlem 12A-2",
        "Riouwstraat Haarlem",
        "",
    ],
)
def test_een_ander_adres_past_nooit(vraag):
    assert not past(vraag, HIER)


def test_een_kaal_nummer_is_niet_dat_met_een_letter():
    assert past("Riouwstraat 12 Haarlem", KAAL)
    assert not past("Riouwstraat 12A Haarlem", KAAL)


@pytest.mark.parametrize(
    ("straat", "nummer", "vraag"),
    [
        ("Plein 1944", "12", "Plein 1944 12, Haarlem"),
        ("1e Jan Steenstraat", "1", "1e Jan Steenstraat 1 Haarlem"),
        ("Haarlem", "3", "Haarlem 3 Haarlem"),
    ],
)
def test_straten_met_een_getal_of_de_naam_van_de_plaats(straat, nummer, vraag):
    assert past(vraag, vondst(straat, nummer, "2022ZJ", "Haarlem"))


def test_een_plaats_zonder_straat_past_niet():
    plaats = vondst("", "", "", "Haarlem")
    assert not past("Haarlem", plaats)
    assert not past("Riouwstraat 1 Haarlem", plaats)


@pytest.mark.parametrize(
    ("vraag", "ja"),
    [
        ("Rioustraat 12", True),
        ("2022 zj 999", True),
        ("Molenweg 12", False),
        ("Haarlem 12", False),
    ],
)
def test_wat_bedoeld_kan_zijn(vraag, ja):
    assert verwant(vraag, HIER) is ja
