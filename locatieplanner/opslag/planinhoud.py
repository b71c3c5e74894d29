"""De inhoud van een plan: alles waaruit een beoordeling opnieuw te maken is, en hoe men er keek."""

from dataclasses import dataclass, field, fields

import geopandas as gpd
import pandas as pd

from locatieplanner.bronnen.behoefte import STANDAARD as BEHOEFTESCENARIO
from locatieplanner.bronnen.ketenscenarios import STANDAARD as KETENSCENARIO
from locatieplanner.domein.behoefte import Behoeftescenario
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.gewichten import Gewichten
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.parameters import Waarde
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.plan import Gekozenplan
from locatieplanner.portefeuille.samenstellen import Vraag

WEERGAVE = frozenset(
    {
        "gekozen", "achtergrond", "kaartlagen", "bereik", "route_naar", "zoekpunt", "nieuw_type",
        "nieuw_capaciteit", "vergeleken", "naast_plan",
    }
)  # fmt: skip
"""Velden over hoe men keek: daarover is er nooit een conflict, de laatste geldt."""


@dataclass(frozen=True, eq=False)
class Planinhoud:
    """Wat er in een plan staat.

    Parameters
    ----------
    kandidaten : GeoDataFrame
        De kandidaten, index ``id``; voldoet aan `invoer.schema`.
    bron : str
        Waar zij vandaan komen, in woorden.
    fictief : bool
        Of het verzonnen voorbeeldkandidaten zijn.
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
    ketenscenario, behoeftescenario : str
        Id van het gekozen scenario.
    eigen_behoefte : Behoeftescenario or None
        De reeks die de gebruiker zelf laadde.
    vaste_plaatsen : tuple of (doelset, gemeentecode, plaatsen)
        Plaatsen die bij het verdelen met de hand vaststaan.
    vergunninghouders : tuple of (Halfjaar, int)
        Landelijke aantallen die de gebruiker invulde.
    gerealiseerd : DataFrame or None
        Wie er gehuisvest is: ``gemeentecode``, ``halfjaar`` en ``aantal``.
    plannen : tuple of Gekozenplan
        De keuzes van locaties met plaatsen, elk met een eigen naam.
    vergeleken : tuple of str
        Namen van de keuzes die naast elkaar lagen; leeg is nog niet gekozen.
    opdracht : Opdracht
        Waaraan de laatst gezochte keuze moest voldoen.
    vraag : Vraag
        Wat daarnaast gezocht werd.
    naast_plan : str
        Naam van de keuze die ernaast gelegd werd; leeg is geen.
    gekozen : str or None
        Id van de kandidaat die open stond.
    achtergrond : bool
        Of de achtergrondkaart aan stond.
    kaartlagen : tuple of str
        De lagen die op de kaart stonden.
    bereik : bool
        Of het bereik van de gekozen kandidaat op de kaart stond.
    route_naar : str
        Categorie waar de route heen ging; leeg is geen route.
    zoekpunt : tuple of (x, y, label) or None
        De plek van het laatste zoekresultaat, RD.
    nieuw_type, nieuw_capaciteit : str, int
        Type en aantal plaatsen van wat er op de kaart bij getekend wordt.
    """

    kandidaten: gpd.GeoDataFrame
    bron: str = ""
    fictief: bool = False
    doelset: str = ""
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
    plannen: tuple[Gekozenplan, ...] = ()
    vergeleken: tuple[str, ...] = ("", "")
    opdracht: Opdracht = field(default_factory=Opdracht)
    vraag: Vraag = field(default_factory=Vraag)
    naast_plan: str = ""
    gekozen: str | None = None
    achtergrond: bool = False
    kaartlagen: tuple[str, ...] = ()
    bereik: bool = False
    route_naar: str = ""
    zoekpunt: tuple[float, float, str] | None = None
    nieuw_type: str = "rol"
    nieuw_capaciteit: int = 100


INSTELLINGEN = tuple(veld.name for veld in fields(Planinhoud) if veld.name != "kandidaten")
"""De velden die geen kandidaten zijn, in vaste volgorde."""

NAAM, ARCHIEF = "naam", "gearchiveerd"
"""Instellingen van het plan zelf, naast die van zijn inhoud."""
