"""Het schema van de kandidatentabel: wat door de deur is, voldoet hieraan."""

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
import pandera.pandas as pa
import shapely
from pandera.engines.geopandas_engine import Geometry

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.kandidaat import ID, KOLOMMEN, Kandidaatstatus
from locatieplanner.invoer.datums import DATUMTYPE

_VORMEN = [
    shapely.GeometryType.POINT,
    shapely.GeometryType.POLYGON,
    shapely.GeometryType.MULTIPOLYGON,
]
_TEKSTEN = ("gedeelde_voorzieningen", "eigenaar", "bron", "toelichting")


def kolomvolgorde(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> list[str]:
    """Geef de kolommen van een kandidatentabel: vast, dan de aandelen, de geometrie als laatste."""
    vast = [kolom for kolom in KOLOMMEN if kolom != "geometry"]
    return [*vast, *(groep.kolom for groep in aandachtsgroepen.values()), "geometry"]


def maak_schema(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> pa.DataFrameSchema:
    """Maak het schema van een kandidatentabel.

    Parameters
    ----------
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Elke groep heeft een kolom ``aandeel_<code>`` (0–1, NaN = onbekend).
    """
    tekst = {kolom: pa.Column("str") for kolom in _TEKSTEN}
    aandelen = {
        groep.kolom: pa.Column("float64", pa.Check.in_range(0, 1.01), nullable=True)
        for groep in aandachtsgroepen.values()
    }
    kolommen: dict[str, pa.Column] = {
        "naam": pa.Column("str", pa.Check.str_length(min_value=1)),
        "type": pa.Column("str", pa.Check.str_length(min_value=1)),
        "capaciteit": pa.Column("int64", pa.Check.ge(1)),
        "woningen": pa.Column("Int64", pa.Check.ge(0), nullable=True),
        "beschikbaar_van": pa.Column(DATUMTYPE, nullable=True),
        "beschikbaar_tot": pa.Column(DATUMTYPE, nullable=True),
        "status": pa.Column("str", pa.Check.isin([str(s) for s in Kandidaatstatus])),
        **tekst,
        **aandelen,
        "geometry": pa.Column(
            Geometry(crs=RD),
            pa.Check(
                lambda vormen: pd.Series(
                    shapely.get_type_id(vormen.to_numpy()), index=vormen.index
                ).isin(_VORMEN),
                error="punt of vlak",
            ),
        ),
    }
    volgorde = kolomvolgorde(aandachtsgroepen)
    return pa.DataFrameSchema(
        {kolom: kolommen[kolom] for kolom in volgorde},
        index=pa.Index("str", unique=True, name=ID),
        strict=True,
        ordered=True,
        name="kandidaten",
    )


def leeg(aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> gpd.GeoDataFrame:
    """Geef een kandidatentabel zonder rijen die aan het schema voldoet."""
    typen = {
        "capaciteit": "int64",
        "woningen": "Int64",
        "beschikbaar_van": DATUMTYPE,
        "beschikbaar_tot": DATUMTYPE,
        **{groep.kolom: "float64" for groep in aandachtsgroepen.values()},
    }
    kolommen = {
        kolom: pd.Series([], dtype=typen.get(kolom, "str"))
        for kolom in kolomvolgorde(aandachtsgroepen)
        if kolom != "geometry"
    }
    return gpd.GeoDataFrame(
        kolommen, geometry=gpd.GeoSeries([], crs=RD), index=pd.Index([], dtype="str", name=ID)
    )
