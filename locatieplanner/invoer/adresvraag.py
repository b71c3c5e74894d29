"""Het adres van een rij, uit een of meer kolommen, als één vraag."""

import pandas as pd

from locatieplanner.invoer.adresgelijkenis import bevat, woorden
from locatieplanner.invoer.kolommen import (
    ADRES,
    ADRESKOLOMMEN,
    HUISLETTER,
    HUISNUMMER,
    PLAATS,
    POSTCODE,
    TOEVOEGING,
)
from locatieplanner.invoer.kopregel import Kop
from locatieplanner.invoer.teksten import is_leeg


def adresteksten(kop: Kop, rijen: pd.Index) -> dict[str, pd.Series]:
    """Geef de kolommen van het adres als schone tekst; wat niet ingevuld is, is leeg."""
    teksten = {kolom: kop.tekst(kolom, rijen) for kolom in ADRESKOLOMMEN if kolom in kop.kolommen}
    return {kolom: tekst.mask(is_leeg(tekst), "") for kolom, tekst in teksten.items()}


def adresvragen(kop: Kop, rijen: pd.Index) -> pd.Series:
    """Geef van elke rij het adres, zoals ``Dorpsstraat 12A-2, 1234AB Assen``.

    Parameters
    ----------
    kop : Kop
        Met de kolommen van het bestand.
    rijen : Index
        Rijnummers waarvan het adres gevraagd wordt.

    Returns
    -------
    Series of str
        Leeg waar geen adres staat: er is geen ``adres``, en geen ``postcode`` met ``huisnummer``.
    """
    teksten = adresteksten(kop, rijen)
    leeg = pd.Series("", index=rijen, dtype="str")
    kolommen = [teksten.get(kolom, leeg) for kolom in ADRESKOLOMMEN]
    vragen = [
        _vraag(dict(zip(ADRESKOLOMMEN, delen, strict=True)))
        for delen in zip(*kolommen, strict=True)
    ]
    return pd.Series(vragen, index=rijen, dtype="str")


def heeft_adres(kop: Kop, rijen: pd.Series) -> pd.Series:
    """Of een rij een adres heeft; alleen waar `rijen` waar is wordt gekeken."""
    bekeken = rijen.index[rijen.to_numpy(dtype=bool)]
    return (adresvragen(kop, bekeken) != "").reindex(rijen.index, fill_value=False)


def _vraag(deel: dict[str, str]) -> str:
    adres = deel[ADRES]
    if not adres and not (deel[POSTCODE] and deel[HUISNUMMER]):
        return ""
    gegeven = woorden(adres)
    toevoeging = deel[TOEVOEGING].strip("- ")
    nummer = f"{deel[HUISNUMMER]}{deel[HUISLETTER]}{f'-{toevoeging}' if toevoeging else ''}"
    if deel[HUISNUMMER] and not bevat(gegeven, woorden(nummer)):
        adres = f"{adres} {nummer}".strip()
    # Een adres dat voluit geschreven is, krijgt postcode en plaats niet nog eens.
    achter = [
        deel[kolom] for kolom in (POSTCODE, PLAATS) if not bevat(gegeven, woorden(deel[kolom]))
    ]
    return ", ".join(filter(None, (adres, " ".join(filter(None, achter)))))
