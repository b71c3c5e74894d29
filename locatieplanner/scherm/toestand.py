"""De toestand van het scherm: één bevroren geheel waar elke pagina op werkt."""

import secrets
from dataclasses import dataclass, field, replace

import geopandas as gpd
import pandas as pd
import streamlit as st

from locatieplanner.bronnen.behoefte import STANDAARD as BEHOEFTESCENARIO
from locatieplanner.bronnen.ketenscenarios import STANDAARD as KETENSCENARIO
from locatieplanner.domein.behoefte import Behoeftescenario
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.parameters import Waarde
from locatieplanner.kaart.toestand import Zoekpunt
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import Vraag

SLEUTEL = "toestand"
"""Waar de toestand in de sessie staat."""


def _nieuwe_versie() -> str:
    return secrets.token_hex(8)


@dataclass(frozen=True)
class Toestand:
    """Wat een gebruiker voor zich heeft.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        De kandidaten van het open plan.
    bron : str
        Waar zij vandaan komen, in woorden.
    fictief : bool
        Of het de verzonnen voorbeeldkandidaten zijn.
    doelset : str
        Id van de gekozen doelset.
    vul_aan : bool
        Of onbekende doelen naar rato van inwoners aangevuld worden.
    eigen_doelen : Eigendoelen
        De doelen die de gebruiker in plaats van de ingebouwde zet.
    provincie : str or None
        Gekozen provincie; None is heel Nederland.
    gemeente : str or None
        Code van de gekozen gemeente; None is de hele provincie.
    gewichten : Gewichten
        Gewichten van de criteria.
    parameters : tuple of (id, waarde)
        Parameters die van de ingebouwde waarde afwijken.
    ketenscenario : str
        Id van het gekozen scenario van de keten.
    behoeftescenario : str
        Id van het gekozen scenario van de behoefte.
    eigen_behoefte : Behoeftescenario or None
        De reeks die de gebruiker zelf laadde; None als die er niet is.
    vaste_plaatsen : tuple of (doelset, gemeentecode, plaatsen)
        Plaatsen die bij het verdelen met de hand vaststaan.
    vergunninghouders : tuple of (Halfjaar, int)
        Landelijke aantallen die de gebruiker invulde.
    gerealiseerd : DataFrame or None
        Wie er gehuisvest is: ``gemeentecode``, ``halfjaar`` en ``aantal``; None is niets ingevuld.
    gekozen : str or None
        Id van de gekozen kandidaat.
    beeld : str
        Reden waarom de kaart verspringt; verandert alleen als zij moet verspringen.
    gebeurtenis : int
        Nummer van de laatst verwerkte gebeurtenis op de kaart.
    achtergrond : bool
        Of de achtergrondkaart van PDOK aan staat.
    kaartlagen : tuple of str
        Id's van de opgehaalde lagen die op de kaart staan.
    bereik : bool
        Of het bereik van de gekozen kandidaat op de kaart staat.
    route_naar : str
        Categorie waar de route van de gekozen kandidaat heen gaat; leeg is geen route.
    zoekpunt : Zoekpunt or None
        De plek van het laatste zoekresultaat.
    nieuw_type, nieuw_capaciteit : str, int
        Type en aantal plaatsen van wat er op de kaart bij getekend wordt.
    plannen : tuple of Gekozenplan
        De plannen van deze sessie, elk met een eigen naam.
    vergeleken : tuple of str
        Namen van de plannen A en B op de pagina Vergelijken; leeg is nog niet gekozen.
    opdracht : Opdracht
        Waaraan het laatst gezochte plan op de pagina Samenstellen moest voldoen.
    vraag : Vraag
        Wat daarnaast gezocht werd.
    naast_plan : str
        Naam van het plan dat ernaast gelegd werd; leeg is geen.
    afgeschermd : frozenset of str
        Id's die voor een beschermde locatie staan waarvan alleen de gemeente te zien is.
    alleen_lezen : bool
        Of de kandidaten niet te veranderen zijn: voor een lezer, of in een oude versie.
    versie : str
        Verandert met de kandidaten.
    """

    kandidaten: gpd.GeoDataFrame
    bron: str
    fictief: bool
    doelset: str
    vul_aan: bool = True
    eigen_doelen: Eigendoelen = field(default_factory=Eigendoelen)
    provincie: str | None = None
    gemeente: str | None = None
    gewichten: Gewichten = field(default_factory=Gewichten)
    parameters: tuple[tuple[str, Waarde], ...] = ()
    ketenscenario: str = KETENSCENARIO
    behoeftescenario: str = BEHOEFTESCENARIO
    eigen_behoefte: Behoeftescenario | None = None
    vaste_plaatsen: tuple[tuple[str, str, int], ...] = ()
    vergunninghouders: tuple[tuple[Halfjaar, int], ...] = ()
    gerealiseerd: pd.DataFrame | None = None
    gekozen: str | None = None
    beeld: str = "nederland"
    gebeurtenis: int = 0
    achtergrond: bool = False
    kaartlagen: tuple[str, ...] = ()
    bereik: bool = False
    route_naar: str = ""
    zoekpunt: Zoekpunt | None = None
    nieuw_type: str = "rol"
    nieuw_capaciteit: int = 100
    plannen: tuple[Gekozenplan, ...] = ()
    vergeleken: tuple[str, str] = ("", "")
    opdracht: Opdracht = field(default_factory=Opdracht)
    vraag: Vraag = field(default_factory=Vraag)
    naast_plan: str = ""
    afgeschermd: frozenset[str] = frozenset()
    alleen_lezen: bool = False
    versie: str = field(default_factory=_nieuwe_versie)

    def met_kandidaten(
        self, kandidaten: gpd.GeoDataFrame, *, bron: str, fictief: bool = False
    ) -> "Toestand":
        """Geef de toestand met andere kandidaten; een keuze die niet meer bestaat vervalt."""
        gekozen = self.gekozen if self.gekozen in kandidaten.index else None
        return replace(
            self,
            kandidaten=kandidaten,
            bron=bron,
            fictief=fictief,
            gekozen=gekozen,
            versie=_nieuwe_versie(),
        )

    def geladen(
        self, kandidaten: gpd.GeoDataFrame, *, bron: str, fictief: bool = False
    ) -> "Toestand":
        """Geef de toestand met andere kandidaten, niets gekozen; de kaart gaat erheen."""
        nieuw = self.met_kandidaten(kandidaten, bron=bron, fictief=fictief)
        return replace(nieuw, gekozen=None, beeld=f"kandidaten {nieuw.versie}")

    def met_keuze(self, id: str | None, *, spring: bool) -> "Toestand":
        """Geef de toestand met een andere gekozen kandidaat.

        Parameters
        ----------
        id : str or None
            De kandidaat; None is geen.
        spring : bool
            Of de kaart erheen gaat: wel vanuit de lijst, niet na een klik op de kaart.
        """
        beeld = f"kandidaat {id} {self.versie}" if spring and id else self.beeld
        return replace(self, gekozen=id, beeld=beeld)

    def met_provincie(self, provincie: str | None) -> "Toestand":
        """Geef de toestand met een andere provincie; de kaart gaat erheen."""
        return replace(self, provincie=provincie, beeld=f"provincie {provincie}")

    def met_plan(self, plan: Gekozenplan) -> "Toestand":
        """Geef de toestand met dit plan erbij, in plaats van een plan met dezelfde naam.

        Op de pagina Vergelijken staat het klaar als plan B.
        """
        andere = tuple(ander for ander in self.plannen if ander.naam != plan.naam)
        vergeleken = (self.vergeleken[0], plan.naam)
        return replace(self, plannen=(*andere, plan), vergeleken=vergeleken)

    def zonder_plan(self, naam: str) -> "Toestand":
        """Geef de toestand zonder het plan met deze naam."""
        return replace(self, plannen=tuple(plan for plan in self.plannen if plan.naam != naam))


def huidige() -> Toestand | None:
    """Geef de toestand van deze sessie, of None als die er nog niet is."""
    toestand: Toestand | None = st.session_state.get(SLEUTEL)
    return toestand


def bewaar(toestand: Toestand) -> Toestand:
    """Maak dit de toestand van deze sessie."""
    st.session_state[SLEUTEL] = toestand
    return toestand
