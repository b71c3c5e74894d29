"""Persoonsgegevens herkennen: aan de naam van een kolom, en in vrije tekst."""

import re
from collections.abc import Sequence

import pandas as pd

from locatieplanner.domein.notatie import opsomming
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.probleem import NIET_GETOOND, Probleem, bestandsfout, per_rij

_PRECIES = frozenset(
    {
        "bsn", "sofi", "sofinummer", "vnummer", "vnr", "tel", "telnr", "telefoonnr", "gsm",
        "mobiel", "mobielnummer", "mail", "geslacht", "gender", "sekse", "leeftijd", "geloof",
        "religie", "ras", "iban", "initialen", "voorletters", "tussenvoegsel", "roepnaam",
        "paspoort", "bewoner", "bewonersnaam", "naambewoner", "naamvanbewoner", "gebdat",
        "gebdatum", "dob", "firstname", "lastname", "surname", "huwelijksestaat",
        "burgerlijkestaat", "asielnummer", "dossiernummer", "inwilligingsdatum", "herkomstland",
        "landvanherkomst", "geboorteland", "gezondheid",
    }
)  # fmt: skip
_BEVAT = re.compile(
    "burgerservice|bsnnummer|bsnnr|geboorte|voornaam|achternaam|familienaam|nationaliteit|"
    "nationality|etniciteit|afkomst|landvanherkomst|herkomstland|mailadres|email(?!l)|telefoon|"
    "contact|paspoortnummer|documentnummer|verblijfsvergunning|vreemdelingennummer|"
    "clientnummer|clientnr|clientnaam|rekeningnummer|godsdienst|gezondheidsgegeven|"
    "gezondheidstoestand|gezondheidsklacht|diagnose|medischeg|strafblad|gezinslid|gezinsleden|birth"
)
_MAIL = re.compile(r"(?:^|[^a-z])(?:e[ -]?)?mail(?:$|[^a-z])")

# Bijna elke cel valt hierop af, zonder de uitdrukkingen hierna te proberen.
_VERDACHT = r"@|\d[\d .-]{6,}\d"
_NUMMER = r"(?<![\w.-])((?:\d[ .-]?){7,8}\d)(?![\w-])"
_BSN_WOORD = r"\b(?:bsn|burgerservice(?:nummer|nr)|sofi(?:nummer|nr)?)"
_BSN = (
    re.compile(rf"{_BSN_WOORD}\D{{0,15}}((?:\d[ .-]?){{7,8}}\d)(?![\w-])", re.IGNORECASE),
    re.compile(rf"{_NUMMER}\W{{0,5}}{_BSN_WOORD}\b", re.IGNORECASE),
    re.compile(r"^((?:\d[ .-]?){8}\d)$"),
)
_MOBIEL = re.compile(
    r"(?<![\d/-])(?<!\d\.)(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|0)6[ .-]?"
    r"(?:\d{8}|\d{2}([ .-])\d{2}\1\d{2}\1\d{2}|(?!19|20)\d{4} \d{4}|\d{3} \d{2} \d{3}|"
    r"\d{3} \d{3} \d{2})(?!\d)"
)
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}\.[\w.-]{0,200}[^\W\d_]")


def is_persoonsgegeven(naam: str) -> bool:
    """Of een kolomnaam op gegevens over personen wijst."""
    kern = sleutel(naam)
    return bool(kern in _PRECIES or _BEVAT.search(kern) or _MAIL.search(naam.casefold()))


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


def toets_vrije_tekst(tekst: pd.Series, kolom: str) -> list[Probleem]:
    """Zoek in vrije tekst een burgerservicenummer, mobiel nummer of e-mailadres.

    Parameters
    ----------
    tekst : Series of str
        Schone tekst; index: rijnummers.
    kolom : str
        Naam van de kolom in het bestand.

    Returns
    -------
    problemen : list of Probleem
        Een fout per rij, zonder de waarde te tonen.
    """
    verdacht = tekst[tekst.str.contains(_VERDACHT, regex=True)]
    gevonden = {rij: wat for rij, cel in verdacht.items() if (wat := _vind(cel))}
    return per_rij(
        pd.Series(tekst.index.isin(list(gevonden)), index=tekst.index),
        kolom,
        pd.Series(NIET_GETOOND, index=tekst.index),
        lambda rij: (
            f"in deze cel staat {opsomming(gevonden[rij])}; "
            "persoonsgegevens mogen niet worden geladen"
        ),
        "haal het weg",
    )


def _vind(cel: str) -> list[str]:
    wat = []
    if any(_is_bsn(treffer) for patroon in _BSN for treffer in patroon.findall(cel)):
        wat.append("een burgerservicenummer (BSN)")
    if _MOBIEL.search(cel):
        wat.append("een mobiel telefoonnummer")
    if _EMAIL.search(cel):
        wat.append("een e-mailadres")
    return wat


def _is_bsn(nummer: str) -> bool:
    """Of een nummer aan de elfproef voor burgerservicenummers voldoet."""
    cijfers = [int(teken) for teken in nummer if teken.isdecimal()]
    cijfers = [0] * (9 - len(cijfers)) + cijfers
    som_ = sum(w * c for w, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), cijfers, strict=True))
    return any(cijfers) and som_ % 11 == 0
