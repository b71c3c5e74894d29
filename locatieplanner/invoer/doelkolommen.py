"""De kop van een tabel met capaciteitsdoelen: welke kolommen er zijn, missen of dubbel zijn."""

from collections.abc import Mapping, Sequence

import pandas as pd

from locatieplanner.domein.notatie import opsomming
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.kopregel import Kop
from locatieplanner.invoer.opsomming import aangehaald, eerste, lijkt_op
from locatieplanner.invoer.persoonsgegevens import is_persoonsgegeven, vind_persoonsgegevens
from locatieplanner.invoer.probleem import Probleem, bestandsfout, bestandsmelding, kort
from locatieplanner.invoer.tabelsoort import Tabelsoort

DOELSET, DOELSETNAAM = "doelset", "doelset_naam"
PROVINCIE, ONDERDEEL = "provincie", "onderdeel"
MINIMUM, MAXIMUM = "minimum", "maximum"
PEILDATUM, STATUS = "peildatum", "status"
BRON, BRONDATUM, TOELICHTING = "bron", "brondatum", "toelichting"

VARIANTEN: Mapping[str, tuple[str, ...]] = {
    DOELSET: ("doelset", "doelsetid", "iddoelset", "opgave"),
    DOELSETNAAM: ("doelsetnaam", "naamdoelset", "naamvandedoelset"),
    PROVINCIE: ("provincie", "provincienaam", "naamprovincie", "prov"),
    ONDERDEEL: ("onderdeel", "deel", "soort", "type", "typelocatie", "locatietype"),
    MINIMUM: ("minimum", "min", "laag", "ondergrens", "minimumplaatsen", "vanaf"),
    MAXIMUM: ("maximum", "max", "hoog", "bovengrens", "maximumplaatsen", "totenmet"),
    PEILDATUM: ("peildatum", "realiserenop", "terealiserenop", "realiserenvoor", "gereedop"),
    STATUS: ("status", "zekerheid"),
    BRON: ("bron", "source", "bronvermelding", "vindplaats"),
    BRONDATUM: ("brondatum", "datumbron", "datumvandebron", "publicatiedatum"),
    TOELICHTING: ("toelichting", "opmerking", "opmerkingen", "notitie", "notities"),
}
"""Per kolom de namen die ervoor gelden, zonder hoofdletters, spaties, leestekens en accenten."""

_PER_NAAM: Mapping[str, str] = {naam: kolom for kolom, namen in VARIANTEN.items() for naam in namen}
_GETOONDE_KOLOMMEN = 20

DOELEN = Tabelsoort("doelen", lambda naam: sleutel(naam) in _PER_NAAM)
"""Een tabel met capaciteitsdoelen."""


def lees_doelkop(gegevens: pd.DataFrame, overige: Sequence[str] = ()) -> Kop:
    """Herken de kolommen en zeg wat eraan mankeert.

    Parameters
    ----------
    gegevens : DataFrame
        Index: rijnummers; de kolommen zoals zij in het bestand heten.
    overige : sequence of str, optional
        Namen van kolommen in het bestand waarvan de waarden niet gelezen zijn.
    """
    namen = [kort(str(naam)) for naam in gegevens.columns]
    plaatsen: dict[str, list[int]] = {}
    onbekend = [kort(naam) for naam in overige]
    for plaats, naam in enumerate(namen):
        kolom = _PER_NAAM.get(sleutel(naam))
        if kolom is None:
            onbekend.append(naam)
        else:
            plaatsen.setdefault(kolom, []).append(plaats)
    over = [naam for naam in onbekend if naam and not is_persoonsgegeven(naam)]
    problemen = [
        *vind_persoonsgegevens(onbekend),
        *_dubbele(plaatsen, namen),
        *_ontbrekende(plaatsen, over),
        *_weggelaten(over),
    ]
    return Kop(
        {kolom: gegevens.iloc[:, gevonden[0]] for kolom, gevonden in plaatsen.items()},
        {kolom: namen[gevonden[0]] for kolom, gevonden in plaatsen.items()},
        tuple(problemen),
    )


def _dubbele(plaatsen: Mapping[str, Sequence[int]], namen: Sequence[str]) -> list[Probleem]:
    return [
        bestandsfout(
            f"de kolommen {opsomming(aangehaald(namen[plaats] for plaats in gevonden))} betekenen "
            f"allebei {kolom}",
            "laat er één staan, en hernoem of verwijder de andere",
            kolom=kolom,
        )
        for kolom, gevonden in plaatsen.items()
        if len(gevonden) > 1
    ]


def _ontbrekende(plaatsen: Mapping[str, Sequence[int]], over: Sequence[str]) -> list[Probleem]:
    mist = [] if PROVINCIE in plaatsen else [(PROVINCIE, "de kolom provincie ontbreekt")]
    if MINIMUM not in plaatsen and MAXIMUM not in plaatsen:
        mist.append((MINIMUM, "de kolommen minimum en maximum ontbreken allebei"))
    return [bestandsfout(wat, _hernoem(kolom, over), kolom=kolom) for kolom, wat in mist]


def _hernoem(kolom: str, over: Sequence[str]) -> str:
    for naam in over:
        if lijkt_op(sleutel(naam), VARIANTEN[kolom], 0.75):
            return f"hernoem de kolom '{naam}' naar {kolom} als die bedoeld is"
    return f"voeg een kolom {kolom} toe, of begin met het sjabloon"


def _weggelaten(over: Sequence[str]) -> list[Probleem]:
    if not over:
        return []
    return [
        bestandsmelding(
            "kolommen die het programma niet gebruikt zijn weggelaten: "
            f"{eerste(over, _GETOONDE_KOLOMMEN)}",
            "zet wat u wilt bewaren in de kolom toelichting",
        )
    ]
