"""Een project met mensen, om plannen in te maken."""

from dataclasses import dataclass, replace

import geopandas as gpd
from sqlalchemy import insert

from locatieplanner.domein.gebruiker import PLAATSELIJK, Gebruiker, Projectrol
from locatieplanner.opslag.bewaren import bewaar
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import maak_plan
from locatieplanner.opslag.planversie import Planversie
from locatieplanner.opslag.projecten import maak_project
from locatieplanner.opslag.tabellen import Lid
from tests.omgeving import (
    AANDACHTSGROEPEN,
    LOCATIETYPEN,
    kandidaat,
    maak_gemeenten,
    maak_kandidaten,
)

NASLAG = Naslag(LOCATIETYPEN, AANDACHTSGROEPEN, maak_gemeenten)
DOELSET = "proef"


@dataclass(frozen=True)
class Wereld:
    """Een database met één project, en van elke rol iemand."""

    database: Database
    project: str
    beheerder: Gebruiker
    planner: Gebruiker
    collega: Gebruiker
    lezer: Gebruiker
    vreemde: Gebruiker

    def plan(self, *rijen: dict, naam: str = "Proefplan", **anders) -> Planversie:
        """Maak een plan van de planner; zonder rijen met K1 en K2."""
        rijen = rijen or (kandidaat("K1"), kandidaat("K2", 115_000))
        inhoud = Planinhoud(maak_kandidaten(*rijen), doelset=DOELSET, **anders)
        return maak_plan(self.database, self.planner, self.project, naam, inhoud)

    def open(self, plan: Planversie | str, wie: Gebruiker | None = None, nummer=None) -> Planversie:
        id_ = plan if isinstance(plan, str) else plan.kop.id
        return open_plan(self.database, wie or self.planner, id_, nummer)

    def zet(
        self, basis: Planversie, id_: str, wie: Gebruiker | None = None, waarom="", **velden
    ) -> Planversie:
        """Verander velden van één kandidaat en bewaar."""
        inhoud = replace(basis.inhoud, kandidaten=met(basis.inhoud.kandidaten, id_, **velden))
        return bewaar(self.database, wie or self.planner, basis, inhoud, waarom)

    def stel(
        self, basis: Planversie, wie: Gebruiker | None = None, waarom="", **velden
    ) -> Planversie:
        """Verander instellingen (of de hele tabel) en bewaar."""
        return bewaar(
            self.database, wie or self.planner, basis, replace(basis.inhoud, **velden), waarom
        )


def met(tabel: gpd.GeoDataFrame, id_: str, **velden) -> gpd.GeoDataFrame:
    """De tabel met andere velden bij één kandidaat."""
    nieuw = tabel.copy()
    for veld, waarde in velden.items():
        nieuw.loc[id_, veld] = waarde
    return nieuw


def maak_wereld(database: Database, merk: str) -> Wereld:
    """Maak een project met van elke rol iemand; `merk` maakt hun namen uniek."""
    project = maak_project(database, PLAATSELIJK, f"Project {merk}")
    rollen = {
        "beheerder": Projectrol.BEHEERDER,
        "planner": Projectrol.PLANNER,
        "collega": Projectrol.PLANNER,
        "lezer": Projectrol.LEZER,
        "vreemde": None,
    }
    mensen = {naam: Gebruiker(f"{naam}-{merk}", naam.capitalize()) for naam in rollen}
    with database.schrijven() as verbinding:
        verbinding.execute(
            insert(Lid),
            [
                {
                    "project_id": project.id,
                    "subject": mensen[naam].subject,
                    "naam": mensen[naam].naam,
                    "rol": int(rol),
                }
                for naam, rol in rollen.items()
                if rol is not None
            ],
        )
    return Wereld(database, project.id, **mensen)
