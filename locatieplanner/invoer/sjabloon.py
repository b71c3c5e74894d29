"""Het sjabloon: een leeg bestand met twee voorbeeldrijen om zelf in te vullen."""

import csv
import io
from collections.abc import Mapping

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep

_KOLOMMEN = (
    "id",
    "naam",
    "x",
    "y",
    "adres",
    "type",
    "capaciteit",
    "woningen",
    "beschikbaar_van",
    "beschikbaar_tot",
    "status",
    "gedeelde_voorzieningen",
    "eigenaar",
    "bron",
    "toelichting",
)
_FICTIEF = "fictief voorbeeld, vervang deze rij"
_VOORBEELDEN: tuple[Mapping[str, str], ...] = (
    {
        "id": "K001",
        "naam": "Voorbeeld Stationsweg",
        "x": "155000",
        "y": "463000",
        "type": "rol",
        "capaciteit": "120",
        "beschikbaar_van": "1-5-2027",
        "beschikbaar_tot": "30-4-2037",
        "status": "verkenning",
        "gedeelde_voorzieningen": "ontmoetingsruimte",
        "eigenaar": "gemeente",
        "bron": "sjabloon",
        "toelichting": _FICTIEF,
    },
    {
        "id": "K002",
        "naam": "Voorbeeld Molenveld",
        "x": "233500",
        "y": "581200",
        "type": "gemengd",
        "capaciteit": "75",
        "woningen": "50",
        "status": "idee",
        "eigenaar": "woningcorporatie",
        "bron": "sjabloon",
        "toelichting": _FICTIEF,
    },
)


def sjabloon_csv(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> bytes:
    """Geef het sjabloon als CSV zoals een Nederlandse Excel het leest.

    Parameters
    ----------
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Elke groep krijgt een kolom met haar aandeel.

    Returns
    -------
    bytes
        Puntkomma's, decimale komma, UTF-8 met BOM; leest zonder fouten of meldingen terug.
    """
    groepen = [groep.kolom for groep in aandachtsgroepen.values()]
    # De tweede rij laat de mix zien: gelijke helften van de eerste twee groepen.
    helften = dict.fromkeys(groepen[:2], "0,5" if len(groepen) > 1 else "1")
    stroom = io.StringIO()
    schrijver = csv.DictWriter(stroom, [*_KOLOMMEN, *groepen], restval="", delimiter=";")
    schrijver.writeheader()
    schrijver.writerow(_VOORBEELDEN[0])
    schrijver.writerow({**_VOORBEELDEN[1], **helften})
    return stroom.getvalue().encode("utf-8-sig")
