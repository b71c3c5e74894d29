"""De kaart van een portefeuille: alleen de gekozen locaties, met hun gekozen plaatsen."""

import streamlit as st

from locatieplanner.kaart.toestand import Beeld, Kaarttoestand
from locatieplanner.portefeuille.portefeuille import Portefeuille
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.kaartbestanden import basislagen, kandidaatlaag
from locatieplanner.scherm.kaartvlak import dichtheid
from locatieplanner.scherm.kijkkaart import kijkkaart, scoreklassen_van
from locatieplanner.scherm.toestand import Toestand

HOOGTE = 560

# Zoveel omgeving blijft er te zien rond de gekozen locaties.
_RAND_M = 8_000.0


def portefeuillekaart(toestand: Toestand, uitkomst: Uitkomst, portefeuille: Portefeuille) -> None:
    """Toon de gekozen locaties; de kleur is de score, de grootte het aantal gekozen plaatsen."""
    beoordeling = uitkomst.probleem.beoordeling
    plaatsen = portefeuille.plaatsen
    rijen = beoordeling.kandidaten.index.get_indexer(plaatsen.index)
    gekozen = beoordeling.kandidaten.iloc[rijen].assign(capaciteit=plaatsen.to_numpy())
    versie = f"{toestand.versie} {[*plaatsen.items()]}"
    kijkkaart(
        "portefeuille",
        Kaarttoestand(
            kandidaten=kandidaatlaag(
                versie, gekozen, gegevens.lagen().locatietypen, waarvoor=" portefeuille"
            ),
            scoreklassen=scoreklassen_van(beoordeling, rijen),
            dichtheidsklassen=dichtheid(beoordeling, list(basislagen()[0].gemeentecodes)),
            beeld=Beeld.om(f"portefeuille {versie}", gekozen.total_bounds, _RAND_M),
            achtergrond=toestand.achtergrond,
        ),
        HOOGTE,
    )
    st.caption(
        "Kleur is de totaalscore bij de volle capaciteit, vorm het type, grootte het aantal "
        "gekozen plaatsen. Wat al gepland is, staat op de pagina Kaart."
    )
