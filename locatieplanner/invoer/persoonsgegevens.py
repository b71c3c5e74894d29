"""Persoonsgegevens herkennen aan de naam van een kolom: die horen nergens in het programma."""

import re
from collections.abc import Sequence

from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.probleem import Probleem, bestandsfout

_PRECIES = frozenset(
    {
        "bsn", "sofi", "sofinummer", "vnummer", "vnr", "tel", "telnr", "telefoonnr", "gsm",
        "mobiel", "mobielnummer", "mail", "geslacht", "gender", "sekse", "leeftijd", "geloof",
        "religie", "ras", "iban", "initialen", "voorletters", "tussenvoegsel", "roepnaam",
        "paspoort", "contact", "bewoner", "bewonersnaam", "naambewoner", "naamvanbewoner", "gebdat",
        "gebdatum", "dob", "firstname", "lastname", "surname", "huwelijksestaat",
        "burgerlijkestaat", "asielnummer", "dossiernummer", "inwilligingsdatum", "herkomstland",
        "landvanherkomst", "geboorteland",
    }
)  # fmt: skip
_BEVAT = re.compile(
    "burgerservice|bsnnummer|bsnnr|geboorte|voornaam|achternaam|familienaam|nationaliteit|"
    "nationality|etniciteit|afkomst|landvanherkomst|herkomstland|emailadres|telefoon|"
    "contactpersoon|paspoortnummer|documentnummer|verblijfsvergunning|vreemdelingennummer|"
    "clientnummer|clientnr|clientnaam|rekeningnummer|godsdienst|gezondheid|diagnose|medischeg|"
    "strafblad|gezinslid|gezinsleden|birth"
)
_EMAIL = re.compile(r"(^|[^a-z])e-?mail")


def is_persoonsgegeven(naam: str) -> bool:
    """Of een kolomnaam op gegevens over personen wijst."""
    kern = sleutel(naam)
    return bool(kern in _PRECIES or _BEVAT.search(kern) or _EMAIL.search(naam.casefold()))


def vind_persoonsgegevens(namen: Sequence[str]) -> list[Probleem]:
    """Geef per kolom met persoonsgegevens een fout die het bestand blokkeert.

    De waarden zelf worden niet getoond en niet bewaard.
    """
    return [
        bestandsfout(
            "deze kolom lijkt gegevens over personen te bevatten; persoonsgegevens mogen niet "
            "worden geladen",
            "verwijder de kolom uit het bestand en laad het opnieuw; voor de mix zijn alleen "
            "aandelen per groep nodig",
            kolom=naam,
        )
        for naam in namen
        if is_persoonsgegeven(naam)
    ]
