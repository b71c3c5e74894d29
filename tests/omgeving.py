"""Een kleine omgeving met ronde getallen, en kandidaten daarin.

Zes vierkante gemeenten van 10 bij 10 km, in twee rijen van drie::

    Duinrand (Gelderland)   Eemwoud (Gelderland)   Fluitmeer (Limburg)
    Aardam (Utrecht)        Beekdal (Utrecht)      Cromhoek (Gelderland)

Van Aardam en Fluitmeer is geen opvang bekend, in Cromhoek alleen een locatie zonder omvang;
Fluitmeer heeft geen kern en Limburg geen doel.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from locatieplanner.beoordeling.omgeving import Lagen, bouw_omgeving
from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.domein.aandachtsgroep import Aandachtsgroep, Rol
from locatieplanner.domein.doel import Bandbreedte, Doel, Doelset
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.kandidaat import ID
from locatieplanner.domein.locatietype import Locatietype, Mixdeel
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.toets import Gebruik, Predicaat, Regel, Toetslaag

HERKOMST = Herkomst("proefbron", "2026", Status.GEPUBLICEERD)

# Vastgezet, zodat de uitgerekende getallen in de tests niet met de parametertabel meebewegen.
PARAMETERS = {
    "opgave.plaatsen_landelijk": 1600,
    "opgave.onbekende_opvang": "schatten",
    "opgave.locatie_omvang": 500,
    "opgave.gepland_vanaf": "besluit",
    "opgave.meerjarig_landelijk": 50000,
    "opgave.verloop_maanden_minstens": 24,
    "opgave.verloop_maanden_hoogstens": 120,
    "verdeling.ses_formule": "inwoners * max(0, 1 + ses_woa - ses_provincie)",
    "verdeling.ses_formule_bron": "",
    "behoefte.buffer_aandeel": 0.1,
    "behoefte.flexibel_aandeel": 0.2,
    "behoefte.kosten_regulier_euro": 24000,
    "behoefte.kosten_noodopvang_euro": 48000,
    "behoefte.lege_plaats_kostendeel": 0.5,
    "beoordeling.kern_inwoners_per_km2": 2500,
    "mix.kleinste_aandeel": 0.05,
    "spreiding.gewicht_evenredigheid": 0.6,
    "spreiding.verhouding_nul": 10,
    "spreiding.lambda_m": 3000,
    "spreiding.nabij_veelvoud_nul": 16,
    "kleinschaligheid.relatief_goed_per_1000": 5,
    "kleinschaligheid.relatief_slecht_per_1000": 75,
    "kleinschaligheid.omtrek_m": 1000,
    "nabijheid.omwegfactor": 1.25,
    "nabijheid.wijze": "fietsen",
    "netwerk.verste_aanhechting_m": 500,
    "nabijheid.bereik_veelvoud": 2,
    "nabijheid.treinstation_halvering_m": 5000,
    "nabijheid.treinstation_gewicht": 1,
    "nabijheid.dorpskern_halvering_m": 2000,
    "nabijheid.dorpskern_gewicht": 1,
    "nabijheid.dorpskern_inwoners": 2500,
    "nabijheid.stadskern_halvering_m": 6000,
    "nabijheid.stadskern_gewicht": 1,
    "nabijheid.stadskern_inwoners": 25000,
    "mix.band_laag": 0.3,
    "mix.band_hoog": 0.5,
    "mix.concentratie_nul": 3,
    "beoordeling.volledigheid_minimum": 0.5,
    "beoordeling.duurzaam_jaren": 5,
    "beoordeling.aanvullend_afstand_m": 7000,
    "flexwonen.horizon_jaren": 20,
    "flexwonen.terugblik_maanden": 12,
    "flexwonen.plek_afstand_m": 250,
    "flexwonen.plek_maanden": 12,
    "flexwonen.kleinste_verschil_plaatsen": 1,
}


def punten(xy: Sequence[tuple[float, float]], **kolommen: Sequence[Any]) -> gpd.GeoDataFrame:
    """Maak een puntenlaag in RD."""
    return gpd.GeoDataFrame(kolommen, geometry=[shapely.Point(p) for p in xy], crs=RD)


def maak_gemeenten() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {
            "gemeente": ["Aardam", "Beekdal", "Cromhoek", "Duinrand", "Eemwoud", "Fluitmeer"],
            "provincie": [
                "Utrecht",
                "Utrecht",
                "Gelderland",
                "Gelderland",
                "Gelderland",
                "Limburg",
            ],
            "inwoners": [20_000, 60_000, 10_000, 40_000, 50_000, 20_000],
        },
        geometry=[
            shapely.box(x, y, x + 10_000, y + 10_000)
            for y in (400_000, 410_000)
            for x in (100_000, 110_000, 120_000)
        ],
        index=pd.Index([f"GM000{i}" for i in range(1, 7)], name="gemeentecode"),
        crs=RD,
    )


def maak_kernen() -> gpd.GeoDataFrame:
    return punten(
        [
            (105_000, 405_000),
            (115_000, 405_000),
            (118_000, 408_000),
            (125_000, 405_000),
            (105_000, 415_000),
            (115_000, 415_000),
        ],
        naam=["Aardam", "Beekdal", "Beekveld", "Cromhoek", "Duinrand", "Eemwoud"],
        gemeentecode=["GM0001", "GM0002", "GM0002", "GM0003", "GM0004", "GM0005"],
        inwoners=[18_000, 40_000, 10_000, 8_000, 30_000, 45_000],
    )


def maak_opvang() -> gpd.GeoDataFrame:
    return punten(
        [
            (115_000, 404_000),
            (117_000, 405_000),
            (125_000, 406_000),
            (105_000, 414_000),
            (115_000, 416_000),
        ],
        naam=["azc Beekdal", "nood Beekdal", "nood Cromhoek", "azc Duinrand", "nood Eemwoud"],
        gemeentecode=["GM0002", "GM0002", "GM0003", "GM0004", "GM0005"],
        type=["azc", "noodopvang", "noodopvang", "azc", "noodopvang"],
        capaciteit=[400.0, None, None, 600.0, 100.0],
        peildatum=["2025-06", "2024", "2023-05", "2025-06", "2025-06"],
        zekerheid=["open"] * 5,
        bron=["https://www.voorbeeld.nl/bericht"] * 5,
    )


def doel(
    provincie: str,
    minimum: float | None,
    maximum: float | None,
    onderdeel: str = "totaal",
    status: Status = Status.GEPUBLICEERD,
    peildatum: str = "2026-01-01",
) -> Doel:
    """Maak één rij van een doelset."""
    return Doel(
        provincie,
        onderdeel,
        Bandbreedte(minimum, maximum),
        peildatum,
        Herkomst("proefbron", peildatum, status),
    )


def maak_doelset(*doelen: Doel, bestaand_telt_mee: bool = True) -> Doelset:
    return Doelset("proef", "Proefdoelen", "Om te toetsen.", bestaand_telt_mee, "proef", doelen)


DOELSET = maak_doelset(
    doel("Utrecht", 200, 300, "rol"),
    doel("Utrecht", 100, 100, "gvl_satelliet"),
    doel("Utrecht", 999, 999, "korte_termijn"),
    doel("Gelderland", 1000, 1000, status=Status.SECUNDAIR),
    doel("Limburg", None, None, status=Status.ONBEKEND),
)

_ALLE_DELEN = tuple(Mixdeel)
_BUURT = (Mixdeel.CONCENTRATIE,)

LOCATIETYPEN = {
    soort.code: soort
    for soort in (
        Locatietype("azc", "azc", "", True, False, 300, None, "", _BUURT, HERKOMST),
        Locatietype("aanvullend", "aanvullend", "", True, False, 100, 250, "", _BUURT, HERKOMST),
        Locatietype("amv", "jongerenopvang", "", True, True, None, 100, "", _BUURT, HERKOMST),
        Locatietype("noodopvang", "noodopvang", "", True, False, None, None, "", _BUURT, HERKOMST),
        Locatietype(
            "flex", "flexwonen", "", False, False, None, None, "", _ALLE_DELEN, HERKOMST,
            huisvesting=True, telt_voor_taakstelling=True,
        ),
        Locatietype(
            "gemengd", "gemengd wonen", "", False, False, None, None, "", _ALLE_DELEN, HERKOMST,
            huisvesting=True, blijvend=True, telt_voor_taakstelling=True,
        ),
    )
}  # fmt: skip

AANDACHTSGROEPEN = {
    groep.code: groep
    for groep in (
        Aandachtsgroep("statushouders", "statushouders", Rol.KWETSBAAR, 2.0, False, HERKOMST),
        Aandachtsgroep("amv", "amv", Rol.KWETSBAAR, 1.0, True, HERKOMST),
        Aandachtsgroep("studenten", "studenten", Rol.DRAGEND, 1.0, False, HERKOMST),
        Aandachtsgroep("regulier", "regulier", Rol.DRAGEND, 2.0, False, HERKOMST),
    )
}


NATUUR = Toetslaag(
    "natura2000",
    "Natura 2000",
    (
        Regel(
            Gebruik.UITSLUITING, Predicaat.BINNEN, "ligt in {naam}", "Beschermde natuur.", "proef"
        ),
        Regel(
            Gebruik.AANDACHTSPUNT,
            Predicaat.NABIJ,
            "op {afstand} van {naam}",
            "Stikstof.",
            "proef",
            afstand_m=1000.0,
        ),
    ),
    HERKOMST,
)
"""Een laag met regels die niet geladen is."""


def maak_lagen(
    *,
    gemeenten: gpd.GeoDataFrame | None = None,
    opvang: gpd.GeoDataFrame | None = None,
    kernen: gpd.GeoDataFrame | None = None,
    doelset: Doelset = DOELSET,
    opgehaald: Opgehaald | None = None,
) -> Lagen:
    """Maak de lagen van de proefomgeving, met vervangers voor wat een test anders wil."""
    return Lagen(
        gemeenten=maak_gemeenten() if gemeenten is None else gemeenten,
        opvang=maak_opvang() if opvang is None else opvang,
        kernen=maak_kernen() if kernen is None else kernen,
        treinstations=punten([(115_000, 405_500), (105_000, 415_500)], naam=["Beekdal", "Duin"]),
        doelsets={doelset.id: doelset},
        standaard_doelset=doelset.id,
        parameters=lees_parameters().met(PARAMETERS),
        locatietypen=LOCATIETYPEN,
        aandachtsgroepen=AANDACHTSGROEPEN,
        opgehaald=Opgehaald(toetslagen=(NATUUR,)) if opgehaald is None else opgehaald,
    )


def maak_omgeving(
    parameters: Mapping[str, Any] | None = None, *, vul_aan: bool = True, **lagen: Any
) -> Omgeving:
    """Bouw de proefomgeving; `parameters` en `lagen` vervangen wat een test anders wil."""
    gemaakt = maak_lagen(**lagen)
    return bouw_omgeving(
        gemaakt, parameters=gemaakt.parameters.met(parameters or {}), vul_aan=vul_aan
    )


def kandidaat(id: str = "K1", x: float = 105_000, y: float = 405_000, **anders: Any) -> dict:
    """Maak één kandidaat als rij; `anders` vervangt een kolom, ook ``geometry``."""
    rij = {
        ID: id,
        "naam": f"Locatie {id}",
        "type": "noodopvang",
        "capaciteit": 100,
        "woningen": None,
        "beschikbaar_van": None,
        "beschikbaar_tot": None,
        "status": "idee",
        "gedeelde_voorzieningen": "",
        "eigenaar": "",
        "bron": "",
        "toelichting": "",
        **{groep.kolom: None for groep in AANDACHTSGROEPEN.values()},
        "geometry": shapely.Point(x, y),
    }
    onbekend = set(anders) - set(rij)
    assert not onbekend, f"geen kolom van een kandidaat: {onbekend}"
    return rij | anders


def maak_kandidaten(*rijen: dict) -> gpd.GeoDataFrame:
    """Maak een kandidatentabel zoals de invoer haar aflevert; zonder rijen een lege."""
    kolommen = list(kandidaat())
    tabel = pd.DataFrame(list(rijen), columns=kolommen).set_index(ID)
    tabel.index = tabel.index.astype("str")
    typen = dict.fromkeys(
        ("naam", "type", "status", "gedeelde_voorzieningen", "eigenaar", "bron", "toelichting"),
        "str",
    )
    typen |= {"capaciteit": "int64", "woningen": "Int64"}
    typen |= dict.fromkeys(("beschikbaar_van", "beschikbaar_tot"), "datetime64[us]")
    typen |= {groep.kolom: "float64" for groep in AANDACHTSGROEPEN.values()}
    return gpd.GeoDataFrame(tabel.astype(typen), geometry="geometry", crs=RD)
