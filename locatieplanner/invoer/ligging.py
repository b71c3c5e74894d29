"""De ligging van kandidaten: vormen in RD, uit een geobestand of uit kolommen, en getoetst."""

import geopandas as gpd
import pandas as pd
import shapely

from locatieplanner.domein.adres import Adreszoeker
from locatieplanner.invoer.adressen import sla_adressen_over, zoek_adressen
from locatieplanner.invoer.adresvraag import heeft_adres
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.coordinaten import Ligging, uit_kolommen
from locatieplanner.invoer.grens import toets_grens
from locatieplanner.invoer.kolommen import BREEDTE, LENGTE, X, Y
from locatieplanner.invoer.kopregel import ZET_AAN, Kop
from locatieplanner.invoer.probleem import LIGGING, Ernst, Probleem, per_rij
from locatieplanner.invoer.stelsel import IN_BESTAND, Vormen, kies_stelsel, plaats_in_rd
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.vormen import herstel_vlakken, toets_soort


def lees_ligging(
    tabel: Tabel, kop: Kop, zoeker: Adreszoeker | None, grenzen: Bestandsgrenzen
) -> Ligging:
    """Maak vormen in RD, uit het geobestand of uit kolommen, en anders uit het adres.

    Parameters
    ----------
    tabel : Tabel
        De inhoud van het bestand.
    kop : Kop
        De herkende kolommen.
    zoeker : Adreszoeker or None
        Wie adressen opzoekt; None zoekt niets op.
    grenzen : Bestandsgrenzen
        Hoeveel adressen opgezocht worden.
    """
    ligging = _uit_tabel(tabel, kop)
    if zoeker is None or not kop.heeft_adressen or not ligging.ontbreekt.any():
        return ligging
    # Wat toch niet gebruikt wordt, hoeft niemand te zien.
    al_bekend = (*tabel.problemen, *kop.problemen, *ligging.problemen)
    if any(p.rij is None and p.ernst is Ernst.FOUT for p in al_bekend):
        return sla_adressen_over(ligging, kop)
    return zoek_adressen(ligging, kop, zoeker, grenzen)


def _uit_tabel(tabel: Tabel, kop: Kop) -> Ligging:
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
        problemen += _ontbrekende_locatie(ligging.ontbreekt, kop)
    if grens is not None:
        vormen, buiten = toets_grens(vormen, rijen, grens, None)
        problemen += buiten
    return vormen, problemen


def _ontbrekende_locatie(ontbreekt: pd.Series, kop: Kop) -> list[Probleem]:
    if not ontbreekt.any():
        return []
    adres = heeft_adres(kop, ontbreekt)
    return [
        *per_rij(
            ontbreekt & adres,
            LIGGING,
            None,
            "er staat wel een adres, maar geen coördinaten, en adressen opzoeken staat uit",
            f"{ZET_AAN}, of vul x en y (RD) of lon en lat (graden) in",
        ),
        *per_rij(
            ontbreekt & ~adres,
            LIGGING,
            None,
            "de ligging ontbreekt",
            "vul x en y (RD) of lon en lat (graden) in, of een adres, of teken een punt of vlak",
        ),
    ]
