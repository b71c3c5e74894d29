"""De kaart van een portefeuille: alleen de gekozen locaties, met hun gekozen plaatsen."""

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.kaart.kaart import maak_kaart, maak_laag
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand
from locatieplanner.portefeuille.portefeuille import Portefeuille
from locatieplanner.portefeuille.uitkomst import Uitkomst
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.kaartbestanden import basislagen, kandidaatlaag
from locatieplanner.scherm.kaartvlak import dichtheid
from locatieplanner.scherm.toestand import Toestand

HOOGTE = 560

# Zoveel omgeving blijft er te zien rond de gekozen locaties.
_RAND_M = 8_000.0


def portefeuillekaart(toestand: Toestand, uitkomst: Uitkomst, portefeuille: Portefeuille) -> None:
    """Toon de gekozen locaties; de kleur is de score, de grootte het aantal gekozen plaatsen."""
    namen, adressen = basislagen()
    beoordeling = uitkomst.probleem.beoordeling
    plaatsen = portefeuille.plaatsen
    rijen = beoordeling.kandidaten.index.get_indexer(plaatsen.index)
    gekozen = beoordeling.kandidaten.iloc[rijen].assign(capaciteit=plaatsen.to_numpy())
    totaal = np.where(beoordeling.onvoldoende_bekend, np.nan, beoordeling.weging.totaal)
    versie = f"{toestand.versie} {[*plaatsen.items()]}"
    x_min, y_min, x_max, y_max = (float(grens) for grens in gekozen.total_bounds)
    st_folium(
        maak_kaart(adressen, namen),
        key=f"portefeuille-{namen.script}",
        height=HOOGTE,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=maak_laag(
            Kaarttoestand(
                kandidaten=kandidaatlaag(
                    versie, gekozen, gegevens.lagen().locatietypen, waarvoor=" portefeuille"
                ),
                scoreklassen=SCOREKLASSEN.klasse_van(
                    totaal[rijen], uitgesloten=beoordeling.uitgesloten[rijen]
                ),
                dichtheidsklassen=dichtheid(beoordeling, list(namen.gemeentecodes)),
                beeld=Beeld(
                    f"portefeuille {versie}",
                    (x_min - _RAND_M, y_min - _RAND_M, x_max + _RAND_M, y_max + _RAND_M),
                ),
                achtergrond=toestand.achtergrond,
                tekenen=False,
            )
        ),
    )
    st.caption(
        "Kleur is de totaalscore bij de volle capaciteit, vorm het type, grootte het aantal "
        "gekozen plaatsen. Wat al gepland is, staat op de pagina Kaart."
    )
