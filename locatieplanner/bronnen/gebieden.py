"""Gebieden bij naam: een gemeente, een provincie, of heel Nederland."""

import difflib
import hashlib
import re
import unicodedata
from pathlib import Path

import geopandas as gpd

from locatieplanner.domein.gebied import HEEL_NEDERLAND, NEDERLAND, PROVINCIES, Gebied
from locatieplanner.fouten import GebiedFout

_SOORT = re.compile(r"(?P<naam>.+?)\s*\((?P<soort>gemeente|provincie)\)", re.IGNORECASE)


def gebied_van(naam: str, gemeenten: gpd.GeoDataFrame) -> Gebied:
    """Zoek een gebied bij naam.

    Parameters
    ----------
    naam : str
        Gemeente, gemeentecode, provincie of Nederland; hoofdletters en accenten doen niet ter
        zake. ``Utrecht`` is de provincie; ``Utrecht (gemeente)`` de gemeente.
    gemeenten : GeoDataFrame
        Index ``gemeentecode``; ``gemeente``, ``provincie`` en vlakken in RD.

    Raises
    ------
    GebiedFout
        Als er geen gebied is dat zo heet.
    """
    passend = _SOORT.fullmatch(naam.strip())
    kaal, soort = (passend["naam"], passend["soort"].lower()) if passend else (naam.strip(), "")
    gezocht = _vorm(kaal)
    if gezocht == _vorm(NEDERLAND) and not soort:
        return HEEL_NEDERLAND
    if soort != "gemeente":
        for provincie in PROVINCIES:
            if _vorm(provincie) == gezocht:
                return provinciegebied(provincie, gemeenten)
    if soort != "provincie":
        for code, gemeente in gemeenten["gemeente"].items():
            if gezocht in (_vorm(str(gemeente)), _vorm(str(code))):
                return gemeentegebied(str(code), gemeenten)
    raise GebiedFout(
        f"'{naam}' is geen gemeente of provincie.{_lijkt_op(kaal, gemeenten)} Schrijf de naam van "
        "een gemeente, een provincie, of Nederland."
    )


def gemeentegebied(code: str, gemeenten: gpd.GeoDataFrame) -> Gebied:
    """Geef het gebied van een gemeente."""
    naam = str(gemeenten["gemeente"].loc[code])
    return Gebied(f"{naam} (gemeente)", f"gemeente-{_vorm(code)}", gemeenten.geometry.loc[code])


def provinciegebied(provincie: str, gemeenten: gpd.GeoDataFrame) -> Gebied:
    """Geef het gebied van een provincie."""
    vlak = gemeenten.geometry[gemeenten["provincie"] == provincie].union_all()
    return Gebied(f"{provincie} (provincie)", f"provincie-{_vorm(provincie)}", vlak)


def gebied_van_bestand(pad: Path) -> Gebied:
    """Geef het gebied van een bestand: heel Nederland, voor zover het bestand reikt.

    Het heet naar het bestand: zo komt een ander bestand er naast te staan, en hetzelfde bestand
    in de plaats.
    """
    naam = pad.name.removesuffix(".pbf").removesuffix(".osm")
    merk = hashlib.sha256(naam.encode()).hexdigest()[:8]
    return Gebied(f"bestand {pad.name}", f"bestand-{_vorm(naam)}-{merk}", HEEL_NEDERLAND.vlak)


def _vorm(naam: str) -> str:
    """Kleine letters en cijfers, de rest als streepje: vergelijkbaar, en veilig als mapnaam."""
    zonder = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", zonder).strip("-")


def _lijkt_op(naam: str, gemeenten: gpd.GeoDataFrame) -> str:
    namen = {_vorm(str(kandidaat)): str(kandidaat) for kandidaat in gemeenten["gemeente"]}
    namen |= {_vorm(provincie): provincie for provincie in PROVINCIES}
    gevonden = difflib.get_close_matches(_vorm(naam), list(namen), n=1, cutoff=0.7)
    return f" Bedoelt u {namen[gevonden[0]]}?" if gevonden else ""
