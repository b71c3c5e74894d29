"""Wat iemand bij zoekgebieden typt: het gebied, de aandelen en de eigen rasters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from locatieplanner.cli.gemeente import lees_gemeente
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.fouten import InvoerFout

if TYPE_CHECKING:
    import geopandas as gpd

    from locatieplanner.domein.parameters import Punten
    from locatieplanner.zoekgebieden.instelling import EigenRaster, Zoekgebied


def lees_zoekgebied(
    gemeente: str | None, provincie: str | None, nederland: bool, gemeenten: gpd.GeoDataFrame
) -> Zoekgebied:
    """Geef waar gezocht wordt; precies een van de drie is gegeven.

    Raises
    ------
    InvoerFout
        Als er geen of meer dan een gegeven is.
    GebiedFout
        Als het gebied niet bestaat.
    """
    from locatieplanner.zoekgebieden.instelling import Zoekgebied

    if (gemeente is not None) + (provincie is not None) + nederland != 1:
        raise InvoerFout(
            "Zeg waar gezocht wordt met een van --gemeente NAAM, --provincie NAAM of --nederland."
        )
    if gemeente is not None:
        return Zoekgebied.gemeente(lees_gemeente(gemeente, gemeenten), gemeenten)
    if provincie is not None:
        return Zoekgebied.provincie(lees_provincie(provincie), gemeenten)
    return Zoekgebied.nederland(gemeenten)


def lees_aandelen(tekst: str) -> dict[str, float]:
    """Lees aandelen zoals ``statushouders=40;regulier=60`` (procenten) als delen van 1.

    Raises
    ------
    InvoerFout
        Als een deel niet te lezen is of een groep twee keer voorkomt.
    """
    aandelen: dict[str, float] = {}
    for deel in filter(None, (stuk.strip() for stuk in tekst.split(";"))):
        groep, teken, waarde = (stuk.strip() for stuk in deel.partition("="))
        if not teken or groep in aandelen:
            raise InvoerFout(
                f"'{deel}' is geen aandeel; schrijf elke groep één keer, zoals "
                '"statushouders=40;regulier=60".'
            )
        aandelen[groep] = _getal(waarde.removesuffix("%"), "--mix") / 100
    return aandelen


def lees_rasters(
    paden: Sequence[Path],
    gebruiken: Sequence[str],
    eenheden: Sequence[str],
    waarden: Sequence[str],
    gewichten: Sequence[float],
) -> tuple[EigenRaster, ...]:
    """Zet opties die bij elk raster herhaald worden bij elkaar.

    Parameters
    ----------
    paden, gebruiken, eenheden : sequence
        Even lang: bij elk raster een gebruik en een eenheid.
    waarden : sequence of str
        Knikpunten zoals ``45:100;65:0``, een voor elk raster dat een criterium is, in volgorde.
    gewichten : sequence of float
        Gewichten, net zo.

    Raises
    ------
    InvoerFout
        Als er opties te veel of te weinig zijn, of niet te lezen.
    """
    from locatieplanner.zoekgebieden.instelling import CRITERIUM, EigenRaster

    if not len(paden) == len(gebruiken) == len(eenheden):
        raise InvoerFout(
            "Geef bij elke --raster ook een --gebruik en een --eenheid, in dezelfde volgorde."
        )
    criteria = [nummer for nummer, gebruik in enumerate(gebruiken) if gebruik == CRITERIUM]
    if not len(criteria) == len(waarden) == len(gewichten):
        raise InvoerFout(
            "Geef bij elk raster dat een criterium is ook --waarden en --rastergewicht, en anders "
            "niet."
        )
    namen = [pad.stem for pad in paden]
    if len(set(namen)) < len(namen):
        raise InvoerFout("Twee rasters heten hetzelfde; geef een bestand een andere naam.")
    bij = {nummer: plaats for plaats, nummer in enumerate(criteria)}
    return tuple(
        EigenRaster(
            pad,
            naam,
            gebruik,
            eenheid,
            _knikpunten(waarden[bij[nummer]]) if nummer in bij else (),
            gewichten[bij[nummer]] if nummer in bij else 0.0,
        )
        for nummer, (pad, naam, gebruik, eenheid) in enumerate(
            zip(paden, namen, gebruiken, eenheden, strict=True)
        )
    )


def _knikpunten(tekst: str) -> Punten:
    paren = [stuk.split(":") for stuk in tekst.split(";") if stuk.strip()]
    if any(len(paar) != 2 for paar in paren):
        raise InvoerFout(
            f"'{tekst}' zijn geen knikpunten; schrijf waarde:score, zoals \"45:100;65:0\"."
        )
    return tuple(
        (_getal(links, "--waarden"), _getal(rechts, "--waarden")) for links, rechts in paren
    )


def _getal(tekst: str, optie: str) -> float:
    try:
        return float(tekst.strip().replace(",", "."))
    except ValueError:
        raise InvoerFout(
            f"Bij {optie} is '{tekst.strip()}' geen getal; schrijf 40 of 12,5."
        ) from None
