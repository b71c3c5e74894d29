"""Een eigen uitkomstbestand herkennen: wat er niet in staat, gaat anders ongemerkt verloren."""

from collections.abc import Collection, Sequence

from locatieplanner.domein.kandidaat import AANDEEL
from locatieplanner.domein.notatie import opsomming
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.probleem import Probleem, bestandsmelding

# Een Shapefile kort namen in tot tien tekens.
_TOTAAL = frozenset({"scoretotaal", "scoretota"})
_RANG = "rang"
_UITKOMSTEN = frozenset(
    {_RANG, "volledigheid", "uitsluitingen", "aandachtspunten", "niet_getoetst"}
)
_ERBIJ = {
    "de status": ("status",),
    "datums": ("beschikbaar_van", "beschikbaar_tot"),
    "het aantal woningen": ("woningen",),
}


def is_uitkomst(namen: Sequence[str]) -> bool:
    """Of kolomnamen bij een bestand met scores en een rangorde horen."""
    kernen = {sleutel(naam) for naam in namen}
    return _RANG in kernen and bool(_TOTAAL & kernen)


def is_uitkomstkolom(naam: str) -> bool:
    """Of een kolom een uitkomst bevat die opnieuw berekend wordt."""
    return sleutel(naam).startswith("score") or sleutel(naam) in _UITKOMSTEN


def meld_uitkomst(kolommen: Collection[str]) -> list[Probleem]:
    """Meld dat een bestand uitkomsten bevat, en wat er van de invoer ontbreekt.

    Parameters
    ----------
    kolommen : collection of str
        De kolommen die in het bestand herkend zijn.
    """
    mist = [] if any(kolom.startswith(AANDEEL) for kolom in kolommen) else ["de mix"]
    mist += [wat for wat, namen in _ERBIJ.items() if not any(naam in kolommen for naam in namen)]
    if not mist:
        return [
            bestandsmelding(
                "dit is een bestand met uitkomsten; scores en rang worden opnieuw berekend"
            )
        ]
    staat = "staat" if len(mist) == 1 and mist != ["datums"] else "staan"
    return [
        bestandsmelding(
            f"dit is een bestand met uitkomsten: {opsomming(mist)} {staat} er niet in, "
            "en scores en rang worden opnieuw berekend",
            "laad het oorspronkelijke bestand als u daarmee verder wilt werken",
        )
    ]
