"""WFS 2.0: vormen van een laag, in RD, als GeoJSON of anders als GML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree.ElementTree import Element

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, Afgewezen, Antwoord, dienstfout
from locatieplanner.bronnen.bladzijden import verzamel
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.gml import lees_gml
from locatieplanner.bronnen.jaargang import nieuwste
from locatieplanner.bronnen.kolomkeuze import kies_kolommen, neem_kolommen
from locatieplanner.bronnen.opbrengst import Opbrengst, Voortgang
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, Ophaalbeurt, begin_beurt
from locatieplanner.bronnen.rdvormen import (
    Vormen,
    eigenschappen,
    eis_nederland,
    kolomnamen,
    lees_objecten,
    lees_vormen,
    maak_bruikbaar,
)
from locatieplanner.bronnen.storing import ONTBREEKT
from locatieplanner.bronnen.verzoek import STANDAARDGRENZEN, Verzoeker, Verzoekgrenzen
from locatieplanner.bronnen.vormenlaag import ENKELE, Omvang, met_vormen, opbrengst, trek_leegte_na
from locatieplanner.bronnen.wfsmogelijkheden import Mogelijkheden, lees_mogelijkheden
from locatieplanner.domein.gebied import RD, RD_OMVANG, Gebied
from locatieplanner.fouten import LaagFout

_AANVAARD = "*/*"
_VERSIE = (("service", "WFS"), ("version", "2.0.0"))
_VANAF = "&startIndex="
_KLEINSTE_M = 100.0
_RD_CODE = RD.partition(":")[2]


@dataclass(frozen=True)
class _Wfs:
    """Een laag van een WFS zoals zij te bevragen is."""

    beurt: Ophaalbeurt
    verzoeker: Verzoeker
    adres: str
    kan: Mogelijkheden

    def vraag(self, omvang: Omvang | None, **meer: str) -> str:
        """Geef het adres van een GetFeature."""
        params = {
            **dict(_VERSIE),
            "request": "GetFeature",
            "typeNames": self.kan.typenaam,
            "srsName": self.kan.rd,
            **meer,
        }
        if omvang is not None:
            params["bbox"] = ",".join([*(f"{waarde:.2f}" for waarde in omvang), self.kan.rd])
        return _met_vraag(self.adres, params)

    def begin(self, omvang: Omvang | None, rijen: int) -> str:
        """Geef het adres van de eerste bladzijde."""
        vorm = {"outputFormat": self.kan.json} if self.kan.json else {}
        return self.vraag(omvang, count=str(rijen), **vorm)

    def aantal(self, omvang: Omvang | None) -> int | None:
        """Geef hoeveel vormen er zijn; None als de dienst dat niet of niet eerlijk zegt.

        MapServer telt niet verder dan wat zij in één antwoord geeft.
        """
        try:
            wortel = self.verzoeker.lees(
                self.vraag(omvang, resultType="hits"), Antwoord.xml, aanvaard=_AANVAARD
            )
        except Afgewezen:
            return None
        tekst = wortel.get("numberMatched", "")
        aantal = int(tekst) if tekst.isdecimal() else None
        return None if aantal == self.kan.hoogstens else aantal

    def heeft_meer_dan(self, rijen: int, omvang: Omvang | None) -> bool:
        """Zeg of er na zoveel vormen nog een komt."""
        begin = self.begin(omvang, 1)
        try:
            daarna = self.lees(f"{begin}{_VANAF}{rijen}", None).rijen
        except Afgewezen:
            return False
        # Een dienst die niet bladert, geeft altijd de eerste.
        return not daarna.empty and not daarna.equals(self.lees(begin, None).rijen)

    def lees(self, adres: str, totaal: int | None) -> Bladzijde:
        """Vraag en lees een bladzijde."""
        begin, _, start = adres.partition(_VANAF)
        vanaf = int(start or 0)
        bladzijde = self.verzoeker.lees(
            adres, self._uit_json if self.kan.json else self._uit_gml, aanvaard=_AANVAARD
        )
        tot = vanaf + len(bladzijde.rijen)
        # Een bladzijde die niet vol is, kan afgekapt zijn, en een aantal kan te laag zijn: pas een
        # lege bladzijde is de laatste.
        klaar = tot == vanaf
        return Bladzijde(
            rijen=bladzijde.rijen,
            keuze=bladzijde.keuze,
            sleutels=bladzijde.sleutels,
            volgende="" if klaar else f"{begin}{_VANAF}{tot}",
            totaal=totaal,
            hersteld=bladzijde.hersteld,
        )

    def liggingen(self, omvang: Omvang | None) -> list[Omvang]:
        """Geef de omvang van enkele vormen."""
        vormen = self.lees(self.begin(omvang, ENKELE), None).rijen["geometry"].dropna()
        return [tuple(grenzen) for grenzen in vormen.bounds.to_numpy().tolist()]

    def _uit_json(self, antwoord: Antwoord) -> Bladzijde:
        naam = self.beurt.dienst.naam
        velden = antwoord.tabel()
        self._eis_stelsel(velden.get("crs"))
        objecten = lees_objecten(naam, velden)
        sleutels = tuple(str(object_["id"]) for object_ in objecten if "id" in object_)
        return self._bladzijde(
            eigenschappen(objecten),
            lees_vormen(objecten),
            sleutels if len(sleutels) == len(objecten) else (),
        )

    def _uit_gml(self, antwoord: Antwoord) -> Bladzijde:
        gelezen = lees_gml(antwoord)
        if gelezen is None:
            return self._bladzijde([], lees_vormen([]), ())
        return self._bladzijde(gelezen.rijen, gelezen.vormen, gelezen.sleutels)

    def _bladzijde(
        self, rijen: Sequence[Mapping[str, object]], vormen: Vormen, sleutels: tuple[str, ...]
    ) -> Bladzijde:
        dienst = self.beurt.dienst
        vormen, hersteld = maak_bruikbaar(vormen)
        eis_nederland(dienst.naam, vormen)
        keuze = kies_kolommen(dienst, kolomnamen(rijen)) if rijen else {}
        kolommen = neem_kolommen(self.beurt.laag, dienst, keuze, rijen)
        return Bladzijde(met_vormen(kolommen, vormen), keuze, sleutels, "", hersteld=hersteld)

    def _eis_stelsel(self, genoemd: object) -> None:
        eigen = genoemd.get("properties") if isinstance(genoemd, dict) else None
        naam = eigen.get("name") if isinstance(eigen, dict) else None
        if isinstance(naam, str) and not naam.endswith(_RD_CODE):
            raise dienstfout(
                self.beurt.dienst.naam,
                f"geeft {self.beurt.dienst.onderdeel} in het stelsel {naam}, terwijl om RD "
                "gevraagd is",
                HERSTEL_CATALOGUS,
            )


def haal(
    laag: Laag,
    gebied: Gebied,
    werkmap: Path,
    meld: Voortgang,
    grenzen: Verzoekgrenzen = STANDAARDGRENZEN,
) -> Opbrengst:
    """Haal een laag van een WFS op.

    Parameters
    ----------
    laag : Laag
        Met een dienst van soort ``wfs``, zonder ``filter``: een WFS die een filter niet kent,
        negeert het zonder het te zeggen.
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
        Een GeoDataFrame in RD met de kolommen van de dienst in de catalogus. Een vorm op de grens
        van twee delen kan er dubbel in staan.

    Raises
    ------
    DienstFout
        Als de dienst niet of anders dan verwacht antwoordt.
    UitvoerFout
        Als een bladzijde niet bewaard kan worden.
    LaagFout
        Als de laag geen dienst heeft, of er een filter in staat.
    """
    beurt = begin_beurt(laag, gebied, werkmap, meld, grenzen)
    if beurt.dienst.filter:
        raise LaagFout(
            f"De laag {laag.id} heeft in de catalogus een filter, en dat kan bij een WFS niet. "
            "Haal 'filter' daar weg en kies met 'regels' of 'kolommen'."
        )
    with Verzoeker(beurt.dienst.naam, grenzen) as verzoeker:
        wfs, jaar = _zoek(beurt, verzoeker)
        delen = _delen(wfs, beurt.omvang)
        totalen = {wfs.begin(omvang, grenzen.rijen): aantal for omvang, aantal in delen}
        verzameld = verzamel(
            beurt,
            list(totalen),
            lambda adres: wfs.lees(adres, totalen[adres.partition(_VANAF)[0]]),
        )
        if verzameld.rijen.empty:
            trek_leegte_na(beurt, wfs.liggingen)
    return opbrengst(beurt, verzameld, wfs.begin(beurt.omvang, grenzen.rijen), jaar)


def _zoek(beurt: Ophaalbeurt, verzoeker: Verzoeker) -> tuple[_Wfs, str]:
    """Vind de dienst, in het nieuwste jaar, en wat zij kan."""

    def vraag(adres: str) -> Element | None:
        return verzoeker.lees(
            _met_vraag(adres, {**dict(_VERSIE), "request": "GetCapabilities"}),
            lambda antwoord: None if antwoord.status in ONTBREEKT else antwoord.xml(),
            aanvaard=_AANVAARD,
            ook=ONTBREEKT,
        )

    adres, wortel, jaar = nieuwste(beurt.dienst, vraag)
    return _Wfs(beurt, verzoeker, adres, lees_mogelijkheden(beurt.dienst, wortel)), jaar


def _delen(wfs: _Wfs, omvang: Omvang | None) -> list[tuple[Omvang | None, int | None]]:
    """Deel een gebied in vieren tot elk deel te bebladeren is.

    Returns
    -------
    list of (omvang, aantal)
        Samen het hele gebied; met hoeveel vormen er zijn, of None als dat niet bekend is.
    """
    tot = wfs.beurt.grenzen.bladeren_tot
    aantal = wfs.aantal(omvang)
    te_veel = wfs.heeft_meer_dan(tot, omvang) if aantal is None else aantal > tot
    x_min, y_min, x_max, y_max = omvang or RD_OMVANG
    if not te_veel or min(x_max - x_min, y_max - y_min) < _KLEINSTE_M:
        return [(omvang, aantal)]
    x, y = (x_min + x_max) / 2, (y_min + y_max) / 2
    return [
        deel
        for kwart in (
            (x_min, y_min, x, y),
            (x, y_min, x_max, y),
            (x_min, y, x, y_max),
            (x, y, x_max, y_max),
        )
        for deel in _delen(wfs, kwart)
    ]


def _met_vraag(adres: str, params: Mapping[str, str]) -> str:
    vraag = urlencode(params, quote_via=quote, safe=",:/")
    return f"{adres}{'&' if '?' in adres else '?'}{vraag}"
