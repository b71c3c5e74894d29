"""GML van een WFS lezen."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

from locatieplanner.bronnen.antwoord import Antwoord, zonder_ruimte
from locatieplanner.bronnen.rdvormen import Vormen

_LEDEN = frozenset({"member", "featureMember", "featureMembers"})
_ID = "gml_id"
_VELDTYPEN = "GML_FIELDTYPES"
_GDAL = Lock()


@dataclass(frozen=True)
class Gmlrijen:
    """Rijen uit GML: de kolommen, de vormen zoals gegeven, en de kenmerken van de dienst."""

    rijen: Sequence[Mapping[str, object]]
    vormen: Vormen
    sleutels: tuple[str, ...]


def lees_gml(antwoord: Antwoord) -> Gmlrijen | None:
    """Lees de objecten; None als er geen zijn.

    Raises
    ------
    DienstFout
        Als het geen GML is maar een foutverslag of een webpagina.
    ValueError
        Als de inhoud beschadigd is.
    """
    if not any(zonder_ruimte(element.tag) in _LEDEN for element in antwoord.xml()):
        return None
    try:
        with _alles_als_tekst():
            # GDAL zou anders het schema ophalen waar het bestand naar verwijst.
            tabel = pyogrio.read_dataframe(antwoord.inhoud, DOWNLOAD_SCHEMA="NO")
    except (DataSourceError, DataLayerError, IndexError) as fout:
        raise ValueError(f"geen leesbare GML: {fout}") from fout
    if "geometry" not in tabel:
        raise ValueError("geen leesbare GML: er staan geen vormen in")
    kolommen = pd.DataFrame(tabel.drop(columns="geometry"))
    sleutels = tuple(kolommen[_ID]) if _ID in kolommen else ()
    namen = [str(naam) for naam in kolommen]
    rijen = [
        dict(zip(namen, rij, strict=True)) for rij in kolommen.itertuples(index=False, name=None)
    ]
    return Gmlrijen(rijen=rijen, vormen=tabel.geometry.to_numpy(), sleutels=sleutels)


@contextmanager
def _alles_als_tekst() -> Iterator[None]:
    """Laat GDAL geen getallen raden: een code als 0363 verliest dan haar nul.

    GDAL kent dit alleen als instelling voor iedereen, dus één lezer tegelijk, en daarna terug.
    """
    with _GDAL:
        vorige = pyogrio.get_gdal_config_option(_VELDTYPEN)
        pyogrio.set_gdal_config_options({_VELDTYPEN: "ALWAYS_STRING"})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({_VELDTYPEN: vorige})
