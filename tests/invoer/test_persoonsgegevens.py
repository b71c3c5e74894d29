import pytest

from locatieplanner.invoer.kolommen import VARIANTEN
from locatieplanner.invoer.persoonsgegevens import is_persoonsgegeven, vind_persoonsgegevens


@pytest.mark.parametrize(
    "naam",
    ["BSN", "bsn_nummer", "Geboortedatum", "geboorte datum", "Voornaam", "achternaam",
     "Nationaliteit", "Herkomstland", "land van herkomst", "E-mail", "e-mailadres", "email",
     "email_eigenaar", "Telefoon", "telefoonnummer 1", "mobiel", "V-nummer", "Cliëntnummer",
     "contactpersoon", "geslacht", "Leeftijd", "religie", "IBAN", "naam bewoner"],
)  # fmt: skip
def test_persoonsgegevens_worden_herkend(naam):
    assert is_persoonsgegeven(naam)


def test_gewone_kolommen_niet():
    for naam in (
        *(naam for namen in VARIANTEN.values() for naam in namen),
        "aandeel_amv", "gemeente", "oppervlakte", "bouwjaar", "hotel", "aantal gezinnen", "perceel",
        "contractvorm", "land", "woonplaats", "leeftijd gebouw", "medewerkers", "omgeving",
    ):  # fmt: skip
        assert not is_persoonsgegeven(naam), naam


def test_melding_blokkeert_en_toont_geen_waarden():
    (probleem,) = vind_persoonsgegevens(["oppervlakte", "BSN"])
    assert probleem.zin == (
        "Kolom BSN: deze kolom lijkt gegevens over personen te bevatten; persoonsgegevens mogen "
        "niet worden geladen. Herstel: verwijder de kolom uit het bestand en laad het opnieuw; "
        "voor de mix zijn alleen aandelen per groep nodig."
    )
    assert probleem.rij is None
    assert probleem.waarde == ""
