"""De twee kaarten van plan A en plan B, die samen bewegen, met dezelfde locaties als tabel."""

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from locatieplanner.beoordeling.bevindingen import beschermd
from locatieplanner.domein.klassen import Klassecodes
from locatieplanner.domein.notatie import opsomming
from locatieplanner.kaart.kaartpaar import Blad, Rand, maak_kaartpaar, maak_paarlaag
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand
from locatieplanner.portefeuille.planverschil import Waar, verschilzin
from locatieplanner.rapport.plantabel import LETTERS, verschiltabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.kaartbestanden import basislagen, kandidaatlaag
from locatieplanner.scherm.kaartvlak import dichtheid
from locatieplanner.scherm.kijkkaart import scoreklassen_van
from locatieplanner.scherm.planvergelijking import Planvergelijking, wat_erbij_hoort
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand

HOOGTE = 640

_RANDEN = (
    {Waar.ALLEEN_A: Rand.ALLEEN_HIER, Waar.ALLEEN_B: Rand.ALLEEN_DAAR},
    {Waar.ALLEEN_A: Rand.ALLEEN_DAAR, Waar.ALLEEN_B: Rand.ALLEEN_HIER},
)
_IN_BEIDE = {Waar.ANDER_AANTAL: Rand.ANDER_AANTAL, Waar.GELIJK: Rand.GELIJK}


def kaartsectie(toestand: Toestand, vergelijking: Planvergelijking) -> None:
    """Toon de twee kaarten, in een zin wat zij verschillen, en alle locaties als tabel."""
    st.markdown(f"**{als_markdown(verschilzin(vergelijking.verschil))}**")
    st.caption(als_markdown(wat_erbij_hoort(vergelijking)))
    namen, adressen = basislagen()
    bladen = _bladen(toestand, vergelijking, list(namen.gemeentecodes))
    st_folium(
        maak_kaartpaar(adressen, namen),
        key=f"kaartpaar-{namen.script}",
        height=HOOGTE,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=maak_paarlaag(bladen),
    )
    st.caption(
        "Kleur is de totaalscore, vorm het type, grootte het aantal plaatsen in het plan. Met een "
        "dikke rand eromheen staat een locatie alleen in dit plan, met een streepjesrand heeft zij "
        "in het andere plan een ander aantal plaatsen, en leeg met een stippelrand staat zij "
        "alleen in het andere plan."
    )
    schild = _beschermd(vergelijking)
    if schild:
        st.caption(
            f"Beschermde ligging: {als_markdown(opsomming(schild))}. Deel die buiten de planners "
            "alleen per gemeente."
        )
    if len(vergelijking.verschil):
        figuur(
            verschiltabel(vergelijking.verschil, vergelijking.probleem, vergelijking.metingen),
            "planverschillen",
        )


def randen(vergelijking: Planvergelijking, plek: int) -> Klassecodes:
    """Geef de rand van elke locatie op kaart A (0) of B (1), in de volgorde van het verschil."""
    rand = _RANDEN[plek] | _IN_BEIDE
    return np.array([rand[waar] for waar in vergelijking.verschil["waar"]], dtype=np.int8)


def _bladen(
    toestand: Toestand, vergelijking: Planvergelijking, codes: list[str]
) -> tuple[Blad, Blad]:
    beoordeling = vergelijking.probleem.beoordeling
    ids = vergelijking.verschil.index
    rijen = beoordeling.kandidaten.index.get_indexer(ids)
    kandidaten = beoordeling.kandidaten.iloc[rijen]
    scores = scoreklassen_van(beoordeling, rijen)
    gemeenten = gegevens.onthoud(toestand, "dichtheid", lambda uitkomst: dichtheid(uitkomst, codes))
    plaatsen = vergelijking.verschil[["plaatsen_a", "plaatsen_b"]]
    in_dit = [plaatsen.iloc[:, plek].fillna(plaatsen.iloc[:, 1 - plek]) for plek in (0, 1)]
    versie = f"{toestand.versie} {[*zip(ids, *in_dit, strict=True)]}"
    a, b = (
        Blad(
            meting.plan.naam,
            Kaarttoestand(
                kandidaten=kandidaatlaag(
                    versie,
                    kandidaten.assign(capaciteit=in_dit[plek].to_numpy(dtype=np.int64)),
                    gegevens.lagen().locatietypen,
                    waarvoor=f" plan {LETTERS[plek]}",
                ),
                scoreklassen=scores,
                dichtheidsklassen=gemeenten,
                beeld=_beeld(toestand),
                achtergrond=toestand.achtergrond,
            ),
            randen(vergelijking, plek),
        )
        for plek, meting in enumerate(vergelijking.metingen)
    )
    return a, b


def _beeld(toestand: Toestand) -> Beeld:
    """De gekozen provincie, of heel Nederland."""
    provincies = gegevens.provincies_kaart()
    if toestand.provincie is not None:
        provincies = provincies[provincies["provincie"] == toestand.provincie]
    return Beeld.om(f"vergelijk {toestand.provincie}", provincies.total_bounds)


def _beschermd(vergelijking: Planvergelijking) -> list[str]:
    """De namen van wie een beschermde ligging heeft."""
    beoordeling = vergelijking.probleem.beoordeling
    kandidaten = beoordeling.kandidaten.loc[vergelijking.verschil.index]
    schild = beschermd(kandidaten, beoordeling.omgeving)
    return sorted(kandidaten["naam"][schild].astype("str"))
