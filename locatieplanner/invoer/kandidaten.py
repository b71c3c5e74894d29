"""Kandidaten lezen: alle controles na elkaar, goede rijen en alle problemen tegelijk terug."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.adres import Adreszoeker
from locatieplanner.domein.gebied import RD
from locatieplanner.domein.kandidaat import ID, Kandidaatstatus
from locatieplanner.domein.locatietype import Locatietype
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.aandelen import lees_aandelen
from locatieplanner.invoer.bestand import Bestandssoort, bepaal_soort, lees_inhoud
from locatieplanner.invoer.bestandsgrenzen import STANDAARDGRENZEN, Bestandsgrenzen
from locatieplanner.invoer.capaciteit import (
    bereken_capaciteit,
    lees_aantal,
    met_schatting,
    zonder_schatting,
)
from locatieplanner.invoer.codes import lees_codes, statuscodes, typecodes
from locatieplanner.invoer.csvbestand import lees_csv
from locatieplanner.invoer.datums import DATUMTYPE, lees_datums, toets_volgorde
from locatieplanner.invoer.excel import lees_excel
from locatieplanner.invoer.geojson import lees_geojson
from locatieplanner.invoer.geopackage import lees_geopackage
from locatieplanner.invoer.geoparquet import lees_geoparquet
from locatieplanner.invoer.getallen import schrijfwijze
from locatieplanner.invoer.identificatie import lees_ids
from locatieplanner.invoer.kolommen import BREEDTE, LENGTE, X, Y
from locatieplanner.invoer.kopregel import Kop, lees_kop
from locatieplanner.invoer.ligging import lees_ligging, toets_ligging
from locatieplanner.invoer.persoonsgegevens import toets_vrije_tekst
from locatieplanner.invoer.probleem import Ernst, Probleem, per_rij, verberg_geheim
from locatieplanner.invoer.schema import kolomvolgorde, maak_schema
from locatieplanner.invoer.shapefile import lees_shapefile
from locatieplanner.invoer.tabel import Tabel, zonder_lege_rijen
from locatieplanner.invoer.teksten import is_leeg, toets_tekst

_VRIJE_TEKSTEN = ("gedeelde_voorzieningen", "eigenaar", "bron", "toelichting")

_LEZERS: Mapping[Bestandssoort, Callable[[bytes, Bestandsgrenzen], Tabel]] = {
    Bestandssoort.CSV: lees_csv,
    Bestandssoort.EXCEL: lees_excel,
    Bestandssoort.GEOJSON: lees_geojson,
    Bestandssoort.GEOPACKAGE: lees_geopackage,
    Bestandssoort.SHAPEFILE: lees_shapefile,
    Bestandssoort.GEOPARQUET: lees_geoparquet,
}


@dataclass(frozen=True)
class Invoer:
    """Wat er uit een bestand kwam.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        Alleen de goede rijen, volgens `schema.maak_schema`; leeg als het bestand geblokkeerd is.
    problemen : tuple of Probleem
        Alle fouten en meldingen: eerst die van het hele bestand, dan per rij.
    aantal_rijen : int
        Rijen in het bestand, goede en slechte.
    bron : str
        Naam van het bestand, of waar de rijen anders vandaan kwamen.
    """

    kandidaten: gpd.GeoDataFrame
    problemen: tuple[Probleem, ...]
    aantal_rijen: int
    bron: str

    @property
    def fouten(self) -> tuple[Probleem, ...]:
        """De problemen die een rij of het bestand onbruikbaar maken."""
        return tuple(p for p in self.problemen if p.ernst is Ernst.FOUT)

    @property
    def meldingen(self) -> tuple[Probleem, ...]:
        """Wat de gebruiker moet weten, maar niets tegenhoudt."""
        return tuple(p for p in self.problemen if p.ernst is Ernst.MELDING)

    @property
    def schoon(self) -> bool:
        """Of er geen fouten zijn."""
        return not self.fouten

    @property
    def geblokkeerd(self) -> bool:
        """Of er een fout is die het hele bestand onbruikbaar maakt."""
        return any(probleem.rij is None for probleem in self.fouten)


def lees_kandidaten(
    bestand: Path | bytes,
    naam: str,
    locatietypen: Mapping[str, Locatietype],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    grens: gpd.GeoDataFrame | None = None,
    grenzen: Bestandsgrenzen = STANDAARDGRENZEN,
    adreszoeker: Adreszoeker | None = None,
) -> Invoer:
    """Lees kandidaten uit een bestand en controleer ze.

    Parameters
    ----------
    bestand : Path or bytes
        Plaats op deze computer, of de inhoud zelf.
    naam : str
        Naam van het bestand; het achtervoegsel bepaalt de soort.
    locatietypen : Mapping of str to Locatietype
        Per code.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    grens : GeoDataFrame, optional
        Vlakken die samen Nederland zijn (RD); zonder grens telt alleen de omvang van RD.
    grenzen : Bestandsgrenzen, optional
        Hoe groot het bestand mag zijn.
    adreszoeker : Adreszoeker, optional
        Wie de plek opzoekt van rijen met een adres en zonder coördinaten; zonder wordt er niets
        opgezocht.

    Returns
    -------
    Invoer
        De goede rijen in RD, en alle problemen.

    Raises
    ------
    BestandFout
        Als het bestand als geheel niet te lezen is.
    """
    inhoud = lees_inhoud(bestand, naam, grenzen)
    soort = bepaal_soort(inhoud, naam)
    try:
        tabel = _LEZERS[soort](inhoud, grenzen)
        _toets_gevuld(tabel)
        return _controleer(tabel, naam, locatietypen, aandachtsgroepen, grens, grenzen, adreszoeker)
    except BestandFout as fout:
        # De lezers kennen de naam niet; hier komt zij voor elke melding te staan.
        raise BestandFout(f"{naam}: {_zonder_hoofdletter(str(fout))}") from fout


def _toets_gevuld(tabel: Tabel) -> None:
    if len(tabel.gegevens.index) == 0:
        raise BestandFout("Het bestand bevat geen rijen met kandidaten.")


def _zonder_hoofdletter(zin: str) -> str:
    return zin if zin[1:2].isupper() else f"{zin[:1].lower()}{zin[1:]}"


def controleer_kandidaten(
    tabel: pd.DataFrame,
    locatietypen: Mapping[str, Locatietype],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    grens: gpd.GeoDataFrame | None = None,
    grenzen: Bestandsgrenzen = STANDAARDGRENZEN,
    bron: str = "scherm",
    adreszoeker: Adreszoeker | None = None,
) -> Invoer:
    """Controleer kandidaten die al in een tabel staan, zoals na bewerken op het scherm.

    Parameters
    ----------
    tabel : GeoDataFrame or DataFrame
        Met geometrie, of met kolommen ``x``, ``y`` of ``lon``, ``lat``. Een index die ``id``
        heet is het id. Rijen tellen vanaf 1; lege rijen zonder geometrie vallen weg.
    locatietypen, aandachtsgroepen, grens, grenzen
        Zie `lees_kandidaten`.
    bron : str, optional
        Waar de rijen vandaan komen.
    adreszoeker : Adreszoeker, optional
        Zie `lees_kandidaten`.

    Raises
    ------
    BestandFout
        Als de tabel te groot is of van vormen zonder stelsel niet te zeggen is waar zij liggen.
    """
    grenzen.toets_omvang(len(tabel), tabel.shape[1])
    plat = tabel.reset_index() if tabel.index.name == ID and ID not in tabel.columns else tabel
    rijen = pd.RangeIndex(1, len(plat) + 1)
    if isinstance(plat, gpd.GeoDataFrame) and plat.active_geometry_name is not None:
        vormen = np.asarray(plat.geometry.to_numpy(), dtype=object)
        gegevens = pd.DataFrame(plat.drop(columns=plat.active_geometry_name)).set_axis(rijen)
        ruw = Tabel(gegevens, vormen, plat.crs)
    else:
        ruw = Tabel(zonder_lege_rijen(pd.DataFrame(plat).set_axis(rijen)))
    return _controleer(ruw, bron, locatietypen, aandachtsgroepen, grens, grenzen, adreszoeker)


def _controleer(
    tabel: Tabel,
    bron: str,
    locatietypen: Mapping[str, Locatietype],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    grens: gpd.GeoDataFrame | None,
    grenzen: Bestandsgrenzen,
    adreszoeker: Adreszoeker | None,
) -> Invoer:
    rijen = tabel.gegevens.index
    kop = lees_kop(
        tabel.gegevens,
        aandachtsgroepen,
        heeft_geometrie=tabel.geometrie is not None,
        overige=tabel.overige,
        zoekt_adressen=adreszoeker is not None,
    )
    ids, id_problemen = _ids(kop, rijen, grenzen)
    waarden, problemen = _eigenschappen(tabel, kop, locatietypen, aandachtsgroepen, grenzen)
    ligging = lees_ligging(tabel, kop, adreszoeker, grenzen)
    vormen, vorm_problemen = toets_ligging(ligging, rijen, kop, grens)

    alle = [
        *tabel.problemen, *kop.problemen, *id_problemen, *problemen, *ligging.problemen,
        *vorm_problemen,
    ]  # fmt: skip
    id_van = ids.to_dict()
    gesorteerd = sorted(verberg_geheim(alle), key=lambda p: -1 if p.rij is None else p.rij)
    met_id = tuple(p if p.rij is None else replace(p, id=id_van.get(p.rij)) for p in gesorteerd)

    fouten = [p.rij for p in met_id if p.ernst is Ernst.FOUT]
    goed = np.zeros(len(rijen), dtype=bool) if None in fouten else ~rijen.isin(set(fouten))
    kandidaten = gpd.GeoDataFrame(
        waarden[goed].set_axis(pd.Index(ids[goed], dtype="str", name=ID), axis=0),
        geometry=gpd.GeoSeries(vormen[goed], index=ids[goed], crs=RD).to_numpy(),
        crs=RD,
    ).astype({"capaciteit": "int64"})
    schoon = maak_schema(aandachtsgroepen).validate(kandidaten[kolomvolgorde(aandachtsgroepen)])
    return Invoer(schoon, met_id, len(rijen), bron)


def _ids(kop: Kop, rijen: pd.Index, grenzen: Bestandsgrenzen) -> tuple[pd.Series, list[Probleem]]:
    tekst = kop.tekst(ID, rijen)
    ids, problemen = lees_ids(tekst, kop.naam(ID))
    return ids, problemen + toets_tekst(tekst, kop.naam(ID), grenzen.naam_tekens)


def _eigenschappen(
    tabel: Tabel,
    kop: Kop,
    locatietypen: Mapping[str, Locatietype],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    grenzen: Bestandsgrenzen,
) -> tuple[pd.DataFrame, list[Probleem]]:
    """Lees alles behalve id en locatie."""
    rijen = tabel.gegevens.index
    waarden: dict[str, pd.Series] = {}
    problemen: list[Probleem] = []

    waarden["naam"] = kop.tekst("naam", rijen)
    problemen += toets_tekst(waarden["naam"], kop.naam("naam"), grenzen.naam_tekens)
    problemen += toets_vrije_tekst(waarden["naam"], kop.naam("naam"))
    problemen += _verplicht(kop, "naam", waarden["naam"] == "", "geef de locatie een naam")

    typetekst = kop.tekst("type", rijen)
    waarden["type"], type_problemen = lees_codes(
        typetekst, kop.naam("type"), "dit locatietype bestaat niet", typecodes(locatietypen)
    )
    problemen += type_problemen
    problemen += _verplicht(kop, "type", is_leeg(typetekst), f"kies uit {', '.join(locatietypen)}")
    status, status_problemen = lees_codes(
        kop.tekst("status", rijen), kop.naam("status"), "deze status bestaat niet", statuscodes()
    )
    waarden["status"] = status.mask(status == "", str(Kandidaatstatus.IDEE)).astype("str")
    problemen += status_problemen

    for kolom in _VRIJE_TEKSTEN:
        waarden[kolom] = kop.tekst(kolom, rijen)
        # De zin over een geschatte capaciteit is van het programma zelf en telt niet mee.
        eigen = zonder_schatting(waarden[kolom])
        problemen += toets_tekst(eigen, kop.naam(kolom), grenzen.tekst_tekens)
        problemen += toets_vrije_tekst(waarden[kolom], kop.naam(kolom))

    for kolom in ("beschikbaar_van", "beschikbaar_tot"):
        datums = pd.Series(pd.NaT, index=rijen, dtype=DATUMTYPE)
        if kolom in kop.kolommen:
            datums, datumproblemen = lees_datums(kop.kolommen[kolom], kop.naam(kolom))
            problemen += datumproblemen
        waarden[kolom] = datums
    problemen += toets_volgorde(
        waarden["beschikbaar_van"], waarden["beschikbaar_tot"], kop.naam("beschikbaar_tot")
    )

    aandelen, aandeel_problemen = lees_aandelen(
        {
            k: w
            for k, w in kop.kolommen.items()
            if k in {g.kolom for g in aandachtsgroepen.values()}
        },
        kop.namen,
        rijen,
        aandachtsgroepen,
    )
    problemen += aandeel_problemen
    aantallen, herkomst, aantal_problemen = _aantallen(
        tabel, kop, aandelen, aandeel_problemen, aandachtsgroepen
    )
    waarden |= aantallen
    waarden["toelichting"] = met_schatting(waarden["toelichting"], herkomst)
    problemen += aantal_problemen
    return pd.concat([pd.DataFrame(waarden, index=rijen), aandelen], axis=1), problemen


def _verplicht(kop: Kop, kolom: str, leeg: pd.Series, herstel: str) -> list[Probleem]:
    # Ontbreekt de hele kolom, dan is dat al één fout voor het bestand.
    if kolom not in kop.kolommen:
        return []
    return per_rij(leeg, kop.naam(kolom), None, f"de kolom {kolom} is niet ingevuld", herstel)


def _aantallen(
    tabel: Tabel,
    kop: Kop,
    aandelen: pd.DataFrame,
    aandeel_problemen: list[Probleem],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
) -> tuple[dict[str, pd.Series], pd.Series, list[Probleem]]:
    """Lees woningen en capaciteit; schat de capaciteit waar alleen woningen bekend zijn.

    Returns
    -------
    aantallen : dict of str to Series
        ``woningen`` en ``capaciteit``.
    herkomst : Series of str
        Hoe een geschatte capaciteit berekend is, anders leeg.
    problemen : list of Probleem
        Alle problemen met aantallen.
    """
    rijen = tabel.gegevens.index
    getalkolommen = [
        kop.kolommen[kolom]
        for kolom in ("capaciteit", "woningen", X, Y, LENGTE, BREEDTE, *aandelen.columns)
        if kolom in kop.kolommen
    ]
    wijze = schrijfwijze(getalkolommen, tabel.schrijfwijze)
    aantallen = {
        kolom: pd.Series(pd.NA, index=rijen, dtype="Int64") for kolom in ("woningen", "capaciteit")
    }
    problemen: list[Probleem] = []
    for kolom, minste in (("woningen", 0), ("capaciteit", 1)):
        if kolom in kop.kolommen:
            aantallen[kolom], mis = lees_aantal(kop.kolommen[kolom], kop.naam(kolom), wijze, minste)
            problemen += mis
    if not {"capaciteit", "woningen"} & set(kop.kolommen):
        return aantallen, pd.Series("", index=rijen, dtype="str"), problemen
    # Naast een fout in een aantal of aandeel zou "ontbreekt" een tweede fout voor hetzelfde zijn.
    al_fout = {p.rij for p in [*problemen, *aandeel_problemen] if p.ernst is Ernst.FOUT}
    gevraagd = aantallen["capaciteit"].isna() & ~rijen.isin(al_fout)
    berekend, herkomst, mis = bereken_capaciteit(
        aantallen["woningen"],
        aandelen,
        gevraagd,
        aandachtsgroepen,
        kop.naam("woningen"),
        kop.naam("capaciteit"),
    )
    aantallen["capaciteit"] = aantallen["capaciteit"].fillna(berekend)
    return aantallen, herkomst, problemen + mis
