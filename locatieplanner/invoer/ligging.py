"""De ligging van kandidaten: vormen in RD, uit een geobestand of uit kolommen, en getoetst."""

import geopandas as gpd
import pandas as pd
import shapely

from locatieplanner.invoer.coordinaten import Ligging, uit_kolommen
from locatieplanner.invoer.grens import toets_grens
from locatieplanner.invoer.kolommen import ADRES, BREEDTE, HUISNUMMER, LENGTE, POSTCODE, X, Y
from locatieplanner.invoer.kopregel import Kop
from locatieplanner.invoer.probleem import LIGGING, Ernst, Probleem, per_rij
from locatieplanner.invoer.stelsel import IN_BESTAND, Vormen, kies_stelsel, plaats_in_rd
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.vormen import herstel_vlakken, toets_soort


def lees_ligging(tabel: Tabel, kop: Kop) -> Ligging:
    """Maak vormen in RD, uit het geobestand of uit kolommen."""
    rijen = tabel.gegevens.index
    if tabel.geometrie is None:
        return uit_kolommen(kop.kolommen, kop.namen, rijen)
    al_fout = {p.rij for p in tabel.problemen}
    afwezig = shapely.is_missing(tabel.geometrie) | shapely.is_empty(tabel.geometrie)
    vormen, soort_problemen = toets_soort(tabel.geometrie, rijen, LIGGING)
    stelsel, stelsel_problemen = kies_stelsel(vormen, tabel.stelsel, tabel.stelsel_stilzwijgend)
    in_rd, mis = plaats_in_rd(vormen, rijen, stelsel, LIGGING, IN_BESTAND)
    ontbreekt = pd.Series(afwezig & ~rijen.isin(al_fout), index=rijen)
    return Ligging(in_rd, ontbreekt, (*soort_problemen, *stelsel_problemen, *mis))


def toets_ligging(
    ligging: Ligging, rijen: pd.Index, kop: Kop, grens: gpd.GeoDataFrame | None
) -> tuple[Vormen, list[Probleem]]:
    """Controleer vormen in RD: aanwezig, geldig, binnen de grens."""
    vormen, problemen = herstel_vlakken(ligging.vormen, rijen, LIGGING)
    blok = any(p.rij is None and p.kolom in {LIGGING, X, Y, LENGTE, BREEDTE}
               and p.ernst is Ernst.FOUT for p in kop.problemen)  # fmt: skip
    if not blok:
        problemen += _ontbrekende_locatie(ligging.ontbreekt, rijen, kop)
    if grens is not None:
        vormen, buiten = toets_grens(vormen, rijen, grens, None)
        problemen += buiten
    return vormen, problemen


def _ontbrekende_locatie(ontbreekt: pd.Series, rijen: pd.Index, kop: Kop) -> list[Probleem]:
    adres = (kop.tekst(ADRES, rijen) != "") | (
        (kop.tekst(POSTCODE, rijen) != "") & (kop.tekst(HUISNUMMER, rijen) != "")
    )
    return [
        *per_rij(
            ontbreekt & adres,
            LIGGING,
            None,
            "er staat wel een adres, maar geen coördinaten; zonder de adressendienst is een adres "
            "niet om te zetten",
            "vul x en y (RD) of lon en lat (graden) in",
        ),
        *per_rij(
            ontbreekt & ~adres,
            LIGGING,
            None,
            "de ligging ontbreekt",
            "vul x en y (RD) of lon en lat (graden) in, of teken een punt of vlak",
        ),
    ]
