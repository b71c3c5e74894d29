"""De Locatieserver van PDOK: een adres omzetten naar een plek, en andersom.

De dienst is een zoekmachine (Solr). Gebruikt worden ``free``, dat in één verzoek de hele vondst
geeft, ``suggest``, dat een begin van een naam aanvult, en ``reverse``. Andere parameters dan in
haar OpenAPI staan, weigert zij.
"""

import re
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import shapely
from shapely import Point
from shapely.geometry import box

from locatieplanner.bronnen.antwoord import Antwoord, dienstfout
from locatieplanner.bronnen.hulpdiensten import BESTAND, Hulpdienst
from locatieplanner.bronnen.verzoek import Verzoeker, Verzoekgrenzen
from locatieplanner.domein.adres import Vondst
from locatieplanner.domein.gebied import RD_OMVANG

ADRES = "adres"

ADRESSEN = (ADRES,)
PLAATSEN = (ADRES, "postcode", "weg", "woonplaats", "gemeente")
"""Alles waar een gebruiker de kaart heen kan willen sturen."""

_AANTAL = 20
_AANVULLINGEN = 5
_VELDEN = ",".join(
    (
        *("id", "type", "weergavenaam", "score", "centroide_rd"),
        *("straatnaam", "huis_nlt", "postcode", "woonplaatsnaam"),
    )
)
_LANGSTE_VRAAG = 250
# Al het andere heeft voor de zoekmachine een eigen betekenis; een los streepje betekent 'niet'.
_GEEN_VRAAG = re.compile(r"[^\w\s'’.,-]|(?<!\w)-+|-+(?!\w)")
_HERSTEL = f"Kijk in lagen/{BESTAND} na of het adres van de dienst nog klopt."


class Locatieserver:
    """Zoekt adressen; te gebruiken met ``with``, door één draad tegelijk.

    Parameters
    ----------
    dienst : Hulpdienst
        Waar zij staat.
    grenzen : Verzoekgrenzen, optional
        Hoe lang, hoe vaak en hoeveel; zonder zijn het die van de dienst.
    """

    def __init__(self, dienst: Hulpdienst, grenzen: Verzoekgrenzen | None = None) -> None:
        self._dienst = dienst
        self._verzoeker = Verzoeker(dienst.naam, grenzen or dienst.grenzen)

    def __enter__(self) -> Self:
        self._verzoeker.__enter__()
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._verzoeker.__exit__(soort, fout, spoor)

    @property
    def naam(self) -> str:
        """Naam van de dienst."""
        return self._dienst.naam

    def zoek(self, vraag: str, soorten: Sequence[str] = ADRESSEN) -> tuple[Vondst, ...]:
        """Zoek wat op een vraag lijkt.

        Parameters
        ----------
        vraag : str
            Een adres of plaats zoals iemand het schrijft.
        soorten : sequence of str, optional
            Wat er gevonden mag worden; zonder alleen adressen.

        Returns
        -------
        tuple of Vondst
            Hoogstens twintig, de beste eerst.

        Raises
        ------
        DienstFout
            Als de dienst niet of anders dan verwacht antwoordt.
        """
        schoon = _schoon(vraag)
        if not schoon:
            return ()
        return self._vraag("free", {"q": schoon, "fq": _keuze(soorten), "rows": str(_AANTAL)})

    def vul_aan(self, begin: str, soorten: Sequence[str] = PLAATSEN) -> tuple[str, ...]:
        """Geef namen die met `begin` beginnen, of er in schrijfwijze op lijken.

        Parameters
        ----------
        begin : str
            Wat iemand al schreef.
        soorten : sequence of str, optional
            Wat het mag zijn.

        Returns
        -------
        tuple of str
            Hoogstens vijf, de beste eerst; zoek er met `zoek` de plek bij.

        Raises
        ------
        DienstFout
            Zie `zoek`.
        """
        schoon = _schoon(begin)
        if not schoon:
            return ()
        vraag = {"q": schoon, "fq": _keuze(soorten), "rows": str(_AANVULLINGEN)}
        namen = (_tekst(rij, "weergavenaam") for rij in self._rijen("suggest", vraag))
        return tuple(dict.fromkeys(naam for naam in namen if naam))

    def adres_bij(self, punt: Point, binnen_m: float = 100.0) -> Vondst | None:
        """Geef het dichtstbijzijnde adres.

        Parameters
        ----------
        punt : Point
            Een plek, RD.
        binnen_m : float, optional
            Verder weg telt niet, meters.

        Raises
        ------
        DienstFout
            Zie `zoek`.
        """
        vondsten = self._vraag(
            "reverse",
            {
                "X": f"{punt.x:.2f}",
                "Y": f"{punt.y:.2f}",
                "type": ADRES,
                "distance": f"{binnen_m:.0f}",
                "rows": "1",
            },
        )
        return vondsten[0] if vondsten else None

    def _vraag(self, eindpunt: str, params: Mapping[str, str]) -> tuple[Vondst, ...]:
        rijen = self._rijen(eindpunt, {**params, "fl": _VELDEN})
        vondsten = [vondst for rij in rijen if (vondst := _vondst(rij))]
        if rijen and not vondsten:
            raise dienstfout(
                self.naam, "geeft vondsten zonder bruikbare plek ('centroide_rd')", _HERSTEL
            )
        return tuple(vondsten)

    def _rijen(self, eindpunt: str, params: Mapping[str, str]) -> list[dict[str, object]]:
        antwoord = self._verzoeker.lees(f"{self._dienst.adres}/{eindpunt}", Antwoord.tabel, params)
        inhoud = antwoord.get("response")
        rijen = inhoud.get("docs") if isinstance(inhoud, dict) else None
        if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
            raise dienstfout(self.naam, "antwoordt zonder lijst met vondsten ('docs')", _HERSTEL)
        return rijen


def _schoon(vraag: str) -> str:
    return " ".join(_GEEN_VRAAG.sub(" ", vraag).lower().split())[:_LANGSTE_VRAAG]


def _keuze(soorten: Sequence[str]) -> str:
    return f"type:({' OR '.join(soorten)})"


def _vondst(rij: Mapping[str, object]) -> Vondst | None:
    punt = _punt(rij.get("centroide_rd"))
    if punt is None:
        return None
    score = rij.get("score")
    return Vondst(
        id=_tekst(rij, "id"),
        weergavenaam=_tekst(rij, "weergavenaam"),
        soort=_tekst(rij, "type"),
        punt=punt,
        score=float(score) if isinstance(score, int | float) else 0.0,
        straat=_tekst(rij, "straatnaam"),
        huisnummer=_tekst(rij, "huis_nlt"),
        postcode=_tekst(rij, "postcode"),
        plaats=_tekst(rij, "woonplaatsnaam"),
    )


def _tekst(rij: Mapping[str, object], veld: str) -> str:
    waarde = rij.get(veld)
    return "" if waarde is None else str(waarde)


def _punt(wkt: object) -> Point | None:
    """Lees een punt in RD; None als er iets anders staat."""
    vorm = shapely.from_wkt(wkt, on_invalid="ignore") if isinstance(wkt, str) else None
    if not isinstance(vorm, Point) or not box(*RD_OMVANG).covers(vorm):
        return None
    return vorm
