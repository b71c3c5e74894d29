"""OGC API Features: vormen van een collectie, in RD of anders omgerekend uit graden."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

import geopandas as gpd
import shapely

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, Antwoord, dienstfout
from locatieplanner.bronnen.bladzijden import verzamel
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.jaargang import nieuwste
from locatieplanner.bronnen.kolomkeuze import kies_kolommen, neem_kolommen
from locatieplanner.bronnen.opbrengst import Opbrengst, Voortgang
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, Ophaalbeurt, begin_beurt
from locatieplanner.bronnen.rdvormen import (
    eigenschappen,
    eis_nederland,
    kolomnamen,
    lees_objecten,
    lees_vormen,
    maak_bruikbaar,
    naar_rd,
)
from locatieplanner.bronnen.storing import ONTBREEKT
from locatieplanner.bronnen.verzoek import STANDAARDGRENZEN, Verzoeker, Verzoekgrenzen
from locatieplanner.bronnen.vormenlaag import ENKELE, Omvang, met_vormen, opbrengst, trek_leegte_na
from locatieplanner.domein.gebied import RD, WGS84, Gebied

_AANVAARD = "application/geo+json, application/json;q=0.9"
_RD_CODE = RD.partition(":")[2]
_CRS84 = "CRS84"
_LAATSTE_DEEL = re.compile(r"([A-Za-z0-9]+)>?$")
_ALLE_STELSELS = "#/crs"


@dataclass(frozen=True)
class _Collectie:
    """Een collectie zoals zij te bevragen is: in RD, of in graden als `rd` leeg is."""

    beurt: Ophaalbeurt
    verzoeker: Verzoeker
    adres: str
    rd: str

    def begin(self, omvang: Omvang | None, rijen: int) -> str:
        """Geef het adres van de eerste bladzijde."""
        params = {"limit": str(rijen), **dict(parse_qsl(self.beurt.dienst.filter))}
        if self.rd:
            params["crs"] = self.rd
        if omvang is not None:
            params["bbox"] = _bbox(omvang, in_rd=bool(self.rd))
            if self.rd:
                params["bbox-crs"] = self.rd
        return f"{self.adres}/items?{urlencode(params, quote_via=quote, safe=',:/')}"

    def lees(self, adres: str) -> Bladzijde:
        """Vraag en lees een bladzijde."""
        return self.verzoeker.lees(adres, self._bladzijde, aanvaard=_AANVAARD)

    def liggingen(self, omvang: Omvang | None) -> list[Omvang]:
        """Geef de omvang van enkele vormen."""
        vormen = self.lees(self.begin(omvang, ENKELE)).rijen["geometry"].dropna()
        return [tuple(grenzen) for grenzen in vormen.bounds.to_numpy().tolist()]

    def _bladzijde(self, antwoord: Antwoord) -> Bladzijde:
        dienst = self.beurt.dienst
        velden = antwoord.tabel()
        objecten = lees_objecten(dienst.naam, velden)
        self._eis_stelsel(antwoord)
        vormen = lees_vormen(objecten)
        vormen, hersteld = maak_bruikbaar(vormen if self.rd else naar_rd(vormen))
        eis_nederland(dienst.naam, vormen)
        rijen = eigenschappen(objecten)
        keuze = kies_kolommen(dienst, kolomnamen(rijen)) if rijen else {}
        sleutels = tuple(str(object_["id"]) for object_ in objecten if "id" in object_)
        totaal = velden.get("numberMatched")
        return Bladzijde(
            rijen=met_vormen(neem_kolommen(self.beurt.laag, dienst, keuze, rijen), vormen),
            keuze=keuze,
            sleutels=sleutels if len(sleutels) == len(objecten) else (),
            volgende=_volgende(antwoord.adres, velden),
            totaal=totaal if isinstance(totaal, int) else None,
            hersteld=hersteld,
        )

    def _eis_stelsel(self, antwoord: Antwoord) -> None:
        kop = antwoord.koppen.get("content-crs", "")
        verwacht = _RD_CODE if self.rd else _CRS84
        if kop and _stelsel(kop) != verwacht:
            raise dienstfout(
                self.beurt.dienst.naam,
                f"geeft {self.beurt.dienst.onderdeel} in het stelsel {kop.strip('<>')}, terwijl om "
                f"{self.rd or _CRS84} gevraagd is",
                HERSTEL_CATALOGUS,
            )


def haal(
    laag: Laag,
    gebied: Gebied,
    werkmap: Path,
    meld: Voortgang,
    grenzen: Verzoekgrenzen = STANDAARDGRENZEN,
) -> Opbrengst:
    """Haal een collectie op.

    Parameters
    ----------
    laag : Laag
        Met een dienst van soort ``ogc_features``; ``filter`` is ``kolom=waarde&kolom=waarde``.
    gebied : Gebied
        Wat ``gebied.omvang(laag.rand_m)`` raakt; heel Nederland is alles.
    werkmap : Path
        Waar bladzijden blijven tot alles er is.
    meld : Voortgang
        Krijgt elke bladzijde te horen.
    grenzen : Verzoekgrenzen, optional
        Hoe lang, hoe vaak en hoeveel.

    Returns
    -------
    Opbrengst
        Een GeoDataFrame in RD met de kolommen van de dienst in de catalogus.

    Raises
    ------
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt.
    UitvoerFout
        Als een bladzijde niet bewaard kan worden.
    LaagFout
        Als de laag geen dienst heeft.
    """
    beurt = begin_beurt(laag, gebied, werkmap, meld, grenzen)
    with Verzoeker(beurt.dienst.naam, grenzen) as verzoeker:
        collectie, jaar = _zoek(beurt, verzoeker)
        begin = collectie.begin(beurt.omvang, grenzen.rijen)
        verzameld = verzamel(beurt, [begin], collectie.lees)
        if verzameld.rijen.empty:
            trek_leegte_na(beurt, collectie.liggingen)
    return opbrengst(beurt, verzameld, begin, jaar)


def _zoek(beurt: Ophaalbeurt, verzoeker: Verzoeker) -> tuple[_Collectie, str]:
    """Vind de collectie, in het nieuwste jaar, en of zij RD spreekt."""
    onderdeel = quote(beurt.dienst.onderdeel)

    def vraag(adres: str) -> dict[str, object] | None:
        return verzoeker.lees(
            f"{adres.rstrip('/')}/collections/{onderdeel}", _tabel_of_niets, ook=ONTBREEKT
        )

    adres, beschrijving, jaar = nieuwste(beurt.dienst, vraag)
    adres = adres.rstrip("/")
    stelsels = _teksten(beschrijving.get("crs"))
    if _ALLE_STELSELS in stelsels:
        alle = verzoeker.lees(f"{adres}/collections", Antwoord.tabel)
        stelsels += _teksten(alle.get("crs"))
    rd = next((stelsel for stelsel in stelsels if _stelsel(stelsel) == _RD_CODE), "")
    return _Collectie(beurt, verzoeker, f"{adres}/collections/{onderdeel}", rd), jaar


def _tabel_of_niets(antwoord: Antwoord) -> dict[str, object] | None:
    return None if antwoord.status in ONTBREEKT else antwoord.tabel()


def _teksten(waarde: object) -> list[str]:
    return [deel for deel in waarde if isinstance(deel, str)] if isinstance(waarde, list) else []


def _stelsel(adres: str) -> str:
    """Geef de code van een stelsel, zoals 28992 of CRS84 (ook als dat met hoogte is: CRS84h)."""
    gevonden = _LAATSTE_DEEL.search(adres.strip())
    return gevonden.group(1).removesuffix("h") if gevonden else ""


def _bbox(omvang: Omvang, *, in_rd: bool) -> str:
    if in_rd:
        return ",".join(f"{waarde:.2f}" for waarde in omvang)
    # Een rechthoek in RD staat iets scheef op het graadnet: neem wat er helemaal omheen past.
    rand = shapely.segmentize(shapely.box(*omvang), max(1.0, omvang[2] - omvang[0]) / 10)
    graden = gpd.GeoSeries([rand], crs=RD).to_crs(WGS84).total_bounds
    return ",".join(f"{waarde:.7f}" for waarde in graden)


def _volgende(adres: str, velden: Mapping[str, object]) -> str:
    """Geef het adres van de volgende bladzijde; leeg als er geen is."""
    links = velden.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and link.get("href"):
            volgende = urljoin(adres, str(link["href"]))
            # Achter een proxy noemt een dienst zichzelf soms zonder versleuteling.
            if urlsplit(adres).scheme == "https" and volgende.startswith("http://"):
                return f"https://{volgende.removeprefix('http://')}"
            return volgende
    return ""
