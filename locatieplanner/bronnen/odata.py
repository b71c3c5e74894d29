"""Tabellen van het CBS via OData versie 3."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from locatieplanner.bronnen.antwoord import HERSTEL_CATALOGUS, Antwoord, dienstfout
from locatieplanner.bronnen.bladzijden import verzamel
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.bronnen.dienst import JAAR
from locatieplanner.bronnen.jaargang import jaren_terug, nieuwste
from locatieplanner.bronnen.kolomkeuze import kies_kolommen, neem_kolommen
from locatieplanner.bronnen.opbrengst import Opbrengst, Voortgang
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, Ophaalbeurt, begin_beurt
from locatieplanner.bronnen.storing import ONTBREEKT
from locatieplanner.bronnen.verzoek import STANDAARDGRENZEN, Verzoeker, Verzoekgrenzen
from locatieplanner.domein.gebied import HEEL_NEDERLAND, Gebied

_JSON = ("$format", "json")
_HOOGSTENS = "$top"
_OVERSLAAN = "$skip"
_PROEF = 500
"""Zoveel rijen zeggen of er van een jaar gegevens zijn."""
_VRIJ = "$,()'"
"""Tekens die OData zonder omschrijving wil zien."""


@dataclass(frozen=True)
class _Tabel:
    """Een tabel, en welke van haar kolommen de onze zijn."""

    beurt: Ophaalbeurt
    verzoeker: Verzoeker
    adres: str
    keuze: Mapping[str, str]

    def begin(self, jaar: str, hoogstens: int) -> str:
        """Geef het adres van de eerste bladzijde, met `jaar` in het filter."""
        params = [
            _JSON,
            ("$select", ",".join(dict.fromkeys(self.keuze.values()))),
            (_HOOGSTENS, str(hoogstens)),
            (_OVERSLAAN, "0"),
        ]
        if self.beurt.dienst.filter:
            params.append(("$filter", self.beurt.dienst.filter.replace(JAAR, jaar)))
        return _met_vraag(f"{self.adres}/TypedDataSet", params)

    def nieuwste_jaar(self) -> str:
        """Geef het nieuwste jaar met gegevens; leeg als het filter geen jaar noemt.

        Het CBS maakt een jaar aan voordat er iets in staat: rijen zonder één getal tellen niet.
        """
        dienst = self.beurt.dienst
        if JAAR not in dienst.filter:
            return ""
        jaren = jaren_terug()
        for jaar in jaren:
            rijen = self.lees(self.begin(jaar, _PROEF)).rijen
            if rijen.select_dtypes("number").notna().any(axis=None):
                return jaar
        raise dienstfout(
            dienst.naam,
            f"heeft in {dienst.onderdeel} niets voor de jaren {jaren[-1]} tot en met {jaren[0]}",
            HERSTEL_CATALOGUS,
        )

    def lees(self, adres: str) -> Bladzijde:
        """Vraag en lees een bladzijde."""
        return self.verzoeker.lees(adres, lambda antwoord: self._bladzijde(adres, antwoord))

    def _bladzijde(self, adres: str, antwoord: Antwoord) -> Bladzijde:
        dienst = self.beurt.dienst
        velden = antwoord.tabel()
        rijen = _rijen(dienst.naam, velden)
        keuze = kies_kolommen(dienst, rijen[0]) if rijen else {}
        volgende = velden.get("odata.nextLink")
        if isinstance(volgende, str) and volgende:
            vervolg = urljoin(antwoord.adres, volgende)
        else:
            vervolg = _na(adres, len(rijen), self.beurt.grenzen.rijen)
        return Bladzijde(
            rijen=neem_kolommen(self.beurt.laag, dienst, keuze, rijen),
            keuze=keuze,
            sleutels=(),
            volgende=vervolg,
        )


def haal(
    laag: Laag,
    gebied: Gebied,
    werkmap: Path,
    meld: Voortgang,
    grenzen: Verzoekgrenzen = STANDAARDGRENZEN,
) -> Opbrengst:
    """Haal een tabel op.

    Parameters
    ----------
    laag : Laag
        Met een dienst van soort ``odata``; ``filter`` is een voorwaarde in OData.
    gebied : Gebied
        Doet er niet toe: een tabel heeft geen ligging en komt in haar geheel.
    werkmap : Path
        Waar bladzijden blijven tot alles er is.
    meld : Voortgang
        Krijgt elke bladzijde te horen.
    grenzen : Verzoekgrenzen, optional
        Hoe lang, hoe vaak en hoeveel.

    Returns
    -------
    Opbrengst
        Een DataFrame zonder vormen, met de kolommen van de dienst in de catalogus; de peildatum
        is het jaar uit het filter, of anders de periode van de tabel.

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
    dienst = beurt.dienst
    with Verzoeker(dienst.naam, grenzen) as verzoeker:

        def kolommen(adres: str) -> list[str] | None:
            velden = verzoeker.lees(
                _met_vraag(f"{_tabeladres(adres, dienst.onderdeel)}/DataProperties", [_JSON]),
                lambda antwoord: None if antwoord.status in ONTBREEKT else antwoord.tabel(),
                ook=ONTBREEKT,
            )
            if velden is None:
                return None
            return [str(rij["Key"]) for rij in _rijen(dienst.naam, velden) if rij.get("Key")]

        adres, namen, _ = nieuwste(dienst, kolommen)
        adres = _tabeladres(adres, dienst.onderdeel)
        tabel = _Tabel(beurt, verzoeker, adres, kies_kolommen(dienst, namen))
        peildatum = _peildatum(
            verzoeker.lees(_met_vraag(f"{adres}/TableInfos", [_JSON]), Antwoord.tabel), dienst.naam
        )
        jaar = tabel.nieuwste_jaar()
        begin = tabel.begin(jaar, grenzen.rijen)
        verzameld = verzamel(beurt, [begin], tabel.lees)
    return Opbrengst(verzameld.rijen, begin, HEEL_NEDERLAND.vlak, jaar or peildatum)


def _tabeladres(adres: str, tabel: str) -> str:
    return f"{adres.rstrip('/')}/{quote(tabel)}"


def _met_vraag(adres: str, params: list[tuple[str, str]]) -> str:
    return f"{adres}?{urlencode(params, quote_via=quote, safe=_VRIJ)}"


def _rijen(naam: str, velden: Mapping[str, object]) -> list[dict[str, object]]:
    rijen = velden.get("value")
    if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
        raise dienstfout(naam, "antwoordt met JSON zonder rijen ('value')", HERSTEL_CATALOGUS)
    return rijen


def _na(adres: str, aantal: int, gevraagd: int) -> str:
    """Geef het adres van de rijen na deze; leeg als de dienst zelf haar vervolg aanwijst.

    Een bladzijde die niet vol is, kan door de dienst afgekapt zijn: pas een lege is de laatste.
    """
    deel = urlsplit(adres)
    vraag = dict(parse_qsl(deel.query, keep_blank_values=True))
    if not aantal or _OVERSLAAN not in vraag:
        return ""
    vraag[_OVERSLAAN] = str(int(vraag[_OVERSLAAN]) + aantal)
    vraag[_HOOGSTENS] = str(gevraagd)
    return _met_vraag(deel._replace(query="").geturl(), list(vraag.items()))


def _peildatum(velden: Mapping[str, object], naam: str) -> str:
    """Geef de periode van de tabel, of anders wanneer zij voor het laatst veranderde."""
    for rij in _rijen(naam, velden)[:1]:
        periode = str(rij.get("Period") or "").strip()
        return periode or str(rij.get("Modified") or "")[:10]
    return ""
